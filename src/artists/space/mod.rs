//! What is drawn in 3-D axes.

mod line;
mod line_collection;
mod path_collection;
mod text;
mod wireframe;

pub use line::Line3D;
pub use line_collection::Line3DCollection;
pub use path_collection::Path3DCollection;
pub use text::Text3D;
pub(crate) use text::text_angle;
pub(crate) use wireframe::Wireframe;
pub use wireframe::WireframeOptions;

use crate::error::{Error, Result};
use crate::series::Series;

/// Points in space, one vector a coordinate.
#[derive(Debug, Clone, Default)]
struct Points {
    x: Vec<f64>,
    y: Vec<f64>,
    z: Vec<f64>,
}

impl Points {
    /// Replaces all points, or none unless there are as many of each coordinate.
    fn set(
        &mut self,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
        z: &(impl Series + ?Sized),
    ) -> Result<()> {
        if x.len() != y.len() || x.len() != z.len() {
            let (x, y, z) = (x.len(), y.len(), z.len());
            return Err(Error::LineData3D { x, y, z });
        }
        x.copy_to(&mut self.x);
        y.copy_to(&mut self.y);
        z.copy_to(&mut self.z);
        Ok(())
    }

    fn iter(&self) -> impl Iterator<Item = [f64; 3]> {
        let yz = self.y.iter().zip(&self.z);
        self.x.iter().zip(yz).map(|(x, (y, z))| [*x, *y, *z])
    }
}
