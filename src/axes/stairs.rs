//! Lines in steps: `stairs`, `ecdf`.

use crate::artists::patches::StepPatch;
use crate::artists::{DrawStyle, Line2D, Orientation};
use crate::axes::Axes;
use crate::data_limits::StickyEdges;
use crate::error::{Error, Result};
use crate::handle::Handle;
use crate::series::{Field, Series, as_many};
use crate::units::AxisData;

/// Options of [`Axes::stairs_with`].
///
/// ```
/// use plotreel::axes::StairsOptions;
///
/// let options = StairsOptions::new().with_fill(true).with_baseline(&[1.0]);
/// ```
#[derive(Debug, Clone)]
pub struct StairsOptions {
    fill: bool,
    baseline: Vec<f64>,
    orientation: Orientation,
}

impl Default for StairsOptions {
    fn default() -> Self {
        Self {
            fill: false,
            baseline: vec![0.0],
            orientation: Orientation::Vertical,
        }
    }
}

impl StairsOptions {
    /// matplotlib's defaults.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets whether the area between steps and base line is filled.
    pub fn with_fill(mut self, fill: bool) -> Self {
        self.fill = fill;
        self
    }

    /// Sets where the steps end: one number, one for each value, or none for no base line.
    pub fn with_baseline(mut self, baseline: &(impl Series + ?Sized)) -> Self {
        self.baseline = baseline.values();
        self
    }

    /// Sets whether values are y, the default, or x.
    pub fn with_orientation(mut self, orientation: Orientation) -> Self {
        self.orientation = orientation;
        self
    }
}

/// Options of [`Axes::ecdf_with`] and of [`ecdf`].
///
/// ```
/// use plotreel::axes::{EcdfOptions, ecdf};
///
/// let options = EcdfOptions::new().with_complementary(true);
/// assert_eq!(ecdf(&[3.0, 1.0], &options)?, (vec![1.0, 3.0, 3.0], vec![1.0, 0.5, 0.0]));
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct EcdfOptions {
    weights: Option<Vec<f64>>,
    complementary: bool,
    compress: bool,
    horizontal: bool,
}

impl EcdfOptions {
    /// matplotlib's defaults.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the weight of each value.
    pub fn with_weights(mut self, weights: &(impl Series + ?Sized)) -> Self {
        self.weights = Some(weights.values());
        self
    }

    /// Sets whether the line falls from 1 to 0.
    pub fn with_complementary(mut self, complementary: bool) -> Self {
        self.complementary = complementary;
        self
    }

    /// Sets whether equal values are one point.
    pub fn with_compress(mut self, compress: bool) -> Self {
        self.compress = compress;
        self
    }

    /// Sets whether the values are x (vertical, the default) or y.
    pub fn with_orientation(mut self, orientation: Orientation) -> Self {
        self.horizontal = orientation == Orientation::Horizontal;
        self
    }
}

/// The points of the line of [`Axes::ecdf_with`]: its x and y, for [`Line2D::set_data`].
///
/// ```
/// use plotreel::Figure;
/// use plotreel::axes::{EcdfOptions, ecdf};
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let line = fig[ax].ecdf(&[1.0, 2.0, 2.5])?;
/// // From frame to frame:
/// let (x, y) = ecdf(&[1.0, 2.0, 2.5, 4.0], &EcdfOptions::new())?;
/// fig[line].set_data(&x, &y)?;
/// # Ok::<(), plotreel::Error>(())
/// ```
///
/// # Errors
/// [`Error::Setting`] for no values and for NaN, [`Error::Lengths`] for another number of weights.
pub fn ecdf(
    values: &(impl Series + ?Sized),
    options: &EcdfOptions,
) -> Result<(Vec<f64>, Vec<f64>)> {
    let values = values.values();
    if values.is_empty() || values.iter().any(|value| value.is_nan()) {
        return Err(Error::Setting {
            name: "the values of an ecdf",
            value: if values.is_empty() { "none" } else { "NaN" }.into(),
            expected: "one number or more",
        });
    }
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut points = vec![];
    let count = values.len() as f64;
    match &options.weights {
        None => {
            let point = |(i, place): (usize, &usize)| (values[*place], (i + 1) as f64 / count);
            points.extend(order.iter().enumerate().map(point));
        }
        Some(weights) => {
            as_many((weights.len(), "weights"), (values.len(), "values"))?;
            let total: f64 = weights.iter().sum();
            let mut sum = 0.0;
            points.extend(order.iter().map(|place| {
                sum += weights[*place] / total;
                (values[*place], sum)
            }));
        }
    }
    if options.compress {
        // The first of equal values, as in the reference.
        points.dedup_by(|next, kept| next.0 == kept.0);
    }
    let (first, last) = (points[0].0, points[points.len() - 1].0);
    match options.complementary {
        false => points.insert(0, (first, 0.0)),
        true => {
            let heights = std::iter::once(1.0).chain(points.iter().map(|(_, sum)| 1.0 - sum));
            let heights: Vec<f64> = heights.collect();
            points.push((last, 0.0));
            points
                .iter_mut()
                .zip(heights)
                .for_each(|(point, height)| point.1 = height);
        }
    }
    let turned = |(value, sum)| {
        if options.horizontal {
            (sum, value)
        } else {
            (value, sum)
        }
    };
    Ok(points.into_iter().map(turned).unzip())
}

impl Axes {
    /// Draws a line in steps: each value from an edge to the next, with the ends at 0, in the next colour of the cycle
    /// for lines.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let stairs = fig[ax].stairs(&[1.0, 3.0, 2.0], &[0.0, 1.0, 2.0, 4.0])?;
    /// // From frame to frame:
    /// fig[stairs].set_values(&[1.5, 2.5, 2.0])?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Lengths`] unless there is one more edge than values, [`Error::Setting`] for an edge that is NaN.
    pub fn stairs(
        &mut self,
        values: &(impl AxisData + ?Sized),
        edges: &(impl AxisData + ?Sized),
    ) -> Result<Handle<StepPatch>> {
        self.stairs_with(values, edges, &StairsOptions::default())
    }

    /// Draws a line in steps as [`stairs`](Self::stairs) does, or the area below, with options.
    ///
    /// # Errors
    /// As [`stairs`](Self::stairs), and [`Error::Lengths`] for a base line with neither one number nor one for each
    /// value.
    pub fn stairs_with(
        &mut self,
        values: &(impl AxisData + ?Sized),
        edges: &(impl AxisData + ?Sized),
        options: &StairsOptions,
    ) -> Result<Handle<StepPatch>> {
        let baseline = options.baseline.clone();
        let [edges, values] = self.converted(edges, values, options.orientation)?;
        let mut stairs = StepPatch::new(values, edges, baseline, options.orientation)?;
        stairs.look(options.fill, self.next_color());
        Ok(self.add_artist(stairs))
    }

    /// Draws the share of the values that are not greater than x, as a line in steps from 0 to 1 (the empirical
    /// cumulative distribution function). In a film, [`ecdf`] computes its points.
    ///
    /// # Errors
    /// As [`ecdf`].
    pub fn ecdf(&mut self, values: &(impl AxisData + ?Sized)) -> Result<Handle<Line2D>> {
        self.ecdf_with(values, &EcdfOptions::default())
    }

    /// Draws a distribution as [`ecdf`](Self::ecdf) does, with options.
    ///
    /// # Errors
    /// As [`ecdf`].
    pub fn ecdf_with(
        &mut self,
        values: &(impl AxisData + ?Sized),
        options: &EcdfOptions,
    ) -> Result<Handle<Line2D>> {
        let values = match options.horizontal {
            true => self.yaxis.convert_units(values)?,
            false => self.xaxis.convert_units(values)?,
        };
        let (x, y) = ecdf(&values, options)?;
        let mut line = Line2D::new(&x, &y)?;
        line.set_color(self.next_color())?;
        line.set_drawstyle(match options.complementary != options.horizontal {
            true => DrawStyle::StepsPre,
            false => DrawStyle::StepsPost,
        })?;
        let whole = Some((0.0, 1.0));
        line.sticky = match options.horizontal {
            true => StickyEdges { x: whole, y: None },
            false => StickyEdges { x: None, y: whole },
        };
        Ok(self.add_artist(line))
    }
}
