//! Vector fields: `quiver`, `quiverkey`, `barbs`.

use crate::artists::quiver::{Barbs, Quiver, QuiverKey};
use crate::axes::Axes;
use crate::error::Result;
use crate::handle::Handle;
use crate::series::Field;

impl Axes {
    /// Draws an arrow for the vector (u, v) at each of the points (x, y), black and of a length that suits their number.
    ///
    /// u and v are sequences or 2-D arrays. x and y have a number for each of them, or x one for each column and y one
    /// for each row. [`set_array`](crate::collections::CollectionBase::set_array) colours the arrows by values, C.
    ///
    /// ```
    /// use ndarray::Array2;
    /// use plotreel::{Colormap, Figure};
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let (x, y) = ([0.0, 1.0, 2.0], [0.0, 1.0]);
    /// let field = |t: f64| Array2::from_shape_fn((2, 3), |(r, c)| (t + x[c] * y[r]).sin());
    /// let (u, v) = (field(0.0), field(1.0));
    /// let arrows = fig[ax].quiver(&x, &y, &u, &v)?;
    /// fig[arrows].set_array(&[0.0, 1.0, 2.0, 3.0, 4.0, 5.0]);
    /// fig[arrows].set_cmap(Colormap::named("plasma")?);
    /// fig.colorbar(arrows, ax)?;
    /// // From frame to frame:
    /// fig[arrows].set_uvc(&field(0.1), &field(1.1))?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::LineData`](crate::Error::LineData) unless there are as many x as y or as many as columns and rows,
    /// [`Error::Lengths`](crate::Error::Lengths) unless there are as many u and v, or one for all.
    pub fn quiver(
        &mut self,
        x: &(impl Field + ?Sized),
        y: &(impl Field + ?Sized),
        u: &(impl Field + ?Sized),
        v: &(impl Field + ?Sized),
    ) -> Result<Handle<Quiver>> {
        self.use_units(x.data_units(), y.data_units())?;
        Ok(self.add_artist(Quiver::new(x, y, u, v)?))
    }

    /// Draws an arrow as long as those of a quiver for a vector of length u, with a label; its position is in fractions
    /// of the axes. It lies above the quiver.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let wind = fig[ax].quiver(&[0, 1], &[0, 1], &[3.0, 5.0], &[1.0, 2.0])?;
    /// let key = fig[ax].quiverkey(wind, (0.9, 1.05), 5.0, "5 m/s");
    /// fig[key].set_labelpos("E")?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Panics
    /// If the quiver is not in these axes.
    #[track_caller]
    pub fn quiverkey(
        &mut self,
        quiver: Handle<Quiver>,
        position: (f64, f64),
        u: f64,
        label: impl Into<String>,
    ) -> Handle<QuiverKey> {
        let zorder = self.part(quiver).zorder() + KEY_ABOVE;
        self.push(QuiverKey::new(quiver, zorder, position, u, label.into()))
    }

    /// Draws a wind barb for the vector (u, v) at each of the points (x, y), with flags, barbs and half barbs for each
    /// 50, 10 and 5 of its length.
    ///
    /// The data are as those of [`quiver`](Self::quiver).
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let wind = fig[ax].barbs(&[0, 1], &[0, 1], &[12.0, 60.0], &[5.0, 0.0])?;
    /// // From frame to frame:
    /// fig[wind].set_uvc(&[14.0, 55.0], &[6.0, 1.0])?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`quiver`](Self::quiver).
    pub fn barbs(
        &mut self,
        x: &(impl Field + ?Sized),
        y: &(impl Field + ?Sized),
        u: &(impl Field + ?Sized),
        v: &(impl Field + ?Sized),
    ) -> Result<Handle<Barbs>> {
        self.use_units(x.data_units(), y.data_units())?;
        Ok(self.add_artist(Barbs::new(x, y, u, v)?))
    }
}

/// How far the key of a quiver is above it in the drawing order.
const KEY_ABOVE: f64 = 0.1;
