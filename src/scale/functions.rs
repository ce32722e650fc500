//! A function and its inverse.

use std::fmt::{self, Debug};
use std::sync::Arc;

type Function = Arc<dyn Fn(f64) -> f64 + Send + Sync>;

/// A monotonic function of one number and its inverse. Copies share the two, and are equal.
#[derive(Clone)]
pub struct Functions {
    forward: Function,
    inverse: Function,
}

impl Functions {
    /// The two, which are not checked.
    pub(crate) fn new(
        forward: impl Fn(f64) -> f64 + Send + Sync + 'static,
        inverse: impl Fn(f64) -> f64 + Send + Sync + 'static,
    ) -> Self {
        Self {
            forward: Arc::new(forward),
            inverse: Arc::new(inverse),
        }
    }

    /// The function.
    pub fn forward(&self, x: f64) -> f64 {
        (self.forward)(x)
    }

    /// Its inverse.
    pub fn inverse(&self, y: f64) -> f64 {
        (self.inverse)(y)
    }
}

impl Debug for Functions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Functions { .. }")
    }
}

impl PartialEq for Functions {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.forward, &other.forward) && Arc::ptr_eq(&self.inverse, &other.inverse)
    }
}
