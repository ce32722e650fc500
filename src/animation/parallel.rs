//! Films whose frames are drawn on several threads.

use std::any::Any;
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::Ordering;
use std::thread;

use crate::animation::film_frames::FilmFrames;
use crate::animation::lead::Lead;
use crate::animation::options::First;
use crate::animation::progress::Progress;
use crate::animation::{Animation, FuncFrames, IntoFrameResult, SaveOptions};
use crate::error::{BoxError, Error, Result};
use crate::figure::Figure;
use crate::film::{Easel, FigureMovie, MovieWriterExt};
use crate::workers::{Cancelled, Jobs, Pending, cores, queue};
use crate::writers::{Destination, MovieOptions, MovieStats, MovieWriter, PooledBuffer};

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
            let options = first.options(MovieOptions::new(fig.dpi()));
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
        self.in_part(options)?.run_parallel(fig, |fig, first| {
            options.begin(fig, path.into(), interval, first)
        })
    }

    fn run_parallel(
        mut self,
        fig: &Figure,
        begin: impl FnOnce(&Figure, First) -> Result<FigureMovie>,
    ) -> Result<MovieStats> {
        let film = self.film_frames()?;
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
        begin(&fig, First::of(film.first, self.part))?.complete(|movie| {
            film.check(movie)?;
            for index in 0..film.first {
                if next(index)?.is_none() {
                    return Err(Error::NoFrames);
                }
            }
            let workers = self.workers.unwrap_or_else(cores);
            draw_on(workers, &film, &mut self.progress, movie, next, show)
        })
    }
}

/// Draws the frames of a film on several threads, and sends them to a movie in order.
///
/// `next` makes the jobs in order, on this thread: one per frame, `None` after the last. `draw` draws one of them.
pub(super) fn draw_on<J: Send>(
    workers: usize,
    film: &FilmFrames,
    progress: &mut Progress<'_>,
    movie: &mut FigureMovie,
    next: impl FnMut(u64) -> Result<Option<J>>,
    draw: impl Fn(&mut Easel, J) -> Result<(), BoxError> + Sync,
) -> Result<()> {
    let frames = film.total.unwrap_or(u64::MAX);
    let workers = (workers as u64).min(frames).clamp(1, MOST_WORKERS);
    let cancelled = Cancelled::default();
    let (jobs, todo) = queue(cancelled.clone());
    thread::scope(|scope| {
        // This thread is the first worker.
        let mut lead = Lead::new(movie.new_easel());
        for _ in 1..workers {
            let (draw, todo) = (&draw, todo.clone());
            let follower = lead.follower(movie.new_easel());
            let work = move || {
                let mut easel = follower.begin();
                todo.work(|job| finish(draw, &mut easel, job));
            };
            let thread = thread::Builder::new().name("plotreel-drawer".into());
            let thread = thread.spawn_scoped(scope, work);
            thread.map_err(|e| Error::io("a drawing thread", e))?;
        }
        let dealer = Dealer {
            next,
            jobs,
            drawn: VecDeque::new(),
            ahead: (AHEAD * workers) as usize,
        };
        let draw = || {
            todo.work_once(|job| {
                let frame = finish(&draw, &mut lead.easel, job);
                lead.teach();
                frame
            })
        };
        let result = dealer.run(film, progress, movie, draw);
        cancelled.store(true, Ordering::SeqCst);
        // Nobody waits for it any more.
        drop(lead);
        result
    })
}

/// A frame's pixels, or why there are none.
type DrawnFrame = Result<PooledBuffer, BoxError>;

/// Draws a frame. Nothing that a panic may leave half done is used again: the film has failed.
fn finish<J>(
    draw: &impl Fn(&mut Easel, J) -> Result<(), BoxError>,
    easel: &mut Easel,
    job: J,
) -> DrawnFrame {
    let draw = AssertUnwindSafe(|| draw(easel, job).map(|()| easel.take()));
    catch_unwind(draw).unwrap_or_else(|panic| Err(said(&*panic).into()))
}

/// The message of a panic.
fn said(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().copied();
    let text = text.or(panic.downcast_ref::<String>().map(String::as_str));
    format!("it panicked: {}", text.unwrap_or("no message"))
}

/// Deals frames out to the workers and sends what they drew to the film, in order.
struct Dealer<N, J> {
    next: N,
    jobs: Jobs<J, DrawnFrame>,
    /// The frames that are dealt and not sent.
    drawn: VecDeque<Pending<DrawnFrame>>,
    /// How many of them there may be.
    ahead: usize,
}

impl<N, J> Dealer<N, J>
where
    N: FnMut(u64) -> Result<Option<J>>,
{
    /// `draw` draws a waiting frame; by drawing itself, this thread need not be woken for each frame of the workers.
    fn run(
        mut self,
        film: &FilmFrames,
        progress: &mut Progress<'_>,
        movie: &mut FigureMovie,
        mut draw: impl FnMut() -> bool,
    ) -> Result<()> {
        let mut written = film.first;
        // What ends the frames: that there are no more, or an error of theirs.
        let mut end = None;
        loop {
            while end.is_none() && self.drawn.len() < self.ahead {
                end = self.deal(written + self.drawn.len() as u64, film);
            }
            let Some(oldest) = self.drawn.front() else {
                return end.unwrap_or(Ok(()));
            };
            let pixels = match oldest.ready() {
                None if draw() => continue,
                None => oldest.wait(),
                Some(pixels) => pixels,
            };
            self.drawn.pop_front();
            let pixels = pixels?.map_err(|source| Error::Frame {
                index: written,
                source,
            })?;
            let duration = film.duration(written, movie);
            movie.send(pixels, duration)?;
            written += 1;
            progress.tell(written - film.first, film.total)?;
        }
    }

    /// Gives a worker the next frame, or says why there are no more.
    fn deal(&mut self, index: u64, film: &FilmFrames) -> Option<Result<()>> {
        if film.is_over(index) {
            return Some(Ok(()));
        }
        match (self.next)(index) {
            Ok(Some(job)) => {
                self.drawn.push_back(self.jobs.submit(job));
                None
            }
            Ok(None) => Some(Ok(())),
            Err(error) => Some(Err(error)),
        }
    }
}
