//! Sets of pixels.

use std::ops::Range;

use crate::canvas::target::crowd::Run;

/// The bits of a word.
const BITS: usize = u64::BITS as usize;

/// A set of pixels of a rectangle, a bit for each.
#[derive(Debug, Clone)]
pub(super) struct PixelSet {
    /// Words per row.
    words: usize,
    bits: Vec<u64>,
}

impl PixelSet {
    /// The empty set of pixels in as many columns and rows.
    pub(super) fn new(width: usize, height: usize) -> Self {
        // Runs that begin in the last word go on in another one.
        let words = width.div_ceil(BITS) + 1;
        Self {
            words,
            bits: vec![0; words * height],
        }
    }

    /// The number of a pixel.
    #[inline(always)]
    pub(super) fn pixel(&self, x: usize, y: usize) -> usize {
        y * self.words * BITS + x
    }

    /// The column and the row of a pixel.
    pub(super) fn place(&self, pixel: usize) -> (usize, usize) {
        let width = self.words * BITS;
        (pixel % width, pixel / width)
    }

    #[inline(always)]
    pub(super) fn add(&mut self, pixel: usize) {
        self.bits[pixel / BITS] |= 1 << (pixel % BITS);
    }

    #[inline(always)]
    pub(super) fn has(&self, pixel: usize) -> bool {
        self.bits[pixel / BITS] >> (pixel % BITS) & 1 == 1
    }

    /// Adds a run of at most 64 pixels of a row.
    #[inline(always)]
    pub(super) fn add_run(&mut self, x: usize, y: usize, len: usize) {
        let run = u128::from(u64::MAX >> (BITS - len)) << (x % BITS);
        let first = y * self.words + x / BITS;
        let words = &mut self.bits[first..first + 2];
        words[0] |= run as u64;
        words[1] |= (run >> BITS) as u64;
    }

    /// Adds the pixels of a row that are not in another set of the same size.
    pub(super) fn add_missing(&mut self, other: &Self, x: Range<usize>, y: usize) {
        for first in x.clone().step_by(BITS) {
            self.add_run(first, y, BITS.min(x.end - first));
        }
        let row = y * self.words..(y + 1) * self.words;
        for (word, less) in self.bits[row.clone()].iter_mut().zip(&other.bits[row]) {
            *word &= !less;
        }
    }

    /// The 64 pixels of a row from `x` on, the lowest bit for the leftmost.
    #[inline(always)]
    pub(super) fn from(&self, x: usize, y: usize) -> u64 {
        let first = y * self.words + x / BITS;
        let next = self.bits.get(first + 1).copied().unwrap_or_default();
        // In two steps, as all bits of a word may be in the first one.
        self.bits[first] >> (x % BITS) | next << 1 << (BITS - 1 - x % BITS)
    }

    /// The first run of a row from `x` on, as its beginning and its end.
    pub(super) fn next_run(&self, x: usize, y: usize) -> Option<(usize, usize)> {
        let row = &self.bits[y * self.words..(y + 1) * self.words];
        // The first bit of this kind from a place on.
        let find = |from: usize, flip: u64| {
            let first = row.get(from / BITS)?;
            let masked = (first ^ flip) & (u64::MAX << (from % BITS));
            if masked != 0 {
                return Some(from / BITS * BITS + masked.trailing_zeros() as usize);
            }
            let mut rest = (from / BITS + 1..).zip(&row[from / BITS + 1..]);
            let (index, word) = rest.find(|(_, word)| **word ^ flip != 0)?;
            Some(index * BITS + (word ^ flip).trailing_zeros() as usize)
        };
        let start = find(x, 0)?;
        Some((start, find(start, u64::MAX).unwrap_or(row.len() * BITS)))
    }

    /// What the runs of a stamp cover whose corner is at each of these pixels.
    pub(super) fn stamped(&self, runs: &[Run]) -> Self {
        let mut all = Self {
            words: self.words,
            bits: vec![0; self.bits.len()],
        };
        // Rows of the same run have the same bits.
        let mut alike: Vec<(Run, Vec<usize>)> = Vec::new();
        for run in runs {
            match alike
                .iter_mut()
                .find(|(like, _)| like.columns() == run.columns())
            {
                Some((_, rows)) => rows.push(run.y),
                None => alike.push((*run, vec![run.y])),
            }
        }
        let mut wide = vec![0; self.words];
        for (y, row) in self.bits.chunks_exact(self.words).enumerate() {
            if row.iter().all(|word| *word == 0) {
                continue;
            }
            for (run, rows) in &alike {
                wide.copy_from_slice(row);
                widen(&mut wide, run.len);
                shift(&mut wide, run.x);
                for to in rows {
                    let start = (y + to) * self.words;
                    // Corners are so far up that the whole stamp has room.
                    for (word, more) in all.bits[start..].iter_mut().zip(&wide) {
                        *word |= more;
                    }
                }
            }
        }
        all
    }
}

/// Makes a run of so many bits of each one.
fn widen(row: &mut [u64], len: usize) {
    let mut have = 1;
    while have < len {
        let more = have.min(len - have);
        // From the end, as each word needs the one before it as it was.
        for index in (0..row.len()).rev() {
            let before = if index > 0 { row[index - 1] } else { 0 };
            row[index] |= row[index] << more | before >> (BITS - more);
        }
        have += more;
    }
}

/// Moves bits by less than a word.
fn shift(row: &mut [u64], by: usize) {
    if by == 0 {
        return;
    }
    for index in (0..row.len()).rev() {
        let before = if index > 0 { row[index - 1] } else { 0 };
        row[index] = row[index] << by | before >> (BITS - by);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pixels of a set of 200 × 9.
    fn pixels(set: &PixelSet) -> Vec<(usize, usize)> {
        let all = (0..9).flat_map(|y| (0..200).map(move |x| (x, y)));
        all.filter(|(x, y)| set.has(set.pixel(*x, *y))).collect()
    }

    #[test]
    fn runs_are_found_where_they_were_added() {
        let mut set = PixelSet::new(200, 9);
        for (x, len) in [(3, 5), (60, 64), (124, 1), (130, 2)] {
            set.add_run(x, 4, len);
        }
        let mut runs = Vec::new();
        let mut from = 0;
        while let Some((start, end)) = set.next_run(from, 4) {
            runs.push((start, end));
            from = end;
        }
        assert_eq!(runs, [(3, 8), (60, 125), (130, 132)]);
        assert_eq!((set.next_run(0, 3), set.next_run(132, 4)), (None, None));
        for (x, bits) in [
            (2, 0b11_1110 | 0x3f << 58),
            (7, 1 | 0x7ff << 53),
            (64, (1 << 61) - 1),
        ] {
            assert_eq!(set.from(x, 4), bits, "{x}");
        }
        let mut rest = PixelSet::new(200, 9);
        rest.add_missing(&set, 5..131, 4);
        assert_eq!(rest.next_run(0, 4), Some((8, 60)));
        assert_eq!(rest.next_run(60, 4), Some((125, 130)));
        assert_eq!(rest.next_run(130, 4), None);
    }

    #[test]
    fn a_stamp_covers_what_its_runs_cover_one_by_one() {
        let mut rng = fastrand::Rng::with_seed(7);
        for _ in 0..200 {
            let runs: Vec<Run> = (0..rng.usize(1..5))
                .map(|_| Run {
                    x: rng.usize(0..64),
                    y: rng.usize(0..3),
                    len: rng.usize(1..65),
                })
                .collect();
            let (mut corners, mut expected) = (PixelSet::new(200, 9), PixelSet::new(200, 9));
            for _ in 0..rng.usize(0..6) {
                let (x, y) = (rng.usize(0..70), rng.usize(0..6));
                corners.add(corners.pixel(x, y));
                for run in &runs {
                    expected.add_run(x + run.x, y + run.y, run.len);
                }
            }
            assert_eq!(pixels(&corners.stamped(&runs)), pixels(&expected));
        }
    }
}
