//! A field of arrows: `quiver`.

use kurbo::{BezPath, Point, Vec2};

use crate::artists::collection_paint::CollectionPaint;
use crate::artists::edge_colors::Edges;
use crate::artists::quiver::arrow::Arrow;
use crate::artists::quiver::vectors::Vectors;
use crate::artists::quiver::{Pivot, QuiverAngles, QuiverUnits, VectorField};
use crate::artists::{Artist, DrawContext, LegendHandle, Obstacles, ScalarMappable};
use crate::canvas::Canvas;
use crate::data_limits::DataLimits;
use crate::error::Result;
use crate::mapping::Clip;
use crate::properties::{Check, Length, Positive, properties};
use crate::series::Field;

/// Arrows at points (x, y) that show vectors (u, v) by their direction and length.
///
/// Widths are in [`units`](Self::set_units), lengths in [`scale_units`](Self::set_scale_units), all other sizes are
/// multiples of the shaft's width. Arrows with a component, or a value of
/// [`set_array`](crate::collections::CollectionBase::set_array), that is not finite are not drawn.
///
/// ```
/// use ndarray::Array2;
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let (x, y) = ([0.0, 1.0, 2.0], [0.0, 1.0]);
/// let field = |t: f64| Array2::from_shape_fn((2, 3), |(r, c)| (t + x[c] * y[r]).sin());
/// let arrows = fig[ax].quiver(&x, &y, &field(0.0), &field(1.0))?;
/// fig[arrows].set_pivot("middle")?;
/// fig[arrows].set_scale(10.0)?;
/// fig[arrows].set_color("tab:blue")?;
/// // From frame to frame:
/// fig[arrows].set_uvc(&field(0.1), &field(1.1))?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Quiver {
    /// What the automatic scale fits.
    fitted: Vectors,
    units: QuiverUnits,
    scale_units: Option<QuiverUnits>,
    angles: QuiverAngles,
    scale: Option<f64>,
    width: Option<f64>,
    pivot: Pivot,
    arrow: Arrow,
    pub(super) field: VectorField,
}

properties! {
    impl[] Quiver, in field: VectorField;
    units / set_units: choice<QuiverUnits> = units, "the unit of the arrows' width";
    scale_units / set_scale_units: maybe_choice<QuiverUnits> = scale_units,
        "the unit of the arrows' lengths, instead of that of their width";
    angles / set_angles: choice<QuiverAngles> = angles,
        "where arrows point: `\"uv\"`, `\"xy\"`, or angles in degrees counterclockwise";
    width / set_width: maybe<Positive> = width,
        "the width of the shafts in units; `None` depends on the number of arrows";
    headwidth / set_headwidth: number<Length> = arrow.headwidth,
        "the width of the heads, as a multiple of the shaft's width";
    headlength / set_headlength: number<Length> = arrow.headlength,
        "the length of the heads, as a multiple of the shaft's width";
    headaxislength / set_headaxislength: number<Length> = arrow.headaxislength,
        "the length of the heads at the shaft, as a multiple of the shaft's width";
    minshaft / set_minshaft: number<Length> = arrow.minshaft,
        "the length below which arrows shrink as a whole, in lengths of the head";
    minlength / set_minlength: number<Length> = arrow.minlength,
        "the length below which arrows are dots, as a multiple of the shaft's width";
    pivot / set_pivot: choice<Pivot> = pivot, "the part of the arrows that is at their position";
    @by name:
    scale: Option<f64> = |quiver| quiver.scale, |quiver, scale| quiver.set_scale(scale),
        "the length of a vector that is drawn as long as the unit of lengths; `None` fits the vectors";
    uvc ["UVC"]: Vec<Vec<f64>> = |quiver| quiver.pairs(),
        |quiver, pairs| {
            quiver.vectors.set_pairs("uvc", &pairs)?;
            quiver.fit_if_nothing();
            Ok(())
        },
        "the vectors";
}

/// How arrows are drawn, for one drawing.
pub(super) struct Scaled {
    arrow: Arrow,
    pivot: Pivot,
    /// Pixels of the shaft's width.
    width: f64,
    /// Widths of a shaft that a vector of length 1 is long.
    lengths: f64,
}

impl Scaled {
    pub(super) fn with_pivot(self, pivot: Pivot) -> Self {
        Self { pivot, ..self }
    }

    /// Replaces a path by an arrow at a point of the canvas, in a direction with y up.
    pub(super) fn outline(&self, at: Point, course: Course, path: &mut BezPath) {
        path.truncate(0);
        let Course { along, length } = course;
        let corners = self.arrow.corners(length * self.lengths, self.pivot);
        let (across, up) = (self.width * along.x, self.width * along.y);
        for (i, (x, y)) in corners.into_iter().enumerate() {
            let corner = Point::new(at.x + x * across - y * up, at.y - (x * up + y * across));
            match i {
                0 => path.move_to(corner),
                _ => path.line_to(corner),
            }
        }
    }
}

/// Where an arrow goes, y up: a direction of length 1, and the length of its vector.
#[derive(Debug, Clone, Copy)]
pub(super) struct Course {
    pub(super) along: Vec2,
    pub(super) length: f64,
}

impl Course {
    /// To the right if there is no direction.
    fn of(vector: Vec2, length: f64) -> Self {
        let size = vector.hypot();
        let along = match size > 0.0 {
            true => vector / size,
            false => Vec2::new(if size == 0.0 { 1.0 } else { size }, 0.0),
        };
        Self { along, length }
    }
}

impl Quiver {
    /// Arrows for the vectors (u, v) at the points (x, y), for [`Axes::add_artist`](crate::Axes::add_artist).
    ///
    /// # Errors
    /// As [`Axes::quiver`](crate::Axes::quiver).
    pub fn new(
        x: &(impl Field + ?Sized),
        y: &(impl Field + ?Sized),
        u: &(impl Field + ?Sized),
        v: &(impl Field + ?Sized),
    ) -> Result<Self> {
        let vectors = Vectors::new(x, y, u, v)?;
        Ok(Self {
            fitted: vectors.clone(),
            field: VectorField::new(vectors, Edges::Default, 0.0),
            units: QuiverUnits::default(),
            scale_units: None,
            angles: QuiverAngles::default(),
            scale: None,
            width: None,
            pivot: Pivot::default(),
            arrow: Arrow::default(),
        })
    }

    /// Replaces the vectors: one for each arrow, or one for all (`set_UVC`). Their colours, C, are set by
    /// [`set_array`](crate::collections::CollectionBase::set_array).
    ///
    /// # Errors
    /// [`Error::Lengths`](crate::Error::Lengths) for another number of vectors; they are not changed then.
    pub fn set_uvc(&mut self, u: &(impl Field + ?Sized), v: &(impl Field + ?Sized)) -> Result<()> {
        self.vectors.set_uv(u, v)?;
        self.fit_if_nothing();
        Ok(())
    }

    /// Sets the length of a vector that is drawn as long as the unit of lengths. `None` fits the present vectors, and
    /// stays the same when they change; if all of them are 0, it fits the next ones that are not.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for numbers that are not above 0.
    pub fn set_scale(&mut self, scale: impl Into<Option<f64>>) -> Result<()> {
        self.scale = Positive::checked_option("scale", scale.into())?;
        self.fitted = self.vectors.clone();
        Ok(())
    }

    /// The length of a vector that is drawn as long as the unit of lengths.
    pub fn scale(&self) -> Option<f64> {
        self.scale
    }

    fn fit_if_nothing(&mut self) {
        let shows = |vector: [f64; 2]| vector.iter().any(|v| v.is_finite() && *v != 0.0);
        if !self.fitted.iter().any(shows) {
            self.fitted = self.vectors.clone();
        }
    }

    /// By how much of a vector its arrow's end is mapped, where that counts.
    fn step(&self) -> f64 {
        if (&self.angles, self.scale_units) == (&QuiverAngles::Xy, Some(QuiverUnits::XY)) {
            return 1.0;
        }
        // So that little is lost to rounding.
        let limits = self.vectors.limits();
        let ranges = limits.x.into_iter().chain(limits.y);
        let most = ranges.fold(0.0, |most: f64, r| most.max(r.low.abs()).max(r.high.abs()));
        most * 0.001
    }

    /// The courses of the arrows that are drawn for these vectors, and their places.
    fn courses<'a>(
        &'a self,
        vectors: &'a Vectors,
        ctx: &'a DrawContext<'_>,
    ) -> impl Iterator<Item = (usize, Course)> + 'a {
        let angles = &self.angles;
        let along_data = self.scale_units == Some(QuiverUnits::XY);
        let step = match along_data || *angles == QuiverAngles::Xy {
            true => self.step(),
            false => 1.0,
        };
        let on_canvas = move |i: usize| {
            let ([x, y], [u, v]) = (vectors.point(i), vectors.vector(i));
            let (from, to) = (ctx.pixel([x, y]), ctx.pixel([x + step * u, y + step * v]));
            Vec2::new(to.0 - from.0, to.1 - from.1)
        };
        vectors.shown(self.style.array()).map(move |i| {
            let [u, v] = vectors.vector(i);
            let vector = Vec2::new(u, v);
            let length = match along_data && !matches!(angles, QuiverAngles::Degrees(_)) {
                true => on_canvas(i).hypot() / step,
                false => vector.hypot(),
            };
            let direction = match angles {
                QuiverAngles::Uv => vector,
                QuiverAngles::Xy => on_canvas(i),
                QuiverAngles::Degrees(degrees) => {
                    let angle = degrees.get(i % degrees.len().max(1)).copied();
                    let angle = angle.filter(|angle| angle.is_finite()).unwrap_or(0.0);
                    let (sin, cos) = angle.to_radians().sin_cos();
                    Vec2::new(cos, sin)
                }
            };
            (i, Course::of(direction, length))
        })
    }

    /// Widths and lengths of the arrows.
    pub(super) fn scaled(&self, ctx: &DrawContext<'_>) -> Result<Scaled> {
        let unit = self.units.pixels(ctx)?;
        // The axes' width in these units.
        let span = ctx.mapping.axes().width / unit;
        let side = (self.len() as f64).sqrt();
        let width = self.width.unwrap_or(0.06 * span / side.clamp(8.0, 25.0));
        let of_lengths = match self.scale_units {
            None => 1.0,
            Some(QuiverUnits::XY) => 1.0 / unit,
            Some(units) => units.pixels(ctx)? / unit,
        };
        let scale = match self.scale {
            Some(scale) => scale,
            // The reference's typical length, as a multiple of the width.
            None => 1.8 * self.mean(ctx) * side.max(10.0) / span * of_lengths,
        };
        Ok(Scaled {
            arrow: self.arrow,
            pivot: self.pivot,
            width: width * unit,
            lengths: of_lengths / (scale * width),
        })
    }

    /// The mean length of the vectors that the scale fits.
    fn mean(&self, ctx: &DrawContext<'_>) -> f64 {
        let lengths = self.courses(&self.fitted, ctx);
        let (sum, count) = lengths.fold((0.0, 0.0), |(sum, count), (_, course)| {
            (sum + course.length, count + 1.0)
        });
        sum / count
    }

    /// The course of an arrow on the canvas for a vector that is at the origin.
    pub(super) fn course_of(&self, vector: Vec2, ctx: &DrawContext<'_>) -> Course {
        let length = match self.scale_units {
            Some(QuiverUnits::XY) => {
                let end = self.step() * vector;
                let (from, to) = (ctx.pixel([0.0, 0.0]), ctx.pixel([end.x, end.y]));
                (to.0 - from.0).hypot(to.1 - from.1) / self.step()
            }
            _ => vector.hypot(),
        };
        Course::of(vector, length)
    }
}

/// Paints the i-th of some outlines; one that is the only one is a marker at its place, as in the reference.
pub(super) fn draw_outline(
    (path, at): (&BezPath, Point),
    (i, len): (usize, usize),
    paint: &CollectionPaint<'_>,
    canvas: &mut Canvas,
    ctx: &DrawContext<'_>,
) {
    let mut gc = paint.element(i, ctx);
    if len == 1 && paint.is_uniform() {
        gc.clip = gc.clip.as_ref().map(Clip::of_markers);
        let path = kurbo::Affine::translate(-at.to_vec2()) * path.clone();
        canvas.draw_markers(&path, std::iter::once(at), &gc);
    } else {
        canvas.draw_path(path, &gc);
    }
}

impl Artist for Quiver {
    crate::artists::artist_parts!(field.style.base);

    fn data_limits(&self) -> DataLimits {
        self.vectors.limits()
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let paint = self.paint(ctx)?;
        if paint.is_nothing() {
            return Ok(());
        }
        let scaled = self.scaled(ctx)?;
        self.style.with_effects(canvas, ctx, |canvas| {
            let mut path = BezPath::new();
            for (i, course) in self.courses(&self.vectors, ctx) {
                let at = ctx.point(self.vectors.point(i));
                scaled.outline(at, course, &mut path);
                draw_outline((&path, at), (i, self.len()), &paint, canvas, ctx);
            }
            Ok(())
        })
    }

    fn legend_handle(&self, ctx: &DrawContext<'_>) -> Option<LegendHandle> {
        self.field.legend_handle(ctx)
    }

    fn obstacles(&self, _canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Obstacles {
        self.field.obstacles(ctx)
    }

    fn mappable(&self) -> Option<ScalarMappable<'_>> {
        Some(self.style.mappable())
    }
}
