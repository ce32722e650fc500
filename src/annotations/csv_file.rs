//! CSV files with a header.

use std::fs::File;
use std::path::Path;

use csv::{ReaderBuilder, Trim};

use crate::error::{Error, Result};

/// What a CSV file holds.
pub(super) struct Rows {
    pub(super) header: Vec<String>,
    pub(super) rows: Vec<Row>,
}

/// A row and where it stands.
pub(super) struct Row {
    pub(super) line: u64,
    pub(super) cells: Vec<String>,
}

/// Reads all rows, each as long as the header.
pub(super) fn read(path: &Path) -> Result<Rows> {
    let file = File::open(path).map_err(|e| Error::io(path, e))?;
    let mut reader = ReaderBuilder::new().trim(Trim::All).from_reader(file);
    let header = reader.headers().map_err(|e| failed(path, &e))?;
    let header = header.iter().map(str::to_owned).collect();
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|e| failed(path, &e))?;
        rows.push(Row {
            line: record.position().map_or(0, csv::Position::line),
            cells: record.iter().map(str::to_owned).collect(),
        });
    }
    Ok(Rows { header, rows })
}

fn failed(path: &Path, error: &csv::Error) -> Error {
    let reason = match error.kind() {
        csv::ErrorKind::UnequalLengths {
            pos,
            expected_len,
            len,
        } => {
            let line = pos.as_ref().map_or(0, csv::Position::line);
            format!("line {line} has {len} cells for {expected_len} columns")
        }
        csv::ErrorKind::Utf8 { pos, .. } => {
            let line = pos.as_ref().map_or(0, csv::Position::line);
            format!("line {line} is not UTF-8")
        }
        _ => error.to_string(),
    };
    Error::Annotation {
        what: path.display().to_string(),
        reason,
        advice: "give comma-separated values whose first line names the columns".into(),
    }
}
