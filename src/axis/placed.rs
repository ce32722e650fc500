//! An axis laid out on the canvas: ticks at their pixels, labels shaped and placed, then drawn.

use crate::artists::DrawContext;
use crate::artists::patheffects::{PathEffect, paint_with_effects};
use crate::axis::polar::PolarPlace;
use crate::axis::{Axis, AxisSide, AxisTicks, Direction, Tick, TickLook, Tickers};
use crate::canvas::{
    Canvas, HorizontalAlignment, RotationMode, TextLayout, TextStyle, VerticalAlignment,
};
use crate::color::Color;
use crate::data_limits::DataRange;
use crate::mapping::{Flat, union};
use crate::style::Style;

/// Distance of the offset text from the tick labels, in points.
const OFFSET_TEXT_PAD: f64 = 3.0;

/// The place of an axis.
#[derive(Debug, Clone)]
pub(crate) struct AxisFrame {
    /// Where its values are.
    pub(crate) place: AxisPlace,
    /// Data range that the axis shares, if any.
    pub(crate) data: Option<DataRange>,
    /// The boxes of its spines with their ticks, in [left, bottom, right, top]; that of the axes without spines.
    pub(crate) spine_boxes: [[f64; 4]; 2],
}

/// Where the values of an axis are.
#[derive(Debug, Clone)]
pub(crate) enum AxisPlace {
    /// Along its two spines, whose pixels are these, y up: y of bottom and top, or x of left and right.
    Straight { flat: Flat, spines: [f64; 2] },
    /// Around a centre.
    Polar(PolarPlace),
}

/// One tick.
#[derive(Debug)]
pub(super) struct PlacedTick {
    pub(super) value: f64,
    pub(super) group: usize,
    /// Labels on the first and the second side, and their anchors.
    pub(super) labels: [Option<(TextLayout, (f64, f64))>; 2],
}

/// A text with its place, angle and colour.
#[derive(Debug)]
pub(crate) struct PlacedText {
    pub(crate) layout: TextLayout,
    pub(crate) anchor: (f64, f64),
    pub(crate) color: Color,
}

impl PlacedText {
    pub(crate) fn draw(&self, effects: &[PathEffect], canvas: &mut Canvas, ctx: &DrawContext<'_>) {
        paint_with_effects(effects, None, canvas, ctx, |canvas| {
            canvas.draw_text_layout(&self.layout, self.anchor, self.color, None);
        });
    }
}

/// An axis ready to be drawn.
#[derive(Debug)]
pub(crate) struct PlacedAxis<'a> {
    pub(super) axis: &'a Axis,
    pub(super) frame: AxisFrame,
    pub(super) ticks: Vec<PlacedTick>,
    pub(super) label: Option<PlacedText>,
    pub(super) offset: Option<PlacedText>,
}

impl<'a> PlacedAxis<'a> {
    /// Lays out the ticks of `axis`, placed by its own `tickers` or those that it shares.
    pub(crate) fn new(
        axis: &'a Axis,
        tickers: Tickers<'_>,
        frame: AxisFrame,
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
    ) -> Self {
        let data = frame.data;
        let mut placed = Self {
            axis,
            frame,
            ticks: Vec::new(),
            label: None,
            offset: None,
        };
        if !axis.visible {
            return placed;
        }
        let ticks = AxisTicks::new(axis, tickers, data, ctx);
        for (group, ticks) in [&ticks.major, &ticks.minor].into_iter().enumerate() {
            if placed.look(group).shows() {
                placed.place_ticks(group, ticks, canvas, ctx);
            }
        }
        placed.label = placed.place_label(canvas, ctx);
        placed.offset = placed.place_offset(&ticks.offset, canvas, ctx);
        placed
    }

    pub(super) fn look(&self, group: usize) -> &'a TickLook {
        &self.axis.looks[group]
    }

    pub(super) fn is_x(&self) -> bool {
        self.axis.direction() == Direction::X
    }

    fn place_ticks(
        &mut self,
        group: usize,
        ticks: &[Tick],
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
    ) {
        let look = self.look(group);
        for Tick { value, label } in ticks {
            let labels = [0, 1].map(|side| {
                if !look.labels[side] || label.is_empty() {
                    return None;
                }
                let (anchor, style) = self.label_spot(look, side, *value, ctx)?;
                Some((canvas.layout_text(label, &style, ctx.dpi), anchor))
            });
            let value = *value;
            self.ticks.push(PlacedTick {
                value,
                group,
                labels,
            });
        }
    }

    /// Where the label of a tick is anchored, and how it is set, if it is shown.
    fn label_spot(
        &self,
        look: &TickLook,
        side: usize,
        value: f64,
        ctx: &DrawContext<'_>,
    ) -> Option<((f64, f64), TextStyle)> {
        let style = self.tick_label_style(look, side, ctx.style);
        match &self.frame.place {
            AxisPlace::Straight { flat, spines } => {
                let pad = ctx.points_to_pixels(look.pad + look.length * look.outside());
                let beside = spines[side] + if side == 0 { -pad } else { pad };
                let anchor = match self.is_x() {
                    true => (flat.x(value), beside),
                    false => (beside, flat.y(value)),
                };
                Some((anchor, style))
            }
            AxisPlace::Polar(place) => {
                let (anchor, usual) = place.label(self.is_x(), value, (look, side), ctx)?;
                let style = TextStyle {
                    ha: look.label_ha.unwrap_or(usual.ha),
                    va: look.label_va.unwrap_or(usual.va),
                    rotation: usual.rotation,
                    rotation_mode: RotationMode::Anchor,
                    ..style
                };
                Some((anchor, style))
            }
        }
    }

    fn tick_label_style(&self, look: &TickLook, side: usize, style: &Style) -> TextStyle {
        use HorizontalAlignment::{Left, Right};
        use VerticalAlignment::{Bottom, Top};
        let (ha, va) = match (self.axis.direction(), side) {
            (Direction::X, 0) => (style.xtick_alignment, Top),
            (Direction::X, _) => (style.xtick_alignment, Bottom),
            (Direction::Y, 0) => (Right, style.ytick_alignment),
            (Direction::Y, _) => (Left, style.ytick_alignment),
        };
        TextStyle {
            family: look.label_family.clone(),
            size: style.points(look.label_size),
            rotation: look.label_rotation.degrees(),
            rotation_mode: look.label_rotation_mode,
            ha: look.label_ha.unwrap_or(ha),
            va: look.label_va.unwrap_or(va),
            ..TextStyle::default()
        }
    }

    /// The boxes of the tick labels of one side.
    fn label_boxes(&self, side: usize) -> impl Iterator<Item = [f64; 4]> {
        self.ticks.iter().filter_map(move |tick| {
            let (layout, anchor) = tick.labels[side].as_ref()?;
            Some(moved(layout.bounds, *anchor))
        })
    }

    /// The box of the tick labels of one side.
    pub(crate) fn tick_labels(&self, side: AxisSide) -> Option<[f64; 4]> {
        self.label_boxes(side as usize).reduce(union)
    }

    /// The box of spine and tick labels that the label is beside.
    fn beside_label(&self) -> [f64; 4] {
        let side = self.axis.label.side as usize;
        self.label_boxes(side)
            .fold(self.frame.spine_boxes[side], union)
    }

    /// Moves the label beside the tick labels in this box, too.
    pub(crate) fn align_label(&mut self, around: [f64; 4]) {
        let own = self.beside_label();
        let all = union(own, around);
        // Of left, bottom, right and top the one that the label is at.
        let edge = match (self.axis.direction(), self.axis.label.side) {
            (Direction::X, AxisSide::First) => 1,
            (Direction::X, AxisSide::Second) => 3,
            (Direction::Y, AxisSide::First) => 0,
            (Direction::Y, AxisSide::Second) => 2,
        };
        if let Some(label) = &mut self.label {
            let by = all[edge] - own[edge];
            match edge % 2 {
                0 => label.anchor.0 += by,
                _ => label.anchor.1 += by,
            }
        }
    }

    fn place_label(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Option<PlacedText> {
        let label = &self.axis.label;
        if label.text.is_empty() {
            return None;
        }
        let around = self.beside_label();
        let pad = ctx.points_to_pixels(label.pad.unwrap_or(ctx.style.axes_labelpad));
        let axes = ctx.mapping.axes();
        let part = label.loc.fraction();
        let (x, y) = (axes.x0 + part * axes.width, axes.y0 + part * axes.height);
        let anchor = match (self.axis.direction(), label.side) {
            (Direction::X, AxisSide::First) => (x, around[1] - pad),
            (Direction::X, AxisSide::Second) => (x, around[3] + pad),
            (Direction::Y, AxisSide::First) => (around[0] - pad, y),
            (Direction::Y, AxisSide::Second) => (around[2] + pad, y),
        };
        let usual = self.label_style(label.side);
        let style = TextStyle {
            family: label.family.clone(),
            size: label.points(ctx.style),
            weight: Some(label.weight(ctx.style)),
            rotation: label.rotation.unwrap_or(usual.rotation),
            rotation_mode: label.rotation_mode.unwrap_or(usual.rotation_mode),
            ha: label.ha.unwrap_or(label.loc.alignment()),
            va: label.va.unwrap_or(usual.va),
            ..usual
        };
        let layout = canvas.layout_text(&label.text, &style, ctx.dpi);
        let color = label
            .color
            .map_or(ctx.style.axes_labelcolor, |c| ctx.color(c));
        Some(PlacedText {
            layout,
            anchor,
            color,
        })
    }

    fn label_style(&self, side: AxisSide) -> TextStyle {
        let below = TextStyle {
            ha: HorizontalAlignment::Center,
            va: VerticalAlignment::Top,
            ..TextStyle::default()
        };
        let above = TextStyle {
            va: VerticalAlignment::Bottom,
            ..below.clone()
        };
        let upright = |style| TextStyle {
            rotation: 90.0,
            rotation_mode: RotationMode::Anchor,
            ..style
        };
        match (self.axis.direction(), side) {
            (Direction::X, AxisSide::First) => below,
            (Direction::X, AxisSide::Second) => TextStyle {
                va: VerticalAlignment::Baseline,
                ..below
            },
            (Direction::Y, AxisSide::First) => upright(above),
            (Direction::Y, AxisSide::Second) => upright(below),
        }
    }

    fn place_offset(
        &self,
        text: &str,
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
    ) -> Option<PlacedText> {
        if text.is_empty() || !self.axis.offset_visible {
            return None;
        }
        let look = self.look(0);
        let pad = ctx.points_to_pixels(OFFSET_TEXT_PAD);
        let axes = ctx.mapping.axes();
        let second = self.axis.offset_side == AxisSide::Second;
        let around = self.label_boxes(usize::from(second)).reduce(union);
        use HorizontalAlignment::{Left, Right};
        use VerticalAlignment::{Baseline, Bottom, Top};
        let (anchor, ha, va) = match (self.axis.direction(), second) {
            (Direction::X, false) => {
                let bottom = around.map_or(axes.y0, |b| b[1]);
                ((axes.x1(), bottom - pad), Right, Top)
            }
            (Direction::X, true) => {
                let top = around.map_or(axes.y1(), |b| b[3]);
                ((axes.x1(), top + pad), Right, Bottom)
            }
            (Direction::Y, false) => ((axes.x0, axes.y1() + pad), Left, Baseline),
            (Direction::Y, true) => ((axes.x1(), axes.y1() + pad), Right, Baseline),
        };
        let style = TextStyle {
            family: look.label_family.clone(),
            // `labelsize` of `tick_params` leaves it as it is.
            size: self.axis.offset_size.unwrap_or(ctx.style.font_size),
            ha,
            va,
            ..TextStyle::default()
        };
        Some(PlacedText {
            layout: canvas.layout_text(text, &style, ctx.dpi),
            anchor,
            color: ctx.color(self.axis.offset_color.unwrap_or(look.label_color)),
        })
    }

    /// The box around tick labels, label and offset text, if there is any of them. For a layout the label's length does
    /// not count.
    pub(crate) fn extent(&self, of: Extent) -> Option<[f64; 4]> {
        let label = self.label.as_ref().map(|text| {
            let bounds = moved(text.layout.bounds, text.anchor);
            of.of_title(bounds, self.axis.direction())
        });
        let texts = label.into_iter().chain(self.offset_extent());
        self.label_boxes(0)
            .chain(self.label_boxes(1))
            .chain(texts)
            .reduce(union)
    }

    /// The box of the offset text.
    pub(crate) fn offset_extent(&self) -> Option<[f64; 4]> {
        let text = self.offset.as_ref()?;
        Some(moved(text.layout.bounds, text.anchor))
    }
}

pub(crate) fn moved([left, bottom, right, top]: [f64; 4], (x, y): (f64, f64)) -> [f64; 4] {
    [left + x, bottom + y, right + x, top + y]
}

/// What a box is around.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// All that a layout makes room for: long titles and labels may be longer than the axes.
    Layout,
    /// All that is drawn.
    Drawing,
}

impl Extent {
    /// The box of a title or label along this direction.
    pub(crate) fn of_title(self, bounds: [f64; 4], direction: Direction) -> [f64; 4] {
        match self {
            Self::Layout => middle(bounds, direction),
            Self::Drawing => bounds,
        }
    }
}

/// A box shrunk to a pixel in its middle along one direction.
fn middle([x0, y0, x1, y1]: [f64; 4], direction: Direction) -> [f64; 4] {
    let narrow = |a: f64, b: f64| ((a + b) / 2.0 - 0.5, (a + b) / 2.0 + 0.5);
    match direction {
        Direction::X => {
            let (x0, x1) = narrow(x0, x1);
            [x0, y0, x1, y1]
        }
        Direction::Y => {
            let (y0, y1) = narrow(y0, y1);
            [x0, y0, x1, y1]
        }
    }
}
