//! Vector fields: `quiver`, `quiverkey`, `barbs`.

mod angles;
mod arrow;
mod arrows;
mod barb;
mod barbs;
mod key;
mod units;
mod vectors;

pub use angles::QuiverAngles;
pub use arrow::Pivot;
pub use arrows::Quiver;
pub use barb::BarbPivot;
pub use barbs::Barbs;
pub use key::{KeyCoords, LabelPos, QuiverKey};
pub use units::QuiverUnits;
