//! A queue of jobs, each with its result.

use std::collections::VecDeque;
use std::mem::take;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use crate::error::{Error, Result};

/// Whether the work is cancelled: jobs that no worker has begun are dropped.
pub(crate) type Cancelled = Arc<AtomicBool>;

/// A job, and the sender for its result.
type Task<J, R> = (J, SyncSender<R>);

/// Distributes jobs. Workers end when it is dropped.
#[derive(Debug)]
pub(crate) struct Jobs<J, R>(Arc<Queue<J, R>>);

/// The jobs that wait for a worker.
#[derive(Debug)]
pub(crate) struct Todo<J, R> {
    queue: Arc<Queue<J, R>>,
    cancelled: Cancelled,
}

/// The result of a submitted job.
#[derive(Debug)]
pub(crate) struct Pending<R>(Receiver<R>);

/// What the workers and whoever gives them jobs share. Workers that wait do not hold the lock, so that others can take
/// a job while they wake up.
#[derive(Debug)]
struct Queue<J, R> {
    state: Mutex<State<J, R>>,
    changed: Condvar,
}

#[derive(Debug)]
struct State<J, R> {
    tasks: VecDeque<Task<J, R>>,
    /// Workers that wait for a job. While there are none, the kernel is not asked to wake any.
    idle: usize,
    /// Those that may take jobs. Without any, jobs are dropped, so that nobody waits for their results.
    takers: usize,
    /// Whether there will be no more jobs.
    is_closed: bool,
}

/// A queue of jobs, for all workers that hold its receiving end.
pub(crate) fn queue<J, R>(cancelled: Cancelled) -> (Jobs<J, R>, Todo<J, R>) {
    let state = State {
        tasks: VecDeque::new(),
        idle: 0,
        takers: 1,
        is_closed: false,
    };
    let queue = Arc::new(Queue {
        state: Mutex::new(state),
        changed: Condvar::new(),
    });
    (Jobs(queue.clone()), Todo { queue, cancelled })
}

impl<J, R> Queue<J, R> {
    fn lock(&self) -> MutexGuard<'_, State<J, R>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until there is a job, or there will be none.
    fn wait(&self) -> MutexGuard<'_, State<J, R>> {
        let mut state = self.lock();
        while state.tasks.is_empty() && !state.is_closed {
            state.idle += 1;
            let woken = self.changed.wait(state);
            state = woken.unwrap_or_else(PoisonError::into_inner);
            state.idle -= 1;
        }
        state
    }
}

impl<J, R> Jobs<J, R> {
    pub(crate) fn submit(&self, job: J) -> Pending<R> {
        let (done, result) = sync_channel(1);
        let mut state = self.0.lock();
        if state.takers > 0 {
            state.tasks.push_back((job, done));
        }
        let is_awaited = state.idle > 0;
        drop(state);
        if is_awaited {
            self.0.changed.notify_one();
        }
        Pending(result)
    }
}

impl<J, R> Drop for Jobs<J, R> {
    fn drop(&mut self) {
        self.0.lock().is_closed = true;
        self.0.changed.notify_all();
    }
}

impl<J, R> Todo<J, R> {
    /// Works until there are no more jobs.
    pub(crate) fn work(&self, mut work: impl FnMut(J) -> R) {
        loop {
            let mut state = self.queue.wait();
            let Some((job, done)) = state.tasks.pop_front() else {
                return;
            };
            // With the lock, so that no job is dropped before one that another worker does.
            let is_cancelled = self.cancelled.load(Ordering::SeqCst);
            drop(state);
            if is_cancelled {
                return;
            }
            // Nobody waits for it if the film was discarded.
            let _ = done.send(work(job));
        }
    }

    /// Does a waiting job, and returns whether there was one.
    pub(crate) fn work_once(&self, work: impl FnOnce(J) -> R) -> bool {
        let Some((job, done)) = self.queue.lock().tasks.pop_front() else {
            return false;
        };
        let _ = done.send(work(job));
        true
    }
}

impl<J, R> Clone for Todo<J, R> {
    fn clone(&self) -> Self {
        self.queue.lock().takers += 1;
        Self {
            queue: self.queue.clone(),
            cancelled: self.cancelled.clone(),
        }
    }
}

impl<J, R> Drop for Todo<J, R> {
    fn drop(&mut self) {
        let mut state = self.queue.lock();
        state.takers -= 1;
        let left = (state.takers == 0).then(|| take(&mut state.tasks));
        // Without the lock, as that of a job may run code of others.
        drop(state);
        drop(left);
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;

    #[test]
    fn a_job_can_be_taken_while_a_worker_waits() {
        let (jobs, todo) = queue(Cancelled::default());
        let other = todo.clone();
        let waits = thread::spawn(move || other.work(|job: u8| job));
        while todo.queue.lock().idle == 0 {
            thread::yield_now();
        }
        // Without waking the worker.
        let (done, result) = sync_channel(1);
        todo.queue.lock().tasks.push_back((3, done));
        assert!(todo.work_once(|job| job));
        assert_eq!(result.recv(), Ok(3));
        drop(jobs);
        waits.join().unwrap();
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
