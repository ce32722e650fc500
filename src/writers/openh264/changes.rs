//! What changed between two pictures, as bytes to be kept until it is needed.

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
}
