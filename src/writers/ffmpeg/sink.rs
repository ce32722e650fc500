//! One film on its way into one ffmpeg.

use std::ffi::OsString;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ChildStdin;
use std::sync::Arc;
use std::time::Duration;

use super::containers;
use super::process::{Process, Running};
use super::watchdog::Watchdog;
use crate::error::{Error, Result};
use crate::frame_size::FrameSize;
use crate::writers::pixels::PixelFormat;
use crate::writers::planes::Planes;
use crate::writers::{Frame, FrameSink, Interrupter, Meter, Stage};

/// Failures with an exit code of 0.
const EARLY: &str = "before it had all frames";
const INCOMPLETE: &str = "with an incomplete film";
/// How long ffmpeg may take to report why it stopped reading.
const PATIENCE: Duration = Duration::from_secs(5);

/// An ffmpeg that can be started.
#[derive(Debug)]
pub(in crate::writers) struct Prepared {
    pub(super) program: PathBuf,
    pub(super) args: Vec<OsString>,
    pub(super) pixels: PixelFormat,
    pub(super) size: FrameSize,
    /// What the film is called, and its suffix.
    pub(super) name: String,
    pub(super) suffix: String,
    pub(super) stdout: Option<File>,
    /// The file that must not be empty at the end.
    pub(super) file: Option<PathBuf>,
    pub(super) stall_timeout: Option<Duration>,
    pub(super) meter: Arc<Meter>,
}

impl Prepared {
    /// Begins the film.
    ///
    /// # Errors
    /// [`Error::WriterUnavailable`] if ffmpeg can't be started.
    pub(in crate::writers) fn start(&self) -> Result<Box<dyn FrameSink>> {
        let (process, stdin) = Process::start(&self.program, &self.args, self.stdout.as_ref())?;
        let process = Arc::new(process);
        let watchdog = self
            .stall_timeout
            .map(|timeout| Watchdog::new(process.clone(), timeout));
        let watchdog = watchdog
            .transpose()
            .map_err(|e| Error::io("the watchdog's thread", e))?;
        Ok(Box::new(FFMpegSink {
            process: Running(process),
            stdin: Some(stdin),
            watchdog,
            name: self.name.clone(),
            suffix: self.suffix.clone(),
            file: self.file.clone(),
            format: self.pixels,
            size: self.size,
            converted: Planes::default(),
            meter: self.meter.clone(),
        }))
    }
}

/// One film going into one ffmpeg.
struct FFMpegSink {
    process: Running,
    /// Closed to complete the film.
    stdin: Option<ChildStdin>,
    watchdog: Option<Watchdog>,
    name: String,
    suffix: String,
    file: Option<PathBuf>,
    format: PixelFormat,
    size: FrameSize,
    converted: Planes,
    meter: Arc<Meter>,
}

impl FFMpegSink {
    /// Why ffmpeg no longer takes frames.
    fn failure(&self) -> Error {
        let status = match self.process.wait_or_kill(PATIENCE) {
            Ok(status) if status.success() => format!("{status}, {EARLY}"),
            Ok(status) => status.to_string(),
            Err(error) => return error,
        };
        self.stalled().unwrap_or_else(|| self.failed(status))
    }

    /// Its failure, in words of this film where they say all.
    fn failed(&self, status: impl Into<String>) -> Error {
        const NO_FORMAT: [&str; 3] = [
            "suitable output format",
            "choose an output format",
            "Requested output format",
        ];
        if !NO_FORMAT
            .iter()
            .any(|words| self.process.last_words().contains(words))
        {
            return self.process.failure(status);
        }
        let (reason, hint) = match (&*self.suffix, containers::nearest(&self.suffix)) {
            ("", _) => ("ffmpeg has no such container".to_owned(), String::new()),
            (suffix, nearest) => (
                format!("ffmpeg has no film format with the suffix .{suffix}"),
                nearest.map_or(String::new(), |n| format!("did you mean .{n}? Or ")),
            ),
        };
        Error::Destination {
            path: self.name.clone(),
            reason,
            advice: format!("{hint}name the file .mp4, .webm, .gif, .html or as another film"),
        }
    }

    fn stalled(&self) -> Option<Error> {
        let watchdog = self.watchdog.as_ref().filter(|w| w.has_bitten())?;
        Some(Error::Stalled {
            writer: "ffmpeg".into(),
            seconds: watchdog.timeout().as_secs_f64(),
            stderr_tail: self.process.last_words(),
        })
    }
}

impl FrameSink for FFMpegSink {
    fn writer(&self) -> &str {
        "ffmpeg"
    }

    fn write_frame(&mut self, frame: Frame) -> Result<()> {
        if let Some(watchdog) = &self.watchdog {
            watchdog.arm();
        }
        let Some(stdin) = &mut self.stdin else {
            return Err(Error::Ended);
        };
        let written = if !self.format.is_yuv() {
            stdin.write_all(&frame.pixels)
        } else {
            let (format, size, converted) = (self.format, self.size, &mut self.converted);
            let convert = || converted.convert(&frame.pixels, format, size);
            self.meter.time(Stage::Converting, convert);
            // Its buffer is needed for the next frame while ffmpeg reads this one.
            drop(frame);
            stdin.write_all(self.converted.as_ref())
        };
        if let Some(watchdog) = &self.watchdog {
            watchdog.disarm();
        }
        written.map_err(|_| self.failure())
    }

    fn finish(mut self: Box<Self>) -> Result<()> {
        if let Some(watchdog) = &self.watchdog {
            watchdog.arm();
        }
        let all_read = self
            .stdin
            .take()
            .is_none_or(|stdin| self.process.wait_until_read(&stdin));
        let status = self.process.wait()?;
        if let Some(stalled) = self.stalled() {
            return Err(stalled);
        }
        let empty = |path: &Path| std::fs::metadata(path).is_ok_and(|m| m.len() == 0);
        if !status.success() {
            Err(self.failed(status.to_string()))
        } else if !all_read {
            Err(self.failed(format!("{status}, {EARLY}")))
        } else if self.process.lost_output() {
            Err(self.failed(format!("{status}, {INCOMPLETE}")))
        } else if self.file.as_deref().is_some_and(empty) {
            Err(self.failed(format!("{status}, without writing a film")))
        } else {
            Ok(())
        }
    }

    fn interrupter(&self) -> Option<Interrupter> {
        Some(self.process.0.interrupter())
    }
}
