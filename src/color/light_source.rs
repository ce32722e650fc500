//! A source of light, for surfaces.

use crate::color::Color;
use crate::error::{Error, Result};

/// Where light comes from (`matplotlib.colors.LightSource`): surfaces and bars in 3-D axes are brighter where they face
/// it.
///
/// ```
/// use plotreel::colors::LightSource;
///
/// let from_above = LightSource::new(0.0, 90.0)?;
/// assert!((from_above.direction()[2] - 1.0).abs() < 1e-12);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LightSource {
    azdeg: f64,
    altdeg: f64,
}

/// The brightness of faces that look away from the light; those that look at it have 1.
const DARKEST: f64 = 0.3;

impl Default for LightSource {
    /// From the northwest, halfway up: 315 and 45 degrees.
    fn default() -> Self {
        Self {
            azdeg: 315.0,
            altdeg: 45.0,
        }
    }
}

impl LightSource {
    /// The light of surfaces for which none is given.
    pub(crate) const OF_SURFACES: Self = Self {
        azdeg: 225.0,
        altdeg: 19.4712,
    };

    /// A source at an azimuth, clockwise from north (the y axis), and an altitude above the x-y plane, in degrees.
    ///
    /// # Errors
    /// [`Error::Setting`] for angles that are not finite.
    pub fn new(azdeg: f64, altdeg: f64) -> Result<Self> {
        if !(azdeg.is_finite() && altdeg.is_finite()) {
            return Err(Error::Setting {
                name: "lightsource",
                value: format!("({azdeg:?}, {altdeg:?})"),
                expected: "finite angles in degrees",
            });
        }
        Ok(Self { azdeg, altdeg })
    }

    /// The azimuth, clockwise from north (the y axis), in degrees.
    pub fn azdeg(&self) -> f64 {
        self.azdeg
    }

    /// The altitude above the x-y plane in degrees.
    pub fn altdeg(&self) -> f64 {
        self.altdeg
    }

    /// The unit vector towards it.
    pub fn direction(&self) -> [f64; 3] {
        let (north, up) = ((90.0 - self.azdeg).to_radians(), self.altdeg.to_radians());
        [north.cos() * up.cos(), north.sin() * up.cos(), up.sin()]
    }

    /// The brightness of faces by their normal vectors, of any length; NaN if one has no direction.
    pub(crate) fn brightness(&self) -> impl Fn([f64; 3]) -> f64 {
        let [to_x, to_y, to_z] = self.direction();
        move |[x, y, z]| {
            let length = (x * x + y * y + z * z).sqrt();
            let towards = (x / length) * to_x + (y / length) * to_y + (z / length) * to_z;
            DARKEST + (1.0 - DARKEST) * 0.5 * (towards + 1.0)
        }
    }

    /// The colour of a face that is neither turned to it nor away: the brightness of one without a direction.
    pub(crate) const SIDEWAYS: f64 = DARKEST + (1.0 - DARKEST) * 0.5;
}

impl Color {
    /// The colour times a brightness from 0 to 1, as opaque as before.
    pub(crate) fn dimmed(self, brightness: f64) -> Self {
        let dim = |level: u8| (f64::from(level) * brightness + 0.5) as u8;
        Self {
            r: dim(self.r),
            g: dim(self.g),
            b: dim(self.b),
            a: self.a,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By `art3d._shade_colors` of matplotlib 3.11.2.
    #[test]
    fn faces_are_bright_where_they_look_at_the_light() {
        let light = LightSource::OF_SURFACES;
        let found = [[0.0, 0.0, 2.0], [-1.0, -1.0, 0.0], [1.0, 1.0, -1.0]];
        let found = found.map(light.brightness());
        for (found, expected) in
            found
                .into_iter()
                .zip([0.7666665478265875, 0.9799832065700109, 0.31321237727891377])
        {
            assert!(
                (found - expected).abs() < 1e-12,
                "{found} is not {expected}"
            );
        }
        assert!(light.brightness()([0.0; 3]).is_nan());
        assert_eq!(Color::rgb(200, 101, 0).dimmed(0.5), Color::rgb(100, 51, 0));
    }
}
