//! The properties of artists and axes by name: one table for each type.

pub(crate) mod forms;
mod kinds;
mod named;
#[cfg(test)]
mod one_of_each;
pub(crate) mod options;
pub(crate) mod outcome;
pub(crate) mod table;
#[cfg(test)]
mod tests;
mod value;

pub(crate) use kinds::{
    Angle, Check, Columns, Fraction, Length, Margin, Markers, Maybe, Positive, PropertyType,
    finite_rect, refused,
};
pub(crate) use named::{names, parsed};
pub use options::Options;
pub(crate) use options::options;
pub(crate) use table::{Row, properties};
pub use value::Value;

use std::any::{Any, TypeId};

use crate::error::{Error, Result, nearest_name};

/// What is known of a property, whatever its value.
///
/// ```
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let line = fig[ax].plot(&[0, 1], &[0, 1])?;
/// let width = fig.properties(line)?.into_iter().find(|property| property.name == "linewidth");
/// assert_eq!(width.map(|property| property.aliases), Some(&["lw"][..]));
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Property {
    /// matplotlib's name.
    pub name: &'static str,
    /// Other names for it.
    pub aliases: &'static [&'static str],
    /// What it is, with its unit.
    pub doc: &'static str,
    /// What values it takes.
    pub takes: &'static str,
}

impl Property {
    pub(crate) fn is_called(&self, name: &str) -> bool {
        self.name == name || self.aliases.contains(&name)
    }
}

/// Objects with properties that are set and read by name.
///
/// [`FigureBase::set`](crate::figure::FigureBase::set) and [`FigureBase::property`](crate::figure::FigureBase::property) reach those of artists, axes
/// and the parts of axes by their handles; borrowed objects have them, too:
///
/// ```
/// use plotreel::{Figure, Properties, Value};
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// fig[ax].xaxis.set_property("label_text", &"time".into())?;
/// assert_eq!(fig[ax].xaxis.property("label_text")?, Value::from("time"));
/// # Ok::<(), plotreel::Error>(())
/// ```
pub trait Properties {
    /// Sets a property, if it is one.
    #[doc(hidden)]
    fn try_set(&mut self, name: &str, value: &Value) -> Option<Result<()>>;

    /// The value of a property, if it is one.
    #[doc(hidden)]
    fn try_get(&self, name: &str) -> Option<Value>;

    /// It as this type, its own or one that it dereferences to.
    #[doc(hidden)]
    fn class(&self, class: TypeId) -> Option<&dyn Any>;

    /// The same to be changed.
    #[doc(hidden)]
    fn class_mut(&mut self, class: TypeId) -> Option<&mut dyn Any>;

    /// All properties, those of its own type first.
    fn properties(&self) -> Vec<Property>;

    /// Sets a property by its name or an alias.
    ///
    /// # Errors
    /// [`Error::UnknownProperty`] for another name, [`Error::Setting`] and the like for values that the property
    /// refuses; nothing changes then.
    fn set_property(&mut self, name: &str, value: &Value) -> Result<()> {
        match self.try_set(name, value) {
            Some(done) => done,
            None => Err(unknown(name, &self.properties())),
        }
    }

    /// The value of a property by its name or an alias.
    ///
    /// # Errors
    /// [`Error::UnknownProperty`].
    fn property(&self, name: &str) -> Result<Value> {
        self.try_get(name)
            .ok_or_else(|| unknown(name, &self.properties()))
    }
}

fn unknown(name: &str, known: &[Property]) -> Error {
    let names = known
        .iter()
        .flat_map(|property| property.aliases.iter().chain([&property.name]));
    Error::UnknownProperty {
        name: name.to_owned(),
        nearest: nearest_name(name, names.copied()),
    }
}
