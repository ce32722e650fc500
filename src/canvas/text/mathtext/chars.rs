//! Characters of notation: which face they are of, and how they are measured.

use std::f64::consts::SQRT_2;

use crate::canvas::text::face::Face;
use crate::canvas::text::family::Faces;
use crate::canvas::text::fonts::{Font, Fonts};
use crate::canvas::text::mathtext::boxes::{LEVELS, Node, SHRINK};
use crate::canvas::text::mathtext::symbols;
use crate::canvas::text::metrics::{glyph_id, kerning, metrics};

/// DejaVu Sans' x-height in font units.
pub(super) const X_HEIGHT: f64 = 1120.0;

/// A font as notation names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MathFont {
    /// That of the text around the notation.
    Default,
    Regular,
    /// Italic letters, the rest upright.
    Normal,
    Rm,
    It,
    Bf,
    BfIt,
    Sf,
    Tt,
    /// That of signs which grow with what they enclose.
    Delimiter,
}

impl MathFont {
    pub(super) fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "default" => Self::Default,
            "regular" => Self::Regular,
            "normal" => Self::Normal,
            "rm" => Self::Rm,
            "it" => Self::It,
            "bf" => Self::Bf,
            "bfit" => Self::BfIt,
            "sf" => Self::Sf,
            "tt" => Self::Tt,
            _ => return None,
        })
    }

    /// The face of a character; `base` are those of the text.
    fn face(self, base: Faces, c: char) -> Face {
        match self {
            Self::Default | Self::Regular => {
                let having = base.list().iter().find(|face| glyph_id(**face, c) != 0);
                having.copied().unwrap_or(base.first())
            }
            Self::Normal if is_italic(c) => Face::SANS_OBLIQUE,
            Self::Normal | Self::Rm | Self::Sf | Self::Delimiter => Face::SANS,
            Self::It => Face::SANS_OBLIQUE,
            Self::Bf => Face::SANS_BOLD,
            Self::BfIt => Face::SANS_BOLD_OBLIQUE,
            Self::Tt => Face::MONO,
        }
    }

    fn is_slanted(self, c: char) -> bool {
        self == Self::It || (self == Self::Normal && is_italic(c))
    }
}

/// Letters but for Greek capitals; numerals and marks count as letters to `is_alphabetic` only.
fn is_italic(c: char) -> bool {
    let capital = matches!(c, '\u{370}'..='\u{3ff}') && c.is_uppercase();
    let mark =
        matches!(c, '\u{300}'..='\u{36f}' | '\u{2160}'..='\u{2188}' | '\u{24b6}'..='\u{24e9}');
    c.is_alphabetic() && !capital && !mark && u32::from(c) < 0x10000
}

/// Where sub- and superscripts of a character go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scripts {
    Beside,
    Limits,
    Integral,
}

/// The size that a text is set in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    pub(super) faces: Faces,
    pub(super) points: f64,
    pub(super) dpi: f64,
}

impl Setting {
    pub(super) fn x_height(&self) -> f64 {
        self.pixels(X_HEIGHT / 2048.0)
    }

    /// The thickness of lines.
    pub(super) fn thickness(&self) -> f64 {
        self.pixels(0.75 / 12.0)
    }

    pub(super) fn pixels(&self, ems: f64) -> f64 {
        ems * self.points * self.dpi / 72.0
    }
}

/// A character that is measured unhinted.
#[derive(Debug, Clone)]
pub(super) struct Char {
    c: char,
    pub(super) font: MathFont,
    face: Face,
    id: u32,
    points: f64,
    dpi: f64,
    /// Whether matplotlib takes it from DejaVu Sans Display, which has no kerning.
    display: bool,
    /// How much larger than its font it is drawn.
    scale: f64,
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) depth: f64,
    pub(super) advance: f64,
    pub(super) slanted: bool,
    pub(super) scripts: Scripts,
    /// Left and bottom, if it is an accent, which is placed by its box.
    accent: Option<(f64, f64)>,
    level: u8,
}

impl Char {
    pub(super) fn new(fonts: &mut Fonts, setting: &Setting, font: MathFont, c: char) -> Self {
        let display = symbols::is_display(c);
        let wanted = if display {
            Face::SANS
        } else {
            font.face(setting.faces, c)
        };
        let (face, id) = match (glyph_id(wanted, c), glyph_id(Face::SANS, c)) {
            (0, 0) => {
                fonts.report_missing(c, setting.faces);
                (Face::SANS, 0)
            }
            (0, id) => (Face::SANS, id),
            (id, _) => (wanted, id),
        };
        let mut char = Self {
            c,
            font,
            face,
            id,
            points: setting.points,
            dpi: setting.dpi,
            display,
            scale: if symbols::is_large(c) { SQRT_2 } else { 1.0 },
            width: 0.0,
            height: 0.0,
            depth: 0.0,
            advance: 0.0,
            slanted: font.is_slanted(c),
            scripts: Scripts::Beside,
            accent: None,
            level: 0,
        };
        char.measure();
        if c == ' ' {
            char.width = char.advance;
        }
        char
    }

    /// The same character drawn larger than its font.
    pub(super) fn with_scale(mut self, scale: f64) -> Self {
        self.scale = scale;
        self.measure();
        self
    }

    /// The same character in upright letters.
    pub(super) fn upright(self, fonts: &mut Fonts, setting: &Setting) -> Self {
        let upright = Self::new(fonts, setting, MathFont::Rm, self.c);
        Self {
            scripts: self.scripts,
            ..upright
        }
    }

    /// A mark above or below a box.
    pub(super) fn accent(fonts: &mut Fonts, setting: &Setting, font: MathFont, c: char) -> Self {
        let mut char = Self::new(fonts, setting, font, c);
        char.accent = Some((0.0, 0.0));
        char.measure();
        char
    }

    pub(super) fn sized(&self) -> Font {
        Font::new(self.face, self.points * self.scale, self.dpi)
    }

    pub(super) fn id(&self) -> u32 {
        self.id
    }

    /// Where its outline starts, right of and above its place.
    pub(super) fn origin(&self) -> (f64, f64) {
        self.accent.unwrap_or_default()
    }

    fn measure(&mut self) {
        let metrics = metrics(self.sized(), self.id);
        let [left, bottom, right, top] = metrics.bounds.map(|v| f64::from(v) / 64.0);
        self.advance = metrics.advance;
        self.width = right - left;
        (self.height, self.depth) = (top, -bottom);
        if self.accent.is_some() {
            (self.height, self.depth) = (top - bottom, 0.0);
            self.accent = Some((left, bottom));
        }
    }

    pub(super) fn kerning(&self, next: Option<&Node>) -> f64 {
        let mut pixels = 0.0;
        if let Some(Node::Char(next)) = next
            && next.font == self.font
            && next.points == self.points
            && !next.display
            && !self.display
        {
            pixels = kerning(self.sized(), self.id, next.id);
        }
        self.advance - self.width + pixels
    }

    pub(super) fn shrink(&mut self) {
        self.level = self.level.saturating_add(1);
        if self.level < LEVELS {
            self.points *= SHRINK;
            self.width *= SHRINK;
            self.height *= SHRINK;
            self.depth *= SHRINK;
        }
        if self.accent.is_some() {
            self.measure();
        }
    }
}
