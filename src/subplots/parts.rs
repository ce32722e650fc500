//! Axes over others and in them: twins, insets, secondary axes.

use std::sync::Arc;

use crate::axes::{
    Adjustable, Axes, AxesBase, AxesKind, InsetAxesOptions, SecondaryAxis, SecondaryLocation,
};
use crate::axis::{AxisSide, Direction};
use crate::error::{Error, Result};
use crate::figure::FigureBase;
use crate::handle::Handle;

impl FigureBase {
    /// Adds axes over `ax` with the same x axis and a separate y axis at the right.
    ///
    /// # Errors
    /// [`Error::Setting`] for axes of another figure, and for polar axes.
    pub fn twinx(&mut self, ax: Handle<Axes>) -> Result<Handle<Axes>> {
        let home = self.home(ax.figure);
        let twin = home.add_twin(ax)?;
        home[ax].yaxis.set_ticks_position(AxisSide::First);
        let axes = &mut home.axes[twin.axes];
        axes.shared[0] = Some(ax.axes);
        axes.yaxis.set_ticks_position(AxisSide::Second);
        axes.yaxis.set_label_position(AxisSide::Second)?;
        axes.yaxis.set_offset_position(AxisSide::Second)?;
        axes.xaxis.set_visible(false);
        Ok(twin)
    }

    /// Adds axes over `ax` with the same y axis and a separate x axis at the top.
    ///
    /// # Errors
    /// As [`twinx`](Self::twinx).
    pub fn twiny(&mut self, ax: Handle<Axes>) -> Result<Handle<Axes>> {
        let home = self.home(ax.figure);
        let twin = home.add_twin(ax)?;
        home[ax].xaxis.set_ticks_position(AxisSide::First);
        let axes = &mut home.axes[twin.axes];
        axes.shared[1] = Some(ax.axes);
        axes.xaxis.set_ticks_position(AxisSide::Second);
        axes.xaxis.set_label_position(AxisSide::Second)?;
        axes.yaxis.set_visible(false);
        Ok(twin)
    }

    fn add_twin(&mut self, ax: Handle<Axes>) -> Result<Handle<Axes>> {
        self.flat_parent(ax, "a twin")?;
        let original = &mut self[ax];
        let first = original.twin_of.unwrap_or(ax.axes);
        original.rule.adjustable = Adjustable::Datalim;
        let (zorder, laid_out) = (original.zorder(), original.laid_out);
        let (position, style) = (
            original.position.clone(),
            Arc::new(original.style().clone()),
        );
        let twin = Handle::new(self.id, self.axes.len(), 0);
        let mut axes = Axes::new(position, twin.into(), style);
        axes.set_patch_visible(false);
        axes.rule.adjustable = Adjustable::Datalim;
        axes.twin_of = Some(first);
        axes.laid_out = laid_out;
        axes.set_zorder(zorder);
        self.axes.push(axes.into());
        Ok(twin)
    }

    /// Adds axes in other axes, at \[left, bottom, width, height\] in fractions of these, whose place they follow.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let inset = fig.inset_axes(ax, [0.55, 0.1, 0.4, 0.3])?;
    /// fig[inset].plot(&[0, 1, 2], &[0, 1, 4])?;
    /// assert_eq!(fig.child_axes(ax), [inset.into()]);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Setting`] for axes of another figure, and for numbers that are not finite.
    pub fn inset_axes(
        &mut self,
        ax: Handle<impl AxesKind>,
        bounds: [f64; 4],
    ) -> Result<Handle<Axes>> {
        self.inset_axes_with(ax, bounds, &InsetAxesOptions::default())
    }

    /// Adds axes in other axes, at a box in any coordinates of these.
    ///
    /// # Errors
    /// As [`inset_axes`](Self::inset_axes).
    pub fn inset_axes_with(
        &mut self,
        ax: Handle<impl AxesKind>,
        bounds: [f64; 4],
        options: &InsetAxesOptions,
    ) -> Result<Handle<Axes>> {
        options.check_options()?;
        let home = self.home(ax.figure);
        let position = home.parent(ax, "an inset")?.part_at(
            bounds,
            options.coordinates,
            "the bounds of an inset",
        )?;
        let handle = home.push_axes::<Axes>(position);
        home.axes[handle.axes].set_zorder(options.zorder);
        Ok(handle)
    }

    /// Adds an x axis in another unit to axes, at their `"top"` or `"bottom"`, or at a fraction of their height.
    ///
    /// Without functions ([`SecondaryAxis::set_functions`]) its values are those of the axes.
    ///
    /// # Errors
    /// [`Error::Setting`] for axes of another figure, for polar axes and for other places.
    pub fn secondary_xaxis<L: TryInto<SecondaryLocation>>(
        &mut self,
        ax: Handle<Axes>,
        location: L,
    ) -> Result<Handle<SecondaryAxis>>
    where
        Error: From<L::Error>,
    {
        self.add_secondary(ax, Direction::X, location.try_into()?)
    }

    /// Adds a y axis in another unit to axes, at their `"left"` or `"right"`, or at a fraction of their width.
    ///
    /// # Errors
    /// As [`secondary_xaxis`](Self::secondary_xaxis).
    pub fn secondary_yaxis<L: TryInto<SecondaryLocation>>(
        &mut self,
        ax: Handle<Axes>,
        location: L,
    ) -> Result<Handle<SecondaryAxis>>
    where
        Error: From<L::Error>,
    {
        self.add_secondary(ax, Direction::Y, location.try_into()?)
    }

    fn add_secondary(
        &mut self,
        ax: Handle<Axes>,
        direction: Direction,
        location: SecondaryLocation,
    ) -> Result<Handle<SecondaryAxis>> {
        let home = self.home(ax.figure);
        let parent = home.flat_parent(ax, "a secondary axis")?;
        let handle = Handle::<SecondaryAxis>::new(home.id, home.axes.len(), 0);
        let place = (handle.cast(), direction);
        let axis = SecondaryAxis::new(parent, place, location, home.style.clone())?;
        home.axes.push(axis.into());
        Ok(handle)
    }

    /// The axes that get a part, unless they belong to another figure.
    fn parent(&self, ax: Handle<impl AxesKind>, part: &'static str) -> Result<&AxesBase> {
        self.get_axes::<AxesBase>(ax.cast())
            .ok_or_else(|| Error::Setting {
                name: part,
                value: format!("that of {ax:?}"),
                expected: "axes of the same figure",
            })
    }

    /// The same, unless they are polar.
    pub(super) fn flat_parent(&self, ax: Handle<Axes>, part: &'static str) -> Result<&AxesBase> {
        let parent = self.parent(ax, part)?;
        match self.axes[ax.axes].polar() {
            None => Ok(parent),
            Some(_) => Err(Error::Setting {
                name: part,
                value: "that of polar axes".into(),
                expected: "flat axes",
            }),
        }
    }

    /// The axes that are parts of others: insets and secondary axes. Clearing the others removes them.
    pub fn child_axes(&self, ax: Handle<impl AxesKind>) -> Vec<Handle<AxesBase>> {
        let home = self.owner(ax.figure);
        let Some(home) = home.filter(|_| self.get_axes::<AxesBase>(ax.cast()).is_some()) else {
            return Vec::new();
        };
        let parts = home.children(ax.axes);
        parts
            .map(|(_, place)| Handle::new(home.id, place, 0))
            .collect()
    }
}
