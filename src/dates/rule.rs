//! Times that recur, after the rules of iCalendar (RFC 5545) as the reference reads them.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};

use crate::ticker::MAX_TICKS;

/// How often times recur.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Frequency {
    /// Every year.
    Yearly,
    /// Every month.
    Monthly,
    /// Every day.
    Daily,
    /// Every hour.
    Hourly,
    /// Every minute.
    Minutely,
    /// Every second.
    Secondly,
    /// Every microsecond.
    Microsecondly,
}

impl Frequency {
    /// All, the longest first.
    pub(super) const ALL: [Self; 7] = [
        Self::Yearly,
        Self::Monthly,
        Self::Daily,
        Self::Hourly,
        Self::Minutely,
        Self::Secondly,
        Self::Microsecondly,
    ];

    /// The length of one in days, as the reference counts it.
    pub(super) fn days(self) -> f64 {
        match self {
            Self::Yearly => 365.0,
            Self::Monthly => 30.0,
            Self::Daily => 1.0,
            Self::Hourly => 1.0 / 24.0,
            Self::Minutely => 1.0 / 1440.0,
            Self::Secondly => 1.0 / 86_400.0,
            Self::Microsecondly => 1.0 / 86_400e6,
        }
    }

    /// Which one a time is in, counted from a common origin.
    fn period(self, time: DateTime) -> i64 {
        let hours = || day_number(time.date()) * 24 + i64::from(time.hour());
        let minutes = || hours() * 60 + i64::from(time.minute());
        match self {
            Self::Yearly => i64::from(time.year()),
            Self::Monthly => i64::from(time.year()) * 12 + i64::from(time.month()) - 1,
            Self::Daily => day_number(time.date()),
            Self::Hourly => hours(),
            Self::Minutely => minutes(),
            Self::Secondly | Self::Microsecondly => minutes() * 60 + i64::from(time.second()),
        }
    }
}

/// Days since 1970-01-01.
fn day_number(date: Date) -> i64 {
    (date - EPOCH).get_days().into()
}

const EPOCH: Date = Date::constant(1970, 1, 1);

/// More periods than this are not searched: the reference would take hours.
const MAX_PERIODS: i64 = 10_000_000;

/// A rule for times that recur. Where a list is empty, every number will do, or that of the start of shorter units than
/// the frequency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rule {
    pub(super) frequency: Frequency,
    pub(super) interval: i64,
    pub(super) months: Vec<i8>,
    /// Days of the month; negative ones count from its end.
    pub(super) days: Vec<i8>,
    /// From 0, Monday.
    pub(super) weekdays: Vec<i8>,
    pub(super) hours: Vec<i8>,
    pub(super) minutes: Vec<i8>,
    pub(super) seconds: Vec<i8>,
}

impl Rule {
    pub(super) fn new(frequency: Frequency, interval: i64) -> Self {
        Self {
            frequency,
            interval: interval.max(1),
            months: Vec::new(),
            days: Vec::new(),
            weekdays: Vec::new(),
            hours: Vec::new(),
            minutes: Vec::new(),
            seconds: Vec::new(),
        }
    }

    /// At midnight.
    pub(super) fn at_midnight(mut self) -> Self {
        (self.hours, self.minutes, self.seconds) = (vec![0], vec![0], vec![0]);
        self
    }

    /// The times from `low` to `high`, both included, where intervals count from `start`.
    pub(super) fn between(&self, start: DateTime, low: DateTime, high: DateTime) -> Vec<DateTime> {
        let rule = self.completed(start);
        let frequency = self.frequency;
        let first = frequency.period(start);
        let behind = (frequency.period(low) - first).max(0);
        let skipped = (behind + self.interval - 1) / self.interval * self.interval;
        let last = frequency.period(high);
        let mut times = Vec::new();
        let periods = (first + skipped..=last).step_by(self.interval as usize);
        if (last - first - skipped) / self.interval > MAX_PERIODS {
            log::warn!(
                "ticks: none, as {frequency:?} ones would have to be searched from {low} to {high}"
            );
            return times;
        }
        for period in periods {
            rule.within(period, &mut times);
            // More are not drawn.
            if times.len() > 2 * MAX_TICKS {
                break;
            }
        }
        times.retain(|time| *time >= low.max(start) && *time <= high);
        times
    }

    /// With the numbers of the start where there are none.
    fn completed(&self, start: DateTime) -> Self {
        let mut rule = self.clone();
        let frequency = self.frequency;
        let put = |list: &mut Vec<i8>, missing: bool, value: i8| {
            if list.is_empty() && missing {
                list.push(value);
            }
            list.sort_unstable();
        };
        let any_day = rule.days.is_empty() && rule.weekdays.is_empty();
        let yearly = any_day && frequency == Frequency::Yearly;
        put(&mut rule.months, yearly, start.month());
        put(
            &mut rule.days,
            any_day && frequency <= Frequency::Monthly,
            start.day(),
        );
        put(&mut rule.hours, frequency < Frequency::Hourly, start.hour());
        put(
            &mut rule.minutes,
            frequency < Frequency::Minutely,
            start.minute(),
        );
        put(
            &mut rule.seconds,
            frequency < Frequency::Secondly,
            start.second(),
        );
        rule
    }

    /// Adds the times of a period.
    fn within(&self, period: i64, times: &mut Vec<DateTime>) {
        let parts = |per_day: i64| (period.div_euclid(per_day), period.rem_euclid(per_day));
        match self.frequency {
            Frequency::Yearly => {
                for month in 1..=12 {
                    self.in_month(period, month, times);
                }
            }
            Frequency::Monthly => {
                let (year, month) = parts(12);
                self.in_month(year, month as i8 + 1, times);
            }
            Frequency::Daily => self.in_day(period, [None; 3], times),
            Frequency::Hourly => {
                let (day, hour) = parts(24);
                self.in_day(day, [Some(hour as i8), None, None], times);
            }
            Frequency::Minutely => {
                let (day, minute) = parts(1440);
                let fixed = [minute / 60, minute % 60].map(|v| Some(v as i8));
                self.in_day(day, [fixed[0], fixed[1], None], times);
            }
            Frequency::Secondly | Frequency::Microsecondly => {
                let (day, second) = parts(86_400);
                let fixed = [second / 3600, second / 60 % 60, second % 60];
                self.in_day(day, fixed.map(|v| Some(v as i8)), times);
            }
        }
    }

    fn in_month(&self, year: i64, month: i8, times: &mut Vec<DateTime>) {
        let first = i16::try_from(year)
            .ok()
            .and_then(|year| Date::new(year, month, 1).ok());
        if let Some(first) = first.filter(|_| admits(&self.months, month)) {
            let day = day_number(first);
            for day in day..day + i64::from(first.days_in_month()) {
                self.in_day(day, [None; 3], times);
            }
        }
    }

    /// Adds the times of a day, with some of hour, minute and second fixed.
    fn in_day(&self, day: i64, fixed: [Option<i8>; 3], times: &mut Vec<DateTime>) {
        let lists = [&self.hours, &self.minutes, &self.seconds];
        let fit = fixed
            .iter()
            .zip(lists)
            .all(|(fixed, list)| fixed.is_none_or(|v| admits(list, v)));
        let Some(date) = EPOCH
            .checked_add(day.days())
            .ok()
            .filter(|date| fit && self.has(*date))
        else {
            return;
        };
        let options = |i: usize| match fixed[i] {
            Some(value) => vec![value],
            None => lists[i].clone(),
        };
        for hour in options(0) {
            for minute in options(1) {
                for second in options(2) {
                    let time = Time::new(hour, minute, second, 0);
                    times.extend(time.map(|time| date.to_datetime(time)));
                }
            }
        }
    }

    /// Whether it has times on this day.
    fn has(&self, date: Date) -> bool {
        let from_end = date.day() - date.days_in_month() - 1;
        let day = self.days.is_empty()
            || self.days.contains(&date.day())
            || self.days.contains(&from_end);
        let weekday = date.weekday().to_monday_zero_offset();
        day && admits(&self.months, date.month()) && admits(&self.weekdays, weekday)
    }
}

/// Whether a number is in a list, or the list leaves it open.
fn admits(list: &[i8], value: i8) -> bool {
    list.is_empty() || list.contains(&value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn texts(rule: &Rule, low: DateTime, high: DateTime) -> Vec<String> {
        let times = rule.between(low, low, high);
        times.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn times_recur_by_their_rule() {
        let (low, high) = (
            date(2024, 1, 30).at(0, 0, 0, 0),
            date(2024, 4, 1).at(0, 0, 0, 0),
        );
        let mut rule = Rule::new(Frequency::Monthly, 1).at_midnight();
        rule.days = vec![-1, 1];
        let expected = [
            "2024-01-31",
            "2024-02-01",
            "2024-02-29",
            "2024-03-01",
            "2024-03-31",
            "2024-04-01",
        ];
        assert_eq!(
            texts(&rule, low, high),
            expected.map(|day| format!("{day}T00:00:00"))
        );
        let mut rule = Rule::new(Frequency::Daily, 1).at_midnight();
        rule.weekdays = vec![1];
        assert_eq!(
            texts(&rule, low, high)[..2],
            ["2024-01-30T00:00:00", "2024-02-06T00:00:00"]
        );
        let mut rule = Rule::new(Frequency::Hourly, 5);
        (rule.minutes, rule.seconds) = (vec![0, 30], vec![0]);
        let end = date(2024, 1, 30).at(6, 0, 0, 0);
        let found = texts(&rule, date(2024, 1, 30).at(0, 15, 0, 0), end);
        assert_eq!(
            found,
            [
                "2024-01-30T00:30:00",
                "2024-01-30T05:00:00",
                "2024-01-30T05:30:00"
            ]
        );
        let yearly = Rule::new(Frequency::Yearly, 2);
        assert_eq!(
            texts(&yearly, low, date(2029, 1, 1).at(0, 0, 0, 0)).len(),
            3
        );
    }

    #[test]
    fn a_search_without_end_is_not_begun() {
        let (low, high) = (
            date(1, 1, 1).at(0, 0, 0, 0),
            date(9999, 1, 1).at(0, 0, 0, 0),
        );
        assert!(
            Rule::new(Frequency::Secondly, 1)
                .between(low, low, high)
                .is_empty()
        );
    }
}
