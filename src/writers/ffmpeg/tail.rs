//! The last output of a process: its standard error is read for its whole life, and the end of it is kept.

use std::collections::VecDeque;
use std::io::{self, BufRead, BufReader, Read};
use std::process::ChildStderr;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// Lines of standard error that are kept for an error message.
const KEPT_LINES: usize = 12;
/// Bytes of a kept line.
const KEPT_BYTES: usize = 500;

/// The last lines of a stream, which a separate thread reads to the end.
#[derive(Debug, Default)]
pub(super) struct Tail {
    state: Mutex<TailState>,
    closed: Condvar,
}

#[derive(Debug, Default)]
struct TailState {
    lines: VecDeque<String>,
    lost_output: bool,
    closed: bool,
}

/// ffmpeg's messages for a file or pipe that did not take all data. (Version 5 then exits with 0.)
const LOST_OUTPUT: [&str; 5] = [
    "Error writing trailer",
    "Error closing file",
    "av_interleaved_write_frame()",
    "Error submitting a packet to the muxer",
    "Error muxing a packet",
];

/// Advice for the most common failures of ffmpeg.
const ADVICE: [(&str, &str); 7] = [
    (
        "Unknown encoder",
        "\"ffmpeg -encoders\" lists the codecs it has",
    ),
    (
        "Encoder not found",
        "\"ffmpeg -encoders\" lists the codecs it has",
    ),
    (
        "not currently supported in container",
        "choose another container for this codec",
    ),
    (
        "No space left",
        "free some space; an existing file is untouched",
    ),
    (
        "File too large",
        "raise the limit on file sizes, or write a smaller film; an existing file is untouched",
    ),
    (
        "Broken pipe",
        "check the program that reads the film: it ended before the film did",
    ),
    ("Picture size", "choose a smaller size"),
];

impl Tail {
    /// Reads the stream from now on.
    ///
    /// # Errors
    /// The system's error if it can't start a thread.
    pub(super) fn follow(self: &Arc<Self>, stderr: ChildStderr) -> io::Result<()> {
        let filled = self.clone();
        thread::Builder::new()
            .name("plotreel-stderr".into())
            .spawn(move || {
                filled.fill(BufReader::new(stderr));
                filled.lock().closed = true;
                filled.closed.notify_all();
            })
            .map(drop)
    }

    fn fill(&self, mut stream: impl BufRead) {
        let mut line = Vec::new();
        loop {
            line.clear();
            // A stream without line ends is read in pieces, so that it can't fill the memory.
            match (&mut stream).take(64 * 1024).read_until(b'\n', &mut line) {
                Ok(0) | Err(_) => return,
                Ok(_) => (),
            }
            for part in line
                .split(|b| matches!(b, b'\n' | b'\r'))
                .filter(|part| !part.is_empty())
            {
                let text =
                    String::from_utf8_lossy(&part[..part.len().min(KEPT_BYTES)]).into_owned();
                log::debug!("ffmpeg: {text}");
                let mut state = self.lock();
                state.lost_output |= LOST_OUTPUT.iter().any(|words| text.contains(words));
                if state.lines.back() == Some(&text) {
                    continue;
                }
                if state.lines.len() == KEPT_LINES {
                    state.lines.pop_front();
                }
                state.lines.push_back(text);
            }
        }
    }

    pub(super) fn text(&self) -> String {
        self.lock()
            .lines
            .iter()
            .map(|line| line.trim())
            .collect::<Vec<_>>()
            .join("; ")
    }

    /// Advice for its message, if known.
    pub(super) fn advice(&self) -> Option<String> {
        let said = self.text();
        let known = ADVICE.iter().find(|(words, _)| said.contains(words));
        known.map(|(_, advice)| (*advice).to_owned())
    }

    /// Whether it told of output that was lost.
    pub(super) fn lost_output(&self) -> bool {
        self.lock().lost_output
    }

    /// Whether the stream has ended, after waiting for that for a while.
    pub(super) fn wait_closed(&self, patience: Duration) -> bool {
        let waited = self
            .closed
            .wait_timeout_while(self.lock(), patience, |state| !state.closed);
        waited.unwrap_or_else(PoisonError::into_inner).0.closed
    }

    fn lock(&self) -> MutexGuard<'_, TailState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
