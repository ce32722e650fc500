//! Lines at the positions of events: `eventplot`.

use crate::artists::{
    Artist, DrawContext, LegendHandle, LineCollection, Obstacles, Orientation, ScalarMappable,
};
use crate::canvas::Canvas;
use crate::data_limits::{DataLimits, DataRange};
use crate::error::Result;
use crate::properties::properties;
use crate::series::Series;

/// Parallel lines of equal length at the positions of events along an axis, with the properties of a
/// [`LineCollection`].
///
/// ```
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let spikes = fig[ax].eventplot(&[vec![0.1, 0.5, 0.6], vec![0.2, 0.3]])?;
/// fig[spikes[0]].set_color("tab:red")?;
/// fig[spikes[1]].set_linelength(0.5);
/// // From frame to frame:
/// fig[spikes[0]].set_positions(&[0.2, 0.4, 0.7, 0.8]);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct EventCollection {
    positions: Vec<f64>,
    orientation: Orientation,
    lineoffset: f64,
    linelength: f64,
    lines: LineCollection,
}

properties! {
    impl[] EventCollection, in lines: LineCollection;
    @by name:
    positions: Vec<f64> = |events| events.positions.clone(), |events, positions| events.set_positions(&positions),
        "the positions of the events";
    lineoffset: f64 = |events| events.lineoffset, |events, offset| events.set_lineoffset(offset),
        "the middle of the lines";
    linelength: f64 = |events| events.linelength, |events, length| events.set_linelength(length),
        "the length of the lines in data coordinates";
    orientation: Orientation = |events| events.orientation, |events, orientation| events.turn(orientation),
        "the direction in which events follow each other";
}

impl EventCollection {
    pub(crate) fn new(
        positions: Vec<f64>,
        orientation: Orientation,
        lineoffset: f64,
        linelength: f64,
    ) -> Self {
        let mut events = Self {
            positions,
            orientation,
            lineoffset,
            linelength,
            lines: LineCollection::new([[[0.0; 2]; 0]; 0]),
        };
        events.place();
        events
    }

    /// Replaces the positions of all events. The axes' limits are not changed.
    pub fn set_positions(&mut self, positions: &(impl Series + ?Sized)) {
        positions.copy_to(&mut self.positions);
        self.place();
    }

    /// The positions of the events.
    pub fn positions(&self) -> &[f64] {
        &self.positions
    }

    /// Sets the middle of the lines, along the other axis.
    pub fn set_lineoffset(&mut self, lineoffset: f64) {
        self.lineoffset = lineoffset;
        self.place();
    }

    /// The middle of the lines, along the other axis.
    pub fn lineoffset(&self) -> f64 {
        self.lineoffset
    }

    /// Sets the length of the lines in data coordinates.
    pub fn set_linelength(&mut self, linelength: f64) {
        self.linelength = linelength;
        self.place();
    }

    /// The length of the lines in data coordinates.
    pub fn linelength(&self) -> f64 {
        self.linelength
    }

    /// The direction in which events follow each other.
    pub fn orientation(&self) -> Orientation {
        self.orientation
    }

    fn turn(&mut self, orientation: Orientation) {
        self.orientation = orientation;
        self.place();
    }

    fn place(&mut self) {
        let mut sorted = self.positions.clone();
        sorted.sort_by(f64::total_cmp);
        let ends = [0.5, -0.5].map(|side| self.lineoffset + side * self.linelength);
        let line = |at: &f64| ends.map(|end| <[f64; 2]>::from(self.orientation.xy(end, *at)));
        self.lines.set_segments(sorted.iter().map(line));
    }
}

impl Artist for EventCollection {
    crate::artists::artist_parts!(lines.style.base);

    /// As in the reference, the lines count with twice their length.
    fn data_limits(&self) -> DataLimits {
        let along = DataRange::of(self.positions.iter().copied());
        let ends = [-1.0, 1.0].map(|side| self.lineoffset + side * self.linelength);
        let across = along.and_then(|_| DataRange::of(ends));
        let (x, y) = self.orientation.xy(across, along);
        DataLimits { x, y, z: None }
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        self.lines.draw(canvas, ctx)
    }

    fn legend_handle(&self, ctx: &DrawContext<'_>) -> Option<LegendHandle> {
        self.lines.legend_handle(ctx)
    }

    fn obstacles(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Obstacles {
        self.lines.obstacles(canvas, ctx)
    }

    fn mappable(&self) -> Option<ScalarMappable<'_>> {
        self.lines.mappable()
    }
}
