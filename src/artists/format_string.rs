//! Format strings such as `"k--o"`.

use std::str::FromStr;

use crate::artists::{LineStyle, Marker};
use crate::color::ColorSpec;
use crate::error::{Error, Result};

/// The style set by a format string of `plot`; parts that it does not set have the defaults.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct PlotFormat {
    pub(crate) color: Option<ColorSpec>,
    pub(crate) marker: Option<Marker>,
    pub(crate) line_style: Option<LineStyle>,
}

impl FromStr for PlotFormat {
    type Err = Error;

    /// Reads it as matplotlib does: a colour alone leaves the rest open; anything else says all of line style and
    /// marker, so that a marker alone means no line, and neither of them a solid line.
    fn from_str(format: &str) -> Result<Self> {
        // "1" is a marker, not white; by the same rule "0" is not black.
        if !matches!(format, "0" | "1")
            && let Ok(color) = format.parse()
        {
            return Ok(Self {
                color: Some(color),
                ..Self::default()
            });
        }
        let mut read = Self::default();
        let mut rest = format;
        while !rest.is_empty() {
            rest = read.take_symbol(rest).map_err(|reason| Error::PlotFormat {
                format: format.to_owned(),
                reason,
            })?;
        }
        read.line_style = read.line_style.or(Some(match read.marker {
            None => LineStyle::Solid,
            Some(_) => LineStyle::None,
        }));
        read.marker = read.marker.or(Some(Marker::None));
        Ok(read)
    }
}

impl PlotFormat {
    /// Takes the symbol at the start of `text` and returns the rest, or an error message.
    fn take_symbol<'a>(&mut self, text: &'a str) -> Result<&'a str, String> {
        // A space is a line style here, as it is there: none.
        for symbol in ["--", "-.", "-", ":", " "] {
            if let Some(rest) = text.strip_prefix(symbol) {
                let style = symbol.parse().ok();
                return set(&mut self.line_style, style, "line styles").map(|()| rest);
            }
        }
        let first = text.chars().next().unwrap_or_default();
        let (symbol, rest) = text.split_at(first.len_utf8());
        if let Ok(marker) = symbol.parse() {
            return set(&mut self.marker, Some(marker), "markers").map(|()| rest);
        }
        if first.is_ascii_lowercase()
            && let Ok(color) = symbol.parse()
        {
            return set(&mut self.color, Some(color), "colours").map(|()| rest);
        }
        if first == 'C' {
            let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            let (place, rest) = text.split_at(1 + digits);
            // Of this kind of colour the last one counts.
            let color = place.parse();
            self.color = Some(color.map_err(|_| "C must be followed by a number".to_owned())?);
            return Ok(rest);
        }
        Err(format!("'{first}' is not a colour, marker or line style"))
    }
}

fn set<T>(place: &mut Option<T>, value: Option<T>, what: &str) -> Result<(), String> {
    if place.is_some() {
        return Err(format!("it has two {what}"));
    }
    *place = value;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::color::Color;

    /// Format strings as matplotlib reads them, written by tests/baseline/formats.py, which says the format.
    const REFERENCE: &str = include_str!("../../tests/baseline/formats.tsv");

    /// A field of the reference: `-`, or a text in quotes.
    fn field<T: FromStr<Err = Error>>(text: &str) -> Option<T> {
        let quoted = text.strip_prefix('\'')?.strip_suffix('\'')?;
        Some(quoted.parse().unwrap())
    }

    fn hex(color: Option<ColorSpec>) -> String {
        let cycle = [
            "blue", "orange", "green", "red", "purple", "brown", "pink", "gray", "olive", "cyan",
        ]
        .map(|name| Color::named(&format!("tab:{name}")).unwrap());
        color.map_or("-".to_owned(), |color| {
            let Color { r, g, b, a } = color.resolve(&cycle);
            format!("{r:02x}{g:02x}{b:02x}{a:02x}")
        })
    }

    #[test]
    fn format_strings_mean_what_they_mean_to_matplotlib() {
        for line in REFERENCE.lines() {
            let fields: Vec<&str> = line.split('\t').collect();
            let read = fields[0].parse::<PlotFormat>();
            match fields[1..] {
                ["error"] => assert!(
                    matches!(read, Err(Error::PlotFormat { .. })),
                    "{line}: {read:?}"
                ),
                [style, marker, color] => {
                    let read = read.unwrap();
                    assert_eq!(read.line_style, field(style), "{line}");
                    assert_eq!(read.marker, field(marker), "{line}");
                    assert_eq!(hex(read.color), color, "{line}");
                }
                _ => panic!("{line}"),
            }
        }
    }

    #[test]
    fn a_refused_format_string_says_why() {
        let cause = |format: &str| format.parse::<PlotFormat>().unwrap_err().cause();
        assert_eq!(
            cause("--r:"),
            "\"--r:\" is not a valid format string: it has two line styles"
        );
        assert_eq!(
            cause("rq"),
            "\"rq\" is not a valid format string: 'q' is not a colour, marker or line style"
        );
    }
}
