//! Events along an axis: `eventplot`, `broken_barh`.

use crate::artists::{EventCollection, Orientation, PolyCollection};
use crate::axes::Axes;
use crate::color::ColorSpec;
use crate::error::Result;
use crate::handle::Handle;
use crate::series::{Field, Series, as_many};

/// Options of [`Axes::eventplot_with`].
///
/// ```
/// use plotreel::artists::Orientation;
/// use plotreel::axes::EventplotOptions;
///
/// let options = EventplotOptions::new()
///     .with_orientation(Orientation::Vertical)
///     .with_lineoffsets(&[1.0, 2.5])
///     .with_linelengths(&[0.8]);
/// ```
#[derive(Debug, Clone)]
pub struct EventplotOptions {
    orientation: Orientation,
    lineoffsets: Vec<f64>,
    linelengths: Vec<f64>,
}

impl Default for EventplotOptions {
    fn default() -> Self {
        Self {
            orientation: Orientation::Horizontal,
            lineoffsets: vec![1.0],
            linelengths: vec![1.0],
        }
    }
}

impl EventplotOptions {
    /// matplotlib's defaults.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the direction in which events follow each other; horizontal by default.
    pub fn with_orientation(mut self, orientation: Orientation) -> Self {
        self.orientation = orientation;
        self
    }

    /// Sets the middle of the lines of each row, or the distance between rows.
    pub fn with_lineoffsets(mut self, offsets: &(impl Series + ?Sized)) -> Self {
        self.lineoffsets = offsets.values();
        self
    }

    /// Sets the length of the lines, for all rows or for each.
    pub fn with_linelengths(mut self, lengths: &(impl Series + ?Sized)) -> Self {
        self.linelengths = lengths.values();
        self
    }
}

impl Axes {
    /// Draws rows of lines at the positions of events, 1 apart and 1 long.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let spikes = fig[ax].eventplot(&[vec![0.1, 0.5, 0.6], vec![0.2, 0.3]])?;
    /// fig[spikes[0]].set_color("tab:red")?;
    /// // From frame to frame:
    /// fig[spikes[0]].set_positions(&[0.2, 0.4, 0.7, 0.8]);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`eventplot_with`](Self::eventplot_with).
    pub fn eventplot<S: Series>(&mut self, rows: &[S]) -> Result<Vec<Handle<EventCollection>>> {
        self.eventplot_with(rows, &EventplotOptions::default())
    }

    /// Draws events as [`eventplot`](Self::eventplot) does, with options.
    ///
    /// # Errors
    /// [`Error::Lengths`](crate::Error::Lengths) for offsets or lengths that are neither one nor as many as rows.
    pub fn eventplot_with<S: Series>(
        &mut self,
        rows: &[S],
        options: &EventplotOptions,
    ) -> Result<Vec<Handle<EventCollection>>> {
        let count = (rows.len(), "rows of events");
        let offset = |i: usize| match options.lineoffsets[..] {
            [distance] if rows.len() != 1 => i as f64 * distance,
            ref offsets => offsets[i],
        };
        let length = |i: usize| match options.linelengths[..] {
            [length] => length,
            ref lengths => lengths[i],
        };
        for (what, values) in [
            ("line offsets", &options.lineoffsets),
            ("line lengths", &options.linelengths),
        ] {
            if values.len() != 1 {
                as_many((values.len(), what), count)?;
            }
        }
        let orientation = options.orientation;
        for row in rows {
            self.use_units_along(row.units(), orientation)?;
        }
        let row = |(i, row): (usize, &S)| {
            EventCollection::new(row.values(), orientation, offset(i), length(i))
        };
        let rows: Vec<EventCollection> = rows.iter().enumerate().map(row).collect();
        Ok(rows.into_iter().map(|row| self.add_artist(row)).collect())
    }

    /// Draws rectangles from x to x + width for each pair (x, width), all from y to y + height (`yrange`).
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let runs = fig[ax].broken_barh(&[(0.0, 2.0), (3.0, 1.5)], (10.0, 4.0));
    /// fig[runs].set_facecolors(["tab:blue", "tab:orange"])?;
    /// // From frame to frame:
    /// fig[runs].set_verts([[(1.0, 10.0), (1.0, 14.0), (2.5, 14.0), (2.5, 10.0)]]);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn broken_barh(
        &mut self,
        xranges: &[(f64, f64)],
        yrange: (f64, f64),
    ) -> Handle<PolyCollection> {
        let (low, high) = (yrange.0, yrange.0 + yrange.1);
        let corners = |&(x, width): &(f64, f64)| {
            let right = x + width;
            vec![(x, low), (x, high), (right, high), (right, low)]
        };
        let bars = PolyCollection::new(xranges.iter().map(corners).collect(), ColorSpec::C0);
        self.add_artist(bars)
    }
}
