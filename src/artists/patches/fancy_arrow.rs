//! Arrows between two points.

use kurbo::{Affine, BezPath, Point, Shape};

use crate::artists::patches::curve_arrow::Shapes;
use crate::artists::patches::{
    ArrowBase, ArrowStyle, ConnectionStyle, PatchBase, Path, patch_legend, patch_properties,
};
use crate::artists::{Artist, CoordsFrame, DrawContext};
use crate::canvas::Canvas;
use crate::data_limits::{DataLimits, DataRange};
use crate::error::Result;
use crate::mapping::mapped;

/// An arrow from one point to another, or along a path.
///
/// ```
/// use plotreel::Figure;
/// use plotreel::patches::FancyArrowPatch;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let arrow = fig[ax].add_patch(FancyArrowPatch::new((0.1, 0.1), (0.8, 0.6)));
/// fig[arrow].set_arrowstyle("-|>")?;
/// fig[arrow].set_connectionstyle("arc3,rad=0.3")?;
/// fig[arrow].set_mutation_scale(20.0)?;
/// fig[arrow].set_positions((0.1, 0.1), (0.9, 0.2));
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct FancyArrowPatch {
    positions: [(f64, f64); 2],
    path: Option<Path>,
    arrow: ArrowBase,
}

impl PatchBase {
    /// Draws shapes of pixels, y up.
    pub(crate) fn draw_shapes(
        &self,
        shapes: &[(BezPath, bool)],
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
    ) {
        let flip = Affine::new([1.0, 0.0, 0.0, -1.0, 0.0, f64::from(ctx.size.height)]);
        for (path, filled) in shapes {
            if path.is_finite() {
                self.draw_on_canvas(&(flip * path.clone()), *filled, canvas, ctx);
            }
        }
    }
}

/// The box around shapes: left, bottom, right, top.
pub(crate) fn bounds(shapes: &[(BezPath, bool)]) -> Option<[f64; 4]> {
    let boxes = shapes
        .iter()
        .filter(|(path, _)| path.is_finite() && !path.is_empty())
        .map(|(path, _)| path.bounding_box());
    let around = boxes.reduce(|a, b| a.union(b))?;
    Some([around.x0, around.y0, around.x1, around.y1])
}

impl FancyArrowPatch {
    /// An arrow from A to B, of the style `"simple"`.
    pub fn new(a: (f64, f64), b: (f64, f64)) -> Self {
        Self {
            positions: [a, b],
            path: None,
            arrow: ArrowBase {
                arrow_style: ArrowStyle::default(),
                connection_style: ConnectionStyle::default(),
                shrink: [2.0; 2],
                mutation_scale: 1.0,
                style: PatchBase::round_edged(),
            },
        }
    }

    /// An arrow along a path; its connection style and shrink distances are ignored.
    pub fn along(path: Path) -> Self {
        Self {
            path: Some(path),
            ..Self::new((0.0, 0.0), (1.0, 1.0))
        }
    }

    /// Moves its ends.
    pub fn set_positions(&mut self, a: (f64, f64), b: (f64, f64)) {
        self.positions = [a, b];
    }

    /// Replaces the path of the arrow.
    pub fn set_path(&mut self, path: Path) {
        self.path = Some(path);
    }

    fn shapes(&self, ctx: &DrawContext<'_>) -> Result<Shapes> {
        let frame = CoordsFrame::new(ctx);
        let pixel = |xy| self.style.coords.pixel(xy, &frame);
        match &self.path {
            None => self.arrow.shapes(self.positions.map(pixel), None, ctx),
            Some(path) => {
                let path = mapped(&path.0, |p| Point::from(pixel((p.x, p.y))));
                self.arrow.shapes_along(&path, ctx)
            }
        }
    }
}

patch_properties! { FancyArrowPatch, coordinates, in arrow: ArrowBase;
    @by name:
    positions: [(f64, f64); 2] = |arrow| arrow.positions, |arrow, positions| arrow.positions = positions,
        "its ends";
}

impl Artist for FancyArrowPatch {
    crate::artists::artist_parts!(arrow.style.base);

    /// The range of its ends, if they are data.
    fn data_limits(&self) -> DataLimits {
        if !self.style.coords.is_data() {
            return DataLimits::default();
        }
        let points = match &self.path {
            None => self.positions.to_vec(),
            Some(path) => super::path::vertices(&path.0)
                .into_iter()
                .map(|p| (p.x, p.y))
                .collect(),
        };
        DataLimits {
            x: DataRange::of(points.iter().map(|p| p.0)),
            y: DataRange::of(points.iter().map(|p| p.1)),
            z: None,
        }
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        self.style.draw_shapes(&self.shapes(ctx)?, canvas, ctx);
        Ok(())
    }

    patch_legend!();
}
