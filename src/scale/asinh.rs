//! The inverse hyperbolic sine.

/// Above this, and below its inverse, one term is enough.
const LARGE: f64 = 268_435_456.0;

/// asinh to the last digit, which decides about a tick; that of the standard library is off by several.
///
/// ln(x + √(x² + 1)), in the form that loses no digits in each of four ranges (as in Sun's fdlibm).
pub(crate) fn asinh(x: f64) -> f64 {
    let a = x.abs();
    let positive = if a > LARGE {
        a.ln() + std::f64::consts::LN_2
    } else if a > 2.0 {
        (2.0 * a + 1.0 / ((a * a + 1.0).sqrt() + a)).ln()
    } else if a >= 1.0 / LARGE {
        let square = a * a;
        (a + square / (1.0 + (1.0 + square).sqrt())).ln_1p()
    } else {
        a
    };
    positive.copysign(x)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_inverse_of_sinh_in_all_ranges() {
        for x in [1e-12_f64, 0.3, 1.9, 2.1, 1e4, 1e8, 3e8, 1e300] {
            for x in [x, -x] {
                assert!((asinh(x).sinh() / x - 1.0).abs() < 1e-12 * asinh(x).abs().max(1.0));
            }
        }
        assert!(asinh(f64::NAN).is_nan());
        assert_eq!(asinh(f64::NEG_INFINITY), f64::NEG_INFINITY);
    }
}
