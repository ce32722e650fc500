//! How long a picture is shown.

use std::time::Duration;

use crate::writers::Fps;

/// How long a picture is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Shown {
    /// Frames that last as long as the frame rate says.
    pub(crate) frames: u64,
    /// The time of others.
    pub(crate) more: Duration,
}

impl Shown {
    /// Adds another picture's time.
    pub(crate) fn add(self, other: Self) -> Self {
        Self {
            frames: self.frames.saturating_add(other.frames),
            more: self.more.saturating_add(other.more),
        }
    }

    /// Its time, as that of so many frames one after the other.
    pub(crate) fn duration(self, fps: Fps) -> Duration {
        let nanos = fps.frame_duration().as_nanos() * u128::from(self.frames);
        let nanos = u64::try_from(nanos).unwrap_or(u64::MAX);
        Duration::from_nanos(nanos).saturating_add(self.more)
    }

    /// Its time in seconds.
    pub(crate) fn seconds(self, fps: Fps) -> f64 {
        self.frames as f64 / fps.as_f64() + self.more.as_secs_f64()
    }
}
