//! Which face a character of notation is of, and in which sizes there are signs that grow.

use crate::canvas::text::face::Face;
use crate::canvas::text::family::Faces;
use crate::canvas::text::fonts::Fonts;
use crate::canvas::text::mathtext::chars::Setting;
use crate::canvas::text::mathtext::font_names::{FontClass, MathFont, MathFontset};
use crate::canvas::text::mathtext::tables::TABLES;
use crate::canvas::text::metrics::glyph_id;

/// A glyph of a face.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Found {
    pub(super) face: Face,
    pub(super) id: u32,
    pub(super) slanted: bool,
}

impl Found {
    fn new(face: Face, c: char, slanted: bool) -> Option<Self> {
        let id = glyph_id(face, c);
        (id != 0).then_some(Self { face, id, slanted })
    }
}

/// What stands for a character that no font has.
const NONE: char = '¤';
pub(super) const PRIME: char = '′';
/// The second epsilon of Computer Modern, which has no character of its own.
pub(super) const VAREPSILON: char = '\u{f0000}';
/// Integrals that count as slanted.
const SLANTED: [char; 2] = ['∫', '∮'];

/// The glyph of a character.
pub(super) fn find(
    fonts: &mut Fonts,
    setting: &Setting,
    (font, class): (MathFont, FontClass),
    c: char,
) -> Found {
    let set = setting.set;
    let found = match set {
        MathFontset::DejaVuSans | MathFontset::DejaVuSerif => dejavu(setting, font, class, c),
        MathFontset::Cm => computer_modern(setting, font, class, c),
        MathFontset::Stix => stix(false, setting.faces, font, class, c),
        MathFontset::StixSans => stix(true, setting.faces, font, class, c),
    };
    found.unwrap_or_else(|| {
        of_text(setting.faces, c).unwrap_or_else(|| {
            fonts.report_missing(c, setting.faces);
            let face = set.face(MathFont::Rm).unwrap_or(Face::SANS);
            let id = glyph_id(face, NONE);
            Found {
                face,
                id,
                slanted: false,
            }
        })
    })
}

fn of_text(faces: Faces, c: char) -> Option<Found> {
    let mut found = faces.list().iter();
    found.find_map(|face| Found::new(*face, c, false))
}

fn dejavu(setting: &Setting, font: MathFont, class: FontClass, c: char) -> Option<Found> {
    let set = setting.set;
    if c == PRIME {
        return computer_modern(setting, font, class, c);
    }
    let slanted = SLANTED.contains(&c);
    let display = set.face(MathFont::Display);
    if let Some(found) = display.and_then(|face| Found::new(face, c, slanted)) {
        return Some(found);
    }
    if matches!(font, MathFont::Default | MathFont::Regular) {
        return of_text(setting.faces, c);
    }
    let own = of_class(font, c);
    let face = own.and_then(|own| set.face(own));
    let found = face.and_then(|face| Found::new(face, c, slanted || own == Some(MathFont::It)));
    let sans = set == MathFontset::DejaVuSans;
    found.or_else(|| stix(sans, setting.faces, upright(font), class, c))
}

/// Letters of the normal font are italic, but for Greek capitals.
fn of_class(font: MathFont, c: char) -> Option<MathFont> {
    if font != MathFont::Normal {
        return Some(font);
    }
    (u32::from(c) < 0x10000).then_some(match is_italic(c) {
        true => MathFont::It,
        false => MathFont::Rm,
    })
}

/// Letters but for Greek capitals; numerals and marks count as letters to `is_alphabetic` only.
fn is_italic(c: char) -> bool {
    let capital = matches!(c, '\u{370}'..='\u{3ff}') && c.is_uppercase();
    let mark =
        matches!(c, '\u{300}'..='\u{36f}' | '\u{2160}'..='\u{2188}' | '\u{24b6}'..='\u{24e9}');
    c.is_alphabetic() && !capital && !mark
}

fn upright(font: MathFont) -> MathFont {
    match font {
        MathFont::It | MathFont::Regular | MathFont::Normal => MathFont::Rm,
        font => font,
    }
}

fn stix(sans: bool, faces: Faces, font: MathFont, class: FontClass, c: char) -> Option<Found> {
    let (mapped, code) = in_alphabet(sans, font, class, c);
    if matches!(mapped, MathFont::Default | MathFont::Regular) {
        return of_text(faces, code);
    }
    let own = of_class(mapped, code);
    let other = ('\u{e000}'..='\u{f8ff}').contains(&code);
    let face = match own {
        Some(MathFont::Rm) if other => Some(Face::STIX_OTHER),
        Some(MathFont::It) if other => Some(Face::STIX_OTHER_ITALIC),
        Some(MathFont::Bf) if other => Some(Face::STIX_OTHER_BOLD),
        Some(own) => MathFontset::Stix.face(own),
        None => None,
    };
    let slanted = (own == Some(MathFont::It) && !other) || SLANTED.contains(&c);
    let found = face.and_then(|face| Found::new(face, code, slanted));
    let again = matches!(mapped, MathFont::It | MathFont::Normal) && font != MathFont::Rm;
    match found {
        None if again => stix(sans, faces, MathFont::Rm, class, c),
        found => found,
    }
}

/// Where STIX has a character of an alphabet, such as that of double-struck letters.
fn in_alphabet(sans: bool, font: MathFont, class: FontClass, c: char) -> (MathFont, char) {
    let of_font = |font: MathFont| {
        let all = || TABLES.alphabets.iter().filter(move |a| a.font == font);
        let own = move |class| all().filter(move |a| a.class.is_none() || a.class == Some(class));
        let class = match own(class).next() {
            Some(_) => class,
            None => FontClass::Rm,
        };
        own(class)
    };
    let is_alphabet = of_font(font).next().is_some();
    let plain = matches!(font, MathFont::Default | MathFont::Regular);
    let searched = match (is_alphabet, sans && !plain) {
        (true, _) => Some(font),
        (false, true) => Some(MathFont::Sf),
        (false, false) => None,
    };
    let (mut font, mut code) = (font, u32::from(c));
    if let Some(searched) = searched {
        let range = of_font(searched).find(|a| (a.first..=a.last).contains(&code));
        match range {
            Some(range) => {
                code = code - range.first + range.start;
                font = range.target;
            }
            None if is_alphabet => (font, code) = (MathFont::Normal, 1),
            None => {}
        }
    }
    if matches!(font, MathFont::Rm | MathFont::It | MathFont::Normal) {
        // These two are exchanged in the font.
        code = match code {
            0x22d2 => 0x22d3,
            0x22d3 => 0x22d2,
            code => code,
        };
    }
    (font, char::from_u32(code).unwrap_or(NONE))
}

fn computer_modern(setting: &Setting, font: MathFont, class: FontClass, c: char) -> Option<Found> {
    let known = MathFontset::Cm.face(font).is_some();
    let named = TABLES.cm.get(&c).filter(|_| known || c == PRIME);
    let found = match named {
        Some((face, code)) => {
            let italic = [Face::CM_MATH, Face::CM_ITALIC].contains(face);
            Found::new(*face, *code, italic || SLANTED.contains(&c))
        }
        None if matches!(font, MathFont::Default | MathFont::Regular) => of_text(setting.faces, c),
        // The codes of other characters are the font's own.
        None if !c.is_ascii() => None,
        None => {
            let digit = font == MathFont::Normal && c.is_numeric();
            let font = if digit { MathFont::Rm } else { font };
            let slanted = matches!(font, MathFont::It | MathFont::Normal);
            let face = MathFontset::Cm.face(font);
            face.and_then(|face| Found::new(face, c, slanted))
        }
    };
    found.or_else(|| stix(false, setting.faces, font, class, c))
}

/// A size of a sign: a font that has it, or the glyph itself.
#[derive(Debug, Clone, Copy)]
pub(super) enum Size {
    Of(MathFont),
    Glyph(Face, u32),
}

/// The sizes that there are of a sign, or of a wide accent of this name.
pub(super) fn sizes(set: MathFontset, font: MathFont, c: char, name: &str) -> Vec<Size> {
    if set == MathFontset::Cm {
        let key = match name {
            "" => format!("{:x}", u32::from(c)),
            name => name.to_owned(),
        };
        let sizes = TABLES.sizes.get(key.as_str());
        return match sizes {
            Some(sizes) => (sizes.iter())
                .map(|(face, code)| Size::Glyph(*face, glyph_id(*face, *code)))
                .collect(),
            None => vec![Size::Of(font)],
        };
    }
    let has = |size: &u8| {
        let face = MathFontset::Stix.face(MathFont::Size(*size));
        face.is_some_and(|face| glyph_id(face, c) != 0)
    };
    let mut sizes: Vec<_> = (0..6)
        .filter(has)
        .map(|n| Size::Of(MathFont::Size(n)))
        .collect();
    if c == '√' {
        // The last one does not join its line.
        sizes.pop();
    }
    if sizes.is_empty() {
        sizes.push(Size::Of(font));
    }
    sizes
}
