//! Groups of pictures: where a film has its keyframes.

use std::num::NonZeroU64;

/// Frames of a group in which little changes. libx264's groups have as many.
const LONGEST: usize = 250;
/// Frames of a group in which everything changes.
const SHORTEST: usize = 32;
/// A group of at least that many frames, by OpenH264, ends when what changed in it is worth so many whole pictures: the
/// keyframe after it is then a small part of the film.
const MOST_CHANGES: usize = 8;

/// Of the macroblocks of a frame one in so many may change where the changes alone are coded, on average, and one in so
/// many in a single frame.
const LITTLE: usize = 6;
const STILL_LITTLE: usize = 2;

/// The starts of groups: at keyframes that are wanted, and before a group gets too long. They depend on the frames, and
/// not on the machine.
#[derive(Debug, Clone, Copy)]
pub(super) struct Groups {
    /// Macroblocks of a whole picture.
    whole: usize,
    longest: usize,
    keyframes: Option<NonZeroU64>,
    /// The number of the next frame.
    index: u64,
    /// The number of the present group, how many frames it has, and how many macroblocks changed in it.
    group: usize,
    length: usize,
    changed: usize,
    /// Whether little changes in the present group, and whether that ended the one before.
    is_calm: bool,
    was_calm: bool,
}

/// What a frame is in its group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// The first one.
    Keyframe,
    /// One of those of which only the changes are coded.
    Changes,
    /// One of those of which OpenH264 codes all.
    Whole,
}

impl Groups {
    /// For frames of so many macroblocks, from that of number `index` on. Those of a stream are short, as it gets each when it is
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
            is_calm: false,
            was_calm: false,
        }
    }

    /// The number of the next frame.
    pub(super) fn index(&self) -> u64 {
        self.index
    }

    /// The group of the next frame, of which so many macroblocks differ from the one before, and its place there.
    ///
    /// A group in which little changes ends before a frame in which much does, or when more did on average. If it ended soon, the next group is one
    /// in which much may change.
    pub(super) fn next(&mut self, changed: usize) -> (usize, Place) {
        let is_forced = (self.keyframes).is_some_and(|every| self.index % every == 0);
        let has_changed = match self.is_calm {
            true => LITTLE * self.changed > self.whole * self.length,
            false => self.changed >= MOST_CHANGES * self.whole,
        };
        let has_changed = self.length >= SHORTEST && has_changed;
        let is_other = self.length > 1 && self.is_calm && STILL_LITTLE * changed > self.whole;
        let is_full = is_forced || has_changed || self.length == self.longest;
        if self.length > 0 && (is_full || is_other) {
            self.group += 1;
            self.was_calm = !is_full && self.length < SHORTEST;
            self.length = 0;
        }
        self.index += 1;
        self.length += 1;
        match self.length {
            1 => self.changed = 0,
            2 => self.is_calm = LITTLE * changed <= self.whole && !self.was_calm,
            _ => (),
        }
        let place = match self.length {
            1 => Place::Keyframe,
            _ if self.is_calm => Place::Changes,
            _ => Place::Whole,
        };
        if self.length > 1 {
            self.changed += changed;
        }
        (self.group, place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The frames that begin groups among the first 600, in each of which so many of six macroblocks change.
    fn begins(first_index: u64, keyframes: u64, changed: usize) -> Vec<usize> {
        let mut groups = Groups::new(6, first_index, NonZeroU64::new(keyframes), false);
        (0..600)
            .filter(|_| groups.next(changed).1 == Place::Keyframe)
            .collect()
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
        // A third of each frame: eight frames after 24, but no group is shorter than 32.
        assert_eq!(begins(0, 0, 2)[..3], [0, 32, 64]);
        assert_eq!(begins(0, 0, 1), [0, 250, 500], "little");
    }

    #[test]
    fn a_group_in_which_little_changes_ends_before_a_frame_in_which_much_does() {
        let places = |changes: &[usize]| {
            let mut groups = Groups::new(60, 0, NonZeroU64::new(100), false);
            let places = changes.iter().map(|changed| groups.next(*changed).1);
            let letter = |place| match place {
                Place::Keyframe => 'k',
                Place::Changes => 'c',
                Place::Whole => 'w',
            };
            places.map(letter).collect::<String>()
        };
        assert_eq!(places(&[60, 10, 0, 30, 9]), "kcccc");
        assert_eq!(places(&[60, 11, 0, 10, 60]), "kwwww");
        // It ends soon: the next group is not such a one again.
        assert_eq!(places(&[60, 1, 1, 60, 1, 1]), "kcckww");
        let mut late = vec![1; 40];
        late.extend([60, 1, 60]);
        assert!(places(&late).ends_with("cckck"));
        // More than little after the second frame: on average, after 32 of them.
        let mut more = vec![1, 1];
        more.extend([20; 80]);
        assert_eq!(places(&more).find("ck"), Some(31));
        assert!(places(&more).ends_with("ww"));
        // A keyframe that is wanted makes a new beginning, as of a part of the film.
        let mut forced = vec![1; 203];
        forced[103] = 60;
        assert!(places(&forced).ends_with("wwkcc"), "{}", places(&forced));
    }
}
