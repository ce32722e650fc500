//! Colorbars of a figure.

use crate::artists::Artist;
use crate::axes::{
    Axes, AxesBase, AxesKind, Colorbar, ColorbarOptions, ColorbarRoom, Inset, MappablePlace,
    Position,
};
use crate::axis::Direction;
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

    /// Adds a colorbar with other settings. A colorbar of contours has triangles at the ends where the contours are
    /// extended.
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
        let (place, options) = self.shown_by(mappable, ax, options)?;
        let room = ColorbarRoom::new(&options)?;
        let handle = self.push_beside(ax, &room);
        self.become_colorbar(handle, place, &options)?;
        self[handle].fit(&room, options.extend)?;
        if let Some(colorbar) = &mut self.axes[handle.axes].colorbar {
            colorbar.room = Some((ax.axes, room));
        }
        Ok(handle)
    }

    /// Turns axes into a colorbar that fills them (`cax`): those of an inset, or at a place of their own. The side in
    /// the options is that of its ticks; options about room have no effect.
    ///
    /// ```
    /// use ndarray::Array2;
    /// use plotreel::Figure;
    /// use plotreel::axes::ColorbarOptions;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let im = fig[ax].imshow(&Array2::from_shape_fn((8, 8), |(y, x)| (y * x) as f64))?;
    /// let bar = fig.inset_axes(ax, [0.0, 1.05, 1.0, 0.05])?;
    /// fig.colorbar_in(im, bar, &ColorbarOptions::new().with_location("top")?)?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`colorbar_with`](Self::colorbar_with).
    pub fn colorbar_in<A: Artist>(
        &mut self,
        mappable: Handle<A>,
        cax: Handle<Axes>,
        options: &ColorbarOptions,
    ) -> Result<()> {
        options.check_options()?;
        let (place, options) = self.shown_by(mappable, cax.cast(), options)?;
        self.become_colorbar(cax, place, &options)
    }

    /// The place of what a colorbar shows, and its options with what that says.
    fn shown_by<A: Artist>(
        &self,
        mappable: Handle<A>,
        ax: Handle<AxesBase>,
        options: &ColorbarOptions,
    ) -> Result<(MappablePlace, ColorbarOptions)> {
        let place = MappablePlace {
            axes: mappable.axes,
            artist: mappable.place,
            generation: mappable.generation,
        };
        let shown = self.get(mappable).and_then(|artist| artist.mappable());
        let (Some(shown), Some(_), Some(_)) = (shown, self.axes.get(place.axes), self.get_axes(ax))
        else {
            return Err(Error::Setting {
                name: "a colorbar",
                value: format!("that of {mappable:?} in {ax:?}"),
                expected: "an artist with a colormap and axes, both of this figure",
            });
        };
        let mut options = options.clone();
        if let Some(contours) = shown.contours {
            options.extend = contours.extend();
        }
        Ok((place, options))
    }

    fn become_colorbar(
        &mut self,
        handle: Handle<Axes>,
        mappable: MappablePlace,
        options: &ColorbarOptions,
    ) -> Result<()> {
        let vertical = options.location.direction() == Direction::Y;
        self.axes[handle.axes].colorbar = Some(Colorbar {
            mappable,
            vertical,
            extend: options.extend,
            room: None,
        });
        self[handle].dress(vertical, options)
    }

    /// Moves the axes, and adds the colorbar's axes in the space beside it.
    fn push_beside(&mut self, ax: Handle<AxesBase>, room: &ColorbarRoom) -> Handle<Axes> {
        let (parent, bar) = match &self.axes[ax.axes].position {
            Position::Subplot(spec) => room.cells(spec),
            Position::Rect(rect) => {
                let (parent, bar) = room.rects(*rect);
                (Position::Rect(parent), Position::Rect(bar))
            }
            Position::Inset(inset) => {
                let (parent, bar) = room.rects(inset.bounds);
                let part = |bounds| Position::Inset(Inset { bounds, ..*inset });
                (part(parent), part(bar))
            }
        };
        let original = self.axes[ax.axes].twin_of.unwrap_or(ax.axes);
        for (index, axes) in self.axes.iter_mut().enumerate() {
            if axes.twin_of.unwrap_or(index) == original {
                axes.position = parent.clone();
                axes.laid_out = None;
                axes.stamp = Stamp::next();
            }
        }
        let (x, y) = room.parent_anchor();
        self.axes[ax.axes].set_anchor(x, y);
        let bar = self.push_axes(bar);
        // An inset's colorbar lies over its axes as the inset does.
        if self.axes[ax.axes].parent().is_some() {
            let zorder = self.axes[ax.axes].zorder();
            self.axes[bar.axes].set_zorder(zorder);
        }
        bar
    }
}
