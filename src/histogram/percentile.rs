//! Percentiles.

/// A percentile by linear interpolation, as NumPy's; NaN of nothing.
pub(crate) fn percentile(sorted: &[f64], share: f64) -> f64 {
    if sorted.is_empty() || sorted.iter().any(|v| v.is_nan()) {
        return f64::NAN;
    }
    let place = share * (sorted.len() - 1) as f64;
    let below = place.floor();
    let (low, t) = (sorted[below as usize], place - below);
    let high = sorted[(below as usize + 1).min(sorted.len() - 1)];
    // From the nearer end, so that it is exact there.
    match t >= 0.5 {
        true => high - (high - low) * (1.0 - t),
        false => low + (high - low) * t,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_interpolated() {
        assert_eq!(percentile(&[1.0, 2.0], 0.25), 1.25);
        assert_eq!(percentile(&[1.0, 2.0], 1.0), 2.0);
        assert!(percentile(&[1.0, f64::NAN], 0.5).is_nan());
    }
}
