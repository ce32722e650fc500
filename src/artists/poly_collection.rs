//! Polygons with common properties: `fill`, `hist` in steps, and the parts of `fill_between`.

use kurbo::{BezPath, Point, Shape};

use crate::artists::collection_paint::CollectionPaint;
use crate::artists::edge_colors::Edges;
use crate::artists::element_setters::element_setters;
use crate::artists::hatch_look::{HatchColor, HatchLook, hatch_color};
use crate::artists::patches::{self, PatchBase};
use crate::artists::{
    Artist, CollectionBase, DrawContext, JoinStyle, LegendHandle, Obstacles, ScalarMappable,
};
use crate::canvas::path::GraphicsContext;
use crate::canvas::{Canvas, Hatch, Hatching};
use crate::color::ColorSpec;
use crate::data_limits::DataLimits;
use crate::error::Result;
use crate::mapping::Clip;
use crate::properties::{Length, properties};

/// Polygons in data coordinates.
///
/// ```
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let area = fig[ax].fill(&[0.0, 1.0, 0.5], &[0.0, 0.0, 1.0])?;
/// fig[area].set_facecolor(("tab:green", 0.5))?;
/// fig[area].set_verts([[(0.0, 0.0), (1.0, 0.0), (0.5, 2.0)]]);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct PolyCollection {
    verts: Vec<Vec<(f64, f64)>>,
    closed: bool,
    /// Whether each polygon is drawn by itself, as the reference's patches are.
    patches: bool,
    hatch_look: HatchLook,
    /// The range of data that it stands for, if that is not the one of its vertices.
    pub(crate) limits: Option<DataLimits>,
    pub(crate) style: CollectionBase,
}

properties! {
    impl[] PolyCollection, in style: CollectionBase;
    antialiased / set_antialiased ["antialiaseds", "aa"]: flag = style.antialiased, "whether edges are smooth";
    hatch / set_hatch: maybe_choice<Hatch> = hatch_look.pattern,
        "the pattern over the faces: characters of `/ \\ | - + x o O . *`, each of which may be repeated; `\"\"` is none";
    hatch_linewidth / set_hatch_linewidth: maybe<Length> = hatch_look.linewidth, "the width of the hatch's lines in points";
    @by name:
    hatchcolor ["hatchcolors"]: HatchColor = |p| p.hatch_look.color, |p, color| p.hatch_look.color = color,
        "the colour of the hatch, `\"edge\"` for those of the edges";
    verts: Vec<Vec<(f64, f64)>> = |polygons| polygons.verts.clone(),
        |polygons, verts| polygons.set_verts(verts),
        "the vertices of the polygons";
}

element_setters!([] PolyCollection);
hatch_color!([] PolyCollection, hatch_look);

impl PolyCollection {
    /// Polygons with these vertices (x, y), for [`Axes::add_artist`](crate::Axes::add_artist); the first need not be
    /// repeated at the end.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::collections::PolyCollection;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let verts = [[(0.0, 0.0), (1.0, 0.0), (0.5, 1.0)], [(1.0, 0.0), (2.0, 0.0), (1.5, 2.0)]];
    /// let areas = fig[ax].add_artist(PolyCollection::new(verts));
    /// fig[areas].set_array(&[1, 2]);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn new<V: AsRef<[(f64, f64)]>>(verts: impl IntoIterator<Item = V>) -> Self {
        let mut polygons = Self::of_color(Vec::new(), ColorSpec::C0);
        polygons.set_verts(verts);
        polygons
    }

    pub(crate) fn of_color(verts: Vec<Vec<(f64, f64)>>, face: ColorSpec) -> Self {
        Self {
            verts,
            closed: true,
            patches: false,
            hatch_look: HatchLook::default(),
            limits: None,
            style: CollectionBase::new(vec![face], Edges::Default, 1.0),
        }
    }

    /// Polygons that are drawn one by one, with pointed corners.
    pub(crate) fn of_patches(verts: Vec<Vec<(f64, f64)>>, face: ColorSpec) -> Self {
        let mut polygons = Self::of_color(verts, face);
        polygons.patches = true;
        polygons.style.join = JoinStyle::Miter;
        polygons
    }

    /// Lines in place of polygons: open, unfilled, above the others.
    pub(crate) fn into_outlines(mut self) -> Self {
        self.closed = false;
        self.style.edges = Edges::Colors(std::mem::take(&mut self.style.faces));
        self.style.base.zorder = 2.0;
        self
    }

    /// Replaces all polygons by these vertices (x, y); the first need not be repeated at the end. The axes' limits
    /// are not changed.
    pub fn set_verts<V: AsRef<[(f64, f64)]>>(&mut self, verts: impl IntoIterator<Item = V>) {
        self.verts.clear();
        self.verts
            .extend(verts.into_iter().map(|polygon| polygon.as_ref().to_vec()));
    }

    /// The number of polygons.
    pub fn len(&self) -> usize {
        self.verts.len()
    }

    /// Whether there are no polygons.
    pub fn is_empty(&self) -> bool {
        self.verts.is_empty()
    }

    /// The vertices of the polygons.
    pub fn verts(&self) -> &[Vec<(f64, f64)>] {
        &self.verts
    }

    fn paths(&self, ctx: &DrawContext<'_>) -> Vec<BezPath> {
        let path = |polygon: &Vec<(f64, f64)>| {
            let points = polygon.iter().map(|(x, y)| ctx.point([*x, *y]));
            polygon_path(points, self.closed)
        };
        self.verts.iter().map(path).collect()
    }

    fn paint(&self, ctx: &DrawContext<'_>) -> Result<CollectionPaint<'_>> {
        let width = ctx.style.patch_linewidth;
        let mut paint = self.style.paint(ctx, width, ColorSpec::BLACK)?;
        let by_default = self.style.edges == Edges::Default && self.style.array().is_none();
        if self.patches && by_default && !ctx.style.patch_force_edgecolor {
            // Patches without a face have no edge, either.
            paint.edges.clear();
        }
        Ok(paint)
    }

    /// The hatch of a polygon.
    fn hatching(
        &self,
        i: usize,
        paint: &CollectionPaint<'_>,
        ctx: &DrawContext<'_>,
    ) -> Option<Hatching> {
        match (&self.hatch_look.pattern, paint.edge_color(i)) {
            // Patches have no opacity of an edge that is not drawn.
            (Some(_), None) if self.patches => {
                let alpha = self.style.base.alpha.of(i);
                self.hatch_look
                    .resolved(ctx.style.patch_edgecolor, alpha, ctx)
            }
            (pattern, _) => self.hatch_look.of_element(pattern.as_ref()?, i, paint, ctx),
        }
    }

    fn draw_each(
        &self,
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
        paint: &CollectionPaint<'_>,
        paths: &[BezPath],
    ) {
        for (i, path) in paths.iter().enumerate() {
            let gc = GraphicsContext {
                points: Some(if self.patches {
                    path.elements().len()
                } else {
                    0
                }),
                hatching: self.hatching(i, paint, ctx),
                ..paint.element(i, ctx)
            };
            canvas.draw_path(path, &gc);
        }
    }
}

impl Artist for PolyCollection {
    crate::artists::artist_parts!(style.base);

    fn data_limits(&self) -> DataLimits {
        if let Some(limits) = self.limits {
            return limits;
        }
        let (x, y): (Vec<f64>, Vec<f64>) = self.verts.iter().flatten().copied().unzip();
        DataLimits::of_points(&x, &y)
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let paint = self.paint(ctx)?;
        let hatched = self.hatch_look.pattern.is_some();
        if paint.is_nothing() && !hatched {
            return Ok(());
        }
        let paths = self.paths(ctx);
        self.style.with_effects(canvas, ctx, |canvas| {
            if let ([path], false) = (&paths[..], self.patches || hatched)
                && draw_alone(path, [Point::ORIGIN], &paint, (canvas, ctx))
            {
                return Ok(());
            }
            self.draw_each(canvas, ctx, &paint, &paths);
            Ok(())
        })
    }

    fn legend_handle(&self, ctx: &DrawContext<'_>) -> Option<LegendHandle> {
        let paint = self.paint(ctx).ok()?;
        Some(LegendHandle::patch(PatchBase {
            hatch_look: self.hatch_look.of_patch(self.hatching(0, &paint, ctx)),
            ..paint.patch()
        }))
    }

    fn obstacles(&self, _canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Obstacles {
        let mut obstacles = Obstacles::default();
        for polygon in &self.verts {
            let points = polygon.iter().map(|(x, y)| ctx.point([*x, *y]));
            let mut line: Vec<Point> = points.collect();
            if self.closed {
                line.extend(line.first().copied());
            }
            obstacles.extend(Obstacles::of_line(line));
        }
        obstacles
    }

    fn mappable(&self) -> Option<ScalarMappable<'_>> {
        Some(self.style.mappable())
    }
}

/// Draws the only path of a collection as the reference does if it is small and has one look: as a marker at places
/// relative to the path, often only the origin, half a pixel off unless it snaps. Returns whether it did.
pub(super) fn draw_alone(
    path: &BezPath,
    places: impl IntoIterator<Item = Point>,
    paint: &CollectionPaint<'_>,
    (canvas, ctx): (&mut Canvas, &DrawContext<'_>),
) -> bool {
    let extent = path.bounding_box();
    let (width, height) = (f64::from(ctx.size.width), f64::from(ctx.size.height));
    if !paint.is_uniform() || extent.width() >= width || extent.height() >= height {
        return false;
    }
    let gc = GraphicsContext {
        clip: paint.clip.as_ref().map(Clip::of_markers),
        ..paint.element(0, ctx)
    };
    canvas.draw_markers(path, places.into_iter(), &gc);
    true
}

/// The path through the points that are finite.
fn polygon_path(points: impl Iterator<Item = Point>, closed: bool) -> BezPath {
    if closed {
        return patches::closed(points);
    }
    let mut path = BezPath::new();
    let points: Vec<Point> = points.collect();
    for line in points.split(|point| !point.is_finite()) {
        path.extend(patches::open(line.iter().copied()));
    }
    path
}
