//! The parts of a figure by their handles, and as lists.

use std::ops::{Index, IndexMut};

use crate::artists::{ArtistKind, Slot, places_of};
use crate::axes::{AnyAxes, Axes, Axes3D, AxesBase, AxesKind, PolarAxes, SecondaryAxis, Spine};
use crate::axis::Axis;
use crate::figure::base::FIGURE;
use crate::figure::{FigureBase, SubFigure};
use crate::handle::{AnyHandle, AxesPart, Handle};
use crate::stamp::Stamp;

impl FigureBase {
    /// The artist of this handle; `None` if it belongs to another figure or was removed.
    pub fn get<A: ArtistKind>(&self, handle: Handle<A>) -> Option<&A> {
        self.slot(handle.into())?.get()
    }

    /// The artist of this handle, mutably; `None` if it belongs to another figure or was removed.
    pub fn get_mut<A: ArtistKind>(&mut self, handle: Handle<A>) -> Option<&mut A> {
        self.slot_mut(handle.into())?.get_mut()
    }

    /// Removes an artist from the figure or its axes and returns it; `None` if it belongs to another figure or was
    /// already removed. Its handle becomes invalid.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot_3d(1, 1, 1)?;
    /// let line = fig[ax].plot(&[0, 1], &[0, 1], &[0, 1])?;
    /// let note = fig.text(0.1, 0.9, "first");
    /// assert!(fig.remove(line).is_some() && fig.remove(note).is_some());
    /// assert!(fig.get(line).is_none() && fig.remove(note).is_none());
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn remove<A: ArtistKind>(&mut self, handle: Handle<A>) -> Option<A> {
        self.get(handle)?;
        let owner = self.owner_mut(handle.figure)?;
        match handle.axes {
            FIGURE => owner.artists.get_mut(handle.place)?.take()?.into_artist(),
            axes => {
                let axes = owner.axes.get_mut(axes)?;
                axes.stamp = Stamp::next();
                axes.remove(handle)
            }
        }
    }

    /// The object of this handle; `None` if it belongs to another figure or was removed.
    pub(crate) fn slot(&self, handle: AnyHandle) -> Option<&Slot> {
        let owner = self.owner(handle.figure)?;
        match handle.axes {
            FIGURE => owner.artists.get(handle.artist()?)?.as_ref(),
            axes => {
                let family = owner.present(axes)?.family();
                family.slot(handle.artist()?, handle.generation)
            }
        }
    }

    /// The axes of this number, unless they are a part of others and went with these.
    pub(crate) fn present(&self, index: usize) -> Option<&AnyAxes> {
        let axes = self.axes.get(index)?;
        let is_part = axes.position.inset().is_none_or(|inset| {
            let parent = self.present(inset.parent);
            parent.is_some_and(|parent| inset.is_part_of(inset.parent, parent))
        });
        is_part.then_some(axes)
    }

    /// The same to be changed.
    pub(crate) fn slot_mut(&mut self, handle: AnyHandle) -> Option<&mut Slot> {
        let owner = self.owner_mut(handle.figure)?;
        match handle.axes {
            FIGURE => owner.artists.get_mut(handle.artist()?)?.as_mut(),
            axes => {
                owner.present(axes)?;
                owner.axes.get_mut(axes)?.slot_mut(handle)
            }
        }
    }

    /// All axes, in the order they were added: those of a figure with those of its subfigures, and those of a subfigure
    /// alone. Twins are separate axes, and those that are parts of others ([`child_axes`](Self::child_axes)) are left out.
    pub fn axes(&self) -> Vec<Handle<AxesBase>> {
        self.axes_of()
    }

    /// All flat and polar axes.
    pub fn axes_2d(&self) -> Vec<Handle<Axes>> {
        self.axes_of()
    }

    /// All polar axes.
    pub fn axes_polar(&self) -> Vec<Handle<PolarAxes>> {
        self.axes_of()
    }

    /// All 3-D axes.
    pub fn axes_3d(&self) -> Vec<Handle<Axes3D>> {
        self.axes_of()
    }

    fn axes_of<A: AxesKind>(&self) -> Vec<Handle<A>> {
        let mut all = Vec::new();
        match self.is_figure {
            true => self.visit(&mut |part| all.extend(part.axes.iter())),
            false => all.extend(self.axes.iter()),
        }
        all.sort_by_key(|axes| axes.added);
        let found = all.into_iter().filter(|axes| axes.as_kind::<A>().is_some());
        let found = found.filter(|axes| axes.parent().is_none());
        found.map(|axes| axes.handle().cast()).collect()
    }

    /// Calls a function for this and for all subfigures, each before its own.
    pub(crate) fn visit<'a>(&'a self, look: &mut impl FnMut(&'a Self)) {
        look(self);
        for sub in &self.subfigs {
            sub.visit(look);
        }
    }

    /// The figure or subfigure of this number.
    pub(crate) fn owner(&self, id: u64) -> Option<&Self> {
        if self.id == id {
            return Some(self);
        }
        self.subfigs.iter().find_map(|sub| sub.owner(id))
    }

    /// What axes of a number are parts of: a subfigure, or this.
    pub(crate) fn home(&mut self, id: u64) -> &mut Self {
        let place = self.subfigs.iter().position(|sub| sub.owner(id).is_some());
        match place {
            Some(place) => self.subfigs[place].base_mut().home(id),
            None => self,
        }
    }

    /// The same to be changed.
    pub(crate) fn owner_mut(&mut self, id: u64) -> Option<&mut Self> {
        if self.id == id {
            return Some(self);
        }
        let subfigs = self.subfigs.iter_mut();
        subfigs
            .map(SubFigure::base_mut)
            .find_map(|sub| sub.owner_mut(id))
    }

    /// The artists of the figure itself of a type, in the order they were added:
    /// [`ArtistBase`](crate::artists::ArtistBase) for all. Those of axes are [`AxesBase::artists_of`].
    pub fn artists_of<A: ArtistKind>(&self) -> Vec<Handle<A>> {
        let places = places_of::<A>(&self.artists);
        let handles = places.map(|place| Handle::new(self.id, FIGURE, place));
        handles.collect()
    }

    /// The artist of a handle by a type that it has: its own or one that it dereferences to. `None` for artists of
    /// other types, of another figure, or removed.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::artists::{ArtistBase, Line2D};
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// fig[ax].plot(&[0, 1], &[0, 1])?;
    /// for artist in fig[ax].artists_of::<ArtistBase>() {
    ///     if let Some(line) = fig.downcast::<Line2D>(artist) {
    ///         fig[line].set_linewidth(2.0)?;
    ///     }
    /// }
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn downcast<A: ArtistKind>(&self, handle: impl Into<AnyHandle>) -> Option<Handle<A>> {
        let handle = handle.into();
        self.slot(handle)?.get::<A>()?;
        let typed = Handle::new(handle.figure, handle.axes, handle.artist()?);
        Some(typed.with_generation(handle.generation))
    }

    /// The axes of this handle; `None` if they belong to another figure, or went with the axes that they were a part of.
    pub fn get_axes<A: AxesKind>(&self, handle: Handle<A>) -> Option<&A> {
        self.any_axes(handle.cast::<AxesBase>().into())?.as_kind()
    }

    /// The same, mutably.
    pub fn get_axes_mut<A: AxesKind>(&mut self, handle: Handle<A>) -> Option<&mut A> {
        self.get_axes(handle)?;
        self.any_axes_mut(handle.cast::<AxesBase>().into())?
            .as_kind_mut()
    }

    /// The axes of a handle, whatever of them it names.
    pub(super) fn any_axes(&self, handle: AnyHandle) -> Option<&AnyAxes> {
        self.owner(handle.figure)?.present(handle.axes)
    }

    /// The same to be changed.
    pub(super) fn any_axes_mut(&mut self, handle: AnyHandle) -> Option<&mut AnyAxes> {
        self.any_axes(handle)?;
        let owner = self.owner_mut(handle.figure)?;
        owner.share_units(handle.axes);
        let axes = owner.axes.get_mut(handle.axes)?;
        axes.stamp = Stamp::next();
        Some(axes)
    }
}

/// The types of handles in a figure: artists, axes, an axis or a spine of axes, or subfigures.
pub trait FigurePart: sealed::Sealed {}

impl<A: ArtistKind> FigurePart for A {}
impl FigurePart for AxesBase {}
impl FigurePart for Axes {}
impl FigurePart for PolarAxes {}
impl FigurePart for Axes3D {}
impl FigurePart for SecondaryAxis {}
impl FigurePart for Axis {}
impl FigurePart for Spine {}
impl FigurePart for SubFigure {}

mod sealed {
    use super::*;

    pub trait Sealed: Sized {
        /// What of an axes it is at this place.
        fn at(place: usize) -> AxesPart;
        fn part(fig: &FigureBase, handle: Handle<Self>) -> Option<&Self>;
        fn part_mut(fig: &mut FigureBase, handle: Handle<Self>) -> Option<&mut Self>;
    }

    impl<A: ArtistKind> Sealed for A {
        fn at(place: usize) -> AxesPart {
            AxesPart::Artist(place)
        }

        fn part(fig: &FigureBase, handle: Handle<Self>) -> Option<&Self> {
            fig.get(handle)
        }

        fn part_mut(fig: &mut FigureBase, handle: Handle<Self>) -> Option<&mut Self> {
            fig.get_mut(handle)
        }
    }

    macro_rules! axes_are_parts {
        ($($axes:ty),*) => {$(
            impl Sealed for $axes {
                fn at(_place: usize) -> AxesPart {
                    AxesPart::Whole
                }

                fn part(fig: &FigureBase, handle: Handle<Self>) -> Option<&Self> {
                    fig.get_axes(handle)
                }

                fn part_mut(fig: &mut FigureBase, handle: Handle<Self>) -> Option<&mut Self> {
                    fig.get_axes_mut(handle)
                }
            }
        )*};
    }
    axes_are_parts!(AxesBase, Axes, PolarAxes, Axes3D, SecondaryAxis);

    impl Sealed for Axis {
        fn at(place: usize) -> AxesPart {
            AxesPart::Axis(place)
        }

        fn part(fig: &FigureBase, handle: Handle<Self>) -> Option<&Self> {
            fig.any_axes(handle.into())?.axis_at(handle.place)
        }

        fn part_mut(fig: &mut FigureBase, handle: Handle<Self>) -> Option<&mut Self> {
            fig.any_axes_mut(handle.into())?.axis_at_mut(handle.place)
        }
    }

    impl Sealed for SubFigure {
        fn at(_place: usize) -> AxesPart {
            AxesPart::Whole
        }

        fn part(fig: &FigureBase, handle: Handle<Self>) -> Option<&Self> {
            fig.get_subfigure(handle)
        }

        fn part_mut(fig: &mut FigureBase, handle: Handle<Self>) -> Option<&mut Self> {
            fig.get_subfigure_mut(handle)
        }
    }

    impl Sealed for Spine {
        fn at(place: usize) -> AxesPart {
            AxesPart::Spine(place)
        }

        fn part(fig: &FigureBase, handle: Handle<Self>) -> Option<&Self> {
            fig.any_axes(handle.into())?.spines().get(handle.place)
        }

        fn part_mut(fig: &mut FigureBase, handle: Handle<Self>) -> Option<&mut Self> {
            let axes = fig.any_axes_mut(handle.into())?;
            axes.spines_mut().get_mut(handle.place)
        }
    }
}

impl<A: FigurePart> From<Handle<A>> for AnyHandle {
    fn from(handle: Handle<A>) -> Self {
        Self {
            figure: handle.figure,
            axes: handle.axes,
            part: A::at(handle.place),
            generation: handle.generation,
        }
    }
}

impl<T: FigurePart> Index<Handle<T>> for FigureBase {
    type Output = T;

    #[track_caller]
    fn index(&self, handle: Handle<T>) -> &T {
        match T::part(self, handle) {
            Some(part) => part,
            None => handle.names_nothing(),
        }
    }
}

impl<T: FigurePart> IndexMut<Handle<T>> for FigureBase {
    #[track_caller]
    fn index_mut(&mut self, handle: Handle<T>) -> &mut T {
        match T::part_mut(self, handle) {
            Some(part) => part,
            None => handle.names_nothing(),
        }
    }
}
