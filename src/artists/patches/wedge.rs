//! Wedges and rings.

use kurbo::{Affine, BezPath, Vec2};

use crate::artists::patches::{Outline, PatchBase, outlined_patch};
use crate::mapping::sector;
use crate::properties::{Angle, Length};

/// A piece of a disc or, with a width, of a ring.
///
/// ```
/// use plotreel::Figure;
/// use plotreel::patches::Wedge;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let gauge = fig[ax].add_patch(Wedge::new((0.5, 0.5), 0.4, 0.0, 180.0));
/// fig[gauge].set_width(0.1)?;
/// fig[gauge].set_theta2(120.0)?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Wedge {
    center: (f64, f64),
    radius: f64,
    theta1: f64,
    theta2: f64,
    width: Option<f64>,
    style: PatchBase,
}

impl Wedge {
    /// A wedge from one angle to another in degrees, counterclockwise.
    pub fn new(center: (f64, f64), radius: f64, theta1: f64, theta2: f64) -> Self {
        Self {
            center,
            radius,
            theta1,
            theta2,
            width: None,
            style: PatchBase::default(),
        }
    }
}

impl Outline for Wedge {
    fn outline(&self) -> BezPath {
        let inner = self.width.map(|width| (self.radius - width) / self.radius);
        let path = sector(self.theta1, self.theta2, inner);
        let place = Affine::translate(Vec2::from(self.center)) * Affine::scale(self.radius);
        place * path
    }
}

outlined_patch! { Wedge;
    center / set_center: pair = center, "its tip";
    radius / set_radius ["r"]: coordinate = radius, "the outer radius";
    theta1 / set_theta1: number<Angle> = theta1, "the angle at which it starts, in degrees";
    theta2 / set_theta2: number<Angle> = theta2, "the angle at which it ends, in degrees";
    width / set_width: maybe<Length> = width, "the width of the ring; `None` is a full wedge up to the centre";
}
