//! Markers and their fill styles.

use std::str::FromStr;
use std::sync::Arc;

use crate::error::{Error, Result};
use crate::properties::{PropertyType, Value, names, refused};

/// The symbol at each point of a line.
///
/// It is parsed from matplotlib's texts, and converted from matplotlib's numbers 0 (`TICKLEFT`) to 11
/// (`CARETDOWNBASE`) and tuples `(sides, style, angle)`; `"$…$"` is text, a list of vertices a polygon.
///
/// ```
/// use plotreel::artists::Marker;
///
/// assert_eq!("o".parse::<Marker>()?, Marker::Circle);
/// assert_eq!(Marker::try_from(2)?, Marker::TickUp);
/// assert_eq!(Marker::try_from((5, 1, 30.0))?, Marker::RegularStar { sides: 5, angle: 30.0 });
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub enum Marker {
    /// `"none"`, `"None"`, `" "` or `""`: no marker.
    #[default]
    None,
    /// `"."`
    Point,
    /// `","`: one pixel, regardless of the marker size.
    Pixel,
    /// `"o"`
    Circle,
    /// `"v"`
    TriangleDown,
    /// `"^"`
    TriangleUp,
    /// `"<"`
    TriangleLeft,
    /// `">"`
    TriangleRight,
    /// `"1"`: three lines from the middle, one of them down.
    TriDown,
    /// `"2"`
    TriUp,
    /// `"3"`
    TriLeft,
    /// `"4"`
    TriRight,
    /// `"8"`
    Octagon,
    /// `"s"`
    Square,
    /// `"p"`
    Pentagon,
    /// `"P"`: a plus with thick arms.
    PlusFilled,
    /// `"*"`
    Star,
    /// `"h"`: a hexagon on its tip.
    Hexagon1,
    /// `"H"`: a hexagon on its side.
    Hexagon2,
    /// `"+"`
    Plus,
    /// `"x"`
    X,
    /// `"X"`: an x with thick arms.
    XFilled,
    /// `"D"`
    Diamond,
    /// `"d"`
    ThinDiamond,
    /// `"|"`
    VLine,
    /// `"_"`
    HLine,
    /// 0: a line from the point to the left.
    TickLeft,
    /// 1
    TickRight,
    /// 2
    TickUp,
    /// 3
    TickDown,
    /// 4: an arrow head whose tip is the point.
    CaretLeft,
    /// 5
    CaretRight,
    /// 6
    CaretUp,
    /// 7
    CaretDown,
    /// 8: an arrow head whose base is at the point.
    CaretLeftBase,
    /// 9
    CaretRightBase,
    /// 10
    CaretUpBase,
    /// 11
    CaretDownBase,
    /// `(sides, 0, angle)`: a regular polygon; without sides nothing is drawn.
    RegularPolygon {
        /// The number of its sides.
        sides: u32,
        /// The counterclockwise rotation in degrees; at 0 a tip points up.
        angle: f64,
    },
    /// `(sides, 1, angle)`: a star whose inner tips are halfway to the outer ones.
    RegularStar {
        /// The number of its outer tips.
        sides: u32,
        /// As for the polygon.
        angle: f64,
    },
    /// `(sides, 2, angle)`: lines from the middle.
    RegularAsterisk {
        /// The number of its lines.
        sides: u32,
        /// As for the polygon.
        angle: f64,
    },
    /// `"$…$"`: mathematical notation, its longer side as long as the marker size.
    Text(Arc<str>),
    /// A polygon of vertices (x, y), y up, whose largest coordinate is half the marker size. Its edge is closed only if
    /// the last vertex is the first.
    Polygon(Arc<[(f64, f64)]>),
}

/// matplotlib's texts for markers of one character.
const CHARACTERS: [(char, Marker); 25] = [
    ('.', Marker::Point),
    (',', Marker::Pixel),
    ('o', Marker::Circle),
    ('v', Marker::TriangleDown),
    ('^', Marker::TriangleUp),
    ('<', Marker::TriangleLeft),
    ('>', Marker::TriangleRight),
    ('1', Marker::TriDown),
    ('2', Marker::TriUp),
    ('3', Marker::TriLeft),
    ('4', Marker::TriRight),
    ('8', Marker::Octagon),
    ('s', Marker::Square),
    ('p', Marker::Pentagon),
    ('P', Marker::PlusFilled),
    ('*', Marker::Star),
    ('h', Marker::Hexagon1),
    ('H', Marker::Hexagon2),
    ('+', Marker::Plus),
    ('x', Marker::X),
    ('X', Marker::XFilled),
    ('D', Marker::Diamond),
    ('d', Marker::ThinDiamond),
    ('|', Marker::VLine),
    ('_', Marker::HLine),
];

/// matplotlib's numbers for markers, from 0.
const NUMBERS: [Marker; 12] = [
    Marker::TickLeft,
    Marker::TickRight,
    Marker::TickUp,
    Marker::TickDown,
    Marker::CaretLeft,
    Marker::CaretRight,
    Marker::CaretUp,
    Marker::CaretDown,
    Marker::CaretLeftBase,
    Marker::CaretRightBase,
    Marker::CaretUpBase,
    Marker::CaretDownBase,
];

impl FromStr for Marker {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        if matches!(text, "none" | "None" | " " | "") {
            return Ok(Self::None);
        }
        if text.len() > 2 && text.starts_with('$') && text.ends_with('$') {
            return Ok(Self::Text(text.into()));
        }
        CHARACTERS
            .into_iter()
            .find(|(c, _)| text.chars().eq([*c]))
            .map(|(_, marker)| marker)
            .ok_or_else(|| unknown(text))
    }
}

impl TryFrom<&str> for Marker {
    type Error = Error;

    fn try_from(text: &str) -> Result<Self> {
        text.parse()
    }
}

impl TryFrom<i32> for Marker {
    type Error = Error;

    fn try_from(number: i32) -> Result<Self> {
        usize::try_from(number)
            .ok()
            .and_then(|number| NUMBERS.get(number).cloned())
            .ok_or_else(|| unknown(number))
    }
}

impl TryFrom<(u32, u32)> for Marker {
    type Error = Error;

    fn try_from((sides, style): (u32, u32)) -> Result<Self> {
        (sides, style, 0.0).try_into()
    }
}

impl TryFrom<(u32, u32, f64)> for Marker {
    type Error = Error;

    fn try_from((sides, style, angle): (u32, u32, f64)) -> Result<Self> {
        match (sides, style) {
            (1.., 0) => Ok(Self::RegularPolygon { sides, angle }),
            (1.., 1) => Ok(Self::RegularStar { sides, angle }),
            (1.., 2) => Ok(Self::RegularAsterisk { sides, angle }),
            _ => Err(unknown(format!("({sides}, {style}, {angle})"))),
        }
    }
}

impl TryFrom<Vec<(f64, f64)>> for Marker {
    type Error = Error;

    fn try_from(vertices: Vec<(f64, f64)>) -> Result<Self> {
        let usable = |(x, y): &(f64, f64)| x.is_finite() && y.is_finite();
        if !vertices.is_empty() && vertices.iter().all(usable) {
            Ok(Self::Polygon(vertices.into()))
        } else {
            Err(unknown(format!("{vertices:?}")))
        }
    }
}

impl PropertyType for Marker {
    const TAKES: &'static str =
        "a marker's text or number, (sides, style) or (sides, style, angle), or a list of vertices";

    fn read(name: &'static str, value: &Value) -> Result<Self> {
        let whole = |number: &f64| number.fract() == 0.0 && (0.0..1e6).contains(number);
        match value {
            Value::None => Ok(Self::None),
            Value::Text(text) => text.parse(),
            Value::Number(number) if whole(number) => (*number as i32).try_into(),
            Value::List(parts) => match &parts[..] {
                [Value::Number(sides), Value::Number(style)] if whole(sides) && whole(style) => {
                    (*sides as u32, *style as u32).try_into()
                }
                [
                    Value::Number(sides),
                    Value::Number(style),
                    Value::Number(angle),
                ] if whole(sides) && whole(style) => {
                    (*sides as u32, *style as u32, *angle).try_into()
                }
                _ => Vec::<(f64, f64)>::read(name, value)?.try_into(),
            },
            _ => Err(refused(name, value, Self::TAKES)),
        }
    }
}

impl From<Marker> for Value {
    fn from(marker: Marker) -> Self {
        let regular = |sides: u32, style: u32, angle: f64| -> Self {
            vec![f64::from(sides), f64::from(style), angle].into()
        };
        match marker {
            Marker::None => "none".into(),
            Marker::Text(text) => (*text).into(),
            Marker::RegularPolygon { sides, angle } => regular(sides, 0, angle),
            Marker::RegularStar { sides, angle } => regular(sides, 1, angle),
            Marker::RegularAsterisk { sides, angle } => regular(sides, 2, angle),
            Marker::Polygon(vertices) => vertices[..].into(),
            other => {
                let character = CHARACTERS.iter().find(|(_, marker)| *marker == other);
                let number = NUMBERS.iter().position(|marker| *marker == other);
                match (character, number) {
                    (Some((character, _)), _) => Self::Text((*character).into()),
                    (_, number) => number.into(),
                }
            }
        }
    }
}

fn unknown(name: impl ToString) -> Error {
    Error::UnknownMarker {
        name: name.to_string(),
    }
}

/// Which part of a marker has the face colour; the rest has the alternate one.
///
/// ```
/// use plotreel::artists::FillStyle;
///
/// assert_eq!("left".parse::<FillStyle>()?, FillStyle::Left);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum FillStyle {
    /// All of it.
    #[default]
    Full,
    /// Its left half.
    Left,
    /// Its right half.
    Right,
    /// Its lower half.
    Bottom,
    /// Its upper half.
    Top,
    /// No part: only the edge is drawn.
    None,
}

names! {
    FillStyle, "fillstyle", "full, left, right, bottom, top or none";
    Full: "full",
    Left: "left",
    Right: "right",
    Bottom: "bottom",
    Top: "top",
    None: "none",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_marker_is_refused() {
        for text in ["oo", "q", "0", "$a", "$$", "circle", "é", "NONE"] {
            assert!(text.parse::<Marker>().is_err(), "{text}");
        }
        for number in [-1, 12] {
            assert!(Marker::try_from(number).is_err(), "{number}");
        }
        for tuple in [(5, 3), (0, 1)] {
            assert!(Marker::try_from(tuple).is_err(), "{tuple:?}");
        }
        let error = "q".parse::<Marker>().unwrap_err();
        assert_eq!(error.cause(), "unknown marker \"q\"");
    }
}
