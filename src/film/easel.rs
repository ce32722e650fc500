//! What a figure is drawn with, frame by frame.

use std::sync::Arc;

use crate::canvas::{Canvas, Raster};
use crate::error::Result;
use crate::figure::Figure;
use crate::film::OnBlack;
use crate::frame_size::FrameSize;
use crate::marks::Marks;
use crate::paper::Paper;
use crate::redraw::Drawn;
use crate::stamp::Stamp;
use crate::writers::{Buffer, Meter, Pool, PooledBuffer, Stage};

/// A canvas, its background, and what is kept of the figure drawn last. A clone draws frames of the same film on another
/// thread: it knows what this one knows, and they share what they keep.
#[derive(Debug, Clone)]
pub(crate) struct Easel {
    canvas: Canvas,
    drawn: Drawn,
    paper: Paper,
    /// In a transparent film.
    on_black: Option<OnBlack>,
    pool: Pool<Raster>,
    meter: Arc<Meter>,
}

impl Easel {
    pub(crate) fn new(
        size: FrameSize,
        transparent: bool,
        paper: Paper,
        meter: &Arc<Meter>,
    ) -> Self {
        Self {
            on_black: transparent.then(|| OnBlack::new(size)),
            canvas: Canvas::bare(size),
            drawn: Drawn::default(),
            paper,
            pool: Pool::default(),
            meter: meter.clone(),
        }
    }

    /// Draws what changed since the last figure.
    pub(crate) fn draw(&mut self, fig: &Figure) -> Result<()> {
        let meter = self.meter.clone();
        meter.time(Stage::Drawing, || self.draw_changes(fig))
    }

    fn draw_changes(&mut self, fig: &Figure) -> Result<()> {
        if self.canvas.is_bare() {
            // Little changes from frame to frame: one that shows almost the same needs the least work.
            let raster = self.pool.take(|raster| self.drawn.is_near(raster));
            self.canvas.give_raster(raster);
        }
        if self.on_black.is_some() && fig.draw_lone_image(&mut self.canvas, self.paper)? {
            return Ok(());
        }
        fig.redraw(&mut self.canvas, &mut self.drawn, self.paper)?;
        let (kept, parts) = self.drawn.parts();
        self.meter.count(kept, parts);
        if let Some(on_black) = &mut self.on_black {
            on_black.recover(fig, self.paper, &mut self.canvas)?;
        }
        Ok(())
    }

    /// Returns the drawn frame.
    pub(crate) fn take(&mut self) -> PooledBuffer {
        self.pool.lend(self.canvas.take_raster())
    }
}

impl Buffer for Raster {
    fn likeness(&self) -> Option<(Stamp, &Marks)> {
        Raster::likeness(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clone_knows_what_stays() {
        let mut fig = Figure::new((1.6, 1.2), 100.0);
        let ax = fig.add_subplot(1, 1, 1).unwrap();
        let line = fig[ax].plot(&[0.0, 1.0], &[0.0, 1.0]).unwrap();
        let meter = Arc::new(Meter::default());
        let size = FrameSize::of_figure(fig.figsize(), fig.dpi()).unwrap();
        let mut easel = Easel::new(size, false, Paper::WHITE, &meter);
        let mut draw = |easel: &mut Easel, y: f64| {
            fig[line].set_data(&[0.0, 1.0], &[y, 1.0]).unwrap();
            easel.draw(&fig).unwrap();
            easel.take()
        };
        for frame in 0..3 {
            draw(&mut easel, f64::from(frame) / 4.0);
        }
        let mut other = easel.clone();
        let pixels = draw(&mut other, 0.8);
        assert!(other.drawn.parts().0 > 0, "{:?}", other.drawn.parts());
        let mut new = Easel::new(size, false, Paper::WHITE, &meter);
        assert!(*pixels == *draw(&mut new, 0.8));
    }
}
