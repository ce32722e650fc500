//! Surfaces: their options, and the polygons that they consist of.

use ndarray::{ArrayBase, Data, Ix2};

use crate::artists::edge_colors::Edges;
use crate::artists::poly3d::Poly3DCollection;
use crate::artists::poly3d::polygons::Polygons;
use crate::artists::surface_grid::{Strides, SurfaceGrid};
use crate::color::{ColorSpec, Colormap, IntoColor};
use crate::error::{Error, Result};
use crate::properties::options;
use crate::series::Datum;

options! {
    /// The patches and colours of a surface that
    /// [`Axes3D::plot_surface_with`](crate::Axes3D::plot_surface_with) draws.
    ///
    /// The patches are between rows and columns in steps (`rstride`, `cstride`), or in maximum numbers of them
    /// (`rcount`, `ccount`); by default 50 of each.
    ///
    /// ```
    /// use plotreel::Colormap;
    /// use plotreel::collections::SurfaceOptions;
    ///
    /// let options = SurfaceOptions::new().with_rstride(1).with_cstride(1).with_cmap(Colormap::named("coolwarm")?);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone)]
    pub struct SurfaceOptions;
    rstride / with_rstride: maybe_count = None,
        "the step from one used row to the next, above 0; 10 if only `cstride` is given";
    cstride / with_cstride: maybe_count = None,
        "the step from one used column to the next, above 0; 10 if only `rstride` is given";
    rcount / with_rcount: maybe_count = None, "the maximum number of rows, above 0";
    ccount / with_ccount: maybe_count = None, "the maximum number of columns, above 0";
    color / with_color: maybe_color = None, "the colour, which is shaded; none is the next one of the cycle";
    cmap / with_cmap: maybe_value<Colormap> = None,
        "the colormap for the mean height of each patch; then there is no shading";
    facecolors: value<Vec<Vec<ColorSpec>>> = Vec::new(),
        "the colours of the points, row by row, of which each patch has that of its first one; they are shaded";
}

impl SurfaceOptions {
    /// Sets a colour for each point, row by row: each patch, with its edges, has the colour of its first point.
    ///
    /// # Errors
    /// [`Error::UnknownColor`], or [`Error::Setting`] for numbers beyond 0 … 1.
    pub fn with_facecolors<C: IntoColor, R: IntoIterator<Item = C>>(
        mut self,
        rows: impl IntoIterator<Item = R>,
    ) -> Result<Self> {
        let row = |row: R| row.into_iter().map(IntoColor::into_color).collect();
        self.facecolors = rows.into_iter().map(row).collect::<Result<_>>()?;
        Ok(self)
    }

    /// The colour of each patch, if the points have some.
    pub(super) fn patch_colors(
        &self,
        (rows, columns): (usize, usize),
        (rstride, cstride): (usize, usize),
    ) -> Result<Vec<ColorSpec>> {
        if self.facecolors.is_empty() {
            return Ok(Vec::new());
        }
        if self.cmap.is_some() || self.color.is_some() {
            return Err(Error::Setting {
                name: "facecolors",
                value: "beside another colour or a colormap".into(),
                expected: "one of the two",
            });
        }
        let mut colors = Vec::new();
        for row in (0..rows.saturating_sub(1)).step_by(rstride) {
            for column in (0..columns.saturating_sub(1)).step_by(cstride) {
                let color = self.facecolors.get(row).and_then(|row| row.get(column));
                colors.push(*color.ok_or_else(|| Error::Setting {
                    name: "facecolors",
                    value: format!("without one for row {row}, column {column}"),
                    expected: "a colour for each point",
                })?);
            }
        }
        Ok(colors)
    }

    /// From a row of corners of patches to the next, and from a column to the next.
    pub(super) fn steps(&self, shape: (usize, usize)) -> Result<(usize, usize)> {
        self.check_options()?;
        let strides = Strides {
            steps: [self.rstride, self.cstride],
            counts: [self.rcount, self.ccount],
            usual: 10,
        };
        let steps = strides.steps(shape);
        let steps = steps.filter(|(rows, columns)| *rows > 0 && *columns > 0);
        steps.ok_or_else(|| Error::Setting {
            name: "the patches of a surface",
            value: format!(
                "{:?} for strides and {:?} for counts",
                strides.steps, strides.counts
            ),
            expected: "strides or counts above 0, not both",
        })
    }
}

impl Poly3DCollection {
    /// The patches of a surface; `color` is that of one without any.
    pub(crate) fn of_surface<T: Datum>(
        grid: &SurfaceGrid<'_, T>,
        options: &SurfaceOptions,
        color: impl FnOnce() -> ColorSpec,
    ) -> Result<Self> {
        let steps = options.steps(grid.shape())?;
        let colors = options.patch_colors(grid.shape(), steps)?;
        let polygons = Polygons::of_surface(grid, steps);
        let mut surface = match options.facecolors.is_empty() {
            true => {
                let color = match (options.color, &options.cmap) {
                    (Some(given), _) => given,
                    (None, None) => color(),
                    (None, Some(_)) => ColorSpec::C0,
                };
                Self::of_polygons(polygons, color)
            }
            false => {
                let mut surface = Self::of_polygons(polygons, ColorSpec::None);
                surface.style.faces = colors.clone();
                surface.style.edges = Edges::Colors(colors);
                surface
            }
        };
        surface.shade = true;
        if let Some(cmap) = &options.cmap {
            surface.color_by_height(cmap.clone());
        }
        surface.options = options.clone();
        Ok(surface)
    }

    /// Replaces all polygons by the patches of a surface, with the strides of the first one. The axes' limits are not
    /// changed.
    ///
    /// # Errors
    /// As [`plot_surface_with`](crate::Axes3D::plot_surface_with); the polygons are not changed then.
    pub fn set_data<T: Datum, S: Data<Elem = T>>(
        &mut self,
        x: &ArrayBase<S, Ix2>,
        y: &ArrayBase<S, Ix2>,
        z: &ArrayBase<S, Ix2>,
    ) -> Result<()> {
        let steps = self.options.steps(z.dim())?;
        let grid = SurfaceGrid::new(x, y, z)?;
        self.put(Polygons::of_surface(&grid, steps));
        Ok(())
    }
}
