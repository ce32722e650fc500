//! Frame rates above those that browsers show.

use std::time::Duration;

/// The shortest duration that browsers accept for a frame of a format: they treat shorter ones as an error, and show
/// the frame for a tenth of a second. (Chromium, Firefox and Safari do so for 10 ms and less, whatever the format; a
/// GIF counts hundredths.)
#[derive(Debug, Clone, Copy)]
pub(super) struct Pace {
    /// The format's name in messages.
    format: &'static str,
    shortest: Duration,
    /// The most frames per second.
    most: u32,
}

impl Pace {
    /// That of films with this suffix, if they are pictures.
    pub(super) fn of(suffix: &str) -> Option<Self> {
        let (format, millis, most) = match suffix {
            "gif" => ("a GIF", 20, 50),
            "apng" | "png" => ("an animated PNG", 11, 90),
            "webp" => ("an animated WebP", 11, 90),
            "avif" => ("an animated AVIF", 11, 90),
            _ => return None,
        };
        Some(Self {
            format,
            shortest: Duration::from_millis(millis),
            most,
        })
    }

    /// Whether a frame is shorter than that.
    pub(super) fn is_above(&self, frame: Duration) -> bool {
        frame < self.shortest
    }

    /// Warns of a frame that browsers show for longer than it says, and returns whether it did.
    pub(super) fn warn_of_slowness(&self, frame: Duration) -> bool {
        if self.is_above(frame) {
            log::warn!(
                "browsers show {} with at most {} frames per second: a frame of {:.3} ms lasts 100 ms there, so that \
                 the film plays too slowly; write fewer frames per second, or .mp4, .webm or .html",
                self.format,
                self.most,
                frame.as_secs_f64() * 1e3
            );
        }
        self.is_above(frame)
    }

    /// Warns of frames that are dropped.
    pub(super) fn warn_of_gaps(&self, fps: impl std::fmt::Display) {
        log::warn!(
            "{} shows at most {} frames per second; of {fps} some are dropped",
            self.format,
            self.most
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::writers::Fps;

    #[test]
    fn each_format_has_the_rate_that_browsers_keep() {
        for (suffix, most) in [
            ("gif", 50),
            ("apng", 90),
            ("png", 90),
            ("webp", 90),
            ("avif", 90),
        ] {
            let is_above = |fps: u32| {
                let frame = Fps::from(fps).frame_duration();
                Pace::of(suffix).is_some_and(|pace| pace.is_above(frame))
            };
            assert!(!is_above(most) && is_above(most + 1), "{suffix}");
        }
        assert!(Pace::of("mp4").is_none() && Pace::of("html").is_none());
    }
}
