//! Path effects: strokes and shadows of texts, lines and patches.
//!
//! ```
//! use plotreel::Figure;
//! use plotreel::patheffects::{PathEffect, SimpleLineShadow, Stroke};
//!
//! let mut fig = Figure::new((6.4, 4.8), 100.0);
//! let ax = fig.add_subplot(1, 1, 1)?;
//! // `withStroke(linewidth=3, foreground="w")`:
//! let halo = Stroke::new().with_linewidth(3.0).with_foreground("w")?.with_normal(true);
//! let text = fig[ax].text(0.5, 0.5, "readable");
//! fig[text].set_path_effects([halo])?;
//! // `[SimpleLineShadow(), Normal()]`:
//! let line = fig[ax].plot(&[0.0, 1.0], &[0.0, 1.0])?;
//! fig[line].set_path_effects([SimpleLineShadow::new().into(), PathEffect::Normal])?;
//! # Ok::<(), plotreel::Error>(())
//! ```

use std::f64::consts::SQRT_2;

use kurbo::{Affine, BezPath, Cap, Join, Vec2};

use crate::artists::DrawContext;
use crate::artists::ticked::ticks;
use crate::canvas::Canvas;
use crate::canvas::path::GraphicsContext;
use crate::color::{Color, ColorSpec};
use crate::error::Result;
use crate::mapping::Clip;
use crate::properties::{Angle, Fraction, Positive, options};

options! {
    /// Draws an artist with another stroke (`Stroke`, and `withStroke` with [`with_normal`](Self::with_normal)).
    ///
    /// ```
    /// use plotreel::patheffects::Stroke;
    ///
    /// let stroke = Stroke::new().with_linewidth(3.0).with_foreground("w")?.with_normal(true);
    /// assert_eq!(stroke.linewidth(), Some(3.0));
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq)]
    pub struct Stroke;
    linewidth / with_linewidth: maybe<crate::properties::Length> = None,
        "the width of the stroke in points, half of which is outside; `None` is that of the artist, 0 for a text";
    foreground / with_foreground: maybe_color = None, "the colour of the stroke; `None` is that of the artist";
    alpha / with_alpha: maybe<Fraction> = None, "the opacity of stroke and face, from 0 to 1; `None` is that of their colours";
    offset / with_offset: pair<Angle> = (0.0, 0.0), "how far it is moved, (x, y) in points";
    normal / with_normal: flag = false, "whether the artist itself is drawn over it";
}

options! {
    /// A shadow with the area of the artist (`SimplePatchShadow`).
    ///
    /// ```
    /// use plotreel::patheffects::SimplePatchShadow;
    ///
    /// let shadow = SimplePatchShadow::new().with_offset((3.0, -3.0)).with_normal(true);
    /// assert_eq!(shadow.rho(), 0.3);
    /// ```
    #[derive(Debug, Clone, PartialEq)]
    pub struct SimplePatchShadow;
    offset / with_offset: pair<Angle> = (2.0, -2.0), "how far it is moved, (x, y) in points";
    color / with_color: maybe_color = None,
        "its colour (`shadow_rgbFace`); `None` is a darker one than that of the face, or gray";
    alpha / with_alpha: number<Fraction> = 0.3, "its opacity, from 0 to 1";
    rho / with_rho: number<Fraction> = 0.3, "how bright it is compared to the face, if it has no colour of its own";
    normal / with_normal: flag = false, "whether the artist itself is drawn over it";
}

options! {
    /// A shadow of the line or edge of the artist (`SimpleLineShadow`).
    ///
    /// ```
    /// use plotreel::patheffects::SimpleLineShadow;
    ///
    /// let shadow = SimpleLineShadow::new().with_alpha(0.5);
    /// assert_eq!(shadow.offset(), (2.0, -2.0));
    /// ```
    #[derive(Debug, Clone, PartialEq)]
    pub struct SimpleLineShadow;
    offset / with_offset: pair<Angle> = (2.0, -2.0), "how far it is moved, (x, y) in points";
    color / with_color: maybe_color = Some(ColorSpec::BLACK),
        "its colour (`shadow_color`), black by default; `None` is a darker one than that of the line";
    alpha / with_alpha: number<Fraction> = 0.3, "its opacity, from 0 to 1";
    rho / with_rho: number<Fraction> = 0.3, "how bright it is compared to the line, if it has no colour of its own";
    normal / with_normal: flag = false, "whether the artist itself is drawn over it";
}

options! {
    /// Ticks along the line or edge of the artist, on its left (`TickedStroke`).
    ///
    /// ```
    /// use plotreel::patheffects::TickedStroke;
    ///
    /// let wall = TickedStroke::new().with_spacing(7.0).with_angle(135.0).with_normal(true);
    /// assert_eq!(wall.spacing(), 7.0);
    /// ```
    #[derive(Debug, Clone, PartialEq)]
    pub struct TickedStroke;
    offset / with_offset: pair<Angle> = (0.0, 0.0), "how far they are moved, (x, y) in points";
    spacing / with_spacing: number<Positive> = 10.0, "the distance of the ticks in points";
    angle / with_angle: number<Angle> = 45.0, "their angle to the direction of the line in degrees, to its left";
    length / with_length: number<Angle> = SQRT_2, "their length as a multiple of the distance";
    linewidth / with_linewidth: maybe<crate::properties::Length> = None,
        "their width in points; `None` is that of the artist";
    foreground / with_foreground: maybe_color = None, "their colour; `None` is that of the artist";
    normal / with_normal: flag = false, "whether the artist itself is drawn over them";
}

/// What is drawn in place of an artist, which [`Text::set_path_effects`](crate::text::Text::set_path_effects) and the
/// same setters of lines and patches take, any number of them.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum PathEffect {
    /// The artist itself.
    Normal,
    /// Another stroke.
    Stroke(Stroke),
    /// A shadow of its area.
    SimplePatchShadow(SimplePatchShadow),
    /// A shadow of its line or edge.
    SimpleLineShadow(SimpleLineShadow),
    /// Ticks along its line or edge.
    TickedStroke(TickedStroke),
}

macro_rules! from_effects {
    ($($effect:ident),+) => {
        $(impl From<$effect> for PathEffect {
            fn from(effect: $effect) -> Self {
                Self::$effect(effect)
            }
        })+

        impl PathEffect {
            /// Refuses numbers that are out of range.
            fn check(&self) -> Result<()> {
                match self {
                    Self::Normal => Ok(()),
                    $(Self::$effect(effect) => effect.check_options(),)+
                }
            }

            /// Whether the artist is drawn over it, and how far it is moved, in points.
            fn placed(&self) -> (bool, (f64, f64)) {
                match self {
                    Self::Normal => (false, (0.0, 0.0)),
                    $(Self::$effect(effect) => (effect.normal, effect.offset),)+
                }
            }
        }
    };
}
from_effects!(Stroke, SimplePatchShadow, SimpleLineShadow, TickedStroke);

/// The setter and the getter of an artist's path effects.
macro_rules! path_effects {
    ([$($generics:tt)*] $artist:ty, $($field:ident).+) => {
        impl<$($generics)*> $artist {
            /// Sets what is drawn in place of it, from the lowest to the highest; without effects it is the artist
            /// itself. See [`patheffects`](crate::patheffects).
            ///
            /// # Errors
            /// [`Error::Setting`](crate::Error::Setting) for numbers that are out of range.
            pub fn set_path_effects<E: Into<crate::artists::patheffects::PathEffect>>(
                &mut self,
                effects: impl IntoIterator<Item = E>,
            ) -> crate::error::Result<()> {
                self.$($field).+ = crate::artists::patheffects::checked(effects)?;
                Ok(())
            }

            /// What is drawn in place of it.
            pub fn path_effects(&self) -> &[crate::artists::patheffects::PathEffect] {
                &self.$($field).+
            }
        }
    };
}
pub(crate) use path_effects;

/// Effects whose numbers are in range.
pub(crate) fn checked<E: Into<PathEffect>>(
    effects: impl IntoIterator<Item = E>,
) -> Result<Vec<PathEffect>> {
    let effects: Vec<PathEffect> = effects.into_iter().map(Into::into).collect();
    effects.iter().try_for_each(PathEffect::check)?;
    Ok(effects)
}

/// Draws the outline of letters with effects, in a colour, of an artist with this opacity and clip.
pub(crate) fn draw_letters(
    effects: &[PathEffect],
    path: &BezPath,
    (color, alpha, clip): (Color, Option<f64>, Option<Clip>),
    canvas: &mut Canvas,
    ctx: &DrawContext<'_>,
) {
    let pen = kurbo::Stroke::new(0.0);
    let pen = pen.with_caps(Cap::Butt).with_join(Join::Round);
    let gc = GraphicsContext {
        face: Some(color).filter(|color| color.a > 0),
        edge: Some((color, pen)),
        clip,
        ..GraphicsContext::default()
    };
    draw_path(effects, (path, &gc), alpha, canvas, ctx);
}

/// Draws a path with effects, of an artist with this opacity, or as it is without any.
pub(crate) fn draw_path(
    effects: &[PathEffect],
    (path, gc): (&BezPath, &GraphicsContext),
    alpha: Option<f64>,
    canvas: &mut Canvas,
    ctx: &DrawContext<'_>,
) {
    if effects.is_empty() {
        canvas.draw_path(path, gc);
    }
    for effect in effects {
        effect.draw((path, gc), alpha, canvas, ctx);
    }
}

/// The colour and the stroke of a path; without a colour the stroke has no width.
fn pen(gc: &GraphicsContext) -> (Color, kurbo::Stroke) {
    match &gc.edge {
        Some((color, stroke)) if color.a > 0 => (*color, stroke.clone()),
        Some((color, stroke)) => {
            let mut stroke = stroke.clone();
            stroke.width = 0.0;
            stroke.dash_pattern.clear();
            (*color, stroke)
        }
        None => {
            let stroke = kurbo::Stroke::new(0.0);
            let stroke = stroke.with_caps(Cap::Butt).with_join(Join::Miter);
            (Color::TRANSPARENT, stroke)
        }
    }
}

/// A fraction of a colour's brightness.
fn darker(color: Color, rho: f64) -> Color {
    let [r, g, b] = [color.r, color.g, color.b].map(|v| (f64::from(v) * rho).round() as u8);
    Color::rgb(r, g, b)
}

impl PathEffect {
    /// Draws a path, and then itself if the effect says so.
    pub(crate) fn draw(
        &self,
        (path, gc): (&BezPath, &GraphicsContext),
        alpha: Option<f64>,
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
    ) {
        let (normal, (x, y)) = self.placed();
        let offset = Vec2::new(ctx.points_to_pixels(x), -ctx.points_to_pixels(y));
        let moved = |path: &BezPath| Affine::translate(offset) * path.clone();
        match self {
            Self::Normal => canvas.draw_path(path, gc),
            Self::Stroke(stroke) => canvas.draw_path(&moved(path), &stroke.applied(gc, alpha, ctx)),
            Self::SimplePatchShadow(shadow) => {
                canvas.draw_path(&moved(path), &shadow.applied(gc, ctx));
            }
            Self::SimpleLineShadow(shadow) => {
                canvas.draw_path(&moved(path), &shadow.applied(gc, ctx));
            }
            Self::TickedStroke(ticked) => {
                let gc = Stroke {
                    linewidth: ticked.linewidth,
                    foreground: ticked.foreground,
                    ..Stroke::default()
                }
                .applied(gc, alpha, ctx);
                let spacing = ctx.points_to_pixels(ticked.spacing);
                let lines = ticks(path, &gc, spacing, (ticked.angle, ticked.length));
                let gc = GraphicsContext { points: None, ..gc };
                canvas.draw_path(&moved(&lines), &gc);
            }
        }
        if normal {
            canvas.draw_path(path, gc);
        }
    }
}

impl Stroke {
    fn applied(
        &self,
        gc: &GraphicsContext,
        alpha: Option<f64>,
        ctx: &DrawContext<'_>,
    ) -> GraphicsContext {
        let (color, mut stroke) = pen(gc);
        if let Some(width) = self.linewidth {
            stroke.width = ctx.points_to_pixels(width);
        }
        let faded = |color: Color| color.faded(self.alpha);
        let color = self.foreground.map_or(color, |own| ctx.faded(own, alpha));
        GraphicsContext {
            face: gc.face.map(faded),
            edge: Some((faded(color), stroke)),
            ..gc.clone()
        }
    }
}

impl SimplePatchShadow {
    fn applied(&self, gc: &GraphicsContext, ctx: &DrawContext<'_>) -> GraphicsContext {
        let own = self.color.map(|color| ctx.color(color));
        let color = own.unwrap_or_else(|| darker(gc.face.unwrap_or(Color::WHITE), self.rho));
        GraphicsContext {
            face: Some(color.with_alpha(self.alpha)),
            edge: None,
            ..gc.clone()
        }
    }
}

impl SimpleLineShadow {
    /// Gives it a darker colour than that of the line.
    pub fn without_color(mut self) -> Self {
        self.color = None;
        self
    }

    fn applied(&self, gc: &GraphicsContext, ctx: &DrawContext<'_>) -> GraphicsContext {
        let (color, stroke) = pen(gc);
        let own = self.color.map(|color| ctx.color(color));
        let color = own.unwrap_or_else(|| darker(color, self.rho));
        GraphicsContext {
            face: None,
            edge: Some((color.with_alpha(self.alpha), stroke)),
            ..gc.clone()
        }
    }
}
