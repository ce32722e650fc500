//! The code of quantised blocks (H.264, 7.3.5.3.3 and 9.3.3.1.1.9, 9.3.3.1.3).

use super::cabac::Bins;

/// The first contexts of a kind of block (table 9-34, and `ctxBlockCatOffset` in table 9-40).
#[derive(Debug)]
pub(super) struct Kind {
    /// Of the flag whether there is anything.
    coded: usize,
    /// Of those which coefficients are not zero, and which of these is the last.
    significant: usize,
    last: usize,
    level: usize,
    /// Whether it is of the first coefficients of blocks of chroma.
    is_dc: bool,
}

/// The first coefficients of the blocks of a macroblock that is predicted from what is around it, and the others.
pub(super) const LUMA_DC: Kind = Kind {
    coded: 85,
    significant: 105,
    last: 166,
    level: 227,
    is_dc: false,
};
pub(super) const LUMA_AC: Kind = Kind {
    coded: 85 + 4,
    significant: 105 + 15,
    last: 166 + 15,
    level: 227 + 10,
    is_dc: false,
};
pub(super) const LUMA: Kind = Kind {
    coded: 85 + 8,
    significant: 105 + 29,
    last: 166 + 29,
    level: 227 + 20,
    is_dc: false,
};
pub(super) const CHROMA_DC: Kind = Kind {
    coded: 85 + 12,
    significant: 105 + 44,
    last: 166 + 44,
    level: 227 + 30,
    is_dc: true,
};
pub(super) const CHROMA_AC: Kind = Kind {
    coded: 85 + 16,
    significant: 105 + 47,
    last: 166 + 47,
    level: 227 + 39,
    is_dc: false,
};

/// The largest part of a level that is coded bin by bin in contexts.
const MOST_BINS: u32 = 14;

/// A context of those that depend on the neighbours to the left and above.
pub(super) fn context(first: usize, [left, above]: [bool; 2]) -> usize {
    first + usize::from(left) + 2 * usize::from(above)
}

/// Encodes levels. The blocks to the left and above have something or not.
pub(super) fn block(to: &mut impl Bins, kind: &Kind, levels: &[i32], near: [bool; 2]) {
    let last = levels.iter().rposition(|level| *level != 0);
    to.bin(last.is_some(), context(kind.coded, near));
    let Some(last) = last else { return };
    for (i, level) in levels[..levels.len() - 1].iter().enumerate().take(last + 1) {
        let context = if kind.is_dc { i.min(2) } else { i };
        to.bin(*level != 0, kind.significant + context);
        if *level != 0 {
            to.bin(i == last, kind.last + context);
        }
    }
    let (mut ones, mut larger) = (0, 0);
    for level in levels[..=last].iter().rev().filter(|level| **level != 0) {
        let size = level.unsigned_abs() - 1;
        let first = if larger > 0 { 0 } else { 4.min(1 + ones) };
        to.bin(size > 0, kind.level + first);
        if size > 0 {
            rest(
                to,
                size,
                kind.level + 5 + larger.min(4 - usize::from(kind.is_dc)),
            );
            larger += 1;
        } else {
            ones += 1;
        }
        to.bypass(*level < 0);
    }
}

/// Encodes the size of a level, of which it is known that it is not zero.
fn rest(to: &mut impl Bins, size: u32, context: usize) {
    for _ in 1..size.min(MOST_BINS) {
        to.bin(true, context);
    }
    match size.checked_sub(MOST_BINS) {
        None => to.bin(false, context),
        Some(more) => golomb(to, more, 0),
    }
}

/// Encodes a number as an exponential Golomb code whose first numbers have so many bits (9.3.2.3).
pub(super) fn golomb(to: &mut impl Bins, mut value: u32, mut length: u32) {
    while value >= 1 << length {
        to.bypass(true);
        value -= 1 << length;
        length += 1;
    }
    to.bypass(false);
    for at in (0..length).rev() {
        to.bypass(value >> at & 1 == 1);
    }
}
