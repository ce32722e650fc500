//! What finds ticks.

use plotreel::ticker::{
    AutoLocator, AutoMinorLocator, FixedLocator, IndexLocator, LinearLocator, LogLocator,
    MaxNLocator, MultipleLocator, NullLocator, Prune, Subs, SymmetricalLogLocator,
};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use super::{Settings, Ticks, dates};

/// Sets the locator of ticks.
pub(crate) fn set_locator(
    ticks: Ticks<'_>,
    name: &str,
    settings: Settings<'_, '_>,
) -> PyResult<()> {
    match name {
        "AutoLocator" => ticks.locate(AutoLocator::new()),
        "NullLocator" => ticks.locate(NullLocator),
        "MaxNLocator" => ticks.locate(max_n(settings)?),
        "MultipleLocator" => {
            let locator = MultipleLocator::new(settings.needed("base")?);
            ticks.locate(locator.with_offset(settings.needed("offset")?));
        }
        "FixedLocator" => ticks.locate(fixed(settings)?),
        "LinearLocator" => ticks.locate(LinearLocator::new(settings.needed("numticks")?)),
        "IndexLocator" => {
            let locator = IndexLocator::new(settings.needed("base")?, settings.needed("offset")?);
            ticks.locate(locator);
        }
        "AutoMinorLocator" => ticks.locate(auto_minor(settings)?),
        "LogLocator" => ticks.locate(log(settings)?),
        "SymmetricalLogLocator" => ticks.locate(sym_log(settings)?),
        name => return dates::set_locator(ticks, name, settings),
    }
    Ok(())
}

fn fixed(settings: Settings<'_, '_>) -> PyResult<FixedLocator> {
    let locator = FixedLocator::new(settings.needed::<Vec<f64>>("locs")?);
    Ok(match settings.given("nbins")? {
        Some(nbins) => locator.with_nbins(nbins),
        None => locator,
    })
}

fn auto_minor(settings: Settings<'_, '_>) -> PyResult<AutoMinorLocator> {
    let locator = AutoMinorLocator::new();
    Ok(match settings.given("ndivs")? {
        Some(ndivs) => locator.with_ndivs(ndivs),
        None => locator,
    })
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

fn sym_log(settings: Settings<'_, '_>) -> PyResult<SymmetricalLogLocator> {
    let [base, linthresh] = [settings.needed("base")?, settings.needed("linthresh")?];
    let locator = SymmetricalLogLocator::new(base, linthresh);
    let locator = locator.with_subs(settings.needed::<Vec<f64>>("subs")?);
    Ok(locator.with_numticks(settings.needed("numticks")?))
}
