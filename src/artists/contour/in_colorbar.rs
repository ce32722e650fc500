//! What a colorbar shows of contours.

use crate::artists::extend::Extend;
use crate::artists::scalar_mappable::{LevelLines, Leveled};
use crate::artists::{ContourSet, DrawContext};
use crate::canvas::Hatching;
use crate::color::Color;
use crate::error::Result;

impl Leveled for ContourSet {
    fn levels(&self) -> &[f64] {
        self.levels()
    }

    fn extend(&self) -> Extend {
        self.layers.extend
    }

    fn lines(&self, ctx: &DrawContext<'_>) -> Result<Option<LevelLines>> {
        if self.is_filled() {
            return Ok(None);
        }
        let paint = self.paint(ctx)?;
        let line = |(i, level): (usize, &f64)| (*level, paint.edge(i, ctx));
        Ok(Some(LevelLines {
            lines: self.levels().iter().enumerate().map(line).collect(),
            widest: paint.widest(ctx),
        }))
    }

    fn area_colors(&self, ctx: &DrawContext<'_>) -> Result<(Vec<Color>, [Color; 2])> {
        let count = self.layers.all_levels().len().saturating_sub(1);
        let faces = self.paint(ctx)?.faces;
        let all: Vec<Color> = faces.into_iter().cycle().take(count).collect();
        let end = |color: Option<&Color>| color.copied().unwrap_or(Color::TRANSPARENT);
        let ends = [end(all.first()), end(all.last())];
        let from = usize::from(self.layers.extend.below()).min(all.len());
        let above = usize::from(self.layers.extend.above());
        let to = all.len().saturating_sub(above).max(from);
        Ok((all[from..to].to_vec(), ends))
    }

    fn hatching(&self, i: usize, ctx: &DrawContext<'_>) -> Option<Hatching> {
        self.hatches.in_colorbar(i, self.style.base.alpha(), ctx)
    }
}
