//! Points of two dimensions or three.

use std::borrow::Cow;

use crate::artists::DrawContext;
use crate::data_limits::DataLimits;
use crate::error::{Error, Result};
use crate::properties::refused;
use crate::series::{Series, as_long};

/// The data coordinates of points, a vector each: x, y and, if `D` is 3, z.
#[derive(Debug, Clone)]
pub(crate) struct Points<const D: usize>([Vec<f64>; D]);

impl<const D: usize> Default for Points<D> {
    fn default() -> Self {
        Self(std::array::from_fn(|_| Vec::new()))
    }
}

impl<const D: usize> Points<D> {
    /// Refuses columns of different lengths.
    pub(crate) fn check(lengths: [usize; D]) -> Result<()> {
        match lengths[..] {
            [x, y] => as_long(x, y),
            [x, y, z] if x != y || x != z => Err(Error::LineData3D { x, y, z }),
            _ => Ok(()),
        }
    }

    pub(crate) fn columns(&self) -> &[Vec<f64>; D] {
        &self.0
    }

    pub(crate) fn len(&self) -> usize {
        self.0[0].len()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = [f64; D]> {
        (0..self.len()).map(|i| self.0.each_ref().map(|column| column[i]))
    }

    /// Replaces all points by such rows, or none unless each has as many coordinates.
    pub(crate) fn set_rows(&mut self, name: &'static str, rows: &[Vec<f64>]) -> Result<()> {
        if let Some(row) = rows.iter().find(|row| row.len() != D) {
            let takes = if D == 2 {
                "(x, y) for each"
            } else {
                "(x, y, z) for each"
            };
            return Err(refused(name, &row.as_slice().into(), takes));
        }
        self.0 = std::array::from_fn(|i| rows.iter().map(|row| row[i]).collect());
        Ok(())
    }

    /// Replaces a coordinate of all points, whose number stays.
    pub(crate) fn set_column(&mut self, i: usize, values: &(impl Series + ?Sized)) -> Result<()> {
        let mut lengths = self.0.each_ref().map(Vec::len);
        lengths[i] = values.len();
        Self::check(lengths)?;
        values.copy_to(&mut self.0[i]);
        Ok(())
    }

    /// The range of the points that count.
    pub(crate) fn limits(&self) -> DataLimits {
        match &self.0[..] {
            [x, y] => DataLimits::of_points(x, y),
            [x, y, z] => DataLimits::of_points_3d(x, y, z),
            _ => DataLimits::default(),
        }
    }

    /// The x and y of the points in the plane of their axes; lines have gaps where a point in space is not seen.
    pub(crate) fn in_plane(&self, ctx: &DrawContext<'_>) -> [Cow<'_, [f64]>; 2] {
        if let [x, y] = &self.0[..] {
            return [x.into(), y.into()];
        }
        let places = self.iter().map(|point| ctx.mapping.place(point));
        let seen = places.map(|place| match ctx.mapping.is_seen(place) {
            true => (place[0], place[1]),
            false => (f64::NAN, f64::NAN),
        });
        let (x, y): (Vec<_>, Vec<_>) = seen.unzip();
        [x.into(), y.into()]
    }
}

impl Points<2> {
    /// Replaces all points, or none unless there are as many y as x.
    pub(crate) fn set(
        &mut self,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
    ) -> Result<()> {
        Self::check([x.len(), y.len()])?;
        x.copy_to(&mut self.0[0]);
        y.copy_to(&mut self.0[1]);
        Ok(())
    }
}

impl Points<3> {
    /// Replaces all points, or none unless there are as many of each coordinate.
    pub(crate) fn set_3d(
        &mut self,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
        z: &(impl Series + ?Sized),
    ) -> Result<()> {
        Self::check([x.len(), y.len(), z.len()])?;
        x.copy_to(&mut self.0[0]);
        y.copy_to(&mut self.0[1]);
        z.copy_to(&mut self.0[2]);
        Ok(())
    }
}

impl From<[Vec<f64>; 2]> for Points<2> {
    fn from(columns: [Vec<f64>; 2]) -> Self {
        Self(columns)
    }
}
