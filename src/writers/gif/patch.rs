//! The pixels that a frame paints.

use super::changes::{Painting, pixels};
use super::region::Region;

/// A pixel that is left as it is.
pub(super) const LEAVE: u32 = 0;

/// A pixel as a GIF can have it: `0xFFRRGGBB`, or [`LEAVE`] if less than half of it covers the pixels below.
pub(super) fn opaque(pixel: [u8; 4]) -> u32 {
    let pixel = u32::from_le_bytes(pixel);
    // All ones if alpha is 128 or more.
    let mask = (pixel as i32 >> 31) as u32;
    (pixel | 0xFF00_0000) & mask
}

/// Red, green and blue of a pixel.
pub(super) fn rgb(pixel: u32) -> [u8; 3] {
    let [b, g, r, _] = pixel.to_le_bytes();
    [r, g, b]
}

/// Puts the pixels of the painting's region into `patch`, row by row; those that need no paint are left if `leaves`.
pub(super) fn fill(patch: &mut Vec<u32>, painting: &Painting, width: usize, leaves: bool) {
    patch.clear();
    let Region {
        left,
        width: columns,
        top,
        height,
    } = painting.region;
    let now = pixels(&painting.picture);
    for y in top..top + height {
        let row = y * width + left;
        let now = &now[row..][..columns];
        let Some(before) = painting.before.as_ref().filter(|_| leaves) else {
            patch.extend(now.iter().map(|now| opaque(*now)));
            continue;
        };
        let before = &pixels(before)[row..][..columns];
        let start = patch.len();
        patch.extend(now.iter().zip(before).map(|(now, before)| {
            let now = opaque(*now);
            if now == opaque(*before) { LEAVE } else { now }
        }));
        if let Some(cleared) = painting.cleared.filter(|cleared| cleared.has_row(y)) {
            for (x, now) in now.iter().enumerate() {
                if cleared.contains(y, left + x) {
                    patch[start + x] = opaque(*now);
                }
            }
        }
    }
}
