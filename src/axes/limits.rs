//! Limits, margins, autoscaling and scales.

use crate::axes::AxesBase;
use crate::axes::fitting::Fitting;
use crate::axis::{Axis, AxisLimits, Direction, Tickers};
use crate::data_limits::{Coordinate, DataLimits, DataRange};
use crate::error::Result;
use crate::properties::{Check, Margin};
use crate::scale::Scale;
use crate::series::Datum;
use crate::stamp::Stamp;

/// The limits along an axis that a group of axes shares: those set last, or those that fit all of their data.
pub(crate) fn limits_of<'a>(
    group: impl Iterator<Item = (&'a AxesBase, &'a Axis)> + Clone,
) -> Option<AxisLimits> {
    let members = || group.clone().map(|(_, axis)| axis);
    // Limits that were fixed on one axes of a group are fixed for all.
    let fixed = !members()
        .max_by_key(|axis| axis.autoscale_stamp)?
        .autoscale_on;
    let counting = group
        .clone()
        .filter(|(_, axis)| !fixed || !axis.autoscale_on);
    let views = counting.map(|(axes, axis)| (axes.view(axis), axes));
    // Of equals the first counts.
    let (present, axes) = views.reduce(|a, b| if b.0.stamp > a.0.stamp { b } else { a })?;
    let first = members().next()?;
    let tickers = Tickers::new(first, members().skip(1));
    let (scale, data) = (tickers.scale.clone(), range_of(group.clone()));
    let limits = if present.stale {
        let sticky = group
            .clone()
            .flat_map(|(axes, axis)| axes.sticky_edges(axis));
        let sticky: Vec<f64> = sticky.collect();
        // With the margins of the first axes, which the reference draws first, unless a scale, or the first call that read
        // them, has asked for limits before.
        let by_scale = members().find(|axis| axis.fitted_stamp == present.stamp);
        let by_scale = by_scale.filter(|_| present.stamp != Stamp::default());
        let readers = members().filter(|axis| axis.read_stamp > present.stamp);
        let fitted = by_scale.or_else(|| readers.min_by_key(|axis| axis.read_stamp));
        let tickers = axes.fitting.with_radii(tickers, first);
        let limits = fitted
            .unwrap_or(first)
            .autoscaled(tickers, data, &sticky, axes.tight);
        axes.fitting.with_room(limits, &scale)
    } else {
        present.limits
    };
    let directions = group.clone().map(|(axes, axis)| axes.direction(axis));
    // Of equals the first counts.
    let last = directions.reduce(|a, b| if b.0 > a.0 { b } else { a });
    let limits = match last {
        Some((_, true)) => (limits.0.max(limits.1), limits.0.min(limits.1)),
        _ => (limits.0.min(limits.1), limits.0.max(limits.1)),
    };
    let limits = members().fold(limits, |limits, axis| axis.holding(limits, present.stamp));
    let minpos = data.map_or(f64::INFINITY, |data| data.minpos);
    Some(AxisLimits {
        limits: scale.limit_range(limits.0, limits.1, minpos),
        ..present
    })
}

/// The range of the data along an axis of a group that share it.
pub(crate) fn range_of<'a>(
    mut group: impl Iterator<Item = (&'a AxesBase, &'a Axis)>,
) -> Option<DataRange> {
    let (axes, axis) = group.next()?;
    let others = group.map(|(axes, _)| axes.data_limits());
    let all = others.fold(axes.data_limits(), DataLimits::union);
    all.along(axis.coordinate)
}

impl AxesBase {
    /// Sets the limits along x; the first is at the left edge of flat axes, and the larger first inverts the axis. x is
    /// no longer autoscaled. They are numbers or dates.
    ///
    /// Equal limits are widened. On a logarithmic scale limits of 0 or below are ignored.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for limits that are not finite, and for dates on an axis of categories.
    pub fn set_xlim(&mut self, left: impl Datum, right: impl Datum) -> Result<()> {
        self.xaxis.use_units(left.units())?;
        let (left, right) = (left.number(), right.number());
        let (old, minpos) = self.old_limits(&self.xaxis);
        self.xaxis.limit("xlim", (left, right), old, minpos)
    }

    /// Sets the limits along y; the first is at the bottom of flat axes.
    ///
    /// # Errors
    /// As [`set_xlim`](Self::set_xlim).
    pub fn set_ylim(&mut self, bottom: impl Datum, top: impl Datum) -> Result<()> {
        self.yaxis.use_units(bottom.units())?;
        let (bottom, top) = (bottom.number(), top.number());
        let (old, minpos) = self.old_limits(&self.yaxis);
        self.yaxis.limit("ylim", (bottom, top), old, minpos)
    }

    /// The limits along x, at the left and at the right edge of flat axes. Those of axes that share them are resolved
    /// when the figure is drawn.
    pub fn xlim(&self) -> (f64, f64) {
        self.shown_along(&self.xaxis).limits
    }

    /// The limits along y, at the bottom and at the top of flat axes.
    pub fn ylim(&self) -> (f64, f64) {
        self.shown_along(&self.yaxis).limits
    }

    /// Reverses the direction of x.
    pub fn invert_xaxis(&mut self) {
        let shown = self.shown_along(&self.xaxis);
        self.xaxis.invert(shown);
    }

    /// Reverses the direction of y.
    pub fn invert_yaxis(&mut self) {
        let shown = self.shown_along(&self.yaxis);
        self.yaxis.invert(shown);
    }

    /// Sets the margins of autoscaled limits, as fractions of the data's range.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for numbers that are not finite and above -0.5.
    pub fn margins(&mut self, x: f64, y: f64) -> Result<()> {
        self.set_margins(x, y)?;
        self.tight = true;
        Ok(())
    }

    /// The same for limits that still end at round numbers, if the style asks for that (`set_xmargin`).
    pub(crate) fn set_margins(&mut self, x: f64, y: f64) -> Result<()> {
        let (x, y) = (
            Margin::checked("xmargin", x)?,
            Margin::checked("ymargin", y)?,
        );
        self.xaxis.set_margin(x);
        self.yaxis.set_margin(y);
        Ok(())
    }

    /// Switches autoscaling on or off: limits are fitted to the data, or stay unchanged.
    pub fn autoscale(&mut self, x: bool, y: bool) {
        let fitted = [&self.xaxis, &self.yaxis].map(|axis| self.fitted_along(axis));
        self.xaxis.autoscale(x, fitted[0]);
        self.yaxis.autoscale(y, fitted[1]);
    }

    /// Recomputes the data limits of all artists, after they were changed. The limits of 3-D axes follow at once,
    /// those of flat axes with [`autoscale_view`](Self::autoscale_view).
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot_3d(1, 1, 1)?;
    /// let line = fig[ax].plot(&[0.0, 1.0], &[0.0, 1.0], &[0.0, 1.0])?;
    /// fig[line].set_data_3d(&[0.0, 1.0], &[0.0, 1.0], &[0.0, 48.0])?;
    /// fig[ax].relim();
    /// assert_eq!(fig[ax].zlim(), (-1.0, 49.0));
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn relim(&mut self) {
        let ranges = self
            .artists()
            .filter_map(|artist| self.fitting.range_of(artist));
        self.data = ranges.fold(DataLimits::default(), DataLimits::union);
    }

    /// Fits autoscaled limits to the data again.
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

    pub(crate) fn axis_mut(&mut self, direction: Direction) -> &mut Axis {
        match direction {
            Direction::X => &mut self.xaxis,
            Direction::Y => &mut self.yaxis,
        }
    }

    /// The limits along an axis of these axes, ignoring axes that share it.
    pub(crate) fn shown_along(&self, axis: &Axis) -> AxisLimits {
        limits_of(std::iter::once((self, axis))).unwrap_or(self.view(axis))
    }

    /// The same if it is fitted to the data automatically.
    pub(super) fn fitted_along(&self, axis: &Axis) -> Option<AxisLimits> {
        (self.fitting == Fitting::Space).then(|| self.shown_along(axis))
    }

    /// The limits that axes in space keep when an axis gets another scale that does not fit them anew.
    pub(super) fn kept_limits(&self, axis: &Axis, scale: &Scale) -> Option<AxisLimits> {
        let keeps = !axis.has_other_limits(scale);
        (self.fitting == Fitting::Space && keeps).then(|| self.shown_along(axis))
    }

    /// The base of limits that are set: the previous ones, and the smallest data above 0.
    pub(super) fn old_limits(&self, axis: &Axis) -> ((f64, f64), f64) {
        let data = self.range_along(axis);
        let minpos = data.map_or(f64::INFINITY, |data| data.minpos);
        (self.shown_along(axis).limits, minpos)
    }

    /// The range of the data along an axis of theirs.
    pub(crate) fn range_along(&self, axis: &Axis) -> Option<DataRange> {
        range_of(std::iter::once((self, axis)))
    }

    /// Carries out a requested autoscaling.
    pub(super) fn settle(&mut self, direction: Direction) {
        let shown = self.shown_along(self.axis(direction));
        self.axis_mut(direction).settle(shown);
    }

    /// Takes over the limits set by images.
    pub(super) fn take_fits(&mut self) {
        for direction in [Direction::X, Direction::Y] {
            let view = self.view(self.axis(direction));
            let axis = self.axis_mut(direction);
            if view.stamp > axis.limits_stamp {
                axis.direction_stamp = view.stamp;
            }
            (axis.view, axis.stale, axis.limits_stamp) = (view.limits, view.stale, view.stamp);
        }
    }

    /// When the direction of limits was set last, by a call or by an image, and whether it is inverted.
    fn direction(&self, axis: &Axis) -> (Stamp, bool) {
        let view = self.view(axis);
        let stamp = match view.stamp > axis.limits_stamp {
            true => view.stamp,
            false => axis.direction_stamp,
        };
        (stamp, view.limits.0 > view.limits.1)
    }

    /// The limits that were set last, by a call or by an image.
    fn view(&self, axis: &Axis) -> AxisLimits {
        let own = AxisLimits {
            limits: axis.view,
            stale: axis.stale,
            stamp: axis.limits_stamp,
        };
        if self.fitting == Fitting::Space {
            return own;
        }
        let fits = self.artists().filter_map(|artist| artist.fit());
        let latest = fits.max_by_key(|(stamp, _)| *stamp);
        match latest {
            Some((stamp, limits)) if axis.autoscale_on && stamp > own.stamp => AxisLimits {
                limits: match axis.direction() {
                    Direction::X => limits.x,
                    Direction::Y => limits.y,
                },
                stale: false,
                stamp,
            },
            _ => own,
        }
    }

    /// The range of the data; in space, without data, that of the reference.
    pub(crate) fn data_limits(&self) -> DataLimits {
        if self.fitting == Fitting::Space {
            let range = |low: f64, high: f64| DataRange {
                low,
                high,
                minpos: if low > 0.0 { low } else { high },
            };
            // With its margins it is from 0 to 1.
            let inset = 0.05 * 10.0 / 11.0;
            return DataLimits {
                x: self.data.x.or(Some(range(inset, 1.0 - inset))),
                y: self.data.y.or(Some(range(inset, 1.0 - inset))),
                z: self.data.z.or(Some(range(0.0, 1.0))),
            };
        }
        // Artists with their own limits count with their current data; relim updates the rest.
        let images = self.artists().filter(|artist| artist.fit().is_some());
        images
            .map(|artist| artist.data_limits())
            .fold(self.data, DataLimits::union)
    }

    /// The sticky edges of all artists along one axis; there are none in space.
    fn sticky_edges(&self, axis: &Axis) -> Vec<f64> {
        if self.fitting == Fitting::Space {
            return Vec::new();
        }
        let edges = self.artists().map(|artist| artist.sticky_edges());
        let edges = edges.filter_map(|edges| match axis.coordinate {
            Coordinate::X => edges.x,
            Coordinate::Y => edges.y,
            Coordinate::Z => None,
        });
        let is_radius = self.fitting == Fitting::Polar && axis.coordinate == Coordinate::Y;
        let center = is_radius.then_some(0.0);
        let edges = edges.flat_map(|(low, high)| [low, high]);
        edges.chain(center).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::axes::AxesBase;
    use crate::figure::Figure;
    use crate::handle::Handle;
    use crate::scale::Scale;

    #[test]
    fn an_axis_that_is_inverted_still_holds_its_ticks() {
        let mut fig = Figure::new((6.4, 4.8), 100.0);
        let flat = fig.add_subplot(1, 2, 1).unwrap();
        fig[flat].plot(&[0.0, 1.0], &[0.0, 1.0]).unwrap();
        let solid = fig.add_subplot_3d(1, 2, 2).unwrap();
        fig[solid]
            .plot(&[0.0, 1.0], &[0.0, 1.0], &[0.0, 1.0])
            .unwrap();
        let both: [Handle<AxesBase>; 2] = [flat.into(), solid.into()];
        for ax in both {
            fig[ax].set_xticks(&[0.0, 100.0]);
            let (low, high) = fig[ax].xlim();
            assert!(low < 0.0 && high == 100.0);
            fig[ax].invert_xaxis();
            assert_eq!(fig[ax].xlim(), (high, low));
            // Autoscaling drops the ranges that limits had to contain.
            fig[ax].autoscale_view();
            assert!(fig[ax].xlim().0 < 2.0);
        }
    }

    #[test]
    fn limits_in_space_stay_as_they_are_without_autoscaling() {
        let mut fig = Figure::new((6.4, 4.8), 100.0);
        let ax = fig.add_subplot_3d(1, 1, 1).unwrap();
        let points = [0.0, 48.0];
        fig[ax].plot(&points, &points, &points).unwrap();
        assert_eq!(fig[ax].zlim(), (-1.0, 49.0));
        fig[ax].autoscale(true, true, false);
        fig[ax].plot(&[96.0], &[96.0], &[96.0]).unwrap();
        assert_eq!(fig[ax].zlim(), (-1.0, 49.0));
        assert!(fig[ax].xlim().1 > 96.0);
        fig[ax].autoscale(true, true, true);
        assert_eq!(fig[ax].zlim(), (-2.0, 98.0));
    }

    #[test]
    fn limits_are_those_that_a_scale_can_show() {
        let mut fig = Figure::new((6.4, 4.8), 100.0);
        let ax = fig.add_subplot(1, 1, 1).unwrap();
        fig[ax].plot(&[2.0, 8.0], &[0.0, 1.0]).unwrap();
        fig[ax].set_xlim(-1.0, 10.0).unwrap();
        fig[ax].set_xscale(Scale::log()).unwrap();
        assert_eq!(fig[ax].xlim(), (2.0, 10.0));
    }
}
