//! Markers: equal ones, and those that differ in size and colour, as in scatter plots.

mod alike;
pub(crate) mod convex;
mod polygon;

use kurbo::Point;

use crate::color::Color;

/// A marker, in pixels from the top left corner.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mark {
    pub(crate) center: Point,
    /// How much larger than its shape it is.
    pub(crate) size: f64,
    pub(crate) face: Option<Color>,
    /// Colour and width of the stroke along its edge.
    pub(crate) edge: Option<(Color, f64)>,
}

/// Larger marks, in pixels, are painted as paths.
pub(crate) const MAX_SIZE: f64 = 256.0;

/// An edge of at least this width in pixels hides the antialiased border of a face of the same colour.
const WIDE: f64 = 1.3;

/// What is painted in one go: how far outside its outline it ends, and where inside it begins, if not in the middle.
#[derive(Debug, Clone, Copy)]
pub(super) struct Coat {
    pub(super) color: Color,
    pub(super) outer: f64,
    pub(super) inner: Option<f64>,
}

impl Mark {
    /// Half the width of the edge.
    pub(super) fn half(&self) -> f64 {
        self.edge.map_or(0.0, |(_, width)| width / 2.0)
    }

    /// Whether it is finite, not too large, and not empty.
    pub(super) fn is_good(&self) -> bool {
        let reach = self.size + self.half() + 1.0;
        self.size > 0.0 && reach <= 2.0 * MAX_SIZE && self.center.is_finite()
    }

    /// The face, then the edge; or both at once, if they may be merged and are of one colour.
    pub(super) fn coats(&self, may_merge: bool) -> impl Iterator<Item = Coat> {
        let half = self.half();
        let face = self.face.map(|color| Coat {
            color,
            outer: 0.0,
            inner: None,
        });
        let edge = self.edge.map(|(color, _)| Coat {
            color,
            outer: half,
            inner: Some(half),
        });
        let coats = match (self.face, self.edge) {
            (Some(face), Some((edge, width)))
                if face == edge && face.a == 255 && width >= WIDE && may_merge =>
            {
                let outer = Coat {
                    color: face,
                    outer: half,
                    inner: None,
                };
                [Some(outer), None]
            }
            _ => [face, edge],
        };
        coats.into_iter().flatten()
    }
}
