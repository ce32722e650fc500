//! The ticks of polar axes: rays and circles, and labels around them.

use std::f64::consts::FRAC_PI_2;

use kurbo::{BezPath, Point, Vec2};

use crate::artists::DrawContext;
use crate::artists::patheffects::paint_with_effects;
use crate::axis::placed::PlacedTick;
use crate::axis::{LabelRotation, PlacedAxis, TickDirection, TickLook};
use crate::canvas::{Canvas, HorizontalAlignment, TextStyle, VerticalAlignment};
use crate::mapping::Polar;

/// The distance of the middle of labels of angles from the circle, beside their padding, in points.
const LABEL_OFFSET: f64 = 7.0;
/// Enough parts for lines that are neither rays nor arcs (`GRIDLINE_INTERPOLATION_STEPS`).
const GRID_PARTS: usize = 180;

/// The projection of an axis, and the angle of the labels of radii in radians.
#[derive(Debug, Clone)]
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
            true => low - FRAC_PI_2,
            false => high + FRAC_PI_2,
        }
    }

    /// The pixel of a label, and the alignment and the angle that it has there, if it is shown.
    pub(super) fn label(
        &self,
        is_theta: bool,
        value: f64,
        (look, side): (&TickLook, usize),
        ctx: &DrawContext<'_>,
    ) -> Option<((f64, f64), TextStyle)> {
        use HorizontalAlignment::{Center, Left};
        let style = |(ha, va), turned| TextStyle {
            ha,
            va,
            rotation: look.label_rotation.beside(turned),
            ..TextStyle::default()
        };
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
            let angle = self.polar.angle(value);
            let style = style((Center, VerticalAlignment::Center), along_circle(angle));
            return Some((moved(spot, pad, angle), style));
        }
        let spot = self.spot(false, value, side);
        if self.polar.is_full() {
            let turned = across(self.polar.angle(self.rlabel) - FRAC_PI_2);
            let style = style((Left, VerticalAlignment::Bottom), turned);
            return (side == 0).then_some((ctx.pixel(spot), style));
        }
        let away = self.away(side);
        let aligned = match look.label_rotation {
            LabelRotation::Degrees(_) => alignment(away),
            LabelRotation::Auto(_) => self.beside_side(side),
        };
        Some((moved(spot, pad, away), style(aligned, across(away))))
    }

    /// Of a wedge: the alignment of labels that continue the circles at its first or last angle.
    fn beside_side(&self, side: usize) -> (HorizontalAlignment, VerticalAlignment) {
        use HorizontalAlignment::{Left, Right};
        let is_low = (side == 0) == self.polar.is_counterclockwise();
        let from_low = rounded_degrees(self.away(side)) + if is_low { 0.0 } else { 180.0 };
        let is_right = (from_low + 90.0).rem_euclid(360.0) <= 180.0;
        let ha = if is_right == is_low { Left } else { Right };
        (ha, VerticalAlignment::Center)
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

/// The angle in degrees of a label along the circle, upright, at an angle of the plane.
fn along_circle(angle: f64) -> f64 {
    let degrees = angle.to_degrees().rem_euclid(360.0) - 90.0;
    match degrees > 90.0 {
        true => degrees - 180.0,
        false => degrees,
    }
}

/// The angle in degrees of a label in this direction, upright: from -90 up to but not 90.
fn across(direction: f64) -> f64 {
    (rounded_degrees(direction) + 90.0).rem_euclid(180.0) - 90.0
}

/// Degrees, so that right angles are exact.
fn rounded_degrees(angle: f64) -> f64 {
    (angle.to_degrees() * 1e9).round() / 1e9
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
            let color = ctx.color(look.label_color);
            paint_with_effects(&look.label_effects, None, canvas, ctx, |canvas| {
                for (layout, anchor) in tick.labels.iter().flatten() {
                    canvas.draw_text_layout(layout, *anchor, color, None);
                }
            });
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
    fn labels_that_turn_are_upright() {
        let circle = |degrees: f64| along_circle(degrees.to_radians()).round();
        assert_eq!(
            [0.0, 90.0, 180.0, 270.0].map(circle),
            [-90.0, 0.0, 90.0, 0.0]
        );
        let line = |degrees: f64| across(degrees.to_radians());
        assert_eq!(
            [-90.0, 0.0, 90.0, 180.0].map(line),
            [-90.0, 0.0, -90.0, 0.0]
        );
    }

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
