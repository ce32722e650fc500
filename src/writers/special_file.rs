//! Pipes, terminals and the like.

use std::fs::{File, Metadata, OpenOptions};
#[cfg(unix)]
use std::io;
use std::path::Path;
#[cfg(unix)]
use std::{thread, time::Duration};

use crate::error::{Error, Result};
use crate::writers::AbortHandle;

/// Opens a pipe, a terminal or the like for writing. A pipe with a name waits for its reader.
#[cfg(unix)]
pub(super) fn open_special(path: &Path, existing: &Metadata, abort: &AbortHandle) -> Result<File> {
    use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};
    use std::os::unix::fs::{FileTypeExt, OpenOptionsExt};
    // The system's own wait could not be interrupted.
    let mut options = OpenOptions::new();
    options
        .write(true)
        .custom_flags(OFlags::NONBLOCK.bits() as i32);
    let has_no_reader = |error: &io::Error| {
        existing.file_type().is_fifo()
            && error.raw_os_error() == Some(rustix::io::Errno::NXIO.raw_os_error())
    };
    let file = loop {
        match options.open(path) {
            Err(error) if has_no_reader(&error) => {
                abort.check()?;
                thread::sleep(Duration::from_millis(10));
            }
            file => break file.map_err(|e| Error::io(path, e))?,
        }
    };
    // Its writes are to wait.
    let flags = fcntl_getfl(&file).map(|flags| flags - OFlags::NONBLOCK);
    let set = flags.and_then(|flags| fcntl_setfl(&file, flags));
    set.map_err(|e| Error::io(path, e.into()))?;
    Ok(file)
}

#[cfg(not(unix))]
pub(super) fn open_special(path: &Path, _: &Metadata, _: &AbortHandle) -> Result<File> {
    let file = OpenOptions::new().write(true).open(path);
    file.map_err(|e| Error::io(path, e))
}
