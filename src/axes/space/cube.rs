//! The box of 3-D axes: which of its faces are behind the data, and along which edges its axes are.

use crate::mapping::Space;

/// Corners of the unit box.
const CORNERS: [[usize; 3]; 8] = [
    [0, 0, 0],
    [1, 0, 0],
    [1, 1, 0],
    [0, 1, 0],
    [0, 0, 1],
    [1, 0, 1],
    [1, 1, 1],
    [0, 1, 1],
];

/// The corners of the faces at the low and at the high end of x, y and z.
const FACES: [[[usize; 4]; 2]; 3] = [
    [[0, 3, 7, 4], [1, 2, 6, 5]],
    [[0, 1, 5, 4], [3, 2, 6, 7]],
    [[0, 1, 2, 3], [4, 5, 6, 7]],
];

/// For each axis the direction in which its edge is away from where the panes meet.
const AWAY: [usize; 3] = [1, 0, 0];

/// The same for its ticks, if x, y or z points up.
const TICKS: [[usize; 3]; 3] = [[1, 2, 1], [2, 2, 0], AWAY];

/// The axes whose edges begin where the panes meet, instead of at the opposite corner, if x, y or z points up.
const FROM_ORIGIN: [[bool; 3]; 3] = [[true, false, false], [false, false, true], [true; 3]];

/// The unit of ticks and label distances, as a fraction of the box.
const UNIT: f64 = 0.08;

/// The box in the units of the scales.
#[derive(Debug, Clone)]
pub(super) struct Cube {
    low: [f64; 3],
    high: [f64; 3],
    /// Whether the pane across x, y and z is the one at the high end.
    pub(super) highs: [bool; 3],
    /// The corners in the plane.
    corners: [[f64; 3]; 8],
    /// The axis that points up.
    vertical: usize,
}

impl Cube {
    pub(super) fn new(limits: [(f64, f64); 3], space: &Space, vertical: usize) -> Self {
        let low = limits.map(|(from, to)| from.min(to));
        let high = limits.map(|(from, to)| from.max(to));
        let corners =
            CORNERS.map(|corner| space.of_scaled([0, 1, 2].map(|i| [low[i], high[i]][corner[i]])));
        let depth = |face: [usize; 4]| face.iter().map(|i| corners[*i][2]).sum::<f64>() / 4.0;
        let depths = FACES.map(|faces| faces.map(depth));
        let mut highs = depths.map(|[low, high]| low < high);
        // Two pairs of faces that are seen edge-on: the axes are placed as in a flat picture.
        match depths.map(|[low, high]| (low - high).abs() <= f64::EPSILON) {
            [true, true, false] => (highs[0], highs[1]) = (true, true),
            [true, false, true] => (highs[0], highs[2]) = (true, false),
            [false, true, true] => (highs[1], highs[2]) = (false, false),
            _ => (),
        }
        Self {
            low,
            high,
            highs,
            corners,
            vertical,
        }
    }

    /// The pane across x, y or z, in the plane.
    pub(super) fn pane(&self, across: usize) -> [[f64; 3]; 4] {
        FACES[across][usize::from(self.highs[across])].map(|i| self.corners[i])
    }

    /// Where the panes meet, farthest from the eye.
    pub(super) fn origin(&self) -> [f64; 3] {
        [0, 1, 2].map(|i| [self.low[i], self.high[i]][usize::from(self.highs[i])])
    }

    /// The corner opposite to it.
    pub(super) fn opposite(&self) -> [f64; 3] {
        [0, 1, 2].map(|i| [self.high[i], self.low[i]][usize::from(self.highs[i])])
    }

    pub(super) fn center(&self) -> [f64; 3] {
        [0, 1, 2].map(|i| 0.5 * (self.low[i] + self.high[i]))
    }

    /// The units of tick lengths and label distances.
    pub(super) fn units(&self) -> [f64; 3] {
        [0, 1, 2].map(|i| (self.high[i] - self.low[i]) * UNIT)
    }

    /// The ends of the edge of an axis.
    pub(super) fn edge(&self, axis: usize) -> [[f64; 3]; 2] {
        let (mut from, opposite) = match FROM_ORIGIN[self.vertical][axis] {
            true => (self.origin(), self.opposite()),
            false => (self.opposite(), self.origin()),
        };
        from[AWAY[axis]] = opposite[AWAY[axis]];
        let mut to = from;
        to[axis] = opposite[axis];
        [from, to]
    }

    /// The end of the edge with the offset text: for z the other one.
    pub(super) fn offset_end(&self, axis: usize) -> [f64; 3] {
        self.edge(axis)[usize::from(axis == 2)]
    }

    /// The direction that ticks of an axis point in: x, y or z.
    pub(super) fn tick_direction(&self, axis: usize) -> usize {
        TICKS[self.vertical][axis]
    }

    /// A place on the edge of an axis, moved away from the box by so much in the other two directions.
    pub(super) fn moved_out(&self, axis: usize, place: [f64; 3], by: [f64; 3]) -> [f64; 3] {
        let center = self.center();
        [0, 1, 2].map(|i| {
            if i == axis {
                place[i]
            } else {
                place[i] + by[i].copysign(place[i] - center[i])
            }
        })
    }
}
