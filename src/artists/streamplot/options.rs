//! The options of `streamplot`.

use crate::color::{ColorSpec, Colormap, IntoColor, Norm};
use crate::error::{Error, Result};
use crate::properties::{Check, Length, Positive, names};
use crate::series::Field;

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

/// Options of [`Axes::streamplot_with`](crate::Axes::streamplot_with).
///
/// ```
/// use plotreel::axes::{IntegrationDirection, StreamplotOptions};
///
/// let options = StreamplotOptions::new()
///     .with_density(0.6)?
///     .with_start_points([(0.0, 0.5), (0.0, -0.5)])
///     .with_integration_direction(IntegrationDirection::Forward);
/// assert!(StreamplotOptions::new().with_density(-1.0).is_err());
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct StreamplotOptions {
    pub(crate) density: (f64, f64),
    pub(crate) minlength: f64,
    pub(crate) maxlength: f64,
    pub(crate) start_points: Option<Vec<(f64, f64)>>,
    pub(crate) direction: IntegrationDirection,
    pub(crate) broken: bool,
    pub(crate) max_step_scale: f64,
    pub(crate) max_error_scale: f64,
    pub(crate) num_arrows: usize,
    pub(crate) color: Option<ColorSpec>,
    /// Rows, columns and numbers.
    pub(crate) color_values: Option<((usize, usize), Vec<f64>)>,
    pub(crate) linewidths: Option<((usize, usize), Vec<f64>)>,
    pub(crate) cmap: Option<Colormap>,
    pub(crate) norm: Option<Norm>,
}

impl Default for StreamplotOptions {
    fn default() -> Self {
        Self {
            density: (1.0, 1.0),
            minlength: 0.1,
            maxlength: 4.0,
            start_points: None,
            direction: IntegrationDirection::default(),
            broken: true,
            max_step_scale: 1.0,
            max_error_scale: 1.0,
            num_arrows: 1,
            color: None,
            color_values: None,
            linewidths: None,
            cmap: None,
            norm: None,
        }
    }
}

impl StreamplotOptions {
    /// matplotlib's defaults.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the density: at 1, at most one streamline crosses each of 30 × 30 cells.
    ///
    /// # Errors
    /// [`Error::Setting`] for numbers that are not above 0.
    pub fn with_density(self, density: f64) -> Result<Self> {
        self.with_densities(density, density)
    }

    /// Sets the densities along x and y.
    ///
    /// # Errors
    /// [`Error::Setting`] for numbers that are not above 0, or that are so large or small that the cells do not fit
    /// 2 to 100,000 a side.
    pub fn with_densities(mut self, x: f64, y: f64) -> Result<Self> {
        for density in [x, y] {
            Positive::checked("density", density)?;
            if !(2.0..=100_000.0).contains(&(CELLS * density)) {
                return Err(Error::Setting {
                    name: "density",
                    value: density.to_string(),
                    expected: "a number that gives 2 to 100,000 cells a side, 30 at 1",
                });
            }
        }
        self.density = (x, y);
        Ok(self)
    }

    /// Sets the least length of a streamline, where the axes are 1 wide and high; 0.1 by default.
    ///
    /// # Errors
    /// [`Error::Setting`] for numbers that are negative or not finite.
    pub fn with_minlength(mut self, minlength: f64) -> Result<Self> {
        self.minlength = Length::checked("minlength", minlength)?;
        Ok(self)
    }

    /// Sets the greatest length of a streamline, where the axes are 1 wide and high; 4 by default.
    ///
    /// # Errors
    /// [`Error::Setting`] for numbers that are not above 0.
    pub fn with_maxlength(mut self, maxlength: f64) -> Result<Self> {
        self.maxlength = Positive::checked("maxlength", maxlength)?;
        Ok(self)
    }

    /// Sets points (x, y) that streamlines go through, instead of points all over the grid.
    pub fn with_start_points(mut self, points: impl IntoIterator<Item = (f64, f64)>) -> Self {
        self.start_points = Some(points.into_iter().collect());
        self
    }

    /// Sets in which directions streamlines go on from their starting points.
    pub fn with_integration_direction(mut self, direction: IntegrationDirection) -> Self {
        self.direction = direction;
        self
    }

    /// Sets whether streamlines end where they come close to others.
    pub fn with_broken_streamlines(mut self, broken: bool) -> Self {
        self.broken = broken;
        self
    }

    /// Sets a factor of the greatest step of the integration; less than 1 is more exact.
    ///
    /// # Errors
    /// [`Error::Setting`] for numbers that are not above 0.
    pub fn with_integration_max_step_scale(mut self, scale: f64) -> Result<Self> {
        self.max_step_scale = Positive::checked("integration_max_step_scale", scale)?;
        Ok(self)
    }

    /// Sets a factor of the greatest error of a step; less than 1 is more exact.
    ///
    /// # Errors
    /// [`Error::Setting`] for numbers that are not above 0.
    pub fn with_integration_max_error_scale(mut self, scale: f64) -> Result<Self> {
        self.max_error_scale = Positive::checked("integration_max_error_scale", scale)?;
        Ok(self)
    }

    /// Sets the number of arrows on each streamline; 1 by default.
    pub fn with_num_arrows(mut self, num_arrows: usize) -> Self {
        self.num_arrows = num_arrows;
        self
    }

    /// Sets the colour of streamlines and arrows, instead of the next one of the cycle for lines.
    ///
    /// # Errors
    /// [`Error::UnknownColor`].
    pub fn with_color(mut self, color: impl IntoColor) -> Result<Self> {
        self.color = Some(color.into_color()?);
        Ok(self)
    }

    /// Sets values at the points of the grid, by which streamlines and arrows are coloured.
    pub fn with_color_values(mut self, values: &(impl Field + ?Sized)) -> Self {
        self.color_values = Some(on_grid(values));
        self
    }

    /// Sets the widths of the streamlines in points, at the points of the grid.
    pub fn with_linewidths(mut self, widths: &(impl Field + ?Sized)) -> Self {
        self.linewidths = Some(on_grid(widths));
        self
    }

    /// Sets the colormap of the values.
    pub fn with_cmap(mut self, cmap: Colormap) -> Self {
        self.cmap = Some(cmap);
        self
    }

    /// Sets the norm of the values; limits that it does not set are those of the values on the grid.
    pub fn with_norm(mut self, norm: Norm) -> Self {
        self.norm = Some(norm);
        self
    }
}

/// The cells of density 1 along a side.
pub(super) const CELLS: f64 = 30.0;

fn on_grid(field: &(impl Field + ?Sized)) -> ((usize, usize), Vec<f64>) {
    (field.shape_2d(), field.values())
}
