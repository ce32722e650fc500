//! What a matplotlib renderer is asked to draw, as an artist in pixels.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use numpy::{
    PyArray, PyArray3, PyArrayMethods, PyReadonlyArray1, PyReadonlyArray2, PyReadonlyArray3,
};
use plotreel::artists::{CapStyle, Hatch, JoinStyle};
use plotreel::canvas::kurbo::{Affine, BezPath, Point, Stroke};
use plotreel::canvas::{Canvas, Clip, GraphicsContext, PixelRect, Snap};
use plotreel::text::{FontFamily, MathFontset, TextStyle};
use plotreel::{Color, FrameSize};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use crate::error::exception;
use crate::vertices::{affine, path_of};

/// The least width of dashes without smooth edges, in pixels.
const THINNEST: f64 = 0.5;

type Rgba = [f64; 4];
/// Vertices and codes.
pub(crate) type Vertices<'py> = (
    PyReadonlyArray2<'py, f64>,
    Option<PyReadonlyArray1<'py, u8>>,
);
/// An offset and the lengths of dashes and gaps, in points.
type Dashes = (f64, Option<Vec<f64>>);

/// A renderer's graphics context.
#[derive(FromPyObject)]
struct Context<'py> {
    color: Rgba,
    /// In points.
    linewidth: f64,
    dashes: Dashes,
    cap: String,
    join: String,
    antialiased: bool,
    snap: Option<bool>,
    /// Left, bottom, right, top.
    clip_box: Option<[f64; 4]>,
    clip_path: Option<(Vertices<'py>, PyReadonlyArray2<'py, f64>)>,
    /// Pattern, colour, and the width of its lines in points.
    hatch: Option<(String, Rgba, f64)>,
}

/// What the elements of a collection look like; each list repeats.
#[derive(FromPyObject)]
struct Looks<'py> {
    faces: PyReadonlyArray2<'py, f64>,
    edges: PyReadonlyArray2<'py, f64>,
    hatches: PyReadonlyArray2<'py, f64>,
    linewidths: Vec<f64>,
    dashes: Vec<Dashes>,
    antialiased: Vec<bool>,
}

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
        let path = self.placed(&vertices, affine(&transform)?)?;
        let gc = self
            .context(py, &gc, vertices.0.as_array().nrows())?
            .with_simplify(simplify);
        self.drawing.draw_path(path, faced(gc, face));
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
        let path = path_of(&marker.0, flipped * affine(&marker.1)?)?;
        // Rounded in Agg's order, which decides where halves go.
        let to_pixels = Affine::translate((0.5, 0.5)) * self.flip() * affine(&places.1)?;
        let rows = places.0.as_array();
        let places = rows
            .rows()
            .into_iter()
            .map(|row| (to_pixels * Point::new(row[0], row[1])).floor());
        let points = marker.0.0.as_array().nrows();
        let gc = faced(self.context(py, &gc, points)?, face);
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
        paths: Vec<Vertices<'_>>,
        transforms: PyReadonlyArray3<'_, f64>,
        offsets: (PyReadonlyArray2<'_, f64>, PyReadonlyArray2<'_, f64>),
        looks: Looks<'_>,
    ) -> PyResult<()> {
        let (master, of_offsets) = (affine(&master)?, affine(&offsets.1)?);
        let (transforms, offsets) = (transforms.as_array(), offsets.0.as_array());
        if paths.is_empty() {
            return Ok(());
        }
        for i in 0..paths.len().max(offsets.nrows()) {
            let vertices = &paths[i % paths.len()];
            let own = i.checked_rem(transforms.shape()[0]).map(|i| {
                let m = |r, c| transforms[[i, r, c]];
                Affine::new([m(0, 0), m(1, 0), m(0, 1), m(1, 1), m(0, 2), m(1, 2)])
            });
            let mut transform = master * own.unwrap_or(Affine::IDENTITY);
            if let Some(i) = i.checked_rem(offsets.nrows()) {
                let place = of_offsets * Point::new(offsets[[i, 0]], offsets[[i, 1]]);
                transform = Affine::translate(place.to_vec2()) * transform;
            }
            let path = self.placed(vertices, transform)?;
            let (gc, face) = looks.of(i, &gc);
            let gc = self
                .context(py, &gc, vertices.0.as_array().nrows())?
                .with_simplify(0.0);
            self.drawing.draw_path(path, faced(gc, face));
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
        self.drawing.draw_image(place, &rgba, clip);
        Ok(())
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
        font: (Vec<String>, f64, String),
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

    fn placed(&self, vertices: &Vertices<'_>, transform: Affine) -> PyResult<BezPath> {
        path_of(vertices, self.flip() * transform)
    }

    fn pixels(&self, points: f64) -> f64 {
        points * self.dpi / 72.0
    }

    /// How a path of so many points is drawn.
    fn context(
        &self,
        py: Python<'_>,
        gc: &Context<'_>,
        points: usize,
    ) -> PyResult<GraphicsContext> {
        const MAX_SNAPPED: usize = 1024;
        let told = |e| exception(py, &e);
        let snap = match gc.snap {
            Some(true) => Snap::Always,
            None if points <= MAX_SNAPPED => Snap::Auto,
            _ => Snap::Never,
        };
        let mut context = GraphicsContext::new()
            .with_snap(snap)
            .with_antialiased(gc.antialiased)
            .with_clip(self.clip(gc)?);
        let width = self.pixels(gc.linewidth);
        if width > 0.0 {
            let cap = gc.cap.parse::<CapStyle>().map_err(told)?;
            let join = gc.join.parse::<JoinStyle>().map_err(told)?;
            let mut stroke = Stroke::new(width);
            if let (offset, Some(lengths)) = &gc.dashes {
                let length = |points: &f64| match gc.antialiased {
                    true => self.pixels(*points),
                    false => self.pixels(*points).trunc() + 0.5,
                };
                if !gc.antialiased {
                    stroke.width = width.max(THINNEST).round();
                }
                stroke = stroke.with_dashes(self.pixels(*offset), lengths.iter().map(length));
            }
            let stroke = stroke.with_caps(cap.into()).with_join(join.into());
            context = context.with_edge(color(gc.color), stroke);
        }
        if let Some((pattern, of_lines, linewidth)) = &gc.hatch {
            let hatch = Hatch::new(pattern.clone()).map_err(told)?;
            context =
                context.with_hatch(hatch, color(*of_lines), self.pixels(*linewidth), self.dpi);
        }
        Ok(context)
    }

    /// What Agg clips texts to, too.
    fn clip_box(&self, gc: &Context<'_>) -> Option<PixelRect> {
        let height = f64::from(self.size.height);
        gc.clip_box.map(|[left, bottom, right, top]| {
            let whole = |v: f64| (v + 0.5).floor() as i64;
            PixelRect {
                x0: whole(left),
                y0: whole(height - top),
                x1: whole(right),
                y1: whole(height - bottom),
            }
        })
    }

    fn clip(&self, gc: &Context<'_>) -> PyResult<Option<Clip>> {
        let pixels = self.clip_box(gc);
        let path = match &gc.clip_path {
            Some((vertices, transform)) => Some(self.placed(vertices, affine(transform)?)?),
            None => None,
        };
        Ok(match (path.map(Arc::new), pixels) {
            (None, pixels) => pixels.map(Clip::Pixels),
            (Some(path), None) => Some(Clip::Path(path)),
            (Some(path), Some(pixels)) => Some(Clip::PathIn(path, pixels)),
        })
    }
}

impl Looks<'_> {
    /// The context and the face of an element.
    fn of<'py>(&self, i: usize, gc: &Context<'py>) -> (Context<'py>, Option<Rgba>) {
        let edge = around(&self.edges, i);
        let linewidth = match (edge, i.checked_rem(self.linewidths.len())) {
            (None, _) => 0.0,
            (Some(_), None) => 1.0,
            (Some(_), Some(i)) => self.linewidths[i],
        };
        let dashes = i
            .checked_rem(self.dashes.len())
            .map(|i| self.dashes[i].clone());
        let antialiased = i
            .checked_rem(self.antialiased.len())
            .map(|i| self.antialiased[i]);
        let hatch = gc.hatch.clone().map(|(pattern, color, linewidth)| {
            (
                pattern,
                around(&self.hatches, i).unwrap_or(color),
                linewidth,
            )
        });
        let context = Context {
            color: edge.unwrap_or(gc.color),
            linewidth,
            dashes: dashes.unwrap_or_else(|| gc.dashes.clone()),
            antialiased: antialiased.unwrap_or(gc.antialiased),
            cap: gc.cap.clone(),
            join: gc.join.clone(),
            clip_path: gc.clip_path.as_ref().map(|((vertices, codes), transform)| {
                ((vertices.clone(), codes.clone()), transform.clone())
            }),
            hatch,
            ..*gc
        };
        (context, around(&self.faces, i))
    }
}

fn around(colors: &PyReadonlyArray2<'_, f64>, i: usize) -> Option<Rgba> {
    let colors = colors.as_array();
    let i = i.checked_rem(colors.nrows())?;
    Some(std::array::from_fn(|c| colors[[i, c]]))
}

fn faced(gc: GraphicsContext, face: Option<Rgba>) -> GraphicsContext {
    match face {
        Some(face) => gc.with_face(color(face)),
        None => gc,
    }
}

/// The nearest bytes.
pub(crate) fn color(rgba: Rgba) -> Color {
    let [r, g, b, a] = rgba.map(|v| (v * 255.0 + 0.5) as u8);
    Color { r, g, b, a }
}

fn style(
    (fonts, size, fontset): (Vec<String>, f64, String),
    angle: f64,
    math: bool,
) -> Result<TextStyle, plotreel::Error> {
    /// Fonts that were read before.
    static FAMILIES: Mutex<Option<HashMap<Vec<String>, FontFamily>>> = Mutex::new(None);
    let mut families = FAMILIES.lock().unwrap_or_else(PoisonError::into_inner);
    let families = families.get_or_insert_default();
    let family = match families.get(&fonts) {
        Some(family) => family.clone(),
        None => {
            let family = FontFamily::try_from(&fonts[..])?;
            families.insert(fonts, family.clone());
            family
        }
    };
    TextStyle::new()
        .with_family(family)?
        .with_size(size)
        .with_rotation(angle)
        .with_rotation_mode("anchor")?
        .with_parse_math(math)
        .with_math_fontfamily(fontset.parse::<MathFontset>()?)
}
