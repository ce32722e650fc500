//! Round ticks, up to a given number.

use crate::ticker::edge::Edge;
use crate::ticker::number::{floor_div, order_of_magnitude, pow10, ticks};
use crate::ticker::{AxisView, Locator, nonsingular};

/// The default maximum number of intervals.
const MOST_BINS: usize = 9;

/// Ticks at round multiples, with a maximum number of intervals (`matplotlib.ticker.MaxNLocator`).
///
/// ```
/// use plotreel::scale::Scale;
/// use plotreel::ticker::{AxisView, Locator, MaxNLocator};
///
/// let axis = AxisView::new((0.0, 10.0), Scale::Linear);
/// assert_eq!(MaxNLocator::new(3).tick_values(&axis), [0.0, 4.0, 8.0, 12.0]);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct MaxNLocator {
    /// `None` depends on the length of the axis.
    nbins: Option<usize>,
    steps: Vec<f64>,
    integer: bool,
    symmetric: bool,
    prune: Prune,
    min_n_ticks: usize,
    /// Whether autoscaled limits are ticks (`axes.autolimit_mode` is "round_numbers").
    round: bool,
}

/// Which ticks at the ends [`MaxNLocator`] omits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Prune {
    /// None.
    #[default]
    None,
    /// The first.
    Lower,
    /// The last.
    Upper,
    /// The first and the last.
    Both,
}

impl MaxNLocator {
    /// At most `nbins` intervals, that is `nbins + 1` ticks in view; at least 1.
    pub fn new(nbins: usize) -> Self {
        Self {
            nbins: Some(nbins.max(1)),
            steps: vec![1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0],
            integer: false,
            symmetric: false,
            prune: Prune::None,
            min_n_ticks: 2,
            round: false,
        }
    }

    /// As many intervals as the axis has room for, up to 9 (`nbins="auto"`).
    pub fn auto() -> Self {
        Self {
            nbins: None,
            ..Self::new(MOST_BINS)
        }
    }

    /// Allows these multiples of powers of ten only; 1 and 10 are always among them.
    ///
    /// Values outside 1 to 10 are ignored, and the rest is sorted.
    pub fn with_steps(mut self, steps: impl Into<Vec<f64>>) -> Self {
        self.steps = steps.into();
        self.steps.retain(|s| (1.0..=10.0).contains(s));
        self.steps.extend([1.0, 10.0]);
        self.steps.sort_by(f64::total_cmp);
        self.steps.dedup();
        self
    }

    /// Allows only integers, if the view contains enough of them.
    pub fn with_integer(mut self, integer: bool) -> Self {
        self.integer = integer;
        self
    }

    /// Makes autoscaled limits symmetric around zero.
    pub fn with_symmetric(mut self, symmetric: bool) -> Self {
        self.symmetric = symmetric;
        self
    }

    /// Omits ticks at the ends.
    pub fn with_prune(mut self, prune: Prune) -> Self {
        self.prune = prune;
        self
    }

    /// The minimum number of ticks, which takes precedence over the maximum number of intervals and over integers; at
    /// least 1.
    pub fn with_min_n_ticks(mut self, min_n_ticks: usize) -> Self {
        self.min_n_ticks = min_n_ticks.max(1);
        self
    }

    /// The ticks between two limits on an axis with room for `tick_space` of them, reduced by the step factor.
    pub(super) fn between(
        &self,
        vmin: f64,
        vmax: f64,
        (tick_space, part): (usize, f64),
    ) -> Vec<f64> {
        let (vmin, vmax) = self.symmetrized(vmin, vmax);
        let (vmin, vmax) = nonsingular(vmin, vmax, 1e-13, 1e-14, true);
        let mut locs = self.raw_ticks(vmin, vmax, tick_space, part);
        if matches!(self.prune, Prune::Upper | Prune::Both) {
            locs.pop();
        }
        if matches!(self.prune, Prune::Lower | Prune::Both) && !locs.is_empty() {
            locs.remove(0);
        }
        locs
    }

    /// Ticks that span the limits, with one beyond each limit that is not itself a tick.
    fn raw_ticks(&self, vmin: f64, vmax: f64, tick_space: usize, part: f64) -> Vec<f64> {
        let nbins = self.nbins.unwrap_or_else(|| {
            let least = (self.min_n_ticks - 1).max(1);
            tick_space.max(least).min(MOST_BINS)
        }) as f64;
        let (scale, offset) = scale_range(vmin, vmax, nbins);
        let (vmin, vmax) = (vmin - offset, vmax - offset);
        let steps = self.staircase(scale);
        let raw_step = (vmax - vmin) / nbins * part;
        // From the tick below the limits, a step has to reach the upper one.
        let reaches = |step: f64| floor_div(vmin, step) * step + step * nbins >= vmax;
        let first = steps
            .iter()
            .position(|s| *s >= raw_step && (!self.round || reaches(*s)))
            .unwrap_or(steps.len().saturating_sub(1));
        let mut found = Vec::new();
        // From the smallest step that is large enough, down to one that gives enough ticks.
        for step in steps.iter().take(first + 1).rev() {
            let step = self.whole_step(*step, vmin, vmax);
            let start = floor_div(vmin, step) * step;
            let edge = Edge::new(step, offset);
            let (low, high) = (edge.le(vmin - start), edge.ge(vmax - start));
            found = ticks(high + 1.0 - low, |i| (low + i) * step + start);
            let visible = found.iter().filter(|x| (vmin..=vmax).contains(*x)).count();
            if visible >= self.min_n_ticks {
                break;
            }
        }
        found.iter_mut().for_each(|x| *x += offset);
        found
    }

    /// The possible steps, from a tenth of the range's scale to more than ten times it.
    fn staircase(&self, scale: f64) -> Vec<f64> {
        let steps = &self.steps;
        let below = steps[..steps.len() - 1].iter().map(|s| 0.1 * s);
        let above = steps.get(1).map(|s| 10.0 * s);
        below
            .chain(steps.iter().copied())
            .chain(above)
            .map(|s| s * scale)
            .filter(|s| !self.integer || *s < 1.0 || (s - s.round_ties_even()).abs() < 0.001)
            .collect()
    }

    /// The step, at least 1 if integers are required and there are enough.
    fn whole_step(&self, step: f64, vmin: f64, vmax: f64) -> f64 {
        let whole = vmax.floor() - vmin.ceil();
        if self.integer && whole >= self.min_n_ticks as f64 - 1.0 {
            step.max(1.0)
        } else {
            step
        }
    }

    fn symmetrized(&self, vmin: f64, vmax: f64) -> (f64, f64) {
        if self.symmetric {
            let end = vmin.abs().max(vmax.abs());
            (-end, end)
        } else {
            (vmin, vmax)
        }
    }
}

impl Locator for MaxNLocator {
    fn tick_values(&self, axis: &AxisView) -> Vec<f64> {
        self.between(axis.view.0, axis.view.1, (axis.tick_space, axis.step))
    }

    fn view_limits(&self, vmin: f64, vmax: f64) -> (f64, f64) {
        let (vmin, vmax) = self.symmetrized(vmin, vmax);
        let (vmin, vmax) = nonsingular(vmin, vmax, 1e-12, 1e-13, true);
        if !self.round {
            return (vmin, vmax);
        }
        // The length of the axis is not known here.
        let ticks = self.raw_ticks(vmin, vmax, MOST_BINS, 1.0);
        match ticks[..] {
            [first, .., last] => (first, last),
            _ => (vmin, vmax),
        }
    }

    fn clone_box(&self) -> Box<dyn Locator> {
        Box::new(self.clone())
    }
}

/// The default of a linear axis: a [`MaxNLocator`] for the length of the axis, with steps of 1, 2, 2.5 or 5
/// (`matplotlib.ticker.AutoLocator`).
///
/// ```
/// use plotreel::scale::Scale;
/// use plotreel::ticker::{AutoLocator, AxisView, Locator};
///
/// let axis = AxisView::new((0.0, 1.0), Scale::Linear).with_tick_space(4);
/// assert_eq!(AutoLocator::new().tick_values(&axis), [0.0, 0.25, 0.5, 0.75, 1.0]);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct AutoLocator(MaxNLocator);

impl AutoLocator {
    /// The locator; it has no settings.
    pub fn new() -> Self {
        Self(MaxNLocator::auto().with_steps([1.0, 2.0, 2.5, 5.0, 10.0]))
    }

    /// That of a style: with the steps of matplotlib 1 or not, and with limits that are ticks or not.
    pub(crate) fn of_style(classic: bool, round: bool) -> Self {
        let Self(locator) = match classic {
            true => Self(MaxNLocator::new(MOST_BINS).with_steps([1.0, 2.0, 5.0, 10.0])),
            false => Self::new(),
        };
        Self(MaxNLocator { round, ..locator })
    }

    /// The ticks between two limits of an unknown axis.
    pub(super) fn between(&self, vmin: f64, vmax: f64) -> Vec<f64> {
        self.0.between(vmin, vmax, (MOST_BINS, 1.0))
    }
}

impl Default for AutoLocator {
    fn default() -> Self {
        Self::new()
    }
}

impl Locator for AutoLocator {
    fn tick_values(&self, axis: &AxisView) -> Vec<f64> {
        self.0.tick_values(axis)
    }

    fn view_limits(&self, vmin: f64, vmax: f64) -> (f64, f64) {
        self.0.view_limits(vmin, vmax)
    }

    fn clone_box(&self) -> Box<dyn Locator> {
        Box::new(self.clone())
    }
}

/// The power of ten of one of `n` intervals, and the offset of a range that is far from zero.
fn scale_range(vmin: f64, vmax: f64, n: f64) -> (f64, f64) {
    let range = (vmax - vmin).abs();
    let middle = (vmax + vmin) / 2.0;
    let offset = if middle.abs() / range < 100.0 {
        0.0
    } else {
        pow10(order_of_magnitude(middle.abs())).copysign(middle)
    };
    (pow10(order_of_magnitude(range / n)), offset)
}
