//! The labels in legends of what consists of several artists.

use crate::artists::{Artist, ArtistBase, DrawContext, LegendHandle, Line, LineSet};
use crate::canvas::Canvas;
use crate::error::Result;
use crate::handle::Handle;

/// What names several artists together in a legend; it draws nothing itself.
#[derive(Debug, Clone)]
pub(crate) struct ContainerLabel<const D: usize = 2> {
    pub(crate) parts: Parts<D>,
    pub(crate) base: ArtistBase,
}

/// The artists that a container consists of.
#[derive(Debug, Clone)]
pub(crate) enum Parts<const D: usize> {
    /// Of `errorbar`.
    Errorbar {
        line: Option<Handle<Line<D>>>,
        /// Those along x and along y.
        bars: [Option<Handle<LineSet<D>>>; 2],
        caps: Option<Handle<Line<D>>>,
    },
    /// Of `stem`.
    Stem {
        markers: Handle<Line<D>>,
        stems: Handle<LineSet<D>>,
        base: Handle<Line<D>>,
    },
}

impl<const D: usize> Artist for ContainerLabel<D> {
    crate::artists::artist_parts!(without properties, base);

    fn draw(&self, _canvas: &mut Canvas, _ctx: &DrawContext<'_>) -> Result<()> {
        Ok(())
    }

    fn legend_handle(&self, ctx: &DrawContext<'_>) -> Option<LegendHandle> {
        let line_of = |line: Handle<Line<D>>| Some(ctx.artist(line)?.without_points());
        let bars_of = |bars: Handle<LineSet<D>>| Some(ctx.artist(bars)?.without_points());
        Some(match self.parts {
            Parts::Errorbar { line, bars, caps } => LegendHandle::errorbar(
                line.and_then(line_of),
                bars.map(|bars| bars.and_then(bars_of)),
                caps.and_then(line_of),
            ),
            Parts::Stem {
                markers,
                stems,
                base,
            } => LegendHandle::stem(
                line_of(markers)?,
                ctx.artist(stems)?.legend_stem(ctx)?,
                line_of(base)?,
            ),
        })
    }

    fn is_container(&self) -> bool {
        true
    }
}
