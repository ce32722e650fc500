//! Animated GIFs, without ffmpeg.

mod blocks;
mod census;
mod changes;
mod file;
mod join;
mod lzw;
mod mapper;
mod nearest;
mod painter;
mod palette;
mod patch;
mod region;
mod sink;
mod spool;
mod timeline;

use std::fs::OpenOptions;

use crate::error::{Error, Result};
use crate::writers::pace::Pace;
use crate::writers::part::Mark;
use crate::writers::{
    Fps, FrameFormat, FrameSink, MovieWriter, Output, Sink, WriterSettings, check_suffix,
    settings_setters,
};
use file::Target;
pub(super) use join::{join, read};
use sink::{GifSink, Settings};

pub(super) const NAME: &str = "gif";
/// The limit of the repetition count of a GIF.
const MOST_PLAYS: u32 = 65_536;

/// Writes animated GIFs without ffmpeg: small, streamed, encoded on all cores.
///
/// - **Colours**: every frame has its own palette, for the pixels that it changes. Up to 256 colours per frame (255
///   with transparent pixels) are kept exactly. If there are more, a palette without visible error is chosen, if 255
///   colours are enough for that. [`with_global_palette`](Self::with_global_palette) gives all frames the same palette,
///   [`with_dither`](Self::with_dither) mixes missing colours.
/// - **Size**: a frame is cropped to the changes, unchanged pixels in it are transparent, and equal frames are merged
///   into one that is shown longer.
/// - **Times** are in hundredths of a second. Rounding errors are carried over, so that 30 frames per second take 3, 4
///   and 3 hundredths, and a film never drifts. Frames may have their own durations
///   ([`grab_frame_for`](crate::FigureMovie::grab_frame_for)). No frame is shown for less than 2 hundredths, since
///   browsers replace shorter durations by 10: above 50 frames per second some frames are dropped, and the film keeps
///   its duration. A frame lasts a day at most.
/// - **Transparency**: a pixel is opaque or fully transparent; it is opaque with an alpha of 128 or more.
/// - **Metadata** are written as lines of a comment, `title: Wave`.
///
/// ```
/// use plotreel::{Figure, GifWriter, MovieWriterExt};
/// use plotreel::writers::{Destination, MemoryFile};
///
/// let mut fig = Figure::new((1.6, 1.2), 100.0);
/// let ax = fig.add_axes([0.1, 0.1, 0.8, 0.8])?;
/// let line = fig[ax].plot(&[0.0, 1.0], &[0.0, 1.0])?;
/// let film = MemoryFile::new();
/// let mut movie = GifWriter::new(30).saving(&fig, Destination::memory(&film, "gif"), 100.0)?;
/// for i in 0..10 {
///     fig[line].set_ydata(&[0.0, 0.1 * f64::from(i)])?;
///     movie.grab_frame(&fig)?;
/// }
/// movie.finish()?;
/// assert_eq!(&film.take()[..6], b"GIF89a");
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct GifWriter {
    settings: WriterSettings,
    is_global: bool,
    dithers: bool,
}

impl GifWriter {
    /// A writer of `fps` frames per second; the film plays forever.
    pub fn new(fps: impl Into<Fps>) -> Self {
        Self::of(WriterSettings::new(fps))
    }

    fn of(settings: WriterSettings) -> Self {
        Self {
            settings,
            is_global: false,
            dithers: false,
        }
    }

    /// Refuses settings that only ffmpeg supports.
    pub(crate) fn from_settings(settings: &WriterSettings) -> Result<Self> {
        settings.refuse_ffmpeg_options(NAME, &["gif"])?;
        settings.refuse_page_options(NAME)?;
        Ok(Self::of(settings.clone()))
    }

    settings_setters! {
        settings:
        metadata;
        /// A GIF can play up to 65,536 times.
        loop_count;
    }

    /// Whether all frames have the same palette, of up to 255 colours; pixels that do not change keep their colour
    /// exactly.
    ///
    /// The palette is known after the last frame. Until then the frames are in an unnamed file beside the film, which
    /// takes up to 3 bytes for each pixel that changes.
    pub fn with_global_palette(mut self, is_global: bool) -> Self {
        self.is_global = is_global;
        self
    }

    /// The mark of a part, which begins when its first frame is shown in a GIF.
    fn mark(&self, format: FrameFormat) -> Option<Mark> {
        let mut mark = format.mark(NAME, &self.settings, (self.is_global, self.dithers))?;
        mark.begin = timeline::begin(format.part?.begin(), self.settings.fps);
        Some(mark)
    }

    /// Whether colours missing from a palette are dithered (Floyd and Steinberg): good for photographs and for a global
    /// palette, but the file is larger.
    pub fn with_dither(mut self, dithers: bool) -> Self {
        self.dithers = dithers;
        self
    }
}

impl MovieWriter for GifWriter {
    fn name(&self) -> &str {
        NAME
    }

    fn fps(&self) -> Fps {
        self.settings.fps
    }

    fn suffixes(&self) -> &[&str] {
        &["gif"]
    }

    fn check_available(&self, suffix: &str) -> Result<()> {
        let advice = "name the file .gif, or choose the writer \"ffmpeg\"";
        check_suffix(NAME, self.suffixes(), suffix, advice)
    }

    fn supports_transparency(&self, _: &str) -> bool {
        true
    }

    fn setup(&self, outfile: &Output, format: FrameFormat) -> Result<Box<dyn FrameSink>> {
        self.check_available(outfile.suffix())?;
        let loop_count = self.settings.loop_count.unwrap_or(0);
        if loop_count > MOST_PLAYS {
            return Err(Error::Setting {
                name: "the loop count",
                value: loop_count.to_string(),
                expected: "0 (forever) to 65536",
            });
        }
        let pace = Pace::of(NAME);
        if let Some(pace) = pace.filter(|pace| pace.is_above(self.settings.fps.frame_duration())) {
            pace.warn_of_gaps(self.settings.fps);
        }
        let target = match outfile.sink() {
            Sink::File(path) => Target {
                file: (OpenOptions::new().write(true).truncate(true).open(path))
                    .map_err(|e| Error::io(path, e))?,
                path: Some(path.to_owned()),
            },
            Sink::Stream(file) => Target {
                file: file.try_clone().map_err(|e| Error::io("the stream", e))?,
                path: None,
            },
            Sink::Nothing | Sink::Frames(_) | Sink::Url(_) => {
                return Err(Error::Destination {
                    path: "the URL".into(),
                    reason: "the GIF writer writes files and streams only".into(),
                    advice: "choose a file, or the writer \"ffmpeg\"".into(),
                });
            }
        };
        let settings = Settings {
            format,
            dithers: self.dithers,
            loop_count,
            metadata: self.settings.metadata.clone(),
            fps: self.settings.fps,
            mark: self.mark(format),
        };
        Ok(Box::new(if self.is_global {
            GifSink::with_global_palette(settings, target)?
        } else {
            GifSink::new(settings, target)?
        }))
    }
}
