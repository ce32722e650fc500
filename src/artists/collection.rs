//! Many paths with common properties, wherever they are: what all of the reference's collections consist of.

#[cfg(test)]
mod tests;

use kurbo::{Affine, BezPath, PathEl, Point, Rect, Vec2};

use crate::artists::collection_paint::CollectionPaint;
use crate::artists::edge_colors::Edges;
use crate::artists::hatch_look::HatchLook;
use crate::artists::markers::{MarkerShape, PlacedMarkers};
use crate::artists::patches::Path;
use crate::artists::poly_collection::draw_alone;
use crate::artists::{
    Artist, BlendedCoords, CollectionBase, Coords, DrawContext, FillStyle, LegendHandle, Marker,
    Obstacles, Points, ScalarMappable,
};
use crate::canvas::{Canvas, Snap};
use crate::color::ColorSpec;
use crate::data_limits::DataLimits;
use crate::error::{Error, Result};
use crate::properties::properties;
use crate::series::Series;

/// Of an edge in points, unless widths are set (`Collection`).
const LINEWIDTH: f64 = 1.0;
/// Coordinates that are nearer than this are the same.
const NEAR: f64 = 1e-9;

/// Paths in any coordinate system, each moved by an offset in another one.
///
/// There are as many elements as paths or offsets, whichever are more; the others repeat, and so do transforms. Each
/// element is a path, changed by its transform, in the collection's coordinates, then moved as far as its offset is from
/// the lower left corner of the figure. Without offsets, paths stay where they are.
///
/// ```
/// use plotreel::Figure;
/// use plotreel::canvas::kurbo::Affine;
/// use plotreel::collections::Collection;
/// use plotreel::patches::Path;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let kite = Path::from_vertices(&[(0.0, -1.0), (1.0, 0.0), (0.0, 2.0), (-1.0, 0.0)]);
/// let mut kites = Collection::new([kite]);
/// // Sizes in pixels, at points of the data.
/// kites.set_coordinates("figure pixels")?;
/// kites.set_transforms([Affine::scale(5.0), Affine::scale(8.0)]);
/// kites.set_offsets(&[1.0, 2.0, 3.0], &[1.0, 4.0, 9.0])?;
/// kites.set_facecolor("tab:red")?;
/// let kites = fig[ax].add_artist(kites);
/// assert_eq!(fig[kites].len(), 3);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Collection {
    paths: Vec<BezPath>,
    transforms: Vec<Affine>,
    coordinates: BlendedCoords,
    offsets: Points<2>,
    offset_coordinates: BlendedCoords,
    snap: Option<bool>,
    style: CollectionBase,
}

properties! {
    impl[] Collection, in style: CollectionBase;
    antialiased / set_antialiased ["antialiaseds", "aa"]: flag = style.antialiased, "whether edges are smooth";
    snap / set_snap: maybe_flag = snap,
        "whether points are moved to whole pixels; `None` is if all lines are horizontal or vertical";
    @by name:
    coordinates: BlendedCoords = |c| c.coordinates,
        |c, coordinates| {
            c.coordinates = coordinates.absolute()?;
            Ok(())
        },
        "the coordinate system of the paths";
    offset_coordinates: BlendedCoords = |c| c.offset_coordinates,
        |c, coordinates| {
            c.offset_coordinates = coordinates.absolute()?;
            Ok(())
        },
        "the coordinate system of the offsets";
    offsets: Vec<Vec<f64>> = |c| c.offsets.iter().map(|point| point.to_vec()).collect(),
        |c, offsets| c.offsets.set_rows("offsets", &offsets),
        "how far the paths are moved";
}

impl Collection {
    /// These paths in data coordinates, for [`Axes::add_artist`](crate::Axes::add_artist).
    pub fn new(paths: impl IntoIterator<Item = Path>) -> Self {
        let mut collection = Self {
            paths: Vec::new(),
            transforms: Vec::new(),
            coordinates: BlendedCoords::default(),
            offsets: Points::default(),
            offset_coordinates: BlendedCoords::default(),
            snap: None,
            style: CollectionBase::new(vec![ColorSpec::C0], Edges::Default, 1.0),
        };
        collection.set_paths(paths);
        collection
    }

    /// Replaces all paths. The axes' limits are not changed.
    pub fn set_paths(&mut self, paths: impl IntoIterator<Item = Path>) {
        self.paths.clear();
        self.paths.extend(paths.into_iter().map(|path| path.0));
    }

    /// Sets what each path is changed by before anything else; without transforms paths stay as they are.
    pub fn set_transforms(&mut self, transforms: impl IntoIterator<Item = Affine>) {
        self.transforms.clear();
        self.transforms.extend(transforms);
    }

    /// Moves the elements by these offsets, whose number may change. The axes' limits are not changed.
    ///
    /// # Errors
    /// [`Error::LineData`] unless x and y have the same length.
    pub fn set_offsets(
        &mut self,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
    ) -> Result<()> {
        self.offsets.set(x, y)
    }

    /// Sets the coordinate system of the paths.
    ///
    /// # Errors
    /// [`Error::Setting`] for unknown names and for offsets, which only annotations have.
    pub fn set_coordinates<C: TryInto<BlendedCoords>>(&mut self, coordinates: C) -> Result<()>
    where
        Error: From<C::Error>,
    {
        self.coordinates = coordinates.try_into()?.absolute()?;
        Ok(())
    }

    /// Sets the coordinate system of the offsets.
    ///
    /// # Errors
    /// As [`set_coordinates`](Self::set_coordinates).
    pub fn set_offset_coordinates<C: TryInto<BlendedCoords>>(
        &mut self,
        coordinates: C,
    ) -> Result<()>
    where
        Error: From<C::Error>,
    {
        self.offset_coordinates = coordinates.try_into()?.absolute()?;
        Ok(())
    }

    /// The number of elements.
    pub fn len(&self) -> usize {
        match self.paths.len() {
            0 => 0,
            paths => paths.max(self.offsets.len()),
        }
    }

    /// Whether there are no elements.
    pub fn is_empty(&self) -> bool {
        self.paths.is_empty()
    }

    fn is_in_pixels(&self) -> bool {
        self.coordinates == Coords::FigurePixels.into()
    }

    /// The offsets as points of the canvas.
    fn places(&self, ctx: &DrawContext<'_>) -> Vec<Point> {
        let coordinates = self.offset_coordinates;
        self.offsets
            .iter()
            .map(|place| ctx.point_in(coordinates, place))
            .collect()
    }

    /// The path of an element on the canvas, moved from the corner to this place, if there is one.
    fn path(&self, i: usize, place: Option<Point>, ctx: &DrawContext<'_>) -> BezPath {
        let path = &self.paths[i % self.paths.len()];
        let own = match self.transforms.len() {
            0 => Affine::IDENTITY,
            n => self.transforms[i % n],
        };
        let corner = Point::new(0.0, f64::from(ctx.size.height));
        if self.is_in_pixels() {
            let place = Affine::translate(place.unwrap_or(corner).to_vec2());
            return place * Affine::FLIP_Y * own * path;
        }
        let mut path = match own == Affine::IDENTITY {
            true => ctx.path_in(self.coordinates, path),
            false => ctx.path_in(self.coordinates, &(own * path)),
        };
        match place.map(|place| place - corner) {
            None | Some(Vec2::ZERO) => {}
            Some(by) => path.apply_affine(Affine::translate(by)),
        }
        path
    }

    /// The sizes of elements that are one shape in other sizes.
    fn scales(&self) -> Option<Vec<f64>> {
        let is_one = self.paths.len() == 1 && self.is_in_pixels() && self.style.antialiased;
        if !is_one || self.offsets.len() == 0 || self.snap.is_some() {
            return None;
        }
        let scale = |transform: &Affine| match transform.as_coeffs() {
            [a, 0.0, 0.0, d, 0.0, 0.0] if a == d && a >= 0.0 => Some(a),
            _ => None,
        };
        let mut scales: Vec<f64> = (self.transforms.iter().map(scale)).collect::<Option<_>>()?;
        if scales.is_empty() {
            scales.push(1.0);
        }
        Some(scales)
    }

    fn draw_elements(
        &self,
        paint: &CollectionPaint<'_>,
        places: &[Point],
        (canvas, ctx): (&mut Canvas, &DrawContext<'_>),
    ) {
        let is_one = self.paths.len() == 1 && self.transforms.len() <= 1;
        if is_one && self.snap.is_none() && !canvas.has_effect() {
            // The reference draws elements that are all alike as markers.
            let corner = Point::new(0.0, f64::from(ctx.size.height));
            let from = match self.is_in_pixels() {
                true => Point::ORIGIN,
                false => corner,
            };
            let path = self.path(0, Some(from), ctx);
            let places = match places {
                [] => &[corner],
                places => places,
            };
            let moved = places.iter().map(|place| (*place - from).to_point());
            if draw_alone(&path, moved, paint, (canvas, ctx)) {
                return;
            }
        }
        let snap = match self.snap {
            None => Snap::Auto,
            Some(true) => Snap::Always,
            Some(false) => Snap::Never,
        };
        let (width, height) = (f64::from(ctx.size.width), f64::from(ctx.size.height));
        let reach = 1.0 + 2.0 * paint.widest(ctx);
        let visible = Rect::new(0.0, 0.0, width, height).inflate(reach, reach);
        for i in 0..self.len() {
            let place = i.checked_rem(places.len()).map(|i| places[i]);
            let path = self.path(i, place, ctx);
            if visible.overlaps(path.control_box()) || canvas.has_effect() {
                let gc = paint.element(i, ctx).with_snap(snap);
                canvas.draw_path(&path, &gc);
            }
        }
    }
}

/// The radius of a path that is the circle of the markers, around (0, 0).
fn radius(path: &BezPath) -> Option<f64> {
    let radius = path.control_box().x1;
    let circle = Marker::Circle.shape(FillStyle::Full).path;
    let circle = Affine::scale(2.0 * radius) * circle;
    let near = |a: Point, b: Point| (a - b).hypot() <= NEAR * radius;
    let same = |(a, b): (PathEl, PathEl)| match (a, b) {
        (PathEl::MoveTo(a), PathEl::MoveTo(b)) | (PathEl::LineTo(a), PathEl::LineTo(b)) => {
            near(a, b)
        }
        (PathEl::CurveTo(a, b, c), PathEl::CurveTo(d, e, f)) => {
            near(a, d) && near(b, e) && near(c, f)
        }
        (a, b) => a == b,
    };
    let is_it = path.elements().len() == circle.elements().len();
    (is_it && radius > 0.0 && path.iter().zip(circle.iter()).all(same)).then_some(radius)
}

impl Artist for Collection {
    crate::artists::artist_parts!(style.base);

    fn data_limits(&self) -> DataLimits {
        let data = |coordinates: BlendedCoords, (x, y): (&[f64], &[f64])| {
            coordinates.data_of(DataLimits::of_points(x, y))
        };
        let boxes = self.paths.iter().map(|path| path.control_box());
        let (x, y): (Vec<f64>, Vec<f64>) = boxes.flat_map(|b| [(b.x0, b.y0), (b.x1, b.y1)]).unzip();
        let [of_x, of_y] = self.offsets.columns();
        data(self.coordinates, (&x, &y)).union(data(self.offset_coordinates, (of_x, of_y)))
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let paint = self.style.paint(ctx, LINEWIDTH, ColorSpec::BLACK)?;
        if paint.is_nothing() || self.paths.is_empty() {
            return Ok(());
        }
        let places = self.places(ctx);
        let scales = self.scales();
        self.style.with_effects(canvas, ctx, |canvas| {
            match &scales {
                Some(scales) => {
                    let shape = MarkerShape::of_outline(self.paths[0].clone(), FillStyle::Full);
                    let markers = PlacedMarkers {
                        radius: radius(&shape.path),
                        shape: &shape,
                        points: &places,
                        scales,
                        hatch_look: &HatchLook::default(),
                    };
                    markers.draw(&paint, canvas, ctx);
                }
                None => self.draw_elements(&paint, &places, (canvas, ctx)),
            }
            Ok(())
        })
    }

    fn follows_limits(&self) -> [bool; 2] {
        let [x, y] = self.coordinates.are_data();
        let [offset_x, offset_y] = match self.offsets.len() {
            0 => [false; 2],
            _ => self.offset_coordinates.are_data(),
        };
        [x || offset_x, y || offset_y]
    }

    fn legend_handle(&self, ctx: &DrawContext<'_>) -> Option<LegendHandle> {
        let paint = self.style.paint(ctx, LINEWIDTH, ColorSpec::BLACK);
        Some(LegendHandle::patch(paint.ok()?.patch()))
    }

    fn obstacles(&self, _canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Obstacles {
        let places = self.places(ctx);
        let mut obstacles = Obstacles::default();
        for i in 0..self.len() {
            let place = i.checked_rem(places.len()).map(|i| places[i]);
            obstacles.extend(Obstacles::of_path(&self.path(i, place, ctx)));
        }
        obstacles
    }

    fn mappable(&self) -> Option<ScalarMappable<'_>> {
        Some(self.style.mappable())
    }
}
