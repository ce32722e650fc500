//! How the transparency of a figure is found.

use crate::canvas::{Canvas, Raster};
use crate::color::Color;
use crate::error::Result;
use crate::figure::Figure;
use crate::frame_size::FrameSize;
use crate::paper::Paper;
use crate::redraw::Drawn;

const BLACK: Color = Color::rgb(0, 0, 0);

/// The second drawing of a figure with transparency.
///
/// What a pixel shows on white and on black tells its colour and its alpha, however many layers made it.
#[derive(Debug, Clone)]
pub(crate) struct OnBlack {
    canvas: Canvas,
    drawn: Drawn,
}

impl OnBlack {
    pub(crate) fn new(size: FrameSize) -> Self {
        let mut canvas = Canvas::bare(size);
        canvas.give_raster(Raster::default());
        Self {
            canvas,
            drawn: Drawn::default(),
        }
    }

    /// Gives a canvas that has the figure on white its colours and alpha instead.
    pub(crate) fn recover(&mut self, fig: &Figure, paper: Paper, white: &mut Canvas) -> Result<()> {
        let paper = Paper {
            below: BLACK,
            ..paper
        };
        fig.redraw(&mut self.canvas, &mut self.drawn, paper)?;
        let pairs = white.pixels_mut().as_chunks_mut::<4>().0.iter_mut();
        for (white, black) in pairs.zip(self.canvas.pixels().as_chunks::<4>().0) {
            if white != black {
                *white = straight(*white, *black);
            }
        }
        Ok(())
    }
}

/// The colour with alpha that looks like `white` on white and like `black` on black.
fn straight(white: [u8; 4], black: [u8; 4]) -> [u8; 4] {
    let through = |channel: usize| u32::from(white[channel].saturating_sub(black[channel]));
    let alpha = 255 - (through(0) + through(1) + through(2) + 1) / 3;
    if alpha == 0 {
        return [0; 4];
    }
    let colour = |channel: usize| {
        // What blending rounded down on black it may have kept on white.
        let on_white = (u32::from(white[channel]) + alpha).saturating_sub(255);
        let share = on_white.max(black[channel].into());
        ((share * 255 + alpha / 2) / alpha).min(255) as u8
    };
    [colour(0), colour(1), colour(2), alpha as u8]
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: FrameSize = FrameSize {
        width: 40,
        height: 30,
    };

    fn recovered(fig: &Figure, transparent: Option<bool>) -> Canvas {
        let (paper, _) = Paper::new(fig, None, transparent);
        let mut canvas = Canvas::new(SIZE);
        fig.redraw(&mut canvas, &mut Drawn::default(), paper)
            .unwrap();
        OnBlack::new(SIZE).recover(fig, paper, &mut canvas).unwrap();
        canvas
    }

    #[test]
    fn colours_and_alpha_come_back_from_white_and_black() {
        for alpha in [1u32, 7, 64, 128, 200, 254, 255] {
            for colour in [0u32, 3, 100, 255] {
                let over =
                    |below: u32| ((colour * alpha + below * (255 - alpha) + 127) / 255) as u8;
                let [b, _, _, a] = straight([over(255); 4], [over(0); 4]);
                assert_eq!(u32::from(a), alpha);
                // A step of alpha is all that is known of a faint colour.
                let error = (u32::from(b).abs_diff(colour) * alpha).div_ceil(255);
                assert!(error <= 1, "{colour} at {alpha}: {b}");
            }
        }
    }

    #[test]
    fn a_transparent_figure_has_neither_its_own_nor_its_axes_background() {
        let mut fig = Figure::new((0.4, 0.3), 100.0);
        let ax = fig.add_axes([0.0, 0.0, 1.0, 1.0]).unwrap();
        fig[ax].set_axis_off();
        let band = fig[ax].axvspan(0.0, 0.5);
        fig[band].set_facecolor(("red", 0.4)).unwrap();
        fig[ax].set_xlim(0.0, 1.0).unwrap();
        let pixel = |canvas: &Canvas, x: usize| canvas.pixels()[4 * (15 * 40 + x)..][..4].to_vec();
        let canvas = recovered(&fig, Some(true));
        assert_eq!(pixel(&canvas, 30), [0, 0, 0, 0]);
        assert_eq!(pixel(&canvas, 10), [0, 0, 255, 102]);
        let canvas = recovered(&fig, None);
        assert_eq!(pixel(&canvas, 30), [255; 4], "the axes' own background");
    }

    #[test]
    fn a_background_that_is_not_opaque_asks_for_alpha() {
        let mut fig = Figure::new((0.4, 0.3), 100.0);
        assert!(!Paper::new(&fig, None, None).1);
        fig.set_facecolor(("blue", 0.5)).unwrap();
        assert!(Paper::new(&fig, None, None).1 && !Paper::new(&fig, None, Some(false)).1);
        assert_eq!(recovered(&fig, None).pixels()[..4], [255, 0, 0, 128]);
    }
}
