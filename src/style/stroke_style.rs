//! Caps and joins of strokes.

use kurbo::{Cap, Join};

use crate::properties::names;

/// How the ends of a stroke and of its dashes are drawn.
///
/// ```
/// use plotreel::artists::CapStyle;
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

names! {
    CapStyle, "capstyle", "butt, projecting or round";
    Butt: "butt",
    Projecting: "projecting",
    Round: "round",
}

/// How the corners of a stroke are drawn.
///
/// ```
/// use plotreel::artists::JoinStyle;
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

names! {
    JoinStyle, "joinstyle", "miter, round or bevel";
    Miter: "miter",
    Round: "round",
    Bevel: "bevel",
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
