//! Markers of scatter plots in legends.

use crate::artists::legend::handle::{HandleBox, HandlePicture, LegendHandle, SCATTER_HEIGHTS};
use crate::artists::{Artist, DrawContext, PathCollection};
use crate::canvas::Canvas;
use crate::error::Result;

#[derive(Debug)]
struct PointsHandle(PathCollection);

impl LegendHandle {
    pub(crate) fn points(points: PathCollection) -> Self {
        Self::of(PointsHandle(points))
    }
}

impl HandlePicture for PointsHandle {
    fn draw(&self, place: HandleBox, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let mut points = self.0.clone();
        let xs = match place.scatterpoints {
            0 | 1 => vec![place.x + place.width / 2.0],
            n => place.spread(n),
        };
        let heights = SCATTER_HEIGHTS.iter().cycle();
        let heights = heights.take(xs.len());
        let ys = heights.map(|h| place.y + h * place.height).collect();
        points.become_handle([xs, ys], place.markerscale, ctx);
        points.draw(canvas, ctx)
    }
}
