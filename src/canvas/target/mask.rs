//! What shapes cover, to be painted at many places.

use kurbo::Vec2;
use pulp::NullaryFnOnce;

use crate::canvas::coverage::{Coverage, Covered, Group, Groups, area_of};
use crate::canvas::polygons::Polygons;
use crate::canvas::target::{Ink, Target};
use crate::color::Color;
use crate::mapping::PixelRect;

/// How much of each pixel a shape covers: groups at their places.
#[derive(Debug)]
pub(in crate::canvas) struct Mask(pub(super) Vec<Group>);

/// Larger shapes have no mask, in pixels.
const MAX_PIXELS: f64 = (1 << 16) as f64;

impl Mask {
    /// What polygons cover, if they are small enough for a mask, to be clipped by a path or not; found out in the memory
    /// of a coverage.
    pub(in crate::canvas) fn new(
        polygons: &Polygons,
        is_clipped: bool,
        coverage: &mut Coverage,
    ) -> Option<Self> {
        const ALL: PixelRect = PixelRect {
            x0: i64::MIN,
            y0: i64::MIN,
            x1: i64::MAX,
            y1: i64::MAX,
        };
        let reach = polygons.reach();
        if !polygons.is_finite() || (reach.width() + 1.0) * (reach.height() + 1.0) > MAX_PIXELS {
            return None;
        }
        coverage.begin(area_of(reach, ALL));
        coverage.add(polygons, Vec2::ZERO, reach);
        let mut groups = Groups::default();
        match is_clipped {
            true => coverage.paint_clipped_marker(&mut groups),
            false => coverage.paint(&mut groups),
        }
        Some(Self(groups.all))
    }

    /// The number of groups that it covers something of.
    pub(in crate::canvas) fn groups(&self) -> usize {
        self.0.len()
    }
}

impl Target<'_> {
    /// Paints a mask moved by whole pixels.
    pub(in crate::canvas) fn paint_mask(&mut self, mask: &Mask, offset: (i64, i64), color: Color) {
        self.arch.dispatch(PaintMask {
            ink: Ink::new(color),
            target: self,
            mask,
            offset,
        });
    }
}

/// The work of [`Target::paint_mask`], vectorised for the machine at hand.
struct PaintMask<'a, 'b> {
    target: &'a mut Target<'b>,
    mask: &'a Mask,
    offset: (i64, i64),
    ink: Ink,
}

impl NullaryFnOnce for PaintMask<'_, '_> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        let ((dx, dy), PixelRect { y0, y1, .. }) = (self.offset, self.target.clip);
        for ((x, y), covers) in &self.mask.0 {
            let place = (x + dx, y + dy);
            if place.1 < y0 || place.1 >= y1 {
                continue;
            }
            // By value: from memory that the compiler knows nothing of, blending is not vectorised.
            let covers = match self.target.mask {
                None => *covers,
                Some(clip) => clip.seen(place, covers),
            };
            let row = self.target.row(place.1);
            self.target.paint_group(place.0, row, &covers, &self.ink);
        }
    }
}
