//! Properties of the parts of a figure by name.

use crate::error::{Error, Result};
use crate::figure::base::FIGURE;
use crate::figure::{FigureBase, SubFigure};
use crate::handle::{AnyHandle, AxesPart, Handle};
use crate::properties::{Properties, Property, Value};

impl FigureBase {
    /// Sets a property of an artist or of axes by matplotlib's name or an alias.
    ///
    /// A legend is an artist, and a colorbar is axes. An axis, its ticks and a spine are parts of axes: `ax.xaxis()`,
    /// `ax.xaxis().major_ticks()`, `ax.spine(Side::Top)`.
    ///
    /// ```
    /// use plotreel::{Figure, Value};
    /// use plotreel::axes::Side;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let line = fig[ax].plot(&[0, 1, 2], &[0, 1, 4])?;
    /// fig.set(line, "lw", 2.0)?;
    /// fig.set(line, "color", "tab:red")?;
    /// fig.set(ax, "xlim", [0.0, 2.0])?;
    /// fig.set(ax.xaxis(), "label_text", "time")?;
    /// fig.set(ax.xaxis().major_ticks(), "labelsize", 8.0)?;
    /// fig.set(ax.spine(Side::Top), "visible", false)?;
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
        let axes = || self.any_axes(handle);
        if let Some(sub) = handle.subfigure() {
            return Some(self.get_subfigure(sub)?);
        }
        Some(match handle.part {
            AxesPart::Artist(_) => self.slot(handle)?.artist.as_properties(),
            AxesPart::Whole => axes()?.as_properties(),
            AxesPart::Axis(axis) => axes()?.axis_at(axis)?,
            AxesPart::Ticks { axis, group } => axes()?.axis_at(axis)?.looks.get(group)?,
            AxesPart::Spine(spine) => axes()?.spines().get(spine)?,
        })
    }

    pub(crate) fn named_mut(&mut self, handle: AnyHandle) -> Option<&mut dyn Properties> {
        if handle.artist().is_some() {
            return Some(self.slot_mut(handle)?.changed()?.as_properties_mut());
        }
        if let Some(sub) = handle.subfigure() {
            return Some(self.get_subfigure_mut(sub)?);
        }
        let axes = self.any_axes_mut(handle)?;
        Some(match handle.part {
            AxesPart::Artist(_) | AxesPart::Whole => axes.as_properties_mut(),
            AxesPart::Axis(axis) => axes.axis_at_mut(axis)?,
            AxesPart::Ticks { axis, group } => axes.axis_at_mut(axis)?.looks.get_mut(group)?,
            AxesPart::Spine(spine) => axes.spines_mut().get_mut(spine)?,
        })
    }
}

impl AnyHandle {
    /// The subfigure, if it names one.
    fn subfigure(self) -> Option<Handle<SubFigure>> {
        let is_one = self.axes == FIGURE && self.part == AxesPart::Whole;
        is_one.then(|| Handle::new(self.figure, FIGURE, 0))
    }
}

fn no_part(handle: AnyHandle) -> Error {
    Error::Setting {
        name: "the handle",
        value: format!("{handle:?}"),
        expected: "a handle of an existing part of this figure",
    }
}
