//! The view of 3-D axes.

use crate::artists::ZDir;
use crate::axes::Axes3D;
use crate::error::{Error, Result};
use crate::mapping::{Space, Viewpoint, box_sides, from_vertical, to_vertical};
use crate::properties::{Check, Positive, names};

/// The projection of 3-D axes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ProjType {
    /// Perspective: nearer objects are larger.
    #[default]
    Persp,
    /// Orthographic: parallel lines stay parallel.
    Ortho,
}

names! {
    ProjType, "proj_type", "persp or ortho";
    Persp: "persp",
    Ortho: "ortho",
}

/// Angles in degrees, and the shape of the box.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct View {
    pub(super) elev: f64,
    pub(super) azim: f64,
    pub(super) roll: f64,
    pub(super) proj_type: ProjType,
    pub(super) focal_length: f64,
    /// With z up.
    pub(super) aspect: [f64; 3],
    pub(super) zoom: f64,
    /// The axis that points up.
    pub(super) vertical: ZDir,
}

impl Default for View {
    fn default() -> Self {
        Self {
            elev: 30.0,
            azim: -60.0,
            roll: 0.0,
            proj_type: ProjType::Persp,
            focal_length: 1.0,
            aspect: ASPECT,
            zoom: 1.0,
            vertical: ZDir::Z,
        }
    }
}

impl View {
    /// The ratio of the sides along x, y and z.
    pub(super) fn box_aspect(&self) -> [f64; 3] {
        to_vertical(self.aspect, self.vertical.index())
    }
}

const ASPECT: [f64; 3] = [4.0, 4.0, 3.0];

impl Axes3D {
    /// Sets the view in degrees: the elevation above the x-y plane, the azimuth about the z axis (0 looks along -x, 90
    /// along -y), and the clockwise rotation of the camera about its line of sight. The defaults are 30, -60 and 0.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot_3d(1, 1, 1)?;
    /// fig[ax].view_init(90.0, -90.0, 0.0)?; // x to the right, y up
    /// assert_eq!(fig[ax].view(), (90.0, -90.0, 0.0));
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Setting`] for angles that are not finite.
    pub fn view_init(&mut self, elev: f64, azim: f64, roll: f64) -> Result<()> {
        if ![elev, azim, roll].iter().all(|angle| angle.is_finite()) {
            return Err(Error::Setting {
                name: "the view",
                value: format!("({elev:?}, {azim:?}, {roll:?})"),
                expected: "finite angles in degrees",
            });
        }
        let view = &mut self.view;
        (view.elev, view.azim, view.roll) = (elev, azim, roll);
        Ok(())
    }

    /// Sets the axis that points up, `"x"`, `"y"` or `"z"` (`view_init(vertical_axis=…)`). The angles of the view, and the
    /// ratio of the box' sides if it was set before, are those of a box that is turned with it.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot_3d(1, 1, 1)?;
    /// fig[ax].set_vertical_axis("y")?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Setting`] for other names.
    pub fn set_vertical_axis<V: TryInto<ZDir>>(&mut self, axis: V) -> Result<()>
    where
        Error: From<V::Error>,
    {
        self.view.vertical = axis.try_into()?;
        Ok(())
    }

    /// The axis that points up.
    pub fn vertical_axis(&self) -> ZDir {
        self.view.vertical
    }

    /// The angles of the view: elev, azim and roll in degrees.
    pub fn view(&self) -> (f64, f64, f64) {
        (self.view.elev, self.view.azim, self.view.roll)
    }

    /// Sets the focal length of the camera, while there is perspective: 1 / tan(angle of view / 2). The default is 1;
    /// larger values have less perspective.
    ///
    /// # Errors
    /// [`Error::Setting`] unless it is above 0.
    pub fn set_focal_length(&mut self, focal_length: f64) -> Result<()> {
        self.view.focal_length = Positive::checked("focal_length", focal_length)?;
        Ok(())
    }

    /// Sets the ratio of the box' sides along x, y and z; `None` is 4 : 4 : 3.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot_3d(1, 1, 1)?;
    /// fig[ax].set_box_aspect([1.0, 1.0, 2.0])?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Setting`] unless they are above 0.
    pub fn set_box_aspect(&mut self, aspect: impl Into<Option<[f64; 3]>>) -> Result<()> {
        let aspect = aspect.into().unwrap_or(ASPECT);
        for side in aspect {
            Positive::checked("box_aspect", side)?;
        }
        self.view.aspect = from_vertical(aspect, self.view.vertical.index());
        Ok(())
    }

    /// Makes the box larger or smaller in the picture (`set_box_aspect(None, zoom=…)`).
    ///
    /// # Errors
    /// [`Error::Setting`] unless it is above 0.
    pub fn set_box_zoom(&mut self, zoom: f64) -> Result<()> {
        self.view.zoom = Positive::checked("zoom", zoom)?;
        Ok(())
    }

    /// The change of y for one unit of the plane, if the axes were seen along x.
    pub(super) fn y_of_plane(&self) -> f64 {
        let (from, to) = self.scaled(self.limits())[1];
        let focal_length = match self.view.proj_type {
            ProjType::Persp => self.view.focal_length,
            ProjType::Ortho => 1.0,
        };
        let side = box_sides(self.view.box_aspect(), self.view.zoom)[1];
        (to - from) / (side * focal_length)
    }

    /// The projection of data to the plane.
    pub(crate) fn projection(&self) -> Space {
        self.projection_of(self.limits())
    }

    /// The projection of data between these limits.
    pub(super) fn projection_of(&self, limits: [(f64, f64); 3]) -> Space {
        let view = &self.view;
        let viewpoint = Viewpoint {
            elev: view.elev,
            azim: view.azim,
            roll: view.roll,
            focal_length: match view.proj_type {
                ProjType::Persp => Some(view.focal_length),
                ProjType::Ortho => None,
            },
            sides: box_sides(view.box_aspect(), view.zoom),
            vertical: view.vertical.index(),
        };
        let scales = self.axes().map(|axis| axis.scale());
        Space::new(&viewpoint, self.scaled(limits), scales).with_limits(limits)
    }
}
