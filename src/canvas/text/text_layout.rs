//! Text of several lines, aligned and rotated as by matplotlib's `Text._get_layout`.

use std::sync::Arc;

use skrifa::raw::TableProvider;

use crate::canvas::text::face::Face;
use crate::canvas::text::family::FontFamily;
use crate::canvas::text::fonts::{Fonts, subpixels_per_em};
use crate::canvas::text::mathtext::{MathFontset, is_mathtext, mathtext};
use crate::canvas::text::shape::GlyphLine;
use crate::canvas::text::weight::FontWeight;
use crate::properties::{Angle, Length, names, options};

/// Horizontal alignment: the part of a text at its x.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum HorizontalAlignment {
    /// The left side.
    #[default]
    Left,
    /// The middle.
    Center,
    /// The right side.
    Right,
}

names! {
    HorizontalAlignment, "ha", "left, center or right";
    Left: "left",
    Center: "center",
    Right: "right",
}

/// Vertical alignment: the part of a text at its y.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum VerticalAlignment {
    /// The top of its box.
    Top,
    /// The middle of its box.
    Center,
    /// The middle between the top and the last baseline.
    CenterBaseline,
    /// The baseline of the last line.
    #[default]
    Baseline,
    /// The bottom of its box.
    Bottom,
}

names! {
    VerticalAlignment, "va", "top, center, center_baseline, baseline or bottom";
    Top: "top",
    Center: "center",
    CenterBaseline: "center_baseline",
    Baseline: "baseline",
    Bottom: "bottom",
}

/// Whether a text is rotated before or after it is aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RotationMode {
    /// Rotated first; then its bounding box is aligned.
    #[default]
    Default,
    /// Aligned first, then rotated about its anchor.
    Anchor,
    /// As by default, with the horizontal alignment that suits the angle of a label below or above its tick.
    Xtick,
    /// As by default, with the vertical alignment that suits the angle of a label beside its tick.
    Ytick,
}

impl TextStyle {
    /// The alignments of the box around the rotated text, which some modes choose by the angle.
    fn alignment(&self) -> (HorizontalAlignment, VerticalAlignment) {
        use HorizontalAlignment::{Center, Left, Right};
        let angle = self.rotation.rem_euclid(360.0);
        let within = |from: f64, to: f64| (from..=to).contains(&angle);
        let is_level = within(0.0, 10.0) || within(350.0, 360.0) || within(170.0, 190.0);
        match self.rotation_mode {
            RotationMode::Default | RotationMode::Anchor => (self.ha, self.va),
            RotationMode::Xtick => {
                let is_above = self.va == VerticalAlignment::Bottom;
                let rises = within(10.0, 85.0) || within(190.0, 265.0);
                let ha = match (rises, is_above) {
                    _ if is_level || within(85.0, 95.0) || within(265.0, 275.0) => Center,
                    (true, true) | (false, false) => Left,
                    _ => Right,
                };
                (ha, self.va)
            }
            RotationMode::Ytick => {
                let is_right = self.ha == Left;
                let rises = within(10.0, 80.0) || within(190.0, 260.0);
                let va = match (rises, is_right) {
                    _ if is_level || within(80.0, 100.0) || within(260.0, 280.0) => {
                        VerticalAlignment::Center
                    }
                    (true, true) | (false, false) => VerticalAlignment::Baseline,
                    _ => VerticalAlignment::Top,
                };
                (self.ha, va)
            }
        }
    }
}

names! {
    RotationMode, "rotation_mode", "default, anchor, xtick or ytick";
    Default: "default",
    Anchor: "anchor",
    Xtick: "xtick",
    Ytick: "ytick",
}

options! {
    /// The style of a text: font, angle and alignment.
    ///
    /// ```
    /// use plotreel::text::TextStyle;
    ///
    /// let style = TextStyle::new().with_size(14.0).with_bold(true).with_va("top")?;
    /// assert_eq!(style.rotation(), 0.0);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq)]
    pub struct TextStyle;
    family / with_family: maybe_choice<FontFamily> = None, "the font family; that of the figure's style if `None`";
    size / with_size: number<Length> = 10.0, "the font size in points";
    weight / with_weight: maybe_choice<FontWeight> = None, "the weight; that of the figure's style if `None`";
    oblique / with_oblique: flag = false, "whether the style is oblique";
    rotation / with_rotation: number<Angle> = 0.0, "the angle in degrees, counter-clockwise";
    rotation_mode / with_rotation_mode: choice<RotationMode> = RotationMode::default(),
        "whether rotation is before or after alignment";
    ha / with_ha: choice<HorizontalAlignment> = HorizontalAlignment::default(), "the horizontal alignment";
    va / with_va: choice<VerticalAlignment> = VerticalAlignment::default(), "the vertical alignment";
    multialignment / with_multialignment: maybe_choice<HorizontalAlignment> = None,
        "the alignment of lines relative to each other; the horizontal alignment if `None`";
    linespacing / with_linespacing: maybe<Length> = None,
        "the line spacing as a multiple of the font's height; the font's own spacing if `None`";
    math_fontfamily / with_math_fontfamily: maybe_choice<MathFontset> = None,
        "the fonts of mathematical notation; those of the figure's style if `None`";
    parse_math / with_parse_math: flag = true, "whether `$…$` is mathematical notation";
}

impl TextStyle {
    /// The same, bold or of normal weight.
    pub fn with_bold(mut self, bold: bool) -> Self {
        self.weight = Some(FontWeight::of_bold(bold));
        self
    }
}

/// Where a text's parts are from its anchor, in pixels with y up.
#[derive(Debug, Clone)]
pub(crate) struct TextLayout {
    /// Left, bottom, right and top of the bounding box of the rotated text; zero for an empty text.
    pub(crate) bounds: [f64; 4],
    /// Each line and the start of its baseline.
    pub(crate) lines: Vec<(Arc<GlyphLine>, f64, f64)>,
    /// Lower left corner of the box that is rotated with the text, and its width and height.
    pub(crate) corner: (f64, f64),
    pub(crate) size: (f64, f64),
    pub(super) text: String,
    pub(super) style: TextStyle,
    pub(super) dpi: f64,
}

/// Ascent, descent and gap of a face's lines in pixels, from its table OS/2, or hhea if it has none.
fn line_metrics(face: Face, em: f64) -> [f64; 3] {
    let Some(font) = face.font() else {
        return [0.0; 3];
    };
    let units = font.head().map_or(0, |head| head.units_per_em());
    let metrics = match (font.os2(), font.hhea()) {
        (Ok(os2), _) => [
            os2.s_typo_ascender(),
            os2.s_typo_descender(),
            os2.s_typo_line_gap(),
        ],
        (_, Ok(hhea)) => [
            hhea.ascender().to_i16(),
            hhea.descender().to_i16(),
            hhea.line_gap().to_i16(),
        ],
        _ => return [0.0; 3],
    };
    let [ascent, descent, gap] = metrics.map(|v| f64::from(v) * (1.0 / f64::from(units) * em));
    [ascent, -descent, gap]
}

/// A line with its ascent and descent, spaced from its neighbours.
struct Row {
    line: Arc<GlyphLine>,
    y: f64,
}

impl TextLayout {
    pub(crate) fn new(fonts: &mut Fonts, text: &str, style: &TextStyle, dpi: f64) -> Self {
        let (rows, baseline, descent) = rows(fonts, text, style, dpi);
        let width = rows.iter().map(|r| r.line.width).fold(0.0, f64::max);
        let bottom = rows.last().map_or(0.0, |r| r.y) - descent;

        let rotate = rotation(style.rotation);
        let corners = [(0.0, bottom), (0.0, 0.0), (width, 0.0), (width, bottom)].map(&rotate);
        let (x0, x1) = extremes(corners.map(|c| c.0));
        let (y0, y1) = extremes(corners.map(|c| c.1));
        let (ha, va) = style.alignment();
        let (dx, dy) = match style.rotation_mode {
            RotationMode::Default | RotationMode::Xtick | RotationMode::Ytick => (
                horizontal(ha, x0, x1),
                vertical(va, y0, y1, y0 + descent, y1 - baseline / 2.0),
            ),
            RotationMode::Anchor => rotate((
                horizontal(ha, 0.0, width),
                vertical(va, bottom, 0.0, -baseline, -baseline / 2.0),
            )),
        };
        let align = style.multialignment.unwrap_or(style.ha);
        let lines = rows
            .into_iter()
            .map(|row| {
                let x = match align {
                    HorizontalAlignment::Left => 0.0,
                    HorizontalAlignment::Center => width / 2.0 - row.line.width / 2.0,
                    HorizontalAlignment::Right => width - row.line.width,
                };
                let (x, y) = rotate((x, row.y));
                (row.line, x - dx, y - dy)
            })
            .collect();
        let bounds = [x0 - dx, y0 - dy, x1 - dx, y1 - dy];
        Self {
            bounds: bounds.map(|v| if text.is_empty() { 0.0 } else { v }),
            lines,
            corner: (corners[0].0 - dx, corners[0].1 - dy),
            size: (width, -bottom),
            text: text.to_owned(),
            style: style.clone(),
            dpi,
        }
    }
}

/// The glyphs of a line at a size in points, with mathematical notation if the style has it.
pub(super) fn glyph_line(
    fonts: &mut Fonts,
    text: &str,
    style: &TextStyle,
    points: f64,
    dpi: f64,
) -> Arc<GlyphLine> {
    let faces = fonts.faces(style.family.as_ref(), style.weight, style.oblique);
    let size = subpixels_per_em(points, dpi);
    if style.parse_math && is_mathtext(text) {
        let math = style.math_fontfamily.unwrap_or(fonts.math_fontset());
        mathtext(fonts, (faces, math), text, points, dpi)
    } else if style.parse_math && text.contains("\\$") {
        fonts.line(faces, size, &text.replace("\\$", "$"))
    } else {
        fonts.line(faces, size, text)
    }
}

/// The lines from the top (y = 0) down, the distance of the last baseline from it, and the last line's descent.
fn rows(fonts: &mut Fonts, text: &str, style: &TextStyle, dpi: f64) -> (Vec<Row>, f64, f64) {
    let faces = fonts.faces(style.family.as_ref(), style.weight, style.oblique);
    let [min_ascent, min_descent, gap] = line_metrics(faces.first(), style.size * dpi / 72.0);
    let gap = if text.contains('\n') { gap } else { 0.0 };
    let (mut y, mut baseline, mut last_descent) = (0.0, 0.0, 0.0);
    let mut rows = Vec::new();
    for text in text.split('\n') {
        let line = glyph_line(fonts, text, style, style.size, dpi);
        let (mut ascent, mut descent) = (line.height - line.descent, line.descent);
        match style.linespacing {
            None => {
                ascent = ascent.max(min_ascent) + gap / 2.0;
                descent = descent.max(min_descent) + gap / 2.0;
            }
            Some(spacing) => {
                let leading = spacing * (min_ascent + min_descent) - (ascent + descent);
                ascent += leading / 2.0;
                descent += leading / 2.0;
            }
        }
        baseline = ascent - y;
        y -= ascent;
        rows.push(Row { line, y });
        y -= descent;
        last_descent = descent;
    }
    (rows, baseline, last_descent)
}

fn horizontal(align: HorizontalAlignment, left: f64, right: f64) -> f64 {
    match align {
        HorizontalAlignment::Left => left,
        HorizontalAlignment::Center => (left + right) / 2.0,
        HorizontalAlignment::Right => right,
    }
}

fn vertical(
    align: VerticalAlignment,
    bottom: f64,
    top: f64,
    baseline: f64,
    center_baseline: f64,
) -> f64 {
    match align {
        VerticalAlignment::Bottom => bottom,
        VerticalAlignment::Top => top,
        VerticalAlignment::Center => (bottom + top) / 2.0,
        VerticalAlignment::Baseline => baseline,
        VerticalAlignment::CenterBaseline => center_baseline,
    }
}

fn extremes(values: [f64; 4]) -> (f64, f64) {
    values
        .into_iter()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| {
            (low.min(v), high.max(v))
        })
}

/// Rotates points about the origin by an angle in degrees.
fn rotation(degrees: f64) -> impl Fn((f64, f64)) -> (f64, f64) {
    let (sin, cos) = if degrees == 0.0 {
        (0.0, 1.0)
    } else {
        degrees.to_radians().sin_cos()
    };
    move |(x, y)| (cos * x - sin * y, sin * x + cos * y)
}
