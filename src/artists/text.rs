//! Text in an axes, flat or in space, or in a figure.

pub use crate::artists::annotation::{Annotation, ArrowProps};
pub use crate::artists::text_box::TextBox;
pub use crate::artists::text_stroke::TextStroke;
pub use crate::canvas::{
    FontFamily, HorizontalAlignment, MathDefault, MathFontset, RotationMode, TextHinting,
    TextStyle, VerticalAlignment,
};
pub use crate::style::{FontSize, FontWeight};

use std::path::Path;

use crate::artists::patheffects::path_effects;
use crate::artists::placed_text::PlacedText;
use crate::artists::text_look::TextLook;
use crate::artists::{Artist, ArtistBase, BlendedCoords, CoordsFrame, DrawContext, Obstacles};
use crate::canvas::Canvas;
use crate::error::{Error, Result};
use crate::properties::{Angle, Check, Length, PropertyType, Value, properties, refused};

/// A text at a place of two coordinates ([`Text`]) or three ([`Text3D`]).
///
/// It has one or more lines, with Greek letters, sub- and superscripts between dollar signs.
///
/// ```
/// use plotreel::Figure;
/// use plotreel::text::TextBox;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let clock = fig[ax].text(0.05, 0.9, "$\\omega t = 0$");
/// fig[clock].set_coordinates("axes fraction")?;
/// fig[clock].set_color("navy")?;
/// fig[clock].set_bbox(TextBox::new().with_facecolor("wheat")?)?;
/// fig[clock].set_text("$\\omega t = 1.5$");
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct TextAt<const D: usize> {
    place: [f64; D],
    /// The direction in space, instead of an angle.
    direction: Option<[f64; D]>,
    text: String,
    coords: BlendedCoords,
    style: TextStyle,
    /// Instead of that of `style`; the figure style's if `None`.
    size: Option<FontSize>,
    look: TextLook,
    pub(super) base: ArtistBase,
}

/// A text in flat axes, in the plane of 3-D ones, or in a figure.
pub type Text = TextAt<2>;

/// A text in space, flat on the picture or along a direction in space.
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
pub type Text3D = TextAt<3>;

properties! {
    impl[const D: usize] TextAt<D>, in base: ArtistBase;
    text / set_text: text = text, "the text";
    color / set_color ["c"]: maybe_color = look.color, "the colour";
    fontsize / set_fontsize ["size"]: maybe_choice<FontSize> = size,
        "the font size: points, or `\"small\"` and the like as multiples of that of the style, which is that of `None`";
    weight / set_weight ["fontweight"]: maybe_choice<FontWeight> = style.weight,
        "the weight, by name or from 0 to 1000; `None` is that of the figure's style";
    italic / set_italic: flag = style.oblique, "whether it is italic";
    family / set_family ["fontfamily", "fontname", "font"]: maybe_choice<FontFamily> = style.family,
        "the fonts, by name or file, the preferred first; `None` is those of the figure's style";
    math_fontfamily / set_math_fontfamily: maybe_choice<MathFontset> = style.math_fontfamily,
        "the fonts of mathematical notation; `None` is those of the figure's style";
    ha / set_ha ["horizontalalignment"]: choice<HorizontalAlignment> = style.ha, "the horizontal alignment";
    va / set_va ["verticalalignment"]: choice<VerticalAlignment> = style.va, "the vertical alignment";
    rotation_mode / set_rotation_mode: choice<RotationMode> = style.rotation_mode, "whether it is rotated before or after alignment";
    multialignment / set_multialignment ["ma"]: maybe_choice<HorizontalAlignment> = style.multialignment,
        "the alignment of lines relative to each other; `None` is the horizontal alignment";
    parse_math / set_parse_math: flag = style.parse_math, "whether `$…$` is mathematical notation";
    linespacing / set_linespacing: maybe<Length> = style.linespacing,
        "the line spacing, as a multiple of the font's height; `None` is that of the font";
    @by name:
    bold: bool = |text| text.bold(), |text, bold| text.set_bold(bold), "whether it is bold";
    rotation: f64 = |text| text.style.rotation, |text, degrees| text.turn(degrees),
        "the angle in degrees, counterclockwise; texts in space have a direction instead";
    zdir: Option<Vec<f64>> = |text| text.direction.map(|direction| direction.to_vec()),
        |text, direction| text.point(direction),
        "the direction in data coordinates of a text in space; `None` is horizontal";
    position: Vec<f64> = |text| text.place.to_vec(),
        |text, place| {
            text.place = <[f64; D]>::read("position", &place.into())?;
            Ok(())
        },
        "its position, one number per dimension";
    coordinates: BlendedCoords = |text| text.coords,
        |text, coords| {
            text.coords = coords.absolute()?;
            Ok(())
        },
        "the coordinate system of its position";
}

impl TextAt<2> {
    /// A text at (x, y).
    pub fn new(x: f64, y: f64, text: impl Into<String>) -> Self {
        Self::at([x, y], text.into())
    }

    /// Lets it end at its place, above that.
    pub(crate) fn put_above(&mut self) {
        self.style.va = VerticalAlignment::Bottom;
    }

    /// Moves it.
    pub fn set_position(&mut self, x: f64, y: f64) {
        self.place = [x, y];
    }

    /// Sets the angle in degrees, counterclockwise.
    ///
    /// # Errors
    /// [`Error::Setting`] for an angle that is not finite.
    pub fn set_rotation(&mut self, degrees: f64) -> Result<()> {
        self.turn(degrees)
    }

    /// The angle in degrees, counterclockwise.
    pub fn rotation(&self) -> f64 {
        self.style.rotation
    }

    /// Its place.
    pub fn position(&self) -> (f64, f64) {
        self.place.into()
    }

    /// Sets the coordinate system of its position: [`Coords`](crate::artists::Coords), their name, or a pair for x and y.
    ///
    /// # Errors
    /// [`Error::Setting`] for other names and for offsets.
    pub fn set_coordinates<C: TryInto<BlendedCoords>>(&mut self, coordinates: C) -> Result<()>
    where
        Error: From<C::Error>,
    {
        self.coords = coordinates.try_into()?.absolute()?;
        Ok(())
    }

    pub(crate) fn with_style(mut self, style: TextStyle) -> Self {
        self.style = style;
        self.size = Some(FontSize::Points(self.style.size));
        self
    }

    pub(crate) fn with_coords(mut self, coords: impl Into<BlendedCoords>) -> Self {
        self.coords = coords.into();
        self
    }
}

impl TextAt<3> {
    /// A text at (x, y, z).
    pub fn new(x: f64, y: f64, z: f64, text: impl Into<String>) -> Self {
        Self::at([x, y, z], text.into())
    }

    /// Moves it.
    pub fn set_position_3d(&mut self, x: f64, y: f64, z: f64) {
        self.place = [x, y, z];
    }

    /// The x, y and z of its place.
    pub fn position_3d(&self) -> (f64, f64, f64) {
        self.place.into()
    }

    /// Sets the direction of the text in data coordinates; `None` is horizontal.
    pub fn set_zdir(&mut self, direction: Option<[f64; 3]>) {
        self.direction = direction;
    }
}

path_effects!([const D: usize] TextAt<D>, look.effects);

impl<const D: usize> TextAt<D> {
    fn at(place: [f64; D], text: String) -> Self {
        Self {
            place,
            direction: None,
            text,
            coords: BlendedCoords::default(),
            style: TextStyle::default(),
            size: None,
            look: TextLook::default(),
            base: ArtistBase::unclipped(3.0),
        }
    }

    /// Sets the font to that of a TrueType or OpenType file.
    ///
    /// # Errors
    /// [`Error::Read`] for a file that can't be read, [`Error::Font`] for one that is not a font.
    pub fn set_font(&mut self, path: impl AsRef<Path>) -> Result<()> {
        self.style.family = Some(FontFamily::from_file(path)?);
        Ok(())
    }

    /// Sets whether it is bold or of normal weight.
    pub fn set_bold(&mut self, bold: bool) {
        self.style.weight = Some(FontWeight::of_bold(bold));
    }

    /// Whether its weight was set to semibold or more.
    pub fn bold(&self) -> bool {
        self.style.weight.is_some_and(FontWeight::is_bold)
    }

    fn point(&mut self, direction: Option<Vec<f64>>) -> Result<()> {
        let value: Value = direction.into();
        if D != 3 && value != Value::None {
            return Err(refused("zdir", &value, "rotation instead, in the plane"));
        }
        self.direction = PropertyType::read("zdir", &value)?;
        Ok(())
    }

    fn turn(&mut self, degrees: f64) -> Result<()> {
        if D == 3 {
            return Err(refused("rotation", &degrees.into(), "set_zdir instead"));
        }
        self.style.rotation = Angle::checked("rotation", degrees)?;
        Ok(())
    }

    /// Sets or removes the box behind it.
    ///
    /// # Errors
    /// [`Error::Setting`] for a width or an opacity out of range.
    pub fn set_bbox(&mut self, bbox: impl Into<Option<TextBox>>) -> Result<()> {
        let bbox = bbox.into();
        if let Some(bbox) = &bbox {
            bbox.check_options()?;
        }
        self.look.bbox = bbox;
        Ok(())
    }

    /// The box behind it.
    pub fn bbox(&self) -> Option<&TextBox> {
        self.look.bbox.as_ref()
    }

    /// Sets or removes the outline around its letters, which keeps it readable over an image; path effects, if there are
    /// any, replace it.
    pub fn set_stroke(&mut self, stroke: impl Into<Option<TextStroke>>) {
        self.look.stroke = stroke.into();
    }

    /// The outline around its letters.
    pub fn stroke(&self) -> Option<&TextStroke> {
        self.look.stroke.as_ref()
    }

    /// Sets font, angle and alignment at once; a text in space keeps the angle of its direction.
    ///
    /// # Errors
    /// [`Error::Setting`] for a size that is negative or not finite, or an angle that is not
    /// finite.
    pub fn set_style(&mut self, style: TextStyle) -> Result<()> {
        style.check_options()?;
        self.style = style;
        self.size = Some(FontSize::Points(self.style.size));
        Ok(())
    }

    /// Sets the font size in points, which is known to be one.
    pub(super) fn resize(&mut self, size: f64) {
        self.size = Some(FontSize::Points(size));
    }

    /// Sets the part of the text that is at its place.
    pub(super) fn align(&mut self, ha: HorizontalAlignment, va: VerticalAlignment) {
        (self.style.ha, self.style.va) = (ha, va);
    }

    fn resolved_style(&self, ctx: &DrawContext<'_>) -> TextStyle {
        let mut style = self.style.clone();
        if D == 3 {
            style.rotation = self.angle(ctx);
        }
        style.size = (self.size).map_or(ctx.style.font_size, |size| ctx.style.points(size));
        style
    }

    /// Its anchor in pixels, y up.
    fn anchor(&self, ctx: &DrawContext<'_>) -> (f64, f64) {
        let [x, y, _] = ctx.mapping.place(self.place);
        self.coords.pixel((x, y), &CoordsFrame::new(ctx))
    }

    /// The angle of its direction in degrees.
    fn angle(&self, ctx: &DrawContext<'_>) -> f64 {
        self.direction.map_or(0.0, |direction| {
            let end: [f64; D] = std::array::from_fn(|i| self.place[i] + direction[i]);
            // Which may be beyond the limits that the text is clipped to.
            let mapping = ctx.mapping.clipped(false);
            let ([x, y, _], [end_x, end_y, _]) = (mapping.place(self.place), mapping.place(end));
            text_angle((end_y - y).atan2(end_x - x).to_degrees())
        })
    }

    /// The text laid out at its place, unless it is empty or has no place on the canvas.
    fn placed_at_anchor(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Option<PlacedText> {
        let (x, y) = self.anchor(ctx);
        let seen = x.is_finite() && y.is_finite() && !self.text.is_empty();
        let placed = seen.then(|| self.placed((x, y), canvas, ctx))?;
        placed
            .bounds()
            .iter()
            .all(|v| v.is_finite())
            .then_some(placed)
    }

    /// Its font size in points.
    pub(super) fn size(&self, ctx: &DrawContext<'_>) -> f64 {
        self.resolved_style(ctx).size
    }

    /// The text laid out with its anchor at a pixel, y up.
    pub(super) fn placed(
        &self,
        anchor: (f64, f64),
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
    ) -> PlacedText {
        let text = (&*self.text, self.resolved_style(ctx));
        PlacedText::new(text, self.look.bbox.as_ref(), anchor, canvas, ctx)
    }

    pub(super) fn draw_placed(
        &self,
        placed: &PlacedText,
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
    ) {
        self.look
            .draw((&self.text, placed), &self.base, canvas, ctx);
    }
}

/// An angle in degrees at which a text is not upside down: above -90 and up to 90.
pub(crate) fn text_angle(degrees: f64) -> f64 {
    let angle = (degrees + 180.0).rem_euclid(180.0);
    if angle > 90.0 { angle - 180.0 } else { angle }
}

impl<const D: usize> Artist for TextAt<D> {
    crate::artists::artist_parts!(base);

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        if let Some(placed) = self.placed_at_anchor(canvas, ctx) {
            self.draw_placed(&placed, canvas, ctx);
        }
        Ok(())
    }

    fn follows_limits(&self) -> [bool; 2] {
        match self.direction {
            None => self.coords.are_data(),
            Some(_) => [true; 2],
        }
    }

    /// None of a text in space, as in the reference.
    fn extent(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Option<[f64; 4]> {
        if D == 3 {
            return None;
        }
        Some(self.placed_at_anchor(canvas, ctx)?.bounds())
    }

    fn obstacles(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Obstacles {
        let placed = self.placed_at_anchor(canvas, ctx);
        placed.map_or_else(Obstacles::default, |placed| {
            let [x0, y0, x1, y1] = placed.bounds();
            Obstacles::of_box(ctx.flipped((x0, y0)), ctx.flipped((x1, y1)))
        })
    }
}
