//! The values that contours are those of.

use std::sync::Arc;

use crate::contour::ContourCells;
use crate::data_limits::{DataLimits, DataRange};
use crate::error::{Error, Result};
use crate::grid::Grid;

/// The points that contoured values belong to.
#[derive(Debug, Clone)]
pub(crate) enum ContourPoints {
    Grid(Grid),
    /// With the triangles between them, whose corners are in turn.
    Triangles(Vec<[f64; 2]>, Vec<[usize; 3]>),
}

/// Values at points, and the cells between them.
#[derive(Debug, Clone)]
pub(super) struct ContourField {
    points: Arc<ContourPoints>,
    pub(super) cells: Arc<ContourCells>,
    /// The extent of the points.
    pub(super) limits: DataLimits,
    /// Which values count.
    good: Vec<bool>,
    pub(super) z: Vec<f64>,
}

impl ContourField {
    /// # Errors
    /// [`Error::Setting`] for another number of values than points, fewer than 2 x 2 of a grid, and bad ones of
    /// triangles.
    pub(super) fn new(points: ContourPoints, z: Vec<f64>, log: bool) -> Result<Self> {
        let good = good(&points, &z, log)?;
        let cells = points.cells(&good);
        Ok(Self {
            limits: points.limits(),
            points: Arc::new(points),
            cells: Arc::new(cells),
            good,
            z,
        })
    }

    pub(super) fn set(&mut self, z: Vec<f64>, log: bool) -> Result<()> {
        let good = good(&self.points, &z, log)?;
        if good != self.good {
            self.cells = Arc::new(self.points.cells(&good));
            self.good = good;
        }
        self.z = z;
        Ok(())
    }

    /// The least and the greatest of the good values.
    pub(super) fn range(&self) -> Option<(f64, f64)> {
        let good = self.z.iter().zip(&self.good).filter(|(_, good)| **good);
        let range = DataRange::of(good.map(|(z, _)| *z))?;
        Some((range.low, range.high))
    }

    /// Whether a value is the least of the good ones.
    pub(super) fn begins_at(&self, value: f64) -> bool {
        let good = self.z.iter().zip(&self.good);
        let (below, at) = good.fold((false, false), |(below, at), (z, good)| {
            (below | (*good & (*z < value)), at | (*good & (*z == value)))
        });
        at && !below
    }

    pub(super) fn shape(&self) -> Option<(usize, usize)> {
        match &*self.points {
            ContourPoints::Grid(grid) => Some(grid.shape()),
            ContourPoints::Triangles(..) => None,
        }
    }
}

impl ContourPoints {
    /// Their extent.
    fn limits(&self) -> DataLimits {
        match self {
            Self::Grid(grid) => DataLimits::of_corners(grid.points()),
            Self::Triangles(points, _) => DataLimits::of_corners(points.iter().copied()),
        }
    }

    fn cells(&self, good: &[bool]) -> ContourCells {
        match self {
            Self::Grid(grid) => ContourCells::of_grid(grid, good),
            Self::Triangles(points, triangles) => {
                ContourCells::of_triangles(points.clone(), triangles)
            }
        }
    }
}

/// Which values count: finite ones, above 0 if they are on a logarithmic scale.
fn good(points: &ContourPoints, z: &[f64], log: bool) -> Result<Vec<bool>> {
    let least = if log { 0.0 } else { f64::NEG_INFINITY };
    let is_good = |z: &f64| z.is_finite() & (*z > least);
    let (count, fits) = match points {
        ContourPoints::Grid(grid) => {
            let (rows, columns) = grid.shape();
            (rows * columns, rows >= 2 && columns >= 2)
        }
        ContourPoints::Triangles(points, triangles) => {
            let mut corners = triangles.iter().flatten();
            let all_good = corners.all(|i| z.get(*i).is_some_and(is_good));
            (points.len(), all_good)
        }
    };
    if z.len() != count || !fits {
        return Err(Error::Setting {
            name: "the values of contours",
            value: format!("{} for {count} points", z.len()),
            expected: "one for each point: of a grid at least 2 x 2, of triangles finite ones only",
        });
    }
    Ok(z.iter().map(is_good).collect())
}
