//! Histograms of points in a plane: `hist2d`.

use ndarray::Array2;

use crate::artists::QuadMesh;
use crate::axes::Axes;
use crate::error::{Error, Result};
use crate::handle::Handle;
use crate::histogram::{Bins, MAX_BINS, bin_edges, place, refused};
use crate::properties::{Angle, options};
use crate::series::{Field, Series, as_long, as_many};
use crate::units::AxisData;

options! {
    /// Options of [`Axes::hist2d_with`] and of [`histogram2d`].
    ///
    /// ```
    /// use plotreel::axes::Hist2dOptions;
    ///
    /// let options = Hist2dOptions::new()
    ///     .with_bins_xy(30, vec![0.0, 1.0, 10.0])?
    ///     .with_range([(-3.0, 3.0), (0.0, 10.0)])
    ///     .with_cmin(1.0);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq)]
    pub struct Hist2dOptions;
    bins: value<[Bins; 2]> = [Bins::default(), Bins::default()],
        "the bins along x and along y: a number of them, their edges, or a rule such as `\"auto\"`; ten by default";
    range / with_range: copied<Option<[(f64, f64); 2]>> = None,
        "the range of the bins along x and along y, by default that of the data; edges have their own";
    density / with_density: flag = false, "whether counts are divided by the area of their bin and by their sum";
    weights / with_weights: maybe_series<Angle> = None, "the weight of each point";
    cmin / with_cmin: maybe<Angle> = None, "the least count that is shown; those below it are NaN";
    cmax / with_cmax: maybe<Angle> = None, "the greatest count that is shown; those above it are NaN";
}

impl Hist2dOptions {
    /// Sets the bins along x and y alike.
    ///
    /// # Errors
    /// [`Error::Setting`] for names that are not of a rule.
    pub fn with_bins<V: TryInto<Bins>>(mut self, bins: V) -> Result<Self>
    where
        Error: From<V::Error>,
    {
        let bins = bins.try_into()?;
        self.bins = [bins.clone(), bins];
        Ok(self)
    }

    /// Sets the bins along x and those along y.
    ///
    /// # Errors
    /// As [`with_bins`](Self::with_bins).
    pub fn with_bins_xy<X: TryInto<Bins>, Y: TryInto<Bins>>(mut self, x: X, y: Y) -> Result<Self>
    where
        Error: From<X::Error> + From<Y::Error>,
    {
        self.bins = [x.try_into()?, y.try_into()?];
        Ok(self)
    }
}

/// Counts how many points fall into each bin of a plane: (counts, edges along x, edges along y), as
/// [`Axes::hist2d_with`] shows them. The counts have a row for each bin along x.
///
/// Points with NaN and points outside do not count. In a film, with bins that stay:
///
/// ```
/// use plotreel::Figure;
/// use plotreel::axes::{Hist2dOptions, histogram2d};
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let options = Hist2dOptions::new().with_range([(0.0, 4.0), (0.0, 2.0)]).with_bins(2)?;
/// let (counts, _, _, mesh) = fig[ax].hist2d_with(&[0.5, 1.0, 3.0], &[0.5, 0.7, 1.5], &options)?;
/// assert_eq!(counts, ndarray::array![[2.0, 0.0], [0.0, 1.0]]);
/// // From frame to frame; the rows of a mesh are along y:
/// let (counts, _, _) = histogram2d(&[0.5, 3.0, 3.5], &[0.5, 0.7, 1.5], &options)?;
/// fig[mesh].set_array(&counts.t())?;
/// # Ok::<(), plotreel::Error>(())
/// ```
///
/// # Errors
/// [`Error::Setting`] for invalid bins, for more than a million of them, and for an infinite range;
/// [`Error::LineData`] unless x and y have the same length, [`Error::Lengths`] unless the weights have it, too.
pub fn histogram2d(
    x: &(impl Series + ?Sized),
    y: &(impl Series + ?Sized),
    options: &Hist2dOptions,
) -> Result<(Array2<f64>, Vec<f64>, Vec<f64>)> {
    options.check_options()?;
    let (x, y) = (x.values(), y.values());
    as_long(x.len(), y.len())?;
    if let Some(weights) = &options.weights {
        as_many((weights.len(), "weights"), (x.len(), "points"))?;
    }
    let edges = |values: &[f64], i: usize| {
        bin_edges(
            values,
            &options.bins[i],
            options.range.map(|range| range[i]),
        )
    };
    let (x_edges, y_edges) = (edges(&x, 0)?, edges(&y, 1)?);
    let (columns, rows) = (x_edges.len() - 1, y_edges.len() - 1);
    if columns * rows > MAX_BINS {
        return Err(refused(
            format!("{columns} times {rows}"),
            "at most 1000000 bins",
        ));
    }
    let mut counts = Array2::zeros((columns, rows));
    for (i, (x, y)) in x.iter().zip(&y).enumerate() {
        let bins = (place(*x, &x_edges, false), place(*y, &y_edges, false));
        if let (Some(column), Some(row)) = bins {
            counts[[column, row]] += options.weights.as_ref().map_or(1.0, |weights| weights[i]);
        }
    }
    options.finish(&mut counts, [&x_edges, &y_edges]);
    Ok((counts, x_edges, y_edges))
}

impl Hist2dOptions {
    /// Makes densities of counts, and hides those out of bounds.
    fn finish(&self, counts: &mut Array2<f64>, [x, y]: [&[f64]; 2]) {
        if self.density {
            let sum = counts.sum();
            for ((column, row), count) in counts.indexed_iter_mut() {
                *count = *count / (x[column + 1] - x[column]) / (y[row + 1] - y[row]) / sum;
            }
        }
        let low = self.cmin.unwrap_or(f64::NEG_INFINITY);
        let high = self.cmax.unwrap_or(f64::INFINITY);
        for count in counts.iter_mut().filter(|v| **v < low || **v > high) {
            *count = f64::NAN;
        }
    }
}

/// Counts, with a row for each bin along x, the edges of the bins along x and y, and the mesh.
type Hist2d = (Array2<f64>, Vec<f64>, Vec<f64>, Handle<QuadMesh>);

impl Axes {
    /// Draws a histogram of points in a plane, with 10 x 10 bins, as a mesh of coloured rectangles; returns (counts,
    /// edges along x, edges along y, mesh). The counts have a row for each bin along x.
    ///
    /// In a film, [`histogram2d`] counts for [`QuadMesh::set_array`].
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let (_, _, _, mesh) = fig[ax].hist2d(&[1.0, 2.0, 2.5, 4.0], &[0.0, 1.0, 1.1, 2.0])?;
    /// fig.colorbar(mesh, ax)?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`histogram2d`].
    pub fn hist2d(
        &mut self,
        x: &(impl AxisData + ?Sized),
        y: &(impl AxisData + ?Sized),
    ) -> Result<Hist2d> {
        self.hist2d_with(x, y, &Hist2dOptions::default())
    }

    /// Draws a histogram as [`hist2d`](Self::hist2d) does, with options.
    ///
    /// # Errors
    /// As [`histogram2d`].
    pub fn hist2d_with(
        &mut self,
        x: &(impl AxisData + ?Sized),
        y: &(impl AxisData + ?Sized),
        options: &Hist2dOptions,
    ) -> Result<Hist2d> {
        let (x, y) = self.convert_units(x, y)?;
        let (counts, x, y) = histogram2d(&x, &y, options)?;
        let mesh = self.pcolormesh(&x, &y, &counts.t())?;
        Ok((counts, x, y, mesh))
    }
}
