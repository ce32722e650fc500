//! Vectors at points.

use crate::artists::Points;
use crate::data_limits::DataLimits;
use crate::error::Result;
use crate::properties::refused;
use crate::series::{Field, as_long, as_many};

/// Vectors (u, v) at points (x, y): one for each point, or one for all.
#[derive(Debug, Clone, Default)]
pub(super) struct Vectors {
    points: Points<2>,
    u: Vec<f64>,
    v: Vec<f64>,
}

/// Checks that there is a component for each of the points, or one for all.
fn check(components: usize, points: usize) -> Result<()> {
    match components {
        1 => Ok(()),
        n => as_many((n, "vectors"), (points, "positions")),
    }
}

impl Vectors {
    /// As many x as y, or those of the columns and those of the rows of u.
    pub(super) fn new(
        x: &(impl Field + ?Sized),
        y: &(impl Field + ?Sized),
        u: &(impl Field + ?Sized),
        v: &(impl Field + ?Sized),
    ) -> Result<Self> {
        let (mut xs, mut ys) = (x.values(), y.values());
        let (rows, columns) = u.shape_2d();
        if (xs.len(), ys.len()) == (columns, rows) {
            let across = (0..rows * columns).map(|i| xs[i % columns]).collect();
            ys = (0..rows * columns).map(|i| ys[i / columns]).collect();
            xs = across;
        } else {
            as_long(xs.len(), ys.len())?;
        }
        let mut vectors = Self {
            points: [xs, ys].into(),
            ..Self::default()
        };
        vectors.set_uv(u, v)?;
        Ok(vectors)
    }

    pub(super) fn set_uv(
        &mut self,
        u: &(impl Field + ?Sized),
        v: &(impl Field + ?Sized),
    ) -> Result<()> {
        for field in [u.shape_2d(), v.shape_2d()] {
            check(field.0 * field.1, self.len())?;
        }
        u.copy_rows_to(&mut self.u);
        v.copy_rows_to(&mut self.v);
        Ok(())
    }

    /// The same for pairs (u, v).
    pub(super) fn set_pairs(&mut self, name: &'static str, pairs: &[Vec<f64>]) -> Result<()> {
        if let Some(pair) = pairs.iter().find(|pair| pair.len() != 2) {
            return Err(refused(name, &pair.as_slice().into(), "(u, v) for each"));
        }
        let component = |i: usize| pairs.iter().map(|pair| pair[i]).collect::<Vec<_>>();
        self.set_uv(&component(0), &component(1))
    }

    /// Moves all points, whose number stays.
    pub(super) fn set_points(
        &mut self,
        x: &(impl Field + ?Sized),
        y: &(impl Field + ?Sized),
    ) -> Result<()> {
        let (x, y) = (x.values(), y.values());
        as_many((x.len(), "positions"), (self.len(), "vectors"))?;
        self.points.set(&x, &y)
    }

    /// The same for rows (x, y).
    pub(super) fn set_rows(&mut self, name: &'static str, rows: &[Vec<f64>]) -> Result<()> {
        as_many((rows.len(), "positions"), (self.len(), "vectors"))?;
        self.points.set_rows(name, rows)
    }

    pub(super) fn len(&self) -> usize {
        self.points.len()
    }

    /// The point of a vector.
    pub(super) fn point(&self, i: usize) -> [f64; 2] {
        self.points.columns().each_ref().map(|column| column[i])
    }

    pub(super) fn points(&self) -> &Points<2> {
        &self.points
    }

    /// One vector.
    pub(super) fn vector(&self, i: usize) -> [f64; 2] {
        [self.u[i % self.u.len()], self.v[i % self.v.len()]]
    }

    /// All of them.
    pub(super) fn iter(&self) -> impl Iterator<Item = [f64; 2]> {
        (0..self.len()).map(|i| self.vector(i))
    }

    /// The places of the vectors whose components, and values if there are any, are finite.
    pub(super) fn shown<'a>(
        &'a self,
        values: Option<&'a [f64]>,
    ) -> impl Iterator<Item = usize> + 'a {
        (0..self.len()).filter(move |i| {
            let value = values.and_then(|values| values.get(*i));
            self.vector(*i).iter().chain(value).all(|v| v.is_finite())
        })
    }

    pub(super) fn components(&self) -> (&[f64], &[f64]) {
        (&self.u, &self.v)
    }

    pub(super) fn limits(&self) -> DataLimits {
        self.points.limits()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn a_grid_has_the_x_of_its_columns_and_the_y_of_its_rows() {
        let u = array![[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]];
        let vectors = Vectors::new(&[0, 1, 2], &[7, 8], &u, &u).unwrap();
        assert_eq!(
            (vectors.point(4), vectors.vector(4)),
            ([1.0, 8.0], [5.0; 2])
        );
        assert!(Vectors::new(&[0, 1], &[7, 8], &u, &u).is_err());
        assert!(Vectors::new(&[0, 1], &[7, 8, 9], &u, &u).is_err());
    }

    #[test]
    fn one_vector_counts_for_all_points_and_a_wrong_number_changes_nothing() {
        let mut vectors = Vectors::new(&[0, 1], &[7, 8], &[1.0], &[2.0, 3.0]).unwrap();
        assert_eq!(vectors.vector(1), [1.0, 3.0]);
        assert!(vectors.set_uv(&[5.0, 6.0], &[1.0; 3]).is_err());
        assert!(vectors.set_points(&[0], &[1]).is_err());
        assert_eq!(vectors.vector(1), [1.0, 3.0]);
    }
}
