//! Dates as NumPy stores them.

use jiff::civil::Date;

use crate::dates::number::days;
use crate::error::{Error, Result};
use crate::properties::names;
use crate::series::{Datum, Series, Units};

/// Dates as NumPy's `datetime64`: whole numbers of a unit since 1970-01-01, without a time zone. `i64::MIN` is NaT, no
/// date.
///
/// ```
/// use plotreel::Figure;
/// use plotreel::dates::Datetime64;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// // 2024-01-01, noon, and the day after.
/// let times = Datetime64::new([1_704_067_200, 1_704_110_400, 1_704_153_600], "s")?;
/// let line = fig[ax].plot(&times, &[1.0, 3.0, 2.0])?;
/// // From frame to frame:
/// fig[line].set_xdata(&Datetime64::new([19_723, 19_724, 19_725], "D")?)?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Datetime64 {
    values: Vec<i64>,
    unit: TimeUnit,
}

impl Datetime64 {
    /// These numbers of a unit, such as `"ns"`, since 1970-01-01.
    ///
    /// # Errors
    /// [`Error::Setting`] for other units.
    pub fn new<U: TryInto<TimeUnit>>(values: impl Into<Vec<i64>>, unit: U) -> Result<Self>
    where
        Error: From<U::Error>,
    {
        Ok(Self {
            values: values.into(),
            unit: unit.try_into()?,
        })
    }
}

impl Series for Datetime64 {
    fn len(&self) -> usize {
        self.values.len()
    }

    fn copy_to(&self, out: &mut Vec<f64>) {
        out.clear();
        out.extend(self.values.iter().map(|value| match *value {
            i64::MIN => f64::NAN,
            value => self.unit.days(value),
        }));
    }

    fn units(&self) -> Units {
        Units::Dates(None)
    }
}

/// The units of [`Datetime64`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TimeUnit {
    /// `"Y"`.
    Years,
    /// `"M"`.
    Months,
    /// `"W"`.
    Weeks,
    /// `"D"`.
    Days,
    /// `"h"`.
    Hours,
    /// `"m"`.
    Minutes,
    /// `"s"`.
    Seconds,
    /// `"ms"`.
    Milliseconds,
    /// `"us"`.
    Microseconds,
    /// `"ns"`.
    Nanoseconds,
}

names! {
    TimeUnit, "the unit of times", "Y, M, W, D, h, m, s, ms, us or ns";
    Years: "Y",
    Months: "M",
    Weeks: "W",
    Days: "D",
    Hours: "h",
    Minutes: "m",
    Seconds: "s",
    Milliseconds: "ms",
    Microseconds: "us",
    Nanoseconds: "ns",
}

impl TimeUnit {
    /// So many of them as days; NaN for years that no calendar has.
    fn days(self, value: i64) -> f64 {
        let fraction = |of_second: i64| {
            let nanos = value.rem_euclid(of_second) * (1_000_000_000 / of_second);
            days(value.div_euclid(of_second), nanos)
        };
        match self {
            Self::Years => first_of(value.saturating_mul(12)),
            Self::Months => first_of(value),
            Self::Weeks => value as f64 * 7.0,
            Self::Days => value as f64,
            Self::Hours => value as f64 / 24.0,
            Self::Minutes => value as f64 / 1440.0,
            Self::Seconds => fraction(1),
            Self::Milliseconds => fraction(1_000),
            Self::Microseconds => fraction(1_000_000),
            Self::Nanoseconds => fraction(1_000_000_000),
        }
    }
}

/// The first day of the month that is so many after January 1970.
fn first_of(months: i64) -> f64 {
    let (year, month) = (1970 + months.div_euclid(12), months.rem_euclid(12) + 1);
    let year = i16::try_from(year).ok();
    let date = year.and_then(|year| Date::new(year, month as i8, 1).ok());
    date.map_or(f64::NAN, |date| date.number())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::series::Field;

    #[test]
    fn each_unit_counts_from_1970() {
        let number = |value, unit| Datetime64::new([value], unit).unwrap().values()[0];
        for (value, unit) in [
            (2, "Y"),
            (24, "M"),
            (730, "D"),
            (730 * 24, "h"),
            (730 * 1440, "m"),
            (730 * 86_400, "s"),
            (730 * 86_400_000, "ms"),
            (730 * 86_400_000_000, "us"),
            (730 * 86_400_000_000_000, "ns"),
        ] {
            assert_eq!(number(value, unit), 730.0, "{unit}");
        }
        assert_eq!(number(2, "W"), 14.0);
        assert_eq!(number(-1, "Y"), -365.0);
        assert_eq!(number(-43_200_000, "ms"), -0.5);
        assert!(number(i64::MIN, "ns").is_nan() && number(i64::MAX, "Y").is_nan());
        assert!(Datetime64::new([0], "fortnight").is_err());
    }
}
