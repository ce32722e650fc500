//! Violin plots: `violinplot`.

mod kde;
mod options;

pub use kde::BwMethod;
pub use options::{ViolinOptions, ViolinSide};

use crate::artists::{
    CapStyle, FillBetweenOptions, FillBetweenPolyCollection, LineCollection, Orientation,
};
use crate::axes::Axes;
use crate::color::ColorSpec;
use crate::error::Result;
use crate::handle::Handle;
use crate::histogram::{linspace, percentile};
use crate::series::{Field, Series, as_many};

/// The artists of [`Axes::violinplot`].
///
/// ```
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let violins = fig[ax].violinplot(&[[1.0, 2.0, 2.5, 4.0], [2.0, 2.1, 3.0, 5.0]])?;
/// for body in &violins.bodies {
///     fig[*body].set_facecolor("orange")?;
/// }
/// // From frame to frame:
/// violins.set_data(&mut fig[ax], &[[1.5, 2.0, 2.5, 3.0], [1.0, 2.1, 3.0, 4.0]])?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct ViolinContainer {
    /// The areas.
    pub bodies: Vec<Handle<FillBetweenPolyCollection>>,
    /// The lines at the means, if they are shown.
    pub cmeans: Option<Handle<LineCollection>>,
    /// The lines at the greatest values, if they are shown.
    pub cmaxes: Option<Handle<LineCollection>>,
    /// The lines at the least values, if they are shown.
    pub cmins: Option<Handle<LineCollection>>,
    /// The lines between the least and the greatest values, if they are shown.
    pub cbars: Option<Handle<LineCollection>>,
    /// The lines at the medians, if they are shown.
    pub cmedians: Option<Handle<LineCollection>>,
    /// The lines at the quantiles, if there are any.
    pub cquantiles: Option<Handle<LineCollection>>,
    places: Vec<(f64, f64)>,
    options: ViolinOptions,
}

type Segments = Vec<[(f64, f64); 2]>;

/// A body: the coordinates along the values, and those of its two sides.
type Body = [Vec<f64>; 3];

/// What violins look like.
struct Drawn {
    bodies: Vec<Body>,
    means: Segments,
    maxes: Segments,
    mins: Segments,
    bars: Segments,
    medians: Segments,
    quantiles: Segments,
}

impl Drawn {
    fn new(data: &[Vec<f64>], places: &[(f64, f64)], options: &ViolinOptions) -> Self {
        let mut drawn = Self {
            bodies: Vec::new(),
            means: Vec::new(),
            maxes: Vec::new(),
            mins: Vec::new(),
            bars: Vec::new(),
            medians: Vec::new(),
            quantiles: Vec::new(),
        };
        for (i, (values, place)) in data.iter().zip(places).enumerate() {
            let shares = options.quantiles.get(i).map_or(&[][..], Vec::as_slice);
            drawn.push(values, *place, shares, options);
        }
        drawn
    }

    fn push(
        &mut self,
        values: &[f64],
        (at, width): (f64, f64),
        shares: &[f64],
        options: &ViolinOptions,
    ) {
        let mut sorted: Vec<f64> = values.iter().copied().filter(|v| v.is_finite()).collect();
        let mean = sorted.iter().sum::<f64>() / sorted.len() as f64;
        let (low, high) = options.side.shown();
        let reach = |shown: bool, by: f64| if shown { by } else { 0.0 };
        let ends = (
            at - reach(low, 0.25 * width),
            at + reach(high, 0.25 * width),
        );
        let turned = |place: f64, value: f64| options.orientation.xy(place, value);
        let line = |value: f64| [turned(ends.0, value), turned(ends.1, value)];
        self.bodies.push(body(&sorted, (at, width), options));
        sorted.sort_by(f64::total_cmp);
        let [least, median, greatest] = [0.0, 0.5, 1.0].map(|share| percentile(&sorted, share));
        self.means.push(line(mean));
        self.maxes.push(line(greatest));
        self.mins.push(line(least));
        self.medians.push(line(median));
        self.bars.push([turned(at, least), turned(at, greatest)]);
        let quantiles = shares.iter().map(|share| line(percentile(&sorted, *share)));
        self.quantiles.extend(quantiles);
    }
}

/// The density of finite values along themselves, on the sides that are drawn.
fn body(values: &[f64], (at, width): (f64, f64), options: &ViolinOptions) -> Body {
    if values.is_empty() {
        return [Vec::new(), vec![at], vec![at]];
    }
    let least = values.iter().copied().fold(f64::INFINITY, f64::min);
    let greatest = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let points = match options.points {
        1 => vec![least],
        count => linspace(least, greatest, count - 1),
    };
    let density = options.bw_method.density(values, &points);
    let most = density.iter().copied().fold(0.0, f64::max);
    let side = |shown: bool, sign: f64| match shown {
        true => density
            .iter()
            .map(|d| at + sign * (0.5 * width * d / most))
            .collect(),
        false => vec![at],
    };
    let (low, high) = options.side.shown();
    let sides = (side(low, -1.0), side(high, 1.0));
    [points, sides.0, sides.1]
}

impl ViolinContainer {
    /// Replaces the data of all violins. The axes' limits are not changed.
    ///
    /// # Errors
    /// [`Error::Lengths`](crate::Error::Lengths) for another number of violins; nothing is changed then.
    ///
    /// # Panics
    /// If one of the artists is not in these axes, or was removed.
    #[track_caller]
    pub fn set_data<S: Series>(&self, ax: &mut Axes, data: &[S]) -> Result<()> {
        as_many((data.len(), "sets of data"), (self.places.len(), "violins"))?;
        let data: Vec<Vec<f64>> = data.iter().map(Field::values).collect();
        let drawn = Drawn::new(&data, &self.places, &self.options);
        for (body, [along, low, high]) in self.bodies.iter().zip(&drawn.bodies) {
            ax.part_mut(*body).set_data(along, low, high)?;
        }
        for (lines, segments) in [
            (self.cmeans, drawn.means),
            (self.cmaxes, drawn.maxes),
            (self.cmins, drawn.mins),
            (self.cbars, drawn.bars),
            (self.cmedians, drawn.medians),
            (self.cquantiles, drawn.quantiles),
        ] {
            if let Some(lines) = lines {
                ax.part_mut(lines).set_segments(segments);
            }
        }
        Ok(())
    }
}

impl Axes {
    /// Draws the estimated density of each set of data as an area on both sides of x = 1, 2, …, with lines at its least
    /// and greatest value. Values that are not finite are left out.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let violins = fig[ax].violinplot(&[[1.0, 2.0, 2.5, 4.0], [2.0, 2.1, 3.0, 5.0]])?;
    /// // From frame to frame:
    /// violins.set_data(&mut fig[ax], &[[1.5, 2.0, 2.5, 3.0], [1.0, 2.1, 3.0, 4.0]])?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`violinplot_with`](Self::violinplot_with).
    pub fn violinplot<S: Series>(&mut self, data: &[S]) -> Result<ViolinContainer> {
        self.violinplot_with(data, &ViolinOptions::default())
    }

    /// Draws violins as [`violinplot`](Self::violinplot) does, with options.
    ///
    /// # Errors
    /// [`Error::Lengths`](crate::Error::Lengths) for positions, widths or lists of quantiles that are not as many as the
    /// sets of data; [`Error::Setting`](crate::Error::Setting) for numbers out of range.
    pub fn violinplot_with<S: Series>(
        &mut self,
        data: &[S],
        options: &ViolinOptions,
    ) -> Result<ViolinContainer> {
        let places = options.places(data.len())?;
        let data: Vec<Vec<f64>> = data.iter().map(Field::values).collect();
        let drawn = Drawn::new(&data, &places, options);
        let own = options.facecolor.is_empty() || options.linecolor.is_empty();
        let next = if own { Some(self.next_color()) } else { None };
        let colors = |given: &[ColorSpec]| match (given, next) {
            ([], next) => vec![next.unwrap_or(ColorSpec::C0)],
            (given, _) => given.to_vec(),
        };
        let (faces, edges) = (colors(&options.facecolor), colors(&options.linecolor));
        let mut bodies = Vec::with_capacity(drawn.bodies.len());
        for (i, [along, low, high]) in drawn.bodies.iter().enumerate() {
            let upright = options.orientation == Orientation::Vertical;
            let face = faces[i % faces.len()];
            let lines = [&along[..], low, high];
            let usual = FillBetweenOptions::default();
            let mut body = FillBetweenPolyCollection::new(upright, lines, &usual, face)?;
            if options.facecolor.is_empty() {
                body.set_alpha(ALPHA)?;
            }
            bodies.push(self.add_artist(body));
        }
        let mut lines = |shown: bool, segments: Segments| -> Result<_> {
            if !shown {
                return Ok(None);
            }
            let mut lines = LineCollection::new(segments);
            lines.set_colors(edges.iter().copied())?;
            if options.side != ViolinSide::Both {
                lines.set_capstyle(CapStyle::Projecting)?;
            }
            Ok(Some(self.add_artist(lines)))
        };
        Ok(ViolinContainer {
            bodies,
            cmeans: lines(options.showmeans, drawn.means)?,
            cmaxes: lines(options.showextrema, drawn.maxes)?,
            cmins: lines(options.showextrema, drawn.mins)?,
            cbars: lines(options.showextrema, drawn.bars)?,
            cmedians: lines(options.showmedians, drawn.medians)?,
            cquantiles: lines(!drawn.quantiles.is_empty(), drawn.quantiles)?,
            places,
            options: options.clone(),
        })
    }
}

/// The opacity of bodies without a colour of their own.
const ALPHA: f64 = 0.3;
