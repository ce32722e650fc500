//! A film being written: frames go to the sink's thread through a bounded queue of buffers used again.

use std::fmt;
use std::ops::Deref;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use crate::array::{ImageSource, Scratch};
use crate::canvas::{Canvas, FrameSize};
use crate::color::{Color, rgb_to_bgra};
use crate::error::{Error, Result};
use crate::figure::Figure;
use crate::writers::{FrameSink, Interrupter, Output};

/// Frames between drawing and writing, so that one can wait for the other without stopping it.
const QUEUE: usize = 2;

/// A finished frame on its way to a sink; its buffer goes back to the movie when it is dropped.
#[derive(Debug)]
#[non_exhaustive]
pub struct Frame {
    /// Number of the frame, from 0.
    pub index: u64,
    /// How long it is shown.
    pub duration: Duration,
    /// Rows from the top, as bytes B, G, R, 255.
    pub pixels: PooledBuffer,
}

/// Bytes that return to their pool when dropped.
#[derive(Debug)]
pub struct PooledBuffer {
    bytes: Vec<u8>,
    home: Sender<Vec<u8>>,
}

impl Deref for PooledBuffer {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.bytes
    }
}

impl Drop for PooledBuffer {
    fn drop(&mut self) {
        // A movie that is gone needs no buffer.
        let _ = self.home.send(std::mem::take(&mut self.bytes));
    }
}

/// Counts of a film.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MovieStats {
    /// Frames drawn so far.
    pub frames: u64,
    /// Their size.
    pub size: FrameSize,
    /// The name of the writer that does the work.
    pub writer: String,
}

/// A film that takes frames.
///
/// Dropping it before [`Movie::finish`] gives the film up: nothing is left behind, and what was there before stays.
///
/// ```
/// use ndarray::Array3;
/// use plotreel::{Figure, MovieWriterExt, NullWriter};
///
/// let fig = Figure::new((0.08, 0.06), 100.0);
/// let mut movie = NullWriter::new(30).saving(&fig, "film.mp4", 100.0)?;
/// movie.grab_frame(&fig)?;
/// movie.write_frame(&Array3::<u8>::zeros((6, 8, 3)))?;
/// let abort = movie.abort_handle(); // for another thread, or a signal
/// assert_eq!((movie.stats().frames, movie.stats().size.width), (2, 8));
/// movie.finish()?;
/// # let _ = abort;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug)]
pub struct Movie {
    canvas: Canvas,
    scratch: Scratch,
    duration: Duration,
    stats: MovieStats,
    free: Receiver<Vec<u8>>,
    home: Sender<Vec<u8>>,
    /// Buffers that exist.
    buffers: usize,
    queue: SyncSender<Message>,
    thread: Option<JoinHandle<Result<()>>>,
    shared: Arc<Shared>,
}

enum Message {
    Frame(Frame),
    Finish,
    Stop,
}

impl Movie {
    pub(crate) fn start(
        sink: Box<dyn FrameSink>,
        output: Output,
        size: FrameSize,
        duration: Duration,
    ) -> Result<Self> {
        let (queue, messages) = sync_channel(QUEUE);
        let (home, free) = channel();
        let shared = Arc::new(Shared {
            state: Mutex::default(),
            ended: Condvar::new(),
            interrupter: sink.interrupter(),
            keeps_partial: output.keeps_partial(),
        });
        let stats = MovieStats {
            frames: 0,
            size,
            writer: sink.writer().to_owned(),
        };
        let at_end = EndSignal(shared.clone());
        let work = move || {
            let result = run(sink, output, &messages);
            // The files are in their place or gone before anyone is told.
            drop(at_end);
            result
        };
        let thread = std::thread::Builder::new()
            .name("plotreel-writer".into())
            .spawn(work);
        let thread = thread.map_err(|e| Error::io("the writer's thread", e))?;
        shared.lock().queue = Some(queue.clone());
        Ok(Self {
            canvas: Canvas::new(size),
            scratch: Scratch::default(),
            duration,
            stats,
            free,
            home,
            buffers: 1,
            queue,
            thread: Some(thread),
            shared,
        })
    }

    /// Draws the figure and hands the frame to the writer.
    ///
    /// The frame has the size that the film began with, whatever the figure's size is now. This waits while the
    /// writer is more than two frames behind.
    ///
    /// # Errors
    /// What an artist can't draw (the movie goes on), or why the writer failed (the movie has ended).
    pub fn grab_frame(&mut self, fig: &Figure) -> Result<()> {
        self.check()?;
        fig.draw(&mut self.canvas)?;
        self.send_canvas()
    }

    /// Hands ready pixels to the writer: RGB or RGBA of the film's height and width, converted as by `imshow`.
    ///
    /// # Errors
    /// [`Error::FrameShape`] or [`Error::ImageShape`] (the movie goes on), or why the writer failed (it has ended).
    pub fn write_frame(&mut self, pixels: &impl ImageSource) -> Result<()> {
        self.check()?;
        let view = pixels.image_view(&mut self.scratch)?;
        if view.channels() == 1 {
            return Err(Error::ImageShape {
                got: vec![view.height(), view.width(), 1],
            });
        }
        let size = self.canvas.size();
        if (view.height(), view.width()) != (size.height as usize, size.width as usize) {
            return Err(Error::FrameShape {
                got: (view.height(), view.width()),
                expected: size,
            });
        }
        if !rgb_to_bgra(&view, self.canvas.pixels_mut()) {
            self.canvas.flatten(Color::WHITE);
        }
        self.send_canvas()
    }

    /// Sends the canvas's buffer and gives the canvas a free one.
    fn send_canvas(&mut self) -> Result<()> {
        let next = if self.buffers <= QUEUE {
            self.buffers += 1;
            Vec::new()
        } else {
            self.free.recv().unwrap_or_default()
        };
        let bytes = self.canvas.replace_buffer(next);
        let pixels = PooledBuffer {
            bytes,
            home: self.home.clone(),
        };
        let frame = Frame {
            index: self.stats.frames,
            duration: self.duration,
            pixels,
        };
        if self.queue.send(Message::Frame(frame)).is_err() {
            return Err(self.failure());
        }
        self.stats.frames += 1;
        Ok(())
    }

    /// Completes the film: it is at its destination when this returns.
    ///
    /// # Errors
    /// Why the writer failed, [`Error::NoFrames`] if it got none; nothing is left behind.
    pub fn finish(mut self) -> Result<()> {
        self.check()?;
        if self.stats.frames == 0 {
            return Err(Error::NoFrames);
        }
        match self.queue.send(Message::Finish) {
            Ok(()) => self.join(),
            Err(_) => Err(self.failure()),
        }
    }

    /// Gives the film up and returns when it is gone.
    pub fn abort(self) {
        self.shared.abort();
    }

    /// What aborts this film from another thread, even while a call on it waits.
    pub fn abort_handle(&self) -> AbortHandle {
        let handle = AbortHandle::new();
        handle.attach(self);
        handle
    }

    /// Frames so far, their size and the writer.
    pub fn stats(&self) -> &MovieStats {
        &self.stats
    }

    fn check(&self) -> Result<()> {
        if self.thread.is_none() {
            Err(Error::Ended)
        } else {
            Ok(())
        }
    }

    /// Why the writer's thread ended.
    fn failure(&mut self) -> Error {
        self.join().err().unwrap_or(Error::Ended)
    }

    fn join(&mut self) -> Result<()> {
        let Some(thread) = self.thread.take() else {
            return Err(Error::Ended);
        };
        let result = thread.join().unwrap_or(Err(Error::WriterPanicked));
        match result {
            Err(_) if self.shared.lock().aborted => Err(Error::Aborted),
            result => result,
        }
    }
}

impl Drop for Movie {
    fn drop(&mut self) {
        if self.thread.is_some() {
            self.shared.abort();
        }
    }
}

/// The writer's thread.
fn run(mut sink: Box<dyn FrameSink>, output: Output, messages: &Receiver<Message>) -> Result<()> {
    let mut frames = 0u64;
    loop {
        match messages.recv() {
            Ok(Message::Frame(frame)) => sink.write_frame(frame)?,
            Ok(Message::Finish) => {
                sink.finish()?;
                return output.commit();
            }
            Ok(Message::Stop) | Err(_) => {
                if output.keeps_partial() && frames > 0 {
                    sink.finish()?;
                    output.commit_partial()?;
                }
                return Err(Error::Aborted);
            }
        }
        frames += 1;
    }
}

/// Aborts a film from another thread, such as a signal's handler.
///
/// ```
/// use plotreel::AbortHandle;
///
/// let handle = AbortHandle::new();
/// handle.abort(); // what is begun with it from now on ends at once
/// ```
#[derive(Debug, Clone, Default)]
pub struct AbortHandle(Arc<Mutex<Attached>>);

#[derive(Debug, Default)]
struct Attached {
    aborted: bool,
    movie: Option<Arc<Shared>>,
}

impl AbortHandle {
    /// A handle for a film that is begun later, by way of [`WriteOptions`](crate::WriteOptions::with_abort_handle).
    pub fn new() -> Self {
        Self::default()
    }

    /// Gives the film up, now or as soon as it is begun. Returns when no file and no process is left of it, or, with
    /// [`OnError::KeepPartial`](crate::OnError::KeepPartial), when the partial film is in its place.
    pub fn abort(&self) {
        let movie = {
            let mut attached = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            attached.aborted = true;
            attached.movie.clone()
        };
        if let Some(movie) = movie {
            movie.abort();
        }
    }

    /// As [`AbortHandle::abort`], but keeps nothing and waits for no encoder.
    pub fn kill(&self) {
        let movie = self
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .movie
            .clone();
        if let Some(interrupt) = movie.as_ref().and_then(|m| m.interrupter.as_ref()) {
            interrupt();
        }
        self.abort();
    }

    /// Makes `movie` the one that this handle aborts.
    pub(crate) fn attach(&self, movie: &Movie) {
        let mut attached = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        attached.movie = Some(movie.shared.clone());
        let aborted = attached.aborted;
        drop(attached);
        if aborted {
            movie.shared.abort();
        }
    }
}

/// What a movie, its thread and its abort handles have in common.
struct Shared {
    state: Mutex<State>,
    ended: Condvar,
    interrupter: Option<Interrupter>,
    keeps_partial: bool,
}

#[derive(Default)]
struct State {
    queue: Option<SyncSender<Message>>,
    aborted: bool,
    ended: bool,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Stops the writer's thread and waits for its end.
    fn abort(&self) {
        let queue = {
            let mut state = self.lock();
            state.aborted |= !state.ended;
            state.queue.clone()
        };
        if !self.keeps_partial
            && let Some(interrupt) = &self.interrupter
        {
            interrupt();
        }
        // An error says that the thread has ended already.
        let _ = queue.map(|queue| queue.send(Message::Stop));
        let mut state = self.lock();
        while !state.ended {
            state = self
                .ended
                .wait(state)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }
}

impl fmt::Debug for Shared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shared")
            .field("keeps_partial", &self.keeps_partial)
            .finish_non_exhaustive()
    }
}

/// Tells those who wait that the thread has ended, however it did.
struct EndSignal(Arc<Shared>);

impl Drop for EndSignal {
    fn drop(&mut self) {
        let mut state = self.0.lock();
        state.ended = true;
        state.queue = None;
        self.0.ended.notify_all();
    }
}
