//! Frame durations as the 16-bit fractions of the format.

use std::time::Duration;

use crate::writers::Fps;
use crate::writers::pictures::Shown;

/// The longest time of a frame.
pub(super) const LONGEST: Duration = Duration::from_secs(u16::MAX as u64);
/// Seconds that a film may be off where that makes a frame's time exact.
const SLACK: f64 = 5e-6;

/// Turns times into fractions, so that what rounding takes from one frame the next one gets.
#[derive(Debug)]
pub(super) struct Clock {
    fps: Fps,
    /// Seconds by which the film is behind.
    behind: f64,
}

impl Clock {
    pub(super) fn new(fps: Fps) -> Self {
        Self { fps, behind: 0.0 }
    }

    /// The numerator and denominator of a frame's time in seconds.
    pub(super) fn delay(&mut self, shown: Shown) -> (u16, u16) {
        if let Some(exact) = fraction(shown, self.fps).filter(|_| self.behind.abs() < SLACK) {
            return exact;
        }
        let seconds = shown.seconds(self.fps) + self.behind;
        let most = f64::from(u16::MAX);
        let den = (most / seconds).floor().clamp(1.0, most);
        let num = (seconds * den).round().clamp(0.0, most);
        self.behind = seconds - num / den;
        (num as u16, den as u16)
    }
}

/// Numerator and denominator in seconds, if 16 bits are enough for each.
fn fraction(shown: Shown, fps: Fps) -> Option<(u16, u16)> {
    const NANOS: u128 = 1_000_000_000;
    let (num, den) = (u128::from(fps.num()), u128::from(fps.den()));
    let frames = u128::from(shown.frames).checked_mul(den * NANOS)?;
    let num_seconds = frames.checked_add(shown.more.as_nanos().checked_mul(num)?)?;
    let divisor = gcd(num_seconds, num * NANOS);
    let fits = |n: u128| u16::try_from(n / divisor).ok();
    Some((fits(num_seconds)?, fits(num * NANOS)?))
}

fn gcd(a: u128, b: u128) -> u128 {
    if b == 0 { a } else { gcd(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frames(frames: u64) -> Shown {
        Shown {
            frames,
            ..Shown::default()
        }
    }

    fn lasting(more: Duration) -> Shown {
        Shown { frames: 0, more }
    }

    #[test]
    fn times_that_fit_are_exact() {
        let mut clock = Clock::new((30000, 1001).into());
        assert_eq!(clock.delay(frames(1)), (1001, 30000));
        assert_eq!(clock.delay(frames(30)), (1001, 1000));
        assert_eq!(clock.delay(lasting(Duration::from_millis(150))), (3, 20));
        assert_eq!(Clock::new(29.97.into()).delay(frames(1)), (100, 2997));
        assert_eq!(clock.delay(lasting(LONGEST)), (u16::MAX, 1));
    }

    #[test]
    fn times_that_do_not_fit_make_no_film_longer() {
        let rates: [Fps; 4] = [
            (1_000_000, 1).into(),
            (70_001, 1000).into(),
            (30000, 1001).into(),
            std::f64::consts::PI.into(),
        ];
        for fps in rates {
            let mut clock = Clock::new(fps);
            let mut state = 1u32;
            let (mut ideal, mut found) = (0.0, 0.0);
            for _ in 0..5000 {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let shown = Shown {
                    frames: u64::from(state >> 30),
                    more: Duration::from_nanos(u64::from(state >> 8)),
                };
                let (num, den) = clock.delay(shown);
                ideal += shown.seconds(fps);
                found += f64::from(num) / f64::from(den);
                assert!((ideal - found).abs() < 3e-5, "{fps}: {ideal} {found}");
            }
        }
    }
}
