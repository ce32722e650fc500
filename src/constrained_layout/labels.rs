//! The title and the labels of the figure, which the layout places at its edges.

use crate::artists::{Artist, Text};
use crate::canvas::Canvas;
use crate::figure::{Figure, SupLabel};
use crate::resolve::Sheet;

impl Figure {
    /// Moves those to the edges that were not placed elsewhere.
    pub(super) fn move_labels(&mut self, pads: [f64; 2]) {
        for which in [SupLabel::Title, SupLabel::X, SupLabel::Y] {
            self.move_label(which, |at| match which.is_placed_by(at, pads) {
                true => which.laid_out(at, pads),
                false => at,
            });
        }
    }

    /// The margins for the title and the labels of the figure: left, bottom, right, top.
    pub(super) fn margins(&self, pads: [f64; 2], sheet: Sheet, canvas: &mut Canvas) -> [f64; 4] {
        let ctx = self.own_context(sheet);
        let lengths = [sheet.place.width, sheet.place.height];
        let mut room = |which: SupLabel, along: usize| {
            let label: Option<&Text> = self.label(which);
            let label = label.filter(|label| which.is_placed_by(label.position(), pads));
            let around = label.and_then(|label| label.extent(canvas, &ctx));
            around.map_or(0.0, |around| {
                (around[2 + along] - around[along]) / lengths[along] + 2.0 * pads[along]
            })
        };
        [
            room(SupLabel::Y, 0),
            room(SupLabel::X, 1),
            0.0,
            room(SupLabel::Title, 1),
        ]
    }
}

impl SupLabel {
    /// Where the layout has it.
    fn laid_out(self, (x, y): (f64, f64), [w_pad, h_pad]: [f64; 2]) -> (f64, f64) {
        match self {
            Self::Title => (x, 1.0 - h_pad),
            Self::X => (x, h_pad),
            Self::Y => (w_pad, y),
        }
    }

    /// Whether it is where a figure has it, or the layout, and not somewhere else.
    fn is_placed_by(self, at: (f64, f64), pads: [f64; 2]) -> bool {
        let usual = self.usual_place();
        let is_usual = match self {
            Self::Title | Self::X => at.1 == usual.1,
            Self::Y => at.0 == usual.0,
        };
        is_usual || at == self.laid_out(at, pads)
    }
}
