//! The space that subplots need for their labels.

use std::ops::Range;

use crate::artists::Artist;
use crate::axes::PlacedAxes;
use crate::error::{Error, Result};
use crate::figure::{Figure, SupLabel};
use crate::mapping::union;
use crate::tight_layout::subplots_by_cells;

/// The space that subplots need outside their boxes, as fractions of the figure.
pub(super) struct Needs {
    /// Before each column and after the last one, the maximum of all rows.
    pub(super) columns: Vec<f64>,
    /// Above each row and below the last one.
    pub(super) rows: Vec<f64>,
    /// Heights of the figure's title and of its x label, and the width of its y label.
    pub(super) title: f64,
    pub(super) below: f64,
    pub(super) beside: f64,
}

impl Figure {
    pub(super) fn needs(&self, shape: (usize, usize)) -> Result<Needs> {
        let (sheet, mut canvas) = self.measuring()?;
        let scene = self.scene(sheet);
        let placed = scene.place_all(&mut canvas);
        let (width, height) = (sheet.place.width, sheet.place.height);
        let mut across = vec![vec![0.0; shape.1 + 1]; shape.0];
        let mut down = vec![vec![0.0; shape.0 + 1]; shape.1];
        for (part, spec, members) in subplots_by_cells(&scene) {
            let extents = members.iter().map(|index| {
                let placed: &PlacedAxes<'_> = &placed[part.first + index];
                placed.extent(part.base.counted(*index), &mut canvas)
            });
            let Some([left, bottom, right, top]) =
                extents.collect::<Vec<_>>().into_iter().reduce(union)
            else {
                continue;
            };
            // As in the reference also those of subfigures are taken for subplots of the figure.
            let [x0, y0, x1, y1] = spec.extents(&self.params);
            let rows = scaled(&spec.rows, spec.grid_size().0, shape.0)?;
            let columns = scaled(&spec.columns, spec.grid_size().1, shape.1)?;
            for row in rows.clone() {
                across[row][columns.start] += x0 - left / width;
                across[row][columns.end] += right / width - x1;
            }
            for column in columns {
                down[column][rows.start] += top / height - y1;
                down[column][rows.end] += y0 - bottom / height;
            }
        }
        let ctx = self.own_context(sheet);
        let mut size = |which| {
            let label = self.label(which);
            let extent = label.and_then(|label| label.extent(&mut canvas, &ctx));
            extent.map_or((0.0, 0.0), |[left, bottom, right, top]| {
                ((right - left) / width, (top - bottom) / height)
            })
        };
        Ok(Needs {
            columns: most(&across),
            rows: most(&down),
            title: size(SupLabel::Title).1,
            below: size(SupLabel::X).1,
            beside: size(SupLabel::Y).0,
        })
    }
}

/// Cells of a grid of `from` rows or columns in one of `to`.
fn scaled(cells: &Range<usize>, from: usize, to: usize) -> Result<Range<usize>> {
    if !to.is_multiple_of(from) {
        return Err(Error::Layout {
            reason: format!("grids of {from} and {to} rows or columns can't be combined"),
        });
    }
    let factor = to / from;
    Ok(cells.start * factor..cells.end * factor)
}

fn most(lines: &[Vec<f64>]) -> Vec<f64> {
    let count = lines.first().map_or(0, Vec::len);
    let most = |i: usize| {
        lines
            .iter()
            .map(|line| line[i])
            .fold(f64::NEG_INFINITY, f64::max)
    };
    (0..count).map(most).collect()
}
