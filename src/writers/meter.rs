//! Where the time of a film goes.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use crate::frame_size::FrameSize;

/// Statistics of a film: what it is, and what its frames cost so far.
///
/// Drawing and converting may take place on several threads, whose times are added up.
///
/// ```
/// use plotreel::{Figure, MovieWriterExt, NullWriter};
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let line = fig[ax].plot(&[0.0, 1.0], &[0.0, 1.0])?;
/// let mut movie = NullWriter::new(30).saving(&fig, "nothing", 100.0)?;
/// for frame in 0..5 {
///     fig[line].set_ydata(&[0.0, 0.1 * f64::from(frame)])?;
///     movie.grab_frame(&fig)?;
/// }
/// let stats = movie.finish_with_stats()?;
/// assert_eq!(stats.frames, 5);
/// assert!(stats.parts_kept > 0, "the background, say");
/// assert!(stats.drawing + stats.waiting <= stats.elapsed);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MovieStats {
    /// Frames drawn so far.
    pub frames: u64,
    /// Their size.
    pub size: FrameSize,
    /// The name of the writer that does the work.
    pub writer: String,
    /// From the film's beginning until now, or until it was complete.
    pub elapsed: Duration,
    /// Drawing figures, arrays that are shown in them included.
    pub drawing: Duration,
    /// Converting arrays to frames ([`write_frame`](crate::Movie::write_frame)), and frames to the YUV format of an
    /// encoder. The latter takes place beside the drawing, on the writer's thread.
    pub converting: Duration,
    /// Waiting until the writer took a frame, as it was more than two frames behind, and at the end until the film was
    /// complete.
    pub waiting: Duration,
    /// The size of the film in bytes: of its file, or of all its files. `None` until it is complete, and for streams.
    pub bytes: Option<u64>,
    /// Frames of figures in which nothing had changed.
    pub frames_kept: u64,
    /// Parts of figures (artists, axes, titles and so on) that were drawn, over all frames.
    pub parts_drawn: u64,
    /// Parts of figures whose pixels were those of an earlier frame, over all frames.
    pub parts_kept: u64,
}

/// What takes time.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Stage {
    Drawing,
    Converting,
    Waiting,
}

/// What a film costs, counted by all threads that work on it.
#[derive(Debug)]
pub(crate) struct Meter {
    begun: Instant,
    /// In nanoseconds, by stage.
    times: [AtomicU64; 3],
    frames_kept: AtomicU64,
    parts_drawn: AtomicU64,
    parts_kept: AtomicU64,
}

impl Default for Meter {
    fn default() -> Self {
        Self {
            begun: Instant::now(),
            times: Default::default(),
            frames_kept: AtomicU64::default(),
            parts_drawn: AtomicU64::default(),
            parts_kept: AtomicU64::default(),
        }
    }
}

impl Meter {
    /// Does this work and adds its time to the stage.
    pub(crate) fn time<R>(&self, stage: Stage, work: impl FnOnce() -> R) -> R {
        let begun = Instant::now();
        let result = work();
        let nanoseconds = u64::try_from(begun.elapsed().as_nanos()).unwrap_or(u64::MAX);
        add(&self.times[stage as usize], nanoseconds);
        result
    }

    /// Counts a frame of a figure with this many parts, of which those from the first on were drawn.
    pub(crate) fn count(&self, kept: usize, parts: usize) {
        add(&self.frames_kept, u64::from(kept == parts));
        add(&self.parts_drawn, (parts - kept) as u64);
        add(&self.parts_kept, kept as u64);
    }

    /// What was counted so far, of a film of this many frames.
    pub(crate) fn stats(
        &self,
        writer: &str,
        size: FrameSize,
        frames: u64,
        bytes: Option<u64>,
    ) -> MovieStats {
        let get = |count: &AtomicU64| count.load(Ordering::Relaxed);
        let [drawing, converting, waiting] =
            [0, 1, 2].map(|stage| Duration::from_nanos(get(&self.times[stage])));
        MovieStats {
            frames,
            size,
            writer: writer.to_owned(),
            elapsed: self.begun.elapsed(),
            drawing,
            converting,
            waiting,
            bytes,
            frames_kept: get(&self.frames_kept),
            parts_drawn: get(&self.parts_drawn),
            parts_kept: get(&self.parts_kept),
        }
    }
}

fn add(count: &AtomicU64, more: u64) {
    count.fetch_add(more, Ordering::Relaxed);
}
