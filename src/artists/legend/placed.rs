//! The boxes of a legend, packed as the reference's are: entries in columns, columns side by side, a title above.

use crate::artists::DrawContext;
use crate::artists::legend::handle::{HandleBox, LegendHandle};
use crate::artists::legend::{Legend, in_pixels};
use crate::artists::patheffects::paint_with_effects;
use crate::canvas::{Canvas, TextLayout, TextStyle};
use crate::color::Color;
use crate::error::Result;
use crate::style::FontSize;

/// A legend laid out from its lower left corner, in pixels with y up.
#[derive(Debug)]
pub(super) struct PlacedLegend<'a> {
    pub(super) size: (f64, f64),
    title: Option<(Label, (f64, f64))>,
    entries: Vec<(Entry<'a>, (f64, f64))>,
    handle: HandleBox,
    color: Color,
    textpad: f64,
    legend: &'a Legend,
}

/// A text whose baseline begins at (0, 0).
#[derive(Debug)]
struct Label {
    layout: TextLayout,
    width: f64,
    ascent: f64,
    descent: f64,
    /// By how much several lines are raised to have the middle where a single one has it.
    raised: f64,
}

#[derive(Debug)]
struct Entry<'a> {
    label: Label,
    name: &'a str,
    handle: Option<LegendHandle>,
}

/// Entries below each other; the first baseline is at 0.
#[derive(Debug)]
struct Column {
    width: f64,
    top: f64,
    bottom: f64,
    baselines: Vec<f64>,
}

impl Label {
    /// `centered` says whether the middle of several lines counts.
    fn new(
        text: &str,
        style: &TextStyle,
        centered: bool,
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
    ) -> Self {
        let usual = canvas.layout_text("lp", style, ctx.dpi);
        let usual = usual.lines.first();
        let usual_ascent = usual.map_or(0.0, |(line, ..)| line.height - line.descent);
        let layout = canvas.layout_text(text, style, ctx.dpi);
        let (width, height) = layout.size;
        let last_descent = -layout.bounds[1];
        if centered && layout.lines.len() > 1 {
            let descent = 0.5 * height - 0.5 * usual_ascent;
            return Self {
                layout,
                width,
                ascent: height - descent,
                descent,
                raised: last_descent - descent,
            };
        }
        Self {
            layout,
            width,
            ascent: usual_ascent.max(height - last_descent),
            descent: last_descent,
            raised: 0.0,
        }
    }

    fn draw(&self, (x, y): (f64, f64), color: Color, canvas: &mut Canvas) {
        canvas.draw_text_layout(&self.layout, (x, y + self.raised), color, None);
    }
}

impl Column {
    fn new(entries: &[Entry<'_>], handle: HandleBox, textpad: f64, spacing: f64) -> Self {
        let mut column = Self {
            width: 0.0,
            top: 0.0,
            bottom: 0.0,
            baselines: Vec::new(),
        };
        for entry in entries {
            let label = &entry.label;
            let width = handle.width + textpad + label.width;
            let ascent = label.ascent.max(handle.height - handle.descent);
            let descent = label.descent.max(handle.descent);
            let baseline = if column.baselines.is_empty() {
                column.top = ascent;
                0.0
            } else {
                column.bottom - spacing - ascent
            };
            column.baselines.push(baseline);
            column.bottom = baseline - descent;
            column.width = column.width.max(width);
        }
        column
    }
}

impl<'a> PlacedLegend<'a> {
    pub(super) fn new(
        legend: &'a Legend,
        shown: Vec<(&'a str, Option<LegendHandle>)>,
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
    ) -> Self {
        let points = legend.font_points(ctx);
        let font = ctx.points_to_pixels(points);
        let handle = legend.handle_box(font);
        let style = TextStyle {
            family: legend.family.clone(),
            weight: legend.weight,
            size: points,
            ..TextStyle::default()
        };
        let entries: Vec<Entry<'_>> = shown
            .into_iter()
            .map(|(name, handle)| Entry {
                label: Label::new(name, &style, true, canvas, ctx),
                name,
                handle,
            })
            .collect();
        let title = (!legend.title.is_empty()).then(|| {
            let usual = ctx.style.legend.title_fontsize.unwrap_or(FontSize::MEDIUM);
            let size = ctx.style.points(legend.title_fontsize.unwrap_or(usual));
            let style = TextStyle {
                weight: None,
                size,
                ..style.clone()
            };
            Label::new(&legend.title, &style, false, canvas, ctx)
        });
        let color = legend.labelcolor.map(|color| ctx.color(color));
        let mut placed = Self {
            size: (0.0, 0.0),
            title: None,
            entries: Vec::new(),
            handle,
            color: color.unwrap_or(ctx.style.text_color),
            textpad: legend.handletextpad * font,
            legend,
        };
        let room = legend.room(ctx);
        placed.pack(entries, title, (font, room));
        placed
    }

    /// Packs everything in lengths of the font, and in a width if the columns are distributed over one.
    fn pack(
        &mut self,
        mut entries: Vec<Entry<'a>>,
        title: Option<Label>,
        (font, room): (f64, Option<f64>),
    ) {
        let legend = self.legend;
        let spacing = legend.labelspacing * font;
        let (count, mut columns) = (entries.len(), Vec::new());
        let ncols = legend.ncols.min(count.max(1));
        for number in 0..ncols {
            // The first columns are longer if they are not all of one length.
            let len = count / ncols + usize::from(number < count % ncols);
            let rest = entries.split_off(len.min(entries.len()));
            let own = std::mem::replace(&mut entries, rest);
            if !own.is_empty() {
                let column = Column::new(&own, self.handle, self.textpad, spacing);
                columns.push((column, own));
            }
        }
        let between = columns.len().saturating_sub(1) as f64;
        let widths: f64 = columns.iter().map(|(column, _)| column.width).sum();
        let gap = match room {
            Some(room) if between > 0.0 => (room - widths) / between,
            _ => legend.columnspacing * font,
        };
        let width = room.unwrap_or(widths + gap * between);
        let extreme = |pick: fn(&Column) -> f64, larger: fn(f64, f64) -> f64| {
            let values = columns.iter().map(|(column, _)| pick(column));
            values.reduce(larger).unwrap_or(0.0)
        };
        let top = extreme(|column| column.top, f64::max);
        let bottom = extreme(|column| column.bottom, f64::min);
        let pad = legend.borderpad * font;
        let whole = match (&title, room) {
            (Some(title), None) => title.width.max(width),
            _ => width,
        };
        let above = title
            .as_ref()
            .map_or(0.0, |title| title.ascent + title.descent + spacing);
        self.size = (whole + 2.0 * pad, top - bottom + above + 2.0 * pad);
        let base = pad - bottom;
        self.title = title.map(|title| {
            let y = base + top + spacing + title.descent;
            let x = pad + (whole - title.width) / 2.0;
            (title, (x, y))
        });
        let mut x = pad + (whole - width) / 2.0;
        for (column, own) in columns {
            let baselines = column.baselines.iter();
            let places = baselines.map(|baseline| (x, base + baseline));
            self.entries.extend(own.into_iter().zip(places));
            x += column.width + gap;
        }
    }

    /// Draws it with its lower left corner at a pixel.
    pub(super) fn draw(
        &self,
        (left, bottom): (f64, f64),
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
    ) -> Result<()> {
        let pixels = in_pixels(ctx);
        if let Some((title, (x, y))) = &self.title {
            title.draw((left + x, bottom + y), self.color, canvas);
        }
        for (entry, (x, y)) in &self.entries {
            let (x, y) = (left + x, bottom + y);
            if let Some(handle) = &entry.handle {
                let place = HandleBox {
                    x,
                    y,
                    ..self.handle
                };
                handle.draw(place, canvas, &pixels)?;
            }
            if !entry.name.is_empty() {
                let start = x + self.handle.width + self.textpad;
                let effects = self.legend.text_path_effects();
                paint_with_effects(effects, None, canvas, ctx, |canvas| {
                    entry.label.draw((start, y), self.color, canvas);
                });
            }
        }
        Ok(())
    }
}

impl Legend {
    fn handle_box(&self, font: f64) -> HandleBox {
        let descent = 0.35 * font * (self.handleheight - 0.7);
        HandleBox {
            x: 0.0,
            y: 0.0,
            width: self.handlelength * font,
            height: font * self.handleheight - descent,
            descent,
            fontsize: font,
            numpoints: self.numpoints,
            scatterpoints: self.scatterpoints,
            markerscale: self.markerscale,
        }
    }
}
