//! Tables: `table`.

use crate::artists::table::{Cell, CellEdges, Table, TableLoc};
use crate::axes::Axes;
use crate::canvas::HorizontalAlignment;
use crate::color::{Color, ColorSpec, IntoColor};
use crate::error::{Error, Result};
use crate::handle::Handle;
use crate::properties::{Length, options};
use crate::series::as_many;

options! {
    /// Options of [`Axes::table`].
    ///
    /// ```
    /// use plotreel::table::TableOptions;
    ///
    /// let options = TableOptions::new()
    ///     .with_col_labels(["mean", "maximum"])
    ///     .with_col_colours(["0.9", "0.8"])?
    ///     .with_cell_loc("center")?
    ///     .with_loc("upper right")?
    ///     .with_col_widths(&[0.2, 0.2]);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone)]
    pub struct TableOptions;
    cell_colours: value<Vec<Vec<ColorSpec>>> = Vec::new(), "the colours of the cells, row by row; none is white";
    cell_loc / with_cell_loc: choice<HorizontalAlignment> = HorizontalAlignment::Right, "where the texts are in their cells";
    col_widths / with_col_widths: series<Length> = Vec::new(),
        "the widths of the columns as fractions of the axes; none is an equal part of the whole for each";
    row_labels / with_row_labels: texts = Vec::new(), "the labels of the rows, left of them";
    row_colours / with_row_colours: colors = Vec::new(), "the colours of the labels of the rows";
    row_loc / with_row_loc: choice<HorizontalAlignment> = HorizontalAlignment::Left, "where the labels of the rows are in their cells";
    col_labels / with_col_labels: texts = Vec::new(), "the labels of the columns, above them";
    col_colours / with_col_colours: colors = Vec::new(), "the colours of the labels of the columns";
    col_loc / with_col_loc: choice<HorizontalAlignment> = HorizontalAlignment::Center,
        "where the labels of the columns are in their cells";
    loc / with_loc: choice<TableLoc> = TableLoc::Bottom, "where the table is, in or beside the axes";
    bbox / with_bbox: maybe_value<[f64; 4]> = None,
        "the box that it fills instead: left, bottom, width and height in fractions of the axes";
    edges / with_edges: choice<CellEdges> = CellEdges::default(),
        "the edges of cells that are drawn: closed, open, horizontal, vertical, or letters of BRTL";
}

impl TableOptions {
    /// Sets the colours of the cells, row by row.
    ///
    /// # Errors
    /// [`Error::UnknownColor`].
    pub fn with_cell_colours<C: IntoColor, R: IntoIterator<Item = C>>(
        mut self,
        rows: impl IntoIterator<Item = R>,
    ) -> Result<Self> {
        let row = |row: R| row.into_iter().map(IntoColor::into_color).collect();
        self.cell_colours = rows.into_iter().map(row).collect::<Result<_>>()?;
        Ok(self)
    }

    /// The numbers of rows and columns of these texts, if all that is given goes with them.
    fn shape(&self, texts: &[Vec<String>]) -> Result<(usize, usize)> {
        let rows = texts.len();
        let columns = texts.first().map_or(0, Vec::len);
        if columns == 0 {
            return Err(Error::Setting {
                name: "the cells",
                value: format!("{rows} rows without columns"),
                expected: "a row and a column, or more",
            });
        }
        for row in texts {
            as_many((row.len(), "texts of a row"), (columns, "columns"))?;
        }
        let mut counts = vec![
            (self.row_labels.len(), "labels of rows", rows, "rows"),
            (self.row_colours.len(), "colours of rows", rows, "rows"),
            (
                self.col_labels.len(),
                "labels of columns",
                columns,
                "columns",
            ),
            (
                self.col_colours.len(),
                "colours of columns",
                columns,
                "columns",
            ),
            (
                self.col_widths.len(),
                "widths of columns",
                columns,
                "columns",
            ),
            (self.cell_colours.len(), "rows of colours", rows, "rows"),
        ];
        let colours = self.cell_colours.iter();
        counts.extend(colours.map(|row| (row.len(), "colours of a row", columns, "columns")));
        for (count, what, needed, of) in counts {
            if count > 0 {
                as_many((count, what), (needed, of))?;
            }
        }
        Ok((rows, columns))
    }

    fn width(&self, column: usize, columns: usize) -> f64 {
        let equal = 1.0 / columns as f64;
        self.col_widths.get(column).copied().unwrap_or(equal)
    }
}

fn cell(
    text: Option<&String>,
    width: f64,
    colour: Option<&ColorSpec>,
    loc: HorizontalAlignment,
) -> Result<Cell> {
    let mut cell = Cell::new(text.cloned().unwrap_or_default(), width, None);
    cell.set_facecolor(colour.copied().unwrap_or(ColorSpec::Rgba(Color::WHITE)))?;
    cell.text_mut().set_ha(loc)?;
    Ok(cell)
}

impl Axes {
    /// Draws a table of these texts or numbers, row by row, below the axes unless the options say otherwise.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::table::TableOptions;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let options = TableOptions::new().with_col_labels(["t / s", "v / m/s"]).with_loc("center")?;
    /// let table = fig[ax].table(&[["0.0", "1.2"], ["0.5", "1.4"]], &options)?;
    /// // From frame to frame:
    /// fig[table].set_cell_text(&[[0.5, 1.4], [1.0, 1.7]])?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Lengths`] for rows of different lengths, and for labels, colours or widths that are not as many as rows or
    /// columns; [`Error::Setting`] without rows or columns, and for widths or a box out of range.
    pub fn table<R: AsRef<[T]>, T: ToString>(
        &mut self,
        cell_text: &[R],
        options: &TableOptions,
    ) -> Result<Handle<Table>> {
        options.check_options()?;
        let row = |row: &R| row.as_ref().iter().map(ToString::to_string).collect();
        let texts: Vec<Vec<String>> = cell_text.iter().map(row).collect();
        let (rows, columns) = options.shape(&texts)?;
        let mut table = Table::new(options.loc);
        table.set_bbox(options.bbox)?;
        let has_labels = !(options.col_labels.is_empty() && options.col_colours.is_empty());
        let offset = i32::from(has_labels);
        for (i, row) in texts.iter().enumerate() {
            for (j, text) in row.iter().enumerate() {
                let colour = options.cell_colours.get(i).and_then(|row| row.get(j));
                let width = options.width(j, columns);
                let cell = cell(Some(text), width, colour, options.cell_loc)?;
                table.add_cell(i as i32 + offset, j as i32, cell.with_edges(options.edges))?;
            }
        }
        for j in (0..columns).filter(|_| has_labels) {
            let (text, colour) = (options.col_labels.get(j), options.col_colours.get(j));
            let cell = cell(text, options.width(j, columns), colour, options.col_loc)?;
            table.add_cell(0, j as i32, cell.with_edges(options.edges).into_label())?;
        }
        let has_labels = !options.row_labels.is_empty();
        for i in (0..rows).filter(|_| has_labels || !options.row_colours.is_empty()) {
            let (text, colour) = (options.row_labels.get(i), options.row_colours.get(i));
            let cell = cell(text, options.width(0, columns), colour, options.row_loc)?;
            table.add_cell(i as i32 + offset, -1, cell.with_edges(options.edges))?;
        }
        if has_labels {
            table.auto_set_column_width([-1]);
        }
        Ok(self.push(table))
    }
}
