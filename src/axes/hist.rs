//! Histograms: `hist`.

use crate::artists::{BarContainer, Orientation, PolyCollection};
use crate::axes::{Axes, BarOptions};
use crate::color::{ColorSpec, IntoColor};
use crate::data_limits::StickyEdges;
use crate::error::{Error, Result};
use crate::handle::Handle;
use crate::histogram::{Bins, bin_edges, counted};
use crate::properties::options::all;
use crate::properties::{Angle, Fraction, names, options};
use crate::series::{Field, Series, as_many};
use crate::units::AxisData;

options! {
    /// Options of a histogram.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::axes::HistOptions;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let options = HistOptions::new().with_bins("auto")?.with_density(true);
    /// let (counts, edges, bars) = fig[ax].hist_with(&[1.0, 2.0, 2.5, 4.0], &options)?;
    /// assert_eq!((counts.len() + 1, fig[bars].len()), (edges.len(), counts.len()));
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq)]
    pub struct HistOptions;
    bins / with_bins: choice<Bins> = Bins::default(),
        "the bins: a number of them, their edges, or a rule such as `\"auto\"`; ten by default";
    range / with_range: copied<Option<(f64, f64)>> = None,
        "the range of the bins, by default that of the data; edges have their own";
    weights: value<Option<Vec<Vec<f64>>>> = None, "the weight of each value, one row for each set of data";
    density / with_density: flag = false,
        "whether the area of the bars is normalised to 1; if they are stacked, their total area";
    cumulative / with_cumulative: copied<Cumulative> = Cumulative::No, "whether bars are cumulative";
    bottom / with_bottoms: value<Vec<f64>> = Vec::new(),
        "the start of the bars in data coordinates: one for all or one for each bin; 0 by default";
    stacked / with_stacked: flag = false,
        "whether several sets of data are stacked rather than side by side (`histtype=\"barstacked\"`)";
    orientation / with_orientation: choice<Orientation> = Orientation::Vertical, "the orientation of the bars";
    rwidth / with_rwidth: maybe<Fraction> = None,
        "the width of bars as a fraction of their bins; by default 1, and 0.8 for several sets side by side";
    align / with_align: choice<HistAlign> = HistAlign::Mid, "where bars are in their bins, or around the edges of these";
    color / with_colors: colors = Vec::new(),
        "the colours of the sets of data, or one for all; none are the next ones of the cycle for lines";
}

/// Where the bars of a histogram are.
///
/// ```
/// use plotreel::axes::HistAlign;
///
/// assert_eq!("left".parse::<HistAlign>()?, HistAlign::Left);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum HistAlign {
    /// Around the lower edges of their bins.
    Left,
    /// In the middle of their bins.
    #[default]
    Mid,
    /// Around the upper edges of their bins.
    Right,
}

names! {
    HistAlign, "align", "left, mid or right";
    Left: "left",
    Mid: "mid",
    Right: "right",
}

impl HistAlign {
    /// The place of the middle of a bar in its bin.
    fn share(self) -> f64 {
        match self {
            Self::Left => 0.0,
            Self::Mid => 0.5,
            Self::Right => 1.0,
        }
    }
}

impl HistOptions {
    /// Sets the weights of the values: one sequence for each set of data.
    ///
    /// ```
    /// use plotreel::axes::HistOptions;
    ///
    /// let options = HistOptions::new().with_weights([[1.0, 0.5, 0.5]]);
    /// assert_eq!(options.weights().as_ref().map(Vec::len), Some(1));
    /// ```
    pub fn with_weights<S: Series>(mut self, weights: impl IntoIterator<Item = S>) -> Self {
        self.weights = Some(weights.into_iter().map(|row| row.values()).collect());
        self
    }

    /// Sets the start of all bars in data coordinates.
    pub fn with_bottom(self, bottom: f64) -> Self {
        self.with_bottoms([bottom])
    }

    /// Sets the colour of all sets of data.
    ///
    /// # Errors
    /// [`Error::UnknownColor`], or [`Error::Setting`] for numbers beyond 0 … 1.
    pub fn with_color(self, color: impl IntoColor) -> Result<Self> {
        self.with_colors([color])
    }
}

/// Whether the bars of a histogram are cumulative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Cumulative {
    /// Each for its own bin (`False`).
    #[default]
    No,
    /// For its own and all lower bins (`True`).
    Rising,
    /// For its own and all higher bins (`-1`).
    Falling,
}

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
    /// [`Error::Setting`] for infinite values.
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
    /// [`Error::Setting`] for invalid bins, for weights that are not finite and for an `rwidth` beyond 0 … 1; [`Error::Lengths`] for a wrong number of weights, colours or
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
    /// As [`hist_with`](Self::hist_with); and [`Error::Setting`] without any data set.
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

impl HistOptions {
    /// The heights of each set of data, and the edges of the bins.
    fn tops<S: Series>(&self, sets: &[S]) -> Result<(Vec<Vec<f64>>, Vec<f64>)> {
        let sets: Vec<Vec<f64>> = sets.iter().map(Field::values).collect();
        self.check(sets.len())?;
        let bins = if sets.len() > 1 {
            Bins::Edges(bin_edges(&sets.concat(), &self.bins, self.range)?)
        } else {
            self.bins.clone()
        };
        let mut tops = Vec::with_capacity(sets.len());
        let mut edges = Vec::new();
        for (i, values) in sets.iter().enumerate() {
            let weights = self.weights.as_ref().map(|weights| &weights[i][..]);
            let (mut top, found) = counted(values, weights, &bins, self.range)?;
            edges = found;
            if self.density && !self.stacked {
                normalise(&mut top, &edges);
            }
            tops.push(top);
        }
        if self.stacked {
            stack(&mut tops, &edges, self.density);
        }
        for top in &mut tops {
            self.cumulate(top, &edges);
        }
        let bins = edges.len() - 1;
        if self.bottom.len() > 1 {
            as_many((self.bottom.len(), "bottoms"), (bins, "bins"))?;
        }
        Ok((tops, edges))
    }

    fn check(&self, sets: usize) -> Result<()> {
        let refused = |name, value: String, expected| {
            Err(Error::Setting {
                name,
                value,
                expected,
            })
        };
        self.check_options()?;
        for weights in self.weights.iter().flatten() {
            all::<Angle>("weights", weights)?;
        }
        match &self.weights {
            _ if sets == 0 => refused("a histogram", "that of nothing".into(), "a set of data"),
            Some(weights) if weights.len() != sets => {
                as_many((weights.len(), "sets of weights"), (sets, "sets of data"))
            }
            Some(_) if matches!(self.bins, Bins::Rule(_)) => refused(
                "bins",
                format!("{:?} for weighted data", self.bins),
                "a number of bins or their edges",
            ),
            _ => Ok(()),
        }
    }

    fn cumulate(&self, top: &mut [f64], edges: &[f64]) {
        if self.cumulative == Cumulative::No {
            return;
        }
        if self.density {
            let bins = edges.windows(2).map(|edge| edge[1] - edge[0]);
            top.iter_mut().zip(bins).for_each(|(top, bin)| *top *= bin);
        }
        let mut sum = 0.0;
        let mut add = |top: &mut f64| {
            sum += *top;
            *top = sum;
        };
        match self.cumulative {
            Cumulative::Falling => top.iter_mut().rev().for_each(&mut add),
            _ => top.iter_mut().for_each(&mut add),
        }
    }

    fn bottoms(&self, bins: usize) -> Vec<f64> {
        match self.bottom.len() {
            0 => vec![0.0; bins],
            n => (0..bins).map(|i| self.bottom[i % n]).collect(),
        }
    }
}

/// Makes the area of the bars 1.
fn normalise(top: &mut [f64], edges: &[f64]) {
    let sum: f64 = top.iter().sum();
    for (top, edge) in top.iter_mut().zip(edges.windows(2)) {
        *top = *top / (edge[1] - edge[0]) / sum;
    }
}

/// Stacks each on those before.
fn stack(tops: &mut [Vec<f64>], edges: &[f64], density: bool) {
    for i in 1..tops.len() {
        let (below, above) = tops.split_at_mut(i);
        for (top, below) in above[0].iter_mut().zip(&below[i - 1]) {
            *top += below;
        }
    }
    let sum: f64 = tops.last().map_or(0.0, |top| top.iter().sum());
    for top in tops.iter_mut().filter(|_| density) {
        for (top, edge) in top.iter_mut().zip(edges.windows(2)) {
            *top = *top / (edge[1] - edge[0]) / sum;
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
