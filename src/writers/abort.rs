//! Ending a film from outside, even while a call on it waits.

use std::fmt;
use std::sync::mpsc::SyncSender;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use crate::error::{Error, Result};
use crate::writers::Interrupter;
use crate::writers::movie::{Message, Movie};

/// Aborts a film from another thread, such as a signal's handler.
///
/// ```
/// use plotreel::AbortHandle;
///
/// let handle = AbortHandle::new();
/// handle.abort(); // what is begun with it from now on ends at once
/// ```
#[derive(Debug, Clone, Default)]
pub struct AbortHandle(Arc<Attachment>);

#[derive(Debug, Default)]
struct Attachment {
    state: Mutex<Attached>,
    begun: Condvar,
}

#[derive(Debug, Default)]
struct Attached {
    aborted: bool,
    /// A film is being begun: what it has made so far is only gone when that is over.
    beginning: bool,
    movie: Option<Arc<Shared>>,
}

impl AbortHandle {
    /// A handle for a film that is begun later, by way of [`WriteOptions`](crate::WriteOptions::with_abort_handle).
    pub fn new() -> Self {
        Self::default()
    }

    /// Gives the film up, now or as soon as it is begun. Returns when no file and no process is left of it, or, with
    /// [`OnError::KeepPartial`](crate::OnError::KeepPartial), when the partial film is in its place.
    pub fn abort(&self) {
        self.end(false);
    }

    /// As [`AbortHandle::abort`], but keeps nothing and waits for no encoder.
    pub fn kill(&self) {
        self.end(true);
    }

    fn end(&self, kill: bool) {
        let mut attached = self.lock();
        attached.aborted = true;
        let attached = self
            .0
            .begun
            .wait_while(attached, |attached| attached.beginning);
        let movie = attached
            .unwrap_or_else(PoisonError::into_inner)
            .movie
            .clone();
        if let Some(movie) = movie {
            movie.abort(kill);
        }
    }

    /// Begins a film, which is aborted at once if this handle was used before.
    pub(crate) fn begin(&self, begin: impl FnOnce() -> Result<Movie>) -> Result<Movie> {
        {
            let mut attached = self.lock();
            if attached.aborted {
                return Err(Error::Aborted);
            }
            attached.beginning = true;
        }
        let begun = begin();
        let mut attached = self.lock();
        attached.beginning = false;
        attached.movie = begun.as_ref().ok().map(Movie::shared);
        self.0.begun.notify_all();
        begun
    }

    /// A handle of a film that runs.
    pub(super) fn of(movie: Arc<Shared>) -> Self {
        let handle = Self::new();
        handle.lock().movie = Some(movie);
        handle
    }

    fn lock(&self) -> MutexGuard<'_, Attached> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a movie, its thread and its abort handles have in common.
pub(super) struct Shared {
    state: Mutex<State>,
    ended: Condvar,
    interrupter: Option<Interrupter>,
    keeps_partial: bool,
}

#[derive(Default)]
struct State {
    queue: Option<SyncSender<Message>>,
    aborted: bool,
    /// Nothing is to be kept.
    killed: bool,
    ended: bool,
}

impl Shared {
    pub(super) fn new(interrupter: Option<Interrupter>, keeps_partial: bool) -> Arc<Self> {
        let (state, ended) = Default::default();
        Arc::new(Self {
            state,
            ended,
            interrupter,
            keeps_partial,
        })
    }

    /// The queue by which the thread is told to stop.
    pub(super) fn set_queue(&self, queue: SyncSender<Message>) {
        let mut state = self.lock();
        if !state.ended {
            state.queue = Some(queue);
        }
    }

    /// Whether the film was given up.
    pub(super) fn is_aborted(&self) -> bool {
        self.lock().aborted
    }

    pub(super) fn is_killed(&self) -> bool {
        self.lock().killed
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Stops the writer's thread and waits for its end; `kill` keeps nothing.
    pub(super) fn abort(&self, kill: bool) {
        let (queue, keeps) = {
            let mut state = self.lock();
            state.aborted |= !state.ended;
            state.killed |= kill;
            (state.queue.clone(), self.keeps_partial && !state.killed)
        };
        if !keeps && let Some(interrupt) = &self.interrupter {
            interrupt();
        }
        // An error says that the thread has ended already.
        let _ = queue.map(|queue| queue.send(Message::Stop));
        let mut state = self.lock();
        while !state.ended {
            state = self
                .ended
                .wait(state)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }
}

impl fmt::Debug for Shared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shared")
            .field("keeps_partial", &self.keeps_partial)
            .finish_non_exhaustive()
    }
}

/// Tells those who wait that the thread has ended, however it did.
pub(super) struct EndSignal(pub(super) Arc<Shared>);

impl Drop for EndSignal {
    fn drop(&mut self) {
        let mut state = self.0.lock();
        state.ended = true;
        state.queue = None;
        self.0.ended.notify_all();
    }
}
