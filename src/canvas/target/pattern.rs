//! Paints covered pixels with the tile of a hatch.

use kurbo::Rect;

use crate::canvas::coverage::{Coverage, Covers, LANES, Paint};
use crate::canvas::hatch::Tile;
use crate::canvas::target::{Row, Target, paint_seen};

impl Target<'_> {
    /// Paints a tile, repeated, on what `add` adds within `reach`.
    pub(in crate::canvas) fn fill_tiled(
        &mut self,
        reach: Rect,
        tile: &Tile,
        add: impl Fn(&mut Coverage),
    ) {
        self.in_bands(reach, add, |target, coverage| {
            let (arch, mask) = (target.arch, target.mask);
            let brush = TiledBrush {
                tile,
                y: 0,
                row: Row::default(),
                target,
            };
            paint_seen(brush, coverage, arch, mask);
        });
    }
}

/// Paints groups in the colour of a tile, by its opacities.
struct TiledBrush<'a, 'b> {
    target: &'a mut Target<'b>,
    tile: &'a Tile,
    y: i64,
    row: Row,
}

impl Paint for TiledBrush<'_, '_> {
    #[inline(always)]
    fn row(&mut self, y: i64) {
        (self.row, self.y) = (self.target.row(y), y);
    }

    #[inline(always)]
    fn group(&mut self, x: i64, covers: &Covers) {
        let color = self.tile.color;
        let [r, g, b] = [color.r, color.g, color.b].map(|value| [i32::from(value); LANES]);
        let colors = [r, g, b, self.tile.alphas(x, self.y)];
        self.target.blend_group(x, self.row, &colors, covers);
    }
}
