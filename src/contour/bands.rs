//! Areas where values are between two levels.

use crate::contour::Place;
use crate::contour::cells::{ContourCells, Levels};

/// A part of an area's outline, with the area on its left.
pub(crate) type Segment = [Place; 2];

/// The outlines of the areas between each level and the next one, in no order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Bands {
    /// Along each level, with the higher values on the left.
    pub(crate) levels: Vec<Vec<Segment>>,
    /// Along the boundary of the whole, for each area.
    pub(crate) sides: Vec<Vec<Segment>>,
}

impl Bands {
    /// The outline of each area, of segments that are mapped by a function of the area's number and a place.
    pub(crate) fn outlines_each<P>(
        &self,
        map: impl Fn(usize, Place) -> P,
    ) -> impl Iterator<Item = Vec<[P; 2]>> {
        self.sides.iter().enumerate().map(move |(i, sides)| {
            let upper = self.levels[i + 1].iter().map(|[from, to]| [*to, *from]);
            let all = self.levels[i].iter().copied().chain(upper);
            let all = all.chain(sides.iter().copied());
            all.map(|ends| ends.map(|end| map(i, end))).collect()
        })
    }

    /// The outline of each area, of segments that are mapped by a function.
    pub(crate) fn outlines<P: Copy>(
        &self,
        map: impl Fn(Place) -> P,
    ) -> impl Iterator<Item = Vec<[P; 2]>> {
        let mapped = |segments: &Vec<Segment>| -> Vec<[P; 2]> {
            let segments = segments.iter();
            segments.map(|[from, to]| [map(*from), map(*to)]).collect()
        };
        let levels: Vec<_> = self.levels.iter().map(mapped).collect();
        let sides: Vec<_> = self.sides.iter().map(mapped).collect();
        (sides.into_iter().enumerate()).map(move |(i, sides)| {
            let upper = levels[i + 1].iter().map(|[from, to]| [*to, *from]);
            let all = levels[i].iter().copied().chain(upper).chain(sides);
            all.collect()
        })
    }
}

impl ContourCells {
    /// The outlines of the areas between levels.
    pub(crate) fn bands(&self, levels: &Levels<'_>) -> Bands {
        let count = levels.values.len();
        let mut bands = Bands {
            levels: vec![Vec::new(); count],
            sides: vec![Vec::new(); count.saturating_sub(1)],
        };
        for cell in 0..self.count() {
            self.crossings(cell, levels, |level, sides| {
                let segment = sides.map(|side| levels.between(self, side, level));
                bands.levels[level].push(segment);
            });
        }
        for ends in &self.boundary {
            self.add_side(*ends, levels, &mut bands.sides);
        }
        bands
    }

    /// Adds a side of the whole to the bands that it belongs to.
    fn add_side(&self, ends: [usize; 2], levels: &Levels<'_>, bands: &mut [Vec<Segment>]) {
        let [start, end] = ends.map(|point| levels.place(point));
        let mut last = self.points[ends[0]];
        // The number of levels that the part up to the next point is above.
        let mut add = |place: usize, to: Place| {
            let band = place.checked_sub(1).and_then(|band| bands.get_mut(band));
            if let Some(band) = band {
                band.push([last, to]);
            }
            last = to;
        };
        for level in start..end {
            add(level, levels.crossing(self, ends, level));
        }
        for level in (end..start).rev() {
            add(level + 1, levels.crossing(self, ends, level));
        }
        add(end, self.points[ends[1]]);
    }
}
