//! Arrows with a shaft and a head in data coordinates: `arrow`.

use kurbo::{Affine, BezPath, Point};

use crate::artists::patches::path::closed;
use crate::artists::patches::{Outline, PatchBase, outlined_patch};
use crate::properties::{Angle, Length, names};

/// Which half of a [`FancyArrow`] is drawn.
///
/// ```
/// use plotreel::patches::ArrowShape;
///
/// assert_eq!("left".parse::<ArrowShape>()?, ArrowShape::Left);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ArrowShape {
    /// Both.
    #[default]
    Full,
    /// The half on matplotlib's left, which is to the right of the arrow's direction.
    Left,
    /// The other half.
    Right,
}

names! {
    ArrowShape, "shape", "full, left or right";
    Full: "full",
    Left: "left",
    Right: "right",
}

/// An arrow from a point by (dx, dy), all of whose sizes are in data coordinates, so that it is distorted where the
/// scales of the axes differ.
///
/// ```
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let arrow = fig[ax].arrow(0.1, 0.1, 0.5, 0.3);
/// fig[arrow].set_width(0.02)?;
/// fig[arrow].set_head_width(0.08)?;
/// fig[arrow].set_length_includes_head(true);
/// // From frame to frame:
/// fig[arrow].set_delta(0.6, 0.1);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct FancyArrow {
    xy: (f64, f64),
    delta: (f64, f64),
    width: f64,
    head_width: Option<f64>,
    head_length: Option<f64>,
    length_includes_head: bool,
    shape: ArrowShape,
    overhang: f64,
    head_starts_at_zero: bool,
    style: PatchBase,
}

impl FancyArrow {
    /// An arrow from (x, y) by (dx, dy) with a shaft 0.001 wide.
    pub fn new(x: f64, y: f64, dx: f64, dy: f64) -> Self {
        Self {
            xy: (x, y),
            delta: (dx, dy),
            width: 0.001,
            head_width: None,
            head_length: None,
            length_includes_head: false,
            shape: ArrowShape::default(),
            overhang: 0.0,
            head_starts_at_zero: false,
            style: PatchBase {
                edge_by_default: true,
                ..PatchBase::default()
            },
        }
    }

    /// Half of an arrow to the right that ends at (0, 0), from its tip on.
    fn half(&self, distance: f64) -> [(f64, f64); 5] {
        let head_width = self.head_width.unwrap_or(3.0 * self.width);
        let head_length = self.head_length.unwrap_or(1.5 * head_width);
        let (length, mut ahead) = match self.length_includes_head {
            true => (distance, 0.0),
            false => (distance + head_length, head_length),
        };
        if self.head_starts_at_zero {
            ahead += head_length / 2.0;
        }
        let half = -self.width / 2.0;
        [
            (ahead, 0.0),
            (ahead - head_length, -head_width / 2.0),
            (ahead - head_length * (1.0 - self.overhang), half),
            (ahead - length, half),
            (ahead - length, 0.0),
        ]
    }
}

impl Outline for FancyArrow {
    fn outline(&self) -> BezPath {
        let (dx, dy) = self.delta;
        let distance = dx.hypot(dy);
        let left = self.half(distance);
        let right = left.map(|(x, y)| (x, -y));
        let corners: Vec<(f64, f64)> = match self.shape {
            ArrowShape::Left => left.to_vec(),
            ArrowShape::Right => right.to_vec(),
            // Without the point in the middle of the shaft.
            ArrowShape::Full => left[..4]
                .iter()
                .chain(right[..4].iter().rev())
                .copied()
                .collect(),
        };
        let (cos, sin) = match distance > 0.0 {
            true => (dx / distance, dy / distance),
            false => (0.0, 1.0),
        };
        let tip = (self.xy.0 + dx, self.xy.1 + dy);
        let placed = Affine::new([cos, sin, -sin, cos, tip.0, tip.1]);
        let mut corners: Vec<Point> = corners
            .into_iter()
            .map(|p| placed * Point::from(p))
            .collect();
        // The tip is the first point again.
        if corners.first() == corners.last() {
            corners.pop();
        }
        closed(corners)
    }
}

outlined_patch! { FancyArrow;
    xy / set_xy: pair = xy, "where it begins";
    delta / set_delta: pair = delta, "its length along x and y (`dx`, `dy`)";
    width / set_width: number<Length> = width, "the width of the shaft in data coordinates";
    head_width / set_head_width: maybe<Length> = head_width,
        "the width of the head in data coordinates; `None` is three times that of the shaft";
    head_length / set_head_length: maybe<Length> = head_length,
        "the length of the head in data coordinates; `None` is 1.5 times its width";
    length_includes_head / set_length_includes_head: flag = length_includes_head,
        "whether the arrow ends with its head, rather than with its shaft";
    shape / set_shape: choice<ArrowShape> = shape, "which half is drawn: full, left or right";
    overhang / set_overhang: number<Angle> = overhang,
        "the fraction by which the head is swept back; 0 is a triangle";
    head_starts_at_zero / set_head_starts_at_zero: flag = head_starts_at_zero,
        "whether it is moved on by half its head";
}
