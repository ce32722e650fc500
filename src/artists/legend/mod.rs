//! Legends: the labels of an axes' artists.

mod entry;
mod errorbar_handle;
mod handle;
mod line_handle;
mod obstacles;
mod patch_handle;
mod placed;
mod points_handle;
mod settings;
mod stem_handle;

pub use crate::style::{LegendLoc, LegendStyle, OutsideLoc};
pub use entry::LegendEntry;
pub use handle::LegendHandle;
pub use obstacles::Obstacles;

use kurbo::Affine;

use crate::artists::patches::{BoxStyle, PatchBase};
use crate::artists::patheffects::{PathEffect, paint_with_effects, path_effects};
use crate::artists::{Artist, ArtistBase, DrawContext, Family, LineStyle, Slot};
use crate::canvas::snap::Snap;
use crate::canvas::{Canvas, FontFamily, FontWeight};
use crate::color::ColorSpec;
use crate::error::Result;
use crate::mapping::{AxesBox, Limits, Mapping, Projection};
use crate::properties::names;
use crate::scale::Scale;
use crate::style::{FontSize, Style};
use placed::PlacedLegend;

/// A box with the labels and the looks of artists, at the time of drawing.
///
/// Lengths are multiples of the font size.
///
/// ```
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let line = fig[ax].plot(&[0.0, 1.0, 2.0], &[0.0, 1.0, 4.0])?;
/// fig[line].set_label("squares");
/// let legend = fig[ax].legend();
/// fig[legend].set_loc("upper left")?;
/// fig[legend].set_title("Numbers");
/// fig[line].set_color("tab:red")?; // the legend follows
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Legend {
    /// All labelled artists if `None`.
    entries: Option<Vec<LegendEntry>>,
    /// Whose artists it shows.
    scope: LegendScope,
    mode: Option<LegendMode>,
    loc: LegendLoc,
    /// Left, bottom, width and height in fractions of the axes.
    anchor: Option<[f64; 4]>,
    ncols: usize,
    title: String,
    frame_on: bool,
    fancybox: bool,
    face: Option<ColorSpec>,
    edge: ColorSpec,
    linewidth: Option<f64>,
    linestyle: LineStyle,
    framealpha: f64,
    family: Option<FontFamily>,
    weight: Option<FontWeight>,
    fontsize: Option<FontSize>,
    title_fontsize: Option<FontSize>,
    labelcolor: Option<ColorSpec>,
    numpoints: usize,
    scatterpoints: usize,
    markerscale: f64,
    handlelength: f64,
    handleheight: f64,
    handletextpad: f64,
    borderpad: f64,
    labelspacing: f64,
    columnspacing: f64,
    borderaxespad: f64,
    text_effects: Vec<PathEffect>,
    frame_effects: Vec<PathEffect>,
    base: ArtistBase,
}

path_effects! {
    [] Legend, set_text_path_effects / text_path_effects = [text_effects],
    "the texts of its labels"
}
path_effects!([] Legend, set_frame_path_effects / frame_path_effects = [frame_effects], "its frame");

/// How the columns of a legend are distributed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LegendMode {
    /// Over the whole width of the axes, the figure, or the box that the legend is placed in.
    Expand,
}

names! {
    LegendMode, "mode", "expand";
    Expand: "expand",
}

/// Whose artists a legend shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LegendScope {
    /// Those of its axes.
    Axes,
    /// Those of all axes of a figure, in subfigures, too.
    Figure,
    /// Those of the axes of a subfigure.
    SubFigure(u64),
}

impl Default for Legend {
    fn default() -> Self {
        Self::of_style(&Style::default())
    }
}

impl Legend {
    /// A legend of all artists that have a label.
    pub fn new() -> Self {
        Self::default()
    }

    /// A legend of all artists that have a label, as the style has it.
    pub(crate) fn of_style(style: &Style) -> Self {
        let look = &style.legend;
        Self {
            entries: None,
            scope: LegendScope::Axes,
            mode: None,
            loc: look.loc,
            anchor: None,
            ncols: 1,
            title: String::new(),
            frame_on: look.frameon,
            fancybox: look.fancybox,
            face: look.facecolor,
            edge: (look.edgecolor).unwrap_or(ColorSpec::Rgba(style.axes_edgecolor)),
            linewidth: look.linewidth,
            linestyle: LineStyle::Solid,
            framealpha: look.framealpha.unwrap_or(1.0),
            family: None,
            weight: None,
            fontsize: None,
            title_fontsize: None,
            labelcolor: look.labelcolor,
            numpoints: look.numpoints,
            scatterpoints: look.scatterpoints,
            markerscale: look.markerscale,
            handlelength: look.handlelength,
            handleheight: look.handleheight,
            handletextpad: look.handletextpad,
            borderpad: look.borderpad,
            labelspacing: look.labelspacing,
            columnspacing: look.columnspacing,
            borderaxespad: look.borderaxespad,
            text_effects: Vec::new(),
            frame_effects: Vec::new(),
            base: ArtistBase::unclipped(5.0),
        }
    }

    /// The same for a figure.
    pub(crate) fn for_figure(self, scope: LegendScope) -> Self {
        Self { scope, ..self }
    }

    /// The same of these artists.
    pub(crate) fn with_entries(self, entries: Vec<LegendEntry>) -> Self {
        Self {
            entries: Some(entries),
            ..self
        }
    }

    /// The axes whose artists it was given: their figure or subfigure, and their place in that.
    pub(crate) fn named_axes(&self) -> impl Iterator<Item = (u64, usize)> {
        let entries = self.entries.iter().flatten();
        entries.map(|entry| (entry.artist.figure, entry.artist.axes))
    }

    /// The side of the figure, of left, bottom, right and top, that a layout makes room at.
    pub(crate) fn edge_outside(&self) -> Option<usize> {
        match self.loc {
            LegendLoc::Outside(outside) if self.anchor.is_none() => Some(outside.edge()),
            _ => None,
        }
    }

    /// Labels and handles as the axes' artists are now; the handles of hidden ones are `None`.
    fn shown<'c>(&'c self, ctx: &DrawContext<'c>) -> Vec<(&'c str, Option<LegendHandle>)> {
        let entry = |slot: &'c Slot, label: &'c str| {
            let handle = slot.artist.legend_handle(ctx)?;
            Some((label, Some(handle).filter(|_| slot.visible())))
        };
        if let Some(entries) = &self.entries {
            return entries
                .iter()
                .filter_map(|given| entry(ctx.slot(given.artist)?, &given.label))
                .collect();
        }
        // As in the reference, containers of several artists come last.
        let of_kind = |slots: &'c [Option<Slot>], container: bool| {
            let slots = slots.iter().flatten();
            slots
                .filter(move |slot| slot.artist.is_container() == container)
                .filter_map(|slot| {
                    let label = slot.artist.label()?;
                    let named = !label.is_empty() && !label.starts_with('_');
                    named.then(|| entry(slot, label))?
                })
        };
        let of_axes = |slots| of_kind(slots, false).chain(of_kind(slots, true));
        let is_shown = |family: &Family<'_>| match self.scope {
            LegendScope::SubFigure(figure) => family.owner.0 == figure,
            LegendScope::Figure | LegendScope::Axes => true,
        };
        match self.scope {
            LegendScope::Axes => of_axes(ctx.siblings).collect(),
            LegendScope::Figure | LegendScope::SubFigure(_) => {
                let families = ctx
                    .neighbors
                    .iter()
                    .map(|axes| axes.family)
                    .filter(is_shown);
                families.flat_map(|axes| of_axes(axes.slots)).collect()
            }
        }
    }

    /// Left, bottom, width and height of the box that it is placed in, in pixels with y up.
    fn place(&self, ctx: &DrawContext<'_>) -> [f64; 4] {
        let axes = ctx.mapping.axes();
        match self.anchor {
            None => [axes.x0, axes.y0, axes.width, axes.height],
            Some([left, bottom, width, height]) => [
                axes.x0 + left * axes.width,
                axes.y0 + bottom * axes.height,
                width * axes.width,
                height * axes.height,
            ],
        }
    }

    /// The width for the columns in pixels, if they are distributed over one.
    fn room(&self, ctx: &DrawContext<'_>) -> Option<f64> {
        self.mode?;
        let pads = 2.0 * (self.borderaxespad + self.borderpad) * self.font_pixels(ctx);
        Some(self.place(ctx)[2] - pads)
    }

    /// The lower left corner for something of this size, in pixels with y up.
    fn corner(&self, size: (f64, f64), canvas: &mut Canvas, ctx: &DrawContext<'_>) -> (f64, f64) {
        let around = self.place(ctx);
        let pad = self.borderaxespad * self.font_pixels(ctx);
        let loc = match self.loc {
            // The figure has no data to avoid.
            LegendLoc::Best if self.scope != LegendScope::Axes => LegendLoc::UpperRight,
            loc => loc,
        };
        if loc != LegendLoc::Best {
            return loc.corner(size, around, pad);
        }
        let mut obstacles = Obstacles::default();
        for slot in ctx.siblings.iter().flatten() {
            let ctx = ctx.for_artist(&*slot.artist);
            obstacles.extend(slot.artist.obstacles(canvas, &ctx));
        }
        let mut best = (usize::MAX, (0.0, 0.0));
        for loc in LegendLoc::candidates() {
            let (x, y) = loc.corner(size, around, pad);
            let (from, to) = (ctx.flipped((x, y)), ctx.flipped((x + size.0, y + size.1)));
            let hidden = obstacles.hidden([from.x, from.y, to.x, to.y]);
            if hidden < best.0 {
                best = (hidden, (x, y));
            }
            if hidden == 0 {
                break;
            }
        }
        best.1
    }

    fn font_points(&self, ctx: &DrawContext<'_>) -> f64 {
        let size = self.fontsize.unwrap_or(ctx.style.legend.fontsize);
        ctx.style.points(size)
    }

    fn font_pixels(&self, ctx: &DrawContext<'_>) -> f64 {
        ctx.points_to_pixels(self.font_points(ctx))
    }

    fn draw_frame(&self, bounds: [f64; 4], canvas: &mut Canvas, ctx: &DrawContext<'_>) {
        let frame = match self.fancybox {
            true => BoxStyle::Round {
                pad: 0.0,
                rounding_size: Some(0.2),
            },
            false => BoxStyle::Square { pad: 0.0 },
        };
        let outline = frame.outline(bounds, self.font_pixels(ctx));
        let down = Affine::new([1.0, 0.0, 0.0, -1.0, 0.0, f64::from(ctx.size.height)]);
        let inherited = ColorSpec::Rgba(ctx.style.axes_facecolor);
        let style = PatchBase {
            face: Some(self.face.unwrap_or(inherited)),
            edge: Some(self.edge),
            linewidth: self.linewidth,
            linestyle: self.linestyle.clone(),
            base: ArtistBase::unclipped(1.0).with_alpha(Some(self.framealpha)),
            ..PatchBase::default()
        };
        let mut gc = style.context(true, ctx);
        gc.snap = Snap::Always;
        let outline = down * outline;
        let (effects, alpha) = (&self.frame_effects, Some(self.framealpha));
        paint_with_effects(effects, alpha, canvas, ctx, |canvas| {
            canvas.draw_path(&outline, &gc);
        });
    }

    /// Laid out, and its lower left corner.
    fn placed<'c>(
        &'c self,
        canvas: &mut Canvas,
        ctx: &DrawContext<'c>,
    ) -> (PlacedLegend<'c>, (f64, f64)) {
        let placed = PlacedLegend::new(self, self.shown(ctx), canvas, ctx);
        let corner = self.corner(placed.size, canvas, ctx);
        (placed, corner)
    }
}

/// The same place with pixels, y up, for data.
fn in_pixels<'c>(ctx: &DrawContext<'c>) -> DrawContext<'c> {
    let unit = (0.0, 1.0);
    let limits = Limits { x: unit, y: unit };
    let pixel = AxesBox {
        x0: 0.0,
        y0: 0.0,
        width: 1.0,
        height: 1.0,
    };
    DrawContext {
        mapping: Mapping::new(
            Projection::Flat,
            (limits, (Scale::Linear, Scale::Linear)),
            pixel,
            ctx.size,
        ),
        ..ctx.clone()
    }
}

impl Artist for Legend {
    crate::artists::artist_parts!(base);

    fn follows_artists(&self) -> bool {
        true
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let (placed, (x, y)) = self.placed(canvas, ctx);
        if !(x.is_finite() && y.is_finite()) {
            return Ok(());
        }
        if self.frame_on {
            self.draw_frame([x, y, placed.size.0, placed.size.1], canvas, ctx);
        }
        placed.draw((x, y), canvas, ctx)
    }

    fn extent(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Option<[f64; 4]> {
        let (placed, (x, y)) = self.placed(canvas, ctx);
        let extent = [x, y, x + placed.size.0, y + placed.size.1];
        extent.iter().all(|v| v.is_finite()).then_some(extent)
    }
}
