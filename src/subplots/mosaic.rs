//! Subplots whose places are drawn as a mosaic of names.

use std::ops::{Index, Range};

use crate::axes::{Axes, Axes3D, PolarAxes, Position};
use crate::error::{Error, Result};
use crate::figure::FigureBase;
use crate::gridspec::{GridSpec, SubplotSpec};
use crate::handle::Handle;
use crate::properties::names;
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
    polar: Vec<(String, Handle<PolarAxes>)>,
    space: Vec<(String, Handle<Axes3D>)>,
}

/// The handle of a name.
fn named<A>(axes: &[(String, Handle<A>)], name: &str) -> Option<Handle<A>> {
    let found = axes.iter().find(|(known, _)| known == name);
    found.map(|(_, ax)| *ax)
}

impl Mosaic {
    /// The flat axes of this name, if there are any.
    pub fn get(&self, name: &str) -> Option<Handle<Axes>> {
        named(&self.axes, name)
    }

    /// The polar axes of this name, if there are any: see [`MosaicLayout::with_projection`].
    pub fn polar(&self, name: &str) -> Option<Handle<PolarAxes>> {
        named(&self.polar, name)
    }

    /// The 3-D axes of this name, if there are any.
    pub fn space(&self, name: &str) -> Option<Handle<Axes3D>> {
        named(&self.space, name)
    }

    /// Names and flat axes, from the top left.
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
            None => panic!("the mosaic has no flat axes {name:?}"),
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
        let mut found = Mosaic {
            axes: Vec::new(),
            polar: Vec::new(),
            space: Vec::new(),
        };
        for tile in tiles {
            let position = Position::Subplot(tile.spec.clone());
            match tile.projection {
                SubplotProjection::Polar => {
                    let handle = self.push_axes(position);
                    found.polar.push((tile.name, handle));
                }
                SubplotProjection::Space => {
                    let handle = self.push_axes(position);
                    found.space.push((tile.name, handle));
                }
                SubplotProjection::Rectilinear => {
                    let handle = self.push_axes::<Axes>(position);
                    let first = found.axes.first().map_or(handle, |(_, first)| *first);
                    self.share_tile(handle.axes, first.axes, shares, &tile.spec);
                    found.axes.push((tile.name, handle));
                }
            }
        }
        Ok(found)
    }

    /// Lets flat axes share x and y with the first, and hides their labels inside the grid then.
    fn share_tile(&mut self, index: usize, first: usize, shares: [bool; 2], spec: &SubplotSpec) {
        let (rows, _) = spec.grid_size();
        let added = &mut self.axes[index];
        added.shared = shares.map(|shares| shares.then_some(first));
        if shares[0] && spec.rows.end != rows {
            hide_labels(&mut added.xaxis);
        }
        if shares[1] && spec.columns.start != 0 {
            hide_labels(&mut added.yaxis);
        }
    }
}

/// A subplot of a mosaic.
struct Tile {
    name: String,
    spec: SubplotSpec,
    projection: SubplotProjection,
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

#[cfg(test)]
mod tests;
