//! The labels of contour lines as an artist of their own, above the lines.

use crate::artists::{Artist, ArtistBase, ContourSet, DrawContext};
use crate::canvas::Canvas;
use crate::error::Result;
use crate::handle::Handle;

/// The labels of contour lines, which follow the lines.
#[derive(Debug, Clone)]
pub(crate) struct ContourLabels {
    contours: Handle<ContourSet>,
    base: ArtistBase,
}

impl ContourLabels {
    pub(crate) fn new(contours: Handle<ContourSet>, zorder: f64) -> Self {
        let base = ArtistBase::new(zorder);
        Self { contours, base }
    }
}

impl Artist for ContourLabels {
    crate::artists::artist_parts!(without properties, base);

    fn follows_artists(&self) -> bool {
        true
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        match ctx.artist(self.contours) {
            Some(contours) => contours.draw_labels(canvas, ctx),
            None => Ok(()),
        }
    }
}
