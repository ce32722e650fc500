//! The time of a film whose frames may have durations.

use std::time::Duration;

use crate::error::{Error, Result};
use crate::writers::{Fps, Shown};

/// The maximum duration of a frame, because a film with a fixed frame rate repeats it for all that time.
const LONGEST: Duration = Duration::from_secs(86_400);

/// Counts the time of the frames so far.
#[derive(Debug)]
pub(super) struct Clock {
    fps: Fps,
    time: Shown,
    /// The number of frames written to a film with a fixed rate.
    shown: u64,
}

impl Clock {
    pub(super) fn new(fps: Fps) -> Self {
        Self {
            fps,
            time: Shown::default(),
            shown: 0,
        }
    }

    /// Seconds since the beginning of the film.
    pub(super) fn seconds(&self) -> f64 {
        let (num, den) = (f64::from(self.fps.num()), f64::from(self.fps.den()));
        self.time.frames as f64 * den / num + self.time.more.as_secs_f64()
    }

    /// The time so far, if frames had durations of their own.
    pub(super) fn own_begin(&self) -> Option<Duration> {
        (!self.time.more.is_zero()).then(|| self.time.duration(self.fps))
    }

    /// Advances by frames that last 1 / fps seconds each.
    pub(super) fn skip(&mut self, frames: u64) {
        self.time.frames += frames;
        self.shown += frames;
    }

    /// Advances by a frame, and returns how often a film with a fixed rate shows it: not at all if it ends before that
    /// film's next frame, but the first frame at least once.
    ///
    /// # Errors
    /// [`Error::Setting`] for a duration that no film can have.
    pub(super) fn advance(&mut self, duration: Option<Duration>) -> Result<u64> {
        match duration {
            None => self.time.frames += 1,
            Some(duration) if duration.is_zero() || duration > LONGEST => {
                return Err(Error::Setting {
                    name: "a frame's duration",
                    value: format!("{duration:?}"),
                    expected: "a time above zero and at most a day",
                });
            }
            Some(duration) => self.time.more += duration,
        }
        let own = self.time.more.as_secs_f64() * self.fps.as_f64();
        let due = self.time.frames + own.round() as u64;
        let times = due
            .saturating_sub(self.shown)
            .max(u64::from(self.shown == 0));
        self.shown += times;
        Ok(times)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn times(fps: u32, milliseconds: &[u64]) -> Vec<u64> {
        let mut clock = Clock::new(fps.into());
        let durations = milliseconds.iter().map(|ms| Duration::from_millis(*ms));
        durations
            .map(|duration| clock.advance(Some(duration)).unwrap())
            .collect()
    }

    #[test]
    fn frames_are_repeated_until_their_time_is_over() {
        assert_eq!(times(30, &[100; 3]), [3, 3, 3]);
        assert_eq!(times(30, &[50; 4]), [2, 1, 2, 1], "1.5 frames each");
        assert_eq!(times(10, &[40; 5]), [1, 0, 0, 1, 0]);
        assert_eq!(times(30, &[1, 1000]), [1, 29]);
        let mut clock = Clock::new((30000, 1001).into());
        assert!((0..90_000).all(|_| clock.advance(None).unwrap() == 1));
        assert_eq!(clock.seconds(), 3003.0);
    }

    #[test]
    fn times_that_no_film_can_show_are_refused() {
        for duration in [Duration::ZERO, Duration::MAX, Duration::from_secs(90_000)] {
            assert!(
                Clock::new(30.into()).advance(Some(duration)).is_err(),
                "{duration:?}"
            );
        }
    }
}
