//! Markers in space: `scatter` of 3-D axes.

use crate::artists::edge_colors::Edges;
use crate::artists::path_collection::MarkerSet;
use crate::artists::{CollectionBase, Marker};
use crate::color::ColorSpec;
use crate::error::Result;
use crate::properties::{Check, Fraction};
use crate::series::Series;

/// The size of markers in space in squared points, smaller than in flat axes.
const SIZE_3D: f64 = 20.0;

/// Markers in space; distant ones are paler.
///
/// ```
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot_3d(1, 1, 1)?;
/// let points = fig[ax].scatter(&[0.0, 1.0, 2.0], &[0.0, 1.0, 0.0], &[0.0, 0.5, 1.0])?;
/// fig[points].set_sizes(&[20.0, 50.0, 90.0])?;
/// fig[points].set_depthshade(false);
/// // From frame to frame:
/// fig[points].set_offsets(&[0.1, 1.1, 2.1], &[0.0, 1.0, 0.0], &[0.0, 0.6, 1.1])?;
/// # Ok::<(), plotreel::Error>(())
/// ```
pub type Path3DCollection = MarkerSet<3>;

impl MarkerSet<3> {
    /// Markers at the points (x, y, z), for [`Axes3D::add_artist`](crate::Axes3D::add_artist).
    ///
    /// # Errors
    /// [`Error::LineData3D`](crate::Error::LineData3D) unless x, y and z have the same length.
    pub fn from_offsets(
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
        z: &(impl Series + ?Sized),
    ) -> Result<Self> {
        Self::new(x, y, z, ColorSpec::C0)
    }

    pub(crate) fn new(
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
        z: &(impl Series + ?Sized),
        color: ColorSpec,
    ) -> Result<Self> {
        let style = CollectionBase::new(vec![color], Edges::Face, 1.0);
        let mut collection = Self::of_look(Marker::Circle, vec![SIZE_3D], style);
        collection.depthshade = true;
        collection.set_offsets(x, y, z)?;
        Ok(collection)
    }

    /// Moves the markers to the points (x, y, z), whose number may change. The axes' limits are not changed.
    ///
    /// # Errors
    /// [`Error::LineData3D`](crate::Error::LineData3D) unless x, y and z have the same length.
    pub fn set_offsets(
        &mut self,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
        z: &(impl Series + ?Sized),
    ) -> Result<()> {
        self.points.set_3d(x, y, z)
    }

    /// The x, the y and the z of all points.
    pub fn offsets(&self) -> (&[f64], &[f64], &[f64]) {
        let [x, y, z] = self.points.columns();
        (x, y, z)
    }

    /// Sets whether distant markers are paler than near ones.
    pub fn set_depthshade(&mut self, depthshade: bool) {
        self.depthshade = depthshade;
    }

    /// Whether distant markers are paler than near ones.
    pub fn depthshade(&self) -> bool {
        self.depthshade
    }

    /// Sets the minimum fraction of their opacity that the farthest markers keep; 0.3 by default.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) unless it is from 0 to 1.
    pub fn set_depthshade_minalpha(&mut self, min_alpha: f64) -> Result<()> {
        self.min_alpha = Fraction::checked("depthshade_minalpha", min_alpha)?;
        Ok(())
    }

    /// The minimum fraction of their opacity that the farthest markers keep.
    pub fn depthshade_minalpha(&self) -> f64 {
        self.min_alpha
    }
}
