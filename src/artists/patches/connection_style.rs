//! The paths of arrows from one point to another.

use std::fmt;
use std::str::FromStr;

use kurbo::{BezPath, Point, Vec2};

use crate::artists::patches::bezier::{Inside, direction, in_circle, intersection, split_path};
use crate::artists::patches::path::{open, vertices};
use crate::artists::patches::style_text::{StyleText, write_style};
use crate::error::{Error, Result};
use crate::properties::parsed;

/// The line between the two ends of an arrow. Angles are degrees; arms and radii are pixels, as in the reference.
///
/// It is parsed from matplotlib's strings, with the reference's values for missing parameters.
///
/// ```
/// use plotreel::patches::ConnectionStyle;
///
/// let style: ConnectionStyle = "arc3,rad=0.2".parse()?;
/// assert_eq!(style, ConnectionStyle::Arc3 { rad: 0.2 });
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ConnectionStyle {
    /// `"arc3"`: a quadratic curve.
    Arc3 {
        /// The distance of the control point from the line between the ends, as a multiple of its length.
        rad: f64,
    },
    /// `"angle3"`: a quadratic curve that leaves and arrives at these angles.
    Angle3 {
        /// At the first end.
        angle_a: f64,
        /// At the second end.
        angle_b: f64,
    },
    /// `"angle"`: two lines at these angles.
    Angle {
        /// At the first end.
        angle_a: f64,
        /// At the second end.
        angle_b: f64,
        /// The radius of the rounded corner.
        rad: f64,
    },
    /// `"arc"`: three lines, the outer ones at these angles and of these lengths.
    Arc {
        /// At the first end.
        angle_a: f64,
        /// At the second end.
        angle_b: f64,
        /// Length of the first arm.
        arm_a: Option<f64>,
        /// Length of the last arm.
        arm_b: Option<f64>,
        /// The radius of the rounded corners.
        rad: f64,
    },
    /// `"bar"`: three lines, the inner one parallel to the line between the ends, or at an angle.
    Bar {
        /// Minimum length of the first arm.
        arm_a: f64,
        /// Minimum length of the last arm.
        arm_b: f64,
        /// Additional length of the arms, as a fraction of the distance between the ends.
        fraction: f64,
        /// Angle of the inner line.
        angle: Option<f64>,
    },
}

impl Default for ConnectionStyle {
    /// A straight line.
    fn default() -> Self {
        Self::Arc3 { rad: 0.0 }
    }
}

impl FromStr for ConnectionStyle {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        const EXPECTED: &str =
            "arc3, angle3, angle, arc or bar, with parameters such as \"arc3,rad=0.2\"";
        let mut style = StyleText::parse("connectionstyle", EXPECTED, text)?;
        let parsed = match style.name.as_str() {
            "arc3" => Self::Arc3 {
                rad: style.take_or("rad", 0.0),
            },
            "angle3" => Self::Angle3 {
                angle_a: style.take_or("angleA", 90.0),
                angle_b: style.take_or("angleB", 0.0),
            },
            "angle" => Self::Angle {
                angle_a: style.take_or("angleA", 90.0),
                angle_b: style.take_or("angleB", 0.0),
                rad: style.take_or("rad", 0.0),
            },
            "arc" => Self::Arc {
                angle_a: style.take_or("angleA", 0.0),
                angle_b: style.take_or("angleB", 0.0),
                arm_a: style.take("armA"),
                arm_b: style.take("armB"),
                rad: style.take_or("rad", 0.0),
            },
            "bar" => Self::Bar {
                arm_a: style.take_or("armA", 0.0),
                arm_b: style.take_or("armB", 0.0),
                fraction: style.take_or("fraction", 0.3),
                angle: style.take("angle"),
            },
            _ => return Err(style.error()),
        };
        style.finish()?;
        Ok(parsed)
    }
}

/// matplotlib's string, which parses back to it.
impl fmt::Display for ConnectionStyle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Arc3 { rad } => write_style(f, "arc3", &[("rad", Some(rad))]),
            Self::Angle3 { angle_a, angle_b } => write_style(
                f,
                "angle3",
                &[("angleA", Some(angle_a)), ("angleB", Some(angle_b))],
            ),
            Self::Angle {
                angle_a,
                angle_b,
                rad,
            } => {
                let angles = [
                    ("angleA", Some(angle_a)),
                    ("angleB", Some(angle_b)),
                    ("rad", Some(rad)),
                ];
                write_style(f, "angle", &angles)
            }
            Self::Arc {
                angle_a,
                angle_b,
                arm_a,
                arm_b,
                rad,
            } => {
                let angles = [("angleA", Some(angle_a)), ("angleB", Some(angle_b))];
                let arms = [("armA", arm_a), ("armB", arm_b), ("rad", Some(rad))];
                write_style(f, "arc", &[&angles[..], &arms].concat())
            }
            Self::Bar {
                arm_a,
                arm_b,
                fraction,
                angle,
            } => {
                let arms = [("armA", Some(arm_a)), ("armB", Some(arm_b))];
                let rest = [("fraction", Some(fraction)), ("angle", angle)];
                write_style(f, "bar", &[&arms[..], &rest].concat())
            }
        }
    }
}

parsed! { ConnectionStyle, "a connection style, such as \"arc3,rad=0.2\"", |style| style.to_string() }

/// The part that is cut off at an end of a connection.
#[derive(Clone, Copy, Default)]
pub(crate) struct Cut<'a> {
    /// The region that the connection begins outside of.
    pub(crate) region: Option<Inside<'a>>,
    /// Distance from the end or the region's border, in pixels.
    pub(crate) shrink: f64,
}

impl ConnectionStyle {
    /// The path between two pixels, y up, without the parts that are cut off.
    pub(crate) fn path(&self, a: Point, b: Point, cuts: [Cut<'_>; 2]) -> BezPath {
        let path = self.connect(a, b);
        let path = clipped(path, cuts.map(|cut| cut.region));
        let points = vertices(&path);
        let (Some(&first), Some(&last)) = (points.first(), points.last()) else {
            return path;
        };
        let near_first = in_circle(first, cuts[0].shrink);
        let near_last = in_circle(last, cuts[1].shrink);
        let region = |shrink: f64, near| (shrink != 0.0).then_some(near);
        clipped(
            path,
            [
                region(cuts[0].shrink, &near_first as Inside<'_>),
                region(cuts[1].shrink, &near_last as Inside<'_>),
            ],
        )
    }

    fn connect(&self, a: Point, b: Point) -> BezPath {
        match *self {
            Self::Arc3 { rad } => {
                let along = b - a;
                curve(a, a.midpoint(b) + rad * Vec2::new(along.y, -along.x), b)
            }
            Self::Angle3 { angle_a, angle_b } => curve(a, corner(a, b, angle_a, angle_b), b),
            Self::Angle {
                angle_a,
                angle_b,
                rad,
            } => angle(a, b, corner(a, b, angle_a, angle_b), rad),
            Self::Arc {
                angle_a,
                angle_b,
                arm_a,
                arm_b,
                rad,
            } => {
                let arm = |from: Point, angle: f64, length: Option<f64>| {
                    let length = length.filter(|length| *length != 0.0)?;
                    Some(from + length * Vec2::from_angle(angle.to_radians()))
                };
                let turns = [arm(a, angle_a, arm_a), arm(b, angle_b, arm_b)];
                rounded(a, turns.into_iter().flatten(), b, rad)
            }
            Self::Bar {
                arm_a,
                arm_b,
                fraction,
                angle,
            } => bar(a, b, [arm_a, arm_b], fraction, angle),
        }
    }
}

/// The path without its parts in a region around its start and in one around its end.
fn clipped(mut path: BezPath, regions: [Option<Inside<'_>>; 2]) -> BezPath {
    if let Some(start) = regions[0]
        && let Some((_, outside)) = split_path(&path, start)
    {
        path = outside;
    }
    if let Some(stop) = regions[1]
        && let Some((outside, _)) = split_path(&path, stop)
    {
        path = outside;
    }
    path
}

fn curve(a: Point, control: Point, b: Point) -> BezPath {
    let mut path = BezPath::new();
    path.move_to(a);
    path.quad_to(control, b);
    path
}

/// Where the lines through the ends meet; in the middle if they are parallel.
fn corner(a: Point, b: Point, angle_a: f64, angle_b: f64) -> Point {
    let along = |angle: f64| Vec2::from_angle(angle.to_radians());
    intersection(a, along(angle_a), b, along(angle_b)).unwrap_or(a.midpoint(b))
}

fn angle(a: Point, b: Point, corner: Point, rad: f64) -> BezPath {
    if rad == 0.0 {
        return open([a, corner, b]);
    }
    let mut path = open([a, corner + rad * direction(corner, a)]);
    path.quad_to(corner, corner + rad * direction(corner, b));
    path.line_to(b);
    path
}

/// Lines with rounded corners.
fn rounded(a: Point, turns: impl Iterator<Item = Point>, b: Point, rad: f64) -> BezPath {
    let mut path = open([a]);
    let turns: Vec<Point> = turns.collect();
    let mut last = a;
    for (i, &turn) in turns.iter().enumerate() {
        let next = turns.get(i + 1).copied().unwrap_or(b);
        path.line_to(turn - rad * direction(last, turn));
        path.quad_to(turn, turn + rad * direction(turn, next));
        last = turn;
    }
    path.line_to(b);
    path
}

fn bar(a: Point, b: Point, arms: [f64; 2], fraction: f64, angle: Option<f64>) -> BezPath {
    let distance = a.distance(b);
    let (mut arm_b, mut foot) = (arms[1], b);
    if let Some(angle) = angle {
        let along = Vec2::from_angle(angle.to_radians());
        foot = a + (b - a).dot(along) * along;
        arm_b -= along.cross(b - a);
    }
    let along = direction(a, foot);
    let out = (fraction * distance + arms[0].max(arm_b)) * Vec2::new(along.y, -along.x);
    open([a, a + out, foot + out, b])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ends_are_shrunk() {
        let style = ConnectionStyle::default();
        let cut = Cut {
            region: None,
            shrink: 2.0,
        };
        let path = style.path(Point::new(0.0, 0.0), Point::new(10.0, 0.0), [cut; 2]);
        let points = vertices(&path);
        assert!((points[0].x - 2.0).abs() < 0.01 && (points[2].x - 8.0).abs() < 0.01);
        let nothing_left = style.path(Point::ORIGIN, Point::new(1.0, 0.0), [cut; 2]);
        assert_eq!(vertices(&nothing_left)[2], Point::new(1.0, 0.0));
    }

    #[test]
    fn names_and_parameters_are_those_of_matplotlib() {
        let bar: ConnectionStyle = "bar, angle=90, fraction=-0.1".parse().unwrap();
        let expected = ConnectionStyle::Bar {
            arm_a: 0.0,
            arm_b: 0.0,
            fraction: -0.1,
            angle: Some(90.0),
        };
        assert_eq!(bar, expected);
        for wrong in ["arc4", "arc3,angle=1", "angle3,rad=2", "arc3,rad="] {
            assert!(wrong.parse::<ConnectionStyle>().is_err(), "{wrong}");
        }
    }
}
