//! Texts at places in space.

use crate::artists::{Artist, DrawContext, Obstacles, Text, TextBox, TextStroke};
use crate::canvas::{Canvas, FontFamily, HorizontalAlignment, TextStyle, VerticalAlignment};
use crate::color::IntoColor;
use crate::error::Result;

/// A text at a place in space, flat on the picture or along a direction in space.
///
/// ```
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot_3d(1, 1, 1)?;
/// let label = fig[ax].text(0.5, 0.5, 1.0, "top");
/// fig[label].set_zdir(Some([1.0, 0.0, 0.0])); // along x
/// fig[label].set_color("navy")?;
/// // From frame to frame:
/// fig[label].set_position_3d(0.5, 0.4, 0.9);
/// fig[label].set_text("lower");
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Text3D {
    place: [f64; 3],
    direction: Option<[f64; 3]>,
    text: Text,
}

impl Text3D {
    /// A text at (x, y, z).
    pub fn new(x: f64, y: f64, z: f64, text: impl Into<String>) -> Self {
        Self {
            place: [x, y, z],
            direction: None,
            text: Text::new(0.0, 0.0, text),
        }
    }

    /// Moves it.
    pub fn set_position_3d(&mut self, x: f64, y: f64, z: f64) {
        self.place = [x, y, z];
    }

    /// The x, y and z of its place.
    pub fn position_3d(&self) -> (f64, f64, f64) {
        self.place.into()
    }

    /// Sets the direction that it runs along, in data coordinates; with `None` it is horizontal.
    pub fn set_zdir(&mut self, direction: Option<[f64; 3]>) {
        self.direction = direction;
    }

    /// Replaces the text.
    pub fn set_text(&mut self, text: impl Into<String>) {
        self.text.set_text(text);
    }

    /// The text.
    pub fn text(&self) -> &str {
        self.text.text()
    }

    /// Sets the colour.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor).
    pub fn set_color(&mut self, color: impl IntoColor) -> Result<()> {
        self.text.set_color(color)
    }

    /// Sets the opacity, from 0 to 1; with `None` that of the colour.
    pub fn set_alpha(&mut self, alpha: impl Into<Option<f64>>) {
        self.text.set_alpha(alpha);
    }

    /// Sets the font size in points.
    pub fn set_fontsize(&mut self, size: f64) {
        self.text.set_fontsize(size);
    }

    /// Makes it bold or not.
    pub fn set_bold(&mut self, bold: bool) {
        self.text.set_bold(bold);
    }

    /// Makes it italic or not.
    pub fn set_italic(&mut self, italic: bool) {
        self.text.set_italic(italic);
    }

    /// Sets the distance of lines, as [`Text::set_linespacing`](crate::Text::set_linespacing) does.
    pub fn set_linespacing(&mut self, spacing: impl Into<Option<f64>>) {
        self.text.set_linespacing(spacing);
    }

    /// Sets the font family.
    pub fn set_family(&mut self, family: FontFamily) {
        self.text.set_family(family);
    }

    /// Sets the horizontal alignment.
    pub fn set_ha(&mut self, ha: HorizontalAlignment) {
        self.text.set_ha(ha);
    }

    /// Sets the vertical alignment.
    pub fn set_va(&mut self, va: VerticalAlignment) {
        self.text.set_va(va);
    }

    /// Sets font and alignment at once; its angle is that of the direction.
    pub fn set_style(&mut self, style: TextStyle) {
        self.text.set_style(style);
    }

    /// Sets or removes the box behind it.
    pub fn set_bbox(&mut self, bbox: Option<TextBox>) {
        self.text.set_bbox(bbox);
    }

    /// Sets or removes the outline around its letters.
    pub fn set_stroke(&mut self, stroke: Option<TextStroke>) {
        self.text.set_stroke(stroke);
    }

    /// Sets the place in the drawing order; texts have 3.
    pub fn set_zorder(&mut self, zorder: f64) {
        self.text.set_zorder(zorder);
    }

    /// Shows or hides it.
    pub fn set_visible(&mut self, visible: bool) {
        self.text.set_visible(visible);
    }

    /// Sets whether it is clipped to the axes' square.
    pub fn set_clip_on(&mut self, clip: bool) {
        self.text.set_clip_on(clip);
    }

    /// The text in the plane of the axes, if it has a place there.
    fn projected(&self, ctx: &DrawContext<'_>) -> Option<Text> {
        let [x, y, _] = ctx.place(self.place);
        let angle = self.direction.map_or(0.0, |direction| {
            let [end_x, end_y, _] = ctx.place([0, 1, 2].map(|i| self.place[i] + direction[i]));
            text_angle((end_y - y).atan2(end_x - x).to_degrees())
        });
        let mut text = self.text.clone();
        text.set_position(x, y);
        text.set_rotation(angle);
        [x, y, angle].iter().all(|v| v.is_finite()).then_some(text)
    }
}

/// An angle in degrees at which a text is not upside down: above -90 and up to 90.
pub(crate) fn text_angle(degrees: f64) -> f64 {
    let angle = (degrees + 180.0).rem_euclid(180.0);
    if angle > 90.0 { angle - 180.0 } else { angle }
}

impl Artist for Text3D {
    fn zorder(&self) -> f64 {
        self.text.zorder()
    }

    fn visible(&self) -> bool {
        self.text.visible()
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        match self.projected(ctx) {
            Some(text) => text.draw(canvas, ctx),
            None => Ok(()),
        }
    }

    fn obstacles(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Obstacles {
        let text = self.projected(ctx);
        text.map_or_else(Obstacles::default, |text| text.obstacles(canvas, ctx))
    }

    fn clone_box(&self) -> Box<dyn Artist> {
        Box::new(self.clone())
    }
}
