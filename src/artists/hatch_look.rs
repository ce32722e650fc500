//! The hatch of an artist: its pattern, colour and line width.

use crate::artists::DrawContext;
use crate::canvas::{Hatch, Hatching};
use crate::color::{Color, ColorSpec, IntoColor};
use crate::error::Result;
use crate::properties::{PropertyType, Value};

/// The properties of a hatch.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct HatchLook {
    pub(crate) pattern: Option<Hatch>,
    pub(crate) color: HatchColor,
    /// Of its lines, in points; `None` is the style's.
    pub(crate) linewidth: Option<f64>,
}

/// Where the colour of a hatch comes from.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) enum HatchColor {
    #[default]
    Style,
    Edge,
    Color(ColorSpec),
}

impl PropertyType for HatchColor {
    const TAKES: &'static str = "a colour, \"edge\" or None";

    fn read(name: &'static str, value: &Value) -> Result<Self> {
        match value {
            Value::None => Ok(Self::Style),
            Value::Text(text) if text == "edge" => Ok(Self::Edge),
            _ => ColorSpec::read(name, value).map(Self::Color),
        }
    }
}

impl From<HatchColor> for Value {
    fn from(color: HatchColor) -> Self {
        match color {
            HatchColor::Style => Self::None,
            HatchColor::Edge => "edge".into(),
            HatchColor::Color(color) => color.into(),
        }
    }
}

impl HatchLook {
    pub(crate) fn set_color(&mut self, color: impl IntoColor) -> Result<()> {
        self.color = HatchColor::Color(color.into_color()?);
        Ok(())
    }

    /// The colour that was set.
    pub(crate) fn own_color(&self) -> Option<ColorSpec> {
        match self.color {
            HatchColor::Color(color) => Some(color),
            _ => None,
        }
    }

    /// That of a patch with this hatch of it.
    pub(crate) fn of_patch(&self, hatching: Option<Hatching>) -> Self {
        let color = |hatching: Hatching| HatchColor::Color(ColorSpec::Rgba(hatching.color));
        Self {
            color: hatching.map_or(HatchColor::Style, color),
            ..self.clone()
        }
    }

    /// The hatch in its colour, or that of the edge.
    pub(crate) fn resolved(
        &self,
        edge: Color,
        alpha: Option<f64>,
        ctx: &DrawContext<'_>,
    ) -> Option<Hatching> {
        self.resolved_as(self.pattern.as_ref()?, edge, alpha, ctx)
    }

    /// The same with another pattern.
    pub(crate) fn resolved_as(
        &self,
        hatch: &Hatch,
        edge: Color,
        alpha: Option<f64>,
        ctx: &DrawContext<'_>,
    ) -> Option<Hatching> {
        let own = match self.color {
            HatchColor::Style => ctx.style.hatch_color,
            HatchColor::Edge => None,
            HatchColor::Color(color) => Some(color),
        };
        let linewidth = self.linewidth.unwrap_or(ctx.style.hatch_linewidth);
        let hatching = Hatching {
            pattern: hatch.clone(),
            color: own.map_or(edge, |color| ctx.faded(color, alpha)),
            linewidth: ctx.points_to_pixels(linewidth),
            side: ctx.dpi as usize,
        };
        (!hatch.is_empty()).then_some(hatching)
    }
}

/// The pattern of an element; patterns repeat if there are fewer than elements.
pub(crate) fn repeated(patterns: &[Hatch], i: usize) -> Option<&Hatch> {
    patterns.get(i.checked_rem(patterns.len())?)
}

/// The setters and getters of the colour of an artist's hatch.
macro_rules! hatch_color {
    ([$($generics:tt)*] $artist:ty, $($field:ident).+) => {
        impl<$($generics)*> $artist {
            /// Sets the colour of the hatch.
            ///
            /// # Errors
            /// [`Error::UnknownColor`](crate::Error::UnknownColor).
            pub fn set_hatchcolor(
                &mut self,
                color: impl crate::color::IntoColor,
            ) -> crate::error::Result<()> {
                self.$($field).+.set_color(color)
            }

            /// Gives the hatch the colour of the edge (`hatchcolor="edge"`), or that of edges by default if there is none.
            pub fn set_hatchcolor_edge(&mut self) {
                self.$($field).+.color = crate::artists::hatch_look::HatchColor::Edge;
            }

            /// The colour of the hatch, if it was set.
            pub fn hatchcolor(&self) -> Option<crate::color::ColorSpec> {
                self.$($field).+.own_color()
            }
        }
    };
}
pub(crate) use hatch_color;
