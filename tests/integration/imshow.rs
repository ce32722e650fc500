//! Pixels against matplotlib's, drawn by tests/baseline/imshow.py.

use std::fs;
use std::path::Path;

use plotreel::array::{DType, ImageSource, ImageView, Scratch};
use plotreel::image::{AxesImage, Interpolation};
use plotreel::{Color, Colormap, Norm};

use crate::baseline::{Picture, assert_near, baseline};
use crate::support::full_figure;

/// An array of a `.npy` file in its own layout.
pub(crate) struct Array {
    dtype: DType,
    shape: Vec<usize>,
    strides: Vec<isize>,
    bytes: Vec<u8>,
}

impl Array {
    pub(crate) fn load(path: &Path) -> Self {
        let file = fs::read(path).unwrap();
        assert!(file.starts_with(b"\x93NUMPY\x01"), "{}", path.display());
        let length = usize::from(u16::from_le_bytes([file[8], file[9]]));
        let (header, bytes) = file[10..].split_at(length);
        let header = str::from_utf8(header).unwrap();
        let value = |key: &str| header.split_once(&format!("'{key}': ")).unwrap().1;
        let descr = value("descr").split('\'').nth(1).unwrap();
        let dtype = match descr.trim_start_matches(['<', '|']) {
            "b1" => DType::Bool,
            "u1" => DType::U8,
            "u2" => DType::U16,
            "i2" => DType::I16,
            "i4" => DType::I32,
            "i8" => DType::I64,
            "f4" => DType::F32,
            "f8" => DType::F64,
            other => panic!("{other}"),
        };
        let sides = value("shape").trim_start_matches('(').split(')').next();
        let sides = sides.unwrap().split(',');
        let shape: Vec<usize> = sides.filter_map(|n| n.trim().parse().ok()).collect();
        let mut axes: Vec<usize> = (0..shape.len()).collect();
        if value("fortran_order").starts_with("False") {
            axes.reverse();
        }
        let mut strides = vec![0; shape.len()];
        let mut step = dtype.size();
        for axis in axes {
            strides[axis] = step as isize;
            step *= shape[axis];
        }
        assert_eq!(bytes.len(), step);
        Self {
            dtype,
            shape,
            strides,
            bytes: bytes.to_vec(),
        }
    }
}

impl ImageSource for Array {
    fn image_view<'a>(&'a self, _: &'a mut Scratch) -> plotreel::error::Result<ImageView<'a>> {
        ImageView::new(self.dtype, &self.shape, &self.strides, 0, &self.bytes)
    }
}

/// Draws a scene, which may be off by this RMS and percentage.
fn check(name: &str, (rms, share): (f64, f64), settings: impl FnOnce(&mut AxesImage)) {
    let Picture { width, height, .. } = Picture::of_baseline(name);
    let (mut fig, ax) = full_figure(width, height);
    let im = fig[ax]
        .imshow(&Array::load(&baseline(&format!("{name}.0.npy"))))
        .unwrap();
    fig[im].set_interpolation(Interpolation::Nearest).unwrap();
    settings(&mut fig[im]);
    for i in 1.. {
        let path = baseline(&format!("{name}.{i}.npy"));
        if !path.exists() {
            break;
        }
        fig[im].set_data(&Array::load(&path)).unwrap();
    }
    assert_near(name, &fig, rms, share);
}

/// Scenes that must be matplotlib's to the last bit.
macro_rules! identical {
    ($($name:ident $(: $settings:expr)?),* $(,)?) => {$(
        #[test]
        fn $name() {
            #[allow(unused_variables)]
            let settings = |_: &mut AxesImage| ();
            $(let settings: fn(&mut AxesImage) = $settings;)?
            check(stringify!($name), (0.0, 0.0), settings);
        }
    )*};
}

fn cmap(im: &mut AxesImage, name: &str) {
    im.set_cmap(Colormap::named(name).unwrap());
}

identical!(
    rgb_u8,
    rgb_u16,
    rgb_i32,
    rgb_bool,
    rgb_f32,
    rgb_f64,
    rgb_nan,
    rgb_fortran,
    rgba_f32,
    rgba_f64,
    rgba_u8,
    scalar_u8,
    scalar_u8_gray: |im| {
        cmap(im, "gray");
        im.set_clim(Some(0.0), Some(255.0));
    },
    scalar_i16,
    scalar_i64,
    scalar_bool,
    scalar_f32,
    scalar_f64,
    scalar_3d,
    scalar_tab10: |im| cmap(im, "tab10"),
    scalar_twilight: |im| cmap(im, "twilight_r"),
    scalar_nan,
    scalar_extremes: |im| {
        let plasma = Colormap::named("plasma").unwrap();
        let (green, blue, grey) = (Color::rgb(0, 255, 0), Color::rgb(0, 0, 255), Color::rgb(128, 128, 128));
        im.set_cmap(plasma.with_under(green).with_over(blue).with_bad(grey));
        im.set_clim(Some(-1.0), Some(1.0));
    },
    scalar_constant,
    limits_stay,
    norm_log: |im| im.set_norm(Norm::log()),
    norm_log_limits: |im| im.set_norm(Norm::log().with_vmin(0.1).with_vmax(100.0)),
    norm_symlog: |im| im.set_norm(Norm::sym_log(0.1)),
    norm_power: |im| im.set_norm(Norm::power(0.5)),
    norm_power_under: |im| im.set_norm(Norm::power(2.0).with_vmin(0.0)),
    norm_twoslope: |im| im.set_norm(Norm::two_slope(0.5)),
    norm_boundary: |im| im.set_norm(Norm::boundary([0.0, 1.0, 2.0, 4.0])),
    other_shape,
    enlarged,
    letterbox_wide,
    letterbox_tall,
);

/// Of 925 pixels one has its centre on the edge of two source pixels, but for the last bits of matplotlib's transform.
#[test]
fn reduced() {
    check("reduced", (1.26, 0.11), |_| ());
}
