//! An artist in a legend, under a label.

use crate::artists::ArtistKind;
use crate::handle::{AnyHandle, Handle};

/// An artist and its label in a legend: see [`Axes::legend_with`](crate::AxesBase::legend_with).
///
/// ```
/// use plotreel::Figure;
/// use plotreel::legend::LegendEntry;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let line = fig[ax].plot(&[0.0, 1.0], &[0.0, 1.0])?;
/// let band = fig[ax].axhspan(0.2, 0.4);
/// fig[ax].legend_with([LegendEntry::new(line, "measured"), LegendEntry::new(band, "allowed")]);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct LegendEntry {
    pub(super) artist: AnyHandle,
    pub(super) label: String,
}

impl LegendEntry {
    /// The artist of a handle under this label. It may belong to other axes than the legend, such as a twin.
    pub fn new<A: ArtistKind>(artist: Handle<A>, label: impl Into<String>) -> Self {
        Self {
            artist: artist.into(),
            label: label.into(),
        }
    }
}
