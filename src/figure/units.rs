//! Units of axes that share an axis, and labels of dates.

use crate::axes::Position;
use crate::axis::{AxisUnits, Direction, Stamped, TickParams};
use crate::error::Result;
use crate::figure::FigureBase;

impl FigureBase {
    /// Gives axes the units that their shared axes got last, so that all count the same categories.
    pub(super) fn share_units(&mut self, index: usize) {
        for direction in [Direction::X, Direction::Y] {
            if self.axes[index].shared == [None; 2] && self.axes.len() == 1 {
                return;
            }
            let units = |axes: usize| &self.axes[axes].axis(direction).units;
            let latest = self
                .group(index, direction)
                .map(units)
                .max_by_key(|units| units.stamp);
            let own = units(index).stamp;
            let later: Option<Stamped<AxisUnits>> =
                latest.filter(|units| units.stamp > own).cloned();
            if let Some(units) = later {
                self.axes[index].axis_mut(direction).units = units;
            }
        }
    }

    /// Turns the labels of x by 30° to the left, so that dates have room, and makes room below; labels of x are kept in
    /// the lowest row of subplots only. See [`autofmt_xdate_with`](Self::autofmt_xdate_with).
    ///
    /// ```
    /// use jiff::civil::date;
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// fig[ax].plot(&[date(2024, 1, 1), date(2024, 1, 9)], &[1.0, 2.0])?;
    /// fig.autofmt_xdate()?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`autofmt_xdate_with`](Self::autofmt_xdate_with).
    pub fn autofmt_xdate(&mut self) -> Result<()> {
        self.autofmt_xdate_with(0.2, 30.0)
    }

    /// Turns the labels of x by an angle in degrees, and sets the bottom margin of the subplots as a fraction of the
    /// figure's height.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for an angle that is not finite, and for a margin above the top.
    pub fn autofmt_xdate_with(&mut self, bottom: f64, rotation: f64) -> Result<()> {
        let turned = TickParams::new()
            .with_labelrotation(rotation)?
            .with_labelha("right")?;
        let is_last = |position: &Position| match position {
            Position::Subplot(spec) => Some(spec.rows.end == spec.grid_size().0),
            Position::Rect(_) | Position::Inset(_) => None,
        };
        let last: Vec<Option<bool>> = self
            .axes
            .iter()
            .map(|axes| is_last(&axes.position))
            .collect();
        let all_subplots = last.iter().all(Option::is_some);
        if all_subplots && self.is_adjustable() {
            self.subplots_adjust(self.subplot_params().with_bottom(bottom))?;
        }
        let alone = self.axes.len() == 1;
        for (axes, last) in self.axes.iter_mut().zip(last) {
            if last == Some(true) || alone {
                axes.xaxis.set_tick_params(&turned);
            } else if all_subplots {
                axes.xaxis
                    .set_tick_params(&TickParams::new().with_labels(false, false));
                axes.xaxis.set_label_text("");
            }
        }
        Ok(())
    }
}
