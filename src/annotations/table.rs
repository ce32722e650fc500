//! Columns of a CSV file, one row per frame.

use std::collections::HashSet;
use std::path::Path;

use crate::annotations::csv_file::{self, Rows};
use crate::error::{Error, Result};

/// Values for the placeholders of labels: named columns with one row per frame.
///
/// ```
/// use plotreel::WriteOptions;
/// use plotreel::annotate::{Label, Table};
///
/// let table = Table::new(["temperature"], [["293.1"], ["295.7"]])?;
/// let options = WriteOptions::new()
///     .with_table(table)
///     .with_label(Label::new("T = {temperature:.0} K"));
/// # let _ = options;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    name: String,
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table of these columns and rows.
    ///
    /// # Errors
    /// [`Error::Annotation`] for a row without a cell for each column, and for columns with the same name.
    pub fn new<C, R>(
        columns: impl IntoIterator<Item = C>,
        rows: impl IntoIterator<Item = R>,
    ) -> Result<Self>
    where
        C: Into<String>,
        R: IntoIterator<Item: Into<String>>,
    {
        let cells = |row: R| row.into_iter().map(Into::into).collect();
        let table = Self {
            name: "the table".into(),
            columns: columns.into_iter().map(Into::into).collect(),
            rows: rows.into_iter().map(cells).collect(),
        };
        let width = table.columns.len();
        if let Some(row) = table.rows.iter().position(|row| row.len() != width) {
            let found = table.rows[row].len();
            let reason = format!("row {row} has {found} cells for {width} columns");
            return Err(table.refused(reason, "give one cell per column"));
        }
        table.checked()
    }

    /// Reads a CSV file whose first line names the columns.
    ///
    /// Cells are separated by commas, semicolons or tabs; with semicolons or tabs, decimal commas become points.
    ///
    /// # Errors
    /// [`Error::Read`] and [`Error::Annotation`], with the line.
    pub fn read(path: impl AsRef<Path>) -> Result<Self> {
        Self::read_file(path.as_ref())
    }

    fn read_file(path: &Path) -> Result<Self> {
        let Rows { header, rows, .. } = csv_file::read(path)?;
        let cells = |row: csv_file::Row| row.cells;
        let table = Self {
            name: path.display().to_string(),
            columns: header,
            rows: rows.into_iter().map(cells).collect(),
        };
        table.checked()
    }

    fn checked(self) -> Result<Self> {
        let mut known = HashSet::new();
        match self
            .columns
            .iter()
            .find(|name| !known.insert(name.as_str()))
        {
            Some(name) => {
                let reason = format!("it has two columns \"{name}\"");
                Err(self.refused(reason, "give each column a different name"))
            }
            None => Ok(self),
        }
    }

    pub(super) fn columns(&self) -> &[String] {
        &self.columns
    }

    /// How many frames it has rows for.
    pub(super) fn len(&self) -> u64 {
        self.rows.len() as u64
    }

    pub(super) fn cell(&self, frame: u64, column: usize) -> Result<&str> {
        let row = usize::try_from(frame).ok().and_then(|i| self.rows.get(i));
        match row.and_then(|row| row.get(column)) {
            Some(cell) => Ok(cell),
            None => Err(self.too_short(frame)),
        }
    }

    pub(super) fn too_short(&self, frame: u64) -> Error {
        let reason = format!("it has {} rows, and no row for frame {frame}", self.len());
        self.refused(reason, "give one row per frame, the first for frame 0")
    }

    fn refused(&self, reason: String, advice: &str) -> Error {
        Error::Annotation {
            what: self.name.clone(),
            reason,
            advice: advice.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_that_is_none_is_refused_with_its_place() {
        assert!(Table::new(["a", "b"], [vec!["1", "2"], vec!["3"]]).is_err());
        assert!(Table::new(["a", "a"], [["1", "2"]]).is_err());
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("table.csv");
        std::fs::write(&path, "\u{feff}t, name\n0.5,\"a, b\"\n1\n").unwrap();
        let error = Table::read(&path).unwrap_err().to_string();
        assert!(
            error.contains("table.csv") && error.contains("line 3"),
            "{error}"
        );
        std::fs::write(&path, "\u{feff}t, name\n0.5,\"a, b\"\n").unwrap();
        let table = Table::read(&path).unwrap();
        let missing = Table::read(folder.path().join("no.csv")).unwrap_err();
        assert_eq!(missing.advice(), "check the path");
        assert_eq!(table.columns(), ["t", "name"]);
        assert_eq!(table.cell(0, 1).unwrap(), "a, b");
        assert!(matches!(
            Table::read(folder.path().join("no.csv")),
            Err(Error::Read { .. })
        ));
    }

    #[test]
    fn a_table_of_many_columns_takes_no_longer_for_each() {
        let names: Vec<String> = (0..200_000).map(|i| format!("column{i}")).collect();
        let started = std::time::Instant::now();
        let table = Table::new(names.clone(), [names.clone()]).unwrap();
        assert!(
            started.elapsed().as_secs() < 10,
            "a square of them takes far longer"
        );
        assert_eq!(table.cell(0, 199_999).unwrap(), "column199999");
        let twice = Table::new(
            [&names[..], &names[5..6]].concat(),
            Vec::<Vec<String>>::new(),
        );
        assert!(
            twice
                .unwrap_err()
                .to_string()
                .contains("two columns \"column5\"")
        );
    }
}
