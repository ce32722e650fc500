//! Tick locators and formatters, with the same values as matplotlib's.

mod asinh;
mod category;
mod edge;
mod eng_formatter;
mod fixed;
mod fixed_formatter;
mod format_spec;
mod func_formatter;
mod index;
mod linear;
mod log;
mod log_formatter;
mod logit;
mod logit_formatter;
mod max_n;
mod minor;
mod multiple;
mod nonsingular;
mod number;
mod of_scale;
mod percent_formatter;
mod scalar_formatter;
mod str_formatter;
mod sym_log;
mod theta;

use std::fmt::Debug;

pub use asinh::AsinhLocator;
pub(crate) use category::Categories;
pub use category::{StrCategoryFormatter, StrCategoryLocator};
pub use eng_formatter::EngFormatter;
pub use fixed::{FixedLocator, NullLocator};
pub use fixed_formatter::{FixedFormatter, NullFormatter};
pub(crate) use format_spec::FormatSpec;
pub use func_formatter::FuncFormatter;
pub use index::IndexLocator;
pub use linear::LinearLocator;
pub use log::{LogLocator, Subs};
pub use log_formatter::{
    LogFormatter, LogFormatterExponent, LogFormatterMathtext, LogFormatterSciNotation,
};
pub use logit::LogitLocator;
pub use logit_formatter::LogitFormatter;
pub use max_n::{AutoLocator, MaxNLocator, Prune};
pub use minor::AutoMinorLocator;
pub use multiple::MultipleLocator;
pub use nonsingular::nonsingular;
pub(crate) use number::{MAX_TICKS, can_be};
pub use percent_formatter::PercentFormatter;
pub use scalar_formatter::ScalarFormatter;
pub use str_formatter::{FormatStrFormatter, StrMethodFormatter};
pub use sym_log::SymmetricalLogLocator;
pub(crate) use theta::RadialLocator;
pub use theta::{ThetaFormatter, ThetaLocator};

use crate::scale::Scale;

/// The properties of an axis for its locators and formatters.
///
/// ```
/// use plotreel::scale::Scale;
/// use plotreel::ticker::{AutoLocator, AxisView, Locator};
///
/// let axis = AxisView::new((0.0, 1.0), Scale::Linear).with_tick_space(5);
/// assert_eq!(AutoLocator::new().tick_values(&axis).len(), 6);
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AxisView {
    /// The view limits as set; on an inverted axis the first is the larger one.
    pub view: (f64, f64),
    /// The limits of the data.
    pub data: (f64, f64),
    /// The smallest positive value of the data, infinite if there is none.
    pub minpos: f64,
    /// The axis' scale.
    pub scale: Scale,
    /// The number of ticks for which there is room (`Axis.get_tick_space`).
    pub tick_space: usize,
    /// The values of the major ticks, for locators of minor ticks.
    pub major: Vec<f64>,
    /// See [`with_step`](Self::with_step).
    pub(crate) step: f64,
    /// See [`Locator::date_unit`].
    pub(crate) date_unit: f64,
}

impl AxisView {
    /// An axis with these view limits, the same data limits, no known positive value and room for 9 ticks.
    pub fn new(view: (f64, f64), scale: Scale) -> Self {
        Self {
            view,
            data: view,
            minpos: f64::INFINITY,
            scale,
            tick_space: 9,
            major: Vec::new(),
            step: 1.0,
            date_unit: 1.0,
        }
    }

    /// Sets a factor for the step that the room requires, which is less than 1 in 3-D axes.
    pub(crate) fn with_step(mut self, step: f64) -> Self {
        self.step = step;
        self
    }

    /// Sets the limits of the data and their smallest positive value.
    pub fn with_data(mut self, data: (f64, f64), minpos: f64) -> Self {
        (self.data, self.minpos) = (data, minpos);
        self
    }

    /// Sets the number of ticks for which there is room.
    pub fn with_tick_space(mut self, tick_space: usize) -> Self {
        self.tick_space = tick_space;
        self
    }

    /// Sets the values of the major ticks.
    pub fn with_major(mut self, major: impl Into<Vec<f64>>) -> Self {
        self.major = major.into();
        self
    }

    /// The view limits, the smaller one first.
    pub fn sorted_view(&self) -> (f64, f64) {
        sorted(self.view)
    }

    /// `locs` without those at a major tick, as in `Axis.get_minorticklocs`.
    pub fn remove_overlapping_locs(&self, mut locs: Vec<f64>) -> Vec<f64> {
        let place = |x: f64| self.scale.transform(x);
        let mut major: Vec<f64> = self.major.iter().map(|x| place(*x)).collect();
        major.retain(|m| !m.is_nan());
        major.sort_by(f64::total_cmp);
        let (low, high) = sorted((place(self.view.0), place(self.view.1)));
        let near = (high - low) * 1e-5;
        locs.retain(|x| {
            let x = place(*x);
            // Of all that are near, one of the two neighbours is the nearest.
            let next = major.partition_point(|m| *m < x);
            let beside = &major[next.saturating_sub(1)..major.len().min(next + 1)];
            !beside.iter().any(|m| x == *m || (x - m).abs() <= near)
        });
        locs
    }
}

/// The labels of some ticks.
///
/// ```
/// use plotreel::scale::Scale;
/// use plotreel::ticker::{AxisView, Formatter, ScalarFormatter};
///
/// let axis = AxisView::new((0.0, 2e7), Scale::Linear);
/// let text = ScalarFormatter::new().format_ticks(&axis, &[0.0, 1e7, 2e7]);
/// assert_eq!((text.labels[1].as_str(), text.offset.as_str()), ("1", "1e7"));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TickLabels {
    /// One label per tick; may be empty or mathtext.
    pub labels: Vec<String>,
    /// The offset text at the end of the axis, such as `1e6`; often empty.
    pub offset: String,
}

/// Determines the positions of ticks.
pub trait Locator: Debug + Send + Sync {
    /// The ticks of this axis, in data coordinates; some may be outside the view.
    fn tick_values(&self, axis: &AxisView) -> Vec<f64>;

    /// All ticks, if they do not depend on the limits; fixed labels must have the same number.
    fn fixed_ticks(&self) -> Option<&[f64]> {
        None
    }

    /// The view limits for data between `vmin` and `vmax`, margins included (`axes.autolimit_mode` is "data").
    fn view_limits(&self, vmin: f64, vmax: f64) -> (f64, f64) {
        nonsingular(vmin, vmax, 0.001, 1e-15, true)
    }

    /// The limits from which autoscaling starts: different, finite, and valid for the scale.
    ///
    /// `minpos` is the smallest positive value of the data.
    fn nonsingular(&self, v0: f64, v1: f64, minpos: f64) -> (f64, f64) {
        let _ = minpos;
        nonsingular(v0, v1, 0.05, 1e-15, true)
    }

    /// The days of the unit that ticks count, if they are dates: what [`AutoDateFormatter`](crate::dates::AutoDateFormatter)
    /// chooses its format by.
    fn date_unit(&self, axis: &AxisView) -> Option<f64> {
        let _ = axis;
        None
    }

    /// A boxed copy.
    fn clone_box(&self) -> Box<dyn Locator>;
}

/// Formats tick labels.
pub trait Formatter: Debug + Send + Sync {
    /// The labels of the ticks at `locs`.
    fn format_ticks(&self, axis: &AxisView, locs: &[f64]) -> TickLabels;

    /// The labels, if they do not depend on the ticks.
    fn fixed_labels(&self) -> Option<&[String]> {
        None
    }

    /// The text that says how ticks are formatted, if there is one, such as `"{x:.1f} km"`.
    fn format_text(&self) -> Option<&str> {
        None
    }

    /// A boxed copy.
    fn clone_box(&self) -> Box<dyn Formatter>;
}

/// A number by itself, on no particular axis.
pub(crate) fn format_one(formatter: &dyn Formatter, number: f64) -> String {
    let axis = AxisView::new((0.0, 1.0), Scale::Linear);
    let labels = formatter.format_ticks(&axis, &[number]).labels;
    labels.into_iter().next().unwrap_or_default()
}

impl Clone for Box<dyn Locator> {
    fn clone(&self) -> Self {
        self.as_ref().clone_box()
    }
}

impl Clone for Box<dyn Formatter> {
    fn clone(&self) -> Self {
        self.as_ref().clone_box()
    }
}

impl TickLabels {
    /// Labels without an offset text, one for each (tick, index).
    pub(crate) fn each(locs: &[f64], label: impl Fn(f64, usize) -> String) -> Self {
        Self {
            labels: locs.iter().enumerate().map(|(i, x)| label(*x, i)).collect(),
            offset: String::new(),
        }
    }
}

/// The two in order.
fn sorted((a, b): (f64, f64)) -> (f64, f64) {
    if a > b { (b, a) } else { (a, b) }
}
