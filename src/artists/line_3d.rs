//! Lines in space.

use crate::artists::Points;
use crate::artists::line::Line;
use crate::artists::line_look::LineLook;
use crate::error::Result;
use crate::series::Series;

/// A line in space.
///
/// ```
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot_3d(1, 1, 1)?;
/// let line = fig[ax].plot(&[0.0, 1.0, 2.0], &[0.0, 1.0, 0.0], &[0.0, 0.5, 1.0])?;
/// fig[line].set_linewidth(2.0)?;
/// // From frame to frame:
/// fig[line].set_data_3d(&[0.0, 1.0], &[1.0, 0.0], &[0.0, 1.0])?;
/// assert_eq!(fig[line].data_3d().2, [0.0, 1.0]);
/// # Ok::<(), plotreel::Error>(())
/// ```
pub type Line3D = Line<3>;

impl Line<3> {
    /// A line through the points (x, y, z) in the first colour of the cycle.
    ///
    /// # Errors
    /// [`Error::LineData3D`](crate::Error::LineData3D) unless x, y and z have the same length.
    pub fn new(
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
        z: &(impl Series + ?Sized),
    ) -> Result<Self> {
        let mut line = Self::of(Points::default(), LineLook::default());
        line.set_data_3d(x, y, z)?;
        Ok(line)
    }

    /// Replaces all points. The axes' limits are not changed: see [`relim`](crate::AxesBase::relim).
    ///
    /// # Errors
    /// [`Error::LineData3D`](crate::Error::LineData3D) unless x, y and z have the same length; the line keeps its points.
    pub fn set_data_3d(
        &mut self,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
        z: &(impl Series + ?Sized),
    ) -> Result<()> {
        self.points.set_3d(x, y, z)
    }

    /// The x, the y and the z of all points.
    pub fn data_3d(&self) -> (&[f64], &[f64], &[f64]) {
        let [x, y, z] = self.points.columns();
        (x, y, z)
    }
}
