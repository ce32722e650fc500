//! Locators and formatters of dates.

use plotreel::dates::jiff::tz::TimeZone;
use plotreel::dates::{
    AutoDateFormatter, AutoDateLocator, ConciseDateFormatter, DateFormatter, DayLocator, Frequency,
    HourLocator, MicrosecondLocator, MinuteLocator, MonthLocator, SecondLocator, WeekdayLocator,
    YearLocator,
};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use super::{Settings, Ticks};
use crate::error::exception;

/// The units of `AutoDateLocator`, the longest first.
const UNITS: [Frequency; 7] = [
    Frequency::Yearly,
    Frequency::Monthly,
    Frequency::Daily,
    Frequency::Hourly,
    Frequency::Minutely,
    Frequency::Secondly,
    Frequency::Microsecondly,
];

/// The time zone by its name, such as "Europe/Berlin"; UTC if none is given.
pub(crate) fn zone(name: Option<String>) -> PyResult<TimeZone> {
    match name {
        None => Ok(TimeZone::UTC),
        Some(name) => TimeZone::get(&name).map_err(|error| {
            PyValueError::new_err(format!("there is no time zone {name:?}: {error}"))
        }),
    }
}

/// Sets the locator of ticks at dates.
pub(super) fn set_locator(
    ticks: Ticks<'_>,
    name: &str,
    settings: Settings<'_, '_>,
) -> PyResult<()> {
    // How many there are from tick to tick, and which of them have one.
    macro_rules! rule {
        ($kind:ident $(, $name:literal => $setter:ident)*) => {{
            let locator = $kind::new().with_interval(settings.needed("interval")?);
            $(let locator = match settings.given::<Vec<i8>>($name)? {
                Some(numbers) => locator.$setter(numbers),
                None => locator,
            };)*
            ticks.locate(locator.with_tz(zone(settings.given("tz")?)?));
        }};
    }
    match name {
        "AutoDateLocator" => ticks.locate(auto_locator(settings)?),
        "YearLocator" => ticks.locate(years(settings)?),
        "MonthLocator" => {
            rule!(MonthLocator, "bymonth" => with_bymonth, "bymonthday" => with_bymonthday);
        }
        "WeekdayLocator" => rule!(WeekdayLocator, "byweekday" => with_byweekday),
        "DayLocator" => rule!(DayLocator, "bymonthday" => with_bymonthday),
        "HourLocator" => rule!(HourLocator, "byhour" => with_byhour),
        "MinuteLocator" => rule!(MinuteLocator, "byminute" => with_byminute),
        "SecondLocator" => rule!(SecondLocator, "bysecond" => with_bysecond),
        "MicrosecondLocator" => {
            ticks.locate(MicrosecondLocator::new(settings.needed("interval")?));
        }
        _ => {
            return Err(PyValueError::new_err(format!(
                "there is no locator {name:?}"
            )));
        }
    }
    Ok(())
}

fn auto_locator(settings: Settings<'_, '_>) -> PyResult<AutoDateLocator> {
    let mut locator = AutoDateLocator::new()
        .with_minticks(settings.needed("minticks")?)
        .with_interval_multiples(settings.needed("interval_multiples")?);
    let maxticks = settings.given::<Vec<(usize, u32)>>("maxticks")?;
    for (unit, count) in maxticks.unwrap_or_default() {
        if let Some(unit) = UNITS.get(unit) {
            locator = locator.with_maxticks_of(*unit, count);
        }
    }
    Ok(locator.with_tz(zone(settings.given("tz")?)?))
}

fn years(settings: Settings<'_, '_>) -> PyResult<YearLocator> {
    Ok(YearLocator::new(settings.needed("base")?)
        .with_month(settings.needed("month")?)
        .with_day(settings.needed("day")?)
        .with_tz(zone(settings.given("tz")?)?))
}

/// Sets the formatter of ticks at dates.
pub(super) fn set_formatter(
    ticks: Ticks<'_>,
    name: &str,
    settings: Settings<'_, '_>,
) -> PyResult<()> {
    match name {
        "DateFormatter" => {
            let formatter = DateFormatter::new(&settings.needed::<String>("fmt")?);
            let formatter = formatter.map_err(|e| exception(settings.0.py(), &e))?;
            ticks.label(formatter.with_tz(zone(settings.given("tz")?)?));
        }
        "AutoDateFormatter" => {
            let formatter = AutoDateFormatter::new();
            ticks.label(formatter.with_tz(zone(settings.given("tz")?)?));
        }
        "ConciseDateFormatter" => ticks.label(concise(settings)?),
        _ => {
            return Err(PyValueError::new_err(format!(
                "there is no formatter {name:?}"
            )));
        }
    }
    Ok(())
}

fn concise(settings: Settings<'_, '_>) -> PyResult<ConciseDateFormatter> {
    let told = |error: plotreel::Error| exception(settings.0.py(), &error);
    let formats = |name: &str| settings.given::<[String; 6]>(name);
    let mut formatter =
        ConciseDateFormatter::new().with_show_offset(settings.needed("show_offset")?);
    if let Some(formats) = formats("formats")? {
        let formats = formats.each_ref().map(String::as_str);
        formatter = formatter.with_formats(formats).map_err(told)?;
    }
    if let Some(formats) = formats("zero_formats")? {
        let formats = formats.each_ref().map(String::as_str);
        formatter = formatter.with_zero_formats(formats).map_err(told)?;
    }
    if let Some(formats) = formats("offset_formats")? {
        let formats = formats.each_ref().map(String::as_str);
        formatter = formatter.with_offset_formats(formats).map_err(told)?;
    }
    Ok(formatter.with_tz(zone(settings.given("tz")?)?))
}
