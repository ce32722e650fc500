//! A call of a method: its arguments by name, and what it makes.

use numpy::PyArray1;
use numpy::ndarray::Array2;
use plotreel::artists::ArtistKind;
use plotreel::axes::{AxesBase, PolarAxes};
use plotreel::axis::Axis;
use plotreel::figure::{FigureBase, FigurePart};
use plotreel::{Axes, Axes3D, Error, Handle, Options, Properties};
use pyo3::exceptions::{PyAttributeError, PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};

use super::data::{self, Data, Points};
use super::functions::Raised;
use super::kept::Kept;
use super::part::Part;
use super::{
    fields, figures, flat, labels, patches, secondary, shared, space, statistics, subplots, tables,
};
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
    pub(super) raised: Raised,
    place: Place,
    /// Those that the method has not taken yet; they are properties of what it makes.
    given: &'a Bound<'py, PyDict>,
    made: Bound<'py, PyDict>,
    /// The artists that it made.
    parts: Vec<Part>,
    /// How many of them have the properties that remain; all, if that is not said.
    with_properties: Option<usize>,
}

/// Calls a method of the figure, of a subfigure or of axes.
pub(super) fn call<'py>(
    mut figure: PyRefMut<'py, Figure>,
    place: Place,
    name: &str,
    given: Bound<'py, PyDict>,
) -> PyResult<Bound<'py, PyDict>> {
    let method = method_of(place, name)?;
    check_present(&figure.figure, place)?;
    let before = cycle(&figure.figure, place);
    let mut names = COLORS.iter();
    let has_color = names.any(|name| given.contains(name).unwrap_or(false));
    if given.contains("own_color")? {
        given.del_item("own_color")?;
    }
    let kept = Kept::of(&figure.figure, place);
    let raised = figure.raised.clone();
    let mut call = Call {
        fig: &mut figure.figure,
        raised: raised.clone(),
        place,
        given: &given,
        made: PyDict::new(given.py()),
        parts: Vec::new(),
        with_properties: None,
    };
    let done = method(&mut call);
    let done = raised.check().and(done);
    match done.and_then(|()| call.set_properties()) {
        Err(refused) => {
            kept.restore(&mut figure.figure);
            Err(refused)
        }
        Ok(()) => {
            let made = call.made;
            // What has its own colour takes none of the cycle.
            if let Some(before) = before.filter(|_| has_color) {
                set_cycle(&mut figure.figure, place, before);
            }
            Ok(made)
        }
    }
}

fn method_of(place: Place, name: &str) -> PyResult<fn(&mut Call<'_, '_>) -> PyResult<()>> {
    let tables: &[&[Method]] = match place {
        Place::Figure => &[figures::METHODS, labels::METHODS, subplots::METHODS],
        Place::SubFigure(_) => &[labels::METHODS, subplots::METHODS],
        Place::Space(_) => &[space::METHODS, shared::METHODS],
        Place::Secondary(_) => &[secondary::METHODS, shared::METHODS],
        Place::Flat(_) | Place::Polar(_) => &[
            flat::METHODS,
            statistics::METHODS,
            fields::METHODS,
            patches::METHODS,
            tables::METHODS,
            shared::METHODS,
        ],
    };
    let mut methods = tables.iter().flat_map(|table| table.iter());
    match methods.find(|(known, _)| *known == name) {
        Some((_, method)) => Ok(*method),
        None => Err(PyAttributeError::new_err(format!(
            "there is no {name} here"
        ))),
    }
}

fn check_present(fig: &plotreel::Figure, place: Place) -> PyResult<()> {
    let is_present = match place {
        Place::SubFigure(part) => fig.get_subfigure(part).is_some(),
        _ => place.base().is_none_or(|ax| fig.get_axes(ax).is_some()),
    };
    match is_present {
        true => Ok(()),
        false => Err(PyValueError::new_err(
            "this part went when its figure was cleared: add a new one",
        )),
    }
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

    /// The figure, or the subfigure.
    pub(super) fn base(&mut self) -> &mut FigureBase {
        match self.place {
            Place::SubFigure(part) => &mut self.fig[part],
            _ => self.fig,
        }
    }

    pub(super) fn flat(&mut self) -> PyResult<&mut Axes> {
        let ax = self.handle()?;
        Ok(&mut self.fig[ax])
    }

    /// The handle of axes of any kind.
    pub(super) fn axes(&self) -> PyResult<Handle<AxesBase>> {
        let none = || PyTypeError::new_err("these are no axes");
        self.place.base().ok_or_else(none)
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

    /// Axes or subfigures that a call made.
    pub(super) fn places(&mut self, places: impl IntoIterator<Item = Place>) -> PyResult<()> {
        let parts: Vec<Part> = places.into_iter().map(Part::at).collect();
        self.made.set_item("places", parts)
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

    /// Takes the properties that remain, if an artist like this one can have them.
    pub(super) fn check_properties(&self, like: &mut impl Properties) -> PyResult<()> {
        for (name, given) in self.rest()?.iter() {
            let name = name.cast::<PyString>()?.to_str()?;
            let set = like.set_property(name, &value(&given)?);
            set.map_err(self.told())?;
        }
        Ok(())
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
}
