//! The order of changes.

use std::sync::atomic::{AtomicU64, Ordering};

/// The time of a change: later stamps are larger, in the whole process.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Stamp(u64);

/// Counts for the whole process, so that two clones of a figure never share a stamp.
static NEXT: AtomicU64 = AtomicU64::new(1);

impl Stamp {
    /// A stamp later than all before.
    pub fn next() -> Self {
        Self(NEXT.fetch_add(1, Ordering::Relaxed))
    }
}
