//! The options of `boxplot`.

use crate::artists::Orientation;
use crate::data_limits::DataRange;
use crate::error::{Error, Result};
use crate::properties::{Angle, PropertyType, Value, options};
use crate::series::{as_many, one_or_each, positions_of};

options! {
    /// Options of [`Axes::boxplot_with`](crate::Axes::boxplot_with).
    ///
    /// ```
    /// use plotreel::axes::BoxplotOptions;
    ///
    /// let options = BoxplotOptions::new()
    ///     .with_positions(&[1.0, 3.0])
    ///     .with_widths(&[0.5])
    ///     .with_notch(true)
    ///     .with_whis(2.0)
    ///     .with_showmeans(true)
    ///     .with_tick_labels(["before", "after"]);
    /// ```
    #[derive(Debug, Clone, PartialEq)]
    pub struct BoxplotOptions;
    positions / with_positions: series<Angle> = Vec::new(), "where the boxes are; none are 1, 2, …";
    widths / with_widths: series<Angle> = Vec::new(),
        "the widths of the boxes, one for all or one for each; none are 0.15 of the positions' range, 0.15 to 0.5";
    notch / with_notch: flag = false, "whether boxes are notched by the confidence interval of the median";
    whis / with_whis: value<Whis> = Whis::Heights(1.5),
        "how far whiskers reach from the box, in heights of the box, or the percentiles that they reach, a pair";
    capwidths / with_capwidths: series<Angle> = Vec::new(),
        "the widths of the caps, one for all or one for each box; none are half of those of the boxes";
    showmeans / with_showmeans: flag = false, "whether the mean is shown, by a triangle";
    meanline / with_meanline: flag = false, "whether the mean, if it is shown, is a dashed line";
    showfliers / with_showfliers: flag = true, "whether points beyond the whiskers are shown";
    showcaps / with_showcaps: flag = true, "whether whiskers have caps";
    showbox / with_showbox: flag = true, "whether there are boxes";
    patch_artist / with_patch_artist: flag = false, "whether boxes are filled patches rather than lines";
    orientation / with_orientation: choice<Orientation> = Orientation::Vertical, "whether values are y or x";
    manage_ticks / with_manage_ticks: flag = true,
        "whether the axis of the positions has ticks at the boxes, and limits for them";
    tick_labels / with_tick_labels: texts = Vec::new(), "the labels of the ticks; none are the positions";
}

impl BoxplotOptions {
    /// The width of the caps of a box, if it is set.
    pub(super) fn capwidth(&self, i: usize) -> Option<f64> {
        self.capwidths
            .get(i.checked_rem(self.capwidths.len())?)
            .copied()
    }

    /// Position and width of each of so many boxes.
    pub(super) fn places(&self, count: usize) -> Result<Vec<(f64, f64)>> {
        self.check_options()?;
        self.whis.check()?;
        let boxes = (count, "boxes");
        let positions = positions_of(&self.positions, boxes)?;
        let widths = match self.widths.is_empty() {
            true => {
                let range = DataRange::of(positions.iter().copied());
                let range = range.map_or(0.0, |range| range.high - range.low);
                vec![(0.15 * range).clamp(0.15, 0.5); count]
            }
            false => one_or_each(&self.widths, "widths", boxes)?,
        };
        if !self.capwidths.is_empty() {
            one_or_each(&self.capwidths, "widths of caps", boxes)?;
        }
        if !self.tick_labels.is_empty() {
            as_many((self.tick_labels.len(), "tick labels"), boxes)?;
        }
        Ok(positions.into_iter().zip(widths).collect())
    }
}

/// How far the whiskers of a box plot reach.
///
/// ```
/// use plotreel::axes::{BoxplotOptions, Whis};
///
/// let options = BoxplotOptions::new().with_whis((5.0, 95.0));
/// assert_eq!(options.whis(), &Whis::Percentiles(5.0, 95.0));
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Whis {
    /// So many heights of the box from its ends.
    Heights(f64),
    /// To these percentiles, from 0 to 100.
    Percentiles(f64, f64),
}

impl Whis {
    pub(super) fn check(self) -> Result<()> {
        let fits = match self {
            Self::Heights(heights) => heights.is_finite() && heights >= 0.0,
            Self::Percentiles(low, high) => 0.0 <= low && low <= high && high <= 100.0,
        };
        match fits {
            true => Ok(()),
            false => Err(Error::Setting {
                name: "whis",
                value: format!("{self:?}"),
                expected: "a number from 0 on, or two percentiles from 0 to 100, the lower first",
            }),
        }
    }
}

impl PropertyType for Whis {
    const TAKES: &'static str =
        "a number from 0 on, or two percentiles from 0 to 100, the lower first";

    fn read(name: &'static str, value: &Value) -> Result<Self> {
        match value {
            Value::Number(heights) => Ok(Self::Heights(*heights)),
            value => <(f64, f64)>::read(name, value).map(Into::into),
        }
    }
}

impl From<f64> for Whis {
    fn from(heights: f64) -> Self {
        Self::Heights(heights)
    }
}

impl From<(f64, f64)> for Whis {
    fn from((low, high): (f64, f64)) -> Self {
        Self::Percentiles(low, high)
    }
}
