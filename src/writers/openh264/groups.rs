//! Groups of pictures: where a film has its keyframes.

use std::num::NonZeroU64;

/// Frames of a group in which little changes. libx264's groups have as many.
const LONGEST: usize = 250;
/// Frames of a group in which everything changes.
const SHORTEST: usize = 32;
/// A group of at least that many frames ends when what changed in it is worth so many whole pictures: the keyframe
/// after it is then a small part of the film.
const MOST_CHANGES: usize = 8;

/// The starts of groups: at keyframes that are wanted, and before a group gets too long. They depend on the frames, and
/// not on the machine.
#[derive(Debug, Clone, Copy)]
pub(super) struct Groups {
    /// Bytes of a whole picture.
    whole: usize,
    longest: usize,
    keyframes: Option<NonZeroU64>,
    /// The number of the next frame.
    index: u64,
    /// The number of the present group, how many frames it has, and how many bytes changed in it.
    group: usize,
    length: usize,
    changed: usize,
}

impl Groups {
    /// For frames of so many bytes, from that of number `index` on. Those of a stream are short, as it gets each when it is
    /// complete.
    pub(super) fn new(
        whole: usize,
        index: u64,
        keyframes: Option<NonZeroU64>,
        is_stream: bool,
    ) -> Self {
        Self {
            whole,
            longest: if is_stream { SHORTEST } else { LONGEST },
            keyframes,
            index,
            group: 0,
            length: 0,
            changed: 0,
        }
    }

    /// The number of the next frame.
    pub(super) fn index(&self) -> u64 {
        self.index
    }

    /// The group of the next frame, of which so many bytes differ from the one before, and whether it begins it.
    pub(super) fn next(&mut self, changed: usize) -> (usize, bool) {
        let is_forced = (self.keyframes).is_some_and(|every| self.index % every == 0);
        let has_changed = self.length >= SHORTEST && self.changed >= MOST_CHANGES * self.whole;
        if self.length > 0 && (is_forced || has_changed || self.length == self.longest) {
            self.group += 1;
            self.length = 0;
        }
        self.index += 1;
        self.length += 1;
        self.changed = match self.length {
            1 => 0,
            _ => self.changed + changed,
        };
        (self.group, self.length == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The frames that begin groups among the first 600, in each of which so many of six bytes change.
    fn begins(first_index: u64, keyframes: u64, changed: usize) -> Vec<usize> {
        let mut groups = Groups::new(6, first_index, NonZeroU64::new(keyframes), false);
        (0..600).filter(|_| groups.next(changed).1).collect()
    }

    #[test]
    fn groups_begin_at_keyframes_and_are_never_too_long() {
        assert_eq!(begins(0, 0, 0), [0, 250, 500]);
        assert_eq!(begins(0, 200, 0), [0, 200, 400]);
        assert_eq!(begins(0, 300, 0), [0, 250, 300, 550]);
        assert_eq!(begins(250, 200, 0), [0, 150, 350, 550]);
    }

    #[test]
    fn groups_are_short_where_much_changes() {
        assert_eq!(begins(0, 0, 6)[..3], [0, 32, 64]);
        // A sixth of each frame: eight frames after 48, and the frame that completes them is the group's last.
        assert_eq!(begins(0, 0, 1)[..3], [0, 49, 98]);
    }
}
