//! Pixels against matplotlib's, drawn by tests/baseline/imshow.py.

use std::fs::{self, File};
use std::io::BufReader;
use std::path::{Path, PathBuf};

use plotreel::array::{DType, ImageSource, ImageView, Scratch};
use plotreel::image::{AxesImage, Interpolation};
use plotreel::{Color, Colormap, Norm};

use crate::support::{draw, full_figure};

pub(crate) fn baseline(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/baseline")
        .join(name)
}

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

/// (width, height) and RGB bytes of a PNG.
pub(crate) fn load_png(path: &Path) -> (u32, u32, Vec<u8>) {
    let mut reader = png::Decoder::new(BufReader::new(File::open(path).unwrap()))
        .read_info()
        .unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    assert_eq!(info.color_type, png::ColorType::Rgb);
    (info.width, info.height, pixels)
}

/// Draws a scene and returns the number of channels that differ from matplotlib's, and by how much at most.
fn compare(name: &str, settings: impl FnOnce(&mut AxesImage)) -> (usize, u8) {
    let (width, height, expected) = load_png(&baseline(&format!("{name}.png")));
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
    let found = draw(&fig);
    let off: Vec<u8> = found
        .iter()
        .zip(&expected)
        .map(|(a, b)| a.abs_diff(*b))
        .filter(|d| *d > 0)
        .collect();
    (off.len(), off.iter().copied().max().unwrap_or(0))
}

/// Scenes that must be matplotlib's to the last bit.
macro_rules! identical {
    ($($name:ident $(: $settings:expr)?),* $(,)?) => {$(
        #[test]
        fn $name() {
            #[allow(unused_variables)]
            let settings = |_: &mut AxesImage| ();
            $(let settings: fn(&mut AxesImage) = $settings;)?
            assert_eq!(compare(stringify!($name), settings), (0, 0), "channels off, and by how much");
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
    let (off, _) = compare("reduced", |_| ());
    assert!(off <= 3, "{off} channels off");
}
