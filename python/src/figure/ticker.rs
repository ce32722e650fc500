//! Locators and formatters by matplotlib's names.

use plotreel::axis::Axis;
use plotreel::ticker::{
    AutoLocator, AutoMinorLocator, FixedFormatter, FixedLocator, FormatStrFormatter, Formatter,
    IndexLocator, LinearLocator, Locator, LogFormatter, LogFormatterExponent, LogFormatterMathtext,
    LogFormatterSciNotation, LogLocator, MaxNLocator, MultipleLocator, NullFormatter, NullLocator,
    PercentFormatter, Prune, ScalarFormatter, StrMethodFormatter, Subs, SymmetricalLogLocator,
};
use pyo3::exceptions::{PyKeyError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::error::exception;

/// Settings by name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Settings<'a, 'py>(pub(crate) &'a Bound<'py, PyDict>);

impl<'py> Settings<'_, 'py> {
    fn given<T: for<'b> FromPyObject<'b, 'py>>(self, name: &str) -> PyResult<Option<T>> {
        match self.0.get_item(name)? {
            Some(value) if !value.is_none() => value.extract().map(Some).map_err(Into::into),
            _ => Ok(None),
        }
    }

    fn needed<T: for<'b> FromPyObject<'b, 'py>>(self, name: &str) -> PyResult<T> {
        let missing = || PyKeyError::new_err(name.to_owned());
        self.given(name)?.ok_or_else(missing)
    }
}

/// Sets the locator of major or minor ticks.
pub(crate) fn set_locator(
    axis: &mut Axis,
    is_minor: bool,
    name: &str,
    settings: Settings<'_, '_>,
) -> PyResult<()> {
    fn put(axis: &mut Axis, is_minor: bool, locator: impl Locator + 'static) {
        match is_minor {
            true => axis.set_minor_locator(locator),
            false => axis.set_major_locator(locator),
        }
    }
    match name {
        "AutoLocator" => put(axis, is_minor, AutoLocator::new()),
        "NullLocator" => put(axis, is_minor, NullLocator),
        "MaxNLocator" => put(axis, is_minor, max_n(settings)?),
        "MultipleLocator" => {
            let locator = MultipleLocator::new(settings.needed("base")?);
            put(
                axis,
                is_minor,
                locator.with_offset(settings.needed("offset")?),
            );
        }
        "FixedLocator" => {
            let locator = FixedLocator::new(settings.needed::<Vec<f64>>("locs")?);
            match settings.given("nbins")? {
                Some(nbins) => put(axis, is_minor, locator.with_nbins(nbins)),
                None => put(axis, is_minor, locator),
            }
        }
        "LinearLocator" => put(
            axis,
            is_minor,
            LinearLocator::new(settings.needed("numticks")?),
        ),
        "IndexLocator" => {
            let locator = IndexLocator::new(settings.needed("base")?, settings.needed("offset")?);
            put(axis, is_minor, locator);
        }
        "AutoMinorLocator" => {
            let locator = AutoMinorLocator::new();
            match settings.given("ndivs")? {
                Some(ndivs) => put(axis, is_minor, locator.with_ndivs(ndivs)),
                None => put(axis, is_minor, locator),
            }
        }
        "LogLocator" => put(axis, is_minor, log(settings)?),
        "SymmetricalLogLocator" => {
            let [base, linthresh] = [settings.needed("base")?, settings.needed("linthresh")?];
            let locator = SymmetricalLogLocator::new(base, linthresh);
            let locator = locator.with_subs(settings.needed::<Vec<f64>>("subs")?);
            put(
                axis,
                is_minor,
                locator.with_numticks(settings.needed("numticks")?),
            );
        }
        _ => {
            return Err(PyValueError::new_err(format!(
                "there is no locator {name:?}"
            )));
        }
    }
    Ok(())
}

fn max_n(settings: Settings<'_, '_>) -> PyResult<MaxNLocator> {
    let locator = settings
        .given("nbins")?
        .map_or_else(MaxNLocator::auto, MaxNLocator::new);
    let prune = match settings.given::<String>("prune")?.as_deref() {
        Some("lower") => Prune::Lower,
        Some("upper") => Prune::Upper,
        Some("both") => Prune::Both,
        None => Prune::None,
        Some(other) => {
            return Err(PyValueError::new_err(format!(
                "there is no prune {other:?}: give lower, upper or both"
            )));
        }
    };
    Ok(locator
        .with_steps(settings.needed::<Vec<f64>>("steps")?)
        .with_integer(settings.needed("integer")?)
        .with_symmetric(settings.needed("symmetric")?)
        .with_min_n_ticks(settings.needed("min_n_ticks")?)
        .with_prune(prune))
}

fn log(settings: Settings<'_, '_>) -> PyResult<LogLocator> {
    let subs = settings.needed::<Bound<'_, PyAny>>("subs")?;
    let subs = match subs.extract::<String>().ok().as_deref() {
        Some("all") => Subs::All,
        Some("auto") => Subs::Auto,
        Some(other) => {
            return Err(PyValueError::new_err(format!(
                "there are no subs {other:?}: give all, auto or numbers"
            )));
        }
        None => Subs::Given(subs.extract()?),
    };
    let locator = LogLocator::new(settings.needed("base")?).with_subs(subs);
    Ok(match settings.given("numticks")? {
        Some(numticks) => locator.with_numticks(numticks),
        None => locator,
    })
}

/// Sets the formatter of major or minor ticks.
pub(crate) fn set_formatter(
    axis: &mut Axis,
    is_minor: bool,
    name: &str,
    settings: Settings<'_, '_>,
) -> PyResult<()> {
    fn put(axis: &mut Axis, is_minor: bool, formatter: impl Formatter + 'static) {
        match is_minor {
            true => axis.set_minor_formatter(formatter),
            false => axis.set_major_formatter(formatter),
        }
    }
    macro_rules! logarithmic {
        ($kind:ident) => {{
            let (subset, all) = settings.needed("minor_thresholds")?;
            let formatter = $kind::new(settings.needed("base")?)
                .with_label_only_base(settings.needed("label_only_base")?)
                .with_minor_thresholds(subset, all);
            match settings.given("linthresh")? {
                Some(linthresh) => put(axis, is_minor, formatter.with_linthresh(linthresh)),
                None => put(axis, is_minor, formatter),
            }
        }};
    }
    let told = |error: plotreel::Error| exception(settings.0.py(), &error);
    match name {
        "NullFormatter" => put(axis, is_minor, NullFormatter),
        "FixedFormatter" => {
            let formatter = FixedFormatter::new(settings.needed::<Vec<String>>("seq")?);
            let offset = settings.needed::<String>("offset_string")?;
            put(axis, is_minor, formatter.with_offset_string(offset));
        }
        "ScalarFormatter" => put(axis, is_minor, scalar(settings)?),
        "StrMethodFormatter" => {
            let formatter = StrMethodFormatter::new(&settings.needed::<String>("fmt")?);
            put(axis, is_minor, formatter.map_err(told)?);
        }
        "FormatStrFormatter" => {
            let formatter = FormatStrFormatter::new(&settings.needed::<String>("fmt")?);
            put(axis, is_minor, formatter.map_err(told)?);
        }
        "PercentFormatter" => {
            let formatter = PercentFormatter::new(settings.needed("xmax")?);
            let formatter = formatter.with_symbol(settings.needed::<String>("symbol")?);
            match settings.given("decimals")? {
                Some(decimals) => put(axis, is_minor, formatter.with_decimals(decimals)),
                None => put(axis, is_minor, formatter),
            }
        }
        "LogFormatter" => logarithmic!(LogFormatter),
        "LogFormatterExponent" => logarithmic!(LogFormatterExponent),
        "LogFormatterMathtext" => logarithmic!(LogFormatterMathtext),
        "LogFormatterSciNotation" => logarithmic!(LogFormatterSciNotation),
        _ => {
            return Err(PyValueError::new_err(format!(
                "there is no formatter {name:?}"
            )));
        }
    }
    Ok(())
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
