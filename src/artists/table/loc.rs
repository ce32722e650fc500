//! Where a table is.

use crate::properties::names;

/// Where a table is: in the axes, or beside them.
///
/// ```
/// use plotreel::table::TableLoc;
///
/// assert_eq!("top right".parse::<TableLoc>()?, TableLoc::TopRight);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TableLoc {
    /// In the upper right corner.
    UpperRight,
    /// In the upper left corner.
    UpperLeft,
    /// In the lower left corner.
    LowerLeft,
    /// In the lower right corner.
    LowerRight,
    /// In the middle of the left side.
    CenterLeft,
    /// In the middle of the right side.
    CenterRight,
    /// In the middle below.
    LowerCenter,
    /// In the middle above.
    UpperCenter,
    /// In the middle.
    Center,
    /// Above the axes and right of them.
    TopRight,
    /// Above the axes and left of them.
    TopLeft,
    /// Below the axes and left of them.
    BottomLeft,
    /// Below the axes and right of them.
    BottomRight,
    /// Right of the axes.
    Right,
    /// Left of the axes.
    Left,
    /// Above the axes.
    Top,
    /// Below the axes.
    #[default]
    Bottom,
}

names! {
    TableLoc, "loc",
    "upper, lower or center with left or right, upper or lower center, center, or beside the axes: top, bottom, left, right, top left, …";
    UpperRight: "upper right" | "best",
    UpperLeft: "upper left",
    LowerLeft: "lower left",
    LowerRight: "lower right",
    CenterLeft: "center left",
    CenterRight: "center right",
    LowerCenter: "lower center",
    UpperCenter: "upper center",
    Center: "center",
    TopRight: "top right",
    TopLeft: "top left",
    BottomLeft: "bottom left",
    BottomRight: "bottom right",
    Right: "right",
    Left: "left",
    Top: "top",
    Bottom: "bottom",
}

/// The border between the axes and a table inside, as a fraction of the axes.
const PAD: f64 = 0.02;

impl TableLoc {
    /// Where a table of this width and height begins, from the left and from below, as fractions of the axes.
    ///
    /// As in the reference one at the right is beside the axes, but as high as those in the middle.
    pub(super) fn corner(self, (width, height): (f64, f64)) -> (f64, f64) {
        use TableLoc::*;
        let x = match self {
            UpperLeft | LowerLeft | CenterLeft => PAD,
            UpperRight | LowerRight | CenterRight => 1.0 - width - PAD,
            TopLeft | BottomLeft | Left => -width,
            TopRight | BottomRight | Right => 1.0,
            LowerCenter | UpperCenter | Center | Top | Bottom => 0.5 - width / 2.0,
        };
        let y = match self {
            UpperRight | UpperLeft | UpperCenter => 1.0 - height - PAD,
            LowerLeft | LowerRight | LowerCenter => PAD,
            TopRight | TopLeft | Top => 1.0,
            BottomLeft | BottomRight | Bottom => -height,
            CenterLeft | CenterRight | Center | Left | Right => 0.5 - height / 2.0,
        };
        (x, y)
    }
}
