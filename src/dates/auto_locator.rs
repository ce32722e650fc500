//! Ticks at round times, chosen by the limits.

use jiff::tz::TimeZone;

use crate::dates::locators::{Difference, MicrosecondLocator, YearLocator, rule_ticks, view_times};
use crate::dates::rule::{Frequency, Rule};
use crate::ticker::{AxisView, Locator};

/// Ticks at round times, from microseconds to millennia, depending on the limits: the default for dates.
///
/// ```
/// use jiff::tz::TimeZone;
/// use plotreel::dates::AutoDateLocator;
///
/// let locator = AutoDateLocator::new().with_minticks(3).with_maxticks(7).with_tz(TimeZone::UTC);
/// ```
#[derive(Debug, Clone)]
pub struct AutoDateLocator {
    zone: TimeZone,
    minticks: u32,
    maxticks: [u32; 7],
    interval_multiples: bool,
}

/// How many of each unit may be from tick to tick.
const INTERVALS: [&[u32]; 7] = [
    &[
        1, 2, 4, 5, 10, 20, 40, 50, 100, 200, 400, 500, 1000, 2000, 4000, 5000, 10000,
    ],
    &[1, 2, 3, 4, 6],
    &[1, 2, 3, 7, 14, 21],
    &[1, 2, 3, 4, 6, 12],
    &[1, 5, 10, 15, 30],
    &[1, 5, 10, 15, 30],
    &[
        1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100_000,
        200_000, 500_000, 1_000_000,
    ],
];

/// Those of days where ticks are at the same days of each month.
const DAYS: &[u32] = &[1, 2, 4, 7, 14];

/// The unit of the ticks, and how many of them are from tick to tick.
type Choice = (usize, u32);

impl Default for AutoDateLocator {
    fn default() -> Self {
        Self {
            zone: TimeZone::UTC,
            minticks: 5,
            maxticks: [11, 12, 11, 12, 11, 11, 8],
            interval_multiples: true,
        }
    }
}

impl AutoDateLocator {
    /// At least 5 ticks, and at most 11 or so, in UTC.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the number of ticks that the unit must have at least.
    pub fn with_minticks(mut self, minticks: u32) -> Self {
        self.minticks = minticks;
        self
    }

    /// Sets the greatest number of ticks, of any unit.
    pub fn with_maxticks(mut self, maxticks: u32) -> Self {
        self.maxticks = [maxticks; 7];
        self
    }

    /// Sets the greatest number of ticks of one unit.
    pub fn with_maxticks_of(mut self, frequency: Frequency, maxticks: u32) -> Self {
        self.maxticks[frequency as usize] = maxticks;
        self
    }

    /// Sets whether ticks are at multiples of their interval, as by default: at the hours 0, 6, 12 and 18, say.
    pub fn with_interval_multiples(mut self, multiples: bool) -> Self {
        self.interval_multiples = multiples;
        self
    }

    /// Sets the time zone.
    pub fn with_tz(mut self, zone: TimeZone) -> Self {
        self.zone = zone;
        self
    }

    /// The longest unit of which there are enough, and the first interval with few enough ticks, if necessary the last.
    fn choice(&self, axis: &AxisView) -> Option<Choice> {
        let (low, high) = view_times(axis, &self.zone)?;
        let difference = Difference::new(low, high);
        let rest = difference.rest;
        let days = difference.micros.div_euclid(86_400_000_000);
        let hours = days * 24 + rest % 86_400 / 3600;
        let minutes = hours * 60 + rest % 3600 / 60;
        let seconds = difference.micros.div_euclid(1_000_000);
        let counts = [
            difference.months / 12,
            difference.months,
            days,
            hours,
            minutes,
            seconds,
            difference.micros,
        ];
        let enough = |count: &i64| *count >= i64::from(self.minticks);
        let Some(unit) = counts.iter().position(enough) else {
            return Some((6, 1));
        };
        let intervals = match unit {
            2 if self.interval_multiples => DAYS,
            _ => INTERVALS[unit],
        };
        let most = i64::from(self.maxticks[unit]) - 1;
        let few = |interval: &&u32| counts[unit] <= i64::from(**interval) * most;
        let interval = intervals.iter().find(few).or(intervals.last())?;
        Some((unit, *interval))
    }

    /// The rule of ticks from months to seconds, or of years that need not be multiples.
    fn rule(&self, (unit, interval): Choice) -> Rule {
        let multiples = self.interval_multiples && unit > 0;
        let every = if multiples { 1 } else { i64::from(interval) };
        let mut rule = Rule::new(Frequency::ALL[unit], every);
        let mut lists = [
            &mut rule.months,
            &mut rule.days,
            &mut rule.hours,
            &mut rule.minutes,
            &mut rule.seconds,
        ];
        // Shorter units are at their first.
        for (i, list) in lists.iter_mut().enumerate().skip(unit) {
            **list = vec![i8::from(i < 2)];
        }
        if let Some(own) = unit.checked_sub(1) {
            let range = [1..13, 1..32, 0..24, 0..60, 0..60][own].clone();
            let step = if multiples { interval as usize } else { 1 };
            *lists[own] = match (own, interval) {
                (1, 14) if multiples => vec![1, 15],
                (1, 7) if multiples => vec![1, 8, 15, 22],
                _ => range.step_by(step).collect(),
            };
        }
        rule
    }
}

impl Locator for AutoDateLocator {
    fn tick_values(&self, axis: &AxisView) -> Vec<f64> {
        match self.choice(axis) {
            None => Vec::new(),
            Some((0, interval)) if self.interval_multiples => {
                let years = YearLocator::new(interval).with_tz(self.zone.clone());
                years.tick_values(axis)
            }
            Some((6, interval)) => MicrosecondLocator::new(interval).tick_values(axis),
            Some(choice) => rule_ticks(&self.rule(choice), axis, &self.zone),
        }
    }

    fn nonsingular(&self, v0: f64, v1: f64, _: f64) -> (f64, f64) {
        if !(v0.is_finite() && v1.is_finite()) {
            return (0.0, 1.0);
        }
        let (low, high) = (v0.min(v1), v0.max(v1));
        let years = 2.0 * Frequency::Yearly.days();
        match low == high {
            true => (low - years, high + years),
            false => (low, high),
        }
    }

    fn date_unit(&self, axis: &AxisView) -> Option<f64> {
        let (unit, _) = self.choice(axis).unwrap_or((0, 1));
        Some(Frequency::ALL[unit].days())
    }

    fn clone_box(&self) -> Box<dyn Locator> {
        Box::new(self.clone())
    }
}
