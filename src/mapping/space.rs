//! From data coordinates in space to the plane that 3-D axes are drawn on.

use crate::mapping::vector::{Vector, cross, dot, length};
use crate::scale::Scale;

/// The distance of the eye from the middle of the box.
const DISTANCE: f64 = 10.0;

/// The viewpoint of a box in space.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Viewpoint {
    /// Angle above the x-y plane, about the z axis and about the line of sight, in degrees.
    pub(crate) elev: f64,
    pub(crate) azim: f64,
    pub(crate) roll: f64,
    /// Of the camera; without one there is no perspective.
    pub(crate) focal_length: Option<f64>,
    /// The lengths of the box's sides.
    pub(crate) sides: [f64; 3],
    /// The axis that points up: 0 is x.
    pub(crate) vertical: usize,
}

/// The projection of 3-D axes for one drawing: homogeneous coordinates times a matrix.
///
/// The plane has the eye's axis at (0, 0), x to the right and y up; z grows away from the eye.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Space {
    matrix: Matrix,
    scales: [Scale; 3],
    perspective: bool,
    /// The lowest and the highest data within the limits.
    within: [(f64, f64); 3],
    /// Whether data beyond them have no place.
    is_clipped: bool,
}

type Matrix = [[f64; 4]; 4];

impl Space {
    /// Of data between limits, in the units of the scales, seen from there (`Axes3D.get_proj`).
    pub(crate) fn new(view: &Viewpoint, limits: [(f64, f64); 3], scales: [Scale; 3]) -> Self {
        let center = view.sides.map(|side| 0.5 * side);
        let (elev, azim) = (view.elev.to_radians(), view.azim.to_radians());
        let sight = [elev.cos() * azim.cos(), elev.cos() * azim.sin(), elev.sin()];
        let sight = to_vertical(sight, view.vertical);
        let eye_at = |distance: f64| along(center, sight, distance);
        let axes = viewing_axes(view, center, eye_at(DISTANCE));
        let (eye, lens) = match view.focal_length {
            Some(focal_length) => (eye_at(DISTANCE * focal_length), perspective(focal_length)),
            None => (eye_at(DISTANCE), ORTHOGRAPHIC),
        };
        let world = world(limits, view.sides);
        Self {
            matrix: product(&lens, &product(&seen_from(axes, eye), &world)),
            scales,
            perspective: view.focal_length.is_some(),
            within: [(f64::NEG_INFINITY, f64::INFINITY); 3],
            is_clipped: false,
        }
    }

    /// The same with its limits in data coordinates, to which it may be clipped.
    pub(crate) fn with_limits(self, limits: [(f64, f64); 3]) -> Self {
        Self {
            within: limits.map(|(a, b)| (a.min(b), a.max(b))),
            ..self
        }
    }

    /// The same with places for all data, or only for those within the limits.
    pub(crate) fn clipped(&self, is_clipped: bool) -> Self {
        Self {
            is_clipped,
            ..self.clone()
        }
    }

    fn is_beyond(&self, point: Vector) -> bool {
        let mut along = point.iter().zip(&self.within);
        along.any(|(value, (low, high))| value < low || value > high)
    }

    /// The place in the plane of data coordinates, NaN if a scale has no position for one of them, or if it is left out.
    #[inline]
    pub(crate) fn of_data(&self, point: Vector) -> Vector {
        let [sx, sy, sz] = &self.scales;
        // Decided once for all three: most scales are linear, and surfaces have many points.
        let is_linear = matches!([sx, sy, sz], [Scale::Linear, Scale::Linear, Scale::Linear]);
        let [x, y, z] = point;
        let has_place = match is_linear {
            true => x.is_finite() && y.is_finite() && z.is_finite(),
            false => sx.has(x) && sy.has(y) && sz.has(z),
        };
        if !has_place || self.is_clipped && self.is_beyond(point) {
            return [f64::NAN; 3];
        }
        match is_linear {
            true => self.of_scaled(point),
            false => self.of_scaled([sx.transform(x), sy.transform(y), sz.transform(z)]),
        }
    }

    /// The place in the plane of coordinates in the units of the scales.
    #[inline]
    pub(crate) fn of_scaled(&self, [x, y, z]: Vector) -> Vector {
        let [a, b, c, w] = self
            .matrix
            .map(|[mx, my, mz, m]| mx * x + my * y + mz * z + m);
        [a / w, b / w, c / w]
    }

    /// Whether a place in the plane is before the eye.
    pub(crate) fn is_ahead(&self, [.., z]: Vector) -> bool {
        !self.perspective || z <= 0.0
    }

    /// Whether a place in the plane is before the eye and near enough to its axis that lines and points reach it.
    pub(crate) fn is_seen(&self, [x, y, z]: Vector) -> bool {
        if self.perspective {
            x.abs() <= 1.0 && y.abs() <= 1.0 && z <= 0.0
        } else {
            x.is_finite() && y.is_finite() && z.is_finite()
        }
    }
}

/// The lengths of a box' sides in this ratio, as large as in the reference times `zoom`.
pub(crate) fn box_sides(aspect: [f64; 3], zoom: f64) -> [f64; 3] {
    // Makes pictures look like those of version 3.2, in spite of the margins of 3.9.
    const SIZE: f64 = 1.8294640721620434 * 25.0 / 24.0;
    let scale = SIZE * zoom / dot(aspect, aspect).sqrt();
    aspect.map(|side| side * scale)
}

/// The unit vectors to the right, up, and out of the picture.
fn viewing_axes(view: &Viewpoint, center: Vector, eye: Vector) -> [Vector; 3] {
    // From the difference, as in the reference: straight from above it is made of rounding errors only.
    let out = unit(along(eye, center, -1.0));
    let upside_down = signed_angle(view.elev).abs() > 90.0;
    let vertical = [0.0, 0.0, if upside_down { -1.0 } else { 1.0 }];
    let vertical = to_vertical(vertical, view.vertical);
    let right = unit(cross(vertical, out));
    let right = if right.iter().all(|v| v.is_finite()) {
        right
    } else {
        let (sin, cos) = view.azim.to_radians().sin_cos();
        to_vertical([-sin, cos, 0.0], view.vertical)
    };
    let up = cross(out, right);
    let roll = signed_angle(view.roll).to_radians();
    if roll == 0.0 {
        return [right, up, out];
    }
    // The world turns against the camera.
    let turned = |v: Vector| turned(v, out, -roll);
    [turned(right), turned(up), out]
}

/// What is along x, y and z with z up, with another axis up: all of them move on.
pub(crate) fn to_vertical(v: Vector, vertical: usize) -> Vector {
    [0, 1, 2].map(|i| v[(i + 5 - vertical) % 3])
}

/// The inverse of [`to_vertical`].
pub(crate) fn from_vertical(v: Vector, vertical: usize) -> Vector {
    [0, 1, 2].map(|i| v[(i + vertical + 1) % 3])
}

/// An angle in degrees as one above -180 and up to 180.
fn signed_angle(degrees: f64) -> f64 {
    let angle = (degrees + 360.0).rem_euclid(360.0);
    if angle > 180.0 { angle - 360.0 } else { angle }
}

fn along(from: Vector, direction: Vector, by: f64) -> Vector {
    [0, 1, 2].map(|i| from[i] + by * direction[i])
}

fn unit(v: Vector) -> Vector {
    let length = length(v);
    v.map(|v| v / length)
}

/// A vector turned about a unit vector, by Rodrigues' formula.
fn turned(v: Vector, axis: Vector, angle: f64) -> Vector {
    let (sin, cos) = angle.sin_cos();
    let sideways = cross(axis, v);
    let forward = dot(axis, v) * 2.0 * (angle / 2.0).sin().powi(2);
    [0, 1, 2].map(|i| v[i] * cos + sideways[i] * sin + axis[i] * forward)
}

/// From limits to a box with a corner at the origin.
fn world(limits: [(f64, f64); 3], sides: [f64; 3]) -> Matrix {
    let mut matrix = [[0.0; 4]; 4];
    for (i, ((low, high), side)) in limits.into_iter().zip(sides).enumerate() {
        let unit = (high - low) / side;
        matrix[i][i] = 1.0 / unit;
        matrix[i][3] = -low / unit;
    }
    matrix[3][3] = 1.0;
    matrix
}

/// From the world to coordinates along the viewing axes, with the eye at the origin.
fn seen_from(axes: [Vector; 3], eye: Vector) -> Matrix {
    let [right, up, out] = axes.map(|axis| [axis[0], axis[1], axis[2], -dot(axis, eye)]);
    [right, up, out, [0.0, 0.0, 0.0, 1.0]]
}

/// Objects at the distance of the box' middle keep their size.
fn perspective(focal_length: f64) -> Matrix {
    [
        [focal_length, 0.0, 0.0, 0.0],
        [0.0, focal_length, 0.0, 0.0],
        [0.0, 0.0, 0.0, -DISTANCE],
        [0.0, 0.0, -1.0, 0.0],
    ]
}

const ORTHOGRAPHIC: Matrix = [
    [2.0, 0.0, 0.0, 0.0],
    [0.0, 2.0, 0.0, 0.0],
    [0.0, 0.0, -2.0, 0.0],
    [0.0, 0.0, 0.0, 2.0 * DISTANCE],
];

fn product(a: &Matrix, b: &Matrix) -> Matrix {
    let entry = |row: &[f64; 4], column: usize| (0..4).map(|k| row[k] * b[k][column]).sum();
    [0, 1, 2, 3].map(|row| [0, 1, 2, 3].map(|column| entry(&a[row], column)))
}

#[cfg(test)]
mod tests {
    use super::*;

    type Case = (Vector, Option<f64>, Vector, [(f64, f64); 3], Matrix);

    /// Angles, focal length, box aspect, limits, and what `Axes3D.get_proj` of matplotlib 3.11.2 gives for them.
    #[rustfmt::skip]
    const CASES: [Case; 7] = [
        (
            [30.0, -60.0, 0.0], Some(1.0), [4.0, 4.0, 3.0], [(0.0, 1.0), (0.0, 1.0), (0.0, 1.0)],
            [
                [1.0309826259897141, 0.5952380966449888, 0.0, -0.8131103613173521],
                [-0.29761904832249436, 0.515491312994857, 0.7732369694922858, -0.49555461708232523],
                [0.0, 0.0, 0.0, -10.0],
                [-0.5154913129948573, 0.8928571449674831, -0.44642857248374146, 10.034531370255557],
            ],
        ),
        (
            [30.0, -60.0, 0.0], None, [4.0, 4.0, 3.0], [(0.0, 1.0), (0.0, 1.0), (0.0, 1.0)],
            [
                [2.0619652519794283, 1.1904761932899777, 0.0, -1.6262207226347043],
                [-0.5952380966449887, 1.030982625989714, 1.5464739389845716, -0.9911092341646505],
                [-1.0309826259897146, 1.7857142899349663, -0.8928571449674829, 20.069062740511114],
                [0.0, 0.0, 0.0, 20.0],
            ],
        ),
        (
            [90.0, -90.0, 0.0], Some(1.0), [4.0, 4.0, 3.0], [(0.0, 1.0), (0.0, 1.0), (0.0, 1.0)],
            [
                [1.1904761932899774, 0.0, 0.0, -0.5952380966449887],
                [0.0, 1.1904761932899774, 5.947623360263885e-17, -0.5952380966449887],
                [0.0, 0.0, 0.0, -10.0],
                [0.0, 7.930164480351848e-17, -0.8928571449674831, 10.446428572483741],
            ],
        ),
        (
            [0.0, 0.0, 0.0], Some(1.0), [4.0, 4.0, 3.0], [(0.0, 1.0), (0.0, 1.0), (0.0, 1.0)],
            [
                [0.0, 1.1904761932899774, 0.0, -0.5952380966449887],
                [0.0, 0.0, 0.8928571449674831, -0.44642857248374157],
                [0.0, 0.0, 0.0, -10.0],
                [-1.1904761932899774, 0.0, 0.0, 10.595238096644989],
            ],
        ),
        (
            [20.0, 135.0, 45.0], Some(1.0), [4.0, 4.0, 3.0], [(-3.0, 4.0), (10.0, 2.0), (1000.0, 2000.0)],
            [
                [-0.11411735939605801, 0.04895683468969642, -0.0005932705588921312, 0.6532235098980465],
                [-0.055950668216795924, 0.09985268947155075, 0.0005932705588921313, -1.461046641059103],
                [0.0, 0.0, 0.0, -10.0],
                [0.11300391597945354, 0.09887842648202187, -0.00030537512869112593, 9.80829017615483],
            ],
        ),
        (
            [-100.0, 10.0, -200.0], Some(0.5), [4.0, 4.0, 3.0], [(0.0, 1.0), (0.0, 1.0), (0.0, 1.0)],
            [
                [-0.1003161091168282, -0.5856580178238805, 0.026513917301009195, 0.32973010481984977],
                [-0.5778265464768015, 0.10483761120721515, 0.07284638908580995, 0.20007127309188813],
                [0.0, 0.0, 0.0, -10.0],
                [0.20358341912741726, 0.03589724961704344, 0.8792926386963225, 4.4406133462796085],
            ],
        ),
        (
            [12.0, 34.0, 56.0], None, [1.0, 2.0, 3.0], [(0.0, 1.0), (0.0, 2.0), (0.0, 3.0)],
            [
                [-0.17296251846309696, 0.5704133474090102, -0.8260326949540716, 0.7551169542536438],
                [-0.5704133474090103, 0.6338864223024179, 0.5571660879368234, -1.1844288805031473],
                [-0.8260326949540716, -0.5571660879368238, -0.21178614248487834, 21.287861649141178],
                [0.0, 0.0, 0.0, 20.0],
            ],
        ),
    ];

    fn view(angles: Vector, focal_length: Option<f64>, sides: Vector) -> Viewpoint {
        let [elev, azim, roll] = angles;
        Viewpoint {
            elev,
            azim,
            roll,
            focal_length,
            sides,
            vertical: 2,
        }
    }

    #[test]
    fn matrices_are_those_of_the_reference() {
        for (angles, focal_length, aspect, limits, expected) in CASES {
            let view = view(angles, focal_length, box_sides(aspect, 1.0));
            let found = Space::new(&view, limits, [const { Scale::Linear }; 3]).matrix;
            for (found, expected) in found.iter().flatten().zip(expected.iter().flatten()) {
                let error = (found - expected).abs();
                assert!(
                    error < 1e-12 * expected.abs().max(1.0),
                    "{angles:?}: {found} is not {expected}"
                );
            }
        }
    }

    #[test]
    fn the_middle_of_the_box_is_the_middle_of_the_plane() {
        let sides = box_sides([4.0, 4.0, 3.0], 1.0);
        let view = view([37.0, 211.0, 77.0], Some(1.0), sides);
        let limits = [(-1.0, 1.0), (5.0, -3.0), (0.0, 4.0)];
        let projection = Space::new(&view, limits, [const { Scale::Linear }; 3]);
        let [x, y, z] = projection.of_data([0.0, 1.0, 2.0]);
        assert!(x.abs() < 1e-12 && y.abs() < 1e-12 && (z + 1.0).abs() < 1e-12);
    }

    #[test]
    fn straight_from_above_there_is_a_right_and_an_up_whatever_the_box() {
        for zoom in [1.0, 1e3, 1e6] {
            let view = view([90.0, -60.0, 0.0], None, box_sides([4.0, 4.0, 3.0], zoom));
            let projection = Space::new(&view, [(0.0, 1.0); 3], [const { Scale::Linear }; 3]);
            let place = projection.of_data([0.2, 0.7, 1.0]);
            assert!(place.iter().all(|v| v.is_finite()), "{zoom}: {place:?}");
        }
    }
}
