//! Hatches: patterns of lines and shapes over a face.

mod pattern;
mod tile;

use std::str::FromStr;

use crate::color::Color;
use crate::error::{Error, Result};
use crate::properties::{PropertyType, parsed, refused};
pub(super) use tile::{Tile, Tiles};

/// More would only be gray.
const MAX_CHARACTERS: usize = 32;
/// What a hatch is made of.
const CHARACTERS: &str = "/\\|-+xXoO.*";

/// A pattern over the face of a patch: a text of `/ \ | - + x o O . *`.
///
/// Different characters are drawn over each other, and repeating one makes it denser. An empty text is no pattern.
///
/// ```
/// use plotreel::artists::Hatch;
/// use plotreel::patches::Circle;
///
/// let mut circle = Circle::new((0.5, 0.5), 0.2);
/// circle.set_hatch("//o")?;
/// assert_eq!(circle.hatch(), Some(Hatch::new("//o")?));
/// assert!(Hatch::new("#").is_err());
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Hatch(String);

impl Hatch {
    /// The pattern of a text.
    ///
    /// # Errors
    /// [`Error::Setting`] for other characters, and for more than 32.
    pub fn new(text: impl Into<String>) -> Result<Self> {
        let text = text.into();
        let known = text.chars().all(|c| CHARACTERS.contains(c));
        match known && text.len() <= MAX_CHARACTERS {
            true => Ok(Self(text)),
            false => Err(refused("hatch", &text.into(), Self::TAKES)),
        }
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is no pattern.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many of these characters there are.
    fn count(&self, of: &str) -> usize {
        self.0.chars().filter(|c| of.contains(*c)).count()
    }
}

impl FromStr for Hatch {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        Self::new(text)
    }
}

impl TryFrom<String> for Hatch {
    type Error = Error;

    fn try_from(text: String) -> Result<Self> {
        Self::new(text)
    }
}

parsed! {
    Hatch,
    "up to 32 of the characters \"/\", \"\\\", \"|\", \"-\", \"+\", \"x\", \"X\", \"o\", \"O\", \".\" and \"*\"",
    |hatch| hatch.0
}

/// A hatch as it is painted.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Hatching {
    pub(crate) pattern: Hatch,
    pub(crate) color: Color,
    /// Of its lines, in pixels.
    pub(crate) linewidth: f64,
    /// Of the square that is repeated, in pixels: as many as an inch has.
    pub(crate) side: usize,
}
