//! The place of an image's first row.

use crate::properties::names;

/// Where the first row of an image is.
///
/// ```
/// use plotreel::image::Origin;
///
/// assert_eq!("lower".parse::<Origin>()?, Origin::Lower);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Origin {
    /// At the top, as in a matrix.
    #[default]
    Upper,
    /// At the bottom, as on a graph.
    Lower,
}

names! {
    Origin, "the origin", "upper or lower";
    Upper: "upper",
    Lower: "lower",
}
