//! Paths on the canvas: filled and stroked by vello_cpu, composited before pixels are read or blitted.

use std::fmt;

use kurbo::{Affine, BezPath, PathEl, Point, Rect, Stroke};
use vello_cpu::color::{AlphaColor, Srgb};
use vello_cpu::{PixmapMut, RasterizerSettings, RenderContext, Resources, TargetInit};

use crate::canvas::Canvas;
use crate::canvas::outline::outline;
use crate::color::Color;
use crate::transform::PixelRect;

/// Curves become line segments within ¼ of a unit, so they are handed over in units of 1/16 px.
const CURVE_SCALE: f64 = 16.0;
/// Coordinates beyond this are moved to it, in pixels: f32 has no fractions left far outside the canvas.
const FAR: f64 = (1 << 20) as f64;

/// Shorter dashes with their gaps are drawn as a solid line, in pixels.
const FINEST_DASHES: f64 = 1.0 / 64.0;

/// Vector work that waits to be composited onto the canvas.
pub(super) struct Painter {
    context: RenderContext,
    resources: Resources,
    pending: bool,
    clip: Option<PixelRect>,
}

impl Painter {
    fn new(canvas: &Canvas) -> Self {
        let (width, height) = (canvas.size.width as u16, canvas.size.height as u16);
        let mut context = RenderContext::new(width, height);
        context.set_transform(Affine::scale(1.0 / CURVE_SCALE));
        Self {
            context,
            resources: Resources::new(),
            pending: false,
            clip: None,
        }
    }

    /// Clips what is drawn from here on.
    fn set_clip(&mut self, clip: Option<PixelRect>) {
        if self.clip == clip {
            return;
        }
        if self.clip.is_some() {
            self.context.pop_clip();
        }
        self.clip = clip;
        if let Some(clip) = clip {
            let rect = Rect::new(
                clip.x0 as f64,
                clip.y0 as f64,
                clip.x1 as f64,
                clip.y1 as f64,
            );
            self.context
                .push_clip_rect(&rect.scale_from_origin(CURVE_SCALE));
        }
    }

    fn composite(&mut self, buffer: &mut [u8]) {
        self.set_clip(None);
        let (width, height) = (self.context.width(), self.context.height());
        if let Some(target) = PixmapMut::new(width, height, buffer) {
            let settings = RasterizerSettings {
                target_init: TargetInit::SrcOver,
                ..RasterizerSettings::default()
            };
            self.context
                .render_with(target, &mut self.resources, settings);
        }
        // Rounding takes a level of the alpha of some edges. Whole pixels, as bytes four apart are not stored at once.
        for pixel in buffer.as_chunks_mut::<4>().0 {
            *pixel = (u32::from_le_bytes(*pixel) | 0xff00_0000).to_le_bytes();
        }
        self.context.reset();
        self.context.set_transform(Affine::scale(1.0 / CURVE_SCALE));
        self.pending = false;
    }
}

impl fmt::Debug for Painter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Painter")
            .field("pending", &self.pending)
            .finish_non_exhaustive()
    }
}

impl Canvas {
    /// Fills a path, by the nonzero rule. Coordinates are pixels from the top left corner.
    pub(crate) fn fill_path(&mut self, path: &BezPath, color: Color, clip: Option<PixelRect>) {
        // Compositing nothing would cost as much as a picture.
        if path.is_empty() {
            return;
        }
        if let Some(painter) = self.painter(color, clip) {
            painter.context.fill_path(&enlarged(path));
        }
    }

    /// Strokes a path. Coordinates and the stroke's lengths are pixels.
    pub(crate) fn stroke_path(
        &mut self,
        path: &BezPath,
        stroke: &Stroke,
        color: Color,
        clip: Option<PixelRect>,
    ) {
        // What is not a width is no line, and what is wider than any canvas is as wide as it.
        if stroke.width.is_nan() || stroke.width <= 0.0 || path.is_empty() {
            return;
        }
        let mut stroke = stroke.clone();
        stroke.width = stroke.width.min(FAR);
        if stroke.dash_pattern.iter().sum::<f64>() < FINEST_DASHES {
            stroke.dash_pattern.clear();
        }
        let lines = path.iter().map(|el| placed(el, near));
        if let Some(outline) = outline(lines, &stroke) {
            self.fill_path(&outline, color, clip);
        } else if let Some(painter) = self.painter(color, clip) {
            stroke.width *= CURVE_SCALE;
            stroke.dash_offset *= CURVE_SCALE;
            stroke
                .dash_pattern
                .iter_mut()
                .for_each(|d| *d *= CURVE_SCALE);
            painter.context.set_stroke(stroke);
            painter.context.stroke_path(&enlarged(path));
        }
    }

    /// Composites what has been painted so far, so that the pixels are true.
    pub(crate) fn flush(&mut self) {
        if let Some(painter) = &mut self.painter
            && painter.pending
        {
            painter.composite(&mut self.buffer);
        }
    }

    /// The painter with its colour and clip set, unless nothing would show.
    fn painter(&mut self, color: Color, clip: Option<PixelRect>) -> Option<&mut Painter> {
        if color.a == 0 || clip.is_some_and(|clip| clip.clip(self.size).is_empty()) {
            return None;
        }
        if self.painter.is_none() {
            self.painter = Some(Box::new(Painter::new(self)));
        }
        let painter = self.painter.as_mut()?;
        painter.pending = true;
        painter.set_clip(clip);
        painter.context.set_paint(swapped(color));
        Some(painter)
    }
}

/// The colour with red and blue exchanged: the painter writes RGBA, the canvas is BGRA.
fn swapped(color: Color) -> AlphaColor<Srgb> {
    AlphaColor::from_rgba8(color.b, color.g, color.r, color.a)
}

fn enlarged(path: &BezPath) -> BezPath {
    let place = |p: Point| (near(p).to_vec2() * CURVE_SCALE).to_point();
    path.iter().map(|el| placed(el, place)).collect()
}

fn near(p: Point) -> Point {
    Point::new(p.x.clamp(-FAR, FAR), p.y.clamp(-FAR, FAR))
}

fn placed(el: PathEl, place: impl Fn(Point) -> Point) -> PathEl {
    use PathEl::{ClosePath, CurveTo, LineTo, MoveTo, QuadTo};
    match el {
        MoveTo(p) => MoveTo(place(p)),
        LineTo(p) => LineTo(place(p)),
        QuadTo(p, q) => QuadTo(place(p), place(q)),
        CurveTo(p, q, r) => CurveTo(place(p), place(q), place(r)),
        ClosePath => ClosePath,
    }
}
