//! Many lines with common properties: `vlines`, `hlines`, trails that fade, `plot_wireframe`.

use std::ops::Range;

use kurbo::Point;
use ndarray::{ArrayBase, Data, Ix2};

use crate::artists::color_list::Colors;
use crate::artists::edge_colors::Edges;
use crate::artists::patches::open;
use crate::artists::{
    Artist, CollectionBase, DrawContext, LegendHandle, Line2D, ScalarMappable, Wireframe,
    WireframeOptions,
};
use crate::canvas::Canvas;
use crate::color::{ColorSpec, IntoColor};
use crate::data_limits::DataLimits;
use crate::error::Result;
use crate::properties::properties;
use crate::series::Datum;

/// Lines through points of two coordinates ([`LineCollection`]) or three ([`Line3DCollection`]), each with its own
/// points.
///
/// ```
/// use plotreel::Figure;
/// use plotreel::collections::LineCollection;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let lines = fig[ax].vlines(&[1.0, 2.0], &[0.0], &[3.0, 5.0])?;
/// fig[lines].set_color("tab:red")?;
/// fig[lines].set_linewidth(2.0)?;
/// fig[lines].set_segments([[(1.0, 0.0), (1.0, 4.0)], [(2.0, 0.0), (2.5, 5.0)]]);
///
/// // A trail, coloured by a value of each segment.
/// let path = [(0.0, 0.0), (1.0, 0.5), (2.0, 2.0)];
/// let trail = fig[ax].add_artist(LineCollection::new(path.windows(2)));
/// fig[trail].set_array(&[0.1, 0.9]);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct LineSet<const D: usize> {
    points: Vec<[f64; D]>,
    /// Where each line is in the points.
    lines: Vec<Range<usize>>,
    /// Which lines of a surface they are.
    options: WireframeOptions,
    /// Whether lines of one radius are arcs in polar axes, as error bars are.
    pub(crate) is_bent: bool,
    pub(crate) style: CollectionBase,
}

/// Lines in flat axes, or in the plane of 3-D ones.
pub type LineCollection = LineSet<2>;

/// Lines in space.
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
pub type Line3DCollection = LineSet<3>;

properties! {
    impl[const D: usize] LineSet<D>, in style: CollectionBase;
    antialiased / set_antialiased ["antialiaseds", "aa"]: flag = style.antialiased, "whether edges are smooth";
    @by name:
    color ["colors"]: Colors = |lines| Colors(lines.style.edgecolors().to_vec()),
        |lines, colors| lines.set_colors(colors.0),
        "the colours of the lines, which repeat if there are fewer than lines";
}

impl<const D: usize> LineSet<D> {
    /// Lines through these points (x, y) or (x, y, z), for [`Axes::add_artist`](crate::Axes::add_artist); points that
    /// are not finite leave gaps.
    pub fn new<P, S>(segments: impl IntoIterator<Item = S>) -> Self
    where
        P: Copy + Into<[f64; D]>,
        S: AsRef<[P]>,
    {
        let mut lines = Self {
            points: Vec::new(),
            lines: Vec::new(),
            options: WireframeOptions::default(),
            is_bent: false,
            style: CollectionBase::new(Vec::new(), Edges::Default, 2.0),
        };
        lines.set_segments(segments);
        lines
    }

    /// Replaces all lines by these points (x, y) or (x, y, z); points that are not finite leave gaps. The axes' limits
    /// are not changed.
    pub fn set_segments<P, S>(&mut self, segments: impl IntoIterator<Item = S>)
    where
        P: Copy + Into<[f64; D]>,
        S: AsRef<[P]>,
    {
        self.points.clear();
        self.lines.clear();
        for segment in segments {
            let start = self.points.len();
            let points = segment.as_ref().iter();
            self.points.extend(points.map(|point| (*point).into()));
            self.lines.push(start..self.points.len());
        }
    }

    /// The points of the lines.
    pub fn segments(&self) -> impl Iterator<Item = &[[f64; D]]> {
        self.lines.iter().map(|line| &self.points[line.clone()])
    }

    /// Sets the colour of all lines.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor).
    pub fn set_color(&mut self, color: impl IntoColor) -> Result<()> {
        self.set_edgecolor(color)
    }

    /// Sets the colours of the lines, which repeat if there are fewer than lines.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor).
    pub fn set_colors<C: IntoColor>(&mut self, colors: impl IntoIterator<Item = C>) -> Result<()> {
        self.set_edgecolors(colors)
    }

    /// Sets the colour of one line, counted from 0.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor), or [`Error::Setting`](crate::Error::Setting) if there is no
    /// such line.
    pub fn set_color_at(&mut self, line: usize, color: impl IntoColor) -> Result<()> {
        let len = self.lines.len();
        self.style.set_edgecolor_at(line, len, color.into_color()?)
    }

    /// A line in the look of the first one.
    pub(crate) fn legend_line(&self, ctx: &DrawContext<'_>) -> Option<Line2D> {
        let paint = self
            .style
            .paint(ctx, ctx.style.lines_linewidth, ctx.style.lines_color)
            .ok()?;
        let (_, edge, width, style) = paint.look(0);
        let mut line = Line2D::of_look(ColorSpec::Rgba(edge), width, style);
        // The reference takes it for dashed, without gaps.
        line.set_solid_capstyle(ctx.style.lines_dash_capstyle)
            .ok()?;
        line.set_solid_joinstyle(ctx.style.lines_dash_joinstyle)
            .ok()?;
        Some(line)
    }

    /// The same for a stem: the reference leaves out the width, and scales the dashes once more.
    pub(crate) fn legend_stem(&self, ctx: &DrawContext<'_>) -> Option<Line2D> {
        let mut line = self.legend_line(ctx)?;
        let style = self.style.linestyles.first()?;
        let width = self.style.linewidths.first().copied();
        let width = width.unwrap_or(ctx.style.lines_linewidth);
        if let Some(dashes) = ctx.style.dashes(style, width) {
            line.set_linestyle(dashes).ok()?;
        }
        line.set_linewidth(ctx.style.lines_linewidth).ok()?;
        Some(line)
    }

    /// A flat collection that looks the same.
    pub(crate) fn without_points(&self) -> LineCollection {
        LineCollection {
            style: self.style.clone(),
            ..LineCollection::new([[[0.0; 2]; 0]; 0])
        }
    }

    fn column(&self, i: usize) -> Vec<f64> {
        self.points.iter().map(|point| point[i]).collect()
    }
}

impl LineSet<3> {
    pub(crate) fn of_wireframe(wireframe: Wireframe, options: WireframeOptions) -> Self {
        Self {
            points: wireframe.points,
            lines: wireframe.lines,
            options,
            ..Self::new([[[0.0; 3]; 0]; 0])
        }
    }

    /// Replaces all lines by the wireframe of another surface, with the same strides. The axes' limits are not changed.
    ///
    /// # Errors
    /// As [`plot_wireframe_with`](crate::Axes3D::plot_wireframe_with); the lines are not changed then.
    pub fn set_data<T: Datum, S: Data<Elem = T>>(
        &mut self,
        x: &ArrayBase<S, Ix2>,
        y: &ArrayBase<S, Ix2>,
        z: &ArrayBase<S, Ix2>,
    ) -> Result<()> {
        let wireframe = Wireframe::new(x, y, z, &self.options)?;
        (self.points, self.lines) = (wireframe.points, wireframe.lines);
        Ok(())
    }
}

impl<const D: usize> Artist for LineSet<D> {
    crate::artists::artist_parts!(style.base);

    fn data_limits(&self) -> DataLimits {
        if D == 3 {
            return DataLimits::of_points_3d(&self.column(0), &self.column(1), &self.column(2));
        }
        DataLimits::of_points(&self.column(0), &self.column(1)).corners()
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let paint = self
            .style
            .paint(ctx, ctx.style.lines_linewidth, ctx.style.lines_color)?;
        if paint.is_nothing() {
            return Ok(());
        }
        self.style.with_effects(canvas, ctx, |canvas| {
            for (i, segment) in self.segments().enumerate() {
                let path = match self.is_bent && ctx.mapping.polar().is_some() {
                    true => {
                        let points = segment.iter().map(|point| Point::new(point[0], point[1]));
                        ctx.mapping.path(&open(points), 2)
                    }
                    false => canvas.polyline(segment.iter().map(|point| ctx.point(*point))),
                };
                canvas.draw_path(&path, &paint.element(i, ctx));
            }
            Ok(())
        })
    }

    fn depth(&self, ctx: &DrawContext<'_>) -> Option<f64> {
        let depths = self.points.iter().map(|point| ctx.mapping.place(*point)[2]);
        (D == 3).then(|| depths.fold(f64::INFINITY, f64::min))
    }

    /// A line like the first one.
    fn legend_handle(&self, ctx: &DrawContext<'_>) -> Option<LegendHandle> {
        self.legend_line(ctx).map(LegendHandle::segment)
    }

    fn mappable(&self) -> Option<ScalarMappable<'_>> {
        Some(self.style.mappable())
    }
}
