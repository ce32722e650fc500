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

/// The look of the artist of a handle, unless it was removed.
fn found<A: Artist, L>(
    handle: Handle<A>,
    look: impl Fn(&A) -> L,
    ctx: &DrawContext<'_>,
) -> Option<L> {
    ctx.artist(handle).map(look)
}

impl<const D: usize> Artist for ContainerLabel<D> {
    crate::artists::artist_parts!(without properties, base);

    fn draw(&self, _canvas: &mut Canvas, _ctx: &DrawContext<'_>) -> Result<()> {
        Ok(())
    }

    fn legend_handle(&self, ctx: &DrawContext<'_>) -> Option<LegendHandle> {
        let line = |handle| found(handle, Line::without_points, ctx);
        let lines = |handle| found(handle, LineSet::without_points, ctx);
        Some(match self.parts {
            Parts::Errorbar {
                line: through,
                bars,
                caps,
            } => LegendHandle::errorbar(
                through.and_then(line),
                bars.map(|bars| bars.and_then(lines)),
                caps.and_then(line),
            ),
            Parts::Stem {
                markers,
                stems,
                base,
            } => LegendHandle::stem(line(markers)?, lines(stems)?.legend_line(ctx)?, line(base)?),
        })
    }

    fn is_container(&self) -> bool {
        true
    }
}
