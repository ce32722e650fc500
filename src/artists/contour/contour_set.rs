//! Contour lines, or the areas between them.

use std::sync::Arc;

use kurbo::{BezPath, Point};

use crate::artists::collection_base::Edges;
use crate::artists::collection_paint::CollectionPaint;
use crate::artists::colorbar_parts::Extend;
use crate::artists::contour::areas::{AreaHatches, draw_areas};
use crate::artists::contour::contour_labels::ContourLabels;
use crate::artists::contour::labels::{Contours, Labels};
use crate::artists::hatch_look::{HatchColor, hatch_color};
use crate::artists::{
    Artist, ClabelOptions, CollectionBase, ContourOptions, DrawContext, ScalarMappable,
};
use crate::canvas::path::GraphicsContext;
use crate::canvas::{Canvas, Hatch, Hatching};
use crate::color::{Color, ColorSpec, Norm};
use crate::contour::{Bands, ContourCells, ContourLine, Levels};
use crate::data_limits::{DataLimits, DataRange, StickyEdges};
use crate::error::{Error, Result};
use crate::grid::Grid;
use crate::handle::Handle;
use crate::properties::{Length, properties};
use crate::series::Field;

/// Lines at which values have certain levels, or the areas between them: what
/// [`contour`](crate::Axes::contour), [`contourf`](crate::Axes::contourf), [`tricontour`](crate::Axes::tricontour) and
/// [`tricontourf`](crate::Axes::tricontourf) draw.
///
/// ```
/// use ndarray::Array2;
/// use plotreel::collections::ContourOptions;
/// use plotreel::{Colormap, Figure};
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let x: Vec<f64> = (0..40).map(|i| f64::from(i) / 10.0).collect();
/// let z = |t: f64| Array2::from_shape_fn((40, 40), |(r, c)| (x[c] + t).sin() * x[r].cos());
/// let options = ContourOptions::new().with_levels([-0.9, -0.3, 0.3, 0.9]);
/// let areas = fig[ax].contourf_with(&x, &x, &z(0.0), &options)?;
/// let lines = fig[ax].contour_with(&x, &x, &z(0.0), &options.clone().with_colors(["k"])?)?;
/// fig[areas].set_cmap(Colormap::named("coolwarm")?);
/// fig.colorbar(areas, ax)?;
/// // From frame to frame, with the same levels:
/// fig[areas].set_data(&z(0.1))?;
/// fig[lines].set_data(&z(0.1))?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct ContourSet {
    field: ContourField,
    levels: Vec<f64>,
    extend: Extend,
    log: bool,
    shapes: Shapes,
    labels: Option<ClabelOptions>,
    /// What draws the labels, if the set does not.
    labels_artist: Option<Handle<ContourLabels>>,
    hatches: AreaHatches,
    pub(crate) style: CollectionBase,
}

/// Lines at each level, or the outlines of the areas between levels.
#[derive(Debug, Clone)]
enum Shapes {
    Lines(Vec<Vec<ContourLine>>),
    Bands(Bands),
}

/// The points that contoured values belong to.
#[derive(Debug, Clone)]
pub(crate) enum Points {
    Grid(Grid),
    /// With the triangles between them, whose corners are in turn.
    Triangles(Vec<[f64; 2]>, Vec<[usize; 3]>),
}

/// Values at points, and the cells between them.
#[derive(Debug, Clone)]
struct ContourField {
    points: Arc<Points>,
    cells: Arc<ContourCells>,
    /// The extent of the points.
    limits: DataLimits,
    /// Which values count.
    good: Vec<bool>,
    z: Vec<f64>,
}

properties! {
    impl[] ContourSet, in style: CollectionBase;
    antialiased / set_antialiased ["antialiaseds", "aa"]: flag = style.antialiased, "whether edges are smooth";
    hatch_linewidth / set_hatch_linewidth: maybe<Length> = hatches.look.linewidth,
        "the width of the hatches' lines in points";
    @by name:
    hatches: Vec<Hatch> = |contours| contours.hatches.patterns.clone(),
        |contours, hatches| contours.hatches.patterns = hatches,
        "the patterns over areas, which repeat: characters of `/ \\ | - + x o O . *`; `\"\"` is none";
    hatchcolor ["hatchcolors"]: HatchColor = |contours| contours.hatches.look.color,
        |contours, color| contours.hatches.look.color = color,
        "the colour of the hatches, `\"edge\"` for those of the edges";
    norm: Norm = |contours| contours.style.norm().clone(), |contours, norm| contours.set_norm(norm),
        "the norm of levels; limits that it does not set are the lowest and the highest level";
}

hatch_color!([] ContourSet, hatches.look);

/// Beyond all values (`ContourSet._process_levels`).
const FAR: f64 = 1e250;

impl ContourField {
    /// # Errors
    /// [`Error::Setting`] for another number of values than points, fewer than 2 x 2 of a grid, and bad ones of
    /// triangles.
    fn new(points: Points, z: Vec<f64>, log: bool) -> Result<Self> {
        let good = good(&points, &z, log)?;
        let cells = points.cells(&good);
        Ok(Self {
            limits: points.limits(),
            points: Arc::new(points),
            cells: Arc::new(cells),
            good,
            z,
        })
    }

    fn set(&mut self, z: Vec<f64>, log: bool) -> Result<()> {
        let good = good(&self.points, &z, log)?;
        if good != self.good {
            self.cells = Arc::new(self.points.cells(&good));
            self.good = good;
        }
        self.z = z;
        Ok(())
    }

    /// The least and the greatest of the good values.
    fn range(&self) -> Option<(f64, f64)> {
        let good = self.z.iter().zip(&self.good).filter(|(_, good)| **good);
        let range = DataRange::of(good.map(|(z, _)| *z))?;
        Some((range.low, range.high))
    }

    fn shape(&self) -> Option<(usize, usize)> {
        match &*self.points {
            Points::Grid(grid) => Some(grid.shape()),
            Points::Triangles(..) => None,
        }
    }
}

impl Points {
    /// Their extent.
    fn limits(&self) -> DataLimits {
        match self {
            Self::Grid(grid) => DataLimits::of_corners(grid.points()),
            Self::Triangles(points, _) => DataLimits::of_corners(points.iter().copied()),
        }
    }

    fn cells(&self, good: &[bool]) -> ContourCells {
        match self {
            Self::Grid(grid) => ContourCells::of_grid(grid, good),
            Self::Triangles(points, triangles) => {
                ContourCells::of_triangles(points.clone(), triangles)
            }
        }
    }
}

/// Which values count: finite ones, above 0 if they are on a logarithmic scale.
fn good(points: &Points, z: &[f64], log: bool) -> Result<Vec<bool>> {
    let is_good = |z: &f64| z.is_finite() && !(log && *z <= 0.0);
    let (count, fits) = match points {
        Points::Grid(grid) => {
            let (rows, columns) = grid.shape();
            (rows * columns, rows >= 2 && columns >= 2)
        }
        Points::Triangles(points, triangles) => {
            let mut corners = triangles.iter().flatten();
            let all_good = corners.all(|i| z.get(*i).is_some_and(is_good));
            (points.len(), all_good)
        }
    };
    if z.len() != count || !fits {
        return Err(Error::Setting {
            name: "the values of contours",
            value: format!("{} for {count} points", z.len()),
            expected: "one for each point: of a grid at least 2 x 2, of triangles finite ones only",
        });
    }
    Ok(z.iter().map(is_good).collect())
}

impl ContourSet {
    pub(crate) fn new(
        points: Points,
        z: Vec<f64>,
        filled: bool,
        options: &ContourOptions,
    ) -> Result<Self> {
        options.check_options()?;
        let log = options.norm.is_log();
        let field = ContourField::new(points, z, log)?;
        let range = field.range().unwrap_or((0.0, 1.0));
        let levels = options.levels.resolve(range, log, filled, options.extend)?;
        let colors = options.layer_colors(levels.len(), filled);
        let (faces, edges, zorder) = match (filled, colors.clone()) {
            (true, Some(colors)) => (colors, Edges::Colors(Vec::new()), 1.0),
            (true, None) => (vec![ColorSpec::C0], Edges::Colors(Vec::new()), 1.0),
            (false, Some(colors)) => (Vec::new(), Edges::Colors(colors), 2.0),
            (false, None) => (Vec::new(), Edges::Default, 2.0),
        };
        let mut style = CollectionBase::new(faces, edges, zorder);
        style.antialiased = !filled;
        style.linewidths = options.linewidths.clone();
        if let Some(cmap) = &options.cmap {
            style.set_cmap(cmap.clone());
        }
        style.norm = options.norm.clone();
        if !filled {
            style.linestyles = options.line_styles(&levels, range);
        }
        let mut set = Self {
            field,
            levels,
            extend: options.extend,
            log,
            shapes: match filled {
                true => Shapes::Bands(Bands::default()),
                false => Shapes::Lines(Vec::new()),
            },
            labels: None,
            labels_artist: None,
            hatches: AreaHatches {
                patterns: options.hatches.clone(),
                ..AreaHatches::default()
            },
            style,
        };
        if colors.is_none() {
            set.autoscale_none();
            let layers = set.layers();
            set.style.set_array(&layers);
        }
        set.update();
        Ok(set)
    }

    /// Draws the contours of other values at the same points, with the same levels and colours.
    ///
    /// # Errors
    /// [`Error::Setting`] for values of another shape; the contours are not changed then.
    pub fn set_data(&mut self, z: &(impl Field + ?Sized)) -> Result<()> {
        let shape = z.is_grid().then(|| z.shape_2d());
        if shape.is_some() && shape != self.field.shape() {
            return Err(Error::Setting {
                name: "the values of contours",
                value: format!("of shape {shape:?}"),
                expected: "as many rows and columns as the first values",
            });
        }
        self.field.set(z.values(), self.log)?;
        self.update();
        Ok(())
    }

    /// Draws the contours of other values at other points, with the same levels and colours.
    pub(super) fn set_field(&mut self, points: Points, z: Vec<f64>) -> Result<()> {
        self.field = ContourField::new(points, z, self.log)?;
        self.update();
        Ok(())
    }

    /// The height of each line or area in space: its level, or the middle between its levels.
    pub(super) fn heights(&self) -> Vec<f64> {
        let levels = &self.levels;
        if !self.is_filled() {
            return levels.clone();
        }
        let middle = |pair: &[f64]| 0.5 * (pair[0] + pair[1]);
        let mut heights: Vec<f64> = levels.windows(2).map(middle).collect();
        if let [first, second, ..] = levels[..]
            && self.extend.below()
        {
            heights.insert(0, first - 0.5 * (second - first));
        }
        if let [.., before, last] = levels[..]
            && self.extend.above()
        {
            heights.push(last + 0.5 * (last - before));
        }
        heights
    }

    /// The least of the numbers that a function has for the points of lines and areas; it takes their number, too.
    pub(super) fn least(&self, of: impl Fn(usize, [f64; 2]) -> f64) -> f64 {
        let mut least = f64::INFINITY;
        match &self.shapes {
            Shapes::Lines(lines) => {
                for (i, lines) in lines.iter().enumerate() {
                    let points = lines.iter().flat_map(|line| &line.points);
                    least = points.fold(least, |least, point| least.min(of(i, *point)));
                }
            }
            Shapes::Bands(bands) => {
                for outline in bands.outlines_each(of) {
                    least = outline.as_flattened().iter().copied().fold(least, f64::min);
                }
            }
        }
        least
    }

    /// Draws it with its points where a function says, which takes the number of the line or area, too.
    pub(super) fn draw_at(
        &self,
        place: impl Fn(usize, [f64; 2]) -> Point,
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
    ) -> Result<()> {
        let paint = self.paint(ctx)?;
        match &self.shapes {
            Shapes::Bands(bands) => {
                let outlines = bands.outlines_each(place);
                draw_areas(outlines, &self.hatches, canvas, ctx, &paint);
            }
            Shapes::Lines(lines) => {
                let place = &place;
                self.draw_lines(&Contours { lines, place }, canvas, ctx, &paint);
            }
        }
        Ok(())
    }

    /// Sets the patterns over the areas, which repeat; `""` is none. Lines have none.
    ///
    /// # Errors
    /// [`Error::Setting`] for other characters than those of [`Hatch`].
    pub fn set_hatches<H: Into<String>>(
        &mut self,
        hatches: impl IntoIterator<Item = H>,
    ) -> Result<()> {
        let hatches = hatches.into_iter().map(Hatch::new);
        self.hatches.patterns = hatches.collect::<Result<_>>()?;
        Ok(())
    }

    /// The patterns over the areas.
    pub fn hatches(&self) -> &[Hatch] {
        &self.hatches.patterns
    }

    /// The levels.
    pub fn levels(&self) -> &[f64] {
        &self.levels
    }

    /// Whether areas are filled.
    pub fn is_filled(&self) -> bool {
        matches!(self.shapes, Shapes::Bands(_))
    }

    /// Sets the norm of levels; limits that it does not set are the lowest and the highest level.
    pub fn set_norm(&mut self, norm: Norm) {
        self.style.norm = norm;
        self.autoscale_none();
    }

    /// Sets the colour limits to the lowest and the highest level.
    pub fn autoscale(&mut self) {
        self.style.norm.open_limits();
        self.autoscale_none();
    }

    /// Writes its level on each line (`clabel`), or nothing more; see [`Axes::clabel`](crate::Axes::clabel).
    ///
    /// # Errors
    /// [`Error::Setting`] for filled contours, which have no lines, and for levels that it does not have.
    pub fn set_labels(&mut self, labels: impl Into<Option<ClabelOptions>>) -> Result<()> {
        let labels = labels.into();
        if let Some(labels) = &labels {
            labels.check_options()?;
            let known = |level: &f64| self.levels.contains(level);
            if self.is_filled() || !labels.levels.iter().all(known) {
                return Err(Error::Setting {
                    name: "labels",
                    value: match labels.levels.is_empty() {
                        true => format!("of {:?}", self.levels),
                        false => format!("of {:?}", labels.levels),
                    },
                    expected: "levels of contour lines, not of filled contours",
                });
            }
        }
        self.labels = labels;
        Ok(())
    }

    /// How its lines are labelled, if they are.
    pub fn labels(&self) -> Option<&ClabelOptions> {
        self.labels.as_ref()
    }

    /// The hatch of an area in a colorbar.
    pub(crate) fn colorbar_hatch(&self, i: usize, ctx: &DrawContext<'_>) -> Option<Hatching> {
        self.hatches.in_colorbar(i, self.style.base.alpha(), ctx)
    }

    pub(crate) fn extend(&self) -> Extend {
        self.extend
    }

    fn autoscale_none(&mut self) {
        let levels = self.levels.iter().copied();
        self.style.norm.autoscale_none(levels);
        self.style.norm_changed();
    }

    /// The levels and, where values beyond them are filled, one beyond all values.
    fn all_levels(&self) -> Vec<f64> {
        let filled = self.is_filled();
        let lowest = if self.log { 1.0 / FAR } else { -FAR };
        let mut levels = Vec::new();
        levels.extend((filled && self.extend.below()).then_some(lowest));
        levels.extend(&self.levels);
        levels.extend((filled && self.extend.above()).then_some(FAR));
        levels
    }

    /// The values that the colours are those of: levels, or middles between them.
    fn layers(&self) -> Vec<f64> {
        let levels = self.all_levels();
        if !self.is_filled() {
            return levels;
        }
        let middle = |pair: &[f64]| match self.log {
            true => pair[0].sqrt() * pair[1].sqrt(),
            false => 0.5 * (pair[0] + pair[1]),
        };
        levels.windows(2).map(middle).collect()
    }

    /// Computes lines or areas.
    fn update(&mut self) {
        let mut levels = self.all_levels();
        if self.is_filled()
            && let (Some(lowest), Some((low, _))) = (levels.first_mut(), self.field.range())
            && *lowest == low
        {
            // The lowest values are in the lowest area, as in the reference.
            *lowest = if self.log { 0.99 * low } else { low - 1.0 };
        }
        let ContourField { cells, z, .. } = &self.field;
        let levels = Levels::new(cells, z, &levels);
        match &mut self.shapes {
            Shapes::Lines(lines) => *lines = cells.lines(&levels),
            Shapes::Bands(bands) => *bands = cells.bands(&levels),
        }
    }

    pub(crate) fn paint(&self, ctx: &DrawContext<'_>) -> Result<CollectionPaint<'_>> {
        let width = match self.is_filled() {
            true => ctx.style.patch_linewidth,
            false => ctx.style.lines_linewidth,
        };
        self.style.paint(ctx, width, ctx.style.lines_color)
    }

    /// What draws the labels, if the set does not.
    pub(crate) fn labels_artist(&self) -> Option<Handle<ContourLabels>> {
        self.labels_artist
    }

    pub(crate) fn set_labels_artist(&mut self, artist: Handle<ContourLabels>) {
        self.labels_artist = Some(artist);
    }

    /// Draws the labels alone.
    pub(super) fn draw_labels(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        if let (Shapes::Lines(lines), Some(options)) = (&self.shapes, &self.labels) {
            let place = &|_, place| ctx.point(place);
            let contours = Contours { lines, place };
            let mut lines = contours.on_screen();
            Labels::new(options, &self.levels, &contours, &mut lines, canvas, ctx).draw(
                canvas,
                ctx,
                &self.paint(ctx)?,
            );
        }
        Ok(())
    }

    fn draw_lines(
        &self,
        contours: &Contours<'_>,
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
        paint: &CollectionPaint<'_>,
    ) {
        let mut lines = contours.on_screen();
        let labels = (self.labels.as_ref())
            .map(|options| Labels::new(options, &self.levels, contours, &mut lines, canvas, ctx));
        for (i, lines) in lines.iter().enumerate() {
            let mut path = BezPath::new();
            for line in lines {
                line.add_to(&mut path, Some(canvas));
            }
            let gc = GraphicsContext {
                face: None,
                ..paint.element(i, ctx)
            };
            canvas.draw_path(&path, &gc);
        }
        if let (Some(labels), None) = (labels, self.labels_artist) {
            labels.draw(canvas, ctx, paint);
        }
    }
}

impl Artist for ContourSet {
    crate::artists::artist_parts!(style.base);

    fn data_limits(&self) -> DataLimits {
        self.field.limits
    }

    fn sticky_edges(&self) -> StickyEdges {
        self.field.limits.into()
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let paint = self.paint(ctx)?;
        match &self.shapes {
            // Each place once, though two areas have it.
            Shapes::Bands(bands) => {
                let outlines = bands.outlines(|place| ctx.point(place));
                draw_areas(outlines, &self.hatches, canvas, ctx, &paint);
            }
            Shapes::Lines(lines) => {
                let place = &|_, place| ctx.point(place);
                self.draw_lines(&Contours { lines, place }, canvas, ctx, &paint);
            }
        }
        Ok(())
    }

    fn mappable(&self) -> Option<ScalarMappable<'_>> {
        Some(self.style.mappable().with_contours(self))
    }
}

impl ContourSet {
    /// The colours of areas: those between the levels, and those of the values below and above.
    pub(crate) fn area_colors(&self, ctx: &DrawContext<'_>) -> Result<(Vec<Color>, [Color; 2])> {
        let count = self.all_levels().len().saturating_sub(1);
        let faces = self.paint(ctx)?.faces;
        let all: Vec<Color> = faces.into_iter().cycle().take(count).collect();
        let end = |color: Option<&Color>| color.copied().unwrap_or(Color::TRANSPARENT);
        let ends = [end(all.first()), end(all.last())];
        let from = usize::from(self.extend.below()).min(all.len());
        let above = usize::from(self.extend.above());
        let to = all.len().saturating_sub(above).max(from);
        Ok((all[from..to].to_vec(), ends))
    }
}
