//! Text in an axes, flat or in space, or in a figure.

pub use crate::artists::annotation::{Annotation, ArrowProps};
pub use crate::canvas::{
    FontFamily, HorizontalAlignment, MathDefault, MathFontset, RotationMode, TextStyle,
    VerticalAlignment,
};
pub use crate::style::{FontSize, FontWeight};

use std::path::Path;

use kurbo::{Affine, BezPath, ParamCurveNearest, PathSeg, Point, Shape};

use crate::artists::hatch_look::HatchLook;
use crate::artists::patches::{BoxStyle, PatchBase};
use crate::artists::patheffects::{PathEffect, paint_with_effects, path_effects};
use crate::artists::{
    Artist, ArtistBase, BlendedCoords, CoordsFrame, DrawContext, Hatch, LineStyle, Obstacles,
};
use crate::canvas::{Canvas, TextLayout};
use crate::color::{Color, ColorSpec, IntoColor};
use crate::error::{Error, Result};
use crate::properties::{
    Angle, Check, Fraction, Length, PropertyType, options, properties, refused,
};

options! {
    /// A box behind a text (`bbox=dict(boxstyle=…)`).
    ///
    /// ```
    /// use plotreel::text::TextBox;
    ///
    /// let wheat = TextBox::new().with_boxstyle("round")?.with_facecolor("wheat")?.with_alpha(0.5);
    /// assert_eq!(wheat.alpha(), Some(0.5));
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq)]
    pub struct TextBox;
    boxstyle / with_boxstyle: maybe_choice<BoxStyle> = None,
        "its outline, whose lengths are multiples of the font size; a square 4 points away if `None`";
    facecolor / with_facecolor: color = ColorSpec::C0, "its filling; `\"C0\"` by default";
    edgecolor / with_edgecolor: color = ColorSpec::BLACK, "the colour of its edge; black by default";
    linewidth / with_linewidth: number<Length> = 1.0, "the width of its edge in points";
    linestyle / with_linestyle: choice<LineStyle> = LineStyle::Solid, "the dashes of its edge";
    hatch / with_hatch: maybe_choice<Hatch> = None, "the pattern over its face";
    alpha / with_alpha: maybe<Fraction> = None, "the opacity of both, instead of that of their colours, from 0 to 1";
}

impl TextBox {
    fn style(&self, font_size: f64) -> BoxStyle {
        // The reference writes this one down with two digits.
        let pad = (400.0 / font_size).round() / 100.0;
        self.boxstyle.unwrap_or(BoxStyle::Square { pad })
    }
}

/// An outline around the letters of a text, below them.
///
/// It differs from the path effect [`Stroke`](crate::patheffects::Stroke) in that the letters stay as sharp as without it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TextStroke {
    color: ColorSpec,
    linewidth: f64,
}

impl TextStroke {
    /// An outline of this colour and width in points, half of which is outside of the letters.
    ///
    /// # Errors
    /// [`Error::UnknownColor`], and [`Error::Setting`] for a width that is negative or not finite.
    pub fn new(color: impl IntoColor, linewidth: f64) -> Result<Self> {
        Ok(Self {
            color: color.into_color()?,
            linewidth: Length::checked("linewidth", linewidth)?,
        })
    }

    /// One of a width that is known to be valid.
    pub(crate) fn of(color: Color, linewidth: f64) -> Self {
        Self {
            color: color.into(),
            linewidth,
        }
    }

    /// Its colour.
    pub fn color(&self) -> ColorSpec {
        self.color
    }

    /// Its width in points.
    pub fn linewidth(&self) -> f64 {
        self.linewidth
    }
}

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
    color: Option<ColorSpec>,
    bbox: Option<TextBox>,
    stroke: Option<TextStroke>,
    effects: Vec<PathEffect>,
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
    color / set_color ["c"]: maybe_color = color, "the colour";
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

path_effects!([const D: usize] TextAt<D>, effects);

impl<const D: usize> TextAt<D> {
    fn at(place: [f64; D], text: String) -> Self {
        Self {
            place,
            direction: None,
            text,
            coords: BlendedCoords::default(),
            style: TextStyle::default(),
            size: None,
            color: None,
            bbox: None,
            stroke: None,
            effects: Vec::new(),
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
        self.bbox = bbox;
        Ok(())
    }

    /// The box behind it.
    pub fn bbox(&self) -> Option<&TextBox> {
        self.bbox.as_ref()
    }

    /// Sets or removes the outline around its letters, which keeps it readable over an image; path effects, if there are
    /// any, replace it.
    pub fn set_stroke(&mut self, stroke: impl Into<Option<TextStroke>>) {
        self.stroke = stroke.into();
    }

    /// The outline around its letters.
    pub fn stroke(&self) -> Option<&TextStroke> {
        self.stroke.as_ref()
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
            let ([x, y, _], [end_x, end_y, _]) =
                (ctx.mapping.place(self.place), ctx.mapping.place(end));
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
        let style = self.resolved_style(ctx);
        let layout = canvas.layout_text(&self.text, &style, ctx.dpi);
        let outline = self.bbox.as_ref().map(|bbox| {
            let (width, height) = layout.size;
            let scale = ctx.points_to_pixels(style.size);
            let around = bbox
                .style(style.size)
                .outline([0.0, 0.0, width, height], scale);
            let (sin, cos) = if style.rotation == 0.0 {
                (0.0, 1.0)
            } else {
                style.rotation.to_radians().sin_cos()
            };
            let corner = (anchor.0 + layout.corner.0, anchor.1 + layout.corner.1);
            Affine::new([cos, sin, -sin, cos, corner.0, corner.1]) * around
        });
        PlacedText {
            anchor,
            style,
            layout,
            outline,
            edge: self.bbox.as_ref().map_or(0.0, |bbox| bbox.linewidth / 2.0),
        }
    }

    pub(super) fn draw_placed(
        &self,
        placed: &PlacedText,
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
    ) {
        if self.text.is_empty() {
            return;
        }
        let clip = self.base.clip(ctx);
        if let (Some(bbox), Some(outline)) = (&self.bbox, &placed.outline) {
            let style = PatchBase {
                face: Some(bbox.facecolor),
                edge: Some(bbox.edgecolor),
                linewidth: Some(bbox.linewidth),
                linestyle: bbox.linestyle.clone(),
                hatching: HatchLook {
                    pattern: bbox.hatch.clone(),
                    ..HatchLook::default()
                },
                base: self.base.clone().with_alpha(bbox.alpha),
                ..PatchBase::default()
            };
            style.draw_shapes(&[(outline.clone(), true)], canvas, ctx);
        }
        let color = self.color.map_or(ctx.style.text_color, |c| ctx.color(c));
        let color = self
            .base
            .alpha()
            .map_or(color, |alpha| color.with_alpha(alpha));
        if !self.effects.is_empty() {
            let (layout, alpha) = (&placed.layout, self.base.alpha());
            return paint_with_effects(&self.effects, alpha, canvas, ctx, |canvas| {
                canvas.draw_text_layout(layout, placed.anchor, color, clip.as_ref());
            });
        }
        if let Some(stroke) = self.stroke {
            let pen = (
                ctx.color(stroke.color),
                ctx.points_to_pixels(stroke.linewidth),
            );
            canvas.stroke_text_layout(&placed.layout, placed.anchor, pen, clip.as_ref());
        }
        canvas.draw_text_layout(&placed.layout, placed.anchor, color, clip.as_ref());
    }
}

/// A text laid out on the canvas.
#[derive(Debug)]
pub(super) struct PlacedText {
    /// Pixel, y up.
    anchor: (f64, f64),
    pub(super) style: TextStyle,
    layout: TextLayout,
    /// Of the box behind it, y up.
    pub(super) outline: Option<BezPath>,
    /// By how much the outline's edge is wider for arrows: half of its points, taken for pixels as in the reference.
    edge: f64,
}

impl PlacedText {
    /// Whether a pixel, y up, is in the box behind it.
    pub(super) fn box_holds(&self, point: Point) -> Option<bool> {
        let outline = self.outline.as_ref()?;
        let on_edge =
            |segment: PathSeg| segment.nearest(point, 1e-3).distance_sq < self.edge * self.edge;
        Some(outline.contains(point) || outline.segments().any(on_edge))
    }

    /// The box around the text alone: left, bottom, right, top, y up.
    pub(super) fn bounds(&self) -> [f64; 4] {
        let ((x, y), [left, bottom, right, top]) = (self.anchor, self.layout.bounds);
        [x + left, y + bottom, x + right, y + top]
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
