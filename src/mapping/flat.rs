//! From the plane of axes to pixels, separately along x and y.

use crate::mapping::{AxesBox, Limits};
use crate::scale::Scale;

/// A mapping whose x depend on x alone, and whose y on y.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Flat {
    limits: Limits,
    scales: (Scale, Scale),
    axes: AxesBox,
    across: Affine1,
    up: Affine1,
}

/// v ↦ slope · v + offset.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Affine1 {
    slope: f64,
    offset: f64,
}

impl Affine1 {
    /// From an interval to another of this length, in the steps of matplotlib's bounding box transforms.
    fn new((from, to): (f64, f64), start: f64, len: f64) -> Self {
        let inverse = 1.0 / (to - from);
        Self {
            slope: inverse * len,
            offset: -from * inverse * len + start,
        }
    }

    fn at(self, v: f64) -> f64 {
        self.slope * v + self.offset
    }

    /// The same with the offset moved before it is added: ties between two pixels are resolved as in the reference.
    fn at_moved(self, v: f64, by: f64) -> f64 {
        self.slope * v + (self.offset + by)
    }

    /// Counted from `end` in the other direction.
    fn at_flipped(self, v: f64, end: f64) -> f64 {
        -self.slope * v + (end - self.offset)
    }
}

impl Flat {
    /// Of limits, by these scales, to a box of pixels.
    pub(super) fn new(limits: Limits, scales: (Scale, Scale), axes: AxesBox) -> Self {
        Self {
            limits,
            axes,
            across: Affine1::new(scales.0.interval(limits.x), axes.x0, axes.width),
            up: Affine1::new(scales.1.interval(limits.y), axes.y0, axes.height),
            scales,
        }
    }

    /// Whether x, and y, are where another one has them, as far as that is asked for; the boxes and scales are compared
    /// in any case.
    pub(super) fn is_same_along(&self, other: &Self, [x, y]: [bool; 2]) -> bool {
        (self.axes, &self.scales) == (other.axes, &other.scales)
            && (!x || (self.limits.x, self.across) == (other.limits.x, other.across))
            && (!y || (self.limits.y, self.up) == (other.limits.y, other.up))
    }

    pub(crate) fn limits(&self) -> Limits {
        self.limits
    }

    pub(crate) fn scales(&self) -> &(Scale, Scale) {
        &self.scales
    }

    pub(super) fn axes(&self) -> AxesBox {
        self.axes
    }

    /// The pixel from the left.
    pub(crate) fn x(&self, x: f64) -> f64 {
        self.across.at(self.scales.0.transform(x))
    }

    /// The pixel from the bottom.
    pub(crate) fn y(&self, y: f64) -> f64 {
        self.up.at(self.scales.1.transform(y))
    }

    /// Whether both scales are linear.
    pub(super) fn is_affine(&self) -> bool {
        matches!(self.scales, (Scale::Linear, Scale::Linear))
    }

    /// The place along both scales.
    #[inline]
    pub(super) fn scaled(&self, [x, y]: [f64; 2]) -> [f64; 2] {
        match &self.scales {
            // The most frequent case takes no calls.
            (Scale::Linear, Scale::Linear) => [x, y],
            (across, up) => [across.transform(x), up.transform(y)],
        }
    }

    /// The pixel of a place along the scales, from the left and from the bottom.
    #[inline]
    pub(super) fn pixel(&self, [x, y]: [f64; 2]) -> (f64, f64) {
        (self.across.at(x), self.up.at(y))
    }

    /// Its pixel from the left and from the top of a canvas of this height.
    #[inline]
    pub(super) fn point(&self, [x, y]: [f64; 2], height: f64) -> (f64, f64) {
        (self.across.at(x), self.up.at_flipped(y, height))
    }

    /// The whole pixel from the left and from the top that a marker is drawn at.
    #[inline]
    pub(super) fn marker(&self, [x, y]: [f64; 2], height: f64) -> (f64, f64) {
        let across = self.across.at_moved(x, 0.5);
        (across.floor(), self.up.at_flipped(y, height + 0.5).floor())
    }

    /// The box in pixels that these limits take.
    pub(crate) fn map(&self, limits: Limits) -> AxesBox {
        let (left, right) = (self.x(limits.x.0), self.x(limits.x.1));
        let (bottom, top) = (self.y(limits.y.0), self.y(limits.y.1));
        AxesBox {
            x0: left,
            y0: bottom,
            width: right - left,
            height: top - bottom,
        }
    }
}
