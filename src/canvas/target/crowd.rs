//! Thousands of markers in one opaque colour, painted together.
//!
//! Where any of them covers a pixel wholly the pixel gets the colour, whatever is painted there before and after: to
//! blend a colour over itself changes nothing. So these pixels are found first, as a set, and painted once; what is left
//! are the edges of markers that no other one hides. The result is that of painting marker by marker.

use pulp::NullaryFnOnce;

use crate::canvas::target::layer::Spot;
use crate::canvas::target::picture::Picture;
use crate::canvas::target::pixel_set::PixelSet;
use crate::canvas::target::stamp::Stamp;
use crate::canvas::target::{Ink, Target};
use crate::color::Color;
use crate::mapping::PixelRect;
use crate::marks;

/// Larger stamps, in pixels per side, are not painted so.
const LARGEST: usize = 64;
/// Fewer are not worth it.
pub(super) const MANY: usize = 2048;

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

/// What is needed to paint stamps of one opaque colour together.
#[derive(Debug)]
pub(super) struct Crowd {
    pixel: [u8; 4],
    /// What is covered wholly.
    whole: Vec<Run>,
    /// All of each row, seen from the place that it covers: where the corners of the stamps that do so lie.
    around: Vec<Run>,
}

impl Crowd {
    /// Of a small picture in one opaque colour.
    pub(super) fn new(picture: &Picture, mut colors: impl Iterator<Item = Color>) -> Option<Self> {
        let color = colors.next().filter(|color| color.a == 255)?;
        let (width, height) = (picture.width, picture.height);
        if colors.any(|other| other != color) || width > LARGEST || height > LARGEST {
            return None;
        }
        let rows = |is_covered: fn(&Spot) -> bool| -> Vec<u64> {
            let bit = |(x, spot): (usize, &Spot)| u64::from(is_covered(spot)) << x;
            let row = |row: &[Spot]| row.iter().enumerate().map(bit).sum();
            // All that is covered is in the lowest sheet.
            picture.sheets[0].chunks(width).map(row).collect()
        };
        Some(Self {
            pixel: Ink::new(color).pixel,
            whole: runs(&rows(|spot| spot.alpha == 255)).collect(),
            around: runs(&rows(|spot| spot.alpha > 0))
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
        marks::runs(*row).map(move |columns| Run {
            x: columns.start,
            y,
            len: columns.len(),
        })
    })
}

/// Paints stamps at places, vectorised for the machine at hand.
pub(super) struct PaintCrowd<'a, 'b> {
    pub(super) target: &'a mut Target<'b>,
    pub(super) stamp: &'a Stamp,
    pub(super) crowd: &'a Crowd,
    pub(super) places: &'a [(i32, i32)],
}

impl NullaryFnOnce for PaintCrowd<'_, '_> {
    type Output = ();

    #[inline(always)]
    fn call(mut self) {
        if self.target.clip.width() <= 0 || self.target.clip.height() <= 0 {
            return;
        }
        let mut corners = self.empty();
        let places = self.corners(&corners);
        places.clone().for_each(|corner| corners.add(corner));
        let whole = corners.stamped(&self.crowd.whole);
        self.paint_whole(&whole);
        let open = self.open(&whole);
        self.paint_rest(places, &open);
    }
}

impl<'a> PaintCrowd<'a, '_> {
    /// The pixels of the clip, and of as many around it as a stamp has: its first one is in the column and row
    /// `LARGEST`.
    fn empty(&self) -> PixelSet {
        let clip = self.target.clip;
        let side = |length: i64| length as usize + 2 * LARGEST;
        PixelSet::new(side(clip.width()), side(clip.height()))
    }

    /// The corners of the stamps that may cover any of the clip, as pixels of a set.
    #[inline(always)]
    fn corners(&self, set: &PixelSet) -> impl Iterator<Item = usize> + Clone + use<'a> {
        let (clip, (x, y), around) = (self.target.clip, self.stamp.corner, LARGEST as i64);
        let (left, top) = (x - clip.x0 + around, y - clip.y0 + around);
        let (right, bottom) = (clip.width() + around, clip.height() + around);
        let row = set.pixel(0, 1);
        self.places.iter().filter_map(move |(x, y)| {
            let (x, y) = (i64::from(*x) + left, i64::from(*y) + top);
            let is_near = (1..right).contains(&x) && (1..bottom).contains(&y);
            is_near.then(|| y as usize * row + x as usize)
        })
    }

    /// Gives the pixels of the set in the clip the colour.
    #[inline(always)]
    fn paint_whole(&mut self, whole: &PixelSet) {
        let PixelRect { x0, y0, y1, .. } = self.target.clip;
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
                self.target.span(columns, row).fill(self.crowd.pixel);
                from = last;
            }
        }
    }

    /// The pixels of the clip that no stamp covers wholly.
    #[inline(always)]
    fn open(&self, whole: &PixelSet) -> PixelSet {
        let mut open = self.empty();
        let end = self.target.clip.width() as usize + LARGEST;
        for y in 0..self.target.clip.height() as usize {
            open.add_missing(whole, LARGEST..end, y + LARGEST);
        }
        open
    }

    /// Paints what stamps with these corners cover of these pixels.
    #[inline(always)]
    fn paint_rest(&mut self, corners: impl Iterator<Item = usize>, open: &PixelSet) {
        let (stamp, clip) = (self.stamp, self.target.clip);
        // The corners of stamps that cover any: they are as far left and up as a stamp has pixels, so that none is
        // outside the set.
        let seen = open.stamped(&self.crowd.around);
        let last = seen.pixel(stamp.width - 1, stamp.height - 1);
        for corner in corners.filter(|corner| seen.has(corner + last)) {
            let (x, y) = open.place(corner);
            let inside = |at: usize, start: i64| at as i64 + start - LARGEST as i64;
            let corner = (inside(x, clip.x0), inside(y, clip.y0));
            for piece in &stamp.pieces {
                if open.from(x + piece.x, y + piece.y) & piece.part != 0 {
                    self.target.blend_piece(piece, corner);
                }
            }
        }
    }
}
