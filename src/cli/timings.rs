//! Where the time of a film went, in words.

use std::time::{Duration, Instant};

use crate::writers::MovieStats;

/// The time that reading the inputs takes.
#[derive(Debug, Default)]
pub(super) struct Reading(Duration);

impl Reading {
    /// Reads something, and counts the time that it takes.
    pub(super) fn time<R>(&mut self, read: impl FnOnce() -> R) -> R {
        let begun = Instant::now();
        let result = read();
        self.0 += begun.elapsed();
        result
    }

    /// The lines that say what took how long, and what the film waited for; `faster` are options that make ffmpeg
    /// faster, if there are any.
    pub(super) fn report(&self, film: &MovieStats, faster: &str) -> [String; 3] {
        let seconds = |time: Duration| format!("{:.3} s", time.as_secs_f64());
        let times = format!(
            "{} in all: {} reading, {} drawing, {} waiting for {}; {} converting beside it",
            seconds(film.elapsed.max(self.0)),
            seconds(self.0),
            seconds(film.drawing),
            seconds(film.waiting),
            film.writer,
            seconds(film.converting),
        );
        let bytes = film
            .bytes
            .map_or(String::new(), |bytes| format!("{bytes} bytes; "));
        let parts = film.parts_drawn + film.parts_kept;
        let counts = format!(
            "{bytes}{} of {parts} parts of figures drawn, {} of {} frames as the one before",
            film.parts_drawn, film.frames_kept, film.frames
        );
        [times, counts, self.limit(film, faster)]
    }

    /// What took most of the time, and what shortens it.
    fn limit(&self, film: &MovieStats, faster: &str) -> String {
        let drawing = (film.drawing, "drawing");
        let reading = (self.0, "reading the input");
        let (time, limit) = drawing.max(reading);
        if film.waiting <= time {
            return format!("the limit is {limit}");
        }
        let advice = match faster {
            "" => String::new(),
            faster => format!(": {faster}, or another codec, is faster"),
        };
        format!("the limit is the writer, {}{advice}", film.writer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame_size::FrameSize;

    fn film(drawing: u64, waiting: u64) -> MovieStats {
        MovieStats {
            frames: 4,
            size: FrameSize {
                width: 8,
                height: 6,
            },
            writer: "ffmpeg".into(),
            elapsed: Duration::from_millis(900),
            drawing: Duration::from_millis(drawing),
            converting: Duration::from_millis(30),
            waiting: Duration::from_millis(waiting),
            bytes: Some(1234),
            frames_kept: 1,
            parts_drawn: 5,
            parts_kept: 7,
        }
    }

    #[test]
    fn what_takes_longest_is_named() {
        let reading = |time| Reading(Duration::from_millis(time));
        for (time, drawing, waiting, limit) in [
            (500, 100, 200, "the limit is reading the input"),
            (100, 500, 200, "the limit is drawing"),
            (100, 200, 500, "the limit is the writer, ffmpeg: --a, or"),
        ] {
            let [times, counts, last] = reading(time).report(&film(drawing, waiting), "--a");
            assert!(last.starts_with(limit), "{last}");
            assert!(times.starts_with("0.900 s in all: "), "{times}");
            assert_eq!(
                counts,
                "1234 bytes; 5 of 12 parts of figures drawn, 1 of 4 frames as the one before"
            );
        }
        let [.., last] = reading(0).report(&film(0, 1), "");
        assert_eq!(last, "the limit is the writer, ffmpeg");
    }

    #[test]
    fn reading_is_timed() {
        let mut reading = Reading::default();
        let slow = || std::thread::sleep(Duration::from_millis(2));
        (0..3).for_each(|_| reading.time(slow));
        assert!(reading.0 >= Duration::from_millis(6));
    }
}
