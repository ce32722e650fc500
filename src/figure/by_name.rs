//! Properties of the parts of a figure by name.

use crate::error::{Error, Result};
use crate::figure::Figure;
use crate::handle::AnyHandle;
use crate::properties::{Properties, Property, Value};
use crate::stamp::Stamp;

impl Figure {
    /// Sets a property of an artist or of axes by matplotlib's name or an alias.
    ///
    /// A legend is an artist, and a colorbar is axes. An axis and a spine are reached through their axes, with
    /// [`Properties::set_property`]: `fig[ax].xaxis.set_property(..)`,
    /// `fig[ax].spine_mut(..).set_property(..)`.
    ///
    /// ```
    /// use plotreel::{Figure, Value};
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let line = fig[ax].plot(&[0, 1, 2], &[0, 1, 4])?;
    /// fig.set(line, "lw", 2.0)?;
    /// fig.set(line, "color", "tab:red")?;
    /// fig.set(ax, "xlim", [0.0, 2.0])?;
    /// assert_eq!(fig.property(line, "linewidth")?, Value::Number(2.0));
    /// let legend = fig[ax].legend();
    /// fig.set(legend, "fontsize", 8.0)?;
    /// assert!(fig.set(line, "lw", -1.0).is_err());
    /// assert!(fig.set(line, "linewdth", 2.0).is_err());
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::UnknownProperty`] for an unknown name; [`Error::Setting`] or a similar error for a value that the
    /// property refuses, and for a handle of another figure or of a removed artist.
    pub fn set(
        &mut self,
        handle: impl Into<AnyHandle>,
        name: &str,
        value: impl Into<Value>,
    ) -> Result<()> {
        let handle = handle.into();
        self.named_mut(handle)
            .ok_or_else(|| no_part(handle))?
            .set_property(name, &value.into())
    }

    /// A property of an artist or of axes by matplotlib's name or an alias.
    ///
    /// # Errors
    /// [`Error::UnknownProperty`] for an unknown name, [`Error::Setting`] for a handle of another figure or of a
    /// removed artist.
    pub fn property(&self, handle: impl Into<AnyHandle>, name: &str) -> Result<Value> {
        let handle = handle.into();
        self.named(handle)
            .ok_or_else(|| no_part(handle))?
            .property(name)
    }

    /// All properties of an artist or axes.
    ///
    /// # Errors
    /// [`Error::Setting`] for a handle of another figure or of a removed artist.
    pub fn properties(&self, handle: impl Into<AnyHandle>) -> Result<Vec<Property>> {
        let handle = handle.into();
        Ok(self
            .named(handle)
            .ok_or_else(|| no_part(handle))?
            .properties())
    }

    fn named(&self, handle: AnyHandle) -> Option<&dyn Properties> {
        if handle.figure == self.id && handle.place.is_none() {
            return Some(self.axes.get(handle.axes)?.as_properties());
        }
        Some(self.slot(handle)?.artist.as_properties())
    }

    pub(crate) fn named_mut(&mut self, handle: AnyHandle) -> Option<&mut dyn Properties> {
        if handle.figure == self.id && handle.place.is_none() {
            let axes = self.axes.get_mut(handle.axes)?;
            axes.stamp = Stamp::next();
            return Some(axes.as_properties_mut());
        }
        Some(self.slot_mut(handle)?.changed()?.as_properties_mut())
    }
}

fn no_part(handle: AnyHandle) -> Error {
    Error::Setting {
        name: "the handle",
        value: format!("{handle:?}"),
        expected: "a handle of an existing part of this figure",
    }
}
