//! The common properties of patches.

use kurbo::{BezPath, Stroke};

use crate::artists::hatch_look::{HatchColor, HatchLook, hatch_color};
use crate::artists::patheffects::{PathEffect, paint_with_effects, path_effects};
use crate::artists::{
    ArtistBase, BlendedCoords, CapStyle, DrawContext, JoinStyle, LineStyle, Obstacles,
};
use crate::canvas::path::GraphicsContext;
use crate::canvas::{Canvas, Hatch, Hatching};
use crate::color::{Color, ColorSpec, IntoColor};
use crate::error::Result;
use crate::properties::{Length, properties};

/// The common properties of patches: a face and an edge with their colours. Patches dereference to it.
///
/// ```
/// use plotreel::artists::CapStyle;
/// use plotreel::patches::Circle;
///
/// let mut circle = Circle::new((0.5, 0.5), 0.2);
/// circle.set_facecolor("tab:orange")?;
/// circle.set_linestyle("--")?;
/// circle.set_hatch("//")?;
/// circle.set_capstyle("round")?;
/// assert_eq!(circle.capstyle(), CapStyle::Round);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct PatchBase {
    pub(crate) base: ArtistBase,
    pub(crate) face: Option<ColorSpec>,
    pub(crate) edge: Option<ColorSpec>,
    /// Whether it has an edge by default.
    pub(crate) edge_by_default: bool,
    pub(crate) linewidth: Option<f64>,
    pub(crate) linestyle: LineStyle,
    pub(crate) fill: bool,
    pub(crate) hatch_look: HatchLook,
    pub(crate) effects: Vec<PathEffect>,
    pub(crate) cap: CapStyle,
    pub(crate) join: JoinStyle,
    pub(crate) coords: BlendedCoords,
}

impl Default for PatchBase {
    fn default() -> Self {
        Self {
            base: ArtistBase::new(1.0),
            face: None,
            edge: None,
            edge_by_default: false,
            linewidth: None,
            linestyle: LineStyle::Solid,
            fill: true,
            hatch_look: HatchLook::default(),
            effects: Vec::new(),
            cap: CapStyle::Butt,
            join: JoinStyle::Miter,
            coords: BlendedCoords::default(),
        }
    }
}

properties! {
    impl[] PatchBase, in base: ArtistBase;
    facecolor / set_facecolor ["fc"]: maybe_color = face, "the colour of the face, `\"none\"` for none";
    edgecolor / set_edgecolor ["ec"]: maybe_color = edge, "the colour of the edge, `\"none\"` for none";
    linewidth / set_linewidth ["lw"]: maybe<Length> = linewidth, "the width of the edge in points";
    linestyle / set_linestyle ["ls"]: choice<LineStyle> = linestyle, "the dashes of the edge";
    fill / set_fill: flag = fill, "whether the face is drawn; if not, the edge is black unless it has a colour";
    hatch / set_hatch: maybe_choice<Hatch> = hatch_look.pattern,
        "the pattern over the face: characters of `/ \\ | - + x o O . *`, each of which may be repeated; `\"\"` is none";
    hatch_linewidth / set_hatch_linewidth: maybe<Length> = hatch_look.linewidth, "the width of the hatch's lines in points";
    capstyle / set_capstyle: choice<CapStyle> = cap, "the cap style of the edge and of its dashes";
    joinstyle / set_joinstyle: choice<JoinStyle> = join, "the join style of the edge";
    @by name:
    coordinates: BlendedCoords = |patch| patch.coords,
        |patch, coords| {
            patch.coords = coords.absolute()?;
            Ok(())
        },
        "the coordinate system of its outline";
    color: Option<ColorSpec> = |patch| patch.face.filter(|face| Some(*face) == patch.edge),
        |patch, color| patch.put_color(color),
        "the colour of face and edge";
    hatchcolor: HatchColor = |patch| patch.hatch_look.color, |patch, color| patch.hatch_look.color = color,
        "the colour of the hatch, `\"edge\"` for that of the edge";
}

crate::artists::kind::artist_kind!(PatchBase);

hatch_color!([] PatchBase, hatch_look);
path_effects!([] PatchBase, effects);

impl PatchBase {
    /// Sets the colours of face, edge and hatch.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor).
    pub fn set_color(&mut self, color: impl IntoColor) -> Result<()> {
        self.put_color(Some(color.into_color()?));
        Ok(())
    }

    fn put_color(&mut self, color: Option<ColorSpec>) {
        (self.face, self.edge) = (color, color);
        self.hatch_look.color = color.map_or(HatchColor::Style, HatchColor::Color);
    }

    /// That of arrows.
    pub(crate) fn round_edged() -> Self {
        Self {
            edge_by_default: true,
            cap: CapStyle::Round,
            join: JoinStyle::Round,
            ..Self::default()
        }
    }

    /// Width of the edge in points.
    pub(crate) fn edge_width(&self, ctx: &DrawContext<'_>) -> f64 {
        self.linewidth.unwrap_or(ctx.style.patch_linewidth)
    }

    /// Draws an outline in the coordinates of the patch.
    pub(crate) fn draw(&self, outline: &BezPath, canvas: &mut Canvas, ctx: &DrawContext<'_>) {
        self.draw_on_canvas(&ctx.path_in(self.coords, outline), true, canvas, ctx);
    }

    /// Draws an outline on the canvas.
    pub(crate) fn draw_on_canvas(
        &self,
        path: &BezPath,
        filled: bool,
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
    ) {
        let gc = self.context(filled, ctx);
        paint_with_effects(&self.effects, self.base.alpha(), canvas, ctx, |canvas| {
            canvas.draw_path(path, &gc);
        });
    }

    /// The areas that a legend avoids, for an outline in the coordinates of the patch.
    pub(crate) fn obstacles(&self, outline: &BezPath, ctx: &DrawContext<'_>) -> Obstacles {
        Obstacles::of_path(&ctx.path_in(self.coords, outline))
    }

    /// How an outline on the canvas is painted.
    pub(crate) fn context(&self, filled: bool, ctx: &DrawContext<'_>) -> GraphicsContext {
        let face = filled.then(|| self.face_color(ctx));
        GraphicsContext {
            face: face.filter(|face| face.a > 0),
            edge: self
                .stroke(ctx)
                .map(|stroke| (self.edge_color(ctx), stroke)),
            hatching: self.hatching(ctx),
            clip: self.base.clip(ctx),
            ..GraphicsContext::default()
        }
    }

    fn hatching(&self, ctx: &DrawContext<'_>) -> Option<Hatching> {
        let edge = match self.edge_color(ctx) {
            Color { a: 0, .. } => ctx.style.patch_edgecolor,
            edge => edge,
        };
        self.hatch_look.resolved(edge, self.base.alpha(), ctx)
    }

    fn face_color(&self, ctx: &DrawContext<'_>) -> Color {
        let alpha = if self.fill {
            self.base.alpha()
        } else {
            Some(0.0)
        };
        ctx.faded(self.face.unwrap_or(ctx.style.patch_facecolor), alpha)
    }

    pub(crate) fn edge_color(&self, ctx: &DrawContext<'_>) -> Color {
        let color = match self.edge {
            Some(edge) => ctx.color(edge),
            None if self.edge_by_default || !self.fill || ctx.style.patch_force_edgecolor => {
                ctx.style.patch_edgecolor
            }
            None => ctx.color(ColorSpec::None),
        };
        color.faded(self.base.alpha())
    }

    fn stroke(&self, ctx: &DrawContext<'_>) -> Option<Stroke> {
        if self.linestyle == LineStyle::None {
            return None;
        }
        let width = self.edge_width(ctx);
        let stroke = Stroke::new(ctx.points_to_pixels(width))
            .with_caps(self.cap.into())
            .with_join(self.join.into());
        Some(match ctx.style.dashes(&self.linestyle, width) {
            None => stroke,
            Some((offset, pattern)) => stroke.with_dashes(
                ctx.points_to_pixels(offset),
                pattern.into_iter().map(|d| ctx.points_to_pixels(d)),
            ),
        })
    }
}
