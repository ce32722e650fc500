//! What axes show when the figure is drawn: ticks, limits and places.

use crate::artists::DrawContext;
use crate::axes::AxesBase;
use crate::axis::{AxesTicks, AxisTicks, Direction};
use crate::error::Result;
use crate::figure::{Figure, FigureBase};
use crate::frame_size::FrameSize;
use crate::handle::Handle;
use crate::mapping::AxesBox;

impl Figure {
    /// The ticks of an axes, at the figure's own dpi: values and labels as drawn.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// fig[ax].set_xlim(0.0, 4e6)?;
    /// let ticks = fig.ticks(ax)?;
    /// assert_eq!((ticks.x.major[1].value, ticks.x.major[1].label.as_str()), (5e5, "0.5"));
    /// assert_eq!(ticks.x.offset, "1e6");
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// An invalid size.
    ///
    /// # Panics
    /// For a handle of another figure, like indexing.
    pub fn ticks(&self, ax: impl Into<Handle<AxesBase>>) -> Result<AxesTicks> {
        let ax = ax.into();
        self.in_context(ax, |part, ctx| part.ticks_in(ax.axes, ctx))
    }

    /// The place of axes as drawn: left, bottom, width and height in fractions of the figure, or of the subfigure that
    /// they are in (`Axes.get_position`). A fixed aspect may make them smaller than the
    /// [`original_position`](Self::original_position).
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((4.0, 4.0), 100.0);
    /// let ax = fig.add_axes([0.0, 0.0, 1.0, 0.5])?;
    /// fig[ax].set_aspect("equal")?;
    /// assert_eq!(fig.position(ax)?, [0.25, 0.0, 0.5, 0.5]);
    /// assert_eq!(fig.original_position(ax)?, [0.0, 0.0, 1.0, 0.5]);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// An invalid size.
    ///
    /// # Panics
    /// As [`ticks`](Self::ticks).
    pub fn position(&self, ax: impl Into<Handle<AxesBase>>) -> Result<[f64; 4]> {
        self.in_context(ax.into(), |_, ctx| {
            fractions(ctx.mapping.axes(), ctx.subfigure)
        })
    }

    /// The place of axes without the effect of their aspect, as [`position`](Self::position) gives it.
    ///
    /// # Errors
    /// An invalid size.
    ///
    /// # Panics
    /// As [`ticks`](Self::ticks).
    pub fn original_position(&self, ax: impl Into<Handle<AxesBase>>) -> Result<[f64; 4]> {
        self.in_context(ax.into(), |_, ctx| fractions(ctx.place, ctx.subfigure))
    }

    /// Looks at axes as they are laid out at the figure's own dpi.
    fn in_context<T>(
        &self,
        ax: Handle<AxesBase>,
        look: impl FnOnce(&FigureBase, &DrawContext<'_>) -> T,
    ) -> Result<T> {
        if self.get_axes(ax).is_none() {
            ax.names_nothing();
        }
        let sheet = self.sheet(FrameSize::of_figure(self.figsize(), self.dpi())?);
        let laid = self.laid_out();
        let scene = laid.scene(sheet);
        let mut parts = scene.parts.iter();
        let part = parts.find(|part| part.base.id == ax.figure);
        let Some(part) = part else {
            ax.names_nothing();
        };
        Ok(look(part.base, &scene.contexts_of(part)[ax.axes]))
    }
}

/// A box in fractions of another: left, bottom, width and height.
fn fractions(of: AxesBox, whole: AxesBox) -> [f64; 4] {
    [
        (of.x0 - whole.x0) / whole.width,
        (of.y0 - whole.y0) / whole.height,
        of.width / whole.width,
        of.height / whole.height,
    ]
}

impl FigureBase {
    /// The limits of axes along x, at the left and at the right edge of flat axes. Unlike [`AxesBase::xlim`] it counts
    /// those that share the axis, and gives a secondary axis' values.
    ///
    /// # Panics
    /// For a handle of another figure, like indexing.
    #[track_caller]
    pub fn xlim(&self, ax: impl Into<Handle<AxesBase>>) -> (f64, f64) {
        self.shown_limits(ax.into(), Direction::X)
    }

    /// The limits of axes along y, at the bottom and at the top of flat axes, as [`xlim`](Self::xlim) gives them.
    ///
    /// # Panics
    /// As [`xlim`](Self::xlim).
    #[track_caller]
    pub fn ylim(&self, ax: impl Into<Handle<AxesBase>>) -> (f64, f64) {
        self.shown_limits(ax.into(), Direction::Y)
    }

    #[track_caller]
    fn shown_limits(&self, ax: Handle<AxesBase>, direction: Direction) -> (f64, f64) {
        let home = self.owner(ax.figure);
        let Some(home) = home.filter(|_| self.get_axes(ax).is_some()) else {
            ax.names_nothing();
        };
        let axes = &home.axes[ax.axes];
        let secondary = axes.secondary().filter(|axis| axis.is_along(direction));
        match secondary.zip(axes.parent()) {
            Some((axis, parent)) => axis.in_own_unit(home.limits(parent, direction)),
            None => home.limits(ax.axes, direction),
        }
    }

    /// The ticks of one of its own axes.
    fn ticks_in(&self, index: usize, ctx: &DrawContext<'_>) -> AxesTicks {
        let [x, y] = [Direction::X, Direction::Y].map(|direction| {
            let mut tickers = self.tickers(index, direction);
            tickers.room = self.tick_room(index, direction, &ctx.mappings);
            let data = self.data_range(index, direction);
            let axis = self.axes[index].axis(direction);
            let ticks = AxisTicks::new(axis, tickers, data, ctx);
            match (&ctx.colorbar, self.axes[index].secondary()) {
                (Some(content), _) if content.is_along(direction) => content.in_data(ticks),
                (_, Some(axis)) if axis.is_along(direction) => axis.ticks_in_own_unit(ticks),
                _ => ticks,
            }
        });
        AxesTicks { x, y }
    }
}
