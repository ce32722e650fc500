//! Sorting names by the numbers in them.

use std::cmp::Ordering;

/// Sorts by the numbers in names, and by letters if these are equal; returns why the order is ambiguous, if it is.
pub(super) fn sort_by_values<T>(items: &mut [T], name: impl Fn(&T) -> String) -> Option<String> {
    let (reading, unsure) = Reading::of(items.iter().map(&name));
    items.sort_by_cached_key(|item| {
        let name = name(item);
        (Key::new(&name, reading), name)
    });
    let names: Vec<String> = items.iter().map(name).collect();
    doubt(&names, reading).or(unsure)
}

/// If names given one by one are in the order of a shell instead of the order of their values, the first name at the
/// wrong position, and the one that should be there.
pub(super) fn in_shell_order(names: &[String]) -> Option<(String, String)> {
    let collated = |name: &String| {
        let letters: String = name.chars().filter(|c| c.is_alphanumeric()).collect();
        letters.to_lowercase()
    };
    if !names.is_sorted() && !names.is_sorted_by_key(collated) {
        return None;
    }
    let mut sorted = names.to_vec();
    sort_by_values(&mut sorted, String::clone);
    let wrong = names.iter().zip(sorted).find(|(given, due)| *given != due);
    wrong.map(|(given, due)| (given.clone(), due))
}

/// Why sorted names may be meant in another order.
fn doubt(names: &[String], reading: Reading) -> Option<String> {
    let keys: Vec<Key> = names.iter().map(|name| Key::new(name, reading)).collect();
    let two = |a: usize, b: usize| format!("\"{}\" and \"{}\"", names[a], names[b]);
    if names.len() > 1 && keys.iter().all(|key| key.numbers.is_empty()) {
        return Some("they have no numbers".into());
    }
    let numbers = |i: usize| keys[i].numbers.len();
    if let Some(other) = (1..keys.len()).find(|i| numbers(*i) != numbers(0)) {
        let pair = two(0, other);
        return Some(format!("{pair} have different counts of numbers"));
    }
    if let Some(second) = (1..keys.len()).find(|i| keys[*i] == keys[i - 1]) {
        return Some(format!("{} have equal numbers", two(second - 1, second)));
    }
    let other = (1..keys.len()).find(|i| keys[*i].texts != keys[0].texts)?;
    Some(format!("{} differ in more than numbers", two(0, other)))
}

/// The meaning of a point or comma between two runs of digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reading {
    /// A decimal point, if it is the only one.
    Decimals,
    /// A separator of two numbers, as in versions.
    Parts,
}

impl Reading {
    /// How these names are parsed, and why that is ambiguous.
    fn of(names: impl Iterator<Item = String>) -> (Self, Option<String>) {
        let names: Vec<String> = names.collect();
        let in_order = |reading| {
            let keys = names.iter().map(|name| Key::new(name, reading));
            let mut keys: Vec<(Key, &String)> = keys.zip(&names).collect();
            keys.sort();
            keys
        };
        let decimals = in_order(Self::Decimals);
        let fractions = || decimals.iter().flat_map(|(key, _)| &key.fractions);
        let Some(first) = fractions().next() else {
            return (Self::Decimals, None);
        };
        let parts = in_order(Self::Parts);
        let differ = || decimals.iter().zip(&parts).any(|(a, b)| a.1 != b.1);
        // 1.1 and 1.10 are two versions, and one decimal number.
        let one_for_two = decimals.windows(2).find(|two| {
            let of = |i: usize| Key::new(two[i].1, Self::Parts);
            two[0].0 == two[1].0 && of(0) != of(1) && of(0).texts == of(1).texts
        });
        // Counting 9, 10 after the point gives a trailing 0, which decimals of different lengths do not have.
        let counts = fractions().any(|f| f.digits != first.digits)
            && fractions().any(|f| f.digits > 1 && f.ends_with_zero)
            && !fractions().any(|f| f.digits > 1 && f.begins_with_zero);
        let versions = |why: String| format!("{why}, so they are read as versions");
        match one_for_two {
            Some(two) if parts.windows(2).all(|two| two[0].0 != two[1].0) => {
                let why = format!("\"{}\" and \"{}\" are the same number", two[0].1, two[1].1);
                (Self::Parts, Some(versions(why)))
            }
            None if counts => {
                let why = || versions("their decimals end with a 0".into());
                (Self::Parts, differ().then(why))
            }
            _ => {
                let comma = fractions().any(|f| f.point == ',');
                let why = || "their commas are read as decimal points".into();
                (Self::Decimals, (comma && differ()).then(why))
            }
        }
    }
}

/// Alternating texts and numbers of a name, starting with a text.
#[derive(Debug, Clone)]
struct Key {
    /// In lower case.
    texts: Vec<String>,
    numbers: Vec<Number>,
    fractions: Vec<Fraction>,
}

/// The digits after a decimal point.
#[derive(Debug, Clone)]
struct Fraction {
    point: char,
    digits: usize,
    begins_with_zero: bool,
    ends_with_zero: bool,
}

impl Key {
    fn new(name: &str, reading: Reading) -> Self {
        let chars: Vec<char> = without_suffix(name).chars().collect();
        let mut key = Self {
            texts: vec![String::new()],
            numbers: Vec::new(),
            fractions: Vec::new(),
        };
        let mut at = 0;
        while at < chars.len() {
            if let Some(found) = Found::at(&chars, at, reading) {
                key.numbers.push(found.number);
                key.fractions.extend(found.fraction);
                key.texts.push(String::new());
                at = found.end;
                continue;
            }
            if let Some(text) = key.texts.last_mut() {
                text.extend(chars[at].to_lowercase());
            }
            at += 1;
        }
        key
    }
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Key {}

impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Key {
    fn cmp(&self, other: &Self) -> Ordering {
        let texts = self.texts.iter().zip(&other.texts);
        for (i, (text, others)) in texts.enumerate() {
            let numbers = || self.numbers.get(i).cmp(&other.numbers.get(i));
            match text.cmp(others).then_with(numbers) {
                Ordering::Equal => (),
                unequal => return unequal,
            }
        }
        self.texts.len().cmp(&other.texts.len())
    }
}

/// A name without a suffix such as `.png`; digits behind a point are no suffix.
fn without_suffix(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((stem, suffix))
            if !stem.is_empty()
                && suffix.starts_with(char::is_alphabetic)
                && suffix.chars().all(char::is_alphanumeric) =>
        {
            stem
        }
        _ => name,
    }
}

/// A number of any size: 0.DIGITS × 10^magnitude. Zero has no digits, and no sign.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Number {
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
struct Found {
    number: Number,
    fraction: Option<Fraction>,
    /// The position after the number.
    end: usize,
}

impl Found {
    /// The number that begins at `start`: sign, digits, fraction and exponent.
    fn at(chars: &[char], start: usize, reading: Reading) -> Option<Self> {
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Sorts these names from behind and says why that may be wrong.
    fn sorted(names: &[&str]) -> (Vec<String>, Option<String>) {
        let mut names: Vec<String> = names.iter().rev().map(|name| (*name).into()).collect();
        let doubt = sort_by_values(&mut names, String::clone);
        (names, doubt)
    }

    #[test]
    fn names_sort_by_the_values_in_them() {
        for names in [
            &[
                "t=0.0.png",
                "t=0.05.png",
                "t=0.1.png",
                "t=0.2.png",
                "t=0.5.png",
                "t=10.png",
            ][..],
            &[
                "T=-10.5.png",
                "T=-5.png",
                "T=-0.5.png",
                "T=0.png",
                "T=+3.png",
                "T=12.png",
            ],
            &["-2.png", "-1.png", "0.png", "1.png"],
            &["x_\u{2212}2.png", "x_\u{2212}1.png", "x_3.png"],
            &["frame-1.png", "frame-2.png", "frame-10.png"],
            &["frame_9.png", "frame_10.png", "frame_0011.png"],
            &[
                "lr=1e-10.npy",
                "lr=1e-5.npy",
                "lr=5e-4.npy",
                "lr=1e-3.npy",
                "lr=0.01.npy",
                "lr=1E+2.npy",
            ],
            &[
                "2024-01-05.png",
                "2024-01-30.png",
                "2024-02-01.png",
                "2024-10-01.png",
            ],
            &["05.01.2024 a.png", "06.01.2024 a.png", "30.01.2024 a.png"],
            &["v1.2.9.png", "v1.2.10.png", "v1.10.1.png"],
            &["1.5.png", "1.25e1.png", "1.25E+02.png"],
            &["run2_frame9.png", "run2_frame10.png", "run10_frame1.png"],
            &["shot.0998.jp2", "shot.0999.jp2", "shot.1000.jp2"],
            &["scan.1", "scan.2", "scan.10"],
            &["t=.05.png", "t=.1.png", "t=1.png"],
            &["Frame1.png", "frame2.PNG", "FRAME10.png"],
            &["٣.png", "１０.png", "12.png"],
            &["20240105123045123456789.png", "20240105123045123456790.png"],
            &["x=1.5,y=10.25.png", "x=2.5,y=0.5.png", "x=10.5,y=0.1.png"],
            &["p1.5,2.5.png", "p1.5,10.25.png"],
            &["s01e02.mp4", "s01e10.mp4", "s02e01.mp4"],
            &["a/1.png", "a/2.png", "a/10.png"],
            &["(-2)", "(-1)", "(3)"],
            &["arr_0", "arr_9", "arr_10"],
            &["1.png"],
        ] {
            let (found, doubt) = sorted(names);
            assert_eq!(found, names);
            assert_eq!(doubt, None, "{names:?}");
        }
    }

    #[test]
    fn names_that_leave_the_order_open_say_why() {
        for (names, why) in [
            (
                &["01.png", "1.png", "2.png"][..],
                "\"01.png\" and \"1.png\" have equal numbers",
            ),
            (&["1e-3.png", "0.001.png"], "have equal numbers"),
            (&["t-0.png", "t0.png"], "differ in more than numbers"),
            (&["alpha.png", "beta.png"], "no numbers"),
            (
                &["img.png", "img(1).png", "img(2).png"],
                "different counts of numbers",
            ),
            (
                &["left1.png", "left2.png", "right1.png"],
                "differ in more than numbers",
            ),
            (
                &["2024-Feb-05.png", "2024-Jan-05.png"],
                "differ in more than numbers",
            ),
            (&["1.png", "1.jpg"], "equal numbers"),
            (&["A1.png", "a1.png"], "equal numbers"),
            (
                &["v1.1.png", "v1.9.png", "v1.10.png"],
                "\"v1.1.png\" and \"v1.10.png\" are the same number",
            ),
            (&["v1.8.png", "v1.9.png", "v1.10.png"], "end with a 0"),
            (&["t=0,05.png", "t=0,1.png", "t=0,5.png"], "commas"),
        ] {
            let doubt = sorted(names).1.unwrap_or_default();
            assert!(doubt.contains(why), "{names:?}: {doubt}");
        }
        assert_eq!(
            sorted(&["v1.9", "v1.10", "v1.1"]).0,
            ["v1.1", "v1.9", "v1.10"]
        );
        assert_eq!(sorted(&["0,1", "0,05", "0,5"]).0, ["0,05", "0,1", "0,5"]);
    }

    #[test]
    fn a_shells_order_that_is_not_that_of_values_is_noticed() {
        let is = |names: &[&str]| {
            let names: Vec<String> = names.iter().map(|name| (*name).into()).collect();
            in_shell_order(&names).is_some()
        };
        assert!(is(&["f1.png", "f10.png", "f2.png"]));
        assert!(
            is(&["t=0.05.png", "t=-1.png", "t=2.png"]),
            "as a locale collates"
        );
        assert!(!is(&["f1.png", "f2.png", "f10.png"]));
        assert!(
            !is(&["f10.png", "f2.png", "f1.png"]),
            "nobody's order but the user's"
        );
        assert!(!is(&["b.png", "a.png"]));
    }
}
