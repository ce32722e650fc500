//! A canvas for the changing states of a figure.

use std::sync::Arc;

use crate::error::Result;
use crate::figure::Figure;
use crate::film::Easel;
use crate::frame_size::FrameSize;
use crate::paper::Paper;
use crate::writers::PooledBuffer;

/// Draws a figure again and again, each time only what has changed.
///
/// ```
/// use plotreel::{Figure, FigureCanvas};
///
/// let mut fig = Figure::new((0.4, 0.3), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let line = fig[ax].plot(&[0, 1], &[0, 1])?;
/// let mut canvas = FigureCanvas::new(&fig, false)?;
/// let before = canvas.draw(&fig)?.to_vec();
/// fig[line].set_color("tab:red")?;
/// assert_ne!(canvas.draw(&fig)?, before);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug)]
pub struct FigureCanvas {
    easel: Easel,
    pixels: Option<PooledBuffer>,
    size: FrameSize,
}

impl FigureCanvas {
    /// A canvas of a figure's size. With `transparent`, pixels keep the opacity that the figure's background and what is
    /// drawn over it have together; else they are drawn on white.
    ///
    /// # Errors
    /// A size that can't be drawn.
    pub fn new(fig: &Figure, transparent: bool) -> Result<Self> {
        let size = FrameSize::of_figure(fig.figsize(), fig.dpi())?;
        Ok(Self {
            easel: Easel::new(size, transparent, Paper::WHITE, &Arc::default()),
            pixels: None,
            size,
        })
    }

    /// The size in pixels.
    pub fn size(&self) -> FrameSize {
        self.size
    }

    /// Draws a state of the figure and returns its pixels row by row from the top, as bytes B, G, R and opacity.
    ///
    /// # Errors
    /// An error of an artist.
    pub fn draw(&mut self, fig: &Figure) -> Result<&[u8]> {
        // Its memory is used again.
        self.pixels = None;
        self.easel.draw(fig)?;
        Ok(self.pixels.insert(self.easel.take()))
    }
}
