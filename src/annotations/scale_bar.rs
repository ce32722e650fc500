//! Scale bars.

use kurbo::{Rect, Shape};

use crate::annotations::{LabelPosition, LabelStyle};
use crate::artists::{Artist, ArtistBase, DrawContext};
use crate::canvas::{Canvas, HorizontalAlignment, TextStyle, VerticalAlignment};
use crate::error::{Error, Result};

/// A scale bar over an image, with a length in pixels of the image and a text such as `"10 µm"` above it.
///
/// ```
/// use plotreel::WriteOptions;
/// use plotreel::annotate::{LabelPosition, ScaleBar};
///
/// let bar = ScaleBar::new(50.0, "10 µm").with_position(LabelPosition::BottomLeft);
/// let options = WriteOptions::new().with_scale_bar(bar);
/// # let _ = options;
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct ScaleBar {
    pixels: f64,
    text: String,
    position: LabelPosition,
    style: LabelStyle,
}

impl ScaleBar {
    /// A bar with a length in pixels of the image, in the lower right corner.
    pub fn new(pixels: f64, text: impl Into<String>) -> Self {
        Self {
            pixels,
            text: text.into(),
            position: LabelPosition::BottomRight,
            style: LabelStyle::default(),
        }
    }

    /// Sets its position.
    pub fn with_position(mut self, position: LabelPosition) -> Self {
        self.position = position;
        self
    }

    /// Sets size, colour and background.
    pub fn with_style(mut self, style: LabelStyle) -> Self {
        self.style = style;
        self
    }

    pub(super) fn style(&self) -> &LabelStyle {
        &self.style
    }

    /// The artist that shows it on an image with this number of columns.
    pub(super) fn artist(&self, columns: usize, usual: f64) -> Result<ScaleBarArtist> {
        if self.pixels > 0.0 && self.pixels <= columns as f64 {
            return Ok(ScaleBarArtist {
                bar: self.clone(),
                fontsize: self.style.fontsize.unwrap_or(usual),
                base: ArtistBase::new(4.0),
            });
        }
        Err(Error::Annotation {
            what: "the scale bar".into(),
            reason: format!(
                "it can't be {} pixels long on an image of {columns} columns",
                self.pixels
            ),
            advice: "give a length in pixels of the image, above 0 and not beyond its width".into(),
        })
    }
}

/// A scale bar with the size of its text.
#[derive(Debug, Clone)]
pub(super) struct ScaleBarArtist {
    bar: ScaleBar,
    /// Points.
    fontsize: f64,
    base: ArtistBase,
}

impl Artist for ScaleBarArtist {
    crate::artists::artist_parts!(without properties, base);

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let (bar, em) = (&self.bar, ctx.points_to_pixels(self.fontsize));
        let style = TextStyle {
            size: self.fontsize,
            ha: HorizontalAlignment::Center,
            va: VerticalAlignment::Bottom,
            ..TextStyle::default()
        };
        let layout = canvas.layout_text(&bar.text, &style, ctx.dpi);
        let [left, bottom, right, top] = layout.bounds;
        let length = (ctx.point([bar.pixels, 0.0]).x - ctx.point([0.0; 2]).x).abs();
        let (pad, gap, thick) = (0.4 * em, 0.2 * em, (0.25 * em).round().max(1.0));
        let width = length.max(right - left) + 2.0 * pad;
        let height = top - bottom + gap + thick + 2.0 * pad;
        let place = self.place(width, height, em / 2.0, ctx);
        let middle = place.center().x;
        let low = (place.y1 - pad).round();
        let start = (middle - length / 2.0).round();
        let rule = Rect::new(start, low - thick, start + length, low);
        let clip = ctx.clip();
        let clip = Some(&clip);
        let color = ctx.color(bar.style.color);
        match bar.style.stroke(self.fontsize) {
            Some(stroke) => {
                let (outline, width) = (
                    ctx.color(stroke.color()),
                    ctx.points_to_pixels(stroke.linewidth()),
                );
                let around = rule.inflate(width / 2.0, width / 2.0);
                canvas.fill_path(&around.to_path(0.1), outline, clip);
                let anchor = self.text_anchor(middle, rule.y0 - gap, ctx);
                canvas.stroke_text_layout(&layout, anchor, (outline, width), clip);
            }
            None => {
                let around = place.to_rounded_rect(0.25 * em).to_path(0.1);
                canvas.fill_path(&around, ctx.color(bar.style.background), clip);
            }
        }
        canvas.fill_path(&rule.to_path(0.1), color, clip);
        let anchor = self.text_anchor(middle, rule.y0 - gap, ctx);
        canvas.draw_text_layout(&layout, anchor, color, clip);
        Ok(())
    }
}

impl ScaleBarArtist {
    /// The pixels that it covers, y down.
    fn place(&self, width: f64, height: f64, margin: f64, ctx: &DrawContext<'_>) -> Rect {
        let (low, high) = (ctx.axes_point(0.0, 0.0), ctx.axes_point(1.0, 1.0));
        let (x, y) = match (self.bar.position.fractions(), self.bar.position) {
            (None, LabelPosition::At(x, y)) => ctx.point([x, y]).into(),
            (fractions, _) => {
                let (right, up) = fractions.unwrap_or_default();
                let within = |start: f64, end: f64, size: f64, fraction: f64| {
                    let (start, end) = (start + margin, end - margin - size);
                    start + fraction * (end - start)
                };
                (
                    within(low.x, high.x, width, right),
                    within(high.y, low.y, height, 1.0 - up),
                )
            }
        };
        Rect::new(x, y, x + width, y + height)
    }

    /// From the left and, with y up, from the bottom.
    fn text_anchor(&self, x: f64, y: f64, ctx: &DrawContext<'_>) -> (f64, f64) {
        (x, f64::from(ctx.size.height) - y)
    }
}
