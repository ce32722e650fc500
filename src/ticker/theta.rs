//! Ticks of polar axes: angles in degrees, and radii.

use std::f64::consts::TAU;

use crate::ticker::format_spec::fixed;
use crate::ticker::{AxisView, Formatter, Locator, MaxNLocator, TickLabels, nonsingular};

/// The ticks of a full circle.
const TICKS: usize = 8;
/// Steps that divide a turn, as multiples of a power of 10.
const STEPS: [f64; 6] = [1.0, 1.5, 3.0, 4.5, 9.0, 10.0];

/// Ticks of angles in radians (`matplotlib.projections.polar.ThetaLocator`): every 45° of a full circle, else at round
/// degrees.
///
/// ```
/// use plotreel::scale::Scale;
/// use plotreel::ticker::{AxisView, Locator, ThetaLocator};
///
/// let axis = AxisView::new((0.0, 90f64.to_radians()), Scale::Linear);
/// let degrees = ThetaLocator::new().tick_values(&axis).into_iter().map(f64::to_degrees);
/// assert_eq!(degrees.map(f64::round).collect::<Vec<_>>()[..3], [0.0, 10.0, 20.0]);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct ThetaLocator {
    base: MaxNLocator,
}

impl ThetaLocator {
    /// As many ticks as the axis has room for.
    pub fn new() -> Self {
        Self {
            base: MaxNLocator::auto().with_steps(STEPS),
        }
    }
}

impl Default for ThetaLocator {
    fn default() -> Self {
        Self::new()
    }
}

/// Limits in degrees.
fn degrees((from, to): (f64, f64)) -> (f64, f64) {
    (from.to_degrees(), to.to_degrees())
}

impl Locator for ThetaLocator {
    fn tick_values(&self, axis: &AxisView) -> Vec<f64> {
        let (low, high) = degrees(axis.sorted_view());
        if ((high - low) - 360.0).abs() < 1e-12 {
            let part = |i: usize| low.to_radians() + i as f64 * TAU / TICKS as f64;
            return (0..TICKS).map(part).collect();
        }
        let mut axis = axis.clone();
        (axis.view, axis.data) = (degrees(axis.view), degrees(axis.data));
        let ticks = self.base.tick_values(&axis);
        ticks.into_iter().map(f64::to_radians).collect()
    }

    fn clone_box(&self) -> Box<dyn Locator> {
        Box::new(self.clone())
    }
}

/// Labels of angles in radians (`matplotlib.projections.polar.ThetaFormatter`): degrees with their sign.
///
/// ```
/// use plotreel::scale::Scale;
/// use plotreel::ticker::{AxisView, Formatter, ThetaFormatter};
///
/// let axis = AxisView::new((0.0, std::f64::consts::TAU), Scale::Linear);
/// let labels = ThetaFormatter::new().format_ticks(&axis, &[std::f64::consts::FRAC_PI_2]).labels;
/// assert_eq!(labels, ["90°"]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ThetaFormatter;

impl ThetaFormatter {
    /// As many decimals as the limits need.
    pub fn new() -> Self {
        Self
    }
}

impl Formatter for ThetaFormatter {
    fn format_ticks(&self, axis: &AxisView, locs: &[f64]) -> TickLabels {
        let (low, high) = degrees(axis.sorted_view());
        let decimals = -((high - low).log10() - 1.5).trunc();
        let decimals = decimals.clamp(0.0, 15.0) as usize;
        TickLabels::each(locs, |theta, _| {
            format!("{}°", fixed(theta.to_degrees(), decimals))
        })
    }

    fn clone_box(&self) -> Box<dyn Formatter> {
        Box::new(*self)
    }
}

/// The ticks of radii, of any locator: none at the centre, and limits that begin at 0
/// (`matplotlib.projections.polar.RadialLocator`).
#[derive(Debug, Clone)]
pub(crate) struct RadialLocator {
    base: Box<dyn Locator>,
    /// Whether the scale shows 0.
    zero: bool,
    /// The radius that ticks are above.
    above: f64,
}

impl RadialLocator {
    pub(crate) fn new(base: &dyn Locator, zero: bool, above: f64) -> Self {
        Self {
            base: base.clone_box(),
            zero,
            above,
        }
    }
}

impl Locator for RadialLocator {
    fn tick_values(&self, axis: &AxisView) -> Vec<f64> {
        let mut ticks = self.base.tick_values(axis);
        ticks.retain(|tick| *tick > self.above);
        ticks
    }

    fn view_limits(&self, vmin: f64, vmax: f64) -> (f64, f64) {
        let (vmin, vmax) = self.base.view_limits(vmin, vmax);
        let vmin = match self.zero && vmax > vmin {
            true => vmin.min(0.0),
            false => vmin,
        };
        nonsingular(vmin, vmax, 0.001, 1e-15, true)
    }

    fn nonsingular(&self, v0: f64, v1: f64, minpos: f64) -> (f64, f64) {
        if self.zero && (v0, v1) == (f64::NEG_INFINITY, f64::INFINITY) {
            return (0.0, 1.0);
        }
        self.base.nonsingular(v0, v1, minpos)
    }

    fn clone_box(&self) -> Box<dyn Locator> {
        Box::new(self.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scale::Scale;

    #[test]
    fn ticks_and_labels_of_angles_are_those_of_the_reference() {
        // Limits in degrees, ticks and labels of a `PolarAxes` of matplotlib 3.11.2 with room for 9.
        let cases: [((f64, f64), &str); 4] = [
            ((0.0, 360.0), "0° 45° 90° 135° 180° 225° 270° 315°"),
            (
                (-45.0, 45.0),
                "-50° -40° -30° -20° -10° 0° 10° 20° 30° 40° 50°",
            ),
            ((0.0, 180.0), "0° 30° 60° 90° 120° 150° 180°"),
            (
                (10.0, 12.0),
                "9.9° 10.2° 10.5° 10.8° 11.1° 11.4° 11.7° 12.0°",
            ),
        ];
        for ((from, to), expected) in cases {
            let axis = AxisView::new((from.to_radians(), to.to_radians()), Scale::Linear);
            let ticks = ThetaLocator::new().tick_values(&axis);
            let labels = ThetaFormatter::new().format_ticks(&axis, &ticks).labels;
            assert_eq!(labels.join(" "), expected);
        }
    }

    #[test]
    fn radii_begin_at_zero_and_have_no_tick_there() {
        let radial = RadialLocator::new(&MaxNLocator::new(4), true, 0.0);
        let axis = AxisView::new((0.0, 4.0), Scale::Linear);
        assert_eq!(radial.tick_values(&axis), [1.0, 2.0, 3.0, 4.0]);
        assert_eq!(radial.view_limits(1.0, 2.0), (0.0, 2.0));
        let none = (f64::NEG_INFINITY, f64::INFINITY);
        assert_eq!(radial.nonsingular(none.0, none.1, 1.0), (0.0, 1.0));
        let above = RadialLocator::new(&MaxNLocator::new(4), false, f64::NEG_INFINITY);
        assert_eq!(above.view_limits(1.0, 2.0), (1.0, 2.0));
    }
}
