//! Sequences of numbers and dates, as lines and ticks take them.

use jiff::tz::TimeZone;
use ndarray::{Array2, ArrayBase, Data, Ix1, Ix2};

use crate::error::{Error, Result};

/// A value on an axis: a number of any type, or a date of the crate [`jiff`].
///
/// ```
/// use plotreel::array::Datum;
///
/// assert_eq!((3u8.number(), jiff::civil::date(1970, 1, 2).number()), (3.0, 1.0));
/// ```
pub trait Datum {
    /// What numbers of this type are.
    const UNITS: Units = Units::Numbers;

    /// The coordinate: the number itself, or days since 1970-01-01 UTC.
    fn number(&self) -> f64;

    /// What its number is, with the time zone of a date that has one.
    fn units(&self) -> Units {
        Self::UNITS
    }
}

macro_rules! numbers_are_data {
    ($($number:ty),*) => {$(
        impl Datum for $number {
            #[inline]
            fn number(&self) -> f64 {
                *self as f64
            }
        }
    )*};
}
numbers_are_data!(
    f32, f64, i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize
);

/// What the coordinates of data are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Units {
    /// Numbers, which any axis shows.
    Numbers,
    /// Days since 1970-01-01 UTC, and the time zone of dates that have one.
    Dates(Option<TimeZone>),
}

/// What all of these are.
fn units_of<'a, T: Datum + 'a>(first: Option<&'a T>) -> Units {
    first.map_or(T::UNITS, Datum::units)
}

/// A sequence of numbers of any type, or of dates: slices, vectors, arrays, one-dimensional ndarray arrays, and
/// [`Datetime64`](crate::dates::Datetime64).
///
/// ```
/// use plotreel::array::Series;
///
/// let mut values = Vec::new();
/// ndarray::arr1(&[1u8, 2, 3]).copy_to(&mut values);
/// assert_eq!(values, [1.0, 2.0, 3.0]);
/// ```
pub trait Series {
    /// The number of values.
    fn len(&self) -> usize;

    /// Whether it is empty.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Replaces the content of `out` by the numbers.
    fn copy_to(&self, out: &mut Vec<f64>);

    /// What the numbers are.
    fn units(&self) -> Units {
        Units::Numbers
    }
}

impl<T: Datum> Series for [T] {
    fn len(&self) -> usize {
        self.len()
    }

    fn copy_to(&self, out: &mut Vec<f64>) {
        out.clear();
        out.extend(self.iter().map(Datum::number));
    }

    fn units(&self) -> Units {
        units_of(self.first())
    }
}

impl<T: Datum, const N: usize> Series for [T; N] {
    fn len(&self) -> usize {
        N
    }

    fn copy_to(&self, out: &mut Vec<f64>) {
        self.as_slice().copy_to(out);
    }

    fn units(&self) -> Units {
        units_of(self.first())
    }
}

impl<T: Datum> Series for Vec<T> {
    fn len(&self) -> usize {
        self.len()
    }

    fn copy_to(&self, out: &mut Vec<f64>) {
        self.as_slice().copy_to(out);
    }

    fn units(&self) -> Units {
        units_of(self.first())
    }
}

impl<T: Datum, S: Data<Elem = T>> Series for ArrayBase<S, Ix1> {
    fn len(&self) -> usize {
        self.len()
    }

    fn copy_to(&self, out: &mut Vec<f64>) {
        out.clear();
        out.extend(self.iter().map(Datum::number));
    }

    fn units(&self) -> Units {
        units_of(self.first())
    }
}

/// Numbers at points of a plane: a [`Series`], one for each point, or a two-dimensional ndarray array with those of a
/// grid. Where the x and y of a grid are taken, a series has one number for each column (x) or row (y).
///
/// ```
/// use plotreel::array::Field;
///
/// let grid = ndarray::array![[1, 2, 3], [4, 5, 6]];
/// assert_eq!((grid.shape_2d(), grid.values()), ((2, 3), vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0]));
/// assert_eq!([1, 2, 3].shape_2d(), (1, 3));
/// assert!(grid.is_grid() && ![1, 2, 3].is_grid());
/// ```
pub trait Field {
    /// Whether it is an array with the numbers of a grid.
    fn is_grid(&self) -> bool;

    /// The numbers of rows and columns; a sequence is one row.
    fn shape_2d(&self) -> (usize, usize);

    /// Replaces the content of `out` by the numbers, row by row.
    fn copy_rows_to(&self, out: &mut Vec<f64>);

    /// What the numbers are.
    fn data_units(&self) -> Units {
        Units::Numbers
    }

    /// The numbers, row by row.
    fn values(&self) -> Vec<f64> {
        let mut values = Vec::new();
        self.copy_rows_to(&mut values);
        values
    }
}

impl<S: Series + ?Sized> Field for S {
    fn is_grid(&self) -> bool {
        false
    }

    fn shape_2d(&self) -> (usize, usize) {
        (1, self.len())
    }

    fn copy_rows_to(&self, out: &mut Vec<f64>) {
        self.copy_to(out);
    }

    fn data_units(&self) -> Units {
        self.units()
    }
}

impl<T: Datum, S: Data<Elem = T>> Field for ArrayBase<S, Ix2> {
    fn is_grid(&self) -> bool {
        true
    }

    fn shape_2d(&self) -> (usize, usize) {
        self.dim()
    }

    fn copy_rows_to(&self, out: &mut Vec<f64>) {
        out.clear();
        match self.as_slice() {
            Some(numbers) => out.extend(numbers.iter().map(Datum::number)),
            None => out.extend(self.iter().map(Datum::number)),
        }
    }

    fn data_units(&self) -> Units {
        units_of(self.first())
    }
}

/// A number, and what it counts.
type Count = (usize, &'static str);

/// How many things columns have numbers for: as many as the longest has, none if one is empty.
pub(crate) fn count_of(columns: &[Vec<f64>]) -> usize {
    let lengths = columns.iter().map(Vec::len);
    match lengths.clone().any(|len| len == 0) {
        true => 0,
        false => lengths.max().unwrap_or(0),
    }
}

/// Columns with a number for each of so many things; one that has a single number has it for all.
pub(crate) fn for_each<const N: usize>(
    mut columns: [Vec<f64>; N],
    (count, of): Count,
) -> Result<[Vec<f64>; N]> {
    for column in &mut columns {
        *column = one_or_each(column, "numbers", (count, of))?;
    }
    Ok(columns)
}

/// A number for each of so many things, from one for all or one for each.
pub(crate) fn one_or_each(
    values: &[f64],
    what: &'static str,
    (count, of): Count,
) -> Result<Vec<f64>> {
    match *values {
        [single] => Ok(vec![single; count]),
        _ => as_many((values.len(), what), (count, of)).map(|()| values.to_vec()),
    }
}

/// The positions of so many things: those given, or 1, 2, …
pub(crate) fn positions_of(given: &[f64], (count, of): Count) -> Result<Vec<f64>> {
    match given.len() {
        0 => Ok((1..=count).map(|i| i as f64).collect()),
        n => as_many((n, "positions"), (count, of)).map(|()| given.to_vec()),
    }
}

/// Numbers, row by row, as an array of this shape.
pub(crate) fn on_grid(values: &[f64], (rows, columns): (usize, usize)) -> Array2<f64> {
    Array2::from_shape_fn((rows, columns), |(row, column)| {
        values[row * columns + column]
    })
}

/// Checks that there are as many x as y.
pub(crate) fn as_long(x: usize, y: usize) -> Result<()> {
    match x == y {
        true => Ok(()),
        false => Err(Error::LineData { x, y }),
    }
}

/// Checks that both numbers are equal.
pub(crate) fn as_many((got, what): Count, (needed, of): Count) -> Result<()> {
    if got == needed {
        return Ok(());
    }
    Err(Error::Lengths {
        got,
        what,
        needed,
        of,
    })
}
