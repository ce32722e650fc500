//! The cells that contours go through.

use std::ops::Range;

use crate::contour::Place;
use crate::contour::levels::Levels;
use crate::grid::Grid;

/// Quadrilaterals and triangles with common sides.
#[derive(Debug, Clone)]
pub(crate) struct ContourCells {
    pub(super) points: Vec<Place>,
    cells: Vec<Cell>,
    /// The sides that only one cell has.
    pub(super) boundary: Vec<Side>,
    /// How many sides there are, those of two cells counted once.
    side_count: u32,
    /// Where the cells are, if they are those of a grid.
    grid: Option<GridCells>,
    /// Whether values at a level are above it.
    inclusive: bool,
}

/// Cells of a grid.
#[derive(Debug, Clone)]
struct GridCells {
    /// The number of points in a row.
    columns: usize,
    /// The cell to the south-west of each point.
    ids: Vec<u32>,
}

/// No cell, or no corner.
const NONE: u32 = u32::MAX;

#[derive(Debug, Clone, Copy)]
struct Cell {
    /// Points in turn, x to the right and y up; the last one of a triangle is none.
    corners: [u32; 4],
    /// The cell beyond each side.
    next: [u32; 4],
    /// The number of each side; two cells have the same for the one between them.
    sides: [u32; 4],
    kind: Kind,
}

/// A quadrilateral, one of its halves where a corner is masked, or a triangle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Quad,
    Northwest,
    Northeast,
    Southwest,
    Southeast,
    Triangle,
}

impl Kind {
    /// Its sides in the order in which lines start there: south, west, north, east, and the one across a grid.
    fn order(self) -> &'static [usize] {
        match self {
            Self::Quad => &[0, 3, 2, 1],
            Self::Northwest => &[2, 1, 0],
            Self::Northeast => &[1, 0, 2],
            Self::Southwest => &[0, 2, 1],
            Self::Southeast | Self::Triangle => &[0, 1, 2],
        }
    }

    /// Its northern side.
    fn north(self) -> Option<usize> {
        match self {
            Self::Quad => Some(2),
            Self::Northwest | Self::Northeast => Some(1),
            Self::Southwest | Self::Southeast | Self::Triangle => None,
        }
    }
}

/// A side of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Side {
    pub(super) cell: usize,
    pub(super) edge: usize,
}

impl ContourCells {
    /// Those of a grid, without points whose value is bad.
    pub(crate) fn of_grid(grid: &Grid, good: &[bool]) -> Self {
        let (rows, columns) = grid.shape();
        let mut ids = vec![NONE; rows * columns];
        let mut cells = Vec::new();
        for northeast in (1..rows).flat_map(|r| (1..columns).map(move |c| r * columns + c)) {
            let quad = [
                northeast - columns - 1,
                northeast - columns,
                northeast,
                northeast - 1,
            ];
            if let Some(cell) = Cell::of_quad(quad, quad.map(|i| good[i])) {
                ids[northeast] = cells.len() as u32;
                cells.push(cell);
            }
        }
        for (northeast, id) in ids.iter().enumerate().filter(|(_, id)| **id != NONE) {
            let around = [
                Some(northeast - columns),
                Some(northeast + 1).filter(|i| i % columns != 0),
                Some(northeast + columns),
                Some(northeast - 1),
            ];
            let around = around.map(|i| i.and_then(|i| ids.get(i)).copied());
            let around: Vec<u32> = around
                .into_iter()
                .flatten()
                .filter(|id| *id != NONE)
                .collect();
            link(&mut cells, *id as usize, &around);
        }
        Self {
            grid: Some(GridCells { columns, ids }),
            ..Self::new(grid.points().collect(), cells, false)
        }
    }

    /// Triangles between points, whose corners are in turn.
    pub(crate) fn of_triangles(points: Vec<Place>, triangles: &[[usize; 3]]) -> Self {
        let mut cells: Vec<Cell> = (triangles.iter())
            .map(|[a, b, c]| Cell::new([*a as u32, *b as u32, *c as u32, NONE], Kind::Triangle))
            .collect();
        let mut owners = std::collections::HashMap::new();
        for (id, triangle) in triangles.iter().enumerate() {
            for edge in 0..3 {
                owners.insert((triangle[edge], triangle[(edge + 1) % 3]), id as u32);
            }
        }
        for (id, triangle) in triangles.iter().enumerate() {
            for edge in 0..3 {
                let back = (triangle[(edge + 1) % 3], triangle[edge]);
                cells[id].next[edge] = owners.get(&back).copied().unwrap_or(NONE);
            }
        }
        Self::new(points, cells, true)
    }

    fn new(points: Vec<Place>, cells: Vec<Cell>, inclusive: bool) -> Self {
        let mut all = Self {
            boundary: Vec::new(),
            points,
            cells,
            side_count: 0,
            grid: None,
            inclusive,
        };
        for cell in 0..all.count() {
            for edge in all.edges(cell) {
                all.number_side(Side { cell, edge });
            }
        }
        all
    }

    /// Numbers a side, unless a cell before it has it, too.
    fn number_side(&mut self, side: Side) {
        let beyond = self.beyond(side);
        if beyond.is_none() {
            self.boundary.push(side);
        }
        let number = match beyond.filter(|other| other.cell < side.cell) {
            Some(other) => self.number(other),
            None => {
                self.side_count += 1;
                self.side_count - 1
            }
        };
        self.cells[side.cell].sides[side.edge] = number;
    }

    /// The number of a side.
    #[inline]
    pub(super) fn number(&self, side: Side) -> u32 {
        self.cells[side.cell].sides[side.edge]
    }

    pub(super) fn side_count(&self) -> usize {
        self.side_count as usize
    }

    pub(super) fn count(&self) -> usize {
        self.cells.len()
    }

    /// The cells that levels go through, and maybe some others.
    pub(super) fn crossed(&self, levels: &Levels<'_>) -> Vec<u32> {
        match &self.grid {
            Some(grid) => grid.crossed(levels),
            None => {
                let is_crossed = |id: &u32| !levels.between(self.corners(*id as usize)).is_empty();
                (0..self.count() as u32).filter(is_crossed).collect()
            }
        }
    }

    /// The sides of a cell where lines enter that begin there, in order.
    pub(super) fn sides(&self, cell: usize) -> impl Iterator<Item = Side> {
        let order = self.cells[cell].kind.order().iter();
        order.map(move |edge| Side { cell, edge: *edge })
    }

    /// Whether it is the northern side of a cell of a grid.
    pub(super) fn is_north(&self, side: Side) -> bool {
        self.cells[side.cell].kind.north() == Some(side.edge)
    }

    pub(super) fn are_triangles(&self) -> bool {
        self.inclusive
    }

    /// The sides of a cell, by number around it.
    pub(super) fn edges(&self, cell: usize) -> Range<usize> {
        0..self.cells[cell].len()
    }

    /// The corners of a cell.
    pub(super) fn corners(&self, cell: usize) -> impl Iterator<Item = usize> {
        let cell = &self.cells[cell];
        cell.corners[..cell.len()].iter().map(|i| *i as usize)
    }

    /// The ends of a side, in turn around its cell.
    pub(super) fn ends(&self, side: Side) -> [usize; 2] {
        self.cells[side.cell].ends(side.edge)
    }

    /// The same side of the cell beyond it.
    pub(super) fn beyond(&self, side: Side) -> Option<Side> {
        let next = self.cells[side.cell].next[side.edge];
        let cell = (next != NONE).then_some(next as usize)?;
        let [_, end] = self.ends(side);
        let edge = self.corners(cell).position(|corner| corner == end)?;
        Some(Side { cell, edge })
    }

    /// How many levels each corner of a cell is above; the last one of a triangle counts twice.
    #[inline]
    pub(super) fn places(&self, cell: usize, levels: &Levels<'_>) -> [u32; 4] {
        let [a, b, c, d] = self.cells[cell].corners;
        let d = if d == NONE { c } else { d };
        [a, b, c, d].map(|corner| levels.places[corner as usize])
    }

    /// Calls a function with the sides where each line of a level that goes through a cell comes in and goes out.
    #[inline]
    pub(super) fn crossings(
        &self,
        id: usize,
        level: u32,
        (places, levels): (&[u32; 4], &Levels<'_>),
        mut found: impl FnMut([usize; 2]),
    ) {
        let len = self.cells[id].len();
        // A bit for each corner that is above, and for the one after it.
        let [a, b, c, d] = places.map(|place| u32::from(place > level));
        let above = (a | b << 1 | c << 2 | d << 3) & ((1 << len) - 1);
        let next = above >> 1 | (above & 1) << (len - 1);
        let (entries, exits) = (above & !next, next & !above);
        if entries.is_power_of_two() {
            return found([entries, exits].map(|bits| bits.trailing_zeros() as usize));
        }
        for entry in self.sides(id).filter(|side| entries >> side.edge & 1 == 1) {
            let exit = self.exit(entry, level as usize, levels);
            found([entry.edge, exit.edge]);
        }
    }

    /// Where a line that enters a cell at a side leaves it.
    pub(super) fn exit(&self, entry: Side, level: usize, levels: &Levels<'_>) -> Side {
        let cell = &self.cells[entry.cell];
        let len = cell.len();
        let above = |corner: usize| levels.is_above(cell.corners[corner % len] as usize, level);
        let leaves = |edge: &usize| !above(*edge) && above(edge + 1);
        let mut exits = (0..len).filter(leaves);
        let first = exits.next().unwrap_or(entry.edge);
        let edge = match exits.next() {
            None => first,
            // A saddle: whether its middle is above decides which corners are cut off.
            Some(_) => {
                let sum: f64 = cell.corners.iter().map(|i| levels.z[*i as usize]).sum();
                match self.passes(0.25 * sum, levels.values[level]) {
                    true => (entry.edge + 1) % len,
                    false => (entry.edge + len - 1) % len,
                }
            }
        };
        Side {
            cell: entry.cell,
            edge,
        }
    }

    /// Whether a value is above a level.
    fn passes(&self, z: f64, level: f64) -> bool {
        z > level || (self.inclusive && z == level)
    }
}

impl GridCells {
    /// Those whose corners are not between the same levels; a bad one is between the lowest.
    fn crossed(&self, levels: &Levels<'_>) -> Vec<u32> {
        let mut crossed = Vec::new();
        let mut differences = vec![0; self.columns.saturating_sub(1)];
        let rows = levels.places.chunks_exact(self.columns.max(1));
        let ids = self.ids.chunks_exact(self.columns.max(1)).skip(1);
        for ((south, north), ids) in rows.clone().zip(rows.skip(1)).zip(ids) {
            // Without branches, as this is vectorised.
            let (west, east) = (south.iter().zip(north), south[1..].iter().zip(&north[1..]));
            for (difference, (west, east)) in differences.iter_mut().zip(west.zip(east)) {
                let at = west.0;
                *difference = (at ^ west.1) | (at ^ east.0) | (at ^ east.1);
            }
            let found = differences.iter().zip(&ids[1..]);
            let found = found.filter(|(difference, id)| **difference != 0 && **id != NONE);
            crossed.extend(found.map(|(_, id)| *id));
        }
        crossed
    }
}

impl Cell {
    fn new(corners: [u32; 4], kind: Kind) -> Self {
        Self {
            corners,
            next: [NONE; 4],
            sides: [0; 4],
            kind,
        }
    }

    /// Of points from the south-west in turn: a triangle if one is bad, none if more are.
    fn of_quad(points: [usize; 4], good: [bool; 4]) -> Option<Self> {
        let [sw, se, ne, nw] = points.map(|i| i as u32);
        let (corners, kind) = match good {
            [true, true, true, true] => ([sw, se, ne, nw], Kind::Quad),
            [true, false, true, true] => ([sw, ne, nw, NONE], Kind::Northwest),
            [false, true, true, true] => ([se, ne, nw, NONE], Kind::Northeast),
            [true, true, false, true] => ([sw, se, nw, NONE], Kind::Southwest),
            [true, true, true, false] => ([sw, se, ne, NONE], Kind::Southeast),
            _ => return None,
        };
        Some(Self::new(corners, kind))
    }

    fn len(&self) -> usize {
        if self.corners[3] == NONE { 3 } else { 4 }
    }

    #[inline]
    fn ends(&self, edge: usize) -> [usize; 2] {
        // Not a remainder: a division for each side would take longer than the rest.
        let next = if edge + 1 < self.len() { edge + 1 } else { 0 };
        [edge, next].map(|i| self.corners[i] as usize)
    }
}

/// Finds the cells beyond the sides of one.
fn link(cells: &mut [Cell], id: usize, around: &[u32]) {
    for edge in 0..cells[id].len() {
        let [start, end] = cells[id].ends(edge);
        let has = |other: &&u32| {
            let other = &cells[**other as usize];
            (0..other.len()).any(|edge| other.ends(edge) == [end, start])
        };
        if let Some(next) = around.iter().find(has) {
            cells[id].next[edge] = *next;
        }
    }
}
