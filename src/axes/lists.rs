//! The artists of axes as lists.

use crate::artists::patches::PatchBase;
use crate::artists::{
    ArtistKind, AxesImage, BarContainer, CollectionBase, Line2D, Line3D, Text, Text3D, places_of,
};
use crate::axes::{Axes, Axes3D, AxesBase};
use crate::handle::Handle;

impl AxesBase {
    /// The artists of a type, in the order they were added: [`ArtistBase`](crate::artists::ArtistBase) for all,
    /// [`PatchBase`] for all patches, or an artist's own type.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::artists::{ArtistBase, Line2D};
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// fig[ax].plot(&[0, 1], &[0, 1])?;
    /// fig[ax].text(0.5, 0.5, "half");
    /// for artist in fig[ax].artists_of::<ArtistBase>() {
    ///     fig[artist].set_alpha(0.5)?;
    /// }
    /// assert_eq!(fig[ax].artists_of::<Line2D>().len(), 1);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn artists_of<A: ArtistKind>(&self) -> Vec<Handle<A>> {
        let places = places_of::<A>(&self.artists);
        places.map(|place| self.handle_at(place)).collect()
    }

    /// The patches: rectangles, circles, arrows and others. Bars are [containers](Axes::containers).
    pub fn patches(&self) -> Vec<Handle<PatchBase>> {
        self.artists_of()
    }

    /// The collections: scatter plots, filled areas, collections of lines and polygons.
    pub fn collections(&self) -> Vec<Handle<CollectionBase>> {
        self.artists_of()
    }
}

impl Axes {
    /// The lines, in the order they were added.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// fig[ax].plot(&[0, 1], &[0, 1])?;
    /// fig[ax].plot(&[0, 1], &[1, 0])?;
    /// let first = fig[ax].lines()[0];
    /// fig[first].set_data(&[0, 1, 2], &[0, 1, 4])?;
    /// for line in fig[ax].lines() {
    ///     fig.remove(line);
    /// }
    /// assert!(fig[ax].lines().is_empty());
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn lines(&self) -> Vec<Handle<Line2D>> {
        self.artists_of()
    }

    /// The texts and annotations; titles and labels have methods of their own.
    pub fn texts(&self) -> Vec<Handle<Text>> {
        self.artists_of()
    }

    /// The images.
    pub fn images(&self) -> Vec<Handle<AxesImage>> {
        self.artists_of()
    }

    /// The bars, one container for each call of `bar`, `barh` or `hist`.
    pub fn containers(&self) -> Vec<Handle<BarContainer>> {
        self.artists_of()
    }
}

impl Axes3D {
    /// The lines, in the order they were added.
    pub fn lines(&self) -> Vec<Handle<Line3D>> {
        self.artists_of()
    }

    /// The texts.
    pub fn texts(&self) -> Vec<Handle<Text3D>> {
        self.artists_of()
    }
}
