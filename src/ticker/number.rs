//! Arithmetic as Python and numpy do it, where the last bit decides about a tick.

/// More ticks than this are not drawn: they would take much memory and show nothing.
pub(crate) const MAX_TICKS: usize = 10_000;

/// At this number of ticks a warning is logged (`Locator.MAXTICKS`).
const MANY_TICKS: f64 = 1000.0;

/// `divmod(x, y)`: the quotient rounded down, and the remainder.
pub(super) fn div_mod(x: f64, y: f64) -> (f64, f64) {
    let mut rest = x % y;
    let mut quotient = (x - rest) / y;
    if rest == 0.0 {
        rest = 0.0_f64.copysign(y);
    } else if (y < 0.0) != (rest < 0.0) {
        rest += y;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0.0_f64.copysign(x / y), rest);
    }
    let floor = quotient.floor();
    let snapped = if quotient - floor > 0.5 {
        floor + 1.0
    } else {
        floor
    };
    (snapped, rest)
}

/// `x // y`.
pub(super) fn floor_div(x: f64, y: f64) -> f64 {
    div_mod(x, y).0
}

/// 10 to the power of `n`.
pub(super) fn pow10(n: f64) -> f64 {
    10f64.powf(n)
}

/// The power of ten at or below `x`.
pub(super) fn order_of_magnitude(x: f64) -> f64 {
    x.log10().floor()
}

/// `np.round(x, decimals)`, which scales, rounds and scales back.
pub(super) fn round_decimals(x: f64, decimals: i32) -> f64 {
    // By multiplication, which beyond 10²² is not always the nearest number; this is visible in labels.
    let scale = (0..decimals).fold(1.0, |scale, _| scale * 10.0);
    (x * scale).round_ties_even() / scale
}

/// Whether `x` is an integer within a relative 1e-9 (`math.isclose`).
pub(super) fn is_close_to_int(x: f64) -> bool {
    let whole = x.round_ties_even();
    x == whole || (x - whole).abs() <= 1e-9 * x.abs().max(whole.abs())
}

/// `tick(0), tick(1), …`, `count` of them; none if `count` is NaN or too large.
pub(super) fn ticks(count: f64, tick: impl Fn(f64) -> f64) -> Vec<f64> {
    let count = count.ceil();
    if !can_be(count) {
        return Vec::new();
    }
    (0..count.max(0.0) as u32)
        .map(|i| tick(f64::from(i)))
        .collect()
}

/// Whether this number of ticks may be drawn; logs a warning if it is large.
pub(crate) fn can_be(count: f64) -> bool {
    if count.is_nan() || count > MAX_TICKS as f64 {
        ::log::warn!(
            "{count} ticks are too many to draw, so none are drawn: use a locator with at most {MAX_TICKS} ticks"
        );
        return false;
    }
    warn_of_many(count);
    true
}

/// Logs a warning if there are many ticks.
pub(super) fn warn_of_many(count: f64) {
    if count >= MANY_TICKS {
        ::log::warn!("there are {count} ticks on an axis, which is {MANY_TICKS} or more");
    }
}

/// Text with the typographic minus.
pub(super) fn fix_minus(text: &str) -> String {
    text.replace('-', "\u{2212}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn division_rounds_down_and_repairs_its_own_error() {
        assert_eq!(div_mod(-7.0, 2.0), (-4.0, 1.0));
        assert_eq!(div_mod(7.0, -2.0), (-4.0, -1.0));
        // 1 / 0.1 is 10, yet 0.1 is more than a tenth.
        assert_eq!(floor_div(1.0, 0.1), 9.0);
        assert!(floor_div(f64::INFINITY, 2.0).is_nan());
    }

    #[test]
    fn ticks_without_number_or_measure_are_none() {
        assert!(ticks(f64::NAN, |i| i).is_empty());
        assert!(ticks(1e9, |i| i).is_empty());
        assert!(ticks(-3.0, |i| i).is_empty());
        assert_eq!(ticks(1.5, |i| i), [0.0, 1.0]);
    }
}
