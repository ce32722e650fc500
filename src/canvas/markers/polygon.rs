//! Convex polygons of markers.

use std::f64::consts::{PI, TAU};

use kurbo::{Point, Vec2};

/// Corners that are nearer are one.
const NEAR: f64 = 1e-9;
/// Where a corner turns more, in radians, the inner side of a wide edge leaves the polygon.
pub(super) const BLUNT: f64 = 0.25 * PI;
/// Corners that turn less, in radians, are none.
const STRAIGHT: f64 = 1e-3;

/// A convex polygon of size 1, its inside to the left of its sides.
#[derive(Debug, Clone)]
pub(super) struct Polygon {
    pub(super) corners: Vec<Point>,
    pub(super) sides: Vec<Side>,
    /// Whether the path goes round the other way.
    pub(super) is_turned: bool,
    /// Whether the corners are moved to where its sides are sharp.
    pub(super) snaps: bool,
    /// Whether no corner turns much.
    pub(super) is_blunt: bool,
    /// How far inside an edge may reach that leaves no hole.
    pub(super) deepest: f64,
}

/// The side from a corner to the next one, and what its first corner is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Side {
    pub(super) direction: Vec2,
    /// To the inside.
    pub(super) inwards: Vec2,
    /// By how much it turns at its first corner.
    pub(super) turn: f64,
    /// To the middle between both sides of that corner, and how far it goes there if these move inwards by 1.
    pub(super) middle: Vec2,
    pub(super) reach: f64,
}

impl Polygon {
    /// Of corners, some of which may come again, in a row; `None` if it is not convex.
    pub(super) fn new(mut corners: Vec<Point>, snaps: bool) -> Option<Self> {
        corners.dedup_by(|a, b| a.distance(*b) < NEAR);
        while corners.len() > 1 && corners[0].distance(corners[corners.len() - 1]) < NEAR {
            corners.pop();
        }
        let area: f64 = pairs(&corners)
            .map(|(a, b)| a.to_vec2().cross(b.to_vec2()))
            .sum();
        let is_turned = area < 0.0;
        if is_turned {
            corners.reverse();
        }
        let directions: Vec<Vec2> = pairs(&corners).map(|(a, b)| (b - a).normalize()).collect();
        let last = directions.last().copied().unwrap_or_default();
        let before = std::iter::once(last).chain(directions.iter().copied());
        let side = |(before, direction): (Vec2, &Vec2)| {
            let turn = before.cross(*direction).atan2(before.dot(*direction));
            let middle = before.atan2() + 0.5 * turn + 0.5 * PI;
            Side {
                direction: *direction,
                inwards: direction.turn_90(),
                turn,
                middle: Vec2::from_angle(middle),
                reach: 1.0 / (0.5 * turn).cos(),
            }
        };
        let sides: Vec<Side> = before.zip(&directions).map(side).collect();
        let turns: f64 = sides.iter().map(|side| side.turn).sum();
        let is_convex = sides.iter().all(|side| side.turn > STRAIGHT) && (turns - TAU).abs() < 1e-6;
        (corners.len() > 2 && is_convex).then(|| Self {
            deepest: deepest(&corners, &sides),
            is_blunt: sides.iter().all(|side| side.turn < BLUNT),
            corners,
            sides,
            is_turned,
            snaps,
        })
    }
}

/// How far inside an edge may reach so that its inner side is a polygon that faces cover.
fn deepest(corners: &[Point], sides: &[Side]) -> f64 {
    let inside = |(corner, side): (&Point, &Side)| -corner.to_vec2().dot(side.inwards);
    let of_sides = corners.iter().zip(sides).map(inside);
    let lengths: Vec<f64> = pairs(corners).map(|(a, b)| a.distance(b)).collect();
    let before = lengths.iter().cycle().skip(lengths.len().saturating_sub(1));
    let sharp = sides.iter().zip(before.zip(&lengths));
    let of_corners = sharp
        .filter(|(side, _)| side.turn > BLUNT)
        .map(|(side, (before, after))| before.min(*after) / side.reach);
    of_sides.chain(of_corners).fold(f64::INFINITY, f64::min)
}

/// Each point and the next one, round to the first.
pub(super) fn pairs<T: Copy>(points: &[T]) -> impl Iterator<Item = (T, T)> + Clone {
    let next = points.iter().cycle().skip(1);
    points.iter().copied().zip(next.copied())
}
