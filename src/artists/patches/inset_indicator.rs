//! The rectangle and the lines that show what an inset enlarges.

use kurbo::{BezPath, Point};

use crate::artists::patches::{Outline, PatchBase, Rectangle, patch_legend, patch_properties};
use crate::artists::{Artist, ArtistBase, DrawContext};
use crate::canvas::Canvas;
use crate::color::{Color, ColorSpec};
use crate::error::Result;
use crate::mapping::Mapping;
use crate::properties::finite_rect;

/// Just below insets.
const ZORDER: f64 = 4.99;

/// A rectangle in axes and lines from its corners to those of an inset, as
/// [`Axes::indicate_inset_zoom`](crate::Axes::indicate_inset_zoom) adds it.
///
/// The rectangle follows the limits of the inset, unless it has bounds of its own. Which of the four lines are drawn
/// depends on where rectangle and inset are, unless [`set_connectors`](Self::set_connectors) says so; it is found anew
/// in each frame, and in matplotlib once, in the first. Nothing is drawn any more once the inset was removed.
///
/// ```
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// fig[ax].plot(&[0, 1, 2], &[0, 1, 4])?;
/// let inset = fig.inset_axes(ax, [0.1, 0.5, 0.4, 0.4])?;
/// let marked = fig[ax].indicate_inset_zoom(inset)?;
/// fig[marked].set_linestyle("--")?;
/// // From frame to frame:
/// fig[inset].set_xlim(0.5, 0.75)?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct InsetIndicator {
    /// The axes that are connected: their figure or subfigure, and their place in that.
    inset: (u64, usize),
    /// Left, bottom, width and height; those of the inset's limits if `None`.
    bounds: Option<[f64; 4]>,
    /// Whether the lines to the lower left, upper left, lower right and upper right corner are drawn, if that was set.
    connectors: [Option<bool>; 4],
    style: PatchBase,
}

/// The corners of an inset, in fractions of it.
const CORNERS: [(f64, f64); 4] = [(0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0)];

impl InsetIndicator {
    /// Of axes: their figure or subfigure, and their place in that.
    pub(crate) fn of_inset(inset: (u64, usize)) -> Self {
        let gray = Color::rgb(128, 128, 128);
        Self {
            inset,
            bounds: None,
            connectors: [None; 4],
            style: PatchBase {
                base: ArtistBase::unclipped(ZORDER).with_alpha(Some(0.5)),
                face: Some(ColorSpec::None),
                edge: Some(ColorSpec::Rgba(gray)),
                ..PatchBase::default()
            },
        }
    }

    /// Sets the rectangle: left, bottom, width and height in data coordinates; `None` is that of the inset's limits.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for numbers that are not finite.
    pub fn set_bounds(&mut self, bounds: impl Into<Option<[f64; 4]>>) -> Result<()> {
        let bounds = bounds.into();
        let checked =
            bounds.map(|bounds| finite_rect("the bounds of an inset's indicator", bounds));
        self.bounds = checked.transpose()?;
        Ok(())
    }

    /// Sets whether the lines to the inset's lower left, upper left, lower right and upper right corner are drawn;
    /// `None` leaves it to their place.
    pub fn set_connectors(&mut self, shown: [Option<bool>; 4]) {
        self.connectors = shown;
    }

    fn bounds_in(&self, inset: &Mapping) -> [f64; 4] {
        let limits = inset.limits();
        let (x, y) = (limits.x, limits.y);
        self.bounds.unwrap_or([x.0, y.0, x.1 - x.0, y.1 - y.0])
    }

    /// The lines, on the canvas, y down.
    fn lines(&self, inset: &Mapping, ctx: &DrawContext<'_>) -> Vec<[Point; 2]> {
        let [x, y, width, height] = self.bounds_in(inset);
        let limits = ctx.mapping.limits();
        let inverted = |(a, b): (f64, f64)| a > b;
        let at = |fraction: f64, inverted: bool| if inverted { 1.0 - fraction } else { fraction };
        // The reference's: the rectangle's own corners, taken as fractions of it.
        let part = |of: f64, from: f64, length: f64| from + length * of;
        let from = [part(x, x, width), part(y, y, height)];
        let to = [part(x + width, x, width), part(y + height, y, height)];
        let [from, to] = [from, to].map(|corner| ctx.mapping.pixel(corner));
        let place = inset.axes();
        let (left, right) = (from.0 < place.x0, to.0 < place.x1());
        let (below, above) = (from.1 < place.y0, to.1 < place.y1());
        let shown = [left ^ below, left == above, right == below, right ^ above];
        let lines = CORNERS.into_iter().zip(shown).zip(self.connectors);
        let lines = lines.filter(|((_, shown), set)| set.unwrap_or(*shown));
        let lines = lines.map(|(((ex, ey), _), _)| {
            let corner = (place.x0 + ex * place.width, place.y0 + ey * place.height);
            let (ex, ey) = (at(ex, inverted(limits.x)), at(ey, inverted(limits.y)));
            [
                ctx.flipped(corner),
                ctx.point([x + ex * width, y + ey * height]),
            ]
        });
        lines.collect()
    }
}

patch_properties! { InsetIndicator;
    @by name:
    bounds: Option<[f64; 4]> = |of| of.bounds, |of, bounds| of.set_bounds(bounds),
        "the rectangle: left, bottom, width and height in data coordinates; `None` is that of the inset's limits";
    connectors: [Option<bool>; 4] = |of| of.connectors, |of, shown| of.set_connectors(shown),
        "whether the lines to the inset's lower left, upper left, lower right and upper right corner are drawn; `None` \
        leaves it to their place";
}

impl Artist for InsetIndicator {
    crate::artists::artist_parts!(style.base);

    fn spans_axes(&self) -> bool {
        true
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let Some(inset) = ctx.mapping_of(self.inset) else {
            return Ok(());
        };
        let [x, y, width, height] = self.bounds_in(inset);
        let rectangle = Rectangle::new((x, y), width, height).outline();
        let mut path: BezPath = ctx.path_in(self.style.coords, &rectangle);
        for [from, to] in self.lines(inset, ctx) {
            path.move_to(from);
            // As connections are; this keeps the rectangle off whole pixels.
            path.quad_to(from.midpoint(to), to);
        }
        self.style.draw_on_canvas(&path, true, canvas, ctx);
        Ok(())
    }

    patch_legend!();
}
