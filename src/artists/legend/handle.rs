//! The handles of artists in a legend.

use kurbo::{Rect, Shape};

use crate::artists::hatch_look::HatchLook;
use crate::artists::patches::PatchBase;
use crate::artists::{
    Artist, ArtistBase, DrawContext, Line2D, LineCollection, Marker, PathCollection,
};
use crate::canvas::Canvas;
use crate::error::Result;

/// How an artist is shown in a legend: a piece of line, a rectangle or a few markers.
///
/// ```
/// use plotreel::artists::{Artist, Line2D};
/// use plotreel::legend::LegendHandle;
/// use plotreel::patches::Rectangle;
///
/// // A custom artist can use the handle of another artist.
/// fn handle(look: &Rectangle, ctx: &plotreel::artists::DrawContext<'_>) -> Option<LegendHandle> {
///     look.legend_handle(ctx)
/// }
/// ```
#[derive(Debug, Clone)]
pub struct LegendHandle {
    kind: Kind,
}

#[derive(Debug, Clone)]
enum Kind {
    Line {
        line: Box<Line2D>,
        marked: bool,
    },
    Patch(Box<PatchBase>),
    Points(Box<PathCollection>),
    Errorbar(Box<ErrorbarLook>),
    /// Markers, a stem, the base line.
    Stem(Box<[Line2D; 3]>),
}

/// The line, the bars along x and along y, and the caps of an errorbar.
#[derive(Debug, Clone)]
struct ErrorbarLook {
    line: Option<Line2D>,
    bars: [Option<LineCollection>; 2],
    caps: Option<Line2D>,
}

/// The place of a handle on the canvas, in pixels with y up, and the legend's settings for markers.
#[derive(Debug, Clone, Copy)]
pub(super) struct HandleBox {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    /// Without the descent.
    pub(super) height: f64,
    pub(super) descent: f64,
    /// Of the text, in pixels.
    pub(super) fontsize: f64,
    pub(super) numpoints: usize,
    pub(super) scatterpoints: usize,
    pub(super) markerscale: f64,
}

/// Distance of the outermost of several markers from the ends, as a multiple of the font size.
const MARKER_PAD: f64 = 0.3;
/// How high the markers of a scatter plot are in turn, as fractions of the handle's height.
const SCATTER_HEIGHTS: [f64; 3] = [3.0 / 8.0, 4.0 / 8.0, 2.5 / 8.0];

impl LegendHandle {
    pub(crate) fn line(line: Line2D) -> Self {
        let kind = Kind::Line {
            line: Box::new(line),
            marked: true,
        };
        Self { kind }
    }

    /// A line that never has markers.
    pub(crate) fn segment(line: Line2D) -> Self {
        let kind = Kind::Line {
            line: Box::new(line),
            marked: false,
        };
        Self { kind }
    }

    pub(crate) fn patch(style: PatchBase) -> Self {
        // A separate rectangle in these colours.
        let plain = PatchBase::default();
        let style = PatchBase {
            coords: plain.coords,
            cap: plain.cap,
            join: plain.join,
            hatch_look: HatchLook {
                linewidth: None,
                ..style.hatch_look
            },
            base: ArtistBase::unclipped(1.0).with_alpha(style.base.alpha()),
            ..style
        };
        Self {
            kind: Kind::Patch(Box::new(style)),
        }
    }

    pub(crate) fn points(points: PathCollection) -> Self {
        Self {
            kind: Kind::Points(Box::new(points)),
        }
    }

    pub(crate) fn errorbar(
        line: Option<Line2D>,
        bars: [Option<LineCollection>; 2],
        caps: Option<Line2D>,
    ) -> Self {
        let look = ErrorbarLook { line, bars, caps };
        Self {
            kind: Kind::Errorbar(Box::new(look)),
        }
    }

    pub(crate) fn stem(markers: Line2D, stem: Line2D, base: Line2D) -> Self {
        Self {
            kind: Kind::Stem(Box::new([markers, stem, base])),
        }
    }

    /// Draws it; data coordinates of the context are pixels.
    pub(super) fn draw(
        &self,
        place: HandleBox,
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
    ) -> Result<()> {
        let HandleBox {
            x,
            y,
            width,
            height,
            descent,
            ..
        } = place;
        match &self.kind {
            Kind::Patch(style) => {
                let (bottom, right) = (y - descent, x + width);
                let area = Rect::new(x, bottom, right, bottom + height);
                style.draw(&area.to_path(1.0), canvas, ctx);
                Ok(())
            }
            Kind::Line { line, marked } => {
                let mut line = line.clone();
                let (xs, marker) = place.line_points(*marked);
                let ys = vec![y + (height - descent) / 2.0; xs.len()];
                line.become_handle([xs, ys], marker, place.markerscale, ctx);
                line.draw(canvas, ctx)
            }
            Kind::Points(points) => {
                let mut points = points.clone();
                let xs = match place.scatterpoints {
                    0 | 1 => vec![x + width / 2.0],
                    n => place.spread(n),
                };
                let heights = SCATTER_HEIGHTS.iter().cycle();
                let ys = heights.take(xs.len()).map(|h| y + h * height).collect();
                points.become_handle([xs, ys], place.markerscale, ctx);
                points.draw(canvas, ctx)
            }
            Kind::Errorbar(look) => look.draw(place, canvas, ctx),
            Kind::Stem(lines) => draw_stem(lines, place, canvas, ctx),
        }
    }
}

/// A stem on its base line, as high as the first marker of a scatter plot is raised.
fn draw_stem(
    lines: &[Line2D; 3],
    place: HandleBox,
    canvas: &mut Canvas,
    ctx: &DrawContext<'_>,
) -> Result<()> {
    let (xs, marker) = place.line_points(true);
    let head = place.height * (0.5 * SCATTER_HEIGHTS[0] + 0.5);
    let at = match marker {
        Some(i) => xs[i],
        None => xs[0],
    };
    let ends = [xs[0], xs[xs.len() - 1]];
    let [markers, stem, base] = lines;
    for (line, x, y) in [
        (stem, vec![at; 2], vec![0.0, head]),
        (base, ends.to_vec(), vec![0.0; 2]),
        (markers, vec![at], vec![head]),
    ] {
        let mut line = line.clone();
        let y = y.into_iter().map(|y| place.y + y).collect();
        line.become_handle([x, y], None, 1.0, ctx);
        line.draw(canvas, ctx)?;
    }
    Ok(())
}

/// Half the length of the bars, as a multiple of the font size.
const ERROR_SIZE: f64 = 0.5;

impl ErrorbarLook {
    fn draw(&self, place: HandleBox, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let (xs, marker) = place.line_points(true);
        let y = place.y + (place.height - place.descent) / 2.0;
        let size = ERROR_SIZE * place.fontsize;
        // The points that have markers.
        let marked: Vec<f64> = match marker {
            Some(i) => vec![xs[i]],
            None => xs.clone(),
        };
        // From the middle to an end of the bars along x, and along y.
        let reach = [(size, 0.0), (0.0, size)];
        for (bars, (dx, dy)) in self.bars.iter().zip(reach) {
            let Some(mut bars) = bars.clone() else {
                continue;
            };
            let bar = |x: &f64| [(x - dx, y - dy), (x + dx, y + dy)];
            bars.set_segments(marked.iter().map(bar));
            bars.style.base.clip_on = false;
            bars.draw(canvas, ctx)?;
        }
        for (i, (dx, dy)) in reach.into_iter().enumerate() {
            let Some(caps) = self.caps.as_ref().filter(|_| self.bars[i].is_some()) else {
                continue;
            };
            for side in [-1.0, 1.0] {
                let mut caps = caps.clone();
                caps.set_marker([Marker::VLine, Marker::HLine][i].clone())?;
                let xs = marked.iter().map(|x| x + side * dx).collect();
                let ys = vec![y + side * dy; marked.len()];
                caps.become_handle([xs, ys], None, 1.0, ctx);
                caps.draw(canvas, ctx)?;
            }
        }
        let Some(mut line) = self.line.clone() else {
            return Ok(());
        };
        let ys = vec![y; xs.len()];
        line.become_handle([xs, ys], marker, place.markerscale, ctx);
        line.draw(canvas, ctx)
    }
}

impl HandleBox {
    /// The points of a line, and which one alone has a marker.
    fn line_points(&self, marked: bool) -> (Vec<f64>, Option<usize>) {
        let count = if marked {
            self.numpoints
        } else {
            self.scatterpoints
        };
        match (count, marked) {
            (2.., _) => (self.spread(count), None),
            (_, false) => (vec![self.x, self.x + self.width], None),
            _ => {
                let at = |fraction: f64| self.x + fraction * self.width;
                (vec![at(0.0), at(0.5), at(1.0)], Some(1))
            }
        }
    }

    /// Several points from end to end.
    fn spread(&self, count: usize) -> Vec<f64> {
        let pad = MARKER_PAD * self.fontsize;
        let (from, len) = (self.x + pad, self.width - 2.0 * pad);
        let step = len / (count - 1) as f64;
        (0..count).map(|i| from + i as f64 * step).collect()
    }
}
