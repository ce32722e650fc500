//! The panes, grid and axes of 3-D axes, laid out.

use kurbo::{BezPath, PathEl, Point};

use crate::artists::{DrawContext, text_angle};
use crate::axes::Axes3D;
use crate::axes::space::cube::Cube;
use crate::axis::{Axis, AxisTicks, Direction, PlacedText, TickSpace, moved};
use crate::canvas::{
    Canvas, HorizontalAlignment, RotationMode, TextLayout, TextStyle, VerticalAlignment,
};
use crate::mapping::{Space, union};

/// How far ticks extend out of the box, and into it, in its units.
const TICK_OUTWARD: f64 = 0.1;
const TICK_INWARD: f64 = 0.2;
/// Distances of tick labels and of axis labels from the box in addition to their padding, in points.
const TICK_LABEL_OFFSET: f64 = 8.0;
const LABEL_OFFSET: f64 = 21.0;
/// The sum of width and height that lengths in points are made for.
const POINTS: f64 = 48.0;
/// Longer axis labels run along their axis.
const LONG_LABEL: usize = 4;
/// Autoscaled limits are wider than those that ticks were once chosen for.
const TICK_STEP: f64 = 23.0 / 24.0;

/// The box of 3-D axes, ready to be drawn.
#[derive(Debug)]
pub(crate) struct PlacedCube<'a> {
    pub(super) axes: &'a Axes3D,
    pub(super) panes: [BezPath; 3],
    /// Across the panes, for each axis.
    pub(super) grid: [Vec<BezPath>; 3],
    pub(super) edges: [PlacedEdge; 3],
}

/// An axis along its edge.
#[derive(Debug, Default)]
pub(super) struct PlacedEdge {
    /// None while the axis is hidden.
    pub(super) line: Option<[Point; 2]>,
    /// Whether they are minor ones (1), and their ends.
    pub(super) ticks: Vec<(usize, [Point; 2])>,
    /// Of major and of minor ticks.
    pub(super) labels: [Vec<(TextLayout, (f64, f64))>; 2],
    pub(super) offset: Option<PlacedText>,
    pub(super) label: Option<PlacedText>,
}

/// The inputs of the layout.
struct Layout<'a, 'c> {
    axes: &'a Axes3D,
    cube: Cube,
    space: Space,
    limits: [(f64, f64); 3],
    ctx: &'c DrawContext<'a>,
}

impl<'a> PlacedCube<'a> {
    pub(crate) fn new(axes: &'a Axes3D, ctx: &DrawContext<'a>, canvas: &mut Canvas) -> Self {
        let limits = axes.limits();
        let space = axes.projection_of(limits);
        let layout = Layout {
            axes,
            cube: Cube::new(axes.scaled(limits), &space, axes.vertical_axis().index()),
            space,
            limits,
            ctx,
        };
        let ticks = [0, 1, 2].map(|axis| layout.ticks(axis));
        let panes = [0, 1, 2].map(|across| {
            let corners = layout.cube.pane(across);
            open_path(corners.map(|[x, y, _]| ctx.point([x, y])))
        });
        let grid = [0, 1, 2].map(|axis| layout.grid(axis, &ticks[axis], canvas));
        let edges = [0, 1, 2].map(|axis| layout.edge(axis, &ticks[axis], canvas));
        Self {
            axes,
            panes,
            grid,
            edges,
        }
    }

    /// The box around what `tight_layout` makes room for: lines, tick labels and offset texts, if there are any.
    pub(crate) fn extent(&self, ctx: &DrawContext<'_>) -> Option<[f64; 4]> {
        let lines = self.edges.iter().filter_map(|edge| edge.line);
        let lines = lines.map(|ends| {
            let [a, b] = ends.map(|end| ctx.flipped((end.x, end.y)));
            [a.x.min(b.x), a.y.min(b.y), a.x.max(b.x), a.y.max(b.y)]
        });
        let labels = self
            .edges
            .iter()
            .flat_map(|edge| edge.labels.iter().flatten());
        let labels = labels.map(|(layout, anchor)| moved(layout.bounds, *anchor));
        let offsets = self.edges.iter().filter_map(|edge| edge.offset.as_ref());
        let offsets = offsets.map(|text| moved(text.layout.bounds, text.anchor));
        let boxes = lines.chain(labels).chain(offsets);
        boxes
            .filter(|b| b.iter().all(|v| v.is_finite()))
            .reduce(union)
    }
}

/// The lines through points, wherever these are: what is filled must not be cut at the edge of the canvas.
fn open_path(points: [Point; 4]) -> BezPath {
    let lines = points[1..].iter().copied().map(PathEl::LineTo);
    BezPath::from_iter(std::iter::once(PathEl::MoveTo(points[0])).chain(lines))
}

impl Layout<'_, '_> {
    fn ticks(&self, which: usize) -> AxisTicks {
        let axis = self.axes.axes()[which];
        let size = self.ctx.style.points(axis.looks[0].label_size);
        let room = (self.ctx.mapping.axes().width, size);
        let space = TickSpace::new(Direction::X, room, TICK_STEP);
        let data = self.axes.range_along(axis);
        let limits = self.limits[which];
        AxisTicks::within(axis.own_tickers(), limits, space, data, self.ctx)
    }

    /// The point of the plane for coordinates in the units of the scales.
    fn project(&self, place: [f64; 3]) -> [f64; 2] {
        let [x, y, _] = self.space.of_scaled(place);
        [x, y]
    }

    /// Its point of the canvas, y down.
    fn point(&self, place: [f64; 3]) -> Point {
        self.ctx.point(self.project(place))
    }

    /// Its pixel, y up, which texts are anchored at.
    fn anchor(&self, place: [f64; 3]) -> (f64, f64) {
        self.ctx.pixel(self.project(place))
    }

    /// So many points away from the box, in each direction.
    fn away(&self, points: f64) -> [f64; 3] {
        let axes = self.ctx.mapping.axes();
        let total = 72.0 * (axes.width + axes.height) / self.ctx.dpi;
        self.cube.units().map(|unit| points * POINTS / total * unit)
    }

    /// The place on an axis of a value of its data.
    fn scaled(&self, axis: usize, value: f64) -> f64 {
        self.axes.axes()[axis].scale().transform(value)
    }

    fn grid(&self, axis: usize, ticks: &AxisTicks, canvas: &Canvas) -> Vec<BezPath> {
        let (origin, opposite) = (self.cube.origin(), self.cube.opposite());
        let ticks = ticks.major.iter().chain(&ticks.minor);
        ticks
            .map(|tick| {
                let mut middle = origin;
                middle[axis] = self.scaled(axis, tick.value);
                let [before, after] = [(axis + 1) % 3, (axis + 2) % 3].map(|i| {
                    let mut end = middle;
                    end[i] = opposite[i];
                    end
                });
                let points = [before, middle, after].map(|place| self.point(place));
                canvas.polyline(points.into_iter())
            })
            .collect()
    }

    fn edge(&self, which: usize, ticks: &AxisTicks, canvas: &mut Canvas) -> PlacedEdge {
        let axis = self.axes.axes()[which];
        if !axis.visible {
            return PlacedEdge::default();
        }
        let ends = self.cube.edge(which);
        let mut edge = PlacedEdge {
            line: Some(ends.map(|end| self.point(end))),
            ..PlacedEdge::default()
        };
        let direction = self.cube.tick_direction(which);
        let unit = self.cube.units()[direction];
        // The axis is at the other end of the box than its pane.
        let outward = match self.cube.highs[direction] {
            true => unit,
            false => -unit,
        };
        for (group, ticks) in [&ticks.major, &ticks.minor].into_iter().enumerate() {
            let look = &axis.looks[group];
            let away = self.away(look.pad + TICK_LABEL_OFFSET);
            let style = TextStyle {
                family: look.label_family.clone(),
                size: self.ctx.style.points(look.label_size),
                rotation: look.label_rotation.degrees(),
                rotation_mode: look.label_rotation_mode,
                ha: look.label_ha.unwrap_or(HorizontalAlignment::Center),
                va: look.label_va.unwrap_or(VerticalAlignment::Top),
                ..TextStyle::default()
            };
            for tick in ticks {
                let mut place = ends[0];
                place[which] = self.scaled(which, tick.value);
                if look.ticks[0] {
                    let tick_ends = [TICK_OUTWARD, -TICK_INWARD].map(|part| {
                        let mut end = place;
                        end[direction] += part * outward;
                        self.point(end)
                    });
                    edge.ticks.push((group, tick_ends));
                }
                if look.labels[0] && !tick.label.is_empty() {
                    let anchor = self.anchor(self.cube.moved_out(which, place, away));
                    let layout = canvas.layout_text(&tick.label, &style, self.ctx.dpi);
                    edge.labels[group].push((layout, anchor));
                }
            }
        }
        edge.offset = self.offset(which, &ticks.offset, canvas);
        edge.label = self.label(which, canvas);
        edge
    }

    /// The angle of texts along an edge.
    fn angle(&self, which: usize) -> f64 {
        let [(x0, y0), (x1, y1)] = self.cube.edge(which).map(|end| self.anchor(end));
        text_angle((y1 - y0).atan2(x1 - x0).to_degrees())
    }

    /// How far the label of an axis is from its edge.
    fn label_distance(&self, axis: &Axis) -> [f64; 3] {
        let pad = axis.label.pad.unwrap_or(self.ctx.style.axes_labelpad);
        self.away(pad + LABEL_OFFSET)
    }

    fn label(&self, which: usize, canvas: &mut Canvas) -> Option<PlacedText> {
        let axis = self.axes.axes()[which];
        let label = &axis.label;
        if label.text.is_empty() {
            return None;
        }
        let [from, to] = self.cube.edge(which);
        let middle = [0, 1, 2].map(|i| 0.5 * (from[i] + to[i]));
        let distance = self.label_distance(axis);
        let place = self.cube.moved_out(which, middle, distance);
        let long = label.text.chars().count() > LONG_LABEL;
        let style = TextStyle {
            family: label.family.clone(),
            size: label.points(self.ctx.style),
            weight: Some(label.weight(self.ctx.style)),
            rotation: match label.rotate.unwrap_or(long) {
                true => self.angle(which),
                false => label.rotation.unwrap_or(0.0),
            },
            rotation_mode: RotationMode::Anchor,
            ha: HorizontalAlignment::Center,
            va: VerticalAlignment::Center,
            ..TextStyle::default()
        };
        let usual = self.ctx.style.axes_labelcolor;
        Some(PlacedText {
            layout: canvas.layout_text(&label.text, &style, self.ctx.dpi),
            anchor: self.anchor(place),
            color: label.color.map_or(usual, |color| self.ctx.color(color)),
        })
    }

    fn offset(&self, which: usize, text: &str, canvas: &mut Canvas) -> Option<PlacedText> {
        let axis = self.axes.axes()[which];
        if text.is_empty() || !axis.offset_visible {
            return None;
        }
        let look = &axis.looks[0];
        let end = self.cube.offset_end(which);
        let place = self.cube.moved_out(which, end, self.label_distance(axis));
        let style = TextStyle {
            family: look.label_family.clone(),
            size: axis
                .offset_size
                .unwrap_or_else(|| self.ctx.style.points(look.label_size)),
            rotation: self.angle(which),
            rotation_mode: RotationMode::Anchor,
            ha: self.offset_alignment(which),
            va: VerticalAlignment::Center,
            ..TextStyle::default()
        };
        Some(PlacedText {
            layout: canvas.layout_text(text, &style, self.ctx.dpi),
            anchor: self.anchor(place),
            color: (self.ctx).color(axis.offset_color.unwrap_or(look.label_color)),
        })
    }

    /// Which side of an offset text is at its place. The reference's rule was found by trial, as it states.
    fn offset_alignment(&self, which: usize) -> HorizontalAlignment {
        use HorizontalAlignment::{Left, Right};
        let direction = self.cube.tick_direction(which);
        let end = self.space.of_scaled(self.cube.offset_end(which));
        let center = self.space.of_scaled(self.cube.center());
        let highs = self.cube.highs;
        let even = highs.iter().filter(|high| **high).count() % 2 == 0;
        let before = (
            center[direction] <= end[direction],
            center[which] <= end[which],
        );
        match before {
            (false, true) if even => match which > 0 && highs == [false, true, true] {
                true => Left,
                false => Right,
            },
            (false, _) => Left,
            (true, false) if even && which != 2 => Left,
            (true, _) => Right,
        }
    }
}
