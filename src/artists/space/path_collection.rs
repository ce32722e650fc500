//! Markers in space: `scatter` of 3-D axes.

use kurbo::Point;

use crate::artists::collection_style::{
    CollectionStyle, Edges, Paint, collection_setters, face_setters,
};
use crate::artists::placed_markers::PlacedMarkers;
use crate::artists::space::Points;
use crate::artists::{
    Artist, DrawContext, LegendHandle, Marker, Obstacles, PathCollection, ScalarMappable,
};
use crate::canvas::Canvas;
use crate::color::ColorSpec;
use crate::data_limits::DataLimits;
use crate::error::{Error, Result};
use crate::series::Series;

/// The size of markers in squared points, smaller than in flat axes.
const SIZE: f64 = 20.0;
/// What of their opacity the farthest markers keep.
const MIN_ALPHA: f64 = 0.3;

/// A marker at each of many points in space, each with a size and a colour of its own; far ones are paler.
///
/// ```
/// use plotreel::{Colormap, Figure};
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot_3d(1, 1, 1)?;
/// let points = fig[ax].scatter(&[0.0, 1.0, 2.0], &[0.0, 1.0, 0.0], &[0.0, 0.5, 1.0])?;
/// fig[points].set_sizes(&[20.0, 50.0, 90.0]);
/// fig[points].set_array(&[0.1, 0.5, 0.9]);
/// fig[points].set_cmap(Colormap::named("plasma")?);
/// fig[points].set_depthshade(false);
/// // From frame to frame:
/// fig[points].set_offsets(&[0.1, 1.1, 2.1], &[0.0, 1.0, 0.0], &[0.0, 0.6, 1.1])?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Path3DCollection {
    points: Points,
    /// Squared points.
    sizes: Vec<f64>,
    marker: Marker,
    depthshade: bool,
    min_alpha: f64,
    style: CollectionStyle,
}

collection_setters!(Path3DCollection);
face_setters!(Path3DCollection);

/// A point's number and its place in the plane.
type Placed = (usize, [f64; 3]);

impl Path3DCollection {
    pub(crate) fn new(
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
        z: &(impl Series + ?Sized),
        color: ColorSpec,
    ) -> Result<Self> {
        let mut collection = Self {
            points: Points::default(),
            sizes: vec![SIZE],
            marker: Marker::Circle,
            depthshade: true,
            min_alpha: MIN_ALPHA,
            style: CollectionStyle::new(vec![color], Edges::Face, 1.0),
        };
        collection.set_offsets(x, y, z)?;
        Ok(collection)
    }

    /// Moves the markers to the points (x, y, z), whose number may change. The axes' limits stay.
    ///
    /// # Errors
    /// [`Error::LineData3D`] unless there are as many x as y as z.
    pub fn set_offsets(
        &mut self,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
        z: &(impl Series + ?Sized),
    ) -> Result<()> {
        self.points.set(x, y, z)
    }

    /// The x, the y and the z of all points.
    pub fn offsets(&self) -> (&[f64], &[f64], &[f64]) {
        (&self.points.x, &self.points.y, &self.points.z)
    }

    /// Sets the sizes, which go round: the squares of the markers' diameters in points.
    pub fn set_sizes(&mut self, sizes: &(impl Series + ?Sized)) {
        sizes.copy_to(&mut self.sizes);
    }

    /// Sets the marker: one of [`Marker`] or matplotlib's string for it.
    ///
    /// # Errors
    /// [`Error::UnknownMarker`].
    pub fn set_marker<M: TryInto<Marker>>(&mut self, marker: M) -> Result<()>
    where
        Error: From<M::Error>,
    {
        self.marker = marker.try_into()?;
        Ok(())
    }

    /// Sets whether far markers are paler than near ones.
    pub fn set_depthshade(&mut self, depthshade: bool) {
        self.depthshade = depthshade;
    }

    /// Sets what of their opacity the farthest markers keep at least; it is 0.3 at first.
    ///
    /// # Errors
    /// [`Error::Setting`] unless it is from 0 to 1.
    pub fn set_depthshade_minalpha(&mut self, min_alpha: f64) -> Result<()> {
        if !(0.0..=1.0).contains(&min_alpha) {
            return Err(Error::Setting {
                name: "the opacity of the farthest markers",
                value: min_alpha.to_string(),
                expected: "a number from 0 to 1",
            });
        }
        self.min_alpha = min_alpha;
        Ok(())
    }

    /// The markers that are seen, the farthest first.
    fn projected(&self, ctx: &DrawContext<'_>) -> Vec<Placed> {
        let places = self.points.iter().map(|point| ctx.place(point));
        let mut places: Vec<_> = places
            .enumerate()
            .filter(|(_, place)| ctx.is_seen(*place))
            .collect();
        places.sort_by(|(_, a), (_, b)| a[2].total_cmp(&b[2]));
        places.reverse();
        places
    }

    /// What is left of the opacity of each marker.
    fn shades(&self, places: &[Placed]) -> Vec<f64> {
        let range = |i: usize| {
            let values = || places.iter().map(|(_, place)| place[i]);
            let low = values().fold(f64::INFINITY, f64::min);
            (low, values().fold(f64::NEG_INFINITY, f64::max) - low)
        };
        let [(_, width), (_, height), (nearest, depth)] = [0, 1, 2].map(range);
        let scale = (width.powi(2) + height.powi(2) + depth.powi(2)).sqrt();
        // Opacity that was set counts once more, as in the reference.
        let alpha = self.style.alpha.unwrap_or(1.0);
        let shade = |z: f64| match scale > 0.0 {
            true => (1.0 - (z - nearest) / scale).clamp(self.min_alpha, 1.0) * alpha,
            false => alpha,
        };
        places.iter().map(|(_, place)| shade(place[2])).collect()
    }
}

impl Artist for Path3DCollection {
    fn zorder(&self) -> f64 {
        self.style.zorder
    }

    fn visible(&self) -> bool {
        self.style.visible
    }

    fn data_limits(&self) -> DataLimits {
        let finite = |p: &[f64; 3]| p.iter().all(|v| v.is_finite());
        let points: Vec<_> = self.points.iter().filter(finite).collect();
        let [x, y, z] = [0, 1, 2].map(|i| points.iter().map(|p| p[i]).collect::<Vec<_>>());
        DataLimits::of_points_3d(&x, &y, &z)
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let places = self.projected(ctx);
        let shades = match self.depthshade {
            true => self.shades(&places),
            false => Vec::new(),
        };
        let order: Vec<usize> = places.iter().map(|(i, _)| *i).collect();
        let points: Vec<Point> = places
            .iter()
            .map(|(_, [x, y, _])| ctx.point(*x, *y))
            .collect();
        let sizes = match self.sizes.len() {
            0 | 1 => self.sizes.clone(),
            n => order.iter().map(|i| self.sizes[i % n]).collect(),
        };
        if points.is_empty() {
            return Ok(());
        }
        let markers = PlacedMarkers {
            marker: &self.marker,
            points: &points,
            sizes: &sizes,
        };
        let painted = |paint| Paint::reordered(paint, &order, &shades);
        markers.draw(&self.style, painted, canvas, ctx)
    }

    fn depth(&self, ctx: &DrawContext<'_>) -> Option<f64> {
        let places = self.points.iter().map(|point| ctx.place(point));
        let seen = places.filter(|place| ctx.is_seen(*place));
        Some(seen.fold(f64::INFINITY, |depth, place| depth.min(place[2])))
    }

    fn label(&self) -> Option<&str> {
        self.style.label.as_deref()
    }

    fn legend_handle(&self, _ctx: &DrawContext<'_>) -> Option<LegendHandle> {
        let (marker, sizes) = (self.marker.clone(), self.sizes.clone());
        let look = PathCollection::of_look(marker, sizes, self.style.clone());
        Some(LegendHandle::points(look))
    }

    fn obstacles(&self, _canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Obstacles {
        let places = self.projected(ctx).into_iter();
        Obstacles {
            points: places.map(|(_, [x, y, _])| ctx.point(x, y)).collect(),
            ..Obstacles::default()
        }
    }

    fn mappable(&self) -> Option<ScalarMappable<'_>> {
        Some(self.style.mappable())
    }

    fn clone_box(&self) -> Box<dyn Artist> {
        Box::new(self.clone())
    }
}
