//! Histograms: `hist`.

mod heights;
mod options;

pub use options::{Cumulative, HistAlign, HistOptions};

use crate::artists::{BarContainer, Orientation, PolyCollection};
use crate::axes::{Axes, BarOptions};
use crate::color::ColorSpec;
use crate::data_limits::StickyEdges;
use crate::error::Result;
use crate::handle::Handle;
use crate::series::{Series, as_many};
use crate::units::AxisData;

/// Heights of each set of data, the edges of the bins, and the drawn artists.
type Histograms<A> = (Vec<Vec<f64>>, Vec<f64>, Vec<Handle<A>>);

impl Axes {
    /// Draws a histogram with the style's bins, ten by default; returns (counts, edges, bars).
    ///
    /// In a film, [`histogram`](crate::axes::histogram()) computes the counts for
    /// [`BarContainer::set_heights`].
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let (counts, edges, bars) = fig[ax].hist(&[1.0, 2.0, 2.5, 4.0])?;
    /// assert_eq!((counts.iter().sum::<f64>(), edges.len()), (4.0, 11));
    /// // From frame to frame:
    /// let counts = [1.0, 0.0, 0.0, 2.0, 0.0, 0.0, 1.0, 0.0, 0.0, 3.0];
    /// fig[bars].set_heights(&counts)?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for infinite values.
    pub fn hist(
        &mut self,
        x: &(impl AxisData + ?Sized),
    ) -> Result<(Vec<f64>, Vec<f64>, Handle<BarContainer>)> {
        let options = HistOptions {
            bins: self.style.hist_bins.clone(),
            ..HistOptions::default()
        };
        self.hist_with(x, &options)
    }

    /// Draws a histogram as [`hist`](Self::hist) does, with options.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for invalid bins, for weights that are not finite and for an `rwidth` beyond 0 … 1; [`Error::Lengths`](crate::Error::Lengths) for a wrong number of weights, colours or
    /// bottoms.
    pub fn hist_with(
        &mut self,
        x: &(impl AxisData + ?Sized),
        options: &HistOptions,
    ) -> Result<(Vec<f64>, Vec<f64>, Handle<BarContainer>)> {
        let x = self.convert_along(x, options.orientation.across())?;
        let (counts, edges, bars) = self.hist_sets(&[x], options)?;
        Ok((counts.concat(), edges, bars[0]))
    }

    /// Draws the histograms of several sets of data side by side or stacked, over common bins.
    ///
    /// # Errors
    /// As [`hist_with`](Self::hist_with); and [`Error::Setting`](crate::Error::Setting) without any data set.
    pub fn hist_sets<S: Series>(
        &mut self,
        sets: &[S],
        options: &HistOptions,
    ) -> Result<Histograms<BarContainer>> {
        for set in sets {
            self.use_units_along(set.units(), options.orientation.across())?;
        }
        let (tops, edges) = options.tops(sets)?;
        let colors = self.hist_colors(tops.len(), options)?;
        let sets = tops.len() as f64;
        let share = match options.rwidth {
            Some(share) => share,
            None if tops.len() > 1 && !options.stacked => 0.8,
            None => 1.0,
        };
        let beside = if options.stacked { 1.0 } else { sets };
        let bins = || edges.windows(2).map(|edge| (edge[0], edge[1] - edge[0]));
        let width: Vec<f64> = bins().map(|(_, bin)| share * bin / beside).collect();
        let mut bottom = options.bottoms(edges.len() - 1);
        let mut handles = Vec::with_capacity(tops.len());
        for (i, (top, color)) in tops.iter().zip(colors).enumerate() {
            let middle = options.align.share();
            let shift = if options.stacked {
                middle
            } else {
                middle - 0.5 * share * (1.0 - 1.0 / sets) + share * i as f64 / sets
            };
            let places: Vec<f64> = bins().map(|(edge, bin)| edge + shift * bin).collect();
            let height = |(top, bottom): (&f64, &f64)| {
                if options.stacked { top - bottom } else { *top }
            };
            let heights: Vec<f64> = top.iter().zip(&bottom).map(height).collect();
            let bars = BarOptions {
                width: width.clone(),
                bottom: bottom.clone(),
                color: vec![color],
                ..BarOptions::default()
            };
            let handle = self.add_bars(&places, &heights, &bars, options.orientation)?;
            if let Some(bars) = self.artist_mut(handle) {
                bars.is_sticky &= i == 0;
                bars.of_histogram = true;
            }
            handles.push(handle);
            if options.stacked {
                bottom.clone_from(top);
            }
        }
        Ok((tops, edges, handles))
    }

    /// Draws a histogram as one outline, unfilled or filled: `histtype="step"` and `"stepfilled"`.
    ///
    /// # Errors
    /// As [`hist_with`](Self::hist_with).
    pub fn hist_step(
        &mut self,
        x: &(impl AxisData + ?Sized),
        filled: bool,
        options: &HistOptions,
    ) -> Result<(Vec<f64>, Vec<f64>, Handle<PolyCollection>)> {
        let x = self.convert_along(x, options.orientation.across())?;
        let (counts, edges, steps) = self.hist_step_sets(&[x], filled, options)?;
        Ok((counts.concat(), edges, steps[0]))
    }

    /// Draws the outlines of the histograms of several sets of data.
    ///
    /// # Errors
    /// As [`hist_sets`](Self::hist_sets).
    pub fn hist_step_sets<S: Series>(
        &mut self,
        sets: &[S],
        filled: bool,
        options: &HistOptions,
    ) -> Result<Histograms<PolyCollection>> {
        for set in sets {
            self.use_units_along(set.units(), options.orientation.across())?;
        }
        let (tops, edges) = options.tops(sets)?;
        let colors = self.hist_colors(tops.len(), options)?;
        let bottom = options.bottoms(edges.len() - 1);
        let shift = (options.align.share() - 0.5) * (edges[1] - edges[0]);
        let places: Vec<f64> = edges.iter().map(|edge| edge + shift).collect();
        let mut lower = bottom.clone();
        let mut steps = Vec::with_capacity(tops.len());
        for (top, color) in tops.iter().zip(colors) {
            let upper: Vec<f64> = top.iter().zip(&bottom).map(|(t, b)| t + b).collect();
            let outline = outline(&places, &lower, &upper, filled, options.orientation);
            let polygon = PolyCollection::of_patches(vec![outline], color);
            let mut polygon = if filled {
                polygon
            } else {
                polygon.into_outlines()
            };
            let (x, y) = options.orientation.xy(None, Some((0.0, 0.0)));
            polygon.sticky = StickyEdges { x, y };
            steps.push(polygon);
            if options.stacked {
                lower = upper;
            }
        }
        // The first set is drawn above the others.
        let mut handles: Vec<_> = steps
            .into_iter()
            .rev()
            .map(|s| self.add_artist(s))
            .collect();
        handles.reverse();
        Ok((tops, edges, handles))
    }

    fn hist_colors(&mut self, sets: usize, options: &HistOptions) -> Result<Vec<ColorSpec>> {
        match &options.color[..] {
            [] => Ok((0..sets).map(|_| self.next_color()).collect()),
            [color] => Ok(vec![*color; sets]),
            colors => {
                as_many((colors.len(), "colours"), (sets, "sets of data"))?;
                Ok(colors.to_vec())
            }
        }
    }
}

/// The steps of the upper line, and back along the lower one if it is to be filled.
fn outline(
    edges: &[f64],
    lower: &[f64],
    upper: &[f64],
    filled: bool,
    orientation: Orientation,
) -> Vec<(f64, f64)> {
    let (Some(first), Some(last)) = (lower.first(), lower.last()) else {
        return Vec::new();
    };
    let bins = edges.windows(2);
    let steps = |line: &[f64]| {
        let bins = bins.clone().zip(line.to_vec());
        bins.flat_map(|(edge, y)| [(edge[0], y), (edge[1], y)])
            .collect::<Vec<_>>()
    };
    let mut points = vec![(edges[0], *first)];
    points.extend(steps(upper));
    points.push((edges[edges.len() - 1], *last));
    if filled {
        points.extend(steps(lower).into_iter().rev());
    }
    let points = points.into_iter();
    points
        .map(|(place, value)| orientation.xy(place, value))
        .collect()
}
