//! The shapes of arrows.

use std::fmt;
use std::str::FromStr;

use kurbo::{BezPath, PathEl, QuadBez};

use crate::artists::patches::bezier::{direction, in_circle, parallels, split_quad, wedged};
use crate::artists::patches::curve_arrow::{CurveArrow, Shapes};
use crate::artists::patches::path::open;
use crate::artists::patches::style_text::{StyleText, write_style};
use crate::error::{Error, Result};
use crate::properties::parsed;

/// The shape of an arrow. Lengths are multiples of the mutation scale, which for annotations is the font size.
///
/// It is parsed from matplotlib's strings, with the reference's values for missing parameters.
///
/// ```
/// use plotreel::patches::{ArrowEnd, ArrowStyle, CurveArrow};
///
/// let style: ArrowStyle = "->,head_length=0.8".parse()?;
/// let curve = CurveArrow { end: ArrowEnd::Head, head_length: 0.8, ..CurveArrow::default() };
/// assert_eq!(style, ArrowStyle::Curve(curve));
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ArrowStyle {
    /// A line with or without heads and brackets: `"-"`, `"->"`, `"<-"`, `"<->"`, `"-|>"`, `"<|-"`, `"<|-|>"`, `"]-"`,
    /// `"-["`, `"]-["`, `"|-|"`, `"]->"` or `"<-["`.
    Curve(CurveArrow),
    /// `"simple"`: a filled arrow of even width.
    Simple {
        /// Length of the head.
        head_length: f64,
        /// Width of the head.
        head_width: f64,
        /// Width of the tail.
        tail_width: f64,
    },
    /// `"fancy"`: a filled arrow with bent sides.
    Fancy {
        /// Length of the head.
        head_length: f64,
        /// Width of the head.
        head_width: f64,
        /// Width of the tail.
        tail_width: f64,
    },
    /// `"wedge"`: a filled wedge with its tip at the end.
    Wedge {
        /// Width of the tail.
        tail_width: f64,
        /// Width in the middle as a fraction of the tail's.
        shrink_factor: f64,
    },
}

impl Default for ArrowStyle {
    /// `"simple"`.
    fn default() -> Self {
        Self::Simple {
            head_length: 0.5,
            head_width: 0.5,
            tail_width: 0.2,
        }
    }
}

impl FromStr for ArrowStyle {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        const EXPECTED: &str = "-, ->, <-, <->, -|>, <|-, <|-|>, ]-, -[, ]-[, |-|, ]->, <-[, simple, fancy or wedge, \
            with parameters such as \"->,head_length=0.8\"";
        let mut style = StyleText::parse("arrowstyle", EXPECTED, text)?;
        let name = style.name.clone();
        let mut measures = |defaults: [f64; 3]| {
            ["head_length", "head_width", "tail_width"]
                .into_iter()
                .zip(defaults)
                .map(|(key, default)| style.take_or(key, default))
                .collect::<Vec<_>>()
        };
        let parsed = match name.as_str() {
            "simple" => {
                let m = measures([0.5, 0.5, 0.2]);
                Self::Simple {
                    head_length: m[0],
                    head_width: m[1],
                    tail_width: m[2],
                }
            }
            "fancy" => {
                let m = measures([0.4, 0.4, 0.4]);
                Self::Fancy {
                    head_length: m[0],
                    head_width: m[1],
                    tail_width: m[2],
                }
            }
            "wedge" => Self::Wedge {
                tail_width: style.take_or("tail_width", 0.3),
                shrink_factor: style.take_or("shrink_factor", 0.5),
            },
            _ => Self::Curve(CurveArrow::parse(&mut style)?),
        };
        style.finish()?;
        Ok(parsed)
    }
}

/// matplotlib's string, which parses back to it.
impl fmt::Display for ArrowStyle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let measures = |length, head, tail| {
            [
                ("head_length", Some(length)),
                ("head_width", Some(head)),
                ("tail_width", Some(tail)),
            ]
        };
        match *self {
            Self::Curve(curve) => curve.fmt(f),
            Self::Simple {
                head_length,
                head_width,
                tail_width,
            } => write_style(f, "simple", &measures(head_length, head_width, tail_width)),
            Self::Fancy {
                head_length,
                head_width,
                tail_width,
            } => write_style(f, "fancy", &measures(head_length, head_width, tail_width)),
            Self::Wedge {
                tail_width,
                shrink_factor,
            } => {
                let widths = [
                    ("tail_width", Some(tail_width)),
                    ("shrink_factor", Some(shrink_factor)),
                ];
                write_style(f, "wedge", &widths)
            }
        }
    }
}

parsed! { ArrowStyle, "an arrow style, such as \"->,head_length=0.8\"", |style| style.to_string() }

impl ArrowStyle {
    /// The shapes of an arrow along a path, y up; scale and line width are pixels.
    pub(crate) fn shapes(&self, path: &BezPath, scale: f64, linewidth: f64) -> Result<Shapes> {
        if let Self::Curve(curve) = self {
            return Ok(curve.shapes(path, scale, linewidth));
        }
        let &[PathEl::MoveTo(p0), PathEl::QuadTo(p1, p2)] = path.elements() else {
            return Err(Error::Setting {
                name: "arrowstyle",
                value: format!("{self:?}"),
                expected: "the connection style arc3 or angle3 with simple, fancy and wedge",
            });
        };
        let along = QuadBez::new(p0, p1, p2);
        let outline = match *self {
            Self::Fancy {
                head_length,
                head_width,
                tail_width,
            } => fancy(
                along,
                head_length * scale,
                head_width * scale,
                tail_width * scale,
            ),
            Self::Wedge {
                tail_width,
                shrink_factor,
            } => wedge(along, tail_width * scale / 2.0, shrink_factor),
            Self::Simple {
                head_length,
                head_width,
                tail_width,
            } => simple(
                along,
                head_length * scale,
                head_width * scale,
                tail_width * scale,
            ),
            Self::Curve(_) => BezPath::new(),
        };
        Ok(vec![(outline, true)])
    }
}

/// The line of a head that is longer than its arrow.
fn straight_head(along: QuadBez, length: f64) -> QuadBez {
    let start = along.p2 + length * direction(along.p2, along.p1);
    QuadBez::new(start, start.midpoint(along.p2), along.p2)
}

fn simple(along: QuadBez, head_length: f64, head_width: f64, tail_width: f64) -> BezPath {
    let (tail, head) = match split_quad(along, &in_circle(along.p2, head_length)) {
        Some((tail, head)) => (Some(tail), head),
        None => (None, straight_head(along, head_length)),
    };
    let heads = wedged(head, head_width / 2.0, [1.0, 0.5, 0.0]);
    let mut path = BezPath::new();
    let Some(tail) = tail else {
        path.move_to(heads[1].p0);
        around_head(&mut path, heads);
        path.close_path();
        return path;
    };
    let [right, left] = parallels(tail, tail_width / 2.0);
    path.move_to(left.p0);
    path.quad_to(left.p1, left.p2);
    path.line_to(heads[1].p0);
    around_head(&mut path, heads);
    path.line_to(right.p2);
    path.quad_to(right.p1, right.p0);
    path.line_to(left.p0);
    path.close_path();
    path
}

/// From the left of a head's base over its tip to the right.
fn around_head(path: &mut BezPath, [right, left]: [QuadBez; 2]) {
    path.quad_to(left.p1, left.p2);
    path.quad_to(right.p1, right.p0);
}

fn fancy(along: QuadBez, head_length: f64, head_width: f64, tail_width: f64) -> BezPath {
    let (along, head) = match split_quad(along, &in_circle(along.p2, head_length)) {
        Some((_, head)) => (along, head),
        None => {
            let line = straight_head(along, head_length);
            (line, line)
        }
    };
    let tail = split_quad(along, &in_circle(along.p2, head_length * 0.8)).map_or(along, |s| s.0);
    let heads = wedged(head, head_width / 2.0, [1.0, 0.6, 0.0]);
    let [right, left] = wedged(tail, tail_width / 2.0, [1.0, 0.6, 0.3]);
    let notch = split_quad(along, &in_circle(along.p0, tail_width * 0.3));
    let start = notch.map_or(along.p0, |(before, _)| before.p2);
    let mut path = open([start, left.p0]);
    path.quad_to(left.p1, left.p2);
    path.line_to(heads[1].p0);
    around_head(&mut path, heads);
    path.line_to(right.p2);
    path.quad_to(right.p1, right.p0);
    path.line_to(start);
    path.close_path();
    path
}

fn wedge(along: QuadBez, half_width: f64, shrink: f64) -> BezPath {
    let [right, left] = wedged(along, half_width, [1.0, shrink, 0.0]);
    let mut path = open([right.p0]);
    path.quad_to(right.p1, right.p2);
    path.line_to(left.p2);
    path.quad_to(left.p1, left.p0);
    path.close_path();
    path
}

#[cfg(test)]
mod tests {
    use kurbo::Point;

    use super::*;

    #[test]
    fn names_are_those_of_matplotlib() {
        for name in [
            "-",
            "->",
            "<-",
            "<->",
            "-|>",
            "<|-",
            "<|-|>",
            "]-",
            "-[",
            "]-[",
            "|-|",
            "]->",
            "<-[",
            "simple",
            "Fancy",
            "wedge,tail_width=0.5",
            "|-|,widthA=0.5,angleB=30",
        ] {
            assert!(name.parse::<ArrowStyle>().is_ok(), "{name}");
        }
        for wrong in [
            "",
            ">",
            "|-",
            "-|",
            "<-|>",
            "-,head_length=1",
            "]-,head_width=1",
            "|-|,lengthA=1",
            "-[,widthA=1",
            "wedge,head_length=1",
            "->,head_length",
        ] {
            assert!(wrong.parse::<ArrowStyle>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn filled_arrows_need_a_single_curve() {
        let path = open([Point::new(0.0, 0.0), Point::new(9.0, 0.0)]);
        assert!(ArrowStyle::default().shapes(&path, 10.0, 1.0).is_err());
    }
}
