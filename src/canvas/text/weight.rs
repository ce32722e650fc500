//! The weight of a font.

use std::str::FromStr;

use crate::error::{Error, Result};
use crate::properties::{PropertyType, Value, refused};

/// The weight of a font, from 0 to 1000: 400 is normal, 700 is bold.
///
/// It is parsed from matplotlib's names and from numbers. A text is drawn with the face of its family whose weight is
/// nearest; a warning says so if that is another weight.
///
/// ```
/// use plotreel::text::FontWeight;
///
/// assert_eq!("bold".parse::<FontWeight>()?, FontWeight::BOLD);
/// assert_eq!("semibold".parse::<FontWeight>()?, FontWeight::try_from(600)?);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FontWeight(u16);

const TAKES: &str = "a whole number from 0 to 1000, ultralight, light, normal, regular, book, medium, roman, semibold, \
                     demibold, demi, bold, heavy, extra bold or black";

/// matplotlib's names (`font_manager.weight_dict`), the first of each weight being the one that is returned.
const NAMES: [(&str, u16); 14] = [
    ("ultralight", 100),
    ("light", 200),
    ("normal", 400),
    ("regular", 400),
    ("book", 400),
    ("medium", 500),
    ("roman", 500),
    ("semibold", 600),
    ("demibold", 600),
    ("demi", 600),
    ("bold", 700),
    ("heavy", 800),
    ("extra bold", 800),
    ("black", 900),
];

impl FontWeight {
    /// Normal, 400.
    pub const NORMAL: Self = Self(400);
    /// Bold, 700.
    pub const BOLD: Self = Self(700);

    /// Bold or normal.
    pub(crate) fn of_bold(bold: bool) -> Self {
        if bold { Self::BOLD } else { Self::NORMAL }
    }

    /// One that a font says it has.
    pub(super) fn of_font(weight: u16) -> Self {
        Self(weight)
    }

    /// How far it is from another one, in thousandths, as matplotlib's font manager has it.
    pub(super) fn distance(self, other: Self) -> u32 {
        u32::from(self.0.abs_diff(other.0)) * 95 / 100
    }

    /// The number.
    pub fn number(self) -> u16 {
        self.0
    }

    /// Whether it is at least semibold.
    pub fn is_bold(self) -> bool {
        self.0 >= 600
    }
}

impl Default for FontWeight {
    fn default() -> Self {
        Self::NORMAL
    }
}

impl TryFrom<i32> for FontWeight {
    type Error = Error;

    fn try_from(weight: i32) -> Result<Self> {
        match u16::try_from(weight) {
            Ok(weight @ 0..=1000) => Ok(Self(weight)),
            _ => Err(refused("the font weight", &weight.into(), TAKES)),
        }
    }
}

impl FromStr for FontWeight {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        if let Some((_, weight)) = NAMES.iter().find(|(name, _)| *name == text) {
            return Ok(Self(*weight));
        }
        let number = text.parse::<i32>();
        let wrong = |_| refused("the font weight", &text.into(), TAKES);
        number.map_err(wrong)?.try_into()
    }
}

impl TryFrom<&str> for FontWeight {
    type Error = Error;

    fn try_from(text: &str) -> Result<Self> {
        text.parse()
    }
}

impl From<FontWeight> for Value {
    fn from(weight: FontWeight) -> Self {
        match NAMES.iter().find(|(_, known)| *known == weight.0) {
            Some((name, _)) => (*name).into(),
            None => Self::Number(weight.0.into()),
        }
    }
}

impl PropertyType for FontWeight {
    const TAKES: &'static str = TAKES;

    fn read(name: &'static str, value: &Value) -> Result<Self> {
        match value {
            Value::Text(text) => text.parse(),
            Value::Number(number) if number.fract() == 0.0 => (*number as i32).try_into(),
            _ => Err(refused(name, value, TAKES)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_names_or_numbers() {
        let weight = |text: &str| text.parse::<FontWeight>().map(FontWeight::number).ok();
        assert_eq!(weight("demi"), Some(600));
        assert_eq!(weight("350"), Some(350));
        assert_eq!(
            (weight("1001"), weight("fat"), weight("-1")),
            (None, None, None)
        );
        assert_eq!(Value::from(FontWeight::BOLD), "bold".into());
        assert_eq!(Value::from(FontWeight(350)), Value::Number(350.0));
        assert!(FontWeight::read("weight", &Value::Number(650.0)).is_ok());
        assert!(FontWeight::read("weight", &Value::Number(0.5)).is_err());
    }
}
