//! Labels on a logarithmic axis.

use crate::scale::Scale;
use crate::ticker::format_spec::{exponent, fixed, general, repr, trim_zeros};
use crate::ticker::number::{fix_minus, is_close_to_int};
use crate::ticker::{AxisView, Formatter, TickLabels, nonsingular};

/// Shared by the formatters of this file: which ticks have a label.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Labelled {
    base: f64,
    only_base: bool,
    minor_thresholds: (f64, f64),
    linthresh: Option<f64>,
}

/// The multiples of a power that have a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sublabels {
    All,
    /// The powers themselves.
    Powers,
    /// About half of the integer multiples, evenly spaced on the axis.
    Some,
    /// Every integer multiple.
    Whole,
}

/// A tick's value as a power of the base.
#[derive(Debug, Clone, Copy)]
struct Power {
    /// The absolute value of the tick.
    x: f64,
    /// Its logarithm.
    log: f64,
    /// Whether the logarithm is an integer.
    is_decade: bool,
}

impl Labelled {
    fn new(base: f64) -> Self {
        Self {
            base,
            only_base: false,
            minor_thresholds: (1.0, 0.4),
            linthresh: None,
        }
    }

    /// The labels of ticks; `label` formats them.
    fn labels(
        &self,
        axis: &AxisView,
        locs: &[f64],
        label: impl Fn(f64, Power) -> String,
    ) -> TickLabels {
        let sublabels = self.sublabels(axis);
        TickLabels::each(locs, |x, _| match self.power(x, sublabels) {
            Some(power) => label(x, power),
            None => String::new(),
        })
    }

    /// The tick as a power, if it has a label; zero always has one.
    fn power(&self, x: f64, sublabels: Sublabels) -> Option<Power> {
        let x = x.abs();
        if x == 0.0 {
            let (log, is_decade) = (f64::NEG_INFINITY, false);
            return Some(Power { x, log, is_decade });
        }
        let log = self.log(x);
        let is_decade = is_close_to_int(log);
        let whole = match is_decade {
            true => log.round_ties_even(),
            false => log.floor(),
        };
        let multiple = self.base.powf(log - whole).round_ties_even();
        let is_labelled = log.is_finite()
            && (is_decade || !self.only_base)
            && sublabels.contains(multiple, self.base);
        is_labelled.then_some(Power { x, log, is_decade })
    }

    fn log(&self, x: f64) -> f64 {
        x.ln() / self.base.ln()
    }

    /// Which multiples have a label, depending on the view.
    fn sublabels(&self, axis: &AxisView) -> Sublabels {
        if self.minor_thresholds.0.is_infinite() {
            return Sublabels::All;
        }
        let linthresh = self.linthresh.or(match axis.scale {
            Scale::SymLog { linthresh, .. } => Some(linthresh),
            _ => None,
        });
        let (vmin, vmax) = axis.sorted_view();
        let Some(linthresh) = linthresh else {
            if vmin <= 0.0 {
                return Sublabels::Powers;
            }
            let (low, high) = (self.log(vmin), self.log(vmax));
            return self.for_extent(powers_between(low, high), (high - low).abs());
        };
        // Only the logarithmic parts count; the reference subtracts powers on the negative side.
        let (mut powers, mut decades) = (0.0, 0.0);
        if vmin < -linthresh {
            let near = vmax.min(-linthresh);
            powers += powers_between(self.log(-vmin), self.log(-near));
            decades += self.log(vmin / near);
        }
        if vmax > linthresh {
            let near = vmin.max(linthresh);
            powers += powers_between(self.log(near), self.log(vmax));
            decades += self.log(vmax / near);
        }
        self.for_extent(powers, decades)
    }

    /// Which multiples have a label for this number of powers in view, with this distance in decades.
    fn for_extent(&self, powers: f64, decades: f64) -> Sublabels {
        let (subset, all) = self.minor_thresholds;
        if powers > subset {
            Sublabels::Powers
        } else if decades > all {
            Sublabels::Some
        } else {
            Sublabels::Whole
        }
    }

    /// The base as text.
    fn base_text(&self) -> String {
        if self.base % 1.0 == 0.0 {
            fixed(self.base, 0)
        } else {
            repr(self.base)
        }
    }
}

/// The number of integers from `low` to `high`, inclusive.
fn powers_between(low: f64, high: f64) -> f64 {
    high.floor() - low.next_down().floor()
}

impl Sublabels {
    fn contains(self, multiple: f64, base: f64) -> bool {
        match self {
            Self::All => true,
            Self::Powers => multiple == 1.0,
            Self::Whole => (1.0..=(base.ceil())).contains(&multiple),
            Self::Some => {
                let last = (base.trunc() / 2.0).floor();
                // The point nearest to the multiple is the only one that can round to it.
                let near = (multiple.ln() / base.ln() * last).round();
                let point = |i: f64| base.powf(i / last).round_ties_even();
                multiple == 1.0
                    || [near - 1.0, near, near + 1.0]
                        .into_iter()
                        .any(|i| (0.0..=last).contains(&i) && point(i) == multiple)
            }
        }
    }
}

/// The settings that all formatters of this file share.
macro_rules! settings {
    ($name:ident) => {
        impl $name {
            /// Labels for an axis of this base.
            pub fn new(base: f64) -> Self {
                Self(Labelled::new(base))
            }

            /// Whether only integer powers of the base have a label.
            pub fn with_label_only_base(mut self, label_only_base: bool) -> Self {
                self.0.only_base = label_only_base;
                self
            }

            /// Sets the maximum number of powers in view for which multiples between them have labels, and the maximum
            /// number of decades for which all have; (1, 0.4) by default. With infinities every tick has a label.
            pub fn with_minor_thresholds(mut self, subset: f64, all: f64) -> Self {
                self.0.minor_thresholds = (subset, all);
                self
            }

            /// Sets the width of the linear part; by default that of the axis' scale.
            pub fn with_linthresh(mut self, linthresh: f64) -> Self {
                self.0.linthresh = Some(linthresh);
                self
            }
        }

        impl Formatter for $name {
            fn format_ticks(&self, axis: &AxisView, locs: &[f64]) -> TickLabels {
                let (vmin, vmax) = nonsingular(axis.view.0, axis.view.1, 0.05, 1e-15, true);
                self.0
                    .labels(axis, locs, |x, power| self.label(x, power, vmax - vmin))
            }

            fn clone_box(&self) -> Box<dyn Formatter> {
                Box::new(*self)
            }
        }
    };
}

/// Plain numbers on a logarithmic axis (`matplotlib.ticker.LogFormatter`).
///
/// ```
/// use plotreel::scale::Scale;
/// use plotreel::ticker::{AxisView, Formatter, LogFormatter};
///
/// let axis = AxisView::new((1.0, 1e4), Scale::log());
/// assert_eq!(LogFormatter::new(10.0).format_ticks(&axis, &[10.0, 20.0]).labels, ["10", ""]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LogFormatter(Labelled);
settings!(LogFormatter);

impl LogFormatter {
    fn label(&self, _: f64, power: Power, range: f64) -> String {
        match power.x {
            0.0 => "0".into(),
            x if (1.0..=10_000.0).contains(&x) => fix_minus(&short(x, range)),
            x => fix_minus(&exponent(x, 0)),
        }
    }
}

/// The exponents alone (`matplotlib.ticker.LogFormatterExponent`).
///
/// ```
/// use plotreel::scale::Scale;
/// use plotreel::ticker::{AxisView, Formatter, LogFormatterExponent};
///
/// let axis = AxisView::new((1.0, 1e4), Scale::log());
/// assert_eq!(LogFormatterExponent::new(10.0).format_ticks(&axis, &[1000.0]).labels, ["3"]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LogFormatterExponent(Labelled);
settings!(LogFormatterExponent);

impl LogFormatterExponent {
    fn label(&self, _: f64, power: Power, range: f64) -> String {
        if power.x == 0.0 {
            return "0".into();
        }
        fix_minus(&if (1.0..=10_000.0).contains(&power.log.abs()) {
            short(power.log, self.0.log(range))
        } else {
            general(power.log, 0, false)
        })
    }
}

/// Powers with an exponent, integer or not (`matplotlib.ticker.LogFormatterMathtext`).
///
/// ```
/// use plotreel::scale::Scale;
/// use plotreel::ticker::{AxisView, Formatter, LogFormatterMathtext};
///
/// let axis = AxisView::new((1.0, 1e4), Scale::log());
/// let text = LogFormatterMathtext::new(10.0).format_ticks(&axis, &[100.0]);
/// assert_eq!(text.labels, [r"$\mathdefault{10^{2}}$"]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LogFormatterMathtext(Labelled);
settings!(LogFormatterMathtext);

impl LogFormatterMathtext {
    fn label(&self, x: f64, power: Power, _: f64) -> String {
        self.0.mathtext(x, power, |base, log| {
            format!("{base}^{{{}}}", fixed(log, 2))
        })
    }
}

/// The default of a logarithmic axis: powers, and multiples of powers between them
/// (`matplotlib.ticker.LogFormatterSciNotation`).
///
/// ```
/// use plotreel::scale::Scale;
/// use plotreel::ticker::{AxisView, Formatter, LogFormatterSciNotation};
///
/// let axis = AxisView::new((1.0, 5.0), Scale::log());
/// let text = LogFormatterSciNotation::new(10.0).format_ticks(&axis, &[1.0, 2.0]);
/// assert_eq!(text.labels, [r"$\mathdefault{10^{0}}$", r"$\mathdefault{2\times10^{0}}$"]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LogFormatterSciNotation(Labelled);
settings!(LogFormatterSciNotation);

impl LogFormatterSciNotation {
    fn label(&self, x: f64, power: Power, _: f64) -> String {
        self.0.mathtext(x, power, |base, log| {
            let whole = log.floor();
            let multiple = match self.0.base.powf(log - whole) {
                m if is_close_to_int(m) => m.round_ties_even(),
                m => m,
            };
            format!(r"{}\times{base}^{{{whole}}}", general(multiple, 6, false))
        })
    }
}

impl Labelled {
    /// A power as mathtext; `between` formats other values, from base and logarithm.
    fn mathtext(&self, x: f64, power: Power, between: impl Fn(&str, f64) -> String) -> String {
        let sign = if x < 0.0 { "-" } else { "" };
        let base = self.base_text();
        let body = if x == 0.0 {
            "0".into()
        } else if power.is_decade {
            format!("{base}^{{{}}}", fixed(power.log.round_ties_even() + 0.0, 0))
        } else {
            between(&base, power.log)
        };
        format!(r"$\mathdefault{{{sign}{body}}}$")
    }
}

/// A number with the decimals required for a range of this size.
fn short(x: f64, range: f64) -> String {
    if x.abs() < 1e4 && x == x.trunc() {
        return fixed(x, 0);
    }
    let text = match range {
        r if r < 1e-2 => exponent(x, 3),
        r if r <= 1.0 => fixed(x, 3),
        r if r <= 10.0 => fixed(x, 2),
        r if r <= 1e5 => fixed(x, 1),
        _ => exponent(x, 1),
    };
    match text.split_once('e') {
        None => trim_zeros(&text).to_owned(),
        Some((mantissa, power)) => {
            let mantissa = trim_zeros(mantissa);
            match power.parse() {
                Ok(0) | Err(_) => mantissa.to_owned(),
                Ok(power @ i32::MIN..) => format!("{mantissa}e{power}"),
            }
        }
    }
}
