//! The ffmpeg writer that uses numbered files.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::error::{Error, Result};
use crate::frame_size::FrameSize;
use crate::workers::Workers;
use crate::writers::ffmpeg::Prepared;
use crate::writers::frame_file::FrameFile;
use crate::writers::lock::NameLock;
use crate::writers::output::MadeFolder;
use crate::writers::temporary::HiddenFolder;
use crate::writers::{
    FFMpegWriter, Fps, Frame, FrameFormat, FrameNames, FrameSink, Interrupter, MovieWriter, Output,
    PooledBuffer, Sink, WriterSettings, settings_setters,
};

const NAME: &str = "ffmpeg_file";
/// As many as the reference's names have.
const DIGITS: usize = 7;

/// Writes all frames to numbered files first, and then the film with ffmpeg: the same film as [`FFMpegWriter`] writes.
///
/// The files are in a hidden folder beside the film (or in the temporary folder, for memory and streams), which is
/// always removed at the end; [`with_frame_prefix`](Self::with_frame_prefix) puts them elsewhere and keeps them. They
/// are written on all cores, and drawing never waits for ffmpeg's encoder. The disk must have room for all of them:
/// with `png` a few to a few hundred kilobytes per frame, with `raw` or `rgba` four bytes per pixel.
///
/// As errors could otherwise appear after hours, one frame is encoded with ffmpeg before the first is drawn.
///
/// ```
/// use plotreel::writers::FFMpegFileWriter;
///
/// let writer = FFMpegFileWriter::new(30).with_frame_prefix("frames/wave_").with_codec("libx265");
/// # let _ = writer;
/// ```
#[derive(Debug, Clone)]
pub struct FFMpegFileWriter {
    ffmpeg: FFMpegWriter,
    frame_prefix: Option<PathBuf>,
    frame_format: String,
}

impl FFMpegFileWriter {
    /// A writer of `fps` frames per second.
    pub fn new(fps: impl Into<Fps>) -> Self {
        Self::of(FFMpegWriter::new(fps))
    }

    pub(crate) fn from_settings(settings: WriterSettings) -> Self {
        Self::of(FFMpegWriter::from_settings(settings))
    }

    fn of(ffmpeg: FFMpegWriter) -> Self {
        Self {
            ffmpeg,
            frame_prefix: None,
            frame_format: "png".into(),
        }
    }

    /// Keeps the frames under names with this prefix: `frames/wave_` gives `frames/wave_0000000.png` and so on.
    ///
    /// The folder is created if it does not exist, but its parent is not. Frames that were written are kept when the
    /// film fails. Two films with the same prefix can't be written at the same time: the second is an error.
    pub fn with_frame_prefix(mut self, prefix: impl Into<PathBuf>) -> Self {
        self.frame_prefix = Some(prefix.into());
        self
    }

    /// The format of the frames: `"png"`, the default, or `"raw"` or `"rgba"`, four bytes per pixel.
    pub fn with_frame_format(mut self, format: &str) -> Self {
        format.clone_into(&mut self.frame_format);
        self
    }

    settings_setters! {
        ffmpeg.settings:
        codec;
        bitrate;
        extra_args;
        metadata;
        program;
        stall_timeout;
        /// Other formats have no loop count.
        loop_count;
    }

    /// Where the frames go, and what they hold until they are read.
    fn names(&self, outfile: &Output, first: u64) -> Result<(FrameNames, Place)> {
        let Some(prefix) = &self.frame_prefix else {
            let beside = match outfile.sink() {
                Sink::File(film) => film.parent().map(Path::to_owned),
                _ => None,
            };
            let folder =
                match beside {
                    Some(place) => HiddenFolder::with_permissions(&place, None),
                    None => HiddenFolder::with_permissions(&std::env::temp_dir(), None).map_err(
                        |error| match error {
                            Error::Io { source, .. } => Error::temporary(source),
                            other => other,
                        },
                    ),
                }?;
            let names = FrameNames::numbered(folder.path(), "", DIGITS, &self.frame_format);
            return Ok((names, Place::Hidden(folder)));
        };
        let text = prefix.to_string_lossy();
        // A prefix that ends in a slash is a folder in which file names are numbers only.
        let (folder, before) = match text.ends_with(std::path::is_separator) {
            true => (prefix.as_path(), ""),
            false => (
                prefix.parent().unwrap_or(Path::new("")),
                prefix
                    .file_name()
                    .and_then(|name| name.to_str())
                    .unwrap_or(""),
            ),
        };
        let names = FrameNames::numbered(folder, before, DIGITS, &self.frame_format);
        let made = MadeFolder::if_missing(names.folder())?;
        names.check(outfile.inputs())?;
        let lock = names.lock(first)?;
        Ok((names, Place::Kept(lock, made)))
    }
}

impl MovieWriter for FFMpegFileWriter {
    fn name(&self) -> &str {
        NAME
    }

    fn fps(&self) -> Fps {
        self.ffmpeg.fps()
    }

    fn check_available(&self, suffix: &str) -> Result<()> {
        self.ffmpeg.check_available(suffix)
    }

    fn supports_transparency(&self, suffix: &str) -> bool {
        self.ffmpeg.supports_transparency(suffix)
    }

    fn setup(&self, outfile: &Output, format: FrameFormat) -> Result<Box<dyn FrameSink>> {
        let kind = FrameFile::of(&self.frame_format, format).ok_or_else(|| Error::Option {
            writer: NAME.into(),
            option: format!("the frame format \"{}\"", self.frame_format),
            advice: "choose png, raw or rgba".into(),
        })?;
        self.ffmpeg.warn_of_slowness(outfile.suffix());
        let prepared = self.ffmpeg.prepare(outfile, format)?;
        self.ffmpeg.try_out(outfile, format)?;
        let (names, place) = self.names(outfile, format.first_index)?;
        let (size, to) = (format.size, names.clone());
        let write = {
            let kind = kind.clone();
            move |frame: Frame| to.write(frame.index, &kind.encode(&frame.pixels, size)?)
        };
        Ok(Box::new(FFMpegFileSink {
            workers: Workers::start(size, write)?,
            prepared,
            kind,
            size,
            first: format.first_index,
            next: format.first_index,
            names,
            interrupt: Arc::default(),
            _place: place,
        }))
    }
}

/// Writes frames to files, and in the end the film.
struct FFMpegFileSink {
    workers: Workers<Frame, Result<()>>,
    prepared: Prepared,
    kind: FrameFile,
    size: FrameSize,
    first: u64,
    next: u64,
    names: FrameNames,
    interrupt: Arc<Interrupt>,
    /// Released when the workers have ended.
    _place: Place,
}

/// The resources of a film's frame files.
#[derive(Debug)]
#[expect(dead_code, reason = "held until it is dropped")]
enum Place {
    /// A folder that is removed.
    Hidden(HiddenFolder),
    /// The names, and their folder if it was made for them.
    Kept(NameLock, Option<MadeFolder>),
}

/// Ends the sink from outside.
#[derive(Default)]
struct Interrupt {
    cancelled: AtomicBool,
    /// Of ffmpeg, while it runs.
    ffmpeg: Mutex<Option<Interrupter>>,
}

impl Interrupt {
    fn check(&self) -> Result<()> {
        match self.cancelled.load(Ordering::SeqCst) {
            true => Err(Error::Aborted),
            false => Ok(()),
        }
    }

    fn set_ffmpeg(&self, interrupter: Option<Interrupter>) {
        *self.ffmpeg.lock().unwrap_or_else(PoisonError::into_inner) = interrupter;
    }

    fn call(&self) {
        self.cancelled.store(true, Ordering::SeqCst);
        let ffmpeg = self.ffmpeg.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(interrupt) = &*ffmpeg {
            interrupt();
        }
    }
}

impl FFMpegFileSink {
    /// Hands all frames to ffmpeg, in their order; files are read on all cores.
    fn feed(&self, sink: &mut dyn FrameSink) -> Result<()> {
        let (names, kind, size) = (self.names.clone(), self.kind.clone(), self.size);
        let read = move |index: u64| {
            let path = names.path(index);
            let file = fs::read(&path).map_err(|e| Error::io(&path, e))?;
            kind.decode(&file, size).map_err(|e| Error::io(path, e))
        };
        let mut readers = Workers::start(size, read)?;
        let mut unread = self.first..self.next;
        for index in self.first..self.next {
            while !readers.is_full()
                && let Some(index) = unread.next()
            {
                readers.submit(index);
            }
            let pixels = readers.next().unwrap_or(Err(Error::Ended))??;
            self.interrupt.check()?;
            sink.write_frame(Frame {
                index,
                duration: Duration::ZERO,
                pixels: PooledBuffer::of_bytes(pixels),
            })?;
        }
        Ok(())
    }
}

impl FrameSink for FFMpegFileSink {
    fn writer(&self) -> &str {
        NAME
    }

    fn write_frame(&mut self, frame: Frame) -> Result<()> {
        while let Some(written) = self.workers.next_due() {
            written??;
        }
        self.next = frame.index + 1;
        self.workers.submit(frame);
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> Result<()> {
        while let Some(written) = self.workers.next() {
            written??;
        }
        let mut sink = self.prepared.start()?;
        self.interrupt.set_ffmpeg(sink.interrupter());
        // One that came before ffmpeg did.
        let fed = self.interrupt.check().and_then(|()| self.feed(&mut *sink));
        fed.and_then(|()| sink.finish())
    }

    fn interrupter(&self) -> Option<Interrupter> {
        let interrupt = self.interrupt.clone();
        Some(Arc::new(move || interrupt.call()))
    }
}
