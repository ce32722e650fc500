//! A limit for how long ffmpeg may take for one frame.

use std::io;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::writers::ffmpeg::process::Process;

/// Kills a process that lets a deadline pass.
#[derive(Debug)]
pub(super) struct Watchdog {
    shared: Arc<Watch>,
    timeout: Duration,
}

#[derive(Debug, Default)]
struct Watch {
    state: Mutex<WatchState>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct WatchState {
    deadline: Option<Instant>,
    bitten: bool,
    over: bool,
}

impl Watchdog {
    pub(super) fn new(process: Arc<Process>, timeout: Duration) -> io::Result<Self> {
        let shared = Arc::new(Watch::default());
        let watch = shared.clone();
        thread::Builder::new()
            .name("plotreel-watchdog".into())
            .spawn(move || watch.run(&process))?;
        Ok(Self { shared, timeout })
    }

    pub(super) fn timeout(&self) -> Duration {
        self.timeout
    }

    /// Starts the clock.
    pub(super) fn arm(&self) {
        self.shared
            .change(|state| state.deadline = Instant::now().checked_add(self.timeout));
    }

    /// Stops the clock.
    pub(super) fn disarm(&self) {
        self.shared.change(|state| state.deadline = None);
    }

    /// Whether it had to kill.
    pub(super) fn has_bitten(&self) -> bool {
        self.shared.lock().bitten
    }
}

impl Drop for Watchdog {
    fn drop(&mut self) {
        self.shared.change(|state| state.over = true);
    }
}

impl Watch {
    fn run(&self, process: &Process) {
        let mut state = self.lock();
        while !state.over {
            let now = Instant::now();
            state = match state.deadline {
                Some(deadline) if deadline <= now => {
                    state.bitten = true;
                    return process.kill();
                }
                Some(deadline) => {
                    let waited = self.changed.wait_timeout(state, deadline - now);
                    waited.unwrap_or_else(PoisonError::into_inner).0
                }
                None => self
                    .changed
                    .wait(state)
                    .unwrap_or_else(PoisonError::into_inner),
            };
        }
    }

    fn change(&self, change: impl FnOnce(&mut WatchState)) {
        change(&mut self.lock());
        self.changed.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, WatchState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
