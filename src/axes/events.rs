//! Events along an axis: `eventplot`, `broken_barh`.

use crate::artists::{EventCollection, Orientation, PolyCollection};
use crate::axes::Axes;
use crate::error::Result;
use crate::handle::Handle;
use crate::properties::{Angle, options};
use crate::series::{Field, Series, one_or_each};

options! {
    /// Options of [`Axes::eventplot_with`].
    ///
    /// ```
    /// use plotreel::axes::EventplotOptions;
    ///
    /// let options = EventplotOptions::new()
    ///     .with_orientation("vertical")?
    ///     .with_lineoffsets(&[1.0, 2.5])
    ///     .with_linelengths(&[0.8]);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq)]
    pub struct EventplotOptions;
    orientation / with_orientation: choice<Orientation> = Orientation::Horizontal,
        "the direction in which events follow each other";
    lineoffsets / with_lineoffsets: series<Angle> = vec![1.0],
        "the middle of the lines of each row, or the distance between rows";
    linelengths / with_linelengths: series<Angle> = vec![1.0], "the length of the lines, for all rows or for each";
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
    /// [`Error::Lengths`](crate::Error::Lengths) for offsets or lengths that are neither one nor as many as rows,
    /// [`Error::Setting`](crate::Error::Setting) for those that are not finite.
    pub fn eventplot_with<S: Series>(
        &mut self,
        rows: &[S],
        options: &EventplotOptions,
    ) -> Result<Vec<Handle<EventCollection>>> {
        options.check_options()?;
        let count = (rows.len(), "rows of events");
        let mut offsets = one_or_each(&options.lineoffsets, "line offsets", count)?;
        if let [distance] = options.lineoffsets[..]
            && rows.len() != 1
        {
            offsets = (0..rows.len()).map(|i| i as f64 * distance).collect();
        }
        let lengths = one_or_each(&options.linelengths, "line lengths", count)?;
        let orientation = options.orientation;
        for row in rows {
            self.use_units_along(row.units(), orientation)?;
        }
        let row = |(i, row): (usize, &S)| {
            EventCollection::new(row.values(), orientation, offsets[i], lengths[i])
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
        let bars = PolyCollection::of_color(
            xranges.iter().map(corners).collect(),
            self.style.patch_facecolor,
        );
        self.add_artist(bars)
    }
}
