//! Films whose frames are drawn on several threads.

use std::any::Any;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::animation::plan::Plan;
use crate::animation::progress::Progress;
use crate::animation::{Animation, FuncFrames, IntoFrameResult, SaveOptions};
use crate::easel::{Easel, PooledBuffer};
use crate::error::{BoxError, Error, Result};
use crate::figure::Figure;
use crate::writers::{
    Destination, Movie, MovieOptions, MovieStats, MovieWriter, MovieWriterExt, cores,
};

/// The maximum number of threads, each with its own pictures.
const MOST_WORKERS: u64 = 1024;
/// Frames per worker that may be drawn, or waited for, ahead of the film.
const AHEAD: u64 = 2;

impl<F, I, T, R> Animation<'_, FuncFrames<F, I>>
where
    I: Iterator<Item = Result<T, BoxError>>,
    F: Fn(&mut Figure, T) -> R + Send + Sync,
    T: Send,
    R: IntoFrameResult,
{
    /// Writes the film as [`save`](Self::save) does, with its frames drawn on all cores.
    ///
    /// Every frame starts from the figure as it is now, after [`with_init`](Self::with_init): changes by the function
    /// in one frame are not visible in other frames, and the figure itself does not change. If a frame depends only on
    /// its item, the film is the same as with `save`, byte for byte if the writer is deterministic. Frames are written
    /// in order; only a few are drawn ahead, so that memory use stays constant even if the writer is slow.
    ///
    /// Functions, and closures passed to `new_pure`, can run in parallel; the compiler assumes that closures passed to
    /// `new` change captured variables.
    ///
    /// # Errors
    /// As [`save`](Self::save); if several frames fail, the first is reported. A panic in the function is such an
    /// error, too.
    pub fn save_parallel(
        self,
        fig: &Figure,
        path: impl Into<Destination>,
        writer: &(impl MovieWriter + ?Sized),
    ) -> Result<MovieStats> {
        self.run_parallel(fig, |fig, first| {
            let options = MovieOptions::new(fig.dpi()).with_first_index(first);
            writer.saving_with(fig, path, &options)
        })
    }

    /// As [`save_parallel`](Self::save_parallel), with the writer and settings of the options.
    ///
    /// # Errors
    /// As [`save_parallel`](Self::save_parallel).
    pub fn save_parallel_with(
        self,
        fig: &Figure,
        path: impl Into<Destination>,
        options: &SaveOptions,
    ) -> Result<MovieStats> {
        let interval = self.interval;
        self.run_parallel(fig, |fig, first| {
            options.begin(fig, path.into(), interval, first)
        })
    }

    fn run_parallel(
        mut self,
        fig: &Figure,
        begin: impl FnOnce(&Figure, u64) -> Result<Movie>,
    ) -> Result<MovieStats> {
        let plan = self.plan()?;
        let mut fig = fig.clone();
        self.initialise(&mut fig)?;
        let FuncFrames {
            func, mut frames, ..
        } = self.frames;
        let mut next = |index| {
            let frame = frames.next().transpose();
            frame.map_err(|source| Error::Frame { index, source })
        };
        let show = |easel: &mut Easel, frame| {
            let mut fig = fig.clone();
            func(&mut fig, frame).into_frame_result()?;
            Ok(easel.draw(&fig)?)
        };
        begin(&fig, plan.first)?.complete(|movie| {
            plan.check(movie)?;
            for index in 0..plan.first {
                if next(index)?.is_none() {
                    return Err(Error::NoFrames);
                }
            }
            let workers = self.workers.unwrap_or_else(cores);
            draw_on(workers, &plan, &mut self.progress, movie, next, show)
        })
    }
}

/// Draws the frames of a plan on several threads, and sends them to a movie in order.
///
/// `next` makes the jobs in order, on this thread: one per frame, `None` after the last. `draw` draws one of them.
pub(super) fn draw_on<J: Send>(
    workers: usize,
    plan: &Plan,
    progress: &mut Progress<'_>,
    movie: &mut Movie,
    next: impl FnMut(u64) -> Result<Option<J>>,
    draw: impl Fn(&mut Easel, J) -> Result<(), BoxError> + Sync,
) -> Result<()> {
    let frames = plan.total.unwrap_or(u64::MAX);
    let workers = (workers as u64).min(frames).clamp(1, MOST_WORKERS);
    let ((jobs, todo), (done, drawn)) = (channel(), channel());
    let shop = Shop {
        draw,
        todo: Mutex::new(todo),
        closed: AtomicBool::new(false),
    };
    thread::scope(|scope| {
        // This thread is the first worker.
        for _ in 1..workers {
            let (easel, done) = (movie.new_easel(), done.clone());
            let work = || shop.work(easel, done);
            let thread = thread::Builder::new().name("plotreel-drawer".into());
            let thread = thread.spawn_scoped(scope, work);
            thread.map_err(|e| Error::io("a drawing thread", e))?;
        }
        drop(done);
        let line = Line {
            next,
            jobs,
            drawn,
            ahead: AHEAD * workers,
        };
        let mut easel = movie.new_easel();
        let draw = || shop.draw_waiting(&mut easel);
        let result = line.run(plan, progress, movie, draw);
        shop.closed.store(true, Ordering::Relaxed);
        result
    })
}

/// A frame to be drawn, by its number.
type Job<T> = (u64, T);

/// A frame's number with its pixels, or why there are none.
type Drawn = (u64, Result<PooledBuffer, BoxError>);

/// State shared by the workers.
struct Shop<D, J> {
    draw: D,
    todo: Mutex<Receiver<Job<J>>>,
    /// Drawing has ended.
    closed: AtomicBool,
}

impl<D, J> Shop<D, J>
where
    D: Fn(&mut Easel, J) -> Result<(), BoxError>,
{
    /// A worker: draws frames until there are no more.
    fn work(&self, mut easel: Easel, done: Sender<Drawn>) {
        let lock = || self.todo.lock().unwrap_or_else(PoisonError::into_inner);
        let next = || lock().recv();
        while let Ok(job) = next() {
            if self.closed.load(Ordering::Relaxed) {
                break;
            }
            // After another frame has failed, nobody receives this one.
            if done.send(self.finish(&mut easel, job)).is_err() {
                break;
            }
        }
    }

    /// Draws a frame that waits for a worker, if there is one.
    fn draw_waiting(&self, easel: &mut Easel) -> Option<Drawn> {
        // A worker that has the lock takes the next frame itself, or waits because there is none.
        let job = self.todo.try_lock().ok()?.try_recv().ok()?;
        Some(self.finish(easel, job))
    }

    fn finish(&self, easel: &mut Easel, (index, job): Job<J>) -> Drawn {
        // The film has failed, so state that a panic leaves incomplete is not used again.
        let draw = AssertUnwindSafe(|| (self.draw)(easel, job).map(|()| easel.take()));
        let pixels = catch_unwind(draw).unwrap_or_else(|panic| Err(said(&*panic).into()));
        (index, pixels)
    }
}

/// The message of a panic.
fn said(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().copied();
    let text = text.or(panic.downcast_ref::<String>().map(String::as_str));
    format!("it panicked: {}", text.unwrap_or("no message"))
}

/// Distributes frames to the workers and puts the results in order.
struct Line<N, J> {
    next: N,
    jobs: Sender<Job<J>>,
    drawn: Receiver<Drawn>,
    /// How many frames may be ahead of the film.
    ahead: u64,
}

impl<N, J> Line<N, J>
where
    N: FnMut(u64) -> Result<Option<J>>,
{
    /// `draw` draws a waiting frame; by drawing itself, this thread need not be woken for each frame of the workers.
    fn run(
        mut self,
        plan: &Plan,
        progress: &mut Progress<'_>,
        movie: &mut Movie,
        mut draw: impl FnMut() -> Option<Drawn>,
    ) -> Result<()> {
        let (mut dealt, mut written) = (plan.first, plan.first);
        // Why there are no more frames: the end, or an error.
        let mut end = None;
        let mut waiting = BTreeMap::new();
        loop {
            while end.is_none() && dealt - written < self.ahead {
                end = self.deal(dealt, plan);
                dealt += u64::from(end.is_none());
            }
            if written == dealt {
                return end.unwrap_or(Ok(()));
            }
            let ready = self.drawn.try_recv().ok().or_else(&mut draw);
            let Some((index, pixels)) = ready.or_else(|| self.drawn.recv().ok()) else {
                return Err(Error::Aborted);
            };
            waiting.insert(index, pixels);
            while let Some(pixels) = waiting.remove(&written) {
                let pixels = pixels.map_err(|source| Error::Frame {
                    index: written,
                    source,
                })?;
                movie.send(pixels, plan.duration(written, movie))?;
                written += 1;
                progress.tell(written - plan.first, plan.total)?;
            }
        }
    }

    /// Gives a worker the next frame, or says why there are no more.
    fn deal(&mut self, index: u64, plan: &Plan) -> Option<Result<()>> {
        if plan.is_over(index) {
            return Some(Ok(()));
        }
        match (self.next)(index) {
            // A worker ends early only by a panic outside its frames.
            Ok(Some(job)) => self
                .jobs
                .send((index, job))
                .err()
                .map(|_| Err(Error::Aborted)),
            Ok(None) => Some(Ok(())),
            Err(error) => Some(Err(error)),
        }
    }
}
