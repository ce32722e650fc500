//! Axis scales: from data to a position along the axis.

use std::f64::consts::E;
use std::str::FromStr;

use crate::error::{Error, Result, nearest_name};
/// Where a logarithmic axis puts values without a logarithm: far outside, but drawable.
const CLIPPED: f64 = -1000.0;

/// The scale of an axis.
///
/// ```
/// use plotreel::scale::Scale;
///
/// assert_eq!(Scale::log().transform(1000.0), 3.0);
/// assert_eq!("symlog".parse::<Scale>()?, Scale::sym_log(2.0));
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Default)]
#[non_exhaustive]
pub enum Scale {
    /// Linear.
    #[default]
    Linear,
    /// Logarithmic; values of 0 and below are far outside (`nonpositive="clip"`).
    Log {
        /// Of the logarithm: above 1.
        base: f64,
    },
    /// Logarithmic on both sides of zero, linear in between.
    SymLog {
        /// Of the logarithm: above 1.
        base: f64,
        /// The linear part is from minus this to this; above 0.
        linthresh: f64,
        /// The length of each half of the linear part, in decades; above 0.
        linscale: f64,
    },
}

impl Scale {
    /// Logarithmic with base 10.
    pub const fn log() -> Self {
        Self::Log { base: 10.0 }
    }

    /// Logarithmic with base 10 outside ±`linthresh`; each half of the linear part is as long as a decade.
    pub const fn sym_log(linthresh: f64) -> Self {
        Self::SymLog {
            base: 10.0,
            linthresh,
            linscale: 1.0,
        }
    }

    /// Sets the base of the logarithm; the linear scale has none.
    pub const fn with_base(mut self, to: f64) -> Self {
        if let Self::Log { base } | Self::SymLog { base, .. } = &mut self {
            *base = to;
        }
        self
    }

    /// Sets the length of each half of the linear part of a [`Scale::SymLog`], in decades.
    pub const fn with_linscale(mut self, to: f64) -> Self {
        if let Self::SymLog { linscale, .. } = &mut self {
            *linscale = to;
        }
        self
    }

    /// Its name in matplotlib.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Linear => "linear",
            Self::Log { .. } => "log",
            Self::SymLog { .. } => "symlog",
        }
    }

    /// Whether a value has a position along the axis: on a logarithmic one only those above zero have.
    pub(crate) fn has(self, x: f64) -> bool {
        x.is_finite() && (x > 0.0 || !matches!(self, Self::Log { .. }))
    }

    /// From data to a position along the axis.
    pub fn transform(self, x: f64) -> f64 {
        match self {
            Self::Linear => x,
            Self::Log { .. } if x <= 0.0 => CLIPPED,
            Self::Log { base: 10.0 } => x.log10(),
            Self::Log { base: 2.0 } => x.log2(),
            Self::Log { base: E } => x.ln(),
            Self::Log { base } => x.ln() / base.ln(),
            Self::SymLog {
                base,
                linthresh,
                linscale,
            } => {
                let slope = linscale / (1.0 - 1.0 / base);
                if x.abs() <= linthresh {
                    return x * slope;
                }
                let decades = |x: f64| x.ln() / base.ln();
                x.signum() * linthresh * (slope - decades(linthresh) + decades(x.abs()))
            }
        }
    }

    /// From a position along the axis to data.
    pub fn inverse(self, y: f64) -> f64 {
        match self {
            Self::Linear => y,
            Self::Log { base: E } => y.exp(),
            Self::Log { base: 2.0 } => y.exp2(),
            Self::Log { base } => (y * base.ln()).exp(),
            Self::SymLog {
                base,
                linthresh,
                linscale,
            } => {
                let slope = linscale / (1.0 - 1.0 / base);
                if y.abs() <= linthresh * slope {
                    return y / slope;
                }
                y.signum() * linthresh * ((y.abs() / linthresh - slope) * base.ln()).exp()
            }
        }
    }

    /// The scale itself, if it can be drawn.
    ///
    /// # Errors
    /// [`Error::Setting`] for parameters that matplotlib also rejects, and for a base below 1, for which it has no
    /// ticks.
    pub(crate) fn checked(self) -> Result<Self> {
        let refused = |name, value: f64, expected| {
            Err(Error::Setting {
                name,
                value: value.to_string(),
                expected,
            })
        };
        let is_above = |x: f64, limit: f64| x > limit && x.is_finite();
        match self {
            Self::Log { base } | Self::SymLog { base, .. } if !is_above(base, 1.0) => {
                refused("base", base, "a number above 1")
            }
            Self::SymLog { linthresh, .. } if !is_above(linthresh, 0.0) => {
                refused("linthresh", linthresh, "a number above 0")
            }
            Self::SymLog { linscale, .. } if !is_above(linscale, 0.0) => {
                refused("linscale", linscale, "a number above 0")
            }
            _ => Ok(self),
        }
    }

    /// View limits that the scale can show, as `limit_range_for_scale`; `minpos` is the smallest positive value of
    /// the data.
    pub(crate) fn limit_range(self, vmin: f64, vmax: f64, minpos: f64) -> (f64, f64) {
        let minpos = if minpos.is_finite() { minpos } else { 1e-300 };
        let shown = |x: f64| if x <= 0.0 { minpos } else { x };
        match self {
            Self::Log { .. } => (shown(vmin), shown(vmax)),
            Self::Linear | Self::SymLog { .. } => (vmin, vmax),
        }
    }
}

/// `linear`, `log` (base 10) or `symlog` (base 10, linear within ±2, as in matplotlib).
impl FromStr for Scale {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let known = [Self::Linear, Self::log(), Self::sym_log(2.0)];
        let found = known.into_iter().find(|scale| scale.name() == text);
        found.ok_or_else(|| Error::UnknownScale {
            name: text.to_owned(),
            nearest: nearest_name(text, known.iter().map(|scale| scale.name())),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_axis_shows_positive_limits_only() {
        let log = Scale::log();
        assert_eq!(log.limit_range(-1.0, 10.0, 0.5), (0.5, 10.0));
        assert_eq!(log.limit_range(0.0, -2.0, f64::INFINITY), (1e-300, 1e-300));
        assert_eq!(Scale::sym_log(1.0).limit_range(-1.0, 0.0, 0.5), (-1.0, 0.0));
    }

    #[test]
    fn parameters_that_can_not_be_are_refused() {
        let numbers = [f64::NAN, f64::INFINITY, -10.0, -1.0, 0.0];
        for base in numbers.into_iter().chain([1e-300, 0.5, 1.0]) {
            for scale in [Scale::log(), Scale::sym_log(1.0)] {
                let error = scale.with_base(base).checked().unwrap_err();
                assert_eq!(error.cause(), format!("base can't be {base}"));
                assert_eq!(error.advice(), "give a number above 1");
            }
        }
        for number in numbers {
            assert!(Scale::sym_log(number).checked().is_err(), "{number}");
            let scale = Scale::sym_log(1.0).with_linscale(number);
            assert!(scale.checked().is_err(), "{number}");
        }
        for base in [1.0001, 2.0, E, 1e300] {
            assert!(Scale::log().with_base(base).checked().is_ok(), "{base}");
        }
    }

    #[test]
    fn a_misspelt_name_is_answered_with_the_nearest() {
        let error = "lienar".parse::<Scale>().unwrap_err();
        assert_eq!(error.cause(), "unknown scale \"lienar\"");
        assert!(error.advice().starts_with("did you mean \"linear\"?"));
    }
}
