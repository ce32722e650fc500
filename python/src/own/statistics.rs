//! Methods of flat and polar axes that draw statistics.

use plotreel::artists::Line2D;
use plotreel::axes::{
    BoxplotOptions, EcdfOptions, ErrorbarOptions, EventplotOptions, HexbinOptions, Hist2dOptions,
    HistOptions, PieOptions, StairsOptions, StemOptions, ViolinOptions,
};
use pyo3::prelude::*;

use super::call::{Call, Method};

pub(super) const METHODS: &[Method] = &[
    ("hist", hist),
    ("hist2d", |c| {
        let (x, y) = (c.data("x")?, c.data("y")?);
        let options = c.options::<Hist2dOptions>()?;
        let drawn = c.flat()?.hist2d_with(&x, &y, &options);
        let (counts, xedges, yedges, mesh) = drawn.map_err(c.told())?;
        c.returns("counts", &counts.iter().copied().collect::<Vec<_>>())?;
        c.returns("xedges", &xedges)?;
        c.returns("yedges", &yedges)?;
        c.one("QuadMesh", Ok(mesh))
    }),
    ("hexbin", |c| {
        let (x, y) = (c.data("x")?, c.data("y")?);
        let mut options = HexbinOptions::new();
        if let Some(size) = c.take("gridsize")? {
            options = match size.extract::<(usize, usize)>() {
                Ok((nx, ny)) => options.with_gridsize_xy(nx, ny),
                Err(_) => options.with_gridsize(size.extract()?),
            };
        }
        c.take_options(&mut options)?;
        let drawn = c.flat()?.hexbin_with(&x, &y, &options);
        c.one("PolyCollection", drawn.map(|hexagons| hexagons.collection))
    }),
    ("errorbar", errorbar),
    ("stem", |c| {
        let (locs, heads) = (c.data("locs")?, c.data("heads")?);
        let label = c.take("label")?;
        let options = c.options::<StemOptions>()?;
        let stems = c
            .flat()?
            .stem_with(&locs, &heads, &options)
            .map_err(c.told())?;
        if let Some(label) = label {
            stems.set_label(c.flat()?, label.extract::<String>()?);
        }
        c.many("markerline", "Line2D", [stems.markerline])?;
        c.many("stemlines", "LineCollection", [stems.stemlines])?;
        c.many("baseline", "Line2D", [stems.baseline])
    }),
    ("eventplot", |c| {
        let rows = c.sets("positions")?;
        let options = c.options::<EventplotOptions>()?;
        let drawn = c
            .flat()?
            .eventplot_with(&rows, &options)
            .map_err(c.told())?;
        c.many("artists", "EventCollection", drawn)
    }),
    ("stairs", |c| {
        let (values, edges) = (c.data("values")?, c.data("edges")?);
        let options = c.options::<StairsOptions>()?;
        let steps = c.flat()?.stairs_with(&values, &edges, &options);
        c.one("StepPatch", steps)
    }),
    ("ecdf", |c| {
        let values = c.data("x")?;
        let options = c.options::<EcdfOptions>()?;
        let line = c.flat()?.ecdf_with(&values, &options);
        c.one("Line2D", line)
    }),
    ("pie", |c| {
        let values = c.numbers("x")?;
        let mut options = c.options::<PieOptions>()?;
        if let Some(fmt) = c.take("autopct")? {
            options = options
                .with_autopct(&fmt.extract::<String>()?)
                .map_err(c.told())?;
        }
        let slices = c.flat()?.pie_with(&values, &options).map_err(c.told())?;
        c.many("wedges", "Wedge", slices.wedges)?;
        c.many("texts", "Text", slices.texts)?;
        c.many("autotexts", "Text", slices.autotexts)
    }),
    ("boxplot", |c| {
        let sets = c.sets("x")?;
        let options = c.options::<BoxplotOptions>()?;
        let made = c.flat()?.boxplot_with(&sets, &options).map_err(c.told())?;
        match made.patches.is_empty() {
            true => c.many("boxes", "Line2D", made.boxes)?,
            false => c.many("boxes", "PathPatch", made.patches)?,
        }
        c.many("whiskers", "Line2D", made.whiskers)?;
        c.many("caps", "Line2D", made.caps)?;
        c.many("medians", "Line2D", made.medians)?;
        c.many("means", "Line2D", made.means)?;
        c.many("fliers", "Line2D", made.fliers)
    }),
    ("violinplot", |c| {
        let sets = c.sets("dataset")?;
        let options = c.options::<ViolinOptions>()?;
        let made = c
            .flat()?
            .violinplot_with(&sets, &options)
            .map_err(c.told())?;
        c.many("bodies", "FillBetweenPolyCollection", made.bodies)?;
        c.many("cmeans", "LineCollection", made.cmeans)?;
        c.many("cmaxes", "LineCollection", made.cmaxes)?;
        c.many("cmins", "LineCollection", made.cmins)?;
        c.many("cbars", "LineCollection", made.cbars)?;
        c.many("cmedians", "LineCollection", made.cmedians)?;
        c.many("cquantiles", "LineCollection", made.cquantiles)
    }),
];

fn hist(c: &mut Call<'_, '_>) -> PyResult<()> {
    let sets = c.sets("x")?;
    let options = c.options::<HistOptions>()?;
    let kind = c.text_or("histtype", "bar")?;
    let (counts, edges) = match kind.as_str() {
        "step" | "stepfilled" => {
            let drawn = c
                .flat()?
                .hist_step_sets(&sets, kind == "stepfilled", &options);
            let (counts, edges, steps) = drawn.map_err(c.told())?;
            c.many("patches", "PolyCollection", steps)?;
            (counts, edges)
        }
        _ => {
            let (counts, edges, bars) = c.flat()?.hist_sets(&sets, &options).map_err(c.told())?;
            c.many("patches", "BarContainer", bars)?;
            (counts, edges)
        }
    };
    for (i, counts) in counts.iter().enumerate() {
        c.returns(&format!("n{i}"), counts)?;
    }
    c.returns("bins", &edges)
}

fn errorbar(c: &mut Call<'_, '_>) -> PyResult<()> {
    let (x, y, label) = (c.data("x")?, c.data("y")?, c.take("label")?);
    let options = c.options::<ErrorbarOptions>()?;
    let made = c
        .flat()?
        .errorbar_with(&x, &y, &options)
        .map_err(c.told())?;
    if let Some(label) = label {
        made.set_label(c.flat()?, label.extract::<String>()?);
    }
    let lines = usize::from(made.data_line.is_some());
    c.many("data_line", "Line2D", made.data_line)?;
    c.many("caplines", "Line2D", made.caplines)?;
    c.many("barlinecols", "LineCollection", made.barlinecols)?;
    properties_of_line(c, lines)
}

/// Lets only the line of points with errors have the properties that remain, whether it is drawn (1) or not (0).
pub(super) fn properties_of_line(c: &mut Call<'_, '_>, lines: usize) -> PyResult<()> {
    c.properties_of_first(lines);
    match lines {
        0 => c.check_properties(&mut Line2D::new(&[0.0; 0], &[0.0; 0]).map_err(c.told())?),
        _ => Ok(()),
    }
}
