//! Fonts: DejaVu's faces, their glyphs hinted as matplotlib's FreeType does, cached.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::sync::Arc;

use kurbo::{Affine, BezPath};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{
    DrawSettings, Engine, HintingInstance, HintingOptions, OutlinePen, SmoothMode, Target,
};
use skrifa::{FontRef, GlyphId, MetadataProvider};

use crate::canvas::text::shape::{GlyphLine, shape};

/// The second difference of a curve, in pixels, from which on FreeType's rasterizer halves it.
const STRAIGHT: f64 = 0.25;
/// The number of cached lines.
const MAX_LINES: usize = 4096;
/// The number of cached font sizes, with their glyphs.
const MAX_SIZES: usize = 64;

/// One of the fonts included in the crate (DejaVu 2.37).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Face {
    Sans,
    SansBold,
    SansOblique,
    SansBoldOblique,
    Mono,
}

impl Face {
    pub(crate) fn data(self) -> &'static [u8] {
        match self {
            Self::Sans => include_bytes!("../../../assets/fonts/DejaVuSans.ttf"),
            Self::SansBold => include_bytes!("../../../assets/fonts/DejaVuSans-Bold.ttf"),
            Self::SansOblique => include_bytes!("../../../assets/fonts/DejaVuSans-Oblique.ttf"),
            Self::SansBoldOblique => {
                include_bytes!("../../../assets/fonts/DejaVuSans-BoldOblique.ttf")
            }
            Self::Mono => include_bytes!("../../../assets/fonts/DejaVuSansMono.ttf"),
        }
    }
}

/// A face at a size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Font {
    pub(crate) face: Face,
    /// Pixels per em, in 1/64.
    pub(crate) size: i32,
}

impl Font {
    /// A face at `points` and `dpi`, rounded as FreeType's `FT_Set_Char_Size` does.
    pub(crate) fn new(face: Face, points: f64, dpi: f64) -> Self {
        let size = ((points * 64.0) as i64)
            .saturating_mul(dpi as i64)
            .saturating_add(36)
            / 72;
        Self {
            face,
            size: size.clamp(1, 1 << 20) as i32,
        }
    }
}

/// A hinted glyph: lengths in 1/64 px, y up from the baseline.
#[derive(Debug)]
pub(crate) struct Glyph {
    /// Its outline in pixels, y up, of straight lines.
    pub(crate) outline: BezPath,
    pub(crate) advance: i32,
    /// Left, bottom, right and top of the control points, if it has any.
    pub(crate) bounds: Option<[i32; 4]>,
}

/// Cached glyphs and lines.
#[derive(Default, Clone)]
pub(crate) struct Fonts {
    sizes: HashMap<Font, SizedFont>,
    lines: HashMap<(Font, String), Arc<GlyphLine>>,
    /// The faces for the shaper.
    shaping: HashMap<Face, harfrust::font::Font>,
    missing: HashSet<char>,
    math: HashMap<MathLine, Arc<GlyphLine>>,
    not_math: HashSet<String>,
    /// Whether glyphs are as they were designed, with their curves.
    unhinted: bool,
}

/// A line with notation: face, points and dots per inch (as bits) of the surrounding text, and its text.
pub(super) type MathLine = (Face, u64, u64, String);

#[derive(Clone)]
struct SizedFont {
    hinting: Option<HintingInstance>,
    unhinted: bool,
    glyphs: HashMap<u32, Arc<Glyph>>,
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
    pub(crate) fn unhinted() -> Self {
        Self {
            unhinted: true,
            ..Self::default()
        }
    }

    /// One line of plain text, shaped.
    pub(crate) fn line(&mut self, font: Font, text: &str) -> Arc<GlyphLine> {
        let key = (font, text.to_owned());
        if let Some(line) = self.lines.get(&key) {
            return line.clone();
        }
        let line = Arc::new(shape(self, font, text));
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
        let font = harfrust::font::Font::new(face.data(), 0)?;
        self.shaping.insert(face, font.clone());
        Some(font)
    }

    pub(crate) fn glyph(&mut self, font: Font, id: u32) -> Arc<Glyph> {
        if self.sizes.len() >= MAX_SIZES && !self.sizes.contains_key(&font) {
            self.sizes.clear();
        }
        let unhinted = self.unhinted;
        let sized = self
            .sizes
            .entry(font)
            .or_insert_with(|| SizedFont::new(font, unhinted));
        if let Some(glyph) = sized.glyphs.get(&id) {
            return glyph.clone();
        }
        let glyph = Arc::new(sized.draw(font, GlyphId::new(id)));
        sized.glyphs.insert(id, glyph.clone());
        glyph
    }

    /// Logs a missing character once.
    pub(crate) fn report_missing(&mut self, c: char) {
        // The text was laid out before with other fonts, which reported it.
        if !self.unhinted && self.missing.insert(c) {
            log::warn!(
                "the font DejaVu has no glyph for {c:?} (U+{:04X}); a box is drawn instead",
                u32::from(c)
            );
        }
    }

    /// Logs once that the notation of a text is invalid.
    pub(super) fn report_math(&mut self, text: &str, reason: &str) {
        if !self.unhinted
            && self.not_math.len() < MAX_LINES
            && self.not_math.insert(text.to_owned())
        {
            log::warn!("{text:?} is drawn as plain text: {reason}");
        }
    }
}

impl SizedFont {
    fn new(font: Font, unhinted: bool) -> Self {
        let target = Target::Smooth {
            mode: SmoothMode::Normal,
            symmetric_rendering: true,
            preserve_linear_metrics: false,
        };
        let options = HintingOptions {
            engine: Engine::Interpreter,
            target,
        };
        let face = FontRef::new(font.face.data()).ok();
        let hinting = face.filter(|_| !unhinted).and_then(|face| {
            HintingInstance::new(
                &face.outline_glyphs(),
                pixels(font),
                LocationRef::default(),
                options,
            )
            .ok()
        });
        Self {
            hinting,
            unhinted,
            glyphs: HashMap::new(),
        }
    }

    fn draw(&self, font: Font, id: GlyphId) -> Glyph {
        let mut pen = Pen {
            keeps_curves: self.unhinted,
            ..Pen::default()
        };
        let mut advance = 0.0;
        if let Ok(face) = FontRef::new(font.face.data())
            && let Some(outline) = face.outline_glyphs().get(id)
        {
            let settings = match &self.hinting {
                Some(hinting) => DrawSettings::hinted(hinting, false),
                None => DrawSettings::unhinted(pixels(font), LocationRef::default()),
            };
            let drawn = outline.draw(settings, &mut pen).ok();
            let linear = face.glyph_metrics(pixels(font), LocationRef::default());
            advance = drawn
                .and_then(|metrics| metrics.advance_width)
                .or_else(|| {
                    let advance = linear.advance_width(id);
                    advance.map(|width| if self.unhinted { width } else { width.round() })
                })
                .unwrap_or(0.0);
        }
        pen.into_glyph(advance)
    }
}

fn pixels(font: Font) -> Size {
    Size::new(font.size as f32 / 64.0)
}

/// Takes an outline and the bounds of its control points.
#[derive(Default)]
struct Pen {
    path: BezPath,
    end: kurbo::Point,
    bounds: Option<[f32; 4]>,
    keeps_curves: bool,
}

impl Pen {
    fn at(&mut self, x: f32, y: f32) -> kurbo::Point {
        let [left, bottom, right, top] = self.bounds.unwrap_or([x, y, x, y]);
        self.bounds = Some([left.min(x), bottom.min(y), right.max(x), top.max(y)]);
        kurbo::Point::new(x.into(), y.into())
    }

    fn into_glyph(self, advance: f32) -> Glyph {
        let subpixels = |v: f32| (v * 64.0).round() as i32;
        Glyph {
            outline: self.path,
            advance: subpixels(advance),
            bounds: self.bounds.map(|b| b.map(subpixels)),
        }
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        let p = self.at(x, y);
        self.path.move_to(p);
        self.end = p;
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let p = self.at(x, y);
        self.path.line_to(p);
        self.end = p;
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let (c, p) = (self.at(cx, cy), self.at(x, y));
        let start = self.end;
        if self.keeps_curves {
            self.path.quad_to(c, p);
            self.end = p;
            return;
        }
        let second = start.to_vec2() - 2.0 * c.to_vec2() + p.to_vec2();
        let mut bend = second.x.abs().max(second.y.abs());
        let mut pieces = 1;
        while bend > STRAIGHT {
            bend /= 4.0;
            pieces *= 2;
        }
        let curve = kurbo::QuadBez::new(start, c, p);
        for i in 1..=pieces {
            let t = f64::from(i) / f64::from(pieces);
            self.path.line_to(kurbo::ParamCurve::eval(&curve, t));
        }
        self.end = p;
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        // TrueType has no cubics.
        let (a, b, p) = (self.at(ax, ay), self.at(bx, by), self.at(x, y));
        self.path.curve_to(a, b, p);
        self.end = p;
    }

    fn close(&mut self) {
        self.path.close_path();
    }
}

/// Appends a glyph's outline, y down, at a place of the canvas.
pub(crate) fn place_glyph(path: &mut BezPath, glyph: &Glyph, place: Affine) {
    path.extend(glyph.outline.iter().map(|el| place * el));
}
