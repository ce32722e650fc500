//! The levels of contours.

use crate::artists::extend::Extend;
use crate::error::{Error, Result};
use crate::properties::{PropertyType, Value};
use crate::scale::Scale;
use crate::ticker::{AxisView, Locator, LogLocator, MaxNLocator};

/// The values at which contours are drawn: about this number of round values, or the values of a list.
///
/// ```
/// use plotreel::collections::ContourLevels;
///
/// assert_eq!(ContourLevels::from(5), ContourLevels::Number(5));
/// assert_eq!(ContourLevels::from([0.0, 0.5]), ContourLevels::Values(vec![0.0, 0.5]));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ContourLevels {
    /// At most one more than this number of round values, within the data.
    Number(usize),
    /// These, which increase.
    Values(Vec<f64>),
}

impl Default for ContourLevels {
    /// 7.
    fn default() -> Self {
        Self::Number(7)
    }
}

impl From<usize> for ContourLevels {
    fn from(number: usize) -> Self {
        Self::Number(number)
    }
}

impl From<Vec<f64>> for ContourLevels {
    fn from(values: Vec<f64>) -> Self {
        Self::Values(values)
    }
}

impl From<&[f64]> for ContourLevels {
    fn from(values: &[f64]) -> Self {
        values.to_vec().into()
    }
}

impl<const N: usize> From<[f64; N]> for ContourLevels {
    fn from(values: [f64; N]) -> Self {
        values.to_vec().into()
    }
}

impl PropertyType for ContourLevels {
    const TAKES: &'static str = "a number of levels, or a list of them";

    fn read(name: &'static str, value: &Value) -> Result<Self> {
        match value {
            Value::Number(_) => usize::read(name, value).map(Self::Number),
            value => Vec::read(name, value).map(Self::Values),
        }
    }
}

impl ContourLevels {
    /// The levels for values within a range.
    ///
    /// # Errors
    /// [`Error::Setting`] for levels that don't increase, for fewer than two of filled contours, and for a range that
    /// is too large for a number of them.
    pub(super) fn resolve(
        &self,
        range: (f64, f64),
        log: bool,
        filled: bool,
        extend: Extend,
    ) -> Result<Vec<f64>> {
        let levels = match self {
            Self::Number(_) if range.0.is_finite() && range.1 - range.0 == f64::INFINITY => {
                return Err(Error::Setting {
                    name: "the values of contours",
                    value: format!("from {:e} to {:e}", range.0, range.1),
                    expected: "values whose difference is finite, or levels",
                });
            }
            Self::Number(number) => automatic(*number, range, log, extend),
            Self::Values(values) => values.clone(),
        };
        let least = if filled { 2 } else { 1 };
        let increase = levels.is_sorted_by(|a, b| a < b) && levels.iter().all(|l| l.is_finite());
        if levels.len() < least || !increase {
            return Err(Error::Setting {
                name: "levels",
                value: format!("{levels:?}"),
                expected: "increasing numbers: one or more, for filled contours two or more",
            });
        }
        Ok(levels)
    }
}

/// Round values that span a range.
fn automatic(number: usize, (low, high): (f64, f64), log: bool, extend: Extend) -> Vec<f64> {
    let levels = match log {
        true => LogLocator::new(10.0)
            .with_numticks(number)
            .tick_values(&AxisView::new((low, high), Scale::log())),
        false => MaxNLocator::new(number + 1)
            .with_min_n_ticks(1)
            .tick_values(&AxisView::new((low, high), Scale::Linear)),
    };
    let last_below = levels.iter().rposition(|level| *level < low);
    let first_above = levels.iter().position(|level| *level > high);
    let start = last_below.unwrap_or(0) + usize::from(extend.below());
    let end = first_above.map_or(levels.len(), |i| i + 1);
    let end = end.saturating_sub(usize::from(extend.above()));
    match end.saturating_sub(start) {
        0..3 => levels,
        _ => levels[start..end].to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_without_a_finite_length_is_told_of() {
        let resolve = |levels: ContourLevels| {
            let range = (-1e308, 1e308);
            levels.resolve(range, false, false, Extend::Neither)
        };
        let error = resolve(ContourLevels::Number(7)).unwrap_err().to_string();
        assert!(error.contains("from -1e308 to 1e308"), "{error}");
        assert_eq!(resolve([0.0].into()).unwrap(), [0.0]);
    }
}
