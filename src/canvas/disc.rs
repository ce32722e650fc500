//! Discs with edges, painted straight onto the canvas: what most scatter plots are made of.

use kurbo::Point;

use crate::canvas::Canvas;
use crate::color::Color;
use crate::transform::PixelRect;

/// A disc, in pixels from the top left corner.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Disc {
    pub(crate) center: Point,
    pub(crate) radius: f64,
    pub(crate) face: Option<Color>,
    /// Colour and width of the stroke along its edge.
    pub(crate) edge: Option<(Color, f64)>,
}

/// Below this radius in pixels the edge is too bent to count as straight within a pixel.
const SMALL: f64 = 2.0;
/// Rows of a pixel that are summed up for small discs.
const ROWS: usize = 16;
/// Half the diagonal of a pixel, and a little.
const HALF_PIXEL: f64 = 0.71;

impl Canvas {
    /// Paints discs one over the other; those that are not finite are left out.
    pub(crate) fn draw_discs(
        &mut self,
        discs: impl Iterator<Item = Disc>,
        clip: Option<PixelRect>,
    ) {
        self.flush();
        let clip = clip
            .unwrap_or(PixelRect::of_canvas(self.size))
            .clip(self.size);
        let width = self.size.width as usize;
        for disc in discs {
            disc.paint(self.pixels_mut(), width, clip);
        }
    }
}

impl Disc {
    fn paint(&self, pixels: &mut [u8], width: usize, clip: PixelRect) {
        let Point { x, y } = self.center;
        let half = self.edge.map_or(0.0, |(_, width)| width / 2.0);
        let outer = self.radius + half;
        if !(x.is_finite() && y.is_finite() && outer.is_finite() && self.radius > 0.0) {
            return;
        }
        let reach = outer + HALF_PIXEL;
        let rows = span(y, reach, clip.y0, clip.y1);
        // Nothing but the face is to be seen within this distance.
        let solid = if self.edge.is_some() {
            self.radius - half - HALF_PIXEL
        } else {
            self.radius - HALF_PIXEL
        };
        for row in rows {
            let dy = row as f64 + 0.5 - y;
            let columns = span(x, chord(reach, dy), clip.x0, clip.x1);
            let inside = span(x, chord(solid, dy) - 0.5, clip.x0, clip.x1);
            let line = &mut pixels[4 * width * row..][..4 * width];
            let (inside, hollow) = match solid > 0.0 && !inside.is_empty() {
                true => (inside, false),
                false => (columns.end..columns.end, true),
            };
            for column in columns.start..inside.start.max(columns.start).min(columns.end) {
                self.paint_edge(pixel(line, column), column as f64 + 0.5 - x, dy, half);
            }
            if hollow {
                continue;
            }
            if let Some(face) = self.face {
                fill(&mut line[4 * inside.start..4 * inside.end], face);
            }
            for column in inside.end..columns.end {
                self.paint_edge(pixel(line, column), column as f64 + 0.5 - x, dy, half);
            }
        }
    }

    /// Paints a pixel at the edge, this far from the middle.
    fn paint_edge(&self, pixel: Option<&mut [u8; 4]>, dx: f64, dy: f64, half: f64) {
        let Some(pixel) = pixel else { return };
        if let Some(face) = self.face {
            blend(pixel, face, coverage(dx, dy, self.radius));
        }
        if let Some((edge, _)) = self.edge {
            let ring = coverage(dx, dy, self.radius + half) - coverage(dx, dy, self.radius - half);
            blend(pixel, edge, ring);
        }
    }
}

fn pixel(line: &mut [u8], column: usize) -> Option<&mut [u8; 4]> {
    line.as_chunks_mut().0.get_mut(column)
}

/// Half the length of a chord at this distance from the middle; 0 where there is none.
fn chord(radius: f64, distance: f64) -> f64 {
    if radius <= distance.abs() {
        return 0.0;
    }
    (radius * radius - distance * distance).sqrt()
}

/// The pixels whose middles are within `half` of `middle`.
fn span(middle: f64, half: f64, low: i64, high: i64) -> std::ops::Range<usize> {
    let place = |v: f64| v.clamp(low as f64, high as f64) as usize;
    place((middle - half - 0.5).ceil())..place((middle + half + 0.5).floor())
}

/// The share of a pixel that a disc covers; (dx, dy) leads from the disc's middle to the pixel's.
fn coverage(dx: f64, dy: f64, radius: f64) -> f64 {
    if radius <= 0.0 {
        return 0.0;
    }
    let distance = (dx * dx + dy * dy).sqrt();
    let within = radius - distance;
    if within.abs() >= HALF_PIXEL {
        return if within > 0.0 { 1.0 } else { 0.0 };
    }
    if radius < SMALL {
        return small_coverage(dx, dy, radius);
    }
    // The part of a unit square on one side of a straight line whose normal is (a, b).
    let (a, b) = (dx.abs() / distance, dy.abs() / distance);
    let (a, b) = if a < b { (b, a) } else { (a, b) };
    let half = (a + b) / 2.0;
    let rest = half - within.abs();
    let outside = if rest <= 0.0 {
        0.0
    } else if within.abs() <= (a - b) / 2.0 {
        0.5 - within.abs() / a
    } else {
        rest * rest / (2.0 * a * b)
    };
    if within > 0.0 { 1.0 - outside } else { outside }
}

fn small_coverage(dx: f64, dy: f64, radius: f64) -> f64 {
    let (left, right) = (dx - 0.5, dx + 0.5);
    let row = |i: usize| {
        let half = chord(radius, dy - 0.5 + (i as f64 + 0.5) / ROWS as f64);
        (half.min(right) - left.max(-half)).max(0.0)
    };
    (0..ROWS).map(row).sum::<f64>() / ROWS as f64
}

fn fill(row: &mut [u8], color: Color) {
    let pixels = row.as_chunks_mut::<4>().0;
    if color.a == 255 {
        pixels.fill(color.bgra());
    } else {
        pixels.iter_mut().for_each(|p| blend(p, color, 1.0));
    }
}

/// Agg's blending: 8 bits of coverage, and products rounded as `lerp` of its rgba8 does.
fn blend(pixel: &mut [u8; 4], color: Color, coverage: f64) {
    let cover = (255.0 * coverage + 0.5) as u32;
    let alpha = divided(u32::from(color.a) * cover) as i32;
    if alpha == 0 {
        return;
    }
    for (below, above) in pixel.iter_mut().zip(color.bgra()).take(3) {
        let (from, to) = (i32::from(*below), i32::from(above));
        let step = (to - from) * alpha + 0x80 - i32::from(from > to);
        *below = (from + (((step >> 8) + step) >> 8)) as u8;
    }
    pixel[3] = 255;
}

/// A product of two bytes over 255, rounded.
fn divided(product: u32) -> u32 {
    let t = product + 0x80;
    ((t >> 8) + t) >> 8
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::canvas::FrameSize;

    #[test]
    fn coverage_sums_up_to_the_area() {
        for radius in [0.3, 0.9, 1.7, 2.0, 3.3, 7.5, 20.0] {
            for (x, y) in [(0.0, 0.0), (0.3, 0.1), (0.5, 0.5), (0.77, 0.4)] {
                let reach = 25;
                let cells = (-reach..=reach).flat_map(|i| (-reach..=reach).map(move |j| (i, j)));
                let sum: f64 = cells
                    .map(|(i, j)| coverage(f64::from(i) - x, f64::from(j) - y, radius))
                    .sum();
                let area = std::f64::consts::PI * radius * radius;
                assert!(
                    (sum - area).abs() < 0.006 * area + 0.02,
                    "{radius}: {sum}, not {area}"
                );
            }
        }
    }

    #[test]
    fn a_disc_is_what_the_painter_fills() {
        let size = FrameSize {
            width: 40,
            height: 40,
        };
        let (blue, red) = (Color::rgb(0, 0, 255), Color::rgb(255, 0, 0));
        for (radius, width) in [(1.2, 1.4), (4.3, 1.4), (9.6, 3.0), (2.0, 5.0)] {
            let center = Point::new(19.3, 20.8);
            let mut ours = Canvas::new(size);
            let disc = Disc {
                center,
                radius,
                face: Some(blue),
                edge: Some((red, width)),
            };
            ours.draw_discs(std::iter::once(disc), None);
            let mut theirs = Canvas::new(size);
            let circle = kurbo::Shape::to_path(&kurbo::Circle::new(center, radius), 1e-3);
            theirs.fill_path(&circle, blue, None);
            theirs.stroke_path(&circle, &kurbo::Stroke::new(width), red, None);
            theirs.flush();
            let off = ours.pixels().iter().zip(theirs.pixels());
            let worst = off.map(|(a, b)| a.abs_diff(*b)).max().unwrap();
            assert!(worst <= 12, "{radius} {width}: {worst}");
        }
    }

    #[test]
    fn discs_outside_and_no_numbers_are_left_out() {
        let mut canvas = Canvas::new(FrameSize {
            width: 4,
            height: 4,
        });
        let blank = canvas.pixels().to_vec();
        let disc = |x, radius| Disc {
            center: Point::new(x, 2.0),
            radius,
            face: Some(Color::rgb(0, 0, 0)),
            edge: None,
        };
        let discs = [
            disc(1e300, 1.0),
            disc(-50.0, 3.0),
            disc(f64::NAN, 1.0),
            disc(1.0, f64::NAN),
            disc(1.0, f64::INFINITY),
        ];
        canvas.draw_discs(discs.into_iter(), None);
        assert_eq!(canvas.pixels(), blank);
    }
}
