//! The figure, which owns everything that is drawn.

mod base;
mod by_name;
mod labels;
mod layout_engine;
mod legend;
mod parts;
mod subfigure;
mod units;

use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::color::{ColorSpec, IntoColor};
use crate::error::Result;
use crate::properties::{Check, Positive};
use crate::stamp::Stamp;
use crate::style::Style;
pub use base::FigureBase;
pub(crate) use labels::SupLabel;
pub use layout_engine::{ConstrainedLayout, LayoutEngine, TightLayout};
pub use parts::FigurePart;
pub(crate) use subfigure::SubFigureLook;
pub use subfigure::{SubFigure, SubfiguresOptions};

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
///
/// It dereferences to [`FigureBase`], which has what figures and [subfigures](SubFigure) have in common.
#[derive(Debug, Clone)]
pub struct Figure {
    base: FigureBase,
    figsize: (f64, f64),
    dpi: f64,
    pub(crate) facecolor: Option<ColorSpec>,
    /// Whether it was said that its layout has no room.
    pub(crate) layout_warned: Arc<AtomicBool>,
}

impl Deref for Figure {
    type Target = FigureBase;

    fn deref(&self) -> &FigureBase {
        &self.base
    }
}

impl DerefMut for Figure {
    fn deref_mut(&mut self) -> &mut FigureBase {
        &mut self.base
    }
}

impl Figure {
    /// A figure of (width, height) inches at `dpi` pixels per inch, in matplotlib's default style.
    pub fn new(figsize: (f64, f64), dpi: f64) -> Self {
        let mut figure = Self {
            base: FigureBase::of_figure(),
            figsize,
            dpi,
            facecolor: None,
            layout_warned: Arc::default(),
        };
        figure.measure();
        figure
    }

    fn measure(&mut self) {
        let (width, height) = self.figsize;
        self.base.measure((width * self.dpi, height * self.dpi));
    }

    /// Sets the style of the figure and of axes that are added later.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for sizes, widths and distances that are out of range or not finite.
    pub fn with_style(mut self, style: Style) -> Result<Self> {
        style.check_params()?;
        let params = style.figure_subplot.checked()?;
        self.base.take_style(&Arc::new(style), params);
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
        self.measure();
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
        self.measure();
        Ok(())
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
