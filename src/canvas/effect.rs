//! What paths, markers and texts are drawn as while an artist with path effects is drawn.

use kurbo::{Affine, BezPath, Cap, Join, Stroke, Vec2};

use crate::canvas::Canvas;
use crate::canvas::path::GraphicsContext;
use crate::canvas::ticked::ticks;
use crate::color::Color;

/// A path effect with its colours, and its lengths in pixels.
#[derive(Debug, Clone)]
pub(crate) struct Effect {
    pub(crate) look: EffectLook,
    /// How far it is moved, y down.
    pub(crate) offset: Vec2,
    /// Whether the path itself is drawn over it.
    pub(crate) normal: bool,
    /// The join of paths that have no stroke.
    pub(crate) join: Join,
}

/// What is drawn in place of a path.
#[derive(Debug, Clone)]
pub(crate) enum EffectLook {
    Normal,
    Stroke(Restroke),
    PatchShadow(Shadow),
    LineShadow(Shadow),
    Ticks {
        stroke: Restroke,
        spacing: f64,
        /// In degrees, and as a multiple of the spacing.
        angle_and_length: (f64, f64),
    },
}

/// Another stroke; what is not set is that of the path.
#[derive(Debug, Clone, Default)]
pub(crate) struct Restroke {
    pub(crate) width: Option<f64>,
    pub(crate) color: Option<Color>,
    /// Of stroke and face.
    pub(crate) alpha: Option<f64>,
}

/// A shadow; without a colour it is a darker one, by `rho`.
#[derive(Debug, Clone)]
pub(crate) struct Shadow {
    pub(crate) color: Option<Color>,
    pub(crate) alpha: f64,
    pub(crate) rho: f64,
}

impl Canvas {
    /// Whether everything is drawn with an effect, so that shapes have to be paths.
    pub(crate) fn has_effect(&self) -> bool {
        self.effect.is_some()
    }

    /// Draws all paths, markers and texts with an effect from now on, or without one.
    pub(crate) fn set_effect(&mut self, effect: Option<Effect>) {
        self.effect = effect;
    }

    /// Draws a path with the effect of the canvas; `false` if it has none.
    pub(super) fn draw_with_effect(&mut self, path: &BezPath, gc: &GraphicsContext) -> bool {
        // What the effect itself draws has none.
        let Some(effect) = self.effect.take() else {
            return false;
        };
        // As in the reference, elements of collections are simplified then.
        let points = gc.points.filter(|points| *points > 0);
        let gc = GraphicsContext {
            points,
            ..gc.clone()
        };
        effect.draw(path, &gc, self);
        self.effect = Some(effect);
        true
    }
}

impl Effect {
    fn draw(&self, path: &BezPath, gc: &GraphicsContext, canvas: &mut Canvas) {
        let moved = |path: &BezPath| Affine::translate(self.offset) * path.clone();
        match &self.look {
            EffectLook::Normal => canvas.draw_path(path, gc),
            EffectLook::Stroke(stroke) => {
                canvas.draw_path(&moved(path), &stroke.applied(gc, self.join))
            }
            EffectLook::PatchShadow(shadow) => {
                canvas.draw_path(&moved(path), &shadow.of_area(gc));
            }
            EffectLook::LineShadow(shadow) => {
                canvas.draw_path(&moved(path), &shadow.of_line(gc, self.join))
            }
            EffectLook::Ticks {
                stroke,
                spacing,
                angle_and_length,
            } => {
                let gc = stroke.applied(gc, self.join);
                let lines = ticks(path, &gc, *spacing, *angle_and_length);
                let gc = GraphicsContext { points: None, ..gc };
                canvas.draw_path(&moved(&lines), &gc);
            }
        }
        if self.normal {
            canvas.draw_path(path, gc);
        }
    }
}

/// The colour and the stroke of a path; without a colour the stroke has no width.
fn pen(gc: &GraphicsContext, join: Join) -> (Color, Stroke) {
    match &gc.edge {
        Some((color, stroke)) if color.a > 0 => (*color, stroke.clone()),
        Some((color, stroke)) => {
            let mut stroke = stroke.clone();
            stroke.width = 0.0;
            stroke.dash_pattern.clear();
            (*color, stroke)
        }
        None => {
            let stroke = Stroke::new(0.0);
            let stroke = stroke.with_caps(Cap::Butt).with_join(join);
            (Color::TRANSPARENT, stroke)
        }
    }
}

/// A fraction of a colour's brightness.
fn darker(color: Color, rho: f64) -> Color {
    let [r, g, b] = [color.r, color.g, color.b].map(|v| (f64::from(v) * rho).round() as u8);
    Color::rgb(r, g, b)
}

impl Restroke {
    fn applied(&self, gc: &GraphicsContext, join: Join) -> GraphicsContext {
        let (color, mut stroke) = pen(gc, join);
        if let Some(width) = self.width {
            stroke.width = width;
        }
        let faded = |color: Color| color.faded(self.alpha);
        let color = self.color.unwrap_or(color);
        GraphicsContext {
            face: gc.face.map(faded),
            edge: Some((faded(color), stroke)),
            ..gc.clone()
        }
    }
}

impl Shadow {
    fn of_area(&self, gc: &GraphicsContext) -> GraphicsContext {
        let usual = || darker(gc.face.unwrap_or(Color::WHITE), self.rho);
        let color = self.color.unwrap_or_else(usual);
        GraphicsContext {
            face: Some(color.with_alpha(self.alpha)),
            edge: None,
            ..gc.clone()
        }
    }

    fn of_line(&self, gc: &GraphicsContext, join: Join) -> GraphicsContext {
        let (color, stroke) = pen(gc, join);
        let color = self.color.unwrap_or_else(|| darker(color, self.rho));
        GraphicsContext {
            face: None,
            edge: Some((color.with_alpha(self.alpha), stroke)),
            ..gc.clone()
        }
    }
}
