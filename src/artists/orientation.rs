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
    /// The other one.
    pub(crate) fn across(self) -> Self {
        match self {
            Self::Vertical => Self::Horizontal,
            Self::Horizontal => Self::Vertical,
        }
    }
}
