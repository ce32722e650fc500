//! Boxes of any style around a rectangle.

use kurbo::{Affine, BezPath};

use crate::artists::patches::{BoxStyle, Outline, PatchBase, outlined_patch};
use crate::properties::{Length, Positive};

/// A box of a [`BoxStyle`] around a rectangle.
///
/// ```
/// use plotreel::Figure;
/// use plotreel::patches::FancyBboxPatch;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let button = fig[ax].add_patch(FancyBboxPatch::new((0.2, 0.2), 0.4, 0.2));
/// fig[button].set_boxstyle("round,pad=0.1")?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct FancyBboxPatch {
    bounds: [f64; 4],
    box_style: BoxStyle,
    mutation_scale: f64,
    mutation_aspect: f64,
    style: PatchBase,
}

impl FancyBboxPatch {
    /// A round box around a rectangle with its lower left corner at `xy`.
    pub fn new(xy: (f64, f64), width: f64, height: f64) -> Self {
        Self {
            bounds: [xy.0, xy.1, width, height],
            box_style: BoxStyle::Round {
                pad: 0.3,
                rounding_size: None,
            },
            mutation_scale: 1.0,
            mutation_aspect: 1.0,
            style: PatchBase {
                edge_by_default: true,
                ..PatchBase::default()
            },
        }
    }

    /// Sets left, bottom, width and height of the rectangle inside.
    pub fn set_bounds(&mut self, x: f64, y: f64, width: f64, height: f64) {
        self.bounds = [x, y, width, height];
    }

    /// Left, bottom, width and height of the rectangle inside.
    pub fn bounds(&self) -> [f64; 4] {
        self.bounds
    }

    /// Moves it.
    pub fn set_xy(&mut self, x: f64, y: f64) {
        (self.bounds[0], self.bounds[1]) = (x, y);
    }

    /// Sets the width of the rectangle inside.
    pub fn set_width(&mut self, width: f64) {
        self.bounds[2] = width;
    }

    /// Sets the height of the rectangle inside.
    pub fn set_height(&mut self, height: f64) {
        self.bounds[3] = height;
    }
}

impl Outline for FancyBboxPatch {
    fn outline(&self) -> BezPath {
        let [x, y, width, height] = self.bounds;
        let aspect = self.mutation_aspect;
        let squeezed = [x, y / aspect, width, height / aspect];
        let outline = self.box_style.outline(squeezed, self.mutation_scale);
        Affine::scale_non_uniform(1.0, aspect) * outline
    }
}

outlined_patch! { FancyBboxPatch;
    boxstyle / set_boxstyle: choice<BoxStyle> = box_style, "the outline: a [`BoxStyle`] or its string";
    mutation_scale / set_mutation_scale: number<Length> = mutation_scale,
        "the unit of the lengths of the outline, in the coordinates of the patch";
    mutation_aspect / set_mutation_aspect: number<Positive> = mutation_aspect,
        "the ratio of the outline's lengths along y to those along x";
    @by name:
    bounds: [f64; 4] = |b| b.bounds(), |b, [x, y, width, height]| b.set_bounds(x, y, width, height),
        "left, bottom, width and height of the rectangle inside";
}
