//! Subplots whose places are drawn as a mosaic of names.

use std::ops::{Index, Range};

use crate::axes::{Axes, Position};
use crate::error::{Error, Result};
use crate::figure::FigureBase;
use crate::gridspec::{GridSpec, SubplotSpec};
use crate::handle::Handle;
use crate::subplots::{Share, SubplotsOptions, hide_labels};

/// The name of a cell that stays empty.
const EMPTY: &str = ".";

/// The names of the cells of a mosaic, row by row: a text, of which each character is a cell and `;` or a new line
/// begins a row, or rows of names. `"."` is an empty cell.
///
/// ```
/// use plotreel::subplots::MosaicLayout;
///
/// let text = MosaicLayout::from("AB;C.");
/// assert_eq!(text, MosaicLayout::from([["A", "B"], ["C", "."]]));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MosaicLayout {
    rows: Vec<Vec<String>>,
    /// Mosaics in places of this one, by name.
    nested: Vec<(String, MosaicLayout)>,
}

impl MosaicLayout {
    fn of_rows(rows: Vec<Vec<String>>) -> Self {
        Self {
            rows,
            nested: Vec::new(),
        }
    }

    /// Divides the place of a name into a mosaic of its own, instead of one subplot.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::subplots::MosaicLayout;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// // [["A", [["x", "y"], ["z", "z"]]], ["C", "C"]]
    /// let mosaic = MosaicLayout::from("AB;CC").with_nested("B", "xy;zz");
    /// let axs = fig.subplot_mosaic(mosaic)?;
    /// fig[axs["z"]].plot(&[0, 1, 2], &[0, 1, 4])?;
    /// assert!(axs.get("B").is_none());
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn with_nested(mut self, name: impl Into<String>, mosaic: impl Into<MosaicLayout>) -> Self {
        self.nested.push((name.into(), mosaic.into()));
        self
    }
}

impl From<&str> for MosaicLayout {
    fn from(text: &str) -> Self {
        let lines: Vec<&str> = match text.contains('\n') {
            false => text.split(';').collect(),
            true => text.lines().collect(),
        };
        if !text.contains('\n') {
            return lines.into();
        }
        let blank = |line: &&&str| line.trim().is_empty();
        let first = lines.iter().take_while(blank).count();
        let last = lines.len() - lines.iter().rev().take_while(blank).count();
        let lines = lines.get(first..last).unwrap_or_default();
        // The indentation that all have in common is none of the mosaic.
        let indents = lines
            .iter()
            .map(|line| line.len() - line.trim_start().len());
        let indent = indents.min().unwrap_or(0);
        let lines = lines.iter().map(|line| line.get(indent..).unwrap_or(line));
        lines.collect::<Vec<_>>().into()
    }
}

/// Rows of characters.
impl From<Vec<&str>> for MosaicLayout {
    fn from(rows: Vec<&str>) -> Self {
        let cells = |row: &str| row.chars().map(String::from).collect();
        Self::of_rows(rows.into_iter().map(cells).collect())
    }
}

impl<S: Into<String>> From<Vec<Vec<S>>> for MosaicLayout {
    fn from(rows: Vec<Vec<S>>) -> Self {
        let names = |row: Vec<S>| row.into_iter().map(Into::into).collect();
        Self::of_rows(rows.into_iter().map(names).collect())
    }
}

impl<S: Into<String>, const R: usize, const C: usize> From<[[S; C]; R]> for MosaicLayout {
    fn from(rows: [[S; C]; R]) -> Self {
        Self::of_rows(rows.map(|row| row.map(Into::into).into()).into())
    }
}

/// A name with its rows and columns.
struct Area<'a> {
    name: &'a str,
    rows: Range<usize>,
    columns: Range<usize>,
}

impl MosaicLayout {
    /// The names with the rows and columns that they take, from the top left.
    fn areas(&self) -> Result<Vec<Area<'_>>> {
        let columns = self.rows.first().map_or(0, Vec::len);
        if let Some(row) = self.rows.iter().position(|row| row.len() != columns) {
            return Err(refused(
                format!(
                    "{} cells in row {row}, but {columns} in row 0",
                    self.rows[row].len()
                ),
                "rows of the same length",
            ));
        }
        let mut areas: Vec<Area<'_>> = Vec::new();
        for (row, names) in self.rows.iter().enumerate() {
            for (column, name) in names.iter().enumerate().filter(|(_, name)| *name != EMPTY) {
                match areas.iter_mut().find(|area| area.name == name) {
                    Some(Area { rows, columns, .. }) => {
                        rows.end = row + 1;
                        *columns = columns.start.min(column)..columns.end.max(column + 1);
                    }
                    None => areas.push(Area {
                        name,
                        rows: row..row + 1,
                        columns: column..column + 1,
                    }),
                }
            }
        }
        for Area {
            name,
            rows,
            columns,
        } in &areas
        {
            let mut cells = self.rows[rows.clone()]
                .iter()
                .flat_map(|row| &row[columns.clone()]);
            if !cells.all(|cell| cell == name) {
                return Err(refused(
                    format!("an area {name:?} that is not a rectangle"),
                    "a rectangle of cells for each name",
                ));
            }
        }
        match areas.is_empty() {
            true => Err(refused("no names".into(), "at least one name")),
            false => Ok(areas),
        }
    }
}

fn refused(value: String, expected: &'static str) -> Error {
    Error::Setting {
        name: "a mosaic of subplots",
        value,
        expected,
    }
}

/// The axes of a mosaic by their names, as [`FigureBase::subplot_mosaic`] returns them: `axs["A"]`.
///
/// An unknown name panics like a wrong index; [`get`](Self::get) is the checked way.
#[derive(Debug, Clone)]
pub struct Mosaic {
    axes: Vec<(String, Handle<Axes>)>,
}

impl Mosaic {
    /// The axes of this name, if there are any.
    pub fn get(&self, name: &str) -> Option<Handle<Axes>> {
        self.iter()
            .find(|(known, _)| *known == name)
            .map(|(_, ax)| ax)
    }

    /// Names and axes, from the top left.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Handle<Axes>)> {
        self.axes.iter().map(|(name, ax)| (name.as_str(), *ax))
    }
}

impl Index<&str> for Mosaic {
    type Output = Handle<Axes>;

    #[track_caller]
    fn index(&self, name: &str) -> &Handle<Axes> {
        match self.axes.iter().find(|(known, _)| known == name) {
            Some((_, ax)) => ax,
            None => panic!("the mosaic has no axes {name:?}"),
        }
    }
}

impl FigureBase {
    /// Adds subplots where their names are in a mosaic: `"AB;CC"` has `A` and `B` above a wide `C`.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let axs = fig.subplot_mosaic("AB;CC")?;
    /// fig[axs["C"]].plot(&[0, 1, 2], &[0, 1, 4])?;
    /// for (name, ax) in axs.iter() {
    ///     fig[ax].set_title(name);
    /// }
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Setting`] for rows of different lengths, and for names whose cells are not a
    /// rectangle.
    pub fn subplot_mosaic(&mut self, mosaic: impl Into<MosaicLayout>) -> Result<Mosaic> {
        self.subplot_mosaic_with(mosaic, &SubplotsOptions::default())
    }

    /// Adds the subplots of a mosaic with ratios of rows and columns, and with axes that all share or none.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::subplots::SubplotsOptions;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let options = SubplotsOptions::new().with_sharex("all")?.with_width_ratios([2.0, 1.0]);
    /// let mosaic = [["map", "bar"], ["map", "."]];
    /// let axs = fig.subplot_mosaic_with(mosaic, &options)?;
    /// fig[axs["map"]].set_xlim(0.0, 9.0)?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`subplot_mosaic`](Self::subplot_mosaic), and for invalid ratios and axes shared by rows or columns.
    pub fn subplot_mosaic_with(
        &mut self,
        mosaic: impl Into<MosaicLayout>,
        options: &SubplotsOptions,
    ) -> Result<Mosaic> {
        options.check_options()?;
        let [sharex, sharey] = [options.sharex, options.sharey].map(|share| match share {
            Share::None => Ok(false),
            Share::All => Ok(true),
            Share::Row | Share::Col => Err(refused(
                format!("axes that share by {share:?}"),
                "axes of all subplots that share, or of none",
            )),
        });
        let shares = [sharex?, sharey?];
        let layout: MosaicLayout = mosaic.into();
        let grid = options.grid(layout.rows.len(), layout.columns())?;
        let mut tiles = Vec::new();
        layout.lay(&grid, &mut tiles)?;
        let first = self.axes.len();
        let mut axes = Vec::with_capacity(tiles.len());
        for Tile { name, spec } in tiles {
            let (rows, _) = spec.grid_size();
            let is_outer = [spec.rows.end == rows, spec.columns.start == 0];
            let handle = self.push_axes::<Axes>(Position::Subplot(spec));
            let added = &mut self.axes[handle.axes];
            added.shared = shares.map(|shares| shares.then_some(first));
            if shares[0] && !is_outer[0] {
                hide_labels(&mut added.xaxis);
            }
            if shares[1] && !is_outer[1] {
                hide_labels(&mut added.yaxis);
            }
            axes.push((name, handle));
        }
        Ok(Mosaic { axes })
    }
}

/// A subplot of a mosaic.
struct Tile {
    name: String,
    spec: SubplotSpec,
}

impl MosaicLayout {
    fn columns(&self) -> usize {
        self.rows.first().map_or(0, Vec::len)
    }

    /// Adds its subplots, from the top left, where they are in a grid.
    fn lay(&self, grid: &GridSpec, tiles: &mut Vec<Tile>) -> Result<()> {
        let areas = self.areas()?;
        let is_there = |name: &String| areas.iter().any(|area| area.name == name);
        if let Some((name, _)) = self.nested.iter().find(|(name, _)| !is_there(name)) {
            return Err(refused(
                format!("a mosaic in a place {name:?} that is not there"),
                "mosaics in places of the other",
            ));
        }
        for area in areas {
            let spec = grid.span(area.rows, area.columns)?;
            if let Some((_, nested)) = self.nested.iter().find(|(name, _)| name == area.name) {
                let inner = spec.subgridspec(nested.rows.len(), nested.columns())?;
                nested.lay(&inner, tiles)?;
                continue;
            }
            if tiles.iter().any(|tile| tile.name == area.name) {
                return Err(refused(
                    format!("the name {:?} in several mosaics", area.name),
                    "each name in one of them",
                ));
            }
            let name = area.name.to_owned();
            tiles.push(Tile { name, spec });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Figure;

    #[test]
    fn names_that_are_no_rectangles_are_refused_by_name() {
        let mut fig = Figure::new((6.4, 4.8), 100.0);
        let message = |fault: Result<Mosaic>| fault.unwrap_err().to_string();
        assert!(message(fig.subplot_mosaic("AB;BA")).contains("\"A\""));
        assert!(message(fig.subplot_mosaic("AAB;ABB")).contains("\"A\""));
        assert!(message(fig.subplot_mosaic("AB;C")).contains("1 cells in row 1"));
        assert!(fig.subplot_mosaic("..;..").is_err() && fig.subplot_mosaic("").is_err());
        let by_row = SubplotsOptions::new().with_sharex("row").unwrap();
        assert!(fig.subplot_mosaic_with("AB", &by_row).is_err());
        let twice = MosaicLayout::from("AB").with_nested("B", "AC");
        assert!(message(fig.subplot_mosaic(twice)).contains("\"A\""));
        let nowhere = MosaicLayout::from("AB").with_nested("C", "DE");
        assert!(message(fig.subplot_mosaic(nowhere)).contains("\"C\""));
        assert!(fig.axes().is_empty());
    }

    #[test]
    fn texts_of_several_lines_have_their_indentation_removed() {
        let text = "
            AAB
            C.B
        ";
        assert_eq!(MosaicLayout::from(text), MosaicLayout::from("AAB;C.B"));
        let mut fig = Figure::new((6.4, 4.8), 100.0);
        let axs = fig.subplot_mosaic(text).unwrap();
        let names: Vec<_> = axs.iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["A", "B", "C"]);
        assert!(axs.get("D").is_none() && axs["B"] == axs.get("B").unwrap());
    }
}
