//! Vector fields: `quiver`, in flat axes and in space, `quiverkey`, `barbs`.

mod angles;
mod arrow;
mod arrows;
mod barb;
mod barbs;
mod key;
mod quiver3d;
mod units;
mod vector_field;
mod vectors;

pub use angles::QuiverAngles;
pub use arrow::Pivot;
pub use arrows::Quiver;
pub use barb::BarbPivot;
pub use barbs::Barbs;
pub use key::{KeyCoords, LabelPos, QuiverKey};
pub use quiver3d::Quiver3D;
pub use units::QuiverUnits;
pub use vector_field::VectorField;
