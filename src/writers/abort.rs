//! Ending a film from outside, even while a call on it waits.

use std::fmt;
use std::sync::mpsc::SyncSender;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use crate::writers::Interrupter;
use crate::writers::movie::Message;

/// Aborts a film from another thread, such as a signal's handler.
///
/// ```
/// use plotreel::AbortHandle;
///
/// let handle = AbortHandle::new();
/// handle.abort(); // what is begun with it from now on ends at once
/// ```
#[derive(Debug, Clone, Default)]
pub struct AbortHandle(Arc<Mutex<Attached>>);

#[derive(Debug, Default)]
struct Attached {
    aborted: bool,
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
        let movie = {
            let mut attached = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            attached.aborted = true;
            attached.movie.clone()
        };
        if let Some(movie) = movie {
            movie.abort();
        }
    }

    /// As [`AbortHandle::abort`], but keeps nothing and waits for no encoder.
    pub fn kill(&self) {
        let movie = self
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .movie
            .clone();
        if let Some(interrupt) = movie.as_ref().and_then(|m| m.interrupter.as_ref()) {
            interrupt();
        }
        self.abort();
    }

    /// Makes `movie` the one that this handle aborts.
    pub(super) fn attach(&self, movie: &Arc<Shared>) {
        let mut attached = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        attached.movie = Some(movie.clone());
        let aborted = attached.aborted;
        drop(attached);
        if aborted {
            movie.abort();
        }
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

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Stops the writer's thread and waits for its end.
    pub(super) fn abort(&self) {
        let queue = {
            let mut state = self.lock();
            state.aborted |= !state.ended;
            state.queue.clone()
        };
        if !self.keeps_partial
            && let Some(interrupt) = &self.interrupter
        {
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
