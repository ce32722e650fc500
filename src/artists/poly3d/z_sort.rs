//! The order in which polygons in space are drawn.

use crate::properties::names;

/// Which distance of the vertices of a polygon counts when polygons are drawn from the farthest to the nearest.
///
/// ```
/// use plotreel::collections::ZSort;
///
/// assert_eq!("min".parse::<ZSort>()?, ZSort::Min);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ZSort {
    /// The mean of all.
    #[default]
    Average,
    /// That of the nearest.
    Min,
    /// That of the farthest.
    Max,
}

names! {
    ZSort, "zsort", "average, min or max";
    Average: "average",
    Min: "min",
    Max: "max",
}

impl ZSort {
    /// The distance of a polygon whose vertices have these; NaN without any.
    pub(super) fn distance(self, depths: impl Iterator<Item = f64>) -> f64 {
        match self {
            Self::Average => {
                let (sum, count) =
                    depths.fold((0.0, 0.0), |(sum, n), depth| (sum + depth, n + 1.0));
                sum / count
            }
            Self::Min => depths.reduce(f64::min).unwrap_or(f64::NAN),
            Self::Max => depths.reduce(f64::max).unwrap_or(f64::NAN),
        }
    }
}
