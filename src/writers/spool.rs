//! A file that is completed before it is written to a stream.

use std::fs::{File, OpenOptions};
use std::io::{self, Seek};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use crate::error::{Error, Result};
use crate::writers::{Interrupter, Output, Sink};

/// The target of a film whose beginning is written last: its file, or a temporary file that is copied to its stream.
#[derive(Debug)]
pub(super) struct Spool {
    path: PathBuf,
    stream: Option<File>,
    cancelled: Arc<AtomicBool>,
}

impl Spool {
    /// The file to write, and what to do with it then.
    ///
    /// # Errors
    /// [`Error::Destination`] for a URL, or what the system says.
    pub(super) fn open(outfile: &Output, writer: &str) -> Result<(File, Self)> {
        let spool = |path: PathBuf, stream| Self {
            path,
            stream,
            cancelled: Arc::default(),
        };
        match outfile.sink() {
            Sink::File(path) => {
                let file = OpenOptions::new().read(true).write(true).open(path);
                let file = file.map_err(|e| Error::io(path, e))?;
                Ok((file, spool(path.to_owned(), None)))
            }
            Sink::Stream(stream) => {
                let path = PathBuf::from("the stream");
                let stream = stream.try_clone().map_err(|e| Error::io(&path, e))?;
                let file = tempfile::tempfile().map_err(Error::temporary)?;
                Ok((file, spool(path, Some(stream))))
            }
            _ => Err(Error::Destination {
                path: "the URL".into(),
                reason: format!("the writer \"{writer}\" writes files and streams only"),
                advice: "choose a file, or the writer \"ffmpeg\"".into(),
            }),
        }
    }

    /// The system's error.
    pub(super) fn error(&self, error: io::Error) -> Error {
        Error::io(&self.path, error)
    }

    /// Takes the complete file back.
    pub(super) fn finish(self, mut file: File) -> Result<()> {
        let Some(mut stream) = self.stream else {
            return Ok(());
        };
        let copy = move || {
            file.rewind()?;
            io::copy(&mut file, &mut stream).map(|_| ())
        };
        let failed = |e| Error::io(&self.path, e);
        let thread = thread::Builder::new().name("plotreel-stream".into());
        let thread = thread.spawn(copy).map_err(failed)?;
        // A pipe may block forever: the thread is left behind when the film is discarded.
        while !thread.is_finished() {
            if self.cancelled.load(Ordering::SeqCst) {
                return Err(Error::Aborted);
            }
            thread::sleep(Duration::from_millis(2));
        }
        let copied = thread.join().map_err(|_| Error::WriterPanicked)?;
        copied.map_err(failed)
    }

    /// Interrupts a `finish` that waits for the stream.
    pub(super) fn interrupter(&self) -> Interrupter {
        let cancelled = self.cancelled.clone();
        Arc::new(move || cancelled.store(true, Ordering::SeqCst))
    }
}
