//! Work done in parallel, with results in the order of the jobs.

mod queue;

use std::collections::VecDeque;
use std::io;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::thread::{self, JoinHandle};

use crate::error::{Error, Result};
use crate::frame_size::FrameSize;
pub(crate) use queue::{Cancelled, Jobs, Pending, queue};

/// Bytes of frames that may be with workers.
const MOST_BYTES: usize = 256 << 20;

/// The number of threads that can run at the same time.
pub(crate) fn cores() -> usize {
    thread::available_parallelism().map_or(1, |n| n.get())
}

/// Threads that take jobs as they come. Dropping it ends them; jobs that none has begun are dropped.
#[derive(Debug)]
pub(crate) struct Workers<J, R> {
    /// One for all, or one per worker.
    queues: Vec<Jobs<J, R>>,
    /// Of the jobs in their order.
    results: VecDeque<Pending<R>>,
    /// The maximum number of submitted jobs in progress.
    most: usize,
    threads: Vec<JoinHandle<()>>,
    cancelled: Cancelled,
}

impl<J: Send + 'static, R: Send + 'static> Workers<J, R> {
    /// As many as there are cores, for jobs on frames of this size.
    pub(crate) fn start(
        size: FrameSize,
        work: impl Fn(J) -> R + Send + Sync + 'static,
    ) -> Result<Self> {
        let most = (MOST_BYTES / size.bytes()).clamp(1, 2 * cores());
        let mut workers = Self::new(Cancelled::default());
        workers.most = most;
        let work = Arc::new(work);
        let each = || {
            let work = work.clone();
            move |job| work(job)
        };
        workers
            .share(cores().min(most), each)
            .map_err(|e| Error::io("a worker's thread", e))?;
        Ok(workers)
    }

    /// None yet.
    pub(crate) fn new(cancelled: Cancelled) -> Self {
        Self {
            queues: Vec::new(),
            results: VecDeque::new(),
            most: usize::MAX,
            threads: Vec::new(),
            cancelled,
        }
    }

    /// Adds this many workers that share their jobs, and get none of others; each has its own memory.
    pub(crate) fn share<W: FnMut(J) -> R + Send + 'static>(
        &mut self,
        count: usize,
        mut worker: impl FnMut() -> W,
    ) -> io::Result<()> {
        let (jobs, todo) = queue(self.cancelled.clone());
        self.queues.push(jobs);
        (0..count).try_for_each(|_| {
            let (todo, worker) = (todo.clone(), worker());
            let thread = thread::Builder::new().name("plotreel-worker".into());
            self.threads.push(thread.spawn(move || todo.work(worker))?);
            Ok(())
        })
    }

    /// Submits a job, to the worker of this number if each has its own jobs.
    pub(crate) fn hand_out(&self, job: J, worker: usize) -> Pending<R> {
        match self.queues.get(worker % self.queues.len().max(1)) {
            Some(queue) => queue.submit(job),
            None => queue(self.cancelled.clone()).0.submit(job),
        }
    }

    /// Submits a job whose result is returned by `next`.
    pub(crate) fn submit(&mut self, job: J) {
        let result = self.hand_out(job, 0);
        self.results.push_back(result);
    }

    /// Whether a result should be taken before the next job is submitted.
    pub(crate) fn is_full(&self) -> bool {
        self.results.len() >= self.most
    }

    /// The oldest job's result, after waiting for it; `None` if there is no job.
    pub(crate) fn next(&mut self) -> Option<Result<R>> {
        Some(self.results.pop_front()?.wait())
    }

    /// The oldest job's result, if it is available, or required before another job is submitted.
    pub(crate) fn next_due(&mut self) -> Option<Result<R>> {
        if self.is_full() {
            return self.next();
        }
        let ready = self.results.front()?.ready()?;
        self.results.pop_front();
        Some(ready)
    }
}

impl<J, R> Workers<J, R> {
    pub(crate) fn cancelled(&self) -> &Cancelled {
        &self.cancelled
    }

    /// Waits until all submitted jobs are done, unless they are cancelled.
    pub(crate) fn join(&mut self) {
        self.queues.clear();
        for thread in self.threads.drain(..) {
            // A panic is reported with the result that is missing.
            let _ = thread.join();
        }
    }
}

impl<J, R> Drop for Workers<J, R> {
    fn drop(&mut self) {
        self.cancelled.store(true, Ordering::SeqCst);
        self.join();
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

    #[test]
    fn a_worker_with_jobs_of_its_own_gets_no_others() {
        let mut workers = Workers::new(Cancelled::default());
        for name in ["a", "b"] {
            let worker = || move |job: usize| (name, job);
            workers.share(1, worker).unwrap();
        }
        let results = (0..6).map(|job| workers.hand_out(job, job));
        let results: Vec<_> = results.map(|result| result.wait().unwrap()).collect();
        let expected = (0..6).map(|job| (["a", "b"][job % 2], job));
        assert!(results.into_iter().eq(expected));
    }

    #[test]
    fn a_worker_that_panics_leaves_no_job_waiting() {
        let mut workers = Workers::new(Cancelled::default());
        let worker = || |_: u8| -> u8 { panic!("this panic belongs to the test") };
        workers.share(1, worker).unwrap();
        for job in 0..3 {
            // The later ones while it runs, and after it has ended.
            thread::sleep(Duration::from_millis(u64::from(job)));
            workers.submit(job);
        }
        let results: Vec<_> = std::iter::from_fn(|| workers.next()).collect();
        assert_eq!(results.len(), 3);
        let is_missing = |result: &Result<u8>| matches!(result, Err(Error::WriterPanicked));
        assert!(results.iter().all(is_missing));
    }
}
