//! Choices of axes: the place of the title, of ticks in the drawing order, the grid, limits.

use crate::properties::names;

/// The horizontal position of a title over the axes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TitleLoc {
    /// The left edge.
    Left,
    /// The middle.
    #[default]
    Center,
    /// The right edge.
    Right,
}

names! {
    TitleLoc, "loc", "left, center or right";
    Left: "left",
    Center: "center",
    Right: "right",
}

/// Whether ticks and grid lines are below the artists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AxisBelow {
    /// Below everything.
    Below,
    /// Above images and patches, below lines.
    #[default]
    Line,
    /// Above everything but text.
    Above,
}

names! {
    AxisBelow, "axisbelow", "below, line or above";
    Below: "below",
    Line: "line",
    Above: "above",
}

impl AxisBelow {
    pub(crate) fn zorder(self) -> f64 {
        match self {
            Self::Below => 0.5,
            Self::Line => 1.5,
            Self::Above => 2.5,
        }
    }
}

/// The axis that has grid lines by default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum GridAxis {
    /// Both.
    #[default]
    Both,
    /// The x axis.
    X,
    /// The y axis.
    Y,
}

names! {
    GridAxis, "the axis of the grid", "both, x or y";
    Both: "both",
    X: "x",
    Y: "y",
}

/// How autoscaled limits follow from the range of the data and its margins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum AutolimitMode {
    /// They are that range.
    #[default]
    Data,
    /// They are the ticks around it.
    RoundNumbers,
}

names! {
    AutolimitMode, "autolimit_mode", "data or round_numbers";
    Data: "data",
    RoundNumbers: "round_numbers",
}
