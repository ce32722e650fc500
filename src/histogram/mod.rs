//! Histograms, counted as by NumPy, and percentiles.

mod bin_rule;
mod percentile;

use crate::error::{Error, Result};
use crate::properties::{PropertyType, Value};
use crate::series::{Series, as_many};
pub use bin_rule::BinRule;
pub(crate) use percentile::percentile;

/// More bins than this are an error: they would take much memory and show nothing.
pub(crate) const MAX_BINS: usize = 1_000_000;

/// The bins of a histogram: a number of equal bins, their edges, or a rule for their number.
///
/// It is converted from numbers, edges, and NumPy's names of rules. There are at most a million bins.
///
/// ```
/// use plotreel::axes::{BinRule, Bins};
///
/// assert_eq!(Bins::try_from("fd")?, Bins::Rule(BinRule::FreedmanDiaconis));
/// assert_eq!(Bins::from(20), Bins::Count(20));
/// assert_eq!(Bins::default(), Bins::Count(10));
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub enum Bins {
    /// A number of bins of equal width over the range.
    Count(usize),
    /// Bins between these increasing edges. The last bin includes both edges, all others only the lower one.
    Edges(Vec<f64>),
    /// Bins of equal width, whose number a rule determines from the data.
    Rule(BinRule),
}

/// Counts how many values fall into each bin: (counts, edges).
///
/// The bins cover the values, or the given range; NaN and values outside do not count.
///
/// ```
/// use plotreel::axes::{Bins, histogram};
///
/// let (counts, edges) = histogram(&[1.0, 2.0, 2.5, 4.0], &Bins::Count(3), None)?;
/// assert_eq!((counts, edges), (vec![1.0, 2.0, 1.0], vec![1.0, 2.0, 3.0, 4.0]));
/// # Ok::<(), plotreel::Error>(())
/// ```
///
/// # Errors
/// [`Error::Setting`] for invalid bins, for more than a million of them, or for an infinite range.
pub fn histogram(
    values: &(impl Series + ?Sized),
    bins: &Bins,
    range: Option<(f64, f64)>,
) -> Result<(Vec<f64>, Vec<f64>)> {
    let mut numbers = Vec::new();
    values.copy_to(&mut numbers);
    counted(&numbers, None, bins, range)
}

/// Counts with weights.
pub(crate) fn counted(
    values: &[f64],
    weights: Option<&[f64]>,
    bins: &Bins,
    range: Option<(f64, f64)>,
) -> Result<(Vec<f64>, Vec<f64>)> {
    if let Some(weights) = weights {
        as_many((weights.len(), "weights"), (values.len(), "values"))?;
    }
    let edges = bin_edges(values, bins, range)?;
    let mut counts = vec![0.0; edges.len().saturating_sub(1)];
    let even = !matches!(bins, Bins::Edges(_));
    for (i, value) in values.iter().enumerate() {
        if let Some(bin) = place(*value, &edges, even) {
            counts[bin] += weights.map_or(1.0, |weights| weights[i]);
        }
    }
    Ok((counts, edges))
}

/// The edges of the bins.
pub(crate) fn bin_edges(
    values: &[f64],
    bins: &Bins,
    range: Option<(f64, f64)>,
) -> Result<Vec<f64>> {
    if let Bins::Edges(edges) = bins {
        if edges.len() < 2 || !edges.is_sorted() {
            return Err(refused(described(edges), "two or more increasing edges"));
        }
        if edges.len() - 1 > MAX_BINS {
            let value = format!("those between {} edges", edges.len());
            return Err(refused(value, "at most 1000000 bins"));
        }
        return Ok(edges.clone());
    }
    let (first, last) = outer_edges(values, range)?;
    let count = match bins {
        Bins::Rule(rule) => {
            let inside: Vec<f64> = values
                .iter()
                .copied()
                .filter(|v| (first..=last).contains(v))
                .collect();
            rule.count(&inside, (first, last))?
        }
        Bins::Count(count) if *count > MAX_BINS => {
            return Err(refused(count.to_string(), "at most 1000000 bins"));
        }
        Bins::Count(count) => *count,
        Bins::Edges(_) => 0,
    };
    if count == 0 {
        return Err(refused(count.to_string(), "at least one bin"));
    }
    let edges = linspace(first, last, count);
    if !edges.is_sorted_by(|a, b| a < b) {
        return Err(refused(
            count.to_string(),
            "fewer bins, because the range is too small",
        ));
    }
    Ok(edges)
}

pub(crate) fn refused(value: String, expected: &'static str) -> Error {
    Error::Setting {
        name: "bins",
        value,
        expected,
    }
}

/// Describes edges that do not increase.
fn described(edges: &[f64]) -> String {
    let falls = edges.windows(2).find(|pair| !pair.is_sorted());
    match falls {
        Some(pair) => format!("{} edges, one {} after {}", edges.len(), pair[1], pair[0]),
        None => format!("{} edges", edges.len()),
    }
}

/// The bin of a value; the last one has its upper edge too.
pub(crate) fn place(value: f64, edges: &[f64], even: bool) -> Option<usize> {
    let (first, last) = (*edges.first()?, *edges.last()?);
    if !(first..=last).contains(&value) {
        return None;
    }
    let count = edges.len() - 1;
    if !even {
        let after = edges.partition_point(|edge| *edge <= value);
        return Some(after.clamp(1, count) - 1);
    }
    // An estimate, corrected by a step where rounding crossed an edge.
    let guess = ((value - first) / (last - first) * count as f64) as usize;
    let mut bin = guess.min(count - 1);
    if value < edges[bin] {
        bin = bin.saturating_sub(1);
    }
    if value >= edges[bin + 1] && bin != count - 1 {
        bin += 1;
    }
    Some(bin)
}

fn outer_edges(values: &[f64], range: Option<(f64, f64)>) -> Result<(f64, f64)> {
    let numbers = || values.iter().copied().filter(|v| !v.is_nan());
    let (first, last) = range.unwrap_or_else(|| {
        let low = numbers().fold(f64::INFINITY, f64::min);
        let high = numbers().fold(f64::NEG_INFINITY, f64::max);
        // Without any numbers.
        if low > high { (0.0, 1.0) } else { (low, high) }
    });
    if !(first <= last && (last - first).is_finite()) {
        return Err(Error::Setting {
            name: "the range of bins",
            value: format!("({first:?}, {last:?})"),
            expected: "two finite numbers, the smaller first, whose difference is finite",
        });
    }
    Ok(if first == last {
        (first - 0.5, last + 0.5)
    } else {
        (first, last)
    })
}

pub(crate) fn linspace(first: f64, last: f64, count: usize) -> Vec<f64> {
    let step = (last - first) / count as f64;
    let mut edges: Vec<f64> = (0..count).map(|i| i as f64 * step + first).collect();
    edges.push(last);
    edges
}

impl Default for Bins {
    /// Ten of equal width.
    fn default() -> Self {
        Self::Count(10)
    }
}

impl From<usize> for Bins {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

impl From<Vec<f64>> for Bins {
    fn from(edges: Vec<f64>) -> Self {
        Self::Edges(edges)
    }
}

impl<const N: usize> From<[f64; N]> for Bins {
    fn from(edges: [f64; N]) -> Self {
        Self::Edges(edges.to_vec())
    }
}

impl From<BinRule> for Bins {
    fn from(rule: BinRule) -> Self {
        Self::Rule(rule)
    }
}

impl TryFrom<&str> for Bins {
    type Error = Error;

    fn try_from(text: &str) -> Result<Self> {
        text.parse().map(Self::Rule)
    }
}

impl PropertyType for Bins {
    const TAKES: &'static str = "a number of bins, their edges, or a rule such as \"auto\"";

    fn read(name: &'static str, value: &Value) -> Result<Self> {
        match value {
            Value::Text(text) => text.as_str().try_into(),
            Value::List(_) => Vec::read(name, value).map(Self::Edges),
            value => usize::read(name, value).map(Self::Count),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_bin_is_refused() {
        let refused = |bins: Bins, range| histogram(&[1.0, 2.0], &bins, range).is_err();
        assert!(refused(Bins::Count(0), None));
        assert!(refused(Bins::Edges(vec![1.0]), None));
        assert!(refused(Bins::Edges(vec![1.0, 0.0]), None));
        assert!(refused(Bins::Count(3), Some((2.0, 1.0))));
        assert!(refused(Bins::Count(3), Some((0.0, f64::NAN))));
        assert!(histogram(&[f64::INFINITY], &Bins::Count(3), None).is_err());
        assert!("best".parse::<BinRule>().is_err());
    }

    #[test]
    fn bins_without_measure_are_refused_with_their_cause() {
        let mut far: Vec<f64> = (0..100).map(f64::from).collect();
        far.push(1e18);
        let fd = Bins::Rule(BinRule::FreedmanDiaconis);
        let error = histogram(&far, &fd, None).unwrap_err();
        assert!(
            error
                .cause()
                .contains("from 0.0 to 1e18 that FreedmanDiaconis"),
            "{error}"
        );
        assert!(error.advice().starts_with("give a range"), "{error}");
        let near = histogram(&far, &fd, Some((0.0, 100.0))).unwrap();
        assert_eq!(near.0.iter().sum::<f64>(), 100.0);
        // The others depend on the number of values, not on their spread.
        for rule in ["auto", "doane", "scott", "stone", "rice", "sturges", "sqrt"] {
            let bins = Bins::try_from(rule).unwrap();
            assert!(histogram(&far, &bins, None).is_ok(), "{rule}");
        }
        for count in [MAX_BINS + 1, usize::MAX] {
            let error = histogram(&[1.0, 2.0], &Bins::Count(count), None).unwrap_err();
            assert_eq!(error.advice(), "give at most 1000000 bins");
            let near = Some((0.0, 1e300));
            assert!(histogram(&[1.0, 2.0], &Bins::Count(count), near).is_err());
        }
        let edges: Vec<f64> = (0..MAX_BINS + 2).map(|i| i as f64).collect();
        assert!(histogram(&[1.0], &Bins::Edges(edges), None).is_err());
        let (counts, _) = histogram(&[1.0, 2.0], &Bins::Count(MAX_BINS), None).unwrap();
        assert_eq!(counts.len(), MAX_BINS);
    }

    #[test]
    fn ranges_that_no_number_spans_are_refused() {
        let wide = [-1e308, 1e308];
        let error = histogram(&wide, &Bins::Count(3), None).unwrap_err();
        assert!(error.cause().contains("(-1e308, 1e308)"), "{error}");
        let edges = histogram(&wide, &Bins::Edges(vec![-1e308, 0.0, 1e308]), None).unwrap();
        assert_eq!(edges.0, [1.0, 1.0]);
        let falling = Bins::Edges(vec![0.0, 2.0, 1.0]);
        let error = histogram(&wide, &falling, None).unwrap_err();
        assert!(error.cause().contains("3 edges, one 1 after 2"), "{error}");
    }

    #[test]
    fn nothing_and_one_value_have_a_bin_all_the_same() {
        let auto = Bins::Rule(BinRule::Auto);
        let none: [f64; 0] = [];
        assert_eq!(
            histogram(&none, &auto, None).unwrap(),
            (vec![0.0], vec![0.0, 1.0])
        );
        assert_eq!(
            histogram(&[3.0, f64::NAN], &auto, None).unwrap(),
            (vec![1.0], vec![2.5, 3.5])
        );
    }
}
