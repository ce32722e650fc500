//! Areas where values are between two levels.

use crate::contour::Place;
use crate::contour::cells::{ContourCells, Side};
use crate::contour::levels::Levels;

/// A part of an area's outline between two points, with the area on its left.
pub(crate) type Segment = [u32; 2];

/// The outlines of the areas between each level and the next one.
#[derive(Debug, Clone, Default)]
pub(crate) struct Bands {
    /// The ends of segments.
    pub(crate) points: Vec<Place>,
    pub(crate) outlines: Outlines,
    /// Memory for where the levels cross each side: their numbers from here on, less that of levels, are points.
    firsts: Vec<u32>,
}

/// Segments between points, in no order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Outlines {
    /// Along each level, with the higher values on the left.
    pub(crate) levels: Vec<Vec<Segment>>,
    /// Along the boundary of the whole, for each area.
    pub(crate) sides: Vec<Vec<Segment>>,
}

impl Outlines {
    /// The number of areas.
    pub(crate) fn count(&self) -> usize {
        self.sides.len()
    }

    /// How many segments the outline of an area has.
    pub(crate) fn len(&self, i: usize) -> usize {
        self.levels[i].len() + self.levels[i + 1].len() + self.sides[i].len()
    }

    /// The whole outline of an area.
    pub(crate) fn segments(&self, i: usize) -> impl Iterator<Item = Segment> {
        let upper = self.levels[i + 1].iter().map(|[from, to]| [*to, *from]);
        let levels = self.levels[i].iter().copied().chain(upper);
        levels.chain(self.sides[i].iter().copied())
    }
}

impl Bands {
    /// The outline of each area, of points that are mapped by a function of the area's number and a place.
    pub(crate) fn outlines_each<P>(
        &self,
        map: impl Fn(usize, Place) -> P,
    ) -> impl Iterator<Item = Vec<[P; 2]>> {
        (0..self.outlines.count()).map(move |i| {
            let point = |point: u32| map(i, self.points[point as usize]);
            let segments = self.outlines.segments(i);
            segments.map(|ends| ends.map(point)).collect()
        })
    }

    /// Finds those of other values or levels.
    pub(crate) fn update(&mut self, cells: &ContourCells, levels: &Levels<'_>) {
        let count = levels.values.len();
        let Outlines { levels: at, sides } = &mut self.outlines;
        self.points.clear();
        at.resize_with(count, Vec::new);
        sides.resize_with(count.saturating_sub(1), Vec::new);
        at.iter_mut().chain(sides).for_each(Vec::clear);
        self.firsts.clear();
        self.firsts.resize(cells.side_count(), NONE);
        let mut finder = Finder {
            cells,
            levels,
            count: count as u32,
            bands: self,
        };
        for cell in cells.crossed(levels) {
            finder.add_cell(cell as usize);
        }
        for side in &cells.boundary {
            finder.add_side(*side);
        }
    }
}

/// No points yet.
const NONE: u32 = u32::MAX;

/// Finds the bands of values.
struct Finder<'a> {
    cells: &'a ContourCells,
    levels: &'a Levels<'a>,
    /// The number of levels.
    count: u32,
    bands: &'a mut Bands,
}

impl Finder<'_> {
    /// Adds the lines through a cell.
    #[inline]
    fn add_cell(&mut self, cell: usize) {
        let cells = self.cells;
        let places = cells.places(cell, self.levels);
        let (low, high) = (places.iter().min(), places.iter().max());
        for level in low.copied().unwrap_or(0)..high.copied().unwrap_or(0) {
            cells.crossings(cell, level, (&places, self.levels), |edges| {
                let ends = edges.map(|edge| self.first(Side { cell, edge }) + level - self.count);
                self.bands.outlines.levels[level as usize].push(ends);
            });
        }
    }

    /// Where levels cross a side.
    #[inline(always)]
    fn first(&mut self, side: Side) -> u32 {
        match self.bands.firsts[self.cells.number(side) as usize] {
            NONE => self.find(side),
            first => first,
        }
    }

    /// Finds where levels cross a side.
    #[inline(never)]
    fn find(&mut self, side: Side) -> u32 {
        let points = &mut self.bands.points;
        let ends = self.cells.ends(side);
        let levels = self.levels.between(ends);
        let first = points.len() as u32 + self.count - levels.start as u32;
        for level in levels {
            points.push(self.levels.crossing(self.cells, ends, level));
        }
        self.bands.firsts[self.cells.number(side) as usize] = first;
        first
    }

    /// Adds a side of the whole to the bands that it belongs to.
    fn add_side(&mut self, side: Side) {
        let ends = self.cells.ends(side);
        let [start, end] = ends.map(|point| self.levels.place(point));
        let (first, count) = (self.first(side), self.count);
        let [mut last, corner] = ends.map(|point| self.corner(point));
        // The number of levels that the part up to the next point is above.
        let mut add = |place: usize, to: u32| {
            let sides = &mut self.bands.outlines.sides;
            if let Some(band) = place.checked_sub(1).and_then(|band| sides.get_mut(band)) {
                band.push([last, to]);
            }
            last = to;
        };
        for level in start..end {
            add(level, first + level as u32 - count);
        }
        for level in (end..start).rev() {
            add(level + 1, first + level as u32 - count);
        }
        add(end, corner);
    }

    /// A corner as a point.
    fn corner(&mut self, point: usize) -> u32 {
        self.bands.points.push(self.cells.points[point]);
        self.bands.points.len() as u32 - 1
    }
}
