//! The place of a legend.

use crate::error::{Error, Result};
use crate::properties::{PropertyType, Value, refused};

/// The place of a legend in its axes, or in the box that it is anchored to.
///
/// It is parsed from matplotlib's names and converted from a pair of fractions.
///
/// ```
/// use plotreel::legend::LegendLoc;
///
/// assert_eq!("lower left".parse::<LegendLoc>()?, LegendLoc::LowerLeft);
/// assert_eq!(LegendLoc::from((0.2, 0.4)), LegendLoc::At(0.2, 0.4));
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum LegendLoc {
    /// `"best"`: the other place that covers the least data.
    #[default]
    Best,
    /// `"upper right"`.
    UpperRight,
    /// `"upper left"`.
    UpperLeft,
    /// `"lower left"`.
    LowerLeft,
    /// `"lower right"`.
    LowerRight,
    /// `"right"`, which is the same as `"center right"`.
    Right,
    /// `"center left"`.
    CenterLeft,
    /// `"center right"`.
    CenterRight,
    /// `"lower center"`.
    LowerCenter,
    /// `"upper center"`.
    UpperCenter,
    /// `"center"`.
    Center,
    /// Its lower left corner, in fractions of the box.
    At(f64, f64),
    /// `"outside upper right"`, `"outside right upper"` and so on, of a figure's legend: `constrained_layout` makes room
    /// for it at this side of the figure.
    Outside(OutsideLoc),
}

/// A place at a side of a figure: at its top or bottom from the left to the right, or at its left or right from the
/// bottom to the top.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutsideLoc {
    /// 0 for the left side, 1 for the bottom, 2 for the right, 3 for the top.
    edge: usize,
    /// 0 for its start, 1 for its middle, 2 for its end.
    along: usize,
}

/// The names of sides, and of places along left and right ones and along lower and upper ones.
const SIDES: [&str; 4] = ["left", "lower", "right", "upper"];
const ALONG: [[&str; 3]; 2] = [["lower", "center", "upper"], ["left", "center", "right"]];

impl OutsideLoc {
    fn all() -> impl Iterator<Item = Self> {
        (0..SIDES.len()).flat_map(|edge| (0..3).map(move |along| Self { edge, along }))
    }

    /// Its name after `"outside "`.
    fn name(self) -> String {
        format!("{} {}", SIDES[self.edge], ALONG[self.edge % 2][self.along])
    }

    /// Other names that it has.
    fn is_called(self, name: &str) -> bool {
        let alone = SIDES[self.edge];
        let is_middle = self.along == 1 && self.edge.is_multiple_of(2);
        self.name() == name || is_middle && (name == alone || name == format!("center {alone}"))
    }

    /// The edge of left, bottom, right and top.
    pub(crate) fn edge(self) -> usize {
        self.edge
    }

    /// How far right and up it is.
    fn place(self) -> (f64, f64) {
        let (along, across) = (self.along as f64 / 2.0, f64::from(u8::from(self.edge > 1)));
        match self.edge % 2 {
            0 => (across, along),
            _ => (along, across),
        }
    }
}

/// Names with places, and how far right and up they are; those that `best` tries, in its order.
const PLACES: [(&str, LegendLoc, (f64, f64)); 10] = [
    ("upper right", LegendLoc::UpperRight, (1.0, 1.0)),
    ("upper left", LegendLoc::UpperLeft, (0.0, 1.0)),
    ("lower left", LegendLoc::LowerLeft, (0.0, 0.0)),
    ("lower right", LegendLoc::LowerRight, (1.0, 0.0)),
    ("right", LegendLoc::Right, (1.0, 0.5)),
    ("center left", LegendLoc::CenterLeft, (0.0, 0.5)),
    ("center right", LegendLoc::CenterRight, (1.0, 0.5)),
    ("lower center", LegendLoc::LowerCenter, (0.5, 0.0)),
    ("upper center", LegendLoc::UpperCenter, (0.5, 1.0)),
    ("center", LegendLoc::Center, (0.5, 0.5)),
];

impl LegendLoc {
    /// Those that `best` chooses from, the preferred first.
    pub(crate) fn candidates() -> impl Iterator<Item = Self> {
        PLACES.into_iter().map(|(_, loc, _)| loc)
    }

    /// The lower left corner of something of this size in a box (left, bottom, width, height), `pad` off its edges.
    pub(crate) fn corner(
        self,
        size: (f64, f64),
        [left, bottom, width, height]: [f64; 4],
        pad: f64,
    ) -> (f64, f64) {
        if let Self::At(x, y) = self {
            return (left + x * width, bottom + y * height);
        }
        let named = PLACES.iter().find(|(_, loc, _)| *loc == self);
        let (across, up) = match self {
            Self::Outside(outside) => outside.place(),
            _ => named.map_or((1.0, 1.0), |(_, _, at)| *at),
        };
        (
            left + pad + across * (width - 2.0 * pad - size.0),
            bottom + pad + up * (height - 2.0 * pad - size.1),
        )
    }
}

impl std::str::FromStr for LegendLoc {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self> {
        if name == "best" {
            return Ok(Self::Best);
        }
        if let Some(place) = name.strip_prefix("outside ")
            && let Some(outside) = OutsideLoc::all().find(|loc| loc.is_called(place))
        {
            return Ok(Self::Outside(outside));
        }
        PLACES
            .iter()
            .find(|(known, ..)| *known == name)
            .map(|(_, loc, _)| *loc)
            .ok_or_else(|| Error::Setting {
                name: "loc",
                value: format!("\"{name}\""),
                expected: "best, upper or lower with left, right or center, center left or right, center or right, or one of these \
                    after \"outside\"",
            })
    }
}

impl PropertyType for LegendLoc {
    const TAKES: &'static str = "the name of a place, such as \"upper left\", or two fractions";

    fn read(name: &'static str, value: &Value) -> Result<Self> {
        match value {
            Value::Text(text) => text.parse(),
            Value::List(_) => <(f64, f64)>::read(name, value).map(Into::into),
            other => Err(refused(name, other, Self::TAKES)),
        }
    }
}

impl From<LegendLoc> for Value {
    fn from(loc: LegendLoc) -> Self {
        match loc {
            LegendLoc::At(x, y) => (x, y).into(),
            LegendLoc::Outside(outside) => format!("outside {}", outside.name()).into(),
            other => PLACES
                .iter()
                .find(|(_, known, _)| *known == other)
                .map_or("best", |(name, ..)| name)
                .into(),
        }
    }
}

impl TryFrom<&str> for LegendLoc {
    type Error = Error;

    fn try_from(name: &str) -> Result<Self> {
        name.parse()
    }
}

impl From<(f64, f64)> for LegendLoc {
    fn from((x, y): (f64, f64)) -> Self {
        Self::At(x, y)
    }
}
