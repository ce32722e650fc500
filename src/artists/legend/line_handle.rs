//! Pieces of lines in legends.

use crate::artists::legend::handle::{HandleBox, HandlePicture, LegendHandle};
use crate::artists::{Artist, DrawContext, Line2D};
use crate::canvas::Canvas;
use crate::error::Result;

#[derive(Debug)]
struct LineHandle {
    line: Line2D,
    /// Whether it may have markers.
    marked: bool,
}

impl LegendHandle {
    pub(crate) fn line(line: Line2D) -> Self {
        Self::of(LineHandle { line, marked: true })
    }

    /// A line that never has markers.
    pub(crate) fn segment(line: Line2D) -> Self {
        Self::of(LineHandle {
            line,
            marked: false,
        })
    }
}

impl HandlePicture for LineHandle {
    fn draw(&self, place: HandleBox, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let mut line = self.line.clone();
        let (xs, marker) = place.line_points(self.marked);
        let ys = vec![place.y + (place.height - place.descent) / 2.0; xs.len()];
        line.become_handle([xs, ys], marker, place.markerscale, ctx);
        line.draw(canvas, ctx)
    }
}
