//! FreeType's metrics of unhinted glyphs: control boxes, advances and kerning.

use skrifa::instance::{LocationRef, Size};
use skrifa::outline::DrawSettings;
use skrifa::outline::pen::ControlBoundsPen;
use skrifa::raw::TableProvider;
use skrifa::raw::tables::glyf::{Anchor, Component, CompositeGlyphFlags, Glyph};
use skrifa::raw::tables::kern::SubtableKind;
use skrifa::{FontRef, GlyphId, MetadataProvider};

use crate::canvas::text::face::Face;
use crate::canvas::text::fonts::Font;

/// Composite glyphs in composite glyphs that are followed.
const MAX_DEPTH: usize = 8;
/// The pixels per em from which FreeType does not reduce kerning.
const FULL_KERNING: i64 = 25;

/// A glyph that is scaled but not hinted.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Metrics {
    /// Left, bottom, right and top of the control points in 1/64 px; zero if there are none.
    pub(super) bounds: [i32; 4],
    /// In pixels.
    pub(super) advance: f64,
}

/// A face's glyph for a character, 0 if it has none.
pub(super) fn glyph_id(face: Face, c: char) -> u32 {
    face.font()
        .and_then(|font| font.charmap().map(c))
        .map_or(0, |id| id.to_u32())
}

/// Measures a glyph; nothing if the font has none of that number.
pub(super) fn metrics(font: Font, id: u32) -> Metrics {
    measure(font, GlyphId::new(id)).unwrap_or_default()
}

/// By how many pixels two glyphs are moved apart.
pub(super) fn kerning(font: Font, left: u32, right: u32) -> f64 {
    let Some((units, scale)) = pair(font, GlyphId::new(left), GlyphId::new(right)) else {
        return 0.0;
    };
    let ppem = (i64::from(font.size) + 32) >> 6;
    let mut subpixels = scaled(units, scale);
    if ppem < FULL_KERNING {
        // FreeType rounds a half away from zero.
        let product = subpixels * ppem;
        subpixels = product.signum() * ((product.abs() + FULL_KERNING / 2) / FULL_KERNING);
    }
    ((subpixels + 32) >> 6) as f64
}

fn pair(font: Font, left: GlyphId, right: GlyphId) -> Option<(i64, i64)> {
    let face = font.face.font()?;
    let scale = font_scale(font, &face)?;
    let kern = face.kern().ok()?;
    let units = kern
        .subtables()
        .filter_map(|table| match table.ok()?.kind().ok()? {
            SubtableKind::Format0(pairs) => pairs.kerning(left, right),
            _ => None,
        })
        .sum::<i32>();
    Some((units.into(), scale))
}

fn measure(font: Font, id: GlyphId) -> Option<Metrics> {
    let face = font.face.font()?;
    let scale = font_scale(font, &face)?;
    let hmtx = face.hmtx().ok()?;
    if face.glyf().is_err() {
        return measure_outline(font, &face, id);
    }
    let advance = i64::from(hmtx.advance(id)?);
    let mut points = Vec::new();
    collect(&face, id, scale, &mut points, MAX_DEPTH)?;
    let mut bounds = [0; 4];
    if let Some(&(x, y)) = points.first() {
        let first = [x, y, x, y];
        let [left, bottom, right, top] = points.iter().fold(first, |[l, b, r, t], &(x, y)| {
            [l.min(x), b.min(y), r.max(x), t.max(y)]
        });
        let origin = glyph(&face, id)?.x_min() - hmtx.side_bearing(id)?;
        let shift = scaled(origin.into(), scale);
        bounds = [left - shift, bottom, right - shift, top].map(|v| v as i32);
    }
    Some(Metrics {
        bounds,
        advance: ((advance * scale + 32) >> 6) as f64 / 65536.0,
    })
}

/// Measures a glyph of a font with PostScript outlines.
fn measure_outline(font: Font, face: &FontRef<'_>, id: GlyphId) -> Option<Metrics> {
    let size = Size::new(font.size as f32 / 64.0);
    let mut pen = ControlBoundsPen::default();
    let outline = face.outline_glyphs().get(id)?;
    let settings = DrawSettings::unhinted(size, LocationRef::default());
    outline.draw(settings, &mut pen).ok()?;
    let bounds = pen.bounding_box().unwrap_or_default();
    let advance = face
        .glyph_metrics(size, LocationRef::default())
        .advance_width(id)?;
    Some(Metrics {
        bounds: [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max]
            .map(|v| (v * 64.0).round() as i32),
        advance: advance.into(),
    })
}

fn glyph<'a>(face: &FontRef<'a>, id: GlyphId) -> Option<Glyph<'a>> {
    let (loca, glyf) = (face.loca(None).ok()?, face.glyf().ok()?);
    loca.get_glyf(id, &glyf).ok()?
}

/// A glyph's points in 1/64 px, each of its parts rounded by itself.
fn collect(
    face: &FontRef<'_>,
    id: GlyphId,
    scale: i64,
    points: &mut Vec<(i64, i64)>,
    depth: usize,
) -> Option<()> {
    match glyph(face, id) {
        None => {}
        Some(Glyph::Simple(simple)) => points.extend(
            simple
                .points()
                .map(|p| (scaled(p.x.into(), scale), scaled(p.y.into(), scale))),
        ),
        Some(Glyph::Composite(composite)) => {
            for part in composite.components() {
                let start = points.len();
                collect(face, part.glyph, scale, points, depth.checked_sub(1)?)?;
                place(&mut points[start..], &part, scale);
            }
        }
    }
    Some(())
}

/// Turns and moves the points of a part.
fn place(points: &mut [(i64, i64)], part: &Component, scale: i64) {
    const TURNED: CompositeGlyphFlags = CompositeGlyphFlags::WE_HAVE_A_SCALE
        .union(CompositeGlyphFlags::WE_HAVE_AN_X_AND_Y_SCALE)
        .union(CompositeGlyphFlags::WE_HAVE_A_TWO_BY_TWO);
    let t = part.transform;
    let [xx, xy, yx, yy] = [t.xx, t.xy, t.yx, t.yy].map(|v| i64::from(v.to_bits()) << 2);
    let (dx, dy) = match part.anchor {
        Anchor::Offset { x, y } => (scaled(x.into(), scale), scaled(y.into(), scale)),
        Anchor::Point { .. } => (0, 0),
    };
    let turned = part.flags.intersects(TURNED);
    for (x, y) in points {
        if turned {
            (*x, *y) = (
                scaled(*x, xx) + scaled(*y, xy),
                scaled(*x, yx) + scaled(*y, yy),
            );
        }
        (*x, *y) = (*x + dx, *y + dy);
    }
}

/// 1/64 px per font unit, in 1/65536.
fn font_scale(font: Font, face: &FontRef<'_>) -> Option<i64> {
    let em = i64::from(face.head().ok()?.units_per_em());
    (em > 0).then(|| ((i64::from(font.size) << 16) + em / 2) / em)
}

/// A product with a number in 1/65536, a half rounded away from zero.
fn scaled(v: i64, scale: i64) -> i64 {
    let product = v * scale;
    (product + 0x8000 + (product >> 63)) >> 16
}
