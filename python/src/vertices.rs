//! matplotlib's paths as the canvas takes them.

use numpy::PyReadonlyArray2;
use plotreel::canvas::kurbo::{Affine, BezPath, Point};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use crate::drawing::Vertices;

const MOVE_TO: u8 = 1;
const CURVE_3: u8 = 3;
const CURVE_4: u8 = 4;
const CLOSE: u8 = 79;

/// The affine map of a matrix.
pub(crate) fn affine(matrix: &PyReadonlyArray2<'_, f64>) -> PyResult<Affine> {
    let m = matrix.as_array();
    if m.shape() != [3, 3] {
        return Err(PyValueError::new_err(
            "an affine transform is a 3 × 3 matrix",
        ));
    }
    Ok(Affine::new([
        m[[0, 0]],
        m[[1, 0]],
        m[[0, 1]],
        m[[1, 1]],
        m[[0, 2]],
        m[[1, 2]],
    ]))
}

/// The path of vertices and codes, in other coordinates. As in Agg, segments with vertices that are not finite are left
/// out, and what they break is not closed but ends where it began.
pub(crate) fn path_of((vertices, codes): &Vertices<'_>, transform: Affine) -> PyResult<BezPath> {
    let vertices = vertices.as_array();
    let at = |i: usize| transform * Point::new(vertices[[i, 0]], vertices[[i, 1]]);
    let mut pen = Pen::default();
    let Some(codes) = codes else {
        (0..vertices.nrows()).for_each(|i| pen.line_to(at(i)));
        return Ok(pen.path);
    };
    let codes = codes.as_array();
    let count = vertices.nrows().min(codes.len());
    let mut i = 0;
    while i < count {
        let code = codes[i];
        let needed = match code {
            CURVE_3 => 2,
            CURVE_4 => 3,
            _ => 1,
        };
        if i + needed > count {
            break;
        }
        match code {
            0 => break,
            MOVE_TO => pen.move_to(at(i)),
            CURVE_3 | CURVE_4 => pen.curve_to(&(i..i + needed).map(at).collect::<Vec<_>>()),
            CLOSE => pen.close(),
            _ => pen.line_to(at(i)),
        }
        i += needed;
    }
    Ok(pen.path)
}

/// Draws a path without the vertices that are not finite.
#[derive(Default)]
struct Pen {
    path: BezPath,
    /// Where the piece began.
    start: Option<Point>,
    /// Where it is, unless the last vertex was not finite.
    at: Option<Point>,
    broken: bool,
}

impl Pen {
    fn move_to(&mut self, to: Point) {
        self.broken = !to.is_finite();
        self.start = Some(to).filter(|to| to.is_finite());
        self.at = self.start;
        if let Some(to) = self.start {
            self.path.move_to(to);
        }
    }

    fn line_to(&mut self, to: Point) {
        match (to.is_finite(), self.at) {
            (true, Some(_)) => self.path.line_to(to),
            (true, None) => {
                self.path.move_to(to);
                self.start = self.start.or((!self.broken).then_some(to));
            }
            (false, _) => self.broken = true,
        }
        self.at = Some(to).filter(|to| to.is_finite());
    }

    fn curve_to(&mut self, points: &[Point]) {
        let is_finite = points.iter().all(|point| point.is_finite());
        match (points, self.at) {
            (&[first, end], Some(_)) if is_finite => self.path.quad_to(first, end),
            (&[first, second, end], Some(_)) if is_finite => {
                self.path.curve_to(first, second, end);
            }
            (points, _) => {
                self.broken = true;
                self.at = None;
                if let Some(end) = points.last() {
                    self.line_to(*end);
                }
                return;
            }
        }
        self.at = points.last().copied();
    }

    fn close(&mut self) {
        match (self.broken, self.at, self.start) {
            (false, Some(_), _) => {
                self.path.close_path();
                self.at = self.start;
            }
            (true, Some(_), Some(start)) => self.line_to(start),
            _ => {}
        }
    }
}
