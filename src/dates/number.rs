//! Dates as numbers of days, and back.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};

use crate::error::{Error, Result};
use crate::series::{Datum, Units};

/// Seconds of a day.
pub(super) const DAY: f64 = 86_400.0;

/// Microseconds of a day.
pub(super) const DAY_MICROS: f64 = 86_400e6;

/// A date as a coordinate: days since 1970-01-01 UTC. Dates without a time zone count as UTC.
///
/// ```
/// use jiff::civil::date;
/// use plotreel::dates::date2num;
///
/// assert_eq!(date2num(&date(1970, 1, 2).at(12, 0, 0, 0)), 1.5);
/// ```
pub fn date2num(date: &impl Datum) -> f64 {
    date.number()
}

/// The time of a coordinate in days since 1970-01-01 UTC, to a microsecond, and to 20 of them far from 1970.
///
/// ```
/// use plotreel::dates::num2date;
///
/// assert_eq!(num2date(1.5)?.to_string(), "1970-01-02T12:00:00Z");
/// assert!(num2date(1e9).is_err());
/// # Ok::<(), plotreel::Error>(())
/// ```
///
/// # Errors
/// [`Error::Setting`] for years before 1 and after 9999, and for numbers that are not finite.
pub fn num2date(days: f64) -> Result<Timestamp> {
    let micros = (days * DAY_MICROS).round_ties_even();
    let (first, end) = (-719_162.0 * DAY_MICROS, 2_932_897.0 * DAY_MICROS);
    let time = (micros >= first && micros < end)
        .then(|| Timestamp::from_microsecond(rounded(micros as i64, days)).ok());
    time.flatten().ok_or_else(|| Error::Setting {
        name: "a date",
        value: format!("{days} days after 1970-01-01"),
        expected: "a date in the years 1 to 9999",
    })
}

/// Far from 1970 a number of days has no more than 20 microseconds.
fn rounded(micros: i64, days: f64) -> i64 {
    if days.abs() <= 70.0 * 365.0 {
        return micros;
    }
    let part = micros.rem_euclid(1_000_000);
    micros - part + (part as f64 / 20.0).round_ties_even() as i64 * 20
}

/// Days of so many seconds and nanoseconds.
pub(super) fn days(seconds: i64, nanos: i64) -> f64 {
    (seconds as f64 + nanos as f64 / 1e9) / DAY
}

/// The number of a time on the clocks of a zone; the earlier one of two, and the later one for times that are left out.
pub(super) fn number_in(zone: &TimeZone, time: DateTime) -> f64 {
    let time = zone.to_timestamp(time);
    time.map_or(f64::NAN, |time| time.number())
}

impl Datum for Timestamp {
    const UNITS: Units = Units::Dates(None);

    fn number(&self) -> f64 {
        let nanos = self.as_nanosecond();
        let seconds = nanos.div_euclid(1_000_000_000);
        days(seconds as i64, (nanos - seconds * 1_000_000_000) as i64)
    }
}

impl Datum for ZonedDateTime {
    const UNITS: Units = Units::Dates(None);

    fn number(&self) -> f64 {
        self.timestamp().number()
    }

    fn units(&self) -> Units {
        Units::Dates(Some(self.time_zone().clone()))
    }
}

impl Datum for DateTime {
    const UNITS: Units = Units::Dates(None);

    fn number(&self) -> f64 {
        number_in(&TimeZone::UTC, *self)
    }
}

impl Datum for Date {
    const UNITS: Units = Units::Dates(None);

    fn number(&self) -> f64 {
        self.at(0, 0, 0, 0).number()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn dates_are_the_numbers_of_the_reference() {
        // matplotlib.dates.date2num
        assert_eq!(date(2024, 2, 29).number(), 19_782.0);
        assert_eq!(date(1969, 12, 31).at(6, 0, 0, 0).number(), -0.75);
        let time = date(2024, 2, 29).at(13, 37, 5, 123_456_000);
        assert_eq!(time.number(), 19_782.567_420_410_37);
        let zoned = date(2024, 7, 1).at(2, 0, 0, 0).in_tz("Europe/Berlin");
        assert_eq!(zoned.unwrap().number(), 19_905.0);
    }

    #[test]
    fn numbers_are_dates_again() {
        let time = date(2024, 2, 29).at(13, 37, 5, 123_456_000);
        let back = num2date(time.number()).unwrap();
        assert_eq!(TimeZone::UTC.to_datetime(back), time);
        let far = date(2300, 1, 1).at(0, 0, 0, 999_995_000);
        let back = TimeZone::UTC.to_datetime(num2date(far.number()).unwrap());
        assert_eq!(back, date(2300, 1, 1).at(0, 0, 1, 0));
        assert!(num2date(-719_163.0).is_err() && num2date(-719_162.0).is_ok());
        assert!(num2date(f64::NAN).is_err());
    }
}
