//! Elliptical rings.

use kurbo::{Affine, BezPath, Vec2};

use crate::artists::patches::{Outline, PatchBase, outlined_patch};
use crate::error::{Error, Result};
use crate::mapping::arc;
use crate::properties::Angle;

/// A ring around a circle or an ellipse.
///
/// ```
/// use plotreel::Figure;
/// use plotreel::patches::Annulus;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let ring = fig[ax].add_patch(Annulus::new((0.5, 0.5), (0.4, 0.3), 0.1)?);
/// // From frame to frame:
/// fig[ring].set_angle(20.0)?;
/// fig[ring].set_width(0.15)?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Annulus {
    center: (f64, f64),
    radii: (f64, f64),
    width: f64,
    angle: f64,
    style: PatchBase,
}

impl Annulus {
    /// A ring of this width inside the ellipse with these radii along x and y.
    ///
    /// # Errors
    /// [`Error::Setting`] for a width above the smaller radius.
    pub fn new(center: (f64, f64), radii: (f64, f64), width: f64) -> Result<Self> {
        let mut ring = Self {
            center,
            radii,
            width: 0.0,
            angle: 0.0,
            style: PatchBase::default(),
        };
        ring.set_width(width)?;
        Ok(ring)
    }

    /// Sets the width of the ring, inwards from the outer ellipse.
    ///
    /// # Errors
    /// [`Error::Setting`] for a width above the smaller radius.
    pub fn set_width(&mut self, width: f64) -> Result<()> {
        if width > self.radii.0.min(self.radii.1) {
            return Err(Error::Setting {
                name: "width",
                value: width.to_string(),
                expected: "a number up to the smaller radius",
            });
        }
        self.width = width;
        Ok(())
    }

    /// The width of the ring.
    pub fn width(&self) -> f64 {
        self.width
    }
}

impl Outline for Annulus {
    fn outline(&self) -> BezPath {
        let circle = arc(0.0, 360.0);
        let (a, b) = self.radii;
        let outer = Affine::scale_non_uniform(a, b) * &circle;
        let inner =
            Affine::scale_non_uniform(a - self.width, b - self.width) * circle.reverse_subpaths();
        outer.into_iter().chain(inner).collect()
    }

    fn placed(&self) -> Affine {
        Affine::translate(Vec2::from(self.center)) * Affine::rotate(self.angle.to_radians())
    }
}

outlined_patch! { Annulus;
    center / set_center: pair = center, "its middle";
    radii / set_radii: pair = radii, "the radii of the outer ellipse along x and y";
    angle / set_angle: number<Angle> = angle, "the rotation in degrees, counterclockwise";
    @by name:
    width: f64 = |ring| ring.width, |ring, width| ring.set_width(width),
        "the width of the ring, inwards from the outer ellipse";
}
