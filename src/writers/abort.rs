//! Ending a film from outside, even while a call on it waits.

use std::fmt;
use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use crossbeam_channel::Sender;

use crate::error::{Error, Result};
use crate::writers::movie::Movie;
use crate::writers::movie_thread::Message;
use crate::writers::{Interrupter, Output};

/// How long a killed film may take to end by itself.
const HURRY: Duration = Duration::from_secs(2);

/// Aborts films from another thread, such as a signal's handler.
///
/// ```
/// use plotreel::writers::AbortHandle;
///
/// let handle = AbortHandle::new();
/// handle.abort(); // films begun with it from now on end at once
/// ```
#[derive(Debug, Clone, Default)]
pub struct AbortHandle(Arc<Attachment>);

#[derive(Debug, Default)]
struct Attachment {
    state: Mutex<Attached>,
    begun: Condvar,
}

#[derive(Default)]
struct Attached {
    aborted: bool,
    /// Films that are being begun: the files they have made so far are removed only when that is over.
    beginning: usize,
    /// The functions that interrupt waiting, by number.
    waiting: Vec<(u64, Interrupter)>,
    waited: u64,
    films: Vec<Weak<Shared>>,
}

impl AbortHandle {
    /// A handle for films that are begun later, by way of [`WriteOptions`](crate::WriteOptions::with_abort_handle).
    pub fn new() -> Self {
        Self::default()
    }

    /// Aborts the film, now or as soon as it is begun. Returns when its files are removed and its processes have ended
    /// or, with [`OnError::KeepPartial`](crate::OnError::KeepPartial), when the partial film is at its destination.
    ///
    /// Waits at the start of a film end as well: for an ffmpeg that lists its encoders, or for a pipe without a reader.
    pub fn abort(&self) {
        self.end(false);
    }

    /// As [`AbortHandle::abort`], but keeps nothing and does not wait for the encoder: after two seconds the hidden
    /// files are removed, even if a part of the film is still running.
    pub fn kill(&self) {
        self.end(true);
    }

    fn end(&self, kill: bool) {
        let waiting = {
            let mut attached = self.lock();
            attached.aborted = true;
            attached.waiting.clone()
        };
        for (_, interrupt) in waiting {
            interrupt();
        }
        let is_beginning = |attached: &mut Attached| attached.beginning > 0;
        let (attached, begun) = (self.lock(), &self.0.begun);
        let attached = match kill {
            true => {
                (begun.wait_timeout_while(attached, HURRY, is_beginning))
                    .unwrap_or_else(PoisonError::into_inner)
                    .0
            }
            false => {
                (begun.wait_while(attached, is_beginning)).unwrap_or_else(PoisonError::into_inner)
            }
        };
        let films = attached.films.clone();
        drop(attached);
        for film in films.iter().filter_map(Weak::upgrade) {
            film.abort(kill);
        }
    }

    /// Begins a film, which is aborted at once if this handle was used before.
    pub(crate) fn begin(&self, begin: impl FnOnce() -> Result<Movie>) -> Result<Movie> {
        self.check()?;
        self.lock().beginning += 1;
        // Also after a panic.
        let _beginning = Beginning(self);
        match begin() {
            Ok(movie) => {
                let mut attached = self.lock();
                attached.films.retain(|film| film.strong_count() > 0);
                attached.films.push(Arc::downgrade(&movie.shared()));
                Ok(movie)
            }
            Err(error) => Err(self.check().err().unwrap_or(error)),
        }
    }

    /// A handle of a film that runs.
    pub(super) fn of(movie: &Arc<Shared>) -> Self {
        let handle = Self::new();
        handle.lock().films.push(Arc::downgrade(movie));
        handle
    }

    /// Has what waits ended by this call if it is aborted before the result is dropped.
    ///
    /// # Errors
    /// [`Error::Aborted`] if it is already.
    pub(super) fn waiting(&self, interrupt: Interrupter) -> Result<Waiting<'_>> {
        let mut attached = self.lock();
        if attached.aborted {
            return Err(Error::Aborted);
        }
        let number = attached.waited;
        attached.waited += 1;
        attached.waiting.push((number, interrupt));
        Ok(Waiting {
            handle: self,
            number,
        })
    }

    /// For what can only look again and again.
    ///
    /// # Errors
    /// [`Error::Aborted`] if it is.
    pub(super) fn check(&self) -> Result<()> {
        match self.lock().aborted {
            true => Err(Error::Aborted),
            false => Ok(()),
        }
    }

    fn lock(&self) -> MutexGuard<'_, Attached> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Attached {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Attached")
            .field("aborted", &self.aborted)
            .field("beginning", &self.beginning)
            .field("waiting", &self.waiting.len())
            .field("films", &self.films)
            .finish()
    }
}

/// A film that is being begun.
struct Beginning<'a>(&'a AbortHandle);

impl Drop for Beginning<'_> {
    fn drop(&mut self) {
        self.0.lock().beginning -= 1;
        self.0.0.begun.notify_all();
    }
}

/// Something that waits, which an abort ends.
#[must_use]
pub(super) struct Waiting<'a> {
    handle: &'a AbortHandle,
    number: u64,
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        let mut attached = self.handle.lock();
        attached
            .waiting
            .retain(|(number, _)| *number != self.number);
    }
}

/// The state shared by a movie, its thread and its abort handles.
pub(super) struct Shared {
    state: Mutex<State>,
    ended: Condvar,
    interrupter: Option<Interrupter>,
    keeps_partial: bool,
    /// The files to remove if it does not end by itself.
    hidden: Vec<PathBuf>,
}

#[derive(Default)]
struct State {
    queue: Option<Sender<Message>>,
    aborted: bool,
    /// Nothing is to be kept.
    killed: bool,
    ended: bool,
}

impl Shared {
    pub(super) fn new(interrupter: Option<Interrupter>, output: &Output) -> Arc<Self> {
        let (state, ended) = Default::default();
        Arc::new(Self {
            state,
            ended,
            interrupter,
            keeps_partial: output.keeps_partial(),
            hidden: output.hidden(),
        })
    }

    /// The queue that tells the thread to stop.
    pub(super) fn set_queue(&self, queue: Sender<Message>) {
        let mut state = self.lock();
        if !state.ended {
            state.queue = Some(queue);
        }
    }

    /// Whether the film was aborted.
    pub(super) fn is_aborted(&self) -> bool {
        self.lock().aborted
    }

    /// Whether nothing of what waits in the queue is wanted.
    pub(super) fn is_discarded(&self) -> bool {
        let state = self.lock();
        state.aborted && (state.killed || !self.keeps_partial)
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
        // An error says that the thread has ended already, or, of a full queue, that it will look at the next frame
        // and see what became of the film.
        let _ = queue.map(|queue| match keeps {
            true => queue.send(Message::Stop).is_ok(),
            false => queue.try_send(Message::Stop).is_ok(),
        });
        let runs = |state: &mut State| !state.ended;
        let state = self.lock();
        if !kill {
            let _ended = self.ended.wait_while(state, runs);
            return;
        }
        let ended = self.ended.wait_timeout_while(state, HURRY, runs);
        let (state, waited) = ended.unwrap_or_else(PoisonError::into_inner);
        drop(state);
        if waited.timed_out() {
            self.remove_hidden();
        }
    }

    fn remove_hidden(&self) {
        for path in &self.hidden {
            let removed = match path.is_dir() {
                true => fs::remove_dir_all(path),
                false => fs::remove_file(path),
            };
            if let Err(error) = removed {
                log::debug!("{}: {error}", path.display());
            }
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
