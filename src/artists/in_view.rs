//! The part of increasing values that is in view.

use std::borrow::Cow;
use std::ops::Range;

use crate::artists::DrawContext;
use crate::scale::Scale;

/// Lines of more points are drawn in part where the rest is out of view.
const MIN_SLICED: usize = 1000;

/// The indices of many x in view, and one more on each side; `None` if they do not increase, or not on a linear scale.
pub(super) fn in_view(x: &[f64], ctx: &DrawContext<'_>) -> Option<Range<usize>> {
    let flat = ctx.mapping.flat()?;
    let is_linear = flat.scales().0 == Scale::Linear;
    (is_linear && x.len() > MIN_SLICED).then(|| between(x, flat.limits().x))?
}

/// The indices of the values between limits, and one more on each side; `None` if the values do not increase.
fn between(values: &[f64], (from, to): (f64, f64)) -> Option<Range<usize>> {
    let sorted = without_gaps(values)?;
    let first = sorted.partition_point(|x| *x < from.min(to));
    let last = sorted.partition_point(|x| *x <= from.max(to));
    Some(first.saturating_sub(1)..(last + 1).min(values.len()))
}

/// The values, which increase, with those that are NaN between their neighbours; `None` if they do not increase.
fn without_gaps(values: &[f64]) -> Option<Cow<'_, [f64]>> {
    if increases(values) {
        return Some(Cow::Borrowed(values));
    }
    let known = || {
        values
            .iter()
            .copied()
            .enumerate()
            .filter(|(_, x)| !x.is_nan())
    };
    let first = known().next()?;
    if !known().map(|(_, x)| x).is_sorted() {
        return None;
    }
    let mut filled = values.to_vec();
    filled[..first.0].fill(first.1);
    let mut last = first;
    for (i, x) in known() {
        let step = (x - last.1) / (i - last.0).max(1) as f64;
        for (steps, gap) in (0..).zip(&mut filled[last.0..i]) {
            *gap = last.1 + step * f64::from(steps);
        }
        last = (i, x);
    }
    filled[last.0..].fill(last.1);
    Some(Cow::Owned(filled))
}

/// Whether none of the values is less than the one before, or NaN.
fn increases(values: &[f64]) -> bool {
    // Without an end in between, several are compared at once.
    const AT_ONCE: usize = 256;
    let steps = values.len().saturating_sub(1);
    (0..steps).step_by(AT_ONCE).all(|start| {
        let end = steps.min(start + AT_ONCE);
        let pairs = values[start..end].iter().zip(&values[start + 1..=end]);
        pairs.fold(true, |all, (a, b)| all & (a <= b))
    }) && values.first().is_some_and(|first| !first.is_nan())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_lie_between_their_neighbours() {
        let gap = f64::NAN;
        let values = [gap, 1.0, gap, gap, 4.0, 4.0, gap];
        let filled = without_gaps(&values).unwrap();
        assert_eq!(*filled, [1.0, 1.0, 2.0, 3.0, 4.0, 4.0, 4.0]);
        assert!(without_gaps(&[1.0, gap, 0.5]).is_none());
        assert!(without_gaps(&[gap; 3]).is_none());
    }

    #[test]
    fn a_slice_has_one_more_point_on_each_side() {
        let values = [0.0, 1.0, 2.0, 3.0, 4.0];
        for (limits, slice) in [
            ((1.5, 2.5), 1..4),
            ((2.5, 1.5), 1..4),
            ((1.0, 3.0), 0..5),
            ((-2.0, -1.0), 0..1),
            ((7.0, 8.0), 4..5),
        ] {
            assert_eq!(between(&values, limits), Some(slice));
        }
    }
}
