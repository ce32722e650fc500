//! Integer multiples of a step at the edges of an interval.

use crate::ticker::number::div_mod;

/// Finds the multiples of `step` around a value, allowing for rounding errors.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edge {
    step: f64,
    /// The tolerance for a value to be a multiple, in steps.
    tolerance: f64,
}

impl Edge {
    /// `offset` was subtracted from the values before; a large offset cost them digits.
    pub(super) fn new(step: f64, offset: f64) -> Self {
        let tolerance = if offset == 0.0 {
            1e-10
        } else {
            let digits = (offset.abs() / step).log10();
            10f64.powf(digits - 12.0).clamp(1e-10, 0.4999)
        };
        Self { step, tolerance }
    }

    /// The largest n with n × step ≤ x.
    pub(super) fn le(self, x: f64) -> f64 {
        let (n, rest) = div_mod(x, self.step);
        if (rest / self.step - 1.0).abs() < self.tolerance {
            n + 1.0
        } else {
            n
        }
    }

    /// The smallest n with n × step ≥ x.
    pub(super) fn ge(self, x: f64) -> f64 {
        let (n, rest) = div_mod(x, self.step);
        if (rest / self.step).abs() < self.tolerance {
            n
        } else {
            n + 1.0
        }
    }
}
