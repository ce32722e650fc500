//! Scaled images against matplotlib's, drawn by tests/baseline/interpolation.py.

use plotreel::Colormap;
use plotreel::image::{AxesImage, Interpolation, InterpolationStage, Origin};

use crate::baseline::{Picture, assert_near, baseline};
use crate::imshow::Array;
use crate::support::full_figure;

/// Limits of the x and of the y axis.
type Limits = [(f64, f64); 2];

/// Those of an image of 20 x 16 elements.
const OF_SCALAR: Limits = [(-0.5, 19.5), (15.5, -0.5)];

const PART: Limits = [(3.2, 11.2), (9.1, 3.1)];
const TURNED: Limits = [(30.0, -2.0), (-3.0, 21.0)];

/// Draws a scene, which may be off by this RMS, but by no more than 8 anywhere.
fn check(
    (name, array): (&str, &str),
    limits: Option<Limits>,
    rms: f64,
    settings: fn(&mut AxesImage),
) {
    let array = Array::load(&baseline(&format!("interpolation/{array}.npy")));
    let name = format!("interpolation/{name}");
    let Picture { width, height, .. } = Picture::of_baseline(&name);
    let (mut fig, ax) = full_figure(width, height);
    let im = fig[ax].imshow(&array).unwrap();
    settings(&mut fig[im]);
    if let Some([x, y]) = limits {
        fig[ax].set_xlim(x.0, x.1).unwrap();
        fig[ax].set_ylim(y.0, y.1).unwrap();
    }
    assert_near(&name, &fig, rms, 0.0);
}

/// Scenes and the RMS by which they may be off.
///
/// matplotlib keeps floats where an image here keeps bytes: of colormaps, of float arrays, and of colours with alpha.
macro_rules! scenes {
    ($($name:ident of $array:ident $(in $limits:ident)? $(, off $off:literal)?: $settings:expr;)*) => {$(
        #[test]
        fn $name() {
            #[allow(unused_variables)]
            let (limits, off): (Option<Limits>, f64) = (None, 0.0);
            $(let limits = Some($limits);)?
            $(let off = $off;)?
            check((stringify!($name), stringify!($array)), limits, off, $settings);
        }
    )*};
}

fn filter(im: &mut AxesImage, name: &str) {
    im.set_interpolation(name).unwrap();
}

fn inside(im: &mut AxesImage, name: &str) {
    filter(im, name);
    im.set_extent([1.3, 12.1, 9.4, 2.2]).unwrap();
}

fn flipped(im: &mut AxesImage, name: &str) {
    filter(im, name);
    im.set_extent([17.2, 2.1, 1.3, 12.4]).unwrap();
}

scenes!(
    odd_auto of rgb: |im| filter(im, "auto");
    odd_none of rgb: |im| filter(im, "none");
    odd_nearest of rgb: |im| filter(im, "nearest");
    odd_bilinear of rgb: |im| filter(im, "bilinear");
    odd_bicubic of rgb: |im| filter(im, "bicubic");
    odd_spline16 of rgb: |im| filter(im, "spline16");
    odd_spline36 of rgb: |im| filter(im, "spline36");
    odd_hanning of rgb: |im| filter(im, "hanning");
    odd_hamming of rgb: |im| filter(im, "hamming");
    odd_hermite of rgb: |im| filter(im, "hermite");
    odd_kaiser of rgb: |im| filter(im, "kaiser");
    odd_quadric of rgb: |im| filter(im, "quadric");
    odd_catrom of rgb: |im| filter(im, "catrom");
    odd_gaussian of rgb: |im| filter(im, "gaussian");
    odd_bessel of rgb: |im| filter(im, "bessel");
    odd_mitchell of rgb: |im| filter(im, "mitchell");
    odd_sinc of rgb: |im| filter(im, "sinc");
    odd_lanczos of rgb: |im| filter(im, "lanczos");
    odd_blackman of rgb: |im| filter(im, "blackman");
    small_auto of rgb: |im| filter(im, "auto");
    small_none of rgb: |im| filter(im, "none");
    small_nearest of rgb: |im| filter(im, "nearest");
    small_bilinear of rgb: |im| filter(im, "bilinear");
    small_bicubic of rgb: |im| filter(im, "bicubic");
    small_lanczos of rgb: |im| filter(im, "lanczos");
    reduced_auto of large: |im| filter(im, "auto");
    reduced_nearest of large: |im| filter(im, "nearest");
    reduced_none of large: |im| filter(im, "none");
    reduced_bilinear of large: |im| filter(im, "bilinear");
    reduced_lanczos of large: |im| filter(im, "lanczos");
    triple_auto of rgb: |_| ();
    double_auto of rgb: |_| ();
    same_lanczos of rgb: |im| filter(im, "lanczos");

    data_bilinear of scalar: |im| filter(im, "bilinear");
    data_triple of scalar: |im| filter(im, "hanning");
    data_single of single: |im| filter(im, "bicubic");
    data_lanczos of single: |im| filter(im, "lanczos");
    data_counts of counts: |im| filter(im, "bilinear");
    data_holes of holes: |im| filter(im, "bilinear");
    data_holes_nearest of holes: |im| filter(im, "nearest");
    data_small of scalar: |im| {
        filter(im, "bilinear");
        im.set_interpolation_stage(InterpolationStage::Data).unwrap();
    };
    data_reduced of field: |im| im.set_interpolation_stage(InterpolationStage::Data).unwrap();
    data_alpha of scalar: |im| {
        filter(im, "bilinear");
        im.set_alpha(Some(0.5)).unwrap();
    };
    rgba_small of scalar, off 0.4378: |_| ();
    rgba_gray of scalar, off 0.67083: |im| {
        filter(im, "bicubic");
        im.set_cmap(Colormap::named("gray").unwrap());
    };
    rgba_stage of scalar, off 0.40482: |im| {
        filter(im, "bilinear");
        im.set_interpolation_stage(InterpolationStage::Rgba).unwrap();
    };
    rgba_holes of holes, off 0.39025: |im| {
        filter(im, "bilinear");
        im.set_interpolation_stage(InterpolationStage::Rgba).unwrap();
    };
    rgba_reduced of field, off 0.26842: |_| ();
    rgba_alpha of scalar, off 0.25277: |im| im.set_alpha(Some(0.3)).unwrap();

    color_alpha of rgb: |im| im.set_alpha(Some(0.5)).unwrap();
    color_alpha_same of rgb: |im| im.set_alpha(Some(0.8)).unwrap();
    color_rgba of rgba: |im| filter(im, "bilinear");
    color_rgba_reduced of rgba: |_| ();
    color_rgba_alpha of rgba: |im| {
        im.set_interpolation(Interpolation::Hanning).unwrap();
        im.set_alpha(Some(0.5)).unwrap();
    };
    color_rgba_alpha_nearest of rgba: |im| {
        filter(im, "nearest");
        im.set_alpha(Some(0.5)).unwrap();
    };
    color_floats of floats, off 0.43462: |_| ();
    scalar_alpha_nearest of scalar: |im| {
        filter(im, "nearest");
        im.set_alpha(Some(0.7)).unwrap();
    };
    scalar_alpha_nearest_data of scalar: |im| {
        filter(im, "nearest");
        im.set_alpha(Some(0.7)).unwrap();
    };

    lower_nearest of rgb: |im| {
        filter(im, "nearest");
        im.set_origin(Origin::Lower);
    };
    lower_none of rgb: |im| {
        filter(im, "none");
        im.set_origin(Origin::Lower);
    };
    lower_bilinear of scalar: |im| {
        filter(im, "bilinear");
        im.set_origin(Origin::Lower);
    };
    extent_nearest of rgb: |im| {
        filter(im, "nearest");
        im.set_extent([0.0, 3.0, -1.0, 2.0]).unwrap();
    };
    extent_bicubic of rgb: |im| {
        filter(im, "bicubic");
        im.set_extent([0.0, 3.0, -1.0, 2.0]).unwrap();
    };
    extent_inside of rgb in OF_SCALAR: |im| inside(im, "bilinear");
    extent_inside_nearest of rgb in OF_SCALAR: |im| inside(im, "nearest");
    flipped_bilinear of rgb in OF_SCALAR: |im| flipped(im, "bilinear");
    flipped_nearest of rgb in OF_SCALAR: |im| flipped(im, "nearest");

    limits_nearest of rgb in PART: |im| filter(im, "nearest");
    limits_lanczos of rgb in PART: |im| filter(im, "lanczos");
    limits_flipped of rgb in TURNED: |im| filter(im, "bilinear");
);
