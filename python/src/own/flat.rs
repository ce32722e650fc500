//! Methods of flat and polar axes that draw lines, points, bars, areas and texts, and that set limits.

use plotreel::artists::BarContainer;
use plotreel::axes::{BarOptions, Baseline};
use plotreel::collections::FillBetweenOptions;
use pyo3::prelude::*;

use super::call::{Call, Method, flat};

pub(super) const METHODS: &[Method] = &[
    ("plot", plot),
    ("scatter", scatter),
    ("bar", |c| {
        let (x, height) = (c.data("x")?, c.numbers("height")?);
        let options = c.options::<BarOptions>()?;
        let bars = c.flat()?.bar_with(&x, &height, &options);
        c.one("BarContainer", bars)
    }),
    ("barh", |c| {
        let (y, width) = (c.data("y")?, c.numbers("length")?);
        let options = c.options::<BarOptions>()?;
        let bars = c.flat()?.barh_with(&y, &width, &options);
        c.one("BarContainer", bars)
    }),
    ("bar_label", |c| {
        let bars = c.artist::<BarContainer>("container", "bar_label takes bars")?;
        let labels = c.flat()?.bar_label(bars);
        if let Some(fmt) = c.take("fmt")? {
            c.fig[labels]
                .set_fmt(&fmt.extract::<String>()?)
                .map_err(c.told())?;
        }
        if let Some(texts) = c.take("labels")? {
            c.fig[labels].set_labels(texts.extract::<Vec<String>>()?);
        }
        c.one("BarLabels", Ok(labels))
    }),
    ("fill", |c| {
        let (x, y) = (c.data("x")?, c.data("y")?);
        let area = c.flat()?.fill(&x, &y);
        c.one("PolyCollection", area)
    }),
    ("fill_between", |c| {
        let (x, y1, y2) = (c.data("x")?, c.data("y1")?, c.data("y2")?);
        let options = fill_options(c)?;
        let band = c.flat()?.fill_between_with(&x, &y1, &y2, &options);
        c.one("FillBetweenPolyCollection", band)
    }),
    ("fill_betweenx", |c| {
        let (y, x1, x2) = (c.data("y")?, c.data("x1")?, c.data("x2")?);
        let options = fill_options(c)?;
        let band = c.flat()?.fill_betweenx_with(&y, &x1, &x2, &options);
        c.one("FillBetweenPolyCollection", band)
    }),
    ("stackplot", |c| {
        let (x, layers) = (c.data("x")?, c.sets("layers")?);
        let baseline: Baseline = c.text_or("baseline", "zero")?.parse().map_err(c.told())?;
        let drawn = c
            .flat()?
            .stackplot(&x, &layers, baseline)
            .map_err(c.told())?;
        c.many("artists", "FillBetweenPolyCollection", drawn)
    }),
    ("broken_barh", |c| {
        let ranges: Vec<(f64, f64)> = c.need("xranges")?.extract()?;
        let yrange = c.pair("yrange")?;
        let runs = c.flat()?.broken_barh(&ranges, yrange);
        c.one("PolyCollection", Ok(runs))
    }),
    ("axhline", |c| {
        let y = c.number("y")?;
        let line = c.flat()?.axhline(y);
        c.one("Line2D", Ok(line))
    }),
    ("axvline", |c| {
        let x = c.number("x")?;
        let line = c.flat()?.axvline(x);
        c.one("Line2D", Ok(line))
    }),
    ("axline", |c| {
        let xy1 = c.pair("xy1")?;
        let line = match c.take("slope")? {
            Some(slope) => {
                let slope = slope.extract()?;
                c.flat()?.axline_slope(xy1, slope)
            }
            None => {
                let xy2 = c.pair("xy2")?;
                c.flat()?.axline(xy1, xy2)
            }
        };
        c.one("Line2D", Ok(line))
    }),
    ("axhspan", |c| {
        let (low, high) = (c.number("ymin")?, c.number("ymax")?);
        let span = c.flat()?.axhspan(low, high);
        c.one("Rectangle", Ok(span))
    }),
    ("axvspan", |c| {
        let (low, high) = (c.number("xmin")?, c.number("xmax")?);
        let span = c.flat()?.axvspan(low, high);
        c.one("Rectangle", Ok(span))
    }),
    ("vlines", |c| {
        let (x, low, high) = (c.data("x")?, c.data("ymin")?, c.data("ymax")?);
        let lines = c.flat()?.vlines(&x, &low, &high);
        c.one("LineCollection", lines)
    }),
    ("hlines", |c| {
        let (y, low, high) = (c.data("y")?, c.data("xmin")?, c.data("xmax")?);
        let lines = c.flat()?.hlines(&y, &low, &high);
        c.one("LineCollection", lines)
    }),
    ("text", |c| {
        let (x, y, text) = (c.number("x")?, c.number("y")?, c.text("s")?);
        let text = c.flat()?.text(x, y, text);
        c.one("Text", Ok(text))
    }),
    ("annotate", |c| {
        let (text, xy, place) = (c.text("text")?, c.pair("xy")?, c.pair("xytext")?);
        let note = c.flat()?.annotate(text, xy, place);
        c.one("Annotation", Ok(note))
    }),
    ("arrow", |c| {
        let [x, y, dx, dy] = ["x", "y", "dx", "dy"].map(|name| c.number(name));
        let (x, y, dx, dy) = (x?, y?, dx?, dy?);
        let arrow = c.flat()?.arrow(x, y, dx, dy);
        c.one("FancyArrow", Ok(arrow))
    }),
    ("margins", |c| {
        let (x, y) = (c.number("x")?, c.number("y")?);
        c.flat()?.margins(x, y).map_err(c.told())
    }),
    ("autoscale", |c| {
        let (x, y) = (c.flag_or("x", true)?, c.flag_or("y", true)?);
        c.flat()?.autoscale(x, y);
        Ok(())
    }),
    ("share", |c| {
        let (ax, other) = (c.handle()?, flat(c.part("ax")?.contents()?)?);
        match c.text("axis")?.as_str() {
            "x" => c.fig.sharex(ax, other),
            _ => c.fig.sharey(ax, other),
        }
        .map_err(c.told())
    }),
    ("convert_units", |c| {
        let (axis, values) = (c.text("axis")?, c.data("values")?);
        let numbers = c.axis(&axis)?.convert_units(&values);
        let numbers = numbers.map_err(c.told())?;
        c.returns("numbers", &numbers)
    }),
    ("set_theta_zero_location", |c| {
        let place = c.text("loc")?;
        let set = c.polar("a theta")?.set_theta_zero_location(place.as_str());
        set.map_err(c.told())
    }),
    ("set_rgrids", |c| {
        let radii = c.numbers("radii")?;
        c.polar("radii")?.set_rgrids(&radii).map_err(c.told())
    }),
    ("set_thetagrids", |c| {
        let angles = c.numbers("angles")?;
        let set = c.polar("a theta")?.set_thetagrids(&angles);
        set.map_err(c.told())
    }),
];

fn plot(c: &mut Call<'_, '_>) -> PyResult<()> {
    let (x, y, fmt) = (c.data("x")?, c.data("y")?, c.text_or("fmt", "")?);
    let line = c.flat()?.plot_fmt(&x, &y, &fmt);
    c.one("Line2D", line)
}

fn scatter(c: &mut Call<'_, '_>) -> PyResult<()> {
    let (x, y) = (c.data("x")?, c.data("y")?);
    let marks = match c.take("values")? {
        Some(values) => {
            let values = super::data::numbers(&values)?;
            c.flat()?.scatter_c(&x, &y, &values)
        }
        None => c.flat()?.scatter(&x, &y),
    };
    c.one("PathCollection", marks)
}

fn fill_options(c: &mut Call<'_, '_>) -> PyResult<FillBetweenOptions> {
    let options = c.options::<FillBetweenOptions>()?;
    match c.take("where")? {
        Some(mask) => Ok(options.with_where(mask.extract::<Vec<bool>>()?)),
        None => Ok(options),
    }
}
