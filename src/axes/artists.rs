//! The artists of axes and their handles.

use crate::artists::{Artist, ArtistKind, ContourSet, Family, ScalarMappable, Slot, adopt};
use crate::axes::{AxesBase, MappablePlace};
use crate::data_limits::DataLimits;
use crate::handle::{AnyHandle, Handle};
use crate::stamp::Stamp;

impl AxesBase {
    /// Adds an artist and the range of its data. Artists with their own limits have none: they need no autoscaling, and
    /// may still be moved.
    pub(super) fn take<A: Artist>(&mut self, artist: A, range: Option<DataLimits>) -> Handle<A> {
        self.take_fits();
        if let Some(limits) = range {
            self.data = self.data.union(limits);
            if limits.x.is_some() {
                self.xaxis.request_autoscale();
            }
            if limits.y.is_some() {
                self.yaxis.request_autoscale();
            }
        }
        self.push(artist)
    }

    pub(super) fn push<A: Artist>(&mut self, mut artist: A) -> Handle<A> {
        adopt(&mut artist, &self.style);
        self.artists.push(Some(Slot::new(artist)));
        self.handle_at(self.artists.len() - 1)
    }

    pub(super) fn handle_at<A: ArtistKind>(&self, place: usize) -> Handle<A> {
        Handle::new(self.handle.figure, self.handle.axes, place).with_generation(self.generation)
    }

    /// Removes an artist from the axes and returns it; its handle becomes invalid. Limits stay until
    /// [`relim`](Self::relim); those of 3-D axes without any remaining data are reset with the next data.
    pub fn remove<A: ArtistKind>(&mut self, handle: Handle<A>) -> Option<A> {
        self.artist(handle)?;
        let contours = self.artist(handle.cast::<ContourSet>());
        if let Some(labels) = contours.and_then(ContourSet::labels_artist) {
            self.remove(labels);
        }
        self.artists.get_mut(handle.place)?.take()?.into_artist()
    }

    pub(crate) fn artist<A: ArtistKind>(&self, handle: Handle<A>) -> Option<&A> {
        if (handle.figure, handle.axes) != (self.handle.figure, self.handle.axes) {
            return None;
        }
        let slot = self.family().slot(handle.place, handle.generation)?;
        slot.get()
    }

    pub(crate) fn artist_mut<A: ArtistKind>(&mut self, handle: Handle<A>) -> Option<&mut A> {
        self.artist(handle)?;
        self.slot_mut(handle.into())?.get_mut()
    }

    /// The artist of a handle; panics if it is not in these axes.
    #[track_caller]
    pub(crate) fn part<A: ArtistKind>(&self, handle: Handle<A>) -> &A {
        match self.artist(handle) {
            Some(artist) => artist,
            None => handle.names_nothing(),
        }
    }

    /// The same to be changed.
    #[track_caller]
    pub(crate) fn part_mut<A: ArtistKind>(&mut self, handle: Handle<A>) -> &mut A {
        match self.artist_mut(handle) {
            Some(artist) => artist,
            None => handle.names_nothing(),
        }
    }

    /// All artists with their places, some of which are empty.
    pub(crate) fn slots(&self) -> &[Option<Slot>] {
        &self.artists
    }

    /// The artists that are drawn, with their places.
    pub(super) fn drawn(&self) -> impl Iterator<Item = (usize, &Slot)> {
        let artists = self.artists.iter().enumerate();
        let artists = artists.filter_map(|(place, slot)| Some((place, slot.as_ref()?)));
        artists.filter(|(_, slot)| slot.visible())
    }

    pub(crate) fn family(&self) -> Family<'_> {
        Family {
            owner: (self.handle.figure, self.handle.axes),
            slots: &self.artists,
            generation: self.generation,
        }
    }

    /// All artists; those that are hidden count for limits, too.
    pub(super) fn artists(&self) -> impl Iterator<Item = &dyn Artist> {
        self.artists.iter().flatten().map(|slot| &*slot.artist)
    }

    pub(super) fn visible_artists(&self) -> impl Iterator<Item = &dyn Artist> {
        self.drawn().map(|(_, slot)| &*slot.artist)
    }

    /// The object of this handle, unless it was removed.
    pub(crate) fn slot_mut(&mut self, handle: AnyHandle) -> Option<&mut Slot> {
        (handle.generation == self.generation)
            .then(|| self.artists.get_mut(handle.artist()?)?.as_mut())?
    }

    /// The colour mapping at this place, and its last change.
    pub(crate) fn mappable(&self, place: MappablePlace) -> Option<(ScalarMappable<'_>, Stamp)> {
        let slot = self.family().slot(place.artist, place.generation)?;
        Some((slot.artist.mappable()?, slot.stamp))
    }
}
