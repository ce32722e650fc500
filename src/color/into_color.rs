//! What can be given as a colour.

use std::convert::Infallible;

use crate::color::spec::byte;
use crate::color::{Color, ColorSpec};
use crate::error::{Error, Result};

/// What setters accept as a colour: everything that converts to a [`ColorSpec`].
///
/// ```
/// use plotreel::Color;
/// use plotreel::colors::{ColorSpec, IntoColor};
/// use plotreel::error::Result;
///
/// fn set_color(color: impl IntoColor) -> Result<ColorSpec> {
///     color.into_color()
/// }
/// assert_eq!(set_color("#f00")?, set_color(Color::rgb(255, 0, 0))?);
/// assert_eq!(set_color(("red", 0.2))?, set_color([1.0, 0.0, 0.0, 0.2])?);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a colour",
    note = "give a text such as \"tab:blue\", floats (r, g, b) or (r, g, b, a) from 0 to 1, or a `Color`"
)]
pub trait IntoColor {
    /// The colour.
    ///
    /// # Errors
    /// [`Error::UnknownColor`] for a text that is not a colour, [`Error::Setting`] for numbers outside 0 … 1.
    fn into_color(self) -> Result<ColorSpec>;
}

impl<T> IntoColor for T
where
    T: TryInto<ColorSpec>,
    Error: From<T::Error>,
{
    fn into_color(self) -> Result<ColorSpec> {
        Ok(self.try_into()?)
    }
}

impl From<Infallible> for Error {
    /// Never called; needed so that infallible conversions work with `?`.
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

impl TryFrom<&str> for ColorSpec {
    type Error = Error;

    fn try_from(text: &str) -> Result<Self> {
        text.parse()
    }
}

impl TryFrom<&String> for ColorSpec {
    type Error = Error;

    fn try_from(text: &String) -> Result<Self> {
        text.parse()
    }
}

impl TryFrom<String> for ColorSpec {
    type Error = Error;

    fn try_from(text: String) -> Result<Self> {
        text.parse()
    }
}

impl TryFrom<(&str, f64)> for ColorSpec {
    type Error = Error;

    fn try_from((text, alpha): (&str, f64)) -> Result<Self> {
        fraction("alpha", alpha)?;
        Ok(text.parse::<Self>()?.with_alpha(alpha))
    }
}

impl TryFrom<(Color, f64)> for ColorSpec {
    type Error = Error;

    fn try_from((color, alpha): (Color, f64)) -> Result<Self> {
        fraction("alpha", alpha)?;
        Ok(Self::from(color).with_alpha(alpha))
    }
}

impl TryFrom<[f64; 4]> for ColorSpec {
    type Error = Error;

    fn try_from(rgba: [f64; 4]) -> Result<Self> {
        for channel in rgba {
            fraction("a colour's channel", channel)?;
        }
        let [r, g, b, a] = rgba.map(byte);
        Ok(Self::Rgba(Color { r, g, b, a }))
    }
}

impl TryFrom<[f64; 3]> for ColorSpec {
    type Error = Error;

    fn try_from([r, g, b]: [f64; 3]) -> Result<Self> {
        [r, g, b, 1.0].try_into()
    }
}

impl TryFrom<(f64, f64, f64)> for ColorSpec {
    type Error = Error;

    fn try_from((r, g, b): (f64, f64, f64)) -> Result<Self> {
        [r, g, b, 1.0].try_into()
    }
}

impl TryFrom<(f64, f64, f64, f64)> for ColorSpec {
    type Error = Error;

    fn try_from((r, g, b, a): (f64, f64, f64, f64)) -> Result<Self> {
        [r, g, b, a].try_into()
    }
}

fn fraction(name: &'static str, value: f64) -> Result<()> {
    if (0.0..=1.0).contains(&value) {
        return Ok(());
    }
    Err(Error::Setting {
        name,
        value: value.to_string(),
        expected: "a number from 0 to 1",
    })
}
