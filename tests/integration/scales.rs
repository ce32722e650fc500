//! Scales of axes and norms by scales, against the pictures of matplotlib that tests/baseline/scales.py draws.

use std::f64::consts::TAU;

use ndarray::Array2;
use plotreel::axes::ColorbarOptions;
use plotreel::error::Result;
use plotreel::scale::{NonPositive, Scale};
use plotreel::subplots::SubplotsOptions;
use plotreel::{Axes, Canvas, Figure, FrameSize, Handle, Norm};

use crate::baseline::{Make, assert_figures};

/// Scenes, and how near they have to be: RMS and percentage.
const SCENES: &[(&str, Make, f64, f64)] = &[
    ("asinh", scenes::asinh, 0.1, 0.05),
    ("asinh_bases", scenes::asinh_bases, 0.1, 0.05),
    ("logit", scenes::logit, 0.1, 0.05),
    ("logit_near", scenes::logit_near, 0.1, 0.05),
    ("logit_beyond", scenes::logit_beyond, 0.1, 0.05),
    ("logit_clipped", scenes::logit_clipped, 0.1, 0.05),
    ("roots", scenes::roots, 0.1, 0.05),
    ("mercator", scenes::mercator, 0.1, 0.05),
    ("inverted_function", scenes::inverted_function, 0.1, 0.05),
    ("function_log", scenes::function_log, 0.1, 0.05),
    ("log_subs", scenes::log_subs, 0.1, 0.05),
    ("log_masked", scenes::log_masked, 0.1, 0.05),
    ("symlog_subs", scenes::symlog_subs, 0.1, 0.05),
    ("mesh", scenes::mesh, 0.1, 0.05),
    ("radii", scenes::radii, 0.1, 0.05),
    ("space", scenes::space, 0.1, 0.05),
    ("norm_asinh", scenes::norm_asinh, 0.1, 0.05),
    ("norm_function", scenes::norm_function, 0.1, 0.05),
    ("norm_symlog", scenes::norm_symlog, 0.1, 0.05),
];

#[test]
fn scales_are_drawn_as_by_matplotlib() {
    assert_figures("scales", (3.2, 2.4), SCENES);
}

fn values(count: i32) -> Vec<f64> {
    let value = |i: i32| (1.7 * f64::from(i)).sin() * 10f64.powf(0.1 * f64::from(i % 40));
    (0..count).map(value).collect()
}

fn shares(count: i32) -> Vec<f64> {
    let share = |i: i32| 1.0 / (1.0 + (-0.2 * (f64::from(i) - f64::from(count) / 2.0)).exp());
    (0..count).map(share).collect()
}

fn steps(count: i32) -> Vec<f64> {
    (0..count).map(f64::from).collect()
}

fn spaced(from: f64, to: f64, count: i32) -> Vec<f64> {
    let step = (to - from) / f64::from(count - 1);
    (0..count).map(|i| from + step * f64::from(i)).collect()
}

fn mapped(values: &[f64], f: impl Fn(f64) -> f64) -> Vec<f64> {
    values.iter().map(|v| f(*v)).collect()
}

fn waves(rows: usize, columns: usize) -> Array2<f64> {
    Array2::from_shape_fn((rows, columns), |(r, c)| {
        let (r, c) = (r as f64, c as f64);
        ((0.5 * c).sin() * (0.4 * r).cos()).powi(3) * (1.0 + c * r)
    })
}

fn flat(fig: &mut Figure) -> Result<Handle<Axes>> {
    fig.add_subplot(1, 1, 1)
}

mod scenes {
    use super::*;

    pub(super) fn asinh(fig: &mut Figure) -> Result<()> {
        let ax = flat(fig)?;
        fig[ax].plot(&steps(80), &values(80))?;
        fig[ax].set_yscale(Scale::asinh(1.0))?;
        fig[ax].grid(true);
        Ok(())
    }

    pub(super) fn asinh_bases(fig: &mut Figure) -> Result<()> {
        let ax = flat(fig)?;
        fig[ax].plot_fmt(&values(80), &mapped(&values(80), |v| 300.0 * v), ".")?;
        fig[ax].set_xscale(Scale::asinh(0.2).with_base(2.0))?;
        fig[ax].set_yscale(Scale::asinh(10.0).with_base(0.0))
    }

    pub(super) fn logit(fig: &mut Figure) -> Result<()> {
        let ax = flat(fig)?;
        fig[ax].plot(&steps(60), &shares(60))?;
        fig[ax].scatter(&[10, 20, 30], &[0.2, 0.03, 0.97])?;
        fig[ax].set_yscale(Scale::logit())?;
        fig[ax].grid(true);
        Ok(())
    }

    pub(super) fn logit_near(fig: &mut Figure) -> Result<()> {
        let ax = flat(fig)?;
        fig[ax].plot_fmt(&steps(8), &shares(8), "o-")?;
        let scale = Scale::logit().with_one_half("1/2").with_use_overline(true);
        fig[ax].set_yscale(scale)?;
        let span = fig[ax].axhspan(0.3, 0.6);
        fig[span].set_alpha(0.3)
    }

    const BEYOND: [f64; 6] = [-0.5, 0.2, 0.6, 1.0, 1.4, 0.7];

    pub(super) fn logit_beyond(fig: &mut Figure) -> Result<()> {
        let shared = SubplotsOptions::new().with_sharey("all")?;
        let axs = fig.subplots_with(1, 2, &shared)?;
        let (left, right) = (axs[[0, 0]], axs[[0, 1]]);
        fig[left].plot(&steps(6), &BEYOND)?;
        fig[right].plot(&steps(6), &BEYOND)?;
        let band = fig[left].fill_between(&steps(6), &BEYOND, &[0.0; 6])?;
        fig[band].set_alpha(0.3)?;
        fig[left].set_yscale(Scale::logit())?;
        fig[left].set_ylim(0.01, 0.99)
    }

    pub(super) fn logit_clipped(fig: &mut Figure) -> Result<()> {
        let ax = flat(fig)?;
        fig[ax].plot(&steps(6), &BEYOND)?;
        fig[ax].set_yscale(Scale::logit().with_nonpositive(NonPositive::Clip))?;
        fig[ax].set_ylim(0.01, 0.99)
    }

    pub(super) fn roots(fig: &mut Figure) -> Result<()> {
        let ax = flat(fig)?;
        let x = spaced(0.0, 9.0, 50);
        fig[ax].plot(&x, &mapped(&x, |x| x * x))?;
        let bars = fig[ax].bar(&[1, 4, 7], &[10, 30, 60])?;
        fig[bars].set_alpha(0.4)?;
        fig[ax].set_xscale(Scale::func(|x| x.powf(0.5), |y| y.powi(2)))?;
        fig[ax].set_yscale(Scale::func(|x| x.powf(1.0 / 3.0), |y| y.powi(3)))?;
        fig[ax].minorticks_on();
        Ok(())
    }

    pub(super) fn mercator(fig: &mut Figure) -> Result<()> {
        let ax = flat(fig)?;
        fig[ax].plot(&spaced(0.0, 10.0, 60), &spaced(-60.0, 80.0, 60))?;
        let forward = |a: f64| {
            let a = a.to_radians();
            (a.tan() + 1.0 / a.cos()).abs().ln().to_degrees()
        };
        let inverse = |a: f64| a.to_radians().sinh().atan().to_degrees();
        fig[ax].set_yscale(Scale::func(forward, inverse))?;
        fig[ax].set_ylim(-60.0, 80.0)?;
        fig[ax].grid(true);
        Ok(())
    }

    pub(super) fn inverted_function(fig: &mut Figure) -> Result<()> {
        let ax = flat(fig)?;
        fig[ax].plot_fmt(&[1, 2, 5, 10], &[1, 3, 2, 4], "o-")?;
        fig[ax].set_xscale(Scale::func(|x| 1.0 / x, |y| 1.0 / y))
    }

    pub(super) fn function_log(fig: &mut Figure) -> Result<()> {
        let ax = flat(fig)?;
        fig[ax].plot(&spaced(1.0, 1000.0, 60), &spaced(0.0, 1.0, 60))?;
        let scale = Scale::func_log(|x| 3.0 * x + 20.0, |y| (y - 20.0) / 3.0);
        fig[ax].set_xscale(scale.with_base(2.0))
    }

    pub(super) fn log_subs(fig: &mut Figure) -> Result<()> {
        let ax = flat(fig)?;
        fig[ax].plot(&[1, 10, 100], &[1, 30, 400])?;
        fig[ax].set_xscale(Scale::log().with_base(2.0).with_subs([1.5]))?;
        fig[ax].set_yscale(Scale::log().with_subs([2.0, 5.0]))
    }

    pub(super) fn log_masked(fig: &mut Figure) -> Result<()> {
        let axs = fig.subplots(1, 2)?;
        for (ax, how) in [([0, 0], NonPositive::Mask), ([0, 1], NonPositive::Clip)] {
            fig[axs[ax]].plot_fmt(&steps(7), &[3, 1, -1, 2, 0, 5, 4], "o-")?;
            fig[axs[ax]].set_yscale(Scale::log().with_nonpositive(how))?;
        }
        Ok(())
    }

    pub(super) fn symlog_subs(fig: &mut Figure) -> Result<()> {
        let ax = flat(fig)?;
        fig[ax].plot(&steps(80), &values(80))?;
        let scale = Scale::sym_log(0.5).with_linscale(0.4);
        fig[ax].set_yscale(scale.with_subs([2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0]))
    }

    pub(super) fn mesh(fig: &mut Figure) -> Result<()> {
        let ax = flat(fig)?;
        let (x, y) = (spaced(-20.0, 20.0, 13), spaced(0.05, 0.95, 9));
        fig[ax].pcolormesh(&x, &y, &waves(8, 12))?;
        fig[ax].set_xscale(Scale::asinh(1.0))?;
        fig[ax].set_yscale(Scale::logit())
    }

    pub(super) fn radii(fig: &mut Figure) -> Result<()> {
        let ax = fig.add_subplot_polar(1, 1, 1)?;
        let theta = spaced(0.0, TAU, 50);
        fig[ax].plot(&theta, &mapped(&theta, |t| 20.0 * (1.0 + (3.0 * t).sin())))?;
        fig[ax].set_rscale(Scale::asinh(2.0))
    }

    pub(super) fn space(fig: &mut Figure) -> Result<()> {
        let ax = fig.add_subplot_3d(1, 1, 1)?;
        let t = spaced(0.0, 6.0, 50);
        let z = mapped(&t, |t| 20.0 * t.sin());
        fig[ax].plot(&mapped(&t, f64::cos), &mapped(&t, |t| t * t), &z)?;
        fig[ax].set_zscale(Scale::asinh(1.0))?;
        fig[ax].set_yscale(Scale::func(f64::sqrt, |y| y * y))
    }

    pub(super) fn norm_asinh(fig: &mut Figure) -> Result<()> {
        let ax = flat(fig)?;
        let im = fig[ax].imshow(&waves(9, 12))?;
        fig[im].set_norm(Norm::asinh(0.5));
        fig.colorbar(im, ax)?;
        Ok(())
    }

    pub(super) fn norm_function(fig: &mut Figure) -> Result<()> {
        let ax = flat(fig)?;
        let im = fig[ax].imshow(&waves(9, 12))?;
        let norm = Norm::func(|x| (x + 60.0).sqrt(), |y| y * y - 60.0);
        fig[im].set_norm(norm.with_vmin(-50.0).with_vmax(60.0));
        let options = ColorbarOptions::new().with_location("bottom")?;
        fig.colorbar_with(im, ax, &options.with_extend("max")?)?;
        Ok(())
    }

    pub(super) fn norm_symlog(fig: &mut Figure) -> Result<()> {
        let ax = flat(fig)?;
        let im = fig[ax].imshow(&waves(9, 12))?;
        fig[im].set_norm(Norm::sym_log(0.3).with_linscale(0.2).with_base(2.0));
        fig.colorbar(im, ax)?;
        Ok(())
    }
}

fn drawn(fig: &Figure) -> Result<()> {
    let size = FrameSize::of_figure(fig.figsize(), fig.dpi())?;
    fig.draw(&mut Canvas::new(size))
}

/// Draws a line of values around a scale's edges by it, and says whether that was possible.
fn draws(scale: Scale) -> bool {
    let mut fig = Figure::new((1.0, 1.0), 50.0);
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    fig[ax].plot(&steps(6), &BEYOND).unwrap();
    if fig[ax].set_yscale(scale).is_err() {
        return false;
    }
    fig[ax].minorticks_on();
    drawn(&fig).is_ok()
}

const BEYOND: [f64; 6] = [-0.5, 0.0, 0.6, 1.0, 1e300, f64::NAN];

#[test]
fn functions_that_are_no_scale_are_drawn_without_a_panic() {
    let functions: [fn(f64) -> f64; 8] = [
        |_| f64::NAN,
        |_| f64::INFINITY,
        |_| 3.0,
        |x| -x,
        |x| x * x,
        |x| x.sin(),
        f64::ln,
        f64::exp,
    ];
    for forward in functions {
        for inverse in functions {
            assert!(draws(Scale::func(forward, inverse)));
            assert!(draws(Scale::func_log(forward, inverse)));
        }
    }
    assert!(draws(Scale::logit()) && draws(Scale::asinh(1e-300)));
    assert!(!draws(Scale::asinh(0.0)) && !draws(Scale::asinh(f64::NAN)));
}

#[test]
fn norms_that_can_not_be_say_why() {
    let fault = |norm: Norm| {
        let mut fig = Figure::new((1.0, 1.0), 50.0);
        let ax = fig.add_subplot(1, 1, 1).unwrap();
        let im = fig[ax].imshow(&waves(3, 3)).unwrap();
        fig[im].set_norm(norm.with_vmin(-1.0).with_vmax(2.0));
        drawn(&fig).unwrap_err().to_string()
    };
    let text = fault(Norm::func(f64::sqrt, |y| y * y));
    assert!(text.contains("vmin = -1 and vmax = 2 become NaN"), "{text}");
    let text = fault(Norm::asinh(0.0));
    assert!(text.contains("linear_width"), "{text}");
    let text = fault(Norm::sym_log(0.0));
    assert!(text.contains("linthresh"), "{text}");
    for (text, shown) in [
        ("symlog:1", "symlog:1"),
        ("symlog:1, 0.5", "symlog:1,0.5"),
        ("symlog:0.1,2,10", "symlog:0.1,2"),
        ("symlog:0.1,1,2", "symlog:0.1,1,2"),
        ("asinh:0.5", "asinh:0.5"),
    ] {
        assert_eq!(text.parse::<Norm>().unwrap().to_string(), shown);
    }
    assert!("asinh".parse::<Norm>().is_err() && "symlog:1,2,3,4".parse::<Norm>().is_err());
}
