//! Colorbars of a figure.

use crate::artists::Artist;
use crate::axes::{
    Axes, AxesBase, AxesKind, Colorbar, ColorbarOptions, ColorbarRoom, MappablePlace, Position,
};
use crate::error::{Error, Result};
use crate::figure::Figure;
use crate::handle::Handle;
use crate::stamp::Stamp;

impl Figure {
    /// Adds a colorbar at the right of `ax`, for an image or a collection with values. `ax` shrinks to make room for
    /// it.
    ///
    /// It follows the artist's limits, norm and colormap from frame to frame.
    ///
    /// ```
    /// use ndarray::Array2;
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let im = fig[ax].imshow(&Array2::from_shape_fn((8, 8), |(y, x)| (y * x) as f64))?;
    /// let bar = fig.colorbar(im, ax)?;
    /// fig[bar].set_ylabel("product");
    /// fig[im].set_clim(Some(0.0), Some(100.0));
    /// assert_eq!(fig.ticks(bar)?.y.major.last().unwrap().value, 100.0);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Setting`] for an artist without a colormap, and for handles of another figure.
    pub fn colorbar<A: Artist>(
        &mut self,
        mappable: Handle<A>,
        ax: Handle<impl AxesKind>,
    ) -> Result<Handle<Axes>> {
        self.colorbar_with(mappable, ax, &ColorbarOptions::default())
    }

    /// Adds a colorbar with other settings. That of contours has triangles where they extend.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::axes::ColorbarOptions;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let points = fig[ax].scatter(&[0.0, 1.0], &[0.0, 1.0])?;
    /// fig[points].set_array(&[3.0, 4.0]);
    /// let below = ColorbarOptions::new().with_location("bottom")?.with_extend("both")?;
    /// let bar = fig.colorbar_with(points, ax, &below)?;
    /// # assert!(fig.get_axes(bar).is_some());
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`colorbar`](Self::colorbar), and [`Error::Setting`] for numbers that are out of range or leave no room.
    pub fn colorbar_with<A: Artist>(
        &mut self,
        mappable: Handle<A>,
        ax: Handle<impl AxesKind>,
        options: &ColorbarOptions,
    ) -> Result<Handle<Axes>> {
        let ax: Handle<AxesBase> = ax.cast();
        let place = MappablePlace {
            axes: mappable.axes,
            artist: mappable.place,
            generation: mappable.generation,
        };
        let is_mappable = self.get(mappable).is_some_and(|a| a.mappable().is_some())
            && self.axes.get(place.axes).is_some();
        if !is_mappable || self.get_axes(ax).is_none() {
            return Err(Error::Setting {
                name: "a colorbar",
                value: format!("that of {mappable:?} in {ax:?}"),
                expected: "an artist with a colormap and axes, both of this figure",
            });
        }
        let mut options = options.clone();
        let contours = self
            .get(mappable)
            .and_then(|artist| artist.mappable()?.contours);
        if let Some(contours) = contours {
            options.extend = contours.extend();
        }
        let room = ColorbarRoom::new(&options)?;
        let handle = self.push_beside(ax, &room);
        let axes = &mut self.axes[handle.axes];
        axes.colorbar = Some(Colorbar {
            mappable: place,
            vertical: room.vertical,
            extend: options.extend,
        });
        self[handle].dress(&room, &options)?;
        Ok(handle)
    }

    /// Moves the axes, and adds the colorbar's axes in the space beside it.
    fn push_beside(&mut self, ax: Handle<AxesBase>, room: &ColorbarRoom) -> Handle<Axes> {
        let (parent, bar) = match &self.axes[ax.axes].position {
            Position::Subplot(spec) => room.cells(spec),
            Position::Rect(rect) => room.rects(*rect),
        };
        let original = self.axes[ax.axes].twin_of.unwrap_or(ax.axes);
        for (index, axes) in self.axes.iter_mut().enumerate() {
            if axes.twin_of.unwrap_or(index) == original {
                axes.position = parent.clone();
                axes.stamp = Stamp::next();
            }
        }
        let (x, y) = room.parent_anchor();
        self.axes[ax.axes].set_anchor(x, y);
        self.push_axes(bar)
    }
}
