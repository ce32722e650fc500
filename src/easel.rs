//! What a figure is drawn with, frame by frame.

use crate::canvas::{Canvas, FrameSize};
use crate::error::Result;
use crate::figure::Figure;
use crate::paper::{OnBlack, Paper};
use crate::redraw::Drawn;

/// A canvas, what it stands on, and what stays of the figure that was drawn last.
#[derive(Debug)]
pub(crate) struct Easel {
    pub(crate) canvas: Canvas,
    drawn: Drawn,
    paper: Paper,
    /// In a transparent film.
    on_black: Option<OnBlack>,
}

impl Easel {
    pub(crate) fn new(size: FrameSize, transparent: bool, paper: Paper) -> Self {
        let canvas = Canvas::new(size);
        Self {
            on_black: transparent.then(|| OnBlack::new(&canvas)),
            canvas,
            drawn: Drawn::default(),
            paper,
        }
    }

    /// One for the same frames.
    pub(crate) fn another(&self) -> Self {
        Self::new(self.canvas.size(), self.is_transparent(), self.paper)
    }

    /// Whether pixels keep their alpha.
    pub(crate) fn is_transparent(&self) -> bool {
        self.on_black.is_some()
    }

    /// Draws what changed since the last figure.
    pub(crate) fn draw(&mut self, fig: &Figure) -> Result<()> {
        fig.redraw(&mut self.canvas, &mut self.drawn, self.paper)?;
        if let Some(on_black) = &mut self.on_black {
            on_black.recover(fig, self.paper, &mut self.canvas)?;
        }
        Ok(())
    }
}
