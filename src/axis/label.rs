//! The label of an axis, and where it is.

use crate::artists::patheffects::PathEffect;
use crate::axis::AxisSide;
use crate::canvas::{FontFamily, HorizontalAlignment, RotationMode, VerticalAlignment};
use crate::color::ColorSpec;
use crate::properties::names;
use crate::style::{FontSize, FontWeight, Style};

/// The label of an axis.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct AxisLabel {
    pub(crate) text: String,
    pub(crate) family: Option<FontFamily>,
    pub(crate) size: Option<FontSize>,
    pub(crate) color: Option<ColorSpec>,
    pub(crate) pad: Option<f64>,
    pub(crate) side: AxisSide,
    pub(super) loc: LabelLoc,
    pub(super) weight: Option<FontWeight>,
    pub(crate) rotation: Option<f64>,
    /// In space: whether it runs along its axis, which is up to its length otherwise.
    pub(crate) rotate: Option<bool>,
    /// Instead of those of the side and the place along the axis.
    pub(super) ha: Option<HorizontalAlignment>,
    pub(super) va: Option<VerticalAlignment>,
    pub(super) rotation_mode: Option<RotationMode>,
    pub(crate) effects: Vec<PathEffect>,
}

impl AxisLabel {
    pub(crate) fn points(&self, style: &Style) -> f64 {
        style.points(self.size.unwrap_or(style.axes_labelsize))
    }

    pub(crate) fn weight(&self, style: &Style) -> FontWeight {
        self.weight.unwrap_or(style.axes_labelweight)
    }
}

/// Where along its axis a label is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LabelLoc {
    /// At the left or at the bottom.
    Start,
    /// In the middle.
    #[default]
    Center,
    /// At the right or at the top.
    End,
}

names! {
    LabelLoc, "the place of a label along its axis", "left, center or right, bottom or top";
    Start: "left" | "bottom",
    Center: "center",
    End: "right" | "top",
}

impl LabelLoc {
    /// The fraction of the axis at which it is.
    pub(super) fn fraction(self) -> f64 {
        match self {
            Self::Start => 0.0,
            Self::Center => 0.5,
            Self::End => 1.0,
        }
    }

    pub(super) fn alignment(self) -> HorizontalAlignment {
        match self {
            Self::Start => HorizontalAlignment::Left,
            Self::Center => HorizontalAlignment::Center,
            Self::End => HorizontalAlignment::Right,
        }
    }
}
