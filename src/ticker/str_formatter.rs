//! Labels from a format string.

use crate::error::{Error, Result};
use crate::ticker::format_spec::FormatSpec;
use crate::ticker::number::fix_minus;
use crate::ticker::{AxisView, Formatter, TickLabels};

/// Formats ticks with an old-style `%` format (`matplotlib.ticker.FormatStrFormatter`).
///
/// A negative number has a hyphen; in mathtext, `"$%g$"`, it becomes a minus.
///
/// ```
/// use plotreel::scale::Scale;
/// use plotreel::ticker::{AxisView, FormatStrFormatter, Formatter};
///
/// let axis = AxisView::new((0.0, 1.0), Scale::Linear);
/// let formatter = FormatStrFormatter::new("%1.2f s")?;
/// assert_eq!(formatter.format_ticks(&axis, &[0.5]).labels, ["0.50 s"]);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormatStrFormatter {
    before: String,
    spec: FormatSpec,
    after: String,
}

impl FormatStrFormatter {
    /// A text with one of `%d`, `%e`, `%f`, `%g` and `%s`, with flags, width and precision; `%%` is a percent sign.
    ///
    /// # Errors
    /// [`Error::Setting`] for a text without a conversion, with several, or with others.
    pub fn new(fmt: &str) -> Result<Self> {
        let refused = || Error::Setting {
            name: "fmt",
            value: format!("{fmt:?}"),
            expected: "a text with one %d, %e, %f, %g or %s",
        };
        let (before, rest) = literal(fmt);
        let (spec, rest) = FormatSpec::printf(rest.ok_or_else(refused)?)?;
        let (after, rest) = literal(rest);
        match rest {
            None => Ok(Self {
                before,
                spec,
                after,
            }),
            Some(_) => Err(refused()),
        }
    }
}

impl FormatStrFormatter {
    /// That of `"%g"`.
    pub(crate) fn general() -> Self {
        Self {
            before: String::new(),
            spec: FormatSpec::of_general(),
            after: String::new(),
        }
    }
}

impl Formatter for FormatStrFormatter {
    fn format_ticks(&self, _: &AxisView, locs: &[f64]) -> TickLabels {
        TickLabels::each(locs, |x, _| {
            format!("{}{}{}", self.before, self.spec.format(x), self.after)
        })
    }

    fn clone_box(&self) -> Box<dyn Formatter> {
        Box::new(self.clone())
    }
}

/// The text up to the next conversion, and what follows its percent sign.
fn literal(text: &str) -> (String, Option<&str>) {
    let mut before = String::new();
    let mut rest = text;
    while let Some((head, tail)) = rest.split_once('%') {
        before += head;
        match tail.strip_prefix('%') {
            Some(tail) => (before, rest) = (before + "%", tail),
            None => return (before, Some(tail)),
        }
    }
    (before + rest, None)
}

/// Formats ticks with a new-style format: `{x}` is the value, `{pos}` the index
/// (`matplotlib.ticker.StrMethodFormatter`).
///
/// ```
/// use plotreel::scale::Scale;
/// use plotreel::ticker::{AxisView, Formatter, StrMethodFormatter};
///
/// let axis = AxisView::new((0.0, 1.0), Scale::Linear);
/// let formatter = StrMethodFormatter::new("{x:.1f} km")?;
/// assert_eq!(formatter.format_ticks(&axis, &[-0.5]).labels, ["\u{2212}0.5 km"]);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StrMethodFormatter {
    text: String,
    parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Literal(String),
    Value(FormatSpec),
    Position(FormatSpec),
}

impl StrMethodFormatter {
    /// A text with `{x}` or `{x:SPEC}`, and likewise `pos`; `{{` and `}}` are literal braces.
    ///
    /// SPEC is Python's: fill, align, sign, `#`, `0`, width, `,`, precision and one of `e`, `f`, `g`, `%` and, for
    /// `pos`, `d`.
    ///
    /// # Errors
    /// [`Error::Setting`] for other fields and specs.
    pub fn new(fmt: &str) -> Result<Self> {
        let refused = || Error::Setting {
            name: "fmt",
            value: format!("{fmt:?}"),
            expected: "a text with fields {x} and {pos}",
        };
        let mut parts = Vec::new();
        let mut text = String::new();
        let mut rest = fmt;
        while let Some(at) = rest.find(['{', '}']) {
            text += &rest[..at];
            let brace = &rest[at..=at];
            rest = &rest[at + 1..];
            if let Some(tail) = rest.strip_prefix(brace) {
                text += brace;
                rest = tail;
                continue;
            }
            let (field, tail) = rest.split_once('}').ok_or_else(refused)?;
            let (name, spec) = field.split_once(':').unwrap_or((field, ""));
            parts.push(Part::Literal(std::mem::take(&mut text)));
            parts.push(match name {
                _ if brace == "}" => return Err(refused()),
                "x" => Part::Value(FormatSpec::python(spec, true)?),
                "pos" => Part::Position(FormatSpec::python(spec, false)?),
                _ => return Err(refused()),
            });
            rest = tail;
        }
        parts.push(Part::Literal(text + rest));
        Ok(Self {
            text: fmt.to_owned(),
            parts,
        })
    }
}

impl Formatter for StrMethodFormatter {
    fn format_text(&self) -> Option<&str> {
        Some(&self.text)
    }

    fn format_ticks(&self, _: &AxisView, locs: &[f64]) -> TickLabels {
        let write = |part: &Part, x: f64, index: usize| match part {
            Part::Literal(text) => text.clone(),
            Part::Value(spec) => fix_minus(&spec.format(x)),
            Part::Position(spec) => fix_minus(&spec.format(index as f64)),
        };
        TickLabels::each(locs, |x, i| {
            self.parts.iter().map(|part| write(part, x, i)).collect()
        })
    }

    fn clone_box(&self) -> Box<dyn Formatter> {
        Box::new(self.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_are_no_format_are_refused() {
        for text in ["", "100 %%", "%d %d", "%q", "%"] {
            assert!(FormatStrFormatter::new(text).is_err(), "{text}");
        }
        for text in ["{", "}", "{y}", "{x!r}", "{x:d}", "{x", "x}"] {
            assert!(StrMethodFormatter::new(text).is_err(), "{text}");
        }
    }
}
