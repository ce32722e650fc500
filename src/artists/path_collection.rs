//! Markers of many sizes and colours: `scatter`.

use kurbo::{Affine, BezPath, Point, Rect, Shape};

use crate::artists::collection_style::{
    CollectionStyle, Edges, Paint, collection_setters, face_setters,
};
use crate::artists::marker_shape::MarkerShape;
use crate::artists::{
    Artist, DrawContext, FillStyle, JoinStyle, LegendHandle, Marker, Obstacles, ScalarMappable,
};
use crate::canvas::Canvas;
use crate::canvas::convex::Convex;
use crate::canvas::mark::{MAX_SIZE, Mark};
use crate::canvas::path::{GraphicsContext, Snap};
use crate::color::ColorSpec;
use crate::data_limits::DataLimits;
use crate::error::{Error, Result};
use crate::series::Series;
use crate::transform::PixelRect;

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

    /// The sizes of the markers' unit in pixels.
    fn scales(&self, ctx: &DrawContext<'_>) -> Vec<f64> {
        let scale = |size: f64| ctx.points_to_pixels(size.sqrt());
        if self.sizes.is_empty() {
            return vec![ctx.points_to_pixels(ctx.style.lines_markersize)];
        }
        self.sizes.iter().map(|size| scale(*size)).collect()
    }

    fn points(&self, ctx: &DrawContext<'_>) -> impl Iterator<Item = Point> {
        self.x.iter().zip(&self.y).map(|(x, y)| ctx.point(*x, *y))
    }

    /// The radius of a round marker of size 1.
    fn radius(&self) -> Option<f64> {
        match self.marker {
            Marker::Circle => Some(0.5),
            Marker::Point => Some(0.25),
            _ => None,
        }
    }

    /// What all look alike is drawn once and put at whole pixels.
    fn draw_alike(
        &self,
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
        paint: &Paint<'_>,
        path: &BezPath,
    ) {
        let gc = GraphicsContext {
            face: paint.face(0),
            edge: paint.stroke(0, ctx),
            clip: paint.clip.map(|clip| PixelRect {
                x1: clip.x1 + 1,
                y1: clip.y1 + 1,
                ..clip
            }),
            ..GraphicsContext::default()
        };
        canvas.draw_markers(path, self.points(ctx), &gc);
    }

    /// The markers of a shape this much larger than that of size 1.
    fn marks<'a>(
        &'a self,
        ctx: &'a DrawContext<'_>,
        paint: &'a Paint<'_>,
        (scale, scales): (f64, &'a [f64]),
    ) -> impl Iterator<Item = Mark> + 'a {
        self.points(ctx).enumerate().map(move |(i, center)| Mark {
            center,
            size: scale * scales[i % scales.len()],
            face: paint.face(i),
            edge: paint.edge(i, ctx),
        })
    }

    fn draw_each(
        &self,
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
        paint: &Paint<'_>,
        (shape, scales): (&MarkerShape, &[f64]),
    ) {
        let (width, height) = (f64::from(ctx.size.width), f64::from(ctx.size.height));
        let visible = Rect::new(0.0, 0.0, width, height);
        for (i, center) in self.points(ctx).enumerate() {
            let size = scales[i % scales.len()];
            let edge = paint.stroke(i, ctx);
            let place =
                Affine::translate(center.to_vec2()) * Affine::scale_non_uniform(size, -size);
            let path = place * &shape.path;
            let reach = 1.0 + edge.as_ref().map_or(0.0, |(_, stroke)| 2.0 * stroke.width);
            if !path.is_finite() || !visible.inflate(reach, reach).overlaps(path.bounding_box()) {
                continue;
            }
            let gc = GraphicsContext {
                face: paint.face(i).filter(|_| shape.is_filled),
                edge,
                snap: Snap::Auto,
                clip: paint.clip,
                points: Some(0),
            };
            canvas.draw_path(&path, &gc);
        }
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
        let shape = match &self.marker {
            Marker::Text(text) => {
                MarkerShape::of_text(canvas.unit_text_outline(text), FillStyle::Full)
            }
            marker => marker.shape(FillStyle::Full),
        };
        let black = ColorSpec::Rgba(crate::color::Color::rgb(0, 0, 0));
        let width = match shape.is_filled {
            true => ctx.style.patch_linewidth,
            false => ctx.style.lines_linewidth,
        };
        let mut paint = self.style.paint(ctx, width, black)?;
        if !shape.is_filled {
            paint.edges = paint.faces.clone();
        }
        let scales = self.scales(ctx);
        if paint.is_nothing() || self.marker == Marker::None {
            return Ok(());
        }
        if let ([size], true) = (&scales[..], paint.is_uniform()) {
            let path = Affine::scale_non_uniform(*size, -size) * &shape.path;
            let extent = path.bounding_box();
            let (width, height) = (f64::from(ctx.size.width), f64::from(ctx.size.height));
            if extent.width() < width && extent.height() < height {
                self.draw_alike(canvas, ctx, &paint, &path);
                return Ok(());
            }
        }
        // Larger ones are rare, and what is no size is not drawn at all.
        let mut sizes = scales.iter().copied().chain([paint.widest(ctx)]);
        let is_small = !paint.is_dashed() && !sizes.any(|size| size > MAX_SIZE);
        let upright = |unit: f64| Affine::scale_non_uniform(unit, -unit) * &shape.path;
        if let (Some(radius), true) = (self.radius(), is_small) {
            let discs = self.marks(ctx, &paint, (radius, &scales));
            canvas.draw_discs(&upright(1.0 / radius), discs, paint.clip);
        } else if is_small
            && shape.is_filled
            && self.style.join == JoinStyle::Round
            && let Some(polygon) = Convex::new(&upright(1.0))
        {
            let marks = self.marks(ctx, &paint, (1.0, &scales));
            canvas.draw_convex(&polygon, marks, paint.clip);
        } else {
            self.draw_each(canvas, ctx, &paint, (&shape, &scales));
        }
        Ok(())
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
