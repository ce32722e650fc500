//! The options of `streamplot`.

use ndarray::Array2;

use crate::artists::patches::{ArrowEnd, ArrowStyle, CurveArrow};
use crate::color::{Colormap, Norm};
use crate::error::{Error, Result};
use crate::properties::{Length, Positive, names, options};
use crate::series::{Field, on_grid};

/// In which directions streamlines go on from their starting points.
///
/// ```
/// use plotreel::axes::IntegrationDirection;
///
/// assert_eq!("forward".parse::<IntegrationDirection>()?, IntegrationDirection::Forward);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum IntegrationDirection {
    /// Along the vectors.
    Forward,
    /// Against the vectors.
    Backward,
    /// Both.
    #[default]
    Both,
}

names! {
    IntegrationDirection, "integration_direction", "forward, backward or both";
    Forward: "forward",
    Backward: "backward",
    Both: "both",
}

options! {
    /// Options of [`Axes::streamplot_with`](crate::Axes::streamplot_with).
    ///
    /// ```
    /// use plotreel::axes::StreamplotOptions;
    ///
    /// let options = StreamplotOptions::new()
    ///     .with_density(0.6)
    ///     .with_start_points([(0.0, 0.5), (0.0, -0.5)])
    ///     .with_integration_direction("forward")?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone)]
    pub struct StreamplotOptions;
    density / with_densities: pair<Positive> = (1.0, 1.0),
        "the densities along x and y: at 1, at most one streamline crosses each of 30 × 30 cells";
    minlength / with_minlength: number<Length> = 0.1,
        "the least length of a streamline, where the axes are 1 wide and high";
    maxlength / with_maxlength: number<Positive> = 4.0,
        "the greatest length of a streamline, where the axes are 1 wide and high";
    start_points / with_start_points: maybe_value<Vec<(f64, f64)>> = None,
        "points (x, y) that streamlines go through, instead of points all over the grid";
    integration_direction / with_integration_direction: choice<IntegrationDirection> = IntegrationDirection::Both,
        "in which directions streamlines go on from their starting points";
    broken_streamlines / with_broken_streamlines: flag = true,
        "whether streamlines end where they come close to others";
    integration_max_step_scale / with_integration_max_step_scale: number<Positive> = 1.0,
        "a factor of the greatest step of the integration; less than 1 is more exact";
    integration_max_error_scale / with_integration_max_error_scale: number<Positive> = 1.0,
        "a factor of the greatest error of a step; less than 1 is more exact";
    arrowstyle / with_arrowstyle: choice<ArrowStyle> = ArrowStyle::Curve(CurveArrow {
        end: ArrowEnd::FilledHead,
        ..CurveArrow::default()
    }), "the shape of the arrows";
    arrowsize / with_arrowsize: number<Length> = 1.0, "the size of the arrows, in units of 10 points";
    linewidth / with_linewidth: maybe<Length> = None,
        "the width of the streamlines and of the arrows' edges in points; `None` is that of the style";
    num_arrows / with_num_arrows: count = 1, "the number of arrows on each streamline";
    color / with_color: maybe_color = None,
        "the colour of streamlines and arrows; `None` is the next one of the cycle for lines";
    color_values: maybe_value<Array2<f64>> = None,
        "values at the points of the grid, by which streamlines and arrows are coloured";
    linewidths: maybe_value<Array2<f64>> = None, "the widths of the streamlines in points, at the points of the grid";
    cmap / with_cmap: maybe_value<Colormap> = None, "the colormap of the values";
    norm / with_norm: maybe_value<Norm> = None,
        "the norm of the values; limits that it does not set are those of the values on the grid";
}

impl StreamplotOptions {
    /// Sets the density along both x and y.
    pub fn with_density(self, density: f64) -> Self {
        self.with_densities((density, density))
    }

    /// Sets values at the points of the grid, by which streamlines and arrows are coloured.
    pub fn with_color_values(mut self, values: &(impl Field + ?Sized)) -> Self {
        self.color_values = Some(array(values));
        self
    }

    /// Sets the widths of the streamlines in points, at the points of the grid.
    pub fn with_linewidths(mut self, widths: &(impl Field + ?Sized)) -> Self {
        self.linewidths = Some(array(widths));
        self
    }

    pub(super) fn check(&self) -> Result<()> {
        self.check_options()?;
        for density in [self.density.0, self.density.1] {
            if !(2.0..=100_000.0).contains(&(CELLS * density)) {
                return Err(Error::Setting {
                    name: "density",
                    value: density.to_string(),
                    expected: "a number that gives 2 to 100,000 cells a side, 30 at 1",
                });
            }
        }
        Ok(())
    }
}

/// The cells of density 1 along a side.
pub(super) const CELLS: f64 = 30.0;

pub(crate) fn array(field: &(impl Field + ?Sized)) -> Array2<f64> {
    on_grid(&field.values(), field.shape_2d())
}
