//! What an axis takes as data: numbers, dates, names of categories.

use crate::series::{Field, Series, Units};

/// Data along an axis: a [`Series`] of numbers or dates, or the names of categories, which are slices, vectors or arrays
/// of `&str` or `String`.
///
/// Categories are counted from 0 in the order in which they first appear on the axis;
/// [`Axis::convert_units`](crate::axis::Axis::convert_units) returns their numbers.
///
/// ```
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let bars = fig[ax].bar(&["apples", "pears"], &[3.0, 2.0])?;
/// let line = fig[ax].plot(&["pears", "plums"], &[1.0, 4.0])?;
/// // From frame to frame:
/// let x = fig[ax].xaxis.convert_units(&["apples", "plums"])?;
/// assert_eq!(x, [0.0, 2.0]);
/// fig[line].set_xdata(&x)?;
/// # Ok::<(), plotreel::Error>(())
/// ```
pub trait AxisData {
    /// The names, if these are categories.
    fn names(&self) -> Option<Vec<&str>> {
        None
    }

    /// The numbers, unless these are categories.
    fn numbers(&self) -> Vec<f64> {
        Vec::new()
    }

    /// What the numbers are.
    fn number_units(&self) -> Units {
        Units::Numbers
    }
}

impl<S: Series + ?Sized> AxisData for S {
    fn numbers(&self) -> Vec<f64> {
        self.values()
    }

    fn number_units(&self) -> Units {
        self.units()
    }
}

macro_rules! names_are_data {
    ($($name:ty),*) => {$(
        impl AxisData for [$name] {
            fn names(&self) -> Option<Vec<&str>> {
                Some(self.iter().map(AsRef::as_ref).collect())
            }
        }

        impl<const N: usize> AxisData for [$name; N] {
            fn names(&self) -> Option<Vec<&str>> {
                self.as_slice().names()
            }
        }

        impl AxisData for Vec<$name> {
            fn names(&self) -> Option<Vec<&str>> {
                self.as_slice().names()
            }
        }
    )*};
}
names_are_data!(&str, String);
