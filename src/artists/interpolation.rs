//! Where an image's first row goes, and what of it is interpolated.

use std::str::FromStr;

use crate::error::{Error, Result};

/// Where the first row of an image is.
///
/// ```
/// use plotreel::Origin;
///
/// assert_eq!("lower".parse::<Origin>()?, Origin::Lower);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Origin {
    /// At the top, as in a matrix.
    #[default]
    Upper,
    /// At the bottom, as on a graph.
    Lower,
}

impl FromStr for Origin {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self> {
        match name {
            "upper" => Ok(Self::Upper),
            "lower" => Ok(Self::Lower),
            _ => Err(Error::Setting {
                name: "the origin",
                value: name.to_owned(),
                expected: "upper or lower",
            }),
        }
    }
}

/// Whether scalar data are interpolated as numbers or as colours.
///
/// ```
/// use plotreel::InterpolationStage;
///
/// assert_eq!("rgba".parse::<InterpolationStage>()?, InterpolationStage::Rgba);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum InterpolationStage {
    /// `Data` if an element takes three pixels or more both across and down, else `Rgba`.
    #[default]
    Auto,
    /// Numbers are interpolated and then get their colours.
    Data,
    /// Numbers get their colours, which are then interpolated.
    Rgba,
}

impl InterpolationStage {
    /// Whether numbers are interpolated at these scales, in pixels an element.
    pub(super) fn is_data(self, scales: [f64; 2]) -> bool {
        match self {
            Self::Auto => scales.iter().all(|scale| *scale >= 3.0 - 1e-9),
            Self::Data => true,
            Self::Rgba => false,
        }
    }
}

impl FromStr for InterpolationStage {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self> {
        match name {
            "auto" => Ok(Self::Auto),
            "data" => Ok(Self::Data),
            "rgba" => Ok(Self::Rgba),
            _ => Err(Error::Setting {
                name: "the interpolation stage",
                value: name.to_owned(),
                expected: "auto, data or rgba",
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_interpolated_from_three_pixels_an_element_on() {
        assert!(InterpolationStage::Auto.is_data([3.0, 8.0]));
        assert!(!InterpolationStage::Auto.is_data([2.9, 8.0]));
        assert!("pixels".parse::<InterpolationStage>().is_err());
    }
}
