//! The ffmpeg writer: frames through a pipe into the user's ffmpeg.

mod alpha;
mod command_line;
mod containers;
mod family;
mod join;
mod loops;
mod probe;
mod process;
mod request;
mod sink;
#[cfg(feature = "cli")]
mod speed;
mod table;
mod tail;
mod watchdog;

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::error::{Error, Result};
use crate::writers::pace::Pace;
use crate::writers::{
    Fps, Frame, FrameFormat, FrameSink, MovieWriter, Output, PooledBuffer, Sink, WriterSettings,
    settings_setters,
};
pub(super) use join::{join, read};
pub(super) use probe::Answers;
use probe::Encoders;
use request::Request;
pub(super) use sink::Prepared;

/// How long ffmpeg may take for the one test frame, unless the user sets a limit.
const TRY_OUT_PATIENCE: Duration = Duration::from_secs(60);
/// Writes films with ffmpeg (4.4 or later), which must be installed.
///
/// The suffix of the destination chooses the container, and with it the codec unless one is named:
///
/// | suffix | codec | frames arrive as | tagged |
/// |---|---|---|---|
/// | any, with H.264, HEVC, VP9 or AV1 (H.264 is the default; `.webm` is VP9, `.avif` AV1) | | yuv420p, converted by plotreel; with `-pix_fmt yuv444p` in the extra arguments yuv444p | BT.709, limited range |
/// | any, with libx264rgb, ffv1, png, qtrle, huffyuv, utvideo, rawvideo and other RGB codecs, or an RGB `-pix_fmt` | | bgr0 | no |
/// | `.gif` | gif, one palette per frame | bgr0 | no |
/// | `.apng`, `.webp` | apng, webp | bgr0 | no |
/// | any, with mjpeg, VP8 or Theora (`.ogv`, `.ogg`) | | bgr0, converted by ffmpeg to these codecs' own BT.601 | no |
/// | `.wmv`, `.asf` | wmv2 | yuv420p, converted by plotreel and then by ffmpeg to BT.601; likewise with msmpeg4, flv and mpeg1video | no |
/// | `.mpg`, `.mpeg`, `.vob`, `.m2v`, `.mxf`, `.wtv` | mpeg2video, at 24, 25, 30, 50 or 60 frames per second or 1000/1001 of that; at lower rates each frame is repeated | bgr0, converted by ffmpeg | BT.709, limited range |
/// | `.swf` | flv | as `.wmv` | no |
/// | any, with another codec or YUV `-pix_fmt` | | bgr0, converted by ffmpeg (`scale=out_color_matrix=bt709`, unless the extra arguments filter) | BT.709, limited range |
///
/// `.flv`, `.ts`, `.m2ts`, `.3gp` and other suffixes known to ffmpeg get H.264. The suffixes of pictures, audio and
/// subtitles are refused, and without a codec also those of formats that take few sizes or rates (`.dv`, `.rm`, `.yuv`,
/// …).
///
/// In `.mp4`, `.m4v` and `.mov` HEVC is tagged hvc1, as QuickTime and Safari need it, and in files the index precedes
/// the frames (`+faststart`: ffmpeg rewrites the finished file in place, and needs extra space for the index only);
/// `-tag:v` and `-movflags` in the extra arguments replace these. libaom, AV1's encoder in most ffmpegs, gets
/// `-cpu-used 6 -row-mt 1`, as it takes minutes for a film otherwise; the extra arguments may set other values. The old
/// codecs in the table have a constant quality, `-q:v 3`, where no bitrate or quality is given.
///
/// A film that the disk or the reader did not take completely is an error, whatever ffmpeg's exit code is.
///
/// Transparent films keep alpha in `.webm` (and VP9 in `.mkv`), `.mov` (ProRes 4444 unless a codec is named), `.apng`,
/// `.gif` (opaque or fully transparent pixels), `.webp` and `.avif`, and with the codecs png, qtrle, ffv1, ffvhuff,
/// huffyuv, utvideo, magicyuv, rawvideo, targa, tiff and prores_ks in the containers that take them; frames then arrive
/// as bgra, for VP9 as yuva420p converted by plotreel.
///
/// `.gif`, `.apng` and `.webp` play forever unless [`with_loop_count`](Self::with_loop_count) sets a number.
/// (matplotlib's `.apng` and `.webp` play once.)
///
/// In yuv420p an odd last row or column is repeated to make it even; no pixel is dropped or resampled.
/// matplotlib writes untagged BT.601, which players show with shifted colours.
///
/// ```
/// use plotreel::FFMpegWriter;
///
/// let writer = FFMpegWriter::new((30000, 1001)).with_codec("libx265").with_extra_args(["-crf", "18"]);
/// # let _ = writer;
/// ```
#[derive(Debug, Clone)]
pub struct FFMpegWriter {
    pub(super) settings: WriterSettings,
}

impl FFMpegWriter {
    /// A writer of `fps` frames per second: a whole number, a fraction such as `(30000, 1001)`, or a float.
    pub fn new(fps: impl Into<Fps>) -> Self {
        Self::from_settings(WriterSettings::new(fps))
    }

    pub(crate) fn from_settings(settings: WriterSettings) -> Self {
        Self { settings }
    }

    pub(super) fn settings(&self) -> &WriterSettings {
        &self.settings
    }

    /// Whether ffmpeg can encode films with this suffix.
    ///
    /// # Errors
    /// [`Error::WriterUnavailable`] if it does not run.
    pub(super) fn can_encode(&self, suffix: &str) -> Result<bool> {
        Ok(self.encoders()?.has(self.request(suffix).codec()))
    }

    /// What the program can encode.
    fn encoders(&self) -> Result<Encoders> {
        let settings = &self.settings;
        settings.answers.of(&self.program(), &settings.abort)
    }

    /// Whether the encoder of a codec is libaom.
    fn is_libaom(&self, codec: &str) -> bool {
        match codec {
            "libaom-av1" => true,
            "av1" => (self.encoders()).is_ok_and(|known| known.first("av1") == Some("libaom-av1")),
            _ => false,
        }
    }

    /// Why it is not the writer of this suffix, though it runs.
    pub(super) fn no_encoder(&self, suffix: &str) -> Error {
        let (program, request) = (self.program(), self.request(suffix));
        let nearest = (self.encoders()).map_or(Vec::new(), |e| e.nearest(request.codec()));
        let names: Vec<_> = nearest.iter().map(|name| format!("\"{name}\"")).collect();
        let hint = match names.is_empty() {
            true => String::new(),
            false => format!("did you mean {}? Or ", names.join(" or ")),
        };
        Error::WriterUnavailable {
            name: self.name().into(),
            reason: format!(
                "{} has no encoder for {}",
                program.display(),
                request.codec()
            ),
            advice: format!("{hint}install a fuller ffmpeg, or choose another codec or writer"),
        }
    }

    settings_setters! {
        settings:
        codec;
        bitrate;
        extra_args;
        metadata;
        program;
        stall_timeout;
        /// Other formats have no loop count.
        loop_count;
    }

    fn program(&self) -> PathBuf {
        self.settings
            .program
            .clone()
            .unwrap_or_else(ffmpeg_sidecar::paths::ffmpeg_path)
    }

    fn request<'a>(&'a self, suffix: &'a str) -> Request<'a> {
        Request {
            suffix,
            codec: self.settings.codec.as_deref(),
            bitrate: self.settings.bitrate,
            extra_args: &self.settings.extra_args,
            loop_count: self.settings.loop_count,
            transparent: false,
            fps: Some(self.settings.fps),
            is_libaom: false,
        }
    }

    /// Checks the settings and makes the command.
    ///
    /// # Errors
    /// Invalid settings.
    pub(super) fn prepare(&self, outfile: &Output, format: FrameFormat) -> Result<Prepared> {
        self.settings.refuse_page_options(self.name())?;
        let stall_timeout = self.settings.stall_timeout;
        if stall_timeout.is_some_and(|timeout| timeout.is_zero()) {
            let (value, expected) = ("zero".into(), "a time above zero");
            return Err(Error::Setting {
                name: "the stall timeout",
                value,
                expected,
            });
        }
        let (args, pixels) = self.command_line(outfile, format)?;
        let (stdout, file) = match outfile.sink() {
            Sink::Stream(file) => {
                let file = file.try_clone().map_err(|e| Error::io("the stream", e))?;
                (Some(file), None)
            }
            Sink::File(path) => (None, Some(path.to_owned())),
            Sink::Nothing | Sink::Frames(_) | Sink::Url(_) => (None, None),
        };
        Ok(Prepared {
            program: self.program(),
            args,
            pixels,
            size: format.size,
            name: outfile.shown(),
            suffix: outfile.suffix().to_owned(),
            stdout,
            file,
            stall_timeout,
            meter: outfile.meter().clone(),
        })
    }

    /// Warns of a film of pictures that browsers show too slowly.
    pub(super) fn warn_of_slowness(&self, suffix: &str) {
        if let Some(pace) = Pace::of(suffix) {
            pace.warn_of_slowness(self.settings.fps.frame_duration());
        }
    }

    /// Finds out whether ffmpeg accepts the settings, by encoding one frame to a null output.
    ///
    /// # Errors
    /// ffmpeg's error.
    pub(super) fn try_out(&self, outfile: &Output, format: FrameFormat) -> Result<()> {
        self.check_available(outfile.suffix())?;
        if matches!(outfile.sink(), Sink::Url(_)) {
            // Not every network format can be written to a file.
            return Ok(());
        }
        let elsewhere = outfile.like(&std::env::temp_dir())?;
        let tried = self.try_elsewhere(outfile, &elsewhere, format);
        tried.map_err(|error| elsewhere.named_as(error, Path::new(&outfile.shown())))
    }

    fn try_elsewhere(
        &self,
        outfile: &Output,
        elsewhere: &Output,
        format: FrameFormat,
    ) -> Result<()> {
        let prepared = Prepared {
            // Filters may need more than one frame before they return one.
            file: None,
            name: outfile.shown(),
            stall_timeout: Some(self.settings.stall_timeout.unwrap_or(TRY_OUT_PATIENCE)),
            ..self.prepare(elsewhere, format)?
        };
        let mut sink = prepared.start()?;
        let interrupter = sink.interrupter();
        let waiting = interrupter.map(|interrupt| self.settings.abort.waiting(interrupt));
        let _waiting = waiting.transpose()?;
        let frame = Frame {
            index: format.first_index,
            duration: self.settings.fps.frame_duration(),
            pixels: PooledBuffer::of_bytes(vec![255; format.size.bytes()]),
        };
        sink.write_frame(frame)?;
        sink.finish()
    }
}

impl MovieWriter for FFMpegWriter {
    fn name(&self) -> &str {
        "ffmpeg"
    }

    fn fps(&self) -> Fps {
        self.settings.fps
    }

    fn check_available(&self, suffix: &str) -> Result<()> {
        self.request(suffix).check()?;
        match self.can_encode(suffix)? {
            true => Ok(()),
            false => Err(self.no_encoder(suffix)),
        }
    }

    fn supports_transparency(&self, suffix: &str) -> bool {
        self.request(suffix).keeps_alpha()
    }

    fn setup(&self, outfile: &Output, format: FrameFormat) -> Result<Box<dyn FrameSink>> {
        self.warn_of_slowness(outfile.suffix());
        self.prepare(outfile, format)?.start()
    }
}
