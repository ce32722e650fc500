//! The visible settings of an axis.

use crate::axis::{Axis, AxisSide, TickLook};
use crate::color::ColorSpec;
use crate::stamp::Stamp;

/// The settings of an axis that its ticks show.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct AxisLook {
    visible: bool,
    /// When the scale, locators and formatters were set.
    tickers: [Stamp; 5],
    looks: [TickLook; 2],
    offset_side: AxisSide,
    offset_visible: bool,
    offset_size: Option<f64>,
    offset_color: Option<ColorSpec>,
    line: (Option<ColorSpec>, Option<f64>),
}

impl AxisLook {
    pub(crate) fn of(axis: &Axis) -> Self {
        let [major, minor] = &axis.tickers;
        Self {
            visible: axis.visible,
            tickers: [
                axis.scale.stamp,
                major.locator.stamp,
                major.formatter.stamp,
                minor.locator.stamp,
                minor.formatter.stamp,
            ],
            looks: axis.looks.clone(),
            offset_side: axis.offset_side,
            offset_visible: axis.offset_visible,
            offset_size: axis.offset_size,
            offset_color: axis.offset_color,
            line: (axis.line_color, axis.linewidth),
        }
    }
}
