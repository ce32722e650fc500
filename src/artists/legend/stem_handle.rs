//! Stems in legends.

use crate::artists::legend::handle::{HandleBox, HandlePicture, LegendHandle, SCATTER_HEIGHTS};
use crate::artists::{Artist, DrawContext, Line2D};
use crate::canvas::Canvas;
use crate::error::Result;

/// Markers, a stem, the base line.
#[derive(Debug)]
struct StemHandle([Line2D; 3]);

impl LegendHandle {
    pub(crate) fn stem(markers: Line2D, stem: Line2D, base: Line2D) -> Self {
        Self::of(StemHandle([markers, stem, base]))
    }
}

impl HandlePicture for StemHandle {
    /// A stem on its base line, as high as the first marker of a scatter plot is raised.
    fn draw(&self, place: HandleBox, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let (xs, marker) = place.line_points(true);
        let head = place.height * (0.5 * SCATTER_HEIGHTS[0] + 0.5);
        let at = match marker {
            Some(i) => xs[i],
            None => xs[0],
        };
        let ends = [xs[0], xs[xs.len() - 1]];
        let [markers, stem, base] = &self.0;
        for (line, x, y) in [
            (stem, vec![at; 2], vec![0.0, head]),
            (base, ends.to_vec(), vec![0.0; 2]),
            (markers, vec![at], vec![head]),
        ] {
            let mut line = line.clone();
            let y = y.into_iter().map(|y| place.y + y).collect();
            line.become_handle([x, y], None, 1.0, ctx);
            line.draw(canvas, ctx)?;
        }
        Ok(())
    }
}
