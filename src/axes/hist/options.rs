//! Options of histograms.

use crate::artists::Orientation;
use crate::color::IntoColor;
use crate::error::Result;
use crate::histogram::Bins;
use crate::properties::{Fraction, PropertyType, Value, names, options};
use crate::series::{Field, Series};

options! {
    /// Options of a histogram.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::axes::HistOptions;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let options = HistOptions::new().with_bins("auto")?.with_density(true);
    /// let (counts, edges, bars) = fig[ax].hist_with(&[1.0, 2.0, 2.5, 4.0], &options)?;
    /// assert_eq!((counts.len() + 1, fig[bars].len()), (edges.len(), counts.len()));
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq)]
    pub struct HistOptions;
    bins / with_bins: choice<Bins> = Bins::default(),
        "the bins: a number of them, their edges, or a rule such as `\"auto\"`; ten by default";
    range / with_range: copied<Option<(f64, f64)>> = None,
        "the range of the bins, by default that of the data; edges have their own";
    weights: value<Option<Vec<Vec<f64>>>> = None, "the weight of each value, one row for each set of data";
    density / with_density: flag = false,
        "whether the area of the bars is normalised to 1; if they are stacked, their total area";
    cumulative / with_cumulative: copied<Cumulative> = Cumulative::No, "whether bars are cumulative";
    bottom / with_bottoms: value<Vec<f64>> = Vec::new(),
        "the start of the bars in data coordinates: one for all or one for each bin; 0 by default";
    stacked / with_stacked: flag = false,
        "whether several sets of data are stacked rather than side by side (`histtype=\"barstacked\"`)";
    orientation / with_orientation: choice<Orientation> = Orientation::Vertical, "the orientation of the bars";
    rwidth / with_rwidth: maybe<Fraction> = None,
        "the width of bars as a fraction of their bins; by default 1, and 0.8 for several sets side by side";
    align / with_align: choice<HistAlign> = HistAlign::Mid, "where bars are in their bins, or around the edges of these";
    color / with_colors: colors = Vec::new(),
        "the colours of the sets of data, or one for all; none are the next ones of the cycle for lines";
}

/// Where the bars of a histogram are.
///
/// ```
/// use plotreel::axes::HistAlign;
///
/// assert_eq!("left".parse::<HistAlign>()?, HistAlign::Left);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum HistAlign {
    /// Around the lower edges of their bins.
    Left,
    /// In the middle of their bins.
    #[default]
    Mid,
    /// Around the upper edges of their bins.
    Right,
}

names! {
    HistAlign, "align", "left, mid or right";
    Left: "left",
    Mid: "mid",
    Right: "right",
}

impl HistAlign {
    /// The place of the middle of a bar in its bin.
    pub(super) fn share(self) -> f64 {
        match self {
            Self::Left => 0.0,
            Self::Mid => 0.5,
            Self::Right => 1.0,
        }
    }
}

impl HistOptions {
    /// Sets the weights of the values: one sequence for each set of data.
    ///
    /// ```
    /// use plotreel::axes::HistOptions;
    ///
    /// let options = HistOptions::new().with_weights([[1.0, 0.5, 0.5]]);
    /// assert_eq!(options.weights().as_ref().map(Vec::len), Some(1));
    /// ```
    pub fn with_weights<S: Series>(mut self, weights: impl IntoIterator<Item = S>) -> Self {
        self.weights = Some(weights.into_iter().map(|row| row.values()).collect());
        self
    }

    /// Sets the start of all bars in data coordinates.
    pub fn with_bottom(self, bottom: f64) -> Self {
        self.with_bottoms([bottom])
    }

    /// Sets the colour of all sets of data.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor), or [`Error::Setting`](crate::Error::Setting) for numbers beyond 0 … 1.
    pub fn with_color(self, color: impl IntoColor) -> Result<Self> {
        self.with_colors([color])
    }
}

/// Whether the bars of a histogram are cumulative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Cumulative {
    /// Each for its own bin (`False`).
    #[default]
    No,
    /// For its own and all lower bins (`True`).
    Rising,
    /// For its own and all higher bins (`-1`).
    Falling,
}

impl PropertyType for Cumulative {
    const TAKES: &'static str = "true, false or -1";

    fn read(name: &'static str, value: &Value) -> Result<Self> {
        match value {
            Value::Number(sign) if *sign < 0.0 => Ok(Self::Falling),
            value => Ok(match bool::read(name, value)? {
                true => Self::Rising,
                false => Self::No,
            }),
        }
    }
}
