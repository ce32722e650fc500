//! Characters of notation: which face they are of, and how they are measured.

use crate::canvas::text::face::Face;
use crate::canvas::text::family::Faces;
use crate::canvas::text::fonts::{Font, Fonts};
use crate::canvas::text::mathtext::boxes::{LEVELS, Node, SHRINK};
use crate::canvas::text::mathtext::font_names::{Constants, FontClass, MathFont, MathFontset};
use crate::canvas::text::mathtext::glyphs::{Found, Size, find};
use crate::canvas::text::metrics::{kerning, metrics};

/// Where sub- and superscripts of a character go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scripts {
    Beside,
    Limits,
    Integral,
}

/// How a text is set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    /// Those of the text around it.
    pub(super) faces: Faces,
    pub(super) set: MathFontset,
    pub(super) class: FontClass,
    /// The one that notation begins in.
    pub(super) default: MathFont,
    pub(super) points: f64,
    pub(super) dpi: f64,
}

impl Setting {
    pub(super) fn constants(&self) -> &'static Constants {
        self.set.constants()
    }

    pub(super) fn x_height(&self) -> f64 {
        self.pixels(self.constants().x_height)
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
        let class = FontClass::of(font).unwrap_or(setting.class);
        Self::of_class(fonts, setting, (font, class), c)
    }

    fn of_class(
        fonts: &mut Fonts,
        setting: &Setting,
        (font, class): (MathFont, FontClass),
        c: char,
    ) -> Self {
        let found = find(fonts, setting, (font, class), c);
        let mut char = Self::of_found(setting, font, found);
        char.c = c;
        if c == ' ' {
            char.width = char.advance;
        }
        char
    }

    fn of_found(setting: &Setting, font: MathFont, found: Found) -> Self {
        let mut char = Self {
            c: char::REPLACEMENT_CHARACTER,
            font,
            face: found.face,
            id: found.id,
            points: setting.points,
            dpi: setting.dpi,
            width: 0.0,
            height: 0.0,
            depth: 0.0,
            advance: 0.0,
            slanted: found.slanted,
            scripts: Scripts::Beside,
            accent: None,
            level: 0,
        };
        char.measure();
        char
    }

    /// A sign in one of its sizes.
    pub(super) fn of_size(fonts: &mut Fonts, setting: &Setting, size: Size, c: char) -> Self {
        match size {
            Size::Of(font) => Self::new(fonts, setting, font, c),
            Size::Glyph(face, id) => {
                let slanted = false;
                let found = Found { face, id, slanted };
                Self::of_found(setting, MathFont::Display, found)
            }
        }
    }

    /// The same character in upright letters.
    pub(super) fn upright(self, fonts: &mut Fonts, setting: &Setting) -> Self {
        let upright = Self::of_class(fonts, setting, (MathFont::Rm, setting.class), self.c);
        Self {
            scripts: self.scripts,
            ..upright
        }
    }

    /// The same as a mark above or below a box.
    pub(super) fn into_accent(mut self) -> Self {
        self.accent = Some((0.0, 0.0));
        self.measure();
        self
    }

    /// The same, bold, and italic too if it is a letter.
    pub(super) fn bold(self, fonts: &mut Fonts, setting: &Setting) -> Self {
        let letter = self.c.is_ascii_alphabetic() || ('α'..='ω').contains(&self.c);
        let font = if letter { MathFont::BfIt } else { MathFont::Bf };
        let bold = Self::of_class(fonts, setting, (font, setting.class), self.c);
        Self {
            scripts: self.scripts,
            ..bold
        }
    }

    pub(super) fn sized(&self) -> Font {
        Font::new(self.face, self.points, self.dpi)
    }

    /// How far above its place it is drawn: large signs of Computer Modern hang from the baseline.
    pub(super) fn raised(&self) -> f64 {
        if self.face != Face::CM_LARGE {
            return 0.0;
        }
        let [_, bottom, _, top] = metrics(self.sized(), self.id).bounds;
        f64::from(top - bottom) / 64.0 / 2.0 + self.points / 3.0 * self.dpi / 72.0
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
        let [left, mut bottom, right, mut top] = metrics.bounds.map(|v| f64::from(v) / 64.0);
        let raised = self.raised();
        (bottom, top) = (bottom + raised, top + raised);
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
