//! Legends of axes.

use crate::artists::{Legend, LegendEntry};
use crate::axes::AxesBase;
use crate::handle::Handle;

impl AxesBase {
    /// Adds a legend of the artists that have a label, in the order in which they were added, bars last; labels that
    /// begin with `_` are ignored. It replaces an existing legend.
    ///
    /// The legend shows the state of the artists when it is drawn, including artists that are added later.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let line = fig[ax].plot(&[0, 1], &[0, 1])?;
    /// fig[line].set_label("position");
    /// let legend = fig[ax].legend();
    /// fig[legend].set_loc("upper left")?;
    /// fig[legend].set_ncols(2)?;
    /// // From frame to frame it follows its artists:
    /// fig[line].set_color("crimson")?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn legend(&mut self) -> Handle<Legend> {
        self.replace_legend(Legend::of_style(&self.style))
    }

    /// Adds a legend of these artists, which belong to these or other axes of the figure. It replaces an existing
    /// legend.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::legend::LegendEntry;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let other = fig.twinx(ax)?;
    /// let speed = fig[ax].plot(&[0, 1], &[0, 1])?;
    /// let force = fig[other].plot_fmt(&[0, 1], &[9, 5], "C1--")?;
    /// fig[ax].legend_with([LegendEntry::new(speed, "speed"), LegendEntry::new(force, "force")]);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn legend_with(
        &mut self,
        entries: impl IntoIterator<Item = LegendEntry>,
    ) -> Handle<Legend> {
        let legend = Legend::of_style(&self.style);
        self.replace_legend(legend.with_entries(entries.into_iter().collect()))
    }

    fn replace_legend(&mut self, legend: Legend) -> Handle<Legend> {
        for slot in &mut self.artists {
            let artist = slot
                .as_ref()
                .map(|slot| &*slot.artist as &dyn std::any::Any);
            if artist.is_some_and(|artist| artist.is::<Legend>()) {
                *slot = None;
            }
        }
        self.push(legend)
    }
}
