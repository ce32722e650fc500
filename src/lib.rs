//! Turns arrays into films the way a matplotlib script does.
//!
//! A [`Figure`] holds [`Axes`], axes hold artists such as [`AxesImage`], and a [`MovieWriter`] takes the drawn canvas
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
//! - `openh264` (default): the embedded H.264 encoder, built from C++ source; see [`Openh264Writer`] for its licence and
//!   patents.
//! - `webp` (default): animated WebP without ffmpeg, by libwebp, built from C source; see [`WebpWriter`].
//! - `show` (default): [`Animation::show`], which opens an animation in the default browser, like `plt.show()`.
//! - `evcxr`: display of animations as HTML ([`Html`]) in Rust notebooks.
//!
//! Without the default features the library needs no C or C++ compiler and none of the dependencies of the command line.
#![cfg_attr(
    not(all(feature = "openh264", feature = "show", feature = "webp")),
    allow(rustdoc::broken_intra_doc_links)
)]

mod animation;
mod annotations;
mod array;
mod artists;
mod axes;
mod axis;
mod canvas;
#[cfg(feature = "cli")]
pub mod cli;
mod color;
mod data_limits;
mod error;
mod figure;
mod film;
mod frame_size;
mod gridspec;
mod handle;
mod histogram;
mod layout;
mod mapping;
mod options;
mod paper;
mod properties;
mod redraw;
mod render;
mod resolve;
mod savefig;
mod scale;
mod series;
mod source;
mod stamp;
mod style;
mod subplots;
mod ticker;
mod workers;
mod write;
mod writers;

pub use animation::{
    Animation, ArtistAnimation, ArtistFrames, Frames, FuncAnimation, FuncFrames, Html,
    IntoControlFlow, IntoFrameResult, SaveOptions, Together,
};
pub use annotations::{Boxes, FrameBox, Label, LabelPosition, LabelStyle, ScaleBar, Table};
pub use array::{DType, ImageView, Scratch};
pub use artists::{
    Annotation, Arc, ArrowBox, ArrowEnd, ArrowProps, ArrowStyle, Artist, ArtistBase, AxesImage,
    BarContainer, BlendedCoords, BoxStyle, CapStyle, ChartArtist, Circle, CollectionBase,
    ConnectionPatch, ConnectionStyle, Coords, CurveArrow, DrawContext, DrawStyle, Ellipse,
    FancyArrowPatch, FancyBboxPatch, FillBetweenOptions, FillBetweenPolyCollection, FillStyle,
    InterpolationStage, JoinStyle, Legend, LegendEntry, LegendHandle, LegendLoc, Line, Line2D,
    Line3D, Line3DCollection, LineCollection, LineSet, LineStyle, MarkEvery, Marker, MarkerSet,
    Obstacles, Orientation, Origin, Patch, PatchBase, Path, Path3DCollection, PathCode,
    PathCollection, PathPatch, PolyCollection, Polygon, Rectangle, RotationPoint, ScalarMappable,
    Text, Text3D, TextAt, TextBox, TextStroke, Wedge, WireframeOptions,
};
pub use axes::{
    Adjustable, Aspect, Axes, Axes3D, AxesBase, AxesKind, AxisBelow, BarAlign, BarOptions,
    Baseline, ColorbarOptions, Cumulative, Extend, HistOptions, ProjType, Side, Spine,
    SpinePosition, TitleLoc,
};
pub use axis::{AxesTicks, Axis, AxisSide, AxisTicks, Tick, TickDirection, TickParams, Which};
pub use canvas::{
    Canvas, CanvasBackend, Chart, DataAxis, FontFamily, HorizontalAlignment, Interpolation, PX,
    RotationMode, TextStyle, VerticalAlignment,
};
pub use color::{Color, ColorSpec, Colormap, IntoColor, Norm};
pub use data_limits::{DataLimits, DataRange, StickyEdges};
pub use error::{BoxError, Error, Result};
pub use figure::{Figure, FigurePart};
pub use film::{FigureMovie, MovieWriterExt};
pub use frame_size::FrameSize;
pub use gridspec::{Cells, GridSpec, SubplotParams, SubplotSpec};
pub use handle::{AnyHandle, Handle};
pub use histogram::{BinRule, Bins, histogram};
pub use layout::TightLayout;
pub use mapping::{Limits, PixelRect};
pub use options::WriteOptions;
pub use plotters;
pub use properties::{Properties, Property, Value};
pub use savefig::SavefigOptions;
pub use scale::Scale;
pub use series::Series;
pub use source::{Element, ImageSource};
pub use stamp::Stamp;
pub use style::Style;
pub use subplots::{Share, SubplotsOptions};
pub use ticker::{
    AutoLocator, AutoMinorLocator, AxisView, FixedFormatter, FixedLocator, FormatStrFormatter,
    Formatter, FuncFormatter, IndexLocator, LinearLocator, Locator, LogFormatter,
    LogFormatterExponent, LogFormatterMathtext, LogFormatterSciNotation, LogLocator, MaxNLocator,
    MultipleLocator, NullFormatter, NullLocator, PercentFormatter, Prune, ScalarFormatter,
    StrMethodFormatter, Subs, SymmetricalLogLocator, TickLabels, nonsingular,
};
pub use write::{AnimationWriter, try_write_animation, write_animation, write_animation_to_vec};
#[cfg(feature = "openh264")]
pub use writers::Openh264Writer;
#[cfg(feature = "webp")]
pub use writers::WebpWriter;
pub use writers::{
    AbortHandle, ApngWriter, AutoWriter, Destination, FFMpegFileWriter, FFMpegWriter, Fps, Frame,
    FrameFormat, FrameNames, FrameSink, GifWriter, HTMLWriter, Interrupter, MemoryFile, Metadata,
    Movie, MovieOptions, MovieStats, MovieWriter, MovieWriterRegistry, NullWriter, OnError, Output,
    OutputKind, PageFrames, PlayMode, PngCompression, PngWriter, PooledBuffer, Sink,
    WriterSettings,
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
