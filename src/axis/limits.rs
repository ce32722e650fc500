//! The limits of an axis: set, fitted to data, widened for ticks.

use crate::axis::{Axis, Tickers};
use crate::data_limits::DataRange;
use crate::error::{Error, Result};
use crate::scale::Scale;
use crate::stamp::Stamp;

/// The limits of an axis.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AxisLimits {
    pub(crate) limits: (f64, f64),
    /// Whether they are to be fitted to the data.
    pub(crate) stale: bool,
    /// When they were set.
    pub(crate) stamp: Stamp,
}

impl Axis {
    /// Sets the limits; the axis is no longer autoscaled.
    pub(crate) fn set_limits(&mut self, from: f64, to: f64) {
        self.view = (from, to);
        self.set_autoscale_on(false);
        self.stale = false;
        self.stamp_limits();
        self.direction_stamp = self.limits_stamp;
    }

    /// Sets limits as `set_xlim` does: equal ones are widened, and on a logarithmic scale an `old` one is kept if the
    /// new one is 0 or below.
    pub(crate) fn limit(
        &mut self,
        name: &'static str,
        (from, to): (f64, f64),
        old: (f64, f64),
        minpos: f64,
    ) -> Result<()> {
        if !from.is_finite() || !to.is_finite() {
            return Err(Error::Setting {
                name,
                value: format!("({from:?}, {to:?})"),
                expected: "finite limits",
            });
        }
        let usable = |limit: f64, old: f64| {
            if matches!(self.scale.value, Scale::Log { .. }) && limit <= 0.0 {
                log::warn!(
                    "{name}: the limit {limit} is not above 0 and ignored on a logarithmic scale"
                );
                old
            } else {
                limit
            }
        };
        let (from, to) = (usable(from, old.0), usable(to, old.1));
        let (low, high) = self.tickers[0].locator.value.nonsingular(from, to, minpos);
        let (low, high) = self.scale().limit_range(low, high, minpos);
        let (low, high) = (low.min(high), low.max(high));
        if from > to {
            self.set_limits(high, low);
        } else {
            self.set_limits(low, high);
        }
        Ok(())
    }

    pub(crate) fn set_autoscale_on(&mut self, on: bool) {
        self.autoscale_on = on;
        self.autoscale_stamp = Stamp::next();
    }

    /// Switches autoscaling on or off. Earlier requests are no longer carried out, unless they were `fitted`.
    pub(crate) fn autoscale(&mut self, on: bool, fitted: Option<AxisLimits>) {
        if let Some(fitted) = fitted.filter(|_| self.autoscale_on) {
            self.view = fitted.limits;
        }
        self.set_autoscale_on(on);
        self.stale = false;
        self.request_autoscale();
    }

    /// Sets the margin of autoscaled limits, as a fraction of the data's range.
    pub(crate) fn set_margin(&mut self, margin: f64) {
        self.margin = margin;
        self.request_autoscale();
    }

    /// Carries out a requested autoscaling.
    pub(crate) fn settle(&mut self, shown: AxisLimits) {
        (self.view, self.stale) = (shown.limits, false);
        self.stamp_limits();
    }

    /// Reverses its direction.
    pub(crate) fn invert(&mut self, shown: AxisLimits) {
        let is_own = shown.stamp != Stamp::default();
        // Limits that are still to be found, or are those of axes that share them, only get another direction.
        if is_own && !shown.stale {
            self.settle(shown);
        }
        self.view = (self.view.1, self.view.0);
        if is_own && !shown.stale {
            self.stamp_limits();
        }
        self.direction_stamp = Stamp::next();
        if self.read_stamp <= self.limits_stamp {
            self.read_stamp = self.direction_stamp;
        }
    }

    /// Requests limits that fit the data, if it is autoscaled.
    pub(crate) fn request_autoscale(&mut self) {
        if self.autoscale_on {
            self.stale = true;
            self.stamp_limits();
        }
    }

    pub(crate) fn stamp_limits(&mut self) {
        self.limits_stamp = Stamp::next();
    }

    /// Widens the limits to this range, until they are set or autoscaled again.
    pub(crate) fn hold(&mut self, range: DataRange) {
        let before = self.held.filter(|(stamp, _)| *stamp > self.limits_stamp);
        let (low, high) = before.map_or((range.low, range.high), |(_, held)| held);
        let held = (low.min(range.low), high.max(range.high));
        self.held = Some((Stamp::next(), held));
    }

    /// Limits of that stamp, widened to the ranges that they had to contain since.
    pub(crate) fn holding(&self, (from, to): (f64, f64), stamp: Stamp) -> (f64, f64) {
        match self.held {
            Some((since, (low, high))) if since > stamp => {
                let (low, high) = (from.min(to).min(low), from.max(to).max(high));
                if from > to { (high, low) } else { (low, high) }
            }
            _ => (from, to),
        }
    }

    /// The limits that fit data of this range, the lower one first (`autoscale_view`).
    ///
    /// `sticky` are values that margins do not go beyond; `tight` limits are not widened to ticks or to the radius 0.
    pub(crate) fn autoscaled(
        &self,
        tickers: Tickers<'_>,
        data: Option<DataRange>,
        sticky: &[f64],
        tight: bool,
    ) -> (f64, f64) {
        let (scale, locator) = (tickers.scale, &tickers.locators[0]);
        let (low, high) = data.map_or((f64::NEG_INFINITY, f64::INFINITY), |d| (d.low, d.high));
        let minpos = data.map_or(f64::INFINITY, |d| d.minpos);
        let (low, high) = locator.nonsingular(low, high, minpos);
        // Accumulated edges may be off by a rounding error.
        let tolerance = 1e-5 * (high - low).abs();
        let stops = || {
            let is_log = matches!(scale, Scale::Log { .. });
            sticky.iter().copied().filter(move |s| !is_log || *s > 0.0)
        };
        let low_stop = stops().filter(|s| *s < low + tolerance).reduce(f64::max);
        let high_stop = stops().filter(|s| *s >= high - tolerance).reduce(f64::min);

        let (low, high) = scale.limit_range(low, high, minpos);
        let (from, to) = (scale.transform(low), scale.transform(high));
        let delta = (to - from) * self.margin;
        let delta = if delta.is_finite() { delta } else { 0.0 };
        let low = scale.inverse(from - delta);
        let high = scale.inverse(to + delta);
        let low = low_stop.map_or(low, |stop| low.max(stop));
        let high = high_stop.map_or(high, |stop| high.min(stop));
        match tight {
            true => (low, high),
            false => {
                // A function may have gone where its logarithm has no values.
                let (low, high) = scale.limit_range(low, high, minpos);
                locator.view_limits(low, high)
            }
        }
    }
}
