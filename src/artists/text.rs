//! Text in an axes or a figure.

use kurbo::{Affine, BezPath, Cap, Join, Stroke};

use crate::artists::curves::flattened;
use crate::artists::{Artist, DrawContext};
use crate::canvas::path::GraphicsContext;
use crate::canvas::{Canvas, HorizontalAlignment, TextLayout, TextStyle, VerticalAlignment};
use crate::color::{Color, ColorSpec, IntoColor};
use crate::error::Result;

/// What a text's position counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TextCoordinates {
    /// Data coordinates (`transData`).
    #[default]
    Data,
    /// Fractions of the axes' box from its lower left corner (`transAxes`).
    Axes,
    /// Fractions of the figure from its lower left corner (`transFigure`).
    Figure,
}

/// The outline of a [`TextBox`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum BoxStyle {
    /// `"square"`: a rectangle.
    #[default]
    Square,
    /// `"round"`: with round corners, their radius that of the padding.
    Round,
}

/// A box behind a text (`bbox=dict(boxstyle=…)`).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TextBox {
    /// Its outline.
    pub boxstyle: BoxStyle,
    /// Distance from the text as a multiple of the font size; 4 points around a square and 0.3 font sizes else if
    /// `None`.
    pub pad: Option<f64>,
    /// Its filling.
    pub facecolor: ColorSpec,
    /// Its edge.
    pub edgecolor: ColorSpec,
    /// Width of the edge in points.
    pub linewidth: f64,
    /// Opacity of both instead of their colours' own.
    pub alpha: Option<f64>,
}

impl Default for TextBox {
    /// matplotlib's: a square 4 points away, filled with `C0`, a black edge of a point.
    fn default() -> Self {
        Self {
            boxstyle: BoxStyle::Square,
            pad: None,
            facecolor: ColorSpec::Cycle {
                index: 0,
                alpha: None,
            },
            edgecolor: ColorSpec::Rgba(Color::rgb(0, 0, 0)),
            linewidth: 1.0,
            alpha: None,
        }
    }
}

impl TextBox {
    /// Its distance from a text, as a multiple of the font size.
    fn pad_of(&self, font_size: f64) -> f64 {
        match (self.pad, self.boxstyle) {
            (Some(pad), _) => pad,
            // The reference writes this one down with two digits.
            (None, BoxStyle::Square) => (400.0 / font_size).round() / 100.0,
            (None, BoxStyle::Round) => 0.3,
        }
    }
}

/// A text of one or more lines, with Greek letters, sub- and superscripts between dollar signs.
///
/// ```
/// use plotreel::{Figure, TextBox, TextCoordinates};
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let clock = fig[ax].text(0.05, 0.9, "$\\omega t = 0$");
/// fig[clock].set_coordinates(TextCoordinates::Axes);
/// fig[clock].set_color("navy")?;
/// fig[clock].set_bbox(Some(TextBox { facecolor: "wheat".parse()?, ..TextBox::default() }));
/// fig[clock].set_text("$\\omega t = 1.5$");
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Text {
    x: f64,
    y: f64,
    text: String,
    coordinates: TextCoordinates,
    style: TextStyle,
    /// Whether the size is that of the figure's style.
    own_size: bool,
    color: Option<ColorSpec>,
    alpha: Option<f64>,
    bbox: Option<TextBox>,
    zorder: f64,
    visible: bool,
    clip_on: bool,
}

impl Text {
    /// A text at (x, y).
    pub fn new(x: f64, y: f64, text: impl Into<String>) -> Self {
        Self {
            x,
            y,
            text: text.into(),
            coordinates: TextCoordinates::default(),
            style: TextStyle::default(),
            own_size: false,
            color: None,
            alpha: None,
            bbox: None,
            zorder: 3.0,
            visible: true,
            clip_on: false,
        }
    }

    /// Replaces the text.
    pub fn set_text(&mut self, text: impl Into<String>) {
        self.text = text.into();
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Moves it.
    pub fn set_position(&mut self, x: f64, y: f64) {
        (self.x, self.y) = (x, y);
    }

    /// Sets what its position counts.
    pub fn set_coordinates(&mut self, coordinates: TextCoordinates) {
        self.coordinates = coordinates;
    }

    /// Sets the colour.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor).
    pub fn set_color(&mut self, color: impl IntoColor) -> Result<()> {
        self.color = Some(color.into_color()?);
        Ok(())
    }

    /// Sets the opacity, from 0 to 1; with `None` that of the colour.
    pub fn set_alpha(&mut self, alpha: impl Into<Option<f64>>) {
        self.alpha = alpha.into();
    }

    /// Sets the font size in points.
    pub fn set_fontsize(&mut self, size: f64) {
        self.style.size = size;
        self.own_size = true;
    }

    /// Sets the angle in degrees, counter-clockwise.
    pub fn set_rotation(&mut self, degrees: f64) {
        self.style.rotation = degrees;
    }

    /// Sets the horizontal alignment.
    pub fn set_ha(&mut self, ha: HorizontalAlignment) {
        self.style.ha = ha;
    }

    /// Sets the vertical alignment.
    pub fn set_va(&mut self, va: VerticalAlignment) {
        self.style.va = va;
    }

    /// Sets font, angle and alignment at once.
    pub fn set_style(&mut self, style: TextStyle) {
        self.style = style;
        self.own_size = true;
    }

    /// Sets or removes the box behind it.
    pub fn set_bbox(&mut self, bbox: Option<TextBox>) {
        self.bbox = bbox;
    }

    /// Sets the place in the drawing order; texts have 3.
    pub fn set_zorder(&mut self, zorder: f64) {
        self.zorder = zorder;
    }

    /// Shows or hides it.
    pub fn set_visible(&mut self, visible: bool) {
        self.visible = visible;
    }

    /// Sets whether it is clipped to the axes.
    pub fn set_clip_on(&mut self, clip: bool) {
        self.clip_on = clip;
    }

    fn resolved_style(&self, ctx: &DrawContext<'_>) -> TextStyle {
        let mut style = self.style.clone();
        if !self.own_size {
            style.size = ctx.style.font_size;
        }
        style
    }

    /// Its anchor in pixels, y up.
    fn anchor(&self, ctx: &DrawContext<'_>) -> (f64, f64) {
        let within = |place: crate::transform::AxesBox| {
            (
                place.x0 + self.x * place.width,
                place.y0 + self.y * place.height,
            )
        };
        match self.coordinates {
            TextCoordinates::Data => ctx.pixel(self.x, self.y),
            TextCoordinates::Axes => within(ctx.transform.axes),
            TextCoordinates::Figure => within(ctx.figure),
        }
    }

    fn draw_box(
        &self,
        bbox: &TextBox,
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
        layout: &TextLayout,
        style: &TextStyle,
    ) {
        let (x, y) = self.anchor(ctx);
        let pad = bbox.pad_of(style.size) * ctx.points_to_pixels(style.size);
        let (width, height) = (layout.size.0 + 2.0 * pad, layout.size.1 + 2.0 * pad);
        let outline = outline(bbox.boxstyle, pad, width, height);
        let (sin, cos) = if style.rotation == 0.0 {
            (0.0, 1.0)
        } else {
            style.rotation.to_radians().sin_cos()
        };
        let corner = ctx.flipped((x + layout.corner.0, y + layout.corner.1));
        let place = Affine::new([cos, -sin, -sin, -cos, corner.x, corner.y]);
        let color = |spec| ctx.faded(spec, bbox.alpha);
        let stroke = Stroke::new(ctx.points_to_pixels(bbox.linewidth))
            .with_caps(Cap::Butt)
            .with_join(Join::Miter);
        let gc = GraphicsContext {
            face: Some(color(bbox.facecolor)).filter(|face| face.a > 0),
            edge: Some((color(bbox.edgecolor), stroke)),
            clip: self.clip_on.then(|| ctx.clip()),
            ..GraphicsContext::default()
        };
        canvas.draw_path(&flattened(&(place * outline)), &gc);
    }
}

/// A box `pad` beyond (0, 0), y up.
fn outline(style: BoxStyle, pad: f64, width: f64, height: f64) -> BezPath {
    let (x0, y0) = (-pad, -pad);
    let (x1, y1) = (x0 + width, y0 + height);
    let mut path = BezPath::new();
    match style {
        BoxStyle::Square => {
            path.move_to((x0, y0));
            path.line_to((x1, y0));
            path.line_to((x1, y1));
            path.line_to((x0, y1));
        }
        BoxStyle::Round => {
            path.move_to((x0 + pad, y0));
            path.line_to((x1 - pad, y0));
            path.quad_to((x1, y0), (x1, y0 + pad));
            path.line_to((x1, y1 - pad));
            path.quad_to((x1, y1), (x1 - pad, y1));
            path.line_to((x0 + pad, y1));
            path.quad_to((x0, y1), (x0, y1 - pad));
            path.line_to((x0, y0 + pad));
            path.quad_to((x0, y0), (x0 + pad, y0));
        }
    }
    path.close_path();
    path
}

impl Artist for Text {
    fn zorder(&self) -> f64 {
        self.zorder
    }

    fn visible(&self) -> bool {
        self.visible
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        if self.text.is_empty() {
            return Ok(());
        }
        let style = self.resolved_style(ctx);
        let layout = canvas.layout_text(&self.text, &style, ctx.dpi);
        if let Some(bbox) = &self.bbox {
            self.draw_box(bbox, canvas, ctx, &layout, &style);
        }
        let color = self.color.map_or(ctx.style.text_color, |c| ctx.color(c));
        let color = self.alpha.map_or(color, |alpha| color.with_alpha(alpha));
        let clip = self.clip_on.then(|| ctx.clip());
        canvas.draw_text_layout(&layout, self.anchor(ctx), style.rotation, color, clip);
        Ok(())
    }

    fn extent(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Option<[f64; 4]> {
        let style = self.resolved_style(ctx);
        let layout = canvas.layout_text(&self.text, &style, ctx.dpi);
        let (x, y) = self.anchor(ctx);
        let [left, bottom, right, top] = layout.bounds;
        let drawn = !self.text.is_empty() && x.is_finite() && y.is_finite();
        drawn.then_some([x + left, y + bottom, x + right, y + top])
    }

    fn clone_box(&self) -> Box<dyn Artist> {
        Box::new(self.clone())
    }
}
