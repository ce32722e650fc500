//! The course of a line: through its points, in steps, or from edge to edge of the axes.

use std::ops::Range;

use kurbo::{BezPath, Point};

use crate::artists::in_view::{MIN_SLICED, in_view};
use crate::artists::line::Line;
use crate::artists::patches::open;
use crate::artists::{DrawContext, DrawStyle, MarkEvery};
use crate::canvas::Canvas;
use crate::scale::Scale;

/// The course of a line.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) enum Course {
    /// Its points.
    #[default]
    Points,
    /// The whole axes (`axline`).
    EdgeToEdge { slope: Option<f64> },
}

impl<const D: usize> Line<D> {
    /// The path through these x and y of the plane.
    pub(super) fn path(
        &self,
        plane: [&[f64]; 2],
        canvas: &Canvas,
        ctx: &DrawContext<'_>,
    ) -> BezPath {
        let place = |x, y| ctx.point_in(self.coords, [x, y]);
        let [x, y] = plane;
        if let Course::EdgeToEdge { slope } = self.course {
            canvas.polyline(self.ends(slope, plane, ctx).into_iter().flatten())
        } else if self.look.draw_style == DrawStyle::Default {
            let places = x.iter().zip(y);
            match self.coords.is_data() {
                true => canvas.polyline(places.map(|(x, y)| ctx.point([*x, *y]))),
                false => {
                    let data = open(places.clone().map(|(x, y)| Point::new(*x, *y)));
                    ctx.path_across_polar(self.coords, &data)
                        .unwrap_or_else(|| canvas.polyline(places.map(|(x, y)| place(*x, *y))))
                }
            }
        } else {
            let mut vertices = Vec::new();
            self.look.draw_style.vertices(x, y, &mut vertices);
            canvas.polyline(vertices.into_iter().map(|p| place(p.x, p.y)))
        }
    }

    /// The points that are drawn: of many whose x increases, those in view and one more on each side.
    ///
    /// As in the reference, because what is out of view changes how the rest is simplified.
    pub(super) fn slice(&self, x: &[f64], ctx: &DrawContext<'_>) -> Range<usize> {
        let all = 0..x.len();
        let flat = ctx
            .mapping
            .flat()
            .filter(|flat| flat.scales().0 == Scale::Linear);
        let Some(flat) = flat.filter(|_| {
            D == 2
                && x.len() > MIN_SLICED
                && self.course == Course::Points
                && self.coords.is_data()
                && self.look.base.clip_on
                && self.look.markers.every == MarkEvery::All
        }) else {
            return all;
        };
        in_view(x, flat.limits().x).unwrap_or(all)
    }

    /// Where a line through the whole axes meets its edges.
    pub(super) fn ends(
        &self,
        slope: Option<f64>,
        [x, y]: [&[f64]; 2],
        ctx: &DrawContext<'_>,
    ) -> Option<[Point; 2]> {
        let flat = ctx.mapping.flat()?;
        let (scale_x, scale_y) = flat.scales();
        let spread = |i: usize| {
            let (x, y) = (x.get(i)?, y.get(i)?);
            Some((scale_x.transform(*x), scale_y.transform(*y)))
        };
        let (x, y) = spread(0)?;
        let slope = match slope {
            Some(slope) => slope,
            None => {
                let (x2, y2) = spread(1)?;
                if x2 == x {
                    f64::INFINITY
                } else {
                    (y2 - y) / (x2 - x)
                }
            }
        };
        let limits = flat.limits();
        let (left, right) = (scale_x.transform(limits.x.0), scale_x.transform(limits.x.1));
        let (bottom, top) = (scale_y.transform(limits.y.0), scale_y.transform(limits.y.1));
        let ends = if slope == 0.0 {
            [(left, y), (right, y)]
        } else if slope.is_infinite() {
            [(x, bottom), (x, top)]
        } else {
            let mut meets = [
                (left, y + (left - x) * slope),
                (right, y + (right - x) * slope),
                (x + (bottom - y) / slope, bottom),
                (x + (top - y) / slope, top),
            ];
            meets.sort_by(|a, b| a.partial_cmp(b).unwrap_or(std::cmp::Ordering::Equal));
            [meets[1], meets[2]]
        };
        Some(ends.map(|(x, y)| ctx.point([scale_x.inverse(x), scale_y.inverse(y)])))
    }
}
