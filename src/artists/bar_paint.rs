//! The colours, widths and hatches of bars, which repeat if there are fewer than bars.

use crate::artists::collection_base::lengths;
use crate::artists::color_list::{put, specs};
use crate::artists::hatch_look::{HatchColor, repeated};
use crate::artists::{BarContainer, DrawContext};
use crate::canvas::{Hatch, Hatching};
use crate::color::{Color, ColorSpec, IntoColor};
use crate::error::Result;
use crate::series::Series;

impl BarContainer {
    /// Sets the width of all edges in points; `None` is the style's.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for widths that are negative or not finite.
    pub fn set_linewidth(&mut self, width: impl Into<Option<f64>>) -> Result<()> {
        self.set_linewidths(width.into().as_slice())
    }

    /// Sets the widths of the bars' edges in points, which repeat if there are fewer than bars; none is the style's.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for widths that are negative or not finite.
    pub fn set_linewidths(&mut self, widths: &(impl Series + ?Sized)) -> Result<()> {
        lengths("linewidth", widths, &mut self.linewidths)
    }

    /// The widths of the bars' edges in points; empty if it is the style's.
    pub fn linewidths(&self) -> &[f64] {
        &self.linewidths
    }

    /// Sets the pattern over the faces of all bars; `""` is none.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for other characters than those of [`Hatch`].
    pub fn set_hatch(&mut self, hatch: impl Into<String>) -> Result<()> {
        self.set_hatches([hatch])
    }

    /// Sets the patterns over the bars' faces, which repeat if there are fewer than bars.
    ///
    /// # Errors
    /// As [`set_hatch`](Self::set_hatch).
    pub fn set_hatches<H: Into<String>>(
        &mut self,
        hatches: impl IntoIterator<Item = H>,
    ) -> Result<()> {
        let hatches = hatches.into_iter().map(Hatch::new);
        self.hatches = hatches.collect::<Result<_>>()?;
        Ok(())
    }

    /// The patterns over the bars' faces, which repeat if there are fewer than bars.
    pub fn hatches(&self) -> &[Hatch] {
        &self.hatches
    }

    /// Sets the colour of all faces and edges.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor).
    pub fn set_color(&mut self, color: impl IntoColor) -> Result<()> {
        self.set_colors([color])
    }

    /// Sets the colour of all faces.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor).
    pub fn set_facecolor(&mut self, color: impl IntoColor) -> Result<()> {
        self.set_facecolors([color])
    }

    /// Sets the colour of all edges; without a colour there are no edges.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor).
    pub fn set_edgecolor(&mut self, color: impl IntoColor) -> Result<()> {
        self.set_edgecolors([color])
    }

    /// Sets the colours of faces and edges, which repeat if there are fewer than bars.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor).
    pub fn set_colors<C: IntoColor>(&mut self, colors: impl IntoIterator<Item = C>) -> Result<()> {
        self.faces = specs(colors)?;
        self.edges = self.faces.clone();
        self.hatch_look.color = HatchColor::Edge;
        Ok(())
    }

    /// Sets the colours of the bars' faces, which repeat if there are fewer than bars.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor).
    pub fn set_facecolors<C: IntoColor>(
        &mut self,
        colors: impl IntoIterator<Item = C>,
    ) -> Result<()> {
        self.faces = specs(colors)?;
        Ok(())
    }

    /// Sets the colours of the bars' edges, which repeat if there are fewer than bars.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor).
    pub fn set_edgecolors<C: IntoColor>(
        &mut self,
        colors: impl IntoIterator<Item = C>,
    ) -> Result<()> {
        self.edges = specs(colors)?;
        Ok(())
    }

    /// Sets the colour of one bar's face and edge, counted from 0.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor), or [`Error::Setting`](crate::Error::Setting) if there is no such bar.
    pub fn set_color_at(&mut self, bar: usize, color: impl IntoColor) -> Result<()> {
        let color = color.into_color()?;
        self.set_facecolor_at(bar, color)?;
        self.set_edgecolor_at(bar, color)
    }

    /// Sets the colour of one bar's face.
    ///
    /// # Errors
    /// As [`set_color_at`](Self::set_color_at).
    pub fn set_facecolor_at(&mut self, bar: usize, color: impl IntoColor) -> Result<()> {
        put(&mut self.faces, (bar, self.bars.len()), color.into_color()?)
    }

    /// Sets the colour of one bar's edge.
    ///
    /// # Errors
    /// As [`set_color_at`](Self::set_color_at).
    pub fn set_edgecolor_at(&mut self, bar: usize, color: impl IntoColor) -> Result<()> {
        put(&mut self.edges, (bar, self.bars.len()), color.into_color()?)
    }

    /// The colours of the edges that were set, or that the style says.
    pub(super) fn edge_specs(&self, ctx: &DrawContext<'_>) -> Vec<ColorSpec> {
        match ctx.style.patch_force_edgecolor && self.edges.is_empty() {
            true => vec![ColorSpec::Rgba(ctx.style.patch_edgecolor)],
            false => self.edges.clone(),
        }
    }

    pub(super) fn hatching(
        &self,
        bar: usize,
        edge: Option<Color>,
        ctx: &DrawContext<'_>,
    ) -> Option<Hatching> {
        let hatch = repeated(&self.hatches, bar)?;
        let edge = edge.unwrap_or(ctx.style.patch_edgecolor);
        self.hatch_look
            .resolved_as(hatch, edge, self.base.alpha(), ctx)
    }

    pub(super) fn color(
        &self,
        colors: &[ColorSpec],
        bar: usize,
        ctx: &DrawContext<'_>,
    ) -> Option<Color> {
        let color = *colors.get(bar.checked_rem(colors.len())?)?;
        let color = self
            .base
            .alpha()
            .map_or(color, |alpha| color.with_alpha(alpha));
        Some(ctx.color(color)).filter(|color| color.a > 0)
    }
}
