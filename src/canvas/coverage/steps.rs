//! Splits lines where they cross rows or columns, in integers as in Agg.

/// Parts of a pixel that lines begin and end at (Agg's `poly_subpixel_scale`), and its logarithm.
pub(super) const SCALE: i32 = 1 << SHIFT;
pub(super) const SHIFT: i32 = 8;

/// Cuts a line into its parts in each unit of the first coordinate, which are rows of y or columns of x.
///
/// `part` is called with the unit, the start and end of the part in it, and those of the other coordinate.
#[inline(always)]
pub(super) fn in_units(
    (from, other): (i32, i32),
    (to, end_other): (i32, i32),
    mut part: impl FnMut(i32, (i32, i32), (i32, i32)),
) {
    let (unit, last) = (from >> SHIFT, to >> SHIFT);
    let (start, end) = (from & (SCALE - 1), to & (SCALE - 1));
    if unit == last {
        return part(unit, (start, end), (other, end_other));
    }
    let rise = end_other - other;
    let (step, edge, run) = match to > from {
        true => (1, SCALE, to - from),
        false => (-1, 0, from - to),
    };
    let (first, error) = floored((edge - start).abs() * rise, run);
    let mut at = other + first;
    part(unit, (start, edge), (other, at));
    let mut unit = unit + step;
    if unit != last {
        let mut slope = Slope::new(SCALE * rise, run, error);
        while unit != last {
            let next = at + slope.next();
            part(unit, (SCALE - edge, edge), (at, next));
            at = next;
            unit += step;
        }
    }
    part(last, (SCALE - edge, end), (at, end_other));
}

/// The quotient that is not larger, and how much less it is, for a divisor above 0.
#[inline(always)]
pub(super) fn floored(dividend: i32, divisor: i32) -> (i32, i32) {
    let (quotient, rest) = (dividend / divisor, dividend % divisor);
    if rest < 0 {
        (quotient - 1, rest + divisor)
    } else {
        (quotient, rest)
    }
}

/// Whole steps that stay below a slope by less than one.
pub(super) struct Slope {
    step: i32,
    rest: i32,
    divisor: i32,
    /// By how many divisors' parts it is below, less one.
    error: i32,
}

impl Slope {
    #[inline(always)]
    pub(super) fn new(dividend: i32, divisor: i32, error: i32) -> Self {
        let (step, rest) = floored(dividend, divisor);
        Self {
            step,
            rest,
            divisor,
            error: error - divisor,
        }
    }

    #[inline(always)]
    pub(super) fn next(&mut self) -> i32 {
        self.error += self.rest;
        let carry = self.error >= 0;
        self.error -= if carry { self.divisor } else { 0 };
        self.step + i32::from(carry)
    }
}
