//! The embedded H.264 encoder into MP4: Cisco's OpenH264, and [`h264`](super::h264) where little changes.

mod changes;
mod encode;
mod groups;
mod worker;

use std::fs::{File, OpenOptions};
use std::io;
use std::sync::Arc;

use crate::error::{Error, Result};
use crate::frame_size::FrameSize;
use crate::writers::embedded::{CODECS, NAME};
use crate::writers::h264::MAX_QP;
use crate::writers::mp4::{self, Muxer, Track};
use crate::writers::pixels::PixelFormat;
use crate::writers::{
    Fps, FrameFormat, FrameSink, Meter, MovieWriter, Output, Sink, WriterSettings, check_suffix,
    settings_setters,
};
pub(super) use encode::Openh264Sink;
use worker::{COARSER_PASSING, Encoding, LEAST_QP};

/// Pixels of the shortest side that it encodes.
const LEAST_SIDE: u32 = 16;
/// Quantiser of a film for which none is chosen: about the quality of libx264's defaults.
const DEFAULT_QP: u8 = 23;

/// Writes MP4 films without ffmpeg, with Cisco's OpenH264 built into this library.
///
/// Constant quality, BT.709 tagged in stream and container, exact frame times, the index at the beginning. Where little
/// changes from frame to frame, as in most plots, OpenH264 writes the keyframes only, and this library itself what
/// changes between them: by CABAC, and what changes again in the next frame more coarsely than what stays. Keyframes are
/// 32 to 250 frames apart, the nearer the more changes, and before a frame of which much changes after others of which
/// little did; those of a stream are at most 32 apart. [`with_keyframes`](crate::MovieOptions::with_keyframes) adds
/// others. The film does not depend on the number of cores. Frames have 16 to 3840 × 2160 (or 2160 × 3840) pixels; an
/// odd last row or column is repeated to make it even. Metadata are title, artist, comment, album, composer, copyright,
/// date, description, genre and synopsis.
///
/// OpenH264 has the BSD-2-Clause licence, which grants no patent rights. Whoever distributes programs with an H.264
/// encoder may need a licence for its patents; Cisco's covers only the binaries that Cisco itself offers. The encoder
/// is only included with the cargo feature `openh264`.
///
/// ```
/// use plotreel::Movie;
/// use plotreel::writers::{Destination, MemoryFile, Openh264Writer};
/// use ndarray::Array3;
///
/// let film = MemoryFile::new();
/// let mut movie = Movie::new(&Openh264Writer::new(30), Destination::memory(&film, "mp4"), (64, 48))?;
/// for shade in 0..10 {
///     movie.write_frame(&Array3::from_elem((48, 64, 3), 20 * shade as u8))?;
/// }
/// movie.finish()?;
/// assert_eq!(&film.take()[4..8], b"ftyp");
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Openh264Writer {
    settings: WriterSettings,
    qp: u8,
}

impl Openh264Writer {
    /// Suffixes of the films it writes.
    pub(crate) const SUFFIXES: [&str; 2] = ["mp4", "m4v"];

    /// A writer of `fps` frames per second.
    pub fn new(fps: impl Into<Fps>) -> Self {
        Self::of(WriterSettings::new(fps))
    }

    fn of(settings: WriterSettings) -> Self {
        Self {
            settings,
            qp: DEFAULT_QP,
        }
    }

    /// Refuses settings that only ffmpeg can honour.
    pub(crate) fn from_settings(settings: &WriterSettings) -> Result<Self> {
        settings.refuse_ffmpeg_options(NAME, &CODECS)?;
        settings.refuse_page_options(NAME)?;
        settings.refuse_loop_count(NAME)?;
        Ok(Self::of(settings.clone()))
    }

    settings_setters! { settings: metadata; }

    /// The constant quantiser, from 0 (best) to 51 (smallest); 23 by default. OpenH264 takes none below 12: these are 12.
    ///
    /// Where little changes, keyframes have a finer one, and what changes again in the next frame a coarser one.
    pub fn with_qp(mut self, qp: u8) -> Self {
        self.qp = qp;
        self
    }

    fn check(&self, outfile: &Output, size: FrameSize) -> Result<()> {
        if !takes_size(size) {
            let FrameSize { width, height } = PixelFormat::Yuv420p.encoded_size(size);
            let limit = match width.min(height) < LEAST_SIDE {
                true => {
                    "at least 16 pixels per side: with_scale (--scale) enlarges every element of an array, and ffmpeg \
                     has no such limit"
                }
                false => {
                    "3840 pixels on the long and 2160 on the short side; ffmpeg has none of these"
                }
            };
            return Err(Error::SizeLimit {
                writer: NAME,
                size,
                limit,
            });
        }
        if self.qp > MAX_QP {
            return Err(Error::Setting {
                name: "qp",
                value: self.qp.to_string(),
                expected: "0 to 51",
            });
        }
        if let Some(key) = mp4::unknown_key(&self.settings.metadata) {
            return Err(Error::Option {
                writer: NAME.into(),
                option: format!("the metadata key \"{key}\""),
                advice: "choose title, artist, comment, album, composer, copyright, date, description, genre or \
                         synopsis"
                    .into(),
            });
        }
        self.check_available(outfile.suffix())
    }

    /// A film on its way into a file that is not the film's own, and of which each frame is looked at.
    pub(super) fn film_in(
        &self,
        file: File,
        format: FrameFormat,
        meter: &Arc<Meter>,
    ) -> io::Result<Openh264Sink> {
        let muxer = Muxer::indexed(file, self.track(format))?;
        let encoding = self.encoding(format);
        let encoding = Encoding {
            passing_qp: encoding.qp,
            ..encoding
        };
        let path = Some("a temporary file".into());
        Openh264Sink::start(encoding, format.size, muxer, path, meter)
    }

    fn track(&self, format: FrameFormat) -> Track {
        Track {
            size: PixelFormat::Yuv420p.encoded_size(format.size),
            fps: self.settings.fps,
            metadata: self.settings.metadata.clone(),
            mark: format.mark(NAME, &self.settings, self.qp),
        }
    }

    fn encoding(&self, format: FrameFormat) -> Encoding {
        let qp = self.qp.max(LEAST_QP);
        Encoding {
            size: PixelFormat::Yuv420p.encoded_size(format.size),
            qp,
            passing_qp: (qp + COARSER_PASSING).min(MAX_QP),
            fps: self.settings.fps.as_f64().clamp(1.0, 60.0) as f32,
            first_index: format.first_index,
            keyframes: format.keyframes,
        }
    }
}

impl MovieWriter for Openh264Writer {
    fn name(&self) -> &str {
        NAME
    }

    fn fps(&self) -> Fps {
        self.settings.fps
    }

    fn check_available(&self, suffix: &str) -> Result<()> {
        let advice = "name the file .mp4, or choose the writer \"ffmpeg\"";
        check_suffix(NAME, &Self::SUFFIXES, suffix, advice)
    }

    fn setup(&self, outfile: &Output, format: FrameFormat) -> Result<Box<dyn FrameSink>> {
        self.check(outfile, format.size)?;
        let track = self.track(format);
        let (muxer, path) = match outfile.sink() {
            Sink::File(path) => {
                let file = OpenOptions::new().read(true).write(true).open(path);
                let muxer = file.and_then(|file| Muxer::indexed(file, track));
                (
                    muxer.map_err(|e| Error::io(path, e))?,
                    Some(path.to_owned()),
                )
            }
            Sink::Stream(file) => {
                let file = file.try_clone().map_err(|e| mp4::error(None, e))?;
                (Muxer::fragmented(file, track), None)
            }
            Sink::Nothing | Sink::Frames(_) | Sink::Url(_) => {
                return Err(Error::Destination {
                    path: "the URL".into(),
                    reason: "the embedded encoder writes files and streams only".into(),
                    advice: "choose a file, or the writer \"ffmpeg\"".into(),
                });
            }
        };
        let encoding = self.encoding(format);
        let sink = Openh264Sink::start(encoding, format.size, muxer, path, outfile.meter());
        Ok(Box::new(
            sink.map_err(|e| Error::io("the encoder's threads", e))?,
        ))
    }
}

/// Whether OpenH264 encodes frames of this size.
pub(super) fn takes_size(size: FrameSize) -> bool {
    let FrameSize { width, height } = PixelFormat::Yuv420p.encoded_size(size);
    let (long, short) = (width.max(height), width.min(height));
    short >= LEAST_SIDE && long <= 3840 && short <= 2160
}
