//! A writer that is chosen by name, and what becomes of its film.

use crate::error::Result;
use crate::figure::Figure;
use crate::film::FigureMovie;
use crate::writers::{
    AbortHandle, Destination, Movie, MovieOptions, MovieWriterRegistry, OnError, WriterSettings,
};

/// A writer by its name, and the options of the film.
#[derive(Debug, Clone)]
pub(crate) struct WriterChoice {
    pub(crate) name: String,
    pub(crate) writers: MovieWriterRegistry,
    /// The container, where the suffix does not name it.
    pub(crate) format: Option<String>,
    pub(crate) on_error: Option<OnError>,
    pub(crate) abort: AbortHandle,
}

impl WriterChoice {
    /// The writer "auto" of those that there are.
    pub(crate) fn auto() -> Self {
        Self {
            name: "auto".into(),
            writers: MovieWriterRegistry::default(),
            format: None,
            on_error: None,
            abort: AbortHandle::new(),
        }
    }

    /// Begins a film.
    pub(crate) fn begin(
        &self,
        fig: &Figure,
        out_file: Destination,
        settings: &WriterSettings,
        options: &MovieOptions,
    ) -> Result<FigureMovie> {
        let mut destination = out_file;
        if let Some(format) = &self.format {
            destination = destination.with_format(format);
        }
        if let Some(on_error) = self.on_error {
            destination = destination.with_on_error(on_error);
        }
        let destination = destination.with_abort_handle(self.abort.clone());
        let mut settings = settings.clone();
        settings.abort = self.abort.clone();
        let writer = self.writers.with_settings(&self.name, &settings)?;
        FigureMovie::of(fig, options, |size, has_alpha| {
            let begin = || Movie::begin(&*writer, destination, size, has_alpha, options);
            self.abort.begin(begin)
        })
    }
}
