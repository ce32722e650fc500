//! Methods of whole figures.

use std::path::{Path, PathBuf};

use plotreel::layout::{ConstrainedLayout, LayoutEngine, TightLayout};
use plotreel::writers::{Destination, MemoryFile, Metadata};
use plotreel::{SavefigOptions, Style};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict};

use super::call::{Call, Method};

pub(super) const METHODS: &[Method] = &[
    ("set_facecolor", |c| {
        let color = c.text("color")?;
        c.fig.set_facecolor(color.as_str()).map_err(c.told())
    }),
    ("tight_layout", |c| {
        let options = c.options::<TightLayout>()?;
        c.fig.tight_layout_with(&options).map_err(c.told())
    }),
    ("set_layout_engine", |c| {
        let name = c.text_or("layout", "none")?;
        let engine: LayoutEngine = match name.as_str() {
            "tight" => c.options::<TightLayout>()?.into(),
            "constrained" => c.options::<ConstrainedLayout>()?.into(),
            "compressed" => {
                let mut options = ConstrainedLayout::new().with_compress(true);
                c.take_options(&mut options)?;
                options.into()
            }
            _ => LayoutEngine::try_from(name.as_str()).map_err(c.told())?,
        };
        c.fig.set_layout_engine(engine).map_err(c.told())
    }),
    ("use_style", |c| {
        let names: Vec<String> = c.need("names")?.extract()?;
        let mut style = Style::named(names.iter().map(String::as_str)).map_err(c.told())?;
        for (name, given) in c.need("params")?.cast::<PyDict>()?.iter() {
            let (name, text): (String, String) = (name.extract()?, given.extract()?);
            style = style.with_param(&name, &text).map_err(c.told())?;
        }
        let styled = c.fig.clone().with_style(style).map_err(c.told())?;
        *c.fig = styled;
        Ok(())
    }),
    ("savefig", savefig),
];

fn savefig(c: &mut Call<'_, '_>) -> PyResult<()> {
    let mut options = SavefigOptions::new();
    if let Some(given) = c.take("metadata")? {
        let given: Vec<(String, String)> = given.extract()?;
        let metadata = given
            .iter()
            .fold(Metadata::new(), |all, (key, text)| all.with(key, text));
        options = options.with_metadata(metadata);
    }
    c.take_options(&mut options)?;
    let path: Option<PathBuf> = c.take("fname")?.map(|path| path.extract()).transpose()?;
    let format = c.take("format")?;
    c.refuse_rest()?;
    let (fig, py) = (&*c.fig, c.py());
    let file = MemoryFile::new();
    match &path {
        // The library says what is wrong with the name.
        Some(path) if format.is_none() && !is_png(path) => {
            fig.savefig_with(path.as_path(), &options)
        }
        _ => py.detach(|| fig.savefig_with(Destination::memory(&file, "png"), &options)),
    }
    .map_err(c.told())?;
    // A function of Python's that failed leaves an older file as it is.
    c.raised.check()?;
    match path {
        Some(path) => py
            .detach(|| Destination::path(path).write(&file.take()))
            .map_err(c.told()),
        None => c.made("file", PyBytes::new(py, &file.take())),
    }
}

fn is_png(path: &Path) -> bool {
    path.extension()
        .is_some_and(|suffix| suffix.eq_ignore_ascii_case("png"))
}
