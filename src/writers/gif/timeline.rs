//! When frames are shown: times become hundredths of a second without drifting.

use std::mem;
use std::sync::Arc;
use std::time::Duration;

use crate::writers::PooledBuffer;

/// The pixels of a frame, for all who still need them.
pub(super) type SharedPixels = Arc<PooledBuffer>;

/// The shortest duration that every browser keeps; shorter ones last a tenth of a second there.
pub(super) const SHORTEST: u64 = 2;
/// The longest that a GIF can say. What is longer is shown several times.
const LONGEST: u64 = 65_535;
/// The longest time of one frame: few enough of those.
pub(super) const LONGEST_FRAME: Duration = Duration::from_secs(24 * 60 * 60);

/// Merges equal frames and gives each a time in hundredths of a second, so that the sum is right at any moment.
#[derive(Debug, Default)]
pub(super) struct Timeline {
    /// The frame whose end is not known yet.
    last: Option<SharedPixels>,
    /// When that frame begins in the film, in hundredths of a second.
    begin: u64,
    /// When it ends.
    end: Duration,
    /// Whether any frame was shown before it.
    has_begun: bool,
}

impl Timeline {
    /// A film that is the rest of another, from this time on.
    pub(super) fn beginning(begin: Duration) -> Self {
        let mut timeline = Self {
            end: begin,
            ..Self::default()
        };
        timeline.begin = timeline.hundredths();
        timeline
    }

    /// Takes a frame; appends those whose times are now known.
    pub(super) fn push(
        &mut self,
        picture: SharedPixels,
        duration: Duration,
        shown: &mut Vec<(SharedPixels, u16)>,
    ) {
        match &self.last {
            Some(last) if last[..] == picture[..] => (),
            _ => {
                let last = self.last.replace(picture);
                self.show(last, false, shown);
            }
        }
        self.end = self.end.saturating_add(duration);
        // Known frames do not wait: their parts may be many.
        let known = self.hundredths().saturating_sub(self.begin);
        if let (Some(last), true) = (&self.last, known > 2 * LONGEST) {
            let rest = split(last, known, shown);
            self.begin += known - rest;
            self.has_begun = true;
        }
    }

    /// The end in hundredths of a second.
    fn hundredths(&self) -> u64 {
        u64::try_from((self.end.as_nanos() + 5_000_000) / 10_000_000).unwrap_or(u64::MAX)
    }

    /// Appends the last frame. If the film goes on, it leaves out one that is too short: the time is that of the next.
    pub(super) fn finish(mut self, goes_on: bool, shown: &mut Vec<(SharedPixels, u16)>) {
        let is_short = self.hundredths() < self.begin + SHORTEST;
        if goes_on && is_short && self.has_begun {
            return;
        }
        let last = mem::take(&mut self.last);
        self.show(last, true, shown);
    }

    fn show(
        &mut self,
        last: Option<SharedPixels>,
        is_end: bool,
        shown: &mut Vec<(SharedPixels, u16)>,
    ) {
        let Some(last) = last else { return };
        let end = self.hundredths();
        // The frames before it lasted longer than they should; dropping this one compensates for it.
        if end <= self.begin && self.has_begun && !is_end {
            return;
        }
        let end = end.max(self.begin + SHORTEST);
        let rest = split(&last, end - self.begin, shown);
        self.begin = end;
        self.has_begun = true;
        shown.push((last, rest as u16));
    }
}

/// Shows a picture for as long as is more than a GIF can say at once, and returns the rest of its time: never so little
/// that browsers would stretch it.
fn split(picture: &SharedPixels, time: u64, shown: &mut Vec<(SharedPixels, u16)>) -> u64 {
    let mut rest = time;
    while rest > LONGEST {
        let delay = LONGEST - SHORTEST;
        shown.push((picture.clone(), delay as u16));
        rest -= delay;
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The values and times of frames that show these values for so many milliseconds.
    fn shown(frames: &[(u8, f64)]) -> Vec<(u8, u16)> {
        let (mut timeline, mut shown) = (Timeline::default(), Vec::new());
        for (value, millis) in frames {
            let picture = PooledBuffer::of_bytes(vec![*value]);
            let duration = Duration::from_secs_f64(millis / 1e3);
            timeline.push(Arc::new(picture), duration, &mut shown);
        }
        timeline.finish(false, &mut shown);
        shown.iter().map(|(p, delay)| (p[0], *delay)).collect()
    }

    #[test]
    fn times_do_not_drift() {
        for fps in [7.0, 24.0, 29.97, 30.0, 48.0, 50.0] {
            let frames: Vec<_> = (0..100).map(|i| (i, 1e3 / fps)).collect();
            let shown = shown(&frames);
            assert_eq!(shown.len(), 100);
            let mut time = 0.0;
            for (i, delay) in &shown {
                time += f64::from(*delay);
                let exact = 100.0 * f64::from(i + 1) / fps;
                assert!((time - exact).abs() <= 0.5001, "{fps} fps: {time} {exact}");
            }
        }
    }

    #[test]
    fn a_long_time_is_shown_as_it_comes() {
        let mut timeline = Timeline::default();
        let mut shown = Vec::new();
        let picture = || Arc::new(PooledBuffer::of_bytes(vec![1]));
        let mut sum = 0;
        for _ in 0..1000 {
            timeline.push(picture(), LONGEST_FRAME, &mut shown);
            assert!(shown.len() < 140, "known frames do not accumulate");
            sum += shown
                .drain(..)
                .map(|(_, delay)| u64::from(delay))
                .sum::<u64>();
        }
        timeline.finish(false, &mut shown);
        sum += shown
            .iter()
            .map(|(_, delay)| u64::from(*delay))
            .sum::<u64>();
        assert_eq!(sum, 1000 * 24 * 360_000);
    }

    #[test]
    fn equal_frames_merge_and_long_times_are_split() {
        assert_eq!(
            shown(&[(1, 40.0), (1, 40.0), (2, 30.0), (1, 50.0), (1, 5.0)]),
            [(1, 8), (2, 3), (1, 6)]
        );
        assert_eq!(shown(&[(3, 655_350.0)]), [(3, 65_535)]);
        let split = shown(&[(3, 2_000_000.0), (4, 20.0)]);
        assert!(split.iter().all(|(_, delay)| *delay >= 2));
        let three = split.iter().filter(|(value, _)| *value == 3);
        assert_eq!(three.map(|(_, d)| u64::from(*d)).sum::<u64>(), 200_000);
        assert_eq!(shown(&[(3, 655_360.0)]), [(3, 65_533), (3, 3)]);
    }

    #[test]
    fn frames_that_are_too_many_are_left_out_evenly() {
        for fps in [60.0, 100.0, 144.0, 1000.0] {
            let count = 240u8;
            let frames: Vec<_> = (0..count).map(|i| (i, 1e3 / fps)).collect();
            let shown = shown(&frames);
            assert!(shown.iter().all(|(_, delay)| *delay >= 2));
            assert_eq!((shown[0].0, shown[shown.len() - 1].0), (0, count - 1));
            let sum: u64 = shown.iter().map(|(_, delay)| u64::from(*delay)).sum();
            let exact = 100.0 * f64::from(count) / fps;
            assert!(
                (sum as f64 - exact).abs() <= 3.0,
                "{fps} fps: {sum} {exact}"
            );
            // Half of the frames at 100 per second, five sixths of those at 60.
            let kept = shown.len() as f64 / f64::from(count);
            assert!((kept - 50.0 / fps).abs() < 0.02, "{fps} fps: {kept}");
        }
    }
}
