//! Work done side by side, with its results in the order of the jobs.

use std::collections::VecDeque;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, SyncSender, TryRecvError, channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use crate::error::{Error, Result};
use crate::frame_size::FrameSize;

/// Bytes of frames that may be with the workers.
const MOST_BYTES: usize = 256 << 20;

/// Threads that take jobs as they come. Dropping it ends them; jobs that none has begun are forgotten.
#[derive(Debug)]
pub(super) struct Workers<J, R> {
    jobs: Option<Sender<(J, SyncSender<R>)>>,
    /// Of the jobs in their order.
    results: VecDeque<Receiver<R>>,
    /// Jobs that may be on their way.
    most: usize,
    threads: Vec<JoinHandle<()>>,
    cancelled: Arc<AtomicBool>,
}

/// How many threads can run at a time.
pub(crate) fn cores() -> usize {
    thread::available_parallelism().map_or(1, |n| n.get())
}

impl<J: Send + 'static, R: Send + 'static> Workers<J, R> {
    /// As many as there are cores, for jobs on frames of this size.
    pub(super) fn start(
        size: FrameSize,
        work: impl Fn(J) -> R + Send + Sync + 'static,
    ) -> Result<Self> {
        let cores = cores();
        let (jobs, todo) = channel();
        let mut workers = Self {
            jobs: Some(jobs),
            results: VecDeque::new(),
            most: (MOST_BYTES / size.bytes()).clamp(1, 2 * cores),
            threads: Vec::new(),
            cancelled: Arc::default(),
        };
        let (todo, work) = (Arc::new(Mutex::new(todo)), Arc::new(work));
        for _ in 0..cores.min(workers.most) {
            let (todo, work, cancelled) = (todo.clone(), work.clone(), workers.cancelled.clone());
            let run = move || run(&todo, &*work, &cancelled);
            let thread = thread::Builder::new().name("plotreel-worker".into());
            let thread = thread.spawn(run);
            workers
                .threads
                .push(thread.map_err(|e: io::Error| Error::io("a worker's thread", e))?);
        }
        Ok(workers)
    }

    /// Hands a job out.
    pub(super) fn submit(&mut self, job: J) {
        let (done, result) = sync_channel(1);
        if let Some(jobs) = &self.jobs {
            // Workers that are gone leave a result that says so.
            let _ = jobs.send((job, done));
        }
        self.results.push_back(result);
    }

    /// Whether a result should be taken before the next job is handed out.
    pub(super) fn is_full(&self) -> bool {
        self.results.len() >= self.most
    }

    /// The oldest job's result, after waiting for it; `None` if there is no job.
    pub(super) fn next(&mut self) -> Option<Result<R>> {
        let result = self.results.pop_front()?;
        Some(result.recv().map_err(|_| Error::WriterPanicked))
    }

    /// The oldest job's result, if it is there or has to be before another job is handed out.
    pub(super) fn next_due(&mut self) -> Option<Result<R>> {
        match self.is_full() {
            true => self.next(),
            false => self.next_ready(),
        }
    }

    /// The oldest job's result, if it is there.
    fn next_ready(&mut self) -> Option<Result<R>> {
        match self.results.front()?.try_recv() {
            Err(TryRecvError::Empty) => None,
            result => {
                self.results.pop_front();
                Some(result.map_err(|_| Error::WriterPanicked))
            }
        }
    }
}

impl<J, R> Drop for Workers<J, R> {
    fn drop(&mut self) {
        self.cancelled.store(true, Ordering::SeqCst);
        self.jobs = None;
        for thread in self.threads.drain(..) {
            // A panic was reported with the result that is missing.
            let _ = thread.join();
        }
    }
}

fn run<J, R>(
    todo: &Mutex<Receiver<(J, SyncSender<R>)>>,
    work: &impl Fn(J) -> R,
    cancelled: &AtomicBool,
) {
    loop {
        let todo = todo.lock().unwrap_or_else(PoisonError::into_inner);
        let Ok((job, done)) = todo.recv() else { return };
        // With the lock, so that no job is forgotten before one that another worker does.
        if cancelled.load(Ordering::SeqCst) {
            return;
        }
        drop(todo);
        // Nobody waits for it when the film was given up.
        let _ = done.send(work(job));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    const SIZE: FrameSize = FrameSize {
        width: 4,
        height: 4,
    };

    #[test]
    fn results_come_in_the_order_of_the_jobs() {
        let work = |job: u64| {
            thread::sleep(Duration::from_millis(job % 3));
            job
        };
        let mut workers = Workers::start(SIZE, work).unwrap();
        let mut results = Vec::new();
        for job in 0..40 {
            while let Some(result) = workers.next_due() {
                results.push(result.unwrap());
            }
            workers.submit(job);
        }
        results.extend(std::iter::from_fn(|| workers.next()).map(Result::unwrap));
        assert_eq!(results, (0..40).collect::<Vec<_>>());
    }

    #[test]
    fn a_panic_in_a_job_is_its_result() {
        let work = |job: u8| assert!(job != 1, "this panic belongs to the test");
        let mut workers = Workers::start(SIZE, work).unwrap();
        for job in 0..2 {
            workers.submit(job);
        }
        assert!(workers.next().unwrap().is_ok());
        assert!(matches!(
            workers.next().unwrap(),
            Err(Error::WriterPanicked)
        ));
    }

    #[test]
    fn large_frames_wait_in_small_numbers() {
        let side = FrameSize {
            width: 8192,
            height: 8192,
        };
        let mut workers = Workers::start(side, |job: u8| job).unwrap();
        workers.submit(1);
        assert!(workers.is_full());
    }
}
