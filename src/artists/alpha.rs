//! Opacities: one for all of an artist, or one for each of its elements.

use ndarray::{ArrayBase, Data, Ix2};

use crate::error::{Error, Result};
use crate::properties::{Check, Fraction, PropertyType, Value, refused};
use crate::series::{Datum, Field, Series, as_many};

/// What `set_alpha` of collections and images takes: a number from 0 to 1, `None` to keep the opacity of the colours,
/// or one for each element.
///
/// ```
/// use ndarray::array;
/// use plotreel::Figure;
/// use plotreel::artists::Alpha;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let points = fig[ax].scatter(&[0, 1, 2], &[0, 1, 4])?;
/// fig[points].set_alpha(&[0.2, 0.6, 1.0])?;
/// assert_eq!(fig[points].alphas(), Some(&[0.2, 0.6, 1.0][..]));
/// fig[points].set_alpha(0.5)?;
///
/// let im = fig[ax].imshow(&array![[1.0, 2.0], [3.0, 4.0]])?;
/// fig[im].set_alpha(&array![[0.0, 0.5], [0.5, 1.0]])?;
/// assert_eq!(Alpha::from(None), Alpha::default());
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Alpha(Kind);

#[derive(Debug, Clone, PartialEq, Default)]
enum Kind {
    #[default]
    OfColors,
    One(f64),
    Each {
        values: Vec<f64>,
        /// (rows, columns) if they are those of a grid.
        shape: Option<(usize, usize)>,
    },
}

impl Alpha {
    /// The number for all, if there is one.
    pub(crate) fn number(&self) -> Option<f64> {
        match self.0 {
            Kind::One(alpha) => Some(alpha),
            _ => None,
        }
    }

    /// Those of the elements, if each has its own; of a grid row by row.
    pub(crate) fn each(&self) -> Option<&[f64]> {
        match &self.0 {
            Kind::Each { values, .. } => Some(values),
            _ => None,
        }
    }

    /// That of an element; those of the elements repeat.
    pub(crate) fn of(&self, element: usize) -> Option<f64> {
        match self.each() {
            Some(values) => values.get(element.checked_rem(values.len())?).copied(),
            None => self.number(),
        }
    }

    /// The same, if all are from 0 to 1.
    pub(crate) fn checked(self) -> Result<Self> {
        for alpha in self.number().iter().chain(self.each().unwrap_or_default()) {
            Fraction::checked("alpha", *alpha)?;
        }
        Ok(self)
    }

    /// Checks that there is one for all, or one for each of so many things.
    pub(crate) fn check_count(&self, (count, of): (usize, &'static str)) -> Result<()> {
        self.each().map_or(Ok(()), |values| {
            as_many((values.len(), "alphas"), (count, of))
        })
    }

    /// Checks that there is one for all, or an array with the shape of an image.
    pub(crate) fn check_shape(&self, image: (usize, usize)) -> Result<()> {
        let Kind::Each { values, shape } = &self.0 else {
            return Ok(());
        };
        if *shape == Some(image) {
            return Ok(());
        }
        let found = match shape {
            Some(shape) => format!("of shape {shape:?}"),
            None => format!("of {} values in a row", values.len()),
        };
        Err(Error::Setting {
            name: "alpha",
            value: format!("{found}, for an image of shape {image:?}"),
            expected: "one number, or an array with the rows and columns of the image",
        })
    }
}

impl From<f64> for Alpha {
    fn from(alpha: f64) -> Self {
        Self(Kind::One(alpha))
    }
}

impl From<Option<f64>> for Alpha {
    fn from(alpha: Option<f64>) -> Self {
        alpha.map_or_else(Self::default, Into::into)
    }
}

impl<S: Series + ?Sized> From<&S> for Alpha {
    fn from(series: &S) -> Self {
        series.values().into()
    }
}

impl<const N: usize> From<[f64; N]> for Alpha {
    fn from(values: [f64; N]) -> Self {
        values.to_vec().into()
    }
}

impl From<Vec<f64>> for Alpha {
    fn from(values: Vec<f64>) -> Self {
        Self(Kind::Each {
            values,
            shape: None,
        })
    }
}

impl<T: Datum, S: Data<Elem = T>> From<&ArrayBase<S, Ix2>> for Alpha {
    fn from(array: &ArrayBase<S, Ix2>) -> Self {
        Self(Kind::Each {
            values: array.values(),
            shape: Some(array.dim()),
        })
    }
}

impl PropertyType for Alpha {
    const TAKES: &'static str = "a number from 0 to 1, or a list of them";

    fn read(name: &'static str, value: &Value) -> Result<Self> {
        let wrong = || refused(name, value, Self::TAKES);
        let rows = match value {
            Value::List(rows) if matches!(rows[..], [Value::List(_), ..]) => rows,
            Value::List(_) => return Vec::<f64>::read(name, value).map(Self::from),
            _ => return Option::<f64>::read(name, value).map(Self::from),
        };
        let rows = rows.iter().map(|row| Vec::<f64>::read(name, row));
        let rows: Vec<Vec<f64>> = rows.collect::<Result<_>>()?;
        let columns = rows.first().map_or(0, Vec::len);
        match rows.iter().all(|row| row.len() == columns) {
            true => Ok(Self(Kind::Each {
                shape: Some((rows.len(), columns)),
                values: rows.concat(),
            })),
            false => Err(wrong()),
        }
    }
}

impl From<Alpha> for Value {
    fn from(alpha: Alpha) -> Self {
        match alpha.0 {
            Kind::OfColors => Self::None,
            Kind::One(alpha) => alpha.into(),
            Kind::Each {
                values,
                shape: Some((_, columns)),
            } if columns > 0 => Self::List(values.chunks(columns).map(Into::into).collect()),
            Kind::Each { values, .. } => values.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opacities_come_back_from_their_values() {
        let grid = ndarray::array![[0.1, 0.2, 0.3], [0.4, 0.5, 0.6]];
        for alpha in [
            Alpha::default(),
            0.5.into(),
            [0.1, 0.9].into(),
            (&grid).into(),
        ] {
            let value = Value::from(alpha.clone());
            assert_eq!(Alpha::read("alpha", &value).unwrap(), alpha);
        }
        let ragged = Value::from(vec![vec![0.1, 0.2], vec![0.3]]);
        assert!(Alpha::read("alpha", &ragged).is_err());
    }

    #[test]
    fn opacities_beyond_1_and_without_a_value_are_refused() {
        for wrong in [[0.5, 1.1], [-0.1, 0.5], [0.5, f64::NAN]] {
            assert!(Alpha::from(wrong).checked().is_err());
        }
        assert!(Alpha::from([0.0, 1.0]).checked().is_ok());
    }
}
