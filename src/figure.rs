//! The figure, which owns everything that is drawn.

use std::ops::{Index, IndexMut};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::artists::{Artist, ArtistKind, Coords, Slot, Text};
use crate::axes::{AnyAxes, Axes, Axes3D, AxesBase, AxesKind, NewAxes, Position, checked_rect};
use crate::canvas::{HorizontalAlignment, TextStyle, VerticalAlignment};
use crate::color::{ColorSpec, IntoColor};
use crate::error::{Error, Result};
use crate::gridspec::SubplotParams;
use crate::handle::{AnyHandle, Handle};
use crate::properties::{Check, Positive, Properties, Property, Value};
use crate::stamp::Stamp;
use crate::style::Style;

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
}

/// A title or label of a whole figure.
#[derive(Debug, Clone, Copy)]
pub(crate) enum SupLabel {
    Title,
    X,
    Y,
}

impl SupLabel {
    /// Where it begins, in fractions of the figure, and how it is set.
    fn place(self, style: &Style) -> ((f64, f64), TextStyle) {
        let (at, factor, ha, va) = match self {
            Self::Title => (
                (0.5, 0.98),
                style.figure_titlesize,
                HorizontalAlignment::Center,
                VerticalAlignment::Top,
            ),
            Self::X => (
                (0.5, 0.01),
                style.figure_labelsize,
                HorizontalAlignment::Center,
                VerticalAlignment::Bottom,
            ),
            Self::Y => (
                (0.02, 0.5),
                style.figure_labelsize,
                HorizontalAlignment::Left,
                VerticalAlignment::Center,
            ),
        };
        let text = TextStyle {
            size: style.font_size * factor,
            rotation: if matches!(self, Self::Y) { 90.0 } else { 0.0 },
            ha,
            va,
            ..TextStyle::default()
        };
        (at, text)
    }
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
        }
    }

    /// Sets the style of the figure and of axes that are added later.
    ///
    /// # Errors
    /// [`Error::Setting`] for sizes, widths and distances that are out of range or not finite.
    pub fn with_style(mut self, style: Style) -> Result<Self> {
        style.check_options()?;
        self.style = Arc::new(style);
        self.stamp = Stamp::next();
        Ok(self)
    }

    /// Sets the colour of the background.
    ///
    /// # Errors
    /// [`Error::UnknownColor`].
    pub fn with_facecolor(mut self, color: impl IntoColor) -> Result<Self> {
        self.set_facecolor(color)?;
        Ok(self)
    }

    /// Sets the colour of the background.
    ///
    /// # Errors
    /// [`Error::UnknownColor`].
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
    /// [`Error::Setting`] for lengths that are not finite and above 0.
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
    /// [`Error::Setting`] for numbers that are not finite and above 0.
    pub fn set_dpi(&mut self, dpi: f64) -> Result<()> {
        self.dpi = Positive::checked("dpi", dpi)?;
        Ok(())
    }

    /// Adds axes at \[left, bottom, width, height\] in fractions of the figure.
    ///
    /// # Errors
    /// [`Error::Setting`] for numbers that are not finite.
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
    pub fn add_artist<A: Artist>(&mut self, artist: A) -> Handle<A> {
        self.artists.push(Some(Slot::new(artist)));
        Handle::new(self.id, FIGURE, self.artists.len() - 1)
    }

    /// Sets the title of the whole figure.
    pub fn suptitle(&mut self, title: impl Into<String>) -> Handle<Text> {
        self.set_label(SupLabel::Title, title.into())
    }

    /// Sets a label below all subplots.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// fig.subplots(2, 2)?;
    /// fig.supxlabel("time / s");
    /// fig.supylabel("height / m");
    /// fig.tight_layout()?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn supxlabel(&mut self, label: impl Into<String>) -> Handle<Text> {
        self.set_label(SupLabel::X, label.into())
    }

    /// Sets a label at the left of all subplots, rotated to read upwards.
    pub fn supylabel(&mut self, label: impl Into<String>) -> Handle<Text> {
        self.set_label(SupLabel::Y, label.into())
    }

    fn set_label(&mut self, which: SupLabel, text: String) -> Handle<Text> {
        if let Some(handle) = self.labels[which as usize]
            && let Some(present) = self.get_mut(handle)
        {
            present.set_text(text);
            return handle;
        }
        let ((x, y), style) = which.place(&self.style);
        let text = Text::new(x, y, text).with_coords(Coords::FigureFraction);
        let handle = self.add_artist(text.with_style(style));
        self.labels[which as usize] = Some(handle);
        handle
    }

    /// The title or a label of the whole figure, if it has one.
    pub(crate) fn label(&self, which: SupLabel) -> Option<&Text> {
        self.get(self.labels[which as usize]?)
    }

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
        match handle.axes {
            FIGURE => self.artists.get_mut(handle.place)?.take()?.into_artist(),
            axes => {
                let axes = self.axes.get_mut(axes)?;
                axes.stamp = Stamp::next();
                axes.remove(handle)
            }
        }
    }

    /// The object of this handle; `None` if it belongs to another figure or was removed.
    fn slot(&self, handle: AnyHandle) -> Option<&Slot> {
        if handle.figure != self.id {
            return None;
        }
        match handle.axes {
            FIGURE => self.artists.get(handle.place?)?.as_ref(),
            axes => {
                let family = self.axes.get(axes)?.family();
                family.slot(handle.place?, handle.generation)
            }
        }
    }

    /// The same to be changed.
    pub(crate) fn slot_mut(&mut self, handle: AnyHandle) -> Option<&mut Slot> {
        if handle.figure != self.id {
            return None;
        }
        match handle.axes {
            FIGURE => self.artists.get_mut(handle.place?)?.as_mut(),
            axes => self.axes.get_mut(axes)?.slot_mut(handle),
        }
    }

    /// Sets a property of an artist or of axes by matplotlib's name or an alias.
    ///
    /// A legend is an artist, and a colorbar is axes. An axis and a spine are reached through their axes, with
    /// [`Properties::set_property`]: `fig[ax].xaxis.set_property(..)`,
    /// `fig[ax].spine_mut(..).set_property(..)`.
    ///
    /// ```
    /// use plotreel::{Figure, Value};
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let line = fig[ax].plot(&[0, 1, 2], &[0, 1, 4])?;
    /// fig.set(line, "lw", 2.0)?;
    /// fig.set(line, "color", "tab:red")?;
    /// fig.set(ax, "xlim", [0.0, 2.0])?;
    /// assert_eq!(fig.property(line, "linewidth")?, Value::Number(2.0));
    /// let legend = fig[ax].legend();
    /// fig.set(legend, "fontsize", 8.0)?;
    /// assert!(fig.set(line, "lw", -1.0).is_err());
    /// assert!(fig.set(line, "linewdth", 2.0).is_err());
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::UnknownProperty`] for an unknown name; [`Error::Setting`] or a similar error for a value that the
    /// property refuses, and for a handle of another figure or of a removed artist.
    pub fn set(
        &mut self,
        handle: impl Into<AnyHandle>,
        name: &str,
        value: impl Into<Value>,
    ) -> Result<()> {
        let handle = handle.into();
        self.named_mut(handle)
            .ok_or_else(|| no_part(handle))?
            .set_property(name, &value.into())
    }

    /// A property of an artist or of axes by matplotlib's name or an alias.
    ///
    /// # Errors
    /// [`Error::UnknownProperty`] for an unknown name, [`Error::Setting`] for a handle of another figure or of a
    /// removed artist.
    pub fn property(&self, handle: impl Into<AnyHandle>, name: &str) -> Result<Value> {
        let handle = handle.into();
        self.named(handle)
            .ok_or_else(|| no_part(handle))?
            .property(name)
    }

    /// All properties of an artist or axes.
    ///
    /// # Errors
    /// [`Error::Setting`] for a handle of another figure or of a removed artist.
    pub fn properties(&self, handle: impl Into<AnyHandle>) -> Result<Vec<Property>> {
        let handle = handle.into();
        Ok(self
            .named(handle)
            .ok_or_else(|| no_part(handle))?
            .properties())
    }

    fn named(&self, handle: AnyHandle) -> Option<&dyn Properties> {
        if handle.figure == self.id && handle.place.is_none() {
            return Some(self.axes.get(handle.axes)?.as_properties());
        }
        Some(self.slot(handle)?.artist.as_properties())
    }

    pub(crate) fn named_mut(&mut self, handle: AnyHandle) -> Option<&mut dyn Properties> {
        if handle.figure == self.id && handle.place.is_none() {
            let axes = self.axes.get_mut(handle.axes)?;
            axes.stamp = Stamp::next();
            return Some(axes.as_properties_mut());
        }
        Some(self.slot_mut(handle)?.changed()?.as_properties_mut())
    }

    /// All axes, in the order they were added; twins are separate axes.
    pub fn axes(&self) -> Vec<Handle<AxesBase>> {
        self.axes_of()
    }

    /// All flat axes.
    pub fn axes_2d(&self) -> Vec<Handle<Axes>> {
        self.axes_of()
    }

    /// All 3-D axes.
    pub fn axes_3d(&self) -> Vec<Handle<Axes3D>> {
        self.axes_of()
    }

    fn axes_of<A: AxesKind>(&self) -> Vec<Handle<A>> {
        let axes = self.axes.iter().enumerate();
        let found = axes.filter(|(_, axes)| axes.as_kind::<A>().is_some());
        let handles = found.map(|(place, _)| Handle::new(self.id, place, 0));
        handles.collect()
    }

    /// The artists of the figure itself of a type, in the order they were added:
    /// [`ArtistBase`](crate::artists::ArtistBase) for all. Those of axes are [`AxesBase::artists_of`].
    pub fn artists_of<A: ArtistKind>(&self) -> Vec<Handle<A>> {
        let slots = self.artists.iter().enumerate();
        let found = slots.filter(|(_, slot)| slot.as_ref().is_some_and(|s| s.get::<A>().is_some()));
        let handles = found.map(|(place, _)| Handle::new(self.id, FIGURE, place));
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
        let typed = Handle::new(handle.figure, handle.axes, handle.place?);
        Some(typed.with_generation(handle.generation))
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

    /// The axes of this handle; `None` if they belong to another figure.
    pub fn get_axes<A: AxesKind>(&self, handle: Handle<A>) -> Option<&A> {
        let axes = self.axes.get(handle.axes)?;
        (handle.figure == self.id).then(|| axes.as_kind())?
    }

    /// The axes of this handle, mutably; `None` if they belong to another figure.
    pub fn get_axes_mut<A: AxesKind>(&mut self, handle: Handle<A>) -> Option<&mut A> {
        self.get_axes(handle)?;
        let axes = self.axes.get_mut(handle.axes)?;
        axes.stamp = Stamp::next();
        axes.as_kind_mut()
    }
}

fn no_part(handle: AnyHandle) -> Error {
    Error::Setting {
        name: "the handle",
        value: format!("{handle:?}"),
        expected: "a handle of an existing part of this figure",
    }
}

/// The types of handles in a figure: artists or axes.
pub trait FigurePart: sealed::Sealed {}

impl<A: ArtistKind> FigurePart for A {}
impl FigurePart for AxesBase {}
impl FigurePart for Axes {}
impl FigurePart for Axes3D {}

mod sealed {
    use super::*;

    pub trait Sealed: Sized {
        /// Or it is axes.
        const IS_ARTIST: bool;

        fn part(fig: &Figure, handle: Handle<Self>) -> Option<&Self>;
        fn part_mut(fig: &mut Figure, handle: Handle<Self>) -> Option<&mut Self>;
    }

    impl<A: ArtistKind> Sealed for A {
        const IS_ARTIST: bool = true;

        fn part(fig: &Figure, handle: Handle<Self>) -> Option<&Self> {
            fig.get(handle)
        }

        fn part_mut(fig: &mut Figure, handle: Handle<Self>) -> Option<&mut Self> {
            fig.get_mut(handle)
        }
    }

    macro_rules! axes_are_parts {
        ($($axes:ty),*) => {$(
            impl Sealed for $axes {
                const IS_ARTIST: bool = false;

                fn part(fig: &Figure, handle: Handle<Self>) -> Option<&Self> {
                    fig.get_axes(handle)
                }

                fn part_mut(fig: &mut Figure, handle: Handle<Self>) -> Option<&mut Self> {
                    fig.get_axes_mut(handle)
                }
            }
        )*};
    }
    axes_are_parts!(AxesBase, Axes, Axes3D);
}

impl<A: FigurePart> From<Handle<A>> for AnyHandle {
    fn from(handle: Handle<A>) -> Self {
        Self {
            figure: handle.figure,
            axes: handle.axes,
            place: A::IS_ARTIST.then_some(handle.place),
            generation: handle.generation,
        }
    }
}

impl<T: FigurePart> Index<Handle<T>> for Figure {
    type Output = T;

    #[track_caller]
    fn index(&self, handle: Handle<T>) -> &T {
        match T::part(self, handle) {
            Some(part) => part,
            None => handle.names_nothing(),
        }
    }
}

impl<T: FigurePart> IndexMut<Handle<T>> for Figure {
    #[track_caller]
    fn index_mut(&mut self, handle: Handle<T>) -> &mut T {
        match T::part_mut(self, handle) {
            Some(part) => part,
            None => handle.names_nothing(),
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
