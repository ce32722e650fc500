//! What quivers and barbs have in common.

use crate::artists::collection_paint::CollectionPaint;
use crate::artists::edge_colors::Edges;
use crate::artists::quiver::vectors::Vectors;
use crate::artists::{CollectionBase, DrawContext, LegendHandle, Obstacles};
use crate::color::ColorSpec;
use crate::error::Result;
use crate::properties::properties;
use crate::series::Field;

/// Vectors (u, v) at points (x, y), and their colours and widths. [`Quiver`](crate::quiver::Quiver) and
/// [`Barbs`](crate::quiver::Barbs) dereference to it.
#[derive(Debug, Clone)]
pub struct VectorField {
    pub(super) vectors: Vectors,
    pub(crate) style: CollectionBase,
}

properties! {
    impl[] VectorField, in style: CollectionBase;
    @by name:
    offsets: Vec<Vec<f64>> = |field| field.vectors.points().iter().map(|point| point.to_vec()).collect(),
        |field, points| field.vectors.set_rows("offsets", &points),
        "the positions of the vectors";
}

crate::artists::kind::artist_kind!(VectorField);

impl VectorField {
    /// Black ones with edges of this width in points.
    pub(super) fn new(vectors: Vectors, edges: Edges, linewidth: f64) -> Self {
        let mut style = CollectionBase::new(vec![ColorSpec::BLACK], edges, 1.0);
        style.linewidths = vec![linewidth];
        Self { vectors, style }
    }

    /// The components u and v of the vectors.
    pub fn uv(&self) -> (&[f64], &[f64]) {
        self.vectors.components()
    }

    /// Pairs (u, v), one for each point.
    pub(super) fn pairs(&self) -> Vec<Vec<f64>> {
        self.vectors.iter().map(|vector| vector.to_vec()).collect()
    }

    /// Moves the vectors to the points (x, y). The axes' limits are not changed.
    ///
    /// # Errors
    /// [`Error::Lengths`](crate::Error::Lengths) unless there is a point for each vector.
    pub fn set_offsets(
        &mut self,
        x: &(impl Field + ?Sized),
        y: &(impl Field + ?Sized),
    ) -> Result<()> {
        self.vectors.set_points(x, y)
    }

    /// The x and the y of the vectors.
    pub fn offsets(&self) -> (&[f64], &[f64]) {
        let [x, y] = self.vectors.points().columns();
        (x, y)
    }

    /// The number of vectors.
    pub fn len(&self) -> usize {
        self.vectors.len()
    }

    /// Whether there are no vectors.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The colours and widths of one drawing.
    pub(super) fn paint(&self, ctx: &DrawContext<'_>) -> Result<CollectionPaint<'_>> {
        self.style
            .paint(ctx, ctx.style.patch_linewidth, ColorSpec::BLACK)
    }

    pub(super) fn legend_handle(&self, ctx: &DrawContext<'_>) -> Option<LegendHandle> {
        Some(LegendHandle::patch(self.paint(ctx).ok()?.patch()))
    }

    pub(super) fn obstacles(&self, ctx: &DrawContext<'_>) -> Obstacles {
        Obstacles {
            points: self.vectors.points().iter().map(|p| ctx.point(p)).collect(),
            ..Obstacles::default()
        }
    }
}
