//! The layout that a figure has in each frame.

use std::borrow::Cow;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use crate::error::{Error, Result};
use crate::figure::{Figure, LayoutEngine};

impl Figure {
    /// Sets what places the subplots whenever the figure is drawn: `"constrained"`, `"compressed"`, `"tight"` or `"none"`,
    /// or [`ConstrainedLayout`](crate::layout::ConstrainedLayout) or [`TightLayout`](crate::layout::TightLayout) with their
    /// options.
    ///
    /// In a film, subplots move when their labels change; [`constrained_layout`](Self::constrained_layout) and
    /// [`tight_layout`](Self::tight_layout) place them once, which takes less time. `"none"` leaves them where they are.
    /// If there is no room, a warning says so, and margins and spaces are as they would be without it.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::layout::ConstrainedLayout;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// fig.set_layout_engine("constrained")?;
    /// let axs = fig.subplots(2, 2)?;
    /// fig[axs[[0, 0]]].set_ylabel("height");
    /// fig.set_layout_engine(ConstrainedLayout::new().with_h_pad(0.1))?;
    /// assert!(fig.set_layout_engine("constraint").is_err());
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Setting`] for other names, and for options that are out of range.
    pub fn set_layout_engine<L: TryInto<LayoutEngine>>(&mut self, layout: L) -> Result<()>
    where
        Error: From<L::Error>,
    {
        let layout: LayoutEngine = layout.try_into()?;
        let layout = layout.checked()?;
        if layout == LayoutEngine::None {
            *self = self.laid_out().into_owned();
        }
        self.take_engine(&layout);
        self.layout_warned = Arc::default();
        Ok(())
    }

    /// The figure with its subplots where its layout places them.
    pub(crate) fn laid_out(&self) -> Cow<'_, Self> {
        let engine = *self.layout_engine();
        if engine == LayoutEngine::None {
            return Cow::Borrowed(self);
        }
        let mut fig = self.clone();
        fig.take_engine(&LayoutEngine::None);
        let result = match &engine {
            LayoutEngine::None => Ok(()),
            LayoutEngine::Tight(layout) => fig.lay_tight(layout),
            LayoutEngine::Constrained(layout) => fig.constrained_layout_with(layout),
        };
        if let Err(error) = result
            && !self.layout_warned.swap(true, Ordering::Relaxed)
        {
            log::warn!("{error}");
        }
        Cow::Owned(fig)
    }
}
