//! Markers in one opaque colour, at many places.
//!
//! Where any of them covers a pixel wholly the pixel gets the colour, whatever is painted there before and after: to
//! blend a colour over itself changes nothing. So these pixels are found first, as a set, and painted once; what is
//! left are the edges of markers that no other one hides. The result is that of painting marker by marker.

use pulp::NullaryFnOnce;

use crate::canvas::coverage::{Group, LANES};
use crate::canvas::target::pixel_set::PixelSet;
use crate::canvas::target::{Ink, Mask, Target};
use crate::color::Color;
use crate::mapping::PixelRect;

/// Larger stamps, in pixels per side, are not worth it.
const LARGEST: usize = 64;
/// Fewer are not worth it.
const MANY: usize = 2048;

/// Pixels of a row, as seen from a stamp's corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) x: usize,
    pub(super) y: usize,
    /// At least 1, at most 64.
    pub(super) len: usize,
}

impl Run {
    pub(super) fn columns(self) -> (usize, usize) {
        (self.x, self.len)
    }
}

/// What masks of one opaque colour cover together.
#[derive(Debug)]
pub(in crate::canvas) struct Stamp {
    color: Color,
    /// Of the upper left pixel.
    corner: (i64, i64),
    width: usize,
    height: usize,
    /// What is covered wholly.
    whole: Vec<Run>,
    /// What is covered otherwise, in the order of the masks.
    rest: Vec<Group>,
    /// All of each row, seen from the place that it covers: where the corners of the stamps that do so lie.
    around: Vec<Run>,
}

impl Stamp {
    /// That of masks in these colours, if they are one opaque colour and the masks are small.
    pub(in crate::canvas) fn new(
        masks: &[Mask],
        mut colors: impl Iterator<Item = Color>,
    ) -> Option<Self> {
        let color = colors.next().filter(|color| color.a == 255)?;
        if colors.any(|other| other != color) {
            return None;
        }
        let groups = || masks.iter().flat_map(|mask| &mask.0);
        let least = |of: fn(&Group) -> i64| groups().map(of).min();
        let most = |of: fn(&Group) -> i64| groups().map(of).max();
        let corner = (least(|group| group.0.0)?, least(|group| group.0.1)?);
        let end = (
            most(|group| group.0.0)? + LANES as i64,
            most(|group| group.0.1)? + 1,
        );
        let width = usize::try_from(end.0 - corner.0).ok()?;
        let height = usize::try_from(end.1 - corner.1).ok()?;
        if width > LARGEST || height > LARGEST {
            return None;
        }
        let place = |(x, y): (i64, i64)| ((x - corner.0) as usize, (y - corner.1) as usize);
        let (mut whole, mut any) = (vec![0_u64; height], vec![0_u64; height]);
        for (at, covers) in groups() {
            let (x, y) = place(*at);
            for (lane, cover) in covers.iter().enumerate() {
                whole[y] |= u64::from(*cover == 255) << (x + lane);
                any[y] |= u64::from(*cover != 0) << (x + lane);
            }
        }
        let rest = groups().filter_map(|(at, covers)| {
            let (x, y) = place(*at);
            let mut rest = *covers;
            for (lane, cover) in rest.iter_mut().enumerate() {
                *cover *= i32::from(whole[y] >> (x + lane) & 1 == 0);
            }
            (rest != [0; LANES]).then_some((*at, rest))
        });
        Some(Self {
            color,
            corner,
            width,
            height,
            rest: rest.collect(),
            whole: runs(&whole).collect(),
            around: runs(&any)
                .map(|run| Run {
                    x: width - run.x - run.len,
                    y: height - 1 - run.y,
                    len: run.len,
                })
                .collect(),
        })
    }
}

/// The runs of bits of each row.
fn runs(rows: &[u64]) -> impl Iterator<Item = Run> {
    rows.iter().enumerate().flat_map(|(y, row)| {
        let (mut row, mut x) = (*row, 0);
        std::iter::from_fn(move || {
            if row == 0 {
                return None;
            }
            x += row.trailing_zeros() as usize;
            row >>= row.trailing_zeros();
            let len = row.trailing_ones() as usize;
            let run = Run { x, y, len };
            // In two steps, as all bits of a word may be in one run.
            row = row >> (len - 1) >> 1;
            x += len;
            Some(run)
        })
    })
}

impl Target<'_> {
    /// Paints the stamp at places, in their order, if they are many and no path clips them; returns whether it did.
    pub(in crate::canvas) fn paint_stamp(&mut self, stamp: &Stamp, places: &[(i64, i64)]) -> bool {
        if self.mask.is_some() || places.len() < MANY {
            return false;
        }
        self.arch.dispatch(PaintStamp {
            target: self,
            stamp,
            places,
        });
        true
    }
}

/// The work of [`Target::paint_stamp`], vectorised for the machine at hand.
struct PaintStamp<'a, 'b> {
    target: &'a mut Target<'b>,
    stamp: &'a Stamp,
    places: &'a [(i64, i64)],
}

impl NullaryFnOnce for PaintStamp<'_, '_> {
    type Output = ();

    #[inline(always)]
    fn call(mut self) {
        if self.target.clip.width() <= 0 || self.target.clip.height() <= 0 {
            return;
        }
        let whole = self.whole();
        self.paint_whole(&whole);
        let seen = self.seen(&whole);
        self.paint_rest(&seen);
    }
}

impl PaintStamp<'_, '_> {
    /// The pixels of the clip, and of as many around it as a stamp has: its first one is in the column and row
    /// `LARGEST`.
    fn empty(&self) -> PixelSet {
        let clip = self.target.clip;
        let side = |length: i64| length as usize + 2 * LARGEST;
        PixelSet::new(side(clip.width()), side(clip.height()))
    }

    /// Where a stamp's corner is in a set of pixels, if it covers any of the clip.
    #[inline(always)]
    fn corner(&self, place: (i64, i64)) -> Option<(usize, usize)> {
        let (clip, stamp) = (self.target.clip, self.stamp);
        let x = place.0 + stamp.corner.0 - clip.x0 + LARGEST as i64;
        let y = place.1 + stamp.corner.1 - clip.y0 + LARGEST as i64;
        let end = (
            clip.width() + LARGEST as i64,
            clip.height() + LARGEST as i64,
        );
        ((1..end.0).contains(&x) && (1..end.1).contains(&y)).then_some((x as usize, y as usize))
    }

    /// The pixels that any stamp covers wholly.
    #[inline(always)]
    fn whole(&self) -> PixelSet {
        let mut corners = self.empty();
        for (x, y) in self.places.iter().filter_map(|place| self.corner(*place)) {
            corners.add_run(x, y, 1);
        }
        corners.stamped(&self.stamp.whole)
    }

    /// Gives the pixels of the set in the clip the colour.
    #[inline(always)]
    fn paint_whole(&mut self, whole: &PixelSet) {
        let PixelRect { x0, y0, y1, .. } = self.target.clip;
        let pixel = Ink::new(self.stamp.color).pixel;
        let end = self.target.clip.width() as usize + LARGEST;
        for y in y0..y1 {
            let (row, in_set) = (self.target.row(y), (y - y0) as usize + LARGEST);
            let mut from = LARGEST;
            while let Some((first, last)) = whole.next_run(from, in_set) {
                if first >= end {
                    break;
                }
                let column = |x: usize| x0 as usize + x - LARGEST;
                let columns = column(first)..column(last.min(end));
                self.target.span(columns, row).fill(pixel);
                from = last;
            }
        }
    }

    /// The corners of stamps that cover anything beside the pixels that are covered wholly: they are as far left and
    /// up as a stamp has pixels, so that none is outside the set.
    #[inline(always)]
    fn seen(&self, whole: &PixelSet) -> PixelSet {
        let mut open = self.empty();
        let end = self.target.clip.width() as usize + LARGEST;
        for y in 0..self.target.clip.height() as usize {
            open.add_missing(whole, LARGEST..end, y + LARGEST);
        }
        open.stamped(&self.stamp.around)
    }

    /// Blends what is covered in part, of stamps that are seen.
    #[inline(always)]
    fn paint_rest(&mut self, seen: &PixelSet) {
        let ink = Ink::new(self.stamp.color);
        let PixelRect { y0, y1, .. } = self.target.clip;
        let (right, down) = (self.stamp.width - 1, self.stamp.height - 1);
        for place in self.places {
            let Some((x, y)) = self.corner(*place) else {
                continue;
            };
            if !seen.has(x + right, y + down) {
                continue;
            }
            for ((dx, dy), covers) in &self.stamp.rest {
                let y = place.1 + dy;
                if y >= y0 && y < y1 {
                    // By value: from memory that the compiler knows nothing of, blending is not vectorised.
                    let (covers, row) = (*covers, self.target.row(y));
                    self.target.paint_group(place.0 + dx, row, &covers, &ink);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use kurbo::{Circle, Rect, Shape, Stroke};

    use super::*;
    use crate::canvas::Canvas;
    use crate::canvas::outline::outline;
    use crate::canvas::polygons::Polygons;
    use crate::frame_size::FrameSize;
    use crate::mapping::Clip;

    /// The masks of a disc and of its edge, if it has one.
    fn masks(radius: f64, edge: Option<f64>) -> Vec<Mask> {
        let path = Circle::new((0.3, 0.3), radius).to_path(0.01);
        let mut shapes = vec![Polygons::default()];
        shapes[0].add_path(&path);
        if let Some(width) = edge {
            let mut ring = Polygons::default();
            let everywhere = Rect::new(-1e3, -1e3, 1e3, 1e3);
            outline(&path, &Stroke::new(width), everywhere, &mut ring);
            shapes.push(ring);
        }
        let mask = |shape| Mask::new(shape, false).unwrap();
        shapes.iter().map(mask).collect()
    }

    #[test]
    fn stamps_paint_what_masks_paint_one_by_one() {
        let size = FrameSize {
            width: 150,
            height: 90,
        };
        let clip = PixelRect {
            x0: 13,
            y0: 0,
            x1: 140,
            y1: 71,
        };
        let color = Color::rgb(31, 119, 180);
        let mut rng = fastrand::Rng::with_seed(3);
        for (count, radius) in [(2100, 2.0), (5000, 4.2), (9000, 0.7), (2500, 25.0)] {
            for edge in [None, Some(2.1), Some(0.4)] {
                let masks = masks(radius, edge);
                let stamp = Stamp::new(&masks, masks.iter().map(|_| color)).unwrap();
                let places: Vec<(i64, i64)> = (0..count)
                    .map(|_| (rng.i64(-40..190), rng.i64(-40..130)))
                    .collect();
                for clip in [None, Some(Clip::Pixels(clip))] {
                    let mut canvases = [Canvas::new(size), Canvas::new(size)];
                    for canvas in &mut canvases {
                        let below = Rect::new(10.0, 20.0, 77.3, 50.0).to_path(0.1);
                        canvas.fill_path(&below, Color::rgb(200, 30, 90), None);
                    }
                    let [ours, theirs] = &mut canvases;
                    let mut target = Target::new(ours, clip.as_ref());
                    assert!(target.paint_stamp(&stamp, &places));
                    let mut target = Target::new(theirs, clip.as_ref());
                    for place in &places {
                        for mask in &masks {
                            target.paint_mask(mask, *place, color);
                        }
                    }
                    let same = ours.pixels() == theirs.pixels();
                    assert!(same, "{count} of radius {radius} with an edge of {edge:?}");
                }
            }
        }
    }

    #[test]
    fn only_small_masks_of_one_opaque_colour_are_a_stamp() {
        let two = masks(4.0, Some(1.0));
        let is_stamp =
            |masks: &[Mask], colors: [Color; 2]| Stamp::new(masks, colors.into_iter()).is_some();
        let (red, blue) = (Color::rgb(255, 0, 0), Color::rgb(0, 0, 255));
        assert!(is_stamp(&two, [red, red]));
        assert!(!is_stamp(&two, [red, blue]));
        let clear = Color { a: 254, ..red };
        assert!(!is_stamp(&two, [clear, clear]));
        assert!(!is_stamp(&masks(40.0, Some(1.0)), [red, red]));
    }
}
