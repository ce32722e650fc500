//! The data range that takes part in autoscaling.

/// The range of some data along one axis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DataRange {
    /// The smallest finite value.
    pub low: f64,
    /// The largest finite value.
    pub high: f64,
    /// The smallest finite value above zero, infinite if there is none.
    pub minpos: f64,
}

impl DataRange {
    /// The range of the finite values, if there are any.
    pub fn of(values: impl IntoIterator<Item = f64>) -> Option<Self> {
        let mut range: Option<Self> = None;
        for value in values.into_iter().filter(|v| v.is_finite()) {
            let minpos = if value > 0.0 { value } else { f64::INFINITY };
            let point = Self {
                low: value,
                high: value,
                minpos,
            };
            range = Some(range.map_or(point, |r| r.union(point)));
        }
        range
    }

    fn union(self, other: Self) -> Self {
        Self {
            low: self.low.min(other.low),
            high: self.high.max(other.high),
            minpos: self.minpos.min(other.minpos),
        }
    }
}

/// The data range of an artist along its axes; `None` along an axis that it does not affect.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct DataLimits {
    /// Along x.
    pub x: Option<DataRange>,
    /// Along y.
    pub y: Option<DataRange>,
    /// Along z, in 3-D axes.
    pub z: Option<DataRange>,
}

impl DataLimits {
    /// The range of points (x, y); only finite points count.
    pub fn of_points(x: &[f64], y: &[f64]) -> Self {
        let finite = || {
            x.iter()
                .zip(y)
                .filter(|(x, y)| x.is_finite() && y.is_finite())
        };
        Self {
            x: DataRange::of(finite().map(|(x, _)| *x)),
            y: DataRange::of(finite().map(|(_, y)| *y)),
            z: None,
        }
    }

    /// The range of points (x, y, z): as in matplotlib, z counts even if x or y is not finite.
    pub(crate) fn of_points_3d(x: &[f64], y: &[f64], z: &[f64]) -> Self {
        Self {
            z: DataRange::of(z.iter().copied()),
            ..Self::of_points(x, y)
        }
    }

    /// The extent of points, whose coordinates count one by one, by its [`corners`](Self::corners).
    pub(crate) fn of_corners(points: impl Iterator<Item = [f64; 2]> + Clone) -> Self {
        Self {
            x: DataRange::of(points.clone().map(|[x, _]| x)),
            y: DataRange::of(points.map(|[_, y]| y)),
            z: None,
        }
        .corners()
    }

    /// The same range of which, as in the reference, only the ends count for the smallest value above zero.
    pub(crate) fn corners(self) -> Self {
        let ends = |range: DataRange| DataRange::of([range.low, range.high]);
        Self {
            x: self.x.and_then(ends),
            y: self.y.and_then(ends),
            z: self.z.and_then(ends),
        }
    }

    /// The range that contains both.
    pub fn union(self, other: Self) -> Self {
        let join = |a: Option<DataRange>, b: Option<DataRange>| match (a, b) {
            (Some(a), Some(b)) => Some(a.union(b)),
            (a, b) => a.or(b),
        };
        Self {
            x: join(self.x, other.x),
            y: join(self.y, other.y),
            z: join(self.z, other.z),
        }
    }
}

/// One of the coordinates of data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Coordinate {
    X,
    Y,
    Z,
}

impl DataLimits {
    /// The range along one coordinate.
    pub(crate) fn along(&self, coordinate: Coordinate) -> Option<DataRange> {
        match coordinate {
            Coordinate::X => self.x,
            Coordinate::Y => self.y,
            Coordinate::Z => self.z,
        }
    }
}

/// Values that margins do not extend beyond, such as the edges of an image.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct StickyEdges {
    /// Along x, the smaller first.
    pub x: Option<(f64, f64)>,
    /// Along y.
    pub y: Option<(f64, f64)>,
}

impl From<DataLimits> for StickyEdges {
    fn from(limits: DataLimits) -> Self {
        let ends = |range: Option<DataRange>| range.map(|range| (range.low, range.high));
        Self {
            x: ends(limits.x),
            y: ends(limits.y),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_finite_points_count() {
        let limits = DataLimits::of_points(
            &[1.0, f64::NAN, 3.0, -2.0],
            &[5.0, 99.0, f64::INFINITY, 0.0],
        );
        let range = |low, high, minpos| Some(DataRange { low, high, minpos });
        assert_eq!(limits.x, range(-2.0, 1.0, 1.0));
        assert_eq!(limits.y, range(0.0, 5.0, 5.0));
        assert_eq!(limits.union(DataLimits::default()), limits);
    }
}
