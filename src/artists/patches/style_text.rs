//! Style strings such as `"round,pad=0.2"`.

use std::fmt;

use crate::error::{Error, Result};

/// A style's name in lower case, and its parameters that have not been asked for yet.
#[derive(Debug)]
pub(super) struct StyleText<'a> {
    setting: &'static str,
    expected: &'static str,
    text: &'a str,
    pub(super) name: String,
    parameters: Vec<(String, f64)>,
}

/// Writes a style's name and the parameters that there are.
pub(super) fn write_style(
    f: &mut fmt::Formatter<'_>,
    name: &str,
    parameters: &[(&str, Option<f64>)],
) -> fmt::Result {
    f.write_str(name)?;
    let given = parameters
        .iter()
        .filter_map(|(key, value)| Some((key, (*value)?)));
    given
        .into_iter()
        .try_for_each(|(key, value)| write!(f, ",{key}={value}"))
}

impl<'a> StyleText<'a> {
    pub(super) fn parse(
        setting: &'static str,
        expected: &'static str,
        text: &'a str,
    ) -> Result<Self> {
        let mut style = Self {
            setting,
            expected,
            text,
            name: String::new(),
            parameters: Vec::new(),
        };
        let compact = text.replace(' ', "");
        let mut parts = compact.split(',');
        style.name = parts.next().unwrap_or_default().to_lowercase();
        for part in parts {
            let (key, value) = part.split_once('=').ok_or_else(|| style.error())?;
            let value: f64 = value.parse().map_err(|_| style.error())?;
            if !value.is_finite() {
                return Err(style.error());
            }
            style.parameters.push((key.to_owned(), value));
        }
        Ok(style)
    }

    /// Takes a parameter out.
    pub(super) fn take(&mut self, key: &str) -> Option<f64> {
        let place = self.parameters.iter().position(|(name, _)| name == key)?;
        Some(self.parameters.remove(place).1)
    }

    pub(super) fn take_or(&mut self, key: &str, default: f64) -> f64 {
        self.take(key).unwrap_or(default)
    }

    /// Refuses parameters that the style does not have.
    pub(super) fn finish(self) -> Result<()> {
        if self.parameters.is_empty() {
            Ok(())
        } else {
            Err(self.error())
        }
    }

    pub(super) fn error(&self) -> Error {
        Error::Setting {
            name: self.setting,
            value: format!("\"{}\"", self.text),
            expected: self.expected,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::artists::patches::{ArrowStyle, BoxStyle, ConnectionStyle};

    #[test]
    fn styles_are_read_as_they_are_written() {
        let arrows = [
            "-",
            "->",
            "<-",
            "<->",
            "-|>",
            "<|-",
            "<|-|>",
            "]-",
            "-[",
            "]-[",
            "|-|",
            "]->",
            "<-[",
            "simple",
            "fancy,tail_width=1",
            "wedge",
            "->,head_length=0.8,scaleB=2",
            "]-[,widthA=2,lengthB=3",
            "|-|,widthB=2,angleA=30",
        ];
        for text in arrows {
            let style: ArrowStyle = text.parse().unwrap();
            assert_eq!(
                style.to_string().parse::<ArrowStyle>().unwrap(),
                style,
                "{text} is {style}"
            );
        }
        let boxes = [
            "square",
            "circle,pad=1",
            "ellipse",
            "larrow",
            "rarrow,head_angle=60",
            "darrow,head_width=2",
            "round",
            "round,rounding_size=0.5",
            "round4",
            "sawtooth,tooth_size=0.1",
            "roundtooth",
        ];
        for text in boxes {
            let style: BoxStyle = text.parse().unwrap();
            assert_eq!(
                style.to_string().parse::<BoxStyle>().unwrap(),
                style,
                "{text} is {style}"
            );
        }
        for text in [
            "arc3",
            "arc3,rad=0.2",
            "angle3",
            "angle,rad=5",
            "arc,armA=10",
            "bar,angle=30",
        ] {
            let style: ConnectionStyle = text.parse().unwrap();
            let again: ConnectionStyle = style.to_string().parse().unwrap();
            assert_eq!(again, style, "{text} is {style}");
        }
    }
}
