//! Ellipses and circles.

use kurbo::{Affine, BezPath, Vec2};

use crate::artists::FillStyle;
use crate::artists::markers::circle;
use crate::artists::patches::{Outline, PatchBase, outlined_patch};
use crate::properties::Angle;

/// An ellipse.
///
/// ```
/// use plotreel::Figure;
/// use plotreel::patches::Ellipse;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let ellipse = fig[ax].add_patch(Ellipse::new((0.5, 0.5), 0.6, 0.2));
/// fig[ellipse].set_angle(45.0)?;
/// fig[ellipse].set_center(0.4, 0.6);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Ellipse {
    center: (f64, f64),
    width: f64,
    height: f64,
    angle: f64,
    style: PatchBase,
}

impl Ellipse {
    /// An ellipse of these diameters around a point.
    pub fn new(center: (f64, f64), width: f64, height: f64) -> Self {
        Self {
            center,
            width,
            height,
            angle: 0.0,
            style: PatchBase::default(),
        }
    }
}

impl Outline for Ellipse {
    fn outline(&self) -> BezPath {
        circle(1.0, FillStyle::Full).0
    }

    fn placed(&self) -> Affine {
        placed(self.center, (self.width, self.height), self.angle)
    }
}

outlined_patch! { Ellipse;
    center / set_center: pair = center, "its middle";
    width / set_width: coordinate = width, "the diameter along x";
    height / set_height: coordinate = height, "the diameter along y";
    angle / set_angle: number<Angle> = angle, "the rotation in degrees, counterclockwise, in data coordinates";
}

/// From the unit circle to an ellipse.
pub(super) fn placed(center: (f64, f64), (width, height): (f64, f64), angle: f64) -> Affine {
    let scaled = Affine::scale_non_uniform(width / 2.0, height / 2.0);
    Affine::translate(Vec2::from(center)) * Affine::rotate(angle.to_radians()) * scaled
}

/// A circle in data coordinates; it appears as an ellipse if the scales of the axes differ.
///
/// ```
/// use plotreel::Figure;
/// use plotreel::patches::Circle;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let ball = fig[ax].add_patch(Circle::new((0.5, 0.5), 0.1));
/// fig[ball].set_center(0.6, 0.5);
/// fig[ball].set_radius(0.2);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Circle {
    center: (f64, f64),
    radius: f64,
    style: PatchBase,
}

impl Circle {
    /// A circle around a point.
    pub fn new(center: (f64, f64), radius: f64) -> Self {
        Self {
            center,
            radius,
            style: PatchBase::default(),
        }
    }
}

impl Outline for Circle {
    fn outline(&self) -> BezPath {
        circle(1.0, FillStyle::Full).0
    }

    fn placed(&self) -> Affine {
        let diameter = 2.0 * self.radius;
        placed(self.center, (diameter, diameter), 0.0)
    }
}

outlined_patch! { Circle;
    center / set_center: pair = center, "its middle";
    radius / set_radius: coordinate = radius, "the radius";
}
