//! The figure, which owns everything that is drawn.

mod by_name;
mod labels;
mod legend;
mod parts;
mod units;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::artists::{Artist, Coords, Slot, Text, adopt};
use crate::axes::{AnyAxes, Axes, NewAxes, Position, checked_rect};
use crate::canvas::Told;
use crate::color::{ColorSpec, IntoColor};
use crate::error::Result;
use crate::gridspec::SubplotParams;
use crate::handle::Handle;
use crate::properties::{Check, Positive};
use crate::stamp::Stamp;
use crate::style::Style;
pub(crate) use labels::SupLabel;
pub use parts::FigurePart;

/// A figure in inches that holds axes, which hold artists.
///
/// ```
/// use ndarray::Array3;
/// use plotreel::{Canvas, Figure, FrameSize};
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_axes([0.0, 0.0, 1.0, 1.0])?;
/// fig[ax].set_axis_off();
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
    pub(crate) id: u64,
    figsize: (f64, f64),
    dpi: f64,
    pub(crate) style: Arc<Style>,
    pub(crate) facecolor: Option<ColorSpec>,
    pub(crate) params: SubplotParams,
    pub(crate) axes: Vec<AnyAxes>,
    /// Texts, patches and lines of the figure itself.
    pub(crate) artists: Vec<Option<Slot>>,
    /// The last change of anything else.
    pub(crate) stamp: Stamp,
    labels: [Option<Handle<Text>>; 3],
    /// What was said about its fonts.
    pub(crate) told: Told,
}

/// Figures have a number, unique in the process, to detect handles of other figures.
static NEXT_ID: AtomicU64 = AtomicU64::new(0);

fn next_id() -> u64 {
    NEXT_ID.fetch_add(1, Ordering::Relaxed)
}

/// In a handle: an artist of the figure itself.
const FIGURE: usize = usize::MAX;

impl Figure {
    /// A figure of (width, height) inches at `dpi` pixels per inch, in matplotlib's default style.
    pub fn new(figsize: (f64, f64), dpi: f64) -> Self {
        Self {
            id: next_id(),
            figsize,
            dpi,
            style: Arc::new(Style::default()),
            facecolor: None,
            params: SubplotParams::default(),
            axes: Vec::new(),
            artists: Vec::new(),
            stamp: Stamp::next(),
            labels: [None; 3],
            told: Told::default(),
        }
    }

    /// Sets the style of the figure and of axes that are added later.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for sizes, widths and distances that are out of range or not finite.
    pub fn with_style(mut self, style: Style) -> Result<Self> {
        style.check_params()?;
        self.params = style.figure_subplot.checked()?;
        self.style = Arc::new(style);
        self.stamp = Stamp::next();
        Ok(self)
    }

    /// Sets the colour of the background.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor).
    pub fn with_facecolor(mut self, color: impl IntoColor) -> Result<Self> {
        self.set_facecolor(color)?;
        Ok(self)
    }

    /// Sets the colour of the background.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor).
    pub fn set_facecolor(&mut self, color: impl IntoColor) -> Result<()> {
        self.facecolor = Some(color.into_color()?);
        self.stamp = Stamp::next();
        Ok(())
    }

    /// The initial style of new axes.
    pub fn style(&self) -> &Style {
        &self.style
    }

    /// (width, height) in inches.
    pub fn figsize(&self) -> (f64, f64) {
        self.figsize
    }

    /// Changes the size in inches. A movie that is being written keeps its size.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for lengths that are not finite and above 0.
    pub fn set_size_inches(&mut self, width: f64, height: f64) -> Result<()> {
        let checked = |length| Positive::checked("the size in inches", length);
        self.figsize = (checked(width)?, checked(height)?);
        Ok(())
    }

    /// The resolution in pixels per inch.
    pub fn dpi(&self) -> f64 {
        self.dpi
    }

    /// Changes the resolution in pixels per inch. A movie that is being written keeps its resolution.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for numbers that are not finite and above 0.
    pub fn set_dpi(&mut self, dpi: f64) -> Result<()> {
        self.dpi = Positive::checked("dpi", dpi)?;
        Ok(())
    }

    /// Adds axes at \[left, bottom, width, height\] in fractions of the figure.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for numbers that are not finite.
    pub fn add_axes(&mut self, rect: [f64; 4]) -> Result<Handle<Axes>> {
        Ok(self.push_axes(Position::Rect(checked_rect(rect)?)))
    }

    pub(crate) fn push_axes<A: NewAxes>(&mut self, position: Position) -> Handle<A> {
        let handle = Handle::new(self.id, self.axes.len(), 0);
        let axes = A::new(position, handle.cast(), self.style.clone());
        self.axes.push(axes.into());
        handle
    }

    /// Writes a text at a place in fractions of the figure.
    pub fn text(&mut self, x: f64, y: f64, text: impl Into<String>) -> Handle<Text> {
        self.add_artist(Text::new(x, y, text).with_coords(Coords::FigureFraction))
    }

    /// Adds an artist to the figure itself: its data coordinates are fractions of the figure.
    ///
    /// Axes have zorder 0, so that patches and lines are drawn above them.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::patches::Rectangle;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// fig.add_subplot(1, 1, 1)?;
    /// let mut frame = Rectangle::new((0.02, 0.02), 0.96, 0.96);
    /// frame.set_fill(false);
    /// let frame = fig.add_artist(frame);
    /// fig[frame].set_edgecolor("gray")?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn add_artist<A: Artist>(&mut self, mut artist: A) -> Handle<A> {
        adopt(&mut artist, &self.style);
        self.artists.push(Some(Slot::new(artist)));
        Handle::new(self.id, FIGURE, self.artists.len() - 1)
    }

    /// Removes all axes and artists, as if the figure were new; size, resolution, style, background and the positions
    /// of subplots stay. All handles become invalid.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// fig.clear();
    /// assert!(fig.axes().is_empty() && fig.get_axes(ax).is_none());
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn clear(&mut self) {
        self.id = next_id();
        self.axes.clear();
        self.artists.clear();
        self.labels = [None; 3];
        self.stamp = Stamp::next();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::Array2;
    #[test]
    fn a_foreign_handle_is_noticed_and_a_clone_is_at_home() {
        let mut fig = Figure::new((1.0, 1.0), 100.0);
        let ax = fig.add_axes([0.0, 0.0, 1.0, 1.0]).unwrap();
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
    fn a_title_that_was_removed_can_be_set_again() {
        let mut fig = Figure::new((1.0, 1.0), 100.0);
        let first = fig.suptitle("first");
        assert_eq!(fig.suptitle("again"), first);
        assert_eq!(fig.remove(first).unwrap().text(), "again");
        assert!(fig.label(SupLabel::Title).is_none());
        let second = fig.suptitle("second");
        assert!(fig.get(first).is_none() && fig[second].text() == "second");
        assert!(Figure::new((1.0, 1.0), 100.0).remove(second).is_none());
    }

    #[test]
    fn figures_go_to_other_threads() {
        fn sendable<T: Send + Clone>() {}
        sendable::<Figure>();
    }
}
