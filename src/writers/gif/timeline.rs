//! When frames are shown: times become hundredths of a second without drifting.

use std::mem;
use std::sync::Arc;
use std::time::Duration;

use crate::writers::pictures::Shown;
use crate::writers::{Fps, PooledBuffer};

/// The pixels of a frame, for all who still need them.
pub(super) type SharedPixels = Arc<PooledBuffer>;

/// The shortest duration that every browser keeps; shorter ones last a tenth of a second there.
pub(super) const SHORTEST: u64 = 2;
/// The longest that a GIF can say. What is longer is shown several times.
const LONGEST: u64 = 65_535;
/// The longest time of one frame: few enough of those.
pub(super) const LONGEST_FRAME: Duration = Duration::from_secs(24 * 60 * 60);

/// Merges equal frames and gives each a time in hundredths of a second, so that the sum is right at any moment.
///
/// When a frame begins depends on the times of those before it, not on which of them are equal: so a part of a film has
/// the times of the whole.
#[derive(Debug, Default)]
pub(super) struct Timeline {
    /// The frame whose end is not known yet.
    last: Option<SharedPixels>,
    /// When that frame begins in the film, in hundredths of a second.
    begin: u64,
    /// When the next one does: not less than the shortest time after this one, or at the same time.
    next: u64,
    /// When it should.
    end: Duration,
    /// Whether any frame was shown before it.
    has_begun: bool,
}

/// When a part of a film begins in the whole, before which frames were shown for so long.
pub(super) fn begin(before: Shown, fps: Fps) -> Duration {
    Duration::from_millis(10 * Timeline::beginning(before, fps).begin)
}

impl Timeline {
    /// A film that is the rest of another, from this time on.
    pub(super) fn beginning(before: Shown, fps: Fps) -> Self {
        let mut timeline = Self {
            end: before.duration(fps),
            ..Self::default()
        };
        timeline.begin = timeline.hundredths();
        // Equal frames that are too short begin at multiples of the shortest time, the first that are not too early.
        let shortest = Duration::from_millis(10 * SHORTEST);
        if before.more.is_zero() && before.frames > 0 && fps.frame_duration() < shortest {
            timeline.begin = timeline.begin.max(1).next_multiple_of(SHORTEST);
        }
        timeline.next = timeline.begin;
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
                self.show(last, self.next, shown);
            }
        }
        self.end = self.end.saturating_add(duration);
        // The frames before it lasted longer than they should; leaving this one out compensates for it.
        let is_left_out = self.hundredths() <= self.next && self.next > 0;
        if !is_left_out {
            self.next = self.hundredths().max(self.next + SHORTEST);
        }
        // Known frames do not wait: their parts may be many.
        let known = self.next - self.begin;
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

    /// Appends the last frame. If the film goes on and that frame was left out, the whole part may be: then it is shown
    /// for no time.
    pub(super) fn finish(mut self, goes_on: bool, shown: &mut Vec<(SharedPixels, u16)>) {
        let last = mem::take(&mut self.last);
        match last {
            Some(last) if goes_on && self.next == self.begin && !self.has_begun => {
                shown.push((last, 0));
            }
            last if goes_on => self.show(last, self.next, shown),
            // The film does not end with another frame than its last.
            last => self.show(last, self.hundredths().max(self.begin + SHORTEST), shown),
        }
    }

    /// Shows a frame until then; not one that is left out.
    fn show(&mut self, last: Option<SharedPixels>, end: u64, shown: &mut Vec<(SharedPixels, u16)>) {
        let Some(last) = last.filter(|_| end > self.begin) else {
            return;
        };
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
    fn parts_begin_when_the_frames_of_the_whole_do() {
        for fps in [7, 30, 50, 51, 60, 75, 99, 100, 144, 1000] {
            let fps = Fps::from(fps);
            let (mut whole, mut shown) = (Timeline::default(), Vec::new());
            for frames in 0..300 {
                let before = Shown {
                    frames,
                    ..Shown::default()
                };
                let part = Timeline::beginning(before, fps);
                assert_eq!(part.begin, whole.next, "{frames} frames of {fps}");
                let picture = PooledBuffer::of_bytes(vec![(frames / 3) as u8]);
                whole.push(Arc::new(picture), fps.frame_duration(), &mut shown);
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
