//! Which pixels of a frame may differ from those of a picture.

use std::ops::Range;

use crate::frame_size::FrameSize;

/// Pixels of a row that are marked together.
pub(crate) const GROUP: usize = 8;
/// Groups whose marks are in one word.
pub(crate) const WORD: usize = u64::BITS as usize;

/// Marks of groups of pixels, row by row.
#[derive(Debug, Clone, Default)]
pub(crate) struct Marks {
    /// A bit for each group, the lowest for the leftmost, in whole words for each row.
    words: Vec<u64>,
    /// Words per row.
    stride: usize,
}

impl Marks {
    /// None, for pixels of this size.
    pub(crate) fn none(size: FrameSize) -> Self {
        let stride = (size.width as usize).div_ceil(GROUP * WORD);
        Self {
            words: vec![0; stride * size.height as usize],
            stride,
        }
    }

    /// Where a row begins.
    #[inline(always)]
    pub(crate) fn row(&self, y: usize) -> usize {
        y * self.stride
    }

    /// Marks as many pixels as a group has, from this one on, in the row that begins there.
    #[inline(always)]
    pub(crate) fn mark(&mut self, x: usize, row: usize) {
        let (group, is_across) = (x / GROUP, !x.is_multiple_of(GROUP));
        let (word, bit) = (row + group / WORD, group % WORD);
        self.words[word] |= (1 | (u64::from(is_across) << 1)) << bit;
        if is_across && bit == WORD - 1 {
            self.words[word + 1] |= 1;
        }
    }

    /// Marks pixels of the row that begins there.
    pub(crate) fn mark_all(&mut self, x: Range<usize>, row: usize) {
        let (mut group, end) = (x.start / GROUP, x.end.div_ceil(GROUP));
        while group < end {
            let (word, first) = (group / WORD, group % WORD);
            let count = (WORD - first).min(end - group);
            self.words[row + word] |= (u64::MAX >> (WORD - count)) << first;
            group += count;
        }
    }

    pub(crate) fn clear(&mut self) {
        self.words.fill(0);
    }

    /// Becomes the marks of no pixels.
    pub(crate) fn drop_all(&mut self) {
        self.words.clear();
    }

    /// Becomes the marks of as many pixels, without any.
    pub(crate) fn clear_as(&mut self, other: &Self) {
        self.stride = other.stride;
        self.words.clear();
        self.words.resize(other.words.len(), 0);
    }

    /// Becomes the same as others, in the memory that it has.
    pub(crate) fn become_like(&mut self, others: &Self) {
        self.stride = others.stride;
        self.words.clone_from(&others.words);
    }

    /// Adds those of others.
    pub(crate) fn add(&mut self, others: &Self) {
        for (word, other) in self.words.iter_mut().zip(&others.words) {
            *word |= other;
        }
    }

    /// Words per row.
    pub(crate) fn stride(&self) -> usize {
        self.stride
    }

    /// The words of each row.
    pub(crate) fn rows(&self) -> impl DoubleEndedIterator<Item = &[u64]> + ExactSizeIterator {
        self.words.chunks_exact(self.stride.max(1))
    }

    /// The words of so many rows at a time.
    pub(crate) fn bands(&self, rows: usize) -> impl Iterator<Item = &[u64]> {
        self.words.chunks((rows * self.stride).max(1))
    }

    /// The words of all rows, one after the other.
    pub(crate) fn words(&self) -> &[u64] {
        &self.words
    }

    /// The same to be changed.
    pub(crate) fn words_mut(&mut self) -> &mut Vec<u64> {
        &mut self.words
    }
}

/// The bits of a range of groups in the word of this number in a row.
#[inline(always)]
pub(crate) fn bits(groups: &Range<usize>, word: usize) -> u64 {
    let below = |group: usize| match group.saturating_sub(WORD * word) {
        count if count < WORD => (1 << count) - 1,
        _ => u64::MAX,
    };
    below(groups.end) & !below(groups.start)
}

/// The bits of a word that are set, from the lowest.
#[inline(always)]
pub(crate) fn ones(mut word: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let bit = word.trailing_zeros() as usize;
        let is_set = word != 0;
        word &= word.wrapping_sub(1);
        is_set.then_some(bit)
    })
}

/// Runs of bits of a word that are set, from the lowest.
#[inline(always)]
pub(crate) fn runs(mut word: u64) -> impl Iterator<Item = Range<usize>> {
    std::iter::from_fn(move || {
        if word == 0 {
            return None;
        }
        let start = word.trailing_zeros();
        let end = start + (word >> start).trailing_ones();
        word &= u64::MAX.checked_shl(end).unwrap_or(0);
        Some(start as usize..end as usize)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_marked_is_found_and_nothing_else() {
        for _ in 0..256 {
            let mut rng = fastrand::Rng::new();
            println!("seed {}", rng.get_seed());
            let (width, height) = (rng.u32(8..1200), rng.u32(1..4));
            let mut marks = Marks::none(FrameSize { width, height });
            let groups = (width as usize).div_ceil(GROUP);
            let mut expected = vec![vec![false; groups]; height as usize];
            for _ in 0..rng.usize(0..6) {
                let y = rng.usize(0..height as usize);
                let (start, row) = (rng.usize(0..=width as usize - GROUP), marks.row(y));
                let length = match rng.bool() {
                    true => GROUP,
                    false => rng.usize(1..=width as usize - start),
                };
                match length == GROUP {
                    true => marks.mark(start, row),
                    false => marks.mark_all(start..start + length, row),
                }
                for x in start..start + length {
                    expected[y][x / GROUP] = true;
                }
            }
            for (words, expected) in marks.rows().zip(&expected) {
                let each = words.iter().enumerate();
                let found = |bits: fn(u64) -> Vec<usize>| -> Vec<usize> {
                    let bits = each.clone().map(|(i, word)| (i, bits(*word)));
                    bits.flat_map(|(i, bits)| bits.into_iter().map(move |bit| WORD * i + bit))
                        .collect()
                };
                let expected: Vec<_> = (0..groups).filter(|group| expected[*group]).collect();
                assert_eq!(found(|word| ones(word).collect()), expected);
                assert_eq!(found(|word| runs(word).flatten().collect()), expected);
            }
        }
    }
}
