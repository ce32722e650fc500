//! matplotlib's paths as the canvas takes them.

use numpy::ndarray::{ArrayView1, ArrayView2, Axis, Slice};
use numpy::{PyReadonlyArray1, PyReadonlyArray2, PyReadonlyArray3};
use plotreel::canvas::kurbo::{Affine, BezPath, Point};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

/// The codes of vertices, as attributes of matplotlib's class Path.
pub(crate) const STOP: u8 = 0;
pub(crate) const MOVE_TO: u8 = 1;
pub(crate) const LINE_TO: u8 = 2;
pub(crate) const CURVE_3: u8 = 3;
pub(crate) const CURVE_4: u8 = 4;
pub(crate) const CLOSE: u8 = 79;

/// Vertices and codes, parts of arrays.
pub(crate) type Part<'a> = (ArrayView2<'a, f64>, Option<ArrayView1<'a, u8>>);

/// Vertices and codes.
pub(crate) type Vertices<'py> = (
    PyReadonlyArray2<'py, f64>,
    Option<PyReadonlyArray1<'py, u8>>,
);

/// Many paths: the vertices of all, one after the other, their codes or None, and how many of them each path has.
#[derive(FromPyObject)]
pub(crate) struct Paths<'py>(
    PyReadonlyArray2<'py, f64>,
    Option<PyReadonlyArray1<'py, u8>>,
    PyReadonlyArray1<'py, i64>,
);

impl Paths<'_> {
    /// The vertices and codes of each path.
    pub(crate) fn parts(&self) -> PyResult<Vec<Part<'_>>> {
        let Self(vertices, codes, lengths) = self;
        let (vertices, lengths) = (vertices.as_array(), lengths.as_array());
        let codes = codes.as_ref().map(|codes| codes.as_array());
        let total: i64 = lengths.iter().sum();
        let fits = vertices.ncols() == 2
            && lengths.iter().all(|length| *length >= 0)
            && total == vertices.nrows() as i64
            && codes.is_none_or(|codes| codes.len() == vertices.nrows());
        if !fits {
            return Err(PyValueError::new_err(
                "the lengths of paths don't fit their vertices and codes",
            ));
        }
        let mut start = 0;
        let part = |length: &i64| {
            let part = Slice::from(start..start + *length as usize);
            start += *length as usize;
            let mut vertices = vertices;
            vertices.slice_axis_inplace(Axis(0), part);
            let codes = codes.map(|mut codes| {
                codes.slice_axis_inplace(Axis(0), part);
                codes
            });
            (vertices, codes)
        };
        Ok(lengths.iter().map(part).collect())
    }
}

/// The affine map of a matrix.
pub(crate) fn affine(matrix: &PyReadonlyArray2<'_, f64>) -> PyResult<Affine> {
    let m = matrix.as_array();
    if m.shape() != [3, 3] {
        return Err(PyValueError::new_err(
            "an affine transform is a 3 × 3 matrix",
        ));
    }
    Ok(affine_of(m))
}

fn affine_of(m: ArrayView2<'_, f64>) -> Affine {
    Affine::new([
        m[[0, 0]],
        m[[1, 0]],
        m[[0, 1]],
        m[[1, 1]],
        m[[0, 2]],
        m[[1, 2]],
    ])
}

/// The affine maps of an array of matrices.
pub(crate) fn affines(matrices: &PyReadonlyArray3<'_, f64>) -> PyResult<Vec<Affine>> {
    let matrices = matrices.as_array();
    if matrices.shape()[1..] != [3, 3] {
        return Err(PyValueError::new_err(
            "affine transforms are 3 × 3 matrices",
        ));
    }
    Ok(matrices.outer_iter().map(affine_of).collect())
}

/// The path of vertices and codes, in other coordinates. As in Agg, segments with vertices that are not finite are left
/// out, and what they break is not closed but ends where it began.
pub(crate) fn path_of((vertices, codes): &Vertices<'_>, transform: Affine) -> BezPath {
    let codes = codes.as_ref().map(|codes| codes.as_array());
    path_of_part((vertices.as_array(), codes), transform)
}

/// The same of parts of arrays.
pub(crate) fn path_of_part((vertices, codes): Part<'_>, transform: Affine) -> BezPath {
    let at = |i: usize| transform * Point::new(vertices[[i, 0]], vertices[[i, 1]]);
    let mut pen = Pen::default();
    let Some(codes) = codes else {
        (0..vertices.nrows()).for_each(|i| pen.line_to(at(i)));
        return pen.path;
    };
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
            STOP => break,
            MOVE_TO => pen.move_to(at(i)),
            CURVE_3 | CURVE_4 => pen.curve_to(&(i..i + needed).map(at).collect::<Vec<_>>()),
            CLOSE => pen.close(),
            _ => pen.line_to(at(i)),
        }
        i += needed;
    }
    pen.path
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
