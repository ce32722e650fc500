//! Rules for the number of bins.

use std::f64::consts::PI;
use std::str::FromStr;

use crate::error::{Error, Result};
use crate::histogram::{MAX_BINS, linspace, percentile, place, refused};

/// NumPy's rules for the width of bins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum BinRule {
    /// `"auto"`: the smaller width of [`Sturges`](Self::Sturges) and [`FreedmanDiaconis`](Self::FreedmanDiaconis),
    /// where the latter counts as at least half of that of [`Sqrt`](Self::Sqrt).
    #[default]
    Auto,
    /// `"fd"`: by the interquartile range.
    FreedmanDiaconis,
    /// `"doane"`: Sturges with a correction for skewness.
    Doane,
    /// `"scott"`: by the standard deviation.
    Scott,
    /// `"stone"`: by the estimated squared error of the histogram.
    Stone,
    /// `"rice"`: twice the cube root of the number of values.
    Rice,
    /// `"sturges"`: one plus the binary logarithm of the number of values.
    Sturges,
    /// `"sqrt"`: the square root of the number of values.
    Sqrt,
}

impl BinRule {
    /// The number of bins for the values, all of which are in the range.
    pub(super) fn count(self, values: &[f64], range: (f64, f64)) -> Result<usize> {
        if values.is_empty() {
            return Ok(1);
        }
        let width = self.width(values, range);
        if !(width > 0.0 && width.is_finite()) {
            return Ok(1);
        }
        let count = ((range.1 - range.0) / width).ceil();
        if count > MAX_BINS as f64 {
            let (low, high) = range;
            return Err(refused(
                format!(
                    "the {count:.1e} of width {width:?} from {low:?} to {high:?} that {self:?} asks for"
                ),
                "a range without the outliers, or a number of bins up to 1000000",
            ));
        }
        Ok(count as usize)
    }

    fn width(self, values: &[f64], range: (f64, f64)) -> f64 {
        let n = values.len() as f64;
        match self {
            Self::Auto => {
                let width = |rule: Self| rule.width(values, range);
                let fd = width(Self::FreedmanDiaconis).max(width(Self::Sqrt) / 2.0);
                fd.min(width(Self::Sturges))
            }
            Self::FreedmanDiaconis => {
                let mut sorted = values.to_vec();
                sorted.sort_by(f64::total_cmp);
                let between = percentile(&sorted, 0.75) - percentile(&sorted, 0.25);
                2.0 * between * n.powf(-1.0 / 3.0)
            }
            Self::Doane => doane(values),
            Self::Scott => (24.0 * PI.sqrt() / n).powf(1.0 / 3.0) * deviation(values),
            Self::Stone => stone(values, range),
            Self::Rice => spread(values) / (2.0 * n.powf(1.0 / 3.0)),
            Self::Sturges => spread(values) / (n.log2() + 1.0),
            Self::Sqrt => spread(values) / n.sqrt(),
        }
    }
}

impl FromStr for BinRule {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        Ok(match text {
            "auto" => Self::Auto,
            "fd" => Self::FreedmanDiaconis,
            "doane" => Self::Doane,
            "scott" => Self::Scott,
            "stone" => Self::Stone,
            "rice" => Self::Rice,
            "sturges" => Self::Sturges,
            "sqrt" => Self::Sqrt,
            _ => {
                return Err(refused(
                    format!("\"{text}\""),
                    "auto, fd, doane, scott, stone, rice, sturges or sqrt",
                ));
            }
        })
    }
}

fn spread(values: &[f64]) -> f64 {
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    high - low
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn deviation(values: &[f64]) -> f64 {
    let mean = mean(values);
    let squares = values.iter().map(|v| (v - mean) * (v - mean));
    (squares.sum::<f64>() / values.len() as f64).sqrt()
}

fn doane(values: &[f64]) -> f64 {
    let n = values.len() as f64;
    let deviation = deviation(values);
    if n <= 2.0 || deviation <= 0.0 {
        return 0.0;
    }
    let expected = (6.0 * (n - 2.0) / ((n + 1.0) * (n + 3.0))).sqrt();
    let mean = mean(values);
    let skewness = values
        .iter()
        .map(|v| ((v - mean) / deviation).powi(3))
        .sum::<f64>()
        / n;
    spread(values) / (1.0 + n.log2() + (1.0 + skewness.abs() / expected).log2())
}

/// The number of bins with the least estimated error, of all up to √n or 100.
fn stone(values: &[f64], range: (f64, f64)) -> f64 {
    let (n, spread) = (values.len() as f64, spread(values));
    if n <= 1.0 || spread == 0.0 {
        return 0.0;
    }
    let error = |bins: usize| {
        let edges = linspace(range.0, range.1, bins);
        let mut counts = vec![0.0; bins];
        for value in values {
            if let Some(bin) = place(*value, &edges, true) {
                counts[bin] += 1.0;
            }
        }
        let squares: f64 = counts.iter().map(|c| (c / n) * (c / n)).sum();
        (2.0 - (n + 1.0) * squares) / (spread / bins as f64)
    };
    let most = (n.sqrt() as usize).max(100);
    let mut best = (1, error(1));
    for bins in 2..=most {
        let error = error(bins);
        if error < best.1 {
            best = (bins, error);
        }
    }
    spread / best.0 as f64
}
