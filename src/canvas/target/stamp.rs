//! Markers that are painted at many places.

use pulp::NullaryFnOnce;

use crate::canvas::coverage::LANES;
use crate::canvas::target::crowd::{Crowd, MANY, PaintCrowd};
use crate::canvas::target::layer::{Layer, Spot};
use crate::canvas::target::picture::Picture;
use crate::canvas::target::{Mask, Target};
use crate::color::Color;
use crate::mapping::PixelRect;

/// What masks in their colours cover together.
#[derive(Debug)]
pub(in crate::canvas) struct Stamp {
    /// Of the upper left pixel.
    pub(super) corner: (i64, i64),
    pub(super) width: usize,
    pub(super) height: usize,
    /// Columns up to the end of the last group.
    reach: usize,
    pub(super) pieces: Vec<Piece>,
    crowd: Option<Crowd>,
}

/// A layer of a stamp, and the place of its first pixel, seen from the corner.
#[derive(Debug)]
pub(super) struct Piece {
    pub(super) x: usize,
    pub(super) y: usize,
    /// A bit for each pixel that is covered in part, the lowest for the leftmost.
    pub(super) part: u64,
    layer: Layer,
}

impl Stamp {
    /// That of masks in these colours, if they cover anything.
    pub(in crate::canvas) fn new(
        masks: &[Mask],
        colors: impl Iterator<Item = Color> + Clone,
    ) -> Option<Self> {
        let picture = Picture::new(masks, colors.clone())?;
        let pieces = Piece::all(&picture);
        Some(Self {
            corner: picture.corner,
            width: picture.width,
            height: picture.height,
            reach: LANES + pieces.iter().map(|piece| piece.x).max()?,
            pieces,
            crowd: Crowd::new(&picture, colors),
        })
    }
}

impl Piece {
    /// Those of a picture: the groups of each row from its first pixel on, of each sheet.
    fn all(picture: &Picture) -> Vec<Self> {
        let mut pieces = Vec::new();
        let width = picture.width;
        for y in 0..picture.height {
            for sheet in &picture.sheets {
                let row = &sheet[y * width..(y + 1) * width];
                let mut x = 0;
                while let Some(empty) = row[x..].iter().position(|spot| spot.alpha > 0) {
                    x += empty;
                    let end = width.min(x + LANES);
                    let mut spots = [Spot::default(); LANES];
                    spots[..end - x].copy_from_slice(&row[x..end]);
                    let in_part = |spot: &Spot| (1..255).contains(&spot.alpha);
                    let bit = |(lane, spot)| u64::from(in_part(spot)) << lane;
                    pieces.push(Self {
                        x,
                        y,
                        part: spots.iter().enumerate().map(bit).sum(),
                        layer: Layer::new(&spots),
                    });
                    x = end;
                }
            }
        }
        pieces
    }
}

impl Target<'_> {
    /// Paints the stamp at places, in their order; no path may clip them.
    pub(in crate::canvas) fn paint_stamp(&mut self, stamp: &Stamp, places: &[(i32, i32)]) {
        let arch = self.arch;
        match &stamp.crowd {
            Some(crowd) if places.len() >= MANY => arch.dispatch(PaintCrowd {
                target: self,
                stamp,
                crowd,
                places,
            }),
            _ => arch.dispatch(PaintStamps {
                target: self,
                stamp,
                places,
            }),
        }
    }

    /// Blends a stamp whose corner is at this pixel.
    #[inline(always)]
    fn blend_stamp(&mut self, stamp: &Stamp, (x, y): (i64, i64)) {
        let PixelRect { x0, y0, x1, y1 } = self.clip;
        let is_inside = x >= x0 && x + stamp.reach as i64 <= x1;
        if !is_inside || y < y0 || y + stamp.height as i64 > y1 {
            let pieces = stamp.pieces.iter();
            return pieces.for_each(|piece| self.blend_piece(piece, (x, y)));
        }
        let (x, y) = (x as usize, y as usize);
        self.marks.mark_box(x..x + stamp.width, y..y + stamp.height);
        let corner = y * self.width + x;
        for Piece { x, y, layer, .. } in &stamp.pieces {
            let pixels = &mut self.pixels[corner + y * self.width + x..];
            if let Some(pixels) = pixels.first_chunk_mut() {
                layer.blend(pixels);
            }
        }
    }

    /// The same of one of its pieces, which may be cut off.
    #[inline(always)]
    pub(super) fn blend_piece(&mut self, piece: &Piece, corner: (i64, i64)) {
        let PixelRect { y0, y1, .. } = self.clip;
        let (x, y) = (corner.0 + piece.x as i64, corner.1 + piece.y as i64);
        if y >= y0 && y < y1 {
            self.change_group(
                x,
                self.row(y),
                #[inline(always)]
                |pixels| piece.layer.blend(pixels),
            );
        }
    }
}

/// The work of [`Target::paint_stamp`], vectorised for the machine at hand.
struct PaintStamps<'a, 'b> {
    target: &'a mut Target<'b>,
    stamp: &'a Stamp,
    places: &'a [(i32, i32)],
}

impl NullaryFnOnce for PaintStamps<'_, '_> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        let (left, top) = self.stamp.corner;
        for (x, y) in self.places {
            let corner = (i64::from(*x) + left, i64::from(*y) + top);
            self.target.blend_stamp(self.stamp, corner);
        }
    }
}

#[cfg(test)]
mod tests {
    use kurbo::{Circle, Rect, Shape, Stroke};

    use super::*;
    use crate::canvas::Canvas;
    use crate::canvas::coverage::Coverage;
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
        let mask = |shape| Mask::new(shape, false, &mut Coverage::default()).unwrap();
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
        let (blue, red) = (Color::rgb(31, 119, 180), Color::rgb(200, 30, 90));
        let clear = Color { a: 90, ..blue };
        let mut rng = fastrand::Rng::with_seed(3);
        let crowds = [(2100, 2.0), (5000, 4.2), (9000, 0.7), (2500, 25.0)];
        let crowds = crowds.map(|(count, radius)| (count, radius, [blue, blue]));
        let colors = [
            [blue, blue],
            [clear, blue],
            [blue, red],
            [blue, clear],
            [clear, clear],
        ];
        let few = [0.7, 4.2, 25.0, 36.0].map(|radius| colors.map(|pair| (90, radius, pair)));
        for (count, radius, colors) in crowds.into_iter().chain(few.into_iter().flatten()) {
            for edge in [None, Some(2.1), Some(0.4)] {
                let masks = masks(radius, edge);
                let stamp = Stamp::new(&masks, colors.into_iter()).unwrap();
                let places: Vec<(i32, i32)> = (0..count)
                    .map(|_| (rng.i32(-40..190), rng.i32(-40..130)))
                    .collect();
                for clip in [None, Some(Clip::Pixels(clip))] {
                    let mut canvases = [Canvas::new(size), Canvas::new(size)];
                    for canvas in &mut canvases {
                        let below = Rect::new(10.0, 20.0, 77.3, 50.0).to_path(0.1);
                        canvas.fill_path(&below, red, None);
                    }
                    let [ours, theirs] = &mut canvases;
                    Target::new(ours, clip.as_ref()).paint_stamp(&stamp, &places);
                    let mut target = Target::new(theirs, clip.as_ref());
                    for (x, y) in &places {
                        for (mask, color) in masks.iter().zip(colors) {
                            target.paint_mask(mask, (i64::from(*x), i64::from(*y)), color);
                        }
                    }
                    let same = ours.pixels() == theirs.pixels();
                    assert!(same, "{count} of radius {radius} with an edge of {edge:?}");
                }
            }
        }
    }

    #[test]
    fn only_small_masks_of_one_opaque_colour_are_a_crowd() {
        let two = masks(4.0, Some(1.0));
        let is_crowd = |masks: &[Mask], colors: [Color; 2]| {
            let stamp = Stamp::new(masks, colors.into_iter()).unwrap();
            stamp.crowd.is_some()
        };
        let (red, blue) = (Color::rgb(255, 0, 0), Color::rgb(0, 0, 255));
        assert!(is_crowd(&two, [red, red]));
        assert!(!is_crowd(&two, [red, blue]));
        let clear = Color { a: 254, ..red };
        assert!(!is_crowd(&two, [clear, clear]));
        assert!(!is_crowd(&masks(40.0, Some(1.0)), [red, red]));
    }
}
