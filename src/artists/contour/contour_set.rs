//! Contour lines, or the areas between them.

use kurbo::{BezPath, Point};

use crate::artists::collection_paint::CollectionPaint;
use crate::artists::contour::areas::{AreaHatches, draw_areas, draw_bands};
use crate::artists::contour::contour_labels::ContourLabels;
use crate::artists::contour::field::{ContourField, ContourPoints};
use crate::artists::contour::labels::{Contours, Labels};
use crate::artists::contour::layers::Layers;
use crate::artists::contour::shapes::Shapes;
use crate::artists::hatch_look::{HatchColor, hatch_color};
use crate::artists::patheffects::{PathEffect, paint_with_effects, path_effects};
use crate::artists::{
    Artist, ClabelOptions, CollectionBase, ContourOptions, DrawContext, ScalarMappable,
};
use crate::canvas::path::GraphicsContext;
use crate::canvas::{Canvas, Hatch};
use crate::color::Norm;
use crate::contour::Levels;
use crate::data_limits::{DataLimits, StickyEdges};
use crate::error::{Error, Result};
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
    pub(super) layers: Layers,
    shapes: Shapes,
    labels: Option<ClabelOptions>,
    label_effects: Vec<PathEffect>,
    /// What draws the labels, if the set does not.
    labels_artist: Option<Handle<ContourLabels>>,
    pub(super) hatches: AreaHatches,
    pub(crate) style: CollectionBase,
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

path_effects!([] ContourSet, set_label_path_effects / label_path_effects = [label_effects], "the labels");

impl ContourSet {
    pub(crate) fn new(
        points: ContourPoints,
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
        let is_mapped = colors.is_none();
        let mut style = options.style(colors, filled);
        if !filled {
            style.linestyles = options.line_styles(&levels, range);
        }
        let mut set = Self {
            field,
            layers: Layers {
                levels,
                extend: options.extend,
                log,
                filled,
            },
            shapes: Shapes::none(filled),
            labels: None,
            label_effects: Vec::new(),
            labels_artist: None,
            hatches: AreaHatches {
                patterns: options.hatches.clone(),
                ..AreaHatches::default()
            },
            style,
        };
        if is_mapped {
            set.autoscale_none();
            let values = set.layers.values();
            set.style.set_array(&values);
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
        self.field.set(z.values(), self.layers.log)?;
        self.update();
        Ok(())
    }

    /// Draws the contours of other values at other points, with the same levels and colours.
    pub(super) fn set_field(&mut self, points: ContourPoints, z: Vec<f64>) -> Result<()> {
        self.field = ContourField::new(points, z, self.layers.log)?;
        self.update();
        Ok(())
    }

    /// The height of each line or area in space.
    pub(super) fn heights(&self) -> Vec<f64> {
        self.layers.heights()
    }

    /// The least of the numbers that a function has for the points of lines and areas; it takes their number, too.
    pub(super) fn least(&self, of: impl Fn(usize, [f64; 2]) -> f64) -> f64 {
        self.shapes.least(of)
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
            Shapes::Bands(bands) => self.style.with_effects(canvas, ctx, |canvas| {
                let outlines = bands.outlines_each(&place);
                draw_areas(outlines, &self.hatches, canvas, ctx, &paint);
                Ok(())
            }),
            Shapes::Lines(lines) => {
                let place = &place;
                self.draw_lines(&Contours { lines, place }, canvas, ctx, &paint)
            }
        }
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
        &self.layers.levels
    }

    /// Whether areas are filled.
    pub fn is_filled(&self) -> bool {
        self.layers.filled
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
            let known = |level: &f64| self.layers.levels.contains(level);
            if self.is_filled() || !labels.levels.iter().all(known) {
                return Err(Error::Setting {
                    name: "labels",
                    value: match labels.levels.is_empty() {
                        true => format!("of {:?}", self.layers.levels),
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

    fn autoscale_none(&mut self) {
        let levels = self.layers.levels.iter().copied();
        self.style.norm.autoscale_none(levels);
        self.style.norm_changed();
    }

    /// Computes lines or areas.
    fn update(&mut self) {
        let mut levels = self.layers.all_levels();
        if self.is_filled()
            && let Some(lowest) = levels.first_mut()
            && self.field.begins_at(*lowest)
        {
            // The lowest values are in the lowest area, as in the reference.
            *lowest = if self.layers.log {
                0.99 * *lowest
            } else {
                *lowest - 1.0
            };
        }
        let ContourField { cells, z, .. } = &self.field;
        let levels = Levels::new(cells, z, &levels);
        self.shapes.update(cells, &levels);
    }

    pub(super) fn paint(&self, ctx: &DrawContext<'_>) -> Result<CollectionPaint<'_>> {
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
            let (levels, mut lines) = (&self.layers.levels, contours.on_screen());
            let labels = Labels::new(options, levels, &contours, &mut lines, canvas, ctx);
            self.paint_labels(&labels, canvas, ctx, &self.paint(ctx)?);
        }
        Ok(())
    }

    fn paint_labels(
        &self,
        labels: &Labels,
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
        paint: &CollectionPaint<'_>,
    ) {
        paint_with_effects(&self.label_effects, None, canvas, ctx, |canvas| {
            labels.draw(canvas, ctx, paint);
        });
    }

    fn draw_lines(
        &self,
        contours: &Contours<'_>,
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
        paint: &CollectionPaint<'_>,
    ) -> Result<()> {
        let mut lines = contours.on_screen();
        let labels = (self.labels.as_ref()).map(|options| {
            Labels::new(
                options,
                &self.layers.levels,
                contours,
                &mut lines,
                canvas,
                ctx,
            )
        });
        self.style.with_effects(canvas, ctx, |canvas| {
            for (i, lines) in lines.iter().enumerate() {
                let mut path = BezPath::new();
                for line in lines {
                    line.add_to(&mut path);
                }
                let gc = GraphicsContext {
                    face: None,
                    ..paint.element(i, ctx)
                };
                canvas.draw_path(&path, &gc);
            }
            Ok(())
        })?;
        if let (Some(labels), None) = (labels, self.labels_artist) {
            self.paint_labels(&labels, canvas, ctx, paint);
        }
        Ok(())
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
            Shapes::Bands(bands) => self.style.with_effects(canvas, ctx, |canvas| {
                draw_bands(bands, &self.hatches, canvas, ctx, &paint);
                Ok(())
            }),
            Shapes::Lines(lines) => {
                let place = &|_, place| ctx.point(place);
                self.draw_lines(&Contours { lines, place }, canvas, ctx, &paint)
            }
        }
    }

    fn mappable(&self) -> Option<ScalarMappable<'_>> {
        Some(self.style.mappable().with_contours(self))
    }
}
