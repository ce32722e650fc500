//! Methods of figures and subfigures that write: texts, titles, legends.

use plotreel::artists::ArtistBase;
use plotreel::gridspec::SubplotParams;
use plotreel::legend::LegendEntry;
use plotreel::{AnyHandle, Figure, Handle};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use super::call::{Call, Method};
use super::part::Part;

pub(super) const METHODS: &[Method] = &[
    ("text", |c| {
        let (x, y, text) = (c.number("x")?, c.number("y")?, c.text("s")?);
        let text = c.base().text(x, y, text);
        c.one("Text", Ok(text))
    }),
    ("suptitle", |c| {
        let text = c.text("t")?;
        let text = c.base().suptitle(text);
        c.one("Text", Ok(text))
    }),
    ("supxlabel", |c| {
        let text = c.text("t")?;
        let text = c.base().supxlabel(text);
        c.one("Text", Ok(text))
    }),
    ("supylabel", |c| {
        let text = c.text("t")?;
        let text = c.base().supylabel(text);
        c.one("Text", Ok(text))
    }),
    ("legend", |c| {
        let legend = match entries(c)? {
            Some(entries) => c.base().legend_with(entries),
            None => c.base().legend(),
        };
        c.one("Legend", Ok(legend))
    }),
    ("clear", |c| {
        c.base().clear();
        Ok(())
    }),
    ("align_labels", |c| {
        c.base().align_labels();
        Ok(())
    }),
    ("align_xlabels", |c| {
        c.base().align_xlabels();
        Ok(())
    }),
    ("align_ylabels", |c| {
        c.base().align_ylabels();
        Ok(())
    }),
    ("align_titles", |c| {
        c.base().align_titles();
        Ok(())
    }),
    ("autofmt_xdate", |c| {
        let (bottom, rotation) = (c.number("bottom")?, c.number("rotation")?);
        c.base()
            .autofmt_xdate_with(bottom, rotation)
            .map_err(c.told())
    }),
    ("subplots_adjust", |c| {
        let mut params: SubplotParams = c.base().subplot_params();
        c.take_options(&mut params)?;
        c.base().subplots_adjust(params).map_err(c.told())
    }),
];

/// The artists of a legend with their labels, if they are given.
pub(super) fn entries(c: &Call<'_, '_>) -> PyResult<Option<Vec<LegendEntry>>> {
    let Some(given) = c.take("entries")? else {
        return Ok(None);
    };
    let mut entries = Vec::new();
    for entry in given.try_iter()? {
        let (part, label): (Bound<'_, Part>, String) = entry?.extract()?;
        entries.push(LegendEntry::new(artist(c.fig, part.get().known()?)?, label));
    }
    Ok(Some(entries))
}

pub(super) fn artist(fig: &Figure, handle: AnyHandle) -> PyResult<Handle<ArtistBase>> {
    let artist = fig.downcast::<ArtistBase>(handle);
    artist.ok_or_else(|| PyValueError::new_err("this artist is not in the figure, or was removed"))
}
