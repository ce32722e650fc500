//! The figure: what owns everything that is drawn.

use std::ops::{Index, IndexMut};
use std::sync::atomic::{AtomicU64, Ordering};

use crate::artists::Artist;
use crate::axes::Axes;
use crate::handle::Handle;

/// A figure in inches that holds axes, which hold artists.
///
/// ```
/// use ndarray::Array3;
/// use plotreel::{Canvas, Figure, FrameSize};
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_axes([0.0, 0.0, 1.0, 1.0]);
/// let im = fig[ax].imshow(&Array3::<u8>::zeros((480, 640, 3)))?;
/// fig[im].set_data(&Array3::<u8>::from_elem((480, 640, 3), 255))?;
///
/// let mut canvas = Canvas::new(FrameSize::of_figure(fig.figsize(), fig.dpi())?);
/// fig.draw(&mut canvas)?;
/// assert_eq!(canvas.pixels()[0], 255);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Figure {
    id: u64,
    figsize: (f64, f64),
    dpi: f64,
    pub(crate) axes: Vec<Axes>,
}

/// Figures are told apart by a number of the process, so that a foreign handle is noticed.
static NEXT_ID: AtomicU64 = AtomicU64::new(0);

impl Figure {
    /// A white figure of (width, height) inches at `dpi` pixels an inch.
    pub fn new(figsize: (f64, f64), dpi: f64) -> Self {
        Self {
            id: NEXT_ID.fetch_add(1, Ordering::Relaxed),
            figsize,
            dpi,
            axes: Vec::new(),
        }
    }

    /// (width, height) in inches.
    pub fn figsize(&self) -> (f64, f64) {
        self.figsize
    }

    /// Changes the size in inches. A movie that is being written keeps its own.
    pub fn set_size_inches(&mut self, width: f64, height: f64) {
        self.figsize = (width, height);
    }

    /// Pixels an inch.
    pub fn dpi(&self) -> f64 {
        self.dpi
    }

    /// Adds axes at \[left, bottom, width, height\] in fractions of the figure.
    pub fn add_axes(&mut self, rect: [f64; 4]) -> Handle<Axes> {
        let handle = Handle::new(self.id, self.axes.len(), 0);
        self.axes.push(Axes::new(rect, handle));
        handle
    }

    /// The artist of this handle, unless it is another figure's.
    pub fn get<A: Artist>(&self, handle: Handle<A>) -> Option<&A> {
        self.owner(handle)?.artist(handle.place)
    }

    /// The artist of this handle to be changed, unless it is another figure's.
    pub fn get_mut<A: Artist>(&mut self, handle: Handle<A>) -> Option<&mut A> {
        self.owner(handle)?;
        self.axes.get_mut(handle.axes)?.artist_mut(handle.place)
    }

    /// The axes of this handle, unless it is another figure's.
    pub fn get_axes(&self, handle: Handle<Axes>) -> Option<&Axes> {
        self.owner(handle)
    }

    /// The axes of this handle to be changed, unless it is another figure's.
    pub fn get_axes_mut(&mut self, handle: Handle<Axes>) -> Option<&mut Axes> {
        self.owner(handle)?;
        self.axes.get_mut(handle.axes)
    }

    /// The axes of this handle or of the artist that it names, unless it is another figure's.
    fn owner<T: ?Sized>(&self, handle: Handle<T>) -> Option<&Axes> {
        (handle.figure == self.id).then(|| self.axes.get(handle.axes))?
    }
}

impl<A: Artist> Index<Handle<A>> for Figure {
    type Output = A;

    fn index(&self, handle: Handle<A>) -> &A {
        match self.get(handle) {
            Some(artist) => artist,
            None => panic!("{handle:?} is not of this figure"),
        }
    }
}

impl<A: Artist> IndexMut<Handle<A>> for Figure {
    fn index_mut(&mut self, handle: Handle<A>) -> &mut A {
        match self.get_mut(handle) {
            Some(artist) => artist,
            None => panic!("{handle:?} is not of this figure"),
        }
    }
}

impl Index<Handle<Axes>> for Figure {
    type Output = Axes;

    fn index(&self, handle: Handle<Axes>) -> &Axes {
        match self.get_axes(handle) {
            Some(axes) => axes,
            None => panic!("{handle:?} is not of this figure"),
        }
    }
}

impl IndexMut<Handle<Axes>> for Figure {
    fn index_mut(&mut self, handle: Handle<Axes>) -> &mut Axes {
        match self.get_axes_mut(handle) {
            Some(axes) => axes,
            None => panic!("{handle:?} is not of this figure"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::Array2;

    #[test]
    fn a_foreign_handle_is_noticed_and_a_clone_is_at_home() {
        let mut fig = Figure::new((1.0, 1.0), 100.0);
        let ax = fig.add_axes([0.0, 0.0, 1.0, 1.0]);
        let im = fig[ax].imshow(&Array2::<f64>::zeros((2, 2))).unwrap();
        let mut clone = fig.clone();
        clone[im].set_clim(Some(3.0), None);
        assert_eq!(
            (fig[im].clim().0, clone[im].clim().0),
            (Some(0.0), Some(3.0))
        );
        let other = Figure::new((1.0, 1.0), 100.0);
        assert!(
            other.get(im).is_none() && other.get_axes(ax).is_none() && fig.get_axes(ax).is_some()
        );
    }

    #[test]
    fn figures_go_to_other_threads() {
        fn sendable<T: Send + Clone>() {}
        sendable::<Figure>();
    }
}
