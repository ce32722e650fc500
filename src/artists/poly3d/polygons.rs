//! The vertices of polygons in space.

use kurbo::{BezPath, Point};

use crate::artists::surface_grid::{SurfaceGrid, lines};
use crate::data_limits::DataLimits;
use crate::mapping::vector::{cross, minus};
use crate::series::Datum;

/// The faces of a box at the low and the high end of z, y and x, counterclockwise from outside. The bits of a corner say
/// along which of x (1), y (2) and z (4) it is at the high end.
const BOX_FACES: [[usize; 4]; 6] = [
    [0, 2, 3, 1],
    [4, 5, 7, 6],
    [0, 1, 5, 4],
    [2, 6, 7, 3],
    [0, 4, 6, 2],
    [1, 3, 7, 5],
];

/// Polygons between points in space, which may be vertices of several.
#[derive(Debug, Clone, Default)]
pub(super) struct Polygons {
    points: Vec<[f64; 3]>,
    /// The vertices of all polygons in turn, as places of the points.
    vertices: Vec<usize>,
    /// How many vertices there are up to the end of each polygon.
    ends: Vec<usize>,
    /// The greatest number of vertices of one.
    most: usize,
    /// The range of the data that they are made of.
    pub(super) limits: DataLimits,
}

impl Polygons {
    /// Between vertices of their own.
    pub(super) fn new<P, S>(verts: impl IntoIterator<Item = S>) -> Self
    where
        P: Copy + Into<[f64; 3]>,
        S: AsRef<[P]>,
    {
        let mut polygons = Self::default();
        for polygon in verts {
            let points = polygon.as_ref().iter().map(|point| (*point).into());
            polygons.push(points);
        }
        polygons.limits = limits(&polygons.points);
        polygons
    }

    /// The patches of a surface between rows and columns in these steps, row by row. Points that are not finite are left
    /// out.
    pub(super) fn of_surface<T: Datum>(
        grid: &SurfaceGrid<'_, T>,
        (rstride, cstride): (usize, usize),
    ) -> Self {
        let (rows, columns) = grid.shape();
        let mut polygons = Self {
            limits: grid.limits(),
            ..Self::default()
        };
        // Where each point of the surface is among those of the polygons, once it is there.
        let mut places = vec![usize::MAX; rows * columns];
        let rows: Vec<usize> = lines(rows, rstride).collect();
        let stops: Vec<usize> = lines(columns, cstride).collect();
        for row in rows.windows(2) {
            for column in stops.windows(2) {
                for (row, column) in perimeter([row[0], row[1]], [column[0], column[1]]) {
                    let point = grid.point(row, column);
                    if point.iter().all(|v| v.is_finite()) {
                        let place = &mut places[row * columns + column];
                        if *place == usize::MAX {
                            *place = polygons.points.len();
                            polygons.points.push(point);
                        }
                        polygons.vertices.push(*place);
                    }
                }
                polygons.end();
            }
        }
        polygons
    }

    /// Triangles between points.
    pub(super) fn of_triangles(points: Vec<[f64; 3]>, triangles: &[[usize; 3]]) -> Self {
        let mut polygons = Self {
            limits: limits(&points),
            points,
            ..Self::default()
        };
        for triangle in triangles {
            polygons.vertices.extend(triangle);
            polygons.end();
        }
        polygons
    }

    /// The six faces of each of some boxes, which are given by a corner and their lengths along x, y and z.
    pub(super) fn of_boxes(boxes: &[([f64; 3], [f64; 3])]) -> Self {
        let mut polygons = Self::default();
        for (from, lengths) in boxes {
            let first = polygons.points.len();
            let corner = |i: usize| {
                [0, 1, 2].map(|axis| from[axis] + lengths[axis] * (i >> axis & 1) as f64)
            };
            polygons.points.extend((0..8).map(corner));
            for face in BOX_FACES {
                polygons.vertices.extend(face.map(|i| first + i));
                polygons.end();
            }
        }
        // As in the reference, the lowest of the starts and the highest of the ends.
        let ends = |of: fn(f64, f64) -> f64, end: f64| {
            let ends = boxes
                .iter()
                .map(|(from, lengths)| [0, 1, 2].map(|axis| from[axis] + end * lengths[axis]));
            ends.reduce(|a, b| [0, 1, 2].map(|axis| of(a[axis], b[axis])))
        };
        let ends = [ends(f64::min, 0.0), ends(f64::max, 1.0)];
        polygons.limits = limits(&ends.into_iter().flatten().collect::<Vec<_>>());
        polygons
    }

    /// Moves the points; the polygons stay between them.
    pub(super) fn move_points(&mut self, points: Vec<[f64; 3]>) {
        self.limits = limits(&points);
        self.points = points;
    }

    /// Adds one between these points.
    fn push(&mut self, points: impl Iterator<Item = [f64; 3]>) {
        for point in points {
            self.vertices.push(self.points.len());
            self.points.push(point);
        }
        self.end();
    }

    /// Ends the last polygon.
    fn end(&mut self) {
        let start = self.ends.last().copied().unwrap_or(0);
        self.most = self.most.max(self.vertices.len() - start);
        self.ends.push(self.vertices.len());
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn points(&self) -> &[[f64; 3]] {
        &self.points
    }

    /// The vertices of one, as places of the points.
    pub(super) fn polygon(&self, i: usize) -> &[usize] {
        let start = i.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.vertices[start..self.ends[i]]
    }

    /// The vertices of each.
    pub(super) fn verts(&self) -> impl Iterator<Item = impl Iterator<Item = [f64; 3]>> {
        let points = |i: usize| self.polygon(i).iter().map(|place| self.points[*place]);
        (0..self.len()).map(points)
    }

    /// The mean z of each; NaN without vertices.
    pub(super) fn heights(&self) -> Vec<f64> {
        let mean = |vertices: &[usize]| {
            let sum: f64 = vertices.iter().map(|place| self.points[*place][2]).sum();
            sum / vertices.len() as f64
        };
        (0..self.len()).map(|i| mean(self.polygon(i))).collect()
    }

    /// A vector at right angles to each, by three of its vertices: it points to where these are counterclockwise.
    pub(super) fn normals(&self) -> impl Iterator<Item = [f64; 3]> {
        (0..self.len()).map(|i| {
            let vertices = self.polygon(i);
            let count = vertices.len();
            let at = |i: usize| {
                vertices
                    .get(i)
                    .map_or([f64::NAN; 3], |place| self.points[*place])
            };
            let [a, b, c] = [at(0), at(count / 3), at(2 * count / 3)];
            cross(minus(a, b), minus(b, c))
        })
    }

    /// Makes a path the outline of a polygon, in the memory that it has; vertices that are not finite leave gaps.
    pub(super) fn trace(&self, i: usize, points: &[Point], path: &mut BezPath) {
        path.truncate(0);
        let vertices = self.polygon(i);
        let (mut gap, mut is_whole) = (true, true);
        for point in vertices.iter().map(|place| points[*place]) {
            match (point.is_finite(), gap) {
                (false, _) => is_whole = false,
                (true, true) => path.move_to(point),
                (true, false) => path.line_to(point),
            }
            gap = !point.is_finite();
        }
        // The reference loses the last side of polygons with fewer vertices than others.
        if vertices.len() < self.most || gap {
            return;
        }
        match vertices.first().map(|place| points[*place]) {
            _ if is_whole => path.close_path(),
            Some(first) if first.is_finite() => path.line_to(first),
            _ => {}
        }
    }
}

/// The range of points.
fn limits(points: &[[f64; 3]]) -> DataLimits {
    let column = |i: usize| points.iter().map(|point| point[i]).collect::<Vec<_>>();
    DataLimits::of_points_3d(&column(0), &column(1), &column(2))
}

/// The places around a part of a grid: along its first row, down its last column, and back.
fn perimeter(
    [top, bottom]: [usize; 2],
    [left, right]: [usize; 2],
) -> impl Iterator<Item = (usize, usize)> {
    let along_top = (left..right).map(move |column| (top, column));
    let down = (top..bottom).map(move |row| (row, right));
    let back = (left + 1..=right).rev().map(move |column| (bottom, column));
    let up = (top + 1..=bottom).rev().map(move |row| (row, left));
    along_top.chain(down).chain(back).chain(up)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patches_go_around_their_part_of_the_grid() {
        let found: Vec<_> = perimeter([1, 2], [0, 2]).collect();
        assert_eq!(found, [(1, 0), (1, 1), (1, 2), (2, 2), (2, 1), (2, 0)]);
    }

    #[test]
    fn points_of_a_surface_that_are_not_finite_are_left_out() {
        let x = ndarray::array![[0.0, 1.0, 2.0]];
        let y = ndarray::array![[0.0], [1.0]];
        let z = ndarray::array![[1.0, f64::NAN, f64::NAN], [3.0, 2.0, f64::NAN]];
        let grid = SurfaceGrid::new(&x, &y, &z).unwrap();
        let patches = Polygons::of_surface(&grid, (1, 1));
        let lengths = [0, 1].map(|i| patches.polygon(i).len());
        assert_eq!((lengths, patches.most), ([3, 1], 3));
        assert_eq!(patches.heights(), [2.0, 2.0]);
        assert_eq!(patches.normals().next(), Some([1.0, -2.0, 1.0]));
    }
}
