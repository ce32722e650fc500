//! Markers of many sizes and colours: `scatter`, of flat axes and of 3-D ones.

use kurbo::Point;

use crate::artists::collection_base::lengths;
use crate::artists::collection_paint::CollectionPaint;
use crate::artists::edge_colors::Edges;
use crate::artists::element_setters::element_setters;
use crate::artists::hatch_look::{HatchColor, HatchLook, hatch_color};
use crate::artists::markers::{MarkerShape, PlacedMarkers};
use crate::artists::{
    Artist, CollectionBase, DrawContext, FillStyle, LegendHandle, Marker, Obstacles, Points,
    ScalarMappable,
};
use crate::canvas::{Canvas, Hatch};
use crate::color::ColorSpec;
use crate::data_limits::DataLimits;
use crate::error::Result;
use crate::properties::{Check, Fraction, Length, Value, properties, refused};
use crate::series::Series;

/// That of markers in matplotlib 1.
const CLASSIC_SIZE: f64 = 20.0;
/// The minimum fraction of their opacity that the farthest markers keep.
const MIN_ALPHA: f64 = 0.3;

/// A marker at each of many points of two coordinates ([`PathCollection`]) or three
/// ([`Path3DCollection`](crate::artists::Path3DCollection)), each with its own size and colour.
///
/// ```
/// use plotreel::{Colormap, Figure};
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let points = fig[ax].scatter(&[0.0, 1.0, 2.0], &[0.0, 1.0, 4.0])?;
/// fig[points].set_sizes(&[20.0, 50.0, 90.0])?;
/// fig[points].set_array(&[0.1, 0.5, 0.9]);
/// fig[points].set_cmap(Colormap::named("plasma")?);
/// fig[points].set_edgecolor("black")?;
/// fig[points].set_offsets(&[0.1, 1.1, 2.1], &[0.0, 1.0, 4.0])?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct MarkerSet<const D: usize> {
    pub(super) points: Points<D>,
    /// Squared points; none of them is the style's marker size.
    sizes: Vec<f64>,
    marker: Marker,
    /// Whether distant ones are paler, only for markers in space.
    pub(super) depthshade: bool,
    pub(super) min_alpha: f64,
    hatch_look: HatchLook,
    style: CollectionBase,
}

/// Markers in flat axes, or in the plane of 3-D ones.
pub type PathCollection = MarkerSet<2>;

properties! {
    impl[const D: usize] MarkerSet<D>, in style: CollectionBase;
    ///
    /// Those of mere lines have the colours of the faces.
    marker / set_marker: choice<Marker> = marker, "the marker: one of [`Marker`] or matplotlib's string for it";
    hatch / set_hatch: maybe_choice<Hatch> = hatch_look.pattern,
        "the pattern over the faces: characters of `/ \\ | - + x o O . *`, each of which may be repeated; `\"\"` is none";
    hatch_linewidth / set_hatch_linewidth: maybe<Length> = hatch_look.linewidth, "the width of the hatch's lines in points";
    @by name:
    hatchcolor ["hatchcolors"]: HatchColor = |m| m.hatch_look.color, |m, color| m.hatch_look.color = color,
        "the colour of the hatch, `\"edge\"` for those of the edges, which are those of the faces by default";
    sizes ["s"]: Vec<f64> = |m| m.sizes.clone(), |m, sizes| m.set_sizes(&sizes),
        "the squares of the markers' diameters in points, which repeat if there are fewer than markers";
    offsets: Vec<Vec<f64>> = |m| m.points.iter().map(|point| point.to_vec()).collect(),
        |m, points| m.points.set_rows("offsets", &points),
        "the positions of the markers";
    depthshade: bool = |m| m.depthshade, |m, shade| m.in_space("depthshade", shade, |m| &mut m.depthshade),
        "whether distant markers in space are paler than near ones";
    depthshade_minalpha: f64 = |m| m.min_alpha,
        |m, alpha| {
            let alpha = Fraction::checked("depthshade_minalpha", alpha)?;
            m.in_space("depthshade_minalpha", alpha, |m| &mut m.min_alpha)
        },
        "the minimum fraction of their opacity that the farthest markers in space keep";
}

element_setters!([const D: usize] MarkerSet<D>);
hatch_color!([const D: usize] MarkerSet<D>, hatch_look);

impl MarkerSet<2> {
    /// Markers at the points (x, y), for [`Axes::add_artist`](crate::Axes::add_artist).
    ///
    /// # Errors
    /// [`Error::LineData`](crate::Error::LineData) unless x and y have the same length.
    pub fn from_offsets(x: &(impl Series + ?Sized), y: &(impl Series + ?Sized)) -> Result<Self> {
        Self::new(x, y, ColorSpec::C0)
    }

    pub(crate) fn new(
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
        color: ColorSpec,
    ) -> Result<Self> {
        let style = CollectionBase::new(vec![color], Edges::Face, 1.0);
        let mut collection = Self::of_look(Marker::Circle, Vec::new(), style);
        collection.set_offsets(x, y)?;
        Ok(collection)
    }

    /// Moves the markers to the points (x, y), whose number may change. The axes' limits are not changed.
    ///
    /// # Errors
    /// [`Error::LineData`](crate::Error::LineData) unless x and y have the same length.
    pub fn set_offsets(
        &mut self,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
    ) -> Result<()> {
        self.points.set(x, y)
    }

    /// The x and the y of all points.
    pub fn offsets(&self) -> (&[f64], &[f64]) {
        let [x, y] = self.points.columns();
        (x, y)
    }

    /// Gives it the size and the edges of matplotlib 1.
    pub(crate) fn be_classic(&mut self) -> Result<()> {
        self.style.edges = Edges::Default;
        self.set_sizes(&[CLASSIC_SIZE])
    }

    /// Makes it a piece of a legend: markers at these points, of the sizes that there are.
    pub(super) fn become_handle(
        &mut self,
        points: [Vec<f64>; 2],
        markerscale: f64,
        ctx: &DrawContext<'_>,
    ) {
        self.points = points.into();
        let usual = ctx.style.lines_markersize.powi(2);
        let sizes = || self.sizes.iter().copied();
        let low = sizes().reduce(f64::min).unwrap_or(usual) * markerscale.powi(2);
        let high = sizes().reduce(f64::max).unwrap_or(usual) * markerscale.powi(2);
        let count = self.points.len();
        let last = count.saturating_sub(1).max(1) as f64;
        self.sizes = match count {
            0..4 => vec![0.5 * (low + high), high, low],
            n => (0..n)
                .map(|i| low + (high - low) * (i as f64 / last))
                .collect(),
        };
        self.sizes.truncate(count);
        self.style.base.clip_on = false;
    }
}

/// Where markers are drawn.
struct Places {
    points: Vec<Point>,
    /// The points that are seen, the farthest first, with their places in the plane; none are in flat axes, where all
    /// are drawn as they come.
    order: Option<Vec<(usize, [f64; 3])>>,
}

impl<const D: usize> MarkerSet<D> {
    /// One without points.
    pub(super) fn of_look(marker: Marker, sizes: Vec<f64>, style: CollectionBase) -> Self {
        Self {
            points: Points::default(),
            sizes,
            marker,
            depthshade: false,
            min_alpha: MIN_ALPHA,
            hatch_look: HatchLook::default(),
            style,
        }
    }

    /// The number of markers.
    pub fn len(&self) -> usize {
        self.points.len()
    }

    /// Whether there are no markers.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Sets the sizes, which repeat if there are fewer than markers: the squares of the markers' diameters in points.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for sizes that are negative or not finite; the sizes are not changed
    /// then.
    pub fn set_sizes(&mut self, sizes: &(impl Series + ?Sized)) -> Result<()> {
        lengths("sizes", sizes, &mut self.sizes)
    }

    /// The squares of the markers' diameters in points; empty if they are the style's.
    pub fn sizes(&self) -> &[f64] {
        &self.sizes
    }

    /// Sets by name a property of markers in space only.
    fn in_space<T: Into<Value> + Copy>(
        &mut self,
        name: &'static str,
        value: T,
        place: fn(&mut Self) -> &mut T,
    ) -> Result<()> {
        if D < 3 {
            return Err(refused(name, &value.into(), "it to markers of 3-D axes"));
        }
        *place(self) = value;
        Ok(())
    }

    /// Where the markers are drawn, in memory for their points.
    fn places(&self, ctx: &DrawContext<'_>, mut points: Vec<Point>) -> Places {
        points.clear();
        if let [x, y] = self.points.columns().as_slice() {
            let places = x.iter().zip(y).map(|(x, y)| [*x, *y]);
            match ctx.mapping.affine() {
                Some(affine) => points.extend(places.map(affine)),
                None => points.extend(places.map(|place| ctx.point(place))),
            }
            return Places {
                points,
                order: None,
            };
        }
        let places = self.points.iter().map(|point| ctx.mapping.place(point));
        let mut order: Vec<_> = places
            .enumerate()
            .filter(|(_, place)| ctx.mapping.is_seen(*place))
            .collect();
        order.sort_by(|(_, a), (_, b)| a[2].total_cmp(&b[2]));
        order.reverse();
        points.extend(order.iter().map(|(_, [x, y, _])| ctx.point([*x, *y])));
        Places {
            points,
            order: Some(order),
        }
    }

    fn draw_places(
        &self,
        places: &Places,
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
    ) -> Result<()> {
        let Some(seen) = &places.order else {
            return self.style.with_effects(canvas, ctx, |canvas| {
                self.draw_at((&places.points, &self.sizes), |paint| paint, canvas, ctx)
            });
        };
        if seen.is_empty() {
            return Ok(());
        }
        let shades = self.shades(seen);
        let order: Vec<usize> = seen.iter().map(|(i, _)| *i).collect();
        let sizes: Vec<f64> = match self.sizes.len() {
            0 | 1 => self.sizes.clone(),
            n => order.iter().map(|i| self.sizes[i % n]).collect(),
        };
        let painted = |paint| CollectionPaint::reordered(paint, &order, &shades);
        self.style.with_effects(canvas, ctx, |canvas| {
            self.draw_at((&places.points, &sizes), painted, canvas, ctx)
        })
    }

    /// Draws the markers at these points in these sizes, in the colours of its style, which `painted` may change.
    fn draw_at<'s>(
        &'s self,
        (points, sizes): (&[Point], &[f64]),
        painted: impl FnOnce(CollectionPaint<'s>) -> CollectionPaint<'s>,
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
    ) -> Result<()> {
        let shape = match &self.marker {
            Marker::Text(text) => {
                MarkerShape::of_outline(canvas.unit_text_outline(text), FillStyle::Full)
            }
            marker => marker.shape(FillStyle::Full),
        };
        let width = match shape.is_filled {
            true => ctx.style.patch_linewidth,
            false => ctx.style.lines_linewidth,
        };
        let mut paint = painted(self.style.paint(ctx, width, ColorSpec::BLACK)?);
        if !shape.is_filled {
            paint.edges = paint.faces.clone();
        }
        let is_nothing = paint.is_nothing() && self.hatch_look.pattern.is_none();
        if is_nothing || self.marker == Marker::None {
            return Ok(());
        }
        let scale = |size: &f64| ctx.points_to_pixels(size.sqrt());
        let scales = match sizes {
            [] => vec![ctx.points_to_pixels(ctx.style.lines_markersize)],
            sizes => sizes.iter().map(scale).collect(),
        };
        let markers = PlacedMarkers {
            shape: &shape,
            radius: match self.marker {
                Marker::Circle => Some(0.5),
                Marker::Point => Some(0.25),
                _ => None,
            },
            points,
            scales: &scales,
            hatch_look: &self.hatch_look,
        };
        markers.draw(&paint, canvas, ctx);
        Ok(())
    }

    /// The remaining fraction of the opacity of each marker in space.
    fn shades(&self, places: &[(usize, [f64; 3])]) -> Vec<f64> {
        if !self.depthshade {
            return Vec::new();
        }
        // As in the reference, whose `scatter` leaves markers without a value out.
        let has_value = |i: usize| {
            let value = self.style.array().and_then(|array| array.get(i));
            value.is_none_or(|value| !value.is_nan())
        };
        let range = |i: usize| {
            let shown = || places.iter().filter(|(marker, _)| has_value(*marker));
            let values = || shown().map(|(_, place)| place[i]);
            let low = values().fold(f64::INFINITY, f64::min);
            (low, values().fold(f64::NEG_INFINITY, f64::max) - low)
        };
        let [(_, width), (_, height), (nearest, depth)] = [0, 1, 2].map(range);
        let scale = (width.powi(2) + height.powi(2) + depth.powi(2)).sqrt();
        // Opacity that was set counts once more, as in the reference.
        let alpha = |i: usize| self.style.base.alpha.of(i).unwrap_or(1.0);
        let shade = |z: f64| match scale > 0.0 {
            true => (1.0 - (z - nearest) / scale).clamp(self.min_alpha, 1.0),
            false => 1.0,
        };
        let shades = places.iter().map(|(i, place)| shade(place[2]) * alpha(*i));
        shades.collect()
    }
}

impl<const D: usize> Artist for MarkerSet<D> {
    crate::artists::artist_parts!(style.base);

    fn data_limits(&self) -> DataLimits {
        if D == 2 {
            return self.points.limits();
        }
        let finite = |p: &[f64; D]| p.iter().all(|v| v.is_finite());
        let points: Vec<_> = self.points.iter().filter(finite).collect();
        let [x, y, z] = [0, 1, 2].map(|i| points.iter().map(|p| p[i]).collect::<Vec<_>>());
        DataLimits::of_points_3d(&x, &y, &z)
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let places = self.places(ctx, canvas.take_points());
        let drawn = self.draw_places(&places, canvas, ctx);
        canvas.give_points(places.points);
        drawn
    }

    fn depth(&self, ctx: &DrawContext<'_>) -> Option<f64> {
        let places = self.points.iter().map(|point| ctx.mapping.place(point));
        let seen = places.filter(|place| ctx.mapping.is_seen(*place));
        (D == 3).then(|| seen.fold(f64::INFINITY, |depth, place| depth.min(place[2])))
    }

    fn legend_handle(&self, _ctx: &DrawContext<'_>) -> Option<LegendHandle> {
        let (marker, sizes) = (self.marker.clone(), self.sizes.clone());
        let mut look = PathCollection::of_look(marker, sizes, self.style.clone());
        look.hatch_look = self.hatch_look.clone();
        Some(LegendHandle::points(look))
    }

    fn obstacles(&self, _canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Obstacles {
        Obstacles {
            points: self.places(ctx, Vec::new()).points,
            ..Obstacles::default()
        }
    }

    fn mappable(&self) -> Option<ScalarMappable<'_>> {
        Some(self.style.mappable())
    }
}
