//! The course of a line: through its points, in steps, or from edge to edge of the axes.

use kurbo::{BezPath, Point};

use crate::artists::patches::open;
use crate::artists::{BlendedCoords, DrawContext, DrawStyle};
use crate::canvas::Canvas;

/// The course of a line.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) enum Course {
    /// Its points.
    #[default]
    Points,
    /// The whole axes (`axline`).
    EdgeToEdge { slope: Option<f64> },
}

impl Course {
    /// The path through these x and y of the plane; one straight from point to point of data is simplified, unless
    /// `simplify` is 0.
    pub(super) fn path(
        self,
        plane: [&[f64]; 2],
        (draw_style, coords, simplify): (DrawStyle, BlendedCoords, f64),
        canvas: &Canvas,
        ctx: &DrawContext<'_>,
    ) -> BezPath {
        let place = |x, y| ctx.point_in(coords, [x, y]);
        let [x, y] = plane;
        if let Self::EdgeToEdge { slope } = self {
            canvas.polyline(ends(slope, plane, ctx).into_iter().flatten())
        } else if draw_style == DrawStyle::Default {
            let places = x.iter().zip(y);
            match coords.is_data() {
                true => match ctx.mapping.affine() {
                    Some(affine) => canvas.line_through(plane, affine, simplify),
                    None => canvas.line_through(plane, |point| ctx.point(point), simplify),
                },
                false => {
                    let data = open(places.clone().map(|(x, y)| Point::new(*x, *y)));
                    ctx.path_across_polar(coords, &data)
                        .unwrap_or_else(|| canvas.polyline(places.map(|(x, y)| place(*x, *y))))
                }
            }
        } else {
            let mut vertices = Vec::new();
            draw_style.vertices(x, y, &mut vertices);
            canvas.polyline(vertices.into_iter().map(|p| place(p.x, p.y)))
        }
    }
}

/// Where a line through the whole axes meets its edges.
pub(super) fn ends(
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
