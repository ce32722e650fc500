//! Points with error bars in legends.

use crate::artists::legend::handle::{HandleBox, HandlePicture, LegendHandle};
use crate::artists::{Artist, DrawContext, Line2D, LineCollection, Marker};
use crate::canvas::Canvas;
use crate::error::Result;

/// Half the length of the bars, as a multiple of the font size.
const ERROR_SIZE: f64 = 0.5;

/// The line, the bars along x and along y, and the caps of an errorbar.
#[derive(Debug)]
struct ErrorbarHandle {
    line: Option<Line2D>,
    bars: [Option<LineCollection>; 2],
    caps: Option<Line2D>,
}

impl LegendHandle {
    pub(crate) fn errorbar(
        line: Option<Line2D>,
        bars: [Option<LineCollection>; 2],
        caps: Option<Line2D>,
    ) -> Self {
        Self::of(ErrorbarHandle { line, bars, caps })
    }
}

impl HandlePicture for ErrorbarHandle {
    fn draw(&self, place: HandleBox, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let (xs, marker) = place.line_points(true);
        let y = place.y + (place.height - place.descent) / 2.0;
        let size = ERROR_SIZE * place.fontsize;
        // The points that have markers.
        let marked: Vec<f64> = match marker {
            Some(i) => vec![xs[i]],
            None => xs.clone(),
        };
        // From the middle to an end of the bars along x, and along y.
        let reach = [(size, 0.0), (0.0, size)];
        for (bars, (dx, dy)) in self.bars.iter().zip(reach) {
            let Some(mut bars) = bars.clone() else {
                continue;
            };
            let bar = |x: &f64| [(x - dx, y - dy), (x + dx, y + dy)];
            bars.set_segments(marked.iter().map(bar));
            bars.style.base.clip_on = false;
            bars.draw(canvas, ctx)?;
        }
        for (i, (dx, dy)) in reach.into_iter().enumerate() {
            let Some(caps) = self.caps.as_ref().filter(|_| self.bars[i].is_some()) else {
                continue;
            };
            for side in [-1.0, 1.0] {
                let mut caps = caps.clone();
                caps.set_marker([Marker::VLine, Marker::HLine][i].clone())?;
                let xs = marked.iter().map(|x| x + side * dx).collect();
                let ys = vec![y + side * dy; marked.len()];
                caps.become_handle([xs, ys], None, 1.0, ctx);
                caps.draw(canvas, ctx)?;
            }
        }
        let Some(mut line) = self.line.clone() else {
            return Ok(());
        };
        let ys = vec![y; xs.len()];
        line.become_handle([xs, ys], marker, place.markerscale, ctx);
        line.draw(canvas, ctx)
    }
}
