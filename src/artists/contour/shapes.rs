//! What a contour set consists of: lines or areas.

use crate::contour::{Bands, ContourCells, ContourLine, Levels};

/// Lines at each level, or the outlines of the areas between levels.
#[derive(Debug, Clone)]
pub(super) enum Shapes {
    Lines(Vec<Vec<ContourLine>>),
    Bands(Bands),
}

impl Shapes {
    /// None yet.
    pub(super) fn none(filled: bool) -> Self {
        match filled {
            true => Self::Bands(Bands::default()),
            false => Self::Lines(Vec::new()),
        }
    }

    /// Finds those at levels.
    pub(super) fn update(&mut self, cells: &ContourCells, levels: &Levels) {
        match self {
            Self::Lines(lines) => *lines = cells.lines(levels),
            Self::Bands(bands) => bands.update(cells, levels),
        }
    }

    /// The least of the numbers that a function has for the points of each; it takes the number of the line or area,
    /// too.
    pub(super) fn least(&self, of: impl Fn(usize, [f64; 2]) -> f64) -> f64 {
        let mut least = f64::INFINITY;
        match self {
            Self::Lines(lines) => {
                for (i, lines) in lines.iter().enumerate() {
                    let points = lines.iter().flat_map(|line| &line.points);
                    least = points.fold(least, |least, point| least.min(of(i, *point)));
                }
            }
            Self::Bands(bands) => {
                for outline in bands.outlines_each(of) {
                    least = outline.as_flattened().iter().copied().fold(least, f64::min);
                }
            }
        }
        least
    }
}
