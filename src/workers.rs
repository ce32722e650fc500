//! Work done in parallel, with results in the order of the jobs.

use std::collections::VecDeque;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, SyncSender, TryRecvError, channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use crate::error::{Error, Result};
use crate::frame_size::FrameSize;

/// Bytes of frames that may be with workers.
const MOST_BYTES: usize = 256 << 20;

/// The number of threads that can run at the same time.
pub(crate) fn cores() -> usize {
    thread::available_parallelism().map_or(1, |n| n.get())
}

/// Whether the work is cancelled: jobs that no worker has begun are dropped.
pub(crate) type Cancelled = Arc<AtomicBool>;

/// A job, and the sender for its result.
type Task<J, R> = (J, SyncSender<R>);

/// Distributes jobs. Workers end when it is dropped.
#[derive(Debug)]
pub(crate) struct Jobs<J, R>(Sender<Task<J, R>>);

/// The jobs that wait for a worker.
#[derive(Debug)]
pub(crate) struct Todo<J, R> {
    tasks: Arc<Mutex<Receiver<Task<J, R>>>>,
    cancelled: Cancelled,
}

/// The result of a submitted job.
#[derive(Debug)]
pub(crate) struct Pending<R>(Receiver<R>);

/// A queue of jobs, for all workers that hold its receiving end.
pub(crate) fn queue<J, R>(cancelled: Cancelled) -> (Jobs<J, R>, Todo<J, R>) {
    let (jobs, tasks) = channel();
    let tasks = Arc::new(Mutex::new(tasks));
    (Jobs(jobs), Todo { tasks, cancelled })
}

impl<J, R> Jobs<J, R> {
    pub(crate) fn submit(&self, job: J) -> Pending<R> {
        let (done, result) = sync_channel(1);
        // If the workers have ended, the result is an error.
        let _ = self.0.send((job, done));
        Pending(result)
    }
}

impl<J, R> Todo<J, R> {
    /// Works until there are no more jobs.
    pub(crate) fn work(&self, mut work: impl FnMut(J) -> R) {
        loop {
            let tasks = self.tasks.lock().unwrap_or_else(PoisonError::into_inner);
            let Ok((job, done)) = tasks.recv() else {
                return;
            };
            // With the lock, so that no job is dropped before one that another worker does.
            if self.cancelled.load(Ordering::SeqCst) {
                return;
            }
            drop(tasks);
            // Nobody waits for it if the film was discarded.
            let _ = done.send(work(job));
        }
    }

    /// Does a waiting job, if no worker is about to, and returns whether there was one.
    pub(crate) fn work_once(&self, work: impl FnOnce(J) -> R) -> bool {
        let Ok(tasks) = self.tasks.try_lock() else {
            return false;
        };
        let Ok((job, done)) = tasks.try_recv() else {
            return false;
        };
        drop(tasks);
        let _ = done.send(work(job));
        true
    }
}

impl<J, R> Clone for Todo<J, R> {
    fn clone(&self) -> Self {
        Self {
            tasks: self.tasks.clone(),
            cancelled: self.cancelled.clone(),
        }
    }
}

impl<R> Pending<R> {
    /// The result, after waiting for it.
    ///
    /// # Errors
    /// [`Error::WriterPanicked`] if there is none.
    pub(crate) fn wait(&self) -> Result<R> {
        self.0.recv().map_err(|_| Error::WriterPanicked)
    }

    /// The result, if it is there.
    pub(crate) fn ready(&self) -> Option<Result<R>> {
        match self.0.try_recv() {
            Ok(result) => Some(Ok(result)),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Err(Error::WriterPanicked)),
        }
    }
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
    fn jobs_that_nobody_has_begun_are_forgotten_when_they_are_cancelled() {
        let (jobs, todo) = queue(Cancelled::default());
        let results = [1, 2].map(|job| jobs.submit(job));
        assert!(todo.work_once(|job| job));
        todo.cancelled.store(true, Ordering::SeqCst);
        todo.work(|job| job);
        drop((jobs, todo));
        assert_eq!(results[0].wait().unwrap(), 1);
        assert!(matches!(
            results[1].ready(),
            Some(Err(Error::WriterPanicked))
        ));
    }
}
