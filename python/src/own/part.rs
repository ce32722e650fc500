//! `Part`: a figure, axes, or an artist, by which Python calls, sets and reads it.

use numpy::PyArray1;
use plotreel::artists::ArtistBase;
use plotreel::figure::FigurePart;
use plotreel::{AnyHandle, Handle};
use pyo3::exceptions::{PyAttributeError, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString, PyTuple};

use super::tables::CellPart;
use super::{call, changes, functions, looks, tables};
use crate::error::exception;
use crate::figure::ticker::{Settings, Ticks, set_formatter, set_locator};
use crate::figure::{Figure, Place, to_python, value};

/// A part of a figure: the figure itself, a subfigure, axes, a part of axes, or an artist.
#[pyclass(module = "plotreel._plotreel", frozen)]
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part {
    /// The class of it, by matplotlib's name.
    #[pyo3(get)]
    pub(super) kind: &'static str,
    /// The place of what it contains, if it is the figure, a subfigure or axes.
    pub(super) place: Option<Place>,
    /// `None` of the figure.
    pub(super) handle: Option<AnyHandle>,
}

#[pymethods]
impl Part {
    /// The figure itself.
    #[staticmethod]
    fn figure() -> Self {
        Self::at(Place::Figure)
    }

    /// Calls a method of the figure or of axes by matplotlib's name, with its arguments by name, and returns what that
    /// made: parts, arrays, and lists of them.
    fn call<'py>(
        &self,
        figure: PyRefMut<'py, Figure>,
        name: &str,
        arguments: Bound<'py, PyDict>,
    ) -> PyResult<Bound<'py, PyDict>> {
        call::call(figure, self.contents()?, name, arguments)
    }

    /// Changes the data of an artist by matplotlib's method.
    fn change(
        &self,
        mut figure: PyRefMut<'_, Figure>,
        name: &str,
        arguments: &Bound<'_, PyTuple>,
    ) -> PyResult<()> {
        changes::change(&mut figure.figure, self.known()?, name, arguments)
    }

    /// Sets properties by name.
    pub(super) fn set(
        &self,
        mut figure: PyRefMut<'_, Figure>,
        properties: &Bound<'_, PyDict>,
    ) -> PyResult<()> {
        self.set_all(&mut figure.figure, properties)
    }

    /// Returns a property.
    fn get<'py>(&self, figure: PyRef<'py, Figure>, name: &str) -> PyResult<Bound<'py, PyAny>> {
        let py = figure.py();
        let property = figure.figure.property(self.known()?, name);
        to_python(py, &property.map_err(|e| exception(py, &e))?)
    }

    /// Returns the data of a line, x and y, or x, y and z.
    fn data<'py>(&self, figure: PyRef<'py, Figure>) -> PyResult<Vec<Bound<'py, PyArray1<f64>>>> {
        let py = figure.py();
        let data = changes::data(&figure.figure, self.known()?);
        let data = data.ok_or_else(|| PyTypeError::new_err("this artist is not a line"))?;
        Ok(data
            .map(|numbers| PyArray1::from_slice(py, numbers))
            .collect())
    }

    /// Returns the rows and columns of all cells of a table.
    fn cells(&self, figure: PyRef<'_, Figure>) -> PyResult<Vec<(i32, i32)>> {
        tables::cells(&figure.figure, self.known()?)
    }

    /// Sets properties of a cell of a table, or of its text.
    fn set_cell(
        &self,
        mut figure: PyRefMut<'_, Figure>,
        cell: CellPart,
        properties: &Bound<'_, PyDict>,
    ) -> PyResult<()> {
        tables::set(&mut figure.figure, self.known()?, cell, properties)
    }

    /// Returns a property of a cell of a table, or of its text.
    fn get_cell<'py>(
        &self,
        figure: PyRef<'py, Figure>,
        cell: CellPart,
        name: &str,
    ) -> PyResult<Bound<'py, PyAny>> {
        tables::get(figure.py(), &figure.figure, self.known()?, cell, name)
    }

    /// Its properties: name and aliases.
    fn properties(
        &self,
        figure: PyRef<'_, Figure>,
    ) -> PyResult<Vec<(&'static str, Vec<&'static str>)>> {
        let known = figure.figure.properties(self.known()?);
        let known = known.map_err(|e| exception(figure.py(), &e))?;
        Ok(known
            .into_iter()
            .map(|property| (property.name, property.aliases.to_vec()))
            .collect())
    }

    /// A part of axes: an axis ("x"), its ticks ("x major"), or a spine ("left").
    fn part(&self, name: &str) -> PyResult<Self> {
        let handle = self.contents()?.part(name);
        let handle = handle.ok_or_else(|| {
            PyAttributeError::new_err(format!("these axes have no part {name:?}"))
        })?;
        let kind = match name {
            "x" | "y" | "z" => "Axis",
            name if name.contains(' ') => "Ticks",
            _ => "Spine",
        };
        Ok(Self {
            kind,
            place: None,
            handle: Some(handle),
        })
    }

    /// Sets the locator or the formatter of an axis of axes, by matplotlib's name of its class.
    fn set_ticker(
        &self,
        mut figure: PyRefMut<'_, Figure>,
        axis: &str,
        minor: bool,
        name: &str,
        settings: &Bound<'_, PyDict>,
    ) -> PyResult<()> {
        let axis = self.contents()?.axis(axis);
        let axis = axis.ok_or_else(|| PyAttributeError::new_err("these axes have no such axis"))?;
        // An error if the axes went.
        let known = figure.figure.property(self.known()?, "visible");
        known.map_err(|e| exception(figure.py(), &e))?;
        let raised = figure.raised.clone();
        let ticks = Ticks::new(&mut figure.figure[axis], minor);
        match name {
            "FuncFormatter" => functions::set_formatter(ticks, Settings(settings), &raised),
            name if name.ends_with("Locator") => set_locator(ticks, name, Settings(settings)),
            name => set_formatter(ticks, name, Settings(settings)),
        }
    }

    /// Removes an artist.
    fn remove(&self, mut figure: PyRefMut<'_, Figure>) {
        self.take_from(&mut figure.figure);
    }
}

impl Part {
    /// An artist, or a part of axes.
    pub(super) fn of<A: FigurePart>(handle: Handle<A>, kind: &'static str) -> Self {
        Self {
            kind,
            place: None,
            handle: Some(handle.into()),
        }
    }

    /// Axes or a subfigure.
    pub(super) fn at(place: Place) -> Self {
        Self {
            kind: match place {
                Place::Figure => "Figure",
                Place::SubFigure(_) => "SubFigure",
                Place::Flat(_) => "Axes",
                Place::Polar(_) => "PolarAxes",
                Place::Space(_) => "Axes3D",
                Place::Secondary(_) => "SecondaryAxis",
            },
            place: Some(place),
            handle: place.handle(),
        }
    }

    pub(super) fn known(&self) -> PyResult<AnyHandle> {
        let none = || PyTypeError::new_err("a figure has no properties by name");
        self.handle.ok_or_else(none)
    }

    pub(super) fn contents(&self) -> PyResult<Place> {
        let none = || PyTypeError::new_err(format!("a {} is not axes", self.kind));
        self.place.ok_or_else(none)
    }

    pub(super) fn set_all(
        &self,
        figure: &mut plotreel::Figure,
        properties: &Bound<'_, PyDict>,
    ) -> PyResult<()> {
        let handle = self.known()?;
        for (name, given) in properties.iter() {
            let name = name.cast::<PyString>()?.to_str()?;
            if looks::set(figure, handle, name, &given)? {
                continue;
            }
            let set = figure.set(handle, name, value(&given)?);
            set.map_err(|e| exception(given.py(), &e))?;
        }
        Ok(())
    }

    pub(super) fn take_from(&self, figure: &mut plotreel::Figure) {
        let artist = self
            .handle
            .and_then(|handle| figure.downcast::<ArtistBase>(handle));
        if let Some(artist) = artist {
            figure.remove(artist);
        }
    }
}
