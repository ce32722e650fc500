//! The errors of an `errorbar`.

use crate::error::{Error, Result};
use crate::properties::{PropertyType, Value};
use crate::series::{Field, Series, as_many};

/// Errors along x or y: converted from one number for all, from a sequence with one for each point, or from a pair of
/// sequences, below and above. NaN is a point without a bar.
///
/// ```
/// use plotreel::axes::Errors;
///
/// assert_eq!(Errors::from(0.5), Errors::Same(0.5));
/// assert_eq!(Errors::from(&[1, 2]), Errors::Each(vec![1.0, 2.0]));
/// assert_eq!(Errors::from((&[1, 2], &[3, 4])), Errors::Sides(vec![1.0, 2.0], vec![3.0, 4.0]));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Errors {
    /// No bars.
    #[default]
    None,
    /// The same for all points.
    Same(f64),
    /// One for each point, below and above it.
    Each(Vec<f64>),
    /// Those below and those above each point.
    Sides(Vec<f64>, Vec<f64>),
}

impl From<f64> for Errors {
    fn from(error: f64) -> Self {
        Self::Same(error)
    }
}

impl<S: Series + ?Sized> From<&S> for Errors {
    fn from(errors: &S) -> Self {
        Self::Each(errors.values())
    }
}

impl<A: Series + ?Sized, B: Series + ?Sized> From<(&A, &B)> for Errors {
    fn from((below, above): (&A, &B)) -> Self {
        Self::Sides(below.values(), above.values())
    }
}

impl Errors {
    pub(in crate::axes) fn is_some(&self) -> bool {
        *self != Self::None
    }

    /// Checks that there are errors if there were some before, or else none.
    pub(in crate::axes) fn check_as(&self, before: bool, name: &'static str) -> Result<()> {
        match self.is_some() == before {
            true => Ok(()),
            false => Err(Error::Setting {
                name,
                value: format!("{self:?}"),
                expected: "errors if there were some from the start, or else none",
            }),
        }
    }

    /// The errors below and above so many points.
    pub(in crate::axes) fn sides(
        &self,
        name: &'static str,
        points: usize,
    ) -> Result<[Vec<f64>; 2]> {
        let sides = match self {
            Self::None => [Vec::new(), Vec::new()],
            Self::Same(error) => [vec![*error; points], vec![*error; points]],
            Self::Each(errors) => [errors.clone(), errors.clone()],
            Self::Sides(below, above) => [below.clone(), above.clone()],
        };
        for side in sides.iter().filter(|_| self.is_some()) {
            as_many((side.len(), "errors"), (points, "points"))?;
            if let Some(error) = side.iter().find(|error| **error < 0.0) {
                return Err(Error::Setting {
                    name,
                    value: error.to_string(),
                    expected: "0 or more, or NaN for no bar",
                });
            }
        }
        Ok(sides)
    }
}

impl PropertyType for Errors {
    const TAKES: &'static str = "a number, one for each point, or those below and those above";

    fn read(name: &'static str, value: &Value) -> Result<Self> {
        match value {
            Value::None => Ok(Self::None),
            Value::Number(error) => Ok(Self::Same(*error)),
            Value::List(sides) if matches!(sides[..], [Value::List(_), Value::List(_)]) => {
                let [below, above] = <[Vec<f64>; 2]>::read(name, value)?;
                Ok(Self::Sides(below, above))
            }
            value => Vec::read(name, value).map(Self::Each),
        }
    }
}

/// Whether a limit is known for all points or for each: converted from `true`, `false` or a list of these.
///
/// ```
/// use plotreel::axes::Limited;
///
/// assert_eq!(Limited::from(true), Limited::Same(true));
/// assert_eq!(Limited::from([true, false]), Limited::Each(vec![true, false]));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Limited {
    /// The same for all points.
    Same(bool),
    /// One for each point.
    Each(Vec<bool>),
}

impl Default for Limited {
    fn default() -> Self {
        Self::Same(false)
    }
}

impl From<bool> for Limited {
    fn from(limited: bool) -> Self {
        Self::Same(limited)
    }
}

impl From<Vec<bool>> for Limited {
    fn from(limited: Vec<bool>) -> Self {
        Self::Each(limited)
    }
}

impl<const N: usize> From<[bool; N]> for Limited {
    fn from(limited: [bool; N]) -> Self {
        Self::Each(limited.to_vec())
    }
}

impl PropertyType for Limited {
    const TAKES: &'static str = "true or false, or a list of these";

    fn read(name: &'static str, value: &Value) -> Result<Self> {
        match value {
            Value::Bool(limited) => Ok(Self::Same(*limited)),
            value => Vec::read(name, value).map(Self::Each),
        }
    }
}

impl Limited {
    pub(in crate::axes) fn any(&self) -> bool {
        match self {
            Self::Same(limited) => *limited,
            Self::Each(limited) => limited.contains(&true),
        }
    }

    /// One for each of so many points.
    pub(in crate::axes) fn each(&self, points: usize) -> Result<Vec<bool>> {
        match self {
            Self::Same(limited) => Ok(vec![*limited; points]),
            Self::Each(limited) => {
                as_many((limited.len(), "limits"), (points, "points"))?;
                Ok(limited.clone())
            }
        }
    }
}
