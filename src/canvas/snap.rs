//! Snapping: points moved so that edges are sharp, as in Agg's `PathSnapper`.

use kurbo::{BezPath, PathEl, Point};

/// Whether the points of a path are snapped to make its edges sharp.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Snap {
    /// If it has at most 1024 points and all its lines are horizontal or vertical.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Snap {
    /// That of a path of so many points.
    pub(crate) fn of(self, points: usize) -> Self {
        match self {
            Self::Auto if points > MAX_SNAPPED => Self::Never,
            snap => snap,
        }
    }
}

/// The maximum number of points for automatic snapping.
const MAX_SNAPPED: usize = 1024;
/// Lines within this tolerance are horizontal or vertical, in pixels.
const RECTILINEAR: f64 = 1e-4;

/// The path, with snapped points if required.
pub(crate) fn snapped(path: &BezPath, snap: Snap, width: f64) -> Option<BezPath> {
    let snap = match snap {
        Snap::Always => true,
        Snap::Never => false,
        Snap::Auto => is_rectilinear(path),
    };
    if !snap {
        return None;
    }
    let place = |p: Point| snapped_point(p, width);
    let snapped = path.iter().map(|el| match el {
        PathEl::MoveTo(p) => PathEl::MoveTo(place(p)),
        PathEl::LineTo(p) => PathEl::LineTo(place(p)),
        PathEl::QuadTo(p, q) => PathEl::QuadTo(place(p), place(q)),
        PathEl::CurveTo(p, q, r) => PathEl::CurveTo(place(p), place(q), place(r)),
        PathEl::ClosePath => PathEl::ClosePath,
    });
    Some(snapped.collect())
}

/// The position of a point for which lines of this width are sharp.
pub(super) fn snapped_point(p: Point, width: f64) -> Point {
    // Lines of an odd width are sharp with their middle in the middle of a pixel.
    let half = if (width + 0.5).floor() as i64 % 2 == 1 {
        0.5
    } else {
        0.0
    };
    Point::new((p.x + 0.5).floor() + half, (p.y + 0.5).floor() + half)
}

/// Snaps the ends of segments as [`Snap::Auto`] snaps those of a path.
pub(super) fn snap_segments(segments: &mut [[Point; 2]]) {
    if are_snapped(segments.iter().copied(), segments.len()) {
        for end in segments.as_flattened_mut() {
            *end = snapped_point(*end, 0.0);
        }
    }
}

/// Whether so many segments are snapped as the lines of one path.
pub(super) fn are_snapped(mut segments: impl Iterator<Item = [Point; 2]>, count: usize) -> bool {
    count < MAX_SNAPPED && segments.all(|[from, to]| is_straight(from, to))
}

/// Whether the line between points is horizontal or vertical.
fn is_straight(from: Point, to: Point) -> bool {
    (to.x - from.x).abs() < RECTILINEAR || (to.y - from.y).abs() < RECTILINEAR
}

pub(super) fn is_rectilinear(path: &BezPath) -> bool {
    if path.elements().len() > MAX_SNAPPED {
        return false;
    }
    let mut last = Point::ORIGIN;
    path.iter().all(|el| match el {
        PathEl::MoveTo(p) => {
            last = p;
            true
        }
        PathEl::LineTo(p) => {
            let straight = is_straight(last, p);
            last = p;
            straight
        }
        PathEl::ClosePath => true,
        PathEl::QuadTo(..) | PathEl::CurveTo(..) => false,
    })
}
