//! What a legend shows beside a label.

use std::fmt::Debug;
use std::sync::Arc;

use crate::artists::DrawContext;
use crate::canvas::Canvas;
use crate::error::Result;

/// How an artist is shown in a legend: a piece of line, a rectangle or a few markers.
///
/// ```
/// use plotreel::artists::{Artist, Line2D};
/// use plotreel::legend::LegendHandle;
/// use plotreel::patches::Rectangle;
///
/// // A custom artist can use the handle of another artist.
/// fn handle(look: &Rectangle, ctx: &plotreel::artists::DrawContext<'_>) -> Option<LegendHandle> {
///     look.legend_handle(ctx)
/// }
/// ```
#[derive(Debug, Clone)]
pub struct LegendHandle {
    picture: Arc<dyn HandlePicture>,
}

/// What is drawn as a handle.
pub(super) trait HandlePicture: Debug + Send + Sync {
    /// Draws it; data coordinates of the context are pixels.
    fn draw(&self, place: HandleBox, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()>;
}

/// The place of a handle on the canvas, in pixels with y up, and the legend's settings for markers.
#[derive(Debug, Clone, Copy)]
pub(super) struct HandleBox {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    /// Without the descent.
    pub(super) height: f64,
    pub(super) descent: f64,
    /// Of the text, in pixels.
    pub(super) fontsize: f64,
    pub(super) numpoints: usize,
    pub(super) scatterpoints: usize,
    pub(super) markerscale: f64,
}

/// Distance of the outermost of several markers from the ends, as a multiple of the font size.
const MARKER_PAD: f64 = 0.3;
/// How high the markers of a scatter plot are in turn, as fractions of the handle's height.
pub(super) const SCATTER_HEIGHTS: [f64; 3] = [3.0 / 8.0, 4.0 / 8.0, 2.5 / 8.0];

impl LegendHandle {
    pub(super) fn of(picture: impl HandlePicture + 'static) -> Self {
        Self {
            picture: Arc::new(picture),
        }
    }

    /// Draws it; data coordinates of the context are pixels.
    pub(super) fn draw(
        &self,
        place: HandleBox,
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
    ) -> Result<()> {
        self.picture.draw(place, canvas, ctx)
    }
}

impl HandleBox {
    /// The points of a line, and which one alone has a marker.
    pub(super) fn line_points(&self, marked: bool) -> (Vec<f64>, Option<usize>) {
        let count = if marked {
            self.numpoints
        } else {
            self.scatterpoints
        };
        match (count, marked) {
            (2.., _) => (self.spread(count), None),
            (_, false) => (vec![self.x, self.x + self.width], None),
            _ => {
                let at = |fraction: f64| self.x + fraction * self.width;
                (vec![at(0.0), at(0.5), at(1.0)], Some(1))
            }
        }
    }

    /// Several points from end to end.
    pub(super) fn spread(&self, count: usize) -> Vec<f64> {
        let pad = MARKER_PAD * self.fontsize;
        let (from, len) = (self.x + pad, self.width - 2.0 * pad);
        let step = len / (count - 1) as f64;
        (0..count).map(|i| from + i as f64 * step).collect()
    }
}
