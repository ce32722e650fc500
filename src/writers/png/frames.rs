//! The writer of numbered PNG files.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::ops::Range;
use std::path::Path;

use super::join::mark_at;
use super::{PngCompression, PngEncoding};
use crate::error::{Error, Result};
use crate::frame_size::FrameSize;
use crate::workers::Workers;
use crate::writers::lock::NameLock;
use crate::writers::staging::Staging;
use crate::writers::{
    Fps, Frame, FrameFormat, FrameSink, MovieWriter, Output, OutputKind, Sink, WriterSettings,
    check_suffix, settings_setters,
};

const NAME: &str = "png";

/// Writes a numbered PNG file for each frame, on all cores.
///
/// The destination is a name with a number pattern, `frames/frame%04d.png`, or a folder, for `frame0000.png`,
/// `frame0001.png` and so on. (See [`FrameNames`](crate::writers::FrameNames); only this writer uses such patterns.)
/// A missing folder is created (its parent is not), and removed if no file is written to it. Numbers
/// begin with the index of the film's first frame.
///
/// Two films with the same names and the same first number can't be written at the same time: the second is an error.
/// Parts of one film, which begin with different numbers, may be written in parallel.
///
/// Each file is written under a hidden name and renamed when it is complete. A later failure does not remove it, and
/// [`with_resume`](Self::with_resume) continues from there. Those of a part of a film
/// ([`MovieOptions::with_part`](crate::MovieOptions::with_part)) get their names when all are complete, unless they
/// resume. Files with other numbers are not changed, including those
/// of an earlier, longer film.
///
/// ```
/// use ndarray::Array3;
/// use plotreel::{Movie, PngWriter};
///
/// # let folder = tempfile::tempdir().unwrap();
/// # std::env::set_current_dir(&folder).unwrap();
/// let mut movie = Movie::new(&PngWriter::new(30).with_resume(true), "frame%03d.png", (64, 48))?;
/// for shade in 0..10 {
///     movie.write_frame(&Array3::from_elem((48, 64, 3), 20 * shade as u8))?;
/// }
/// movie.finish()?;
/// assert!(std::path::Path::new("frame009.png").exists());
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct PngWriter {
    settings: WriterSettings,
    resume: bool,
    compression: PngCompression,
}

impl PngWriter {
    /// A writer of frames for films of `fps` frames per second. The rate is not written to the files.
    pub fn new(fps: impl Into<Fps>) -> Self {
        Self::of(WriterSettings::new(fps))
    }

    fn of(settings: WriterSettings) -> Self {
        Self {
            settings,
            resume: false,
            compression: PngCompression::default(),
        }
    }

    /// Refuses settings that it can't honour.
    pub(crate) fn from_settings(settings: &WriterSettings) -> Result<Self> {
        settings.refuse_ffmpeg_options(NAME, &["png"])?;
        settings.refuse_page_options(NAME)?;
        settings.refuse_loop_count(NAME)?;
        Ok(Self::of(settings.clone()))
    }

    settings_setters! {
        settings:
        /// It is written to each file.
        metadata;
    }

    /// Whether existing files are kept: complete PNGs of the film's size are not written again. By default
    /// they are replaced.
    ///
    /// A film that begins with another number, by [`MovieOptions::with_first_index`](crate::MovieOptions), does not
    /// need to draw the frames before it.
    pub fn with_resume(mut self, resume: bool) -> Self {
        self.resume = resume;
        self
    }

    /// The effort spent on smaller files; [`PngCompression::Fast`] by default.
    pub fn with_compression(mut self, compression: PngCompression) -> Self {
        self.compression = compression;
        self
    }
}

impl MovieWriter for PngWriter {
    fn name(&self) -> &str {
        NAME
    }

    fn fps(&self) -> Fps {
        self.settings.fps
    }

    fn output(&self) -> OutputKind {
        OutputKind::Frames
    }

    fn suffixes(&self) -> &[&str] {
        &["png"]
    }

    fn check_available(&self, suffix: &str) -> Result<()> {
        let advice = "name the files frame%04d.png, or choose another writer";
        check_suffix(NAME, self.suffixes(), suffix, advice)
    }

    fn supports_transparency(&self, _: &str) -> bool {
        true
    }

    fn setup(&self, outfile: &Output, format: FrameFormat) -> Result<Box<dyn FrameSink>> {
        self.check_available(outfile.suffix())?;
        let mark = format.mark(NAME, &self.settings, self.compression);
        let encoding = PngEncoding {
            mark: mark.as_ref().map(|mark| mark.to_string()),
            ..PngEncoding::new(format, &self.settings.metadata, self.compression)
        };
        encoding.check(NAME)?;
        let Sink::Frames(names) = outfile.sink() else {
            return Err(Error::Destination {
                path: "the film".into(),
                reason: format!("the writer \"{NAME}\" writes numbered files"),
                advice: "name them frame%04d.png, or the folder they go to".into(),
            });
        };
        let lock = names.lock(format.first_index)?;
        let staging = match format.part {
            Some(part) if !self.resume => Some((Staging::new(names)?, part.frames())),
            _ => None,
        };
        let written = staging
            .as_ref()
            .map_or(names, |(staging, _)| staging.names());
        let (written, names) = (written.clone(), names.clone());
        let (resume, size) = (self.resume, format.size);
        let write = move |frame: Frame| {
            let path = names.path(frame.index);
            let is_ours = || mark.is_none() || mark_at(&path) == mark;
            if resume && is_whole(&path, size, format.transparent) && is_ours() {
                log::debug!("{} exists already", path.display());
                return Ok(());
            }
            let png = encoding.encode(&frame.pixels, 4 * size.width as usize, size);
            drop(frame.pixels);
            let png = png.map_err(|e| Error::io(&path, e))?;
            let done = written.write(frame.index, &png);
            done.map_err(|error| error.renamed(&written.path(frame.index), &path))
        };
        Ok(Box::new(PngSink {
            workers: Workers::start(size, write)?,
            frames: 0,
            staging,
            _lock: lock,
        }))
    }
}

/// Hands frames to the workers, which write the files.
struct PngSink {
    workers: Workers<Frame, Result<()>>,
    frames: u64,
    /// Where the frames of a part wait until all are there.
    staging: Option<(Staging, Range<u64>)>,
    /// Held until the last file is written.
    _lock: NameLock,
}

impl FrameSink for PngSink {
    fn writer(&self) -> &str {
        NAME
    }

    fn write_frame(&mut self, frame: Frame) -> Result<()> {
        while let Some(written) = self.workers.next_due() {
            written??;
        }
        self.frames += 1;
        self.workers.submit(frame);
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> Result<()> {
        // All other files are written even if one fails.
        let mut all = Ok(());
        while let Some(written) = self.workers.next() {
            all = all.and(written.and_then(|written| written));
        }
        all?;
        match self.staging.take() {
            None => Ok(()),
            // A partial film would leave frames of two films in the folder.
            Some((_, frames)) if self.frames < frames.end - frames.start => Err(Error::Lengths {
                got: self.frames as usize,
                what: "frames",
                needed: (frames.end - frames.start) as usize,
                of: "frames of the part",
            }),
            Some((staging, frames)) => staging.publish(frames),
        }
    }
}

/// Whether a file is a PNG of this size and kind, from its beginning to its end.
fn is_whole(path: &Path, size: FrameSize, transparent: bool) -> bool {
    const END: [u8; 12] = *b"\0\0\0\0IEND\xaeB`\x82";
    let read = || {
        let mut file = File::open(path)?;
        let (mut start, mut end) = ([0; 29], [0; 12]);
        file.read_exact(&mut start)?;
        file.seek(SeekFrom::End(-12))?;
        file.read_exact(&mut end)?;
        std::io::Result::Ok((start, end))
    };
    let mut expected = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    expected.extend(size.width.to_be_bytes());
    expected.extend(size.height.to_be_bytes());
    // Eight bits of RGB or RGBA, not interlaced.
    expected.extend([8, if transparent { 6 } else { 2 }, 0, 0, 0]);
    read().is_ok_and(|(start, end)| start == *expected && end == END)
}
