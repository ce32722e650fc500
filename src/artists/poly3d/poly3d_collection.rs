//! Polygons in space: surfaces, bars, and any others.

use kurbo::{BezPath, Point};

use crate::artists::collection_paint::CollectionPaint;
use crate::artists::edge_colors::Edges;
use crate::artists::element_setters::element_setters;
use crate::artists::hatch_look::{HatchColor, HatchLook, hatch_color};
use crate::artists::patches::PatchBase;
use crate::artists::poly_collection::draw_alone;
use crate::artists::poly3d::polygons::Polygons;
use crate::artists::poly3d::{SurfaceOptions, ZSort};
use crate::artists::{
    Artist, CollectionBase, DrawContext, LegendHandle, Obstacles, ScalarMappable,
};
use crate::canvas::{Canvas, GraphicsContext, Hatch};
use crate::color::{Color, ColorSpec, Colormap, LightSource};
use crate::data_limits::DataLimits;
use crate::error::Result;
use crate::properties::{Angle, Length, properties};

/// Polygons in space, which are drawn from the farthest to the nearest: surfaces, bars, or any others.
///
/// With `shade`, the colours of faces are those that a light makes of them, and those of edges if they are the same;
/// colours of an array are not shaded.
/// A polygon whose vertices are not in a plane is filled as its picture is. As in matplotlib, edges with colours of their
/// own keep the alpha that there was when these were set, and those of polygons with fewer vertices than others lack the
/// last side.
///
/// ```
/// use plotreel::Figure;
/// use plotreel::collections::Poly3DCollection;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot_3d(1, 1, 1)?;
/// let top = [(0.0, 0.0, 1.0), (1.0, 0.0, 1.0), (1.0, 1.0, 1.0), (0.0, 1.0, 1.0)];
/// let side = |height: f64| [(0.0, 0.0, 0.0), (1.0, 0.0, 0.0), (1.0, 0.0, height), (0.0, 0.0, height)];
/// let faces = fig[ax].add_artist(Poly3DCollection::new([top, side(1.0)]));
/// fig[faces].set_facecolors(["tab:orange", "gray"])?;
/// fig[faces].set_edgecolor("black")?;
/// fig[faces].set_alpha(0.7)?;
/// // From frame to frame:
/// fig[faces].set_verts([top, side(0.5)]);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Poly3DCollection {
    pub(super) polygons: Polygons,
    zsort: ZSort,
    /// The z of the place whose distance is that of all polygons.
    sort_zpos: Option<f64>,
    pub(super) shade: bool,
    light: LightSource,
    /// Whether their mean heights are the array.
    by_height: bool,
    /// Which patches of a surface they are.
    pub(super) options: SurfaceOptions,
    /// The colours of edges that are shaded, too, besides those that faces have.
    pub(super) shaded_edges: Vec<ColorSpec>,
    hatch_look: HatchLook,
    pub(crate) style: CollectionBase,
}

properties! {
    impl[] Poly3DCollection, in style: CollectionBase;
    antialiased / set_antialiased ["antialiaseds", "aa"]: flag = style.antialiased, "whether edges are smooth";
    zsort / set_zsort: choice<ZSort> = zsort, "which distance of a polygon's vertices decides when it is drawn";
    sort_zpos / set_sort_zpos: maybe<Angle> = sort_zpos,
        "the z of (0, 0, z), whose distance decides when all are drawn among other artists; that of the nearest vertex if \
         `None`";
    shade / set_shade: flag = shade, "whether a light makes faces brighter or darker, unless an array colours them";
    hatch / set_hatch: maybe_choice<Hatch> = hatch_look.pattern,
        "the pattern over the faces: characters of `/ \\ | - + x o O . *`, each of which may be repeated; `\"\"` is none";
    hatch_linewidth / set_hatch_linewidth: maybe<Length> = hatch_look.linewidth, "the width of the hatch's lines in points";
    @by name:
    hatchcolor ["hatchcolors"]: HatchColor = |p| p.hatch_look.color, |p, color| p.hatch_look.color = color,
        "the colour of the hatch, `\"edge\"` for those of the edges";
    lightsource: [f64; 2] = |polygons| [polygons.light.azdeg(), polygons.light.altdeg()],
        |polygons, [azdeg, altdeg]| LightSource::new(azdeg, altdeg).map(|light| polygons.light = light),
        "the azimuth and the altitude of the light in degrees";
    verts: Vec<Vec<[f64; 3]>> = |polygons| polygons.polygons.verts().map(Iterator::collect).collect(),
        |polygons, verts| polygons.set_verts(verts),
        "the vertices of the polygons";
}

element_setters!([] Poly3DCollection);
hatch_color!([] Poly3DCollection, hatch_look);

impl Poly3DCollection {
    /// Polygons with these vertices (x, y, z), for [`Axes3D::add_artist`](crate::Axes3D::add_artist)
    /// (`add_collection3d`). Vertices that are not finite leave gaps.
    pub fn new<P, S>(verts: impl IntoIterator<Item = S>) -> Self
    where
        P: Copy + Into<[f64; 3]>,
        S: AsRef<[P]>,
    {
        Self::of_polygons(Polygons::new(verts), ColorSpec::C0)
    }

    pub(super) fn of_polygons(polygons: Polygons, face: ColorSpec) -> Self {
        Self {
            polygons,
            zsort: ZSort::Average,
            sort_zpos: None,
            shade: false,
            light: LightSource::OF_SURFACES,
            by_height: false,
            options: SurfaceOptions::default(),
            shaded_edges: Vec::new(),
            hatch_look: HatchLook::default(),
            style: CollectionBase::new(vec![face], Edges::Default, 1.0),
        }
    }

    /// Replaces all polygons by ones with these vertices (x, y, z); vertices that are not finite leave gaps. The axes'
    /// limits are not changed.
    pub fn set_verts<P, S>(&mut self, verts: impl IntoIterator<Item = S>)
    where
        P: Copy + Into<[f64; 3]>,
        S: AsRef<[P]>,
    {
        self.put(Polygons::new(verts));
    }

    /// Colours the polygons by their mean heights.
    pub(super) fn color_by_height(&mut self, cmap: Colormap) {
        self.style.set_cmap(cmap);
        self.by_height = true;
        self.follow_height();
    }

    pub(super) fn put(&mut self, polygons: Polygons) {
        self.polygons = polygons;
        self.follow_height();
    }

    pub(super) fn follow_height(&mut self) {
        if self.by_height {
            self.style.set_array(&self.polygons.heights());
        }
    }

    /// The vertices of the polygons.
    pub fn verts(&self) -> impl Iterator<Item = Vec<[f64; 3]>> {
        self.polygons.verts().map(Iterator::collect)
    }

    /// The number of polygons.
    pub fn len(&self) -> usize {
        self.polygons.len()
    }

    /// Whether there are no polygons.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Sets the light of shaded polygons. Without one it comes from the southwest, at 225 degrees, 19.47 above the x-y
    /// plane.
    pub fn set_lightsource(&mut self, light: LightSource) {
        self.light = light;
    }

    /// The light of shaded polygons.
    pub fn lightsource(&self) -> LightSource {
        self.light
    }

    /// The colours of this drawing, one for each polygon if they are shaded.
    fn paint(&self, ctx: &DrawContext<'_>) -> Result<CollectionPaint<'_>> {
        let width = ctx.style.patch_linewidth;
        let mut paint = self.style.paint(ctx, width, ColorSpec::BLACK)?;
        if let Some(edges) = self.style.kept_edges(ctx) {
            paint.edges = edges?;
        }
        let lights = self.lights();
        if !lights.is_empty() {
            let shade = |colors: &mut Vec<Color>| {
                let dimmed = colors.iter().cycle().zip(&lights);
                *colors = dimmed.map(|(color, light)| color.dimmed(*light)).collect();
            };
            shade(&mut paint.faces);
            let edges = &self.style.edges;
            let is_shaded =
                |colors: &Vec<_>| *colors == self.style.faces || *colors == self.shaded_edges;
            if matches!(edges, Edges::Colors(colors) if is_shaded(colors)) {
                shade(&mut paint.edges);
            } else if *edges == Edges::Face {
                paint.edges = paint.faces.clone();
            }
        }
        Ok(paint)
    }

    /// How bright a light makes each polygon, if it does.
    fn lights(&self) -> Vec<f64> {
        if !self.shade || self.style.array().is_some() {
            return Vec::new();
        }
        let normals = self.polygons.normals();
        let mut lights: Vec<f64> = normals.map(self.light.brightness()).collect();
        if lights.iter().all(|light| light.is_nan()) {
            return Vec::new();
        }
        for light in lights.iter_mut().filter(|light| light.is_nan()) {
            *light = LightSource::SIDEWAYS;
        }
        lights
    }

    /// The polygons from the farthest to the nearest, without those that reach behind the eye.
    fn order(&self, places: &[[f64; 3]], ctx: &DrawContext<'_>) -> Vec<usize> {
        let mut order: Vec<(usize, f64)> = Vec::with_capacity(self.len());
        for i in 0..self.len() {
            let vertices = self.polygons.polygon(i).iter().map(|place| places[*place]);
            let vertices = vertices.filter(|place| !place[2].is_nan());
            let is_seen = vertices.clone().all(|place| ctx.mapping.is_ahead(place));
            let depth = self.zsort.distance(vertices.map(|place| place[2]));
            if is_seen && !depth.is_nan() {
                order.push((i, depth));
            }
        }
        order.sort_by(|(_, a), (_, b)| a.total_cmp(b));
        order.into_iter().rev().map(|(i, _)| i).collect()
    }

    /// The places of the points in the plane.
    fn places(&self, ctx: &DrawContext<'_>) -> Vec<[f64; 3]> {
        let points = self.polygons.points().iter();
        points.map(|point| ctx.mapping.place(*point)).collect()
    }
}

impl Artist for Poly3DCollection {
    crate::artists::artist_parts!(style.base);

    fn data_limits(&self) -> DataLimits {
        self.polygons.limits
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let paint = self.paint(ctx)?;
        let pattern = self.hatch_look.pattern.as_ref();
        if paint.is_nothing() && pattern.is_none() {
            return Ok(());
        }
        let places = self.places(ctx);
        let order = self.order(&places, ctx);
        // As in the reference, widths are those of the order of drawing.
        let widths = paint.widths.clone();
        let paint = CollectionPaint {
            widths,
            ..paint.reordered(&order, &[])
        };
        let points = points(&places, ctx);
        self.style.with_effects(canvas, ctx, |canvas| {
            let is_single = self.len() == 1 && pattern.is_none();
            let mut path = BezPath::new();
            for (rank, i) in order.iter().enumerate() {
                self.polygons.trace(*i, &points, &mut path);
                if !(is_single && draw_alone(&path, [Point::ORIGIN], &paint, (&mut *canvas, ctx))) {
                    let hatching = |hatch| self.hatch_look.of_element(hatch, rank, &paint, ctx);
                    let gc = GraphicsContext {
                        hatching: pattern.and_then(hatching),
                        ..paint.element(rank, ctx)
                    };
                    canvas.draw_path(&path, &gc);
                }
            }
            Ok(())
        })
    }

    fn depth(&self, ctx: &DrawContext<'_>) -> Option<f64> {
        if let Some(z) = self.sort_zpos {
            return Some(ctx.mapping.distance(z));
        }
        let depths = self.places(ctx).into_iter().map(|place| place[2]);
        Some(depths.fold(f64::INFINITY, f64::min))
    }

    fn legend_handle(&self, ctx: &DrawContext<'_>) -> Option<LegendHandle> {
        let paint = self.paint(ctx).ok()?;
        let hatching = |hatch| self.hatch_look.of_element(hatch, 0, &paint, ctx);
        let hatching = self.hatch_look.pattern.as_ref().and_then(hatching);
        Some(LegendHandle::patch(PatchBase {
            hatch_look: self.hatch_look.of_patch(hatching),
            ..paint.patch()
        }))
    }

    fn obstacles(&self, _canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Obstacles {
        let points = points(&self.places(ctx), ctx);
        let mut obstacles = Obstacles::default();
        for i in 0..self.len() {
            let vertices = self.polygons.polygon(i).iter();
            let mut line: Vec<Point> = vertices.map(|place| points[*place]).collect();
            line.extend(line.first().copied());
            obstacles.extend(Obstacles::of_line(line));
        }
        obstacles
    }

    fn mappable(&self) -> Option<ScalarMappable<'_>> {
        Some(self.style.mappable())
    }
}

/// The points of the canvas at these places.
fn points(places: &[[f64; 3]], ctx: &DrawContext<'_>) -> Vec<Point> {
    let points = places.iter().map(|[x, y, _]| ctx.point([*x, *y]));
    points.collect()
}
