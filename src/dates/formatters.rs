//! Labels of dates by formats.

use jiff::ZonedDateTime;
use jiff::fmt::strtime;
use jiff::tz::TimeZone;

use crate::dates::num2date;
use crate::dates::rule::Frequency;
use crate::error::{Error, Result};
use crate::ticker::{AxisView, Formatter, TickLabels};

/// A format of `strftime`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DateFormat(String);

impl DateFormat {
    /// Reads a format; `%f` are microseconds, as in Python.
    pub(super) fn new(format: &str) -> Result<Self> {
        let mut parsed = String::with_capacity(format.len());
        let mut letters = format.chars();
        while let Some(letter) = letters.next() {
            parsed.push(letter);
            if letter == '%' {
                match letters.next() {
                    Some('f') => parsed.push_str("6f"),
                    letter => parsed.extend(letter),
                }
            }
        }
        match strtime::format(&parsed, &ZonedDateTime::default()) {
            Ok(_) => Ok(Self(parsed)),
            Err(error) => Err(Error::Setting {
                name: "a date format",
                value: format!("\"{format}\" ({error})"),
                expected: "a strftime format, such as \"%Y-%m-%d %H:%M\"",
            }),
        }
    }

    /// A format that is known to be right.
    pub(super) fn known(format: &'static str) -> Self {
        Self(format.to_owned())
    }

    pub(super) fn text(&self, time: &ZonedDateTime) -> String {
        strtime::format(&self.0, time).unwrap_or_default()
    }
}

/// The times of ticks; those beyond the years 1 to 9999 are none.
pub(super) fn times(locs: &[f64], zone: &TimeZone) -> Vec<Option<ZonedDateTime>> {
    let time = |loc: &f64| {
        num2date(*loc)
            .ok()
            .map(|time| time.to_zoned_datetime(zone.clone()))
    };
    locs.iter().map(time).collect()
}

fn labels(locs: &[f64], zone: &TimeZone, format: &DateFormat) -> TickLabels {
    let times = times(locs, zone);
    TickLabels::each(locs, |_, i| {
        times[i]
            .as_ref()
            .map(|time| format.text(time))
            .unwrap_or_default()
    })
}

/// Formats dates by a format of `strftime`.
///
/// ```
/// use jiff::tz::TimeZone;
/// use plotreel::dates::DateFormatter;
///
/// let formatter = DateFormatter::new("%d %b")?.with_tz(TimeZone::UTC);
/// assert!(DateFormatter::new("%!").is_err());
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct DateFormatter {
    format: DateFormat,
    zone: TimeZone,
}

impl DateFormatter {
    /// Formats dates in UTC.
    ///
    /// # Errors
    /// [`Error::Setting`] for an unknown conversion.
    pub fn new(format: &str) -> Result<Self> {
        Ok(Self {
            format: DateFormat::new(format)?,
            zone: TimeZone::UTC,
        })
    }

    /// Sets the time zone.
    pub fn with_tz(mut self, zone: TimeZone) -> Self {
        self.zone = zone;
        self
    }
}

impl Formatter for DateFormatter {
    fn format_ticks(&self, _: &AxisView, locs: &[f64]) -> TickLabels {
        labels(locs, &self.zone, &self.format)
    }

    fn clone_box(&self) -> Box<dyn Formatter> {
        Box::new(self.clone())
    }
}

/// Formats dates by the unit of the axis' date locator: the default for dates.
///
/// ```
/// use plotreel::dates::{AutoDateFormatter, Frequency};
///
/// let formatter = AutoDateFormatter::new().with_format(Frequency::Hourly, "%H:%M")?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct AutoDateFormatter {
    formats: [DateFormat; 7],
    zone: TimeZone,
}

impl Default for AutoDateFormatter {
    fn default() -> Self {
        let formats = [
            "%Y",
            "%Y-%m",
            "%Y-%m-%d",
            "%m-%d %H",
            "%d %H:%M",
            "%H:%M:%S",
            "%M:%S.%6f",
        ];
        Self {
            formats: formats.map(DateFormat::known),
            zone: TimeZone::UTC,
        }
    }
}

impl AutoDateFormatter {
    /// Formats dates in UTC, as `date.autoformatter` of the reference says.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the format for a unit of the locator (`scaled`).
    ///
    /// # Errors
    /// As [`DateFormatter::new`].
    pub fn with_format(mut self, unit: Frequency, format: &str) -> Result<Self> {
        self.formats[unit as usize] = DateFormat::new(format)?;
        Ok(self)
    }

    /// Sets the time zone.
    pub fn with_tz(mut self, zone: TimeZone) -> Self {
        self.zone = zone;
        self
    }
}

impl Formatter for AutoDateFormatter {
    fn format_ticks(&self, axis: &AxisView, locs: &[f64]) -> TickLabels {
        // The shortest unit that is not below the locator's.
        let unit = Frequency::ALL
            .iter()
            .rposition(|unit| unit.days() >= axis.date_unit);
        labels(locs, &self.zone, &self.formats[unit.unwrap_or(2)])
    }

    fn clone_box(&self) -> Box<dyn Formatter> {
        Box::new(self.clone())
    }
}
