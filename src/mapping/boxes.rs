//! Boxes of pixels and of data coordinates.

use kurbo::Rect;

use crate::frame_size::FrameSize;

/// The box around two boxes: left, bottom, right, top.
pub(crate) fn union(a: [f64; 4], b: [f64; 4]) -> [f64; 4] {
    [
        a[0].min(b[0]),
        a[1].min(b[1]),
        a[2].max(b[2]),
        a[3].max(b[3]),
    ]
}

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
    /// No pixels.
    pub(crate) const EMPTY: Self = Self {
        x0: 0,
        y0: 0,
        x1: 0,
        y1: 0,
    };

    /// Columns.
    pub fn width(self) -> i64 {
        self.x1 - self.x0
    }

    /// Rows.
    pub fn height(self) -> i64 {
        self.y1 - self.y0
    }

    /// Whether it has no pixels.
    pub fn is_empty(self) -> bool {
        self.width() <= 0 || self.height() <= 0
    }

    /// The pixels that a box touches; an invalid box touches none.
    pub(super) fn around(rect: Rect) -> Self {
        Self {
            x0: whole(rect.x0.floor()),
            y0: whole(rect.y0.floor()),
            x1: whole(rect.x1.ceil()),
            y1: whole(rect.y1.ceil()),
        }
    }

    /// A whole canvas of this size.
    pub(crate) fn of_canvas(size: FrameSize) -> Self {
        Self {
            x0: 0,
            y0: 0,
            x1: i64::from(size.width),
            y1: i64::from(size.height),
        }
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

    /// The pixels that are in both.
    pub(crate) fn intersection(self, other: Self) -> Self {
        Self {
            x0: self.x0.max(other.x0),
            y0: self.y0.max(other.y0),
            x1: self.x1.min(other.x1),
            y1: self.y1.min(other.y1),
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
    /// The limits of an image of `rows` × `columns` pixels with its origin at the top: pixel centres are integers.
    pub(crate) fn of_image(rows: usize, columns: usize) -> Self {
        Self {
            x: (-0.5, columns as f64 - 0.5),
            y: (rows as f64 - 0.5, -0.5),
        }
    }
}

/// An axes' box in pixels, x to the right and y up from the bottom of the figure as in matplotlib.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct AxesBox {
    pub(crate) x0: f64,
    pub(crate) y0: f64,
    pub(crate) width: f64,
    pub(crate) height: f64,
}

/// A box that moves with a box around it.
pub(crate) fn moved(place: [f64; 4], from: [f64; 4], to: [f64; 4]) -> [f64; 4] {
    let along = |v: f64, along: usize| {
        let (start, end) = (from[along], from[2 + along]);
        to[along] + (v - start) * ((to[2 + along] - to[along]) / (end - start))
    };
    [
        along(place[0], 0),
        along(place[1], 1),
        along(place[2], 0),
        along(place[3], 1),
    ]
}

impl AxesBox {
    /// The largest box of this height-to-width ratio inside this one, at `anchor` in the free space.
    pub(crate) fn shrunk_to_aspect(self, ratio: f64, anchor: (f64, f64)) -> Self {
        let width = self.width.min(self.height / ratio);
        let height = self.height.min(self.width * ratio);
        Self {
            x0: self.x0 + anchor.0 * (self.width - width),
            y0: self.y0 + anchor.1 * (self.height - height),
            width,
            height,
        }
    }

    pub(crate) fn x1(self) -> f64 {
        self.x0 + self.width
    }

    pub(crate) fn y1(self) -> f64 {
        self.y0 + self.height
    }

    /// Left, bottom, right and top.
    pub(crate) fn extents(self) -> [f64; 4] {
        [self.x0, self.y0, self.x1(), self.y1()]
    }

    /// Whether a pixel, y up, is in it or on its edge, half a pixel wide, as in `Axes.contains_point`.
    pub(crate) fn holds(self, (x, y): (f64, f64)) -> bool {
        let within = |v: f64, low: f64, high: f64| v > low - 0.5 && v < high + 0.5;
        within(x, self.x0, self.x1()) && within(y, self.y0, self.y1())
    }

    /// The pixels of drawings that are clipped to this box, rounded as Agg's clip box.
    pub(crate) fn clip_pixels(self, size: FrameSize) -> PixelRect {
        let round = |v: f64| whole((v + 0.5).floor());
        let height = f64::from(size.height);
        PixelRect {
            x0: round(self.x0),
            x1: round(self.x1()),
            y0: round(height - self.y1()),
            y1: round(height - self.y0),
        }
    }

    /// The pixels an image in this box is drawn to, by the rounding of matplotlib's `_make_image`.
    pub(crate) fn image_pixels(self, size: FrameSize) -> PixelRect {
        let half_up = |v: f64| whole((v + 0.5).floor());
        let half_down = |v: f64| whole((v - 0.5).ceil());
        let height = i64::from(size.height);
        PixelRect {
            x0: half_up(self.x0),
            x1: half_up(self.x0 + self.width + 1e-8),
            y0: height - half_down(self.y0 + self.height),
            y1: height - half_down(self.y0 - 1e-8),
        }
    }
}

/// A whole number of pixels that sums do not overflow with; NaN is 0.
fn whole(v: f64) -> i64 {
    const FAR: f64 = (1u64 << 40) as f64;
    v.clamp(-FAR, FAR) as i64
}
