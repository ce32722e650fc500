//! Areas where values are between two levels.

use crate::contour::Place;
use crate::contour::cells::{ContourCells, Levels};

/// A part of an area's outline, with the area on its left.
pub(crate) type Segment = [Place; 2];

impl ContourCells {
    /// The outlines of the areas between each level and the next one, in no order.
    pub(crate) fn bands(&self, levels: &Levels<'_>) -> Vec<Vec<Segment>> {
        let count = levels.values.len().saturating_sub(1);
        let mut bands = vec![Vec::new(); count];
        for level in 0..levels.values.len() {
            for [from, to] in self.segments(level, levels) {
                if level < count {
                    bands[level].push([from, to]);
                }
                if level > 0 {
                    bands[level - 1].push([to, from]);
                }
            }
        }
        for ends in &self.boundary {
            self.add_side(*ends, levels, &mut bands);
        }
        bands
    }

    /// The parts of a level's lines in each cell.
    fn segments(&self, level: usize, levels: &Levels<'_>) -> impl Iterator<Item = Segment> {
        let entries = levels.crossed[level].iter().flat_map(move |cell| {
            self.sides(*cell).filter(move |side| {
                let [start, end] = self.ends(*side);
                levels.is_above(start, level) && !levels.is_above(end, level)
            })
        });
        entries.map(move |entry| {
            let exit = self.exit(entry, level, levels);
            [entry, exit].map(|side| levels.crossing(self, self.ends(side), level))
        })
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
