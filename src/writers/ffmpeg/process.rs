//! The ffmpeg process: its standard error is read for its whole life, and it never outlives its film.

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, Read};
use std::ops::Deref;
use std::path::Path;
use std::process::{Child, ChildStdin, ExitStatus, Stdio};
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use ffmpeg_sidecar::command::FfmpegCommand;

use crate::error::{Error, Result};
use crate::writers::ffmpeg::tail::Tail;
use crate::writers::{AbortHandle, Interrupter};

/// How long a short command may take.
const PROBE_PATIENCE: Duration = Duration::from_secs(10);
/// How long the last lines may take to arrive after the process has ended.
const LAST_WORDS: Duration = Duration::from_millis(500);

/// A running ffmpeg in its own process group. Dropping it kills the group.
#[derive(Debug)]
pub(super) struct Process {
    child: Mutex<Child>,
    stderr: Arc<Tail>,
    command: String,
}

impl Process {
    /// Starts ffmpeg. What it writes to standard output goes to `stdout`, if that is given.
    ///
    /// # Errors
    /// [`Error::WriterUnavailable`] if it can't be started.
    pub(super) fn start(
        program: &Path,
        args: &[OsString],
        stdout: Option<&File>,
    ) -> Result<(Self, ChildStdin)> {
        let unavailable = |error: io::Error| unavailable(program, &error);
        let stdout = match stdout {
            Some(file) => Stdio::from(file.try_clone().map_err(unavailable)?),
            None => Stdio::null(),
        };
        let mut command = FfmpegCommand::new_with_path(program);
        command
            .hide_banner()
            // Version 5 takes an error at the film's end for no failure without `-xerror`.
            .args(["-nostats", "-loglevel", "error", "-xerror"])
            .args(args);
        let shown = shown(program, command.as_inner().get_args());
        log::debug!("{shown}");
        let command = command.as_inner_mut();
        // The sidecar's own `spawn` insists on a piped standard output, which would not be read.
        command.stdout(stdout);
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(command, 0);
        let mut child = command.spawn().map_err(unavailable)?;
        let stdin = child.stdin.take();
        let process = Self::of(child, shown)?;
        let stdin = stdin.ok_or_else(|| unavailable(io::Error::other("it has no pipes")))?;
        enlarge(&stdin);
        Ok((process, stdin))
    }

    /// Takes a child process. It is killed if its output can't be read.
    fn of(mut child: Child, command: String) -> Result<Self> {
        let stderr = child.stderr.take();
        let process = Self {
            child: Mutex::new(child),
            stderr: Arc::default(),
            command,
        };
        if let Some(stderr) = stderr {
            let followed = process.stderr.follow(stderr);
            followed.map_err(|e| Error::io("a thread for ffmpeg's messages", e))?;
        }
        Ok(process)
    }

    /// A call that kills it, from any thread.
    pub(super) fn interrupter(self: &Arc<Self>) -> Interrupter {
        let process = self.clone();
        Arc::new(move || process.kill())
    }

    /// Kills it and the processes it has started; calls that wait for it then return.
    pub(super) fn kill(&self) {
        let mut child = self.lock();
        // After waiting for it, its id may belong to another process.
        if matches!(child.try_wait(), Ok(None)) {
            #[cfg(unix)]
            if let Some(group) = rustix::process::Pid::from_raw(child.id() as i32) {
                let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
            }
            let _ = child.kill();
        }
    }

    /// Kills it if it still runs, and leaves no zombie.
    fn end(&self) {
        self.kill();
        let _ = self.lock().wait();
    }

    /// Waits for its end, however long that takes; `kill` from another thread ends it.
    pub(super) fn wait(&self) -> Result<ExitStatus> {
        loop {
            // Not `Child::wait`: that would hold the lock which `kill` needs.
            let status = self.lock().try_wait();
            match status.map_err(|e| Error::io("ffmpeg", e))? {
                Some(status) => {
                    self.stderr.wait_closed(LAST_WORDS);
                    return Ok(status);
                }
                None if self.stderr.wait_closed(Duration::from_millis(20)) => {
                    thread::sleep(Duration::from_millis(1))
                }
                None => (),
            }
        }
    }

    /// Waits until all that was written to its standard input is read; `false` if it ended before.
    pub(super) fn wait_until_read(&self, stdin: &ChildStdin) -> bool {
        while unread(stdin) > 0 {
            let ended = self.lock().try_wait();
            if !matches!(ended, Ok(None)) {
                return unread(stdin) == 0;
            }
            thread::sleep(Duration::from_millis(1));
        }
        true
    }

    /// As `wait`, but kills it if it takes longer than `patience`.
    pub(super) fn wait_or_kill(&self, patience: Duration) -> Result<ExitStatus> {
        let deadline = Instant::now() + patience;
        while Instant::now() < deadline {
            let ended = self.lock().try_wait();
            if let Ok(Some(_)) = ended {
                return self.wait();
            }
            self.stderr.wait_closed(Duration::from_millis(5));
            thread::sleep(Duration::from_millis(1));
        }
        self.kill();
        self.wait()
    }

    /// Its failure as an error, with its own last words as the cause.
    pub(super) fn failure(&self, status: impl Into<String>) -> Error {
        Error::Program {
            program: "ffmpeg".into(),
            status: status.into(),
            command: self.command.clone(),
            stderr_tail: self.stderr.text(),
            advice: self.stderr.advice(),
        }
    }

    /// The last lines of its standard error.
    pub(super) fn last_words(&self) -> String {
        self.stderr.text()
    }

    /// Whether it told of output that was lost.
    pub(super) fn lost_output(&self) -> bool {
        self.stderr.lost_output()
    }

    fn lock(&self) -> MutexGuard<'_, Child> {
        self.child.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.end();
    }
}

/// The process of a sink, which ends with the sink although watchdogs and abort handles know it too.
#[derive(Debug)]
pub(super) struct Running(pub(super) Arc<Process>);

impl Deref for Running {
    type Target = Process;

    fn deref(&self) -> &Process {
        &self.0
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.0.end();
    }
}

/// The error for a program that can't be started, with advice.
pub(super) fn unavailable(program: &Path, error: &io::Error) -> Error {
    let (reason, advice) =
        if program == Path::new("ffmpeg") && error.kind() == io::ErrorKind::NotFound {
            let reason = "ffmpeg not found on PATH".to_owned();
            (
                reason,
                "install it, pass its path, or choose the writer \"openh264\"",
            )
        } else {
            let reason = format!("{} can't be run: {error}", program.display());
            (
                reason,
                "pass the path of an ffmpeg that runs, or choose the writer \"openh264\"",
            )
        };
    Error::WriterUnavailable {
        name: "ffmpeg".into(),
        reason,
        advice: advice.into(),
    }
}

/// Runs a short command and returns its output.
///
/// # Errors
/// [`Error::WriterUnavailable`] with its standard error if it fails or takes longer than ten seconds;
/// [`Error::Aborted`].
pub(super) fn output_of(program: &Path, args: &[&str], abort: &AbortHandle) -> Result<String> {
    let failed = |reason: String| Error::WriterUnavailable {
        name: "ffmpeg".into(),
        reason,
        advice: "pass the path of an ffmpeg that works, or choose the writer \"openh264\"".into(),
    };
    // No process is started that would not be ended.
    abort.check()?;
    let mut command = std::process::Command::new(program);
    command
        .args(args)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = command.spawn().map_err(|e| unavailable(program, &e))?;
    let stdout = child.stdout.take();
    let process = Running(Arc::new(Process::of(child, String::new())?));
    let _waiting = abort.waiting(process.0.interrupter())?;
    let (printed, text) = channel();
    let read = move || {
        let mut bytes = Vec::new();
        let _ = stdout.map(|mut stdout| stdout.read_to_end(&mut bytes));
        let _ = printed.send(String::from_utf8_lossy(&bytes).into_owned());
    };
    let thread = thread::Builder::new().name("plotreel-stdout".into());
    let thread = thread.spawn(read);
    thread.map_err(|e| Error::io("a thread for ffmpeg's answer", e))?;
    let shown = format!("\"{} {}\"", program.display(), args.join(" "));
    // Its output may stay open in a process that it has left behind, so that the reader is not waited for.
    let deadline = Instant::now() + PROBE_PATIENCE;
    let text = loop {
        let text = text.recv_timeout(Duration::from_millis(20));
        abort.check()?;
        match text {
            Ok(text) => break text,
            Err(_) if Instant::now() < deadline => (),
            Err(_) => {
                return Err(failed(format!(
                    "{shown} took longer than {PROBE_PATIENCE:?}"
                )));
            }
        }
    };
    let status = process.wait_or_kill(PROBE_PATIENCE)?;
    abort.check()?;
    if !status.success() {
        return Err(failed(format!(
            "{shown} ended with {status}: {}",
            process.last_words()
        )));
    }
    Ok(text)
}

/// A frame is written in fewer, larger steps through a larger pipe. (Linux's limit for one user's pipe is 1 MiB.)
fn enlarge(pipe: &ChildStdin) {
    #[cfg(target_os = "linux")]
    let _ = rustix::pipe::fcntl_setpipe_size(pipe, 1 << 20);
    #[cfg(not(target_os = "linux"))]
    let _ = pipe;
}

/// Bytes in a pipe that were not read yet, where the system tells.
fn unread(pipe: &ChildStdin) -> u64 {
    #[cfg(target_os = "linux")]
    return rustix::io::ioctl_fionread(pipe).unwrap_or(0);
    #[cfg(not(target_os = "linux"))]
    {
        let _ = pipe;
        0
    }
}

/// A command as it could be typed into a shell.
fn shown<'a>(program: &'a Path, args: impl Iterator<Item = &'a OsStr>) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=+,%@".contains(c);
    let quoted = |word: &OsStr| {
        let word = word.to_string_lossy();
        if !word.is_empty() && word.chars().all(plain) {
            word.into_owned()
        } else {
            format!("'{}'", word.replace('\'', r"'\''"))
        }
    };
    std::iter::once(program.as_os_str())
        .chain(args)
        .map(quoted)
        .collect::<Vec<_>>()
        .join(" ")
}
