//! Texts with placeholders that are filled in for each frame.

use crate::annotations::Table;
use crate::canvas::text_and_mathematics;
use crate::error::{Error, Result, nearest_name};
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

/// A text such as `"frame {frame}  t = {time:.2} s"`.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Template {
    text: String,
    parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq)]
enum Part {
    Literal(String),
    Field(Field, Option<Spec>),
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Field {
    Frame,
    Frames,
    Time,
    /// Of the table, by index.
    Column(usize),
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

impl Template {
    /// Parses a text; `table` has the names of further placeholders, which take precedence over the built-in ones.
    pub(super) fn new(text: &str, table: Option<&Table>) -> Result<Self> {
        let mut reader = Reader {
            table,
            parts: Vec::new(),
            literal: String::new(),
        };
        reader
            .read(text)
            .map_err(|(reason, advice)| refused(text, reason, &advice))?;
        reader.parts.push(Part::Literal(reader.literal));
        Ok(Self {
            text: text.to_owned(),
            parts: reader.parts,
        })
    }

    /// Whether it uses a column of a table.
    pub(super) fn has_column(&self) -> bool {
        let is_column = |part: &Part| matches!(part, Part::Field(Field::Column(_), _));
        self.parts.iter().any(is_column)
    }

    /// The text of a frame.
    ///
    /// # Errors
    /// [`Error::Annotation`] if the table has no row for it, or the number of frames is not known.
    pub(super) fn fill(&self, moment: Moment, table: Option<&Table>) -> Result<String> {
        let mut filled = String::new();
        for part in &self.parts {
            let (field, spec) = match part {
                Part::Literal(text) => {
                    filled += text;
                    continue;
                }
                Part::Field(field, spec) => (*field, spec.as_ref()),
            };
            let whole = |n: u64| spec.map_or_else(|| n.to_string(), |spec| spec.whole(n));
            filled += &match field {
                Field::Frame => whole(moment.frame),
                Field::Frames => whole(moment.frames.ok_or_else(|| {
                    let reason = "the number of frames is not known in advance".to_owned();
                    refused(
                        &self.text,
                        reason,
                        "set it by with_frame_count, or omit {frames}",
                    )
                })?),
                Field::Time => {
                    spec.map_or_else(|| moment.time.to_string(), |spec| spec.float(moment.time))
                }
                Field::Column(column) => {
                    let cell = table.map(|table| table.cell(moment.frame, column));
                    let cell = cell.transpose()?.unwrap_or_default();
                    spec.map_or_else(|| cell.to_owned(), |spec| spec.cell(cell))
                }
            };
        }
        Ok(filled)
    }
}

/// What is invalid in a text, and what to do about it.
type Refusal = (String, String);

/// A text being parsed.
struct Reader<'a> {
    table: Option<&'a Table>,
    parts: Vec<Part>,
    /// The text since the last part.
    literal: String,
}

impl Reader<'_> {
    fn read(&mut self, text: &str) -> std::result::Result<(), Refusal> {
        for (number, line) in text.split('\n').enumerate() {
            if number > 0 {
                self.literal.push('\n');
            }
            let Some(parts) = text_and_mathematics(line) else {
                self.plain(line)?;
                continue;
            };
            for (number, part) in parts.iter().enumerate() {
                if number > 0 {
                    self.literal.push('$');
                }
                match number % 2 {
                    0 => self.plain(part)?,
                    _ => self.mathematics(part)?,
                }
            }
        }
        Ok(())
    }

    fn plain(&mut self, text: &str) -> std::result::Result<(), Refusal> {
        let mut rest = text;
        while let Some(at) = rest.find(['{', '}']) {
            self.literal += &rest[..at];
            let brace = &rest[at..=at];
            rest = &rest[at + 1..];
            if let Some(tail) = rest.strip_prefix(brace) {
                self.literal += brace;
                rest = tail;
                continue;
            }
            let closed = rest.split_once('}').filter(|_| brace == "{");
            let Some((field, tail)) = closed else {
                let reason = format!("a \"{brace}\" has no partner");
                return Err((reason, "write {{ and }} for literal braces".to_owned()));
            };
            self.field(field)?;
            rest = tail;
        }
        self.literal += rest;
        Ok(())
    }

    /// Braces are notation; double braces are one brace, and triple braces contain a placeholder.
    fn mathematics(&mut self, text: &str) -> std::result::Result<(), Refusal> {
        let mut rest = text;
        while let Some(at) = rest.find(['{', '\\']) {
            self.literal += &rest[..at];
            rest = &rest[at..];
            if let Some(escaped) = rest.strip_prefix('\\') {
                let end = 1 + escaped.chars().next().map_or(0, char::len_utf8);
                self.literal += &rest[..end];
                rest = &rest[end..];
            } else if let Some((field, tail)) = in_three_braces(rest) {
                self.literal.push('{');
                self.field(field)?;
                self.literal.push('}');
                rest = tail;
            } else if let Some((inside, tail)) = in_two_braces(rest) {
                self.literal.push('{');
                self.mathematics(inside)?;
                self.literal.push('}');
                rest = tail;
            } else {
                self.check_group(&rest[1..])?;
                self.literal.push('{');
                rest = &rest[1..];
            }
        }
        self.literal += rest;
        Ok(())
    }

    fn field(&mut self, text: &str) -> std::result::Result<(), Refusal> {
        let field = Part::field(text, self.table)?;
        let literal = std::mem::take(&mut self.literal);
        self.parts.extend([Part::Literal(literal), field]);
        Ok(())
    }

    /// Rejects a group in notation that can only be meant as a placeholder, as in `$t = {time:.1}$`.
    fn check_group(&self, after: &str) -> std::result::Result<(), Refusal> {
        let Some((group, _)) = after.split_once('}') else {
            return Ok(());
        };
        // In \mathrm{time} it is a word.
        let is_argument = self.literal.ends_with(|c: char| c.is_ascii_alphabetic());
        let is_meant = match Part::field(group, self.table) {
            Ok(Part::Field(_, Some(_))) => true,
            Ok(_) => !is_argument && KNOWN.contains(&group),
            Err(_) => false,
        };
        if !is_meant {
            return Ok(());
        }
        Err((
            format!("between dollar signs {{{group}}} is mathematical notation"),
            format!(
                "write {{{{{{{group}}}}}}} for the placeholder, or {{{{{group}}}}} for the word"
            ),
        ))
    }
}

/// The placeholder of `{{{placeholder}}}`, and what follows.
fn in_three_braces(text: &str) -> Option<(&str, &str)> {
    let (field, tail) = text.strip_prefix("{{{")?.split_once("}}}")?;
    (!field.contains(['{', '}'])).then_some((field, tail))
}

/// What is between `{{` and the `}}` that closes both, and what follows.
fn in_two_braces(text: &str) -> Option<(&str, &str)> {
    let inside = text.strip_prefix("{{")?;
    let mut depth = 0;
    let mut is_escaped = false;
    for (at, c) in inside.char_indices() {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            '}' => return Some((&inside[..at], inside[at..].strip_prefix("}}")?)),
            _ => (),
        }
    }
    None
}

impl Part {
    /// The placeholder between braces, or why it is invalid and what would be valid.
    fn field(text: &str, table: Option<&Table>) -> std::result::Result<Self, Refusal> {
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
        if spec.is_empty() {
            return Ok(Self::Field(field, None));
        }
        match Spec::new(spec) {
            Some(spec) => Ok(Self::Field(field, Some(spec))),
            None => Err((
                format!("\":{spec}\" is not a number format"),
                "write a format as in Rust, such as {time:.2} or {frame:04}".into(),
            )),
        }
    }
}

fn refused(text: &str, reason: String, advice: &str) -> Error {
    Error::Annotation {
        what: format!("the text \"{text}\""),
        reason,
        advice: advice.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOMENT: Moment = Moment {
        frame: 7,
        frames: Some(120),
        time: 0.25,
    };

    fn filled(text: &str) -> String {
        Template::new(text, None)
            .unwrap()
            .fill(MOMENT, None)
            .unwrap()
    }

    #[test]
    fn placeholders_are_formatted_as_rust_does() {
        assert_eq!(filled("{frame}/{frames} at {time}"), "7/120 at 0.25");
        assert_eq!(
            filled("{frame:04}|{frame:>3}|{frame:<3}|{frame:^3}|"),
            "0007|  7|7  | 7 |"
        );
        assert_eq!(
            filled("{time:.3} {time:8.1} {time:+.0}"),
            "0.250      0.2 +0"
        );
        assert_eq!(filled("{{frame}} {time:.2f} {frame:d}"), "{frame} 0.25 7");
        for (ours, rusts) in [
            ("{time:*^9.2}", format!("{:*^9.2}", 0.25)),
            ("{time:07.2}", format!("{:07.2}", 0.25)),
            ("{frame:+}", format!("{:+}", 7)),
        ] {
            assert_eq!(filled(ours), rusts);
        }
    }

    #[test]
    fn cells_of_a_table_are_numbers_where_they_are_some() {
        let table = Table::new(
            ["t", "state", "time"],
            [["0.5", "on", "3"], ["-2", "off", "4"]],
        )
        .unwrap();
        let template = Template::new("{t:.1} {t} {state} {state:>4} {time}", Some(&table)).unwrap();
        let fill = |frame| template.fill(Moment { frame, ..MOMENT }, Some(&table));
        assert_eq!(fill(0).unwrap(), "0.5 0.5 on   on 3");
        assert_eq!(fill(1).unwrap(), "-2.0 -2 off  off 4");
        let error = fill(2).unwrap_err().to_string();
        assert!(error.contains("no row for frame 2"), "{error}");
    }

    #[test]
    fn braces_of_mathematics_are_no_placeholders() {
        for text in [
            r"$x^{2}$",
            r"$\frac{a}{b}$",
            r"$\frac{{a}^{2}}{\sqrt{b}}$",
            r"$\left\{ x \right\}$",
            r"$\{{a}\}$",
            r"$t_\mathrm{time}$",
            r"$a } b$",
            "$x^{2}$\n$y_{3}$",
        ] {
            assert_eq!(filled(text), text);
        }
        for (text, shown) in [
            ("$x^{2}$ frame {frame}", "$x^{2}$ frame 7"),
            (
                r"{frame}: $\frac{a}{b}$, {time:.2} s",
                r"7: $\frac{a}{b}$, 0.25 s",
            ),
            // As in Python's f-strings.
            ("$x^{{2}}$", "$x^{2}$"),
            (r"$\frac{{a}}{{b_{{3}}}}$", r"$\frac{a}{b_{3}}$"),
            (r"$\frac{{a}+b}{c}$", r"$\frac{{a}+b}{c}$"),
            (
                "$10^{{{frame}}}$, $t = {{{time:.1f}}}$",
                "$10^{7}$, $t = {0.2}$",
            ),
            ("$t_{{time}}$", "$t_{time}$"),
            // No notation: one dollar sign, or escaped ones.
            ("{frame} costs $5", "7 costs $5"),
            (r"\${frame} and \${frames}", r"\$7 and \$120"),
            ("$x^{2}$\n{frame} costs $5", "$x^{2}$\n7 costs $5"),
        ] {
            assert_eq!(filled(text), shown);
        }
        let table = Table::new(["a", "b"], [["1", "2"]]).unwrap();
        let template = Template::new(r"$\frac{a}{b} = \frac{{{a}}}{{{b}}}$", Some(&table));
        let moment = Moment { frame: 0, ..MOMENT };
        let shown = template.unwrap().fill(moment, Some(&table)).unwrap();
        assert_eq!(shown, r"$\frac{a}{b} = \frac{1}{2}$");
    }

    #[test]
    fn what_can_not_be_read_is_named() {
        for (text, named) in [
            ("{tme}", "did you mean {time}?"),
            ("{", "has no partner"),
            ("a } b", "has no partner"),
            ("{time:qq}", "\":qq\""),
            ("{}", "no placeholder {}"),
            ("$x$ {tme}", "did you mean {time}?"),
            ("$x^{{{tme}}}$", "did you mean {time}?"),
            ("$t = {time:.1}$", "write {{{time:.1}}}"),
            (r"$n = {frame}$", "{{frame}} for the word"),
            (r"$\mathrm{time:.1}$", "is mathematical notation"),
        ] {
            let error = Template::new(text, None).unwrap_err().to_string();
            assert!(error.contains(named), "{text}: {error}");
        }
        let unknown = Moment {
            frames: None,
            ..MOMENT
        };
        let template = Template::new("{frames}", None).unwrap();
        let error = template.fill(unknown, None).unwrap_err().to_string();
        assert!(error.contains("with_frame_count"), "{error}");
    }
}
