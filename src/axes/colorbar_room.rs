//! The place of a colorbar beside its axes.

use crate::axes::{ColorbarOptions, Position, Side};
use crate::axis::Direction;
use crate::error::{Error, Result};
use crate::gridspec::{GridSpec, SubplotSpec};

/// How the space of axes is divided between them and a colorbar.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ColorbarRoom {
    pub(crate) location: Side,
    pub(crate) vertical: bool,
    fraction: f64,
    pad: f64,
    /// The padding if it was set.
    pub(crate) own_pad: Option<f64>,
    shrink: f64,
    pub(crate) aspect: f64,
}

impl ColorbarRoom {
    pub(crate) fn new(options: &ColorbarOptions) -> Result<Self> {
        options.check_options()?;
        let default = match options.location {
            Side::Right | Side::Top => 0.05,
            Side::Left => 0.1,
            Side::Bottom => 0.15,
        };
        let room = Self {
            location: options.location,
            vertical: options.location.direction() == Direction::Y,
            fraction: options.fraction,
            pad: options.pad.unwrap_or(default),
            own_pad: options.pad,
            shrink: options.shrink,
            aspect: options.aspect,
        };
        let fits = room.fraction > 0.0 && room.fraction + room.pad < 1.0 && room.shrink > 0.0;
        if fits {
            return Ok(room);
        }
        Err(Error::Setting {
            name: "the room of a colorbar",
            value: format!(
                "a fraction of {}, a pad of {} and a shrink of {}",
                room.fraction, room.pad, room.shrink
            ),
            expected: "a fraction and a shrink above 0, and a fraction and a pad that together are below 1",
        })
    }

    /// The same with this padding, unless another was set.
    pub(crate) fn padded(self, pad: f64) -> Self {
        let pad = self.own_pad.unwrap_or(pad);
        Self { pad, ..self }
    }

    /// The box of the colorbar from `at` on across its length, beside the box of its axes: left, bottom, right, top.
    pub(crate) fn beside(&self, [left, bottom, right, top]: [f64; 4], at: f64) -> [f64; 4] {
        let (width, height) = (right - left, top - bottom);
        let rest = (1.0 - self.shrink) / 2.0;
        if self.vertical {
            let low = bottom + rest * height;
            [
                at,
                low,
                at + self.fraction * width,
                low + self.shrink * height,
            ]
        } else {
            let near = left + rest * width;
            [
                near,
                at,
                near + self.shrink * width,
                at + self.fraction * height,
            ]
        }
    }

    /// Where in its place the colorbar is.
    pub(crate) fn anchor(&self) -> (f64, f64) {
        match self.location {
            Side::Left => (1.0, 0.5),
            Side::Right => (0.0, 0.5),
            Side::Top => (0.5, 0.0),
            Side::Bottom => (0.5, 1.0),
        }
    }

    /// Where the axes is that made room.
    pub(crate) fn parent_anchor(&self) -> (f64, f64) {
        let (x, y) = self.anchor();
        (1.0 - x, 1.0 - y)
    }

    /// The places of the axes and of the colorbar in cells of a grid.
    pub(crate) fn cells(&self, spec: &SubplotSpec) -> (Position, Position) {
        let main = 1.0 - self.fraction - self.pad;
        let space = 2.0 * self.pad / (1.0 - self.pad);
        let rest = (1.0 - self.shrink) / 2.0;
        let along = vec![rest, self.shrink, rest];
        let first = matches!(self.location, Side::Left | Side::Top);
        let across = match first {
            true => vec![self.fraction, main],
            false => vec![main, self.fraction],
        };
        let (main, bar) = if first { (1, 0) } else { (0, 1) };
        let cells =
            |rows, columns, grid: &GridSpec| Position::Subplot(grid.cells_at(rows, columns));
        if self.vertical {
            let grid = GridSpec::for_colorbar(spec.clone(), (across, along), [space, 0.0]);
            (
                cells(0..3, main..main + 1, &grid),
                cells(1..2, bar..bar + 1, &grid),
            )
        } else {
            let grid = GridSpec::for_colorbar(spec.clone(), (along, across), [0.0, space]);
            (
                cells(main..main + 1, 0..3, &grid),
                cells(bar..bar + 1, 1..2, &grid),
            )
        }
    }

    /// The places of the axes and of the colorbar in a rectangle.
    pub(crate) fn rects(&self, [left, bottom, width, height]: [f64; 4]) -> ([f64; 4], [f64; 4]) {
        let main = 1.0 - self.fraction - self.pad;
        let rest = (1.0 - self.shrink) / 2.0;
        // Start and length of both across the colorbar, and of the colorbar along it.
        let first = matches!(self.location, Side::Left | Side::Bottom);
        let split = |start: f64, length: f64| match first {
            true => (
                (start + length * (self.fraction + self.pad), length * main),
                (start, length * self.fraction),
            ),
            false => (
                (start, length * main),
                (
                    start + length * (1.0 - self.fraction),
                    length * self.fraction,
                ),
            ),
        };
        let along = |start: f64, length: f64| (start + rest * length, self.shrink * length);
        if self.vertical {
            let (main, bar) = split(left, width);
            let (start, length) = along(bottom, height);
            (
                [main.0, bottom, main.1, height],
                [bar.0, start, bar.1, length],
            )
        } else {
            let (main, bar) = split(bottom, height);
            let (start, length) = along(left, width);
            ([left, main.0, width, main.1], [start, bar.0, length, bar.1])
        }
    }

    /// The places of axes and colorbar in a box: left, bottom, right and top.
    pub(crate) fn extents_in(&self, [left, bottom, right, top]: [f64; 4]) -> ([f64; 4], [f64; 4]) {
        let extents = |[x, y, width, height]: [f64; 4]| [x, y, x + width, y + height];
        let (rest, bar) = self.rects([left, bottom, right - left, top - bottom]);
        (extents(rest), extents(bar))
    }
}
