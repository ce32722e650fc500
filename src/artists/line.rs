//! Lines with markers: `plot`, of flat axes and of 3-D ones.

use kurbo::{Point, Stroke};

use crate::artists::{
    Artist, BlendedCoords, CapStyle, DrawContext, DrawStyle, FillStyle, JoinStyle, LegendHandle,
    LineStyle, MarkEvery, Marker, MarkerStyle, Obstacles, Points,
};
use crate::canvas::Canvas;
use crate::canvas::path::GraphicsContext;
use crate::color::{ColorSpec, IntoColor};
use crate::data_limits::DataLimits;
use crate::error::{Error, Result};
use crate::mapping::PixelRect;
use crate::series::Series;

/// A line through points of two coordinates ([`Line2D`]) or three ([`Line3D`]), with markers on them.
///
/// ```
/// use plotreel::{Figure, Marker};
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let line = fig[ax].plot(&[0.0, 1.0, 2.0], &[0.0, 1.0, 4.0])?;
/// fig[line].set_color("tab:red")?;
/// fig[line].set_linestyle("--")?;
/// fig[line].set_marker(Marker::Circle)?;
/// fig[line].set_ydata(&[0, 2, 8])?;
/// assert_eq!(fig[line].ydata(), [0.0, 2.0, 8.0]);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Line<const D: usize> {
    points: Points<D>,
    coords: BlendedCoords,
    course: Course,
    look: Look,
}

/// A line in flat axes, or in the plane of 3-D ones.
pub type Line2D = Line<2>;

/// A line in space.
///
/// ```
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot_3d(1, 1, 1)?;
/// let line = fig[ax].plot(&[0.0, 1.0, 2.0], &[0.0, 1.0, 0.0], &[0.0, 0.5, 1.0])?;
/// fig[line].set_linewidth(2.0);
/// // From frame to frame:
/// fig[line].set_data_3d(&[0.0, 1.0], &[1.0, 0.0], &[0.0, 1.0])?;
/// assert_eq!(fig[line].data_3d().2, [0.0, 1.0]);
/// # Ok::<(), plotreel::Error>(())
/// ```
pub type Line3D = Line<3>;

/// How a line looks.
#[derive(Debug, Clone)]
struct Look {
    color: ColorSpec,
    alpha: Option<f64>,
    width: Option<f64>,
    style: LineStyle,
    draw_style: DrawStyle,
    solid: (CapStyle, JoinStyle),
    dash: (CapStyle, JoinStyle),
    markers: MarkerStyle,
    zorder: f64,
    visible: bool,
    clip_on: bool,
    label: Option<String>,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            color: ColorSpec::Cycle {
                index: 0,
                alpha: None,
            },
            alpha: None,
            width: None,
            style: LineStyle::Solid,
            draw_style: DrawStyle::Default,
            solid: (CapStyle::Projecting, JoinStyle::Round),
            dash: (CapStyle::Butt, JoinStyle::Round),
            markers: MarkerStyle::default(),
            zorder: 2.0,
            visible: true,
            clip_on: true,
            label: None,
        }
    }
}

/// What a line goes through.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
enum Course {
    /// Its points.
    #[default]
    Points,
    /// The whole axes (`axline`).
    EdgeToEdge { slope: Option<f64> },
}

impl Line<2> {
    /// A line through the points (x, y) in the first colour of the cycle.
    ///
    /// # Errors
    /// [`Error::LineData`] unless there are as many y as x.
    pub fn new(x: &(impl Series + ?Sized), y: &(impl Series + ?Sized)) -> Result<Self> {
        let mut line = Self::through([], []);
        line.set_data(x, y)?;
        Ok(line)
    }

    /// A line through as many x as y.
    pub(crate) fn through<const N: usize>(x: [f64; N], y: [f64; N]) -> Self {
        Self::of([x.to_vec(), y.to_vec()].into(), Look::default())
    }

    pub(crate) fn with_coords(mut self, coords: BlendedCoords) -> Self {
        self.coords = coords;
        self
    }

    /// From edge to edge of the axes through the first point, and the second or with this slope.
    pub(crate) fn edge_to_edge(mut self, slope: Option<f64>) -> Self {
        self.course = Course::EdgeToEdge { slope };
        self
    }

    /// Replaces all points. The axes' limits stay: see [`relim`](crate::AxesBase::relim).
    ///
    /// # Errors
    /// [`Error::LineData`] unless there are as many y as x; the line keeps its points.
    pub fn set_data(
        &mut self,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
    ) -> Result<()> {
        self.points.set(x, y)
    }

    /// Replaces the x of all points.
    ///
    /// # Errors
    /// [`Error::LineData`] unless there are as many as y.
    pub fn set_xdata(&mut self, x: &(impl Series + ?Sized)) -> Result<()> {
        let [own, y] = self.points.columns_mut();
        Points::check([x.len(), y.len()])?;
        x.copy_to(own);
        Ok(())
    }

    /// Replaces the y of all points.
    ///
    /// # Errors
    /// [`Error::LineData`] unless there are as many as x.
    pub fn set_ydata(&mut self, y: &(impl Series + ?Sized)) -> Result<()> {
        let [x, own] = self.points.columns_mut();
        Points::check([x.len(), y.len()])?;
        y.copy_to(own);
        Ok(())
    }

    /// The x of all points.
    pub fn xdata(&self) -> &[f64] {
        &self.points.columns()[0]
    }

    /// The y of all points.
    pub fn ydata(&self) -> &[f64] {
        &self.points.columns()[1]
    }

    /// Sets what its coordinates count: [`Coords`](crate::Coords), their name, or a pair for x and y. What is no data
    /// takes no part in autoscaling from the next [`relim`](crate::AxesBase::relim) on.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let tick = fig[ax].plot(&[3.0, 3.0], &[0.0, 0.05])?;
    /// fig[tick].set_coordinates(("data", "axes fraction"))?;
    /// fig[ax].relim();
    /// fig[ax].autoscale_view();
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for other names and for offsets.
    pub fn set_coordinates<C: TryInto<BlendedCoords>>(&mut self, coordinates: C) -> Result<()>
    where
        Error: From<C::Error>,
    {
        self.coords = coordinates.try_into()?.absolute()?;
        Ok(())
    }

    /// Makes it a piece of a legend: through these points, with a marker at one of them or at all.
    pub(super) fn become_handle(
        &mut self,
        points: [Vec<f64>; 2],
        marker: Option<usize>,
        markerscale: f64,
        ctx: &DrawContext<'_>,
    ) {
        self.points = points.into();
        let look = &mut self.look;
        look.clip_on = false;
        look.markers.every = marker.map_or(MarkEvery::All, |marker| [marker].into());
        let size = look.markers.size.unwrap_or(ctx.style.lines_markersize);
        look.markers.size = Some(size * markerscale);
    }

    /// A bare line of this look for legends.
    pub(super) fn of_look(color: ColorSpec, width: f64, style: LineStyle) -> Self {
        let look = Look {
            color,
            width: Some(width),
            style,
            ..Look::default()
        };
        Self::of(Points::default(), look)
    }
}

impl Line<3> {
    /// A line through the points (x, y, z) in the first colour of the cycle.
    ///
    /// # Errors
    /// [`Error::LineData3D`] unless there are as many x as y as z.
    pub fn new(
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
        z: &(impl Series + ?Sized),
    ) -> Result<Self> {
        let mut line = Self::of(Points::default(), Look::default());
        line.set_data_3d(x, y, z)?;
        Ok(line)
    }

    /// Replaces all points. The axes' limits stay: see [`relim`](crate::AxesBase::relim).
    ///
    /// # Errors
    /// [`Error::LineData3D`] unless there are as many x as y as z; the line keeps its points.
    pub fn set_data_3d(
        &mut self,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
        z: &(impl Series + ?Sized),
    ) -> Result<()> {
        self.points.set_3d(x, y, z)
    }

    /// The x, the y and the z of all points.
    pub fn data_3d(&self) -> (&[f64], &[f64], &[f64]) {
        let [x, y, z] = self.points.columns();
        (x, y, z)
    }
}

impl<const D: usize> Line<D> {
    fn of(points: Points<D>, look: Look) -> Self {
        Self {
            points,
            coords: BlendedCoords::default(),
            course: Course::default(),
            look,
        }
    }

    /// Sets the colour of the line, and of its markers as far as they have none of their own.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor).
    pub fn set_color(&mut self, color: impl IntoColor) -> Result<()> {
        self.look.color = color.into_color()?;
        Ok(())
    }

    /// Sets the opacity of line and markers, from 0 to 1; with `None` that of their colours.
    pub fn set_alpha(&mut self, alpha: impl Into<Option<f64>>) {
        self.look.alpha = alpha.into();
    }

    /// Sets the width in points.
    pub fn set_linewidth(&mut self, width: f64) {
        self.look.width = Some(width);
    }

    /// Sets the line style: `"-"`, `"--"`, `"-."`, `":"`, `""`, or an offset and a pattern of dashes.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting).
    pub fn set_linestyle<S: TryInto<LineStyle>>(&mut self, style: S) -> Result<()>
    where
        Error: From<S::Error>,
    {
        self.look.style = style.try_into()?;
        Ok(())
    }

    /// Sets whether the line goes in steps.
    pub fn set_drawstyle(&mut self, style: DrawStyle) {
        self.look.draw_style = style;
    }

    /// Sets the ends and corners of the line while it is solid.
    pub fn set_solid_style(&mut self, cap: CapStyle, join: JoinStyle) {
        self.look.solid = (cap, join);
    }

    /// Sets the ends of dashes, and the corners, while it is dashed.
    pub fn set_dash_style(&mut self, cap: CapStyle, join: JoinStyle) {
        self.look.dash = (cap, join);
    }

    /// Sets the marker: one of [`Marker`] or matplotlib's string for it.
    ///
    /// # Errors
    /// [`Error::UnknownMarker`](crate::Error::UnknownMarker).
    pub fn set_marker<M: TryInto<Marker>>(&mut self, marker: M) -> Result<()>
    where
        Error: From<M::Error>,
    {
        self.look.markers.marker = marker.try_into()?;
        Ok(())
    }

    /// Sets which part of the markers is filled.
    pub fn set_fillstyle(&mut self, style: FillStyle) {
        self.look.markers.fill = style;
    }

    /// Sets the size of markers in points.
    pub fn set_markersize(&mut self, size: f64) {
        self.look.markers.size = Some(size);
    }

    /// Sets the width of the markers' edges in points.
    pub fn set_markeredgewidth(&mut self, width: f64) {
        self.look.markers.edge_width = Some(width);
    }

    /// Sets the colour of the markers' edges.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor).
    pub fn set_markeredgecolor(&mut self, color: impl IntoColor) -> Result<()> {
        self.look.markers.edge = Some(color.into_color()?);
        Ok(())
    }

    /// Sets the colour of the markers' faces.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor).
    pub fn set_markerfacecolor(&mut self, color: impl IntoColor) -> Result<()> {
        self.look.markers.face = Some(color.into_color()?);
        Ok(())
    }

    /// Sets the colour of the other half of half-filled markers.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor).
    pub fn set_markerfacecoloralt(&mut self, color: impl IntoColor) -> Result<()> {
        self.look.markers.face_alt = color.into_color()?;
        Ok(())
    }

    /// Sets which points have a marker.
    pub fn set_markevery(&mut self, every: impl Into<MarkEvery>) {
        self.look.markers.every = every.into();
    }

    /// Sets the place in the drawing order; lines have 2.
    pub fn set_zorder(&mut self, zorder: f64) {
        self.look.zorder = zorder;
    }

    /// Shows or hides it.
    pub fn set_visible(&mut self, visible: bool) {
        self.look.visible = visible;
    }

    /// Sets what a legend calls it; a label that begins with `_` is in none.
    pub fn set_label(&mut self, label: impl Into<String>) {
        self.look.label = Some(label.into());
    }

    /// Sets whether it is clipped to the axes.
    pub fn set_clip_on(&mut self, clip: bool) {
        self.look.clip_on = clip;
    }

    fn clip(&self, ctx: &DrawContext<'_>) -> Option<PixelRect> {
        self.look.clip_on.then(|| ctx.clip())
    }

    fn stroke(&self, ctx: &DrawContext<'_>) -> Stroke {
        let width = self.look.width.unwrap_or(ctx.style.lines_linewidth);
        let dashes = self.look.style.dashes(width);
        let (cap, join) = if dashes.is_some() {
            self.look.dash
        } else {
            self.look.solid
        };
        let stroke = Stroke::new(ctx.points_to_pixels(width))
            .with_caps(cap.into())
            .with_join(join.into());
        match dashes {
            None => stroke,
            Some((offset, pattern)) => stroke.with_dashes(
                ctx.points_to_pixels(offset),
                pattern.into_iter().map(|d| ctx.points_to_pixels(d)),
            ),
        }
    }

    /// Draws the line through these x and y of the plane.
    fn draw_line(&self, plane: [&[f64]; 2], canvas: &mut Canvas, ctx: &DrawContext<'_>) {
        let color = ctx.faded(self.look.color, self.look.alpha);
        let stroke = self.stroke(ctx);
        if self.look.style == LineStyle::None || color.a == 0 || stroke.width <= 0.0 {
            return;
        }
        let place = |x, y| ctx.point_in(self.coords, [x, y]);
        let [x, y] = plane;
        let path = if let Course::EdgeToEdge { slope } = self.course {
            canvas.polyline(self.ends(slope, plane, ctx).into_iter().flatten())
        } else if self.look.draw_style == DrawStyle::Default {
            canvas.polyline(x.iter().zip(y).map(|(x, y)| place(*x, *y)))
        } else {
            let mut vertices = Vec::new();
            self.look.draw_style.vertices(x, y, &mut vertices);
            canvas.polyline(vertices.into_iter().map(|p| place(p.x, p.y)))
        };
        let gc = GraphicsContext {
            edge: Some((color, stroke)),
            clip: self.clip(ctx),
            points: Some(self.points.len()),
            ..GraphicsContext::default()
        };
        canvas.draw_path(&path, &gc);
    }

    /// Where a line through the whole axes meets its edges.
    fn ends(
        &self,
        slope: Option<f64>,
        [x, y]: [&[f64]; 2],
        ctx: &DrawContext<'_>,
    ) -> Option<[Point; 2]> {
        let flat = ctx.mapping.flat()?;
        let (scale_x, scale_y) = flat.scales();
        let spread = |i: usize| {
            let (x, y) = (x.get(i)?, y.get(i)?);
            Some((scale_x.transform(*x), scale_y.transform(*y)))
        };
        let (x, y) = spread(0)?;
        let slope = match slope {
            Some(slope) => slope,
            None => {
                let (x2, y2) = spread(1)?;
                if x2 == x {
                    f64::INFINITY
                } else {
                    (y2 - y) / (x2 - x)
                }
            }
        };
        let limits = flat.limits();
        let (left, right) = (scale_x.transform(limits.x.0), scale_x.transform(limits.x.1));
        let (bottom, top) = (scale_y.transform(limits.y.0), scale_y.transform(limits.y.1));
        let ends = if slope == 0.0 {
            [(left, y), (right, y)]
        } else if slope.is_infinite() {
            [(x, bottom), (x, top)]
        } else {
            let mut meets = [
                (left, y + (left - x) * slope),
                (right, y + (right - x) * slope),
                (x + (bottom - y) / slope, bottom),
                (x + (top - y) / slope, top),
            ];
            meets.sort_by(|a, b| a.partial_cmp(b).unwrap_or(std::cmp::Ordering::Equal));
            [meets[1], meets[2]]
        };
        Some(ends.map(|(x, y)| ctx.point([scale_x.inverse(x), scale_y.inverse(y)])))
    }

    /// Draws markers at these x and y of the plane.
    fn draw_markers(
        &self,
        [x, y]: [&[f64]; 2],
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
    ) -> Result<()> {
        let places = x.iter().zip(y);
        let points: Vec<Point> = places
            .map(|(x, y)| ctx.point_in(self.coords, [*x, *y]))
            .collect();
        let axes = ctx.mapping.axes();
        let diagonal = axes.width.hypot(axes.height);
        let marked = self.look.markers.every.select(&points, diagonal)?;
        let places = marked.into_iter().map(|i| match self.coords.is_data() {
            true => ctx.mapping.marker([x[i], y[i]]),
            false => points[i],
        });
        // Agg's clip box for markers takes in its last row and column.
        let clip = self.clip(ctx).map(|clip| PixelRect {
            x1: clip.x1 + 1,
            y1: clip.y1 + 1,
            ..clip
        });
        let line = (self.look.color, self.look.alpha);
        self.look.markers.draw(canvas, ctx, line, clip, places);
        Ok(())
    }
}

impl<const D: usize> Artist for Line<D> {
    fn zorder(&self) -> f64 {
        self.look.zorder
    }

    fn visible(&self) -> bool {
        self.look.visible
    }

    fn data_limits(&self) -> DataLimits {
        let limits = match self.points.columns().as_slice() {
            // Beside gaps, steps reach further than the points.
            [x, y] if self.look.draw_style != DrawStyle::Default => {
                let mut vertices = Vec::new();
                self.look.draw_style.vertices(x, y, &mut vertices);
                let (x, y): (Vec<_>, Vec<_>) = vertices.iter().map(|p| (p.x, p.y)).unzip();
                DataLimits::of_points(&x, &y)
            }
            _ => self.points.limits(),
        };
        self.coords.data_of(limits)
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let [x, y] = self.points.in_plane(ctx);
        self.draw_line([&x, &y], canvas, ctx);
        if self.look.markers.marker != Marker::None {
            self.draw_markers([&x, &y], canvas, ctx)?;
        }
        Ok(())
    }

    fn label(&self) -> Option<&str> {
        self.look.label.as_deref()
    }

    fn legend_handle(&self, _ctx: &DrawContext<'_>) -> Option<LegendHandle> {
        let line = Line::of(Points::default(), self.look.clone());
        Some(LegendHandle::line(line))
    }

    fn obstacles(&self, _canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Obstacles {
        let [x, y] = self.points.in_plane(ctx);
        if let Course::EdgeToEdge { slope } = self.course {
            let ends = self.ends(slope, [&x, &y], ctx);
            return Obstacles::of_line(ends.into_iter().flatten().collect());
        }
        let mut vertices = Vec::new();
        self.look.draw_style.vertices(&x, &y, &mut vertices);
        let place = |p: &Point| ctx.point_in(self.coords, [p.x, p.y]);
        Obstacles::of_line(vertices.iter().map(place).collect())
    }

    fn clone_box(&self) -> Box<dyn Artist> {
        Box::new(self.clone())
    }
}
