//! Frames encoded in parallel and written in order, by a separate thread: a pipe may block forever.

use std::collections::VecDeque;
use std::io;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::error::{Error, Result};
use crate::workers::{Cancelled, Pending, Workers};

/// Writes the parts of a film in order.
pub(super) trait Collector: Send + 'static {
    /// The workers' result for a frame.
    type Part: Send + 'static;

    /// Writes a part, and returns the memory that it had, to be used again: so a slow disk slows the film down.
    fn write(&mut self, part: Self::Part) -> Result<Vec<u8>>;

    /// Completes the film.
    fn finish(self) -> Result<()>;
}

/// Workers, and a thread that collects their results.
pub(super) struct Pipeline<J, C: Collector> {
    workers: Workers<J, C::Part>,
    /// Dropped to end the collecting thread.
    parts: Option<Sender<Message<C>>>,
    /// Memory of parts that are written.
    free: Receiver<Vec<u8>>,
    /// Bytes that may still wait, and those that each waiting part takes up.
    room: i64,
    waiting: VecDeque<i64>,
    collector: Option<JoinHandle<Result<()>>>,
    /// Whether a pipe is written.
    is_stream: bool,
}

/// Messages to the collecting thread.
enum Message<C: Collector> {
    Next(Pending<C::Part>),
    End,
}

impl<J: Send + 'static, C: Collector> Pipeline<J, C> {
    /// Begins a film, of which so many bytes may wait.
    pub(super) fn start(
        workers: Workers<J, C::Part>,
        collector: C,
        room: usize,
        is_stream: bool,
    ) -> io::Result<Self> {
        let (parts, in_order) = channel();
        let (home, free) = channel();
        let cancelled = workers.cancelled().clone();
        let thread = thread::Builder::new().name("plotreel-collector".into());
        let thread = thread.spawn(move || collect(collector, &in_order, &home, &cancelled))?;
        Ok(Self {
            workers,
            parts: Some(parts),
            free,
            room: room as i64,
            waiting: VecDeque::new(),
            collector: Some(thread),
            is_stream,
        })
    }

    /// Memory for the next part, which takes up so many bytes, when there is room for it or nothing else waits.
    pub(super) fn memory(&mut self, bytes: usize) -> Result<Vec<u8>> {
        let mut memory = Vec::new();
        loop {
            while let Ok(free) = self.free.try_recv() {
                memory = self.take_back(free);
            }
            if self.waiting.is_empty() || bytes as i64 <= self.room {
                break;
            }
            match self.free.recv_timeout(Duration::from_millis(50)) {
                Ok(free) => memory = self.take_back(free),
                Err(RecvTimeoutError::Timeout) if is(self.workers.cancelled()) => {
                    return Err(Error::Aborted);
                }
                Err(RecvTimeoutError::Timeout) => (),
                // The thread has ended, and with it the film.
                Err(RecvTimeoutError::Disconnected) => return Err(self.failure()),
            }
        }
        self.room -= bytes as i64;
        self.waiting.push_back(bytes as i64);
        let is_much_larger = memory.capacity() > 2 * bytes;
        Ok(if is_much_larger { Vec::new() } else { memory })
    }

    /// The memory of the part that waited longest.
    fn take_back(&mut self, memory: Vec<u8>) -> Vec<u8> {
        self.room += self.waiting.pop_front().unwrap_or_default();
        memory
    }

    /// Takes the next frame, for the worker of this number if each has its own jobs.
    pub(super) fn put(&mut self, job: J, worker: usize) -> Result<()> {
        let part = Message::Next(self.workers.hand_out(job, worker));
        let sent = (self.parts.as_ref()).is_some_and(|parts| parts.send(part).is_ok());
        if sent { Ok(()) } else { Err(self.failure()) }
    }

    /// Completes the film and waits until all is there.
    pub(super) fn finish(mut self) -> Result<()> {
        // A receiver that has ended has failed; its error is returned below.
        let _ = self.parts.as_ref().map(|parts| parts.send(Message::End));
        self.join()
    }
}

impl<J, C: Collector> Pipeline<J, C> {
    /// Why the thread that collects has ended; what waits is not needed any more.
    fn failure(&mut self) -> Error {
        self.parts = None;
        let ended = self.collector.take().map(JoinHandle::join);
        self.workers.cancelled().store(true, Ordering::SeqCst);
        self.workers.join();
        match ended {
            Some(Ok(Err(error))) => error,
            Some(_) => Error::WriterPanicked,
            None => Error::Ended,
        }
    }

    /// Waits for all threads; one that is blocked by a pipe is left behind when the film is discarded.
    fn join(&mut self) -> Result<()> {
        self.parts = None;
        self.workers.join();
        let Some(collector) = self.collector.take() else {
            return Err(Error::Ended);
        };
        while self.is_stream && !collector.is_finished() {
            if is(self.workers.cancelled()) {
                return Err(Error::Aborted);
            }
            thread::sleep(Duration::from_millis(2));
        }
        collector.join().unwrap_or(Err(Error::WriterPanicked))
    }
}

impl<J, C: Collector> Drop for Pipeline<J, C> {
    fn drop(&mut self) {
        if self.collector.is_some() {
            self.workers.cancelled().store(true, Ordering::SeqCst);
            let _ = self.join();
        }
    }
}

fn is(cancelled: &Cancelled) -> bool {
    cancelled.load(Ordering::SeqCst)
}

/// The thread that collects.
fn collect<C: Collector>(
    mut collector: C,
    in_order: &Receiver<Message<C>>,
    home: &Sender<Vec<u8>>,
    cancelled: &Cancelled,
) -> Result<()> {
    for part in in_order {
        if is(cancelled) {
            break;
        }
        let Message::Next(part) = part else {
            return collector.finish();
        };
        let part = part.wait().map_err(|error| match is(cancelled) {
            true => Error::Aborted,
            false => error,
        })?;
        // Nobody waits for it any more when the film ends.
        let _ = home.send(collector.write(part)?);
    }
    Err(Error::Aborted)
}
