//! The shapes of arrows.

use std::str::FromStr;

use kurbo::{Affine, BezPath, PathEl, Point, QuadBez, Vec2};

use crate::artists::patches::bezier::{
    beside, direction, in_circle, parallels, split_quad, wedged,
};
use crate::artists::patches::path::{open, vertices};
use crate::artists::patches::style_text::StyleText;
use crate::error::{Error, Result};

/// The shape of an arrow. Lengths are multiples of the mutation scale, which for annotations is the font size.
///
/// It is parsed from matplotlib's strings, whose missing parameters have the reference's values.
///
/// ```
/// use plotreel::{ArrowEnd, ArrowStyle, CurveArrow};
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

/// What is at an end of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ArrowEnd {
    /// Nothing.
    #[default]
    None,
    /// An open arrow head.
    Head,
    /// A filled triangle.
    FilledHead,
    /// A bracket.
    Bracket,
}

/// A line with or without heads and brackets at its ends A and B.
///
/// ```
/// use plotreel::{ArrowEnd, ArrowStyle, CurveArrow};
///
/// let double = CurveArrow { begin: ArrowEnd::Head, end: ArrowEnd::Head, ..CurveArrow::default() };
/// assert_eq!(ArrowStyle::Curve(double), "<->".parse()?);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CurveArrow {
    /// What is at A, where the arrow begins.
    pub begin: ArrowEnd,
    /// What is at B.
    pub end: ArrowEnd,
    /// Length of heads.
    pub head_length: f64,
    /// Half the width of heads.
    pub head_width: f64,
    /// Half the width of the bracket at A.
    pub width_a: f64,
    /// Half the width of the bracket at B.
    pub width_b: f64,
    /// Length of the arms of the bracket at A.
    pub length_a: f64,
    /// Length of the arms of the bracket at B.
    pub length_b: f64,
    /// By how many degrees the bracket at A is turned counterclockwise.
    pub angle_a: f64,
    /// By how many degrees the bracket at B is turned counterclockwise.
    pub angle_b: f64,
    /// Scale of the bracket at A in pixels; the mutation scale if `None`.
    pub scale_a: Option<f64>,
    /// Scale of the bracket at B in pixels; the mutation scale if `None`.
    pub scale_b: Option<f64>,
}

impl Default for CurveArrow {
    /// A line without heads.
    fn default() -> Self {
        Self {
            begin: ArrowEnd::None,
            end: ArrowEnd::None,
            head_length: 0.4,
            head_width: 0.2,
            width_a: 1.0,
            width_b: 1.0,
            length_a: 0.2,
            length_b: 0.2,
            angle_a: 0.0,
            angle_b: 0.0,
            scale_a: None,
            scale_b: None,
        }
    }
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

impl TryFrom<&str> for ArrowStyle {
    type Error = Error;

    fn try_from(text: &str) -> Result<Self> {
        text.parse()
    }
}

/// Outlines and whether they are filled.
pub(crate) type Shapes = Vec<(BezPath, bool)>;

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

impl CurveArrow {
    fn parse(style: &mut StyleText<'_>) -> Result<Self> {
        let (begin, end) = style.name.split_once('-').ok_or_else(|| style.error())?;
        // Bars are brackets without arms, and only come in pairs.
        let bars = style.name == "|-|";
        let kind = |sign: &str, open: &str, filled: &str, bracket: &str| match sign {
            "" => Some(ArrowEnd::None),
            sign if sign == open => Some(ArrowEnd::Head),
            sign if sign == filled => Some(ArrowEnd::FilledHead),
            sign if sign == bracket => Some(ArrowEnd::Bracket),
            "|" if bars => Some(ArrowEnd::Bracket),
            _ => None,
        };
        let ends = (kind(begin, "<", "<|", "]"), kind(end, ">", "|>", "["));
        let (Some(begin), Some(end)) = ends else {
            return Err(style.error());
        };
        use ArrowEnd::{Bracket, FilledHead, Head};
        if matches!(
            (begin, end),
            (Head, FilledHead) | (FilledHead, Head | Bracket) | (Bracket, FilledHead)
        ) {
            return Err(style.error());
        }
        let mut curve = Self {
            begin,
            end,
            ..Self::default()
        };
        curve.take_parameters(style, bars);
        Ok(curve)
    }

    /// Those that the reference lets this style have.
    fn take_parameters(&mut self, style: &mut StyleText<'_>, bars: bool) {
        let brackets = [self.begin, self.end].map(|end| end == ArrowEnd::Bracket);
        let plain = self.begin == ArrowEnd::None && self.end == ArrowEnd::None;
        let heads = !plain && brackets == [false; 2];
        let default_length = if bars { 0.0 } else { self.length_a };
        (self.length_a, self.length_b) = (default_length, default_length);
        if heads {
            self.head_length = style.take_or("head_length", self.head_length);
            self.head_width = style.take_or("head_width", self.head_width);
            self.scale_a = style.take("scaleA");
            self.scale_b = style.take("scaleB");
        }
        if heads || brackets[0] {
            self.width_a = style.take_or("widthA", self.width_a);
            self.angle_a = style.take_or("angleA", self.angle_a);
        }
        if heads || brackets[1] {
            self.width_b = style.take_or("widthB", self.width_b);
            self.angle_b = style.take_or("angleB", self.angle_b);
        }
        if (heads || brackets[0]) && !bars {
            self.length_a = style.take_or("lengthA", self.length_a);
        }
        if (heads || brackets[1]) && !bars {
            self.length_b = style.take_or("lengthB", self.length_b);
        }
    }

    fn shapes(&self, path: &BezPath, scale: f64, linewidth: f64) -> Shapes {
        let points = vertices(path);
        let [first, second, ..] = points[..] else {
            return Vec::new();
        };
        let (last, before) = (points[points.len() - 1], points[points.len() - 2]);
        let (head_a, back_a) = self.head(self.begin, second, first, scale, linewidth);
        let (head_b, back_b) = self.head(self.end, before, last, scale, linewidth);
        let mut shapes = vec![(with_ends_moved(path, back_a, back_b), false)];
        shapes.extend(head_a);
        if self.begin == ArrowEnd::Bracket {
            let scale = self.scale_a.unwrap_or(scale);
            let size = (self.width_a * scale, self.length_a * scale);
            shapes.push((bracket(first, second, size, self.angle_a), false));
        }
        shapes.extend(head_b);
        if self.end == ArrowEnd::Bracket {
            let scale = self.scale_b.unwrap_or(scale);
            let size = (self.width_b * scale, self.length_b * scale);
            shapes.push((bracket(last, before, size, self.angle_b), false));
        }
        shapes
    }

    /// The head of an arrow from one point to another, and by how much the line has to end before it.
    fn head(
        &self,
        end: ArrowEnd,
        from: Point,
        to: Point,
        scale: f64,
        linewidth: f64,
    ) -> (Option<(BezPath, bool)>, Vec2) {
        let filled = end == ArrowEnd::FilledHead;
        if from == to || !(filled || end == ArrowEnd::Head) {
            return (None, Vec2::ZERO);
        }
        let side = Vec2::new(self.head_length * scale, self.head_width * scale);
        let back = direction(to, from);
        // The point of the head, drawn with a pen, would go beyond.
        let pad = 0.5 * linewidth * side.hypot() / side.y * back;
        let turned = |y: f64| Vec2::new(back.x * side.x - back.y * y, back.y * side.x + back.x * y);
        let tip = to + pad;
        let mut path = open([tip + turned(-side.y), tip, tip + turned(side.y)]);
        if filled {
            path.close_path();
        }
        (Some((path, filled)), pad)
    }
}

fn with_ends_moved(path: &BezPath, start: Vec2, end: Vec2) -> BezPath {
    let mut elements = path.elements().to_vec();
    if let Some(PathEl::MoveTo(p)) = elements.first_mut() {
        *p += start;
    }
    if let Some(PathEl::LineTo(p) | PathEl::QuadTo(_, p) | PathEl::CurveTo(_, _, p)) =
        elements.last_mut()
    {
        *p += end;
    }
    BezPath::from_vec(elements)
}

fn bracket(at: Point, from: Point, (width, length): (f64, f64), angle: f64) -> BezPath {
    let along = direction(from, at);
    let [right, left] = beside(at, along, width);
    let arm = length * along;
    Affine::rotate_about(angle.to_radians(), at) * open([right + arm, right, left, left + arm])
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
