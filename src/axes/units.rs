//! Data of other kinds than numbers, converted for both axes.

use crate::artists::Orientation;
use crate::axes::AxesBase;
use crate::axis::Direction;
use crate::error::Result;
use crate::series::Units;
use crate::units::AxisData;

impl AxesBase {
    /// The coordinates of data along x and y.
    pub(super) fn convert_units(
        &mut self,
        x: &(impl AxisData + ?Sized),
        y: &(impl AxisData + ?Sized),
    ) -> Result<(Vec<f64>, Vec<f64>)> {
        Ok((self.xaxis.convert_units(x)?, self.yaxis.convert_units(y)?))
    }

    /// The coordinates of places along an axis and of values along the other one, which is y if they are vertical.
    pub(super) fn converted(
        &mut self,
        places: &(impl AxisData + ?Sized),
        values: &(impl AxisData + ?Sized),
        orientation: Orientation,
    ) -> Result<[Vec<f64>; 2]> {
        Ok(match orientation {
            Orientation::Vertical => {
                let (x, y) = self.convert_units(places, values)?;
                [x, y]
            }
            Orientation::Horizontal => {
                let (x, y) = self.convert_units(values, places)?;
                [y, x]
            }
        })
    }

    /// Prepares both axes for data of these units.
    pub(super) fn use_units(&mut self, x: Units, y: Units) -> Result<()> {
        self.xaxis.use_units(x)?;
        self.yaxis.use_units(y)
    }

    /// The coordinates of data along x if they are horizontal, else along y.
    pub(super) fn convert_along(
        &mut self,
        data: &(impl AxisData + ?Sized),
        orientation: Orientation,
    ) -> Result<Vec<f64>> {
        self.axis_mut(direction(orientation)).convert_units(data)
    }

    /// Prepares the x axis for data of these units if they are horizontal, else the y axis.
    pub(super) fn use_units_along(&mut self, units: Units, orientation: Orientation) -> Result<()> {
        self.axis_mut(direction(orientation)).use_units(units)
    }
}

fn direction(orientation: Orientation) -> Direction {
    match orientation {
        Orientation::Vertical => Direction::Y,
        Orientation::Horizontal => Direction::X,
    }
}
