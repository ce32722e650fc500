//! Flat bars in planes of space.

use crate::artists::patches::{Patch3D, Rectangle};
use crate::artists::{Orientation, ZDir};
use crate::axes::{Axes3D, BarOptions};
use crate::error::{Error, Result};
use crate::handle::Handle;
use crate::series::{Field, Series};

impl Axes3D {
    /// Draws flat bars as those of [`Axes::bar`](crate::Axes::bar) in the plane across `zdir` (`"x"`, `"y"` or `"z"`) at
    /// `zs`, in the next colour of the cycle for areas. Each is an artist.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::patches::Rectangle;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot_3d(1, 1, 1)?;
    /// for k in 0..3 {
    ///     let bars = fig[ax].bar(&[0, 1, 2], &[3.0, 1.0, 2.0], f64::from(k), "y")?;
    ///     // From frame to frame:
    ///     fig[bars[0]].set_patch(&Rectangle::new((-0.4, 0.0), 0.8, 2.5));
    /// }
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`Axes::bar`](crate::Axes::bar), and [`Error::Setting`] for other directions.
    pub fn bar<V: TryInto<ZDir>>(
        &mut self,
        left: &(impl Series + ?Sized),
        height: &(impl Series + ?Sized),
        zs: f64,
        zdir: V,
    ) -> Result<Vec<Handle<Patch3D>>>
    where
        Error: From<V::Error>,
    {
        self.bar_with(left, height, zs, zdir, &BarOptions::new())
    }

    /// Draws flat bars as [`bar`](Self::bar) does, with options.
    ///
    /// # Errors
    /// As [`Axes::bar_with`](crate::Axes::bar_with), and [`Error::Setting`] for other directions.
    pub fn bar_with<V: TryInto<ZDir>>(
        &mut self,
        left: &(impl Series + ?Sized),
        height: &(impl Series + ?Sized),
        zs: f64,
        zdir: V,
        options: &BarOptions,
    ) -> Result<Vec<Handle<Patch3D>>>
    where
        Error: From<V::Error>,
    {
        let zdir = zdir.try_into()?;
        let places = left.values();
        let bars = options.bars(&places, &height.values(), Orientation::Vertical)?;
        let colors = match options.colors() {
            [] => vec![self.next_patch_color()],
            colors => colors.to_vec(),
        };
        let mut handles = Vec::with_capacity(bars.len());
        for (bar, color) in bars.iter().zip(colors.iter().cycle()) {
            let mut shape = Rectangle::new((bar.x, bar.y), bar.width, bar.height);
            shape.set_facecolor(*color)?;
            handles.push(self.add_artist(Patch3D::of_bar(&shape, zs, zdir)));
        }
        Ok(handles)
    }
}
