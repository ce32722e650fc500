//! The table of matplotlib's colour names.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::color::Color;

/// Written by assets/colors.py, which documents the format; sorted by name.
static TABLE: &str = include_str!("../../assets/colors.txt");

static COLORS: LazyLock<HashMap<&str, Color>> = LazyLock::new(|| {
    let entries = TABLE.lines().filter_map(entry);
    entries.map(|(color, name)| (name, color)).collect()
});

/// The colour with exactly this name.
pub(crate) fn find(name: &str) -> Option<Color> {
    COLORS.get(name).copied()
}

/// All names, in alphabetical order.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    TABLE.lines().filter_map(|line| Some(entry(line)?.1))
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
