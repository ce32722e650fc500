//! The options of `hexbin`.

use std::fmt;
use std::sync::Arc;

use crate::error::{Error, Result};
use crate::properties::options::all;
use crate::properties::{Angle, PropertyType, Value, options};
use crate::scale::Scale;

options! {
    /// Options of [`Axes::hexbin_with`](crate::Axes::hexbin_with).
    ///
    /// ```
    /// use plotreel::axes::HexbinOptions;
    ///
    /// let options = HexbinOptions::new()
    ///     .with_gridsize(20)
    ///     .with_bins("log")?
    ///     .with_mincnt(1)
    ///     .with_extent([-3.0, 3.0, -2.0, 2.0]);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone)]
    pub struct HexbinOptions;
    gridsize: copied<(usize, usize)> = (100, 57), "the numbers of hexagons along x and along y";
    bins / with_bins: choice<HexbinBins> = HexbinBins::Counts, "how values become colours";
    xscale / with_xscale: choice<Scale> = Scale::Linear, "the scale of x, linear or logarithmic";
    yscale / with_yscale: choice<Scale> = Scale::Linear, "the scale of y, linear or logarithmic";
    extent / with_extent: copied<Option<[f64; 4]>> = None,
        "the limits of the hexagons: least and greatest x, least and greatest y, of logarithmic scales their decimal \
         logarithms; by default those of the data";
    mincnt / with_mincnt: maybe_count = None,
        "the least number of points of a hexagon that is drawn; by default none without values, 1 with them";
    reduce_c_function: value<Reduce> = Reduce::mean(), "the function that makes one value of those in a hexagon";
}

impl HexbinOptions {
    /// Sets the number of hexagons along x; the number along y makes them nearly regular in square axes.
    pub fn with_gridsize(self, nx: usize) -> Self {
        self.with_gridsize_xy(nx, (nx as f64 / 3.0_f64.sqrt()) as usize)
    }

    /// Sets the numbers of hexagons along x and along y.
    pub fn with_gridsize_xy(mut self, nx: usize, ny: usize) -> Self {
        self.gridsize = (nx, ny);
        self
    }

    /// Sets the function that makes one value of those in a hexagon; by default it is the mean.
    pub fn with_reduce_c_function(
        mut self,
        function: impl Fn(&[f64]) -> f64 + Send + Sync + 'static,
    ) -> Self {
        self.reduce_c_function = Reduce(Arc::new(function));
        self
    }

    /// Refuses what can't be a grid of hexagons.
    pub(super) fn checked(&self) -> Result<()> {
        self.check_options()?;
        let (nx, ny) = self.gridsize;
        if nx == 0 || ny == 0 || nx.saturating_mul(ny) > MAX_HEXAGONS {
            return Err(Error::Setting {
                name: "gridsize",
                value: format!("({nx}, {ny})"),
                expected: "numbers from 1 on, whose product is at most 1000000",
            });
        }
        for (name, scale) in [("xscale", &self.xscale), ("yscale", &self.yscale)] {
            if !matches!(scale, Scale::Linear | Scale::Log { .. }) {
                return Err(Error::Setting {
                    name,
                    value: format!("{scale:?}"),
                    expected: "linear or log",
                });
            }
        }
        if let Some(extent) = &self.extent {
            all::<Angle>("extent", extent)?;
            if extent[0] >= extent[1] || extent[2] >= extent[3] {
                return Err(Error::Setting {
                    name: "extent",
                    value: format!("{extent:?}"),
                    expected: "the smaller limit of each pair first",
                });
            }
        }
        match &self.bins {
            HexbinBins::Edges(edges) => all::<Angle>("bins", edges),
            HexbinBins::Count(0 | 1) => Err(Error::Setting {
                name: "bins",
                value: "below 2".into(),
                expected: "2 bins or more",
            }),
            _ => Ok(()),
        }
    }
}

/// Half as many hexagons as are drawn at most.
const MAX_HEXAGONS: usize = 1_000_000;

/// How the values of hexagons become colours.
///
/// It is converted from `"log"`, numbers and edges.
///
/// ```
/// use plotreel::axes::HexbinBins;
///
/// assert_eq!(HexbinBins::try_from("log")?, HexbinBins::Log);
/// assert_eq!(HexbinBins::from(5), HexbinBins::Count(5));
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub enum HexbinBins {
    /// As they are.
    #[default]
    Counts,
    /// On a logarithmic scale.
    Log,
    /// By their number among this many equal bins between the least and the greatest value.
    Count(usize),
    /// By the number of these edges that are below them.
    Edges(Vec<f64>),
}

impl HexbinBins {
    /// Replaces values by their numbers if there are bins.
    pub(super) fn sort(&self, values: &mut [f64]) {
        let mut edges = match self {
            Self::Counts | Self::Log => return,
            Self::Edges(edges) => edges.clone(),
            Self::Count(count) => {
                let low = values.iter().copied().fold(f64::INFINITY, f64::min);
                let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                let last = (count - 1) as f64;
                let edge = |i: usize| low + (high - low) * i as f64 / last;
                (0..count - 1).map(edge).collect()
            }
        };
        edges.sort_by(f64::total_cmp);
        for value in values {
            *value = edges.partition_point(|edge| *edge < *value) as f64;
        }
    }
}

impl From<usize> for HexbinBins {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

impl From<Vec<f64>> for HexbinBins {
    fn from(edges: Vec<f64>) -> Self {
        Self::Edges(edges)
    }
}

impl<const N: usize> From<[f64; N]> for HexbinBins {
    fn from(edges: [f64; N]) -> Self {
        Self::Edges(edges.to_vec())
    }
}

impl TryFrom<&str> for HexbinBins {
    type Error = Error;

    fn try_from(text: &str) -> Result<Self> {
        match text {
            "log" => Ok(Self::Log),
            _ => Err(Error::Setting {
                name: "bins",
                value: format!("\"{text}\""),
                expected: "log, a number of bins, or their edges",
            }),
        }
    }
}

impl PropertyType for HexbinBins {
    const TAKES: &'static str = "log, a number of bins, or their edges";

    fn read(name: &'static str, value: &Value) -> Result<Self> {
        match value {
            Value::Text(text) => text.as_str().try_into(),
            Value::List(_) => Vec::read(name, value).map(Self::Edges),
            value => usize::read(name, value).map(Self::Count),
        }
    }
}

type Function = dyn Fn(&[f64]) -> f64 + Send + Sync;

/// A function that makes one value of several (`reduce_C_function`).
#[derive(Clone)]
pub struct Reduce(Arc<Function>);

impl Reduce {
    fn mean() -> Self {
        Self(Arc::new(|values| {
            values.iter().sum::<f64>() / values.len() as f64
        }))
    }

    /// What it makes of these values.
    pub fn apply(&self, values: &[f64]) -> f64 {
        (self.0)(values)
    }
}

impl fmt::Debug for Reduce {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reduce")
    }
}
