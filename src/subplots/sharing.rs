//! Axes that share an axis with others from now on.

use crate::axes::Axes;
use crate::axis::Direction;
use crate::error::{Error, Result};
use crate::figure::FigureBase;
use crate::handle::Handle;

impl FigureBase {
    /// Lets axes share the x axis of `other`: limits, scale and ticks.
    ///
    /// Unlike [`subplots_with`](Self::subplots_with) it hides no tick labels.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let above = fig.add_subplot(2, 1, 1)?;
    /// let below = fig.add_subplot(2, 1, 2)?;
    /// fig.sharex(below, above)?;
    /// fig[above].set_xlim(0.0, 9.0)?;
    /// assert_eq!(fig.xlim(below), (0.0, 9.0));
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Setting`] for axes of another figure or subfigure, for polar axes, and for axes that share their x axis
    /// already.
    pub fn sharex(&mut self, ax: Handle<Axes>, other: Handle<Axes>) -> Result<()> {
        self.share(ax, other, Direction::X)
    }

    /// Lets axes share the y axis of `other`.
    ///
    /// # Errors
    /// As [`sharex`](Self::sharex).
    pub fn sharey(&mut self, ax: Handle<Axes>, other: Handle<Axes>) -> Result<()> {
        self.share(ax, other, Direction::Y)
    }

    fn share(&mut self, ax: Handle<Axes>, other: Handle<Axes>, direction: Direction) -> Result<()> {
        const SHARED: &str = "a shared axis";
        let home = self.home(ax.figure);
        home.flat_parent(ax, SHARED)?;
        home.flat_parent(other, SHARED)?;
        let refused = |expected| Error::Setting {
            name: SHARED,
            value: format!("that of {ax:?} and {other:?}"),
            expected,
        };
        // `get_axes` finds those of subfigures, too.
        if other.figure != ax.figure {
            return Err(refused("axes of the same figure or subfigure"));
        }
        let which = direction as usize;
        let mut others = home.axes.iter();
        let is_shared = home.axes[ax.axes].shared[which].is_some()
            || others.any(|axes| axes.shared[which] == Some(ax.axes));
        if is_shared || ax == other {
            return Err(refused("axes that share it with no others yet"));
        }
        home.axes[ax.axes].shared[which] = Some(other.axes);
        Ok(())
    }
}
