//! A mesh of triangles: `tripcolor`.

use kurbo::{BezPath, Point};

use crate::artists::collection_paint::CollectionPaint;
use crate::artists::edge_colors::Edges;
use crate::artists::mesh::remembered::Remembered;
use crate::artists::{Artist, CollectionBase, DrawContext, ScalarMappable};
use crate::canvas::{Canvas, GraphicsContext, Rgba, mean};
use crate::color::ColorSpec;
use crate::data_limits::DataLimits;
use crate::error::{Error, Result};
use crate::properties::properties;
use crate::series::Series;
use crate::triangulation::Triangulation;

/// Triangles that are coloured by values, through norm and colormap: what [`tripcolor`](crate::Axes::tripcolor) draws.
///
/// There is a value for each point, or one for each triangle unless colours change between points. A triangle has the
/// mean of the values at its corners.
///
/// ```
/// use plotreel::Figure;
/// use plotreel::tri::Triangulation;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let net = Triangulation::new(&[0.0, 1.0, 1.0, 0.2], &[0.0, 0.0, 1.0, 0.8])?;
/// let mesh = fig[ax].tripcolor(&net, &[1.0, 2.0, 3.0, 4.0], "gouraud")?;
/// fig.colorbar(mesh, ax)?;
/// // From frame to frame:
/// fig[mesh].set_array(&[2.0, 3.0, 4.0, 1.0])?;
/// fig[mesh].set_points(&[0.0, 1.0, 1.1, 0.2], &[0.0, 0.1, 1.0, 0.8])?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct TriMesh {
    net: Triangulation,
    gouraud: bool,
    /// As they were given: for points or for triangles.
    values: Vec<f64>,
    remembered: Remembered,
    smooth: Option<bool>,
    pub(crate) style: CollectionBase,
}

properties! {
    impl[] TriMesh, in style: CollectionBase;
    antialiased / set_antialiased ["antialiaseds", "aa"]: maybe_flag = smooth,
        "whether edges are smooth, so that the background shows between triangles; `None` is if edges have a colour";
    @by name:
    array: Vec<f64> = |mesh| mesh.values.clone(),
        |mesh, array| mesh.set_array(&array),
        "the values of the points or the triangles";
}

/// The width of edges that are given a colour, in points (`Axes.tripcolor`).
const LINEWIDTH: f64 = 0.25;

impl TriMesh {
    pub(crate) fn new(
        net: Triangulation,
        c: &(impl Series + ?Sized),
        gouraud: bool,
    ) -> Result<Self> {
        let mut style = CollectionBase::new(vec![ColorSpec::C0], Edges::Colors(Vec::new()), 1.0);
        style.linewidths = vec![LINEWIDTH];
        let mut mesh = Self {
            net,
            gouraud,
            values: Vec::new(),
            remembered: Remembered::default(),
            smooth: None,
            style,
        };
        mesh.set_array(c)?;
        Ok(mesh)
    }

    /// Colours the mesh by other values, one for each point, or for each triangle of a flat mesh.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for another number of values; the mesh keeps its own then.
    pub fn set_array(&mut self, c: &(impl Series + ?Sized)) -> Result<()> {
        let (points, triangles) = (self.net.points().len(), self.net.triangles().len());
        let of_points = c.len() == points;
        if !of_points && (self.gouraud || c.len() != triangles) {
            return Err(Error::Setting {
                name: "array",
                value: format!("of {} values", c.len()),
                expected: "as many values as the mesh has points, or triangles if it is flat",
            });
        }
        let mut values = Vec::new();
        c.copy_to(&mut values);
        let shown = match (of_points, self.gouraud) {
            (true, true) => values.clone(),
            (true, false) => {
                let mean = |t: [usize; 3]| t.iter().map(|i| values[*i]).sum::<f64>() / 3.0;
                self.net.shown().map(mean).collect()
            }
            (false, _) => {
                let places = self.net.shown_places();
                places.map(|i| values[i]).collect()
            }
        };
        self.style.set_array(&shown);
        self.values = values;
        Ok(())
    }

    /// Moves the points; the triangles stay between them. The axes' limits are not changed.
    ///
    /// # Errors
    /// [`Error::LineData`](crate::Error::LineData) and [`Error::Lengths`](crate::Error::Lengths) for another number of
    /// points, [`Error::Setting`](crate::Error::Setting) for points that are not finite.
    pub fn set_points(
        &mut self,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
    ) -> Result<()> {
        self.net.move_points(x, y)?;
        self.remembered = Remembered::default();
        Ok(())
    }

    /// Its points and triangles.
    pub fn triangulation(&self) -> &Triangulation {
        &self.net
    }

    fn places(&self, ctx: &DrawContext<'_>) -> Vec<Point> {
        let points = self.net.points().iter();
        points.map(|point| ctx.point(*point)).collect()
    }

    fn draw_flat(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>, paint: &CollectionPaint<'_>) {
        let places = self.places(ctx);
        let antialiased = self.smooth.unwrap_or(!paint.edges.is_empty());
        for (i, triangle) in self.net.shown().enumerate() {
            let [a, b, c] = triangle.map(|corner| places[corner]);
            let mut path = BezPath::with_capacity(4);
            path.move_to(a);
            path.line_to(b);
            path.line_to(c);
            path.close_path();
            if path.is_finite() {
                let gc = GraphicsContext {
                    antialiased,
                    ..paint.element(i, ctx)
                };
                canvas.draw_path(&path, &gc);
            }
        }
    }

    fn draw_shaded(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let colors = self.style.fine(ctx)?;
        if colors.is_empty() {
            return Ok(());
        }
        let count = self.net.points().len();
        let colors: Vec<Rgba> = (colors.iter().cycle().take(count))
            .map(|color| mean([*color]))
            .collect();
        let shown = self.net.shown();
        let count = shown.clone().count();
        let triangles = || {
            let places = self.places(ctx);
            let corner = move |i: usize| (places[i], i as u32);
            shown.map(move |triangle| triangle.map(&corner))
        };
        let clip = self.style.base.clip(ctx);
        self.remembered
            .draw((count, triangles), &colors, clip, (canvas, ctx));
        Ok(())
    }
}

impl Artist for TriMesh {
    crate::artists::artist_parts!(style.base);

    fn data_limits(&self) -> DataLimits {
        DataLimits::of_corners(self.net.points().iter().copied())
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        if self.gouraud {
            self.style
                .refuse_effects("tripcolor with Gouraud shading")?;
            return self.draw_shaded(canvas, ctx);
        }
        let paint = self.style.paint(ctx, LINEWIDTH, ColorSpec::BLACK)?;
        if paint.is_nothing() {
            return Ok(());
        }
        self.style.with_effects(canvas, ctx, |canvas| {
            self.draw_flat(canvas, ctx, &paint);
            Ok(())
        })
    }

    fn mappable(&self) -> Option<ScalarMappable<'_>> {
        Some(self.style.mappable())
    }
}
