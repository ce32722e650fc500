//! Intervals that are wide enough to divide by.

/// Widens and orders an interval that is empty or too narrow for its position, as `transforms.nonsingular`.
///
/// An interval narrower than `tiny` times its larger end is extended by `expander` times each end. If an end is
/// infinite or NaN, or both are almost zero, the interval is ±`expander`. With `increasing` the smaller end comes
/// first.
///
/// ```
/// use plotreel::ticker::nonsingular;
///
/// assert_eq!(nonsingular(2.0, 2.0, 0.5, 1e-15, true), (1.0, 3.0));
/// assert_eq!(nonsingular(3.0, -1.0, 0.5, 1e-15, true), (-1.0, 3.0));
/// ```
pub fn nonsingular(vmin: f64, vmax: f64, expander: f64, tiny: f64, increasing: bool) -> (f64, f64) {
    if !(vmin.is_finite() && vmax.is_finite()) {
        return (-expander, expander);
    }
    let swapped = vmax < vmin;
    let (mut low, mut high) = if swapped { (vmax, vmin) } else { (vmin, vmax) };
    let largest = low.abs().max(high.abs());
    if largest < (1e6 / tiny) * f64::MIN_POSITIVE {
        (low, high) = (-expander, expander);
    } else if high - low <= largest * tiny {
        low -= expander * low.abs();
        high += expander * high.abs();
    }
    if swapped && !increasing {
        (high, low)
    } else {
        (low, high)
    }
}
