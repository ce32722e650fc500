//! Methods of figures.

use std::path::{Path, PathBuf};

use plotreel::artists::ArtistBase;
use plotreel::axes::{AxesBase, ColorbarOptions};
use plotreel::gridspec::{GridSpec, SubplotParams, SubplotSpec};
use plotreel::layout::{ConstrainedLayout, LayoutEngine, TightLayout};
use plotreel::legend::LegendEntry;
use plotreel::subplots::SubplotsOptions;
use plotreel::writers::{Destination, MemoryFile, Metadata};
use plotreel::{AnyHandle, Figure, Handle, SavefigOptions, Style};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyString};

use super::call::{Call, Method, flat};
use super::functions::raise;
use super::part::Part;
use crate::figure::{Place, value};

pub(super) const METHODS: &[Method] = &[
    ("add_axes", |c| {
        let rect = c.need("rect")?.extract::<[f64; 4]>()?;
        let projection = c.text_or("projection", "rectilinear")?;
        let place =
            Place::add(c.fig, rect, &projection).ok_or_else(|| no_projection(&projection))?;
        let place = place.map_err(c.told())?;
        c.axes([place])
    }),
    ("add_subplot", |c| {
        let spec = cells(&c.need("spec")?)?;
        let place = match c.text_or("projection", "rectilinear")?.as_str() {
            "rectilinear" => Place::Flat(c.fig.add_subplot_at(spec)),
            "polar" => Place::Polar(c.fig.add_subplot_polar_at(spec)),
            "3d" => Place::Space(c.fig.add_subplot_3d_at(spec)),
            other => return Err(no_projection(other)),
        };
        c.axes([place])
    }),
    ("subplots", |c| {
        let (rows, columns) = (count(c, "nrows")?, count(c, "ncols")?);
        let options = c.options::<SubplotsOptions>()?;
        let axs = c
            .fig
            .subplots_with(rows, columns, &options)
            .map_err(c.told())?;
        c.axes(axs.into_iter().map(Place::Flat))
    }),
    ("twinx", |c| {
        let twin = flat(c.part("ax")?.contents()?)?;
        let twin = c.fig.twinx(twin).map_err(c.told())?;
        c.axes([Place::Flat(twin)])
    }),
    ("twiny", |c| {
        let twin = flat(c.part("ax")?.contents()?)?;
        let twin = c.fig.twiny(twin).map_err(c.told())?;
        c.axes([Place::Flat(twin)])
    }),
    ("inset_axes", |c| {
        let ax = flat(c.part("ax")?.contents()?)?;
        let bounds = c.need("bounds")?.extract::<[f64; 4]>()?;
        let inset = c.fig.inset_axes(ax, bounds).map_err(c.told())?;
        c.axes([Place::Flat(inset)])
    }),
    ("text", |c| {
        let (x, y, text) = (c.number("x")?, c.number("y")?, c.text("s")?);
        let text = c.fig.text(x, y, text);
        c.one("Text", Ok(text))
    }),
    ("suptitle", |c| {
        let text = c.text("t")?;
        let text = c.fig.suptitle(text);
        c.one("Text", Ok(text))
    }),
    ("supxlabel", |c| {
        let text = c.text("t")?;
        let text = c.fig.supxlabel(text);
        c.one("Text", Ok(text))
    }),
    ("supylabel", |c| {
        let text = c.text("t")?;
        let text = c.fig.supylabel(text);
        c.one("Text", Ok(text))
    }),
    ("legend", |c| {
        let legend = match entries(c)? {
            Some(entries) => c.fig.legend_with(entries),
            None => c.fig.legend(),
        };
        c.one("Legend", Ok(legend))
    }),
    ("colorbar", colorbar),
    ("clear", |c| {
        c.fig.clear();
        Ok(())
    }),
    ("set_facecolor", |c| {
        let color = c.text("color")?;
        c.fig.set_facecolor(color.as_str()).map_err(c.told())
    }),
    ("align_labels", |c| {
        c.fig.align_labels();
        Ok(())
    }),
    ("autofmt_xdate", |c| {
        let (bottom, rotation) = (c.number("bottom")?, c.number("rotation")?);
        c.fig.autofmt_xdate_with(bottom, rotation).map_err(c.told())
    }),
    ("subplots_adjust", |c| {
        let mut params: SubplotParams = c.fig.subplot_params();
        c.take_options(&mut params)?;
        c.fig.subplots_adjust(params).map_err(c.told())
    }),
    ("tight_layout", |c| {
        let options = c.options::<TightLayout>()?;
        c.fig.tight_layout_with(&options).map_err(c.told())
    }),
    ("set_layout_engine", |c| {
        let name = c.text_or("layout", "none")?;
        let engine: LayoutEngine = match name.as_str() {
            "tight" => c.options::<TightLayout>()?.into(),
            "constrained" => c.options::<ConstrainedLayout>()?.into(),
            "compressed" => {
                let mut options = ConstrainedLayout::new().with_compress(true);
                c.take_options(&mut options)?;
                options.into()
            }
            _ => LayoutEngine::try_from(name.as_str()).map_err(c.told())?,
        };
        c.fig.set_layout_engine(engine).map_err(c.told())
    }),
    ("use_style", |c| {
        let names: Vec<String> = c.need("names")?.extract()?;
        let mut style = Style::named(names.iter().map(String::as_str)).map_err(c.told())?;
        for (name, given) in c.need("params")?.cast::<PyDict>()?.iter() {
            let (name, text): (String, String) = (name.extract()?, given.extract()?);
            style = style.with_param(&name, &text).map_err(c.told())?;
        }
        let styled = c.fig.clone().with_style(style).map_err(c.told())?;
        *c.fig = styled;
        Ok(())
    }),
    ("savefig", savefig),
];

fn count(c: &Call<'_, '_>, name: &str) -> PyResult<usize> {
    c.need(name)?.extract()
}

fn no_projection(name: &str) -> PyErr {
    PyValueError::new_err(format!(
        "there is no projection {name:?}: choose rectilinear, polar or 3d"
    ))
}

/// The cells of (rows, columns, settings, outer cells, (first and last row), (first and last column)).
fn cells(given: &Bound<'_, PyAny>) -> PyResult<SubplotSpec> {
    type Given<'py> = (
        usize,
        usize,
        Bound<'py, PyDict>,
        Bound<'py, PyAny>,
        (usize, usize),
        (usize, usize),
    );
    let (rows, columns, settings, outer, (top, bottom), (left, right)): Given<'_> =
        given.extract()?;
    let told = |error| crate::error::exception(given.py(), &error);
    let mut grid = match outer.is_none() {
        true => GridSpec::new(rows, columns),
        false => cells(&outer)?.subgridspec(rows, columns),
    }
    .map_err(told)?;
    let mut params = SubplotParams::new();
    let mut has_params = false;
    for (name, setting) in settings.iter() {
        let name = name.cast::<PyString>()?.to_str()?.to_owned();
        grid = match name.as_str() {
            "width_ratios" => grid
                .with_width_ratios(setting.extract::<Vec<f64>>()?)
                .map_err(told)?,
            "height_ratios" => grid
                .with_height_ratios(setting.extract::<Vec<f64>>()?)
                .map_err(told)?,
            "wspace" => grid.with_wspace(setting.extract()?).map_err(told)?,
            "hspace" => grid.with_hspace(setting.extract()?).map_err(told)?,
            name => {
                use plotreel::Options;
                params.set_option(name, &value(&setting)?).map_err(told)?;
                has_params = true;
                grid
            }
        };
    }
    if has_params {
        grid = grid.with_params(params).map_err(told)?;
    }
    grid.span(top..bottom, left..right).map_err(told)
}

/// The artists of a legend with their labels, if they are given.
pub(super) fn entries(c: &Call<'_, '_>) -> PyResult<Option<Vec<LegendEntry>>> {
    let Some(given) = c.take("entries")? else {
        return Ok(None);
    };
    let mut entries = Vec::new();
    for entry in given.try_iter()? {
        let (part, label): (Bound<'_, Part>, String) = entry?.extract()?;
        entries.push(LegendEntry::new(artist(c.fig, part.get().known()?)?, label));
    }
    Ok(Some(entries))
}

fn artist(fig: &Figure, handle: AnyHandle) -> PyResult<Handle<ArtistBase>> {
    let artist = fig.downcast::<ArtistBase>(handle);
    artist.ok_or_else(|| PyValueError::new_err("this artist is not in the figure, or was removed"))
}

fn colorbar(c: &mut Call<'_, '_>) -> PyResult<()> {
    let mappable = artist(c.fig, c.part("mappable")?.known()?)?;
    let options = c.options::<ColorbarOptions>()?;
    if let Some(place) = c.take("cax")? {
        let place = flat(place.cast::<Part>()?.get().contents()?)?;
        c.fig
            .colorbar_in(mappable, place, &options)
            .map_err(c.told())?;
        return c.axes([Place::Flat(place)]);
    }
    let mut axs: Vec<Handle<AxesBase>> = Vec::new();
    for ax in c.need("ax")?.try_iter()? {
        let place = ax?.cast::<Part>()?.get().contents()?;
        let none = || PyTypeError::new_err("a colorbar is beside axes");
        axs.push(place.base().ok_or_else(none)?);
    }
    let bar = c
        .fig
        .colorbar_with(mappable, axs, &options)
        .map_err(c.told())?;
    c.axes([Place::Flat(bar)])
}

fn savefig(c: &mut Call<'_, '_>) -> PyResult<()> {
    let mut options = SavefigOptions::new();
    if let Some(given) = c.take("metadata")? {
        let given: Vec<(String, String)> = given.extract()?;
        let metadata = given
            .iter()
            .fold(Metadata::new(), |all, (key, text)| all.with(key, text));
        options = options.with_metadata(metadata);
    }
    c.take_options(&mut options)?;
    let path: Option<PathBuf> = c.take("fname")?.map(|path| path.extract()).transpose()?;
    let format = c.take("format")?;
    c.refuse_rest()?;
    let (fig, py) = (&*c.fig, c.py());
    let file = MemoryFile::new();
    match &path {
        // The library says what is wrong with the name.
        Some(path) if format.is_none() && !is_png(path) => {
            fig.savefig_with(path.as_path(), &options)
        }
        _ => py.detach(|| fig.savefig_with(Destination::memory(&file, "png"), &options)),
    }
    .map_err(c.told())?;
    // A function of Python's that failed leaves an older file as it is.
    raise()?;
    match path {
        Some(path) => py
            .detach(|| Destination::path(path).write(&file.take()))
            .map_err(c.told()),
        None => c.made("file", PyBytes::new(py, &file.take())),
    }
}

fn is_png(path: &Path) -> bool {
    path.extension()
        .is_some_and(|suffix| suffix.eq_ignore_ascii_case("png"))
}
