//! Contours as an artist: `contour`, `contourf`, `tricontour`, `tricontourf`, `clabel`.

mod areas;
mod contour_labels;
mod contour_set;
mod contour_set_3d;
mod field;
mod in_colorbar;
mod labels;
mod layers;
mod levels;
mod options;
mod outline;
mod shapes;

pub(crate) use contour_labels::ContourLabels;
pub use contour_set::ContourSet;
pub use contour_set_3d::{ContourSet3D, ZDir};
pub(crate) use field::ContourPoints;
pub use labels::ClabelOptions;
pub use levels::ContourLevels;
pub use options::ContourOptions;
