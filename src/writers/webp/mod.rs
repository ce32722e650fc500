//! Animated WebP, with Google's libwebp built into this library.

mod join;
mod mux;
mod xmp;

use std::io;

use crate::error::{Error, Result};
use crate::frame_size::FrameSize;
use crate::writers::pictures::{FramePart, PictureSink, Shown};
use crate::writers::spool::Spool;
use crate::writers::{
    Fps, FrameFormat, FrameSink, MovieWriter, Output, WriterSettings, check_suffix,
    settings_setters,
};
pub(super) use join::{join, read};
use mux::{Film, Muxer};

const NAME: &str = "webp";
/// The most pixels along a side.
const MOST: u32 = 16383;

/// Writes animated WebPs: lossless and smaller than PNGs, or lossy and smaller than GIFs, in all browsers.
///
/// A frame holds only the rectangle that has changed, and a frame equal to the one before extends that one's duration.
/// Durations are in milliseconds; rounding errors do not accumulate. Frames may have their own durations, up to 16777
/// s. Transparent films keep their exact alpha. Metadata (title, artist, comment, description, copyright, genre, date,
/// software) become XMP; the format has no place for the dpi. Frames have at most 16383 pixels per side, films 4 GiB.
///
/// Frames are encoded on all cores; a few of them are in memory at a time. As the length precedes the frames in the
/// file, a film for a stream or pipe goes to a temporary file until it is complete.
///
/// ```
/// use ndarray::Array3;
/// use plotreel::Movie;
/// use plotreel::writers::{Destination, MemoryFile, WebpWriter};
///
/// let film = MemoryFile::new();
/// let writer = WebpWriter::new(25).with_quality(80.0).with_loop_count(3);
/// let mut movie = Movie::new(&writer, Destination::memory(&film, "webp"), (64, 48))?;
/// for shade in 0..10 {
///     movie.write_frame(&Array3::from_elem((48, 64, 3), 20 * shade as u8))?;
/// }
/// movie.finish()?;
/// assert_eq!(&film.take()[8..16], b"WEBPVP8X");
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct WebpWriter {
    settings: WriterSettings,
    quality: Option<f32>,
}

impl WebpWriter {
    /// A lossless writer of `fps` frames per second.
    pub fn new(fps: impl Into<Fps>) -> Self {
        Self::of(WriterSettings::new(fps))
    }

    fn of(settings: WriterSettings) -> Self {
        Self {
            settings,
            quality: None,
        }
    }

    /// Refuses settings that it can't honour.
    pub(crate) fn from_settings(settings: &WriterSettings) -> Result<Self> {
        settings.refuse_ffmpeg_options(NAME, &["webp", "libwebp", "libwebp_anim"])?;
        settings.refuse_page_options(NAME)?;
        Ok(Self::of(settings.clone()))
    }

    settings_setters! {
        settings:
        metadata;
        /// A WebP can play up to 65,535 times.
        loop_count;
    }

    /// Makes the film lossy, with a quality from 0 (smallest) to 100 (best); libwebp's own tools take 75. Alpha stays
    /// exact.
    pub fn with_quality(mut self, quality: f32) -> Self {
        self.quality = Some(quality);
        self
    }

    fn check(&self, outfile: &Output, size: FrameSize) -> Result<()> {
        if size.width > MOST || size.height > MOST {
            return Err(Error::SizeLimit {
                writer: NAME,
                size,
                limit: "16383 pixels per side",
            });
        }
        if self.quality.is_some_and(|q| !(0.0..=100.0).contains(&q)) {
            return Err(Error::Setting {
                name: "the quality",
                value: self.quality.unwrap_or_default().to_string(),
                expected: "0 to 100",
            });
        }
        if let Some(key) = xmp::unknown_key(&self.settings.metadata) {
            return Err(Error::Option {
                writer: NAME.into(),
                option: format!("the metadata key \"{key}\""),
                advice:
                    "choose title, artist, comment, description, copyright, genre, date or software"
                        .into(),
            });
        }
        self.check_available(outfile.suffix())
    }

    fn plays(&self) -> Result<u16> {
        let plays = self.settings.loop_count.unwrap_or(0);
        plays.try_into().map_err(|_| Error::Setting {
            name: "the loop count",
            value: plays.to_string(),
            expected: "0 to 65535",
        })
    }

    /// About as fast as lossless and lossy are small: 640 x 480 line plots have 13 and 8 kB in 18 ms, colour-mapped
    /// waves 79 and 10 kB in 49 and 22; a quarter to a half less takes five times as long.
    fn config(&self) -> Result<webp::WebPConfig> {
        let mut config = webp::WebPConfig::new().map_err(|()| Error::WriterUnavailable {
            name: NAME.into(),
            reason: "the version of libwebp differs from that of its interface".into(),
            advice: "choose another writer".into(),
        })?;
        (config.lossless, config.quality, config.method) = match self.quality {
            None => (1, 0.0, 1),
            Some(quality) => (0, quality, 2),
        };
        // Colours that nobody sees are still those of the frame.
        config.exact = 1;
        Ok(config)
    }
}

impl MovieWriter for WebpWriter {
    fn name(&self) -> &str {
        NAME
    }

    fn fps(&self) -> Fps {
        self.settings.fps
    }

    fn suffixes(&self) -> &[&str] {
        &["webp"]
    }

    fn check_available(&self, suffix: &str) -> Result<()> {
        let advice = "name the file .webp, or choose another writer";
        check_suffix(NAME, self.suffixes(), suffix, advice)
    }

    fn supports_transparency(&self, _: &str) -> bool {
        true
    }

    fn setup(&self, outfile: &Output, format: FrameFormat) -> Result<Box<dyn FrameSink>> {
        let (size, transparent) = (format.size, format.transparent);
        self.check(outfile, size)?;
        let (plays, config) = (self.plays()?, self.config()?);
        let (file, spool) = Spool::open(outfile, NAME)?;
        let xmp = xmp::packet(&self.settings.metadata);
        let mark = format.mark(NAME, &self.settings, self.quality);
        let film = Film {
            size,
            transparent,
            fps: self.settings.fps,
            plays,
            xmp,
            mark: mark.map(|mark| mark.to_string()),
            before: format.part.map_or(Shown::default(), |part| part.begin()),
        };
        let muxer = Muxer::new(file, film).map_err(|e| spool.error(e))?;
        let encode = move |picture: &FramePart| encode(&config, picture, transparent);
        PictureSink::start(muxer, spool, format, self.settings.fps, encode)
    }
}

fn encode(
    config: &webp::WebPConfig,
    picture: &FramePart,
    transparent: bool,
) -> io::Result<Vec<u8>> {
    let FrameSize { width, height } = picture.region.size;
    let pixels = picture.pack(transparent)?;
    let layout = match transparent {
        true => webp::PixelLayout::Rgba,
        false => webp::PixelLayout::Rgb,
    };
    let encoder = webp::Encoder::new(&pixels, layout, width, height);
    let failed = |error| io::Error::other(format!("libwebp failed: {error:?}"));
    Ok(encoder.encode_advanced(config).map_err(failed)?.to_vec())
}
