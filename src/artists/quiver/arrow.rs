//! The shape of an arrow.

use crate::properties::names;

/// Which part of an arrow is at its position.
///
/// ```
/// use plotreel::quiver::Pivot;
///
/// assert_eq!("mid".parse::<Pivot>()?, Pivot::Middle);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Pivot {
    /// Where it begins.
    #[default]
    Tail,
    /// Half-way.
    Middle,
    /// Where it ends.
    Tip,
}

names! {
    Pivot, "pivot", "tail, middle or tip";
    Tail: "tail",
    Middle: "middle" | "mid",
    Tip: "tip",
}

/// The proportions of arrows, as multiples of the shaft's width.
#[derive(Debug, Clone, Copy)]
pub(super) struct Arrow {
    pub(super) headwidth: f64,
    pub(super) headlength: f64,
    /// The length of the head at the shaft.
    pub(super) headaxislength: f64,
    /// The length, in lengths of the head, below which an arrow is scaled as a whole.
    pub(super) minshaft: f64,
    /// The length below which it is a dot.
    pub(super) minlength: f64,
}

impl Default for Arrow {
    fn default() -> Self {
        Self {
            headwidth: 3.0,
            headlength: 5.0,
            headaxislength: 4.5,
            minshaft: 1.0,
            minlength: 1.0,
        }
    }
}

/// Longer arrows are cut off, in widths of the shaft.
const LONGEST: f64 = 65536.0;

impl Arrow {
    /// The corners of an arrow to the right, the first of them again at the end; in widths of the shaft, its pivot at
    /// (0, 0).
    pub(super) fn corners(&self, length: f64, pivot: Pivot) -> [(f64, f64); 8] {
        let length = length.clamp(0.0, LONGEST);
        if length < self.minlength {
            // A hexagon that goes on a corner further than around.
            let corner = |i: u32| {
                let (sin, cos) = (f64::from(i) * (std::f64::consts::PI / 3.0)).sin_cos();
                (cos * self.minlength * 0.5, sin * self.minlength * 0.5)
            };
            return [0, 1, 2, 3, 4, 5, 6, 7].map(corner);
        }
        let least = self.minshaft * self.headlength;
        let (whole, shrink) = match length < least {
            true => (least, length / least),
            false => (length, 1.0),
        };
        let half = 0.5 * shrink;
        let neck = shrink * (whole - self.headaxislength);
        let barb = shrink * (whole - self.headlength);
        let tip = shrink * whole;
        let back = match pivot {
            Pivot::Tail => 0.0,
            Pivot::Middle => 0.5 * tip,
            Pivot::Tip => tip,
        };
        let wide = half * self.headwidth;
        [
            (-back, half),
            (neck - back, half),
            (barb - back, wide),
            (tip - back, 0.0),
            (barb - back, -wide),
            (neck - back, -half),
            (-back, -half),
            (-back, half),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_arrows_shrink_and_the_shortest_are_dots() {
        let arrow = Arrow::default();
        let tip = |length: f64| arrow.corners(length, Pivot::Tail)[3].0;
        assert_eq!((tip(20.0), tip(2.5)), (20.0, 2.5));
        assert_eq!(arrow.corners(20.0, Pivot::Tail)[2], (15.0, 1.5));
        assert_eq!(arrow.corners(2.5, Pivot::Tail)[2], (0.0, 0.75));
        assert_eq!(arrow.corners(0.5, Pivot::Tip)[0], (0.5, 0.0));
        assert_eq!(arrow.corners(20.0, Pivot::Middle)[3].0, 10.0);
    }
}
