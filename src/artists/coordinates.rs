//! What coordinates count.

use kurbo::Point;

use crate::artists::DrawContext;

/// What the coordinates of a line count.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) enum Coordinates {
    #[default]
    Data,
    /// x in data, y in fractions of the axes' height (`get_xaxis_transform`).
    DataX,
    /// y in data, x in fractions of the axes' width.
    DataY,
    /// Data, from edge to edge of the axes through the first point and the second or with this slope.
    Through { slope: Option<f64> },
}

impl Coordinates {
    pub(crate) fn point(self, ctx: &DrawContext<'_>, x: f64, y: f64) -> Point {
        match self {
            Self::Data | Self::Through { .. } => ctx.point(x, y),
            Self::DataX => Point::new(ctx.point(x, 0.0).x, ctx.axes_point(0.0, y).y),
            Self::DataY => Point::new(ctx.axes_point(x, 0.0).x, ctx.point(0.0, y).y),
        }
    }

    /// The point where a marker is drawn: see [`DrawContext::marker_point`].
    pub(crate) fn marker_point(self, ctx: &DrawContext<'_>, x: f64, y: f64) -> Point {
        match self {
            Self::Data | Self::Through { .. } => ctx.marker_point(x, y),
            Self::DataX | Self::DataY => self.point(ctx, x, y),
        }
    }
}
