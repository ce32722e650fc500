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

/// A copy of the artist of a handle, unless it was removed.
fn found<A: Artist + Clone>(handle: Handle<A>, ctx: &DrawContext<'_>) -> Option<A> {
    ctx.artist(handle).cloned()
}

impl Artist for ContainerLabel {
    crate::artists::artist_parts!(without properties, base);

    fn draw(&self, _canvas: &mut Canvas, _ctx: &DrawContext<'_>) -> Result<()> {
        Ok(())
    }

    fn legend_handle(&self, ctx: &DrawContext<'_>) -> Option<LegendHandle> {
        Some(match self.parts {
            Parts::Errorbar { line, bars, caps } => LegendHandle::errorbar(
                line.and_then(|line| found(line, ctx)),
                bars.map(|bars| bars.and_then(|bars| found(bars, ctx))),
                caps.and_then(|caps| found(caps, ctx)),
            ),
            Parts::Stem {
                markers,
                stems,
                base,
            } => LegendHandle::stem(
                found(markers, ctx)?,
                found(stems, ctx)?.legend_line(ctx)?,
                found(base, ctx)?,
            ),
        })
    }

    fn is_container(&self) -> bool {
        true
    }
}
