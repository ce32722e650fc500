//! Path effects: strokes and shadows of texts, lines, patches and collections.
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

use kurbo::{Join, Vec2};

use crate::artists::DrawContext;
use crate::canvas::{Canvas, Effect, EffectLook, Restroke, Shadow};
use crate::color::ColorSpec;
use crate::error::Result;
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
/// same setters of lines, patches and collections take, any number of them.
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

/// A setter and a getter of path effects: an artist's own, or those of something that it draws.
macro_rules! path_effects {
    ([$($generics:tt)*] $artist:ty, $($field:ident).+) => {
        $crate::artists::patheffects::path_effects! {
            [$($generics)*] $artist, set_path_effects / path_effects = [$($field).+], "it"
        }
    };
    ([$($generics:tt)*] $artist:ty, $set:ident / $get:ident = [$($field:tt)+], $what:literal) => {
        impl<$($generics)*> $artist {
            #[doc = concat!("Sets what is drawn in place of ", $what, ", from the lowest to the highest; without effects")]
            #[doc = concat!("it is ", $what, " as usual.")]
            /// See [`patheffects`](crate::patheffects).
            ///
            /// # Errors
            /// [`Error::Setting`](crate::Error::Setting) for numbers that are out of range.
            pub fn $set<E: Into<crate::artists::patheffects::PathEffect>>(
                &mut self,
                effects: impl IntoIterator<Item = E>,
            ) -> crate::error::Result<()> {
                self.$($field)+ = crate::artists::patheffects::checked(effects)?;
                Ok(())
            }

            #[doc = concat!("What is drawn in place of ", $what, ".")]
            pub fn $get(&self) -> &[crate::artists::patheffects::PathEffect] {
                &self.$($field)+
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

/// What effects take from the artist that has them: the opacity of it all, and the join of strokes where it has none.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Owner {
    pub(crate) alpha: Option<f64>,
    pub(crate) join: Join,
}

impl From<Option<f64>> for Owner {
    fn from(alpha: Option<f64>) -> Self {
        let join = Join::Miter;
        Self { alpha, join }
    }
}

/// Draws with each of the effects of an artist in turn, or once without any.
pub(crate) fn with_effects(
    effects: &[PathEffect],
    owner: impl Into<Owner>,
    canvas: &mut Canvas,
    ctx: &DrawContext<'_>,
    mut draw: impl FnMut(&mut Canvas) -> Result<()>,
) -> Result<()> {
    if effects.is_empty() {
        return draw(canvas);
    }
    let owner = owner.into();
    effects.iter().try_for_each(|effect| {
        canvas.set_effect(Some(effect.on_canvas(owner, ctx)));
        let result = draw(canvas);
        canvas.set_effect(None);
        result
    })
}

/// The same of what can't fail.
pub(crate) fn paint_with_effects(
    effects: &[PathEffect],
    owner: impl Into<Owner>,
    canvas: &mut Canvas,
    ctx: &DrawContext<'_>,
    mut draw: impl FnMut(&mut Canvas),
) {
    let painted = with_effects(effects, owner, canvas, ctx, |canvas| {
        draw(canvas);
        Ok(())
    });
    debug_assert!(painted.is_ok());
}

impl PathEffect {
    /// Itself with colours and pixels.
    fn on_canvas(&self, owner: Owner, ctx: &DrawContext<'_>) -> Effect {
        let (normal, (x, y)) = self.placed();
        Effect {
            look: self.look(owner.alpha, ctx),
            offset: Vec2::new(ctx.points_to_pixels(x), -ctx.points_to_pixels(y)),
            normal,
            join: owner.join,
        }
    }

    fn look(&self, alpha: Option<f64>, ctx: &DrawContext<'_>) -> EffectLook {
        let restroke = |width: Option<f64>, color: Option<ColorSpec>| Restroke {
            width: width.map(|width| ctx.points_to_pixels(width)),
            color: color.map(|color| ctx.faded(color, alpha)),
            alpha: None,
        };
        let shadow = |color: Option<ColorSpec>, alpha: f64, rho: f64| Shadow {
            color: color.map(|color| ctx.color(color)),
            alpha,
            rho,
        };
        match self {
            Self::Normal => EffectLook::Normal,
            Self::Stroke(stroke) => EffectLook::Stroke(Restroke {
                alpha: stroke.alpha,
                ..restroke(stroke.linewidth, stroke.foreground)
            }),
            Self::SimplePatchShadow(SimplePatchShadow {
                color, alpha, rho, ..
            }) => EffectLook::PatchShadow(shadow(*color, *alpha, *rho)),
            Self::SimpleLineShadow(SimpleLineShadow {
                color, alpha, rho, ..
            }) => EffectLook::LineShadow(shadow(*color, *alpha, *rho)),
            Self::TickedStroke(ticked) => EffectLook::Ticks {
                stroke: restroke(ticked.linewidth, ticked.foreground),
                spacing: ctx.points_to_pixels(ticked.spacing),
                angle_and_length: (ticked.angle, ticked.length),
            },
        }
    }
}

impl SimpleLineShadow {
    /// Gives it a darker colour than that of the line.
    pub fn without_color(mut self) -> Self {
        self.color = None;
        self
    }
}
