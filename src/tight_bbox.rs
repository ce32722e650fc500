//! The box around everything that a figure shows.

use crate::axis::Extent;
use crate::error::Result;
use crate::figure::Figure;
use crate::mapping::union;

impl Figure {
    /// The box around axes with their ticks, labels and titles, texts and legends, in inches: left, bottom, right, top;
    /// the whole figure if there is nothing.
    pub(crate) fn tight_bbox(&self) -> Result<[f64; 4]> {
        let (sheet, mut canvas) = self.measuring()?;
        let contexts = self.contexts(sheet);
        let own = self.own_context_beside(sheet, &contexts);
        let placed = self.place_all(contexts, &mut canvas);
        let mut boxes = Vec::new();
        for (index, placed) in placed.iter().enumerate() {
            if self.is_shown(index) {
                boxes.push(placed.extent(Extent::Drawing, &mut canvas));
            }
        }
        for slot in self.artists.iter().flatten().filter(|slot| slot.visible()) {
            boxes.extend(slot.artist.extent(&mut canvas, &own));
        }
        let (width, height) = self.figsize();
        let around = boxes.into_iter().reduce(union);
        Ok(around.map_or([0.0, 0.0, width, height], |around| {
            around.map(|pixel| pixel / self.dpi())
        }))
    }

    /// Whether axes are visible, and those that they are a part of.
    fn is_shown(&self, index: usize) -> bool {
        self.present(index).is_some_and(|axes| {
            axes.visible() && axes.parent().is_none_or(|parent| self.is_shown(parent))
        })
    }
}
