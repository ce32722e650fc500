//! Films in parts become one, without encoding again.

mod found;
mod kind;
mod options;
mod part_file;

use std::fs::File;
use std::io::{self, BufWriter};
use std::path::PathBuf;

use crate::error::{Error, Result};
#[cfg(feature = "openh264")]
use crate::writers::mp4;
use crate::writers::spool::Spool;
#[cfg(feature = "webp")]
use crate::writers::webp;
use crate::writers::{
    AbortHandle, Destination, Meter, MovieStats, Output, OutputKind, apng, ffmpeg, gif, png,
};
pub(super) use found::{Found, complete};
use kind::Kind;
pub use options::ConcatOptions;
pub(super) use part_file::{PartFile, check_frames, damaged, not_marked};

/// Joins the parts of a film, in any order, without encoding them again.
///
/// The parts are files that were written with [`SaveOptions::with_part`](crate::SaveOptions::with_part),
/// [`WriteOptions::with_part`](crate::WriteOptions::with_part) or
/// [`MovieOptions::with_part`](crate::MovieOptions::with_part); parts of numbered PNG files are named by their folder or
/// their pattern, and so is the folder they go to. The parts stay as they are. Films by ffmpeg need ffmpeg.
///
/// All frames of the film must be there once, of equal size, frame rate, codec and settings, with their times. The film
/// appears complete or not at all; numbered PNG files are written to a hidden folder in theirs, and get their names one
/// after the other when all are there. Memory use does not depend on the length of the film, but for the index of an MP4
/// file (4 bytes per frame).
///
/// Films have no sound here: a part with a sound track is refused, as sound does not join without gaps.
///
/// ```no_run
/// let film = plotreel::concat(["part0.mp4", "part1.mp4", "part2.mp4"], "film.mp4")?;
/// println!("{} frames", film.frames);
/// # Ok::<(), plotreel::Error>(())
/// ```
///
/// # Errors
/// [`Error::Part`] with the part that is missing frames, has frames of another part, is of another film, or is damaged;
/// [`Error::NoFrames`] without parts; what reading or writing returns. No film appears, and an existing one is kept.
pub fn concat<P: Into<PathBuf>>(
    parts: impl IntoIterator<Item = P>,
    out_file: impl Into<Destination>,
) -> Result<MovieStats> {
    concat_with(parts, out_file, &ConcatOptions::new())
}

/// As [`concat()`], with options.
///
/// # Errors
/// As [`concat()`]; [`Error::Aborted`].
pub fn concat_with<P: Into<PathBuf>>(
    parts: impl IntoIterator<Item = P>,
    out_file: impl Into<Destination>,
    options: &ConcatOptions,
) -> Result<MovieStats> {
    let paths: Vec<PathBuf> = parts.into_iter().map(Into::into).collect();
    join_into(&paths, out_file.into(), options)
}

fn join_into(
    paths: &[PathBuf],
    out_file: Destination,
    options: &ConcatOptions,
) -> Result<MovieStats> {
    let meter = Meter::default();
    let kind = Kind::of_all(paths)?;
    kind.check_suffix(&out_file, &paths[0])?;
    let abort = options.abort();
    let out_file = out_file.with_abort_handle(abort.clone());
    let watched = (abort, &meter);
    let to_file = |inputs: &[PathBuf]| out_file.clone().with_inputs(inputs);
    match kind {
        Kind::Numbered => {
            let parts = paths.iter().map(|path| png::read(path.clone()));
            let parts = parts.collect::<Result<Vec<_>>>()?;
            let parts = complete(parts.into_iter().flatten().collect())?;
            let output = out_file.open(OutputKind::Frames)?;
            png::join(&parts, &output, abort)?;
            commit(output, &parts, &meter)
        }
        Kind::Gif => join_files(paths, &to_file(paths), watched, gif::read, gif::join),
        Kind::Apng => join_files(paths, &to_file(paths), watched, apng::read, apng::join),
        #[cfg(feature = "webp")]
        Kind::Webp => join_files(paths, &to_file(paths), watched, webp::read, webp::join),
        #[cfg(feature = "openh264")]
        Kind::Mp4 => join_files(paths, &to_file(paths), watched, mp4::read, mp4::join),
        Kind::Program => {
            let read = |path: PathBuf| ffmpeg::read(path, options);
            let parts = complete(read_all(paths, abort, read)?)?;
            let output = to_file(paths).open(OutputKind::Film)?;
            let joined = ffmpeg::join(&parts, &output, options);
            joined.map_err(|error| output.named(error))?;
            commit(output, &parts, &meter)
        }
    }
}

/// Gives the film of these parts its name.
fn commit<H>(output: Output, parts: &[Found<H>], meter: &Meter) -> Result<MovieStats> {
    let mark = &parts[0].mark;
    let bytes = output.bytes(0..mark.film_frames);
    output.commit()?;
    Ok(meter.stats(&mark.writer, mark.size, mark.film_frames, bytes))
}

/// Reads what each part says about itself.
fn read_all<H>(
    paths: &[PathBuf],
    abort: &AbortHandle,
    read: impl Fn(PathBuf) -> Result<Found<H>>,
) -> Result<Vec<Found<H>>> {
    let read_one = |path: &PathBuf| abort.check().and_then(|()| read(path.clone()));
    paths.iter().map(read_one).collect()
}

/// Joins files that are read and written here.
fn join_files<H>(
    paths: &[PathBuf],
    out_file: &Destination,
    (abort, meter): (&AbortHandle, &Meter),
    read: impl Fn(PathBuf) -> Result<Found<H>>,
    join: impl FnOnce(&[Found<H>], Joined<'_>) -> Result<File>,
) -> Result<MovieStats> {
    let parts = complete(read_all(paths, abort, read)?)?;
    let output = out_file.open(OutputKind::Film)?;
    let write = || {
        let (file, spool) = Spool::open(&output, "concat")?;
        let interrupter = spool.interrupter();
        let file = join(&parts, Joined::new(file, abort, &spool))?;
        let _waiting = abort.waiting(interrupter)?;
        spool.finish(file)
    };
    write().map_err(|error| abort.check().err().unwrap_or_else(|| output.named(error)))?;
    commit(output, &parts, meter)
}

/// The file of the film that parts are written to.
pub(super) struct Joined<'a> {
    pub(super) file: File,
    abort: &'a AbortHandle,
    spool: &'a Spool,
}

impl<'a> Joined<'a> {
    fn new(file: File, abort: &'a AbortHandle, spool: &'a Spool) -> Self {
        Self { file, abort, spool }
    }

    /// The file, and what checks and explains its errors.
    pub(super) fn split(self) -> (File, Watch<'a>) {
        let Self { file, abort, spool } = self;
        (file, Watch { abort, spool })
    }
}

/// What a film that is being written is asked and told.
pub(super) struct Watch<'a> {
    abort: &'a AbortHandle,
    spool: &'a Spool,
}

impl Watch<'_> {
    /// Whether to go on.
    ///
    /// # Errors
    /// [`Error::Aborted`].
    pub(super) fn check(&self) -> Result<()> {
        self.abort.check()
    }

    /// The error of a write to the film.
    pub(super) fn error(&self, error: io::Error) -> Error {
        self.spool.error(error)
    }

    /// The file of a buffer whose last bytes are written.
    pub(super) fn file_of(&self, file: BufWriter<File>) -> Result<File> {
        let file = file.into_inner().map_err(io::IntoInnerError::into_error);
        file.map_err(|error| self.error(error))
    }
}
