//! The table of matplotlib's colour names.

use crate::color::Color;

/// Written by assets/colors.py, which says the format; sorted by name.
static TABLE: &str = include_str!("../../assets/colors.txt");

/// The colour of exactly this name.
pub(crate) fn find(name: &str) -> Option<Color> {
    let mut rest = TABLE;
    while !rest.is_empty() {
        let (before, line, after) = split_near_middle(rest);
        let (color, known) = entry(line)?;
        rest = match name.as_bytes().cmp(known.as_bytes()) {
            std::cmp::Ordering::Less => before,
            std::cmp::Ordering::Equal => return Some(color),
            std::cmp::Ordering::Greater => after,
        };
    }
    None
}

/// All names, in alphabetical order.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    TABLE.lines().filter_map(|line| Some(entry(line)?.1))
}

/// The line over the middle of a text, and the lines before and after it.
fn split_near_middle(text: &str) -> (&str, &str, &str) {
    let middle = text.len() / 2;
    let bytes = text.as_bytes();
    let start = bytes[..middle]
        .iter()
        .rposition(|&b| b == b'\n')
        .map_or(0, |at| at + 1);
    let end = bytes[middle..]
        .iter()
        .position(|&b| b == b'\n')
        .map_or(text.len(), |at| middle + at + 1);
    (&text[..start], text[start..end].trim_end(), &text[end..])
}

/// Colour and name of a line.
fn entry(line: &str) -> Option<(Color, &str)> {
    let (hex, name) = line.split_once(' ')?;
    let [_, r, g, b] = u32::from_str_radix(hex, 16).ok()?.to_be_bytes();
    Some((Color::rgb(r, g, b), name))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Its first line is the count and the hash of all names with the bytes that matplotlib draws them in.
    const REFERENCE: &str = include_str!("../../tests/baseline/colors.tsv");

    #[test]
    fn every_name_of_matplotlib_has_its_colour() {
        let mut hash = 0xCBF2_9CE4_8422_2325_u64;
        for name in names() {
            let Color { r, g, b, .. } = find(name).unwrap();
            for byte in format!("{name}={r:02x}{g:02x}{b:02x}\n").bytes() {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3);
            }
        }
        let ours = format!("{}\t{hash:016x}", names().count());
        assert_eq!(REFERENCE.lines().next(), Some(ours.as_str()));
    }

    #[test]
    fn what_is_no_name_is_not_found() {
        for name in ["", "a", "aliceblu", "aliceblued", "zzz", "red ", "\n", "é"] {
            assert_eq!(find(name), None, "{name:?}");
        }
    }
}
