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

/// The setters of the choice in options with a field `choice`.
macro_rules! choice_setters {
    () => {
        /// The writer's name (see [`MovieWriterRegistry`](crate::writers::MovieWriterRegistry)), or "auto".
        pub fn with_writer(mut self, name: &str) -> Self {
            name.clone_into(&mut self.choice.name);
            self
        }

        /// The registry in which writers are looked up.
        pub fn with_writers(mut self, writers: crate::writers::MovieWriterRegistry) -> Self {
            self.choice.writers = writers;
            self
        }

        /// Names the container where the suffix does not.
        pub fn with_format(mut self, format: &str) -> Self {
            self.choice.format = Some(format.to_owned());
            self
        }

        /// What to do with a film that fails.
        pub fn with_on_error(mut self, on_error: crate::writers::OnError) -> Self {
            self.choice.on_error = Some(on_error);
            self
        }

        /// A handle to abort the film from another thread.
        pub fn with_abort_handle(mut self, abort: crate::writers::AbortHandle) -> Self {
            self.choice.abort = abort;
            self
        }
    };
}
pub(crate) use choice_setters;

impl WriterChoice {
    /// The writer "auto" of the default registry.
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
