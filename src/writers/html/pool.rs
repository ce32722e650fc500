//! Work on all cores whose results come back in order.

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use crate::error::{Error, Result};

type Job<T> = (Box<dyn FnOnce() -> Result<T> + Send>, Sender<Result<T>>);

/// Threads that work on jobs. Dropping it waits for those that are left, which are few.
#[derive(Debug)]
pub(super) struct Pool<T> {
    jobs: Option<Sender<Job<T>>>,
    results: VecDeque<Receiver<Result<T>>>,
    threads: Vec<JoinHandle<()>>,
}

impl<T: Send + 'static> Pool<T> {
    /// A thread a core.
    pub(super) fn start() -> Result<Self> {
        let (jobs, queue) = channel::<Job<T>>();
        let queue = Arc::new(Mutex::new(queue));
        let cores = thread::available_parallelism().map_or(1, |cores| cores.get());
        let mut pool = Self {
            jobs: Some(jobs),
            results: VecDeque::new(),
            threads: Vec::new(),
        };
        for _ in 0..cores {
            let queue = queue.clone();
            let work = move || {
                loop {
                    let job = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
                    let Ok((job, result)) = job else { return };
                    // Nobody waits for it when the film is given up.
                    let _ = result.send(job());
                }
            };
            let thread = thread::Builder::new().name("plotreel-png".into());
            let thread = thread.spawn(work);
            pool.threads
                .push(thread.map_err(|e| Error::io("the encoder's threads", e))?);
        }
        Ok(pool)
    }

    /// Hands a job out. As many wait as there are threads: take a result when [`is_full`](Self::is_full).
    pub(super) fn submit(&mut self, job: impl FnOnce() -> Result<T> + Send + 'static) {
        let (result, receiver) = channel();
        self.results.push_back(receiver);
        if let Some(jobs) = &self.jobs {
            // If all threads have panicked, so will the result say.
            let _ = jobs.send((Box::new(job), result));
        }
    }

    /// Whether a result is to be taken before the next job.
    pub(super) fn is_full(&self) -> bool {
        self.results.len() > self.threads.len()
    }

    /// Waits for the oldest job.
    pub(super) fn take(&mut self) -> Option<Result<T>> {
        let result = self.results.pop_front()?;
        Some(result.recv().unwrap_or(Err(Error::WriterPanicked)))
    }
}

impl<T> Drop for Pool<T> {
    fn drop(&mut self) {
        self.jobs = None;
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn results_come_in_the_order_of_the_jobs() {
        let mut pool = Pool::start().unwrap();
        for i in 0..40u64 {
            pool.submit(move || {
                thread::sleep(Duration::from_millis((40 - i) % 7));
                Ok(i)
            });
        }
        let results: Vec<u64> = std::iter::from_fn(|| pool.take())
            .map(Result::unwrap)
            .collect();
        assert_eq!(results, (0..40).collect::<Vec<_>>());
    }

    #[test]
    fn a_panic_is_an_error_and_no_hang() {
        let mut pool = Pool::<()>::start().unwrap();
        for _ in 0..200 {
            pool.submit(|| panic!("on purpose"));
        }
        while let Some(result) = pool.take() {
            assert!(matches!(result, Err(Error::WriterPanicked)));
        }
    }
}
