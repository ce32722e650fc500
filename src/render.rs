//! Drawing a figure: the one place that knows the order and what may be left out.

use crate::canvas::Canvas;
use crate::color::Color;
use crate::error::Result;
use crate::figure::Figure;

impl Figure {
    /// Draws the figure over the whole canvas, whatever its size.
    ///
    /// # Errors
    /// What an artist can't draw.
    pub fn draw(&self, canvas: &mut Canvas) -> Result<()> {
        if !self.is_covered(canvas) {
            canvas.fill(Color::WHITE);
        }
        self.axes.iter().try_for_each(|axes| axes.draw(canvas))
    }

    /// Whether some image hides the background wholly, which then need not be painted.
    fn is_covered(&self, canvas: &Canvas) -> bool {
        self.axes.iter().any(|axes| axes.covers(canvas.size()))
    }
}
