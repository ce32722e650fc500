//! Animated PNG.

mod clock;
mod join;
mod mux;

use crate::error::{Error, Result};
use crate::writers::pictures::{FramePart, PictureSink};
use crate::writers::png::{PngCompression, PngEncoding};
use crate::writers::spool::Spool;
use crate::writers::{
    Fps, FrameFormat, FrameSink, Metadata, MovieWriter, Output, WriterSettings, check_suffix,
    settings_setters,
};
pub(super) use join::{join, mark_in, read, read_chunk};
use mux::Muxer;

const NAME: &str = "apng";
/// The maximum of a four-byte number in a PNG.
const MOST_PLAYS: u32 = i32::MAX as u32;

/// Writes animated PNGs, which all browsers show. They are lossless, including alpha in a transparent film.
///
/// A frame holds only the rectangle that has changed, and a frame equal to the one before extends that one's duration,
/// so that films of plots are small. Durations are exact fractions of a second (1001/30000), or off by less than
/// 1/65535 s; errors do not accumulate. Frames may have their own durations, up to 65535 s. A film of one frame is a
/// plain PNG. Metadata become iTXt chunks, and the dpi is written.
///
/// Frames are compressed on all cores; a few of them are in memory at a time. As the number of frames precedes them in
/// the file, a film for a stream or pipe goes to a temporary file until it is complete.
///
/// ```
/// use ndarray::Array3;
/// use plotreel::Movie;
/// use plotreel::writers::{ApngWriter, Destination, MemoryFile};
///
/// let film = MemoryFile::new();
/// let writer = ApngWriter::new((30000, 1001)).with_loop_count(3);
/// let mut movie = Movie::new(&writer, Destination::memory(&film, "apng"), (64, 48))?;
/// for shade in 0..10 {
///     movie.write_frame(&Array3::from_elem((48, 64, 3), 20 * shade as u8))?;
/// }
/// movie.finish()?;
/// assert_eq!(&film.take()[37..41], b"acTL");
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct ApngWriter {
    settings: WriterSettings,
    compression: PngCompression,
}

impl ApngWriter {
    /// A writer of `fps` frames per second.
    pub fn new(fps: impl Into<Fps>) -> Self {
        Self::of(WriterSettings::new(fps))
    }

    fn of(settings: WriterSettings) -> Self {
        Self {
            settings,
            compression: PngCompression::default(),
        }
    }

    /// Refuses settings that it can't honour.
    pub(crate) fn from_settings(settings: &WriterSettings) -> Result<Self> {
        settings.refuse_ffmpeg_options(NAME, &["apng", "png"])?;
        settings.refuse_page_options(NAME)?;
        Ok(Self::of(settings.clone()))
    }

    settings_setters! { settings: metadata; loop_count; }

    /// The effort spent on a smaller file; [`PngCompression::Fast`] by default.
    pub fn with_compression(mut self, compression: PngCompression) -> Self {
        self.compression = compression;
        self
    }

    fn plays(&self) -> u32 {
        self.settings.loop_count.unwrap_or(0)
    }

    fn check(&self, outfile: &Output) -> Result<()> {
        if self.plays() > MOST_PLAYS {
            return Err(Error::Setting {
                name: "the loop count",
                value: self.plays().to_string(),
                expected: "0 to 2147483647",
            });
        }
        self.check_available(outfile.suffix())
    }
}

impl MovieWriter for ApngWriter {
    fn name(&self) -> &str {
        NAME
    }

    fn fps(&self) -> Fps {
        self.settings.fps
    }

    fn suffixes(&self) -> &[&str] {
        &["apng", "png"]
    }

    fn check_available(&self, suffix: &str) -> Result<()> {
        let advice = "name the file .apng or .png, or choose another writer";
        check_suffix(NAME, self.suffixes(), suffix, advice)
    }

    fn supports_transparency(&self, _: &str) -> bool {
        true
    }

    fn setup(&self, outfile: &Output, format: FrameFormat) -> Result<Box<dyn FrameSink>> {
        self.check(outfile)?;
        let mark = format.mark(NAME, &self.settings, self.compression);
        let encoding = PngEncoding {
            mark: mark.map(|mark| mark.to_string()),
            ..PngEncoding::new(format, &self.settings.metadata, self.compression)
        };
        encoding.check(NAME)?;
        let (file, spool) = Spool::open(outfile, NAME)?;
        let bare = PngEncoding {
            metadata: Metadata::new(),
            mark: None,
            ..encoding.clone()
        };
        let encode = move |picture: &FramePart| {
            let encoding = if picture.is_first { &encoding } else { &bare };
            encoding.encode(picture.pixels(), picture.stride(), picture.region.size)
        };
        let muxer = Muxer::new(file, self.plays(), self.settings.fps);
        PictureSink::start(muxer, spool, format, self.settings.fps, encode)
    }
}
