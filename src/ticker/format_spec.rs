//! Numbers formatted as by Python's `%` operator and `format`.

use crate::error::{Error, Result};

/// The maximum number of digits: the smallest float has 1074 decimals. Wider texts fit no frame.
const MOST_DIGITS: usize = 2000;

/// The format of a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FormatSpec {
    kind: Kind,
    precision: Option<usize>,
    width: usize,
    fill: char,
    align: Align,
    /// The sign of a number that is not negative.
    plus: &'static str,
    /// `#`: the point and trailing zeros are kept.
    alternate: bool,
    /// `,` or `_` between groups of three digits.
    grouping: Option<char>,
    uppercase: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Integer,
    Fixed,
    Exponent,
    General,
    Percent,
    /// `str(x)`.
    Text,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Align {
    Left,
    Right,
    Center,
    /// Between the sign and the digits.
    AfterSign,
}

impl FormatSpec {
    fn new(kind: Kind) -> Self {
        Self {
            kind,
            precision: None,
            width: 0,
            fill: ' ',
            align: Align::Right,
            plus: "",
            alternate: false,
            grouping: None,
            uppercase: false,
        }
    }

    /// That of `%g`.
    pub(super) fn of_general() -> Self {
        Self::new(Kind::General)
    }

    /// Parses what follows a `%`, such as `1.2f`; also returns the rest of the text.
    pub(super) fn printf(text: &str) -> Result<(Self, &str)> {
        let refused = || refused(text, "one %d, %e, %f, %g or %s");
        let mut spec = Self::new(Kind::Text);
        let mut chars = Scanner(text);
        let (mut left, mut zero) = (false, false);
        while let Some(flag) = chars.take_if(|c| "-+ 0#".contains(c)) {
            match flag {
                '-' => left = true,
                '+' => spec.plus = "+",
                ' ' if spec.plus.is_empty() => spec.plus = " ",
                '0' => zero = true,
                '#' => spec.alternate = true,
                _ => {}
            }
        }
        spec.width = chars.number().unwrap_or(0);
        if chars.take_if(|c| c == '.').is_some() {
            spec.precision = Some(chars.number().unwrap_or(0));
        }
        let letter = chars.take_if(|_| true).ok_or_else(refused)?;
        spec.kind = match letter {
            'd' | 'i' | 'u' => Kind::Integer,
            'f' | 'F' => Kind::Fixed,
            'e' | 'E' => Kind::Exponent,
            'g' | 'G' => Kind::General,
            's' => Kind::Text,
            _ => return Err(refused()),
        };
        spec.uppercase = letter.is_uppercase();
        if left {
            spec.align = Align::Left;
        } else if zero && spec.kind != Kind::Text {
            (spec.align, spec.fill) = (Align::AfterSign, '0');
        }
        Ok((spec, chars.0))
    }

    /// Parses what follows the colon in a replacement field, such as `>8,.2f`; `is_float` allows float formats,
    /// otherwise only integer formats are allowed.
    pub(crate) fn python(text: &str, is_float: bool) -> Result<Self> {
        let refused = || refused(text, "a number format as in Python, such as .2f");
        let mut spec = Self::new(if is_float { Kind::Text } else { Kind::Integer });
        let mut chars = Scanner(text);
        chars.alignment(&mut spec);
        spec.plus = match chars.take_if(|c| "+- ".contains(c)) {
            Some('+') => "+",
            Some(' ') => " ",
            _ => "",
        };
        spec.alternate = chars.take_if(|c| c == '#').is_some();
        if chars.take_if(|c| c == '0').is_some() && spec.fill == ' ' {
            (spec.align, spec.fill) = (Align::AfterSign, '0');
        }
        spec.width = chars.number().unwrap_or(0);
        spec.grouping = chars.take_if(|c| ",_".contains(c));
        if chars.take_if(|c| c == '.').is_some() {
            spec.precision = Some(chars.number().ok_or_else(refused)?);
            spec.kind = Kind::General;
        }
        if let Some(letter) = chars.take_if(|_| true) {
            spec.kind = match letter {
                'd' if !is_float && spec.precision.is_none() => Kind::Integer,
                'f' | 'F' => Kind::Fixed,
                'e' | 'E' => Kind::Exponent,
                'g' | 'G' => Kind::General,
                '%' => Kind::Percent,
                _ => return Err(refused()),
            };
            spec.uppercase = letter.is_uppercase();
        } else if spec.precision.is_some() {
            // A precision without a letter is neither `g` nor `str`.
            return Err(refused());
        }
        if chars.0.is_empty() {
            Ok(spec)
        } else {
            Err(refused())
        }
    }

    /// The number as text.
    pub(crate) fn format(&self, x: f64) -> String {
        let precision = self.precision.unwrap_or(6);
        let size = x.abs();
        let mut digits = match self.kind {
            _ if !x.is_finite() => non_finite(size),
            Kind::Integer => {
                let least = self.precision.unwrap_or(0).min(MOST_DIGITS);
                format!("{:0>least$}", format!("{:.0}", size.trunc()))
            }
            Kind::Fixed => fixed(size, precision),
            Kind::Exponent => exponent(size, precision),
            Kind::General => general(size, precision, self.alternate),
            Kind::Percent => fixed(size * 100.0, precision) + "%",
            Kind::Text => repr(size),
        };
        if self.alternate && precision == 0 && matches!(self.kind, Kind::Fixed | Kind::Exponent) {
            let end = digits.find('e').unwrap_or(digits.len());
            digits.insert(end, '.');
        }
        if self.uppercase {
            digits = digits.to_uppercase();
        }
        let is_negative = match self.kind {
            Kind::Integer => x.trunc() < 0.0,
            _ => x.is_sign_negative() && !x.is_nan(),
        };
        let has_plus = self.kind != Kind::Text || self.align != Align::Left;
        let sign = match is_negative {
            true => "-",
            false if has_plus => self.plus,
            false => "",
        };
        self.pad(sign, &digits)
    }

    /// Sign and digits in groups, at their width.
    pub(crate) fn pad(&self, sign: &str, digits: &str) -> String {
        let zeros = self.align == Align::AfterSign && self.fill == '0';
        let digits = match self.grouping {
            Some(mark) => {
                let least = self.width.saturating_sub(sign.len());
                grouped(digits, mark, if zeros { least } else { 0 })
            }
            None => digits.to_owned(),
        };
        let missing = self
            .width
            .saturating_sub(sign.len() + digits.chars().count());
        let fill = |n: usize| self.fill.to_string().repeat(n);
        match self.align {
            Align::Left => format!("{sign}{digits}{}", fill(missing)),
            Align::Right => format!("{}{sign}{digits}", fill(missing)),
            Align::AfterSign => format!("{sign}{}{digits}", fill(missing)),
            Align::Center => {
                let before = missing / 2;
                format!("{}{sign}{digits}{}", fill(before), fill(missing - before))
            }
        }
    }
}

/// `%.{precision}f`.
pub(super) fn fixed(x: f64, precision: usize) -> String {
    let precision = precision.min(MOST_DIGITS);
    if x.is_finite() {
        format!("{x:.precision$}")
    } else {
        non_finite(x)
    }
}

/// `%.{precision}e`.
pub(super) fn exponent(x: f64, precision: usize) -> String {
    if !x.is_finite() {
        return non_finite(x);
    }
    let precision = precision.min(MOST_DIGITS);
    let text = format!("{x:.precision$e}");
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let (sign, digits) = match exponent.strip_prefix('-') {
        Some(digits) => ('-', digits),
        None => ('+', exponent),
    };
    format!("{mantissa}e{sign}{digits:0>2}")
}

/// `%.{precision}g`, with `#` if trailing zeros are kept.
pub(super) fn general(x: f64, precision: usize, keep_zeros: bool) -> String {
    if !x.is_finite() {
        return non_finite(x);
    }
    let digits = precision.clamp(1, MOST_DIGITS);
    let text = exponent(x, digits - 1);
    let power: i64 = text
        .split_once('e')
        .and_then(|(_, power)| power.parse().ok())
        .unwrap_or(0);
    let is_fixed = power >= -4 && power < digits as i64;
    let text = if is_fixed {
        fixed(x, usize::try_from(digits as i64 - 1 - power).unwrap_or(0))
    } else {
        text
    };
    let end = text.find('e').unwrap_or(text.len());
    let (mantissa, power) = text.split_at(end);
    match (keep_zeros, mantissa.contains('.')) {
        (true, false) => format!("{mantissa}.{power}"),
        (true, true) | (false, false) => text,
        (false, true) => trim_zeros(mantissa).to_owned() + power,
    }
}

/// `str(x)`: the fewest digits that represent the number exactly.
pub(super) fn repr(x: f64) -> String {
    if !x.is_finite() {
        return non_finite(x);
    }
    let text = format!("{x:e}");
    let (mantissa, power) = text.split_once('e').unwrap_or((&text, "0"));
    let power: i64 = power.parse().unwrap_or(0);
    if (-4..16).contains(&power) {
        format!("{x:?}")
    } else {
        let sign = if power < 0 { '-' } else { '+' };
        format!("{mantissa}e{sign}{:02}", power.abs())
    }
}

/// A decimal fraction without trailing zeros.
pub(super) fn trim_zeros(fraction: &str) -> &str {
    fraction.trim_end_matches('0').trim_end_matches('.')
}

fn non_finite(x: f64) -> String {
    if x.is_nan() {
        "nan".into()
    } else if x < 0.0 {
        "-inf".into()
    } else {
        "inf".into()
    }
}

/// The digits before the point in groups of three, with zeros before them up to a width.
fn grouped(digits: &str, mark: char, width: usize) -> String {
    let end = digits
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(digits.len());
    let (whole, rest) = digits.split_at(end);
    let mut count = whole.len();
    let marked = |count: usize| count + count.saturating_sub(1) / 3;
    while count > 0 && marked(count) + rest.len() < width {
        count += 1;
    }
    let mut text = String::new();
    for (i, digit) in format!("{whole:0>count$}").chars().enumerate() {
        if i > 0 && (count - i).is_multiple_of(3) {
            text.push(mark);
        }
        text.push(digit);
    }
    text + rest
}

fn refused(text: &str, expected: &'static str) -> Error {
    Error::Setting {
        name: "fmt",
        value: format!("{text:?}"),
        expected,
    }
}

/// The part of a format that is not parsed yet.
struct Scanner<'a>(&'a str);

impl Scanner<'_> {
    fn take_if(&mut self, fits: impl Fn(char) -> bool) -> Option<char> {
        let first = self.0.chars().next().filter(|c| fits(*c))?;
        self.0 = &self.0[first.len_utf8()..];
        Some(first)
    }

    /// Digits, if any.
    fn number(&mut self) -> Option<usize> {
        let mut number = None;
        while let Some(digit) = self.take_if(|c| c.is_ascii_digit()) {
            let digit = digit.to_digit(10).unwrap_or(0) as usize;
            number = Some((number.unwrap_or(0) * 10 + digit).min(MOST_DIGITS));
        }
        number
    }

    /// `[fill]align`, if present.
    fn alignment(&mut self, spec: &mut FormatSpec) {
        let align = |c: char| match c {
            '<' => Some(Align::Left),
            '>' => Some(Align::Right),
            '^' => Some(Align::Center),
            '=' => Some(Align::AfterSign),
            _ => None,
        };
        let mut chars = self.0.chars();
        let (first, second) = (chars.next(), chars.next());
        if let (Some(fill), Some(found)) = (first, second.and_then(align)) {
            (spec.fill, spec.align) = (fill, found);
            self.0 = chars.as_str();
        } else if let Some(found) = first.and_then(align) {
            spec.align = found;
            self.take_if(|_| true);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn general_picks_the_shorter_form_and_drops_zeros() {
        let text = |x| general(x, 6, false);
        assert_eq!(text(100_000.0), "100000");
        assert_eq!(text(1e6), "1e+06");
        assert_eq!(text(1e-4), "0.0001");
        assert_eq!(text(1e-5), "1e-05");
        assert_eq!(text(999_999.5), "1e+06");
        assert_eq!(general(1.0, 3, true), "1.00");
    }

    #[test]
    fn repr_is_pythons() {
        assert_eq!(repr(1.0), "1.0");
        assert_eq!(repr(1e16), "1e+16");
        assert_eq!(repr(0.1 + 0.2), "0.30000000000000004");
        assert_eq!(repr(1e-5), "1e-05");
    }

    #[test]
    fn widths_and_digits_out_of_all_measure_are_cut() {
        let (spec, _) = FormatSpec::printf("999999.999999f").unwrap();
        assert!(spec.format(0.1).len() < 2 * MOST_DIGITS);
        assert!(fixed(0.1, usize::MAX).len() < 2 * MOST_DIGITS);
        assert!(general(1e-4, usize::MAX, true).len() < 2 * MOST_DIGITS);
    }

    #[test]
    fn unknown_formats_are_refused() {
        assert!(FormatSpec::printf("x").is_err());
        assert!(FormatSpec::printf("").is_err());
        assert!(FormatSpec::python(".f", true).is_err());
        assert!(FormatSpec::python("d", true).is_err());
        assert!(FormatSpec::python(".2fq", true).is_err());
    }
}
