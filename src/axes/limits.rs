//! Limits, margins, autoscaling and scales.

use crate::axes::{Axes, AxesBase};
use crate::axis::{Axis, Direction};
use crate::data_limits::{DataLimits, DataRange};
use crate::error::Result;
use crate::scale::Scale;
use crate::series::Series;
use crate::stamp::Stamp;

/// The limits of one axis, whether they are still to be fitted to the data, and when they were set.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AxisLimits {
    pub(crate) limits: (f64, f64),
    pub(crate) stale: bool,
    pub(crate) stamp: Stamp,
}

impl Axes {
    /// Sets the limits along x; the first is at the left edge, so the larger first inverts the axis. x is not
    /// autoscaled any more.
    ///
    /// Equal limits are widened. On a logarithmic scale a limit of 0 and below is ignored.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for limits that are not finite.
    pub fn set_xlim(&mut self, left: f64, right: f64) -> Result<()> {
        self.set_limits(Direction::X, left, right)
    }

    /// Sets the limits along y; the first is at the bottom.
    ///
    /// # Errors
    /// As [`set_xlim`](Self::set_xlim).
    pub fn set_ylim(&mut self, bottom: f64, top: f64) -> Result<()> {
        self.set_limits(Direction::Y, bottom, top)
    }

    /// The limits along x, at the left and at the right edge. Those of axes that share them are resolved when the
    /// figure is drawn.
    pub fn xlim(&self) -> (f64, f64) {
        self.limits_alone(Direction::X)
    }

    /// The limits along y, at the bottom and at the top.
    pub fn ylim(&self) -> (f64, f64) {
        self.limits_alone(Direction::Y)
    }

    /// Turns the direction of x around, or back.
    pub fn invert_xaxis(&mut self) {
        self.invert(Direction::X);
    }

    /// Turns the direction of y around, or back.
    pub fn invert_yaxis(&mut self) {
        self.invert(Direction::Y);
    }

    /// Sets the margins of autoscaled limits, as fractions of the data's range.
    pub fn margins(&mut self, x: f64, y: f64) {
        (self.xaxis.margin, self.yaxis.margin) = (x, y);
        self.autoscale_view();
    }

    /// Switches autoscaling on or off.
    pub fn autoscale(&mut self, x: bool, y: bool) {
        for (direction, on) in [(Direction::X, x), (Direction::Y, y)] {
            let axis = self.axis_mut(direction);
            axis.set_autoscale_on(on);
            // What was asked for before is not carried out any more.
            axis.stale = false;
            axis.request_autoscale();
        }
    }

    /// Takes the data of all artists anew for autoscaling, after they were changed.
    pub fn relim(&mut self) {
        self.data = self
            .artists()
            .filter(|artist| artist.fit().is_none())
            .map(|artist| artist.data_limits())
            .fold(DataLimits::default(), DataLimits::union);
    }

    /// Fits the limits to the data again where they are autoscaled.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let line = fig[ax].plot(&[0.0, 1.0], &[0.0, 1.0])?;
    /// fig[line].set_ydata(&[0.0, 10.0])?;
    /// fig[ax].relim();
    /// fig[ax].autoscale_view();
    /// assert_eq!(fig[ax].ylim(), (-0.5, 10.5));
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn autoscale_view(&mut self) {
        self.xaxis.request_autoscale();
        self.yaxis.request_autoscale();
    }

    fn set_limits(&mut self, direction: Direction, from: f64, to: f64) -> Result<()> {
        let name = match direction {
            Direction::X => "xlim",
            Direction::Y => "ylim",
        };
        let old = self.limits_alone(direction);
        let minpos = self
            .data_range(direction)
            .map_or(f64::INFINITY, |d| d.minpos);
        self.axis_mut(direction)
            .limit(name, (from, to), old, minpos)
    }

    fn invert(&mut self, direction: Direction) {
        // Limits that are still to be found keep the direction.
        if !self.view(direction).stale {
            self.settle(direction);
        }
        let axis = self.axis_mut(direction);
        axis.view = (axis.view.1, axis.view.0);
        axis.stamp_limits();
    }

    /// Carries out an autoscaling that was asked for.
    pub(super) fn settle(&mut self, direction: Direction) {
        let limits = self.limits_alone(direction);
        let axis = self.axis_mut(direction);
        (axis.view, axis.stale) = (limits, false);
        axis.stamp_limits();
    }

    /// Takes over the limits that images brought with them.
    pub(super) fn take_fits(&mut self) {
        for direction in [Direction::X, Direction::Y] {
            let view = self.view(direction);
            let axis = self.axis_mut(direction);
            (axis.view, axis.stale, axis.limits_stamp) = (view.limits, view.stale, view.stamp);
        }
    }

    /// The limits, no matter what other axes share them.
    pub(super) fn limits_alone(&self, direction: Direction) -> (f64, f64) {
        let view = self.view(direction);
        let axis = self.axis(direction);
        let limits = if view.stale {
            let sticky = self.sticky_edges(direction);
            let data = self.data_range(direction);
            axis.autoscaled(axis.own_tickers(), data, &sticky, view.limits)
        } else {
            view.limits
        };
        axis.holding(limits, view.stamp)
    }
}

impl AxesBase {
    /// Sets the scale of x, with its locators and formatters.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for a scale with impossible parameters.
    pub fn set_xscale(&mut self, scale: Scale) -> Result<()> {
        self.xaxis.set_scale(scale.checked()?);
        Ok(())
    }

    /// Sets the scale of y.
    ///
    /// # Errors
    /// As [`set_xscale`](Self::set_xscale).
    pub fn set_yscale(&mut self, scale: Scale) -> Result<()> {
        self.yaxis.set_scale(scale.checked()?);
        Ok(())
    }

    /// Sets the major ticks of x; limits grow to hold them.
    pub fn set_xticks(&mut self, ticks: &(impl Series + ?Sized)) {
        self.xaxis.set_ticks(ticks);
    }

    /// Sets the major ticks of y; limits grow to hold them.
    pub fn set_yticks(&mut self, ticks: &(impl Series + ?Sized)) {
        self.yaxis.set_ticks(ticks);
    }

    /// Sets the labels of the major ticks of x, one after the other; none at all hide them. Ticks that were not set
    /// before may move, and their labels with them to other values: a warning in the log.
    ///
    /// # Errors
    /// [`Error::Lengths`](crate::Error::Lengths) for another number of labels than [`set_xticks`](Self::set_xticks)
    /// made ticks.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// fig[ax].set_xticks(&[0, 1, 2]);
    /// fig[ax].set_xticklabels(["low", "middle", "high"])?;
    /// assert!(fig[ax].set_xticklabels(["low", "high"]).is_err());
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn set_xticklabels<S: Into<String>>(
        &mut self,
        labels: impl IntoIterator<Item = S>,
    ) -> Result<()> {
        self.xaxis.set_tick_labels("xticklabels", labels)
    }

    /// Sets the labels of the major ticks of y, one after the other.
    ///
    /// # Errors
    /// As [`set_xticklabels`](Self::set_xticklabels).
    pub fn set_yticklabels<S: Into<String>>(
        &mut self,
        labels: impl IntoIterator<Item = S>,
    ) -> Result<()> {
        self.yaxis.set_tick_labels("yticklabels", labels)
    }

    pub(super) fn axis_mut(&mut self, direction: Direction) -> &mut Axis {
        match direction {
            Direction::X => &mut self.xaxis,
            Direction::Y => &mut self.yaxis,
        }
    }

    /// The limits that were set last, by a call or by an image.
    pub(crate) fn view(&self, direction: Direction) -> AxisLimits {
        let axis = self.axis(direction);
        let own = AxisLimits {
            limits: axis.view,
            stale: axis.stale,
            stamp: axis.limits_stamp,
        };
        let fits = self.artists().filter_map(|artist| artist.fit());
        let latest = fits.max_by_key(|(stamp, _)| *stamp);
        match latest {
            Some((stamp, limits)) if axis.autoscale_on && stamp > own.stamp => AxisLimits {
                limits: match direction {
                    Direction::X => limits.x,
                    Direction::Y => limits.y,
                },
                stale: false,
                stamp,
            },
            _ => own,
        }
    }

    pub(crate) fn data_limits(&self) -> DataLimits {
        // What brings limits of its own counts where it is now; the rest is taken anew by relim.
        let images = self.artists().filter(|artist| artist.fit().is_some());
        images
            .map(|artist| artist.data_limits())
            .fold(self.data, DataLimits::union)
    }

    pub(crate) fn data_range(&self, direction: Direction) -> Option<DataRange> {
        let limits = self.data_limits();
        match direction {
            Direction::X => limits.x,
            Direction::Y => limits.y,
        }
    }

    /// The sticky edges of all artists along one axis.
    pub(crate) fn sticky_edges(&self, direction: Direction) -> Vec<f64> {
        let edges = self.artists().map(|artist| artist.sticky_edges());
        let edges = edges.filter_map(|edges| match direction {
            Direction::X => edges.x,
            Direction::Y => edges.y,
        });
        edges.flat_map(|(low, high)| [low, high]).collect()
    }
}
