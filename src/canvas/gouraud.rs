//! Triangles whose colours are interpolated between their corners, as by Agg's `span_gouraud_rgba`.

use kurbo::{Point, Vec2};

use crate::canvas::Canvas;
use crate::canvas::clip::{FAR, is_within};
use crate::canvas::outline::crossing;
use crate::canvas::polygons::Polygons;
use crate::canvas::target::Target;
use crate::color::Fine;
use crate::mapping::Clip;

/// By how many pixels each side is moved outwards, so that neighbours leave no gap.
const DILATION: f64 = 0.5;
/// The interpolated places along a row are in units of 1/16 of a pixel.
pub(super) const SUBPIXELS: i32 = 16;
/// Places of the fractions of interpolated colours.
pub(super) const FRACTION: u32 = 14;
/// Smaller areas are none.
const TINY: f64 = 1e-30;

/// A corner of a triangle: its point on the canvas, y down, and the number of its colour.
pub(crate) type Corner = (Point, u32);

/// R, G, B, A.
pub(crate) type Rgba = [u8; 4];

/// The nearest bytes of the mean of so many colours.
pub(crate) fn mean<const N: usize>(colors: [Fine; N]) -> Rgba {
    let unit = 256 * N as u32;
    std::array::from_fn(|c| {
        let sum: u32 = colors.iter().map(|color| u32::from(color[c])).sum();
        ((sum + unit / 2) / unit) as u8
    })
}

/// A triangle with its sides moved outwards.
#[derive(Debug)]
pub(super) struct Shade {
    /// From the uppermost corner to the lowest, to the middle one, and from there to the lowest.
    edges: [Edge; 3],
    /// The row of the middle corner.
    middle: i64,
    /// Whether the first edge is on the right.
    swapped: bool,
}

/// A line along which places and colours change with y.
#[derive(Debug)]
struct Edge {
    start: Point,
    across: f64,
    /// 1 over its height.
    slope: f64,
    colors: [u32; 2],
}

/// A place of an edge: in 1/16 of a pixel, and as a part of the way between two colours.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Stop {
    pub(super) x: i32,
    pub(super) colors: [u32; 2],
    pub(super) part: f64,
}

/// The colours along a row of a triangle.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Run {
    start: i32,
    color: [i32; 4],
    steps: [i32; 4],
}

impl Canvas {
    /// Fills triangles, whose colours change linearly from corner to corner, one over the other. Those with
    /// coordinates that are not finite are omitted.
    pub(crate) fn draw_gouraud_triangles(
        &mut self,
        triangles: impl Iterator<Item = [Corner; 3]>,
        colors: &[Rgba],
        clip: Option<&Clip>,
    ) {
        let mut polygons = std::mem::take(&mut self.polygons);
        let mut target = Target::new(self, clip);
        for triangle in triangles {
            if let Some(shade) = Shade::new(triangle, &mut polygons) {
                target.fill_shaded(&polygons, &shade, colors);
            }
        }
        self.polygons = polygons;
    }
}

impl Shade {
    /// Of a triangle that is not too far away; its outline is put into `polygons`.
    pub(super) fn new(corners: [Corner; 3], polygons: &mut Polygons) -> Option<Self> {
        let points = corners.map(|corner| corner.0);
        if !points.iter().all(|point| is_within(*point, FAR)) {
            return None;
        }
        let outline = dilated(points);
        polygons.clear();
        polygons.add(outline.into_iter());
        let sides = [0, 1, 2].map(|i| [outline[2 * i], outline[2 * i + 1]]);
        let mut ordered = [
            (crossing(sides[2], sides[0]), corners[0]),
            (crossing(sides[0], sides[1]), corners[1]),
            (crossing(sides[1], sides[2]), corners[2]),
        ]
        .map(|(crossing, (point, color))| (crossing.unwrap_or(point), color));
        // In the reference's order, which decides between equal heights.
        for (above, below) in [(0, 2), (0, 1), (1, 2)] {
            if ordered[above].0.y > ordered[below].0.y {
                ordered.swap(above, below);
            }
        }
        let [top, middle, bottom] = ordered;
        Some(Self {
            middle: middle.0.y as i64,
            swapped: turn(top.0, bottom.0, middle.0) < 0.0,
            edges: [
                Edge::new(top, bottom),
                Edge::new(top, middle),
                Edge::new(middle, bottom),
            ],
        })
    }

    /// Between which places of its edges a row is.
    pub(super) fn stops(&self, y: i64) -> [Stop; 2] {
        let at = y as f64;
        let [long, upper, lower] = &self.edges;
        let from = long.stop(at);
        let to = match y <= self.middle {
            true => upper.stop(at + upper.slope),
            false => lower.stop(at - lower.slope),
        };
        if self.swapped { [to, from] } else { [from, to] }
    }
}

impl Edge {
    fn new((start, first): Corner, (end, last): Corner) -> Self {
        let height = end.y - start.y;
        Self {
            start: start - Vec2::new(0.5, 0.5),
            across: end.x - start.x,
            slope: if height < 1e-5 { 1e5 } else { 1.0 / height },
            colors: [first, last],
        }
    }

    fn stop(&self, y: f64) -> Stop {
        let part = ((y - self.start.y) * self.slope).clamp(0.0, 1.0);
        Stop {
            x: rounded((self.start.x + self.across * part) * f64::from(SUBPIXELS)),
            colors: self.colors,
            part,
        }
    }
}

impl Stop {
    fn color(&self, colors: &[Rgba]) -> [i32; 4] {
        let [first, last] = self.colors.map(|i| colors[i as usize].map(i32::from));
        std::array::from_fn(|c| first[c] + rounded(f64::from(last[c] - first[c]) * self.part))
    }
}

/// How long a row of a triangle is, in 1/16 of a pixel.
pub(super) fn length([from, to]: &[Stop; 2]) -> i32 {
    (to.x - from.x).abs().max(1)
}

impl Run {
    /// Between two places of edges.
    pub(super) fn new(stops: &[Stop; 2], colors: &[Rgba]) -> Self {
        let length = length(stops);
        let [color, last] = stops.map(|stop| stop.color(colors));
        Self {
            start: stops[0].x,
            color,
            steps: std::array::from_fn(|c| ((last[c] - color[c]) << FRACTION) / length),
        }
    }

    /// R, G, B and A of so many pixels from this one on.
    #[inline(always)]
    pub(super) fn colors<const N: usize>(&self, x: i64) -> [[i32; N]; 4] {
        let first = x as i32 * SUBPIXELS - self.start;
        std::array::from_fn(|c| {
            std::array::from_fn(|lane| {
                let along = i64::from(first + SUBPIXELS * lane as i32);
                let change = (i64::from(self.steps[c]) * along) >> FRACTION;
                (i64::from(self.color[c]) + change).clamp(0, 255) as i32
            })
        })
    }
}

/// The nearest whole number, halves away from 0.
#[inline(always)]
fn rounded(v: f64) -> i32 {
    (if v < 0.0 { v - 0.5 } else { v + 0.5 }) as i32
}

/// On which side of the line through two points another is.
fn turn(a: Point, b: Point, p: Point) -> f64 {
    (p - b).cross(b - a)
}

/// The ends of the sides of a triangle that are moved outwards.
fn dilated([a, b, c]: [Point; 3]) -> [Point; 6] {
    let area = turn(a, b, c);
    let distance = if area > 0.0 { -DILATION } else { DILATION };
    let away = |from: Point, to: Point| {
        if area.abs() <= TINY {
            return Vec2::ZERO;
        }
        let along = to - from;
        let length = along.hypot2().sqrt();
        Vec2::new(distance * along.y / length, -distance * along.x / length)
    };
    let (first, second, third) = (away(a, b), away(b, c), away(c, a));
    [
        a + first,
        b + first,
        b + second,
        c + second,
        c + third,
        a + third,
    ]
}
