//! The visible settings of 3-D axes.

use crate::axes::Axes3D;
use crate::axes::space::View;
use crate::axis::{AxisLabel, AxisLook};
use crate::color::ColorSpec;
use crate::data_limits::DataLimits;

/// The settings of 3-D axes that their panes, grid, ticks and labels show.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SpaceLook {
    view: View,
    range: DataLimits,
    axes: [(AxisLook, AxisLabel, (f64, f64)); 3],
    grid: bool,
    panes: [ColorSpec; 3],
    pane_edges: Option<[ColorSpec; 3]>,
    pane_linewidth: Option<f64>,
}

impl SpaceLook {
    pub(crate) fn of(axes: &Axes3D) -> Self {
        Self {
            view: axes.view,
            range: axes.data,
            axes: (axes.axes()).map(|axis| (AxisLook::of(axis), axis.label.clone(), axis.view)),
            grid: axes.grid,
            panes: axes.panes,
            pane_edges: axes.pane_edges,
            pane_linewidth: axes.pane_linewidth,
        }
    }
}
