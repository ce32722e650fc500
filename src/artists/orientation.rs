//! The orientation of bars.

use crate::properties::names;

/// The orientation of bars.
///
/// ```
/// use plotreel::artists::Orientation;
///
/// assert_eq!("horizontal".parse::<Orientation>()?, Orientation::Horizontal);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Orientation {
    /// Along y.
    #[default]
    Vertical,
    /// Along x.
    Horizontal,
}

names! {
    Orientation, "orientation", "vertical or horizontal";
    Vertical: "vertical",
    Horizontal: "horizontal",
}

impl Orientation {
    /// What belongs to x and to y, of what belongs to the places of values and to the values themselves.
    pub(crate) fn xy<T>(self, places: T, values: T) -> (T, T) {
        match self {
            Self::Vertical => (places, values),
            Self::Horizontal => (values, places),
        }
    }

    /// The other one.
    pub(crate) fn across(self) -> Self {
        match self {
            Self::Vertical => Self::Horizontal,
            Self::Horizontal => Self::Vertical,
        }
    }
}
