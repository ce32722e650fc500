//! Films of figures: what figures are drawn on, what of that is kept from frame to frame, and how a film is begun.

mod easel;
mod figure_canvas;
mod figure_movie;
mod on_black;
mod writer_choice;

pub(crate) use easel::Easel;
pub use figure_canvas::FigureCanvas;
pub use figure_movie::FigureMovie;
pub(crate) use on_black::OnBlack;
pub(crate) use writer_choice::{WriterChoice, choice_setters};

use crate::error::Result;
use crate::figure::Figure;
use crate::writers::{Destination, Movie, MovieOptions, MovieWriter};

/// Beginning a film with any writer.
pub trait MovieWriterExt {
    /// Begins a film of the figure at `dpi` pixels per inch.
    ///
    /// # Errors
    /// An invalid destination or invalid settings; no file is left behind.
    fn saving(
        &self,
        fig: &Figure,
        outfile: impl Into<Destination>,
        dpi: f64,
    ) -> Result<FigureMovie> {
        self.saving_with(fig, outfile, &MovieOptions::new(dpi))
    }

    /// As [`saving`](Self::saving), with transparency, a background or a range of frames.
    ///
    /// # Errors
    /// As [`saving`](Self::saving); [`Error::Option`](crate::Error::Option) for transparency that the film can't have.
    fn saving_with(
        &self,
        fig: &Figure,
        outfile: impl Into<Destination>,
        options: &MovieOptions,
    ) -> Result<FigureMovie>;
}

impl<W: MovieWriter + ?Sized> MovieWriterExt for W {
    fn saving_with(
        &self,
        fig: &Figure,
        outfile: impl Into<Destination>,
        options: &MovieOptions,
    ) -> Result<FigureMovie> {
        FigureMovie::of(fig, options, |size, has_alpha| {
            Movie::begin(self, outfile.into(), size, has_alpha, options)
        })
    }
}
