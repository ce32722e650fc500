//! Bars: `bar`, `barh`, `hist`.

use kurbo::BezPath;

use crate::artists::bar::{Bar, BarOutline, BarRun};
use crate::artists::collection_paint::stroke;
use crate::artists::color_list::Colors;
use crate::artists::hatch_look::{HatchColor, HatchLook, hatch_color};
use crate::artists::patches::PatchBase;
use crate::artists::patheffects::{PathEffect, paint_with_effects, path_effects};
use crate::artists::{
    Artist, ArtistBase, DrawContext, JoinStyle, LegendHandle, LineStyle, Obstacles, Orientation,
};
use crate::canvas::path::GraphicsContext;
use crate::canvas::{Canvas, Hatch};
use crate::color::ColorSpec;
use crate::data_limits::{DataLimits, StickyEdges};
use crate::error::{Error, Result};
use crate::properties::{Length, properties};
use crate::series::{Series, as_many};

/// Bars: a rectangle in data coordinates for each of a set of values.
///
/// ```
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let bars = fig[ax].bar(&[0, 1, 2], &[3.0, 5.0, 4.0])?;
/// fig[bars].set_heights(&[3.5, 4.5, 4.0])?;
/// fig[bars].set_height_at(0, 3.6)?;
/// fig[bars].set_color_at(1, "tab:red")?;
/// assert_eq!(fig[bars].heights(), [3.6, 4.5, 4.0]);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct BarContainer {
    pub(super) bars: Vec<Bar>,
    orientation: Orientation,
    pub(crate) is_sticky: bool,
    /// Whether they are those of a histogram, which legends name by its first bar.
    pub(crate) of_histogram: bool,
    pub(super) faces: Vec<ColorSpec>,
    pub(super) edges: Vec<ColorSpec>,
    /// Without any it is the style's.
    pub(super) linewidths: Vec<f64>,
    linestyle: LineStyle,
    /// Those of the bars, which repeat.
    pub(super) hatches: Vec<Hatch>,
    pub(super) hatch_look: HatchLook,
    effects: Vec<PathEffect>,
    pub(super) base: ArtistBase,
}

properties! {
    impl[] BarContainer, in base: ArtistBase;
    linestyle / set_linestyle ["ls"]: choice<LineStyle> = linestyle, "the dashes of the edges";
    hatch_linewidth / set_hatch_linewidth: maybe<Length> = hatch_look.linewidth, "the width of the hatches' lines in points";
    @by name:
    hatch ["hatches"]: Vec<Hatch> = |bars| bars.hatches.clone(), |bars, hatches| bars.hatches = hatches,
        "the patterns over the bars' faces, which repeat: characters of `/ \\ | - + x o O . *`; `\"\"` is none";
    hatchcolor: HatchColor = |bars| bars.hatch_look.color, |bars, color| bars.hatch_look.color = color,
        "the colour of the hatches, `\"edge\"` for those of the edges";
    linewidth ["linewidths", "lw"]: Option<Vec<f64>> = |bars| Some(bars.linewidths.clone()).filter(|w| !w.is_empty()),
        |bars, widths| bars.set_linewidths(&widths.unwrap_or_default()),
        "the widths of the bars' edges in points, which repeat if there are fewer than bars; `None` is the style's";
    facecolor ["facecolors", "fc"]: Colors = |bars| Colors(bars.faces.clone()),
        |bars, colors| bars.set_facecolors(colors.0),
        "the colours of the bars' faces, which repeat if there are fewer than bars";
    edgecolor ["edgecolors", "ec"]: Colors = |bars| Colors(bars.edges.clone()),
        |bars, colors| bars.set_edgecolors(colors.0),
        "the colours of the bars' edges, which repeat if there are fewer than bars";
    color: Colors = |bars| Colors(bars.faces.clone()), |bars, colors| bars.set_colors(colors.0),
        "the colours of faces and edges";
    heights: Vec<f64> = |bars| bars.heights(), |bars, heights| bars.set_heights(&heights), "the heights of all bars";
    widths: Vec<f64> = |bars| bars.widths(), |bars, widths| bars.set_widths(&widths), "the widths of all bars";
    xs: Vec<f64> = |bars| bars.bars.iter().map(|bar| bar.x).collect(), |bars, xs| bars.set_xs(&xs),
        "the x of the left edges of all bars";
    ys: Vec<f64> = |bars| bars.bars.iter().map(|bar| bar.y).collect(), |bars, ys| bars.set_ys(&ys),
        "the y of the lower edges of all bars";
}

hatch_color!([] BarContainer, hatch_look);
path_effects!([] BarContainer, effects);

impl BarContainer {
    pub(crate) fn new(bars: Vec<Bar>, orientation: Orientation, faces: Vec<ColorSpec>) -> Self {
        Self {
            bars,
            orientation,
            is_sticky: true,
            of_histogram: false,
            faces,
            edges: Vec::new(),
            linewidths: Vec::new(),
            linestyle: LineStyle::Solid,
            hatches: Vec::new(),
            hatch_look: HatchLook::default(),
            effects: Vec::new(),
            base: ArtistBase::new(1.0),
        }
    }

    pub(crate) fn bars(&self) -> &[Bar] {
        &self.bars
    }

    pub(crate) fn orientation(&self) -> Orientation {
        self.orientation
    }

    /// The number of bars.
    pub fn len(&self) -> usize {
        self.bars.len()
    }

    /// Whether there are no bars.
    pub fn is_empty(&self) -> bool {
        self.bars.is_empty()
    }

    /// The heights of all bars.
    pub fn heights(&self) -> Vec<f64> {
        self.bars.iter().map(|bar| bar.height).collect()
    }

    /// The widths of all bars.
    pub fn widths(&self) -> Vec<f64> {
        self.bars.iter().map(|bar| bar.width).collect()
    }

    /// Sets the height of one bar, counted from 0. The axes' limits are not changed.
    ///
    /// # Errors
    /// [`Error::Setting`] if there is no such bar.
    pub fn set_height_at(&mut self, bar: usize, height: f64) -> Result<()> {
        self.bar(bar)?.height = height;
        Ok(())
    }

    /// Sets the width of one bar.
    ///
    /// # Errors
    /// As [`set_height_at`](Self::set_height_at).
    pub fn set_width_at(&mut self, bar: usize, width: f64) -> Result<()> {
        self.bar(bar)?.width = width;
        Ok(())
    }

    /// Sets the x of one bar's left edge.
    ///
    /// # Errors
    /// As [`set_height_at`](Self::set_height_at).
    pub fn set_x_at(&mut self, bar: usize, x: f64) -> Result<()> {
        self.bar(bar)?.x = x;
        Ok(())
    }

    /// Sets the y of one bar's lower edge.
    ///
    /// # Errors
    /// As [`set_height_at`](Self::set_height_at).
    pub fn set_y_at(&mut self, bar: usize, y: f64) -> Result<()> {
        self.bar(bar)?.y = y;
        Ok(())
    }

    /// Sets the heights of all bars.
    ///
    /// # Errors
    /// [`Error::Lengths`] unless there is one for each bar.
    pub fn set_heights(&mut self, heights: &(impl Series + ?Sized)) -> Result<()> {
        self.set_all(heights, |bar, height| bar.height = height)
    }

    /// Sets the widths of all bars.
    ///
    /// # Errors
    /// As [`set_heights`](Self::set_heights).
    pub fn set_widths(&mut self, widths: &(impl Series + ?Sized)) -> Result<()> {
        self.set_all(widths, |bar, width| bar.width = width)
    }

    /// Sets the x of the left edges of all bars.
    ///
    /// # Errors
    /// As [`set_heights`](Self::set_heights).
    pub fn set_xs(&mut self, xs: &(impl Series + ?Sized)) -> Result<()> {
        self.set_all(xs, |bar, x| bar.x = x)
    }

    /// Sets the y of the lower edges of all bars.
    ///
    /// # Errors
    /// As [`set_heights`](Self::set_heights).
    pub fn set_ys(&mut self, ys: &(impl Series + ?Sized)) -> Result<()> {
        self.set_all(ys, |bar, y| bar.y = y)
    }

    fn bar(&mut self, bar: usize) -> Result<&mut Bar> {
        self.bars.get_mut(bar).ok_or_else(|| Error::Setting {
            name: "the bar",
            value: bar.to_string(),
            expected: "an index below the number of bars",
        })
    }

    fn set_all(
        &mut self,
        values: &(impl Series + ?Sized),
        set: impl Fn(&mut Bar, f64),
    ) -> Result<()> {
        as_many((values.len(), "values"), (self.bars.len(), "bars"))?;
        let mut numbers = Vec::new();
        values.copy_to(&mut numbers);
        for (bar, value) in self.bars.iter_mut().zip(numbers) {
            set(bar, value);
        }
        Ok(())
    }
}

impl Artist for BarContainer {
    crate::artists::artist_parts!(base);

    fn data_limits(&self) -> DataLimits {
        let drawn = || {
            self.bars.iter().filter(|bar| {
                let is_finite =
                    [bar.x, bar.y, bar.width, bar.height].map(f64::is_finite) == [true; 4];
                is_finite && (bar.width != 0.0 || bar.height != 0.0)
            })
        };
        let corners = |at: fn(&Bar) -> [f64; 4]| drawn().flat_map(at).collect::<Vec<_>>();
        let x = corners(|b| [b.x, b.x + b.width, b.x + b.width, b.x]);
        let y = corners(|b| [b.y, b.y, b.y + b.height, b.y + b.height]);
        DataLimits::of_points(&x, &y)
    }

    fn sticky_edges(&self) -> StickyEdges {
        let base = |bar: &Bar| match self.orientation {
            Orientation::Horizontal => bar.x,
            Orientation::Vertical => bar.y,
        };
        let bases = self.bars.iter().map(base).filter(|base| base.is_finite());
        let range = bases.fold(None, |range: Option<(f64, f64)>, base| {
            let (low, high) = range.unwrap_or((base, base));
            Some((low.min(base), high.max(base)))
        });
        let (x, y) = self.orientation.xy(None, range.filter(|_| self.is_sticky));
        StickyEdges { x, y }
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let widths = match &self.linewidths[..] {
            [] => &[ctx.style.patch_linewidth],
            widths => widths,
        };
        let strokes: Vec<_> = (widths.iter())
            .map(|width| {
                let dashes = ctx.style.dashes(&self.linestyle, *width);
                stroke(*width, dashes, JoinStyle::Miter, ctx)
            })
            .collect();
        let edges = self.edge_specs(ctx);
        let clip = self.base.clip(ctx);
        let mut run = BarRun::new(clip.clone());
        for (i, bar) in self.bars.iter().enumerate() {
            let Some(place) = bar.place(ctx) else {
                continue;
            };
            let face = self.color(&self.faces, i, ctx);
            let edge = self.color(&edges, i, ctx);
            let edge = edge.filter(|_| self.linestyle != LineStyle::None);
            let hatching = self.hatching(i, edge, ctx);
            if let (Some(color), None, None) = (face, edge, &hatching)
                && color.a == 255
                && self.effects.is_empty()
            {
                run.take(&place, color, canvas);
                continue;
            }
            run.end(canvas);
            let mut path = BezPath::new();
            place.add_to(&mut path);
            let gc = GraphicsContext {
                face,
                edge: edge.map(|color| (color, strokes[i % strokes.len()].clone())),
                hatching,
                clip: clip.clone(),
                ..GraphicsContext::default()
            };
            paint_with_effects(&self.effects, self.base.alpha(), canvas, ctx, |canvas| {
                canvas.draw_path(&path, &gc);
            });
        }
        run.end(canvas);
        Ok(())
    }

    fn legend_handle(&self, ctx: &DrawContext<'_>) -> Option<LegendHandle> {
        let first = |colors: &[ColorSpec]| Some(colors.first().copied().unwrap_or(ColorSpec::None));
        Some(LegendHandle::patch(PatchBase {
            face: first(&self.faces),
            edge: first(&self.edge_specs(ctx)),
            linewidth: self.linewidths.first().copied(),
            linestyle: self.linestyle.clone(),
            hatch_look: HatchLook {
                pattern: self.hatches.first().cloned(),
                ..self.hatch_look.clone()
            },
            effects: self.effects.clone(),
            base: ArtistBase::new(1.0).with_alpha(self.base.alpha()),
            ..PatchBase::default()
        }))
    }

    fn is_container(&self) -> bool {
        !self.of_histogram
    }

    fn obstacles(&self, _canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Obstacles {
        let mut obstacles = Obstacles::default();
        for bar in &self.bars {
            obstacles.extend(match bar.place(ctx) {
                Some(BarOutline::Curved(path)) => Obstacles::of_path(&path),
                _ => {
                    let corner = [bar.x + bar.width, bar.y + bar.height];
                    Obstacles::of_box(ctx.point([bar.x, bar.y]), ctx.point(corner))
                }
            });
        }
        obstacles
    }
}
