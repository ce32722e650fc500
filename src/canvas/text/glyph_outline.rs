//! The outline of a glyph, turned and made of straight lines as FreeType's smooth rasterizer does, to its last bit.

use kurbo::{Affine, BezPath, Point};
use skrifa::outline::OutlinePen;

/// In 1/64 px or 1/256 px, y up.
type Place = [i64; 2];

/// The second difference of a curve, in 1/256 px, up to which it is a line.
const STRAIGHT: i64 = 64;
/// The distance of the control points of a cubic from the thirds of its chord, thrice, up to which it is a line.
const STRAIGHT_CUBIC: i64 = 128;
/// Cubics are halved no more often.
const MAX_HALVINGS: u32 = 16;
/// FreeType moves a quarter of a second difference by this many bits.
const FRACTION: u32 = 32;

#[derive(Debug, Clone, Copy)]
enum Segment {
    Move(Place),
    Line(Place),
    Quad(Place, Place),
    Cubic(Place, Place, Place),
}

/// An outline in 1/64 px, y up from the baseline, and the bounds of its control points.
#[derive(Debug, Default)]
pub(crate) struct GlyphOutline {
    segments: Vec<Segment>,
    /// Left, bottom, right and top of the control points, if it has any.
    pub(crate) bounds: Option<[i32; 4]>,
}

impl GlyphOutline {
    fn take(&mut self, x: f32, y: f32) -> Place {
        let place = [x, y].map(|v| (v * 64.0).round() as i32);
        let [x, y] = place;
        let [left, bottom, right, top] = self.bounds.unwrap_or([x, y, x, y]);
        self.bounds = Some([left.min(x), bottom.min(y), right.max(x), top.max(y)]);
        place.map(i64::from)
    }

    /// Appends it with its curves, in pixels, y up from the baseline, at a place.
    pub(super) fn append_to(&self, path: &mut BezPath, place: Affine) {
        let at = |[x, y]: Place| place * Point::new(x as f64 / 64.0, y as f64 / 64.0);
        let mut is_open = false;
        for segment in &self.segments {
            match *segment {
                Segment::Move(p) => {
                    if is_open {
                        path.close_path();
                    }
                    is_open = true;
                    path.move_to(at(p));
                }
                Segment::Line(p) => path.line_to(at(p)),
                Segment::Quad(c, p) => path.quad_to(at(c), at(p)),
                Segment::Cubic(a, b, p) => path.curve_to(at(a), at(b), at(p)),
            }
        }
        if is_open {
            path.close_path();
        }
    }

    /// Appends it in pixels with y down, and returns the whole pixels that it is within.
    pub(super) fn draw(&self, turn: &Turn, pen: &mut Pen<'_>) {
        for segment in &self.segments {
            match *segment {
                Segment::Move(p) => pen.move_to(turn.place(p)),
                Segment::Line(p) => pen.line_to(turn.place(p)),
                Segment::Quad(c, p) => pen.quad_to(turn.place(c), turn.place(p)),
                Segment::Cubic(a, b, p) => {
                    pen.cubic_to(turn.place(a), turn.place(b), turn.place(p));
                }
            }
        }
        pen.close();
    }
}

impl OutlinePen for GlyphOutline {
    fn move_to(&mut self, x: f32, y: f32) {
        let place = self.take(x, y);
        self.segments.push(Segment::Move(place));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let place = self.take(x, y);
        self.segments.push(Segment::Line(place));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let (control, place) = (self.take(cx, cy), self.take(x, y));
        self.segments.push(Segment::Quad(control, place));
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        let (a, b) = (self.take(ax, ay), self.take(bx, by));
        let place = self.take(x, y);
        self.segments.push(Segment::Cubic(a, b, place));
    }

    fn close(&mut self) {}
}

/// A rotation, by a matrix in 1/65536, and then a move by 1/64 px.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Turn {
    cos: i64,
    sin: i64,
    by: Place,
}

impl Turn {
    /// By the cosine and sine of an angle, to a place in pixels.
    pub(super) fn new((cos, sin): (f64, f64), (x, y): (f64, f64)) -> Self {
        let [cos, sin] = [cos, sin].map(|v| (v * 65536.0).round_ties_even() as i64);
        let by = [x, y].map(|v| (v * 64.0).round_ties_even().clamp(-1e9, 1e9) as i64);
        Self { cos, sin, by }
    }

    /// The same moved by less than a pixel, and the whole pixels that are left.
    pub(super) fn within_pixel(self) -> (Self, [i64; 2]) {
        let by = self.by.map(|v| v.rem_euclid(64));
        (Self { by, ..self }, self.by.map(|v| v.div_euclid(64)))
    }

    /// A point in 1/256 px; each product is rounded to 1/64 px.
    fn place(&self, [x, y]: Place) -> Place {
        let turned = [
            product(x, self.cos) - product(y, self.sin),
            product(x, self.sin) + product(y, self.cos),
        ];
        [4 * (turned[0] + self.by[0]), 4 * (turned[1] + self.by[1])]
    }
}

/// A product with a number in 1/65536, a half rounded away from zero.
fn product(v: i64, factor: i64) -> i64 {
    let product = v * factor;
    (product + 0x8000 + (product >> 63)) >> 16
}

/// Writes lines to a path in pixels with y down, and keeps the box that they are in.
pub(super) struct Pen<'a> {
    path: &'a mut BezPath,
    height: f64,
    start: Option<Place>,
    end: Place,
    bounds: Option<[i64; 4]>,
}

impl<'a> Pen<'a> {
    /// On a canvas of this height.
    pub(super) fn new(path: &'a mut BezPath, height: f64) -> Self {
        Self {
            path,
            height,
            start: None,
            end: [0; 2],
            bounds: None,
        }
    }

    /// The whole pixels that the lines are within: left, bottom, right and top.
    pub(super) fn pixels(&self) -> Option<[i64; 4]> {
        let [left, bottom, right, top] = self.bounds?;
        Some([left >> 8, bottom >> 8, (right + 255) >> 8, (top + 255) >> 8])
    }

    fn point(&mut self, [x, y]: Place) -> Point {
        self.end = [x, y];
        let [left, bottom, right, top] = self.bounds.unwrap_or([x, y, x, y]);
        self.bounds = Some([left.min(x), bottom.min(y), right.max(x), top.max(y)]);
        Point::new(x as f64 / 256.0, self.height - y as f64 / 256.0)
    }

    fn close(&mut self) {
        if self.start.take().is_some() {
            self.path.close_path();
        }
    }

    fn move_to(&mut self, place: Place) {
        self.close();
        self.start = Some(place);
        let point = self.point(place);
        self.path.move_to(point);
    }

    fn line_to(&mut self, place: Place) {
        let point = self.point(place);
        self.path.line_to(point);
    }

    /// By adding differences, the second of which is constant.
    fn quad_to(&mut self, control: Place, end: Place) {
        let start = self.end;
        let first = [control[0] - start[0], control[1] - start[1]];
        let second = [
            end[0] - control[0] - first[0],
            end[1] - control[1] - first[1],
        ];
        let mut bend = second[0].abs().max(second[1].abs());
        let mut halvings = 0;
        while bend > STRAIGHT {
            bend >>= 2;
            halvings += 1;
        }
        if halvings == 0 {
            self.line_to(end);
            return;
        }
        // Lengths are i64 with 32 binary digits after the point.
        let shifted = |v: Place, by: u32| v.map(|v| i128::from(v) << by);
        let rest = shifted(second, FRACTION + 1);
        let rest = rest.map(|v| v >> (2 * halvings));
        let mut step = shifted(first, FRACTION + 1);
        for (step, rest) in step.iter_mut().zip(rest) {
            *step = (*step >> halvings) + (rest >> 1);
        }
        let mut place = shifted(start, FRACTION);
        for i in 0..1_u32 << halvings {
            for axis in 0..2 {
                if i > 0 {
                    step[axis] += rest[axis];
                }
                place[axis] += step[axis];
            }
            self.line_to(place.map(|v| (v >> FRACTION) as i64));
        }
    }

    fn cubic_to(&mut self, a: Place, b: Place, end: Place) {
        self.split([self.end, a, b, end], MAX_HALVINGS);
    }

    fn split(&mut self, arc: [Place; 4], halvings: u32) {
        let far = (0..2).any(|i| {
            let [p, a, b, q] = arc.map(|place| place[i]);
            (2 * q - 3 * b + p).abs() > STRAIGHT_CUBIC || (q - 3 * a + 2 * p).abs() > STRAIGHT_CUBIC
        });
        if !far || halvings == 0 {
            self.line_to(arc[3]);
            return;
        }
        let mut halves = [[[0; 2]; 4]; 2];
        for i in 0..2 {
            let [p, a, b, q] = arc.map(|place| place[i]);
            let (near, middle, far) = (p + a, a + b, b + q);
            let (left, right) = (near + middle, middle + far);
            let half = [p, near >> 1, left >> 2, (left + right) >> 3];
            let other = [half[3], right >> 2, far >> 1, q];
            for (k, v) in half.into_iter().enumerate() {
                halves[0][k][i] = v;
                halves[1][k][i] = other[k];
            }
        }
        let [first, second] = halves;
        self.split(first, halvings - 1);
        self.split(second, halvings - 1);
    }
}
