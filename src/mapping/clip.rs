//! Where what is drawn in axes is seen.

use std::sync::Arc;

use kurbo::{BezPath, Shape};

use crate::mapping::PixelRect;

/// A part of the canvas that drawing is kept to.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Clip {
    /// Whole pixels.
    Pixels(PixelRect),
    /// The inside of a path in pixels from the top left corner; what lies on its edge is seen as far as it is inside.
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "flat axes and 3-D ones clip by pixels")
    )]
    Path(Arc<BezPath>),
}

impl Clip {
    /// The pixels of which some part is seen.
    pub(crate) fn pixels(&self) -> PixelRect {
        match self {
            Self::Pixels(pixels) => *pixels,
            Self::Path(path) => PixelRect::around(path.bounding_box()),
        }
    }

    /// The same for what is drawn as markers: Agg's clip box for them takes in its last row and column.
    pub(crate) fn of_markers(&self) -> Self {
        match self {
            Self::Pixels(pixels) => Self::Pixels(PixelRect {
                x1: pixels.x1 + 1,
                y1: pixels.y1 + 1,
                ..*pixels
            }),
            path => path.clone(),
        }
    }
}
