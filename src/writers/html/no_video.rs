//! The replacement of videos if the encoder is not included.

use std::fs::File;
use std::sync::Arc;

use crate::error::{Error, Result};
use crate::frame_size::FrameSize;
use crate::writers::{FrameFormat, Meter, PooledBuffer};

/// The stand-in for a video; there is no value of it.
pub(super) enum Video {}

impl Video {
    pub(super) fn obstacle(_: FrameSize, _: bool) -> Option<&'static str> {
        Some("it was built without the cargo feature \"openh264\"")
    }

    pub(super) fn begin(_: FrameFormat, _: &Arc<Meter>) -> Result<Self> {
        Err(Error::Encoder {
            reason: "OpenH264 is not included".into(),
        })
    }

    pub(super) fn push(&mut self, _: &PooledBuffer) -> Result<()> {
        match *self {}
    }

    pub(super) fn written(&self) -> Result<u64> {
        match *self {}
    }

    pub(super) fn finish(self) -> Result<File> {
        match self {}
    }
}
