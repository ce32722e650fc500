//! Frames encoded in parallel and written in order.

use std::fs::File;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::painter::{Painter, Work};
use crate::error::{Error, Result};
use crate::writers::cores;

/// Bytes of frames that may wait for the painters.
const WAITING_BYTES: usize = 64 << 20;

/// Whether a film was given up.
pub(super) type Cancelled = Arc<AtomicBool>;

/// A file or pipe that is written from start to end, and its name, if it has one.
#[derive(Debug)]
pub(super) struct Target {
    pub(super) file: File,
    pub(super) path: Option<PathBuf>,
}

/// Work for a painter, the memory for what it makes, and who waits for that.
struct Job {
    work: Work,
    out: Vec<u8>,
    done: SyncSender<Vec<u8>>,
}

/// Painters that each take the next frame, and a thread that writes what they make in the order of the frames.
pub(super) struct Pipeline {
    /// Dropped to end the painters.
    jobs: Option<Sender<Job>>,
    /// What the frames become, in order; dropped to end the thread that writes.
    parts: Option<Sender<Receiver<Vec<u8>>>>,
    /// Memory of parts that are written.
    free: Receiver<Vec<u8>>,
    /// How many of them may still be made.
    unmade: usize,
    painters: Vec<JoinHandle<()>>,
    collector: Option<JoinHandle<Result<()>>>,
    /// Whether a pipe is written, which may never take anything.
    is_stream: bool,
    cancelled: Cancelled,
}

impl Pipeline {
    /// Begins a file; `painter` makes a painter for each core.
    pub(super) fn start(
        target: Target,
        header: Vec<u8>,
        frame_bytes: usize,
        cancelled: Cancelled,
        painter: impl Fn() -> Painter,
    ) -> io::Result<Self> {
        let cores = cores();
        let waiting = (WAITING_BYTES / frame_bytes.max(1)).clamp(2, 2 * cores.max(1));
        let (jobs, todo) = channel::<Job>();
        let (parts, in_order) = channel();
        let (home, free) = channel();
        let mut pipeline = Self {
            jobs: Some(jobs),
            parts: Some(parts),
            free,
            unmade: waiting,
            painters: Vec::new(),
            collector: None,
            is_stream: target.path.is_none(),
            cancelled,
        };
        let named = |name: &str| thread::Builder::new().name(name.to_owned());
        let todo = Arc::new(Mutex::new(todo));
        for _ in 0..cores.min(waiting) {
            let (todo, cancelled, mut painter) =
                (todo.clone(), pipeline.cancelled.clone(), painter());
            let work = move || paint(&todo, &cancelled, &mut painter);
            pipeline
                .painters
                .push(named("plotreel-painter").spawn(work)?);
        }
        let cancelled = pipeline.cancelled.clone();
        let collect = move || collect(target, &header, &in_order, &home, &cancelled);
        pipeline.collector = Some(named("plotreel-gif").spawn(collect)?);
        Ok(pipeline)
    }

    /// Takes the next frame, when there is room for it.
    pub(super) fn put(&mut self, work: Work) -> Result<()> {
        let mut out = self.memory()?;
        out.clear();
        let (done, part) = sync_channel(1);
        let sent = (self.parts.as_ref()).is_some_and(|parts| parts.send(part).is_ok());
        let job = Job { work, out, done };
        let sent = sent
            && self
                .jobs
                .as_ref()
                .is_some_and(|jobs| jobs.send(job).is_ok());
        if sent { Ok(()) } else { Err(self.failure()) }
    }

    /// Writes the end of the file and waits until all is there.
    pub(super) fn finish(mut self, trailer: u8) -> Result<()> {
        let (done, part) = sync_channel(1);
        // Who no longer listens has failed, and says so below.
        let _ = done.send(vec![trailer]);
        let _ = self.parts.as_ref().map(|parts| parts.send(part));
        self.join()
    }

    fn memory(&mut self) -> Result<Vec<u8>> {
        if self.unmade > 0 {
            self.unmade -= 1;
            return Ok(Vec::new());
        }
        loop {
            match self.free.recv_timeout(Duration::from_millis(50)) {
                Ok(memory) => return Ok(memory),
                Err(RecvTimeoutError::Timeout) if is(&self.cancelled) => {
                    return Err(Error::Aborted);
                }
                Err(RecvTimeoutError::Timeout) => (),
                Err(RecvTimeoutError::Disconnected) => return Err(self.failure()),
            }
        }
    }

    fn failure(&mut self) -> Error {
        self.join().err().unwrap_or(Error::WriterPanicked)
    }

    /// Waits for all threads; one that hangs in a pipe is left behind when the film is given up.
    fn join(&mut self) -> Result<()> {
        (self.jobs, self.parts) = (None, None);
        let panicked = self
            .painters
            .drain(..)
            .filter_map(|painter| painter.join().err())
            .count();
        let Some(collector) = self.collector.take() else {
            return Err(Error::Ended);
        };
        while self.is_stream && !collector.is_finished() {
            if is(&self.cancelled) {
                return Err(Error::Aborted);
            }
            thread::sleep(Duration::from_millis(2));
        }
        let collected = collector.join().unwrap_or(Err(Error::WriterPanicked));
        if panicked > 0 {
            return Err(Error::WriterPanicked);
        }
        collected
    }
}

impl Drop for Pipeline {
    fn drop(&mut self) {
        if self.collector.is_some() {
            self.cancelled.store(true, Ordering::SeqCst);
            let _ = self.join();
        }
    }
}

fn is(cancelled: &Cancelled) -> bool {
    cancelled.load(Ordering::SeqCst)
}

/// A painter's thread.
fn paint(todo: &Mutex<Receiver<Job>>, cancelled: &Cancelled, painter: &mut Painter) {
    loop {
        let job = todo.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(Job {
            work,
            mut out,
            done,
        }) = job
        else {
            return;
        };
        if is(cancelled) {
            return;
        }
        painter.paint(work, &mut out);
        // Whoever no longer waits has failed and says so.
        let _ = done.send(out);
    }
}

/// The thread that writes.
fn collect(
    target: Target,
    header: &[u8],
    in_order: &Receiver<Receiver<Vec<u8>>>,
    home: &Sender<Vec<u8>>,
    cancelled: &Cancelled,
) -> Result<()> {
    let Target { mut file, path } = target;
    let failed = |e| Error::io(path.clone().unwrap_or_else(|| "the stream".into()), e);
    file.write_all(header).map_err(failed)?;
    for part in in_order {
        if is(cancelled) {
            return Err(Error::Aborted);
        }
        // A painter that gives nothing back has panicked, or the film was given up meanwhile.
        let part = part.recv().map_err(|_| Error::Aborted)?;
        file.write_all(&part).map_err(failed)?;
        // Nobody waits for it any more when the film ends.
        let _ = home.send(part);
    }
    file.flush().map_err(failed)
}
