//! Rectangles in legends.

use kurbo::{Rect, Shape};

use crate::artists::hatch_look::HatchLook;
use crate::artists::legend::handle::{HandleBox, HandlePicture, LegendHandle};
use crate::artists::patches::PatchBase;
use crate::artists::{ArtistBase, DrawContext};
use crate::canvas::Canvas;
use crate::error::Result;

#[derive(Debug)]
struct PatchHandle(PatchBase);

impl LegendHandle {
    pub(crate) fn patch(style: PatchBase) -> Self {
        // A separate rectangle in these colours.
        let plain = PatchBase::default();
        let style = PatchBase {
            coords: plain.coords,
            cap: plain.cap,
            join: plain.join,
            hatch_look: HatchLook {
                linewidth: None,
                ..style.hatch_look
            },
            base: ArtistBase::unclipped(1.0).with_alpha(style.base.alpha()),
            ..style
        };
        Self::of(PatchHandle(style))
    }
}

impl HandlePicture for PatchHandle {
    fn draw(&self, place: HandleBox, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let (bottom, right) = (place.y - place.descent, place.x + place.width);
        let area = Rect::new(place.x, bottom, right, bottom + place.height);
        self.0.draw(&area.to_path(1.0), canvas, ctx);
        Ok(())
    }
}
