//! What a figure is drawn with, frame by frame.

use std::ops::Deref;
use std::sync::{Arc, Mutex, PoisonError};

use crate::canvas::{Canvas, FrameSize, Raster};
use crate::error::Result;
use crate::figure::Figure;
use crate::paper::{OnBlack, Paper};
use crate::redraw::Drawn;

/// A canvas, what it stands on, and what stays of the figure that was drawn last.
#[derive(Debug)]
pub(crate) struct Easel {
    canvas: Canvas,
    drawn: Drawn,
    paper: Paper,
    /// In a transparent film.
    on_black: Option<OnBlack>,
    pool: Pool,
}

/// Pixels that came back, as they were left: little of them changes from frame to frame.
///
/// How many there are is bounded by how many frames may be on their way at a time.
type Pool = Arc<Mutex<Vec<Raster>>>;

impl Easel {
    pub(crate) fn new(size: FrameSize, transparent: bool, paper: Paper) -> Self {
        Self {
            on_black: transparent.then(|| OnBlack::new(size)),
            canvas: Canvas::bare(size),
            drawn: Drawn::default(),
            paper,
            pool: Pool::default(),
        }
    }

    /// One for the same frames.
    pub(crate) fn another(&self) -> Self {
        Self {
            pool: self.pool.clone(),
            drawn: self.drawn.beside(),
            on_black: self.on_black.as_ref().map(OnBlack::another),
            ..Self::new(self.size(), false, self.paper)
        }
    }

    pub(crate) fn size(&self) -> FrameSize {
        self.canvas.size()
    }

    /// What is drawn on, with the pixels of an earlier frame, or of none.
    pub(crate) fn canvas(&mut self) -> &mut Canvas {
        if self.canvas.is_bare() {
            let mut pool = self.pool.lock().unwrap_or_else(PoisonError::into_inner);
            // The last one is likelier than others to be in the processor's cache.
            let near = pool.iter().rposition(|raster| self.drawn.is_near(raster));
            let raster = match near {
                Some(near) => Some(pool.remove(near)),
                None => pool.pop(),
            };
            drop(pool);
            self.canvas.give_raster(raster.unwrap_or_default());
        }
        &mut self.canvas
    }

    /// Draws what changed since the last figure.
    pub(crate) fn draw(&mut self, fig: &Figure) -> Result<()> {
        self.canvas();
        if self.on_black.is_some() && fig.draw_lone_image(&mut self.canvas, self.paper)? {
            return Ok(());
        }
        fig.redraw(&mut self.canvas, &mut self.drawn, self.paper)?;
        if let Some(on_black) = &mut self.on_black {
            on_black.recover(fig, self.paper, &mut self.canvas)?;
        }
        Ok(())
    }

    /// Hands over what is drawn.
    pub(crate) fn take(&mut self) -> PooledBuffer {
        PooledBuffer {
            raster: self.canvas.take_raster(),
            home: Some(self.pool.clone()),
        }
    }
}

/// Bytes that return to their pool when dropped.
#[derive(Debug)]
pub struct PooledBuffer {
    raster: Raster,
    home: Option<Pool>,
}

impl PooledBuffer {
    /// Bytes of no pool.
    pub(crate) fn of_bytes(bytes: Vec<u8>) -> Self {
        Self {
            raster: Raster::of_bytes(bytes),
            home: None,
        }
    }
}

impl Deref for PooledBuffer {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.raster.bytes()
    }
}

impl Drop for PooledBuffer {
    fn drop(&mut self) {
        if let Some(home) = &self.home {
            let mut pool = home.lock().unwrap_or_else(PoisonError::into_inner);
            pool.push(std::mem::take(&mut self.raster));
        }
    }
}
