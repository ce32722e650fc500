//! A film being written: frames go to the sink's thread through a bounded queue of reused buffers.

use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use crossbeam_channel::{Select, Sender, bounded};

use crate::color::{Color, ColorRange, as_resampled, flatten};
use crate::error::{Error, Result};
use crate::frame_size::FrameSize;
use crate::image_view::Scratch;
use crate::source::ImageSource;
use crate::writers::abort::{AbortHandle, EndSignal, Shared};
use crate::writers::film_alpha::FilmAlpha;
use crate::writers::frame::{Frame, FrameFormat};
use crate::writers::movie_thread::{Message, run};
use crate::writers::pool::{Pool, PooledBuffer};
use crate::writers::{
    Destination, FrameSink, Meter, MovieOptions, MovieStats, MovieWriter, Output, Part, Sink, Stage,
};

/// Frames between drawing and writing, so that one can wait for the other without stopping it.
const QUEUE: usize = 2;

/// matplotlib's default figure.dpi.
const USUAL_DPI: f64 = 100.0;

/// A film that takes finished frames. The film of a figure is a [`FigureMovie`](crate::FigureMovie), which takes both.
///
/// Dropping it before [`Movie::finish`] discards the film, as [`Movie::abort`] does, with a warning in the log: no file
/// is left behind, and an existing file is kept.
///
/// ```
/// use ndarray::Array3;
/// use plotreel::{Movie, NullWriter};
///
/// let mut movie = Movie::new(&NullWriter::new(30), "film.mp4", (8, 6))?;
/// movie.write_frame(&Array3::<u8>::zeros((6, 8, 3)))?;
/// let abort = movie.abort_handle(); // for another thread, or a signal
/// assert_eq!((movie.stats().frames, movie.stats().size.width), (1, 8));
/// movie.finish()?;
/// # let _ = abort;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug)]
pub struct Movie {
    pool: Pool<Vec<u8>>,
    scratch: Scratch,
    range: ColorRange,
    alpha: FilmAlpha,
    /// The duration of a frame for which none is given.
    duration: Duration,
    takes_durations: bool,
    ignores_frames: bool,
    first_index: u64,
    part: Option<Part>,
    frames: u64,
    size: FrameSize,
    writer: String,
    meter: Arc<Meter>,
    queue: Sender<Message>,
    /// Returns the size of the complete film.
    thread: Option<JoinHandle<Result<Option<u64>>>>,
    shared: Arc<Shared>,
}

impl Movie {
    /// Begins a film of frames of this size, columns × rows, for [`write_frame`](Self::write_frame).
    ///
    /// ```
    /// use ndarray::Array3;
    /// use plotreel::{GifWriter, Movie};
    /// use plotreel::writers::{Destination, MemoryFile};
    ///
    /// let film = MemoryFile::new();
    /// let mut movie = Movie::new(&GifWriter::new(30), Destination::memory(&film, "gif"), (64, 48))?;
    /// for shade in 0..4 {
    ///     movie.write_frame(&Array3::from_elem((48, 64, 3), 60 * shade as u8))?;
    /// }
    /// movie.finish()?;
    /// assert_eq!(&film.take()[..6], b"GIF89a");
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// A size other than 1 to 32767 pixels per side, or a destination or settings invalid for the film; no file is left
    /// behind.
    pub fn new(
        writer: &(impl MovieWriter + ?Sized),
        outfile: impl Into<Destination>,
        size: impl Into<FrameSize>,
    ) -> Result<Self> {
        Self::new_with(writer, outfile, size, &MovieOptions::new(USUAL_DPI))
    }

    /// As [`new`](Self::new), with alpha, a first index or keyframes. The dpi is only written to files whose format has
    /// a field for it.
    ///
    /// # Errors
    /// As [`new`](Self::new); [`Error::Option`] for transparency that the film does not support.
    pub fn new_with(
        writer: &(impl MovieWriter + ?Sized),
        outfile: impl Into<Destination>,
        size: impl Into<FrameSize>,
        options: &MovieOptions,
    ) -> Result<Self> {
        if options.facecolor().is_some() {
            return Err(Error::NoEffect {
                setting: "the facecolor".into(),
                reason: "the film has no figure".into(),
                advice: "leave it out, or begin the film with a figure".into(),
            });
        }
        let size: FrameSize = size.into();
        let (width, height) = (f64::from(size.width), f64::from(size.height));
        let size = FrameSize::of_figure((width, height), 1.0)?;
        let has_alpha = options.transparent() == Some(true);
        Self::begin(writer, outfile.into(), size, has_alpha, options)
    }

    /// Begins a film, whose frames have alpha if that is wanted and the film can have it.
    pub(crate) fn begin(
        writer: &(impl MovieWriter + ?Sized),
        outfile: Destination,
        size: FrameSize,
        has_alpha: bool,
        options: &MovieOptions,
    ) -> Result<Self> {
        let fps = writer.fps().check()?;
        let output = outfile.open(writer.output())?;
        let can = writer.supports_transparency(output.suffix());
        let format = options.format(size, has_alpha, writer.name(), can)?;
        if format.part.is_some() && matches!(output.sink(), Sink::Stream(_) | Sink::Url(_)) {
            return Err(Error::Destination {
                path: output.shown(),
                reason: "the parts of a film are files".into(),
                advice: "give the path of a file".into(),
            });
        }
        let sink = writer.setup(&output, format);
        let sink = sink.map_err(|error| output.named(error))?;
        log::info!(
            "{} at {fps} frames per second by {}",
            format.size,
            sink.writer()
        );
        Self::start(sink, output, format, can, fps.frame_duration())
    }

    fn start(
        sink: Box<dyn FrameSink>,
        output: Output,
        format: FrameFormat,
        can_be_transparent: bool,
        duration: Duration,
    ) -> Result<Self> {
        let (queue, messages) = bounded(QUEUE);
        let shared = Shared::new(sink.interrupter(), &output);
        let (writer, meter) = (sink.writer().to_owned(), output.meter().clone());
        let takes_durations = sink.takes_durations();
        let ignores_frames = sink.ignores_frames();
        let at_end = EndSignal(shared.clone());
        let work = move || {
            let result = run(output, sink, &messages, &at_end.0);
            // The files are in place or removed before callers are notified.
            drop(at_end);
            result
        };
        let thread = std::thread::Builder::new()
            .name("plotreel-writer".into())
            .spawn(work);
        let thread = thread.map_err(|e| Error::io("the writer's thread", e))?;
        shared.set_queue(queue.clone());
        Ok(Self {
            pool: Pool::default(),
            first_index: format.first_index,
            part: format.part,
            scratch: Scratch::default(),
            range: ColorRange::default(),
            alpha: FilmAlpha::new(format.transparent, can_be_transparent),
            duration,
            takes_durations,
            ignores_frames,
            frames: 0,
            size: format.size,
            writer,
            meter,
            queue,
            thread: Some(thread),
            shared,
        })
    }

    /// Passes pixels to the writer: RGB or RGBA of the film's height and width, converted as by `imshow`.
    ///
    /// # Errors
    /// [`Error::FrameShape`] or [`Error::ImageShape`] (the movie can continue), or the reason the writer failed (it has
    /// ended).
    pub fn write_frame(&mut self, pixels: &impl ImageSource) -> Result<()> {
        self.write_frame_for(pixels, self.duration)
    }

    /// As [`write_frame`](Self::write_frame), for a frame with its own duration.
    ///
    /// # Errors
    /// As [`write_frame`](Self::write_frame); [`Error::Option`] if the film has a fixed frame rate (the movie can
    /// continue).
    pub fn write_frame_for(&mut self, pixels: &impl ImageSource, duration: Duration) -> Result<()> {
        self.check_frame(duration)?;
        let view = pixels.image_view(&mut self.scratch)?;
        if view.channels() == 1 {
            return Err(Error::ImageShape {
                got: vec![view.height(), view.width(), 1],
            });
        }
        let size = self.size;
        if (view.height(), view.width()) != (size.height as usize, size.width as usize) {
            return Err(Error::FrameShape {
                got: (view.height(), view.width()),
                expected: size,
            });
        }
        let mut frame = self.pool.take(|_| true);
        frame.resize(size.bytes(), 0);
        let (range, keeps_alpha) = (&mut self.range, self.alpha == FilmAlpha::Kept);
        let is_opaque = self.meter.time(Stage::Converting, || {
            let is_opaque = range.to_bgra(&view, &mut frame);
            if !is_opaque && !keeps_alpha {
                if !view.dtype().is_float() {
                    as_resampled(&mut frame);
                }
                flatten(&mut frame, Color::WHITE);
            }
            is_opaque
        });
        if !is_opaque && !keeps_alpha {
            self.tell_of_lost_alpha();
        }
        let frame = self.pool.lend(frame);
        self.send(frame, duration)
    }

    /// Waits up to `timeout` until the next frame can be written without blocking, and returns whether it can: for
    /// callers with other work to do while the writer is behind.
    pub fn wait_for_room(&self, timeout: Duration) -> bool {
        let mut room = Select::new();
        room.send(&self.queue);
        room.ready_timeout(timeout).is_ok()
    }

    /// Warns once that pixels which are not opaque are composited onto white, if the film does not keep alpha.
    pub(crate) fn tell_of_lost_alpha(&mut self) {
        self.alpha.tell_of_loss();
    }

    /// Hands over a frame of the film's size.
    pub(crate) fn send(&mut self, pixels: PooledBuffer, duration: Duration) -> Result<()> {
        // To wake a thread for each would take longer than some take to be drawn.
        if self.ignores_frames && !self.shared.is_aborted() {
            self.frames += 1;
            return Ok(());
        }
        let frame = Frame {
            index: self.first_index + self.frames,
            duration,
            pixels,
        };
        let queue = &self.queue;
        let sent = (self.meter).time(Stage::Waiting, || queue.send(Message::Frame(frame)));
        if sent.is_err() {
            return Err(self.failure());
        }
        self.frames += 1;
        Ok(())
    }

    /// Completes the film: it is at its destination when this returns.
    ///
    /// # Errors
    /// The reason the writer failed, [`Error::NoFrames`] if it got none, or [`Error::Lengths`] for a part with a wrong
    /// number of frames; no file is left behind.
    pub fn finish(self) -> Result<()> {
        self.finish_with_stats().map(drop)
    }

    /// As [`finish`](Self::finish), and returns what the film cost and how large it is.
    ///
    /// # Errors
    /// As [`finish`](Self::finish).
    pub fn finish_with_stats(mut self) -> Result<MovieStats> {
        self.check()?;
        if self.frames == 0 {
            return Err(Error::NoFrames);
        }
        if let Err(error) = self.check_part() {
            self.give_up();
            return Err(error);
        }
        let meter = self.meter.clone();
        let bytes = meter.time(Stage::Waiting, || match self.queue.send(Message::Finish) {
            Ok(()) => self.join(),
            Err(_) => Err(self.failure()),
        })?;
        Ok(meter.stats(&self.writer, self.size, self.frames, bytes))
    }

    /// Refuses to complete a part that does not have the frames that it says it has.
    fn check_part(&self) -> Result<()> {
        let needed = self.part.map(|part| part.frames());
        let needed = needed.map_or(self.frames, |frames| frames.end - frames.start);
        if self.frames == needed {
            return Ok(());
        }
        Err(Error::Lengths {
            got: self.frames as usize,
            what: "frames",
            needed: needed as usize,
            of: "frames of the part",
        })
    }

    /// Discards the film and returns when its files are removed.
    pub fn abort(mut self) {
        self.give_up();
    }

    fn give_up(&mut self) {
        if self.thread.take().is_some() {
            self.shared.abort(false);
        }
    }

    /// A handle that aborts this film from another thread, even while a call on it waits.
    pub fn abort_handle(&self) -> AbortHandle {
        AbortHandle::of(&self.shared)
    }

    pub(super) fn shared(&self) -> Arc<Shared> {
        self.shared.clone()
    }

    /// Frames so far, their size, the writer, and what they cost.
    pub fn stats(&self) -> MovieStats {
        (self.meter).stats(&self.writer, self.size, self.frames, None)
    }

    /// Columns and rows of its frames.
    pub(crate) fn size(&self) -> FrameSize {
        self.size
    }

    /// What counts the costs of the film.
    pub(crate) fn meter(&self) -> &Arc<Meter> {
        &self.meter
    }

    fn check(&self) -> Result<()> {
        if self.thread.is_none() {
            Err(Error::Ended)
        } else {
            Ok(())
        }
    }

    /// The duration of a frame for which none is given.
    pub(crate) fn frame_duration(&self) -> Duration {
        self.duration
    }

    /// Whether every frame may have its own duration.
    pub(crate) fn takes_durations(&self) -> bool {
        self.takes_durations
    }

    /// Whether pixels that are not opaque stay so.
    pub(crate) fn keeps_alpha(&self) -> bool {
        self.alpha == FilmAlpha::Kept
    }

    /// Whether it takes no more frames.
    pub(crate) fn has_ended(&self) -> bool {
        self.thread.is_none()
    }

    /// Refuses a frame that is invalid for the film.
    pub(crate) fn check_frame(&self, duration: Duration) -> Result<()> {
        self.check()?;
        if duration.is_zero() {
            return Err(Error::Setting {
                name: "a frame's duration",
                value: "zero".into(),
                expected: "a time above zero",
            });
        }
        if duration == self.duration || self.takes_durations {
            return Ok(());
        }
        Err(Error::Option {
            writer: self.writer.clone(),
            option: format!("a frame that is shown for {duration:?}"),
            advice: "write .gif, .apng or .webp, or grab the frame several times".into(),
        })
    }

    /// Why the writer's thread ended.
    fn failure(&mut self) -> Error {
        self.join().err().unwrap_or(Error::Ended)
    }

    fn join(&mut self) -> Result<Option<u64>> {
        let Some(thread) = self.thread.take() else {
            return Err(Error::Ended);
        };
        let result = thread.join().unwrap_or(Err(Error::WriterPanicked));
        match result {
            Err(_) if self.shared.is_aborted() => Err(Error::Aborted),
            result => result,
        }
    }
}

impl Drop for Movie {
    fn drop(&mut self) {
        let Self { frames, writer, .. } = self;
        let is_lost = self.thread.is_some() && *frames > 0 && !self.shared.is_aborted();
        if is_lost && !std::thread::panicking() {
            log::warn!(
                "{writer}: a film of {frames} frames is discarded, as it was dropped before `finish` (`abort` discards \
                 it without a warning)"
            );
        }
        self.give_up();
    }
}
