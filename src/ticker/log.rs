//! Ticks on a logarithmic axis.

use crate::ticker::number::{can_be, ticks};
use crate::ticker::{AutoLocator, AxisView, Locator, sorted};

/// The maximum for the number of ticks.
const MOST_TICKS: usize = 1000;
/// Larger exponents are not exact integers, and bases that need them are practically 1.
const MOST_EXPONENT: f64 = 1e15;

/// Ticks at powers of a base, or at multiples of them (`matplotlib.ticker.LogLocator`).
///
/// ```
/// use plotreel::scale::Scale;
/// use plotreel::ticker::{AxisView, Locator, LogLocator};
///
/// let axis = AxisView::new((1.0, 100.0), Scale::log());
/// assert_eq!(LogLocator::new(10.0).tick_values(&axis), [0.1, 1.0, 10.0, 100.0, 1000.0]);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct LogLocator {
    base: f64,
    subs: Subs,
    numticks: Option<usize>,
}

/// The multiples of each power at which [`LogLocator`] has ticks.
///
/// ```
/// use plotreel::ticker::{LogLocator, Subs};
///
/// let minor = LogLocator::new(10.0).with_subs(Subs::Auto);
/// let halves = LogLocator::new(10.0).with_subs([1.0, 5.0]);
/// # let _ = (minor, halves);
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Subs {
    /// Multiples between the powers, if there is room for them.
    Auto,
    /// As [`Subs::Auto`], and the powers themselves.
    All,
    /// The given multiples.
    Given(Vec<f64>),
}

impl<T: Into<Vec<f64>>> From<T> for Subs {
    fn from(subs: T) -> Self {
        Self::Given(subs.into())
    }
}

impl LogLocator {
    /// Ticks at the powers of `base`; no ticks for a base that is not above 1.
    pub fn new(base: f64) -> Self {
        Self {
            base,
            subs: Subs::Given(vec![1.0]),
            numticks: None,
        }
    }

    /// Sets the multiples of each power that have a tick.
    pub fn with_subs(mut self, subs: impl Into<Subs>) -> Self {
        self.subs = subs.into();
        self
    }

    /// Sets the maximum number of major ticks, up to 1000; by default it depends on the length of the axis.
    pub fn with_numticks(mut self, numticks: usize) -> Self {
        self.numticks = Some(numticks.min(MOST_TICKS));
        self
    }

    /// The multiples for this number of powers in view; an empty list means none.
    fn subs(&self, n_avail: i64) -> Option<Vec<f64>> {
        let is_dense = n_avail >= 10 || self.base < 3.0;
        let first = match &self.subs {
            Subs::Given(subs) => return Some(subs.clone()),
            Subs::Auto if is_dense => return None,
            Subs::All if is_dense => return Some(vec![1.0]),
            Subs::Auto => 2.0,
            Subs::All => 1.0,
        };
        Some(ticks(self.base - first, |i| first + i))
    }

    fn log(&self, x: f64) -> f64 {
        if self.base == 10.0 {
            x.log10()
        } else if self.base == 2.0 {
            x.log2()
        } else {
            x.ln() / self.base.ln()
        }
    }

    fn power(&self, exponent: i64) -> f64 {
        self.base.powf(exponent as f64)
    }
}

impl Locator for LogLocator {
    fn tick_values(&self, axis: &AxisView) -> Vec<f64> {
        let (mut vmin, vmax) = axis.view;
        if vmin <= 0.0 {
            vmin = axis.minpos;
        }
        let (vmin, vmax) = sorted((vmin, vmax));
        let (efmin, efmax) = (self.log(vmin), self.log(vmax));
        let is_good = |exponent: f64| exponent.abs() <= MOST_EXPONENT;
        if !(self.base > 1.0 && is_good(efmin) && is_good(efmax)) {
            return Vec::new();
        }
        let n_request = self.numticks.unwrap_or(axis.tick_space.clamp(2, 9)) as i64;
        let decades = Decades::new(efmin, efmax, n_request);
        let Some(subs) = self.subs(decades.n_avail) else {
            return Vec::new();
        };
        let is_minor = subs.len() > 1 || subs.first().is_some_and(|s| *s != 1.0);
        let locs: Vec<f64> = if !is_minor {
            decades.at.iter().map(|e| self.power(*e)).collect()
        } else if decades.stride == 1 || decades.n_avail <= 1 {
            if !can_be((decades.n_avail + 1) as f64 * subs.len() as f64) {
                return Vec::new();
            }
            let powers = (decades.emin - 1..=decades.emax).map(|e| self.power(e));
            powers
                .flat_map(|p| subs.iter().map(move |s| s * p))
                .collect()
        } else {
            Vec::new()
        };
        let visible = locs.iter().filter(|x| (vmin..=vmax).contains(*x)).count();
        if subs.len() > 1 && decades.stride == 1 && decades.at.len() - 2 + visible <= 1 {
            // A minor locator with hardly any ticks, as within a single decade: use round numbers instead.
            return AutoLocator::new().between(vmin, vmax);
        }
        locs
    }

    fn view_limits(&self, vmin: f64, vmax: f64) -> (f64, f64) {
        self.nonsingular(vmin, vmax, f64::INFINITY)
    }

    fn nonsingular(&self, v0: f64, v1: f64, minpos: f64) -> (f64, f64) {
        let (mut vmin, mut vmax) = sorted((v0, v1));
        if !(vmin.is_finite() && vmax.is_finite()) {
            return (1.0, 10.0);
        }
        if vmax <= 0.0 {
            ::log::warn!("data with no positive value can't be shown on a logarithmic scale");
            return (1.0, 10.0);
        }
        if vmin <= 0.0 {
            vmin = if minpos.is_finite() { minpos } else { 1e-300 };
        }
        if vmin == vmax && self.base > 1.0 {
            (vmin, vmax) = (
                decade_less(vmin, self.base),
                decade_greater(vmax, self.base),
            );
        }
        (vmin, vmax)
    }

    fn clone_box(&self) -> Box<dyn Locator> {
        Box::new(self.clone())
    }
}

/// The powers that have a major tick, and one more at each end.
#[derive(Debug)]
struct Decades {
    /// The first whole exponent in view.
    emin: i64,
    /// The last.
    emax: i64,
    /// How many there are.
    n_avail: i64,
    /// The distance between exponents with a tick.
    stride: i64,
    /// The exponents with a tick; at least two.
    at: Vec<i64>,
}

impl Decades {
    /// At most `n_request` of the whole exponents between `efmin` and `efmax`.
    fn new(efmin: f64, efmax: f64, n_request: i64) -> Self {
        let (emin, emax) = (efmin.ceil() as i64, efmax.floor() as i64);
        let n_avail = emax - emin + 1;
        // A stride s shows ⌊n/s⌋ or ⌈n/s⌉ ticks: the smallest s for which the first of them is within the request.
        let least = n_avail / (n_request + 1) + 1;
        let count = ceil_div(n_avail, least).min(n_request);
        let (stride, at) = match count {
            ..=0 => (emax - emin + 2, vec![emin - 1, emax + 1]),
            1 => {
                let middle = ((efmin + efmax) / 2.0).round_ties_even() as i64;
                let stride = (middle - (emin - 1)).max(emax + 1 - middle);
                (stride, vec![middle - stride, middle, middle + stride])
            }
            _ => {
                let stride = widest_stride(n_avail, count);
                let start = emin + phase(emin, n_avail, stride, count) - stride;
                let step = usize::try_from(stride).unwrap_or(1);
                (stride, (start..=emax + stride).step_by(step).collect())
            }
        };
        Self {
            emin,
            emax,
            n_avail,
            stride,
            at,
        }
    }
}

/// The largest stride that still shows `count` of `n` exponents.
fn widest_stride(n: i64, count: i64) -> i64 {
    let stride = (n - 1) / (count - 1);
    if stride * count < n {
        n / count
    } else {
        stride
    }
}

/// How many exponents to skip at the start: such that ticks are at multiples of the stride, if the count allows it.
fn phase(emin: i64, n: i64, stride: i64, count: i64) -> i64 {
    let low = (n - stride * count).max(0);
    let high = (n - stride * (count - 1)).min(stride);
    let aligned = (-emin).rem_euclid(stride);
    if (low..high).contains(&aligned) {
        aligned
    } else {
        low
    }
}

fn ceil_div(n: i64, d: i64) -> i64 {
    (n + d - 1).div_euclid(d)
}

/// The power of `base` below a positive `x`.
fn decade_less(x: f64, base: f64) -> f64 {
    let less = base.powf((x.ln() / base.ln()).floor());
    if less == x { less / base } else { less }
}

/// The power of `base` above a positive `x`.
fn decade_greater(x: f64, base: f64) -> f64 {
    let greater = base.powf((x.ln() / base.ln()).ceil());
    if greater == x {
        greater * base
    } else {
        greater
    }
}
