//! Lines in steps: `stairs`, `ecdf`.

use crate::artists::patches::StepPatch;
use crate::artists::{DrawStyle, Line2D, Orientation};
use crate::axes::Axes;
use crate::data_limits::StickyEdges;
use crate::error::{Error, Result};
use crate::handle::Handle;
use crate::properties::{Angle, options};
use crate::series::{Field, Series, as_many};
use crate::units::AxisData;

options! {
    /// Options of [`Axes::stairs_with`].
    ///
    /// ```
    /// use plotreel::axes::StairsOptions;
    ///
    /// let options = StairsOptions::new().with_fill(true).with_baseline(&[1.0]);
    /// ```
    #[derive(Debug, Clone, PartialEq)]
    pub struct StairsOptions;
    fill / with_fill: flag = false, "whether the area between steps and base line is filled";
    baseline / with_baseline: series<Angle> = vec![0.0],
        "where the steps end: one number, one for each value, or none for no base line";
    orientation / with_orientation: choice<Orientation> = Orientation::Vertical, "whether values are y or x";
}

options! {
    /// Options of [`Axes::ecdf_with`] and of [`ecdf`].
    ///
    /// ```
    /// use plotreel::axes::{EcdfOptions, ecdf};
    ///
    /// let options = EcdfOptions::new().with_complementary(true);
    /// assert_eq!(ecdf(&[3.0, 1.0], &options)?, (vec![1.0, 3.0, 3.0], vec![1.0, 0.5, 0.0]));
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq)]
    pub struct EcdfOptions;
    weights / with_weights: maybe_series<Angle> = None, "the weight of each value";
    complementary / with_complementary: flag = false, "whether the line falls from 1 to 0";
    compress / with_compress: flag = false, "whether equal values are one point";
    orientation / with_orientation: choice<Orientation> = Orientation::Vertical,
        "whether the values are x (vertical) or y";
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
/// [`Error::Setting`] for no values, for NaN and for weights that are not finite, [`Error::Lengths`] for another number
/// of weights.
pub fn ecdf(
    values: &(impl Series + ?Sized),
    options: &EcdfOptions,
) -> Result<(Vec<f64>, Vec<f64>)> {
    options.check_options()?;
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
    let points = points.into_iter();
    Ok(points
        .map(|(value, sum)| options.orientation.xy(value, sum))
        .unzip())
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
    /// [`Error::Setting`] unless there is one more edge than values, and for an edge that is NaN.
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
    /// As [`stairs`](Self::stairs); [`Error::Lengths`] for a base line with neither one number nor one for each value,
    /// [`Error::Setting`] for one that is not finite.
    pub fn stairs_with(
        &mut self,
        values: &(impl AxisData + ?Sized),
        edges: &(impl AxisData + ?Sized),
        options: &StairsOptions,
    ) -> Result<Handle<StepPatch>> {
        options.check_options()?;
        let baseline = options.baseline.clone();
        let [edges, values] = self.converted(edges, values, options.orientation)?;
        let mut stairs = StepPatch::new(values, edges, baseline, options.orientation)?;
        stairs.look(options.fill, self.next_color());
        Ok(self.add_artist(stairs))
    }

    /// Draws the share of the values that are not greater than x, as a line in steps from 0 to 1 (the empirical
    /// cumulative distribution function). In a film, [`ecdf`] computes its points.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::axes::{EcdfOptions, ecdf};
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let line = fig[ax].ecdf(&[1.5, 2.0, 0.5])?;
    /// // From frame to frame:
    /// let (values, shares) = ecdf(&[1.5, 2.0, 0.5, 1.0], &EcdfOptions::new())?;
    /// fig[line].set_data(&values, &shares)?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
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
        let orientation = options.orientation;
        let values = self.convert_along(values, orientation.across())?;
        let (x, y) = ecdf(&values, options)?;
        let mut line = Line2D::new(&x, &y)?;
        line.set_color(self.next_color())?;
        line.set_drawstyle(
            match options.complementary != (orientation == Orientation::Horizontal) {
                true => DrawStyle::StepsPre,
                false => DrawStyle::StepsPost,
            },
        )?;
        let (x, y) = orientation.xy(None, Some((0.0, 1.0)));
        line.sticky = StickyEdges { x, y };
        Ok(self.add_artist(line))
    }
}
