//! Writers: from drawn frames to a film.

mod abort;
mod apng;
mod auto;
mod base64;
mod companion;
mod concat;
mod destination;
mod embedded;
mod ffmpeg;
mod ffmpeg_file;
mod film_alpha;
mod fps;
mod frame;
mod frame_file;
mod frame_names;
mod gif;
#[cfg(feature = "openh264")]
mod h264;
mod html;
mod leftovers;
mod lock;
mod memory_file;
mod metadata;
mod meter;
mod movie;
mod movie_options;
mod movie_thread;
#[cfg(feature = "openh264")]
mod mp4;
mod null;
#[cfg(feature = "openh264")]
mod openh264;
mod opening;
mod output;
mod pace;
mod part;
mod pictures;
mod pipeline;
mod pixels;
mod planes;
mod png;
mod pool;
mod registry;
mod replaceable;
mod settings;
mod special_file;
mod spool;
mod staging;
mod temporary;
#[cfg(feature = "webp")]
mod webp;

use std::fmt::Debug;
use std::sync::Arc;

pub use abort::AbortHandle;
pub use apng::ApngWriter;
pub use auto::AutoWriter;
pub(crate) use base64::push_base64;
pub use concat::{ConcatOptions, concat, concat_with};
pub use destination::{Destination, OnError};
pub use ffmpeg::FFMpegWriter;
pub use ffmpeg_file::FFMpegFileWriter;
pub use fps::Fps;
pub use frame::{Frame, FrameFormat};
pub use frame_names::FrameNames;
pub use gif::GifWriter;
pub(crate) use html::EmbedLimit;
pub use html::{HTMLWriter, PageFrames, PlayMode};
pub use memory_file::MemoryFile;
pub use metadata::Metadata;
pub use meter::MovieStats;
pub(crate) use meter::{Meter, Stage};
pub use movie::Movie;
pub use movie_options::MovieOptions;
pub use null::NullWriter;
#[cfg(feature = "openh264")]
pub use openh264::Openh264Writer;
pub use output::{Output, OutputKind, Sink};
pub use part::Part;
pub(crate) use pictures::Shown;
pub(crate) use png::PngEncoding;
pub use png::{PngCompression, PngWriter};
pub use pool::PooledBuffer;
pub(crate) use pool::{Buffer, Pool};
pub use registry::MovieWriterRegistry;
pub use settings::WriterSettings;
pub(crate) use settings::settings_setters;
pub use temporary::HiddenFolder;
#[cfg(feature = "webp")]
pub use webp::WebpWriter;

use crate::error::{Error, Result};

/// The settings for writing films; one writer can write many films.
///
/// ```no_run
/// use plotreel::{FFMpegWriter, Figure, MovieWriterExt};
/// # let (mut fig, frames) = (Figure::new((6.4, 4.8), 100.0), Vec::<ndarray::Array3<u8>>::new());
/// # let ax = fig.add_axes([0.0, 0.0, 1.0, 1.0])?;
/// # let im = fig[ax].imshow(&frames[0])?;
/// let mut movie = FFMpegWriter::new(30.0).saving(&fig, "film.mp4", 100.0)?;
/// for frame in &frames {
///     fig[im].set_data(frame)?;
///     movie.grab_frame(&fig)?;
/// }
/// movie.finish()?;
/// # Ok::<(), plotreel::Error>(())
/// ```
pub trait MovieWriter: Debug + Send + Sync {
    /// The name in messages and in the registry.
    fn name(&self) -> &str;

    /// Frames per second.
    fn fps(&self) -> Fps;

    /// Checks that it is available here and can write films with this suffix.
    ///
    /// # Errors
    /// [`Error::WriterUnavailable`] with the reason.
    fn check_available(&self, _suffix: &str) -> Result<()> {
        Ok(())
    }

    /// How it uses its destination.
    fn output(&self) -> OutputKind {
        OutputKind::Film
    }

    /// The suffixes of its films: the writer "auto" chooses it for these.
    fn suffixes(&self) -> &[&str] {
        &[]
    }

    /// Whether films with this suffix can have pixels that are not opaque.
    fn supports_transparency(&self, _suffix: &str) -> bool {
        false
    }

    /// Checks the settings and begins a film of frames of this format.
    ///
    /// # Errors
    /// Anything that can be detected before the first frame: unsupported options, a size beyond its limits,
    /// a missing program.
    fn setup(&self, outfile: &Output, format: FrameFormat) -> Result<Box<dyn FrameSink>>;
}

/// The receiver of one film's frames, on its own thread. Dropping it discards the film.
///
/// A custom writer, which writes the pixels unchanged:
///
/// ```
/// use std::fs::File;
/// use std::io::Write;
///
/// use ndarray::Array3;
/// use plotreel::error::Result;
/// use plotreel::prelude::*;
/// use plotreel::writers::{Destination, Frame, FrameFormat, FrameSink, MemoryFile, MovieWriterRegistry, Output, Sink};
///
/// #[derive(Debug)]
/// struct RawWriter;
///
/// impl MovieWriter for RawWriter {
///     fn name(&self) -> &str {
///         "raw"
///     }
///
///     fn fps(&self) -> Fps {
///         30.into()
///     }
///
///     fn setup(&self, outfile: &Output, _: FrameFormat) -> Result<Box<dyn FrameSink>> {
///         match outfile.sink() {
///             Sink::File(path) => Ok(Box::new(RawSink(File::create(path).map_err(failed)?))),
///             _ => Err(Error::encoder("raw films are files")),
///         }
///     }
/// }
///
/// struct RawSink(File);
///
/// impl FrameSink for RawSink {
///     fn writer(&self) -> &str {
///         "raw"
///     }
///
///     fn write_frame(&mut self, frame: Frame) -> Result<()> {
///         self.0.write_all(&frame.pixels).map_err(failed)
///     }
///
///     fn finish(self: Box<Self>) -> Result<()> {
///         Ok(())
///     }
/// }
///
/// fn failed(source: std::io::Error) -> Error {
///     Error::io("the raw film", source)
/// }
///
/// let film = MemoryFile::new();
/// let mut writers = MovieWriterRegistry::default();
/// writers.register("raw", |_| Ok(Box::new(RawWriter)));
/// let options = WriteOptions::new().with_writers(writers).with_writer("raw");
/// let frames = [Array3::<u8>::zeros((4, 6, 3))];
/// write_animation(frames, Destination::memory(&film, "raw"), &options)?;
/// assert_eq!(film.take(), [0, 0, 0, 255].repeat(24));
/// # Ok::<(), plotreel::Error>(())
/// ```
pub trait FrameSink: Send {
    /// The name of the writer that does the work.
    fn writer(&self) -> &str;

    /// Takes the next frame.
    ///
    /// # Errors
    /// The cause, not the symptom: the encoder's message, not the broken pipe.
    fn write_frame(&mut self, frame: Frame) -> Result<()>;

    /// Completes the film.
    ///
    /// # Errors
    /// As [`FrameSink::write_frame`].
    fn finish(self: Box<Self>) -> Result<()>;

    /// Whether every frame may have its own duration; if not, all last 1 / fps seconds.
    fn takes_durations(&self) -> bool {
        false
    }

    /// Whether it does nothing with frames: then they are not handed over to its thread.
    #[doc(hidden)]
    fn ignores_frames(&self) -> bool {
        false
    }

    /// A call that makes a blocked `write_frame` or `finish` return, from any thread.
    fn interrupter(&self) -> Option<Interrupter> {
        None
    }
}

/// A function that unblocks a sink.
pub type Interrupter = Arc<dyn Fn() + Send + Sync>;

/// Refuses a suffix that a writer can't write, for [`MovieWriter::check_available`]; none is left to it.
fn check_suffix(writer: &str, suffixes: &[&str], suffix: &str, advice: &str) -> Result<()> {
    if suffix.is_empty() || suffixes.contains(&suffix) {
        return Ok(());
    }
    Err(Error::WriterUnavailable {
        name: writer.to_owned(),
        reason: format!("it can't write .{suffix}"),
        advice: advice.to_owned(),
    })
}
