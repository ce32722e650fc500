//! Markers of many sizes and colours: `scatter`.

use kurbo::Point;

use crate::artists::collection_style::{CollectionStyle, Edges, collection_setters, face_setters};
use crate::artists::placed_markers::PlacedMarkers;
use crate::artists::{Artist, DrawContext, LegendHandle, Marker, Obstacles, ScalarMappable};
use crate::canvas::Canvas;
use crate::color::ColorSpec;
use crate::data_limits::DataLimits;
use crate::error::{Error, Result};
use crate::series::Series;

/// A marker at each of many points, each with a size and a colour of its own.
///
/// ```
/// use plotreel::{Colormap, Figure};
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let points = fig[ax].scatter(&[0.0, 1.0, 2.0], &[0.0, 1.0, 4.0])?;
/// fig[points].set_sizes(&[20.0, 50.0, 90.0]);
/// fig[points].set_array(&[0.1, 0.5, 0.9]);
/// fig[points].set_cmap(Colormap::named("plasma")?);
/// fig[points].set_edgecolor("black")?;
/// fig[points].set_offsets(&[0.1, 1.1, 2.1], &[0.0, 1.0, 4.0])?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct PathCollection {
    x: Vec<f64>,
    y: Vec<f64>,
    /// Squared points; none of them is the style's marker size.
    sizes: Vec<f64>,
    marker: Marker,
    style: CollectionStyle,
}

collection_setters!(PathCollection);
face_setters!(PathCollection);

impl PathCollection {
    pub(crate) fn new(
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
        color: ColorSpec,
    ) -> Result<Self> {
        let mut collection = Self {
            x: Vec::new(),
            y: Vec::new(),
            sizes: Vec::new(),
            marker: Marker::Circle,
            style: CollectionStyle::new(vec![color], Edges::Face, 1.0),
        };
        collection.set_offsets(x, y)?;
        Ok(collection)
    }

    /// One without points, for legends.
    pub(super) fn of_look(marker: Marker, sizes: Vec<f64>, style: CollectionStyle) -> Self {
        let (x, y) = (Vec::new(), Vec::new());
        Self {
            x,
            y,
            sizes,
            marker,
            style,
        }
    }

    /// Moves the markers to the points (x, y), whose number may change. The axes' limits stay.
    ///
    /// # Errors
    /// [`Error::LineData`] unless there are as many y as x.
    pub fn set_offsets(
        &mut self,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
    ) -> Result<()> {
        if x.len() != y.len() {
            return Err(Error::LineData {
                x: x.len(),
                y: y.len(),
            });
        }
        x.copy_to(&mut self.x);
        y.copy_to(&mut self.y);
        Ok(())
    }

    /// The x and the y of all points.
    pub fn offsets(&self) -> (&[f64], &[f64]) {
        (&self.x, &self.y)
    }

    /// Sets the sizes, which go round: the squares of the markers' diameters in points.
    pub fn set_sizes(&mut self, sizes: &(impl Series + ?Sized)) {
        sizes.copy_to(&mut self.sizes);
    }

    /// Sets the marker: one of [`Marker`] or matplotlib's string for it. Those of mere lines have the colours of the
    /// faces.
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

    /// Makes it a piece of a legend: markers at these points, of the sizes that there are.
    pub(super) fn become_handle(
        &mut self,
        (x, y): (Vec<f64>, Vec<f64>),
        markerscale: f64,
        ctx: &DrawContext<'_>,
    ) {
        let usual = ctx.style.lines_markersize.powi(2);
        let sizes = || self.sizes.iter().copied();
        let low = sizes().reduce(f64::min).unwrap_or(usual) * markerscale.powi(2);
        let high = sizes().reduce(f64::max).unwrap_or(usual) * markerscale.powi(2);
        let last = x.len().saturating_sub(1).max(1) as f64;
        self.sizes = match x.len() {
            0..4 => vec![0.5 * (low + high), high, low],
            n => (0..n)
                .map(|i| low + (high - low) * (i as f64 / last))
                .collect(),
        };
        self.sizes.truncate(x.len());
        (self.x, self.y) = (x, y);
        self.style.clip_on = false;
    }

    fn points(&self, ctx: &DrawContext<'_>) -> impl Iterator<Item = Point> {
        self.x.iter().zip(&self.y).map(|(x, y)| ctx.point(*x, *y))
    }
}

impl Artist for PathCollection {
    fn zorder(&self) -> f64 {
        self.style.zorder
    }

    fn visible(&self) -> bool {
        self.style.visible
    }

    fn data_limits(&self) -> DataLimits {
        DataLimits::of_points(&self.x, &self.y)
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let markers = PlacedMarkers {
            marker: &self.marker,
            points: &self.points(ctx).collect::<Vec<_>>(),
            sizes: &self.sizes,
        };
        markers.draw(&self.style, |paint| paint, canvas, ctx)
    }

    fn label(&self) -> Option<&str> {
        self.style.label.as_deref()
    }

    fn legend_handle(&self, _ctx: &DrawContext<'_>) -> Option<LegendHandle> {
        Some(LegendHandle::points(self.clone()))
    }

    fn obstacles(&self, _canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Obstacles {
        Obstacles {
            points: self.points(ctx).collect(),
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
