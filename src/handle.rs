//! Handles of the parts of a figure.

use std::fmt;
use std::marker::PhantomData;

/// A handle of an artist of a figure, of axes, or of an axis or a spine: `fig[handle]` is the object itself.
///
/// Handles are `Copy` and hold nothing. Indexing with a handle of another figure, or of an artist that was removed or
/// cleared, panics like an index out of bounds; `Figure::get` and `Figure::get_axes` return `None` instead. A clone of
/// a figure accepts the handles of its original.
///
/// ```
/// use ndarray::Array2;
/// use plotreel::{Figure, Handle};
/// use plotreel::image::AxesImage;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_axes([0.0, 0.0, 1.0, 1.0])?;
/// let im: Handle<AxesImage> = fig[ax].imshow(&Array2::<f32>::zeros((3, 4)))?;
/// assert_eq!(fig[im].shape(), (3, 4));
/// assert!(Figure::new((6.4, 4.8), 100.0).get(im).is_none());
/// # Ok::<(), plotreel::Error>(())
/// ```
pub struct Handle<A: ?Sized> {
    pub(crate) figure: u64,
    pub(crate) axes: usize,
    /// Place among the axes' artists; 0 for the axes itself.
    pub(crate) place: usize,
    /// The number of times that the axes had been cleared.
    pub(crate) generation: u32,
    kind: PhantomData<fn() -> Box<A>>,
}

impl<A: ?Sized> Handle<A> {
    pub(crate) fn new(figure: u64, axes: usize, place: usize) -> Self {
        Self {
            figure,
            axes,
            place,
            generation: 0,
            kind: PhantomData,
        }
    }

    /// A handle of the same place with another type.
    pub(crate) fn cast<B: ?Sized>(self) -> Handle<B> {
        Handle {
            figure: self.figure,
            axes: self.axes,
            place: self.place,
            generation: self.generation,
            kind: PhantomData,
        }
    }

    /// A handle of an axis or a spine of these axes, by its number.
    pub(crate) fn part<B>(self, place: usize) -> Handle<B> {
        Handle::new(self.figure, self.axes, place)
    }

    pub(crate) fn with_generation(self, generation: u32) -> Self {
        Self { generation, ..self }
    }

    /// Panics for an invalid handle.
    #[track_caller]
    pub(crate) fn names_nothing(self) -> ! {
        let path = std::any::type_name::<A>();
        // A generic type has paths among its parameters.
        let start = path.split('<').next().unwrap_or(path).rfind("::");
        let name = &path[start.map_or(0, |start| start + 2)..];
        let alias = ALIASES.iter().find(|(of, _)| *of == name);
        let kind = alias.map_or(name, |(_, alias)| *alias);
        panic!("invalid handle of {kind}: it belongs to another figure, or its object was removed")
    }
}

impl<A: ?Sized> Clone for Handle<A> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<A: ?Sized> Copy for Handle<A> {}

impl<A: ?Sized> PartialEq for Handle<A> {
    fn eq(&self, other: &Self) -> bool {
        let facts = |h: &Self| (h.figure, h.axes, h.place, h.generation);
        facts(self) == facts(other)
    }
}

impl<A: ?Sized> Eq for Handle<A> {}

impl<A: ?Sized> fmt::Debug for Handle<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Handle({}/{}/{})", self.figure, self.axes, self.place)
    }
}

/// The common names of types with a number of dimensions.
const ALIASES: [(&str, &str); 8] = [
    ("Line<2>", "Line2D"),
    ("Line<3>", "Line3D"),
    ("LineSet<2>", "LineCollection"),
    ("LineSet<3>", "Line3DCollection"),
    ("MarkerSet<2>", "PathCollection"),
    ("MarkerSet<3>", "Path3DCollection"),
    ("TextAt<2>", "Text"),
    ("TextAt<3>", "Text3D"),
];

/// A handle of an artist of any type, of axes, or of an axis, its ticks or a spine, converted from its [`Handle`].
///
/// ```
/// use plotreel::{AnyHandle, Figure};
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let frame: [AnyHandle; 2] = [fig[ax].plot(&[0, 1], &[0, 1])?.into(), fig[ax].text(0.5, 0.2, "rising").into()];
/// assert_ne!(frame[0], frame[1]);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct AnyHandle {
    pub(crate) figure: u64,
    pub(crate) axes: usize,
    pub(crate) part: AxesPart,
    pub(crate) generation: u32,
}

/// The part of an axes that a handle refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AxesPart {
    /// The axes itself.
    Whole,
    /// An artist, by its place among all.
    Artist(usize),
    /// An axis: x, y or z.
    Axis(usize),
    /// The major or the minor ticks of an axis.
    Ticks { axis: usize, group: usize },
    /// One of the spines.
    Spine(usize),
}

impl AnyHandle {
    /// The place of an artist, if it is one.
    pub(crate) fn artist(self) -> Option<usize> {
        match self.part {
            AxesPart::Artist(place) => Some(place),
            _ => None,
        }
    }
}

impl fmt::Debug for AnyHandle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AnyHandle({}/{}", self.figure, self.axes)?;
        match self.part {
            AxesPart::Whole => f.write_str(")"),
            AxesPart::Artist(place) => write!(f, "/{place})"),
            part => write!(f, "/{part:?})"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::artists::{Line3DCollection, PathCollection, Text, Text3D};
    use crate::axes::Axes;

    fn said<A: 'static>() -> String {
        let handle = Handle::<A>::new(0, 0, 0);
        let panic = std::panic::catch_unwind(|| handle.names_nothing()).unwrap_err();
        panic.downcast_ref::<String>().unwrap().clone()
    }

    #[test]
    fn types_are_called_by_the_names_that_users_know() {
        let names = [
            (said::<Text>(), "Text"),
            (said::<Text3D>(), "Text3D"),
            (said::<PathCollection>(), "PathCollection"),
            (said::<Line3DCollection>(), "Line3DCollection"),
            (said::<Axes>(), "Axes"),
        ];
        for (said, name) in names {
            assert!(
                said.starts_with(&format!("invalid handle of {name}:")),
                "{said}"
            );
        }
    }
}
