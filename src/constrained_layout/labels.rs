//! The titles, labels and legends of figures and subfigures, which the layout places at their edges.

use crate::artists::{Artist, Legend};
use crate::error::Result;
use crate::figure::{Figure, FigureBase, SupLabel};

impl FigureBase {
    /// Moves titles and labels to the edges that were not placed elsewhere, of subfigures, too; `size` is a part of the
    /// figure's width and height.
    pub(super) fn move_labels(&mut self, pads: [f64; 2], size: [f64; 2]) {
        let own = [pads[0] / size[0], pads[1] / size[1]];
        for which in SupLabel::ALL {
            self.lay_label(which, |at| which.laid_out(at, own));
        }
        for sub in &mut self.subfigs {
            let [left, bottom, right, top] = sub.place;
            let size = [(right - left) * size[0], (top - bottom) * size[1]];
            sub.move_labels(pads, size);
        }
    }

    /// Moves the title above what was moved together.
    pub(super) fn put_title(&mut self, y: f64) {
        self.lay_label(SupLabel::Title, |(x, _)| (x, y));
        self.set_title_above();
    }

    /// Gives subfigures the places that a layout begins with, as in the reference without spaces between them.
    pub(super) fn reset_subfigures(&mut self) {
        for sub in &mut self.subfigs {
            sub.place = sub.spec.fractions();
            sub.reset_subfigures();
        }
    }
}

impl Figure {
    /// The margins for the titles, labels and legends of the figure and its subfigures: left, bottom, right, top.
    pub(super) fn margins_of_parts(&self, pads: [f64; 2]) -> Result<Vec<[f64; 4]>> {
        let (sheet, mut canvas) = self.measuring()?;
        canvas.set_fonts(self.style.fonts(), &self.told);
        let scene = self.scene(sheet);
        let lengths = [sheet.place.width, sheet.place.height];
        let mut all = Vec::with_capacity(scene.parts.len());
        for part in &scene.parts {
            let ctx = scene.own_context(part);
            let mut room = |artist: Option<&dyn Artist>, along: usize| {
                let around = artist.and_then(|artist| artist.extent(&mut canvas, &ctx));
                around.map_or(0.0, |around| {
                    (around[2 + along] - around[along]) / lengths[along] + 2.0 * pads[along]
                })
            };
            let mut margins = [0.0_f64; 4];
            for (which, edge) in [(SupLabel::Y, 0), (SupLabel::X, 1), (SupLabel::Title, 3)] {
                let label = part.base.laid_label(which);
                margins[edge] = room(label.map(|label| label as &dyn Artist), edge % 2);
            }
            let slots = part.base.artists.iter().flatten();
            for legend in slots.filter_map(|slot| slot.get::<Legend>()) {
                if let Some(edge) = legend.edge_outside() {
                    margins[edge] = margins[edge].max(room(Some(legend), edge % 2));
                }
            }
            all.push(margins);
        }
        Ok(all)
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
}
