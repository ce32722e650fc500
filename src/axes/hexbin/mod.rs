//! Histograms of points in hexagons: `hexbin`.

mod grid;
mod options;

pub use options::{HexbinBins, HexbinOptions, Reduce};

use crate::artists::PolyCollection;
use crate::axes::Axes;
use crate::color::{ColorSpec, Norm};
use crate::error::{Error, Result};
use crate::handle::Handle;
use crate::scale::Scale;
use crate::series::{Field, Series, as_long, as_many};
use crate::units::AxisData;
use grid::HexGrid;

/// The hexagons of [`Axes::hexbin`].
///
/// ```
/// use plotreel::Figure;
/// use plotreel::axes::HexbinOptions;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let options = HexbinOptions::new().with_gridsize(10).with_extent([0.0, 3.0, 0.0, 9.0]);
/// let hexagons = fig[ax].hexbin_with(&[1.0, 2.0], &[1.0, 4.0], &options)?;
/// fig.colorbar(hexagons.collection, ax)?;
/// // From frame to frame:
/// hexagons.set_data(&mut fig[ax], &[1.0, 2.0, 2.5], &[1.0, 4.0, 6.0])?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct HexbinContainer {
    /// The polygons, for colours, colormap, norm and colorbar.
    pub collection: Handle<PolyCollection>,
    grid: HexGrid,
    options: HexbinOptions,
}

impl HexbinContainer {
    /// Counts other points in the same hexagons. The colour limits and the axes' limits are not changed.
    ///
    /// # Errors
    /// As [`Axes::hexbin_with`]; nothing is changed then.
    ///
    /// # Panics
    /// If the polygons are not in these axes, or were removed.
    #[track_caller]
    pub fn set_data(
        &self,
        ax: &mut Axes,
        x: &(impl AxisData + ?Sized),
        y: &(impl AxisData + ?Sized),
    ) -> Result<()> {
        let (x, y) = ax.convert_units(x, y)?;
        let points = Points::new(x, y, None, &self.options)?;
        self.put(ax, &points);
        Ok(())
    }

    /// Combines the values of other points in the same hexagons. The colour limits and the axes' limits are not
    /// changed.
    ///
    /// # Errors
    /// As [`Axes::hexbin_c`]; nothing is changed then.
    ///
    /// # Panics
    /// If the polygons are not in these axes, or were removed.
    #[track_caller]
    pub fn set_data_c(
        &self,
        ax: &mut Axes,
        x: &(impl AxisData + ?Sized),
        y: &(impl AxisData + ?Sized),
        c: &(impl Series + ?Sized),
    ) -> Result<()> {
        let (x, y) = ax.convert_units(x, y)?;
        let points = Points::new(x, y, Some(c.values()), &self.options)?;
        self.put(ax, &points);
        Ok(())
    }

    #[track_caller]
    fn put(&self, ax: &mut Axes, points: &Points) {
        let (verts, values) = self.grid.hexagons(points, &self.options);
        let polygons = ax.part_mut(self.collection);
        polygons.set_verts(verts);
        polygons.set_array(&values);
    }
}

/// Points with finite coordinates, logarithms if their scale is, and their values if they have any.
#[derive(Debug)]
struct Points {
    x: Vec<f64>,
    y: Vec<f64>,
    c: Option<Vec<f64>>,
}

impl Points {
    fn new(
        mut x: Vec<f64>,
        mut y: Vec<f64>,
        mut c: Option<Vec<f64>>,
        options: &HexbinOptions,
    ) -> Result<Self> {
        as_long(x.len(), y.len())?;
        if let Some(c) = &c {
            as_many((c.len(), "values C"), (x.len(), "points"))?;
        }
        let finite = |i: usize| {
            let value = c.as_ref().is_none_or(|c| c[i].is_finite());
            x[i].is_finite() && y[i].is_finite() && value
        };
        let kept: Vec<bool> = (0..x.len()).map(finite).collect();
        for values in [Some(&mut x), Some(&mut y), c.as_mut()]
            .into_iter()
            .flatten()
        {
            let mut kept = kept.iter();
            values.retain(|_| kept.next() == Some(&true));
        }
        let axes = [
            ("x of hexbin", &mut x, &options.xscale),
            ("y of hexbin", &mut y, &options.yscale),
        ];
        for (name, values, scale) in axes {
            if *scale == Scale::Linear {
                continue;
            }
            for value in values {
                if *value <= 0.0 {
                    return Err(Error::Setting {
                        name,
                        value: format!("{value:?}"),
                        expected: "numbers above 0 on a logarithmic scale",
                    });
                }
                *value = value.log10();
            }
        }
        Ok(Self { x, y, c })
    }
}

impl Axes {
    /// Counts points in 100 x 57 hexagons that cover them, and colours these by their counts.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let hexagons = fig[ax].hexbin(&[1.0, 2.0, 2.5, 4.0], &[0.0, 1.0, 1.1, 2.0])?;
    /// // From frame to frame:
    /// hexagons.set_data(&mut fig[ax], &[1.5, 2.0, 2.5, 4.0], &[0.2, 1.0, 1.1, 2.0])?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::LineData`] unless x and y have the same length.
    pub fn hexbin(
        &mut self,
        x: &(impl AxisData + ?Sized),
        y: &(impl AxisData + ?Sized),
    ) -> Result<HexbinContainer> {
        self.hexbin_with(x, y, &HexbinOptions::default())
    }

    /// Counts points in hexagons as [`hexbin`](Self::hexbin) does, with options.
    ///
    /// # Errors
    /// [`Error::LineData`] unless x and y have the same length; [`Error::Setting`] for options out of range, and for
    /// coordinates that are not above 0 on a logarithmic scale.
    pub fn hexbin_with(
        &mut self,
        x: &(impl AxisData + ?Sized),
        y: &(impl AxisData + ?Sized),
        options: &HexbinOptions,
    ) -> Result<HexbinContainer> {
        options.checked()?;
        let (x, y) = self.convert_units(x, y)?;
        let points = Points::new(x, y, None, options)?;
        self.add_hexagons(&points, options)
    }

    /// Colours hexagons by the values c of the points in them (`hexbin(x, y, C)`), by default by their mean. Hexagons
    /// without points are not drawn.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::axes::HexbinOptions;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let (x, y) = ([1.0, 2.0, 2.5, 4.0], [0.0, 1.0, 1.1, 2.0]);
    /// let largest = |values: &[f64]| values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    /// let options = HexbinOptions::new().with_gridsize(8).with_reduce_c_function(largest);
    /// let hexagons = fig[ax].hexbin_c(&x, &y, &[3.0, 1.0, 2.0, 5.0], &options)?;
    /// // From frame to frame:
    /// hexagons.set_data_c(&mut fig[ax], &x, &y, &[2.0, 1.0, 3.0, 4.0])?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`hexbin_with`](Self::hexbin_with), and [`Error::Lengths`] unless there is a value for each point.
    pub fn hexbin_c(
        &mut self,
        x: &(impl AxisData + ?Sized),
        y: &(impl AxisData + ?Sized),
        c: &(impl Series + ?Sized),
        options: &HexbinOptions,
    ) -> Result<HexbinContainer> {
        options.checked()?;
        let (x, y) = self.convert_units(x, y)?;
        let points = Points::new(x, y, Some(c.values()), options)?;
        self.add_hexagons(&points, options)
    }

    fn add_hexagons(
        &mut self,
        points: &Points,
        options: &HexbinOptions,
    ) -> Result<HexbinContainer> {
        if options.xscale != Scale::Linear {
            self.set_xscale(options.xscale.clone())?;
        }
        if options.yscale != Scale::Linear {
            self.set_yscale(options.yscale.clone())?;
        }
        let grid = HexGrid::new(points, options);
        let (verts, values) = grid.hexagons(points, options);
        let mut polygons = PolyCollection::of_color(verts, ColorSpec::C0);
        polygons.limits = Some(grid.limits(options));
        polygons.set_edgecolor_face();
        if options.bins == HexbinBins::Log {
            polygons.set_norm(Norm::log());
        }
        polygons.set_array(&values);
        Ok(HexbinContainer {
            collection: {
                self.tight = true;
                self.add_artist(polygons)
            },
            grid,
            options: options.clone(),
        })
    }
}
