//! Ticks at times that recur.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

use crate::dates::num2date;
use crate::dates::number::{DAY_MICROS, number_in};
use crate::dates::rule::{Frequency, Rule};
use crate::scale::Scale;
use crate::ticker::{AxisView, Locator, MultipleLocator};

/// The limits of a view on the clocks of a zone, the earlier first; `None` beyond the years 1 to 9999.
pub(super) fn view_times(axis: &AxisView, zone: &TimeZone) -> Option<(DateTime, DateTime)> {
    let (low, high) = axis.sorted_view();
    let time = |days: f64| {
        num2date(days)
            .ok()
            .map(|time: Timestamp| zone.to_datetime(time))
    };
    Some((time(low)?, time(high)?))
}

/// Years, months and the rest of the time from one to a later one, on the clocks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Difference {
    pub(super) months: i64,
    /// What is left after the months, in whole seconds.
    pub(super) rest: i64,
    /// All of it in microseconds.
    pub(super) micros: i64,
}

impl Difference {
    pub(super) fn new(low: DateTime, high: DateTime) -> Self {
        let micros = |from: DateTime, to: DateTime| to.duration_since(from).as_micros() as i64;
        let mut months = i64::from(high.year() - low.year()) * 12;
        months += i64::from(high.month() - low.month());
        let moved = |months: i64| low.checked_add(Span::new().months(months)).unwrap_or(low);
        if high < moved(months) {
            months -= 1;
        }
        Self {
            months,
            rest: micros(moved(months), high).div_euclid(1_000_000),
            micros: micros(low, high),
        }
    }
}

/// The ticks of a rule, whose intervals count from as long before the view as the view is; the limits if there are
/// none.
pub(super) fn rule_ticks(rule: &Rule, axis: &AxisView, zone: &TimeZone) -> Vec<f64> {
    let Some((low, high)) = view_times(axis, zone) else {
        return Vec::new();
    };
    let difference = Difference::new(low, high);
    let span = Span::new().months(difference.months);
    let start = low
        .checked_sub(span)
        .and_then(|start| start.checked_sub(Span::new().seconds(difference.rest)));
    let times = rule.between(start.unwrap_or(low), low, high);
    let times = if times.is_empty() {
        vec![low, high]
    } else {
        times
    };
    times
        .into_iter()
        .map(|time| number_in(zone, time))
        .collect()
}

/// Limits that are far enough apart for a locator whose ticks are so many days apart.
fn apart(v0: f64, v1: f64, days: f64) -> (f64, f64) {
    if !(v0.is_finite() && v1.is_finite()) {
        return (0.0, 1.0);
    }
    let (low, high) = (v0.min(v1), v0.max(v1));
    match high - low < 1e-6 {
        true => (low - 2.0 * days, high + 2.0 * days),
        false => (low, high),
    }
}

/// Locators that have a rule and a time zone.
macro_rules! rule_locators {
    ($(
        $(#[$doc:meta])*
        $locator:ident: $rule:expr,
            { $($(#[$setter_doc:meta])* $setter:ident => $list:ident;)* };
    )+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone)]
        pub struct $locator {
            rule: Rule,
            zone: TimeZone,
        }

        impl Default for $locator {
            fn default() -> Self {
                Self {
                    rule: $rule,
                    zone: TimeZone::UTC,
                }
            }
        }

        impl $locator {
            /// A tick at each of them, in UTC.
            pub fn new() -> Self {
                Self::default()
            }

            $(
                $(#[$setter_doc])*
                pub fn $setter(mut self, numbers: impl IntoIterator<Item = i8>) -> Self {
                    self.rule.$list = numbers.into_iter().collect();
                    self
                }
            )*

            /// Sets how many there are from tick to tick; 0 counts as 1.
            pub fn with_interval(mut self, interval: u32) -> Self {
                self.rule.interval = i64::from(interval.max(1));
                self
            }

            /// Sets the time zone.
            pub fn with_tz(mut self, zone: TimeZone) -> Self {
                self.zone = zone;
                self
            }
        }

        impl Locator for $locator {
            fn tick_values(&self, axis: &AxisView) -> Vec<f64> {
                rule_ticks(&self.rule, axis, &self.zone)
            }

            fn nonsingular(&self, v0: f64, v1: f64, _: f64) -> (f64, f64) {
                apart(v0, v1, self.rule.frequency.days() * self.rule.interval as f64)
            }

            fn date_unit(&self, _: &AxisView) -> Option<f64> {
                Some(self.rule.frequency.days())
            }

            fn clone_box(&self) -> Box<dyn Locator> {
                Box::new(self.clone())
            }
        }
    )+};
}

/// A rule with ticks at these numbers of units below its own.
fn rule(frequency: Frequency, set: impl FnOnce(&mut Rule)) -> Rule {
    let mut rule = Rule::new(frequency, 1);
    set(&mut rule);
    rule
}

rule_locators! {
    /// Ticks at certain months, by default at the first day of each.
    ///
    /// ```
    /// use plotreel::dates::MonthLocator;
    ///
    /// let quarters = MonthLocator::new().with_bymonth([1, 4, 7, 10]);
    /// ```
    MonthLocator: rule(Frequency::Monthly, |rule| rule.days = vec![1]).at_midnight(), {
        /// Sets the months, from 1 to 12.
        with_bymonth => months;
        /// Sets the days of the month; negative ones count from its end.
        with_bymonthday => days;
    };

    /// Ticks at certain days of the week, by default at Tuesdays.
    ///
    /// ```
    /// use plotreel::dates::WeekdayLocator;
    ///
    /// let weekends = WeekdayLocator::new().with_byweekday([5, 6]);
    /// ```
    WeekdayLocator: rule(Frequency::Daily, |rule| rule.weekdays = vec![1]).at_midnight(), {
        /// Sets the days of the week, from 0, Monday, to 6, Sunday.
        with_byweekday => weekdays;
    };

    /// Ticks at certain days of the month, by default at each.
    ///
    /// ```
    /// use plotreel::dates::DayLocator;
    ///
    /// let middles = DayLocator::new().with_bymonthday([15]);
    /// ```
    DayLocator: rule(Frequency::Daily, |rule| rule.days = (1..=31).collect()).at_midnight(), {
        /// Sets the days of the month; negative ones count from its end.
        with_bymonthday => days;
    };

    /// Ticks at certain hours, by default at each.
    ///
    /// ```
    /// use plotreel::dates::HourLocator;
    ///
    /// let noons = HourLocator::new().with_byhour([12]);
    /// ```
    HourLocator: rule(Frequency::Hourly, |rule| {
        (rule.minutes, rule.seconds) = (vec![0], vec![0]);
    }), {
        /// Sets the hours, from 0 to 23.
        with_byhour => hours;
    };

    /// Ticks at certain minutes, by default at each.
    ///
    /// ```
    /// use plotreel::dates::MinuteLocator;
    ///
    /// let quarters = MinuteLocator::new().with_byminute([0, 15, 30, 45]);
    /// ```
    MinuteLocator: rule(Frequency::Minutely, |rule| rule.seconds = vec![0]), {
        /// Sets the minutes, from 0 to 59.
        with_byminute => minutes;
    };

    /// Ticks at certain seconds, by default at each.
    ///
    /// ```
    /// use plotreel::dates::SecondLocator;
    ///
    /// let halves = SecondLocator::new().with_bysecond([0, 30]);
    /// ```
    SecondLocator: Rule::new(Frequency::Secondly, 1), {
        /// Sets the seconds, from 0 to 59.
        with_bysecond => seconds;
    };
}

/// Ticks at a day of each year that is a multiple of a number, by default at the first day of each year.
///
/// ```
/// use plotreel::dates::YearLocator;
///
/// let midsummers = YearLocator::new(5).with_month(6).with_day(24);
/// ```
#[derive(Debug, Clone)]
pub struct YearLocator {
    base: i64,
    month: i8,
    day: i8,
    zone: TimeZone,
}

impl YearLocator {
    /// Ticks at years that are multiples of `base`; 0 counts as 1.
    pub fn new(base: u32) -> Self {
        Self {
            base: i64::from(base.max(1)),
            month: 1,
            day: 1,
            zone: TimeZone::UTC,
        }
    }

    /// Sets the month, from 1 to 12.
    pub fn with_month(mut self, month: i8) -> Self {
        self.month = month;
        self
    }

    /// Sets the day of the month.
    pub fn with_day(mut self, day: i8) -> Self {
        self.day = day;
        self
    }

    /// Sets the time zone.
    pub fn with_tz(mut self, zone: TimeZone) -> Self {
        self.zone = zone;
        self
    }
}

impl Locator for YearLocator {
    fn tick_values(&self, axis: &AxisView) -> Vec<f64> {
        let Some((low, high)) = view_times(axis, &self.zone) else {
            return Vec::new();
        };
        let year = |time: DateTime| i64::from(time.year());
        let first = (year(low).div_euclid(self.base) * self.base).max(1);
        let last = ((year(high) + self.base - 1).div_euclid(self.base) * self.base).min(9999);
        let day = |year: i64| DateTime::new(year as i16, self.month, self.day, 0, 0, 0, 0).ok();
        let days = (first..=last).step_by(self.base as usize).filter_map(day);
        days.map(|day| number_in(&self.zone, day)).collect()
    }

    fn nonsingular(&self, v0: f64, v1: f64, _: f64) -> (f64, f64) {
        apart(v0, v1, Frequency::Yearly.days() * self.base as f64)
    }

    fn date_unit(&self, _: &AxisView) -> Option<f64> {
        Some(Frequency::Yearly.days())
    }

    fn clone_box(&self) -> Box<dyn Locator> {
        Box::new(self.clone())
    }
}

/// Ticks at multiples of a number of microseconds. Far from 1970 days are not that precise.
///
/// ```
/// use plotreel::dates::MicrosecondLocator;
///
/// let milliseconds = MicrosecondLocator::new(1000);
/// ```
#[derive(Debug, Clone)]
pub struct MicrosecondLocator {
    interval: u32,
}

impl MicrosecondLocator {
    /// A tick every `interval` microseconds; 0 counts as 1.
    pub fn new(interval: u32) -> Self {
        Self {
            interval: interval.max(1),
        }
    }
}

impl Locator for MicrosecondLocator {
    fn tick_values(&self, axis: &AxisView) -> Vec<f64> {
        let (low, high) = axis.sorted_view();
        let Some((low, high)) = num2date(low).ok().zip(num2date(high).ok()) else {
            return Vec::new();
        };
        let (low, high) = (super::date2num(&low), super::date2num(&high));
        let day = low.floor();
        let view = ((low - day) * DAY_MICROS, (high - day) * DAY_MICROS);
        let view = AxisView::new(view, Scale::Linear);
        let ticks = MultipleLocator::new(f64::from(self.interval)).tick_values(&view);
        ticks
            .into_iter()
            .map(|tick| tick / DAY_MICROS + day)
            .collect()
    }

    fn nonsingular(&self, v0: f64, v1: f64, _: f64) -> (f64, f64) {
        apart(v0, v1, f64::from(self.interval) / DAY_MICROS)
    }

    fn date_unit(&self, _: &AxisView) -> Option<f64> {
        Some(Frequency::Microsecondly.days())
    }

    fn clone_box(&self) -> Box<dyn Locator> {
        Box::new(self.clone())
    }
}
