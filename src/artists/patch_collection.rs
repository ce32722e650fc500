//! Many patches with common properties.

use kurbo::BezPath;

use crate::artists::edge_colors::Edges;
use crate::artists::element_setters::element_setters;
use crate::artists::hatch_look::{HatchColor, HatchLook, hatch_color};
use crate::artists::patches::OutlinedPatch;
use crate::artists::{
    Artist, CollectionBase, DrawContext, LegendHandle, Obstacles, ScalarMappable,
};
use crate::canvas::path::GraphicsContext;
use crate::canvas::{Canvas, Hatch};
use crate::color::ColorSpec;
use crate::data_limits::DataLimits;
use crate::error::Result;
use crate::properties::{Length, properties};

/// Circles, wedges, polygons and other patches in data coordinates, with common properties instead of their own.
///
/// ```
/// use plotreel::Figure;
/// use plotreel::collections::PatchCollection;
/// use plotreel::patches::{Circle, OutlinedPatch, Wedge};
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let discs = (0..5).map(|i| Circle::new((f64::from(i), 1.0), 0.4));
/// let discs = fig[ax].add_artist(PatchCollection::new(discs));
/// fig[discs].set_array(&[0, 1, 2, 3, 4]);
/// fig.colorbar(discs, ax)?;
/// // From frame to frame, and of several kinds:
/// let circle: Box<dyn OutlinedPatch> = Box::new(Circle::new((0.0, 0.0), 1.0));
/// fig[discs].set_patches([circle, Box::new(Wedge::new((2.0, 0.0), 1.0, 0.0, 90.0))]);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct PatchCollection {
    paths: Vec<BezPath>,
    limits: DataLimits,
    hatch_look: HatchLook,
    style: CollectionBase,
}

properties! {
    impl[] PatchCollection, in style: CollectionBase;
    antialiased / set_antialiased ["antialiaseds", "aa"]: flag = style.antialiased, "whether edges are smooth";
    hatch / set_hatch: maybe_choice<Hatch> = hatch_look.pattern,
        "the pattern over the faces: characters of `/ \\ | - + x o O . *`, each of which may be repeated; `\"\"` is none";
    hatch_linewidth / set_hatch_linewidth: maybe<Length> = hatch_look.linewidth, "the width of the hatch's lines in points";
    @by name:
    hatchcolor ["hatchcolors"]: HatchColor = |p| p.hatch_look.color, |p, color| p.hatch_look.color = color,
        "the colour of the hatch, `\"edge\"` for those of the edges";
}

element_setters!([] PatchCollection);
hatch_color!([] PatchCollection, hatch_look);

impl<P: OutlinedPatch> From<P> for Box<dyn OutlinedPatch> {
    fn from(patch: P) -> Self {
        Box::new(patch)
    }
}

impl PatchCollection {
    /// The outlines of these patches in data coordinates, for [`Axes::add_artist`](crate::Axes::add_artist).
    pub fn new<P: Into<Box<dyn OutlinedPatch>>>(patches: impl IntoIterator<Item = P>) -> Self {
        let mut collection = Self {
            paths: Vec::new(),
            limits: DataLimits::default(),
            hatch_look: HatchLook::default(),
            style: CollectionBase::new(vec![ColorSpec::C0], Edges::Default, 1.0),
        };
        collection.set_patches(patches);
        collection
    }

    /// Replaces all patches (`set_paths`). The axes' limits are not changed.
    pub fn set_patches<P: Into<Box<dyn OutlinedPatch>>>(
        &mut self,
        patches: impl IntoIterator<Item = P>,
    ) {
        let patches: Vec<Box<dyn OutlinedPatch>> = patches.into_iter().map(Into::into).collect();
        let ranges = patches.iter().map(|patch| patch.data_limits());
        self.limits = ranges.fold(DataLimits::default(), |all, range| all.union(range));
        self.paths = patches.iter().map(|patch| patch.path().0).collect();
    }

    /// The number of patches.
    pub fn len(&self) -> usize {
        self.paths.len()
    }

    /// Whether there are no patches.
    pub fn is_empty(&self) -> bool {
        self.paths.is_empty()
    }
}

impl Artist for PatchCollection {
    crate::artists::artist_parts!(style.base);

    fn data_limits(&self) -> DataLimits {
        self.limits
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let width = ctx.style.patch_linewidth;
        let paint = self.style.paint(ctx, width, ColorSpec::BLACK)?;
        let pattern = self.hatch_look.pattern.as_ref();
        if paint.is_nothing() && pattern.is_none() {
            return Ok(());
        }
        self.style.with_effects(canvas, ctx, |canvas| {
            for (i, path) in self.paths.iter().enumerate() {
                let hatch = |pattern| self.hatch_look.of_element(pattern, i, &paint, ctx);
                let gc = GraphicsContext {
                    hatching: pattern.and_then(hatch),
                    ..paint.element(i, ctx)
                };
                canvas.draw_path(&ctx.mapping.path(path, 1), &gc);
            }
            Ok(())
        })
    }

    fn legend_handle(&self, ctx: &DrawContext<'_>) -> Option<LegendHandle> {
        let paint = self
            .style
            .paint(ctx, ctx.style.patch_linewidth, ColorSpec::BLACK);
        Some(LegendHandle::patch(paint.ok()?.patch()))
    }

    fn obstacles(&self, _canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Obstacles {
        let mut obstacles = Obstacles::default();
        for path in &self.paths {
            obstacles.extend(Obstacles::of_path(&ctx.mapping.path(path, 1)));
        }
        obstacles
    }

    fn mappable(&self) -> Option<ScalarMappable<'_>> {
        Some(self.style.mappable())
    }
}
