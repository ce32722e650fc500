//! The formula of a scale that is logarithmic on both sides of zero.

/// Its parameters, with what many values have in common.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SymLog {
    linthresh: f64,
    slope: f64,
    /// The natural logarithm of the base.
    log_base: f64,
    /// That which the logarithms of values are added to.
    start: f64,
}

impl SymLog {
    pub(crate) fn new(base: f64, linthresh: f64, linscale: f64) -> Self {
        let slope = linscale / (1.0 - 1.0 / base);
        let log_base = base.ln();
        Self {
            linthresh,
            slope,
            log_base,
            start: slope - linthresh.ln() / log_base,
        }
    }

    #[inline]
    pub(crate) fn transform(self, x: f64) -> f64 {
        if x.abs() <= self.linthresh {
            return x * self.slope;
        }
        x.signum() * self.linthresh * (self.start + x.abs().ln() / self.log_base)
    }

    pub(crate) fn inverse(self, y: f64) -> f64 {
        if y.abs() <= self.linthresh * self.slope {
            return y / self.slope;
        }
        let decades = y.abs() / self.linthresh - self.slope;
        y.signum() * self.linthresh * (decades * self.log_base).exp()
    }
}
