//! The place of an image's first row, and the stage of interpolation.

use crate::properties::names;

/// Where the first row of an image is.
///
/// ```
/// use plotreel::image::Origin;
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

names! {
    Origin, "the origin", "upper or lower";
    Upper: "upper",
    Lower: "lower",
}

/// Whether scalar data are interpolated as numbers or as colours.
///
/// ```
/// use plotreel::image::InterpolationStage;
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
    /// Whether numbers are interpolated at these scales, in pixels per element.
    pub(super) fn is_data(self, scales: [f64; 2]) -> bool {
        match self {
            Self::Auto => scales.iter().all(|scale| *scale >= 3.0 - 1e-9),
            Self::Data => true,
            Self::Rgba => false,
        }
    }
}

names! {
    InterpolationStage, "the interpolation stage", "auto, data or rgba";
    Auto: "auto",
    Data: "data",
    Rgba: "rgba",
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
