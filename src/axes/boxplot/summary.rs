//! What a box plot shows of its data.

use crate::axes::boxplot::options::Whis;
use crate::histogram::percentile;

/// What a box shows.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Summary {
    pub(super) mean: f64,
    pub(super) median: f64,
    pub(super) quartiles: [f64; 2],
    pub(super) whiskers: [f64; 2],
    /// The confidence interval of the median, after McGill, Tukey and Larsen (1978).
    pub(super) notch: [f64; 2],
    pub(super) fliers: Vec<f64>,
}

impl Summary {
    pub(super) fn of(values: &[f64], whis: Whis) -> Self {
        let mut sorted = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        let [q1, median, q3] = [0.25, 0.5, 0.75].map(|share| percentile(&sorted, share));
        let (low, high) = match whis {
            Whis::Heights(whis) => (q1 - whis * (q3 - q1), q3 + whis * (q3 - q1)),
            Whis::Percentiles(low, high) => (
                percentile(&sorted, low / 100.0),
                percentile(&sorted, high / 100.0),
            ),
        };
        let within =
            |values: &mut dyn Iterator<Item = f64>, of: fn(f64, f64) -> f64| values.reduce(of);
        let top = within(&mut values.iter().copied().filter(|v| *v <= high), f64::max);
        let bottom = within(&mut values.iter().copied().filter(|v| *v >= low), f64::min);
        let whiskers = [
            bottom.filter(|bottom| *bottom <= q1).unwrap_or(q1),
            top.filter(|top| *top >= q3).unwrap_or(q3),
        ];
        let reach = 1.57 * (q3 - q1) / (values.len() as f64).sqrt();
        let below = values.iter().copied().filter(|v| *v < whiskers[0]);
        let above = values.iter().copied().filter(|v| *v > whiskers[1]);
        Self {
            mean: values.iter().sum::<f64>() / values.len() as f64,
            median,
            quartiles: [q1, q3],
            whiskers,
            notch: [median - reach, median + reach],
            fliers: below.chain(above).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_have_the_quartiles_and_whiskers_of_their_data() {
        let summary = Summary::of(&[1.0, 2.0, 3.0, 4.0, 20.0], 1.5.into());
        assert_eq!((summary.quartiles, summary.median), ([2.0, 4.0], 3.0));
        assert_eq!(
            (summary.whiskers, &summary.fliers[..]),
            ([1.0, 4.0], &[20.0][..])
        );
        assert_eq!(summary.mean, 6.0);
        assert!(Summary::of(&[], 1.5.into()).median.is_nan());
    }
}
