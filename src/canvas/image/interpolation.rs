//! Interpolation methods for images, and the stage at which they are used.

use std::fmt;
use std::str::FromStr;

use crate::error::{Error, Result, nearest_name};
use crate::properties::{names, parsed};

/// How an image is scaled to the pixels that it covers.
///
/// At exactly one pixel per element all of them show the array unchanged.
///
/// ```
/// use plotreel::image::Interpolation;
///
/// assert_eq!("lanczos".parse::<Interpolation>()?, Interpolation::Lanczos);
/// assert_eq!("antialiased".parse::<Interpolation>()?, Interpolation::default());
/// let error = "bicubik".parse::<Interpolation>().unwrap_err();
/// assert!(error.advice().starts_with("did you mean \"bicubic\"?"));
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Interpolation {
    /// `Nearest` where both axes are scaled by 1, by 2 or by more than 3, else `Hanning`.
    #[default]
    Auto,
    /// As `Nearest`, but a pixel centre between two elements takes the one with the higher index.
    None,
    /// Each pixel shows the element below its centre.
    Nearest,
    /// A triangle of radius 1.
    Bilinear,
    /// A cubic B-spline of radius 2, which blurs.
    Bicubic,
    /// A spline through 16 points.
    Spline16,
    /// A spline through 36 points.
    Spline36,
    /// A raised cosine of radius 1.
    Hanning,
    /// A raised cosine on a pedestal, of radius 1.
    Hamming,
    /// A smooth step of radius 1.
    Hermite,
    /// A Kaiser window of radius 1.
    Kaiser,
    /// A quadratic B-spline of radius 1.5.
    Quadric,
    /// The Catmull-Rom spline of radius 2.
    Catrom,
    /// A bell curve of radius 2.
    Gaussian,
    /// A Bessel function of radius 3.24.
    Bessel,
    /// Mitchell's and Netravali's cubic of radius 2.
    Mitchell,
    /// sin(x) / x of radius 4.
    Sinc,
    /// sin(x) / x in a window of the same shape, of radius 4.
    Lanczos,
    /// sin(x) / x in a Blackman window, of radius 4.
    Blackman,
}

impl Interpolation {
    /// In the order of their numbers.
    pub(super) const ALL: [Self; 19] = [
        Self::Auto,
        Self::None,
        Self::Nearest,
        Self::Bilinear,
        Self::Bicubic,
        Self::Spline16,
        Self::Spline36,
        Self::Hanning,
        Self::Hamming,
        Self::Hermite,
        Self::Kaiser,
        Self::Quadric,
        Self::Catrom,
        Self::Gaussian,
        Self::Bessel,
        Self::Mitchell,
        Self::Sinc,
        Self::Lanczos,
        Self::Blackman,
    ];

    /// The name, which can be parsed again.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::None => "none",
            Self::Nearest => "nearest",
            Self::Bilinear => "bilinear",
            Self::Bicubic => "bicubic",
            Self::Spline16 => "spline16",
            Self::Spline36 => "spline36",
            Self::Hanning => "hanning",
            Self::Hamming => "hamming",
            Self::Hermite => "hermite",
            Self::Kaiser => "kaiser",
            Self::Quadric => "quadric",
            Self::Catrom => "catrom",
            Self::Gaussian => "gaussian",
            Self::Bessel => "bessel",
            Self::Mitchell => "mitchell",
            Self::Sinc => "sinc",
            Self::Lanczos => "lanczos",
            Self::Blackman => "blackman",
        }
    }

    /// The method used at these scales, in pixels per element: never `Auto`, and no filter at 1 : 1.
    pub(crate) fn at_scale(self, scales: [f64; 2]) -> Self {
        const SAME: f64 = 1e-9;
        let is = |scale: f64, whole: f64| (scale - whole).abs() < SAME;
        let resolved = match self {
            Self::Auto
                if scales
                    .iter()
                    .all(|&s| s > 3.0 + SAME || is(s, 1.0) || is(s, 2.0)) =>
            {
                Self::Nearest
            }
            Self::Auto => Self::Hanning,
            other => other,
        };
        match resolved {
            Self::Nearest => Self::Nearest,
            _ if scales.iter().all(|&s| is(s, 1.0)) => Self::None,
            other => other,
        }
    }
}

impl fmt::Display for Interpolation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Interpolation {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self> {
        let lower = name.to_lowercase();
        if lower == "antialiased" {
            return Ok(Self::Auto);
        }
        match Self::ALL.into_iter().find(|known| known.name() == lower) {
            Some(interpolation) => Ok(interpolation),
            None => Err(Error::UnknownInterpolation {
                name: name.to_owned(),
                nearest: nearest_name(name, Self::ALL.into_iter().map(Self::name)),
            }),
        }
    }
}

parsed! { Interpolation, "the name of an interpolation, such as \"nearest\" or \"bilinear\"", Interpolation::name }

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
    pub(crate) fn is_data(self, scales: [f64; 2]) -> bool {
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
    fn every_name_parses_back() {
        for interpolation in Interpolation::ALL {
            assert_eq!(
                interpolation.name().parse::<Interpolation>().unwrap(),
                interpolation
            );
        }
    }

    #[test]
    fn auto_is_nearest_at_one_two_and_above_three() {
        let auto = |x, y| Interpolation::Auto.at_scale([x, y]);
        for (x, y) in [(1.0, 1.0), (2.0, 1.0), (2.0, 3.5), (40.0, 40.0)] {
            assert_eq!(auto(x, y), Interpolation::Nearest, "{x} {y}");
        }
        for (x, y) in [(3.0, 3.0), (1.0, 1.5), (0.5, 0.5), (2.5, 9.0)] {
            assert_eq!(auto(x, y), Interpolation::Hanning, "{x} {y}");
        }
        assert_eq!(
            Interpolation::Lanczos.at_scale([1.0, 1.0]),
            Interpolation::None
        );
    }

    #[test]
    fn numbers_are_interpolated_from_three_pixels_an_element_on() {
        assert!(InterpolationStage::Auto.is_data([3.0, 8.0]));
        assert!(!InterpolationStage::Auto.is_data([2.9, 8.0]));
        assert!("pixels".parse::<InterpolationStage>().is_err());
    }
}
