//! The options of `boxplot`.

use crate::artists::Orientation;
use crate::data_limits::DataRange;
use crate::error::Result;
use crate::properties::{Check, Length};
use crate::series::{Field, Series, as_many};

/// Options of [`Axes::boxplot_with`](crate::Axes::boxplot_with).
///
/// ```
/// use plotreel::axes::BoxplotOptions;
///
/// let options = BoxplotOptions::new()
///     .with_positions(&[1.0, 3.0])
///     .with_widths(&[0.5])
///     .with_notch(true)
///     .with_whis(2.0)?
///     .with_showmeans(true)
///     .with_tick_labels(["before", "after"]);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct BoxplotOptions {
    pub(super) positions: Vec<f64>,
    pub(super) widths: Vec<f64>,
    pub(super) notch: bool,
    pub(super) whis: f64,
    pub(super) showmeans: bool,
    pub(super) meanline: bool,
    pub(super) showfliers: bool,
    pub(super) showcaps: bool,
    pub(super) showbox: bool,
    pub(super) patch_artist: bool,
    pub(super) orientation: Orientation,
    pub(super) manage_ticks: bool,
    pub(super) tick_labels: Vec<String>,
}

impl Default for BoxplotOptions {
    fn default() -> Self {
        Self {
            positions: Vec::new(),
            widths: Vec::new(),
            notch: false,
            whis: 1.5,
            showmeans: false,
            meanline: false,
            showfliers: true,
            showcaps: true,
            showbox: true,
            patch_artist: false,
            orientation: Orientation::Vertical,
            manage_ticks: true,
            tick_labels: Vec::new(),
        }
    }
}

impl BoxplotOptions {
    /// matplotlib's defaults.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets where the boxes are; 1, 2, … by default.
    pub fn with_positions(mut self, positions: &(impl Series + ?Sized)) -> Self {
        self.positions = positions.values();
        self
    }

    /// Sets the widths of the boxes, one for all or one for each.
    pub fn with_widths(mut self, widths: &(impl Series + ?Sized)) -> Self {
        self.widths = widths.values();
        self
    }

    /// Sets whether boxes are notched by the confidence interval of the median.
    pub fn with_notch(mut self, notch: bool) -> Self {
        self.notch = notch;
        self
    }

    /// Sets how far whiskers reach from the box, in heights of the box; 1.5 by default.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for numbers that are negative or not finite.
    pub fn with_whis(mut self, whis: f64) -> Result<Self> {
        self.whis = Length::checked("whis", whis)?;
        Ok(self)
    }

    /// Sets whether the mean is shown, by a triangle.
    pub fn with_showmeans(mut self, showmeans: bool) -> Self {
        self.showmeans = showmeans;
        self
    }

    /// Sets whether the mean, if it is shown, is a dashed line.
    pub fn with_meanline(mut self, meanline: bool) -> Self {
        self.meanline = meanline;
        self
    }

    /// Sets whether points beyond the whiskers are shown, as by default.
    pub fn with_showfliers(mut self, showfliers: bool) -> Self {
        self.showfliers = showfliers;
        self
    }

    /// Sets whether whiskers have caps, as by default.
    pub fn with_showcaps(mut self, showcaps: bool) -> Self {
        self.showcaps = showcaps;
        self
    }

    /// Sets whether there are boxes, as by default.
    pub fn with_showbox(mut self, showbox: bool) -> Self {
        self.showbox = showbox;
        self
    }

    /// Sets whether boxes are filled patches rather than lines.
    pub fn with_patch_artist(mut self, patch_artist: bool) -> Self {
        self.patch_artist = patch_artist;
        self
    }

    /// Sets whether values are y, the default, or x.
    pub fn with_orientation(mut self, orientation: Orientation) -> Self {
        self.orientation = orientation;
        self
    }

    /// Sets whether the axis of the positions has ticks at the boxes, as by default, and limits for them.
    pub fn with_manage_ticks(mut self, manage_ticks: bool) -> Self {
        self.manage_ticks = manage_ticks;
        self
    }

    /// Sets the labels of the ticks, instead of the positions.
    pub fn with_tick_labels<S: Into<String>>(
        mut self,
        labels: impl IntoIterator<Item = S>,
    ) -> Self {
        self.tick_labels = labels.into_iter().map(Into::into).collect();
        self
    }

    /// Position and width of each of so many boxes.
    pub(super) fn places(&self, count: usize) -> Result<Vec<(f64, f64)>> {
        let positions = match self.positions.len() {
            0 => (1..=count).map(|i| i as f64).collect(),
            n => as_many((n, "positions"), (count, "boxes")).map(|()| self.positions.clone())?,
        };
        let range = DataRange::of(positions.iter().copied());
        let range = range.map_or(0.0, |range| range.high - range.low);
        let usual = (0.15 * range).clamp(0.15, 0.5);
        if self.widths.len() > 1 {
            as_many((self.widths.len(), "widths"), (count, "boxes"))?;
        }
        if !self.tick_labels.is_empty() {
            as_many((self.tick_labels.len(), "tick labels"), (count, "boxes"))?;
        }
        let width = |i: usize| self.widths.get(i % self.widths.len().max(1)).copied();
        let place = |(i, position)| (position, width(i).unwrap_or(usual));
        Ok(positions.into_iter().enumerate().map(place).collect())
    }
}
