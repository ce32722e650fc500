//! Keyword arguments as the library's settings.

use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use plotreel::annotate::{Boxes, FrameBox, Label, ScaleBar, Table};
use plotreel::writers::{Destination, Fps, Metadata, WriterSettings};
use plotreel::{Color, Colormap, OnError, WriteOptions};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::error::exception;

/// A path, or a string that may be a URL.
pub(crate) fn destination(out_file: &Bound<'_, PyAny>) -> PyResult<Destination> {
    match out_file.extract::<String>() {
        Ok(text) => Ok(text.into()),
        Err(_) => Ok(out_file.extract::<PathBuf>()?.into()),
    }
}

/// Frames per second: an integer, a float, a fraction (num, den) or text.
pub(crate) fn fps(value: &Bound<'_, PyAny>) -> PyResult<Fps> {
    if let Ok(whole) = value.extract::<u32>() {
        return Ok(whole.into());
    }
    if let Ok(fraction) = value.extract::<(u32, u32)>() {
        return Ok(fraction.into());
    }
    if let Ok(text) = value.extract::<String>() {
        let fps = text.parse::<Fps>();
        return fps.map_err(|e| exception(value.py(), &e));
    }
    Ok(value.extract::<f64>()?.into())
}

/// Takes the writer settings from the keyword arguments; the others are left in `settings`.
pub(crate) fn writer_settings(settings: &Bound<'_, PyDict>) -> PyResult<WriterSettings> {
    let mut of_writer = WriterSettings::new(30);
    macro_rules! take {
        ($key:literal, $value:ident => $with:ident($setting:expr)) => {
            if let Some($value) = take(settings, $key)? {
                of_writer = of_writer.$with($setting);
            }
        };
    }
    take!("fps", value => with_fps(fps(&value)?));
    take!("codec", value => with_codec(&value.extract::<String>()?));
    take!("bitrate", value => with_bitrate(value.extract()?));
    take!("extra_args", value => with_extra_args(value.extract::<Vec<String>>()?));
    take!("program", value => with_program(value.extract::<PathBuf>()?));
    take!("loop_count", value => with_loop_count(value.extract()?));
    take!("stall_timeout", value => with_stall_timeout(seconds(&value)?));
    take!("embed_frames", value => with_embed_frames(value.extract()?));
    take!("embed_limit", value => with_embed_limit(value.extract()?));
    take!("default_mode", value => with_default_mode(parsed(&value)?));
    take!("frame_format", value => with_frame_format(parsed(&value)?));
    take!("metadata", value => with_metadata(
        (value.extract::<Vec<(String, String)>>()?.iter())
            .fold(Metadata::new(), |all, (key, value)| all.with(key, value))
    ));
    Ok(of_writer)
}

/// A value parsed from its name.
fn parsed<T: FromStr<Err = plotreel::Error>>(name: &Bound<'_, PyAny>) -> PyResult<T> {
    let parsed = name.extract::<String>()?.parse();
    parsed.map_err(|error| exception(name.py(), &error))
}

/// The options of a film of arrays.
///
/// # Errors
/// For invalid values; a `TypeError` for an unknown keyword argument.
pub(crate) fn write_options(settings: &Bound<'_, PyDict>) -> PyResult<WriteOptions> {
    let py = settings.py();
    let told = |error: plotreel::Error| exception(py, &error);
    let mut options = WriteOptions::new().with_settings(writer_settings(settings)?);
    macro_rules! take {
        ($key:literal, $value:ident: $t:ty => $with:expr) => {
            if let Some(value) = take(settings, $key)? {
                let $value: $t = value.extract()?;
                options = $with;
            }
        };
    }
    take!("dpi", dpi: f64 => options.with_dpi(dpi));
    take!("title", title: String => options.with_title(&title));
    take!("comment", comment: String => options.with_comment(&comment));
    take!("writer", name: String => options.with_writer(&name));
    take!("format", format: String => options.with_format(&format));
    if let Some(cmap) = take(settings, "cmap")? {
        options = options.with_cmap(colormap(&cmap)?);
    }
    take!("norm", norm: String => options.with_norm(norm.parse().map_err(told)?));
    take!("vmin", vmin: f64 => options.with_vmin(vmin));
    take!("vmax", vmax: f64 => options.with_vmax(vmax));
    take!("range", range: (f64, f64) => options.with_range(range.0, range.1));
    take!("transparent", transparent: bool => options.with_transparent(transparent));
    take!("scale", scale: u32 => options.with_scale(scale));
    take!("size", size: (u32, u32) => options.with_size(size.0, size.1));
    take!("axes", axes: bool => options.with_axes(axes));
    take!("colorbar", label: String => options.with_colorbar(label));
    take!("title_text", text: String => options.with_title_text(text));
    take!("labels", texts: Vec<String> => texts.into_iter().fold(options, |options, text| options.with_label(Label::new(text))));
    if let Some(given) = take(settings, "table")? {
        options = options.with_table(table(&given)?);
    }
    if let Some(given) = take(settings, "boxes")? {
        options = options.with_boxes(boxes(&given)?);
    }
    take!("scale_bar", bar: (f64, String) => options.with_scale_bar(ScaleBar::new(bar.0, bar.1)));
    take!("frame_count", frames: u64 => options.with_frame_count(frames));
    if let Some(on_error) = on_error(settings)? {
        options = options.with_on_error(on_error);
    }
    check_empty(settings)?;
    Ok(options)
}

/// A colormap by its name, or by its name and colours: within, below, above the limits, and of bad values.
pub(crate) fn colormap(given: &Bound<'_, PyAny>) -> PyResult<Colormap> {
    let told = |error| exception(given.py(), &error);
    if let Ok(name) = given.extract::<String>() {
        return Colormap::named(&name).map_err(told);
    }
    let (name, colors, ends): (String, Vec<Rgba>, [Rgba; 3]) = given.extract()?;
    let color = |(r, g, b, a): Rgba| Color { r, g, b, a };
    let colors: Vec<Color> = colors.into_iter().map(color).collect();
    let [under, over, bad] = ends.map(color);
    let cmap = Colormap::from_colors(&name, &colors).map_err(told)?;
    Ok(cmap.with_under(under).with_over(over).with_bad(bad))
}

/// Red, green, blue and alpha.
type Rgba = (u8, u8, u8, u8);

/// A table from a file, or from columns and rows.
fn table(given: &Bound<'_, PyAny>) -> PyResult<Table> {
    let table = match given.extract::<(Vec<String>, Vec<Vec<String>>)>() {
        Ok((columns, rows)) => Table::new(columns, rows),
        Err(_) => Table::read(given.extract::<PathBuf>()?),
    };
    table.map_err(|error| exception(given.py(), &error))
}

/// Boxes from a file, or from frames, positions, texts and colours.
fn boxes(given: &Bound<'_, PyAny>) -> PyResult<Boxes> {
    let told = |error| exception(given.py(), &error);
    let Ok(all) = given.extract::<Vec<(u64, [f64; 4], String, Option<String>)>>() else {
        return Boxes::read(given.extract::<PathBuf>()?).map_err(told);
    };
    let boxes = all.into_iter().map(|(frame, rect, text, color)| {
        let plain = FrameBox::new(frame, rect).with_text(text);
        match color {
            Some(color) => plain.with_color(color),
            None => Ok(plain),
        }
    });
    let boxes = boxes.collect::<plotreel::error::Result<Vec<_>>>();
    boxes.and_then(Boxes::new).map_err(told)
}

/// What to do with a film that fails.
pub(crate) fn on_error(settings: &Bound<'_, PyDict>) -> PyResult<Option<OnError>> {
    let Some(value) = take(settings, "on_error")? else {
        return Ok(None);
    };
    match value.extract::<String>()?.as_str() {
        "discard" => Ok(Some(OnError::Discard)),
        "keep_partial" => Ok(Some(OnError::KeepPartial)),
        other => Err(PyValueError::new_err(format!(
            "on_error can't be {other:?}: choose \"discard\" or \"keep_partial\""
        ))),
    }
}

/// Rejects remaining keyword arguments.
pub(crate) fn check_empty(settings: &Bound<'_, PyDict>) -> PyResult<()> {
    match settings.keys().iter().next() {
        None => Ok(()),
        Some(key) => Err(PyTypeError::new_err(format!("unknown setting {key}"))),
    }
}

/// Removes and returns a keyword argument; `None` counts as not given.
pub(crate) fn take<'py>(
    settings: &Bound<'py, PyDict>,
    key: &str,
) -> PyResult<Option<Bound<'py, PyAny>>> {
    let value = settings.get_item(key)?;
    if value.is_some() {
        settings.del_item(key)?;
    }
    Ok(value.filter(|value| !value.is_none()))
}

/// A time in seconds.
pub(crate) fn seconds(value: &Bound<'_, PyAny>) -> PyResult<Duration> {
    let seconds: f64 = value.extract()?;
    Duration::try_from_secs_f64(seconds)
        .map_err(|_| PyValueError::new_err(format!("{seconds} is not a valid time in seconds")))
}
