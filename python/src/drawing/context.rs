//! A renderer's graphics context, and the looks of a collection's elements, as the canvas takes them.

use std::sync::Arc;

use numpy::PyReadonlyArray2;
use plotreel::artists::{CapStyle, Hatch, JoinStyle};
use plotreel::canvas::kurbo::Stroke;
use plotreel::canvas::{Clip, GraphicsContext, PixelRect, Snap};
use plotreel::{Color, Error};
use pyo3::prelude::*;

use super::{Drawing, Rgba, color};
use crate::error::exception;
use crate::vertices::{Vertices, affine};

/// The least width of dashes without smooth edges, in pixels.
const THINNEST: f64 = 0.5;
/// Longer paths are never snapped unless that is asked for.
const MAX_SNAPPED: usize = 1024;

/// An offset and the lengths of dashes and gaps, in points.
type Dashes = (f64, Option<Vec<f64>>);

/// A renderer's graphics context.
#[derive(FromPyObject)]
pub(super) struct Context<'py> {
    pub(super) color: Rgba,
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
pub(super) struct Looks<'py> {
    faces: PyReadonlyArray2<'py, f64>,
    edges: PyReadonlyArray2<'py, f64>,
    hatches: PyReadonlyArray2<'py, f64>,
    linewidths: Vec<f64>,
    dashes: Vec<Dashes>,
    antialiased: Vec<bool>,
}

/// What all paths of a context have in common.
pub(super) struct Pen {
    clip: Option<Clip>,
    cap: CapStyle,
    join: JoinStyle,
    snap: Option<bool>,
    hatch: Option<(Hatch, Color, f64)>,
    dpi: f64,
}

/// The edge of a path.
struct Edge<'a> {
    color: Rgba,
    /// In points.
    linewidth: f64,
    dashes: &'a Dashes,
    antialiased: bool,
}

impl Drawing {
    /// What all paths of a context have in common.
    pub(super) fn pen(&self, py: Python<'_>, gc: &Context<'_>) -> PyResult<Pen> {
        let told = |e: Error| exception(py, &e);
        let hatch = match &gc.hatch {
            Some((pattern, of_lines, linewidth)) => Some((
                Hatch::new(pattern.clone()).map_err(told)?,
                color(*of_lines),
                linewidth * self.dpi / 72.0,
            )),
            None => None,
        };
        Ok(Pen {
            clip: self.clip(gc)?,
            cap: gc.cap.parse().map_err(told)?,
            join: gc.join.parse().map_err(told)?,
            snap: gc.snap,
            hatch,
            dpi: self.dpi,
        })
    }

    /// What Agg clips texts to, too.
    pub(super) fn clip_box(&self, gc: &Context<'_>) -> Option<PixelRect> {
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

    pub(super) fn clip(&self, gc: &Context<'_>) -> PyResult<Option<Clip>> {
        let pixels = self.clip_box(gc);
        let path = match &gc.clip_path {
            Some((vertices, transform)) => Some(self.placed(vertices, affine(transform)?)),
            None => None,
        };
        Ok(match (path.map(Arc::new), pixels) {
            (None, pixels) => pixels.map(Clip::Pixels),
            (Some(path), None) => Some(Clip::Path(path)),
            (Some(path), Some(pixels)) => Some(Clip::PathIn(path, pixels)),
        })
    }
}

impl Pen {
    /// How a path of so many points is drawn.
    pub(super) fn context(&self, gc: &Context<'_>, points: usize) -> GraphicsContext {
        let edge = Edge {
            color: gc.color,
            linewidth: gc.linewidth,
            dashes: &gc.dashes,
            antialiased: gc.antialiased,
        };
        let hatch = self.hatch.as_ref().map(|(_, color, _)| *color);
        self.of_path(&edge, hatch, points)
    }

    /// How an element of a collection is drawn, a path of so many points.
    pub(super) fn element(
        &self,
        (gc, looks): (&Context<'_>, &Looks<'_>),
        i: usize,
        points: usize,
    ) -> GraphicsContext {
        let color_of = around(&looks.edges, i);
        let edge = Edge {
            color: color_of.unwrap_or(gc.color),
            linewidth: match color_of {
                None => 0.0,
                Some(_) => repeated(&looks.linewidths, i).copied().unwrap_or(1.0),
            },
            dashes: repeated(&looks.dashes, i).unwrap_or(&gc.dashes),
            antialiased: repeated(&looks.antialiased, i)
                .copied()
                .unwrap_or(gc.antialiased),
        };
        let hatch = around(&looks.hatches, i).map(color);
        let by_default = self.hatch.as_ref().map(|(_, color, _)| *color);
        let context = self.of_path(&edge, hatch.or(by_default), points);
        faced(context.with_simplify(0.0), around(&looks.faces, i))
    }

    fn of_path(&self, edge: &Edge<'_>, hatch: Option<Color>, points: usize) -> GraphicsContext {
        let snap = match self.snap {
            Some(true) => Snap::Always,
            None if points <= MAX_SNAPPED => Snap::Auto,
            _ => Snap::Never,
        };
        let mut context = GraphicsContext::new()
            .with_snap(snap)
            .with_antialiased(edge.antialiased)
            .with_clip(self.clip.clone());
        if let Some(stroke) = self.stroke(edge) {
            context = context.with_edge(color(edge.color), stroke);
        }
        if let (Some((pattern, _, linewidth)), Some(color)) = (&self.hatch, hatch) {
            context = context.with_hatch(pattern.clone(), color, *linewidth, self.dpi);
        }
        context
    }

    /// In pixels, unless its width is 0.
    fn stroke(&self, edge: &Edge<'_>) -> Option<Stroke> {
        let pixels = |points: f64| points * self.dpi / 72.0;
        let width = pixels(edge.linewidth);
        if width <= 0.0 {
            return None;
        }
        let mut stroke = Stroke::new(width);
        if let (offset, Some(lengths)) = edge.dashes {
            let length = |points: &f64| match edge.antialiased {
                true => pixels(*points),
                false => pixels(*points).trunc() + 0.5,
            };
            if !edge.antialiased {
                stroke.width = width.max(THINNEST).round();
            }
            stroke = stroke.with_dashes(pixels(*offset), lengths.iter().map(length));
        }
        let stroke = stroke.with_caps(self.cap.into());
        Some(stroke.with_join(self.join.into()))
    }
}

/// The context with a face of this colour, if there is one.
pub(super) fn faced(gc: GraphicsContext, face: Option<Rgba>) -> GraphicsContext {
    match face {
        Some(face) => gc.with_face(color(face)),
        None => gc,
    }
}

fn around(colors: &PyReadonlyArray2<'_, f64>, i: usize) -> Option<Rgba> {
    let colors = colors.as_array();
    let i = i.checked_rem(colors.nrows())?;
    Some(std::array::from_fn(|c| colors[[i, c]]))
}

fn repeated<T>(values: &[T], i: usize) -> Option<&T> {
    values.get(i.checked_rem(values.len())?)
}
