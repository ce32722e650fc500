//! The directions of arrows.

use std::str::FromStr;

use crate::error::{Error, Result};
use crate::properties::{PropertyType, Value, refused};

/// Where the arrows of a [`Quiver`](crate::quiver::Quiver) point: converted from `"uv"`, `"xy"`, or angles in degrees.
///
/// ```
/// use plotreel::quiver::QuiverAngles;
///
/// assert_eq!("xy".parse::<QuiverAngles>()?, QuiverAngles::Xy);
/// assert_eq!(QuiverAngles::from([0.0, 90.0]), QuiverAngles::Degrees(vec![0.0, 90.0]));
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub enum QuiverAngles {
    /// Along (u, v) on the canvas, whatever the limits and scales of the axes.
    #[default]
    Uv,
    /// From (x, y) to (x + u, y + v) in data coordinates.
    Xy,
    /// At these angles on the canvas, in degrees counterclockwise from the right, which repeat.
    Degrees(Vec<f64>),
}

const TAKES: &str = "uv, xy, or angles in degrees";

impl FromStr for QuiverAngles {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        match text {
            "uv" => Ok(Self::Uv),
            "xy" => Ok(Self::Xy),
            _ => Err(refused("angles", &text.into(), TAKES)),
        }
    }
}

impl TryFrom<&str> for QuiverAngles {
    type Error = Error;

    fn try_from(text: &str) -> Result<Self> {
        text.parse()
    }
}

impl From<Vec<f64>> for QuiverAngles {
    fn from(degrees: Vec<f64>) -> Self {
        Self::Degrees(degrees)
    }
}

impl<const N: usize> From<[f64; N]> for QuiverAngles {
    fn from(degrees: [f64; N]) -> Self {
        Self::Degrees(degrees.to_vec())
    }
}

impl From<QuiverAngles> for Value {
    fn from(angles: QuiverAngles) -> Self {
        match angles {
            QuiverAngles::Uv => "uv".into(),
            QuiverAngles::Xy => "xy".into(),
            QuiverAngles::Degrees(degrees) => degrees.into(),
        }
    }
}

impl PropertyType for QuiverAngles {
    const TAKES: &'static str = TAKES;

    fn read(name: &'static str, value: &Value) -> Result<Self> {
        match value {
            Value::Text(text) => text.parse(),
            value => Vec::<f64>::read(name, value)
                .map(Into::into)
                .map_err(|_| refused(name, value, TAKES)),
        }
    }
}
