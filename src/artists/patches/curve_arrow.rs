//! Lines with arrow heads and brackets.

use std::fmt;

use kurbo::{Affine, BezPath, PathEl, Point, Vec2};

use crate::artists::patches::bezier::{beside, direction};
use crate::artists::patches::path::{open, vertices};
use crate::artists::patches::style_text::{StyleText, write_style};
use crate::error::Result;

/// Outlines and whether they are filled.
pub(crate) type Shapes = Vec<(BezPath, bool)>;

/// The shape at an end of a line.
///
/// ```
/// use plotreel::patches::{ArrowEnd, ArrowStyle, CurveArrow};
///
/// let filled = CurveArrow { end: ArrowEnd::FilledHead, ..CurveArrow::default() };
/// assert_eq!(ArrowStyle::Curve(filled), "-|>".parse()?);
/// # Ok::<(), plotreel::Error>(())
/// ```
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
/// use plotreel::patches::{ArrowEnd, ArrowStyle, CurveArrow};
///
/// let double = CurveArrow { begin: ArrowEnd::Head, end: ArrowEnd::Head, ..CurveArrow::default() };
/// assert_eq!(ArrowStyle::Curve(double), "<->".parse()?);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CurveArrow {
    /// The shape at A, where the arrow begins.
    pub begin: ArrowEnd,
    /// The shape at B.
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
    /// The rotation of the bracket at A in degrees, counterclockwise.
    pub angle_a: f64,
    /// The rotation of the bracket at B in degrees, counterclockwise.
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

/// The string of [`ArrowStyle`](crate::patches::ArrowStyle) for it, with the parameters that differ from the defaults.
impl fmt::Display for CurveArrow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let brackets = [self.begin, self.end] == [ArrowEnd::Bracket; 2];
        let bars = brackets && (self.length_a, self.length_b) == (0.0, 0.0);
        let begin = match self.begin {
            ArrowEnd::None => "",
            ArrowEnd::Head => "<",
            ArrowEnd::FilledHead => "<|",
            ArrowEnd::Bracket if bars => "|",
            ArrowEnd::Bracket => "]",
        };
        let end = match self.end {
            ArrowEnd::None => "",
            ArrowEnd::Head => ">",
            ArrowEnd::FilledHead => "|>",
            ArrowEnd::Bracket if bars => "|",
            ArrowEnd::Bracket => "[",
        };
        let usual = Self::default();
        let length = if bars { 0.0 } else { usual.length_a };
        let changed = |value: f64, usual: f64| Some(value).filter(|value| *value != usual);
        let parameters = [
            ("head_length", changed(self.head_length, usual.head_length)),
            ("head_width", changed(self.head_width, usual.head_width)),
            ("widthA", changed(self.width_a, usual.width_a)),
            ("widthB", changed(self.width_b, usual.width_b)),
            ("lengthA", changed(self.length_a, length)),
            ("lengthB", changed(self.length_b, length)),
            ("angleA", changed(self.angle_a, usual.angle_a)),
            ("angleB", changed(self.angle_b, usual.angle_b)),
            ("scaleA", self.scale_a),
            ("scaleB", self.scale_b),
        ];
        write_style(f, &format!("{begin}-{end}"), &parameters)
    }
}

impl CurveArrow {
    pub(super) fn parse(style: &mut StyleText<'_>) -> Result<Self> {
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

    /// Those that the reference supports for this style.
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

    pub(super) fn shapes(&self, path: &BezPath, scale: f64, linewidth: f64) -> Shapes {
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
        // The tip of the head would extend beyond it, because of the line width.
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
