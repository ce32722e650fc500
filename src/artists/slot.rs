//! Where figures and axes keep their artists.

use std::sync::Arc;

use crate::artists::{Artist, ArtistKind};
use crate::mapping::Mapping;
use crate::stamp::Stamp;

/// An artist and when it was last borrowed mutably.
///
/// Clones of a figure share their artists until one is changed, so that cloning a figure is cheap.
#[derive(Debug, Clone)]
pub(crate) struct Slot {
    pub(crate) artist: Arc<dyn Artist>,
    pub(crate) stamp: Stamp,
    /// Whether it is drawn, overriding the artist's visibility.
    shown: Option<bool>,
}

impl Slot {
    pub(crate) fn new(artist: impl Artist) -> Self {
        Self {
            artist: Arc::new(artist),
            stamp: Stamp::next(),
            shown: None,
        }
    }

    /// Whether it is drawn.
    pub(crate) fn visible(&self) -> bool {
        self.shown.unwrap_or_else(|| self.artist.visible())
    }

    /// Shows or hides it regardless of the artist's visibility; `None` restores that.
    pub(crate) fn show(&mut self, shown: Option<bool>) {
        if self.shown != shown {
            self.shown = shown;
            self.stamp = Stamp::next();
        }
    }

    /// The artist, if it is of this type.
    pub(crate) fn get<A: ArtistKind>(&self) -> Option<&A> {
        A::of(&*self.artist)
    }

    /// The artist, mutably, if it is of this type.
    pub(crate) fn get_mut<A: ArtistKind>(&mut self) -> Option<&mut A> {
        self.get::<A>()?;
        A::of_mut(self.changed()?)
    }

    /// The artist, mutably.
    pub(crate) fn changed(&mut self) -> Option<&mut dyn Artist> {
        if Arc::get_mut(&mut self.artist).is_none() {
            self.artist = self.artist.clone_box().into();
        }
        self.stamp = Stamp::next();
        Arc::get_mut(&mut self.artist)
    }

    /// The artist itself, if it is of this type.
    pub(crate) fn into_artist<A: ArtistKind>(self) -> Option<A> {
        A::from_box(self.artist.clone_box())
    }
}

/// The places of the artists of a type.
pub(crate) fn places_of<A: ArtistKind>(slots: &[Option<Slot>]) -> impl Iterator<Item = usize> {
    let slots = slots.iter().enumerate();
    let found = slots.filter(|(_, slot)| slot.as_ref().is_some_and(|s| s.get::<A>().is_some()));
    found.map(|(place, _)| place)
}

/// Axes as other artists of the figure see them.
#[derive(Debug, Clone)]
pub(crate) struct Neighbor<'a> {
    pub(crate) family: Family<'a>,
    pub(crate) mapping: Mapping,
}

/// The artists of one axes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Family<'a> {
    /// The figure or subfigure of the axes, and their place in that.
    pub(crate) owner: (u64, usize),
    pub(crate) slots: &'a [Option<Slot>],
    /// Handles of another generation are invalid here.
    pub(crate) generation: u32,
}

impl<'a> Family<'a> {
    /// The object of a handle with this place and generation, unless it was removed.
    pub(crate) fn slot(self, place: usize, generation: u32) -> Option<&'a Slot> {
        let slot = self.slots.get(place)?.as_ref();
        slot.filter(|_| generation == self.generation)
    }
}
