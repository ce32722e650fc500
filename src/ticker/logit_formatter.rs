//! Labels of shares.

use crate::ticker::format_spec::fixed;
use crate::ticker::number::is_close_to_int;
use crate::ticker::{AxisView, Formatter, TickLabels};

/// The labels of a [`Scale::Logit`](crate::scale::Scale::Logit), in mathematical notation
/// (`matplotlib.ticker.LogitFormatter`).
///
/// ```
/// use plotreel::scale::Scale;
/// use plotreel::ticker::{AxisView, Formatter, LogitFormatter};
///
/// let axis = AxisView::new((0.02, 0.95), Scale::logit());
/// let text = LogitFormatter::new().format_ticks(&axis, &[0.1, 0.9]);
/// assert_eq!(text.labels, [r"$\mathdefault{10^{-1}}$", r"$\mathdefault{1-10^{-1}}$"]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogitFormatter {
    use_overline: bool,
    one_half: String,
    minor: bool,
    minor_threshold: usize,
    minor_number: usize,
}

impl LogitFormatter {
    /// Of major ticks.
    pub fn new() -> Self {
        Self {
            use_overline: false,
            one_half: r"\frac{1}{2}".into(),
            minor: false,
            minor_threshold: 25,
            minor_number: 6,
        }
    }

    /// Sets whether shares above 1/2 are the rest with a line above, instead of 1 minus the rest.
    pub fn with_use_overline(mut self, use_overline: bool) -> Self {
        self.use_overline = use_overline;
        self
    }

    /// Sets the label of 1/2, in mathematical notation without its dollars.
    pub fn with_one_half(mut self, one_half: impl Into<String>) -> Self {
        self.one_half = one_half.into();
        self
    }

    /// Sets whether it is for minor ticks, of which few have labels.
    pub fn with_minor(mut self, minor: bool) -> Self {
        self.minor = minor;
        self
    }

    /// Sets the number of minor ticks from which on none has a label.
    pub fn with_minor_threshold(mut self, minor_threshold: usize) -> Self {
        self.minor_threshold = minor_threshold;
        self
    }

    /// Sets the number of minor ticks that have labels, if any have.
    pub fn with_minor_number(mut self, minor_number: usize) -> Self {
        self.minor_number = minor_number;
        self
    }

    /// Which ticks have a label.
    fn labelled(&self, locs: &[f64]) -> Vec<bool> {
        if !self.minor {
            return vec![true; locs.len()];
        }
        let is_ideal = |x: f64| is_decade(x) || is_decade(1.0 - x) || is_half(x);
        if locs.iter().all(|x| is_ideal(*x)) || locs.len() >= self.minor_threshold {
            return vec![false; locs.len()];
        }
        if locs.len() < self.minor_number {
            return vec![true; locs.len()];
        }
        let widest = self.widest(locs);
        (0..locs.len()).map(|i| widest.contains(&i)).collect()
    }

    /// The ticks with the most room to their neighbours.
    fn widest(&self, locs: &[f64]) -> Vec<usize> {
        let place = |x: f64| -(1.0 / x - 1.0).ln();
        let gap = |i: usize| match locs.get(i..i + 2) {
            Some(&[a, b]) => Some(place(b) - place(a)),
            _ => None,
        };
        let room = |i: usize| {
            let (before, after) = (i.checked_sub(1).and_then(gap), gap(i));
            let least = before
                .unwrap_or(f64::INFINITY)
                .min(after.unwrap_or(f64::INFINITY));
            (least, before.unwrap_or(0.0) + after.unwrap_or(0.0))
        };
        let mut order: Vec<usize> = (0..locs.len()).collect();
        order.sort_by(|a, b| {
            let (a, b) = (room(*a), room(*b));
            a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1))
        });
        order.split_off(locs.len() - self.minor_number)
    }

    fn label(&self, x: f64, locs: &[f64]) -> String {
        let power = |x: f64| format!("10^{{{}}}", x.log10().round_ties_even());
        let text = match x {
            _ if is_half(x) => self.one_half.clone(),
            _ if x < 0.5 && is_decade(x) => power(x),
            _ if x > 0.5 && is_decade(1.0 - x) => self.one_minus(power(1.0 - x)),
            _ if x < 0.1 => scientific(x, locs),
            _ if x > 0.9 => {
                let rests: Vec<f64> = locs.iter().map(|x| 1.0 - x).collect();
                self.one_minus(scientific(1.0 - x, &rests))
            }
            _ => fixed(x, precision(x, locs, 0.0).unwrap_or(1).max(1)),
        };
        format!(r"$\mathdefault{{{text}}}$")
    }

    fn one_minus(&self, text: String) -> String {
        match self.use_overline {
            true => format!(r"\overline{{{text}}}"),
            false => format!("1-{text}"),
        }
    }
}

impl Default for LogitFormatter {
    fn default() -> Self {
        Self::new()
    }
}

impl Formatter for LogitFormatter {
    fn format_ticks(&self, _: &AxisView, locs: &[f64]) -> TickLabels {
        let labelled = self.labelled(locs);
        TickLabels::each(locs, |x, i| match labelled[i] && x > 0.0 && x < 1.0 {
            true => self.label(x, locs),
            false => String::new(),
        })
    }

    fn clone_box(&self) -> Box<dyn Formatter> {
        Box::new(self.clone())
    }
}

/// A multiple of a power of ten.
fn scientific(x: f64, locs: &[f64]) -> String {
    let exponent = x.log10().floor();
    let mantissa = fixed(
        x * 10f64.powf(-exponent),
        precision(x, locs, exponent).unwrap_or(0),
    );
    format!(r"{mantissa}\cdot10^{{{exponent}}}")
}

/// The decimals by which a multiple of this power of ten differs from the nearest other tick, if there is one.
fn precision(x: f64, locs: &[f64], exponent: f64) -> Option<usize> {
    let mut distances: Vec<f64> = locs.iter().map(|other| (other - x).abs()).collect();
    distances.sort_by(f64::total_cmp);
    let precision = exponent - distances.get(1)?.log10();
    let whole = match is_close_to_int(precision) {
        true => precision.round_ties_even(),
        false => precision.ceil(),
    };
    // Negative numbers become 0.
    Some(whole as usize)
}

fn is_half(x: f64) -> bool {
    is_close_to_int(2.0 * x) && (2.0 * x).round_ties_even() == 1.0
}

/// Whether it is a power of ten, or zero.
fn is_decade(x: f64) -> bool {
    if x == 0.0 {
        return true;
    }
    let log = x.abs().ln() / std::f64::consts::LN_10;
    let whole = log.round_ties_even();
    x.is_finite() && (log - whole).abs() <= 1e-8 + 1e-7 * whole.abs()
}
