//! Axes: a part of the figure with artists in it.

use crate::artists::{Artist, AxesImage, DrawContext};
use crate::canvas::{Canvas, FrameSize};
use crate::error::Result;
use crate::handle::Handle;
use crate::source::ImageSource;
use crate::transform::{AxesBox, Limits, Transform};

/// A rectangle of the figure that artists are drawn in, with its axis off.
///
/// ```
/// use ndarray::Array2;
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let (left, right) = (fig.add_axes([0.0, 0.0, 0.5, 1.0]), fig.add_axes([0.5, 0.0, 0.5, 1.0]));
/// let before = fig[left].imshow(&Array2::<f32>::zeros((10, 10)))?;
/// let after = fig[right].imshow(&Array2::<f32>::zeros((10, 10)))?;
/// assert_ne!(before, after);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug)]
pub struct Axes {
    /// left, bottom, width and height in fractions of the figure.
    rect: [f64; 4],
    handle: Handle<Axes>,
    artists: Vec<Box<dyn Artist>>,
}

impl Axes {
    pub(crate) fn new(rect: [f64; 4], handle: Handle<Axes>) -> Self {
        Self {
            rect,
            handle,
            artists: Vec::new(),
        }
    }

    /// Shows an array as an image, with square pixels (`aspect="equal"`), its first row at the top and the interpolation
    /// `"auto"`.
    ///
    /// The axes' box shrinks to the image's shape if that differs from its own.
    ///
    /// # Errors
    /// [`Error::ImageShape`](crate::Error::ImageShape).
    pub fn imshow(&mut self, data: &impl ImageSource) -> Result<Handle<AxesImage>> {
        let image = AxesImage::new(data)?;
        Ok(self.add_artist(image))
    }

    pub(crate) fn add_artist<A: Artist>(&mut self, artist: A) -> Handle<A> {
        self.artists.push(Box::new(artist));
        Handle::new(self.handle.figure, self.handle.axes, self.artists.len() - 1)
    }

    pub(crate) fn artist<A: Artist>(&self, place: usize) -> Option<&A> {
        let artist: &dyn std::any::Any = &**self.artists.get(place)?;
        artist.downcast_ref()
    }

    pub(crate) fn artist_mut<A: Artist>(&mut self, place: usize) -> Option<&mut A> {
        let artist: &mut dyn std::any::Any = &mut **self.artists.get_mut(place)?;
        artist.downcast_mut()
    }

    /// The artists from the lowest to the highest.
    fn artists_in_order(&self) -> Vec<&dyn Artist> {
        let mut artists: Vec<_> = self.artists.iter().map(|a| &**a).collect();
        artists.sort_by(|a, b| a.zorder().total_cmp(&b.zorder()));
        artists
    }

    /// Where artists are drawn on a canvas of this size.
    fn draw_context(&self, size: FrameSize) -> DrawContext {
        let limits = self
            .artists
            .iter()
            .filter_map(|a| a.data_limits())
            .reduce(Limits::union);
        let limits = limits.unwrap_or(Limits {
            x: (0.0, 1.0),
            y: (0.0, 1.0),
        });
        let [left, bottom, width, height] = self.rect;
        let (columns, rows) = (f64::from(size.width), f64::from(size.height));
        let full = AxesBox {
            x0: left * columns,
            y0: bottom * rows,
            width: width * columns,
            height: height * rows,
        };
        DrawContext {
            transform: Transform {
                limits,
                axes: full.shrunk_to_aspect(limits.ratio()),
            },
        }
    }

    /// Whether some artist hides a whole canvas of this size.
    pub(crate) fn covers(&self, size: FrameSize) -> bool {
        let ctx = self.draw_context(size);
        self.artists
            .iter()
            .any(|a| a.hides(size, &ctx).is_some_and(|area| area.covers(size)))
    }

    pub(crate) fn draw(&self, canvas: &mut Canvas) -> Result<()> {
        let ctx = self.draw_context(canvas.size());
        self.artists_in_order()
            .into_iter()
            .try_for_each(|artist| artist.draw(canvas, &ctx))
    }
}

impl Clone for Axes {
    fn clone(&self) -> Self {
        let artists = self.artists.iter().map(|a| a.clone_box()).collect();
        Self {
            rect: self.rect,
            handle: self.handle,
            artists,
        }
    }
}
