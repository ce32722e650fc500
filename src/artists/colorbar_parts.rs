//! The colours of a colorbar and the line around them.

use std::sync::Arc;

use kurbo::{BezPath, Cap, Join, Point, Rect, Shape, Stroke};

use crate::artists::extend::Extend;
use crate::artists::scalar_mappable::LevelLines;
use crate::artists::{Artist, ArtistBase, DrawContext};
use crate::canvas::path::GraphicsContext;
use crate::canvas::{Canvas, Hatching};
use crate::color::Color;
use crate::error::Result;
use crate::mapping::{Clip, PixelRect};

/// Spines are above lines.
const OUTLINE_ZORDER: f64 = 2.5;

/// The colours, with those under and over the limits as triangles at the ends.
#[derive(Debug, Clone)]
pub(crate) struct ColorbarSolids {
    base: ArtistBase,
    vertical: bool,
    extend: Extend,
    /// Whether there are lines between the colours.
    edges: bool,
}

impl ColorbarSolids {
    pub(crate) fn new(vertical: bool, extend: Extend, edges: bool) -> Self {
        Self {
            base: ArtistBase::new(0.0),
            vertical,
            extend,
            edges,
        }
    }

    /// Draws lines between so many colours and the triangles.
    fn draw_edges(&self, count: usize, canvas: &mut Canvas, ctx: &DrawContext<'_>) {
        let width = ctx.points_to_pixels(0.5 * ctx.style.axes_linewidth);
        let gc = GraphicsContext {
            edge: Some((
                ctx.style.axes_edgecolor,
                Stroke::new(width).with_caps(Cap::Butt),
            )),
            ..GraphicsContext::default()
        };
        let first = usize::from(!self.extend.below());
        let last = count - usize::from(!self.extend.above());
        for i in first..=last {
            let along = i as f64 / count as f64;
            let mut path = BezPath::new();
            path.move_to(point((0.0, along), self.vertical, ctx));
            path.line_to(point((1.0, along), self.vertical, ctx));
            canvas.draw_path(&path, &gc);
        }
    }
}

impl ColorbarSolids {
    /// Draws a line across the bar at each level of contour lines.
    fn draw_lines(
        &self,
        LevelLines { lines, widest }: LevelLines,
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
    ) {
        let Some(content) = &ctx.colorbar else {
            return;
        };
        let place = |across: f64, along: f64| point((across, along), self.vertical, ctx);
        // As in the reference, by a line's width beyond the ends of the bar.
        let clip = Rect::from_points(place(0.0, 0.0), place(1.0, 1.0));
        let clip = match self.vertical {
            true => clip.inflate(0.0, widest),
            false => clip.inflate(widest, 0.0),
        };
        for (level, edge) in lines {
            let along = content.norm.forward(level);
            let mut path = BezPath::new();
            path.move_to(place(0.0, along));
            path.line_to(place(1.0, along));
            let gc = GraphicsContext {
                edge: edge.map(|(color, width)| (color, Stroke::new(width).with_caps(Cap::Butt))),
                clip: Some(Clip::Path(Arc::new(clip.to_path(0.1)))),
                points: Some(0),
                ..GraphicsContext::default()
            };
            canvas.draw_path(&path, &gc);
        }
    }
}

impl ColorbarSolids {
    /// Draws the triangles in the colours of values beyond the limits, which fill every pixel that they touch.
    fn draw_triangles(
        &self,
        ends: [(Color, Option<Hatching>); 2],
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
    ) {
        let (below, above) = self.extend.reach();
        for ((color, hatching), (base, tip)) in ends.into_iter().zip([(0.0, below), (1.0, above)]) {
            if base == tip {
                continue;
            }
            let corners = [(0.0, base), (0.5, tip), (1.0, base)];
            let gc = GraphicsContext {
                face: Some(color),
                hatching,
                antialiased: false,
                ..GraphicsContext::default()
            };
            canvas.draw_path(&polygon(&corners, self.vertical, ctx), &gc);
        }
    }
}

impl ColorbarSolids {
    /// Draws the hatch over one of so many colours.
    fn draw_hatch(
        &self,
        (i, count): (usize, usize),
        hatching: Option<Hatching>,
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
    ) {
        if hatching.is_none() {
            return;
        }
        let [from, to] = [i, i + 1].map(|edge| edge as f64 / count as f64);
        let corners = [(0.0, from), (1.0, from), (1.0, to), (0.0, to)];
        let gc = GraphicsContext {
            hatching,
            ..GraphicsContext::default()
        };
        canvas.draw_path(&polygon(&corners, self.vertical, ctx), &gc);
    }
}

/// Whether the long axis runs from the greatest value to the least.
fn is_inverted(vertical: bool, ctx: &DrawContext<'_>) -> bool {
    let limits = ctx.mapping.limits();
    let (from, to) = if vertical { limits.y } else { limits.x };
    from > to
}

/// A place (across, along) in fractions of the bar, from the least value on.
fn point((across, along): (f64, f64), vertical: bool, ctx: &DrawContext<'_>) -> Point {
    let along = match is_inverted(vertical, ctx) {
        true => 1.0 - along,
        false => along,
    };
    match vertical {
        true => ctx.axes_point(across, along),
        false => ctx.axes_point(along, across),
    }
}

/// The closed path through points (across, along) in fractions of the bar.
fn polygon(corners: &[(f64, f64)], vertical: bool, ctx: &DrawContext<'_>) -> BezPath {
    let mut path = BezPath::new();
    for (i, (across, along)) in corners.iter().enumerate() {
        let point = point((*across, *along), vertical, ctx);
        match i {
            0 => path.move_to(point),
            _ => path.line_to(point),
        }
    }
    path.close_path();
    path
}

/// The line around colours and triangles.
#[derive(Debug, Clone)]
pub(crate) struct ColorbarOutline {
    base: ArtistBase,
    vertical: bool,
    extend: Extend,
}

impl ColorbarOutline {
    pub(crate) fn new(vertical: bool, extend: Extend) -> Self {
        Self {
            base: ArtistBase::new(OUTLINE_ZORDER),
            vertical,
            extend,
        }
    }
}

/// The colorbar in pixels along its long and its short axis, from the first colour's end on.
struct BarPixels {
    long: (f64, f64),
    short: (f64, f64),
    /// Whole pixels at which one colour ends and the next begins, and the first and the last.
    edges: Vec<i64>,
    sides: (i64, i64),
}

impl Artist for ColorbarSolids {
    crate::artists::artist_parts!(without properties, base);

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let Some(content) = &ctx.colorbar else {
            return Ok(());
        };
        if let Some(contours) = content.contours()
            && let Some(lines) = contours.lines(ctx)?
        {
            self.draw_lines(lines, canvas, ctx);
            return Ok(());
        }
        let faded = |color: Color| match content.alpha() {
            Some(alpha) => color.with_alpha(alpha),
            None => color,
        };
        let (colors, ends) = content.colors(ctx)?;
        let colors: Vec<Color> = colors.into_iter().map(faded).collect();
        let bar = BarPixels::new(self.vertical, colors.len(), ctx);
        let hatch = |i: usize| content.contours()?.hatching(i, ctx);
        let first = usize::from(self.extend.below());
        let [under, over] = ends.map(faded);
        let ends = [(under, hatch(0)), (over, hatch(first + colors.len()))];
        self.draw_triangles(ends, canvas, ctx);
        canvas.draw_rows(bar.target(self.vertical), false, |y, row| {
            let visible = bar.target(self.vertical).clip(ctx.size);
            let mut last = None;
            for (x, pixel) in (visible.x0..).zip(row.as_chunks_mut::<4>().0) {
                let (along, across) = if self.vertical { (y, x) } else { (x, y) };
                let place = match last {
                    // A row of an upright bar has one place in the colours.
                    Some((at, place)) if at == along => place,
                    _ => bar.place(along),
                };
                last = Some((along, place));
                let color = bar.color(place, across, &colors);
                *pixel = color.unwrap_or(Color::TRANSPARENT).bgra();
            }
            true
        });
        for i in 0..colors.len() {
            let hatch = hatch(first + i);
            self.draw_hatch((i, colors.len()), hatch, canvas, ctx);
        }
        if self.edges && !colors.is_empty() {
            self.draw_edges(colors.len(), canvas, ctx);
        }
        Ok(())
    }
}

impl Artist for ColorbarOutline {
    crate::artists::artist_parts!(without properties, base);

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let (below, above) = self.extend.reach();
        let corners = [
            (0.0, 0.0),
            (0.5, below),
            (1.0, 0.0),
            (1.0, 1.0),
            (0.5, above),
            (0.0, 1.0),
        ];
        let stroke = Stroke::new(ctx.points_to_pixels(ctx.style.axes_linewidth))
            .with_caps(Cap::Square)
            .with_join(Join::Miter);
        let gc = GraphicsContext {
            edge: Some((ctx.style.axes_edgecolor, stroke)),
            ..GraphicsContext::default()
        };
        canvas.draw_path(&polygon(&corners, self.vertical, ctx), &gc);
        Ok(())
    }

    fn extent(&self, _: &mut Canvas, ctx: &DrawContext<'_>) -> Option<[f64; 4]> {
        let place = ctx.mapping.axes();
        let (mut below, mut above) = self.extend.reach();
        if is_inverted(self.vertical, ctx) {
            (below, above) = (1.0 - above, 1.0 - below);
        }
        Some(match self.vertical {
            true => [
                place.x0,
                place.y0 + below * place.height,
                place.x1(),
                place.y0 + above * place.height,
            ],
            false => [
                place.x0 + below * place.width,
                place.y0,
                place.x0 + above * place.width,
                place.y1(),
            ],
        })
    }
}

impl BarPixels {
    fn new(vertical: bool, colors: usize, ctx: &DrawContext<'_>) -> Self {
        let place = ctx.mapping.axes();
        let [from, to] = [(0.0, 0.0), (1.0, 1.0)].map(|end| point(end, vertical, ctx));
        let (long, short, length) = match vertical {
            true => ((from.y, to.y), (from.x, to.x), -place.height),
            false => ((from.x, to.x), (from.y, to.y), place.width),
        };
        let length = match is_inverted(vertical, ctx) {
            true => -length,
            false => length,
        };
        // Quads of one colour are snapped to whole pixels.
        let edge = |i: usize| snapped(long.0 + length * i as f64 / colors as f64);
        Self {
            long,
            short,
            edges: (0..=colors).map(edge).collect(),
            sides: (snapped(short.0), snapped(short.1)),
        }
    }

    /// The pixels that it takes, and those around them.
    fn target(&self, vertical: bool) -> PixelRect {
        let around = |a: f64, b: f64| (a.min(b).floor() as i64 - 1, a.max(b).ceil() as i64 + 1);
        let along = around(self.long.0, self.long.1);
        let across = around(self.short.0, self.short.1);
        let (x, y) = if vertical {
            (across, along)
        } else {
            (along, across)
        };
        PixelRect {
            x0: x.0,
            x1: x.1,
            y0: y.0,
            y1: y.1,
        }
    }

    /// How many edges of colours are passed at a pixel.
    fn place(&self, along: i64) -> usize {
        let falling = self.long.1 < self.long.0;
        self.edges.partition_point(|edge| match falling {
            true => *edge > along,
            false => *edge <= along,
        })
    }

    /// What a pixel behind this many edges shows, if it is inside.
    fn color(&self, place: usize, across: i64, colors: &[Color]) -> Option<Color> {
        let color = colors.get(place.checked_sub(1)?)?;
        let sides = self.sides.0.min(self.sides.1)..self.sides.0.max(self.sides.1);
        sides.contains(&across).then_some(*color)
    }
}

/// The nearest whole pixel, as Agg's snapping finds it.
fn snapped(at: f64) -> i64 {
    (at + 0.5).floor() as i64
}
