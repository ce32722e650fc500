//! Clipping by a path: how much of each pixel is inside, as matplotlib's Agg backend has it in its alpha mask.

use std::sync::Arc;

use kurbo::{BezPath, Vec2};

use crate::canvas::coverage::{Coverage, Covered, Covers, LANES, Paint, area_of, bands};
use crate::canvas::flatten::flattened;
use crate::canvas::polygons::Polygons;
use crate::canvas::snap::{Snap, snapped};
use crate::canvas::{Canvas, FrameSize};
use crate::mapping::PixelRect;

/// What the inside of a path covers of a canvas, in 255ths of a pixel.
#[derive(Debug)]
pub(super) struct ClipMask {
    path: Arc<BezPath>,
    width: i64,
    /// Row by row.
    covers: Vec<u8>,
    row: i64,
}

impl Canvas {
    /// Has the mask of a path ready: many artists are clipped by one.
    pub(super) fn mask(&mut self, path: &Arc<BezPath>) {
        let is_ready = |mask: &ClipMask| Arc::ptr_eq(&mask.path, path) || mask.path == *path;
        if !self.clip_mask.as_ref().is_some_and(is_ready) {
            self.clip_mask = Some(ClipMask::new(path.clone(), self.size));
        }
    }

    /// Draws images of which only the part inside a path is seen, if there is one.
    pub(crate) fn draw_images_in<T>(
        &mut self,
        path: Option<&Arc<BezPath>>,
        draw: impl FnOnce(&mut Self) -> T,
    ) -> T {
        let Some(path) = path else {
            return draw(self);
        };
        self.mask(path);
        self.row_mask = self.clip_mask.take();
        let drawn = draw(self);
        self.clip_mask = self.row_mask.take();
        drawn
    }
}

impl ClipMask {
    fn new(path: Arc<BezPath>, size: FrameSize) -> Self {
        let mut mask = Self {
            width: i64::from(size.width),
            covers: vec![0; size.pixels()],
            row: 0,
            path: path.clone(),
        };
        let snapped = snapped(&path, Snap::Auto, 0.0);
        let path = snapped.as_ref().unwrap_or(&path);
        let mut polygons = Polygons::default();
        polygons.add_path(flattened(path, false).as_ref().unwrap_or(path));
        if polygons.is_finite() {
            let mut coverage = Coverage::default();
            let reach = polygons.reach();
            for band in bands(area_of(reach, PixelRect::of_canvas(size))) {
                coverage.begin(band);
                coverage.add(&polygons, Vec2::ZERO, reach);
                coverage.paint(&mut mask);
            }
        }
        mask
    }

    /// Fades a row of pixels, B, G, R, A, that begins at this place by what is seen of them.
    pub(super) fn fade_row(&self, (x, y): (i64, i64), row: &mut [u8]) {
        for (at, group) in row.chunks_mut(4 * LANES).enumerate() {
            let mut covers = Covers::default();
            for (cover, pixel) in covers.iter_mut().zip(group.chunks_exact(4)) {
                *cover = i32::from(pixel[3]);
            }
            let seen = self.seen((x + (at * LANES) as i64, y), &covers);
            for (seen, pixel) in seen.iter().zip(group.chunks_exact_mut(4)) {
                pixel[3] = *seen as u8;
            }
        }
    }

    /// What is seen of a group of pixels that a shape covers so much of.
    #[inline(always)]
    pub(super) fn seen(&self, (x, y): (i64, i64), covers: &Covers) -> Covers {
        let start = y * self.width;
        let mut inside = [0; LANES];
        match self.covers[start.max(0) as usize..].get(x.max(0) as usize..) {
            Some(row) if x >= 0 && x + LANES as i64 <= self.width => {
                inside = row.first_chunk().copied().unwrap_or_default();
            }
            _ => {
                for (x, mask) in (x..self.width).zip(&mut inside) {
                    let at = (x >= 0).then(|| self.covers.get((start + x) as usize));
                    *mask = at.flatten().copied().unwrap_or_default();
                }
            }
        }
        let mut seen = *covers;
        for (cover, mask) in seen.iter_mut().zip(inside) {
            *cover = (255 + *cover * i32::from(mask)) >> 8;
        }
        seen
    }
}

impl Paint for ClipMask {
    fn row(&mut self, y: i64) {
        self.row = y;
    }

    fn group(&mut self, x: i64, covers: &Covers) {
        let start = self.row * self.width;
        if x + LANES as i64 <= self.width
            && let Some(row) = self.covers.get_mut((start + x) as usize..)
            && let Some(group) = row.first_chunk_mut()
        {
            *group = covers.map(|cover| cover as u8);
            return;
        }
        for (x, cover) in (x..self.width).zip(covers) {
            if let Some(pixel) = self.covers.get_mut((start + x) as usize) {
                *pixel = *cover as u8;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::canvas::path::GraphicsContext;
    use crate::color::Color;
    use crate::mapping::Clip;
    use kurbo::{Affine, Rect, Shape};

    const SIZE: FrameSize = FrameSize {
        width: 20,
        height: 20,
    };

    fn row(canvas: &Canvas, y: usize) -> Vec<u8> {
        let rgb = canvas.to_rgb();
        rgb[60 * y..60 * (y + 1)]
            .iter()
            .step_by(3)
            .copied()
            .collect()
    }

    fn clipped_by(clip: &str) -> GraphicsContext {
        let flip = Affine::new([1.0, 0.0, 0.0, -1.0, 0.0, 20.0]);
        let path = flip * BezPath::from_svg(clip).unwrap();
        GraphicsContext {
            face: Some(Color::rgb(0, 0, 0)),
            clip: Some(Clip::Path(Arc::new(path))),
            ..GraphicsContext::default()
        }
    }

    #[test]
    fn a_path_clips_by_what_it_covers_of_each_pixel() {
        let mut canvas = Canvas::new(SIZE);
        let gc = clipped_by("M2.3,10 L10.4,18.6 L17.7,9.2 L9.1,1.5 Z");
        let flip = Affine::new([1.0, 0.0, 0.0, -1.0, 0.0, 20.0]);
        let shape = flip * BezPath::from_svg("M1,2 L19,4 L8,19 Z").unwrap();
        canvas.draw_path(&shape, &gc);
        // What matplotlib 3.11.2 draws of a patch with this clip path.
        let expected: [(usize, [u8; 20]); 5] = [
            (
                3,
                [
                    255, 255, 255, 255, 255, 255, 255, 254, 106, 49, 249, 255, 255, 255, 255, 255,
                    255, 255, 255, 255,
                ],
            ),
            (
                9,
                [
                    255, 255, 255, 255, 127, 0, 0, 0, 0, 0, 0, 0, 0, 3, 193, 255, 255, 255, 255,
                    255,
                ],
            ),
            (
                12,
                [
                    255, 255, 255, 253, 77, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 64, 248, 255, 255, 255,
                ],
            ),
            (
                15,
                [
                    255, 255, 255, 255, 255, 255, 176, 0, 0, 0, 0, 0, 139, 254, 255, 255, 255, 255,
                    255, 255,
                ],
            ),
            (
                17,
                [
                    255, 255, 255, 255, 255, 255, 255, 254, 225, 241, 255, 255, 255, 255, 255, 255,
                    255, 255, 255, 255,
                ],
            ),
        ];
        for (y, expected) in expected {
            assert_eq!(row(&canvas, y), expected, "{y}");
        }
    }

    #[test]
    fn markers_are_clipped_few_or_many() {
        let gc = clipped_by("M5,0 L5,20 L15,20 L15,0 Z");
        let marker: BezPath = Rect::new(-2.0, -2.0, 2.0, 2.0).to_path(0.1);
        for count in [1, 100] {
            let mut canvas = Canvas::new(SIZE);
            let places = (0..count).flat_map(|_| [(5.0, 10.0), (10.0, 10.0), (16.0, 10.0)]);
            canvas.draw_markers(&marker, places.map(Into::into), &gc);
            let drawn: Vec<usize> = (0..20).filter(|x| row(&canvas, 10)[*x] < 128).collect();
            assert_eq!(drawn, [5, 6, 8, 9, 10, 11, 14], "{count}");
        }
    }

    #[test]
    fn what_is_no_path_clips_all() {
        let mut canvas = Canvas::new(SIZE);
        let gc = GraphicsContext {
            clip: Some(Clip::Path(Arc::new(BezPath::new()))),
            ..clipped_by("M0,0")
        };
        canvas.draw_path(&Rect::new(0.0, 0.0, 20.0, 20.0).to_path(0.1), &gc);
        assert!(canvas.pixels().iter().all(|byte| *byte == 255));
    }
}
