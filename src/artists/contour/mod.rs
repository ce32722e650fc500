//! Contours as an artist: `contour`, `contourf`, `tricontour`, `tricontourf`, `clabel`.

mod areas;
mod contour_labels;
mod contour_set;
mod contour_set_3d;
mod labels;
mod levels;
mod options;
mod outline;

pub(crate) use contour_labels::ContourLabels;
pub use contour_set::ContourSet;
pub(crate) use contour_set::Points;
pub use contour_set_3d::{ContourSet3D, ZDir};
pub use labels::ClabelOptions;
pub use levels::ContourLevels;
pub use options::ContourOptions;
