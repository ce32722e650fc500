//! What changed between two pictures, as bytes to be kept until it is needed.

use crate::frame_size::FrameSize;

/// The bytes that are compared and kept together.
const CHUNK: usize = 32;
/// As many chunks are passed over at once if nothing changed.
const STRETCH: usize = 64 * CHUNK;

/// Appends to `changes` what makes `before` of `now`: chunks, each with its number.
pub(super) fn find(before: &[u8], now: &[u8], changes: &mut Vec<u8>) {
    let stretches = before.chunks(STRETCH).zip(now.chunks(STRETCH)).enumerate();
    for (number, (before, now)) in stretches.filter(|(_, (before, now))| before != now) {
        let first = number * (STRETCH / CHUNK);
        let chunks = before.chunks(CHUNK).zip(now.chunks(CHUNK)).enumerate();
        for (number, (_, now)) in chunks.filter(|(_, (before, now))| before != now) {
            changes.extend(((first + number) as u32).to_le_bytes());
            changes.extend_from_slice(now);
        }
    }
}

/// Makes the next picture of the one before.
pub(super) fn apply(changes: &[u8], picture: &mut [u8]) {
    let mut rest = changes;
    while let Some((number, after)) = rest.split_first_chunk() {
        let start = CHUNK * u32::from_le_bytes(*number) as usize;
        let length = CHUNK.min(picture.len() - start);
        let (chunk, after) = after.split_at(length);
        picture[start..][..length].copy_from_slice(chunk);
        rest = after;
    }
}

/// The macroblocks of a picture.
pub(super) fn macroblocks(size: FrameSize) -> usize {
    (size.width.div_ceil(16) * size.height.div_ceil(16)) as usize
}

/// Marks the macroblocks in which the next picture differs from the one before, of 4:2:0 pixels: row by row.
pub(super) fn mark(changes: &[u8], before: &[u8], size: FrameSize, marks: &mut Vec<bool>) {
    let (width, height) = (size.width as usize, size.height as usize);
    let columns = width.div_ceil(16);
    marks.clear();
    marks.resize(macroblocks(size), false);
    let mut rest = changes;
    while let Some((number, after)) = rest.split_first_chunk() {
        let mut at = CHUNK * u32::from_le_bytes(*number) as usize;
        let (mut now, after) = after.split_at(CHUNK.min(before.len() - at));
        rest = after;
        while !now.is_empty() {
            // The plane of these bytes, the length of its rows and the side of macroblocks in it.
            let (first, stride, side) = match at.checked_sub(width * height) {
                None => (0, width, 16),
                Some(beyond) if beyond < width * height / 4 => (width * height, width / 2, 8),
                Some(_) => (width * height / 4 * 5, width / 2, 8),
            };
            let (x, y) = ((at - first) % stride, (at - first) / stride);
            let length = (side - x % side).min(stride - x).min(now.len());
            let (piece, others) = now.split_at(length);
            if piece != &before[at..][..length] {
                marks[y / side * columns + x / side] = true;
            }
            (at, now) = (at + length, others);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_make_the_next_picture() {
        // The last chunk is not a whole one.
        let before: Vec<u8> = (0..5 * STRETCH + 70).map(|i| i as u8).collect();
        let mut now = before.clone();
        for place in [0, 31, 40, 2 * STRETCH, 5 * STRETCH + 69] {
            now[place] ^= 1;
        }
        let (mut changes, mut picture) = (Vec::new(), before.clone());
        find(&before, &now, &mut changes);
        assert_eq!(changes.len(), 3 * (4 + 32) + 4 + 6);
        apply(&changes, &mut picture);
        assert!(picture == now);
        changes.clear();
        find(&now, &now, &mut changes);
        assert!(changes.is_empty());
    }

    #[test]
    fn macroblocks_are_marked_where_any_plane_differs() {
        let mut rng = fastrand::Rng::new();
        println!("seed {}", rng.get_seed());
        for _ in 0..200 {
            let size = FrameSize {
                width: 2 * rng.u32(8..60),
                height: 2 * rng.u32(8..40),
            };
            let (width, height) = (size.width as usize, size.height as usize);
            let before: Vec<u8> = (0..width * height * 3 / 2).map(|_| rng.u8(..)).collect();
            let mut now = before.clone();
            let columns = width.div_ceil(16);
            let mut expected = vec![false; columns * height.div_ceil(16)];
            for _ in 0..rng.usize(0..4) {
                let (x, y) = (rng.usize(0..width), rng.usize(0..height));
                let halved = y / 2 * width / 2 + x / 2;
                let place = match rng.usize(0..3) {
                    0 => y * width + x,
                    plane => width * height + (plane - 1) * width * height / 4 + halved,
                };
                now[place] = before[place].wrapping_add(1);
                expected[y / 16 * columns + x / 16] = true;
            }
            let (mut changes, mut marks) = (Vec::new(), Vec::new());
            find(&before, &now, &mut changes);
            mark(&changes, &before, size, &mut marks);
            assert_eq!(marks, expected, "{size}");
        }
    }
}
