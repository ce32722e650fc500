//! Lines in space: `plot` of 3-D axes.

use crate::artists::space::Points;
use crate::artists::{
    Artist, CapStyle, DrawContext, FillStyle, JoinStyle, LegendHandle, Line2D, LineStyle,
    MarkEvery, Marker, Obstacles,
};
use crate::canvas::Canvas;
use crate::color::IntoColor;
use crate::data_limits::DataLimits;
use crate::error::{Error, Result};
use crate::series::Series;

/// A line through points in space, with markers on them.
///
/// ```
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot_3d(1, 1, 1)?;
/// let line = fig[ax].plot(&[0.0, 1.0, 2.0], &[0.0, 1.0, 0.0], &[0.0, 0.5, 1.0])?;
/// fig[line].set_color("tab:red")?;
/// fig[line].set_linewidth(2.0);
/// // From frame to frame:
/// fig[line].set_data_3d(&[0.0, 1.0], &[1.0, 0.0], &[0.0, 1.0])?;
/// assert_eq!(fig[line].data_3d().2, [0.0, 1.0]);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Line3D {
    points: Points,
    /// A line without points.
    look: Line2D,
}

impl Line3D {
    /// A line through the points (x, y, z) in the first colour of the cycle.
    ///
    /// # Errors
    /// [`Error::LineData3D`] unless there are as many x as y as z.
    pub fn new(
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
        z: &(impl Series + ?Sized),
    ) -> Result<Self> {
        let mut line = Self {
            points: Points::default(),
            look: Line2D::through([], []),
        };
        line.set_data_3d(x, y, z)?;
        Ok(line)
    }

    /// Replaces all points. The axes' limits stay: see [`Axes3D::relim`](crate::Axes3D::relim).
    ///
    /// # Errors
    /// [`Error::LineData3D`] unless there are as many x as y as z; the line keeps its points.
    pub fn set_data_3d(
        &mut self,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
        z: &(impl Series + ?Sized),
    ) -> Result<()> {
        self.points.set(x, y, z)
    }

    /// The x, the y and the z of all points.
    pub fn data_3d(&self) -> (&[f64], &[f64], &[f64]) {
        (&self.points.x, &self.points.y, &self.points.z)
    }

    /// Sets the colour of the line, and of its markers as far as they have none of their own.
    ///
    /// # Errors
    /// [`Error::UnknownColor`].
    pub fn set_color(&mut self, color: impl IntoColor) -> Result<()> {
        self.look.set_color(color)
    }

    /// Sets the opacity of line and markers, from 0 to 1; with `None` that of their colours.
    pub fn set_alpha(&mut self, alpha: impl Into<Option<f64>>) {
        self.look.set_alpha(alpha);
    }

    /// Sets the width in points.
    pub fn set_linewidth(&mut self, width: f64) {
        self.look.set_linewidth(width);
    }

    /// Sets the line style: `"-"`, `"--"`, `"-."`, `":"`, `""`, or an offset and a pattern of dashes.
    ///
    /// # Errors
    /// [`Error::Setting`].
    pub fn set_linestyle<S: TryInto<LineStyle>>(&mut self, style: S) -> Result<()>
    where
        Error: From<S::Error>,
    {
        self.look.set_linestyle(style)
    }

    /// Sets the ends and corners of the line while it is solid.
    pub fn set_solid_style(&mut self, cap: CapStyle, join: JoinStyle) {
        self.look.set_solid_style(cap, join);
    }

    /// Sets the marker: one of [`Marker`] or matplotlib's string for it.
    ///
    /// # Errors
    /// [`Error::UnknownMarker`].
    pub fn set_marker<M: TryInto<Marker>>(&mut self, marker: M) -> Result<()>
    where
        Error: From<M::Error>,
    {
        self.look.set_marker(marker)
    }

    /// Sets which part of the markers is filled.
    pub fn set_fillstyle(&mut self, style: FillStyle) {
        self.look.set_fillstyle(style);
    }

    /// Sets the size of markers in points.
    pub fn set_markersize(&mut self, size: f64) {
        self.look.set_markersize(size);
    }

    /// Sets the width of the markers' edges in points.
    pub fn set_markeredgewidth(&mut self, width: f64) {
        self.look.set_markeredgewidth(width);
    }

    /// Sets the colour of the markers' edges.
    ///
    /// # Errors
    /// [`Error::UnknownColor`].
    pub fn set_markeredgecolor(&mut self, color: impl IntoColor) -> Result<()> {
        self.look.set_markeredgecolor(color)
    }

    /// Sets the colour of the markers' faces.
    ///
    /// # Errors
    /// [`Error::UnknownColor`].
    pub fn set_markerfacecolor(&mut self, color: impl IntoColor) -> Result<()> {
        self.look.set_markerfacecolor(color)
    }

    /// Sets which points have a marker.
    pub fn set_markevery(&mut self, every: impl Into<MarkEvery>) {
        self.look.set_markevery(every);
    }

    /// Sets the place in the drawing order; lines have 2, the first collection has 2.5.
    pub fn set_zorder(&mut self, zorder: f64) {
        self.look.set_zorder(zorder);
    }

    /// Shows or hides it.
    pub fn set_visible(&mut self, visible: bool) {
        self.look.set_visible(visible);
    }

    /// Sets what a legend calls it; a label that begins with `_` is in none.
    pub fn set_label(&mut self, label: impl Into<String>) {
        self.look.set_label(label);
    }

    /// Sets whether it is clipped to the axes' square.
    pub fn set_clip_on(&mut self, clip: bool) {
        self.look.set_clip_on(clip);
    }

    /// The line in the plane of the axes; where it is behind the eye or far off it has gaps.
    fn projected(&self, ctx: &DrawContext<'_>) -> Line2D {
        let places = self.points.iter().map(|point| ctx.place(point));
        let seen = places.map(|place| match ctx.is_seen(place) {
            true => (place[0], place[1]),
            false => (f64::NAN, f64::NAN),
        });
        let (x, y) = seen.unzip();
        self.look.moved_to(x, y)
    }
}

impl Artist for Line3D {
    fn zorder(&self) -> f64 {
        self.look.zorder()
    }

    fn visible(&self) -> bool {
        self.look.visible()
    }

    fn data_limits(&self) -> DataLimits {
        DataLimits::of_points_3d(&self.points.x, &self.points.y, &self.points.z)
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        self.projected(ctx).draw(canvas, ctx)
    }

    fn label(&self) -> Option<&str> {
        self.look.label()
    }

    fn legend_handle(&self, ctx: &DrawContext<'_>) -> Option<LegendHandle> {
        self.look.legend_handle(ctx)
    }

    fn obstacles(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Obstacles {
        self.projected(ctx).obstacles(canvas, ctx)
    }

    fn clone_box(&self) -> Box<dyn Artist> {
        Box::new(self.clone())
    }
}
