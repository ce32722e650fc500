//! The background that a figure is drawn on.

use crate::color::{Color, ColorSpec};
use crate::figure::Figure;
use crate::mapping::AxesBox;

/// The colour below a figure, and which of its backgrounds are drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Paper {
    /// The opaque colour that shows where nothing is drawn.
    pub(crate) below: Color,
    /// The background that replaces the figure's own.
    pub(crate) facecolor: Option<ColorSpec>,
    /// Whether axes have no background.
    pub(crate) is_bare: bool,
    /// Where the figure is on it, in pixels, if it is not all of it.
    pub(crate) place: Option<AxesBox>,
}

impl Paper {
    /// White below the unchanged figure.
    pub(crate) const WHITE: Self = Self {
        below: Color::WHITE,
        facecolor: None,
        is_bare: false,
        place: None,
    };

    /// The paper, and whether frames have alpha: as `transparent` sets, else if the background is not opaque.
    ///
    /// Without its own backgrounds the figure has only a given one.
    pub(crate) fn new(
        fig: &Figure,
        facecolor: Option<ColorSpec>,
        transparent: Option<bool>,
    ) -> (Self, bool) {
        let is_bare = transparent == Some(true);
        let none = is_bare.then_some(ColorSpec::Rgba(Color::TRANSPARENT));
        let paper = Self {
            facecolor: facecolor.or(none),
            is_bare,
            ..Self::WHITE
        };
        (paper, transparent.unwrap_or(fig.face(&paper).a < 255))
    }
}
