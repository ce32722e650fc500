//! Paths of lines and curves.

use kurbo::{BezPath, PathEl, Point};

use crate::error::{Error, Result};

/// The role of a vertex of a [`Path`], by matplotlib's codes.
///
/// ```
/// use plotreel::patches::{Path, PathCode};
///
/// let line = Path::with_codes(&[(0.0, 0.0), (1.0, 1.0)], &[PathCode::MoveTo, PathCode::LineTo])?;
/// assert_eq!(line, Path::from_vertices(&[(0.0, 0.0), (1.0, 1.0)]));
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PathCode {
    /// Where a new piece starts.
    MoveTo,
    /// The end of a straight line.
    LineTo,
    /// The control point of a quadratic curve, and then its end.
    Curve3,
    /// The two control points of a cubic curve, and then its end.
    Curve4,
    /// A line back to the start of the piece; its vertex is ignored.
    ClosePoly,
}

/// Lines and Bézier curves, in pieces.
///
/// ```
/// use plotreel::patches::{Path, PathCode};
///
/// let mut heart = Path::new();
/// heart.move_to(0.0, -1.0);
/// heart.curve4_to((-2.0, 0.5), (-0.5, 1.5), (0.0, 0.5));
/// heart.curve4_to((0.5, 1.5), (2.0, 0.5), (0.0, -1.0));
/// heart.close_poly();
///
/// let bow = Path::with_codes(
///     &[(0.0, 0.0), (1.0, 1.0), (2.0, 0.0)],
///     &[PathCode::MoveTo, PathCode::Curve3, PathCode::Curve3],
/// )?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Path(pub(crate) BezPath);

impl From<BezPath> for Path {
    fn from(path: BezPath) -> Self {
        Self(path)
    }
}

impl Path {
    /// A path without any vertex.
    pub fn new() -> Self {
        Self::default()
    }

    /// Straight lines from vertex to vertex.
    pub fn from_vertices(vertices: &[(f64, f64)]) -> Self {
        Self(open(vertices.iter().copied().map(Point::from)))
    }

    /// Vertices that each have a code.
    ///
    /// # Errors
    /// [`Error::Setting`] for codes that do not begin with a move, differ in number from the vertices, or leave a
    /// curve incomplete.
    pub fn with_codes(vertices: &[(f64, f64)], codes: &[PathCode]) -> Result<Self> {
        let wrong = || Error::Setting {
            name: "path",
            value: format!("{codes:?}"),
            expected: "one code per vertex, beginning with a move, and complete curves",
        };
        if vertices.len() != codes.len() || codes.first().is_some_and(|c| *c != PathCode::MoveTo) {
            return Err(wrong());
        }
        let mut path = Self::new();
        let mut rest = vertices.iter().zip(codes);
        while let Some((&(x, y), code)) = rest.next() {
            let mut following = || match rest.next() {
                Some((&vertex, other)) if other == code => Ok(vertex),
                _ => Err(wrong()),
            };
            match code {
                PathCode::MoveTo => path.move_to(x, y),
                PathCode::LineTo => path.line_to(x, y),
                PathCode::Curve3 => path.curve3_to((x, y), following()?),
                PathCode::Curve4 => path.curve4_to((x, y), following()?, following()?),
                PathCode::ClosePoly => path.close_poly(),
            }
        }
        Ok(path)
    }

    /// Starts a new piece.
    pub fn move_to(&mut self, x: f64, y: f64) {
        self.0.move_to((x, y));
    }

    /// Adds a straight line; an empty path starts here.
    pub fn line_to(&mut self, x: f64, y: f64) {
        self.start((x, y));
        self.0.line_to((x, y));
    }

    /// Adds a quadratic curve.
    pub fn curve3_to(&mut self, control: (f64, f64), end: (f64, f64)) {
        self.start(control);
        self.0.quad_to(control, end);
    }

    /// Adds a cubic curve.
    pub fn curve4_to(&mut self, first: (f64, f64), second: (f64, f64), end: (f64, f64)) {
        self.start(first);
        self.0.curve_to(first, second, end);
    }

    /// Adds a line back to the start of the piece.
    pub fn close_poly(&mut self) {
        if !self.0.elements().is_empty() {
            self.0.close_path();
        }
    }

    fn start(&mut self, at: (f64, f64)) {
        if self.0.elements().is_empty() {
            self.0.move_to(at);
        }
    }
}

/// Straight lines through points.
pub(in crate::artists) fn open(points: impl IntoIterator<Item = Point>) -> BezPath {
    let mut path = BezPath::new();
    for point in points {
        if path.elements().is_empty() {
            path.move_to(point);
        } else {
            path.line_to(point);
        }
    }
    path
}

/// A polygon.
pub(in crate::artists) fn closed(points: impl IntoIterator<Item = Point>) -> BezPath {
    let points: Vec<Point> = points.into_iter().collect();
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        return BezPath::new();
    };
    if points.iter().all(|point| point.is_finite()) {
        let mut path = open(points.iter().copied());
        path.close_path();
        return path;
    }
    let mut path = BezPath::new();
    for lines in points.split(|point| !point.is_finite()) {
        path.extend(open(lines.iter().copied()));
    }
    // As in the reference, a polygon with gaps is closed by a line back to its first point.
    if first.is_finite() && last.is_finite() {
        path.line_to(*first);
    }
    path
}

/// All vertices of a path, control points among them.
pub(super) fn vertices(path: &BezPath) -> Vec<Point> {
    let mut points = Vec::new();
    for element in path {
        match element {
            PathEl::MoveTo(p) | PathEl::LineTo(p) => points.push(p),
            PathEl::QuadTo(p, q) => points.extend([p, q]),
            PathEl::CurveTo(p, q, r) => points.extend([p, q, r]),
            PathEl::ClosePath => {}
        }
    }
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn curves_need_all_of_their_points() {
        use PathCode::{Curve4, LineTo, MoveTo};
        let vertices = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)];
        assert!(Path::with_codes(&vertices, &[MoveTo, Curve4, Curve4, Curve4]).is_ok());
        assert!(Path::with_codes(&vertices, &[MoveTo, Curve4, Curve4, LineTo]).is_err());
        assert!(Path::with_codes(&vertices, &[LineTo; 4]).is_err());
        assert!(Path::with_codes(&vertices[..3], &[MoveTo; 4]).is_err());
    }
}
