//! Coordinate systems of positions.

use crate::artists::DrawContext;
use crate::data_limits::DataLimits;
use crate::error::{Error, Result};
use crate::mapping::{AxesBox, Mapping};
use crate::properties::{PropertyType, Value, names, refused};

/// The coordinate system of an artist's coordinate, by matplotlib's names.
///
/// ```
/// use plotreel::artists::Coords;
///
/// assert_eq!("axes fraction".parse::<Coords>()?, Coords::AxesFraction);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Coords {
    /// `"data"`: data coordinates; for artists of a figure, fractions of the figure.
    #[default]
    Data,
    /// `"axes fraction"`: from the lower left corner of the axes.
    AxesFraction,
    /// `"axes points"`: from the lower left corner of the axes.
    AxesPoints,
    /// `"axes pixels"`: from the lower left corner of the axes.
    AxesPixels,
    /// `"figure fraction"`: from the lower left corner of the figure.
    FigureFraction,
    /// `"figure points"`: from the lower left corner of the figure.
    FigurePoints,
    /// `"figure pixels"`: from the lower left corner of the figure.
    FigurePixels,
    /// `"subfigure fraction"`: from the lower left corner of the subfigure, or of the figure if there is none.
    SubfigureFraction,
    /// `"subfigure points"`: from the lower left corner of the subfigure, or of the figure if there is none.
    SubfigurePoints,
    /// `"subfigure pixels"`: from the lower left corner of the subfigure, or of the figure if there is none.
    SubfigurePixels,
    /// `"offset points"`: from the annotated point.
    OffsetPoints,
    /// `"offset pixels"`: from the annotated point.
    OffsetPixels,
    /// `"offset fontsize"`: font sizes from the annotated point.
    OffsetFontsize,
}

impl Coords {
    pub(crate) fn is_offset(self) -> bool {
        matches!(
            self,
            Self::OffsetPoints | Self::OffsetPixels | Self::OffsetFontsize
        )
    }
}

names! {
    Coords, "coordinates", "data, or axes, figure, subfigure or offset with points, pixels or fraction";
    Data: "data",
    AxesFraction: "axes fraction",
    AxesPoints: "axes points",
    AxesPixels: "axes pixels",
    FigureFraction: "figure fraction",
    FigurePoints: "figure points",
    FigurePixels: "figure pixels",
    SubfigureFraction: "subfigure fraction",
    SubfigurePoints: "subfigure points",
    SubfigurePixels: "subfigure pixels",
    OffsetPoints: "offset points",
    OffsetPixels: "offset pixels",
    OffsetFontsize: "offset fontsize",
}

impl PropertyType for BlendedCoords {
    const TAKES: &'static str =
        "what coordinates count, such as \"axes fraction\", or a pair of that";

    fn read(name: &'static str, value: &Value) -> Result<Self> {
        match value {
            Value::List(_) => <[Coords; 2]>::read(name, value).map(|[x, y]| Self { x, y }),
            Value::Text(_) => Coords::read(name, value).map(Into::into),
            other => Err(refused(name, other, Self::TAKES)),
        }
    }
}

impl From<BlendedCoords> for Value {
    fn from(coords: BlendedCoords) -> Self {
        match coords.x == coords.y {
            true => coords.x.into(),
            false => (coords.x, coords.y).into(),
        }
    }
}

/// The coordinate systems of x and y; converted from one [`Coords`] or its name, or from a pair of them.
///
/// ```
/// use plotreel::artists::{BlendedCoords, Coords};
///
/// let blended = BlendedCoords::try_from(("data", "axes fraction"))?;
/// assert_eq!(blended, BlendedCoords { x: Coords::Data, y: Coords::AxesFraction });
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct BlendedCoords {
    /// Of x.
    pub x: Coords,
    /// Of y.
    pub y: Coords,
}

impl BlendedCoords {
    /// Refuses offsets if there is no origin for them.
    pub(crate) fn absolute(self) -> Result<Self> {
        if self.x.is_offset() || self.y.is_offset() {
            return Err(Error::Setting {
                name: "coordinates",
                value: format!("({:?}, {:?})", self.x, self.y),
                expected: "a coordinate system other than offsets, which are for the text of an annotation only",
            });
        }
        Ok(self)
    }

    pub(crate) fn is_data(self) -> bool {
        self.are_data() == [true; 2]
    }

    /// For x and y whether it is data.
    pub(crate) fn are_data(self) -> [bool; 2] {
        [self.x, self.y].map(|coords| coords == Coords::Data)
    }

    /// In polar axes: the data coordinates of a place that is data along one axis, and a fraction of the limits along the
    /// other.
    pub(crate) fn across_polar(self, [x, y]: [f64; 2], mapping: &Mapping) -> Option<[f64; 2]> {
        let limits = mapping.polar()?.limits;
        let part = |(from, to): (f64, f64), of: f64| from + of * (to - from);
        match (self.x, self.y) {
            (Coords::Data, Coords::AxesFraction) => Some([x, part(limits.y, y)]),
            (Coords::AxesFraction, Coords::Data) => Some([part(limits.x, x), y]),
            _ => None,
        }
    }

    /// The part of a range that is data.
    pub(crate) fn data_of(self, range: DataLimits) -> DataLimits {
        DataLimits {
            x: range.x.filter(|_| self.x == Coords::Data),
            y: range.y.filter(|_| self.y == Coords::Data),
            z: range.z,
        }
    }

    /// The pixel of a place, y up.
    pub(crate) fn pixel(self, (x, y): (f64, f64), frame: &CoordsFrame) -> (f64, f64) {
        if let Some(place) = self.across_polar([x, y], &frame.mapping) {
            return frame.mapping.pixel(place);
        }
        let data = || frame.mapping.pixel([x, y]);
        let x = match self.x {
            Coords::Data => data().0,
            other => frame.along(other, x, frame.origin.0, |b| (b.x0, b.width)),
        };
        let y = match self.y {
            Coords::Data => data().1,
            other => frame.along(other, y, frame.origin.1, |b| (b.y0, b.height)),
        };
        (x, y)
    }
}

impl From<Coords> for BlendedCoords {
    fn from(coords: Coords) -> Self {
        Self {
            x: coords,
            y: coords,
        }
    }
}

impl From<(Coords, Coords)> for BlendedCoords {
    fn from((x, y): (Coords, Coords)) -> Self {
        Self { x, y }
    }
}

impl TryFrom<&str> for BlendedCoords {
    type Error = Error;

    fn try_from(text: &str) -> Result<Self> {
        Ok(text.parse::<Coords>()?.into())
    }
}

impl TryFrom<(&str, &str)> for BlendedCoords {
    type Error = Error;

    fn try_from((x, y): (&str, &str)) -> Result<Self> {
        Ok(Self {
            x: x.parse()?,
            y: y.parse()?,
        })
    }
}

/// The origins and units of coordinates.
#[derive(Debug, Clone)]
pub(crate) struct CoordsFrame {
    pub(crate) mapping: Mapping,
    figure: AxesBox,
    subfigure: AxesBox,
    /// Pixels per point.
    point: f64,
    /// The pixel that offsets are from, y up.
    pub(crate) origin: (f64, f64),
    /// In points.
    pub(crate) font_size: f64,
}

impl CoordsFrame {
    pub(crate) fn new(ctx: &DrawContext<'_>) -> Self {
        Self {
            mapping: ctx.mapping.clone(),
            figure: ctx.figure,
            subfigure: ctx.subfigure,
            point: ctx.points_to_pixels(1.0),
            origin: (0.0, 0.0),
            font_size: ctx.style.font_size,
        }
    }

    /// A coordinate that is not data, from the start of the axes, the figure or the origin of offsets.
    fn along(
        &self,
        coords: Coords,
        v: f64,
        origin: f64,
        side: impl Fn(AxesBox) -> (f64, f64),
    ) -> f64 {
        let ((axes, length), (figure, reach)) = (side(self.mapping.axes()), side(self.figure));
        let (part, part_length) = side(self.subfigure);
        match coords {
            Coords::Data | Coords::AxesFraction => axes + v * length,
            Coords::AxesPoints => axes + v * self.point,
            Coords::AxesPixels => axes + v,
            Coords::FigureFraction => figure + v * reach,
            Coords::FigurePoints => figure + v * self.point,
            Coords::FigurePixels => figure + v,
            Coords::SubfigureFraction => part + v * part_length,
            Coords::SubfigurePoints => part + v * self.point,
            Coords::SubfigurePixels => part + v,
            Coords::OffsetPoints => origin + v * self.point,
            Coords::OffsetPixels => origin + v,
            Coords::OffsetFontsize => origin + v * self.font_size * self.point,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_texts_of_annotations_have_offsets() {
        let offset = BlendedCoords::try_from(("data", "offset points")).unwrap();
        assert!(offset.absolute().is_err());
        assert!(BlendedCoords::from(Coords::AxesPixels).absolute().is_ok());
        assert!(BlendedCoords::try_from("axes fractions").is_err());
    }
}
