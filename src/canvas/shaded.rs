//! Triangles with interpolated colours whose places are known: what is seen of each in each pixel.

use pulp::{Arch, NullaryFnOnce};

use crate::canvas::Canvas;
use crate::canvas::coverage::{Coverage, Covered, Covers, Paint, area_of, bands};
use crate::canvas::gouraud::{Corner, FRACTION, Rgba, SUBPIXELS, Shade, Stop, length};
use crate::canvas::polygons::Polygons;
use crate::canvas::target::share;
use crate::mapping::PixelRect;
use kurbo::Vec2;

/// What opaque triangles leave of each other, so that other colours can be drawn at the same places: the same pixels as
/// of [`Canvas::draw_gouraud_triangles`], in a fraction of the time.
#[derive(Debug)]
pub(crate) struct ShadedPixels {
    area: PixelRect,
    /// The rows of triangles that are seen in each row of pixels.
    tracks: Vec<Track>,
    /// How many of them there are up to the end of each row.
    row_ends: Vec<u32>,
    marks: Vec<Mark>,
    /// How many marks there are up to the end of each pixel.
    pixel_ends: Vec<u32>,
}

/// A row of a triangle: between which places of its edges it is.
#[derive(Debug, Clone, Copy)]
struct Track {
    /// Of the colours that the places are between: the first one of each, and the last one of each.
    colors: [[u32; 2]; 2],
    parts: [f64; 2],
    /// 1 over the length.
    scale: f64,
}

/// What a triangle adds to a pixel.
#[derive(Debug, Clone, Copy)]
struct Mark {
    /// Its track, counted within the row.
    track: u32,
    /// How far it is along the track, in 1/16 of a pixel, times 256, plus how much of the pixel it covers.
    place: i32,
}

/// A mark in a list.
struct Node {
    mark: Mark,
    /// The one below.
    next: u32,
}

const NONE: u32 = u32::MAX;

/// In lengths of a track: twice as far as any colour may be from white or black.
const FARTHEST: i32 = 514;

/// Collects marks.
struct Collector {
    area: PixelRect,
    tracks: Vec<Track>,
    nodes: Vec<Node>,
    /// The last node of each pixel.
    heads: Vec<u32>,
    row: i64,
    /// Where the track of the row begins and how long it is, once something is seen of it.
    track: Option<(i32, i32)>,
    shade: Option<Shade>,
}

impl ShadedPixels {
    /// Of triangles on a canvas within a clip.
    pub(crate) fn new(triangles: impl Iterator<Item = [Corner; 3]>, area: PixelRect) -> Self {
        let size = (area.width().max(0) * area.height().max(0)) as usize;
        let mut collector = Collector {
            area,
            tracks: Vec::new(),
            nodes: Vec::new(),
            heads: vec![NONE; size],
            row: 0,
            track: None,
            shade: None,
        };
        let (mut polygons, mut coverage) = (Polygons::default(), Coverage::default());
        for triangle in triangles {
            collector.shade = Shade::new(triangle, &mut polygons);
            if collector.shade.is_none() {
                continue;
            }
            let reach = polygons.reach();
            for band in bands(area_of(reach, area)) {
                coverage.begin(band);
                coverage.add(&polygons, Vec2::ZERO, reach);
                coverage.paint(&mut collector);
            }
        }
        collector.finish()
    }
}

impl Paint for Collector {
    fn row(&mut self, y: i64) {
        self.row = y;
        self.track = None;
    }

    fn group(&mut self, x: i64, covers: &Covers) {
        let y = self.row;
        for (x, cover) in (x..).zip(covers) {
            if *cover == 0 || x < self.area.x0 || x >= self.area.x1 {
                continue;
            }
            let Some(shade) = &self.shade else { return };
            let (start, length) = *self.track.get_or_insert_with(|| {
                let stops = shade.stops(y);
                self.tracks.push(Track::new(&stops));
                (stops[0].x, length(&stops))
            });
            // Farther away colours have all of a channel or nothing, and products need more than 32 bits.
            let far = length.saturating_mul(FARTHEST);
            let along = (x as i32 * SUBPIXELS - start).clamp(-far, far);
            let mark = Mark {
                track: self.tracks.len() as u32 - 1,
                place: along << 8 | cover,
            };
            let pixel = (y - self.area.y0) * self.area.width() + x - self.area.x0;
            let head = &mut self.heads[pixel as usize];
            // What is covered wholly hides all below.
            let next = if *cover == 255 { NONE } else { *head };
            *head = self.nodes.len() as u32;
            self.nodes.push(Node { mark, next });
        }
    }
}

impl Collector {
    /// Marks from the lowest to the highest, with the tracks of each row one after the other.
    fn finish(self) -> ShadedPixels {
        let width = self.area.width().max(1) as usize;
        let mut found = ShadedPixels {
            area: self.area,
            tracks: Vec::new(),
            row_ends: Vec::new(),
            marks: Vec::new(),
            pixel_ends: Vec::with_capacity(self.heads.len()),
        };
        // Where the tracks are in this row.
        let mut places = vec![NONE; self.tracks.len()];
        for heads in self.heads.chunks(width) {
            let first_track = found.tracks.len();
            for head in heads {
                let first = found.marks.len();
                let mut node = *head;
                while let Some(Node { mark, next }) = self.nodes.get(node as usize) {
                    let place = &mut places[mark.track as usize];
                    if *place == NONE {
                        *place = (found.tracks.len() - first_track) as u32;
                        found.tracks.push(self.tracks[mark.track as usize]);
                    }
                    found.marks.push(Mark {
                        track: *place,
                        place: mark.place,
                    });
                    node = *next;
                }
                found.marks[first..].reverse();
                found.pixel_ends.push(found.marks.len() as u32);
            }
            found.row_ends.push(found.tracks.len() as u32);
        }
        found
    }
}

/// The colour at the start of a row of a triangle and its change per 1/16 of a pixel, in units of 1/16384.
type Ramp = [[i32; 4]; 2];

impl Canvas {
    /// Draws triangles at known places in these opaque colours.
    pub(crate) fn draw_shaded_pixels(&mut self, shaded: &ShadedPixels, colors: &[Rgba]) {
        let area = shaded.area;
        if area.is_empty() {
            return;
        }
        let width = self.size.width as usize;
        let pixels = self.raster.rect_mut(area).as_chunks_mut::<4>().0;
        let shares: [f32; 256] = std::array::from_fn(|cover| share(cover as i32));
        let mut ramps = Vec::new();
        let (mut track, mut mark) = (0, 0);
        let columns = area.width() as usize;
        let rows = shaded
            .row_ends
            .iter()
            .zip(shaded.pixel_ends.chunks(columns));
        for (y, (track_end, pixel_ends)) in (area.y0 as usize..).zip(rows) {
            let tracks = track..*track_end as usize;
            track = tracks.end;
            let marks = mark..pixel_ends.last().map_or(mark, |end| *end as usize);
            mark = marks.end;
            Arch::new().dispatch(PaintRow {
                tracks: &shaded.tracks[tracks],
                first: marks.start,
                marks: &shaded.marks[marks],
                pixel_ends,
                pixels: &mut pixels[y * width + area.x0 as usize..][..columns],
                colors,
                shares: &shares,
                ramps: &mut ramps,
            });
        }
    }
}

/// The work of [`Canvas::draw_shaded_pixels`] on a row, vectorised for the machine at hand. A closure would not be.
struct PaintRow<'a> {
    tracks: &'a [Track],
    /// How many marks there are before those of the row.
    first: usize,
    marks: &'a [Mark],
    pixel_ends: &'a [u32],
    pixels: &'a mut [[u8; 4]],
    colors: &'a [Rgba],
    shares: &'a [f32; 256],
    ramps: &'a mut Vec<Ramp>,
}

impl NullaryFnOnce for PaintRow<'_> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        self.ramps.resize(self.tracks.len(), Ramp::default());
        for (ramp, track) in self.ramps.iter_mut().zip(self.tracks) {
            *ramp = track.ramp(self.colors);
        }
        let mut rest = self.marks;
        let mut last = self.first;
        for (pixel, end) in self.pixels.iter_mut().zip(self.pixel_ends) {
            let end = *end as usize;
            let Some((marks, later)) = rest.split_at_checked(end - last) else {
                return;
            };
            (rest, last) = (later, end);
            if !marks.is_empty() {
                *pixel = painted(*pixel, marks, self.ramps, self.shares);
            }
        }
    }
}

// Loops over slices, as calls of closures would not be compiled for the machine at hand.

impl Track {
    fn new(stops: &[Stop; 2]) -> Self {
        let [from, to] = stops;
        Self {
            colors: [
                [from.colors[0], to.colors[0]],
                [from.colors[1], to.colors[1]],
            ],
            parts: [from.part, to.part],
            scale: 1.0 / f64::from(length(stops)),
        }
    }

    #[inline(always)]
    fn ramp(&self, colors: &[Rgba]) -> Ramp {
        let mut ends = [[0.0f64; 4]; 2];
        for (side, end) in ends.iter_mut().enumerate() {
            let first = &colors[self.colors[0][side] as usize];
            let last = &colors[self.colors[1][side] as usize];
            for ((end, first), last) in end.iter_mut().zip(first).zip(last) {
                let first = f64::from(*first);
                let change = (f64::from(*last) - first) * self.parts[side];
                // The nearest whole number, halves away from 0.
                *end = first + (change + 0.5f64.copysign(change)).trunc();
            }
        }
        let [from, to] = ends;
        let mut ramp = [[0; 4]; 2];
        for (lane, (from, to)) in from.iter().zip(&to).enumerate() {
            let change = (to - from) * f64::from(1 << FRACTION);
            ramp[0][lane] = whole(*from);
            // A half more changes no whole quotient, so that the scale need not be exact.
            ramp[1][lane] = whole(((change + 0.5f64.copysign(change)) * self.scale).trunc());
        }
        ramp
    }
}

/// A whole number that is not too large; `as` would check that, one number at a time.
#[inline(always)]
fn whole(v: f64) -> i32 {
    // From here on f64 has no fractions: the lowest bits are the number.
    const WHOLE: f64 = 1.5 * (1_u64 << 52) as f64;
    (v + WHOLE).to_bits() as i32
}

/// A pixel with marks over it. The alphas are computed as the colours are, and stay 255: with three numbers of four, some
/// would be computed one by one.
#[inline(always)]
fn painted(pixel: [u8; 4], marks: &[Mark], ramps: &[Ramp], shares: &[f32; 256]) -> [u8; 4] {
    let [b, g, r, _] = pixel;
    let mut mixed = [f32::from(r), f32::from(g), f32::from(b), 255.0];
    for mark in marks {
        let [color, steps] = &ramps[mark.track as usize];
        let along = mark.place >> 8;
        let share = shares[(mark.place & 0xff) as usize];
        for ((mixed, color), step) in mixed.iter_mut().zip(color).zip(steps) {
            let over = (color + ((step * along) >> FRACTION)).clamp(0, 255) as f32;
            *mixed += (share * (over - *mixed)).floor();
        }
    }
    let mut bytes = [0; 4];
    for (byte, mixed) in bytes.iter_mut().zip(mixed) {
        // From there on f32 has no fractions: the lowest bits are the number.
        *byte = (mixed + (1 << 23) as f32).to_bits() as u8;
    }
    let [r, g, b, a] = bytes;
    [b, g, r, a]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame_size::FrameSize;
    use kurbo::Point;

    const SIZE: FrameSize = FrameSize {
        width: 60,
        height: 40,
    };

    #[test]
    fn the_pixels_are_those_of_triangles_drawn_one_by_one() {
        for _ in 0..32 {
            let mut rng = fastrand::Rng::new();
            println!("seed {}", rng.get_seed());
            let side = rng.f64() * 20.0 + 1.0;
            let count = rng.usize(1..400);
            let mut corner = |around: Point| {
                let mut near = || (rng.f64() - 0.5) * side;
                around + Vec2::new(near(), near())
            };
            let mut triangles = Vec::new();
            for i in 0..count as u32 {
                let middle = Point::new(f64::from(i * 7 % 70) - 4.0, f64::from(i * 11 % 47) - 3.0);
                triangles.push([0, 1, 2].map(|k| (corner(middle), 3 * i + k)));
            }
            let colors: Vec<Rgba> = (0..3 * count as u32)
                .map(|i| [(i * 37) as u8, (i * 91) as u8, (i * 5) as u8, 255])
                .collect();
            let area = PixelRect {
                x0: 3,
                y0: 2,
                x1: 57,
                y1: 39,
            };
            let mut canvases = [Canvas::new(SIZE), Canvas::new(SIZE)];
            let clip = crate::mapping::Clip::Pixels(area);
            let all = || triangles.iter().copied();
            canvases[0].draw_gouraud_triangles(all(), &colors, Some(&clip));
            let shaded = ShadedPixels::new(all(), area);
            canvases[1].draw_shaded_pixels(&shaded, &colors);
            assert!(canvases[0].pixels() == canvases[1].pixels());
        }
    }
}
