//! Arcs of ellipses.

use kurbo::{Affine, BezPath};

use crate::artists::patches::ellipse::placed;
use crate::artists::patches::{Outline, PatchBase, outlined_patch};
use crate::mapping::arc;
use crate::properties::Angle;

/// A part of the outline of an ellipse, never filled.
///
/// ```
/// use plotreel::Figure;
/// use plotreel::patches::Arc;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let arc = fig[ax].add_patch(Arc::new((0.5, 0.5), 0.6, 0.4));
/// fig[arc].set_theta2(90.0)?;
/// fig[arc].set_edgecolor("tab:red")?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Arc {
    center: (f64, f64),
    width: f64,
    height: f64,
    angle: f64,
    theta1: f64,
    theta2: f64,
    style: PatchBase,
}

impl Arc {
    /// The complete outline of an ellipse with these diameters.
    pub fn new(center: (f64, f64), width: f64, height: f64) -> Self {
        Self {
            center,
            width,
            height,
            angle: 0.0,
            theta1: 0.0,
            theta2: 360.0,
            style: PatchBase {
                fill: false,
                ..PatchBase::default()
            },
        }
    }

    /// The angles on the unit circle whose points are seen at the arc's angles.
    fn unit_angles(&self) -> (f64, f64) {
        let whole = self.theta1 != self.theta2
            && self.theta1.rem_euclid(360.0) == self.theta2.rem_euclid(360.0);
        if self.width == self.height || whole {
            return (self.theta1, self.theta2);
        }
        let unit = |theta: f64| {
            let (sin, cos) = theta.to_radians().sin_cos();
            let angle = (self.width / self.height * sin).atan2(cos);
            (angle.to_degrees() + 360.0) % 360.0
        };
        (unit(self.theta1), unit(self.theta2))
    }
}

impl Outline for Arc {
    fn outline(&self) -> BezPath {
        let (theta1, theta2) = self.unit_angles();
        arc(theta1, theta2)
    }

    fn placed(&self) -> Affine {
        placed(self.center, (self.width, self.height), self.angle)
    }
}

outlined_patch! { Arc;
    center / set_center: pair = center, "the centre of its ellipse";
    width / set_width: coordinate = width, "the diameter along x";
    height / set_height: coordinate = height, "the diameter along y";
    angle / set_angle: number<Angle> = angle, "the rotation of the ellipse in degrees, counterclockwise";
    theta1 / set_theta1: number<Angle> = theta1, "the angle at which it starts, in degrees relative to the ellipse";
    theta2 / set_theta2: number<Angle> = theta2, "the angle at which it ends, in degrees relative to the ellipse";
}
