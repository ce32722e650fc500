//! Where a figure is on a canvas.

use crate::canvas::Canvas;
use crate::error::Result;
use crate::figure::Figure;
use crate::frame_size::FrameSize;
use crate::mapping::AxesBox;
use crate::paper::Paper;

/// Where the figure is on a canvas.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Sheet {
    pub(crate) size: FrameSize,
    pub(crate) dpi: f64,
    /// The box of the figure, or of the subfigure that is looked at.
    pub(crate) place: AxesBox,
    /// The box of the figure.
    pub(crate) figure: AxesBox,
    pub(crate) paper: Paper,
}

impl Sheet {
    /// The box of these fractions: left, bottom, right, top.
    ///
    /// Edges become pixels before they are subtracted, as in the reference: a rounding error decides the place of what
    /// is between two pixels.
    pub(crate) fn part(&self, [left, bottom, right, top]: [f64; 4]) -> AxesBox {
        let AxesBox {
            x0,
            y0,
            width,
            height,
        } = self.place;
        let (x, y) = (left * width + x0, bottom * height + y0);
        AxesBox {
            x0: x,
            y0: y,
            width: right * width + x0 - x,
            height: top * height + y0 - y,
        }
    }
}

impl Figure {
    /// Where the figure is on a canvas of this size.
    pub(crate) fn sheet(&self, size: FrameSize) -> Sheet {
        let (width, height) = self.figsize();
        let own = FrameSize::of_figure(self.figsize(), self.dpi());
        let (dpi, width, height) = if own.is_ok_and(|own| own == size) {
            (self.dpi(), width * self.dpi(), height * self.dpi())
        } else {
            let dpi = f64::from(size.width) / width;
            // Fonts are made for whole dots per inch; a rounding error must not cost one.
            let whole = dpi.round();
            let dpi = if (dpi - whole).abs() < 1e-6 {
                whole
            } else {
                dpi
            };
            (dpi, f64::from(size.width), f64::from(size.height))
        };
        let place = AxesBox {
            x0: 0.0,
            y0: 0.0,
            width,
            height,
        };
        Sheet {
            size,
            dpi,
            place,
            figure: place,
            paper: Paper::WHITE,
        }
    }

    /// Where the figure is on a canvas of this size with this paper.
    pub(crate) fn sheet_on(&self, size: FrameSize, paper: Paper) -> Sheet {
        match paper.place {
            None => Sheet {
                paper,
                ..self.sheet(size)
            },
            Some(place) => Sheet {
                size,
                dpi: self.dpi(),
                place,
                figure: place,
                paper,
            },
        }
    }

    /// The figure in its own size, and a canvas whose fonts measure its texts.
    pub(crate) fn measuring(&self) -> Result<(Sheet, Canvas)> {
        let size = FrameSize::of_figure(self.figsize(), self.dpi())?;
        Ok((self.sheet(size), Canvas::bare(size)))
    }
}
