//! Meshes of quadrilaterals and triangles: `pcolormesh`, `pcolor`, `tripcolor`.

mod boxes;
mod cells;
mod poly_quad_mesh;
mod quad_mesh;
mod remembered;
mod shading;
mod tri_mesh;

pub use poly_quad_mesh::PolyQuadMesh;
pub use quad_mesh::QuadMesh;
pub use shading::Shading;
pub use tri_mesh::TriMesh;
