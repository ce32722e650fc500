//! The lines in the pixels of a group, and how much of each pixel they cover.

use crate::canvas::coverage::steps::{SCALE, SHIFT};
use crate::canvas::coverage::{Covers, LANES};

/// Of the lines in each pixel of a group. In one line of the processor's cache.
#[derive(Debug, Clone, Copy, Default)]
#[repr(align(64))]
pub(super) struct Cells {
    /// Their vertical extent.
    pub(super) drops: [i32; LANES],
    /// Twice the area to their left.
    pub(super) areas: [i32; LANES],
}

/// The covers of a group that lines touch, and the sum to its right.
#[inline(always)]
pub(super) fn cross(sum: &mut i32, cells: &Cells) -> Covers {
    let sums = summed(cells.drops);
    let mut areas = [0; LANES];
    for ((area, here), left) in areas.iter_mut().zip(sums).zip(cells.areas) {
        *area = (*sum + here) * 2 * SCALE - left;
    }
    *sum += sums[LANES - 1];
    // In a loop: closures for arrays are not always compiled for the machine at hand.
    for area in &mut areas {
        *area = cover(*area);
    }
    areas
}

/// The sums up to each number, in steps that are vectorised.
#[inline(always)]
fn summed(mut sums: [i32; LANES]) -> [i32; LANES] {
    let mut add = |more: fn([i32; LANES]) -> [i32; LANES]| {
        let more = more(sums);
        for (sum, more) in sums.iter_mut().zip(more) {
            *sum = sum.wrapping_add(more);
        }
    };
    add(|[a, b, c, d, e, f, g, _]| [0, a, b, c, d, e, f, g]);
    add(|[a, b, c, d, e, f, ..]| [0, 0, a, b, c, d, e, f]);
    add(|[a, b, c, d, ..]| [0, 0, 0, 0, a, b, c, d]);
    sums
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
pub(super) fn deep_cross(sum: &mut i32, cells: &Cells) -> Covers {
    let mut covers = [0; LANES];
    let cells = cells.drops.iter().zip(&cells.areas);
    for (cover, (drop, left)) in covers.iter_mut().zip(cells) {
        *sum = sum.wrapping_add(*drop);
        *cover = deep(i64::from(*sum) * i64::from(2 * SCALE) - i64::from(*left));
    }
    covers
}

/// The same with pixels that have no line, or lines along their left side only, covered wholly or not at all.
pub(super) fn runs_whole(sum: &mut i32, cells: &Cells) -> Covers {
    let mut covers = deep_cross(sum, cells);
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
