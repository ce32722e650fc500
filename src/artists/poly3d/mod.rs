//! Polygons in space, which surfaces and bars consist of: `plot_surface`, `plot_trisurf`, `bar3d`, `fill_between`.

mod band;
mod boxes;
mod poly3d_collection;
mod polygons;
mod surface;
mod trisurf;
mod z_sort;

pub use band::{BandMode, FillBetween3DOptions};
pub use poly3d_collection::Poly3DCollection;
pub use surface::SurfaceOptions;
pub use trisurf::TrisurfOptions;
pub use z_sort::ZSort;
