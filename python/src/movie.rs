//! `Movie`: a film of ready-made frames of a given size.

use plotreel::writers::{MovieWriterRegistry, Part};
use plotreel::{FigureMovie, Movie as Film, MovieOptions};
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::array::with_image;
use crate::error::exception;
use crate::figure::Figure;
use crate::interrupt::{interruptible, wait_for_room};
use crate::logging;
use crate::settings::{check_empty, destination, on_error, seconds, take, writer_settings};
use crate::write::{Counts, counts};

/// matplotlib's default figure.dpi.
const DPI: f64 = 100.0;

/// A film that takes frames; `None` after it is finished or aborted.
#[pyclass(module = "plotreel._plotreel")]
pub(crate) struct Movie(Option<FigureMovie>);

#[pymethods]
impl Movie {
    /// A film of frames of `size`, (width, height).
    #[new]
    fn new(
        py: Python<'_>,
        out_file: &Bound<'_, PyAny>,
        size: (u32, u32),
        settings: &Bound<'_, PyDict>,
    ) -> PyResult<Self> {
        logging::start();
        let told = |error| exception(py, &error);
        let mut out_file = destination(out_file)?;
        if let Some(format) = take(settings, "format")? {
            out_file = out_file.with_format(&format.extract::<String>()?);
        }
        if let Some(on_error) = on_error(settings)? {
            out_file = out_file.with_on_error(on_error);
        }
        let mut options = MovieOptions::new(DPI);
        if let Some(transparent) = take(settings, "transparent")? {
            options = options.with_transparent(transparent.extract()?);
        }
        if let Some(every) = take(settings, "keyframes")? {
            options = options.with_keyframes(every.extract()?);
        }
        if let Some(part) = take(settings, "part")? {
            let (first, end, film_frames, begin): (_, _, _, Option<Bound<'_, PyAny>>) =
                part.extract()?;
            let part = Part::new(first..end, film_frames);
            options = options.with_part(match begin {
                Some(begin) => part.with_begin(seconds(&begin)?),
                None => part,
            });
        }
        let name = match take(settings, "writer")? {
            Some(name) => name.extract::<String>()?,
            None => "auto".to_owned(),
        };
        let of_writer = writer_settings(settings)?;
        check_empty(settings)?;
        let writer = MovieWriterRegistry::default().with_settings(&name, &of_writer);
        let writer = writer.map_err(told)?;
        let film = py.detach(|| Film::new_with(&*writer, out_file, size, &options));
        logging::hand_over(py)?;
        Ok(Self(Some(film.map_err(told)?.into())))
    }

    /// Writes a frame: (height, width, 3) or (height, width, 4), shown for `duration` seconds if that is given.
    #[pyo3(signature = (pixels, duration=None))]
    fn write_frame(
        &mut self,
        py: Python<'_>,
        pixels: &Bound<'_, PyAny>,
        duration: Option<Bound<'_, PyAny>>,
    ) -> PyResult<()> {
        py.check_signals()?;
        let duration = duration.as_ref().map(seconds).transpose()?;
        let film = self.film(py)?;
        let abort = film.abort_handle();
        wait_for_room(py, &abort, |timeout| film.wait_for_room(timeout))?;
        let written = with_image(pixels, |image| {
            py.detach(|| match duration {
                Some(duration) => film.write_frame_for(&image, duration),
                None => film.write_frame(&image),
            })
        })?;
        logging::hand_over(py)?;
        written.map_err(|e| exception(py, &e))
    }

    /// Draws a figure and writes it as a frame, shown for `duration` seconds if that is given.
    #[pyo3(signature = (figure, duration=None))]
    fn grab_frame(
        &mut self,
        py: Python<'_>,
        figure: &Figure,
        duration: Option<Bound<'_, PyAny>>,
    ) -> PyResult<()> {
        py.check_signals()?;
        let duration = duration.as_ref().map(seconds).transpose()?;
        let film = self.film(py)?;
        let abort = film.abort_handle();
        wait_for_room(py, &abort, |timeout| film.wait_for_room(timeout))?;
        let (figure, raised) = (&figure.figure, &figure.raised);
        let written = py.detach(|| match duration {
            Some(duration) => film.grab_frame_for(figure, duration),
            None => film.grab_frame(figure),
        });
        logging::hand_over(py)?;
        raised.check()?;
        written.map_err(|e| exception(py, &e))
    }

    /// Completes the film.
    fn finish(&mut self, py: Python<'_>) -> PyResult<Counts> {
        let Some(film) = self.0.take() else {
            return Err(exception(py, &plotreel::Error::Ended));
        };
        let abort = film.abort_handle();
        let finished = interruptible(py, &abort, || film.finish_with_stats())?;
        logging::hand_over(py)?;
        counts(py, finished)
    }

    /// Aborts the film, if it is not finished.
    fn abort(&mut self, py: Python<'_>) -> PyResult<()> {
        if let Some(film) = self.0.take() {
            py.detach(|| film.abort());
        }
        logging::hand_over(py)
    }

    /// The number of frames so far.
    #[getter]
    fn frames(&self) -> u64 {
        self.0.as_ref().map_or(0, |film| film.stats().frames)
    }
}

impl Movie {
    fn film(&mut self, py: Python<'_>) -> PyResult<&mut FigureMovie> {
        self.0
            .as_mut()
            .ok_or_else(|| exception(py, &plotreel::Error::Ended))
    }
}
