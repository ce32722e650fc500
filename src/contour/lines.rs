//! Lines along which values are at a level.

use crate::contour::Place;
use crate::contour::cells::{ContourCells, Side};
use crate::contour::levels::Levels;

/// A line through points; a closed one does not repeat its first point.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ContourLine {
    pub(crate) points: Vec<Place>,
    pub(crate) closed: bool,
}

/// The lines of one level that are found so far.
struct Tracer<'a> {
    cells: &'a ContourCells,
    levels: &'a Levels<'a>,
    level: usize,
    /// The cells that it goes through.
    crossed: &'a [usize],
    /// The sides of each cell where a line has entered, as bits.
    visited: &'a mut [u8],
}

impl ContourCells {
    /// The lines at each level.
    pub(crate) fn lines(&self, levels: &Levels<'_>) -> Vec<Vec<ContourLine>> {
        let mut visited = vec![0; self.count()];
        let mut crossed = vec![Vec::new(); levels.values.len()];
        for cell in self.crossed(levels) {
            let cell = cell as usize;
            for level in levels.between(self.corners(cell)) {
                crossed[level].push(cell);
            }
        }
        (crossed.iter().enumerate())
            .map(|(level, crossed)| {
                let mut tracer = Tracer {
                    cells: self,
                    levels,
                    level,
                    crossed,
                    visited: &mut visited,
                };
                let lines = tracer.lines();
                for cell in crossed {
                    visited[*cell] = 0;
                }
                lines
            })
            .collect()
    }
}

impl Tracer<'_> {
    /// First those that begin and end at boundaries, then closed ones.
    fn lines(&mut self) -> Vec<ContourLine> {
        let mut lines = Vec::new();
        let (cells, crossed) = (self.cells, self.crossed);
        for from_boundary in [true, false] {
            for cell in crossed {
                for side in cells.sides(*cell) {
                    let begins = !from_boundary || cells.beyond(side).is_none();
                    if begins && self.enters(side) && !self.is_visited(side) {
                        lines.push(self.line(side));
                    }
                }
            }
        }
        lines
    }

    /// Whether a line comes into the cell at a side, with the higher values on its left.
    fn enters(&self, side: Side) -> bool {
        let [start, end] = self.cells.ends(side);
        let above = |point| self.levels.is_above(point, self.level);
        above(start) && !above(end)
    }

    fn is_visited(&self, side: Side) -> bool {
        self.visited[side.cell] & (1 << side.edge) != 0
    }

    fn line(&mut self, start: Side) -> ContourLine {
        let point = |side: Side| {
            let ends = self.cells.ends(side);
            self.levels.crossing_from(self.cells, ends, self.level)
        };
        let mut points = vec![point(start)];
        let mut entry = start;
        let closed = loop {
            self.visited[entry.cell] |= 1 << entry.edge;
            let exit = self.cells.exit(entry, self.level, self.levels);
            let next = self
                .cells
                .beyond(exit)
                .filter(|next| !self.is_visited(*next));
            points.push(point(exit));
            match next {
                Some(next) => entry = next,
                None => break self.cells.beyond(exit) == Some(start),
            }
        };
        ContourLine {
            closed: closed && self.closes(start, &mut points),
            points,
        }
    }

    /// Ends a line where it has begun, as the reference does, whose lines are open if both points differ in rounding.
    fn closes(&self, start: Side, points: &mut Vec<Place>) -> bool {
        if self.cells.are_triangles() || self.cells.is_north(start) {
            points.remove(0);
            return true;
        }
        let closes = points.first() == points.last();
        if closes {
            points.pop();
        }
        closes
    }
}
