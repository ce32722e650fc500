//! Groups of pixels that are kept.

use crate::canvas::coverage::{Covers, Group, Paint};

/// Groups that are kept.
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
        self.all.push(((x, self.row), *covers));
    }
}
