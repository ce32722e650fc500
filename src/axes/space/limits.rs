//! Limits, margins and autoscaling along x, y and z, and the scale of z.

use crate::axes::Axes3D;
use crate::axis::Axis;
use crate::data_limits::{DataLimits, DataRange};
use crate::error::Result;
use crate::scale::Scale;

/// What autoscaled limits are wider at both ends, beside their margins.
const VIEW_MARGIN: f64 = 1.0 / 48.0;

/// The margin along z of axes with markers, unless it is larger.
const SCATTER_MARGIN: f64 = 0.05;

impl Axes3D {
    /// Sets the limits along x; the larger first inverts the axis. x is not autoscaled any more.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for limits that are not finite.
    pub fn set_xlim(&mut self, left: f64, right: f64) -> Result<()> {
        self.set_limits(0, "xlim", (left, right))
    }

    /// Sets the limits along y.
    ///
    /// # Errors
    /// As [`set_xlim`](Self::set_xlim).
    pub fn set_ylim(&mut self, bottom: f64, top: f64) -> Result<()> {
        self.set_limits(1, "ylim", (bottom, top))
    }

    /// Sets the limits along z.
    ///
    /// # Errors
    /// As [`set_xlim`](Self::set_xlim).
    pub fn set_zlim(&mut self, bottom: f64, top: f64) -> Result<()> {
        self.set_limits(2, "zlim", (bottom, top))
    }

    /// The limits along x.
    pub fn xlim(&self) -> (f64, f64) {
        self.limits()[0]
    }

    /// The limits along y.
    pub fn ylim(&self) -> (f64, f64) {
        self.limits()[1]
    }

    /// The limits along z.
    pub fn zlim(&self) -> (f64, f64) {
        self.limits()[2]
    }

    /// Turns the direction of x around, or back.
    pub fn invert_xaxis(&mut self) {
        self.invert(0);
    }

    /// Turns the direction of y around, or back.
    pub fn invert_yaxis(&mut self) {
        self.invert(1);
    }

    /// Turns the direction of z around, or back.
    pub fn invert_zaxis(&mut self) {
        self.invert(2);
    }

    /// Sets the scale of z, with its locators and formatters.
    ///
    /// # Errors
    /// As [`set_xscale`](crate::AxesBase::set_xscale).
    pub fn set_zscale(&mut self, scale: Scale) -> Result<()> {
        self.zaxis.set_scale(scale.checked()?);
        Ok(())
    }

    /// Sets the margins of autoscaled limits, as fractions of the data's range. They are 0.05, 0.05 and 0 at first,
    /// and 0.05 along z as soon as there are markers; a 48th of the whole comes on top of it.
    pub fn margins(&mut self, x: f64, y: f64, z: f64) {
        (self.xaxis.margin, self.yaxis.margin, self.zaxis.margin) = (x, y, z);
    }

    /// Switches autoscaling on or off: limits that fit the data, or that stay as they are.
    pub fn autoscale(&mut self, x: bool, y: bool, z: bool) {
        let limits = self.limits();
        for ((axis, on), limits) in self.axes_mut().into_iter().zip([x, y, z]).zip(limits) {
            if !on && axis.autoscale_on {
                axis.view = limits;
            }
            axis.set_autoscale_on(on);
        }
    }

    /// Takes the data of all artists anew, after they were changed; limits that are autoscaled follow.
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
        let artists = self.artists();
        let limits = artists.map(|artist| artist.data_limits());
        let solid = limits.filter(|limits| limits.z.is_some());
        self.range = solid.fold(DataLimits::default(), DataLimits::union);
    }

    /// Markers must not be cut by the box.
    pub(super) fn make_room_for_markers(&mut self) {
        self.zaxis.margin = self.zaxis.margin.max(SCATTER_MARGIN);
    }

    fn invert(&mut self, which: usize) {
        let view = &mut self.axes_mut()[which].view;
        *view = (view.1, view.0);
    }

    fn set_limits(&mut self, which: usize, name: &'static str, limits: (f64, f64)) -> Result<()> {
        let old = self.limits()[which];
        let minpos = self.ranges()[which].minpos;
        self.axes_mut()[which].limit(name, limits, old, minpos)
    }

    /// The range of the data along each axis, or what the reference shows without any.
    pub(crate) fn ranges(&self) -> [DataRange; 3] {
        // With its margins it is from 0 to 1.
        let inset = 0.05 * 10.0 / 11.0;
        let range = |low: f64, high: f64| DataRange {
            low,
            high,
            minpos: if low > 0.0 { low } else { high },
        };
        [
            self.range.x.unwrap_or(range(inset, 1.0 - inset)),
            self.range.y.unwrap_or(range(inset, 1.0 - inset)),
            self.range.z.unwrap_or(range(0.0, 1.0)),
        ]
    }

    /// The limits along x, y and z.
    pub(crate) fn limits(&self) -> [(f64, f64); 3] {
        let ranges = self.ranges();
        let axes = self.axes();
        [0, 1, 2].map(|i| limits_of(axes[i], ranges[i]))
    }

    /// The limits in the units of the scales.
    pub(crate) fn scaled_limits(&self) -> [(f64, f64); 3] {
        let limits = self.limits();
        let axes = self.axes();
        [0, 1, 2].map(|i| scaled(axes[i].scale(), limits[i]))
    }
}

fn limits_of(axis: &Axis, data: DataRange) -> (f64, f64) {
    let limits = match axis.autoscale_on {
        true => autoscaled(axis, data),
        false => axis.view,
    };
    let (from, to) = axis.holding(limits, axis.limits_stamp);
    axis.scale().limit_range(from, to, data.minpos)
}

fn autoscaled(axis: &Axis, data: DataRange) -> (f64, f64) {
    let limits = axis.autoscaled(axis.own_tickers(), Some(data), &[], axis.view);
    let (from, to) = scaled(axis.scale(), limits);
    let delta = (to - from) * VIEW_MARGIN;
    if !delta.is_finite() {
        return limits;
    }
    let inverse = |v: f64| axis.scale().inverse(v);
    (inverse(from - delta), inverse(to + delta))
}

fn scaled(scale: Scale, (from, to): (f64, f64)) -> (f64, f64) {
    (scale.transform(from), scale.transform(to))
}
