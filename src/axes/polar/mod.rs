//! Polar axes: x is an angle and y a radius.

mod settings;

use std::f64::consts::TAU;
use std::sync::Arc;

use crate::axes::fitting::Fitting;
use crate::axes::{Aspect, Axes, AxesBase, Position};
use crate::axis::Which;
use crate::handle::Handle;
use crate::mapping::{Limits, Polar};
use crate::scale::Scale;
use crate::style::Style;
pub use settings::{ThetaDirection, ZeroLocation};

/// The angle of the labels of radii, in degrees.
const RLABEL_POSITION: f64 = 22.5;

/// Polar axes (`projection="polar"`): x is theta in radians, y the radius r.
///
/// They have all calls and artists of [`Axes`], which they dereference to. Theta is 0 at the right and grows
/// counterclockwise, unless that is set; the limits of r begin at 0, or below, and fit the data; those of theta are a
/// full turn until they are set. Lines between two points are straight; the sides of bars and grid lines are arcs.
///
/// Of the spines [`Side::Top`](crate::axes::Side::Top) is the outer circle, and those at the left, at the right and at
/// the bottom are the sides and the inner arc of a wedge, which full circles do not have. Images, charts and
/// [`axline`](Axes::axline) need flat axes.
///
/// ```
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((4.8, 4.8), 100.0);
/// let ax = fig.add_subplot_polar(1, 1, 1)?;
/// let theta: Vec<f64> = (0..200).map(|i| f64::from(i) / 20.0).collect();
/// let line = fig[ax].plot(&theta, &theta)?;
/// fig[ax].set_theta_zero_location("N")?;
/// fig[ax].set_theta_direction("clockwise")?;
/// // From frame to frame:
/// fig[line].set_ydata(&theta.iter().map(|t| t.sin() + 1.0).collect::<Vec<_>>())?;
/// fig[ax].set_rmax(2.0)?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct PolarAxes {
    base: Axes,
    theta_offset: f64,
    theta_direction: ThetaDirection,
    pub(super) rlabel_position: f64,
    rorigin: Option<f64>,
}

impl PolarAxes {
    pub(crate) fn new(position: Position, handle: Handle<AxesBase>, style: Arc<Style>) -> Self {
        let mut base = Axes::new(position, handle, style);
        base.become_polar();
        Self {
            base,
            theta_offset: 0.0,
            theta_direction: ThetaDirection::default(),
            rlabel_position: RLABEL_POSITION,
            rorigin: None,
        }
    }

    /// Removes all artists, titles and labels, and resets all settings except the position and that of the labels of
    /// radii.
    pub fn clear(&mut self) {
        self.base.clear();
        self.theta_offset = 0.0;
        self.theta_direction = ThetaDirection::default();
        self.rorigin = None;
    }

    /// The projection that shows these limits, with this scale of r.
    pub(super) fn projection(&self, limits: Limits, scale: Scale) -> Polar {
        let direction = match self.theta_direction {
            ThetaDirection::Counterclockwise => 1.0,
            ThetaDirection::Clockwise => -1.0,
        };
        Polar::new(limits, scale, (self.theta_offset, direction), self.rorigin)
    }
}

impl AxesBase {
    /// What is different in polar axes.
    pub(super) fn become_polar(&mut self) {
        self.fitting = Fitting::Polar;
        self.rule.aspect = Aspect::Equal;
        self.xaxis.become_angular();
        self.xaxis.set_limits(0.0, TAU);
        for axis in [&mut self.xaxis, &mut self.yaxis] {
            axis.grid(true, Which::Major);
            for look in &mut axis.looks {
                look.ticks = [false; 2];
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Figure;

    /// The limits of r after some plots, as of `PolarAxes.get_ylim` of matplotlib 3.11.2.
    #[test]
    fn limits_of_radii_begin_at_zero_and_are_those_of_the_reference() {
        let mut fig = Figure::new((4.0, 4.0), 100.0);
        let ax = fig.add_subplot_polar(1, 1, 1).unwrap();
        let near = |found: (f64, f64), expected: (f64, f64)| {
            let off = (found.0 - expected.0).abs() + (found.1 - expected.1).abs();
            assert!(off < 1e-12, "{found:?} is not {expected:?}");
        };
        near(fig[ax].ylim(), (0.0, 1.0));
        fig[ax].plot(&[0.0; 0], &[0.0; 0]).unwrap();
        near(fig[ax].ylim(), (0.0, 1.05));
        fig[ax].plot(&[0.0], &[2.0]).unwrap();
        fig[ax].plot(&[0.0], &[-2.0]).unwrap();
        near(fig[ax].ylim(), (-2.2, 2.2));
        fig[ax].set_rmax(5.0).unwrap();
        near(fig[ax].ylim(), (-2.2, 5.0));
        assert_eq!((fig[ax].rmin(), fig[ax].rmax()), (-2.2, 5.0));
        fig[ax].plot(&[0.0], &[-1.0]).unwrap();
        near(fig[ax].ylim(), (-2.2, 2.2));
        fig[ax].clear();
        fig[ax].plot(&[0.0, 9.0], &[0.5, 0.75]).unwrap();
        near(fig[ax].ylim(), (0.0, 0.7625));
        near(fig[ax].xlim(), (0.0, TAU));
    }

    #[test]
    fn polar_axes_that_are_cleared_are_polar_ones_again() {
        let mut fig = Figure::new((4.0, 4.0), 100.0);
        let ax = fig.add_subplot_polar(1, 1, 1).unwrap();
        fig[ax].set_theta_zero_location("N").unwrap();
        fig[ax].set_thetamax(90.0).unwrap();
        fig[ax].set_rorigin(-1.0).unwrap();
        fig[ax].clear();
        assert_eq!((fig[ax].theta_offset(), fig[ax].rorigin()), (0.0, None));
        assert_eq!(fig[ax].thetamax(), 360.0);
        let labels = |fig: &Figure| {
            let ticks = fig.ticks(ax).unwrap();
            let labels = |of: Vec<crate::axis::Tick>| of.into_iter().map(|tick| tick.label);
            labels(ticks.x.major)
                .chain(labels(ticks.y.major))
                .collect::<Vec<_>>()
                .join(" ")
        };
        let usual = "0° 45° 90° 135° 180° 225° 270° 315° 0.2 0.4 0.6 0.8 1.0";
        assert_eq!(labels(&fig), usual);
        fig[ax].set_thetagrids(&[0, 90]).unwrap();
        assert!(labels(&fig).starts_with("0° 90° 0.2"));
        fig.set(ax, "xticks", None::<Vec<f64>>).unwrap();
        assert_eq!(labels(&fig), usual);
    }

    #[test]
    fn what_polar_axes_can_not_show_is_refused() {
        let mut fig = Figure::new((4.0, 4.0), 100.0);
        let ax = fig.add_subplot_polar(1, 1, 1).unwrap();
        assert!(fig[ax].set_xscale(Scale::log()).is_err());
        assert!(fig[ax].set_theta_direction(2).is_err());
        assert!(fig[ax].set_theta_zero_location("up").is_err());
        assert!(fig[ax].set_rmax(f64::NAN).is_err() && fig[ax].set_rmin(f64::INFINITY).is_err());
        assert!(fig[ax].set_thetagrids(&[f64::NAN]).is_err());
        assert!(fig[ax].set_thetalim(0.0, 7.0).is_err());
        assert!(fig.twinx(ax.into()).is_err());
        assert_eq!(
            (fig.axes_polar(), fig.axes_2d()),
            (vec![ax], vec![ax.into()])
        );
    }
}
