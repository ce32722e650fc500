//! Tables of texts in or beside axes.

mod cell;
mod loc;
mod placed;

pub use cell::{Cell, CellEdges};
pub use loc::TableLoc;

use std::collections::BTreeMap;

use crate::artists::{Artist, ArtistBase, DrawContext};
use crate::canvas::Canvas;
use crate::error::{Error, Result};
use crate::mapping::union;
use crate::properties::{Check, Length, Positive, properties};
use crate::series::as_many;

/// A table, which [`Axes::table`](crate::Axes::table) draws: cells by row and column, the first of which is 0; the
/// labels of rows are in column -1.
///
/// Widths and heights are fractions of the axes. A size of the text at which it fits the width of all cells is found,
/// unless [`auto_set_font_size(false)`](Self::auto_set_font_size) is called.
///
/// ```
/// use plotreel::Figure;
/// use plotreel::table::TableOptions;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let options = TableOptions::new().with_row_labels(["a", "b"]).with_loc("top")?;
/// let table = fig[ax].table(&[[1.5, 2.0], [3.0, 4.0]], &options)?;
/// fig[table].cell_mut(0, 0)?.set_facecolor("gold")?;
/// fig[table].scale(1.0, 1.5)?;
/// // From frame to frame:
/// fig[table].cell_mut(0, 0)?.set_text("1.75");
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Table {
    cells: BTreeMap<(i32, i32), Cell>,
    loc: TableLoc,
    bbox: Option<[f64; 4]>,
    /// Columns that are as wide as their texts.
    auto_columns: Vec<i32>,
    auto_font_size: bool,
    base: ArtistBase,
}

properties! {
    impl[] Table, in base: ArtistBase;
    loc / set_loc: choice<TableLoc> = loc, "where it is, in or beside the axes";
    auto_font_size / auto_set_font_size: flag = auto_font_size,
        "whether the size of the texts is reduced until they fit the widths of their cells";
    @by name:
    bbox: Option<[f64; 4]> = |table| table.bbox, |table, bbox| table.set_bbox(bbox),
        "the box that it fills instead of its place: left, bottom, width and height in fractions of the axes";
}

impl Table {
    /// A table without cells.
    pub(crate) fn new(loc: TableLoc) -> Self {
        Self {
            cells: BTreeMap::new(),
            loc,
            bbox: None,
            auto_columns: Vec::new(),
            auto_font_size: true,
            base: ArtistBase::unclipped(0.0),
        }
    }

    /// Adds a cell, or replaces the one at this row and column.
    ///
    /// # Errors
    /// [`Error::Setting`] for a width or a height that is negative or not finite.
    pub fn add_cell(&mut self, row: i32, col: i32, cell: Cell) -> Result<()> {
        Length::checked("the width of a cell", cell.width())?;
        if let Some(height) = cell.height() {
            Length::checked("the height of a cell", height)?;
        }
        self.cells.insert((row, col), cell);
        Ok(())
    }

    /// The cell at a row and a column.
    ///
    /// # Errors
    /// [`Error::Setting`] if there is none.
    pub fn cell(&self, row: i32, col: i32) -> Result<&Cell> {
        self.cells.get(&(row, col)).ok_or_else(|| no_cell(row, col))
    }

    /// The cell at a row and a column, to be changed.
    ///
    /// # Errors
    /// As [`cell`](Self::cell).
    pub fn cell_mut(&mut self, row: i32, col: i32) -> Result<&mut Cell> {
        let cell = self.cells.get_mut(&(row, col));
        cell.ok_or_else(|| no_cell(row, col))
    }

    /// All cells with their rows and columns (`get_celld`).
    pub fn cells(&self) -> impl Iterator<Item = ((i32, i32), &Cell)> {
        self.cells.iter().map(|(place, cell)| (*place, cell))
    }

    /// All cells, to be changed.
    pub fn cells_mut(&mut self) -> impl Iterator<Item = ((i32, i32), &mut Cell)> {
        self.cells.iter_mut().map(|(place, cell)| (*place, cell))
    }

    /// Replaces the texts of all cells except labels.
    ///
    /// # Errors
    /// [`Error::Lengths`] for another number of rows or columns; nothing is changed then.
    pub fn set_cell_text<R: AsRef<[T]>, T: ToString>(&mut self, rows: &[R]) -> Result<()> {
        let places: Vec<(i32, i32)> = (self.cells.keys().copied())
            .filter(|place| !self.is_label(*place))
            .collect();
        let columns = places.iter().filter(|(row, _)| *row == places[0].0).count();
        as_many(
            (rows.len(), "rows"),
            (places.len() / columns.max(1), "rows of cells"),
        )?;
        for row in rows {
            as_many((row.as_ref().len(), "texts of a row"), (columns, "columns"))?;
        }
        let texts = rows.iter().flat_map(AsRef::as_ref);
        for (place, text) in places.iter().zip(texts) {
            if let Some(cell) = self.cells.get_mut(place) {
                cell.set_text(text.to_string());
            }
        }
        Ok(())
    }

    fn is_label(&self, (row, col): (i32, i32)) -> bool {
        col < 0
            || self
                .cells
                .get(&(row, col))
                .is_some_and(|cell| cell.is_label)
    }

    /// Multiplies the widths of all columns and the heights of all rows.
    ///
    /// # Errors
    /// [`Error::Setting`] for factors that are not above 0.
    pub fn scale(&mut self, xscale: f64, yscale: f64) -> Result<()> {
        Positive::checked("xscale", xscale)?;
        Positive::checked("yscale", yscale)?;
        for cell in self.cells.values_mut() {
            cell.scale(xscale, yscale);
        }
        Ok(())
    }

    /// Sets the size of all texts in points; it is reduced until they fit, unless
    /// [`auto_set_font_size(false)`](Self::auto_set_font_size) is called.
    ///
    /// # Errors
    /// [`Error::Setting`] for sizes that are negative or not finite.
    pub fn set_fontsize(&mut self, size: f64) -> Result<()> {
        Length::checked("fontsize", size)?;
        self.cells
            .values_mut()
            .try_for_each(|cell| cell.text_mut().set_fontsize(size))
    }

    /// Makes these columns as wide as their texts, whose size is not reduced to fit them.
    pub fn auto_set_column_width(&mut self, columns: impl IntoIterator<Item = i32>) {
        self.auto_columns.extend(columns);
    }

    /// Sets the box that it fills instead of its place: left, bottom, width and height in fractions of the axes.
    ///
    /// # Errors
    /// [`Error::Setting`] for numbers that are not finite, and for a width or height that is not above 0.
    pub fn set_bbox(&mut self, bbox: impl Into<Option<[f64; 4]>>) -> Result<()> {
        let bbox = bbox.into();
        if let Some(bbox) = bbox {
            check_bbox(bbox)?;
        }
        self.bbox = bbox;
        Ok(())
    }

    /// The box that it fills.
    pub fn bbox(&self) -> Option<[f64; 4]> {
        self.bbox
    }
}

/// Refuses boxes without an area.
fn check_bbox(bbox: [f64; 4]) -> Result<()> {
    let fine = bbox.iter().all(|v| v.is_finite()) && bbox[2] > 0.0 && bbox[3] > 0.0;
    match fine {
        true => Ok(()),
        false => Err(Error::Setting {
            name: "bbox",
            value: format!("{bbox:?}"),
            expected: "left, bottom, and a width and a height above 0, all finite",
        }),
    }
}

fn no_cell(row: i32, col: i32) -> Error {
    Error::Setting {
        name: "the cell",
        value: format!("({row}, {col})"),
        expected: "the row and the column of a cell of the table; labels of rows are in column -1",
    }
}

impl Artist for Table {
    crate::artists::artist_parts!(base);

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        for placed in self.placed(canvas, ctx) {
            placed.draw(self.base.alpha(), canvas, ctx)?;
        }
        Ok(())
    }

    fn extent(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Option<[f64; 4]> {
        let boxes = self.placed(canvas, ctx).into_iter();
        boxes.map(|placed| placed.pixels(ctx)).reduce(union)
    }
}
