//! The lines in the pixels of a group, and how much of each pixel they cover.

use crate::canvas::coverage::steps::{SCALE, SHIFT};
use crate::canvas::coverage::{Covers, LANES};

/// Of the lines in each pixel of a group.
#[derive(Debug, Clone, Copy, Default)]
#[repr(align(32))]
pub(super) struct Cells {
    /// Their vertical extent, after as many zeros: so that those before each pixel can be read at once.
    drops: [i32; 2 * LANES],
    /// Twice the area to their left.
    areas: [i32; LANES],
}

impl Cells {
    /// Adds a line in a pixel.
    #[inline(always)]
    pub(super) fn add(&mut self, lane: usize, drop: i32, sides: i32) {
        // Sums that overflow are corrected by lines in the other direction.
        let (sum, area) = (&mut self.drops[LANES + lane], &mut self.areas[lane]);
        *sum = sum.wrapping_add(drop);
        *area = area.wrapping_add(drop * sides);
    }

    #[inline(always)]
    pub(super) fn clear(&mut self) {
        (self.drops, self.areas) = ([0; 2 * LANES], [0; LANES]);
    }

    /// The extent of the lines up to each pixel. Not in a register, where the steps would be scalar.
    #[inline(always)]
    #[expect(
        clippy::needless_range_loop,
        reason = "iterators are compiled for any machine, if not for the whole program at once"
    )]
    fn sums(&self) -> [i32; LANES] {
        let mut sums = [0; LANES];
        for first in 1..=LANES {
            for lane in 0..LANES {
                sums[lane] += self.drops[first + lane];
            }
        }
        sums
    }

    /// These less others.
    fn less(&self, others: Option<&Self>) -> Self {
        let mut rest = *self;
        if let Some(others) = others {
            for (drop, less) in rest.drops.iter_mut().zip(others.drops) {
                *drop = drop.wrapping_sub(less);
            }
            for (area, less) in rest.areas.iter_mut().zip(others.areas) {
                *area = area.wrapping_sub(less);
            }
        }
        rest
    }
}

/// The covers of a group that lines touch, without others if there are any, and the sum to its right.
#[inline(always)]
pub(super) fn cross(sum: &mut i32, cells: &Cells, less: Option<&Cells>) -> Covers {
    let (mut sums, mut areas) = (cells.sums(), cells.areas);
    if let Some(less) = less {
        let less_sums = less.sums();
        for lane in 0..LANES {
            sums[lane] -= less_sums[lane];
            areas[lane] -= less.areas[lane];
        }
    }
    let mut covers = [0; LANES];
    for lane in 0..LANES {
        covers[lane] = cover((*sum + sums[lane]) * 2 * SCALE - areas[lane]);
    }
    *sum += sums[LANES - 1];
    covers
}

/// An area in twice the square of the scale, of either orientation or winding number, in 255ths (Agg's
/// `calculate_alpha`).
#[inline(always)]
pub(super) fn cover(area: i32) -> i32 {
    (area >> (SHIFT + 1)).abs().min(255)
}

/// 255 for each pixel that is covered at all.
#[inline(always)]
pub(in crate::canvas) fn whole(covers: &Covers) -> Covers {
    let mut whole = *covers;
    for cover in &mut whole {
        *cover = if *cover > 0 { 255 } else { 0 };
    }
    whole
}

/// As [`cross`], for sums whose areas have more than 31 bits.
pub(super) fn deep_cross(sum: &mut i32, cells: &Cells, less: Option<&Cells>) -> Covers {
    let mut covers = [0; LANES];
    let cells = cells.less(less);
    let cells = cells.drops[LANES..].iter().zip(&cells.areas);
    for (cover, (drop, left)) in covers.iter_mut().zip(cells) {
        *sum = sum.wrapping_add(*drop);
        *cover = deep(i64::from(*sum) * i64::from(2 * SCALE) - i64::from(*left));
    }
    covers
}

/// The same with pixels that have no line, or lines along their left side only, covered wholly or not at all.
pub(super) fn runs_whole(sum: &mut i32, cells: &Cells, less: Option<&Cells>) -> Covers {
    let mut covers = deep_cross(sum, cells, less);
    for (cover, left) in covers.iter_mut().zip(&cells.areas) {
        if *left == 0 && *cover > 0 {
            *cover = 255;
        }
    }
    covers
}

pub(super) fn deep_cover(sum: i32) -> i32 {
    deep(i64::from(sum) * i64::from(2 * SCALE))
}

fn deep(area: i64) -> i32 {
    (area >> (SHIFT + 1)).abs().min(255) as i32
}
