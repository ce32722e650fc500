//! What figures and subfigures have in common.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::artists::{Artist, Coords, Slot, Text, adopt};
use crate::axes::{AnyAxes, Axes, NewAxes, Position, checked_rect};
use crate::canvas::Told;
use crate::error::Result;
use crate::figure::{LayoutEngine, SubFigure};
use crate::gridspec::SubplotParams;
use crate::handle::Handle;
use crate::stamp::Stamp;
use crate::style::Style;

/// What figures and subfigures have in common: axes, artists of their own, titles, and subfigures.
///
/// [`Figure`](crate::Figure) and [`SubFigure`] dereference to it.
///
/// ```
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let halves = fig.subfigures(1, 2)?;
/// for (half, title) in halves.iter().zip(["left", "right"]) {
///     fig[*half].suptitle(title);
///     let axs = fig[*half].subplots(2, 1)?;
///     fig[axs[[0, 0]]].plot(&[0, 1], &[0, 1])?;
/// }
/// assert_eq!(fig.axes().len(), 4);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct FigureBase {
    /// A number of its own, in handles of its axes and artists.
    pub(crate) id: u64,
    /// Whether it is a figure, not a subfigure.
    pub(crate) is_figure: bool,
    /// Its width and height in pixels, as axes are measured that are added.
    pub(super) pixels: (f64, f64),
    pub(crate) style: Arc<Style>,
    pub(crate) params: SubplotParams,
    pub(super) engine: LayoutEngine,
    pub(crate) axes: Vec<AnyAxes>,
    /// Texts, patches and lines of the figure itself.
    pub(crate) artists: Vec<Option<Slot>>,
    pub(crate) subfigs: Vec<SubFigure>,
    /// The last change of anything else.
    pub(crate) stamp: Stamp,
    /// What was said about its fonts.
    pub(crate) told: Told,
    /// The title and the labels of x and y, and where a layout had them last.
    pub(super) labels: [Option<Handle<Text>>; 3],
    pub(crate) laid_labels: [Option<(f64, f64)>; 3],
}

/// Figures have a number, unique in the process, to detect handles of other figures.
static NEXT_ID: AtomicU64 = AtomicU64::new(0);

pub(super) fn next_id() -> u64 {
    NEXT_ID.fetch_add(1, Ordering::Relaxed)
}

/// In a handle: an artist of the figure itself.
pub(super) const FIGURE: usize = usize::MAX;

/// The size of a place, left, bottom, right and top in fractions of something of a size.
fn part_of((width, height): (f64, f64), [left, bottom, right, top]: [f64; 4]) -> (f64, f64) {
    ((right - left) * width, (top - bottom) * height)
}

impl FigureBase {
    pub(super) fn of_figure() -> Self {
        Self {
            id: next_id(),
            is_figure: true,
            pixels: (0.0, 0.0),
            style: Arc::new(Style::default()),
            params: SubplotParams::default(),
            engine: LayoutEngine::None,
            axes: Vec::new(),
            artists: Vec::new(),
            subfigs: Vec::new(),
            stamp: Stamp::next(),
            told: Told::default(),
            labels: [None; 3],
            laid_labels: [None; 3],
        }
    }

    /// That of a subfigure of this.
    pub(super) fn of_subfigure(&self, place: [f64; 4]) -> Self {
        Self {
            is_figure: false,
            pixels: part_of(self.pixels, place),
            style: self.style.clone(),
            params: self.params,
            engine: self.engine,
            told: self.told.clone(),
            ..Self::of_figure()
        }
    }

    pub(super) fn take_style(&mut self, style: &Arc<Style>, params: SubplotParams) {
        self.style = style.clone();
        self.params = params;
        self.stamp = Stamp::next();
        for sub in &mut self.subfigs {
            sub.take_style(style, params);
        }
    }

    /// The initial style of new axes.
    pub fn style(&self) -> &Style {
        &self.style
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
        let place = position.extents(&self.params);
        let size = place.map(|place| part_of(self.pixels, place));
        let axes = A::new(position, handle.cast(), self.style.clone());
        self.axes.push(axes.into());
        self.axes[handle.axes].first_size = size;
        handle
    }

    /// Takes the size in pixels, as its subfigures do.
    pub(super) fn measure(&mut self, pixels: (f64, f64)) {
        self.pixels = pixels;
        for sub in &mut self.subfigs {
            let own = part_of(pixels, sub.given_place);
            sub.measure(own);
        }
    }

    /// Writes a text at a place in fractions of the figure.
    pub fn text(&mut self, x: f64, y: f64, text: impl Into<String>) -> Handle<Text> {
        self.add_artist(Text::new(x, y, text).with_coords(Coords::SubfigureFraction))
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

    /// Removes all axes, artists and subfigures, as if the figure were new; size, resolution, style, background and layout
    /// engine stay, and margins of subplots are those of the style. Handles of all that it had become invalid.
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
        self.subfigs.clear();
        self.params = self.style.figure_subplot;
        (self.labels, self.laid_labels) = ([None; 3], [None; 3]);
        self.stamp = Stamp::next();
    }
}
