//! What a matplotlib renderer is asked to draw, as an artist in pixels.

mod context;
mod font;

use numpy::{
    PyArray, PyArray3, PyArrayMethods, PyReadonlyArray2, PyReadonlyArray3, PyUntypedArrayMethods,
};
use plotreel::canvas::kurbo::{Affine, BezPath, Point};
use plotreel::canvas::{Canvas, Clip, GraphicsContext};
use plotreel::{Color, FrameSize};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use crate::error::exception;
use crate::vertices::{Paths, Vertices, affine, affines, path_of, path_of_part};
use context::{Context, Looks, faced};
use font::{Font, style};

type Rgba = [f64; 4];

/// Shapes, images and texts in pixels.
#[pyclass(module = "plotreel._plotreel")]
pub(crate) struct Drawing {
    pub(crate) drawing: plotreel::artists::Drawing,
    size: FrameSize,
    dpi: f64,
}

#[pymethods]
impl Drawing {
    #[new]
    fn new(width: u32, height: u32, dpi: f64) -> Self {
        Self {
            drawing: plotreel::artists::Drawing::new(),
            size: FrameSize { width, height },
            dpi,
        }
    }

    fn __len__(&self) -> usize {
        self.drawing.len()
    }

    /// Adds a path; `simplify` is how far lines may be from its points, in pixels.
    fn path(
        &mut self,
        py: Python<'_>,
        gc: Context<'_>,
        vertices: Vertices<'_>,
        transform: PyReadonlyArray2<'_, f64>,
        face: Option<Rgba>,
        simplify: f64,
    ) -> PyResult<()> {
        let path = self.placed(&vertices, affine(&transform)?);
        let points = vertices.0.shape()[0];
        let gc = self.pen(py, &gc)?.context(&gc, points);
        let gc = faced(gc.with_simplify(simplify), face);
        self.drawing.draw_path(path, gc);
        Ok(())
    }

    /// Adds a marker at each vertex of a path.
    fn markers(
        &mut self,
        py: Python<'_>,
        gc: Context<'_>,
        marker: (Vertices<'_>, PyReadonlyArray2<'_, f64>),
        places: (PyReadonlyArray2<'_, f64>, PyReadonlyArray2<'_, f64>),
        face: Option<Rgba>,
    ) -> PyResult<()> {
        let flipped = Affine::scale_non_uniform(1.0, -1.0);
        let path = path_of(&marker.0, flipped * affine(&marker.1)?);
        // Rounded in Agg's order, which decides where halves go.
        let to_pixels = Affine::translate((0.5, 0.5)) * self.flip() * affine(&places.1)?;
        let rows = places.0.as_array();
        let places = rows
            .rows()
            .into_iter()
            .map(|row| (to_pixels * Point::new(row[0], row[1])).floor());
        let points = marker.0.0.shape()[0];
        let gc = faced(self.pen(py, &gc)?.context(&gc, points), face);
        self.drawing
            .draw_markers(path, places.filter(|place| place.is_finite()).collect(), gc);
        Ok(())
    }

    /// Adds the elements of a collection.
    #[allow(
        clippy::too_many_arguments,
        reason = "as many as the renderers' call has"
    )]
    fn collection(
        &mut self,
        py: Python<'_>,
        gc: Context<'_>,
        master: PyReadonlyArray2<'_, f64>,
        paths: Paths<'_>,
        transforms: PyReadonlyArray3<'_, f64>,
        offsets: (PyReadonlyArray2<'_, f64>, PyReadonlyArray2<'_, f64>),
        looks: Looks<'_>,
    ) -> PyResult<()> {
        let (master, of_offsets) = (affine(&master)?, affine(&offsets.1)?);
        let (transforms, offsets) = (affines(&transforms)?, offsets.0.as_array());
        let paths = paths.parts()?;
        if paths.is_empty() {
            return Ok(());
        }
        let pen = self.pen(py, &gc)?;
        for i in 0..paths.len().max(offsets.nrows()) {
            let part = paths[i % paths.len()];
            let own = i.checked_rem(transforms.len()).map(|i| transforms[i]);
            let mut transform = master * own.unwrap_or(Affine::IDENTITY);
            if let Some(i) = i.checked_rem(offsets.nrows()) {
                let place = of_offsets * Point::new(offsets[[i, 0]], offsets[[i, 1]]);
                transform = Affine::translate(place.to_vec2()) * transform;
            }
            let path = path_of_part(part, self.flip() * transform);
            let gc = pen.element((&gc, &looks), i, part.0.nrows());
            self.drawing.draw_path(path, gc);
        }
        Ok(())
    }

    /// Adds triangles with a colour at each corner.
    fn triangles(
        &mut self,
        gc: Context<'_>,
        points: PyReadonlyArray3<'_, f64>,
        colors: PyReadonlyArray3<'_, f64>,
        transform: PyReadonlyArray2<'_, f64>,
    ) -> PyResult<()> {
        let to_canvas = self.flip() * affine(&transform)?;
        let (points, colors) = (points.as_array(), colors.as_array());
        let corner = |t: usize, c: usize| {
            let point = to_canvas * Point::new(points[[t, c, 0]], points[[t, c, 1]]);
            (point, color(std::array::from_fn(|i| colors[[t, c, i]])))
        };
        let triangles = (0..points.shape()[0]).map(|t| [0, 1, 2].map(|c| corner(t, c)));
        let clip = self.clip(&gc)?;
        self.drawing.draw_gouraud_triangles(triangles, clip);
        Ok(())
    }

    /// Adds pixels, R, G, B, A, the lowest row first, whose lower left corner is at (x, y) from below.
    fn image(
        &mut self,
        py: Python<'_>,
        gc: Context<'_>,
        x: f64,
        y: f64,
        pixels: PyReadonlyArray3<'_, u8>,
    ) -> PyResult<()> {
        let pixels = pixels.as_array();
        let (height, width) = (pixels.shape()[0], pixels.shape()[1]);
        if pixels.shape()[2] != 4 {
            return Err(PyValueError::new_err(
                "an image has the shape (height, width, 4)",
            ));
        }
        let rgba = pixels
            .outer_iter()
            .rev()
            .flat_map(|row| row.iter().copied().collect::<Vec<_>>());
        let rgba: Vec<u8> = rgba.collect();
        let left = x as i64;
        let top = (f64::from(self.size.height) - (y + height as f64)) as i64;
        let place = [left, top, left + width as i64, top + height as i64];
        let clip = self.clip(&gc)?;
        let drawn = self.drawing.draw_image(place, &rgba, clip);
        drawn.map_err(|e| exception(py, &e))
    }

    /// Adds a line of text, whose baseline begins at (x, y) from below, in fonts from files.
    #[allow(
        clippy::too_many_arguments,
        reason = "as many as the renderers' call has"
    )]
    fn text(
        &mut self,
        py: Python<'_>,
        gc: Context<'_>,
        anchor: (f64, f64),
        text: String,
        font: Font,
        angle: f64,
        math: bool,
    ) -> PyResult<()> {
        let style = style(font, angle, math).map_err(|e| exception(py, &e))?;
        let context = GraphicsContext::new()
            .with_face(color(gc.color))
            .with_clip(self.clip_box(&gc).map(Clip::Pixels));
        self.drawing
            .draw_text(text, anchor, style, self.dpi, context);
        Ok(())
    }

    /// The pixels of all on a background, R, G, B, A.
    fn render<'py>(&self, py: Python<'py>, background: Rgba) -> PyResult<Bound<'py, PyArray3<u8>>> {
        let mut canvas = Canvas::new(self.size);
        canvas.fill(color(background));
        py.detach(|| self.drawing.draw_on(&mut canvas));
        let mut pixels = canvas.pixels().to_vec();
        for pixel in pixels.as_chunks_mut::<4>().0 {
            pixel.swap(0, 2);
        }
        let shape = [self.size.height as usize, self.size.width as usize, 4];
        PyArray::from_vec(py, pixels).reshape(shape)
    }
}

impl Drawing {
    /// From pixels with y up to those of the canvas.
    fn flip(&self) -> Affine {
        Affine::new([1.0, 0.0, 0.0, -1.0, 0.0, f64::from(self.size.height)])
    }

    fn placed(&self, vertices: &Vertices<'_>, transform: Affine) -> BezPath {
        path_of(vertices, self.flip() * transform)
    }
}

/// The nearest bytes.
pub(crate) fn color(rgba: Rgba) -> Color {
    let [r, g, b, a] = rgba.map(|v| (v * 255.0 + 0.5) as u8);
    Color { r, g, b, a }
}
