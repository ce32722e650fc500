//! How limits are fitted to data.

use crate::artists::Artist;
use crate::axis::{Axis, Tickers};
use crate::data_limits::{Coordinate, DataLimits};
use crate::scale::Scale;

/// How limits are fitted to data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fitting {
    /// On request, to all artists; images set their own limits.
    Flat,
    /// The same, with limits of y, the radius, that begin at 0.
    Polar,
    /// Always, to the artists in space.
    Space,
}

/// The widening of autoscaled limits in space at both ends, in addition to their margins.
const VIEW_MARGIN: f64 = 1.0 / 48.0;

impl Fitting {
    /// The range of an artist's data, if limits depend on it.
    pub(super) fn range_of(self, artist: &dyn Artist) -> Option<DataLimits> {
        match self {
            Self::Flat | Self::Polar => artist.fit().is_none().then(|| artist.data_limits()),
            Self::Space => Some(artist.data_limits()).filter(|limits| limits.z.is_some()),
        }
    }

    /// Limits that fit data, with the extra space beyond their margins.
    pub(super) fn with_room(self, limits: (f64, f64), scale: &Scale) -> (f64, f64) {
        let (from, to) = (scale.transform(limits.0), scale.transform(limits.1));
        let delta = (to - from) * VIEW_MARGIN;
        if self != Self::Space || !delta.is_finite() {
            return limits;
        }
        (scale.inverse(from - delta), scale.inverse(to + delta))
    }

    /// Locators that find limits of radii, if they are those of an axis of radii.
    pub(super) fn with_radii<'a>(self, tickers: Tickers<'a>, axis: &Axis) -> Tickers<'a> {
        match self == Self::Polar && axis.coordinate == Coordinate::Y {
            true => tickers.of_radii(f64::NEG_INFINITY),
            false => tickers,
        }
    }
}
