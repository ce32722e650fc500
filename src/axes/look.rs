//! The visible settings of an axes, compared from frame to frame.

use crate::axes::space::SpaceLook;
use crate::axes::{AnyAxes, AxesBase, Spine, Title};
use crate::axis::{AxisLabel, AxisLook};
use crate::color::ColorSpec;
use crate::stamp::Stamp;

/// The settings of an axes that its patch, spines, ticks, labels and titles show.
///
/// Their other dependencies (limits, places, data) are compared separately.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct AxesLook {
    pub(crate) axis_on: bool,
    pub(crate) patch: Option<ColorSpec>,
    pub(crate) spines: [Spine; 4],
    pub(crate) axis: [AxisLook; 2],
    pub(crate) labels: [AxisLabel; 2],
    pub(crate) titles: [Title; 3],
    /// Whether titles keep off the x axis.
    pub(crate) reaches_top: bool,
    /// The angle of the labels of radii of polar axes.
    pub(crate) rlabel_position: Option<f64>,
    /// When the functions of a secondary axis were set.
    pub(crate) functions: Option<Stamp>,
    /// Of 3-D axes.
    pub(crate) space: Option<SpaceLook>,
}

impl AxesLook {
    /// Whether limits of x, and of y, decide where the ticks and the label of an axis are: of the other axis if a spine is
    /// at a value of that.
    pub(crate) fn deciding_ticks(&self, which: usize) -> [bool; 2] {
        let is_crossed = self.spines.iter().any(Spine::follows_limits);
        [0, 1].map(|other| is_crossed || other == which)
    }

    /// The same of what titles keep off: of x axes that are above, and of the offset texts of y axes.
    pub(crate) fn deciding_titles(&self) -> [bool; 2] {
        [self.reaches_top, true]
    }

    pub(crate) fn of(any: &AnyAxes) -> Self {
        let axes: &AxesBase = any;
        let axis = [&axes.xaxis, &axes.yaxis];
        Self {
            axis_on: axes.axis_on,
            patch: axes.facecolor,
            spines: axes.spines.clone(),
            axis: axis.map(AxisLook::of),
            labels: axis.map(|axis| axis.label.clone()),
            titles: axes.titles.clone(),
            reaches_top: axes.xaxis.reaches_top(),
            rlabel_position: any.polar().map(|axes| axes.rlabel_position),
            functions: any.secondary().map(|axis| axis.set),
            space: any.space().map(SpaceLook::of),
        }
    }
}
