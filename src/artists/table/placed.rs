//! The layout of a table: sizes of columns, rows and texts (`Table._update_positions`).

use std::collections::BTreeMap;

use crate::artists::table::{Cell, Table};
use crate::artists::{DrawContext, PatchBase, Text};
use crate::canvas::Canvas;
use crate::error::Result;

/// A cell at its place.
pub(super) struct PlacedCell<'a> {
    cell: &'a Cell,
    /// Left, bottom, width and height in fractions of the axes.
    place: [f64; 4],
    /// The size of the text in points, if it is not its own.
    size: Option<f64>,
}

/// Widths or heights, by column or row.
type Sizes = BTreeMap<i32, f64>;

/// Where each column or row begins.
fn starts<'a>(sizes: impl Iterator<Item = (&'a i32, &'a f64)>) -> Sizes {
    let mut at = 0.0;
    sizes
        .map(|(i, size)| {
            let start = at;
            at += size;
            (*i, start)
        })
        .collect()
}

impl Table {
    /// All cells at their places.
    pub(super) fn placed(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Vec<PlacedCell<'_>> {
        let (widths, size) = self.widths(canvas, ctx);
        let mut cells: Vec<PlacedCell<'_>> = (self.cells.iter())
            .map(|(place, cell)| PlacedCell {
                cell,
                place: [0.0, 0.0, widths[place], cell.height_in(ctx)],
                size,
            })
            .collect();
        let grid = self.align(&mut cells);
        let [left, bottom, width, height] = grid;
        let (x, y) = match self.bbox {
            None => self.loc.corner((width, height)),
            Some([x, y, wide, high]) => {
                for placed in &mut cells {
                    // Cells without a size stay so.
                    placed.place[2] *= if width > 0.0 { wide / width } else { 1.0 };
                    placed.place[3] *= if height > 0.0 { high / height } else { 1.0 };
                }
                self.align(&mut cells);
                (x, y)
            }
        };
        for placed in &mut cells {
            placed.place[0] += x - left;
            placed.place[1] += y - bottom;
        }
        cells
    }

    /// Puts cells beside each other, and returns the box around those that are not labels of rows.
    fn align(&self, cells: &mut [PlacedCell<'_>]) -> [f64; 4] {
        let (mut widths, mut heights) = (Sizes::new(), Sizes::new());
        for ((row, col), placed) in self.cells.keys().zip(cells.iter()) {
            let [_, _, width, height] = placed.place;
            let widest = widths.entry(*col).or_insert(0.0);
            *widest = width.max(*widest);
            let highest = heights.entry(*row).or_insert(0.0);
            *highest = height.max(*highest);
        }
        let (lefts, bottoms) = (starts(widths.iter()), starts(heights.iter().rev()));
        let mut grid: Option<[f64; 4]> = None;
        for ((row, col), placed) in self.cells.keys().zip(cells) {
            let [_, _, width, height] = placed.place;
            let (x, y) = (lefts[col], bottoms[row]);
            placed.place = [x, y, width, height];
            if *row >= 0 && *col >= 0 {
                let [x0, y0, x1, y1] = grid.unwrap_or([x, y, x, y]);
                grid = Some([x0.min(x), y0.min(y), x1.max(x + width), y1.max(y + height)]);
            }
        }
        let [x0, y0, x1, y1] = grid.unwrap_or_default();
        [x0, y0, x1 - x0, y1 - y0]
    }

    /// The width of each cell, and the size of all texts unless each has its own.
    fn widths(
        &self,
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
    ) -> (BTreeMap<(i32, i32), f64>, Option<f64>) {
        let mut widths: BTreeMap<(i32, i32), f64> = (self.cells.iter())
            .map(|(place, cell)| (*place, cell.width()))
            .collect();
        for column in &self.auto_columns {
            let cells = self.cells.iter().filter(|((_, col), _)| col == column);
            let needed = cells.map(|(_, cell)| needed(cell, cell.text().size(ctx), canvas, ctx));
            let widest = needed.fold(0.0, f64::max);
            for ((_, col), width) in &mut widths {
                if col == column {
                    *width = widest;
                }
            }
        }
        let size = self.auto_font_size.then(|| self.fitting_size(canvas, ctx));
        (widths, size.flatten())
    }

    /// The greatest of the sizes in steps of a point at which all texts fit.
    fn fitting_size(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Option<f64> {
        let mut fitting = self.cells.values().next()?.text().size(ctx);
        for ((_, col), cell) in &self.cells {
            if self.auto_columns.contains(col) {
                continue;
            }
            let mut size = cell.text().size(ctx);
            while size > 1.0 {
                let wide = needed(cell, size, canvas, ctx);
                if wide <= cell.width() {
                    break;
                }
                // The width is nearly proportional to the size, so most steps of much too large ones can be left out.
                size -= (size * (1.0 - 2.0 * cell.width() / wide)).floor().max(1.0);
            }
            fitting = fitting.min(size);
        }
        Some(fitting)
    }
}

/// The width that a cell needs for its text at a size in points, as a fraction of the axes.
fn needed(cell: &Cell, size: f64, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> f64 {
    let text = sized(cell.text(), Some(size));
    let [left, _, right, _] = text.placed((0.0, 0.0), canvas, ctx).bounds();
    Cell::around((right - left) / ctx.mapping.axes().width)
}

/// A text in another size in points.
fn sized(text: &Text, size: Option<f64>) -> Text {
    let mut text = text.clone();
    if let Some(size) = size {
        text.resize(size);
    }
    text
}

impl PlacedCell<'_> {
    /// Its box in pixels, y up: left, bottom, right, top.
    pub(super) fn pixels(&self, ctx: &DrawContext<'_>) -> [f64; 4] {
        let axes = ctx.mapping.axes();
        let [x, y, width, height] = self.place;
        [
            axes.x0 + x * axes.width,
            axes.y0 + y * axes.height,
            axes.x0 + (x + width) * axes.width,
            axes.y0 + (y + height) * axes.height,
        ]
    }

    pub(super) fn draw(
        &self,
        alpha: Option<f64>,
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
    ) -> Result<()> {
        if !self.cell.style.base.visible {
            return Ok(());
        }
        let [x0, y0, x1, y1] = self.pixels(ctx);
        let corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)].map(|corner| ctx.flipped(corner));
        let path = self.cell.visible_edges().path(corners);
        let style = PatchBase {
            base: (self.cell.style.base.clone()).with_alpha(self.cell.style.base.alpha().or(alpha)),
            ..self.cell.style.clone()
        };
        style.draw_on_canvas(&path, true, canvas, ctx);
        let mut text = sized(self.cell.text(), self.size);
        text.base = text.base.clone().with_alpha(text.base.alpha().or(alpha));
        let place = Cell::place([x0, y0, x1, y1], text.ha());
        if text.base.visible && place.0.is_finite() && place.1.is_finite() {
            let placed = text.placed(place, canvas, ctx);
            text.draw_placed(&placed, canvas, ctx);
        }
        Ok(())
    }
}
