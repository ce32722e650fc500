//! Groups in the colours of a triangle.

use crate::canvas::coverage::{Covers, Paint};
use crate::canvas::gouraud::{Rgba, Run, Shade};
use crate::canvas::target::{Row, Target};

/// Paints groups in the colours of a triangle.
pub(super) struct ShadedBrush<'a, 'b> {
    pub(super) target: &'a mut Target<'b>,
    pub(super) shade: &'a Shade,
    pub(super) colors: &'a [Rgba],
    pub(super) run: Run,
    pub(super) row: Row,
}

impl Paint for ShadedBrush<'_, '_> {
    #[inline(always)]
    fn row(&mut self, y: i64) {
        self.row = self.target.row(y);
        self.run = Run::new(&self.shade.stops(y), self.colors);
    }

    #[inline(always)]
    fn group(&mut self, x: i64, covers: &Covers) {
        let colors = self.run.colors(x);
        self.target.blend_group(x, self.row, &colors, covers);
    }
}
