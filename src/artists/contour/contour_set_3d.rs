//! Contours in space.

use crate::artists::contour::{ContourPoints, ContourSet};
use crate::artists::{Artist, ContourOptions, DrawContext, ScalarMappable};
use crate::canvas::Canvas;
use crate::data_limits::{DataLimits, DataRange};
use crate::error::{Error, Result};
use crate::grid::Grid;
use crate::properties::{Angle, Check, names, properties};
use crate::series::{Field, on_grid};

/// The direction of an axis in space.
///
/// ```
/// use plotreel::collections::ZDir;
///
/// assert_eq!("y".parse::<ZDir>()?, ZDir::Y);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ZDir {
    /// Along x.
    X,
    /// Along y.
    Y,
    /// Along z.
    #[default]
    Z,
}

names! {
    ZDir, "zdir", "x, y or z";
    X: "x",
    Y: "y",
    Z: "z",
}

impl ZDir {
    /// 0 for x.
    pub(crate) fn index(self) -> usize {
        self as usize
    }

    /// The coordinates with the one along it as the last.
    fn turned<T>(self, [x, y, z]: [T; 3]) -> [T; 3] {
        match self {
            Self::X => [y, z, x],
            Self::Y => [z, x, y],
            Self::Z => [x, y, z],
        }
    }

    /// The coordinates of which these are the turned ones.
    fn turned_back<T>(self, [a, b, along]: [T; 3]) -> [T; 3] {
        match self {
            Self::X => [along, a, b],
            Self::Y => [b, along, a],
            Self::Z => [a, b, along],
        }
    }
}

/// Contour lines of a surface, or the areas between them, in space: what [`contour`](crate::Axes3D::contour) and
/// [`contourf`](crate::Axes3D::contourf) of 3-D axes draw. They have the properties of a [`ContourSet`], except its
/// labels.
///
/// ```
/// use ndarray::Array2;
/// use plotreel::Figure;
/// use plotreel::collections::ContourOptions;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot_3d(1, 1, 1)?;
/// let x: Vec<f64> = (0..30).map(|i| f64::from(i) / 5.0).collect();
/// let z = |t: f64| Array2::from_shape_fn((30, 30), |(r, c)| (x[c] + t).sin() * x[r].cos());
/// // On the wall at the low end of x.
/// let shadow = fig[ax].contourf_with(&x, &x, &z(0.0), "x", &ContourOptions::new())?;
/// fig[shadow].set_offset(-0.5)?;
/// // From frame to frame, with the same levels:
/// fig[shadow].set_data_3d(&x, &x, &z(0.1))?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct ContourSet3D {
    zdir: ZDir,
    offset: Option<f64>,
    limits: DataLimits,
    set: ContourSet,
}

properties! {
    impl[] ContourSet3D, in set: ContourSet;
    @by name:
    offset: Option<f64> = |contours| contours.offset, |contours, offset| contours.set_offset(offset),
        "where along its direction all of it is; `None` puts each level at its own height";
}

/// The points that the contours of a surface are found at, and the values there.
fn field(
    zdir: ZDir,
    x: &(impl Field + ?Sized),
    y: &(impl Field + ?Sized),
    z: &(impl Field + ?Sized),
) -> Result<(Grid, Vec<f64>, DataLimits)> {
    let grid = Grid::new(x, y)?;
    let shape = z.shape_2d();
    if !z.is_grid() || grid.shape() != shape {
        return Err(Error::Setting {
            name: "the x and y of contours",
            value: format!("for {:?} points with z of shape {shape:?}", grid.shape()),
            expected: "as many rows and columns as z has",
        });
    }
    let (x, y): (Vec<f64>, Vec<f64>) = grid.points().map(|[x, y]| (x, y)).unzip();
    let z = z.values();
    let limits = DataLimits::of_points_3d(&x, &y, &z);
    if zdir == ZDir::Z {
        return Ok((grid, z, limits));
    }
    let [a, b, values] = zdir.turned([x, y, z]);
    let grid = Grid::new(&on_grid(&a, shape), &on_grid(&b, shape))?;
    Ok((grid, values, limits))
}

impl ContourSet3D {
    pub(crate) fn new(
        zdir: ZDir,
        (x, y): (&(impl Field + ?Sized), &(impl Field + ?Sized)),
        z: &(impl Field + ?Sized),
        filled: bool,
        options: &ContourOptions,
    ) -> Result<Self> {
        let (grid, values, limits) = field(zdir, x, y, z)?;
        let set = ContourSet::new(ContourPoints::Grid(grid), values, filled, options)?;
        Ok(Self {
            zdir,
            offset: None,
            limits,
            set,
        })
    }

    /// Draws the contours of another surface, with the same levels and colours. The axes' limits are not changed.
    ///
    /// # Errors
    /// As [`contour`](crate::Axes3D::contour); the contours are not changed then.
    pub fn set_data_3d(
        &mut self,
        x: &(impl Field + ?Sized),
        y: &(impl Field + ?Sized),
        z: &(impl Field + ?Sized),
    ) -> Result<()> {
        let (grid, values, limits) = field(self.zdir, x, y, z)?;
        self.set.set_field(ContourPoints::Grid(grid), values)?;
        self.limits = limits;
        Ok(())
    }

    /// Puts all of it at a place along its direction, or each level at its own height (`None`).
    ///
    /// # Errors
    /// [`Error::Setting`] unless it is finite.
    pub fn set_offset(&mut self, offset: impl Into<Option<f64>>) -> Result<()> {
        let offset = offset.into();
        if let Some(offset) = offset {
            Angle::checked("offset", offset)?;
        }
        self.offset = offset;
        Ok(())
    }

    /// Where along its direction all of it is, if it is at one place.
    pub fn offset(&self) -> Option<f64> {
        self.offset
    }

    /// The direction along which its levels are.
    pub fn zdir(&self) -> ZDir {
        self.zdir
    }

    /// The place in space of one in the plane of a level.
    fn place(&self) -> impl Fn(usize, [f64; 2]) -> [f64; 3] + use<> {
        let heights = self.set.heights();
        let (zdir, offset) = (self.zdir, self.offset);
        move |level, [a, b]| {
            let height = offset.or_else(|| heights.get(level).copied());
            zdir.turned_back([a, b, height.unwrap_or(f64::NAN)])
        }
    }
}

impl Artist for ContourSet3D {
    crate::artists::artist_parts!(set.style.base);

    /// The range of the surface. As in the reference, areas have that of the middles between their levels.
    fn data_limits(&self) -> DataLimits {
        let mut limits = self.limits;
        if self.set.is_filled() {
            let along = match self.zdir {
                ZDir::X => &mut limits.x,
                ZDir::Y => &mut limits.y,
                ZDir::Z => &mut limits.z,
            };
            *along = DataRange::of(self.set.heights());
        }
        limits
    }

    fn draw(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) -> Result<()> {
        let place = self.place();
        let point = |level: usize, at: [f64; 2]| {
            let [x, y, _] = ctx.mapping.place(place(level, at));
            ctx.point([x, y])
        };
        self.set.draw_at(point, canvas, ctx)
    }

    fn depth(&self, ctx: &DrawContext<'_>) -> Option<f64> {
        let place = self.place();
        let depth = |level: usize, at: [f64; 2]| ctx.mapping.place(place(level, at))[2];
        Some(self.set.least(depth))
    }

    fn mappable(&self) -> Option<ScalarMappable<'_>> {
        self.set.mappable()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_turned_comes_back() {
        for zdir in [ZDir::X, ZDir::Y, ZDir::Z] {
            assert_eq!(zdir.turned_back(zdir.turned([1, 2, 3])), [1, 2, 3]);
        }
    }
}
