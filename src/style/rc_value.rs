//! How the values of rcParams are written.

use crate::canvas::{
    FontFamily, HorizontalAlignment, Interpolation, MathDefault, MathFontset, TextHinting,
    VerticalAlignment,
};
use crate::color::{Color, ColorSpec, Colormap};
use crate::error::{Error, Result};
use crate::histogram::Bins;
use crate::style::{
    AutolimitMode, AxisBelow, CapStyle, FillStyle, FontSize, FontWeight, GridAxis, JoinStyle,
    LegendLoc, LineStyle, Marker, Origin, TickDirection, TitleLoc, Which,
};

/// A value of an rcParam.
pub(super) trait RcValue: Sized {
    fn read(text: &str) -> Result<Self>;
}

fn refused(text: &str, expected: &'static str) -> Error {
    Error::Setting {
        name: "a setting",
        value: format!("\"{text}\""),
        expected,
    }
}

/// Types whose texts are those of setters.
macro_rules! as_parsed {
    ($($type:ty),+) => {
        $(impl RcValue for $type {
            fn read(text: &str) -> Result<Self> {
                text.parse()
            }
        })+
    };
}

as_parsed!(
    AutolimitMode,
    CapStyle,
    FillStyle,
    FontSize,
    FontWeight,
    GridAxis,
    HorizontalAlignment,
    Interpolation,
    MathDefault,
    MathFontset,
    JoinStyle,
    LegendLoc,
    Marker,
    Origin,
    TextHinting,
    TickDirection,
    TitleLoc,
    VerticalAlignment,
    Which
);

impl RcValue for FontFamily {
    fn read(text: &str) -> Result<Self> {
        Self::of_list(text)
    }
}

impl RcValue for bool {
    fn read(text: &str) -> Result<Self> {
        match text.to_lowercase().as_str() {
            "t" | "y" | "yes" | "on" | "true" | "1" => Ok(true),
            "f" | "n" | "no" | "off" | "false" | "0" => Ok(false),
            _ => Err(refused(text, "True or False")),
        }
    }
}

impl RcValue for f64 {
    fn read(text: &str) -> Result<Self> {
        text.parse().map_err(|_| refused(text, "a number"))
    }
}

impl RcValue for usize {
    fn read(text: &str) -> Result<Self> {
        let number = text.parse();
        number.map_err(|_| refused(text, "a whole number, 0 or more"))
    }
}

impl RcValue for i32 {
    fn read(text: &str) -> Result<Self> {
        text.parse().map_err(|_| refused(text, "a whole number"))
    }
}

impl<T: RcValue> RcValue for (T, T) {
    fn read(text: &str) -> Result<Self> {
        match text.split_once(',') {
            Some((first, second)) => Ok((T::read(first.trim())?, T::read(second.trim())?)),
            None => Err(refused(text, "two values with a comma between them")),
        }
    }
}

impl RcValue for Vec<f64> {
    fn read(text: &str) -> Result<Self> {
        let inner = text
            .trim_start_matches(['(', '['])
            .trim_end_matches([')', ']']);
        let parts = inner.split(',').filter(|part| !part.trim().is_empty());
        parts.map(|part| f64::read(part.trim())).collect()
    }
}

impl RcValue for ColorSpec {
    /// Hexadecimal digits have no `#`, which begins a comment.
    fn read(text: &str) -> Result<Self> {
        if matches!(text.len(), 6 | 8) && text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return format!("#{text}").parse();
        }
        if !text.starts_with('(') {
            return text.parse();
        }
        let parts = Vec::<f64>::read(text)?;
        match parts[..] {
            [r, g, b] => [r, g, b].try_into(),
            [r, g, b, a] => [r, g, b, a].try_into(),
            _ => Err(refused(text, "a colour")),
        }
    }
}

impl RcValue for Color {
    fn read(text: &str) -> Result<Self> {
        match ColorSpec::read(text)? {
            ColorSpec::Rgba(color) => Ok(color),
            ColorSpec::None => Ok(Self::TRANSPARENT),
            ColorSpec::Cycle { .. } => Err(refused(
                text,
                "a colour that does not depend on the property cycle",
            )),
        }
    }
}

/// Colours that others have where they are not set; `none` is no colour. [`unset_color`] has the words for that.
impl RcValue for Option<ColorSpec> {
    fn read(text: &str) -> Result<Self> {
        match text {
            "None" => Ok(None),
            _ => ColorSpec::read(text).map(Some),
        }
    }
}

/// A colour of an rcParam, in which `None` says that it is not set, if this rcParam may be.
pub(super) fn unset_color<'a>(key: &str, text: &'a str) -> Result<&'a str> {
    let (word, takes) = match key {
        "hatch.color" => ("edge", "a colour or edge"),
        "axes.titlecolor"
        | "savefig.facecolor"
        | "lines.markeredgecolor"
        | "lines.markerfacecolor"
        | "boxplot.flierprops.markerfacecolor" => ("auto", "a colour or auto"),
        "legend.facecolor" | "legend.edgecolor" | "xtick.labelcolor" | "ytick.labelcolor" => {
            ("inherit", "a colour or inherit")
        }
        _ => return Ok(text),
    };
    match text {
        // As in the reference this is no colour.
        "None" => Ok("none"),
        text if text == word => Ok("None"),
        "auto" | "inherit" | "edge" => Err(refused(text, takes)),
        color => Ok(color),
    }
}

/// Other values that need not be set.
macro_rules! optional {
    ($($type:ty),+) => {
        $(impl RcValue for Option<$type> {
            fn read(text: &str) -> Result<Self> {
                match text {
                    "None" | "none" => Ok(None),
                    _ => <$type>::read(text).map(Some),
                }
            }
        })+
    };
}

optional!(f64, FontSize);

impl RcValue for LineStyle {
    /// A name, or an offset and lengths: `(0, (5, 5))`, and lengths alone.
    fn read(text: &str) -> Result<Self> {
        let Some(inner) = text.strip_prefix(['(', '[']) else {
            return match text.contains(',') {
                true => (0.0, Vec::<f64>::read(text)?).try_into(),
                false => text.parse(),
            };
        };
        match inner.split_once(',') {
            Some((offset, lengths)) if lengths.trim_start().starts_with(['(', '[']) => {
                (f64::read(offset.trim())?, Vec::<f64>::read(lengths.trim())?).try_into()
            }
            _ => (0.0, Vec::<f64>::read(text)?).try_into(),
        }
    }
}

impl RcValue for Colormap {
    fn read(text: &str) -> Result<Self> {
        Self::named(text)
    }
}

impl RcValue for AxisBelow {
    fn read(text: &str) -> Result<Self> {
        match bool::read(text) {
            Ok(true) => Ok(Self::Below),
            Ok(false) => Ok(Self::Above),
            Err(_) if text == "line" => Ok(Self::Line),
            Err(_) => Err(refused(text, "True, False or line")),
        }
    }
}

impl RcValue for Bins {
    /// A number of bins, their edges, or a rule.
    fn read(text: &str) -> Result<Self> {
        if let Ok(count) = text.parse::<usize>() {
            return Ok(Self::Count(count));
        }
        match text.contains(',') {
            true => Ok(Self::Edges(Vec::<f64>::read(text)?)),
            false => text.try_into(),
        }
    }
}
