//! Many lines in space that share their looks: `plot_wireframe`.

use std::ops::Range;

use ndarray::{ArrayBase, Data, Ix2};
use num_traits::AsPrimitive;

use crate::artists::collection_style::{CollectionStyle, Edges, collection_setters};
use crate::artists::line_collection::{C0, legend_line};
use crate::artists::space::{Wireframe, WireframeOptions};
use crate::artists::{Artist, DrawContext, LegendHandle, ScalarMappable};
use crate::canvas::Canvas;
use crate::canvas::path::GraphicsContext;
use crate::color::IntoColor;
use crate::data_limits::DataLimits;
use crate::error::Result;

/// Lines in space, each through points of its own.
///
/// ```
/// use ndarray::Array2;
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot_3d(1, 1, 1)?;
/// let x = Array2::from_shape_fn((20, 20), |(_, c)| c as f64);
/// let y = Array2::from_shape_fn((20, 20), |(r, _)| r as f64);
/// let height = |phase: f64| Array2::from_shape_fn((20, 20), |(r, c)| ((r + c) as f64 / 5.0 + phase).sin());
/// let wires = fig[ax].plot_wireframe(&x, &y, &height(0.0))?;
/// fig[wires].set_color("gray")?;
/// // From frame to frame:
/// fig[wires].set_data(&x, &y, &height(0.1))?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Line3DCollection {
    points: Vec<[f64; 3]>,
    /// Where each line is in the points.
    lines: Vec<Range<usize>>,
    options: WireframeOptions,
    style: CollectionStyle,
}

collection_setters!(Line3DCollection);

impl Line3DCollection {
    /// Lines through these points (x, y, z).
    pub fn new<S: AsRef<[(f64, f64, f64)]>>(segments: impl IntoIterator<Item = S>) -> Self {
        let mut lines = Self::of_wireframe(Wireframe::default(), WireframeOptions::default());
        lines.set_segments(segments);
        lines
    }

    pub(crate) fn of_wireframe(wireframe: Wireframe, options: WireframeOptions) -> Self {
        Self {
            points: wireframe.points,
            lines: wireframe.lines,
            options,
            style: CollectionStyle::new(Vec::new(), Edges::Default, 2.0),
        }
    }

    /// Replaces all lines by those of a surface, with the strides of the first one. The axes' limits stay.
    ///
    /// # Errors
    /// As [`plot_wireframe_with`](crate::Axes3D::plot_wireframe_with); the lines stay.
    pub fn set_data<T: AsPrimitive<f64>, S: Data<Elem = T>>(
        &mut self,
        x: &ArrayBase<S, Ix2>,
        y: &ArrayBase<S, Ix2>,
        z: &ArrayBase<S, Ix2>,
    ) -> Result<()> {
        let wireframe = Wireframe::new(x, y, z, &self.options)?;
        (self.points, self.lines) = (wireframe.points, wireframe.lines);
        Ok(())
    }

    /// Replaces all lines by those through these points (x, y, z); points that are not finite leave gaps. The axes'
    /// limits stay.
    pub fn set_segments<S: AsRef<[(f64, f64, f64)]>>(
        &mut self,
        segments: impl IntoIterator<Item = S>,
    ) {
        self.points.clear();
        self.lines.clear();
        for segment in segments {
            let start = self.points.len();
            let points = segment.as_ref().iter().copied();
            self.points.extend(points.map(<[f64; 3]>::from));
            self.lines.push(start..self.points.len());
        }
    }

    /// The points of the lines.
    pub fn segments(&self) -> impl Iterator<Item = &[[f64; 3]]> {
        self.lines.iter().map(|line| &self.points[line.clone()])
    }

    /// Sets the colour of all lines.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor).
    pub fn set_color(&mut self, color: impl IntoColor) -> Result<()> {
        self.set_edgecolor(color)
    }

    /// Sets the colours of the lines, which go round.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor).
    pub fn set_colors<C: IntoColor>(&mut self, colors: impl IntoIterator<Item = C>) -> Result<()> {
        self.set_edgecolors(colors)
    }
}

impl Artist for Line3DCollection {
    fn zorder(&self) -> f64 {
        self.style.zorder
    }

    fn visible(&self) -> bool {
        self.style.visible
    }

    fn data_limits(&self) -> DataLimits {
        let of = |i: usize| self.points.iter().map(|p| p[i]).collect::<Vec<_>>();
        DataLimits::of_points_3d(&of(0), &of(1), &of(2))
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let paint = self.style.paint(ctx, ctx.style.lines_linewidth, C0)?;
        if paint.is_nothing() {
            return Ok(());
        }
        for (i, segment) in self.segments().enumerate() {
            let path = canvas.polyline(segment.iter().map(|point| {
                let [x, y, _] = ctx.place(*point);
                ctx.point(x, y)
            }));
            let gc = GraphicsContext {
                edge: paint.stroke(i, ctx),
                clip: paint.clip,
                points: Some(0),
                ..GraphicsContext::default()
            };
            canvas.draw_path(&path, &gc);
        }
        Ok(())
    }

    fn depth(&self, ctx: &DrawContext<'_>) -> Option<f64> {
        let depths = self.points.iter().map(|point| ctx.place(*point)[2]);
        Some(depths.fold(f64::INFINITY, f64::min))
    }

    fn label(&self) -> Option<&str> {
        self.style.label.as_deref()
    }

    fn legend_handle(&self, ctx: &DrawContext<'_>) -> Option<LegendHandle> {
        legend_line(&self.style, ctx)
    }

    fn mappable(&self) -> Option<ScalarMappable<'_>> {
        Some(self.style.mappable())
    }

    fn clone_box(&self) -> Box<dyn Artist> {
        Box::new(self.clone())
    }
}
