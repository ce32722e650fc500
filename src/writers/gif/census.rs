//! The colours of pictures and their weights.

use super::patch::{LEAVE, rgb};

/// The most colours that are counted one by one.
const FEW: usize = 4096;
const PLACES: usize = 4 * FEW;
/// Bits per channel that distinguish colours if there are more.
const CELL_BITS: u32 = 5;
/// The weight of a pixel. At an edge, where errors are hardly visible, it is 1.
const PLAIN: u64 = 4;
/// By how much a channel differs from one pixel to the next at an edge.
const EDGE: u8 = 24;

/// Counts colours, one by one or, if they are many, by cells of like ones; its memory is used again.
#[derive(Debug)]
pub(super) struct Census {
    table: Vec<Entry>,
    /// The places that are taken.
    taken: Vec<usize>,
    cells: Vec<Cell>,
    is_many: bool,
    /// The weight of the pixels if none was at an edge.
    plain: u64,
}

#[derive(Debug, Clone, Copy, Default)]
struct Entry {
    /// `0xFFRRGGBB`, or 0 where nothing is.
    color: u32,
    index: u8,
    count: u64,
}

#[derive(Debug, Clone, Copy, Default)]
struct Cell {
    sum: [u64; 3],
    count: u64,
}

/// A colour, or the mean of several, and how much it counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct ColorShare {
    pub(super) rgb: [f32; 3],
    pub(super) count: f32,
}

impl Census {
    pub(super) fn new() -> Self {
        Self {
            table: vec![Entry::default(); PLACES],
            taken: Vec::new(),
            cells: Vec::new(),
            is_many: false,
            plain: 0,
        }
    }

    /// Forgets all colours.
    pub(super) fn clear(&mut self) {
        for place in self.taken.drain(..) {
            self.table[place] = Entry::default();
        }
        self.is_many = false;
        self.plain = 0;
    }

    /// Counts the pixels of a picture too.
    pub(super) fn count(&mut self, pixels: &[u32]) {
        let mut last = LEAVE;
        for run in pixels.chunk_by(|a, b| a == b) {
            let (color, pixels) = (run[0], run.len() as u64);
            if color != LEAVE {
                let edge = if is_edge(color, last) { PLAIN - 1 } else { 0 };
                let count = PLAIN * pixels - edge;
                self.plain += PLAIN * pixels;
                if !self.is_many && !self.count_one(color, count) {
                    self.spread();
                }
                if self.is_many {
                    self.count_cell(color, count);
                }
            }
            last = color;
        }
    }

    /// Whether there was room for the colour.
    fn count_one(&mut self, color: u32, count: u64) -> bool {
        let place = self.place(color);
        let entry = &mut self.table[place];
        if entry.color == 0 {
            if self.taken.len() == FEW {
                return false;
            }
            self.taken.push(place);
            entry.color = color;
        }
        entry.count += count;
        true
    }

    fn count_cell(&mut self, color: u32, count: u64) {
        let rgb = rgb(color);
        let cell = &mut self.cells[cell(rgb)];
        for (sum, value) in cell.sum.iter_mut().zip(rgb) {
            *sum += count * u64::from(value);
        }
        cell.count += count;
    }

    /// From now on colours are counted by cells.
    fn spread(&mut self) {
        self.is_many = true;
        self.cells.clear();
        self.cells.resize(1 << (3 * CELL_BITS), Cell::default());
        for place in std::mem::take(&mut self.taken) {
            let entry = std::mem::take(&mut self.table[place]);
            self.count_cell(entry.color, entry.count);
        }
    }

    /// Whether colours were counted one by one, and how many there are.
    pub(super) fn few(&self) -> Option<usize> {
        (!self.is_many).then_some(self.taken.len())
    }

    /// The colours, if they are few, in the order in which they came.
    pub(super) fn colors(&self) -> impl Iterator<Item = [u8; 3]> {
        self.taken.iter().map(|place| rgb(self.table[*place].color))
    }

    /// The colours and their weights, and their weights if no pixel was at an edge.
    pub(super) fn shares(&self) -> (Vec<ColorShare>, f64) {
        let of_cell = |cell: &Cell| ColorShare {
            rgb: cell.sum.map(|sum| sum as f32 / cell.count as f32),
            count: cell.count as f32,
        };
        let of_place = |place: &usize| {
            let entry = self.table[*place];
            ColorShare {
                rgb: rgb(entry.color).map(f32::from),
                count: entry.count as f32,
            }
        };
        let shares = if self.is_many {
            let cells = self.cells.iter().filter(|cell| cell.count > 0);
            cells.map(of_cell).collect()
        } else {
            self.taken.iter().map(of_place).collect()
        };
        (shares, self.plain as f64)
    }

    /// Gives every one of few colours its index.
    pub(super) fn set_indices(&mut self, index: impl Fn([u8; 3]) -> u8) {
        for place in &self.taken {
            let entry = &mut self.table[*place];
            entry.index = index(rgb(entry.color));
        }
    }

    /// The index of a colour that has one.
    pub(super) fn index(&self, color: u32) -> u8 {
        self.table[self.place(color)].index
    }

    fn place(&self, color: u32) -> usize {
        // Fibonacci hashing.
        let mut place = (color.wrapping_mul(0x9E37_79B1) >> 18) as usize & (PLACES - 1);
        loop {
            let known = self.table[place].color;
            if known == color || known == 0 {
                return place;
            }
            place = (place + 1) & (PLACES - 1);
        }
    }
}

/// Unchanged pixels differ from every colour.
fn is_edge(color: u32, last: u32) -> bool {
    let bytes = color.to_le_bytes().into_iter().zip(last.to_le_bytes());
    bytes.into_iter().any(|(a, b)| a.abs_diff(b) > EDGE)
}

fn cell([r, g, b]: [u8; 3]) -> usize {
    let upper = |value: u8| usize::from(value >> (8 - CELL_BITS));
    (upper(r) << CELL_BITS | upper(g)) << CELL_BITS | upper(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_colours_are_exact_and_many_keep_their_mean() {
        let mut census = Census::new();
        let color = |i: u32| 0xFF00_0000 | i.wrapping_mul(0x01_0305) & 0xFF_FFFF;
        let few: Vec<_> = (0..300).map(color).collect();
        census.count(&few);
        census.count(&[LEAVE; 9]);
        assert_eq!(census.few(), Some(300));
        assert!(census.colors().eq(few.iter().map(|c| rgb(*c))));

        let many: Vec<_> = (0..20_000).map(color).collect();
        census.clear();
        census.count(&many);
        assert_eq!(census.few(), None);
        let (shares, plain) = census.shares();
        assert!(plain >= shares.iter().map(|s| f64::from(s.count)).sum());
        assert!(shares.len() > 1000 && shares.len() < 1 << 15);
        census.clear();
        census.count(&few[..7]);
        assert_eq!(census.few(), Some(7));
    }
}
