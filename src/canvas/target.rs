//! Paints covered pixels onto a canvas, with matplotlib's blending.

mod between;
mod crowd;
mod ink;
mod layer;
mod mask;
mod pattern;
mod picture;
mod pixel_set;
mod shaded_brush;
mod stamp;
mod upright;

use std::ops::Range;

use kurbo::{Point, Rect, Vec2};
use pulp::{Arch, NullaryFnOnce};

use crate::canvas::Canvas;
use crate::canvas::clip_mask::ClipMask;
use crate::canvas::coverage::{Coverage, Covered, Covers, LANES, Paint, area_of, bands, whole};
use crate::canvas::gouraud::{Rgba, Run, Shade};
use crate::canvas::paint::Fill;
use crate::canvas::polygons::{Polygons, reach_of};
use crate::canvas::prefetch;
use crate::color::Color;
use crate::mapping::{Clip, PixelRect};
use crate::marks::Marks;
use ink::{Ink, blend_colors};
pub(super) use ink::{divided, share};
pub(super) use mask::Mask;
use shaded_brush::ShadedBrush;
pub(super) use stamp::Stamp;

/// Pixels of a canvas of this width, and where they may be painted.
#[derive(Debug)]
pub(super) struct Target<'a> {
    pixels: &'a mut [[u8; 4]],
    marks: &'a mut Marks,
    /// Memory for what shapes cover, unless it is in use.
    coverage: Option<&'a mut Coverage>,
    width: usize,
    clip: PixelRect,
    mask: Option<&'a ClipMask>,
    arch: Arch,
}

impl<'a> Target<'a> {
    pub(super) fn new(canvas: &'a mut Canvas, clip: Option<&Clip>) -> Self {
        let whole = PixelRect::of_canvas(canvas.size);
        let (clip, is_masked) = match clip {
            None => (whole, false),
            Some(Clip::Pixels(pixels)) => (pixels.clip(canvas.size), false),
            // As in the reference: lines are cut at the canvas' edges only, which rounds them.
            Some(Clip::Path(path)) => {
                canvas.mask(path);
                (whole, true)
            }
            Some(Clip::PathIn(path, pixels)) => {
                canvas.mask(path);
                (pixels.clip(canvas.size), true)
            }
        };
        let (pixels, marks) = canvas.raster.parts();
        Self {
            width: canvas.size.width as usize,
            clip,
            mask: canvas.clip_mask.as_ref().filter(|_| is_masked),
            pixels,
            marks,
            coverage: Some(&mut canvas.coverage),
            arch: Arch::new(),
        }
    }

    /// Whether a path clips what is painted.
    pub(super) fn is_clipped(&self) -> bool {
        self.mask.is_some()
    }

    pub(super) fn is_near(&self, center: Point, reach: f64) -> bool {
        let near = |v: f64, low: i64, high: i64| v + reach > low as f64 && v - reach < high as f64;
        near(center.x, self.clip.x0, self.clip.x1) && near(center.y, self.clip.y0, self.clip.y1)
    }

    /// Fills polygons moved by this many pixels, by the nonzero rule: smoothly, or each pixel that they touch, as Agg's
    /// renderer without antialiasing.
    pub(super) fn fill(&mut self, polygons: &Polygons, offset: Vec2, color: Color, smooth: bool) {
        let reach = polygons.reach() + offset;
        if smooth && self.mask.is_none() && self.fill_upright(polygons, (offset, reach), color) {
            return;
        }
        self.in_bands(
            reach,
            |coverage| coverage.add(polygons, offset, reach),
            |target, coverage| target.paint(coverage, color, smooth),
        );
    }

    /// Fills the area on one side of segments.
    pub(super) fn fill_segments(&mut self, segments: &[[Point; 2]], fill: Fill<'_>) {
        self.in_bands(
            reach_of(segments.as_flattened()),
            |coverage| coverage.add_segments(segments),
            |target, coverage| target.paint(coverage, fill.color, fill.antialiased),
        );
    }

    /// Fills the outline of a triangle with its colours.
    pub(super) fn fill_shaded(&mut self, outline: &Polygons, shade: &Shade, colors: &[Rgba]) {
        let reach = outline.reach();
        self.in_bands(
            reach,
            |coverage| coverage.add(outline, Vec2::ZERO, reach),
            |target, coverage| {
                let (arch, mask) = (target.arch, target.mask);
                let brush = ShadedBrush {
                    shade,
                    colors,
                    run: Run::default(),
                    row: Row::default(),
                    target,
                };
                paint_seen(brush, coverage, arch, mask);
            },
        );
    }

    /// Paints what shapes within `reach` cover, in bands of bounded memory.
    fn in_bands(
        &mut self,
        reach: Rect,
        add: impl Fn(&mut Coverage),
        paint: impl Fn(&mut Self, &mut Coverage),
    ) {
        let Some(coverage) = self.coverage.take() else {
            return;
        };
        for band in bands(area_of(reach, self.clip)) {
            coverage.begin(band);
            add(coverage);
            paint(self, coverage);
        }
        self.coverage = Some(coverage);
    }

    /// Paints what is covered, in proportion if it is smooth.
    fn paint(&mut self, coverage: &mut impl Covered, color: Color, smooth: bool) {
        let (arch, mask) = (self.arch, self.mask);
        let brush = Brush {
            ink: Ink::new(color),
            row: Row::default(),
            target: self,
        };
        match (mask, smooth) {
            (mask, true) => paint_seen(brush, coverage, arch, mask),
            (None, false) => {
                let brush = Touched(brush);
                arch.dispatch(PaintCoverage { brush, coverage });
            }
            (Some(mask), false) => {
                let brush = Touched(Masked { brush, mask, y: 0 });
                arch.dispatch(PaintCoverage { brush, coverage });
            }
        }
    }

    /// Paints a group of a row in the clip.
    #[inline(always)]
    fn paint_group(&mut self, left: i64, row: Row, covers: &Covers, ink: &Ink) {
        if let Some(pixels) = self.whole_group(left, row) {
            return ink.blend(pixels, covers);
        }
        let PixelRect { x0, x1, .. } = self.clip;
        let (first, end) = (left.max(x0), left.saturating_add(LANES as i64).min(x1));
        if first >= end {
            return;
        }
        let pixels = self.span(first as usize..end as usize, row);
        let covers = &covers[(first - left) as usize..];
        for (pixel, cover) in pixels.iter_mut().zip(covers) {
            ink.blend_one(pixel, *cover);
        }
    }

    /// The pixels of a group, to be changed, if it is in the clip.
    #[inline(always)]
    fn whole_group(&mut self, left: i64, row: Row) -> Option<&mut [[u8; 4]; LANES]> {
        let PixelRect { x0, x1, .. } = self.clip;
        // Far away a sum of places overflows.
        if left < x0 || left > x1 - LANES as i64 {
            return None;
        }
        let left = left as usize;
        self.marks.mark(left, row.marks);
        self.pixels[row.pixels + left..].first_chunk_mut()
    }

    /// Blends R, G, B, A of each lane over the part of a group that is in the clip.
    #[inline(always)]
    fn blend_group(&mut self, x: i64, row: Row, colors: &[[i32; LANES]; 4], covers: &Covers) {
        self.change_group(
            x,
            row,
            #[inline(always)]
            |pixels| blend_colors(pixels, colors, covers),
        );
    }

    /// Changes the pixels of a group in a row of the clip, as far as they are in the clip.
    #[inline(always)]
    fn change_group(&mut self, x: i64, row: Row, change: impl FnOnce(&mut [[u8; 4]; LANES])) {
        if let Some(pixels) = self.whole_group(x, row) {
            return change(pixels);
        }
        let PixelRect { x0, x1, .. } = self.clip;
        let (first, end) = (x.max(x0), x.saturating_add(LANES as i64).min(x1));
        if first >= end {
            return;
        }
        let skipped = (first - x) as usize;
        let pixels = self.span(first as usize..end as usize, row);
        let mut group = [[0, 0, 0, 255]; LANES];
        group[skipped..][..pixels.len()].copy_from_slice(pixels);
        change(&mut group);
        pixels.copy_from_slice(&group[skipped..][..pixels.len()]);
    }

    /// Pixels of a row, to be changed.
    fn span(&mut self, x: Range<usize>, row: Row) -> &mut [[u8; 4]] {
        self.marks.mark_all(x.clone(), row.marks);
        &mut self.pixels[row.pixels..][x]
    }

    /// Prefetches the pixels of a group into the processor's cache.
    #[inline(always)]
    fn fetch(&self, x: i64, y: i64) {
        let pixel = y as usize * self.width + x.max(0) as usize;
        if let Some(pixel) = self.pixels.get(pixel) {
            prefetch(pixel);
        }
    }

    fn row(&self, y: i64) -> Row {
        let y = y as usize;
        Row {
            pixels: y * self.width,
            marks: self.marks.row(y),
        }
    }
}

/// Where a row begins.
#[derive(Debug, Clone, Copy, Default)]
struct Row {
    pixels: usize,
    marks: usize,
}

/// Paints groups in a colour.
struct Brush<'a, 'b> {
    target: &'a mut Target<'b>,
    ink: Ink,
    row: Row,
}

impl Paint for Brush<'_, '_> {
    #[inline(always)]
    fn fetch(&self, x: i64, y: i64) {
        self.target.fetch(x, y);
    }

    #[inline(always)]
    fn row(&mut self, y: i64) {
        self.row = self.target.row(y);
    }

    #[inline(always)]
    fn group(&mut self, x: i64, covers: &Covers) {
        self.target.paint_group(x, self.row, covers, &self.ink);
    }

    #[inline(always)]
    fn touch(&mut self, x: i64, covers: &Covers) {
        if self.ink.alpha == 255
            && let Some(pixels) = self.target.whole_group(x, self.row)
        {
            return self.ink.replace(pixels, covers);
        }
        self.group(x, &whole(covers));
    }

    #[inline(always)]
    fn span(&mut self, left: i64, groups: usize, cover: i32) {
        let PixelRect { x0, x1, .. } = self.target.clip;
        let right = (left + (LANES * groups) as i64).min(x1);
        let left = left.max(x0);
        if left >= right {
            return;
        }
        let pixels = self.target.span(left as usize..right as usize, self.row);
        if self.ink.alpha == 255 && cover == 255 {
            return pixels.fill(self.ink.pixel);
        }
        let covers = [cover; LANES];
        let (groups, rest) = pixels.as_chunks_mut();
        for group in groups {
            self.ink.blend(group, &covers);
        }
        for pixel in rest {
            self.ink.blend_one(pixel, cover);
        }
    }
}

/// Paints what is seen of groups that a path clips.
struct Masked<'b, P> {
    brush: P,
    mask: &'b ClipMask,
    y: i64,
}

impl<P: Paint> Paint for Masked<'_, P> {
    #[inline(always)]
    fn fetch(&self, x: i64, y: i64) {
        self.brush.fetch(x, y);
    }

    #[inline(always)]
    fn row(&mut self, y: i64) {
        self.brush.row(y);
        self.y = y;
    }

    #[inline(always)]
    fn group(&mut self, x: i64, covers: &Covers) {
        self.brush.group(x, &self.mask.seen((x, self.y), covers));
    }
}

/// Paints groups whose pixels are covered wholly or not at all.
struct Touched<P>(P);

impl<P: Paint> Paint for Touched<P> {
    #[inline(always)]
    fn fetch(&self, x: i64, y: i64) {
        self.0.fetch(x, y);
    }

    #[inline(always)]
    fn row(&mut self, y: i64) {
        self.0.row(y);
    }

    #[inline(always)]
    fn group(&mut self, x: i64, covers: &Covers) {
        self.0.touch(x, covers);
    }

    #[inline(always)]
    fn span(&mut self, x: i64, groups: usize, cover: i32) {
        if cover > 0 {
            self.0.span(x, groups, 255);
        }
    }
}

/// The work of [`Target::paint`], vectorised for the machine at hand.
struct PaintCoverage<'a, P, C> {
    brush: P,
    coverage: &'a mut C,
}

impl<P: Paint, C: Covered> NullaryFnOnce for PaintCoverage<'_, P, C> {
    type Output = ();

    #[inline(always)]
    fn call(mut self) {
        self.coverage.paint(&mut self.brush);
    }
}

/// Paints what is covered, and what is seen of it if a path clips it.
fn paint_seen(brush: impl Paint, coverage: &mut impl Covered, arch: Arch, mask: Option<&ClipMask>) {
    match mask {
        None => arch.dispatch(PaintCoverage { brush, coverage }),
        Some(mask) => {
            let brush = Masked { brush, mask, y: 0 };
            arch.dispatch(PaintCoverage { brush, coverage });
        }
    }
}
