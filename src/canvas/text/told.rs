//! What was said about fonts, so that it is said once.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

/// The warnings of a figure and its copies about fonts.
#[derive(Debug, Clone, Default)]
pub(crate) struct Told(Arc<Mutex<HashSet<String>>>);

impl Told {
    /// Whether this was not said before.
    pub(super) fn is_news(&self, what: &str) -> bool {
        let mut told = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        told.insert(what.to_lowercase())
    }
}

/// The same figure's.
impl PartialEq for Told {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Told {}
