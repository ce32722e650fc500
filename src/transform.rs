//! From fractions of the figure to pixels.

use crate::canvas::FrameSize;

/// A rectangle of whole pixels, x to the right and y down; `x1` and `y1` are just outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PixelRect {
    /// First column.
    pub x0: i64,
    /// First row.
    pub y0: i64,
    /// Column after the last.
    pub x1: i64,
    /// Row after the last.
    pub y1: i64,
}

impl PixelRect {
    /// Columns.
    pub fn width(self) -> i64 {
        self.x1 - self.x0
    }

    /// Rows.
    pub fn height(self) -> i64 {
        self.y1 - self.y0
    }

    /// Whether it holds no pixel.
    pub fn is_empty(self) -> bool {
        self.width() <= 0 || self.height() <= 0
    }

    /// The part inside a canvas of this size.
    pub(crate) fn clip(self, size: FrameSize) -> Self {
        let (width, height) = (i64::from(size.width), i64::from(size.height));
        Self {
            x0: self.x0.clamp(0, width),
            y0: self.y0.clamp(0, height),
            x1: self.x1.clamp(0, width),
            y1: self.y1.clamp(0, height),
        }
    }

    /// Whether it covers a whole canvas of this size.
    pub(crate) fn covers(self, size: FrameSize) -> bool {
        self.x0 <= 0
            && self.y0 <= 0
            && self.x1 >= i64::from(size.width)
            && self.y1 >= i64::from(size.height)
    }
}

/// A range of data coordinates: x from left to right, y from bottom to top.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// At the left and the right edge.
    pub x: (f64, f64),
    /// At the bottom and the top edge.
    pub y: (f64, f64),
}

impl Limits {
    /// The limits of an image of `rows` × `columns` pixels with its origin at the top: pixel centres are whole.
    pub(crate) fn of_image(rows: usize, columns: usize) -> Self {
        Self {
            x: (-0.5, columns as f64 - 0.5),
            y: (rows as f64 - 0.5, -0.5),
        }
    }

    /// The smallest limits that hold both, in the direction of `self`.
    pub(crate) fn union(self, other: Self) -> Self {
        let join = |(a0, a1): (f64, f64), (b0, b1): (f64, f64)| {
            if a0 <= a1 {
                (a0.min(b0).min(b1), a1.max(b0).max(b1))
            } else {
                (a0.max(b0).max(b1), a1.min(b0).min(b1))
            }
        };
        Self {
            x: join(self.x, other.x),
            y: join(self.y, other.y),
        }
    }

    /// Height over width in data units.
    pub(crate) fn ratio(self) -> f64 {
        (self.y.1 - self.y.0).abs() / (self.x.1 - self.x.0).abs()
    }
}

/// From data coordinates to the pixels of an axes' box.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Transform {
    pub(crate) limits: Limits,
    pub(crate) axes: AxesBox,
}

impl Transform {
    /// The box in pixels that these limits take.
    pub(crate) fn map(&self, limits: Limits) -> AxesBox {
        let part = |v: f64, (from, to): (f64, f64)| (v - from) / (to - from);
        let (left, right) = (
            part(limits.x.0, self.limits.x),
            part(limits.x.1, self.limits.x),
        );
        let (bottom, top) = (
            part(limits.y.0, self.limits.y),
            part(limits.y.1, self.limits.y),
        );
        AxesBox {
            x0: self.axes.x0 + left * self.axes.width,
            y0: self.axes.y0 + bottom * self.axes.height,
            width: (right - left) * self.axes.width,
            height: (top - bottom) * self.axes.height,
        }
    }
}

/// An axes' box in pixels, x to the right and y up from the bottom of the figure as in matplotlib.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct AxesBox {
    pub(crate) x0: f64,
    pub(crate) y0: f64,
    pub(crate) width: f64,
    pub(crate) height: f64,
}

impl AxesBox {
    /// The largest box of this height-to-width ratio inside this one, in its middle (anchor "C").
    pub(crate) fn shrunk_to_aspect(self, ratio: f64) -> Self {
        let width = self.width.min(self.height / ratio);
        let height = self.height.min(self.width * ratio);
        Self {
            x0: self.x0 + (self.width - width) / 2.0,
            y0: self.y0 + (self.height - height) / 2.0,
            width,
            height,
        }
    }

    /// The pixels an image in this box is drawn to, by the rounding of matplotlib's `_make_image`.
    pub(crate) fn image_pixels(self, size: FrameSize) -> PixelRect {
        let half_up = |v: f64| (v + 0.5).floor() as i64;
        let half_down = |v: f64| (v - 0.5).ceil() as i64;
        let height = i64::from(size.height);
        PixelRect {
            x0: half_up(self.x0),
            x1: half_up(self.x0 + self.width + 1e-8),
            y0: height - half_down(self.y0 + self.height),
            y1: height - half_down(self.y0 - 1e-8),
        }
    }
}
