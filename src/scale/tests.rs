//! What scales refuse, and what they do with numbers that they do not have.

use super::*;

#[test]
fn a_log_axis_shows_positive_limits_only() {
    let log = Scale::log();
    assert_eq!(log.limit_range(-1.0, 10.0, 0.5), (0.5, 10.0));
    assert_eq!(log.limit_range(0.0, -2.0, f64::INFINITY), (1e-300, 1e-300));
    assert_eq!(Scale::sym_log(1.0).limit_range(-1.0, 0.0, 0.5), (-1.0, 0.0));
}

#[test]
fn parameters_that_can_not_be_are_refused() {
    let numbers = [f64::NAN, f64::INFINITY, -10.0, -1.0, 0.0];
    for base in numbers.into_iter().chain([1e-300, 0.5, 1.0]) {
        for scale in [Scale::log(), Scale::sym_log(1.0)] {
            let error = scale.with_base(base).checked().unwrap_err();
            assert_eq!(error.cause(), format!("base can't be {base}"));
            assert_eq!(error.advice(), "give a number above 1");
        }
    }
    for number in numbers {
        assert!(Scale::sym_log(number).checked().is_err(), "{number}");
        let scale = Scale::sym_log(1.0).with_linscale(number);
        assert!(scale.checked().is_err(), "{number}");
        assert!(Scale::asinh(number).checked().is_err(), "{number}");
    }
    for base in [1.0001, 2.0, E, 1e300] {
        assert!(Scale::log().with_base(base).checked().is_ok(), "{base}");
    }
}

#[test]
fn a_scale_of_shares_shows_what_is_between_0_and_1() {
    let logit = Scale::logit();
    assert_eq!(logit.limit_range(-1.0, 1.5, 0.25), (0.25, 0.75));
    assert_eq!(
        logit.limit_range(0.0, 1.0, f64::INFINITY),
        (1e-7, 1.0 - 1e-7)
    );
    assert_eq!(logit.transform(0.5), 0.0);
    assert!(!logit.transform(0.0).is_finite() && logit.transform(1.5).is_nan());
    let clipped = logit.with_nonpositive(NonPositive::Clip);
    assert_eq!(
        (clipped.transform(-1.0), clipped.transform(1.0)),
        (-1000.0, 1000.0)
    );
}

#[test]
fn each_scale_has_an_inverse() {
    let scales = [
        Scale::Linear,
        Scale::log().with_base(3.0),
        Scale::sym_log(0.1).with_base(2.0).with_linscale(0.5),
        Scale::asinh(0.2),
        Scale::logit(),
        Scale::func(|x| x * x, f64::sqrt),
        Scale::func_log(|x| 3.0 * x, |y| y / 3.0),
    ];
    for scale in scales {
        for x in [0.01, 0.3, 0.9] {
            let back = scale.inverse(scale.transform(x));
            assert!((back - x).abs() < 1e-14, "{scale:?}: {back}");
        }
    }
}

#[test]
fn a_misspelt_name_is_answered_with_the_nearest() {
    let error = "lienar".parse::<Scale>().unwrap_err();
    assert_eq!(error.cause(), "unknown scale \"lienar\"");
    assert!(error.advice().starts_with("did you mean \"linear\"?"));
}
