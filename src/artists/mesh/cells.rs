//! What meshes of quadrilaterals have in common: their points, and the path of each cell.

use kurbo::{BezPath, Point};

use crate::artists::DrawContext;
use crate::data_limits::{DataLimits, DataRange};
use crate::grid::Grid;

/// The cells between the points of a grid, row by row.
#[derive(Debug, Clone)]
pub(super) struct Cells {
    pub(super) grid: Grid,
    /// The extent of the points.
    pub(super) limits: DataLimits,
}

impl Cells {
    pub(super) fn new(grid: Grid) -> Self {
        let limits = DataLimits {
            x: DataRange::of(grid.points().map(|[x, _]| x)),
            y: DataRange::of(grid.points().map(|[_, y]| y)),
            z: None,
        };
        Self { grid, limits }
    }

    /// (rows, columns) of cells.
    pub(super) fn shape(&self) -> (usize, usize) {
        let (rows, columns) = self.grid.shape();
        (rows.saturating_sub(1), columns.saturating_sub(1))
    }

    /// The points on the canvas, row by row.
    pub(super) fn places(&self, ctx: &DrawContext<'_>) -> Vec<Point> {
        self.grid.points().map(|point| ctx.point(point)).collect()
    }

    /// The corners of each cell, from the first point on to the next row or, if `across`, to the next column.
    pub(super) fn corners<'a, T: Copy>(
        &self,
        points: &'a [T],
        across: bool,
    ) -> impl Iterator<Item = [T; 4]> + use<'a, T> {
        let (rows, columns) = self.shape();
        let cell = move |row: usize, column: usize| {
            let first = row * (columns + 1) + column;
            let above = first + columns + 1;
            let corners = match across {
                true => [first, first + 1, above + 1, above],
                false => [first, above, above + 1, first + 1],
            };
            corners.map(|i| points[i])
        };
        (0..rows).flat_map(move |row| (0..columns).map(move |column| cell(row, column)))
    }
}

/// Lines from corner to corner and back; a corner that is not finite leaves a gap.
pub(super) fn around(corners: [Point; 4]) -> BezPath {
    let mut path = BezPath::with_capacity(5);
    let mut gap = true;
    for point in corners.into_iter().chain([corners[0]]) {
        match (point.is_finite(), gap) {
            (false, _) => gap = true,
            (true, true) => {
                path.move_to(point);
                gap = false;
            }
            (true, false) => path.line_to(point),
        }
    }
    path
}
