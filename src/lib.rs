//! Turns arrays into films the way a matplotlib script does, with matplotlib's pixels.
//!
//! # A film of arrays
//! [`write_animation`] writes frames of any numeric type; [`WriteOptions`] chooses colormap, title, ticks, labels and
//! the format:
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
//! # A film of a figure
//! A [`Figure`] holds [`Axes`], and axes hold artists such as lines. What adds something returns a [`Handle`]: `fig[ax]`
//! is the axes, `fig[line]` the line, to be changed from frame to frame. A [`FuncAnimation`] calls a function for each
//! frame (in an [`ArtistAnimation`], frames show different artists), and a [`MovieWriter`], which the file's suffix
//! chooses, writes the film:
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
//! A still is written by [`Figure::savefig`]. To write frames one by one, begin a film with
//! [`saving`](MovieWriterExt::saving), which gives a [`FigureMovie`].
//!
//! # Where things are
//! `use plotreel::prelude::*` brings all that a script needs. The modules are those of matplotlib:
//!
//! | to … | see |
//! |---|---|
//! | draw lines, points, bars, histograms, areas, images | the methods of [`Axes`], by angles and radii of [`PolarAxes`], in space of [`Axes3D`] |
//! | set titles, labels, limits, scales, legends | [`AxesBase`], which both dereference to |
//! | set ticks, their labels and look | [`axis`], [`ticker`], [`scale`] |
//! | lay out subplots, add colorbars | [`Figure`], [`subplots`], [`gridspec`], [`layout`] |
//! | change what was drawn | [`artists`], [`collections`], [`patches`], [`image`], [`text`], [`legend`] |
//! | choose colours | [`colors`]: every setter takes matplotlib's spellings |
//! | set matplotlib's rcParams | [`Style`] |
//! | set and read properties by name | [`FigureBase::set`](figure::FigureBase::set), [`Properties`], [`Options`] |
//! | animate a figure, show it in a page or a notebook | [`animation`] |
//! | label the frames of a film of arrays | [`annotate`] |
//! | choose a format, write to memory or a pipe, add a writer of your own | [`writers`] |
//! | draw an artist of your own, or with plotters | [`Artist`](artists::Artist), [`canvas`], [`Axes::draw_with`] |
//!
//! The guide in the folder `docs/` of the repository has a table of matplotlib's calls and their counterparts here.
//!
//! # Conventions
//! - Names are matplotlib's. `set_*` changes something and has a getter of the same name without `set_`; `with_*` builds
//!   options, such as those of `bar_with` and `savefig_with`. Lengths are points unless said otherwise.
//! - What may be refused returns a [`Result`](error::Result); an [`Error`] says the cause and what to do. Indexing with
//!   the handle of another figure panics, as a wrong index does; [`FigureBase::get`](figure::FigureBase::get) is the checked way.
//! - What has no effect, or loses data, is an error or a warning of the crate `log`.
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
mod constrained_layout;
mod contour;
mod data_limits;
pub mod dates;
pub mod error;
pub mod figure;
mod film;
mod frame_size;
mod grid;
pub mod gridspec;
mod handle;
mod histogram;
mod image_view;
mod mapping;
mod marks;
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
mod spectral;
mod stamp;
mod style;
pub mod subplots;
pub mod ticker;
mod tight_bbox;
mod tight_layout;
mod triangulation;
mod units;
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
    pub use crate::series::{Datum, Field, Series, Units};
    pub use crate::source::{Element, ImageSource};
    pub use crate::units::AxisData;
}

/// Margins and spaces that make room for the labels of subplots.
pub mod layout {
    pub use crate::figure::{ConstrainedLayout, LayoutEngine, TightLayout};
}

/// Colours, colormaps and norms.
pub mod colors {
    pub use crate::artists::relief::{BlendMode, ShadeOptions};
    pub use crate::color::{Color, ColorSpec, Colormap, IntoColor, LightSource, Norm};
}

/// Tables in and beside axes.
pub mod table {
    pub use crate::artists::table::{Cell, CellEdges, Table, TableLoc};
    pub use crate::axes::TableOptions;
}

/// Triangles between points.
pub mod tri {
    pub use crate::triangulation::Triangulation;
}

#[doc(inline)]
pub use animation::{Animation, ArtistAnimation, FuncAnimation, SaveOptions};
pub use artists::{collections, image, legend, patches, patheffects, quiver, text};
#[doc(inline)]
pub use axes::{Axes, Axes3D, AxesBase, PolarAxes};
#[doc(inline)]
pub use canvas::Canvas;
pub use color::{Color, Colormap, Norm};
#[doc(inline)]
pub use error::Error;
#[doc(inline)]
pub use figure::Figure;
pub use film::{FigureCanvas, FigureMovie, MovieWriterExt};
pub use frame_size::FrameSize;
pub use handle::{AnyHandle, Handle};
pub use options::WriteOptions;
pub use plotters;
pub use properties::{Options, Properties, Value};
pub use savefig::{BboxInches, SavefigOptions};
pub use style::Style;
pub use write::{AnimationWriter, try_write_animation, write_animation, write_animation_to_vec};
#[doc(inline)]
pub use writers::{
    ConcatOptions, FFMpegWriter, GifWriter, HTMLWriter, Movie, MovieOptions, MovieWriter,
    NullWriter, OnError, PngWriter, concat, concat_with,
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
