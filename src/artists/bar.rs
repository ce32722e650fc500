//! One bar, and bars that are drawn as one path.

use kurbo::{BezPath, Point};

use crate::artists::DrawContext;
use crate::canvas::Canvas;
use crate::canvas::path::GraphicsContext;
use crate::color::Color;
use crate::mapping::Clip;

/// A corner, and the distance of the opposite one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Bar {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) width: f64,
    pub(crate) height: f64,
}

/// The number of parts in which curved sides of bars are drawn.
const SIDE_PARTS: usize = 100;

/// A bar on the canvas.
pub(super) enum BarOutline {
    /// The corner that it begins at, and the opposite one.
    Straight([Point; 2]),
    Curved(BezPath),
}

impl Bar {
    /// Its outline on the canvas, unless it has none.
    pub(super) fn place(self, ctx: &DrawContext<'_>) -> Option<BarOutline> {
        let (from, to) = (
            [self.x, self.y],
            [self.x + self.width, self.y + self.height],
        );
        if ctx.mapping.flat().is_none() {
            let mut path = BezPath::new();
            outline(&mut path, from, to);
            let path = ctx.mapping.path(&path, SIDE_PARTS);
            return (!path.is_empty()).then_some(BarOutline::Curved(path));
        }
        let (from, to) = (ctx.point(from), ctx.point(to));
        (from.is_finite() && to.is_finite()).then_some(BarOutline::Straight([from, to]))
    }
}

impl BarOutline {
    pub(super) fn add_to(&self, path: &mut BezPath) {
        match self {
            Self::Straight([from, to]) => outline(path, [from.x, from.y], [to.x, to.y]),
            Self::Curved(own) => path.extend(own.iter()),
        }
    }
}

/// Opaque bars of one colour without edges, which are one path.
pub(super) struct BarRun {
    clip: Option<Clip>,
    path: BezPath,
    color: Option<Color>,
    bars: usize,
}

/// The maximum number of bars in a run: paths of more than 1024 points are not snapped.
const MAX_RUN: usize = 200;

impl BarRun {
    pub(super) fn new(clip: Option<Clip>) -> Self {
        Self {
            clip,
            path: BezPath::new(),
            color: None,
            bars: 0,
        }
    }

    pub(super) fn take(&mut self, place: &BarOutline, color: Color, canvas: &mut Canvas) {
        // Curved bars share pixels, and are blended one after the other.
        let is_curved = matches!(place, BarOutline::Curved(_));
        if self.color != Some(color) || self.bars == MAX_RUN || is_curved {
            self.end(canvas);
            self.color = Some(color);
        }
        place.add_to(&mut self.path);
        self.bars += 1;
    }

    pub(super) fn end(&mut self, canvas: &mut Canvas) {
        if self.bars > 0 {
            let gc = GraphicsContext {
                face: self.color,
                clip: self.clip.clone(),
                ..GraphicsContext::default()
            };
            canvas.draw_path(&self.path, &gc);
        }
        *self = Self::new(self.clip.take());
    }
}

/// From a corner along x to the one that is opposite, and back.
fn outline(path: &mut BezPath, [x0, y0]: [f64; 2], [x1, y1]: [f64; 2]) {
    path.move_to((x0, y0));
    path.line_to((x1, y0));
    path.line_to((x1, y1));
    path.line_to((x0, y1));
    path.close_path();
}
