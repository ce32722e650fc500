//! The places and kinds of the subplots of a mosaic.

use std::ops::Range;

use crate::error::{Error, Result};
use crate::gridspec::{GridSpec, SubplotSpec};
use crate::properties::names;

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
    /// The names of subplots that are not flat.
    projections: Vec<(String, SubplotProjection)>,
}

/// The kind of the axes of a subplot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum SubplotProjection {
    /// Flat axes.
    #[default]
    Rectilinear,
    /// Polar axes.
    Polar,
    /// 3-D axes.
    Space,
}

names! {
    SubplotProjection, "the projection of a subplot", "rectilinear, polar or 3d";
    Rectilinear: "rectilinear",
    Polar: "polar",
    Space: "3d",
}

impl MosaicLayout {
    fn of_rows(rows: Vec<Vec<String>>) -> Self {
        Self {
            rows,
            nested: Vec::new(),
            projections: Vec::new(),
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

    /// Makes the subplot of a name polar axes (`"polar"`) or 3-D axes (`"3d"`), as `per_subplot_kw` does. Names in
    /// [nested](Self::with_nested) mosaics are set there.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::subplots::MosaicLayout;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let axs = fig.subplot_mosaic(MosaicLayout::from("AB;CC").with_projection("A", "polar")?)?;
    /// if let Some(rose) = axs.polar("A") {
    ///     fig[rose].bar(&[0.0, 1.0, 2.0], &[3.0, 1.0, 2.0])?;
    /// }
    /// assert!(axs.get("A").is_none());
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Setting`] for other names of projections.
    pub fn with_projection<P: TryInto<SubplotProjection>>(
        mut self,
        name: impl Into<String>,
        projection: P,
    ) -> Result<Self>
    where
        Error: From<P::Error>,
    {
        self.projections.push((name.into(), projection.try_into()?));
        Ok(self)
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

pub(super) fn refused(value: String, expected: &'static str) -> Error {
    Error::Setting {
        name: "a mosaic of subplots",
        value,
        expected,
    }
}

/// A subplot of a mosaic.
pub(super) struct Tile {
    pub(super) name: String,
    pub(super) spec: SubplotSpec,
    pub(super) projection: SubplotProjection,
}

impl MosaicLayout {
    /// Its subplots, from the top left, in a grid of so many rows and columns.
    pub(super) fn tiles(
        &self,
        grid: impl FnOnce(usize, usize) -> Result<GridSpec>,
    ) -> Result<Vec<Tile>> {
        let mut tiles = Vec::new();
        self.lay(&grid(self.rows.len(), self.columns())?, &mut tiles)?;
        Ok(tiles)
    }

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
        let is_subplot =
            |name: &String| is_there(name) && !self.nested.iter().any(|(nested, _)| nested == name);
        if let Some((name, _)) = self.projections.iter().find(|(name, _)| !is_subplot(name)) {
            return Err(refused(
                format!("a projection of {name:?}, which is no subplot"),
                "projections of subplots by their names",
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
            let mut projections = self.projections.iter().rev();
            let projection = projections.find(|(name, _)| name == area.name);
            tiles.push(Tile {
                name: area.name.to_owned(),
                spec,
                projection: projection.map(|(_, kind)| *kind).unwrap_or_default(),
            });
        }
        Ok(())
    }
}
