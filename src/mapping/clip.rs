//! The visible area of drawings in axes.

use std::sync::Arc;

use kurbo::{BezPath, Shape};

use crate::frame_size::FrameSize;
use crate::mapping::PixelRect;

/// A part of the canvas that drawing is restricted to.
///
/// ```
/// use std::sync::Arc;
/// use plotreel::canvas::kurbo::{Circle, Rect, Shape};
/// use plotreel::canvas::{Canvas, Clip, GraphicsContext};
/// use plotreel::{Color, FrameSize};
///
/// let mut canvas = Canvas::new(FrameSize { width: 20, height: 20 });
/// let disc = Clip::Path(Arc::new(Circle::new((10.0, 10.0), 5.0).to_path(0.01)));
/// let gc = GraphicsContext::new().with_face(Color::rgb(0, 0, 0)).with_clip(disc);
/// canvas.draw_path(&Rect::new(0.0, 0.0, 20.0, 20.0).to_path(0.1), &gc);
/// let at = |x: usize, y: usize| canvas.to_rgb()[3 * (y * 20 + x)];
/// assert_eq!((at(10, 10), at(1, 1)), (0, 255));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Clip {
    /// Whole pixels.
    Pixels(PixelRect),
    /// The inside of a path in pixels from the top left corner; pixels on its edge are drawn in proportion to their
    /// part inside.
    Path(Arc<BezPath>),
    /// The part of the inside of a path that is in whole pixels.
    PathIn(Arc<BezPath>, PixelRect),
}

impl Clip {
    /// The pixels that are at least partly visible.
    pub(crate) fn pixels(&self) -> PixelRect {
        match self {
            Self::Pixels(pixels) => *pixels,
            Self::Path(path) => PixelRect::around(path.bounding_box()),
            Self::PathIn(path, pixels) => {
                PixelRect::around(path.bounding_box()).intersection(*pixels)
            }
        }
    }

    /// The pixels of a canvas of this size inside a clip, or all without one; `None` for the inside of a path.
    pub(crate) fn whole_pixels(clip: Option<&Self>, size: FrameSize) -> Option<PixelRect> {
        match clip {
            None => Some(PixelRect::of_canvas(size)),
            Some(Self::Pixels(pixels)) => Some(pixels.clip(size)),
            Some(Self::Path(_) | Self::PathIn(..)) => None,
        }
    }

    /// This clip for markers and images: Agg's clip box for them includes its last row and column.
    pub(crate) fn of_markers(&self) -> Self {
        let grown = |pixels: &PixelRect| PixelRect {
            x1: pixels.x1 + 1,
            y1: pixels.y1 + 1,
            ..*pixels
        };
        match self {
            Self::Pixels(pixels) => Self::Pixels(grown(pixels)),
            Self::Path(path) => Self::Path(path.clone()),
            Self::PathIn(path, pixels) => Self::PathIn(path.clone(), grown(pixels)),
        }
    }
}
