//! The square of pixels that a hatch repeats.

use std::sync::Arc;

use kurbo::{Affine, BezPath, Cap, Join, Point, Stroke, Vec2};

use crate::canvas::Canvas;
use crate::canvas::clip::BOX;
use crate::canvas::coverage::{Coverage, Covered, Covers, Groups, LANES};
use crate::canvas::flatten::flattened;
use crate::canvas::hatch::Hatching;
use crate::canvas::outline::outline;
use crate::canvas::polygons::{Polygons, reach_of};
use crate::canvas::target::{Target, divided};
use crate::color::Color;
use crate::frame_size::FrameSize;
use crate::mapping::{Clip, PixelRect};

/// How many tiles are kept.
const KEPT: usize = 16;
/// Agg's limit of mitres.
const MITER_LIMIT: f64 = 4.0;

/// The opacity of each pixel of a hatch's square, in one colour.
#[derive(Debug)]
pub(in crate::canvas) struct Tile {
    pub(in crate::canvas) color: Color,
    side: usize,
    /// The part of it that a canvas can show: columns, and the opacities row by row.
    width: usize,
    alphas: Vec<u8>,
}

/// Hatches that were drawn last, and their tiles.
#[derive(Debug, Default)]
pub(in crate::canvas) struct Tiles(Vec<(Hatching, Arc<Tile>)>);

impl Tiles {
    /// The tile of a hatch on a canvas of the size that all of these are for.
    fn tile(&mut self, hatching: &Hatching, size: FrameSize) -> Arc<Tile> {
        let known = self.0.iter().position(|(known, _)| known == hatching);
        let entry = match known {
            Some(place) => self.0.remove(place),
            None => (hatching.clone(), Arc::new(Tile::new(hatching, size))),
        };
        self.0.truncate(KEPT - 1);
        self.0.insert(0, entry);
        Arc::clone(&self.0[0].1)
    }
}

impl Tile {
    /// Fills and then strokes the pattern, as the reference does.
    fn new(hatching: &Hatching, size: FrameSize) -> Self {
        let side = hatching.side;
        let [width, height] = [size.width, size.height].map(|length| side.min(length as usize));
        let scale = side as f64;
        let path = Affine::new([scale, 0.0, 0.0, -scale, 0.0, scale]) * hatching.pattern.path();
        let path = flattened(&path, false).unwrap_or(path);
        let mut tile = Self {
            color: hatching.color,
            side,
            width,
            alphas: vec![0; width * height],
        };
        let mut polygons = Polygons::default();
        polygons.add_path(&path);
        tile.blend(&polygons);
        if hatching.linewidth > 0.0 {
            polygons.clear();
            let stroke = Stroke::new(hatching.linewidth)
                .with_caps(Cap::Square)
                .with_join(Join::Miter)
                .with_miter_limit(MITER_LIMIT);
            outline(&path, &stroke, BOX, &mut polygons);
            tile.blend(&polygons);
        }
        tile
    }

    /// Blends what polygons cover over transparent pixels, in the colour that these have already.
    fn blend(&mut self, polygons: &Polygons) {
        let width = self.width.max(1);
        let mut coverage = Coverage::default();
        coverage.begin(PixelRect {
            x0: 0,
            y0: 0,
            x1: self.width as i64,
            y1: (self.alphas.len() / width) as i64,
        });
        coverage.add(polygons, Vec2::ZERO, polygons.reach());
        let mut groups = Groups::default();
        coverage.paint(&mut groups);
        let ink = i32::from(self.color.a);
        for ((left, y), covers) in groups.all {
            let row = &mut self.alphas[y as usize * width..][..width];
            for (x, cover) in (left..).zip(covers) {
                let Some(alpha) = usize::try_from(x).ok().and_then(|x| row.get_mut(x)) else {
                    continue;
                };
                let (below, over) = (i32::from(*alpha), divided(ink * cover));
                *alpha = (((over + below) * 256 - over * below) >> 8) as u8;
            }
        }
    }

    /// The opacities of a group of pixels of a canvas, which repeat from its left upper corner on.
    #[inline(always)]
    pub(in crate::canvas) fn alphas(&self, x: i64, y: i64) -> Covers {
        let place = |at: i64| at.rem_euclid(self.side as i64) as usize;
        let row = self.alphas.chunks_exact(self.width.max(1)).nth(place(y));
        let mut alphas = [0; LANES];
        for (lane, alpha) in alphas.iter_mut().enumerate() {
            // Beyond the canvas there are none.
            let known = row.and_then(|row| row.get(place(x + lane as i64)));
            *alpha = known.copied().map_or(0, i32::from);
        }
        alphas
    }
}

impl Canvas {
    /// Paints a hatch where a path would be filled.
    pub(in crate::canvas) fn hatch_path(
        &mut self,
        path: &BezPath,
        hatching: &Hatching,
        clip: Option<&Clip>,
    ) {
        if hatching.is_invisible() {
            return;
        }
        let mut polygons = std::mem::take(&mut self.polygons);
        polygons.clear();
        polygons.add_path(path);
        if polygons.is_finite() {
            let tile = self.tiles.tile(hatching, self.size);
            let reach = polygons.reach();
            Target::new(self, clip).fill_tiled(reach, &tile, |coverage| {
                coverage.add(&polygons, Vec2::ZERO, reach);
            });
        }
        self.polygons = polygons;
    }

    /// Paints a hatch where segments, which are snapped already, would be filled.
    pub(crate) fn hatch_segments(
        &mut self,
        segments: &[[Point; 2]],
        hatching: &Hatching,
        clip: Option<&Clip>,
    ) {
        let corners = segments.as_flattened();
        if hatching.is_invisible() || !corners.iter().all(|p| p.is_finite()) {
            return;
        }
        let tile = self.tiles.tile(hatching, self.size);
        Target::new(self, clip).fill_tiled(reach_of(corners), &tile, |coverage| {
            coverage.add_segments(segments);
        });
    }
}

impl Hatching {
    fn is_invisible(&self) -> bool {
        self.pattern.is_empty() || self.side == 0 || self.color.a == 0
    }
}
