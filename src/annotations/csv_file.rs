//! CSV files with a header.

use std::path::Path;

use csv::{ReaderBuilder, Trim};

use crate::error::{Error, Result};

/// Possible separators, the most likely first.
const DELIMITERS: [u8; 3] = *b",;\t";

/// The content of a CSV file.
pub(super) struct Rows {
    /// The file.
    name: String,
    pub(super) header: Vec<String>,
    pub(super) rows: Vec<Row>,
}

/// A row and its line.
pub(super) struct Row {
    pub(super) line: u64,
    pub(super) cells: Vec<String>,
}

/// Reads all rows, each as long as the header.
///
/// Cells are separated by commas, semicolons or tabs, whichever is most frequent in the first line. Unless it is a
/// comma, decimal commas become points.
pub(super) fn read(path: &Path) -> Result<Rows> {
    let bytes = std::fs::read(path).map_err(|e| Error::read(path, e))?;
    let name = path.display().to_string();
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        let advice = "save it as UTF-8".to_owned();
        return Err(refused(&name, "it is UTF-16".into(), advice));
    }
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    let (delimiter, text, skipped) = delimiter(text);
    let mut reader = ReaderBuilder::new()
        .trim(Trim::All)
        .delimiter(delimiter)
        .from_reader(text);
    let failed = |error: &csv::Error| failed(&name, error, skipped);
    let header = reader.headers().map_err(|e| failed(&e))?;
    let header: Vec<String> = header.iter().map(str::to_owned).collect();
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|e| failed(&e))?;
        rows.push(Row {
            line: record.position().map_or(0, csv::Position::line) + skipped,
            cells: record.iter().map(str::to_owned).collect(),
        });
    }
    let mut rows = Rows { name, header, rows };
    if delimiter != b',' {
        rows.replace_decimal_commas()?;
    }
    Ok(rows)
}

/// The separator, the text without a `sep=` line, and the number of lines removed.
fn delimiter(text: &[u8]) -> (u8, &[u8], u64) {
    let end = text.iter().position(|b| matches!(b, b'\n' | b'\r'));
    let (first, rest) = text.split_at(end.unwrap_or(text.len()));
    // Spreadsheets write and read such a line.
    if let [b's', b'e', b'p', b'=', delimiter] = first
        && DELIMITERS.contains(delimiter)
    {
        let rest = rest.strip_prefix(b"\r").unwrap_or(rest);
        return (*delimiter, rest.strip_prefix(b"\n").unwrap_or(rest), 1);
    }
    let mut quoted = false;
    let mut counts = [0usize; DELIMITERS.len()];
    for byte in first {
        quoted ^= *byte == b'"';
        if let Some(i) = DELIMITERS
            .iter()
            .position(|d| d == byte)
            .filter(|_| !quoted)
        {
            counts[i] += 1;
        }
    }
    // The first of equal counts.
    let most = (0..counts.len()).rev().max_by_key(|i| counts[*i]);
    (DELIMITERS[most.unwrap_or(0)], text, 0)
}

impl Rows {
    /// The index of a column, ignoring case.
    pub(super) fn column(&self, name: &str) -> Option<usize> {
        self.header
            .iter()
            .position(|c| c.eq_ignore_ascii_case(name))
    }

    /// The error of the file, with what to do.
    pub(super) fn refused(&self, reason: String, advice: &str) -> Error {
        refused(&self.name, reason, advice.to_owned())
    }

    /// The error of a cell.
    pub(super) fn refused_cell(
        &self,
        line: u64,
        column: usize,
        reason: &str,
        advice: &str,
    ) -> Error {
        let column = self.header.get(column).map_or("", String::as_str);
        self.refused(
            format!("line {line}, column \"{column}\": {reason}"),
            advice,
        )
    }

    /// Replaces decimal commas by points in columns of numbers.
    fn replace_decimal_commas(&mut self) -> Result<()> {
        for column in 0..self.header.len() {
            let cells = || {
                self.rows
                    .iter()
                    .map(|row| (row.line, row.cells[column].as_str()))
            };
            let mut commas = cells().filter(|(_, cell)| cell.contains(',')).peekable();
            let are_numbers = cells().all(|(_, cell)| cell.is_empty() || decimal(cell).is_some());
            if commas.peek().is_none() || !are_numbers {
                continue;
            }
            // 1,234 alone may be 1.234 or 1234.
            if let Some((line, cell)) = commas.next()
                && cells().all(|(_, cell)| !cell.contains(',') || may_be_thousands(cell))
            {
                let reason = format!(
                    "\"{cell}\" may be {} or {}",
                    cell.replace(',', "."),
                    cell.replace(',', "")
                );
                let advice = "write decimals with a point, and thousands without a comma";
                return Err(self.refused_cell(line, column, &reason, advice));
            }
            for row in &mut self.rows {
                row.cells[column] = row.cells[column].replace(',', ".");
            }
        }
        Ok(())
    }
}

/// An integer, or a number with a decimal comma.
fn decimal(cell: &str) -> Option<f64> {
    let number = |text: &str| text.parse::<f64>().ok();
    match cell.contains(',') {
        true if cell.contains('.') => None,
        true => number(&cell.replacen(',', ".", 1)),
        false => number(cell).filter(|_| !cell.contains('.')),
    }
}

/// Whether a comma may separate thousands.
fn may_be_thousands(cell: &str) -> bool {
    let cell = cell.trim_start_matches(['+', '-']);
    cell.split_once(',').is_some_and(|(whole, rest)| {
        matches!(whole.len(), 1..=3)
            && !whole.starts_with('0')
            && rest.len() == 3
            && rest.bytes().all(|b| b.is_ascii_digit())
    })
}

/// The number of a frame, which may be written as a float.
pub(super) fn frame_number(cell: &str) -> Option<u64> {
    /// Above this not every integer is a float.
    const MOST: f64 = 9_007_199_254_740_992.0;
    let float = || cell.parse::<f64>().ok();
    let whole = || float().filter(|x| x.fract() == 0.0 && (0.0..=MOST).contains(x));
    cell.parse().ok().or_else(|| whole().map(|x| x as u64))
}

fn failed(name: &str, error: &csv::Error, skipped: u64) -> Error {
    let advice =
        "separate cells by commas, semicolons or tabs, with column names in the first line";
    let line = |pos: &Option<csv::Position>| pos.as_ref().map_or(0, csv::Position::line) + skipped;
    let (reason, advice) = match error.kind() {
        csv::ErrorKind::UnequalLengths {
            pos,
            expected_len,
            len,
        } => (
            format!(
                "line {} has {len} cells for {expected_len} columns",
                line(pos)
            ),
            advice,
        ),
        csv::ErrorKind::Utf8 { pos, .. } => (
            format!("line {} is not UTF-8", line(pos)),
            "save it as UTF-8",
        ),
        _ => (error.to_string(), advice),
    };
    refused(name, reason, advice.into())
}

fn refused(name: &str, reason: String, advice: String) -> Error {
    Error::Annotation {
        what: name.to_owned(),
        reason,
        advice,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a file with this text holds.
    fn cells(text: &[u8]) -> Result<(Vec<String>, Vec<Vec<String>>)> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        std::fs::write(&path, text).unwrap();
        let rows = read(&path)?;
        Ok((
            rows.header,
            rows.rows.into_iter().map(|row| row.cells).collect(),
        ))
    }

    #[test]
    fn cells_stand_between_commas_semicolons_or_tabs() {
        for text in [
            "a,b c\n1,x\n2.5,y\n",
            "a;b c\n1;x\n2.5;y\n",
            "a\tb c\n1\tx\n2.5\ty\n",
            "\u{feff}a; b c\r\n1; x\r\n2.5; y\r\n",
            "sep=;\r\na;b c\r\n1;x\r\n2.5;y\r\n",
            "\u{feff}sep=\t\na\tb c\n1\tx\n2.5\ty",
            "\"a\";\"b c\"\n1;x\n\"2.5\";y\n",
        ] {
            let (header, rows) = cells(text.as_bytes()).unwrap();
            assert_eq!(header, ["a", "b c"], "{text:?}");
            assert_eq!(rows, [["1", "x"], ["2.5", "y"]], "{text:?}");
        }
        assert_eq!(cells(b"\"a;b\",c\n1,2\n").unwrap().0, ["a;b", "c"]);
    }

    #[test]
    fn decimal_commas_become_points_where_they_can_be_nothing_else() {
        let column = |text: &str| {
            let (_, rows) = cells(format!("t;name\n{text}").as_bytes())?;
            Ok::<_, Error>(
                rows.into_iter()
                    .map(|row| row[0].clone())
                    .collect::<Vec<_>>(),
            )
        };
        assert_eq!(
            column("0,5;a\n-12,25;b\n3;c\n").unwrap(),
            ["0.5", "-12.25", "3"]
        );
        assert_eq!(column("1,5e-3;a\n;b\n").unwrap(), ["1.5e-3", ""]);
        assert_eq!(column("0,125;a\n1,250;b\n").unwrap(), ["0.125", "1.250"]);
        assert_eq!(
            column("a, b;a\n1,5;b\n").unwrap(),
            ["a, b", "1,5"],
            "texts stay"
        );
        assert_eq!(column("1.5;a\n2,5;b\n").unwrap(), ["1.5", "2,5"]);
        let error = column("3;a\n1,234;b\n").unwrap_err().to_string();
        assert!(
            error.contains("line 3, column \"t\": \"1,234\" may be 1.234 or 1234"),
            "{error}"
        );
    }

    #[test]
    fn what_can_not_be_read_is_named_with_its_line() {
        for (text, why) in [
            (&b"a;b\n1;2\n3\n"[..], "line 3 has 1 cells for 2 columns"),
            (b"sep=,\na,b\n1\n", "line 3"),
            (b"t\n0,5\n", "line 2 has 2 cells for 1 columns"),
            (b"a,b\n1,\xe4\n", "line 2 is not UTF-8"),
            (b"\xff\xfea\0;\0b\0", "UTF-16"),
        ] {
            let error = cells(text).unwrap_err().to_string();
            assert!(error.contains("a.csv") && error.contains(why), "{error}");
        }
    }

    #[test]
    fn frames_may_be_spelled_as_floats() {
        for (cell, frame) in [("7", 7), ("0.0", 0), ("1.0", 1), ("1e2", 100), ("12.", 12)] {
            assert_eq!(frame_number(cell), Some(frame), "{cell}");
        }
        for cell in ["1.5", "-1", "-1.0", "nan", "inf", "1e99", "", "one"] {
            assert_eq!(frame_number(cell), None, "{cell}");
        }
        assert_eq!(frame_number("18446744073709551615"), Some(u64::MAX));
    }
}
