//! The places of colorbars beside axes that a layout places.

use crate::constrained_layout::grid::Margin;
use crate::constrained_layout::measured::Measured;
use crate::constrained_layout::members::{Bar, Member};
use crate::constrained_layout::{COLORBAR_PAD, Layout};
use crate::figure::Figure;
use crate::mapping::{moved, union};

impl Layout {
    /// Gives colorbars the places that they have before the first layout, and shrinks their axes.
    pub(super) fn begin_colorbars(&self, fig: &mut Figure) {
        let mut bars: Vec<(usize, &Bar)> = Vec::new();
        for member in &self.members {
            for bar in &member.colorbars {
                if bars.iter().all(|(_, known)| known.index != bar.index) {
                    bars.push((member.part, bar));
                }
            }
        }
        bars.sort_by_key(|(_, bar)| bar.index);
        for (part, bar) in bars {
            let base = self.nodes.base_mut(fig, part);
            let Some((_, parents)) = base.axes[bar.axes].room_taken() else {
                continue;
            };
            let parents = parents.to_vec();
            let places = parents
                .iter()
                .filter_map(|parent| base.axes[*parent].laid_out);
            let Some(around) = places.reduce(union) else {
                continue;
            };
            let room = bar.room.padded(COLORBAR_PAD);
            let (rest, place) = room.extents_in(around);
            for parent in parents {
                let axes = &mut base.axes[parent];
                axes.laid_out = axes.laid_out.map(|place| moved(place, around, rest));
            }
            base.axes[bar.axes].laid_out = Some(place);
        }
    }

    /// Adds the room of a colorbar to the margins of one of its axes.
    pub(super) fn add_colorbar(
        &self,
        member: &Member,
        bar: &Bar,
        measured: &Measured,
        margins: &mut [[Margin; 2]; 2],
    ) {
        let (around, shown) = (measured.around[member.index], measured.around[bar.index]);
        let (side, along) = (bar.room.location.order(), usize::from(!bar.room.vertical));
        // Whether the axes are at this edge of all that the colorbar takes room of.
        let is_outer = |side: usize, along: usize| match (side == 0) == (along == 0) {
            true => bar.span[along].start == member.span[along].start,
            false => bar.span[along].end == member.span[along].end,
        };
        if is_outer(side, along) {
            let length = shown[2 + along] - shown[along];
            margins[side][along].outer += length + self.colorbar_pad(member, bar);
        }
        // Its labels may be beyond those of the axes.
        let across = 1 - along;
        if is_outer(0, across) {
            margins[0][across].own += (around[across] - shown[across]).max(0.0);
        }
        if is_outer(1, across) {
            margins[1][across].own += (shown[2 + across] - around[2 + across]).max(0.0);
        }
    }

    fn colorbar_pad(&self, member: &Member, bar: &Bar) -> f64 {
        let along = usize::from(!bar.room.vertical);
        let (from, to) = self.nodes.inner_along(member.node, along, &bar.span[along]);
        bar.room.own_pad.unwrap_or(COLORBAR_PAD) * (to - from)
    }

    /// Places the colorbars of which axes are the first, the last one next to these.
    pub(super) fn place_colorbars(
        &self,
        member: &Member,
        measured: &Measured,
        compressed: bool,
        fig: &mut Figure,
    ) {
        let mut taken = [[0.0; 2]; 2];
        for bar in member.colorbars.iter().rev() {
            if bar.parent != member.axes {
                continue;
            }
            let mut inner = self.nodes.inner(member.node, &bar.span);
            let decorated = self.nodes.decorated(member.node, &bar.span);
            let (place, around) = (measured.places[bar.index], measured.around[bar.index]);
            let (side, along) = (bar.room.location.order(), usize::from(!bar.room.vertical));
            if compressed && bar.is_of_one {
                let (shown, across) = (measured.boxes[member.index], 1 - along);
                (inner[across], inner[2 + across]) = (shown[across], shown[2 + across]);
            }
            let pad = self.colorbar_pad(member, bar);
            let taken = &mut taken[side][along];
            let start = place[along] - around[along];
            let length = around[2 + along] - around[along];
            let at = match side {
                0 => decorated[along] - length - pad + start - *taken,
                _ => decorated[2 + along] + pad + start + *taken,
            };
            *taken += length + pad;
            let place = self.nodes.in_part(member.part, bar.room.beside(inner, at));
            let base = self.nodes.base_mut(fig, member.part);
            base.axes[bar.axes].laid_out = Some(place);
        }
    }
}
