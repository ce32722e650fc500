//! Lines with markers: `plot`, of flat axes and of 3-D ones.

use std::f64::consts::FRAC_PI_2;
use std::iter;
use std::ops::Range;

use kurbo::Point;

use crate::artists::in_view::in_view;
use crate::artists::line_course::{Course, ends};
use crate::artists::line_look::LineLook;
use crate::artists::patheffects::{paint_with_effects, path_effects};
use crate::artists::{
    Artist, ArtistBase, BlendedCoords, CapStyle, DrawContext, DrawStyle, FillStyle, JoinStyle,
    LegendHandle, LineStyle, MarkEvery, Marker, MarkerStyle, Obstacles, Points,
};
use crate::canvas::Canvas;
use crate::canvas::path::GraphicsContext;
use crate::canvas::snap::Snap;
use crate::color::ColorSpec;
use crate::data_limits::DataLimits;
use crate::error::{Error, Result};
use crate::properties::{Length, properties};
use crate::series::Series;
use crate::style::{CycleProps, LineProps, Style};

/// A line through points of two coordinates ([`Line2D`]) or three ([`Line3D`](crate::artists::Line3D)), with markers on
/// them.
///
/// ```
/// use plotreel::Figure;
/// use plotreel::artists::Marker;
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
    pub(super) points: Points<D>,
    coords: BlendedCoords,
    course: Course,
    /// If its markers are caps of error bars along x (0) or y (1): in polar axes they are across the bars.
    cap_of: Option<usize>,
    look: LineLook,
}

/// A line in flat axes, or in the plane of 3-D ones.
pub type Line2D = Line<2>;

properties! {
    impl[const D: usize] Line<D>, in look.base: ArtistBase;
    color / set_color ["c"]: color = look.color,
        "the colour of the line, and of its markers unless they have their own";
    linewidth / set_linewidth ["lw"]: maybe<Length> = look.width, "the width of the line in points";
    linestyle / set_linestyle ["ls"]: choice<LineStyle> = look.style,
        "the line style: `\"-\"`, `\"--\"`, `\"-.\"`, `\":\"`, `\"\"`, or an offset and a pattern of dashes";
    drawstyle / set_drawstyle ["ds"]: choice<DrawStyle> = look.draw_style, "whether the line is drawn in steps";
    solid_capstyle / set_solid_capstyle: maybe_choice<CapStyle> = look.solid.0, "the cap style of a solid line instead of the style's";
    solid_joinstyle / set_solid_joinstyle: maybe_choice<JoinStyle> = look.solid.1, "the join style of a solid line instead of the style's";
    dash_capstyle / set_dash_capstyle: maybe_choice<CapStyle> = look.dash.0, "the cap style of a dashed line instead of the style's";
    dash_joinstyle / set_dash_joinstyle: maybe_choice<JoinStyle> = look.dash.1, "the join style of a dashed line instead of the style's";
    marker / set_marker: choice<Marker> = look.markers.marker, "the marker: one of [`Marker`] or matplotlib's string for it";
    fillstyle / set_fillstyle: choice<FillStyle> = look.markers.fill, "which part of the markers is filled";
    markersize / set_markersize ["ms"]: maybe<Length> = look.markers.size, "the size of markers in points";
    markeredgewidth / set_markeredgewidth ["mew"]: maybe<Length> = look.markers.edge_width,
        "the width of the markers' edges in points";
    markeredgecolor / set_markeredgecolor ["mec"]: maybe_color = look.markers.edge, "the colour of the markers' edges";
    markerfacecolor / set_markerfacecolor ["mfc"]: maybe_color = look.markers.face, "the colour of the markers' faces";
    markerfacecoloralt / set_markerfacecoloralt ["mfcalt"]: color = look.markers.face_alt,
        "the colour of the other half of half-filled markers";
    @by name:
    coordinates: BlendedCoords = |line| line.coords,
        |line, coords| {
            line.coords = coords.absolute()?;
            Ok(())
        },
        "the coordinate system of its points";
    markevery: MarkEvery = |line| line.markevery().clone(),
        |line, every| line.set_markevery(every),
        "which points have a marker";
    xdata: Vec<f64> = |line| line.points.columns()[0].clone(), |line, x| line.points.set_column(0, &x), "the x of all points";
    ydata: Vec<f64> = |line| line.points.columns()[1].clone(), |line, y| line.points.set_column(1, &y), "the y of all points";
}

path_effects!([const D: usize] Line<D>, look.effects);

impl Line<2> {
    /// A line through the points (x, y) in the first colour of the cycle.
    ///
    /// # Errors
    /// [`Error::LineData`] unless x and y have the same length.
    pub fn new(x: &(impl Series + ?Sized), y: &(impl Series + ?Sized)) -> Result<Self> {
        let mut line = Self::through([], []);
        line.set_data(x, y)?;
        Ok(line)
    }

    /// A line through as many x as y.
    pub(crate) fn through<const N: usize>(x: [f64; N], y: [f64; N]) -> Self {
        Self::of([x.to_vec(), y.to_vec()].into(), LineLook::default())
    }

    /// Makes its markers the caps of error bars along x (0) or y (1).
    pub(crate) fn set_cap_of(&mut self, along: usize) {
        self.cap_of = Some(along);
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

    /// Replaces all points. The axes' limits are not changed: see [`relim`](crate::AxesBase::relim).
    ///
    /// # Errors
    /// [`Error::LineData`] unless x and y have the same length; the line keeps its points.
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
    /// [`Error::LineData`] unless there is one for each y.
    pub fn set_xdata(&mut self, x: &(impl Series + ?Sized)) -> Result<()> {
        self.points.set_column(0, x)
    }

    /// Replaces the y of all points.
    ///
    /// # Errors
    /// [`Error::LineData`] unless there is one for each x.
    pub fn set_ydata(&mut self, y: &(impl Series + ?Sized)) -> Result<()> {
        self.points.set_column(1, y)
    }

    /// The x of all points.
    pub fn xdata(&self) -> &[f64] {
        &self.points.columns()[0]
    }

    /// The y of all points.
    pub fn ydata(&self) -> &[f64] {
        &self.points.columns()[1]
    }

    /// Sets its coordinate system: [`Coords`](crate::artists::Coords), their name, or a pair for x and y. Coordinates
    /// other than data do not take part in autoscaling after the next [`relim`](crate::AxesBase::relim).
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
        look.base.clip_on = false;
        look.markers.every = marker.map_or(MarkEvery::All, |marker| [marker].into());
        let size = look.markers.size.unwrap_or(ctx.style.lines_markersize);
        look.markers.size = Some(size * markerscale);
    }

    /// A bare line of this look for legends.
    pub(super) fn of_look(color: ColorSpec, width: f64, style: LineStyle) -> Self {
        let look = LineLook {
            color,
            width: Some(width),
            style,
            ..LineLook::default()
        };
        Self::of(Points::default(), look)
    }
}

impl<const D: usize> Line<D> {
    pub(super) fn of(points: Points<D>, look: LineLook) -> Self {
        Self {
            points,
            coords: BlendedCoords::default(),
            course: Course::default(),
            cap_of: None,
            look,
        }
    }

    /// A flat line that looks the same.
    pub(crate) fn without_points(&self) -> Line2D {
        Line::of(Points::default(), self.look.clone())
    }

    /// The same with the style's colour for lines that are not of the cycle, its line style and its marker.
    pub(crate) fn styled(mut self, style: &Style) -> Self {
        self.look.take_style(style);
        self
    }

    /// Gives it what the property cycle says.
    pub(crate) fn set_cycled(&mut self, props: &CycleProps) {
        let look = &mut self.look;
        look.style = props.linestyle.clone().unwrap_or(look.style.clone());
        look.width = props.linewidth.or(look.width);
        look.markers.marker = (props.marker.clone()).unwrap_or(look.markers.marker.clone());
        look.markers.size = props.markersize.or(look.markers.size);
    }

    /// Gives it the look of one kind of lines of a box plot.
    pub(crate) fn set_props(&mut self, props: &LineProps) {
        self.look.take_props(props);
    }

    /// Sets which points have a marker.
    pub fn set_markevery(&mut self, every: impl Into<MarkEvery>) {
        self.look.markers.every = every.into();
    }

    /// Which points have a marker.
    pub fn markevery(&self) -> &MarkEvery {
        &self.look.markers.every
    }

    /// Draws the line through these x and y of the plane.
    fn draw_line(&self, plane: [&[f64]; 2], canvas: &mut Canvas, ctx: &DrawContext<'_>) {
        let color = ctx.faded(self.look.color, self.look.base.alpha());
        let stroke = self.look.stroke(ctx);
        if self.look.style == LineStyle::None || color.a == 0 || stroke.width <= 0.0 {
            return;
        }
        let simplify = ctx.style.simplification();
        let (early, late) = match !canvas.has_effect() && self.is_simplified_early(plane[0].len()) {
            true => (simplify, 0.0),
            false => (0.0, simplify),
        };
        let course = (self.look.draw_style, self.coords, early);
        let path = self.course.path(plane, course, canvas, ctx);
        let gc = GraphicsContext {
            edge: Some((color, stroke)),
            clip: self.look.base.clip(ctx),
            points: Some(plane[0].len()),
            simplify: late,
            ..GraphicsContext::default()
        };
        paint_with_effects(&self.look.effects, None, canvas, ctx, |canvas| {
            canvas.draw_path(&path, &gc);
        });
    }

    /// Whether a line through so many points is simplified point by point, before it is a path: if nothing but cutting
    /// it off comes first.
    fn is_simplified_early(&self, points: usize) -> bool {
        self.course == Course::Points
            && self.look.draw_style == DrawStyle::Default
            && self.coords.is_data()
            && self.look.effects.is_empty()
            && Snap::Auto.of(points) == Snap::Never
    }

    /// The points that are drawn: of many those in view, as in the reference, because what is out of view changes how
    /// the rest is simplified.
    fn slice(&self, x: &[f64], ctx: &DrawContext<'_>) -> Range<usize> {
        let is_sliced = D == 2
            && self.course == Course::Points
            && self.coords.is_data()
            && self.look.base.clip_on
            && self.look.markers.every == MarkEvery::All;
        let part = is_sliced.then(|| in_view(x, ctx)).flatten();
        part.unwrap_or(0..x.len())
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
        // With effects they are not moved to whole pixels.
        let at_pixels = self.coords.is_data() && self.look.effects.is_empty();
        let places = marked.into_iter().map(|i| match at_pixels {
            true => ctx.mapping.marker([x[i], y[i]]),
            false => points[i],
        });
        let line = (self.look.color, self.look.base.alpha());
        let clip = self.look.base.clip(ctx);
        if let Some((along, polar)) = self.cap_of.zip(ctx.mapping.polar()) {
            let turn = [0.0, FRAC_PI_2][along.min(1)];
            for (place, theta) in points.into_iter().zip(x) {
                let caps = MarkerStyle {
                    marker: Marker::HLine,
                    turn: polar.angle(*theta) + turn,
                    ..self.look.markers.clone()
                };
                caps.draw(canvas, ctx, line, (clip.clone(), &[]), iter::once(place));
            }
            return Ok(());
        }
        let (markers, effects) = (&self.look.markers, &self.look.effects);
        markers.draw(canvas, ctx, line, (clip, effects), places);
        Ok(())
    }
}

impl<const D: usize> Artist for Line<D> {
    crate::artists::artist_parts!(look.base);

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
        if matches!(self.course, Course::EdgeToEdge { .. }) {
            ctx.mapping.flat_for("axline")?;
        }
        let [x, y] = self.points.in_plane(ctx);
        let slice = self.slice(&x, ctx);
        let plane = [&x[slice.clone()], &y[slice]];
        self.draw_line(plane, canvas, ctx);
        if self.look.markers.marker != Marker::None {
            self.draw_markers(plane, canvas, ctx)?;
        }
        Ok(())
    }

    fn follows_limits(&self) -> [bool; 2] {
        match self.course {
            Course::Points => self.coords.are_data(),
            Course::EdgeToEdge { .. } => [true; 2],
        }
    }

    fn legend_handle(&self, _ctx: &DrawContext<'_>) -> Option<LegendHandle> {
        Some(LegendHandle::line(self.without_points()))
    }

    fn obstacles(&self, _canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Obstacles {
        let [x, y] = self.points.in_plane(ctx);
        if let Course::EdgeToEdge { slope } = self.course {
            let ends = ends(slope, [&x, &y], ctx);
            return Obstacles::of_line(ends.into_iter().flatten().collect());
        }
        let mut vertices = Vec::new();
        self.look.draw_style.vertices(&x, &y, &mut vertices);
        let place = |p: &Point| ctx.point_in(self.coords, [p.x, p.y]);
        Obstacles::of_line(vertices.iter().map(place).collect())
    }
}
