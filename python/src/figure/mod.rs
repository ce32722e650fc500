//! `Figure`: a figure of the library, whose parts are numbers in Python.

mod array;
mod collection;
mod kind;
mod mappable;
mod place;
mod space;
pub(crate) mod ticker;
mod value;

use numpy::{PyArray3, PyArrayMethods};
use plotreel::artists::ArtistBase;
use plotreel::axis::Axis;
use plotreel::{AnyHandle, Error, FigureCanvas, Style};
use pyo3::exceptions::{PyIndexError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};

use crate::error::exception;
use crate::own::Raised;
pub(crate) use array::path;
use kind::Kind;
pub(crate) use place::Place;
use ticker::{Settings, Ticks};
pub(crate) use value::{to_python, value};

/// A part of a figure.
#[derive(Debug, Clone, Copy)]
struct Part {
    /// Of an artist.
    kind: Option<Kind>,
    handle: AnyHandle,
    /// What it is, if it is axes.
    axes: Option<Place>,
}

/// A figure, and the pixels that it was drawn into last.
#[pyclass(module = "plotreel._plotreel")]
#[derive(Debug)]
pub(crate) struct Figure {
    pub(crate) figure: plotreel::Figure,
    parts: Vec<Option<Part>>,
    canvas: Option<(bool, FigureCanvas)>,
    pub(crate) raised: Raised,
}

/// What a figure contained at a time.
#[pyclass(module = "plotreel._plotreel", frozen)]
#[derive(Debug)]
pub(crate) struct Saved(plotreel::Figure);

#[pymethods]
impl Figure {
    /// A figure of (width, height) inches, whose glyphs are hinted as by matplotlib's `text.hinting`.
    #[new]
    #[pyo3(signature = (size, dpi, text_hinting="default"))]
    fn new(py: Python<'_>, size: (f64, f64), dpi: f64, text_hinting: &str) -> PyResult<Self> {
        let told = |error: Error| exception(py, &error);
        let style = Style::new().with_text_hinting(text_hinting).map_err(told)?;
        let figure = plotreel::Figure::new(size, dpi).with_style(style);
        Ok(Self {
            figure: figure.map_err(told)?,
            parts: Vec::new(),
            canvas: None,
            raised: Raised::default(),
        })
    }

    /// Keeps what it contains, for `restore`; artists are shared until they change.
    fn save(&self) -> Saved {
        Saved(self.figure.clone())
    }

    /// Gives it what it contained before.
    fn restore(&mut self, saved: &Saved) {
        self.figure = saved.0.clone();
    }

    /// Changes the size in inches and the pixels per inch.
    fn resize(&mut self, py: Python<'_>, size: (f64, f64), dpi: f64) -> PyResult<()> {
        self.canvas = None;
        let fig = &mut self.figure;
        let changed = fig
            .set_size_inches(size.0, size.1)
            .and_then(|()| fig.set_dpi(dpi));
        changed.map_err(|e| exception(py, &e))
    }

    /// Sets the colour of the background.
    fn set_facecolor(&mut self, py: Python<'_>, color: [f64; 4]) -> PyResult<()> {
        self.figure
            .set_facecolor(color)
            .map_err(|e| exception(py, &e))
    }

    /// Adds axes at (left, bottom, width, height) in fractions of the figure.
    #[pyo3(signature = (rect, projection="rectilinear"))]
    fn add_axes(&mut self, py: Python<'_>, rect: [f64; 4], projection: &str) -> PyResult<usize> {
        let added = Place::add(&mut self.figure, rect, projection);
        let added = added.ok_or_else(|| unknown("projection", projection))?;
        let place = added.map_err(|e| exception(py, &e))?;
        let handle = place
            .handle()
            .ok_or_else(|| unknown("projection", projection))?;
        Ok(self.push(Part {
            kind: None,
            handle,
            axes: Some(place),
        }))
    }

    /// Adds an empty artist of a kind, such as "Line2D", to axes or to the figure itself.
    #[pyo3(signature = (kind, axes=None))]
    fn add(&mut self, py: Python<'_>, kind: &str, axes: Option<usize>) -> PyResult<usize> {
        let place = axes.map_or(Ok(Place::Figure), |axes| self.place(axes))?;
        let kind = Kind::named(kind).ok_or_else(|| unknown("kind", kind))?;
        let handle = kind
            .add(&mut self.figure, place)
            .map_err(|e| exception(py, &e))?;
        Ok(self.push(Part {
            kind: Some(kind),
            handle,
            axes: None,
        }))
    }

    /// A part of axes: an axis ("x"), its ticks ("x major"), or a spine ("left").
    fn part(&mut self, axes: usize, name: &str) -> PyResult<usize> {
        let handle = self
            .place(axes)?
            .part(name)
            .ok_or_else(|| unknown("part", name))?;
        Ok(self.push(Part {
            kind: None,
            handle,
            axes: None,
        }))
    }

    /// Sets properties by name.
    fn set(&mut self, part: usize, properties: &Bound<'_, PyDict>) -> PyResult<()> {
        let Part { kind, handle, .. } = self.known(part)?;
        for (name, given) in properties.iter() {
            let name = name.cast::<PyString>()?.to_str()?;
            if array::set(&mut self.figure, (kind, handle), name, &given)? {
                continue;
            }
            let set = self.figure.set(handle, name, value::value(&given)?);
            set.map_err(|e| exception(given.py(), &e))?;
        }
        Ok(())
    }

    /// Sets the locator of an axis of axes, by matplotlib's name of its class.
    fn set_locator(
        &mut self,
        axis: (usize, String),
        minor: bool,
        name: &str,
        settings: &Bound<'_, PyDict>,
    ) -> PyResult<()> {
        let ticks = Ticks::new(self.axis(axis.0, &axis.1)?, minor);
        ticker::set_locator(ticks, name, Settings(settings))
    }

    /// Sets the formatter of an axis of axes, by matplotlib's name of its class.
    fn set_formatter(
        &mut self,
        axis: (usize, String),
        minor: bool,
        name: &str,
        settings: &Bound<'_, PyDict>,
    ) -> PyResult<()> {
        let ticks = Ticks::new(self.axis(axis.0, &axis.1)?, minor);
        ticker::set_formatter(ticks, name, Settings(settings))
    }

    /// Returns a property.
    fn get<'py>(&self, py: Python<'py>, part: usize, name: &str) -> PyResult<Bound<'py, PyAny>> {
        let property = self.figure.property(self.known(part)?.handle, name);
        value::to_python(py, &property.map_err(|e| exception(py, &e))?)
    }

    /// Removes an artist.
    fn remove(&mut self, part: usize) -> PyResult<()> {
        let handle = self.known(part)?.handle;
        if let Some(artist) = self.figure.downcast::<ArtistBase>(handle) {
            self.figure.remove(artist);
        }
        self.parts[part] = None;
        Ok(())
    }

    /// Draws the figure into an array of shape (height, width, 4), as red, green, blue and opacity.
    ///
    /// Of a figure that was drawn before, only what changed is drawn.
    fn draw(&mut self, out: &Bound<'_, PyArray3<u8>>, transparent: bool) -> PyResult<()> {
        let py = out.py();
        let told = |error: Error| exception(py, &error);
        let kept = self.canvas.take().filter(|(was, _)| *was == transparent);
        let mut canvas = match kept {
            Some((_, canvas)) => canvas,
            None => FigureCanvas::new(&self.figure, transparent).map_err(told)?,
        };
        let figure = &self.figure;
        let mut out = out.try_readwrite()?;
        let out = out.as_slice_mut()?;
        let drawn = py.detach(|| {
            let pixels = canvas.draw(figure)?;
            for (out, pixel) in out
                .as_chunks_mut::<4>()
                .0
                .iter_mut()
                .zip(pixels.as_chunks::<4>().0)
            {
                let [b, g, r, a] = *pixel;
                *out = [r, g, b, a];
            }
            Ok(())
        });
        self.raised.check()?;
        drawn.map_err(told)?;
        self.canvas = Some((transparent, canvas));
        Ok(())
    }
}

impl Figure {
    fn push(&mut self, part: Part) -> usize {
        self.parts.push(Some(part));
        self.parts.len() - 1
    }

    fn known(&self, part: usize) -> PyResult<Part> {
        let known = self.parts.get(part).copied().flatten();
        known.ok_or_else(|| PyIndexError::new_err(format!("the figure has no part {part}")))
    }

    fn axis(&mut self, axes: usize, name: &str) -> PyResult<&mut Axis> {
        let axis = self
            .place(axes)?
            .axis(name)
            .ok_or_else(|| unknown("axis", name))?;
        Ok(&mut self.figure[axis])
    }

    fn place(&self, axes: usize) -> PyResult<Place> {
        let axes = self.known(axes)?.axes;
        axes.ok_or_else(|| PyValueError::new_err("this part of the figure is not an axes"))
    }
}

fn unknown(what: &str, name: &str) -> PyErr {
    PyValueError::new_err(format!("there is no {what} {name:?}"))
}
