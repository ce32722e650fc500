//! Markers: which there are, which points of a line have one, their outlines, and how they are drawn.

mod mark_every;
mod outline;
mod placed;
mod shape;
mod style;

pub use mark_every::MarkEvery;
pub(super) use outline::circle;
pub(super) use placed::PlacedMarkers;
pub(super) use shape::MarkerShape;
pub(crate) use style::MarkerStyle;
