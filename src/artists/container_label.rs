//! The labels in legends of what consists of several artists.

use crate::artists::{Artist, ArtistBase, DrawContext, LegendHandle, Line2D, LineCollection};
use crate::canvas::Canvas;
use crate::error::Result;
use crate::handle::Handle;

/// What names several artists together in a legend; it draws nothing itself.
#[derive(Debug, Clone)]
pub(crate) struct ContainerLabel {
    pub(crate) parts: Parts,
    pub(crate) base: ArtistBase,
}

/// The artists that a container consists of.
#[derive(Debug, Clone)]
pub(crate) enum Parts {
    /// Of `errorbar`.
    Errorbar {
        line: Option<Handle<Line2D>>,
        /// Those along x and along y.
        bars: [Option<Handle<LineCollection>>; 2],
        caps: Option<Handle<Line2D>>,
    },
    /// Of `stem`.
    Stem {
        markers: Handle<Line2D>,
        stems: Handle<LineCollection>,
        base: Handle<Line2D>,
    },
}

impl Artist for ContainerLabel {
    crate::artists::artist_parts!(without properties, base);

    fn draw(&self, _canvas: &mut Canvas, _ctx: &DrawContext<'_>) -> Result<()> {
        Ok(())
    }

    fn legend_handle(&self, ctx: &DrawContext<'_>) -> Option<LegendHandle> {
        let line_of = |line: Handle<Line2D>| Some(ctx.artist(line)?.without_points());
        let bars_of = |bars: Handle<LineCollection>| Some(ctx.artist(bars)?.without_points());
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
                ctx.artist(stems)?.legend_line(ctx)?,
                line_of(base)?,
            ),
        })
    }

    fn is_container(&self) -> bool {
        true
    }
}
