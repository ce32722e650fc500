//! Fonts at sizes: their glyphs, hinted as matplotlib's FreeType does, and shaped lines, cached.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::sync::Arc;

use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, Engine, HintingInstance, HintingOptions, SmoothMode, Target};
use skrifa::raw::TableProvider;
use skrifa::raw::tables::head::Flags;
use skrifa::{GlyphId, MetadataProvider};

use crate::canvas::text::face::Face;
use crate::canvas::text::family::{Faces, FontDefaults, FontFamily};
use crate::canvas::text::glyph_masks::{GlyphMask, GlyphMasks, Key};
use crate::canvas::text::glyph_outline::GlyphOutline;
use crate::canvas::text::hinting::TextHinting;
use crate::canvas::text::mathtext::{MathDefault, MathFontset};
use crate::canvas::text::shape::{GlyphLine, shape};
use crate::canvas::text::told::Told;
use crate::canvas::text::weight::FontWeight;

/// The number of cached lines.
const MAX_LINES: usize = 4096;
/// The number of cached families.
const MAX_FAMILIES: usize = 64;
/// The number of cached font sizes, with their glyphs.
const MAX_SIZES: usize = 64;

/// A face at a size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Font {
    pub(crate) face: Face,
    /// Pixels per em, in 1/64.
    pub(crate) size: i32,
}

impl Font {
    /// A face at `points` and `dpi`.
    pub(crate) fn new(face: Face, points: f64, dpi: f64) -> Self {
        let size = subpixels_per_em(points, dpi);
        Self { face, size }
    }
}

/// Pixels per em in 1/64, rounded as FreeType's `FT_Set_Char_Size` does.
pub(crate) fn subpixels_per_em(points: f64, dpi: f64) -> i32 {
    let size = ((points * 64.0) as i64)
        .saturating_mul(dpi as i64)
        .saturating_add(36)
        / 72;
    size.clamp(1, 1 << 20) as i32
}

/// A hinted glyph, with its advance in 1/64 px.
#[derive(Debug)]
pub(crate) struct Glyph {
    pub(crate) outline: GlyphOutline,
    pub(crate) advance: i32,
}

/// Cached glyphs and lines.
#[derive(Default, Clone)]
pub(crate) struct Fonts {
    defaults: FontDefaults,
    told: Told,
    /// The faces of families, of a weight, oblique or not, by these defaults.
    faces: HashMap<(Option<FontFamily>, FontWeight, bool), Faces>,
    sizes: HashMap<Font, SizedFont>,
    lines: HashMap<(Faces, i32, String), Arc<GlyphLine>>,
    /// The faces for the shaper.
    shaping: HashMap<Face, harfrust::font::Font>,
    math: HashMap<MathLine, Arc<GlyphLine>>,
    masks: GlyphMasks,
    not_math: HashSet<String>,
    /// Whether glyphs are as they were designed.
    unhinted: bool,
}

/// A line with notation: faces, fonts of notation, points and dots per inch (as bits) of the surrounding text, and its text.
pub(super) type MathLine = (Faces, MathFontset, u64, u64, String);

#[derive(Clone)]
struct SizedFont {
    hinting: Option<HintingInstance>,
    /// What hints glyphs that stand askew, where that is something else.
    askew: Option<HintingInstance>,
    /// Whether its own instructions hint it in any case.
    instructed: bool,
    glyphs: HashMap<(u32, Hinting), Arc<Glyph>>,
}

/// Which glyphs are hinted: FreeType's own hinter leaves those alone that stand askew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Hinting {
    All,
    Instructed,
    None,
}

impl fmt::Debug for Fonts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fonts")
            .field("lines", &self.lines.len())
            .finish_non_exhaustive()
    }
}

impl Fonts {
    /// Of glyphs as they were designed, for paths.
    pub(super) fn unhinted() -> Self {
        Self {
            unhinted: true,
            ..Self::default()
        }
    }

    /// Takes over those of others.
    pub(super) fn follow(&mut self, fonts: &Self) {
        self.set_defaults(fonts.defaults.clone(), &fonts.told);
    }

    /// Takes over a style's fonts.
    pub(crate) fn set_defaults(&mut self, defaults: FontDefaults, told: &Told) {
        if self.defaults != defaults || self.told != *told {
            if self.defaults.hinting != defaults.hinting {
                // Their sizes are those of hinted glyphs.
                self.sizes.clear();
                self.lines.clear();
                self.masks = GlyphMasks::default();
            }
            self.defaults = defaults;
            self.told = told.clone();
            self.faces.clear();
            self.math.clear();
        }
    }

    /// The font that notation begins in.
    pub(super) fn math_default(&self) -> MathDefault {
        self.defaults.math_default
    }

    /// The fonts of notation of texts that name none.
    pub(super) fn math_fontset(&self) -> MathFontset {
        self.defaults.math
    }

    /// The faces of a family, or of the default one.
    pub(super) fn faces(
        &mut self,
        family: Option<&FontFamily>,
        weight: Option<FontWeight>,
        oblique: bool,
    ) -> Faces {
        let weight = weight.unwrap_or(self.defaults.weight);
        let key = (family.cloned(), weight, oblique);
        if let Some(faces) = self.faces.get(&key) {
            return *faces;
        }
        if self.faces.len() >= MAX_FAMILIES {
            self.faces.clear();
        }
        let faces = self.defaults.faces(family, (weight, oblique), &self.told);
        self.faces.insert(key, faces);
        faces
    }

    /// One line of plain text, shaped, at a size in 1/64 px.
    pub(crate) fn line(&mut self, faces: Faces, size: i32, text: &str) -> Arc<GlyphLine> {
        let key = (faces, size, text.to_owned());
        if let Some(line) = self.lines.get(&key) {
            return line.clone();
        }
        let line = Arc::new(shape(self, faces, size, text));
        if self.lines.len() >= MAX_LINES {
            self.lines.clear();
        }
        self.lines.insert(key, line.clone());
        line
    }

    /// One line with notation, laid out by `layout` unless it is cached.
    pub(super) fn math_line(
        &mut self,
        key: MathLine,
        layout: impl FnOnce(&mut Self) -> Arc<GlyphLine>,
    ) -> Arc<GlyphLine> {
        if let Some(line) = self.math.get(&key) {
            return line.clone();
        }
        let line = layout(self);
        if self.math.len() >= MAX_LINES {
            self.math.clear();
        }
        self.math.insert(key, line.clone());
        line
    }

    pub(super) fn shaping_font(&mut self, face: Face) -> Option<harfrust::font::Font> {
        if let Some(font) = self.shaping.get(&face) {
            return Some(font.clone());
        }
        let font = face.shaping_font()?;
        self.shaping.insert(face, font.clone());
        Some(font)
    }

    pub(crate) fn glyph(&mut self, font: Font, id: u32) -> Arc<Glyph> {
        self.hinted_glyph(font, id, Hinting::All)
    }

    /// The glyph to be drawn, askew or along the rows or columns of pixels.
    pub(super) fn drawn_glyph(&mut self, font: Font, id: u32, askew: bool) -> Arc<Glyph> {
        let hinting = match askew {
            true => Hinting::Instructed,
            false => Hinting::All,
        };
        self.hinted_glyph(font, id, hinting)
    }

    /// What a glyph to be drawn covers; `None` if that is nothing.
    pub(super) fn glyph_mask(&mut self, key: Key) -> Option<Arc<GlyphMask>> {
        if let Some(mask) = self.masks.get(&key) {
            return Some(mask);
        }
        let (font, id, askew, _) = key;
        let glyph = self.drawn_glyph(font, id, askew);
        self.masks.add(key, &glyph.outline)
    }

    fn hinted_glyph(&mut self, font: Font, id: u32, hinting: Hinting) -> Arc<Glyph> {
        if self.sizes.len() >= MAX_SIZES && !self.sizes.contains_key(&font) {
            self.sizes.clear();
        }
        let sized = self
            .sizes
            .entry(font)
            .or_insert_with(|| SizedFont::new(font, self.defaults.hinting));
        let hinting = match sized.instructed {
            _ if self.unhinted || self.defaults.hinting == TextHinting::NoHinting => Hinting::None,
            true => Hinting::All,
            false => hinting,
        };
        if let Some(glyph) = sized.glyphs.get(&(id, hinting)) {
            return glyph.clone();
        }
        let glyph = Arc::new(sized.draw(font, GlyphId::new(id), hinting));
        sized.glyphs.insert((id, hinting), glyph.clone());
        glyph
    }

    /// Logs a missing character once.
    pub(crate) fn report_missing(&mut self, c: char, faces: Faces) {
        // A text that becomes a path was laid out before with hinted glyphs.
        if !self.unhinted && self.told.is_news(&format!("glyph {:x}", u32::from(c))) {
            log::warn!(
                "no glyph for {c:?} (U+{:04X}) in the fonts {}; a box is drawn instead: name a font that has it by \
                 `Style::with_font_family`, `set_family` of the text or `--font`",
                u32::from(c),
                faces.names()
            );
        }
    }

    /// Logs once that the notation of a text is invalid.
    pub(super) fn report_math(&mut self, text: &str, reason: &str) {
        if self.not_math.len() < MAX_LINES && self.not_math.insert(text.to_owned()) {
            log::warn!("{text:?} is drawn as plain text: {reason}");
        }
    }
}

impl SizedFont {
    fn new(font: Font, hinting: TextHinting) -> Self {
        let target = Target::Smooth {
            mode: SmoothMode::Normal,
            symmetric_rendering: true,
            preserve_linear_metrics: false,
        };
        let face = font.face.font();
        let has_instructions = face
            .as_ref()
            .is_some_and(|face| face.outline_glyphs().prefer_interpreter());
        let instance = |engine: Engine| {
            HintingInstance::new(
                &face.as_ref()?.outline_glyphs(),
                pixels(font),
                LocationRef::default(),
                HintingOptions { engine, target },
            )
            .ok()
        };
        let is_forced = hinting == TextHinting::ForceAutohint;
        Self {
            hinting: hinting.engine(has_instructions).and_then(instance),
            askew: (has_instructions && is_forced)
                .then(|| instance(Engine::Interpreter))
                .flatten(),
            instructed: has_instructions && !is_forced,
            glyphs: HashMap::new(),
        }
    }

    fn draw(&self, font: Font, id: GlyphId, hinting: Hinting) -> Glyph {
        let mut pen = GlyphOutline::default();
        let mut advance = 0.0;
        if let Some(face) = font.face.font()
            && let Some(outline) = face.outline_glyphs().get(id)
        {
            // FreeType scales such glyphs as it scales those that it hints.
            let whole = face
                .head()
                .is_ok_and(|head| head.flags().contains(Flags::FORCE_INTEGER_PPEM));
            let hinter = match hinting {
                Hinting::All => self.hinting.as_ref(),
                Hinting::Instructed => self.askew.as_ref(),
                Hinting::None => None,
            };
            let unhinted = match whole && self.hinting.is_some() {
                true => Size::new((font.size as f32 / 64.0).round()),
                false => pixels(font),
            };
            let settings = match hinter {
                Some(hinting) => DrawSettings::hinted(hinting, false),
                None => DrawSettings::unhinted(unhinted, LocationRef::default()),
            };
            let drawn = outline.draw(settings, &mut pen).ok();
            let linear = face.glyph_metrics(pixels(font), LocationRef::default());
            advance = drawn
                .and_then(|metrics| metrics.advance_width)
                .or_else(|| {
                    let advance = linear.advance_width(id);
                    match hinting {
                        Hinting::None => advance,
                        Hinting::All | Hinting::Instructed => advance.map(f32::round),
                    }
                })
                .unwrap_or(0.0);
        }
        Glyph {
            outline: pen,
            advance: (advance * 64.0).round() as i32,
        }
    }
}

fn pixels(font: Font) -> Size {
    Size::new(font.size as f32 / 64.0)
}
