//! Legends of figures.

use crate::artists::{Legend, LegendEntry, LegendScope};
use crate::figure::FigureBase;
use crate::handle::Handle;

impl FigureBase {
    /// Adds a legend of the artists of all axes that have a label, in the upper right corner of the figure, or where
    /// `set_loc` and `set_bbox_to_anchor` place it in fractions of the figure.
    ///
    /// Like that of axes it shows the artists as they are when it is drawn. A figure can have several.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let axs = fig.subplots(1, 2)?;
    /// for (ax, label) in axs.iter().zip(["left", "right"]) {
    ///     let line = fig[*ax].plot(&[0, 1], &[0, 1])?;
    ///     fig[line].set_label(label);
    /// }
    /// let legend = fig.legend();
    /// fig[legend].set_loc("lower center")?;
    /// fig[legend].set_ncols(2)?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn legend(&mut self) -> Handle<Legend> {
        let legend = Legend::of_style(&self.style);
        self.add_artist(legend.for_figure(self.legend_scope()))
    }

    /// Adds a legend of these artists, whatever axes they belong to; those of other figures are not shown.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::legend::LegendEntry;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let line = fig[ax].plot(&[0, 1], &[0, 1])?;
    /// fig.legend_with([LegendEntry::new(line, "measured")]);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn legend_with(
        &mut self,
        entries: impl IntoIterator<Item = LegendEntry>,
    ) -> Handle<Legend> {
        let entries = entries.into_iter().collect();
        let legend = Legend::of_style(&self.style).with_entries(entries);
        self.add_artist(legend.for_figure(self.legend_scope()))
    }

    fn legend_scope(&self) -> LegendScope {
        match self.is_figure {
            true => LegendScope::Figure,
            false => LegendScope::SubFigure(self.id),
        }
    }
}
