//! Colorbars of a figure.

use crate::artists::{ArtistKind, Slot, show_on_colorbar};
use crate::axes::{
    Axes, AxesBase, AxesList, Colorbar, ColorbarOptions, ColorbarRoom, Inset, MappablePlace,
    Position,
};
use crate::axis::Direction;
use crate::error::{Error, Result};
use crate::figure::FigureBase;
use crate::handle::Handle;
use crate::mapping::{moved, union};
use crate::stamp::Stamp;

impl FigureBase {
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
    pub fn colorbar<A: ArtistKind>(
        &mut self,
        mappable: Handle<A>,
        ax: impl AxesList,
    ) -> Result<Handle<Axes>> {
        self.colorbar_with(mappable, ax, &ColorbarOptions::default())
    }

    /// Adds a colorbar with other settings, beside one or several axes. That of contours has triangles at the ends where
    /// the contours are extended.
    ///
    /// Several axes keep the places that they get; [`subplots_adjust`](Self::subplots_adjust) and `tight_layout` move
    /// them back, as in matplotlib, and `constrained_layout` has room for all.
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
    pub fn colorbar_with<A: ArtistKind>(
        &mut self,
        mappable: Handle<A>,
        axs: impl AxesList,
        options: &ColorbarOptions,
    ) -> Result<Handle<Axes>> {
        let axs: Vec<Handle<AxesBase>> = axs.into_axes();
        let home = match axs.first() {
            Some(first) => self.home(first.figure),
            None => self,
        };
        let (place, options) = home.shown_by(mappable, &axs, options)?;
        let room = ColorbarRoom::new(&options)?;
        let handle = match axs[..] {
            [ax] => home.push_beside(ax, &room),
            _ => home.push_beside_all(&axs, &room),
        };
        home.become_colorbar(handle, place, &options)?;
        home[handle].fit(&room, options.extend)?;
        if let Some(colorbar) = &mut home.axes[handle.axes].colorbar {
            let parents = axs.iter().map(|ax| ax.axes);
            colorbar.room = Some((room, parents.collect()));
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
    pub fn colorbar_in<A: ArtistKind>(
        &mut self,
        mappable: Handle<A>,
        cax: Handle<Axes>,
        options: &ColorbarOptions,
    ) -> Result<()> {
        options.check_options()?;
        let home = self.home(cax.figure);
        let (place, options) = home.shown_by(mappable, &[cax.cast()], options)?;
        home.become_colorbar(cax, place, &options)
    }

    /// The place of what a colorbar shows, and its options with what that says.
    fn shown_by<A: ArtistKind>(
        &mut self,
        mappable: Handle<A>,
        axs: &[Handle<AxesBase>],
        options: &ColorbarOptions,
    ) -> Result<(MappablePlace, ColorbarOptions)> {
        let place = MappablePlace {
            axes: mappable.axes,
            artist: mappable.place,
            generation: mappable.generation,
        };
        let is_inset = |ax: &Handle<AxesBase>| self.own_extents(ax.axes).is_none();
        let is_here = |ax: &Handle<AxesBase>| {
            let is_known = ax.figure == self.id && self.get_axes(*ax).is_some();
            is_known && (axs.len() == 1 || !is_inset(ax))
        };
        let shown = self
            .slot(mappable.into())
            .and_then(|slot| slot.artist.mappable());
        let shown = shown.filter(|_| mappable.figure == self.id && !axs.is_empty());
        let (Some(shown), Some(_), true) =
            (shown, self.axes.get(place.axes), axs.iter().all(is_here))
        else {
            return Err(Error::Setting {
                name: "a colorbar",
                value: format!("that of {mappable:?} in {axs:?}"),
                expected: "an artist with a colormap and axes of the same figure or subfigure, none of several an inset",
            });
        };
        let mut options = options.clone();
        if let Some(contours) = shown.contours {
            options.extend = contours.extend();
        }
        if let Some(artist) = self.slot_mut(mappable.into()).and_then(Slot::changed) {
            show_on_colorbar(artist);
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

    /// Moves several axes, and adds the colorbar's axes beside all of them.
    fn push_beside_all(&mut self, axs: &[Handle<AxesBase>], room: &ColorbarRoom) -> Handle<Axes> {
        let place = |ax: &Handle<AxesBase>| self.own_extents(ax.axes).unwrap_or([0.0; 4]);
        let places: Vec<[f64; 4]> = axs.iter().map(place).collect();
        let around = places.iter().copied().reduce(union).unwrap_or([0.0; 4]);
        let (rest, bar) = room.extents_in(around);
        let (x, y) = room.parent_anchor();
        for (ax, place) in axs.iter().zip(places) {
            let axes = &mut self.axes[ax.axes];
            axes.laid_out = Some(moved(place, around, rest));
            axes.set_anchor(x, y);
            axes.stamp = Stamp::next();
        }
        let [left, bottom, right, top] = bar;
        self.push_axes(Position::Rect([left, bottom, right - left, top - bottom]))
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
