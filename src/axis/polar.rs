//! The ticks of polar axes: rays and circles, and labels around them.

use kurbo::{BezPath, Point, Vec2};

use crate::artists::DrawContext;
use crate::axis::placed::PlacedTick;
use crate::axis::{PlacedAxis, TickDirection, TickLook};
use crate::canvas::{Canvas, HorizontalAlignment, VerticalAlignment};
use crate::mapping::Polar;

/// The distance of the middle of labels of angles from the circle, beside their padding, in points.
const LABEL_OFFSET: f64 = 7.0;
/// Enough parts for lines that are neither rays nor arcs (`GRIDLINE_INTERPOLATION_STEPS`).
const GRID_PARTS: usize = 180;

/// The projection of an axis, and the angle of the labels of radii in radians.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PolarPlace {
    pub(crate) polar: Polar,
    pub(crate) rlabel: f64,
}

impl PolarPlace {
    /// The data coordinates of a tick on its first or second side.
    fn spot(&self, is_theta: bool, value: f64, side: usize) -> [f64; 2] {
        let limits = self.polar.limits;
        let end = |(first, second): (f64, f64)| [first, second][side];
        match is_theta {
            true => [value, end(limits.y)],
            false if self.polar.is_full() => [self.rlabel, value],
            false => [end(limits.x), value],
        }
    }

    /// Of a wedge: the direction away from it at its first or last angle.
    fn away(&self, side: usize) -> f64 {
        let (low, high) = self.polar.angles();
        // The first side is at the smaller angle if theta grows counterclockwise.
        match (side == 0) == self.polar.is_counterclockwise() {
            true => low - std::f64::consts::FRAC_PI_2,
            false => high + std::f64::consts::FRAC_PI_2,
        }
    }

    /// The pixel and the alignment of a label, if it is shown.
    pub(super) fn label(
        &self,
        is_theta: bool,
        value: f64,
        (look, side): (&TickLook, usize),
        ctx: &DrawContext<'_>,
    ) -> Option<((f64, f64), HorizontalAlignment, VerticalAlignment)> {
        use HorizontalAlignment::{Center, Left};
        let pad = look.pad + look.length * look.outside();
        let moved = |[theta, r]: [f64; 2], points: f64, angle: f64| {
            let (x, y) = ctx.pixel([theta, r]);
            let away = ctx.points_to_pixels(points);
            (x + away * angle.cos(), y + away * angle.sin())
        };
        if is_theta {
            // The labels of the first side are at the outer circle.
            let spot = self.spot(true, value, 1 - side);
            let pad = if side == 0 { 1.0 } else { -1.0 } * (pad + LABEL_OFFSET);
            let anchor = moved(spot, pad, self.polar.angle(value));
            return Some((anchor, Center, VerticalAlignment::Center));
        }
        let spot = self.spot(false, value, side);
        if self.polar.is_full() {
            let anchor = ctx.pixel(spot);
            return (side == 0).then_some((anchor, Left, VerticalAlignment::Bottom));
        }
        let away = self.away(side);
        let (ha, va) = alignment(away);
        Some((moved(spot, pad, away), ha, va))
    }

    /// From a tick's place outwards.
    fn outwards(&self, is_theta: bool, value: f64, side: usize) -> Vec2 {
        let angle = match is_theta {
            true => self.polar.angle(value) + std::f64::consts::PI * (1.0 - side as f64),
            false if self.polar.is_full() => 0.0,
            false => self.away(side),
        };
        Vec2::new(angle.cos(), -angle.sin())
    }
}

/// The alignment of a label beside a line, in a direction from it.
fn alignment(away: f64) -> (HorizontalAlignment, VerticalAlignment) {
    use HorizontalAlignment::{Center, Left, Right};
    use VerticalAlignment::{Bottom, Top};
    let middle = VerticalAlignment::Center;
    let degrees = (away.to_degrees() + 90.0).rem_euclid(360.0) - 90.0;
    // The bounds of the reference.
    match degrees {
        d if d < -68.5 => (Center, Top),
        d if d < -23.5 => (Left, Top),
        d if d < 22.5 => (Left, middle),
        d if d < 67.5 => (Left, Bottom),
        d if d < 112.5 => (Center, Bottom),
        d if d < 157.5 => (Right, Bottom),
        d if d < 202.5 => (Right, middle),
        d if d < 247.5 => (Right, Top),
        _ => (Center, Top),
    }
}

impl PlacedAxis<'_> {
    /// Each tick with its grid line and labels, one above the other.
    pub(super) fn draw_polar(
        &self,
        place: &PolarPlace,
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
    ) {
        let limits = place.polar.limits;
        for tick in &self.ticks {
            let look = self.look(tick.group);
            if look.grid {
                let ends = match self.is_x() {
                    true => [(tick.value, limits.y.0), (tick.value, limits.y.1)],
                    false => [(limits.x.0, tick.value), (limits.x.1, tick.value)],
                };
                let mut path = BezPath::new();
                path.move_to(ends[0]);
                path.line_to(ends[1]);
                let path = ctx.mapping.path(&path, GRID_PARTS);
                canvas.draw_path(&path, &self.grid_context(tick.group, ctx));
            }
            for side in [0, 1] {
                self.draw_polar_tick(place, tick, side, canvas, ctx);
            }
            for (layout, anchor) in tick.labels.iter().flatten() {
                let color = ctx.color(look.label_color);
                canvas.draw_text_layout(layout, *anchor, look.label_rotation, color, None);
            }
        }
    }

    fn draw_polar_tick(
        &self,
        place: &PolarPlace,
        tick: &PlacedTick,
        side: usize,
        canvas: &mut Canvas,
        ctx: &DrawContext<'_>,
    ) {
        let is_hidden = side == 1 && !self.is_x() && place.polar.is_full();
        if is_hidden || !self.has_ticks(tick.group, side, ctx) {
            return;
        }
        let look = self.look(tick.group);
        // Turned marks that cross the line are twice as long in the reference, and so here.
        let times = if look.direction == TickDirection::InOut {
            2.0
        } else {
            1.0
        };
        let length = times * ctx.points_to_pixels(look.length);
        let outwards = length * place.outwards(self.is_x(), tick.value, side);
        let (marker, gc) = self.tick_marker(tick.group, outwards, ctx);
        let spot = place.spot(self.is_x(), tick.value, side);
        let at: Point = ctx.mapping.marker(spot);
        canvas.draw_markers(&marker, std::iter::once(at), &gc);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_lie_beside_the_line_that_they_are_away_from() {
        use HorizontalAlignment::{Center, Left, Right};
        use VerticalAlignment::{Bottom, Top};
        let at = |degrees: f64| alignment(degrees.to_radians());
        assert_eq!(at(-90.0), (Center, Top));
        assert_eq!(at(270.0), (Center, Top));
        assert_eq!(at(0.0), (Left, VerticalAlignment::Center));
        assert_eq!(at(90.0), (Center, Bottom));
        assert_eq!(at(-180.0), (Right, VerticalAlignment::Center));
        assert_eq!(at(225.0), (Right, Top));
    }
}
