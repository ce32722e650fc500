//! The ends of a colorbar, or of the levels of contours.

use crate::properties::names;

/// The length of a triangle, as a fraction of the long axis.
const EXTEND_LENGTH: f64 = 0.05;

/// Which ends of a colorbar have a triangle in the colour of values beyond the limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Extend {
    /// None.
    #[default]
    Neither,
    /// Both.
    Both,
    /// The lower one.
    Min,
    /// The upper one.
    Max,
}

names! {
    Extend, "extend", "neither, both, min or max";
    Neither: "neither",
    Both: "both",
    Min: "min",
    Max: "max",
}

impl Extend {
    pub(crate) fn below(self) -> bool {
        matches!(self, Self::Both | Self::Min)
    }

    pub(crate) fn above(self) -> bool {
        matches!(self, Self::Both | Self::Max)
    }

    /// The range of colours and triangles, as fractions of the long axis.
    pub(crate) fn reach(self) -> (f64, f64) {
        let length = |on: bool| if on { EXTEND_LENGTH } else { 0.0 };
        (-length(self.below()), 1.0 + length(self.above()))
    }
}
