//! The placeholders of texts: `{frame}`, `{time:.2}`, columns of a table.

use crate::annotations::Table;
use crate::error::{Result, nearest_name};
use crate::ticker::FormatSpec;

/// Placeholders that need no table.
const KNOWN: [&str; 3] = ["frame", "frames", "time"];

/// How many placeholders an error lists.
const LISTED: usize = 20;

/// The values of a frame in a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Moment {
    /// Its number, from 0.
    pub(crate) frame: u64,
    /// The number of frames, if it is known.
    pub(crate) frames: Option<u64>,
    /// Seconds since the first one.
    pub(crate) time: f64,
}

/// A placeholder, and the format of its number if it has one.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Placeholder {
    field: Field,
    spec: Option<Spec>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Field {
    Frame,
    Frames,
    Time,
    /// Of the table, by index.
    Column(usize),
}

/// What is invalid in a text, and what to do about it.
pub(super) type Refusal = (String, String);

impl Placeholder {
    /// The placeholder between braces, or why it is invalid and what would be valid.
    pub(super) fn new(text: &str, table: Option<&Table>) -> std::result::Result<Self, Refusal> {
        let (name, spec) = text.split_once(':').unwrap_or((text, ""));
        let name = name.trim();
        let columns = table.map_or(&[][..], Table::columns);
        let field = match columns.iter().position(|column| column == name) {
            Some(column) => Field::Column(column),
            None => match name {
                "frame" => Field::Frame,
                "frames" => Field::Frames,
                "time" => Field::Time,
                _ => {
                    let known = || KNOWN.into_iter().chain(columns.iter().map(String::as_str));
                    let nearest = nearest_name(name, known())
                        .map(|name| format!("did you mean {{{name}}}? "));
                    let more = known().count().saturating_sub(LISTED);
                    let known = known().take(LISTED).map(|name| format!("{{{name}}}"));
                    let known: Vec<_> = known.collect();
                    let advice = format!(
                        "{}choose one of {}{}",
                        nearest.unwrap_or_default(),
                        known.join(", "),
                        match more {
                            0 => String::new(),
                            more => format!(" and {more} more"),
                        }
                    );
                    return Err((format!("there is no placeholder {{{name}}}"), advice));
                }
            },
        };
        let spec = match Spec::new(spec) {
            _ if spec.is_empty() => None,
            Some(spec) => Some(spec),
            None => {
                return Err((
                    format!("\":{spec}\" is not a number format"),
                    "write a format as in Rust, such as {time:.2} or {frame:04}".into(),
                ));
            }
        };
        Ok(Self { field, spec })
    }

    /// Whether a name is one of those that there are in any case.
    pub(super) fn needs_no_table(name: &str) -> bool {
        KNOWN.contains(&name)
    }

    /// Whether it stands for a column of a table.
    pub(super) fn is_column(&self) -> bool {
        matches!(self.field, Field::Column(_))
    }

    pub(super) fn has_format(&self) -> bool {
        self.spec.is_some()
    }

    /// What it stands for in a frame; `None` if that is the number of frames, and it is not known.
    ///
    /// # Errors
    /// [`Error::Annotation`](crate::Error::Annotation) if the table has no row for the frame.
    pub(super) fn written(&self, moment: Moment, table: Option<&Table>) -> Result<Option<String>> {
        let spec = self.spec.as_ref();
        let whole = |n: u64| spec.map_or_else(|| n.to_string(), |spec| spec.whole(n));
        let time = moment.time;
        Ok(Some(match self.field {
            Field::Frame => whole(moment.frame),
            Field::Frames => return Ok(moment.frames.map(whole)),
            Field::Time => spec.map_or_else(|| time.to_string(), |spec| spec.float(time)),
            Field::Column(column) => {
                let cell = table.map(|table| table.cell(moment.frame, column));
                let cell = cell.transpose()?.unwrap_or_default();
                spec.map_or_else(|| cell.to_owned(), |spec| spec.cell(cell))
            }
        }))
    }
}

/// How a number is written, if it is an integer and if it is not.
#[derive(Debug, Clone, PartialEq)]
struct Spec {
    whole: Option<FormatSpec>,
    float: Option<FormatSpec>,
}

impl Spec {
    /// Rust's format, where a precision alone means decimals, with an optional letter of Python's.
    fn new(text: &str) -> Option<Self> {
        let is_bare = text.rsplit_once('.').is_some_and(|(_, digits)| {
            !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
        });
        let text = if is_bare {
            format!("{text}f")
        } else {
            text.to_owned()
        };
        let spec = Self {
            whole: FormatSpec::python(&text, false).ok(),
            float: FormatSpec::python(&text, true).ok(),
        };
        (spec.whole.is_some() || spec.float.is_some()).then_some(spec)
    }

    fn whole(&self, number: u64) -> String {
        match &self.whole {
            Some(spec) => spec.format(number as f64),
            None => number.to_string(),
        }
    }

    fn float(&self, number: f64) -> String {
        match self.float.as_ref().or(self.whole.as_ref()) {
            Some(spec) => spec.format(number),
            None => number.to_string(),
        }
    }

    /// A cell of a table, as a number if it is one.
    fn cell(&self, cell: &str) -> String {
        let is_whole = cell.parse::<i64>().is_ok();
        match (cell.parse::<f64>(), &self.whole) {
            (Ok(number), Some(whole)) if is_whole => whole.format(number),
            (Ok(number), _) => self.float(number),
            (Err(_), _) => match self.whole.as_ref().or(self.float.as_ref()) {
                Some(spec) => spec.pad("", cell),
                None => cell.to_owned(),
            },
        }
    }
}
