//! Axes laid out on a canvas, and drawn.

use crate::artists::{DrawContext, Legend, QuadMesh, Slot};
use crate::axes::title::{PlacedTitle, Title, TitleRoom, place_titles};
use crate::axes::{AnyAxes, Axes, AxesBase, PlacedCube, Side, Spine};
use crate::axis::{
    Axis, AxisFrame, AxisPlace, AxisSide, Direction, Extent, PlacedAxis, PolarPlace, Tickers,
};
use crate::canvas::Canvas;
use crate::canvas::path::GraphicsContext;
use crate::color::ColorSpec;
use crate::data_limits::DataRange;
use crate::mapping::union;

/// Spines are above lines.
const SPINE_ZORDER: f64 = 2.5;
pub(super) const TITLE_ZORDER: f64 = 3.0;

/// The shared state of an axis: the places of its ticks, and the range of all data.
#[derive(Debug)]
pub(crate) struct SharedAxis<'a> {
    pub(crate) tickers: Tickers<'a>,
    pub(crate) data: Option<DataRange>,
}

/// An axes ready to be drawn.
#[derive(Debug)]
pub(crate) struct PlacedAxes<'a> {
    axes: &'a AxesBase,
    pub(crate) ctx: DrawContext<'a>,
    /// x and y, unless they are off or not needed.
    axis: [Option<PlacedAxis<'a>>; 2],
    /// The box, if they are 3-D axes and it is not off.
    cube: Option<PlacedCube<'a>>,
    titles: Vec<PlacedTitle>,
}

/// One of the things that an axes draws.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Element<'a> {
    Patch,
    /// Its place among the axes' artists, and itself.
    Artist(usize, &'a Slot),
    Spine(Side),
    /// The ticks of the x (0) or y (1) axis.
    Axis(usize),
    /// The label and the offset text of an axis.
    AxisLabel(usize),
    /// The panes, grid and axes of 3-D axes.
    Cube,
    Titles,
    /// Axes that are a part of these, by their place in the figure.
    Child(usize),
}

impl<'a> PlacedAxes<'a> {
    /// Without those of x and y that are not `shared`.
    pub(crate) fn new(
        axes: &'a AnyAxes,
        ctx: DrawContext<'a>,
        shared: [Option<SharedAxis<'_>>; 2],
        canvas: &mut Canvas,
    ) -> Self {
        let solid = axes.space().filter(|axes| axes.axis_on);
        let cube = solid.map(|axes| PlacedCube::new(axes, &ctx, canvas));
        let is_plane = axes.axis_on && axes.space().is_none();
        let mut place = |shared: SharedAxis<'_>, direction| {
            let frame = axes.frame(direction, shared.data, &ctx);
            PlacedAxis::new(axes.axis(direction), shared.tickers, frame, canvas, &ctx)
        };
        let [x, y] = shared.map(|shared| shared.filter(|_| is_plane));
        let axis = [
            x.map(|x| place(x, Direction::X)),
            y.map(|y| place(y, Direction::Y)),
        ];
        Self {
            axes,
            ctx,
            axis,
            cube,
            titles: Vec::new(),
        }
    }

    /// The upper end of the area that titles must avoid, in pixels with y up.
    pub(crate) fn title_top(&self) -> f64 {
        let x = &self.axes.xaxis;
        if x.reaches_top()
            && let [Some(axis), _] = &self.axis
            && let Some(extent) = axis.extent(Extent::Drawing)
        {
            return extent[3];
        }
        let [.., top] = bounds(&self.ctx);
        // With the triangle of a colorbar.
        let colorbar = self
            .axes
            .colorbar
            .as_ref()
            .filter(|colorbar| colorbar.vertical);
        colorbar.map_or(top, |colorbar| {
            let (place, limits) = (self.ctx.mapping.axes(), self.ctx.mapping.limits());
            let (_, above) = colorbar.reach(limits.y.0 > limits.y.1);
            top.max(place.y0 + above * place.height)
        })
    }

    /// The side of the label of an axis.
    pub(crate) fn label_side(&self, direction: Direction) -> AxisSide {
        self.axes.axis(direction).label.side
    }

    /// The box of the tick labels of one side.
    pub(crate) fn tick_labels(&self, direction: Direction, side: AxisSide) -> Option<[f64; 4]> {
        self.axis[direction as usize].as_ref()?.tick_labels(side)
    }

    /// Moves the label of an axis beside the tick labels in this box, too.
    pub(crate) fn align_label(&mut self, direction: Direction, around: [f64; 4]) {
        if let Some(axis) = &mut self.axis[direction as usize] {
            axis.align_label(around);
        }
    }

    /// The box of the y axis' offset text, which titles avoid as well.
    pub(crate) fn offset_extent(&self) -> Option<[f64; 4]> {
        self.axis[1].as_ref()?.offset_extent()
    }

    pub(crate) fn place_titles(&mut self, room: &TitleRoom, canvas: &mut Canvas) {
        self.titles = place_titles(&self.axes.titles, room, canvas, &self.ctx);
    }

    /// The box around everything that a layout makes room for, or that is drawn.
    pub(crate) fn extent(&self, of: Extent, canvas: &mut Canvas) -> [f64; 4] {
        let mut extent = bounds(&self.ctx);
        let axes = self.axes;
        let mut placed = self.axis.iter().flatten().peekable();
        let has_axis = placed.peek().is_some();
        extent = placed
            .filter_map(|axis| axis.extent(of))
            .fold(extent, union);
        if let (true, Some(flat)) = (has_axis, self.ctx.mapping.flat()) {
            for side in Side::ALL.into_iter().filter(|_| axes.frame_on) {
                let axis = axes.axis(side.direction());
                let spine = axes.spine_at(side);
                if spine.visible {
                    extent = union(extent, spine.extent(side, axis, flat, &self.ctx));
                }
            }
        }
        if let Some(around) = self.cube.as_ref().and_then(|cube| cube.extent(&self.ctx)) {
            extent = union(extent, around);
        }
        for title in &self.titles {
            extent = union(extent, of.of_title(title.extent(), Direction::X));
        }
        for artist in axes.visible_artists() {
            if let Some(around) = artist.extent(canvas, &self.ctx) {
                extent = union(extent, around);
            }
        }
        extent
    }

    /// Draws the ticks of the x (0) or y (1) axis.
    pub(crate) fn draw_axis(&self, which: usize, canvas: &mut Canvas) {
        if let Some(axis) = &self.axis[which] {
            axis.draw(canvas, &self.ctx);
        }
    }

    /// Draws the label and the offset text of the x (0) or y (1) axis.
    pub(crate) fn draw_label(&self, which: usize, canvas: &mut Canvas, ctx: &DrawContext<'_>) {
        if let Some(axis) = &self.axis[which] {
            axis.draw_label(canvas, ctx);
        }
    }

    /// Draws the box of 3-D axes.
    pub(crate) fn draw_cube(&self, canvas: &mut Canvas) {
        if let Some(cube) = &self.cube {
            cube.draw(canvas, &self.ctx);
        }
    }

    /// The titles, which are no longer needed here.
    pub(crate) fn take_titles(&mut self) -> Vec<PlacedTitle> {
        std::mem::take(&mut self.titles)
    }
}

impl Axes {
    /// Everything that is drawn, from below.
    pub(crate) fn elements<'a>(
        &'a self,
        children: impl Iterator<Item = (f64, Element<'a>)>,
    ) -> impl Iterator<Item = Element<'a>> {
        let mut elements: Vec<_> = self
            .drawn()
            .map(|(place, slot)| (slot.artist.zorder(), Element::Artist(place, slot)))
            .collect();
        if self.axis_on {
            let spines = Side::ALL
                .into_iter()
                .filter(|side| self.frame_on && self.spine_at(*side).visible);
            elements.extend(spines.map(|side| (SPINE_ZORDER, Element::Spine(side))));
            let below = self.axis_below.zorder();
            let parts = |which| [Element::Axis(which), Element::AxisLabel(which)];
            elements.extend([0, 1].into_iter().flat_map(parts).map(|part| (below, part)));
        }
        if self.has_titles() {
            elements.push((TITLE_ZORDER, Element::Titles));
        }
        elements.extend(children);
        in_order(&mut elements);
        let patch = (self.axis_on && self.frame_on && self.patch_on).then_some(Element::Patch);
        patch
            .into_iter()
            .chain(elements.into_iter().map(|(_, element)| element))
    }
}

/// Sorts by zorder; of equals legends are last.
pub(super) fn in_order(elements: &mut [(f64, Element<'_>)]) {
    let is_legend = |element: &Element<'_>| match element {
        Element::Artist(_, slot) => slot.get::<Legend>().is_some(),
        _ => false,
    };
    elements.sort_by(|(a, element), (b, other)| {
        let legends = || is_legend(element).cmp(&is_legend(other));
        a.total_cmp(b).then_with(legends)
    });
}

impl AxesBase {
    /// Whether the edge of curved axes clips as rounded to whole pixels. In the reference the mask of a clip path is made
    /// when its first artist is drawn, as it snaps, and used for all others.
    pub(crate) fn snaps_clip(&self) -> bool {
        let clipped = self.slots().iter().flatten();
        let clipped = clipped.filter(|slot| slot.visible() && slot.artist.base().clip_on);
        let first = clipped.min_by(|a, b| a.artist.zorder().total_cmp(&b.artist.zorder()));
        first.is_some_and(|slot| {
            let is_below_grid = slot.artist.zorder() < self.axis_below.zorder();
            slot.get::<QuadMesh>().is_some() && (is_below_grid || !self.axis_on)
        })
    }

    pub(crate) fn spine_at(&self, side: Side) -> &Spine {
        &self.spines[side as usize]
    }

    /// All four.
    pub(crate) fn spines(&self) -> &[Spine; 4] {
        &self.spines
    }

    /// The same to be changed.
    pub(crate) fn spines_mut(&mut self) -> &mut [Spine; 4] {
        &mut self.spines
    }

    pub(crate) fn titles(&self) -> &[Title; 3] {
        &self.titles
    }

    pub(super) fn has_titles(&self) -> bool {
        self.titles.iter().any(|title| !title.text.is_empty())
    }

    pub(crate) fn draw_patch(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) {
        let color = self
            .facecolor
            .unwrap_or(ColorSpec::Rgba(ctx.style.axes_facecolor));
        let gc = GraphicsContext {
            face: Some(ctx.color(color)),
            ..GraphicsContext::default()
        };
        canvas.draw_path(&ctx.mapping.outline(), &gc);
    }
}

impl AnyAxes {
    fn frame(
        &self,
        direction: Direction,
        data: Option<DataRange>,
        ctx: &DrawContext<'_>,
    ) -> AxisFrame {
        if let Some((axes, polar)) = self.polar().zip(ctx.mapping.polar()) {
            let place = PolarPlace {
                polar: polar.clone(),
                rlabel: axes.rlabel_position.to_radians(),
            };
            return AxisFrame {
                place: AxisPlace::Polar(place),
                data,
                spine_boxes: [bounds(ctx); 2],
            };
        }
        let (sides, flat) = (Side::of(direction), ctx.mapping.plane());
        AxisFrame {
            place: AxisPlace::Straight {
                flat: flat.clone(),
                spines: sides.map(|side| self.spine_at(side).place(side, flat, ctx)),
            },
            data,
            spine_boxes: sides.map(|side| {
                self.spine_at(side)
                    .extent(side, self.axis(direction), flat, ctx)
            }),
        }
    }
}

/// The box of the axes: left, bottom, right, top.
fn bounds(ctx: &DrawContext<'_>) -> [f64; 4] {
    let place = ctx.mapping.axes();
    [place.x0, place.y0, place.x1(), place.y1()]
}

impl Axis {
    /// Whether an x axis has its ticks, labels or its label at the top, or not all on one side.
    pub(super) fn reaches_top(&self) -> bool {
        let side = |ticks: [bool; 2], labels: [bool; 2]| {
            self.looks
                .iter()
                .all(|look| look.ticks == ticks && look.labels == labels)
        };
        let bottom = side([true, false], [true, false]);
        let default = side([true, true], [true, false]);
        self.visible && (!(bottom || default) || self.label.side == AxisSide::Second)
    }
}
