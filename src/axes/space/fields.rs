//! Vector fields in space: `quiver`.

use crate::artists::quiver::Quiver3D;
use crate::axes::Axes3D;
use crate::error::Result;
use crate::handle::Handle;
use crate::series::{Field, Series};

impl Axes3D {
    /// Draws an arrow with the vector (u, v, w) at each of the points (x, y, z), in the first colour of the cycle. Each has
    /// one number for all arrows, or one for each.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot_3d(1, 1, 1)?;
    /// let arrows = fig[ax].quiver(&[0, 1, 2], &[0, 1, 0], &[0], &[0.5, 0.0, 0.5], &[0.5], &[1.0])?;
    /// fig[arrows].set_length(0.5)?;
    /// fig[arrows].set_normalize(true);
    /// // From frame to frame:
    /// fig[arrows].set_uvw(&[0.4, 0.1, 0.5], &[0.5], &[0.9])?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Lengths`](crate::Error::Lengths) for other numbers.
    pub fn quiver(
        &mut self,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
        z: &(impl Series + ?Sized),
        u: &(impl Series + ?Sized),
        v: &(impl Series + ?Sized),
        w: &(impl Series + ?Sized),
    ) -> Result<Handle<Quiver3D>> {
        let [x, y, z] = [x.values(), y.values(), z.values()];
        let arrows = Quiver3D::new([x, y, z, u.values(), v.values(), w.values()])?;
        Ok(self.add_artist(arrows))
    }
}
