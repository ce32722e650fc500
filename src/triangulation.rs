//! Triangles between points.

use std::collections::BTreeSet;

use delaunator::{Point, triangulate};

use crate::error::{Error, Result};
use crate::series::{Series, as_long, as_many};

/// Triangles between points (x, y) (`matplotlib.tri.Triangulation`).
///
/// By default they are the Delaunay triangles, found by the crate delaunator. Four points on one circle can be
/// joined in two ways, of which matplotlib may take the other one.
///
/// ```
/// use plotreel::tri::Triangulation;
///
/// let (x, y) = ([0.0, 1.0, 1.0, 0.3], [0.0, 0.0, 1.0, 0.9]);
/// let found = Triangulation::new(&x, &y)?;
/// assert_eq!(found.triangles().len(), 2);
/// let given = Triangulation::new(&x, &y)?.with_triangles([[0, 1, 2]])?;
/// assert_eq!(given.triangles(), [[0, 1, 2]]);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Triangulation {
    points: Vec<[f64; 2]>,
    triangles: Vec<[usize; 3]>,
    /// Which triangles are left out.
    mask: Vec<bool>,
}

impl Triangulation {
    /// The Delaunay triangulation of these points; it has no triangles if all points are on one line.
    ///
    /// # Errors
    /// [`Error::LineData`] unless x and y have the same length, [`Error::Setting`] for points that are not finite.
    pub fn new(x: &(impl Series + ?Sized), y: &(impl Series + ?Sized)) -> Result<Self> {
        let points = points(x, y)?;
        let places: Vec<Point> = points.iter().map(|[x, y]| Point { x: *x, y: *y }).collect();
        let found = triangulate(&places).triangles;
        let triangles = found.as_chunks().0.to_vec();
        Ok(Self {
            points,
            triangles: Vec::new(),
            mask: Vec::new(),
        }
        .put(triangles))
    }

    /// Sets the triangles: three indices of points each, in any orientation. None is masked then.
    ///
    /// # Errors
    /// [`Error::Setting`] for indices of points that are not there.
    pub fn with_triangles(self, triangles: impl IntoIterator<Item = [usize; 3]>) -> Result<Self> {
        let triangles: Vec<[usize; 3]> = triangles.into_iter().collect();
        let count = self.points.len();
        if let Some(beyond) = triangles.iter().flatten().find(|i| **i >= count) {
            return Err(Error::Setting {
                name: "a corner of a triangle",
                value: beyond.to_string(),
                expected: "an index below the number of points",
            });
        }
        Ok(self.put(triangles))
    }

    /// Leaves out the triangles for which the mask is true.
    ///
    /// # Errors
    /// [`Error::Lengths`] for a mask of another length than there are triangles.
    pub fn with_mask(mut self, mask: impl Into<Vec<bool>>) -> Result<Self> {
        let mask = mask.into();
        as_many((mask.len(), "masks"), (self.triangles.len(), "triangles"))?;
        self.mask = mask;
        Ok(self)
    }

    /// All triangles, masked ones too, with their corners in turn: counterclockwise if y is up.
    pub fn triangles(&self) -> &[[usize; 3]] {
        &self.triangles
    }

    /// The points.
    pub fn points(&self) -> &[[f64; 2]] {
        &self.points
    }

    /// The sides of the triangles that are not masked, each once, as x and y of lines with gaps of NaN: what
    /// [`triplot`](crate::Axes::triplot) draws.
    pub fn lines(&self) -> (Vec<f64>, Vec<f64>) {
        let sides = |[a, b, c]: [usize; 3]| [(a, b), (b, c), (c, a)];
        let edges: BTreeSet<(usize, usize)> = (self.shown().flat_map(sides))
            .map(|(a, b)| (a.max(b), a.min(b)))
            .collect();
        let mut lines = (Vec::new(), Vec::new());
        for (from, to) in edges {
            for [x, y] in [self.points[from], self.points[to], [f64::NAN; 2]] {
                lines.0.push(x);
                lines.1.push(y);
            }
        }
        lines
    }

    /// The triangles that are not masked.
    pub(crate) fn shown(&self) -> impl Iterator<Item = [usize; 3]> + Clone {
        self.shown_places().map(|i| self.triangles[i])
    }

    /// Which of the triangles are not masked.
    pub(crate) fn shown_places(&self) -> impl Iterator<Item = usize> + Clone {
        let is_shown = |i: &usize| !self.mask.get(*i).copied().unwrap_or(false);
        (0..self.triangles.len()).filter(is_shown)
    }

    /// Moves the points; the triangles stay between them.
    pub(crate) fn move_points(
        &mut self,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
    ) -> Result<()> {
        let moved = points(x, y)?;
        as_many(
            (moved.len(), "points"),
            (self.points.len(), "points before"),
        )?;
        self.points = moved;
        Ok(())
    }

    fn put(mut self, mut triangles: Vec<[usize; 3]>) -> Self {
        for [a, b, c] in &mut triangles {
            let [p, q, r] = [*a, *b, *c].map(|i| self.points[i]);
            let area = (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
            if area < 0.0 {
                std::mem::swap(b, c);
            }
        }
        self.mask = vec![false; triangles.len()];
        self.triangles = triangles;
        self
    }
}

/// Points that are finite.
fn points(x: &(impl Series + ?Sized), y: &(impl Series + ?Sized)) -> Result<Vec<[f64; 2]>> {
    let (mut xs, mut ys) = (Vec::new(), Vec::new());
    x.copy_to(&mut xs);
    y.copy_to(&mut ys);
    as_long(xs.len(), ys.len())?;
    if !xs.iter().chain(&ys).all(|v| v.is_finite()) {
        return Err(Error::Setting {
            name: "the points of a triangulation",
            value: "NaN or infinite".into(),
            expected: "finite numbers",
        });
    }
    Ok(xs.into_iter().zip(ys).map(|(x, y)| [x, y]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square() -> Triangulation {
        Triangulation::new(&[0, 2, 2, 0, 1], &[0, 0, 2, 2, 1]).unwrap()
    }

    #[test]
    fn triangles_turn_one_way_and_fill_the_hull() {
        let found = square();
        let area = |[a, b, c]: &[usize; 3]| {
            let [p, q, r] = [*a, *b, *c].map(|i| found.points()[i]);
            0.5 * ((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]))
        };
        assert_eq!(found.triangles().len(), 4);
        assert!(
            found
                .triangles()
                .iter()
                .all(|t| (area(t) - 1.0).abs() < 1e-12)
        );
    }

    #[test]
    fn masked_triangles_have_no_sides() {
        let given = square().with_triangles([[0, 4, 1], [1, 2, 4]]).unwrap();
        assert_eq!(given.triangles(), [[0, 1, 4], [1, 2, 4]]);
        assert_eq!(given.lines().0.len(), 3 * 5);
        let masked = given.with_mask([true, false]).unwrap();
        assert_eq!(
            (masked.shown().collect(), masked.lines().0.len()),
            (vec![[1, 2, 4]], 9)
        );
        assert!(masked.with_mask([true]).is_err());
    }

    #[test]
    fn what_has_no_triangles_has_none() {
        assert!(
            Triangulation::new(&[0, 1, 2], &[0, 1, 2])
                .unwrap()
                .triangles()
                .is_empty()
        );
        assert!(
            Triangulation::new(&[0.0; 0], &[0.0; 0])
                .unwrap()
                .triangles()
                .is_empty()
        );
        assert!(Triangulation::new(&[0.0, f64::NAN], &[0.0, 0.0]).is_err());
        assert!(square().with_triangles([[0, 1, 5]]).is_err());
    }
}
