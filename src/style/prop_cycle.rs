//! The property cycle: what changes from line to line.

use crate::color::Color;
use crate::error::{Error, Result};
use crate::properties::{Length, options};
use crate::style::rc_value::RcValue;
use crate::style::{LineStyle, Marker};

options! {
    /// What a line of the property cycle has besides its colour; `None` is what the style says.
    ///
    /// ```
    /// use plotreel::Style;
    /// use plotreel::artists::CycleProps;
    ///
    /// let props = [CycleProps::new().with_linestyle("-")?, CycleProps::new().with_linestyle("--")?];
    /// let style = Style::new().with_prop_cycle_props(props.to_vec());
    /// # let cycle = "cycler('linestyle', ['-', '--'])";
    /// # assert_eq!(Style::new().with_param("axes.prop_cycle", cycle)?.prop_cycle_props(), style.prop_cycle_props());
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq)]
    pub struct CycleProps;
    linestyle / with_linestyle: maybe_choice<LineStyle> = None, "the line style";
    linewidth / with_linewidth: maybe<Length> = None, "the width in points";
    marker / with_marker: maybe_choice<Marker> = None, "the marker";
    markersize / with_markersize: maybe<Length> = None, "the size of markers in points";
}

/// Colours and the other properties, as many of each as there are, or none.
#[derive(Debug, Default)]
pub(super) struct PropCycle {
    pub(super) colors: Vec<Color>,
    pub(super) props: Vec<CycleProps>,
}

/// So many places a cycle may have.
const MOST: usize = 10_000;

/// One place of a cycle.
type Entry = (Option<Color>, CycleProps);

impl RcValue for PropCycle {
    /// Sums and products of `cycler('color', ['C0', 'C1'])`, `cycler('marker', 'os')` or `cycler(lw=[1, 2])`.
    fn read(text: &str) -> Result<Self> {
        let mut sum: Vec<Entry> = Vec::new();
        for (i, term) in split(text, '+').into_iter().enumerate() {
            let mut product = vec![Entry::default()];
            for factor in split(term, '*') {
                let factor = cycler(factor)?;
                if product.len() * factor.len() > MOST {
                    return Err(refused(text, "a cycle of at most 10000 places"));
                }
                let pairs = product
                    .iter()
                    .flat_map(|a| factor.iter().map(move |b| both(a, b)));
                product = pairs.collect::<Result<_>>()?;
            }
            sum = match i {
                0 => product,
                _ => added(sum, &product)?,
            };
        }
        let colors: Vec<Color> = sum.iter().filter_map(|(color, _)| *color).collect();
        let props: Vec<CycleProps> = sum.into_iter().map(|(_, props)| props).collect();
        let plain = props.iter().all(|props| *props == CycleProps::default());
        Ok(Self {
            // As in the reference.
            colors: match colors.is_empty() {
                true => vec![Color::rgb(0, 0, 0)],
                false => colors,
            },
            props: if plain { Vec::new() } else { props },
        })
    }
}

fn refused(text: &str, expected: &'static str) -> Error {
    Error::Setting {
        name: "a property cycle",
        value: format!("\"{text}\""),
        expected,
    }
}

/// The properties of two cycles at one place; each has others.
fn both(a: &Entry, b: &Entry) -> Result<Entry> {
    let (first, second) = (a.1.clone(), b.1.clone());
    let props = CycleProps {
        linestyle: one("linestyle", first.linestyle, second.linestyle)?,
        linewidth: one("linewidth", first.linewidth, second.linewidth)?,
        marker: one("marker", first.marker, second.marker)?,
        markersize: one("markersize", first.markersize, second.markersize)?,
    };
    Ok((one("color", a.0, b.0)?, props))
}

fn one<T>(name: &str, first: Option<T>, second: Option<T>) -> Result<Option<T>> {
    match (first, second) {
        (Some(_), Some(_)) => Err(refused(name, "a property of only one of the cycles")),
        (first, second) => Ok(first.or(second)),
    }
}

/// The sum of cycles, which are of one length.
fn added(a: Vec<Entry>, b: &[Entry]) -> Result<Vec<Entry>> {
    if a.len() != b.len() {
        let value = format!("{} and {} values", a.len(), b.len());
        return Err(refused(&value, "cycles of the same length for a sum"));
    }
    a.iter().zip(b).map(|(a, b)| both(a, b)).collect()
}

/// The cycles of one call of `cycler`.
fn cycler(text: &str) -> Result<Vec<Entry>> {
    const EXPECTED: &str = "cycler('color', [...]), or with linestyle, linewidth, marker or markersize, and sums of these";
    let wrong = || refused(text, EXPECTED);
    let inner = text.trim().strip_prefix("cycler(");
    let inner = inner
        .and_then(|rest| rest.strip_suffix(')'))
        .ok_or_else(wrong)?;
    let arguments = split(inner, ',');
    let mut all: Option<Vec<Entry>> = None;
    let pairs: Vec<(&str, &str)> = match arguments[..] {
        [key, values] if key.trim().starts_with(['\'', '"']) => vec![(unquoted(key), values)],
        _ => {
            let pairs = arguments.iter().map(|argument| argument.split_once('='));
            pairs.collect::<Option<_>>().ok_or_else(wrong)?
        }
    };
    for (key, values) in pairs {
        let items = items(values.trim()).into_iter();
        let entries = items.map(|item| entry(key.trim(), item)?.ok_or_else(wrong));
        let entries = entries.collect::<Result<Vec<Entry>>>()?;
        all = Some(match all {
            None => entries,
            Some(before) => added(before, &entries)?,
        });
    }
    all.filter(|all| !all.is_empty()).ok_or_else(wrong)
}

/// A value of a property; `None` if cycles don't have it.
fn entry(key: &str, value: &str) -> Result<Option<Entry>> {
    let (mut color, mut props) = Entry::default();
    match key {
        "color" | "c" => color = Some(Color::read(value)?),
        "linestyle" | "ls" => props.linestyle = Some(LineStyle::read(value)?),
        "linewidth" | "lw" => props.linewidth = Some(f64::read(value)?),
        "marker" => props.marker = Some(Marker::read(value)?),
        "markersize" | "ms" => props.markersize = Some(f64::read(value)?),
        _ => return Ok(None),
    }
    Ok(Some((color, props)))
}

/// The values of a list, or the characters of a text.
fn items(list: &str) -> Vec<&str> {
    let inner = list
        .strip_prefix(['[', '('])
        .and_then(|rest| rest.strip_suffix([']', ')']));
    match inner {
        Some(inner) => {
            let items = split(inner, ',')
                .into_iter()
                .filter(|item| !item.trim().is_empty());
            items.map(unquoted).collect()
        }
        None => {
            let text = unquoted(list);
            let ends = text
                .char_indices()
                .map(|(at, c)| &text[at..at + c.len_utf8()]);
            ends.collect()
        }
    }
}

fn unquoted(text: &str) -> &str {
    text.trim().trim_matches(['\'', '"'])
}

/// The parts between separators outside of quotes and brackets.
fn split(text: &str, separator: char) -> Vec<&str> {
    let (mut parts, mut start, mut depth, mut quote) = (Vec::new(), 0, 0_usize, None);
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (Some(open), c) if open == c => quote = None,
            (Some(_), _) => {}
            (None, '\'' | '"') => quote = Some(c),
            (None, '[' | '(') => depth += 1,
            (None, ']' | ')') => depth = depth.saturating_sub(1),
            (None, c) if c == separator && depth == 0 => {
                parts.push(&text[start..at]);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> PropCycle {
        PropCycle::read(text).unwrap()
    }

    #[test]
    fn cycles_are_added_and_multiplied() {
        let sum =
            read("cycler('color', ['r', '#00ff00']) + cycler(\"linestyle\", ['-', (0, (1, 2))])");
        assert_eq!(sum.colors, [Color::rgb(255, 0, 0), Color::rgb(0, 255, 0)]);
        assert_eq!(sum.props[0].linestyle, Some(LineStyle::Solid));
        assert!(matches!(
            sum.props[1].linestyle,
            Some(LineStyle::Custom { .. })
        ));
        let product = read("cycler(lw=[1, 2]) * cycler('marker', 'os,')");
        let markers = product.props.iter().map(|props| props.marker.clone());
        assert_eq!(markers.collect::<Vec<_>>()[2], Some(Marker::Pixel));
        assert_eq!(
            (product.props.len(), product.props[3].linewidth),
            (6, Some(2.0))
        );
        assert_eq!(product.colors, [Color::rgb(0, 0, 0)]);
        assert!(read("cycler('color', 'rgb')").props.is_empty());
    }

    #[test]
    fn what_is_no_cycle_is_refused() {
        let many = ["cycler(lw=[1, 1])"; 40].join(" * ");
        for text in [
            "",
            "red",
            &many,
            "cycler('color', 'rg') + cycler('c', 'bk')",
            "cycler()",
            "cycler('color', [])",
            "cycler('alpha', [1])",
            "cycler('color', 'rg') + cycler('marker', 'o')",
            "cycler('color', ['r']",
        ] {
            assert!(PropCycle::read(text).is_err(), "{text}");
        }
    }
}
