//! The symbols of notation, and where Computer Modern and STIX have them: the tables of assets/mathtext.txt.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::canvas::text::face::Face;
use crate::canvas::text::mathtext::font_names::{FontClass, MathFont};
use crate::canvas::text::mathtext::symbols::Spacing;

/// Written by assets/mathtext.py, which documents the format.
static TEXT: &str = include_str!("../../../../assets/mathtext.txt");

/// A glyph of a face, by the code that the face has for it.
type Coded = (Face, char);

#[derive(Debug, Default)]
pub(super) struct Tables {
    pub(super) symbols: HashMap<&'static str, (char, Spacing)>,
    /// Characters of Computer Modern.
    pub(super) cm: HashMap<char, Coded>,
    /// Sizes of a character, or of a wide accent by its name.
    pub(super) sizes: HashMap<&'static str, Vec<Coded>>,
    pub(super) alphabets: Vec<Alphabet>,
}

/// Where STIX has the characters of an alphabet.
#[derive(Debug)]
pub(super) struct Alphabet {
    pub(super) font: MathFont,
    /// `None` is any.
    pub(super) class: Option<FontClass>,
    pub(super) first: u32,
    pub(super) last: u32,
    pub(super) target: MathFont,
    pub(super) start: u32,
}

pub(super) static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut tables = Tables::default();
    for line in TEXT.lines() {
        let words: Vec<&str> = line.split(' ').collect();
        // A line that can't be read is left out; a test reads all of them.
        let _ = tables.read(&words);
    }
    tables
});

impl Tables {
    fn read(&mut self, words: &[&'static str]) -> Option<()> {
        match *words {
            ["symbol", name, code, spacing] => {
                let spacing = match spacing {
                    "b" => Spacing::Binary,
                    "r" => Spacing::Relation,
                    "p" => Spacing::Punctuation,
                    _ => Spacing::Ordinary,
                };
                self.symbols.insert(name, (character(code)?, spacing));
            }
            ["cm", of, font, code] => {
                self.cm
                    .insert(character(of)?, (face(font)?, character(code)?));
            }
            ["sizes", of, ref sizes @ ..] => {
                let sizes = sizes.chunks(2).map(|size| match *size {
                    [font, code] => Some((face(font)?, character(code)?)),
                    _ => None,
                });
                self.sizes.insert(of, sizes.collect::<Option<_>>()?);
            }
            ["stix", font, class, first, last, target, start] => {
                let alphabet = Alphabet {
                    font: MathFont::from_name(font)?,
                    class: FontClass::of(MathFont::from_name(class).unwrap_or(MathFont::Default)),
                    first: number(first)?,
                    last: number(last)?,
                    target: MathFont::from_name(target)?,
                    start: number(start)?,
                };
                self.alphabets.push(alphabet);
            }
            _ => return None,
        }
        Some(())
    }
}

fn number(code: &str) -> Option<u32> {
    u32::from_str_radix(code, 16).ok()
}

fn character(code: &str) -> Option<char> {
    char::from_u32(number(code)?)
}

fn face(name: &str) -> Option<Face> {
    Some(match name {
        "cmr10" | "rm" => Face::CM_ROMAN,
        "cmb10" => Face::CM_BOLD,
        "cmti10" => Face::CM_ITALIC,
        "cmmi10" => Face::CM_MATH,
        "cmss10" => Face::CM_SANS,
        "cmtt10" => Face::CM_MONO,
        "cmsy10" => Face::CM_SYMBOLS,
        "cmex10" => Face::CM_LARGE,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_tables_is_read() {
        let mut tables = Tables::default();
        for line in TEXT.lines() {
            let words: Vec<&'static str> = line.split(' ').collect();
            assert!(tables.read(&words).is_some(), "{line}");
        }
        assert!(tables.symbols.len() > 600);
    }
}
