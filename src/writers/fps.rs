//! Frame rates as exact fractions.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use crate::error::{Error, Result};

/// Frames per second, as a fraction: whole numbers, `(30000, 1001)` and floats become one.
///
/// A float becomes the simplest fraction within a billionth of it: 29.97 is 2997/100, 1000.0 / 33.0 is 1000/33.
///
/// ```
/// use plotreel::writers::Fps;
///
/// assert_eq!(Fps::from((30000, 1001)).to_string(), "30000/1001");
/// assert_eq!(Fps::from(30), Fps::from(30.0));
/// assert_eq!("24000/1001".parse::<Fps>()?, Fps::from((24000, 1001)));
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fps {
    num: u32,
    den: u32,
}

impl Fps {
    /// The numerator.
    pub fn num(self) -> u32 {
        self.num
    }

    /// The denominator.
    pub fn den(self) -> u32 {
        self.den
    }

    /// As a number.
    pub fn as_f64(self) -> f64 {
        f64::from(self.num) / f64::from(self.den)
    }

    /// How long a frame is shown.
    pub(crate) fn frame_duration(self) -> Duration {
        Duration::from_secs_f64(1.0 / self.as_f64())
    }

    /// Refuses invalid frame rates: zero, negative, not a number, above a million or below one per day.
    pub(crate) fn check(self) -> Result<Self> {
        if self.num == 0 || self.den == 0 || !(1.0 / 86_400.0..=1e6).contains(&self.as_f64()) {
            let value = if self.den == 0 {
                "that number".to_owned()
            } else {
                self.to_string()
            };
            return Err(Self::error(value));
        }
        Ok(self)
    }

    fn error(value: String) -> Error {
        Error::Setting {
            name: "fps",
            value,
            expected: "frames per second, such as 30, 29.97 or 30000/1001",
        }
    }
}

impl From<u32> for Fps {
    fn from(num: u32) -> Self {
        Self { num, den: 1 }
    }
}

impl From<i32> for Fps {
    /// Negative values become 0/0, which every writer refuses.
    fn from(num: i32) -> Self {
        u32::try_from(num).map_or(Self { num: 0, den: 0 }, Self::from)
    }
}

impl From<(u32, u32)> for Fps {
    fn from((num, den): (u32, u32)) -> Self {
        let divisor = gcd(num, den).max(1);
        Self {
            num: num / divisor,
            den: den / divisor,
        }
    }
}

impl From<f64> for Fps {
    /// By continued fractions; anything but a positive number becomes 0/0, which every writer refuses.
    fn from(value: f64) -> Self {
        if !(value > 0.0 && value <= 1e9) {
            return Self { num: 0, den: 0 };
        }
        let (mut before, mut now) = ((0u64, 1u64), (1u64, 0u64));
        let mut rest = value;
        loop {
            let whole = rest.floor() as u64;
            let next = (
                whole.saturating_mul(now.0).saturating_add(before.0),
                whole.saturating_mul(now.1).saturating_add(before.1),
            );
            if next.0 > u64::from(u32::MAX) || next.1 > u64::from(u32::MAX) {
                break;
            }
            (before, now) = (now, next);
            let found = now.0 as f64 / now.1 as f64;
            if (found - value).abs() <= 1e-9 * value || rest.fract() == 0.0 {
                break;
            }
            rest = 1.0 / rest.fract();
        }
        Self {
            num: now.0 as u32,
            den: now.1 as u32,
        }
    }
}

impl From<f32> for Fps {
    /// Through the shortest decimal that reads as this `f32`, so that 29.97f32 is 2997/100.
    fn from(value: f32) -> Self {
        value.to_string().parse::<f64>().unwrap_or(0.0).into()
    }
}

impl FromStr for Fps {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let number = |t: &str| {
            t.trim()
                .parse::<f64>()
                .map_err(|_| Self::error(text.to_owned()))
        };
        let fps = match text.split_once('/') {
            None => number(text)?.into(),
            Some((num, den)) => match (num.trim().parse::<u32>(), den.trim().parse::<u32>()) {
                (Ok(num), Ok(den)) => Self::from((num, den)),
                _ => (number(num)? / number(den)?).into(),
            },
        };
        fps.check().map_err(|_| Self::error(text.to_owned()))
    }
}

impl fmt::Display for Fps {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.den == 1 {
            write!(f, "{}", self.num)
        } else {
            write!(f, "{}/{}", self.num, self.den)
        }
    }
}

fn gcd(a: u32, b: u32) -> u32 {
    if b == 0 { a } else { gcd(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_become_the_fraction_that_was_meant() {
        assert_eq!(Fps::from(30.0), (30, 1).into());
        assert_eq!(Fps::from(29.97), (2997, 100).into());
        assert_eq!(Fps::from(1000.0 / 33.0), (1000, 33).into());
        assert_eq!(Fps::from(30000.0 / 1001.0), (30000, 1001).into());
        assert_eq!(Fps::from(0.1), (1, 10).into());
        assert_eq!(Fps::from(23.976f32), (2997, 125).into());
        assert!((Fps::from(std::f64::consts::PI).as_f64() - std::f64::consts::PI).abs() < 1e-8);
    }

    #[test]
    fn what_is_no_rate_is_refused() {
        for bad in [0.0, -1.0, f64::NAN, f64::INFINITY, 1e7, 1e-6] {
            assert!(Fps::from(bad).check().is_err(), "{bad}");
        }
        for bad in ["", "0", "30/0", "a", "-3", "1e400"] {
            assert!(bad.parse::<Fps>().is_err(), "{bad}");
        }
    }
}
