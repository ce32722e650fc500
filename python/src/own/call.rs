//! A call of a method: its arguments by name, and what it makes.

use numpy::PyArray1;
use numpy::ndarray::Array2;
use plotreel::artists::ArtistKind;
use plotreel::axes::PolarAxes;
use plotreel::axis::Axis;
use plotreel::figure::FigurePart;
use plotreel::{Axes, Axes3D, Error, Handle, Options};
use pyo3::exceptions::{PyAttributeError, PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};

use super::data::{self, Data, Points};
use super::functions::raise;
use super::part::Part;
use super::{fields, figures, flat, patches, shared, space, statistics};
use crate::error::exception;
use crate::figure::{Figure, Place, value};
use crate::settings::take;

/// A method: its name, and what it does.
pub(super) type Method = (&'static str, fn(&mut Call<'_, '_>) -> PyResult<()>);

/// Arguments with which what is drawn takes no colour of the cycle.
const COLORS: [&str; 7] = [
    "color",
    "c",
    "facecolor",
    "facecolors",
    "fc",
    "colors",
    "own_color",
];

/// The call of a method.
pub(super) struct Call<'a, 'py> {
    pub(super) fig: &'a mut plotreel::Figure,
    place: Place,
    /// Those that the method has not taken yet; they are properties of what it makes.
    given: &'a Bound<'py, PyDict>,
    made: Bound<'py, PyDict>,
    /// The artists that it made, which go if it is refused.
    parts: Vec<Part>,
    /// How many of them have the properties that remain; all, if that is not said.
    with_properties: Option<usize>,
}

/// Calls a method of the figure or of axes.
pub(super) fn call<'py>(
    mut figure: PyRefMut<'py, Figure>,
    place: Place,
    name: &str,
    given: Bound<'py, PyDict>,
) -> PyResult<Bound<'py, PyDict>> {
    let py = figure.py();
    let tables: &[&[Method]] = match place {
        Place::Figure => &[figures::METHODS],
        Place::Space(_) => &[space::METHODS, shared::METHODS],
        _ => &[
            flat::METHODS,
            statistics::METHODS,
            fields::METHODS,
            patches::METHODS,
            shared::METHODS,
        ],
    };
    let mut methods = tables.iter().flat_map(|table| table.iter());
    let Some((_, method)) = methods.find(|(known, _)| *known == name) else {
        return Err(PyAttributeError::new_err(format!(
            "there is no {name} here"
        )));
    };
    let before = cycle(&figure.figure, place);
    if before.is_none() && place.base().is_some() {
        return Err(PyValueError::new_err(
            "these axes went when their figure was cleared: add new ones",
        ));
    }
    let has_color = COLORS
        .iter()
        .any(|name| given.contains(name).unwrap_or(false));
    if given.contains("own_color")? {
        given.del_item("own_color")?;
    }
    let mut call = Call {
        fig: &mut figure.figure,
        place,
        given: &given,
        made: PyDict::new(py),
        parts: Vec::new(),
        with_properties: None,
    };
    let made = method(&mut call)
        .and_then(|()| raise())
        .and_then(|()| call.set_properties());
    let made = match made {
        Ok(()) => Ok(call.made),
        Err(refused) => {
            call.take_back();
            Err(refused)
        }
    };
    // What has its own colour, or is refused, takes none of the cycle.
    if let Some(before) = before.filter(|_| has_color || made.is_err()) {
        set_cycle(&mut figure.figure, place, before);
    }
    made
}

/// Takes the limits without what was removed.
fn forget_limits(fig: &mut plotreel::Figure, place: Place) {
    let Some(ax) = place.base() else { return };
    fig[ax].relim();
    fig[ax].autoscale_view();
}

fn cycle(fig: &plotreel::Figure, place: Place) -> Option<[usize; 2]> {
    Some(fig.get_axes(place.base()?)?.cycle_places())
}

pub(super) fn set_cycle(fig: &mut plotreel::Figure, place: Place, places: [usize; 2]) {
    if let Some(ax) = place.base() {
        fig[ax].set_cycle_places(places);
    }
}

/// The handle of flat or polar axes.
pub(super) fn flat(place: Place) -> PyResult<Handle<Axes>> {
    match place {
        Place::Flat(ax) => Ok(ax),
        Place::Polar(ax) => Ok(ax.into()),
        _ => Err(PyTypeError::new_err("these are not flat axes")),
    }
}

impl<'py> Call<'_, 'py> {
    pub(super) fn py(&self) -> Python<'py> {
        self.given.py()
    }

    pub(super) fn told(&self) -> impl Fn(Error) -> PyErr + use<'py> {
        let py = self.py();
        move |error| exception(py, &error)
    }

    pub(super) fn place(&self) -> Place {
        self.place
    }

    /// The handle of flat or polar axes.
    pub(super) fn handle(&self) -> PyResult<Handle<Axes>> {
        flat(self.place)
    }

    pub(super) fn flat(&mut self) -> PyResult<&mut Axes> {
        let ax = self.handle()?;
        Ok(&mut self.fig[ax])
    }

    /// Polar axes, of which something is asked that others have not.
    pub(super) fn polar(&mut self, what: &str) -> PyResult<&mut PolarAxes> {
        match self.place {
            Place::Polar(ax) => Ok(&mut self.fig[ax]),
            _ => Err(PyAttributeError::new_err(format!(
                "only polar axes have {what}"
            ))),
        }
    }

    pub(super) fn axis(&mut self, name: &str) -> PyResult<&mut Axis> {
        let axis = self.place.axis(name);
        let none = || PyValueError::new_err(format!("axis can't be {name:?}: give x, y or both"));
        Ok(&mut self.fig[axis.ok_or_else(none)?])
    }

    pub(super) fn space(&mut self) -> PyResult<&mut Axes3D> {
        match self.place {
            Place::Space(ax) => Ok(&mut self.fig[ax]),
            _ => Err(PyTypeError::new_err("these are not 3-D axes")),
        }
    }

    /// Takes an argument; `None` counts as not given.
    pub(super) fn take(&self, name: &str) -> PyResult<Option<Bound<'py, PyAny>>> {
        let given = take(self.given, name)?;
        if given.is_none() && self.given.contains(name)? {
            self.given.del_item(name)?;
        }
        Ok(given)
    }

    pub(super) fn need(&self, name: &str) -> PyResult<Bound<'py, PyAny>> {
        let missing = || PyTypeError::new_err(format!("the argument {name} is missing"));
        self.take(name)?.ok_or_else(missing)
    }

    pub(super) fn data(&self, name: &str) -> PyResult<Data> {
        Data::read(&self.need(name)?)
    }

    pub(super) fn numbers(&self, name: &str) -> PyResult<Vec<f64>> {
        data::numbers(&self.need(name)?)
    }

    pub(super) fn points(&self, name: &str) -> PyResult<Points> {
        Points::read(&self.need(name)?)
    }

    pub(super) fn grid(&self, name: &str) -> PyResult<Array2<f64>> {
        data::grid(&self.need(name)?)
    }

    pub(super) fn number(&self, name: &str) -> PyResult<f64> {
        self.need(name)?.extract()
    }

    pub(super) fn text(&self, name: &str) -> PyResult<String> {
        self.need(name)?.extract()
    }

    pub(super) fn text_or(&self, name: &str, usual: &str) -> PyResult<String> {
        match self.take(name)? {
            Some(text) => text.extract(),
            None => Ok(usual.to_owned()),
        }
    }

    pub(super) fn flag_or(&self, name: &str, usual: bool) -> PyResult<bool> {
        match self.take(name)? {
            Some(flag) => flag.extract(),
            None => Ok(usual),
        }
    }

    pub(super) fn pair(&self, name: &str) -> PyResult<(f64, f64)> {
        self.need(name)?.extract()
    }

    /// Several sequences of numbers.
    pub(super) fn sets(&self, name: &str) -> PyResult<Vec<Vec<f64>>> {
        let sets = self.need(name)?.try_iter()?;
        sets.map(|set| data::numbers(&set?)).collect()
    }

    pub(super) fn part(&self, name: &str) -> PyResult<Part> {
        Ok(*self.need(name)?.cast::<Part>()?.get())
    }

    /// Takes the handle of an artist of a class; `needed` is the error if it is of another.
    pub(super) fn artist<A: ArtistKind>(&self, name: &str, needed: &str) -> PyResult<Handle<A>> {
        let artist = self.fig.downcast::<A>(self.part(name)?.known()?);
        artist.ok_or_else(|| PyTypeError::new_err(needed.to_owned()))
    }

    /// Takes those arguments that are options.
    pub(super) fn options<O: Options + Default>(&self) -> PyResult<O> {
        let mut options = O::default();
        self.take_options(&mut options)?;
        Ok(options)
    }

    pub(super) fn take_options(&self, options: &mut dyn Options) -> PyResult<()> {
        for name in self.given.keys() {
            let text = name.cast::<PyString>()?.to_str()?.to_owned();
            let Some(given) = self.given.get_item(&name)? else {
                continue;
            };
            // A type that is no option by name is taken by the method itself.
            let Ok(value) = value(&given) else { continue };
            if let Some(set) = options.try_set_option(&text, &value) {
                set.map_err(self.told())?;
                self.given.del_item(&name)?;
            }
        }
        Ok(())
    }

    /// Takes all arguments that remain.
    pub(super) fn rest(&self) -> PyResult<Bound<'py, PyDict>> {
        let rest = self.given.copy()?;
        self.given.clear();
        Ok(rest)
    }

    /// The artist that a call made.
    pub(super) fn one<A: FigurePart>(
        &mut self,
        kind: &'static str,
        handle: Result<Handle<A>, Error>,
    ) -> PyResult<()> {
        let part = Part::of(handle.map_err(self.told())?, kind);
        self.parts.push(part);
        self.made.set_item("artist", part)
    }

    /// Artists that a call made, one of its groups.
    pub(super) fn many<A: FigurePart>(
        &mut self,
        group: &str,
        kind: &'static str,
        handles: impl IntoIterator<Item = Handle<A>>,
    ) -> PyResult<()> {
        let parts: Vec<Part> = handles
            .into_iter()
            .map(|handle| Part::of(handle, kind))
            .collect();
        self.parts.extend(&parts);
        self.made.set_item(group, parts)
    }

    /// Axes that a call made.
    pub(super) fn axes(&mut self, axes: impl IntoIterator<Item = Place>) -> PyResult<()> {
        let parts: Vec<Part> = axes.into_iter().map(Part::axes).collect();
        self.made.set_item("axes", parts)
    }

    /// Numbers that a call returns.
    pub(super) fn returns(&mut self, name: &str, numbers: &[f64]) -> PyResult<()> {
        self.made
            .set_item(name, PyArray1::from_slice(self.py(), numbers))
    }

    /// An object that a call returns.
    pub(super) fn made(&self, name: &str, object: Bound<'py, impl Sized>) -> PyResult<()> {
        self.made.set_item(name, object.into_any())
    }

    /// Only the first artists have the properties that remain.
    pub(super) fn properties_of_first(&mut self, count: usize) {
        self.with_properties = Some(count);
    }

    /// Refuses the arguments that remain, of a method that makes no artist.
    pub(super) fn refuse_rest(&self) -> PyResult<()> {
        match self.given.keys().iter().next() {
            None => Ok(()),
            Some(unknown) => Err(PyTypeError::new_err(format!(
                "unexpected keyword argument {unknown}"
            ))),
        }
    }

    fn set_properties(&mut self) -> PyResult<()> {
        let count = self.with_properties.unwrap_or(self.parts.len());
        if count == 0 {
            return self.refuse_rest();
        }
        let parts = &self.parts[..count];
        parts
            .iter()
            .try_for_each(|part| part.set_all(self.fig, self.given))
    }

    /// Removes what a call that is refused has made.
    fn take_back(&mut self) {
        if self.parts.is_empty() {
            return;
        }
        for part in &self.parts {
            part.take_from(self.fig);
        }
        forget_limits(self.fig, self.place);
    }
}
