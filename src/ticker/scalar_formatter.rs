//! Plain numbers, with a common factor or offset at the end of the axis.

use crate::ticker::format_spec::{fixed, general};
use crate::ticker::number::{fix_minus, floor_div, order_of_magnitude, pow10, round_decimals};
use crate::ticker::{AxisView, Formatter, TickLabels};

/// More than the orders of magnitude of floating point numbers.
const ORDERS: i32 = 800;

/// The default of a linear axis: plain numbers, with a common factor or offset if that shortens them
/// (`matplotlib.ticker.ScalarFormatter`).
///
/// Negative numbers have the typographic minus (U+2212), as with `axes.unicode_minus`.
///
/// ```
/// use plotreel::scale::Scale;
/// use plotreel::ticker::{AxisView, Formatter, ScalarFormatter};
///
/// let axis = AxisView::new((1e5, 1e5 + 8.0), Scale::Linear);
/// let text = ScalarFormatter::new().format_ticks(&axis, &[1e5, 1e5 + 4.0, 1e5 + 8.0]);
/// assert_eq!(text.labels, ["0", "4", "8"]);
/// assert_eq!(text.offset, "+1e5");
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct ScalarFormatter {
    offset: Offset,
    offset_threshold: i32,
    scientific: bool,
    powerlimits: (i32, i32),
    use_math_text: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Offset {
    /// If it saves digits.
    Auto,
    /// A fixed offset; 0 for none.
    Fixed(f64),
}

impl ScalarFormatter {
    /// matplotlib's defaults: an offset if it saves 4 digits, a power of ten from 10⁶ up and from 10⁻⁵ down.
    pub fn new() -> Self {
        Self {
            offset: Offset::Auto,
            offset_threshold: 4,
            scientific: true,
            powerlimits: (-5, 6),
            use_math_text: false,
        }
    }

    /// Whether to use an offset if it saves digits.
    pub fn with_use_offset(mut self, use_offset: bool) -> Self {
        self.offset = match use_offset {
            true => Offset::Auto,
            false => Offset::Fixed(0.0),
        };
        self
    }

    /// Sets a fixed offset.
    pub fn with_offset(mut self, offset: f64) -> Self {
        self.offset = Offset::Fixed(offset);
        self
    }

    /// Sets how many digits an offset must save (`axes.formatter.offset_threshold`).
    pub fn with_offset_threshold(mut self, digits: i32) -> Self {
        self.offset_threshold = digits;
        self
    }

    /// Whether to factor out a power of ten.
    pub fn with_scientific(mut self, scientific: bool) -> Self {
        self.scientific = scientific;
        self
    }

    /// Factors out a power of ten if it is at most 10^`min` or at least 10^`max`; if both are equal and not 0, always
    /// this power.
    pub fn with_powerlimits(mut self, min: i32, max: i32) -> Self {
        self.powerlimits = (min, max);
        self
    }

    /// Whether to write a power as 10³ rather than 1e3.
    pub fn with_use_math_text(mut self, use_math_text: bool) -> Self {
        self.use_math_text = use_math_text;
        self
    }

    fn choose_offset(&self, axis: &AxisView, locs: &[f64]) -> f64 {
        match self.offset {
            Offset::Fixed(offset) => offset,
            Offset::Auto => self.useful_offset(&visible(axis, locs)).unwrap_or(0.0),
        }
    }

    /// The leading digits common to all ticks, if there are enough of them.
    fn useful_offset(&self, locs: &[f64]) -> Option<f64> {
        let low = locs.iter().copied().reduce(f64::min)?;
        let high = locs.iter().copied().reduce(f64::max)?;
        if low == high || (low <= 0.0 && 0.0 <= high) {
            return None;
        }
        let (near, far) = match low.abs() < high.abs() {
            true => (low.abs(), high.abs()),
            false => (high.abs(), low.abs()),
        };
        let first = far.log10().ceil();
        // The first order of magnitude at which the two ends differ.
        let differ = |is_apart: &dyn Fn(f64, f64) -> bool| {
            (0..ORDERS)
                .map(|i| first - f64::from(i))
                .find(|oom| {
                    let unit = pow10(*oom);
                    is_apart(floor_div(near, unit), floor_div(far, unit))
                })
                .map(|oom| oom + 1.0)
        };
        let mut oom = differ(&|near, far| near != far)?;
        if (far - near) / pow10(oom) <= 1e-2 {
            // They are on both sides of a round number: a difference of one does not count.
            oom = differ(&|near, far| far - near > 1.0)?;
        }
        let unit = pow10(oom);
        let shared = floor_div(far, unit);
        let is_useful = shared >= pow10(f64::from(self.offset_threshold - 1));
        is_useful.then(|| 1f64.copysign(low) * shared * unit)
    }

    /// The power of ten to factor out.
    fn choose_order(&self, axis: &AxisView, locs: &[f64], offset: f64) -> i32 {
        let (min, max) = self.powerlimits;
        if !self.scientific {
            return 0;
        }
        if min == max && min != 0 {
            return min;
        }
        let locs = visible(axis, locs);
        let Some(largest) = locs.iter().map(|x| x.abs()).reduce(f64::max) else {
            return 0;
        };
        let (vmin, vmax) = axis.sorted_view();
        let size = if offset == 0.0 { largest } else { vmax - vmin };
        let order = match size {
            0.0 => 0,
            _ => order_of_magnitude(size) as i32,
        };
        if order <= min || order >= max {
            order
        } else {
            0
        }
    }

    /// The offset text at the end of the axis.
    fn offset_text(&self, offset: f64, order: i32) -> String {
        if order == 0 && offset == 0.0 {
            return String::new();
        }
        let plus = if offset > 0.0 { "+" } else { "" };
        let offset_text = match offset {
            0.0 => String::new(),
            _ => format!("{plus}{}", self.format_data(offset)),
        };
        let text = match (self.use_math_text, order) {
            (true, 0) => format!(r"$\mathdefault{{{offset_text}}}$"),
            (true, _) => {
                let factor = self.format_data(pow10(f64::from(order)));
                format!(r"$\times\mathdefault{{{factor}}}\mathdefault{{{offset_text}}}$")
            }
            (false, 0) => offset_text,
            (false, _) => format!("1e{order}{offset_text}"),
        };
        fix_minus(&text)
    }

    /// A number as significand and power of ten.
    fn format_data(&self, value: f64) -> String {
        let power = order_of_magnitude(value.abs());
        let scaled = value / pow10(power);
        // Rounded to 10 decimals through text, which is exact.
        let s: f64 = fixed(scaled, 10).parse().unwrap_or(scaled);
        let significand = if s % 1.0 == 0.0 {
            fixed(s, 0)
        } else {
            general(s, 10, false)
        };
        let text = match (self.use_math_text, power) {
            (_, 0.0) => significand,
            (true, _) if s == 1.0 => format!("10^{{{power}}}"),
            (true, _) => format!(r"{significand} \times 10^{{{power}}}"),
            (false, _) => format!("{significand}e{power}"),
        };
        fix_minus(&text)
    }
}

impl Default for ScalarFormatter {
    fn default() -> Self {
        Self::new()
    }
}

impl Formatter for ScalarFormatter {
    fn format_ticks(&self, axis: &AxisView, locs: &[f64]) -> TickLabels {
        if locs.is_empty() {
            return TickLabels::default();
        }
        let offset = self.choose_offset(axis, locs);
        let order = self.choose_order(axis, locs, offset);
        let reduced = |x: f64| (x - offset) / pow10(f64::from(order));
        let decimals = decimals(axis, locs, reduced);
        let label = |x: f64, _| {
            let x = match reduced(x) {
                x if x.abs() < 1e-8 => 0.0,
                x => x,
            };
            let text = fixed(x, decimals);
            fix_minus(&if self.use_math_text {
                format!(r"$\mathdefault{{{text}}}$")
            } else {
                text
            })
        };
        TickLabels {
            offset: self.offset_text(offset, order),
            ..TickLabels::each(locs, label)
        }
    }

    fn clone_box(&self) -> Box<dyn Formatter> {
        Box::new(self.clone())
    }
}

/// The fewest decimals that distinguish the reduced ticks, with an error within a thousandth of their range's order.
fn decimals(axis: &AxisView, locs: &[f64], reduced: impl Fn(f64) -> f64) -> usize {
    let locs: Vec<f64> = locs.iter().map(|x| reduced(*x)).collect();
    let mut spread = locs.clone();
    if locs.len() < 2 {
        // A single tick has no range: use that of the view.
        spread.extend([reduced(axis.view.0), reduced(axis.view.1)]);
    }
    let low = spread.iter().copied().fold(f64::INFINITY, f64::min);
    let high = spread.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let range = [high - low, high.abs().max(low.abs()), 1.0]
        .into_iter()
        .find(|range| *range != 0.0)
        .unwrap_or(1.0);
    let order = order_of_magnitude(range);
    if !order.is_finite() {
        return 0;
    }
    let enough = 1e-3 * pow10(order);
    let is_enough = |decimals: i32| {
        let error = |x: &f64| (x - round_decimals(*x, decimals)).abs();
        locs.iter().all(|x| error(x) < enough)
    };
    let mut decimals = (3 - order as i32).max(0);
    while decimals >= 0 && is_enough(decimals) {
        decimals -= 1;
    }
    usize::try_from(decimals + 1).unwrap_or(0)
}

/// The ticks within the view.
fn visible(axis: &AxisView, locs: &[f64]) -> Vec<f64> {
    let (vmin, vmax) = axis.sorted_view();
    let is_visible = |x: &f64| x.is_finite() && (vmin..=vmax).contains(x);
    locs.iter().copied().filter(is_visible).collect()
}
