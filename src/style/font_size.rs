//! Sizes of fonts.

use std::str::FromStr;

use crate::error::{Error, Result};
use crate::properties::{Check, Length, PropertyType, Value, refused};

/// The size of a text: points, or a multiple of the style's font size.
///
/// It is converted from points, and parsed from points and matplotlib's names.
///
/// ```
/// use plotreel::text::FontSize;
///
/// assert_eq!("large".parse::<FontSize>()?, FontSize::Scaled(1.2));
/// assert_eq!(FontSize::try_from(12.0)?, FontSize::Points(12.0));
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum FontSize {
    /// Points.
    Points(f64),
    /// A multiple of the style's font size.
    Scaled(f64),
}

/// matplotlib's names and what they multiply the font size by (`font_manager.font_scalings`).
const NAMES: [(&str, f64); 9] = [
    ("xx-small", 0.579),
    ("x-small", 0.694),
    ("small", 0.833),
    ("medium", 1.0),
    ("large", 1.2),
    ("x-large", 1.44),
    ("xx-large", 1.728),
    ("larger", 1.2),
    ("smaller", 0.833),
];

const TAKES: &str =
    "points, or xx-small, x-small, small, medium, large, x-large, xx-large, smaller or larger";

impl FontSize {
    pub(crate) const MEDIUM: Self = Self::Scaled(1.0);
    pub(crate) const LARGE: Self = Self::Scaled(1.2);

    /// The size in points where the font size is this.
    pub(crate) fn points(self, font_size: f64) -> f64 {
        match self {
            Self::Points(points) => points,
            Self::Scaled(factor) => factor * font_size,
        }
    }
}

impl TryFrom<f64> for FontSize {
    type Error = Error;

    fn try_from(points: f64) -> Result<Self> {
        Length::checked("the font size", points).map(Self::Points)
    }
}

impl FromStr for FontSize {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        if let Some((_, factor)) = NAMES.iter().find(|(name, _)| *name == text) {
            return Ok(Self::Scaled(*factor));
        }
        match text.parse::<f64>() {
            Ok(points) => points.try_into(),
            Err(_) => match text.strip_suffix("em").map(str::parse) {
                Some(Ok(factor)) => Length::checked("the font size", factor).map(Self::Scaled),
                _ => Err(refused("the font size", &text.into(), TAKES)),
            },
        }
    }
}

impl From<FontSize> for Value {
    fn from(size: FontSize) -> Self {
        match size {
            FontSize::Points(points) => points.into(),
            FontSize::Scaled(factor) => match NAMES.iter().find(|(_, known)| *known == factor) {
                Some((name, _)) => (*name).into(),
                None => format!("{factor}em").into(),
            },
        }
    }
}

impl PropertyType for FontSize {
    const TAKES: &'static str = TAKES;

    fn read(name: &'static str, value: &Value) -> Result<Self> {
        match value {
            Value::Number(points) => Length::checked(name, *points).map(Self::Points),
            Value::Text(text) => text.parse(),
            _ => Err(refused(name, value, TAKES)),
        }
    }
}

impl TryFrom<&str> for FontSize {
    type Error = Error;

    fn try_from(text: &str) -> Result<Self> {
        text.parse()
    }
}
