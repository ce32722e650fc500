//! How many pixels a frame has.

use std::fmt;

use crate::error::{Error, Result};

/// The largest side of a frame, in pixels.
const MAX_SIDE: f64 = 32767.0;

/// The size of a film's frames, in pixels.
///
/// ```
/// let size = plotreel::FrameSize::of_figure((6.4, 4.8), 100.0)?;
/// assert_eq!(size.to_string(), "640x480");
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FrameSize {
    /// Columns.
    pub width: u32,
    /// Rows.
    pub height: u32,
}

impl FrameSize {
    /// The size of a figure of `figsize` inches (width, height) at `dpi` pixels per inch.
    ///
    /// As matplotlib's `MovieWriter.frame_size`, `int(inches · dpi + 1e-8)`: a figure made as W / dpi inches
    /// gives W pixels back for every W and dpi.
    ///
    /// # Errors
    /// [`Error::CanvasSize`] unless that is 1 to 32767 pixels a side.
    pub fn of_figure(figsize: (f64, f64), dpi: f64) -> Result<Self> {
        let (width, height) = (figsize.0 * dpi, figsize.1 * dpi);
        let pixels = |side: f64| (side + 1e-8).floor();
        let fits = |side: f64| (1.0..=MAX_SIDE).contains(&pixels(side));
        if !fits(width) || !fits(height) {
            return Err(Error::CanvasSize { width, height });
        }
        Ok(Self {
            width: pixels(width) as u32,
            height: pixels(height) as u32,
        })
    }

    /// Bytes of a BGRA frame.
    pub(crate) fn bytes(self) -> usize {
        4 * self.pixels()
    }

    pub(crate) fn pixels(self) -> usize {
        self.width as usize * self.height as usize
    }
}

impl From<(u32, u32)> for FrameSize {
    /// (width, height).
    fn from((width, height): (u32, u32)) -> Self {
        Self { width, height }
    }
}

impl fmt::Display for FrameSize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}x{}", self.width, self.height)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_width_and_dpi_comes_back_exactly() {
        for dpi in [50.0, 72.0, 96.0, 100.0, 120.0, 150.0, 299.7, 300.0] {
            for width in 1..=4096u32 {
                let size = FrameSize::of_figure((f64::from(width) / dpi, 1.0), dpi).unwrap();
                assert_eq!(size.width, width, "{width} at {dpi} dpi");
            }
        }
        assert!(FrameSize::of_figure((0.0, 1.0), 100.0).is_err());
        assert!(FrameSize::of_figure((f64::NAN, 1.0), 100.0).is_err());
    }
}
