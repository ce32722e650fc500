//! Ticks of an axis that is almost linear around zero and almost logarithmic far from it.

use crate::scale::asinh;
use crate::ticker::number::ticks;
use crate::ticker::{AxisView, Locator};

/// The approximate number of ticks.
const NUMTICKS: usize = 11;
/// Limits whose sizes differ by less than this share of one are made symmetric.
const SYMTHRESH: f64 = 0.2;

/// Ticks that are about evenly spaced on a [`Scale::Asinh`](crate::scale::Scale::Asinh), at powers of a base
/// (`matplotlib.ticker.AsinhLocator`).
///
/// ```
/// use plotreel::scale::Scale;
/// use plotreel::ticker::{AsinhLocator, AxisView, Locator};
///
/// let axis = AxisView::new((-50.0, 50.0), Scale::asinh(1.0));
/// let found = AsinhLocator::new(1.0).with_numticks(5).tick_values(&axis);
/// assert_eq!(found, [-10.0, -1.0, 0.0, 1.0, 10.0]);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct AsinhLocator {
    linear_width: f64,
    numticks: usize,
    symthresh: f64,
    base: f64,
    subs: Vec<f64>,
}

impl AsinhLocator {
    /// For a scale with this width of the almost linear part; at powers of 10.
    pub fn new(linear_width: f64) -> Self {
        Self {
            linear_width,
            numticks: NUMTICKS,
            symthresh: SYMTHRESH,
            base: 10.0,
            subs: Vec::new(),
        }
    }

    /// Sets the base of the powers; with 0 or 1, ticks are at values with one digit.
    pub fn with_base(mut self, base: u32) -> Self {
        self.base = f64::from(base);
        self
    }

    /// Sets the multiples of each power that have a tick, instead of the powers themselves.
    pub fn with_subs(mut self, subs: impl Into<Vec<f64>>) -> Self {
        self.subs = subs.into();
        self
    }

    /// Sets the approximate number of ticks; at least 2.
    pub fn with_numticks(mut self, numticks: usize) -> Self {
        self.numticks = numticks.max(2);
        self
    }

    /// Sets how much the sizes of limits of different signs may differ, as a share, for ticks to be symmetric; 0.2 by
    /// default.
    pub fn with_symthresh(mut self, symthresh: f64) -> Self {
        self.symthresh = symthresh;
        self
    }

    /// Evenly spaced values from one to another.
    fn spaced(&self, from: f64, to: f64) -> Vec<f64> {
        let last = self.numticks as f64 - 1.0;
        let step = (to - from) / last;
        ticks(last + 1.0, |i| if i == last { to } else { i * step + from })
    }

    /// The power at or below a value, with its sign; 0 for 0.
    fn power(&self, x: f64) -> f64 {
        match x {
            0.0 => 0.0,
            _ => x.signum() * self.base.powf((x.abs().ln() / self.base.ln()).floor()),
        }
    }

    /// The values that are rounded from one, which is evenly spaced with others on the axis.
    fn rounded(&self, x: f64) -> Vec<f64> {
        match self.base > 1.0 {
            true if self.subs.is_empty() => vec![self.power(x)],
            true => self.subs.iter().map(|sub| self.power(x) * sub).collect(),
            false if x == 0.0 => vec![0.0],
            false => {
                let power = 10f64.powf(x.abs().log10().floor());
                vec![power * (x / power).round_ties_even()]
            }
        }
    }
}

impl Locator for AsinhLocator {
    fn tick_values(&self, axis: &AxisView) -> Vec<f64> {
        let (mut vmin, mut vmax) = axis.view;
        if vmin * vmax < 0.0 && (1.0 + vmax / vmin).abs() < self.symthresh {
            let bound = vmin.abs().max(vmax.abs());
            (vmin, vmax) = (-bound, bound);
        }
        let width = self.linear_width;
        let place = |x: f64| width * asinh(x / width);
        let (from, to) = (place(vmin), place(vmax));
        let mut places = self.spaced(from, to);
        if from * to < 0.0 {
            let near = 0.5 / self.numticks as f64;
            places.retain(|y| (y / (to - from)).abs() > near);
            places.push(0.0);
        }
        let values = places.iter().map(|y| width * (y / width).sinh());
        let mut found: Vec<f64> = values.flat_map(|x| self.rounded(x)).collect();
        found.iter_mut().for_each(|x| *x += 0.0);
        found.sort_by(f64::total_cmp);
        found.dedup();
        match found.len() {
            0 | 1 => self.spaced(vmin, vmax),
            _ => found,
        }
    }

    fn clone_box(&self) -> Box<dyn Locator> {
        Box::new(self.clone())
    }
}
