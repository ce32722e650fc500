//! Lines become cells, in integers as in Agg.

use crate::canvas::coverage::cells::Cells;
use crate::canvas::coverage::steps::{SCALE, SHIFT, Slope, floored, in_units};
use crate::canvas::coverage::{Coverage, LANES};

/// Longer lines, in parts of a pixel, are halved so that products fit in 31 bits.
const LONG: i32 = 1 << 22;

/// Groups of cells, row by row.
trait Grid {
    /// The cells of a group that a line touches.
    fn touch(&mut self, group: usize) -> &mut Cells;
}

/// Few groups, all of which have cells.
struct Few<'a> {
    touched: &'a mut [u8],
    cells: &'a mut [Cells],
}

impl Grid for Few<'_> {
    #[inline(always)]
    fn touch(&mut self, group: usize) -> &mut Cells {
        self.touched[group] = 1;
        &mut self.cells[group]
    }
}

/// Many groups, of which those have cells that lines touched.
struct Many<'a>(&'a mut Coverage);

impl Grid for Many<'_> {
    #[inline(always)]
    fn touch(&mut self, group: usize) -> &mut Cells {
        let all = &mut *self.0;
        let mut place = all.places[group] as usize;
        if place == 0 {
            all.used += 1;
            place = all.used;
            all.places[group] = place as u32;
            all.touched[group] = 1;
            if place == all.cells.len() {
                all.make_room();
            }
        }
        &mut all.cells[place]
    }
}

impl Coverage {
    /// Adds a line that lies in the box, in parts of a pixel.
    pub(super) fn add_line(&mut self, from: (i32, i32), to: (i32, i32)) {
        self.add_lines(std::iter::once((from, to)));
    }

    /// Adds lines that lie in the box.
    #[inline(always)]
    pub(super) fn add_lines(&mut self, lines: impl Iterator<Item = ((i32, i32), (i32, i32))>) {
        let groups = self.groups;
        if self.is_large {
            let mut grid = Many(self);
            return lines.for_each(|(from, to)| trace(&mut grid, groups, from, to));
        }
        let count = self.touched.len().min(self.cells.len());
        let mut grid = Few {
            touched: &mut self.touched[..count],
            cells: &mut self.cells[..count],
        };
        lines.for_each(|(from, to)| trace(&mut grid, groups, from, to));
    }

    #[cold]
    fn make_room(&mut self) {
        self.cells.resize(2 * self.used, Cells::default());
    }
}

/// Adds a line row by row, each of which has so many groups.
#[inline(always)]
fn trace<G: Grid>(grid: &mut G, groups: usize, from: (i32, i32), to: (i32, i32)) {
    if (to.0 - from.0).abs() >= LONG {
        return trace_long(grid, groups, from, to);
    }
    if from.0 == to.0 {
        return trace_upright(grid, groups, from.0, (from.1, to.1));
    }
    in_units(
        (from.1, from.0),
        (to.1, to.0),
        #[inline(always)]
        |row, (start, end), (from, to)| {
            trace_row(grid, row as usize * groups, (from, start), (to, end));
        },
    );
}

/// Adds an upright line at this x, which is in one column.
#[inline(never)]
fn trace_upright<G: Grid>(grid: &mut G, groups: usize, x: i32, (from, to): (i32, i32)) {
    let (column, sides) = (x >> SHIFT, 2 * (x & (SCALE - 1)));
    in_units(
        (from, x),
        (to, x),
        #[inline(always)]
        |row, (start, end), _| {
            if start != end {
                add(grid, row as usize * groups, column, end - start, sides);
            }
        },
    );
}

/// Adds a line in two parts, unless it is in one row, where it is not too long.
#[cold]
fn trace_long<G: Grid>(grid: &mut G, groups: usize, from: (i32, i32), to: (i32, i32)) {
    let ((x0, y0), (x1, y1)) = (from, to);
    let row = y0 >> SHIFT;
    if row == y1 >> SHIFT {
        let within = |y: i32| y & (SCALE - 1);
        let ends = ((x0, within(y0)), (x1, within(y1)));
        return trace_row(grid, row as usize * groups, ends.0, ends.1);
    }
    let middle = (x0 + (x1 - x0) / 2, y0 + (y1 - y0) / 2);
    trace(grid, groups, from, middle);
    trace(grid, groups, middle, to);
}

/// Adds a line inside a row, whose y are from 0 to the scale.
#[inline(always)]
fn trace_row(grid: &mut impl Grid, row: usize, from: (i32, i32), to: (i32, i32)) {
    let drop = to.1 - from.1;
    if drop == 0 {
        return;
    }
    let (column, last) = (from.0 >> SHIFT, to.0 >> SHIFT);
    let (start, end) = (from.0 & (SCALE - 1), to.0 & (SCALE - 1));
    if column == last {
        return add(grid, row, column, drop, start + end);
    }
    // As in `in_units`, but two columns, which are most frequent, take no loop.
    let (step, edge, run) = match to.0 > from.0 {
        true => (1, SCALE, to.0 - from.0),
        false => (-1, 0, from.0 - to.0),
    };
    let (first, error) = floored((edge - start).abs() * drop, run);
    add(grid, row, column, first, start + edge);
    let mut rest = drop - first;
    if column + step != last {
        let slope = Slope::new(SCALE * drop, run, error);
        rest -= trace_columns(grid, row, (column + step, last), slope);
    }
    add(grid, row, last, rest, SCALE - edge + end);
}

/// Adds a line that crosses whole columns, up to the last one; returns its height. Not inline: most lines cross none,
/// and its registers would be saved for them, too.
#[inline(never)]
fn trace_columns<G: Grid>(
    grid: &mut G,
    row: usize,
    (mut column, last): (i32, i32),
    mut slope: Slope,
) -> i32 {
    let step = (last - column).signum();
    let mut height = 0;
    while column != last {
        let drop = slope.next();
        add(grid, row, column, drop, SCALE);
        height += drop;
        column += step;
    }
    height
}

/// Adds a line inside a cell.
#[inline(always)]
fn add(grid: &mut impl Grid, row: usize, column: i32, drop: i32, sides: i32) {
    let (group, lane) = (row + column as usize / LANES, column as usize % LANES);
    grid.touch(group).add(lane, drop, sides);
}
