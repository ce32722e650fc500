//! Users' own plotters code as an artist.

use std::fmt;
use std::sync::Arc;

use crate::artists::{Artist, ArtistBase, DrawContext};
use crate::canvas::{Canvas, Chart};
use crate::data_limits::DataLimits;
use crate::error::{BoxError, Error, Result};
use crate::mapping::{Clip, PixelRect};
use crate::properties::properties;

type DrawChart = dyn Fn(&mut Chart<'_, '_>) -> Result<(), BoxError> + Send + Sync;

/// plotters series and elements in the data coordinates of an axes, added by
/// [`Axes::draw_with`](crate::Axes::draw_with).
#[derive(Clone)]
pub struct ChartArtist {
    draw: Arc<DrawChart>,
    limits: DataLimits,
    base: ArtistBase,
}

properties! {
    impl[] ChartArtist, in base: ArtistBase;
}

impl ChartArtist {
    pub(crate) fn new(
        draw: impl Fn(&mut Chart<'_, '_>) -> Result<(), BoxError> + Send + Sync + 'static,
    ) -> Self {
        Self {
            draw: Arc::new(draw),
            limits: DataLimits::default(),
            base: ArtistBase::new(2.0),
        }
    }

    /// Replaces the closure.
    pub fn set_draw(
        &mut self,
        draw: impl Fn(&mut Chart<'_, '_>) -> Result<(), BoxError> + Send + Sync + 'static,
    ) {
        self.draw = Arc::new(draw);
    }

    /// Sets the range of its data for autoscaling; without it, it does not take part in autoscaling.
    pub fn set_data_limits(&mut self, limits: DataLimits) {
        self.limits = limits;
    }
}

impl fmt::Debug for ChartArtist {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ChartArtist")
            .field("base", &self.base)
            .finish_non_exhaustive()
    }
}

impl Artist for ChartArtist {
    crate::artists::artist_parts!(base);

    fn data_limits(&self) -> DataLimits {
        self.limits
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let flat = ctx.mapping.flat_for("a chart")?;
        let whole = Clip::Pixels(PixelRect::of_canvas(ctx.size));
        let clip = self.base.clip(ctx).unwrap_or(whole);
        canvas
            .draw_chart(flat, clip, &*self.draw)
            .map_err(|source| Error::Chart { source })
    }
}
