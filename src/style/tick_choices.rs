//! The direction of ticks, and which of them.

use crate::properties::names;

/// The direction in which ticks point from the spine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TickDirection {
    /// Out of the axes.
    #[default]
    Out,
    /// Into the axes.
    In,
    /// Both directions.
    InOut,
}

names! {
    TickDirection, "direction", "out, in or inout";
    Out: "out",
    In: "in",
    InOut: "inout",
}

/// Which ticks a setting applies to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Which {
    /// The major ticks.
    #[default]
    Major,
    /// The minor ticks.
    Minor,
    /// Major and minor ticks.
    Both,
}

names! {
    Which, "which", "major, minor or both";
    Major: "major",
    Minor: "minor",
    Both: "both",
}

impl Which {
    /// Whether major (0) or minor (1) ticks are among them.
    pub(crate) fn includes(self, group: usize) -> bool {
        match self {
            Self::Major => group == 0,
            Self::Minor => group == 1,
            Self::Both => true,
        }
    }
}
