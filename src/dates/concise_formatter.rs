//! Labels that say only what differs from tick to tick.

use jiff::ZonedDateTime;
use jiff::tz::TimeZone;

use crate::dates::formatters::{DateFormat, times};
use crate::error::Result;
use crate::ticker::{AxisView, Formatter, TickLabels};

/// Formats dates as briefly as possible: labels show what differs from tick to tick, and the rest of the date is at the
/// end of the axis.
///
/// ```
/// use plotreel::dates::ConciseDateFormatter;
///
/// let formatter = ConciseDateFormatter::new().with_show_offset(false);
/// let german = ConciseDateFormatter::new().with_formats(["%Y", "%m.", "%d.", "%H:%M", "%H:%M", "%S.%f"])?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct ConciseDateFormatter {
    zone: TimeZone,
    formats: [DateFormat; 6],
    zero_formats: [DateFormat; 6],
    offset_formats: [DateFormat; 6],
    show_offset: bool,
}

impl Default for ConciseDateFormatter {
    fn default() -> Self {
        Self {
            zone: TimeZone::UTC,
            formats: ["%Y", "%b", "%d", "%H:%M", "%H:%M", "%S.%6f"].map(DateFormat::known),
            zero_formats: ["", "%Y", "%b", "%b-%d", "%H:%M", "%H:%M"].map(DateFormat::known),
            offset_formats: ["", "%Y", "%Y-%b", "%Y-%b-%d", "%Y-%b-%d", "%Y-%b-%d %H:%M"]
                .map(DateFormat::known),
            show_offset: true,
        }
    }
}

/// Reads six formats.
fn read(formats: [&str; 6]) -> Result<[DateFormat; 6]> {
    let [a, b, c, d, e, f] = formats.map(DateFormat::new);
    Ok([a?, b?, c?, d?, e?, f?])
}

impl ConciseDateFormatter {
    /// Formats dates in UTC.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the formats of ticks at years, months, days, hours, minutes and seconds; each is also that of the next
    /// unit's first, which says more.
    ///
    /// # Errors
    /// As [`DateFormatter::new`](super::DateFormatter::new).
    pub fn with_formats(mut self, formats: [&str; 6]) -> Result<Self> {
        let [a, b, c, d, e, _] = formats;
        self.formats = read(formats)?;
        self.zero_formats = read(["", a, b, c, d, e])?;
        Ok(self)
    }

    /// Sets the formats of ticks at the first of a unit: of the years, the months (January), the days, hours, minutes
    /// and seconds.
    ///
    /// # Errors
    /// As [`with_formats`](Self::with_formats).
    pub fn with_zero_formats(mut self, formats: [&str; 6]) -> Result<Self> {
        self.zero_formats = read(formats)?;
        Ok(self)
    }

    /// Sets the formats of the text at the end of the axis, for ticks at years, months, days, hours, minutes and
    /// seconds.
    ///
    /// # Errors
    /// As [`with_formats`](Self::with_formats).
    pub fn with_offset_formats(mut self, formats: [&str; 6]) -> Result<Self> {
        self.offset_formats = read(formats)?;
        Ok(self)
    }

    /// Sets whether there is a text at the end of the axis, as by default.
    pub fn with_show_offset(mut self, show_offset: bool) -> Self {
        self.show_offset = show_offset;
        self
    }

    /// Sets the time zone.
    pub fn with_tz(mut self, zone: TimeZone) -> Self {
        self.zone = zone;
        self
    }
}

/// Year, month, day, hour, minute and second.
fn parts(time: &ZonedDateTime) -> [i16; 6] {
    let clock = [
        time.month(),
        time.day(),
        time.hour(),
        time.minute(),
        time.second(),
    ];
    let [month, day, hour, minute, second] = clock.map(i16::from);
    [time.year(), month, day, hour, minute, second]
}

impl Formatter for ConciseDateFormatter {
    fn format_ticks(&self, axis: &AxisView, locs: &[f64]) -> TickLabels {
        let times = times(locs, &self.zone);
        let known: Vec<&ZonedDateTime> = times.iter().flatten().collect();
        let [Some(first), Some(last)] = [known.first(), known.last()] else {
            return TickLabels::each(locs, |_, _| String::new());
        };
        // The shortest unit that differs, or seconds if only their fractions do.
        let differs = |level: &usize| {
            known
                .iter()
                .any(|time| parts(time)[*level] != parts(first)[*level])
        };
        let level = (0..6).rev().find(differs);
        let names_year = level.is_some_and(|level| level < 2)
            && known
                .iter()
                .any(|time| Some(parts(time)[level.unwrap_or(0)]) == Some(1));
        let level = level.unwrap_or(5);
        let zero = [0, 1, 1, 0, 0, 0][level];
        let label = |time: &ZonedDateTime| {
            let whole = level < 5 || time.subsec_nanosecond() == 0;
            let is_zero = parts(time)[level] == zero && whole;
            let formats = if is_zero {
                &self.zero_formats
            } else {
                &self.formats
            };
            formats[level].text(time)
        };
        let mut labels: Vec<String> = times
            .iter()
            .map(|time| time.as_ref().map(label).unwrap_or_default())
            .collect();
        if level == 5 {
            shorten(&mut labels);
        }
        let end = if axis.view.0 > axis.view.1 {
            first
        } else {
            last
        };
        let offset = match self.show_offset && !names_year {
            true => self.offset_formats[level].text(end),
            false => String::new(),
        };
        TickLabels { labels, offset }
    }

    fn clone_box(&self) -> Box<dyn Formatter> {
        Box::new(self.clone())
    }
}

/// Removes the zeros that all fractions end with.
fn shorten(labels: &mut [String]) {
    let zeros = |label: &String| label.len() - label.trim_end_matches('0').len();
    let fractions = || labels.iter().filter(|label| label.contains('.'));
    let Some(zeros) = fractions().map(zeros).min().filter(|zeros| *zeros > 0) else {
        return;
    };
    for label in labels.iter_mut().filter(|label| label.contains('.')) {
        label.truncate(label.len() - zeros);
        let len = label.trim_end_matches('.').len();
        label.truncate(len);
    }
}
