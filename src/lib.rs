//! Turns arrays into films the way a matplotlib script does.
//!
//! A [`Figure`] holds [`Axes`], axes hold artists such as [`AxesImage`](image::AxesImage), and a [`MovieWriter`] takes the drawn canvas
//! frame by frame. For a film of arrays, [`write_animation`] is enough:
//!
//! ```
//! use ndarray::Array3;
//! use plotreel::{WriteOptions, write_animation};
//!
//! let frames = (0..10).map(|i| Array3::from_shape_fn((48, 64, 3), |(y, x, c)| ((y * x + i * 9) % (99 * (c + 1))) as u8));
//! # let folder = tempfile::tempdir().unwrap();
//! # std::env::set_current_dir(&folder).unwrap();
//! # if cfg!(feature = "openh264") {
//! write_animation(frames, "film.mp4", &WriteOptions::new().with_fps(30.0).with_title("Interference"))?;
//! # }
//! # Ok::<(), plotreel::Error>(())
//! ```
//!
//! For a figure that changes from frame to frame, use a [`FuncAnimation`] (or an [`ArtistAnimation`], whose frames show
//! different artists):
//!
//! ```
//! use plotreel::{Figure, FuncAnimation, SaveOptions};
//!
//! let x: Vec<f64> = (0..200).map(|i| f64::from(i) / 20.0).collect();
//! let mut fig = Figure::new((6.4, 4.8), 100.0);
//! let ax = fig.add_subplot(1, 1, 1)?;
//! let line = fig[ax].plot(&x, &x)?;
//! fig[ax].set_ylim(-1.1, 1.1)?;
//!
//! let wave = |t: f64| x.iter().map(|x| (x - t).sin()).collect::<Vec<_>>();
//! let options = SaveOptions::new().with_fps(30.0);
//! # let options = options.with_writer("null");
//! FuncAnimation::new_pure(|fig, i| fig[line].set_ydata(&wave(f64::from(i) / 10.0)), 0..50)
//!     .save_parallel_with(&fig, "wave.mp4", &options)?;
//! # Ok::<(), plotreel::Error>(())
//! ```
//!
//! # Cargo features
//! - `cli` (default): the command line program `plotreel`.
//! - `openh264` (default): the embedded H.264 encoder, built from C++ source; see
//!   [`Openh264Writer`](writers::Openh264Writer) for its licence and patents.
//! - `webp` (default): animated WebP without ffmpeg, by libwebp, built from C source; see
//!   [`WebpWriter`](writers::WebpWriter).
//! - `show` (default): [`Animation::show`], which opens an animation in the default browser, like `plt.show()`.
//! - `evcxr`: display of animations as HTML ([`Html`](animation::Html)) in Rust notebooks.
//!
//! Without the default features the library needs no C or C++ compiler and none of the dependencies of the command line.
#![cfg_attr(
    not(all(feature = "openh264", feature = "show", feature = "webp")),
    allow(rustdoc::broken_intra_doc_links)
)]

pub mod animation;
mod annotations;
pub mod artists;
pub mod axes;
pub mod axis;
pub mod canvas;
#[cfg(feature = "cli")]
pub mod cli;
mod color;
mod colorbar;
mod data_limits;
pub mod error;
pub mod figure;
mod film;
mod frame_size;
pub mod gridspec;
mod handle;
mod histogram;
mod image_view;
pub mod layout;
mod mapping;
mod options;
mod paper;
pub mod prelude;
mod properties;
mod redraw;
mod render;
mod resolve;
mod savefig;
pub mod scale;
mod series;
mod source;
mod stamp;
mod style;
pub mod subplots;
pub mod ticker;
mod workers;
mod write;
pub mod writers;

/// Annotations of films of arrays: labels, tables, boxes and scale bars.
pub mod annotate {
    pub use crate::annotations::{
        Boxes, FrameBox, Label, LabelPosition, LabelStyle, ScaleBar, Table,
    };
}

/// Arrays as images, and sequences of numbers.
pub mod array {
    pub use crate::image_view::{DType, ImageView, Scratch};
    pub use crate::series::Series;
    pub use crate::source::{Element, ImageSource};
}

/// Colours, colormaps and norms.
pub mod colors {
    pub use crate::color::{Color, ColorSpec, Colormap, IntoColor, Norm};
}

#[doc(inline)]
pub use animation::{Animation, ArtistAnimation, FuncAnimation, SaveOptions};
pub use artists::{collections, image, legend, patches, text};
#[doc(inline)]
pub use axes::{Axes, Axes3D, AxesBase};
#[doc(inline)]
pub use canvas::Canvas;
pub use color::{Color, Colormap, Norm};
#[doc(inline)]
pub use error::Error;
#[doc(inline)]
pub use figure::Figure;
pub use film::{FigureMovie, MovieWriterExt};
pub use frame_size::FrameSize;
pub use handle::{AnyHandle, Handle};
pub use options::WriteOptions;
pub use plotters;
pub use properties::{Properties, Value};
pub use savefig::SavefigOptions;
pub use style::Style;
pub use write::{AnimationWriter, try_write_animation, write_animation, write_animation_to_vec};
#[doc(inline)]
pub use writers::{
    FFMpegWriter, GifWriter, HTMLWriter, Movie, MovieOptions, MovieWriter, NullWriter, OnError,
    PngWriter,
};

/// Compiles the programs of the README and of the guide.
#[cfg(doctest)]
mod pages {
    macro_rules! pages {
        ($($name:ident: $path:literal,)+) => { $(#[doc = include_str!(concat!("../", $path))] struct $name;)+ };
    }
    pages! {
        Readme: "README.md",
        FromMatplotlib: "docs/from_matplotlib.md",
        Annotating: "docs/annotating.md",
        Writers: "docs/writers.md",
        LongFilms: "docs/long_films.md",
        Embedding: "docs/embedding.md",
    }
}
