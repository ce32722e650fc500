//! Values at points, and where they are among levels.

use std::ops::Range;

use pulp::{Arch, NullaryFnOnce};

use crate::contour::Place;
use crate::contour::cells::ContourCells;

/// Values at the points of cells, and where they are among increasing levels.
#[derive(Debug)]
pub(crate) struct Levels<'a> {
    pub(super) z: &'a [f64],
    pub(super) values: &'a [f64],
    /// How many levels each point is above.
    pub(super) places: Vec<u32>,
}

impl<'a> Levels<'a> {
    pub(crate) fn new(cells: &ContourCells, z: &'a [f64], values: &'a [f64]) -> Self {
        let mut places = vec![0; z.len()];
        Arch::new().dispatch(CountLevels {
            z,
            levels: values,
            inclusive: cells.are_triangles(),
            places: &mut places,
        });
        Self { z, values, places }
    }

    /// The levels that are between the values of these points.
    #[inline]
    pub(super) fn between(&self, points: impl IntoIterator<Item = usize>) -> Range<usize> {
        let places = points.into_iter().map(|point| self.places[point]);
        let ends = |(low, high): (u32, u32), place: u32| (low.min(place), high.max(place));
        let (low, high) = places.fold((u32::MAX, 0), ends);
        low as usize..high as usize
    }

    /// How many levels a point is above.
    pub(super) fn place(&self, point: usize) -> usize {
        self.places[point] as usize
    }

    pub(super) fn is_above(&self, point: usize, level: usize) -> bool {
        self.places[point] as usize > level
    }

    /// Where a level is on the side between two points, of which it is between the values.
    #[inline]
    pub(super) fn crossing(&self, cells: &ContourCells, ends: [usize; 2], level: usize) -> Place {
        let [a, b] = ends;
        // From the higher one, so that both cells find the same.
        match self.is_above(a, level) {
            true => self.crossing_from(cells, [a, b], level),
            false => self.crossing_from(cells, [b, a], level),
        }
    }

    /// The same, rounded in the direction from one point to the other.
    #[inline]
    pub(super) fn crossing_from(
        &self,
        cells: &ContourCells,
        [from, to]: [usize; 2],
        level: usize,
    ) -> Place {
        let part = (self.z[to] - self.values[level]) / (self.z[to] - self.z[from]);
        let (from, to) = (cells.points[from], cells.points[to]);
        [0, 1].map(|i| from[i] * part + to[i] * (1.0 - part))
    }
}

/// Counts the levels that each value is above, vectorised for the machine at hand.
struct CountLevels<'a> {
    z: &'a [f64],
    levels: &'a [f64],
    /// Whether values at a level are above it.
    inclusive: bool,
    places: &'a mut [u32],
}

/// Values that are compared at a time, so that their counts stay in the processor's nearest cache.
const BLOCK: usize = 128;

impl CountLevels<'_> {
    #[inline(always)]
    fn count(self, is_above: impl Fn(f64, f64) -> bool) {
        let (z, rest) = self.z.as_chunks::<BLOCK>();
        let (places, rest_places) = self.places.as_chunks_mut::<BLOCK>();
        for (places, z) in places.iter_mut().zip(z) {
            let mut counts = [0_u64; BLOCK];
            for level in self.levels {
                for (count, z) in counts.iter_mut().zip(z) {
                    *count += u64::from(is_above(*z, *level));
                }
            }
            for (place, count) in places.iter_mut().zip(counts) {
                *place = count as u32;
            }
        }
        for (place, z) in rest_places.iter_mut().zip(rest) {
            let above = self.levels.iter().filter(|level| is_above(*z, **level));
            *place = above.count() as u32;
        }
    }
}

impl NullaryFnOnce for CountLevels<'_> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        match self.inclusive {
            true => self.count(|z, level| z >= level),
            false => self.count(|z, level| z > level),
        }
    }
}
