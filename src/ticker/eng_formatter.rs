//! Labels with prefixes of units.

use crate::ticker::format_spec::fixed;
use crate::ticker::number::fix_minus;
use crate::ticker::str_formatter::FormatStrFormatter;
use crate::ticker::{AxisView, Formatter, TickLabels, format_one};

/// The prefixes from 10⁻³⁰ to 10³⁰, in steps of 1000.
const PREFIXES: [&str; 21] = [
    "q", "r", "y", "z", "a", "f", "p", "n", "µ", "m", "", "k", "M", "G", "T", "P", "E", "Z", "Y",
    "R", "Q",
];
/// The place of the prefix of 1.
const ONE: i32 = 10;

/// Formats ticks in engineering notation (`matplotlib.ticker.EngFormatter`): with the prefix of a power of 1000, such as
/// 1.5 kHz.
///
/// ```
/// use plotreel::scale::Scale;
/// use plotreel::ticker::{AxisView, EngFormatter, Formatter};
///
/// let axis = AxisView::new((0.0, 1e6), Scale::Linear);
/// let labels = EngFormatter::new("Hz").with_places(1).format_ticks(&axis, &[1500.0, 2e6]).labels;
/// assert_eq!(labels, ["1.5 kHz", "2.0 MHz"]);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct EngFormatter {
    unit: String,
    places: Option<usize>,
    sep: String,
}

impl EngFormatter {
    /// With the symbol of a unit, which may be empty.
    pub fn new(unit: impl Into<String>) -> Self {
        Self {
            unit: unit.into(),
            places: None,
            sep: " ".into(),
        }
    }

    /// Sets the number of decimals; by default there are as many as needed, up to 6 digits.
    pub fn with_places(mut self, places: usize) -> Self {
        self.places = Some(places);
        self
    }

    /// Sets what is between number and prefix; by default a space.
    pub fn with_sep(mut self, sep: impl Into<String>) -> Self {
        self.sep = sep.into();
        self
    }

    fn number(&self, x: f64) -> String {
        match self.places {
            Some(places) => fixed(x, places),
            None => format_one(&FormatStrFormatter::general(), x),
        }
    }

    fn label(&self, x: f64) -> String {
        if !x.is_finite() {
            return format!("{x}{}{}", self.sep, self.unit);
        }
        let (sign, size) = (if x < 0.0 { -1.0 } else { 1.0 }, x.abs());
        let power = match size {
            0.0 => 0,
            _ => (size.log10() / 3.0).floor() as i32,
        };
        let power = power.clamp(-ONE, PREFIXES.len() as i32 - 1 - ONE);
        let mantissa = |power: i32| sign * size / 10f64.powi(3 * power);
        // Rounding may make 1000 of what is below.
        let rounded = |power: i32| self.number(mantissa(power)).parse::<f64>().unwrap_or(0.0);
        let last = PREFIXES.len() as i32 - 1 - ONE;
        let power = match rounded(power).abs() >= 1000.0 && power < last {
            true => power + 1,
            false => power,
        };
        let prefix = PREFIXES.get((power + ONE) as usize).copied().unwrap_or("");
        let number = fix_minus(&self.number(mantissa(power)));
        match prefix.is_empty() && self.unit.is_empty() {
            true => number,
            false => format!("{number}{}{prefix}{}", self.sep, self.unit),
        }
    }
}

impl Default for EngFormatter {
    /// Without a unit.
    fn default() -> Self {
        Self::new("")
    }
}

impl Formatter for EngFormatter {
    fn format_ticks(&self, _axis: &AxisView, locs: &[f64]) -> TickLabels {
        TickLabels::each(locs, |x, _| self.label(x))
    }

    fn clone_box(&self) -> Box<dyn Formatter> {
        Box::new(self.clone())
    }
}
