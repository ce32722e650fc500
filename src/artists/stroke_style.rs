//! How strokes end and turn.

use std::str::FromStr;

use kurbo::{Cap, Join};

use crate::error::{Error, Result};

/// How the ends of a stroke and of its dashes are drawn.
///
/// ```
/// use plotreel::CapStyle;
///
/// assert_eq!("projecting".parse::<CapStyle>()?, CapStyle::Projecting);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CapStyle {
    /// Cut off square at the end.
    Butt,
    /// Cut off square half a line width past the end.
    Projecting,
    /// With half a disc around the end.
    Round,
}

impl FromStr for CapStyle {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        Ok(match text {
            "butt" => Self::Butt,
            "projecting" => Self::Projecting,
            "round" => Self::Round,
            _ => {
                return Err(Error::Setting {
                    name: "capstyle",
                    value: format!("\"{text}\""),
                    expected: "butt, projecting or round",
                });
            }
        })
    }
}

/// How the corners of a stroke are drawn.
///
/// ```
/// use plotreel::JoinStyle;
///
/// assert_eq!("bevel".parse::<JoinStyle>()?, JoinStyle::Bevel);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum JoinStyle {
    /// Pointed.
    Miter,
    /// With a disc around the corner.
    Round,
    /// Cut off.
    Bevel,
}

impl FromStr for JoinStyle {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        Ok(match text {
            "miter" => Self::Miter,
            "round" => Self::Round,
            "bevel" => Self::Bevel,
            _ => {
                return Err(Error::Setting {
                    name: "joinstyle",
                    value: format!("\"{text}\""),
                    expected: "miter, round or bevel",
                });
            }
        })
    }
}

impl From<CapStyle> for Cap {
    fn from(cap: CapStyle) -> Self {
        match cap {
            CapStyle::Butt => Self::Butt,
            CapStyle::Projecting => Self::Square,
            CapStyle::Round => Self::Round,
        }
    }
}

impl From<JoinStyle> for Join {
    fn from(join: JoinStyle) -> Self {
        match join {
            JoinStyle::Miter => Self::Miter,
            JoinStyle::Round => Self::Round,
            JoinStyle::Bevel => Self::Bevel,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_names_of_matplotlib_are_read() {
        assert_eq!("round".parse::<CapStyle>().unwrap(), CapStyle::Round);
        assert_eq!("miter".parse::<JoinStyle>().unwrap(), JoinStyle::Miter);
        assert!("square".parse::<CapStyle>().is_err());
        assert!("butt".parse::<JoinStyle>().is_err());
    }
}
