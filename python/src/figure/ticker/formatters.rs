//! What writes the labels of ticks.

use plotreel::ticker::{
    FixedFormatter, FormatStrFormatter, LogFormatter, LogFormatterExponent, LogFormatterMathtext,
    LogFormatterSciNotation, NullFormatter, PercentFormatter, ScalarFormatter, StrMethodFormatter,
};
use pyo3::prelude::*;

use super::{Settings, Ticks, dates};
use crate::error::exception;

/// Sets the formatter of ticks.
pub(crate) fn set_formatter(
    ticks: Ticks<'_>,
    name: &str,
    settings: Settings<'_, '_>,
) -> PyResult<()> {
    macro_rules! logarithmic {
        ($kind:ident) => {{
            let (subset, all) = settings.needed("minor_thresholds")?;
            let formatter = $kind::new(settings.needed("base")?)
                .with_label_only_base(settings.needed("label_only_base")?)
                .with_minor_thresholds(subset, all);
            match settings.given("linthresh")? {
                Some(linthresh) => ticks.label(formatter.with_linthresh(linthresh)),
                None => ticks.label(formatter),
            }
        }};
    }
    let told = |error: plotreel::Error| exception(settings.0.py(), &error);
    let fmt = || settings.needed::<String>("fmt");
    match name {
        "NullFormatter" => ticks.label(NullFormatter),
        "FixedFormatter" => {
            let formatter = FixedFormatter::new(settings.needed::<Vec<String>>("seq")?);
            let offset = settings.needed::<String>("offset_string")?;
            ticks.label(formatter.with_offset_string(offset));
        }
        "ScalarFormatter" => ticks.label(scalar(settings)?),
        "StrMethodFormatter" => ticks.label(StrMethodFormatter::new(&fmt()?).map_err(told)?),
        "FormatStrFormatter" => ticks.label(FormatStrFormatter::new(&fmt()?).map_err(told)?),
        "PercentFormatter" => ticks.label(percent(settings)?),
        "LogFormatter" => logarithmic!(LogFormatter),
        "LogFormatterExponent" => logarithmic!(LogFormatterExponent),
        "LogFormatterMathtext" => logarithmic!(LogFormatterMathtext),
        "LogFormatterSciNotation" => logarithmic!(LogFormatterSciNotation),
        name => return dates::set_formatter(ticks, name, settings),
    }
    Ok(())
}

fn percent(settings: Settings<'_, '_>) -> PyResult<PercentFormatter> {
    let formatter = PercentFormatter::new(settings.needed("xmax")?);
    let formatter = formatter.with_symbol(settings.needed::<String>("symbol")?);
    Ok(match settings.given("decimals")? {
        Some(decimals) => formatter.with_decimals(decimals),
        None => formatter,
    })
}

fn scalar(settings: Settings<'_, '_>) -> PyResult<ScalarFormatter> {
    let (min, max) = settings.needed("powerlimits")?;
    let formatter = ScalarFormatter::new()
        .with_offset_threshold(settings.needed("offset_threshold")?)
        .with_scientific(settings.needed("scientific")?)
        .with_powerlimits(min, max)
        .with_use_math_text(settings.needed("use_math_text")?);
    Ok(match settings.given("offset")? {
        Some(offset) => formatter.with_offset(offset),
        None => formatter,
    })
}
