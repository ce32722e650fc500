//! Sorting names by the numbers in them.

use std::cmp::Ordering;

use crate::cli::input::number::{Found, Fraction, Number, Reading};

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
