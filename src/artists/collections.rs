//! Collections: many markers, lines or polygons with common properties.

pub use super::collection::Collection;
pub use super::collection_base::CollectionBase;
pub use super::contour::{
    ClabelOptions, ContourLevels, ContourOptions, ContourSet, ContourSet3D, ZDir,
};
pub use super::event_collection::EventCollection;
pub use super::fill_between::{FillBetweenOptions, FillBetweenPolyCollection};
pub use super::line_collection::{Line3DCollection, LineCollection, LineSet};
pub use super::mesh::{PolyQuadMesh, QuadMesh, Shading, TriMesh};
pub use super::patch_collection::PatchCollection;
pub use super::path_3d_collection::Path3DCollection;
pub use super::path_collection::{MarkerSet, PathCollection};
pub use super::poly_collection::PolyCollection;
pub use super::poly3d::{
    BandMode, FillBetween3DOptions, Poly3DCollection, SurfaceOptions, TrisurfOptions, ZSort,
};
pub use super::streamplot::StreamArrows;
pub use super::wireframe::WireframeOptions;
