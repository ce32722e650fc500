//! The box around everything that a figure shows.

use crate::axis::Extent;
use crate::error::Result;
use crate::figure::{Figure, FigureBase};
use crate::mapping::union;

impl Figure {
    /// The box around axes with their ticks, labels and titles, texts and legends, in inches: left, bottom, right, top;
    /// the whole figure if there is nothing.
    pub(crate) fn tight_bbox(&self) -> Result<[f64; 4]> {
        let (sheet, mut canvas) = self.measuring()?;
        let scene = self.scene(sheet);
        let placed = scene.place_all(&mut canvas);
        let mut boxes = Vec::new();
        for part in &scene.parts {
            let first = boxes.len();
            for (index, placed) in placed[part.range()].iter().enumerate() {
                if part.base.is_shown(index) {
                    boxes.push(placed.extent(Extent::Drawing, &mut canvas));
                }
            }
            let ctx = scene.own_context(part);
            let slots = part.base.artists.iter().flatten();
            for slot in slots.filter(|slot| slot.visible()) {
                boxes.extend(slot.artist.extent(&mut canvas, &ctx));
            }
            // As in the reference, an empty subfigure counts as a whole.
            if part.sub.is_some() && boxes.len() == first && part.base.subfigs.is_empty() {
                boxes.push(part.sheet.place.extents());
            }
        }
        let (width, height) = self.figsize();
        let around = boxes.into_iter().reduce(union);
        Ok(around.map_or([0.0, 0.0, width, height], |around| {
            around.map(|pixel| pixel / self.dpi())
        }))
    }
}

impl FigureBase {
    /// Whether axes are visible, and those that they are a part of.
    fn is_shown(&self, index: usize) -> bool {
        self.present(index).is_some_and(|axes| {
            axes.visible() && axes.parent().is_none_or(|parent| self.is_shown(parent))
        })
    }
}
