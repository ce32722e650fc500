//! Types by which artists are found.

use std::any::{Any, TypeId};

use crate::artists::Artist;

/// The types of artists, and what several of them dereference to, such as
/// [`PatchBase`](crate::patches::PatchBase).
///
/// ```
/// use plotreel::{Figure, Handle};
/// use plotreel::patches::{Circle, PatchBase};
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// fig[ax].add_patch(Circle::new((0.5, 0.5), 0.2));
/// fig[ax].axvspan(0.1, 0.2);
/// let patches: Vec<Handle<PatchBase>> = fig[ax].patches();
/// for patch in patches {
///     fig[patch].set_facecolor("tab:red")?;
/// }
/// # Ok::<(), plotreel::Error>(())
/// ```
pub trait ArtistKind: Any + sealed::Sealed {}

impl<A: Artist> ArtistKind for A {}

pub(crate) mod sealed {
    use super::*;

    pub trait Sealed: Sized {
        fn of(artist: &dyn Artist) -> Option<&Self>;
        fn of_mut(artist: &mut dyn Artist) -> Option<&mut Self>;
        fn from_box(artist: Box<dyn Artist>) -> Option<Self>;
    }

    impl<A: Artist> Sealed for A {
        fn of(artist: &dyn Artist) -> Option<&Self> {
            let own: &dyn Any = artist;
            own.downcast_ref().or_else(|| inherited(artist))
        }

        fn of_mut(artist: &mut dyn Artist) -> Option<&mut Self> {
            let own: &dyn Any = artist;
            if !own.is::<A>() {
                return inherited_mut(artist);
            }
            let own: &mut dyn Any = artist;
            own.downcast_mut()
        }

        fn from_box(artist: Box<dyn Artist>) -> Option<Self> {
            let own: Box<dyn Any> = artist;
            own.downcast().ok().map(|artist| *artist)
        }
    }

    pub(crate) fn inherited<A: Any>(artist: &dyn Artist) -> Option<&A> {
        let properties = artist.as_properties();
        properties.class(TypeId::of::<A>())?.downcast_ref()
    }

    pub(crate) fn inherited_mut<A: Any>(artist: &mut dyn Artist) -> Option<&mut A> {
        let properties = artist.as_properties_mut();
        properties.class_mut(TypeId::of::<A>())?.downcast_mut()
    }
}

/// Lets artists be found by what they dereference to.
macro_rules! artist_kind {
    ($base:ty) => {
        impl crate::artists::ArtistKind for $base {}

        impl crate::artists::kind::sealed::Sealed for $base {
            fn of(artist: &dyn crate::artists::Artist) -> Option<&Self> {
                crate::artists::kind::sealed::inherited(artist)
            }

            fn of_mut(artist: &mut dyn crate::artists::Artist) -> Option<&mut Self> {
                crate::artists::kind::sealed::inherited_mut(artist)
            }

            fn from_box(artist: Box<dyn crate::artists::Artist>) -> Option<Self> {
                crate::artists::kind::sealed::inherited(&*artist).cloned()
            }
        }
    };
}
pub(crate) use artist_kind;
