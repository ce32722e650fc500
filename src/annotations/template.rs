//! Texts with placeholders that are filled in for each frame.

use crate::annotations::Table;
use crate::annotations::placeholder::{Moment, Placeholder, Refusal};
use crate::canvas::text_and_mathematics;
use crate::error::{Error, Result};

/// A text such as `"frame {frame}  t = {time:.2} s"`.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Template {
    text: String,
    parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq)]
enum Part {
    Literal(String),
    Placeholder(Placeholder),
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
        let is_column =
            |part: &Part| matches!(part, Part::Placeholder(placeholder) if placeholder.is_column());
        self.parts.iter().any(is_column)
    }

    /// The text of a frame.
    ///
    /// # Errors
    /// [`Error::Annotation`] if the table has no row for it, or the number of frames is not known.
    pub(super) fn fill(&self, moment: Moment, table: Option<&Table>) -> Result<String> {
        let mut filled = String::new();
        for part in &self.parts {
            match part {
                Part::Literal(text) => filled += text,
                Part::Placeholder(placeholder) => {
                    let written = placeholder.written(moment, table)?;
                    filled += &written.ok_or_else(|| {
                        let reason = "the number of frames is not known in advance".to_owned();
                        let advice = "set it by with_frame_count, or omit {frames}";
                        refused(&self.text, reason, advice)
                    })?;
                }
            }
        }
        Ok(filled)
    }
}

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
        let placeholder = Placeholder::new(text, self.table)?;
        let literal = std::mem::take(&mut self.literal);
        self.parts
            .extend([Part::Literal(literal), Part::Placeholder(placeholder)]);
        Ok(())
    }

    /// Rejects a group in notation that can only be meant as a placeholder, as in `$t = {time:.1}$`.
    fn check_group(&self, after: &str) -> std::result::Result<(), Refusal> {
        let Some((group, _)) = after.split_once('}') else {
            return Ok(());
        };
        // In \mathrm{time} it is a word.
        let is_argument = self.literal.ends_with(|c: char| c.is_ascii_alphabetic());
        let is_meant = match Placeholder::new(group, self.table) {
            Ok(placeholder) if placeholder.has_format() => true,
            Ok(_) => !is_argument && Placeholder::needs_no_table(group),
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
