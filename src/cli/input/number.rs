//! The numbers in names.

use std::cmp::Ordering;

/// The meaning of a point or comma between two runs of digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// A decimal point, if it is the only one.
    Decimals,
    /// A separator of two numbers, as in versions.
    Parts,
}

/// The digits after a decimal point.
#[derive(Debug, Clone)]
pub(super) struct Fraction {
    pub(super) point: char,
    pub(super) digits: usize,
    pub(super) begins_with_zero: bool,
    pub(super) ends_with_zero: bool,
}

/// A number of any size: 0.DIGITS × 10^magnitude. Zero has no digits, and no sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    negative: bool,
    magnitude: i64,
    /// Without zeros at both ends.
    digits: Vec<u8>,
}

impl Number {
    fn new(negative: bool, whole: &[u8], fraction: &[u8], exponent: i64) -> Self {
        let all = [whole, fraction].concat();
        let zeros = all.iter().take_while(|digit| **digit == 0).count();
        let end = all
            .iter()
            .rposition(|digit| *digit != 0)
            .map_or(0, |i| i + 1);
        let digits = all.get(zeros..end).unwrap_or_default().to_vec();
        let is_zero = digits.is_empty();
        let magnitude = exponent.saturating_add(whole.len() as i64 - zeros as i64);
        Self {
            negative: negative && !is_zero,
            magnitude: if is_zero { 0 } else { magnitude },
            digits,
        }
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        let sign = |number: &Self| match (number.digits.is_empty(), number.negative) {
            (true, _) => 0,
            (false, true) => -1,
            (false, false) => 1,
        };
        let size = |a: &Self, b: &Self| {
            let digits = || a.digits.cmp(&b.digits);
            a.magnitude.cmp(&b.magnitude).then_with(digits)
        };
        sign(self)
            .cmp(&sign(other))
            .then_with(|| match self.negative {
                true => size(other, self),
                false => size(self, other),
            })
    }
}

/// A number in a name.
pub(super) struct Found {
    pub(super) number: Number,
    pub(super) fraction: Option<Fraction>,
    /// The position after the number.
    pub(super) end: usize,
}

impl Found {
    /// The number that begins at `start`: sign, digits, fraction and exponent.
    pub(super) fn at(chars: &[char], start: usize, reading: Reading) -> Option<Self> {
        let before = start.checked_sub(1).map(|i| chars[i]);
        let behind = |text: &str| before.is_none_or(|c| text.contains(c));
        let mut at = start;
        // 2024-01-05 and frame-5 have hyphens, T=-5 has a sign.
        let is_sign = matches!(chars[start], '-' | '+' | '\u{2212}')
            && before.is_none_or(|c| !c.is_alphanumeric() && !")]}".contains(c));
        if is_sign {
            at += 1;
        }
        let whole = run(chars, at);
        let point = at + whole.len();
        let is_bare = whole.is_empty() && (is_sign || behind("=_ ([/"));
        let decimals = match chars.get(point) {
            Some('.' | ',') if !whole.is_empty() && is_decimal_point(chars, point) => match reading
            {
                Reading::Decimals => run(chars, point + 1),
                Reading::Parts => Vec::new(),
            },
            Some('.') if is_bare => run(chars, point + 1),
            _ => Vec::new(),
        };
        if whole.is_empty() && decimals.is_empty() {
            return None;
        }
        let fraction = decimals.first().zip(decimals.last()).map(|ends| Fraction {
            point: chars[point],
            digits: decimals.len(),
            begins_with_zero: *ends.0 == 0,
            ends_with_zero: *ends.1 == 0,
        });
        let end = point + decimals.len() + usize::from(!decimals.is_empty());
        // s01e02 is an episode.
        let is_plain = whole.len() < 2 || whole[0] != 0;
        let may_be_short = is_plain && (is_sign || before.is_none_or(|c| !c.is_alphabetic()));
        let exponent = match reading {
            Reading::Decimals => exponent(chars, end, may_be_short),
            Reading::Parts => None,
        };
        let (exponent, end) = exponent.unwrap_or((0, end));
        let negative = is_sign && chars[start] != '+';
        Some(Self {
            number: Number::new(negative, &whole, &decimals, exponent),
            fraction,
            end,
        })
    }
}

/// Whether a point or comma with digits on both sides is the only one there: 1.5, not 1.5.2.
fn is_decimal_point(chars: &[char], at: usize) -> bool {
    let is_digit = |i: Option<usize>| i.and_then(|i| chars.get(i)).copied().and_then(digit);
    if is_digit(at.checked_add(1)).is_none() {
        return false;
    }
    let right = at + 1 + run(chars, at + 1).len();
    let mut left = at;
    while is_digit(left.checked_sub(1)).is_some() {
        left -= 1;
    }
    // In 1.5,2.5 the comma separates.
    let chains = |c: char| c == chars[at] || (chars[at] == ',' && c == '.');
    let goes_on = |i: Option<usize>, next: Option<usize>| {
        i.and_then(|i| chars.get(i)).is_some_and(|c| chains(*c)) && is_digit(next).is_some()
    };
    !goes_on(Some(right), right.checked_add(1))
        && !goes_on(left.checked_sub(1), left.checked_sub(2))
}

/// The exponent at `at` and where it ends; without a sign only if it may be `short`.
fn exponent(chars: &[char], at: usize, short: bool) -> Option<(i64, usize)> {
    if !matches!(chars.get(at), Some('e' | 'E')) {
        return None;
    }
    let (negative, from) = match chars.get(at + 1)? {
        '-' | '\u{2212}' => (true, at + 2),
        '+' => (false, at + 2),
        _ if short => (false, at + 1),
        _ => return None,
    };
    let digits = run(chars, from);
    let end = from + digits.len();
    if digits.is_empty() || chars.get(end).is_some_and(|c| c.is_alphanumeric()) {
        return None;
    }
    let size = digits.iter().fold(0i64, |all, digit| {
        all.saturating_mul(10).saturating_add(i64::from(*digit))
    });
    Some((if negative { -size } else { size }, end))
}

/// The values of the digits from `at` on.
fn run(chars: &[char], at: usize) -> Vec<u8> {
    let rest = chars.get(at..).unwrap_or_default();
    rest.iter().map_while(|c| digit(*c)).collect()
}

/// The value of a decimal digit in the scripts that have some.
fn digit(c: char) -> Option<u8> {
    /// Where the digits 0 to 9 of a script begin.
    const ZEROS: [u32; 29] = [
        0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66,
        0xde6, 0xe50, 0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1b50, 0x1bb0,
        0x1c40, 0x1c50, 0xa620, 0xff10,
    ];
    let code = u32::from(c);
    let zero = ZEROS.iter().rev().find(|zero| **zero <= code)?;
    u8::try_from(code - zero).ok().filter(|value| *value < 10)
}
