//! Methods of figures and subfigures that add axes and subfigures.

use plotreel::axes::{AxesBase, ColorbarOptions};
use plotreel::gridspec::{GridSpec, SubplotParams, SubplotSpec};
use plotreel::subplots::{SubfiguresOptions, SubplotsOptions};
use plotreel::{Axes, Handle, Options};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};

use super::call::{Call, Method, flat};
use super::labels::artist;
use super::part::Part;
use super::secondary::location;
use crate::error::exception;
use crate::figure::{Place, value};

pub(super) const METHODS: &[Method] = &[
    ("add_axes", |c| {
        let rect = c.need("rect")?.extract::<[f64; 4]>()?;
        let projection = c.text_or("projection", "rectilinear")?;
        let place =
            Place::add(c.base(), rect, &projection).ok_or_else(|| no_projection(&projection))?;
        let place = place.map_err(c.told())?;
        c.places([place])
    }),
    ("add_subplot", |c| {
        let spec = cells(&c.need("spec")?)?;
        let place = match c.text_or("projection", "rectilinear")?.as_str() {
            "rectilinear" => Place::Flat(c.base().add_subplot_at(spec)),
            "polar" => Place::Polar(c.base().add_subplot_polar_at(spec)),
            "3d" => Place::Space(c.base().add_subplot_3d_at(spec)),
            other => return Err(no_projection(other)),
        };
        c.places([place])
    }),
    ("subplots", |c| {
        let (rows, columns) = (count(c, "nrows")?, count(c, "ncols")?);
        let options = c.options::<SubplotsOptions>()?;
        let axs = c
            .base()
            .subplots_with(rows, columns, &options)
            .map_err(c.told())?;
        c.places(axs.into_iter().map(Place::Flat))
    }),
    ("twinx", |c| {
        let twin = parent(c)?;
        let twin = c.base().twinx(twin).map_err(c.told())?;
        c.places([Place::Flat(twin)])
    }),
    ("twiny", |c| {
        let twin = parent(c)?;
        let twin = c.base().twiny(twin).map_err(c.told())?;
        c.places([Place::Flat(twin)])
    }),
    ("inset_axes", |c| {
        let ax = parent(c)?;
        let bounds = c.need("bounds")?.extract::<[f64; 4]>()?;
        let inset = c.base().inset_axes(ax, bounds).map_err(c.told())?;
        c.places([Place::Flat(inset)])
    }),
    ("colorbar", colorbar),
    ("subfigures", |c| {
        let (rows, columns) = (count(c, "nrows")?, count(c, "ncols")?);
        let options = c.options::<SubfiguresOptions>()?;
        let parts = c.base().subfigures_with(rows, columns, &options);
        let parts = parts.map_err(c.told())?;
        c.places(parts.into_iter().map(Place::SubFigure))
    }),
    ("add_subfigure", |c| {
        let spec = cells(&c.need("spec")?)?;
        let part = c.base().add_subfigure(spec);
        c.places([Place::SubFigure(part)])
    }),
    ("secondary_axis", secondary_axis),
];

/// The flat axes that a call adds others to.
fn parent(c: &Call<'_, '_>) -> PyResult<Handle<Axes>> {
    flat(c.part("ax")?.contents()?)
}

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
    let told = |error| exception(given.py(), &error);
    let grid = match outer.is_none() {
        true => GridSpec::new(rows, columns),
        false => cells(&outer)?.subgridspec(rows, columns),
    };
    let grid = with_settings(grid.map_err(told)?, &settings)?;
    grid.span(top..bottom, left..right).map_err(told)
}

/// A grid with ratios, spaces and margins.
fn with_settings(mut grid: GridSpec, settings: &Bound<'_, PyDict>) -> PyResult<GridSpec> {
    let told = |error| exception(settings.py(), &error);
    let mut params = SubplotParams::new();
    let mut has_params = false;
    for (name, setting) in settings.iter() {
        let name = name.cast::<PyString>()?.to_str()?.to_owned();
        grid = match name.as_str() {
            "width_ratios" => grid.with_width_ratios(setting.extract::<Vec<f64>>()?),
            "height_ratios" => grid.with_height_ratios(setting.extract::<Vec<f64>>()?),
            "wspace" => grid.with_wspace(setting.extract()?),
            "hspace" => grid.with_hspace(setting.extract()?),
            name => {
                has_params = true;
                let set = params.set_option(name, &value(&setting)?);
                set.map(|()| grid)
            }
        }
        .map_err(told)?;
    }
    match has_params {
        true => grid.with_params(params).map_err(told),
        false => Ok(grid),
    }
}

fn colorbar(c: &mut Call<'_, '_>) -> PyResult<()> {
    let mappable = artist(c.fig, c.part("mappable")?.known()?)?;
    let options = c.options::<ColorbarOptions>()?;
    if let Some(place) = c.take("cax")? {
        let place = flat(place.cast::<Part>()?.get().contents()?)?;
        c.base()
            .colorbar_in(mappable, place, &options)
            .map_err(c.told())?;
        return c.places([Place::Flat(place)]);
    }
    let mut axs: Vec<Handle<AxesBase>> = Vec::new();
    for ax in c.need("ax")?.try_iter()? {
        let place = ax?.cast::<Part>()?.get().contents()?;
        let none = || PyTypeError::new_err("a colorbar is beside axes");
        axs.push(place.base().ok_or_else(none)?);
    }
    let bar = c
        .base()
        .colorbar_with(mappable, axs, &options)
        .map_err(c.told())?;
    c.places([Place::Flat(bar)])
}

fn secondary_axis(c: &mut Call<'_, '_>) -> PyResult<()> {
    let ax = parent(c)?;
    let location = location(&c.need("location")?)?;
    let axis = match c.text("axis")?.as_str() {
        "x" => c.base().secondary_xaxis(ax, location),
        _ => c.base().secondary_yaxis(ax, location),
    };
    let axis = axis.map_err(c.told())?;
    c.places([Place::Secondary(axis)])
}
