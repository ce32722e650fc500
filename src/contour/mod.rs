//! Contours of values at the points of a grid or a triangulation: lines at levels, and bands between them.
//!
//! The same as those of contourpy's algorithm "mpl2014" with corner masks, which the reference uses, and of its
//! triangulations: lines have higher values on their left.

mod bands;
mod cells;
mod levels;
mod lines;
#[cfg(test)]
mod tests;

pub(crate) use bands::{Bands, Outlines};
pub(crate) use cells::ContourCells;
pub(crate) use levels::Levels;
pub(crate) use lines::ContourLine;

/// A point in data coordinates.
pub(crate) type Place = [f64; 2];
