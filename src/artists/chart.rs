//! Users' own plotters code as an artist.

use std::fmt;
use std::sync::Arc;

use crate::artists::{Artist, DrawContext};
use crate::canvas::{Canvas, Chart};
use crate::data_limits::DataLimits;
use crate::error::{BoxError, Error, Result};

type DrawChart = dyn Fn(&mut Chart<'_, '_>) -> Result<(), BoxError> + Send + Sync;

/// plotters series and elements in the data coordinates of an axes: what
/// [`Axes::draw_with`](crate::Axes::draw_with) adds.
#[derive(Clone)]
pub struct ChartArtist {
    draw: Arc<DrawChart>,
    limits: DataLimits,
    zorder: f64,
    visible: bool,
}

impl ChartArtist {
    pub(crate) fn new(
        draw: impl Fn(&mut Chart<'_, '_>) -> Result<(), BoxError> + Send + Sync + 'static,
    ) -> Self {
        Self {
            draw: Arc::new(draw),
            limits: DataLimits::default(),
            zorder: 2.0,
            visible: true,
        }
    }

    /// Replaces the closure.
    pub fn set_draw(
        &mut self,
        draw: impl Fn(&mut Chart<'_, '_>) -> Result<(), BoxError> + Send + Sync + 'static,
    ) {
        self.draw = Arc::new(draw);
    }

    /// Sets the range of its data for autoscaling, in which it has no part otherwise.
    pub fn set_data_limits(&mut self, limits: DataLimits) {
        self.limits = limits;
    }

    /// Sets the place in the drawing order, at first 2 as lines have.
    pub fn set_zorder(&mut self, zorder: f64) {
        self.zorder = zorder;
    }

    /// Shows or hides it.
    pub fn set_visible(&mut self, visible: bool) {
        self.visible = visible;
    }
}

impl fmt::Debug for ChartArtist {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ChartArtist")
            .field("zorder", &self.zorder)
            .finish_non_exhaustive()
    }
}

impl Artist for ChartArtist {
    fn zorder(&self) -> f64 {
        self.zorder
    }

    fn visible(&self) -> bool {
        self.visible
    }

    fn data_limits(&self) -> DataLimits {
        self.limits
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let flat = ctx.mapping.flat_for("a chart")?;
        canvas
            .draw_chart(flat, ctx.clip(), &*self.draw)
            .map_err(|source| Error::Chart { source })
    }

    fn clone_box(&self) -> Box<dyn Artist> {
        Box::new(self.clone())
    }
}
