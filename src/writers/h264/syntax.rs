//! The code of macroblocks in pictures that are predicted (H.264, 7.3.5 and 9.3.3.1.1).

use super::bits::unsigned;
use super::cabac::{Bins, Cabac};
use super::intra::Direction;
use super::macroblock::Coded;
use super::picture::place;
use super::residual::{
    CHROMA_AC, CHROMA_DC, LUMA, LUMA_AC, LUMA_DC, block as encode, context, golomb,
};
use super::vectors::{Around, Origin, Shape};

/// What the code of the next macroblocks depends on of one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    is_inside: bool,
    is_skipped: bool,
    /// As of [`Coded`].
    pattern: u8,
    origins: [Origin; 4],
    /// Whether its colours continue those around it in one direction.
    has_direction: bool,
    /// How far the vectors of quarters are from the likely ones, no more than [`MOST_FAR`].
    far: [[u8; 2]; 4],
    /// A bit for each block that has levels: luma row by row, then the colours', then the first levels of these, and those
    /// of luma.
    blocks: u32,
}

/// The bit of [`Known::blocks`] for the first levels of luma.
const FIRST_LUMA: usize = 26;
/// Farther than that makes no difference in the contexts of vectors.
const MOST_FAR: u16 = 33;

impl Known {
    /// One outside of the picture.
    pub(super) const OUTSIDE: Self = Self {
        is_inside: false,
        is_skipped: true,
        pattern: 15,
        origins: [Origin::NONE; 4],
        has_direction: false,
        far: [[0; 2]; 4],
        blocks: 0,
    };
    /// One that has no levels.
    fn from(origins: [Origin; 4]) -> Self {
        Self {
            is_inside: true,
            is_skipped: false,
            pattern: 0,
            origins,
            has_direction: false,
            far: [[0; 2]; 4],
            blocks: 0,
        }
    }
}

/// The macroblocks to the left, above, above to the right and above to the left.
#[derive(Debug, Clone, Copy)]
pub(super) struct Neighbors {
    pub(super) left: Known,
    pub(super) above: Known,
    pub(super) above_right: Known,
    pub(super) above_left: Known,
}

impl Neighbors {
    /// Where they come from.
    pub(super) fn around(&self) -> Around {
        let origins = |known: &Known| known.is_inside.then_some(known.origins);
        Around {
            left: origins(&self.left),
            above: origins(&self.above),
            above_right: origins(&self.above_right),
            above_left: origins(&self.above_left),
        }
    }

    /// Bits of the block to the left and of that above: of squares in rows of `side`, from bit `first` on.
    fn of(
        &self,
        bits: impl Fn(&Known) -> u32,
        own: u32,
        first: usize,
        side: usize,
        (x, y): (usize, usize),
    ) -> [bool; 2] {
        let bit = |bits: u32, x, y| bits >> (first + y * side + x) & 1 == 1;
        let left = match x {
            0 => bit(bits(&self.left), side - 1, y),
            _ => bit(own, x - 1, y),
        };
        let above = match y {
            0 => bit(bits(&self.above), x, side - 1),
            _ => bit(own, x, y - 1),
        };
        [left, above]
    }

    /// What is true of the quarters to the left of one and above it.
    fn near<T: Copy>(
        &self,
        known: impl Fn(&Known) -> [T; 4],
        own: &[T; 4],
        quarter: usize,
    ) -> [T; 2] {
        let left = match quarter % 2 {
            0 => known(&self.left)[quarter + 1],
            _ => own[quarter - 1],
        };
        let above = match quarter / 2 {
            0 => known(&self.above)[quarter + 2],
            _ => own[quarter - 2],
        };
        [left, above]
    }
}

impl Cabac {
    /// Encodes whether a macroblock is skipped.
    fn skip(&mut self, is_skipped: bool, neighbors: &Neighbors) {
        let Neighbors { left, above, .. } = neighbors;
        let coded = usize::from(!left.is_skipped) + usize::from(!above.is_skipped);
        self.bin(is_skipped, 11 + coded);
    }

    /// Encodes that a macroblock is skipped, which comes from a place that its neighbours tell.
    pub(super) fn skipped(&mut self, origin: Origin, neighbors: &Neighbors) -> Known {
        self.skip(true, neighbors);
        Known {
            is_skipped: true,
            ..Known::from([origin; 4])
        }
    }

    /// Encodes a macroblock whose quarters come from so many pictures, and whose quantiser differs from the last one.
    pub(super) fn coded(
        &mut self,
        coded: &Coded,
        pictures: usize,
        change: Option<QpChange>,
        neighbors: &Neighbors,
    ) -> Known {
        self.skip(false, neighbors);
        let mut known = Known {
            pattern: coded.pattern,
            ..Known::from(coded.origins)
        };
        if let Some(direction) = coded.direction {
            self.direction(direction, coded.pattern, neighbors);
            known.has_direction = direction.of_colors() > 0;
        } else {
            self.origins(&mut known, pictures, neighbors);
            self.pattern(coded.pattern, neighbors);
        }
        if let Some(change) = change {
            self.change(change);
            self.levels(coded, &mut known, neighbors);
        }
        known
    }

    /// Encodes that a macroblock continues what is around it, how, and what has levels (9.3.2.5, table 9-39).
    fn direction(&mut self, direction: Direction, pattern: u8, neighbors: &Neighbors) {
        for context in [14, 17] {
            self.bin(true, context);
        }
        // It is none whose pixels are written as they are.
        self.go_on();
        self.bin(pattern & 15 != 0, 18);
        self.bin(pattern >= 16, 19);
        if pattern >= 16 {
            self.bin(pattern >= 32, 19);
        }
        self.bin(direction as u8 > 1, 20);
        self.bin(direction as u8 % 2 == 1, 20);
        let near = [&neighbors.left, &neighbors.above].map(|known| known.has_direction);
        let first = 64 + near.into_iter().map(usize::from).sum::<usize>();
        self.unary(direction.of_colors(), first, 67, 67);
    }

    /// Encodes how a macroblock is divided, and where its parts come from.
    fn origins(&mut self, known: &mut Known, pictures: usize, neighbors: &Neighbors) {
        let origins = known.origins;
        let shape = Shape::of(&origins);
        // Table 9-37: bins with their contexts.
        self.bin(false, 14);
        let bins = match shape {
            Shape::Whole => [(false, 15), (false, 16)],
            Shape::Rows => [(true, 15), (true, 17)],
            Shape::Columns => [(true, 15), (false, 17)],
            Shape::Quarters => [(false, 15), (true, 16)],
        };
        for (bin, context) in bins {
            self.bin(bin, context);
        }
        if shape == Shape::Quarters {
            // They are not divided further.
            (0..4).for_each(|_| self.bin(true, 21));
        }
        if pictures > 1 {
            let others = |origins: [Origin; 4]| origins.map(|origin| origin.picture > 0);
            for part in shape.parts() {
                let near = neighbors.near(|known| others(known.origins), &others(origins), *part);
                self.unary(
                    origins[*part].picture.unsigned_abs().into(),
                    context(54, near),
                    58,
                    59,
                );
            }
        }
        let around = neighbors.around();
        for part in shape.parts() {
            let Origin { picture, vector } = origins[*part];
            let likely = around.vector(&origins, shape, *part, picture);
            let near = neighbors.near(|known| known.far, &known.far, *part);
            for axis in 0..2 {
                let by = vector[axis] - likely[axis];
                let far = near.iter().map(|far| far[axis]).sum();
                self.vector(by, far, [40, 47][axis]);
                for quarter in shape.quarters(*part) {
                    known.far[*quarter][axis] = by.unsigned_abs().min(MOST_FAR) as u8;
                }
            }
        }
    }

    /// Encodes how far a vector is from the likely one (9.3.2.3 with `uCoff` 9, and table 9-39), by how far those of its
    /// neighbours are.
    fn vector(&mut self, by: i16, far: u8, first: usize) {
        let context = first + usize::from(far > 2) + usize::from(far > 32);
        let size = u32::from(by.unsigned_abs());
        self.bin(size > 0, context);
        if size == 0 {
            return;
        }
        for i in 1..size.min(9) {
            self.bin(true, first + 2 + 4.min(i as usize));
        }
        match size.checked_sub(9) {
            None => self.bin(false, first + 2 + 4.min(size as usize)),
            Some(more) => golomb(self, more, 3),
        }
        self.bypass(by < 0);
    }

    /// Encodes a number as so many ones, and a zero, in the contexts of the first, the second and the other bins.
    fn unary(&mut self, number: u32, first: usize, second: usize, other: usize) {
        let contexts = [first, second].into_iter().chain(std::iter::repeat(other));
        for (i, context) in (0..=number).zip(contexts) {
            self.bin(i < number, context);
        }
    }

    /// Encodes what has levels.
    fn pattern(&mut self, pattern: u8, neighbors: &Neighbors) {
        for quarter in 0..4 {
            let empty = |known: &Known| u32::from(!known.pattern);
            let near = neighbors.of(empty, !u32::from(pattern), 0, 2, (quarter % 2, quarter / 2));
            self.bin(pattern >> quarter & 1 == 1, context(73, near));
        }
        let Neighbors { left, above, .. } = neighbors;
        let near = [left, above].map(|known| known.pattern >= 16);
        self.bin(pattern >= 16, context(77, near));
        if pattern >= 16 {
            let near = [left, above].map(|known| known.pattern >= 32);
            self.bin(pattern >= 32, context(81, near));
        }
    }

    fn change(&mut self, QpChange { by, has_changed }: QpChange) {
        self.unary(unsigned(by), 60 + usize::from(has_changed), 62, 63);
    }

    fn levels(&mut self, coded: &Coded, known: &mut Known, neighbors: &Neighbors) {
        // What continues what is around it takes it that blocks out of sight have levels (9.3.3.1.1.9).
        let blocks = |known: &Known| match known.is_inside || coded.direction.is_none() {
            true => known.blocks,
            false => u32::MAX,
        };
        let near = |bit: usize| {
            [&neighbors.left, &neighbors.above].map(|known| blocks(known) >> bit & 1 == 1)
        };
        if coded.direction.is_some() {
            encode(self, &LUMA_DC, &coded.first_luma, near(FIRST_LUMA));
            known.blocks |= u32::from(coded.first_luma != [0; 16]) << FIRST_LUMA;
        }
        for (block, levels) in coded.levels[..16].iter().enumerate() {
            if coded.pattern >> (block / 4) & 1 == 1 {
                let (_, x, y) = place(block);
                let near = neighbors.of(blocks, known.blocks, 0, 4, (x / 4, y / 4));
                match coded.direction {
                    None => encode(self, &LUMA, levels, near),
                    Some(_) => encode(self, &LUMA_AC, &levels[1..], near),
                }
                known.blocks |= u32::from(*levels != [0; 16]) << (y + x / 4);
            }
        }
        if coded.pattern < 16 {
            return;
        }
        for (color, levels) in coded.first.iter().enumerate() {
            let bit = 24 + color;
            encode(self, &CHROMA_DC, levels, near(bit));
            known.blocks |= u32::from(*levels != [0; 4]) << bit;
        }
        if coded.pattern < 32 {
            return;
        }
        for (block, levels) in coded.levels.iter().enumerate().skip(16) {
            let (color, place) = (16 + 4 * (block / 4 - 4), block % 4);
            let near = neighbors.of(blocks, known.blocks, color, 2, (place % 2, place / 2));
            encode(self, &CHROMA_AC, &levels[1..], near);
            known.blocks |= u32::from(*levels != [0; 16]) << block;
        }
    }
}

/// By how much a quantiser differs from that of the macroblock before, and whether that one's differed too.
#[derive(Debug, Clone, Copy)]
pub(super) struct QpChange {
    pub(super) by: i32,
    pub(super) has_changed: bool,
}
