//! Texts and sizes of the cells of tables.

use plotreel::table::Table;
use plotreel::{AnyHandle, Figure};
use pyo3::prelude::*;

use super::{Done, Given, always, of};

pub(super) fn change(
    fig: &mut Figure,
    handle: AnyHandle,
    name: &str,
    given: Given<'_, '_>,
) -> Done {
    match name {
        "set_fontsize" => {
            let size = given.one(0)?.extract()?;
            of!(fig, handle, Table, table => table.set_fontsize(size));
        }
        "scale" => {
            let (across, up) = (given.one(0)?.extract()?, given.one(1)?.extract()?);
            of!(fig, handle, Table, table => table.scale(across, up));
        }
        "set_cell_text" => {
            let texts = given.one(0)?.extract::<Vec<Vec<String>>>()?;
            of!(fig, handle, Table, table => table.set_cell_text(&texts));
        }
        "auto_set_column_width" => {
            let columns = given.one(0)?.extract::<Vec<i32>>()?;
            always!(fig, handle, Table, table => table.auto_set_column_width(columns));
        }
        _ => {}
    }
    Ok(None)
}
