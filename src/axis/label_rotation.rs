//! The angle of tick labels, which may follow the direction of a polar axis.

use std::str::FromStr;

use crate::error::{Error, Result};
use crate::properties::{Angle, Check, PropertyType, Value, refused};

/// The angle of tick labels in degrees.
///
/// It is converted from degrees, from `"auto"` and from both, as matplotlib's `labelrotation`.
///
/// ```
/// use plotreel::Figure;
/// use plotreel::axis::{LabelRotation, TickParams};
///
/// let mut fig = Figure::new((4.8, 4.8), 100.0);
/// let ax = fig.add_subplot_polar(1, 1, 1)?;
/// fig[ax].tick_params(&TickParams::new().with_labelrotation("auto")?);
/// fig[ax].xaxis.set_tick_params(&TickParams::new().with_labelrotation(("auto", 90.0))?);
/// assert_eq!(LabelRotation::try_from(30.0)?, LabelRotation::Degrees(30.0));
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum LabelRotation {
    /// Degrees.
    Degrees(f64),
    /// Labels of polar axes turn with their ticks, never upside down, and are turned by so many degrees more. In other
    /// axes it is the degrees alone.
    Auto(f64),
}

const TAKES: &str = "a finite number, auto, or auto and a finite number";

impl Default for LabelRotation {
    fn default() -> Self {
        Self::Degrees(0.0)
    }
}

impl LabelRotation {
    /// The degrees that were given.
    pub fn degrees(self) -> f64 {
        match self {
            Self::Degrees(degrees) | Self::Auto(degrees) => degrees,
        }
    }

    /// The angle of a label whose tick has it turned to this one.
    pub(super) fn beside(self, turned: f64) -> f64 {
        match self {
            Self::Degrees(degrees) => degrees,
            Self::Auto(degrees) => turned + degrees,
        }
    }
}

impl TryFrom<f64> for LabelRotation {
    type Error = Error;

    fn try_from(degrees: f64) -> Result<Self> {
        Angle::checked("labelrotation", degrees).map(Self::Degrees)
    }
}

impl FromStr for LabelRotation {
    type Err = Error;

    fn from_str(mode: &str) -> Result<Self> {
        (mode, 0.0).try_into()
    }
}

impl TryFrom<&str> for LabelRotation {
    type Error = Error;

    fn try_from(mode: &str) -> Result<Self> {
        mode.parse()
    }
}

impl TryFrom<(&str, f64)> for LabelRotation {
    type Error = Error;

    fn try_from((mode, degrees): (&str, f64)) -> Result<Self> {
        let degrees = Angle::checked("labelrotation", degrees)?;
        match mode {
            "auto" => Ok(Self::Auto(degrees)),
            "default" => Ok(Self::Degrees(degrees)),
            _ => Err(refused("labelrotation", &mode.into(), TAKES)),
        }
    }
}

impl From<LabelRotation> for Value {
    fn from(rotation: LabelRotation) -> Self {
        match rotation {
            LabelRotation::Degrees(degrees) => degrees.into(),
            LabelRotation::Auto(0.0) => "auto".into(),
            LabelRotation::Auto(degrees) => {
                Self::List(vec![Self::from("auto"), Self::from(degrees)])
            }
        }
    }
}

impl PropertyType for LabelRotation {
    const TAKES: &'static str = TAKES;

    fn read(name: &'static str, value: &Value) -> Result<Self> {
        match value {
            Value::Number(degrees) => (*degrees).try_into(),
            Value::Text(mode) => mode.parse(),
            Value::List(parts) => match &parts[..] {
                [Value::Text(mode), Value::Number(degrees)] => (mode.as_str(), *degrees).try_into(),
                _ => Err(refused(name, value, TAKES)),
            },
            _ => Err(refused(name, value, TAKES)),
        }
    }
}
