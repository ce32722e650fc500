//! Groups of pixels that are kept.

use crate::canvas::coverage::{Covers, Group, LANES, Paint};

/// Groups that are kept: those of which something is covered.
#[derive(Debug, Default)]
pub(in crate::canvas) struct Groups {
    pub(in crate::canvas) all: Vec<Group>,
    row: i64,
}

impl Paint for Groups {
    fn row(&mut self, y: i64) {
        self.row = y;
    }

    fn group(&mut self, x: i64, covers: &Covers) {
        if *covers != [0; LANES] {
            self.all.push(((x, self.row), *covers));
        }
    }
}
