//! A frame on its way from the canvas to a sink.

use std::ops::Deref;
use std::sync::mpsc::Sender;
use std::time::Duration;

/// A finished frame on its way to a sink; its buffer goes back to the movie when it is dropped.
#[derive(Debug)]
#[non_exhaustive]
pub struct Frame {
    /// Number of the frame, from 0.
    pub index: u64,
    /// How long it is shown.
    pub duration: Duration,
    /// Rows from the top, as bytes B, G, R, 255.
    pub pixels: PooledBuffer,
}

/// Bytes that return to their pool when dropped.
#[derive(Debug)]
pub struct PooledBuffer {
    pub(super) bytes: Vec<u8>,
    pub(super) home: Sender<Vec<u8>>,
}

impl Deref for PooledBuffer {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.bytes
    }
}

impl Drop for PooledBuffer {
    fn drop(&mut self) {
        // A movie that is gone needs no buffer.
        let _ = self.home.send(std::mem::take(&mut self.bytes));
    }
}
