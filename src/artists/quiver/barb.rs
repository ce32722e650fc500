//! The shape of a wind barb.

use kurbo::Point;

use crate::error::{Error, Result};
use crate::properties::{Angle, Check, PropertyType, Value, refused};

/// Which part of a barb is at its position: converted from `"tip"`, `"middle"` or a number.
///
/// ```
/// use plotreel::quiver::BarbPivot;
///
/// assert_eq!(BarbPivot::try_from("middle")?, BarbPivot::Middle);
/// assert_eq!(BarbPivot::from(-2.0), BarbPivot::Shift(-2.0));
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum BarbPivot {
    /// The end without barbs.
    #[default]
    Tip,
    /// Half-way.
    Middle,
    /// The end without barbs is this far away, towards the other end; the staff is `length` long.
    Shift(f64),
}

const TAKES: &str = "tip, middle or a finite number";

impl TryFrom<&str> for BarbPivot {
    type Error = Error;

    fn try_from(text: &str) -> Result<Self> {
        match text {
            "tip" => Ok(Self::Tip),
            "middle" => Ok(Self::Middle),
            _ => Err(refused("pivot", &text.into(), TAKES)),
        }
    }
}

impl From<f64> for BarbPivot {
    fn from(shift: f64) -> Self {
        Self::Shift(shift)
    }
}

impl From<BarbPivot> for Value {
    fn from(pivot: BarbPivot) -> Self {
        match pivot {
            BarbPivot::Tip => "tip".into(),
            BarbPivot::Middle => "middle".into(),
            BarbPivot::Shift(shift) => shift.into(),
        }
    }
}

impl PropertyType for BarbPivot {
    const TAKES: &'static str = TAKES;

    fn read(name: &'static str, value: &Value) -> Result<Self> {
        match value {
            Value::Text(text) => text.as_str().try_into(),
            Value::Number(shift) => Angle::checked(name, *shift).map(Self::Shift),
            other => Err(refused(name, other, TAKES)),
        }
    }
}

/// The proportions of barbs, as multiples of the length, and what their parts stand for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Barb {
    /// The length of the staff.
    pub(super) length: f64,
    pub(super) pivot: BarbPivot,
    /// Between features.
    pub(super) spacing: f64,
    /// From the staff to the top of a flag or a barb.
    pub(super) height: f64,
    /// Of a flag; twice that of a barb.
    pub(super) width: f64,
    /// The radius of the circle for small vectors.
    pub(super) emptybarb: f64,
    pub(super) half: f64,
    pub(super) full: f64,
    pub(super) flag: f64,
    /// Whether vectors are rounded to half barbs, not cut off.
    pub(super) rounding: bool,
    /// Whether circles have a face.
    pub(super) fill_empty: bool,
}

impl Default for Barb {
    fn default() -> Self {
        Self {
            length: 7.0,
            pivot: BarbPivot::default(),
            spacing: 0.125,
            height: 0.4,
            width: 0.25,
            emptybarb: 0.15,
            half: 5.0,
            full: 10.0,
            flag: 50.0,
            rounding: true,
            fill_empty: false,
        }
    }
}

/// How many features a barb has.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Features {
    flags: usize,
    barbs: usize,
    half: bool,
}

/// More features of a kind are not drawn.
const MOST: f64 = 1000.0;
/// The corners of the circle for small vectors.
const CORNERS: u32 = 20;

impl Barb {
    fn features(&self, magnitude: f64) -> Features {
        let rounded = match self.rounding {
            true => self.half * (magnitude / self.half).round_ties_even(),
            false => magnitude,
        };
        let count = |value: f64, each: f64| (value / each).floor().clamp(0.0, MOST) as usize;
        let rest = rounded % self.flag;
        Features {
            flags: count(rounded, self.flag),
            barbs: count(rest, self.full),
            half: rest % self.full >= self.half,
        }
    }

    /// Replaces the corners by those of the barb for a vector, around its position, y up.
    pub(super) fn corners(&self, [u, v]: [f64; 2], flip: bool, out: &mut Vec<Point>) {
        out.clear();
        let features = self.features(u.hypot(v));
        if (features.flags, features.barbs, features.half) == (0, 0, false) {
            return self.circle(out);
        }
        self.upright(features, flip, out);
        let (sin, cos) = (v.atan2(u) + std::f64::consts::FRAC_PI_2).sin_cos();
        for p in out {
            *p = Point::new(cos * p.x - sin * p.y, sin * p.x + cos * p.y);
        }
    }

    fn circle(&self, out: &mut Vec<Point>) {
        let radius = self.emptybarb * self.length;
        let corner = |i: u32| {
            let turn = std::f64::consts::TAU / f64::from(CORNERS) * f64::from(i);
            let (sin, cos) = (turn + std::f64::consts::FRAC_PI_2).sin_cos();
            Point::new(radius * cos, radius * sin)
        };
        out.extend((0..=CORNERS).map(corner));
        if !self.fill_empty {
            // There and back it has no face.
            out.extend((0..=CORNERS).rev().map(corner));
        }
    }

    /// The barb of a staff that goes up.
    fn upright(&self, features: Features, flip: bool, out: &mut Vec<Point>) {
        let length = self.length;
        let (spacing, width) = (length * self.spacing, length * self.width);
        let height = match flip {
            true => -length * self.height,
            false => length * self.height,
        };
        let base = match self.pivot {
            BarbPivot::Tip => 0.0,
            BarbPivot::Middle => -length / 2.0,
            BarbPivot::Shift(shift) => shift,
        };
        // Added up in the reference's order: whether a line goes right back depends on rounding.
        let mut push = |x: f64, y: f64| out.push(Point::new(x, y));
        push(0.0, base);
        let mut offset = length;
        for _ in 0..features.flags {
            if offset != length {
                offset += spacing / 2.0;
            }
            push(0.0, base + offset);
            push(height, base - width / 2.0 + offset);
            push(0.0, base - width + offset);
            offset -= width + spacing;
        }
        for _ in 0..features.barbs {
            push(0.0, base + offset);
            push(height, base + offset + width / 2.0);
            push(0.0, base + offset);
            offset -= spacing;
        }
        if features.half {
            // Alone, it is away from the end, so that it does not look like a whole one.
            if offset == length {
                push(0.0, base + offset);
                offset -= 1.5 * spacing;
            }
            push(0.0, base + offset);
            push(height / 2.0, base + offset + width / 4.0);
            push(0.0, base + offset);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vector_has_its_flags_barbs_and_half_barb() {
        let features = |barb: &Barb, magnitude: f64| {
            let Features { flags, barbs, half } = barb.features(magnitude);
            (flags, barbs, half)
        };
        let barb = Barb::default();
        assert_eq!(features(&barb, 66.0), (1, 1, true));
        assert_eq!(features(&barb, 48.0), (1, 0, false));
        // Ties go to the even multiple.
        assert_eq!(features(&barb, 2.5), (0, 0, false));
        let cut = Barb {
            rounding: false,
            ..barb
        };
        assert_eq!(features(&cut, 48.0), (0, 4, true));
        assert_eq!(features(&cut, 4.9), (0, 0, false));
        assert_eq!(features(&cut, f64::INFINITY).0, 1000);
    }
}
