//! Scaled images against matplotlib's, drawn by tests/baseline/interpolation.py.

use plotreel::Colormap;
use plotreel::image::{AxesImage, Interpolation, InterpolationStage, Origin};

use crate::imshow::{Array, baseline, load_png};
use crate::support::{draw, full_figure};

/// Draws a scene and returns how many channels differ from matplotlib's, and by how much at most.
///
/// With `below`, an image of that array comes first, so that the other does not fill the axes.
fn compare(
    name: &str,
    array: &str,
    below: Option<&str>,
    settings: impl FnOnce(&mut AxesImage),
) -> (usize, u8) {
    let folder = baseline("interpolation");
    let load = |array: &str| Array::load(&folder.join(format!("{array}.npy")));
    let (width, height, expected) = load_png(&folder.join(format!("{name}.png")));
    let (mut fig, ax) = full_figure(width, height);
    if let Some(below) = below {
        let below = fig[ax].imshow(&load(below)).unwrap();
        fig[below].set_visible(false);
        let ((left, right), (bottom, top)) = (fig[ax].xlim(), fig[ax].ylim());
        fig[ax].set_xlim(left, right).unwrap();
        fig[ax].set_ylim(bottom, top).unwrap();
    }
    let im = fig[ax].imshow(&load(array)).unwrap();
    settings(&mut fig[im]);
    let found = draw(&fig);
    let off = found.iter().zip(&expected).map(|(a, b)| a.abs_diff(*b));
    (off.clone().filter(|d| *d > 0).count(), off.max().unwrap())
}

/// Scenes with the most channels that may be off, all by one level.
///
/// matplotlib keeps floats where an image here keeps bytes: of colormaps, of float arrays, and of colours with alpha.
macro_rules! scenes {
    ($($name:ident of $array:ident $(over $below:ident)?, off $off:literal: $settings:expr;)*) => {$(
        #[test]
        fn $name() {
            let (name, array) = (stringify!($name), stringify!($array));
            #[allow(unused_variables)]
            let below: Option<&str> = None;
            $(let below = Some(stringify!($below));)?
            let settings: fn(&mut AxesImage) = $settings;
            let (off, most) = compare(name, array, below, settings);
            assert!(off <= $off && most <= 1, "{off} channels off by up to {most}");
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
    odd_auto of rgb, off 0: |im| filter(im, "auto");
    odd_none of rgb, off 0: |im| filter(im, "none");
    odd_nearest of rgb, off 0: |im| filter(im, "nearest");
    odd_bilinear of rgb, off 0: |im| filter(im, "bilinear");
    odd_bicubic of rgb, off 0: |im| filter(im, "bicubic");
    odd_spline16 of rgb, off 0: |im| filter(im, "spline16");
    odd_spline36 of rgb, off 0: |im| filter(im, "spline36");
    odd_hanning of rgb, off 0: |im| filter(im, "hanning");
    odd_hamming of rgb, off 0: |im| filter(im, "hamming");
    odd_hermite of rgb, off 0: |im| filter(im, "hermite");
    odd_kaiser of rgb, off 0: |im| filter(im, "kaiser");
    odd_quadric of rgb, off 0: |im| filter(im, "quadric");
    odd_catrom of rgb, off 0: |im| filter(im, "catrom");
    odd_gaussian of rgb, off 0: |im| filter(im, "gaussian");
    odd_bessel of rgb, off 0: |im| filter(im, "bessel");
    odd_mitchell of rgb, off 0: |im| filter(im, "mitchell");
    odd_sinc of rgb, off 0: |im| filter(im, "sinc");
    odd_lanczos of rgb, off 0: |im| filter(im, "lanczos");
    odd_blackman of rgb, off 0: |im| filter(im, "blackman");
    small_auto of rgb, off 0: |im| filter(im, "auto");
    small_none of rgb, off 0: |im| filter(im, "none");
    small_nearest of rgb, off 0: |im| filter(im, "nearest");
    small_bilinear of rgb, off 0: |im| filter(im, "bilinear");
    small_bicubic of rgb, off 0: |im| filter(im, "bicubic");
    small_lanczos of rgb, off 0: |im| filter(im, "lanczos");
    reduced_auto of large, off 0: |im| filter(im, "auto");
    reduced_nearest of large, off 0: |im| filter(im, "nearest");
    reduced_none of large, off 0: |im| filter(im, "none");
    reduced_bilinear of large, off 0: |im| filter(im, "bilinear");
    reduced_lanczos of large, off 0: |im| filter(im, "lanczos");
    triple_auto of rgb, off 0: |_| ();
    double_auto of rgb, off 0: |_| ();
    same_lanczos of rgb, off 0: |im| filter(im, "lanczos");

    data_bilinear of scalar, off 0: |im| filter(im, "bilinear");
    data_triple of scalar, off 0: |im| filter(im, "hanning");
    data_single of single, off 0: |im| filter(im, "bicubic");
    data_lanczos of single, off 0: |im| filter(im, "lanczos");
    data_counts of counts, off 0: |im| filter(im, "bilinear");
    data_holes of holes, off 0: |im| filter(im, "bilinear");
    data_holes_nearest of holes, off 0: |im| filter(im, "nearest");
    data_small of scalar, off 0: |im| {
        filter(im, "bilinear");
        im.set_interpolation_stage(InterpolationStage::Data).unwrap();
    };
    data_reduced of field, off 0: |im| im.set_interpolation_stage(InterpolationStage::Data).unwrap();
    data_alpha of scalar, off 0: |im| {
        filter(im, "bilinear");
        im.set_alpha(Some(0.5)).unwrap();
    };
    rgba_small of scalar, off 414: |_| ();
    rgba_gray of scalar, off 972: |im| {
        filter(im, "bicubic");
        im.set_cmap(Colormap::named("gray").unwrap());
    };
    rgba_stage of scalar, off 3466: |im| {
        filter(im, "bilinear");
        im.set_interpolation_stage(InterpolationStage::Rgba).unwrap();
    };
    rgba_holes of holes, off 3221: |im| {
        filter(im, "bilinear");
        im.set_interpolation_stage(InterpolationStage::Rgba).unwrap();
    };
    rgba_reduced of field, off 166: |_| ();
    rgba_alpha of scalar, off 138: |im| im.set_alpha(Some(0.3)).unwrap();

    color_alpha of rgb, off 0: |im| im.set_alpha(Some(0.5)).unwrap();
    color_alpha_same of rgb, off 0: |im| im.set_alpha(Some(0.8)).unwrap();
    color_rgba of rgba, off 474: |im| filter(im, "bilinear");
    color_rgba_reduced of rgba, off 2: |_| ();
    color_rgba_alpha of rgba, off 22: |im| {
        im.set_interpolation(Interpolation::Hanning).unwrap();
        im.set_alpha(Some(0.5)).unwrap();
    };
    color_rgba_alpha_nearest of rgba, off 0: |im| {
        filter(im, "nearest");
        im.set_alpha(Some(0.5)).unwrap();
    };
    color_floats of floats, off 408: |_| ();
    scalar_alpha_nearest of scalar, off 0: |im| {
        filter(im, "nearest");
        im.set_alpha(Some(0.7)).unwrap();
    };
    scalar_alpha_nearest_data of scalar, off 0: |im| {
        filter(im, "nearest");
        im.set_alpha(Some(0.7)).unwrap();
    };

    lower_nearest of rgb, off 0: |im| {
        filter(im, "nearest");
        im.set_origin(Origin::Lower);
    };
    lower_none of rgb, off 0: |im| {
        filter(im, "none");
        im.set_origin(Origin::Lower);
    };
    lower_bilinear of scalar, off 0: |im| {
        filter(im, "bilinear");
        im.set_origin(Origin::Lower);
    };
    extent_nearest of rgb, off 0: |im| {
        filter(im, "nearest");
        im.set_extent([0.0, 3.0, -1.0, 2.0]).unwrap();
    };
    extent_bicubic of rgb, off 0: |im| {
        filter(im, "bicubic");
        im.set_extent([0.0, 3.0, -1.0, 2.0]).unwrap();
    };
    extent_inside of rgb over scalar, off 0: |im| inside(im, "bilinear");
    extent_inside_nearest of rgb over scalar, off 0: |im| inside(im, "nearest");
    flipped_bilinear of rgb over scalar, off 0: |im| flipped(im, "bilinear");
    flipped_nearest of rgb over scalar, off 0: |im| flipped(im, "nearest");
);
