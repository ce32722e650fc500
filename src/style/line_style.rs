//! Solid, dashed and dotted lines.

use std::str::FromStr;

use crate::error::{Error, Result};
use crate::properties::{PropertyType, Value, refused};

/// The dashes of a line.
///
/// It is parsed from matplotlib's names and short forms, and converted from its pairs of an offset and the alternating
/// lengths of dashes and gaps, all in points for a line one point wide; wider lines have longer dashes.
///
/// ```
/// use plotreel::artists::LineStyle;
///
/// assert_eq!("--".parse::<LineStyle>()?, LineStyle::Dashed);
/// assert_eq!("dashed".parse::<LineStyle>()?, LineStyle::Dashed);
/// let long = LineStyle::try_from((0.0, [10.0, 5.0]))?;
/// assert_eq!(long, LineStyle::Custom { offset: 0.0, pattern: vec![10.0, 5.0] });
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub enum LineStyle {
    /// `"-"` or `"solid"`
    #[default]
    Solid,
    /// `"--"` or `"dashed"`
    Dashed,
    /// `"-."` or `"dashdot"`
    DashDot,
    /// `":"` or `"dotted"`
    Dotted,
    /// `"none"`, `"None"`, `" "` or `""`: no line.
    None,
    /// Custom dashes.
    Custom {
        /// The offset into the pattern at which the line starts, in points.
        offset: f64,
        /// The lengths of dash, gap, dash, … in points; one of them must be above 0, none below. Without lengths
        /// the line is solid.
        pattern: Vec<f64>,
    },
}

impl LineStyle {
    /// Whether it has gaps.
    pub(crate) fn is_dashed(&self) -> bool {
        match self {
            Self::Solid | Self::None => false,
            Self::Dashed | Self::DashDot | Self::Dotted => true,
            Self::Custom { offset, pattern } => dashes(*offset, pattern, 1.0).is_some(),
        }
    }
}

/// Offset and lengths of dashes and gaps, an even number of them and all multiplied by `scale`; `None` for a line
/// without gaps.
pub(super) fn dashes(offset: f64, pattern: &[f64], scale: f64) -> Option<(f64, Vec<f64>)> {
    if check(offset, pattern).is_err() || pattern.is_empty() {
        return None;
    }
    // As in the reference the offset is that within one pass, even where the pattern needs two to close.
    let offset = offset.rem_euclid(pattern.iter().sum());
    let passes = 1 + pattern.len() % 2;
    let scaled: Vec<f64> = pattern.iter().map(|length| length * scale).collect();
    Some((offset * scale, scaled.repeat(passes)))
}

impl FromStr for LineStyle {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        Ok(match text {
            "-" | "solid" => Self::Solid,
            "--" | "dashed" => Self::Dashed,
            "-." | "dashdot" => Self::DashDot,
            ":" | "dotted" => Self::Dotted,
            "none" | "None" | " " | "" => Self::None,
            _ => {
                return Err(Error::Setting {
                    name: "linestyle",
                    value: format!("\"{text}\""),
                    expected: "\"-\", \"--\", \"-.\", \":\", their names or \"none\"",
                });
            }
        })
    }
}

impl PropertyType for LineStyle {
    const TAKES: &'static str =
        "\"-\", \"--\", \"-.\", \":\", their names, \"none\", or an offset and lengths";

    fn read(name: &'static str, value: &Value) -> Result<Self> {
        match value {
            Value::Text(text) => text.parse(),
            Value::List(parts) => match &parts[..] {
                [Value::Number(offset), lengths @ Value::List(_)] => {
                    (*offset, Vec::<f64>::read(name, lengths)?).try_into()
                }
                _ => Err(refused(name, value, Self::TAKES)),
            },
            _ => Err(refused(name, value, Self::TAKES)),
        }
    }
}

impl From<LineStyle> for Value {
    fn from(style: LineStyle) -> Self {
        match style {
            LineStyle::Solid => "-".into(),
            LineStyle::Dashed => "--".into(),
            LineStyle::DashDot => "-.".into(),
            LineStyle::Dotted => ":".into(),
            LineStyle::None => "none".into(),
            LineStyle::Custom { offset, pattern } => (offset, pattern).into(),
        }
    }
}

impl TryFrom<&str> for LineStyle {
    type Error = Error;

    fn try_from(text: &str) -> Result<Self> {
        text.parse()
    }
}

impl TryFrom<(f64, Vec<f64>)> for LineStyle {
    type Error = Error;

    fn try_from((offset, pattern): (f64, Vec<f64>)) -> Result<Self> {
        check(offset, &pattern)?;
        Ok(Self::Custom { offset, pattern })
    }
}

impl TryFrom<(f64, &[f64])> for LineStyle {
    type Error = Error;

    fn try_from((offset, pattern): (f64, &[f64])) -> Result<Self> {
        (offset, pattern.to_vec()).try_into()
    }
}

impl<const N: usize> TryFrom<(f64, [f64; N])> for LineStyle {
    type Error = Error;

    fn try_from((offset, pattern): (f64, [f64; N])) -> Result<Self> {
        (offset, pattern.to_vec()).try_into()
    }
}

/// Refuses lengths below 0, patterns of zeros, and values that are not finite.
fn check(offset: f64, pattern: &[f64]) -> Result<()> {
    let sum: f64 = pattern.iter().sum();
    let no_dashes = pattern.is_empty();
    let lengths_are_good = pattern.iter().all(|&length| length >= 0.0) && sum.is_finite();
    if offset.is_finite() && lengths_are_good && (no_dashes || sum > 0.0) {
        return Ok(());
    }
    Err(Error::Setting {
        name: "linestyle",
        value: format!("({offset}, {pattern:?})"),
        expected: "an offset, and lengths of dashes and gaps: none below 0 and one above",
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::Style;

    #[test]
    fn names_and_short_forms_mean_the_same() {
        for (short, name) in [
            ("-", "solid"),
            ("--", "dashed"),
            ("-.", "dashdot"),
            (":", "dotted"),
        ] {
            assert_eq!(short.parse::<LineStyle>().unwrap(), name.parse().unwrap());
        }
        for nothing in ["", " ", "none", "None"] {
            assert_eq!(nothing.parse::<LineStyle>().unwrap(), LineStyle::None);
        }
        for wrong in ["---", "Solid", "NONE", "dash"] {
            assert!(wrong.parse::<LineStyle>().is_err(), "{wrong}");
        }
    }

    /// Numbers of `Line2D._dash_pattern`.
    #[test]
    fn dashes_grow_with_the_line_width() {
        let style = Style::default();
        let dashes = |name: &str, width| style.dashes(&name.parse().unwrap(), width);
        assert_eq!(dashes("--", 2.0), Some((0.0, vec![7.4, 3.2])));
        assert_eq!(dashes(":", 1.5), Some((0.0, vec![1.5, 2.4749999999999996])));
        assert_eq!(dashes("-.", 1.0), Some((0.0, vec![6.4, 1.6, 1.0, 1.6])));
        for solid in [dashes("-", 1.0), dashes("", 1.0), dashes("--", 0.0)] {
            assert_eq!(solid, None);
        }
    }

    #[test]
    fn an_offset_is_taken_into_the_first_pass_of_the_pattern() {
        let dashes = |offset, pattern: &[f64]| {
            let style = LineStyle::try_from((offset, pattern)).unwrap();
            Style::default().dashes(&style, 2.0)
        };
        assert_eq!(dashes(-1.0, &[3.0, 2.0]), Some((8.0, vec![6.0, 4.0])));
        assert_eq!(dashes(11.0, &[3.0, 2.0]), Some((2.0, vec![6.0, 4.0])));
        assert_eq!(dashes(1.0, &[3.0]), Some((2.0, vec![6.0, 6.0])));
        assert_eq!(dashes(0.0, &[]), None);
    }

    #[test]
    fn patterns_that_draw_nothing_are_refused() {
        for (offset, pattern) in [
            (0.0, [-1.0, 2.0]),
            (0.0, [0.0, 0.0]),
            (0.0, [1.0, f64::NAN]),
        ] {
            assert!(LineStyle::try_from((offset, pattern)).is_err());
            let unchecked = LineStyle::Custom {
                offset,
                pattern: pattern.to_vec(),
            };
            assert_eq!(Style::default().dashes(&unchecked, 1.0), None);
        }
    }
}
