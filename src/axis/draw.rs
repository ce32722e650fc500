//! Drawing an axis that is laid out.

use kurbo::{BezPath, Cap, Join, Point, Stroke, Vec2};

use crate::artists::DrawContext;
use crate::artists::patheffects::paint_with_effects;
use crate::axis::{AxisPlace, Direction, PlacedAxis, TickDirection};
use crate::canvas::Canvas;
use crate::canvas::path::GraphicsContext;
use crate::canvas::snap::Snap;

impl PlacedAxis<'_> {
    /// Grid lines, ticks and their labels, from below.
    pub(crate) fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) {
        let spines = match &self.frame.place {
            AxisPlace::Straight { spines, .. } => *spines,
            AxisPlace::Polar(place) => return self.draw_polar(place, canvas, ctx),
        };
        for group in [0, 1] {
            self.draw_grid(group, canvas, ctx);
            for (side, spine) in spines.into_iter().enumerate() {
                self.draw_ticks(group, side, spine, canvas, ctx);
            }
        }
        for group in [0, 1] {
            let look = self.look(group);
            let color = ctx.color(look.label_color);
            let ticks = self.ticks.iter().filter(|tick| tick.group == group);
            let labels = ticks.flat_map(|tick| tick.labels.iter().flatten());
            let labels = labels.map(|(layout, anchor)| (layout, *anchor));
            paint_with_effects(&look.label_effects, None, canvas, ctx, |canvas| {
                canvas.draw_text_layouts(labels.clone(), color, None);
            });
        }
    }

    /// The axis' label and its offset text.
    pub(crate) fn draw_label(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) {
        if let Some(label) = &self.label {
            label.draw(&self.axis.label.effects, canvas, ctx);
        }
        if let Some(offset) = &self.offset {
            offset.draw(&[], canvas, ctx);
        }
    }

    fn draw_grid(&self, group: usize, canvas: &mut Canvas, ctx: &DrawContext<'_>) {
        if !self.look(group).grid {
            return;
        }
        let gc = self.grid_context(group, ctx);
        let axes = ctx.mapping.axes();
        for tick in self.ticks.iter().filter(|tick| tick.group == group) {
            let mut path = BezPath::new();
            let at = ctx.point([tick.value; 2]);
            let corners = [(axes.x0, axes.y0), (axes.x1(), axes.y1())];
            let [from, to] = corners.map(|corner| self.across(at, ctx.flipped(corner)));
            path.move_to(from);
            path.line_to(to);
            canvas.draw_path(&path, &gc);
        }
    }

    /// The point with the one's place along the axis and the other's place across it.
    fn across(&self, along: Point, across: Point) -> Point {
        if self.is_x() {
            Point::new(along.x, across.y)
        } else {
            Point::new(across.x, along.y)
        }
    }

    /// How grid lines are drawn.
    pub(super) fn grid_context(&self, group: usize, ctx: &DrawContext<'_>) -> GraphicsContext {
        let caps = [
            ctx.style.lines_solid_capstyle,
            ctx.style.lines_dash_capstyle,
        ];
        GraphicsContext {
            edge: Some(self.look(group).grid_pen(caps.map(Cap::from), ctx)),
            clip: Some(ctx.clip()),
            ..GraphicsContext::default()
        }
    }

    /// Whether there are tick marks on a side.
    pub(super) fn has_ticks(&self, group: usize, side: usize, ctx: &DrawContext<'_>) -> bool {
        let look = self.look(group);
        look.ticks[side] && ctx.points_to_pixels(look.length) > 0.0
    }

    /// The mark of a tick that has its length outwards, y down, and how it is drawn.
    pub(super) fn tick_marker(
        &self,
        group: usize,
        outwards: Vec2,
        ctx: &DrawContext<'_>,
    ) -> (BezPath, GraphicsContext) {
        let look = self.look(group);
        let (from, to) = match look.direction {
            TickDirection::Out => (0.0, 1.0),
            TickDirection::In => (0.0, -1.0),
            TickDirection::InOut => (-0.5, 0.5),
        };
        let mut marker = BezPath::new();
        marker.move_to((from * outwards).to_point());
        marker.line_to((to * outwards).to_point());
        let stroke = Stroke::new(ctx.points_to_pixels(look.width))
            .with_caps(Cap::Butt)
            .with_join(Join::Round);
        let gc = GraphicsContext {
            edge: Some((ctx.color(look.color), stroke)),
            snap: if ctx.points_to_pixels(look.length) >= 1.0 {
                Snap::Always
            } else {
                Snap::Never
            },
            ..GraphicsContext::default()
        };
        (marker, gc)
    }

    fn draw_ticks(
        &self,
        group: usize,
        side: usize,
        spine: f64,
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
    ) {
        if !self.has_ticks(group, side, ctx) {
            return;
        }
        let length = ctx.points_to_pixels(self.look(group).length);
        // As the reference's markers TICKDOWN and so on: y down, from the spine outwards.
        let outwards = match (self.axis.direction(), side) {
            (Direction::X, 0) => Vec2::new(0.0, length),
            (Direction::X, _) => Vec2::new(0.0, -length),
            (Direction::Y, 0) => Vec2::new(-length, 0.0),
            (Direction::Y, _) => Vec2::new(length, 0.0),
        };
        let (marker, gc) = self.tick_marker(group, outwards, ctx);
        let ticks = self.ticks.iter().filter(|tick| tick.group == group);
        let spine = ctx.flipped((spine, spine));
        let places = ticks.map(|tick| self.across(ctx.mapping.marker([tick.value; 2]), spine));
        canvas.draw_markers(&marker, places, &gc);
    }
}
