//! A frame on its way to a sink.

use std::num::NonZeroU64;
use std::time::Duration;

use crate::frame_size::FrameSize;
use crate::writers::{Part, PooledBuffer};

/// Properties of a film's frames, known before the first one.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct FrameFormat {
    /// Columns and rows.
    pub size: FrameSize,
    /// Pixels per inch of the figure.
    pub dpi: f64,
    /// Whether the fourth byte of a pixel is its alpha; if not, it is 255.
    pub transparent: bool,
    /// The number of the first frame: above 0 if the film is a part of a longer one.
    pub first_index: u64,
    /// The keyframe interval: decoding can begin at each multiple of it, counted from frame 0 of the whole film.
    pub keyframes: Option<NonZeroU64>,
    /// The frames that it holds, if the film is a part of a longer one that [`concat`](crate::concat) will join.
    pub part: Option<Part>,
}

/// A finished frame on its way to a sink; its buffer is reused when it is dropped.
#[derive(Debug)]
#[non_exhaustive]
pub struct Frame {
    /// The index of the frame, starting at the format's first index.
    pub index: u64,
    /// How long it is shown.
    pub duration: Duration,
    /// Rows from the top, as bytes B, G, R and 255, or alpha in a transparent film. Alpha is straight (not
    /// premultiplied).
    pub pixels: PooledBuffer,
}
