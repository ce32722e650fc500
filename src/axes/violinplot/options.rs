//! The options of `violinplot`.

use crate::artists::Orientation;
use crate::axes::violinplot::kde::BwMethod;
use crate::error::{Error, Result};
use crate::properties::options::all;
use crate::properties::{Angle, Fraction, Positive, names, options};
use crate::series::{Field, Series, as_many, one_or_each, positions_of};

options! {
    /// Options of [`Axes::violinplot_with`](crate::Axes::violinplot_with).
    ///
    /// ```
    /// use plotreel::axes::ViolinOptions;
    ///
    /// let options = ViolinOptions::new()
    ///     .with_positions([1.0, 3.0])
    ///     .with_showmedians(true)
    ///     .with_quantiles([[0.25, 0.75], [0.1, 0.9]])
    ///     .with_bw_method("silverman")?
    ///     .with_side("low")?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq)]
    pub struct ViolinOptions;
    positions / with_positions: numbers<Angle> = Vec::new(), "where the violins are; 1, 2, … by default";
    widths / with_widths: numbers<Angle> = vec![0.5], "the greatest width of the violins, one for all or one for each";
    showmeans / with_showmeans: flag = false, "whether there is a line at the mean";
    showextrema / with_showextrema: flag = true,
        "whether there are lines at the least and the greatest value, and one between them";
    showmedians / with_showmedians: flag = false, "whether there is a line at the median";
    quantiles: value<Vec<Vec<f64>>> = Vec::new(), "where there are lines, as shares of the values below, for each violin";
    points / with_points: copied<usize> = 100, "how many points the density is computed at";
    bw_method / with_bw_method: choice<BwMethod> = BwMethod::Scott, "the width of the kernels";
    orientation / with_orientation: choice<Orientation> = Orientation::Vertical,
        "whether values are y, the default, or x";
    side / with_side: choice<ViolinSide> = ViolinSide::Both, "the sides that are drawn";
    facecolor / with_facecolors: colors = Vec::new(),
        "the colours of the violins, which repeat; by default the next one of the cycle for lines, with opacity 0.3";
    linecolor / with_linecolors: colors = Vec::new(),
        "the colours of the lines, which repeat; by default the next one of the cycle for lines";
}

impl ViolinOptions {
    /// Sets where there are lines, as shares of the values below, for each violin.
    pub fn with_quantiles<S: Series>(mut self, shares: impl IntoIterator<Item = S>) -> Self {
        self.quantiles = shares.into_iter().map(|row| row.values()).collect();
        self
    }

    /// Position and width of each of so many violins.
    pub(super) fn places(&self, count: usize) -> Result<Vec<(f64, f64)>> {
        self.check_options()?;
        if let BwMethod::Factor(factor) = self.bw_method {
            all::<Positive>("bw_method", &[factor])?;
        }
        if self.points == 0 {
            return Err(Error::Setting {
                name: "points",
                value: "0".into(),
                expected: "at least 1",
            });
        }
        if !self.quantiles.is_empty() {
            as_many(
                (self.quantiles.len(), "lists of quantiles"),
                (count, "violins"),
            )?;
        }
        for shares in &self.quantiles {
            all::<Fraction>("quantiles", shares)?;
        }
        let widths = one_or_each(&self.widths, "widths", (count, "violins"))?;
        let positions = positions_of(&self.positions, (count, "violins"))?;
        Ok(positions.into_iter().zip(widths).collect())
    }
}

/// The sides of violins that are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ViolinSide {
    /// Both.
    #[default]
    Both,
    /// That below the position.
    Low,
    /// That above it.
    High,
}

impl ViolinSide {
    /// Whether the low and the high side are drawn.
    pub(super) fn shown(self) -> (bool, bool) {
        (self != Self::High, self != Self::Low)
    }
}

names! {
    ViolinSide, "side", "both, low or high";
    Both: "both",
    Low: "low",
    High: "high",
}
