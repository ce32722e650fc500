//! The outline around the letters of a text.

use crate::color::{Color, ColorSpec, IntoColor};
use crate::error::Result;
use crate::properties::{Check, Length};

/// An outline around the letters of a text, below them.
///
/// It differs from the path effect [`Stroke`](crate::patheffects::Stroke) in that the letters stay as sharp as without
/// it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TextStroke {
    pub(super) color: ColorSpec,
    pub(super) linewidth: f64,
}

impl TextStroke {
    /// An outline of this colour and width in points, half of which is outside of the letters.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor), and [`Error::Setting`](crate::Error::Setting) for a width
    /// that is negative or not finite.
    pub fn new(color: impl IntoColor, linewidth: f64) -> Result<Self> {
        Ok(Self {
            color: color.into_color()?,
            linewidth: Length::checked("linewidth", linewidth)?,
        })
    }

    /// One of a width that is known to be valid.
    pub(crate) fn of(color: Color, linewidth: f64) -> Self {
        Self {
            color: color.into(),
            linewidth,
        }
    }

    /// Its colour.
    pub fn color(&self) -> ColorSpec {
        self.color
    }

    /// Its width in points.
    pub fn linewidth(&self) -> f64 {
        self.linewidth
    }
}
