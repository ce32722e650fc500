//! Titles above an axes.

use crate::artists::DrawContext;
use crate::artists::patheffects::{PathEffect, paint_with_effects};
use crate::axis::moved;
use crate::canvas::{Canvas, FontFamily, HorizontalAlignment, TextLayout, TextStyle};
use crate::color::{Color, ColorSpec};
use crate::style::{FontSize, FontWeight, Style};

/// One of an axes' three titles.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Title {
    pub(crate) text: String,
    pub(crate) family: Option<FontFamily>,
    pub(crate) size: Option<FontSize>,
    pub(crate) color: Option<ColorSpec>,
    pub(crate) pad: Option<f64>,
    pub(crate) weight: FontWeight,
    pub(crate) effects: Vec<PathEffect>,
}

impl Title {
    pub(crate) fn new(style: &Style) -> Self {
        Self {
            weight: style.axes_titleweight,
            ..Self::default()
        }
    }
}

/// A title with its place.
#[derive(Debug, Clone)]
pub(crate) struct PlacedTitle {
    title: Title,
    layout: TextLayout,
    anchor: (f64, f64),
    color: Color,
}

impl PlacedTitle {
    pub(crate) fn extent(&self) -> [f64; 4] {
        moved(self.layout.bounds, self.anchor)
    }

    pub(crate) fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) {
        paint_with_effects(&self.title.effects, None, canvas, ctx, |canvas| {
            canvas.draw_text_layout(&self.layout, self.anchor, self.color, None);
        });
    }
}

/// The area that titles avoid, in pixels with y up.
#[derive(Debug, Clone, Default)]
pub(crate) struct TitleRoom {
    /// The top of everything else.
    pub(crate) top: f64,
    /// The boxes of offset texts.
    pub(crate) offsets: Vec<[f64; 4]>,
}

/// Places titles (left, center, right) above everything else, and above offset texts that they would overlap.
pub(crate) fn place_titles(
    titles: &[Title; 3],
    room: &TitleRoom,
    canvas: &mut Canvas,
    ctx: &DrawContext<'_>,
) -> Vec<PlacedTitle> {
    let axes = ctx.mapping.axes();
    let mut placed = Vec::new();
    // How far the highest title is lifted from the top of the axes.
    let mut lift: f64 = 0.0;
    for (title, (part, ha)) in titles.iter().zip(PLACES) {
        if title.text.is_empty() {
            continue;
        }
        let style = TextStyle {
            family: title.family.clone(),
            size: ctx
                .style
                .points(title.size.unwrap_or(ctx.style.axes_titlesize)),
            weight: Some(title.weight),
            ha,
            ..TextStyle::default()
        };
        let layout = canvas.layout_text(&title.text, &style, ctx.dpi);
        let pad = ctx.points_to_pixels(title.pad.unwrap_or(ctx.style.axes_titlepad));
        let height = ctx.style.axes_titley.unwrap_or(1.0);
        let foot = axes.y0 + height * axes.height;
        let anchor = (axes.x0 + part * axes.width, foot + pad);
        let extent = moved(layout.bounds, anchor);
        let met = room.offsets.iter().find(|offset| meet(&extent, offset));
        let top = met.map_or(room.top, |met| met[3]);
        // Above the figure's lower edge, that is.
        let top = if top < 0.0 { axes.y1() } else { top };
        let bottom = extent[1];
        if bottom < top && ctx.style.axes_titley.is_none() {
            let first = top - axes.y1();
            let again = (2.0 * top - (bottom + first)) - axes.y1();
            lift = lift.max(if bottom + first < top { again } else { first });
        }
        placed.push(PlacedTitle {
            title: title.clone(),
            layout,
            anchor,
            color: (title.color.or(ctx.style.axes_titlecolor))
                .map_or(ctx.style.text_color, |color| ctx.color(color)),
        });
    }
    for title in &mut placed {
        title.anchor.1 += lift;
    }
    placed
}

const PLACES: [(f64, HorizontalAlignment); 3] = [
    (0.0, HorizontalAlignment::Left),
    (0.5, HorizontalAlignment::Center),
    (1.0, HorizontalAlignment::Right),
];

fn meet(a: &[f64; 4], b: &[f64; 4]) -> bool {
    a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
}
