//! From pixels to indices of a palette.

use super::census::Census;
use super::nearest::Nearest;
use super::patch::{LEAVE, rgb};

/// Bits per channel that distinguish colours if they can't be looked up individually.
const CELL_BITS: u32 = 6;
const NONE: u16 = u16::MAX;

/// Finds indices; its memory is used again.
#[derive(Debug)]
pub(super) struct Mapper {
    /// The index of each cell of colours, once it was looked for.
    cells: Vec<u16>,
    /// The errors passed to the row that is being dithered, and to the next, in sixteenths.
    errors: [Vec<[i32; 3]>; 2],
}

impl Mapper {
    pub(super) fn new() -> Self {
        Self {
            cells: vec![NONE; 1 << (3 * CELL_BITS)],
            errors: Default::default(),
        }
    }

    /// Appends the index of the nearest colour of each pixel; those that are left get `leave`.
    pub(super) fn nearest(
        &mut self,
        pixels: &[u32],
        census: &mut Census,
        nearest: &Nearest,
        leave: u8,
        indices: &mut Vec<u8>,
    ) {
        let is_few = census.few().is_some();
        if is_few {
            census.set_indices(|rgb| nearest.find(rgb));
        } else {
            self.cells.fill(NONE);
        }
        for run in pixels.chunk_by(|a, b| a == b) {
            let index = match run[0] {
                LEAVE => leave,
                color if is_few => census.index(color),
                color => self.cell(rgb(color), nearest),
            };
            indices.resize(indices.len() + run.len(), index);
        }
    }

    /// As [`nearest`](Self::nearest), but what each pixel is off goes on to its neighbours (Floyd and Steinberg, 1976).
    pub(super) fn dithered(
        &mut self,
        pixels: &[u32],
        width: usize,
        palette: &[[u8; 3]],
        leave: u8,
        indices: &mut Vec<u8>,
    ) {
        let nearest = Nearest::new(palette);
        self.cells.fill(NONE);
        for errors in &mut self.errors {
            errors.clear();
            // One more at either end, for errors beyond the picture.
            errors.resize(width + 2, [0; 3]);
        }
        for (y, row) in pixels.chunks(width).enumerate() {
            self.errors.swap(0, 1);
            self.errors[1].fill([0; 3]);
            let start = indices.len();
            indices.resize(start + width, leave);
            // Every other row runs backwards, so that errors do not all move to one side.
            let back = y % 2 == 1;
            let (ahead, behind) = if back { (0, 2) } else { (2, 0) };
            for i in 0..width {
                let x = if back { width - 1 - i } else { i };
                if row[x] == LEAVE {
                    continue;
                }
                let mut wanted = rgb(row[x]).map(i32::from);
                for (wanted, error) in wanted.iter_mut().zip(self.errors[0][x + 1]) {
                    *wanted = (*wanted + (error + 8).div_euclid(16)).clamp(0, 255);
                }
                let index = self.cell(wanted.map(|v| v as u8), &nearest);
                indices[start + x] = index;
                let shown = palette[usize::from(index)];
                for channel in 0..3 {
                    let off = wanted[channel] - i32::from(shown[channel]);
                    self.errors[0][x + ahead][channel] += 7 * off;
                    self.errors[1][x + behind][channel] += 3 * off;
                    self.errors[1][x + 1][channel] += 5 * off;
                    self.errors[1][x + ahead][channel] += off;
                }
            }
        }
    }

    /// The index of the colour that is nearest to the middle of the cell of this one.
    fn cell(&mut self, color: [u8; 3], nearest: &Nearest) -> u8 {
        let place = color.iter().fold(0, |place, value| {
            place << CELL_BITS | usize::from(value >> (8 - CELL_BITS))
        });
        if self.cells[place] == NONE {
            let middle = color.map(|value| value & 0xFC | 2);
            self.cells[place] = u16::from(nearest.find(middle));
        }
        self.cells[place] as u8
    }
}
