//! Many shapes in one artist: `scatter`, `fill_between`, `stackplot`, `vlines`, …

use crate::artists::{
    DrawStyle, FillBetweenOptions, FillBetweenPolyCollection, Line2D, LineCollection,
    PathCollection, PolyCollection,
};
use crate::axes::Axes;
use crate::color::{Color, ColorSpec};
use crate::data_limits::StickyEdges;
use crate::error::Result;
use crate::handle::Handle;
use crate::properties::names;
use crate::series::{Field, Series, as_long, as_many};
use crate::units::AxisData;

/// The colour of scatter plots in matplotlib 1.
const CLASSIC_BLUE: Color = Color::rgb(0, 0, 255);
/// The least margins of axes with scatter plots in matplotlib 1.
const CLASSIC_MARGIN: f64 = 0.05;

impl Axes {
    /// Draws a marker at each of the points (x, y), in the next colour of the cycle for areas.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let points = fig[ax].scatter(&[1, 2, 3], &[1, 4, 9])?;
    /// fig[points].set_sizes(&[20.0, 50.0, 90.0])?;
    /// // From frame to frame:
    /// fig[points].set_offsets(&[1.5, 2.5, 3.5], &[2.0, 5.0, 8.0])?;
    /// fig[points].set_facecolors(["C0", "C1", "C2"])?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::LineData`](crate::Error::LineData) unless x and y have the same length.
    pub fn scatter(
        &mut self,
        x: &(impl AxisData + ?Sized),
        y: &(impl AxisData + ?Sized),
    ) -> Result<Handle<PathCollection>> {
        let (x, y) = self.convert_units(x, y)?;
        let color = match self.style.classic_mode {
            true => ColorSpec::Rgba(CLASSIC_BLUE),
            false => self.next_patch_color(),
        };
        let points = PathCollection::new(&x, &y, color)?;
        self.add_points(points)
    }

    /// Draws a marker at each of the points (x, y), coloured by the values c (`scatter(x, y, c=c)`).
    ///
    /// The colour cycle does not advance, and points whose value is not finite are ignored by autoscaling.
    ///
    /// ```
    /// use plotreel::{Colormap, Figure, Norm};
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let points = fig[ax].scatter_c(&[1, 2, 3], &[1, 4, 9], &[0.1, 1.0, 10.0])?;
    /// fig[points].set_norm(Norm::log());
    /// fig[points].set_cmap(Colormap::named("magma")?);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::LineData`](crate::Error::LineData) unless x and y have the same length,
    /// [`Error::Lengths`](crate::Error::Lengths) unless c has it, too.
    pub fn scatter_c(
        &mut self,
        x: &(impl AxisData + ?Sized),
        y: &(impl AxisData + ?Sized),
        c: &(impl Series + ?Sized),
    ) -> Result<Handle<PathCollection>> {
        let (mut xs, y) = self.convert_units(x, y)?;
        as_many((c.len(), "values c"), (xs.len(), "points"))?;
        let color = ColorSpec::C0;
        let values = c.values();
        for (x, value) in xs.iter_mut().zip(&values) {
            if !value.is_finite() {
                *x = f64::NAN;
            }
        }
        let mut points = PathCollection::new(&xs, &y, color)?;
        points.set_array(&values);
        self.add_points(points)
    }

    /// Adds the markers of a scatter plot, as the style has them.
    fn add_points(&mut self, mut points: PathCollection) -> Result<Handle<PathCollection>> {
        points.set_marker(self.style.scatter_marker.clone())?;
        if self.style.classic_mode {
            points.be_classic()?;
            // Room for the markers.
            let margins = [&self.xaxis, &self.yaxis].map(|axis| axis.margin.max(CLASSIC_MARGIN));
            self.margins(margins[0], margins[1])?;
        }
        Ok(self.add_artist(points))
    }

    /// Draws the polygon through the points (x, y), filled with the next colour of the cycle for areas.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let area = fig[ax].fill(&[0, 2, 1], &[0, 0, 2])?;
    /// // From frame to frame:
    /// fig[area].set_verts([[(0.0, 0.0), (2.0, 0.5), (1.0, 2.5)]]);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::LineData`](crate::Error::LineData) unless x and y have the same length.
    pub fn fill(
        &mut self,
        x: &(impl AxisData + ?Sized),
        y: &(impl AxisData + ?Sized),
    ) -> Result<Handle<PolyCollection>> {
        let (x, y) = self.convert_units(x, y)?;
        as_long(x.len(), y.len())?;
        let vertices = x.into_iter().zip(y).collect();
        let color = self.next_patch_color();
        Ok(self.add_artist(PolyCollection::of_patches(vec![vertices], color)))
    }

    /// Fills the area between the lines (x, y1) and (x, y2) with the next colour of the cycle for areas; one number
    /// is a line at that height: `fill_between(&x, &y, &[0.0])`.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let (x, mean) = ([0.0, 1.0, 2.0], [1.0, 3.0, 2.0]);
    /// let band = fig[ax].fill_between(&x, &mean.map(|y| y - 0.5), &mean.map(|y| y + 0.5))?;
    /// fig[band].set_alpha(0.3)?;
    /// // From frame to frame:
    /// fig[band].set_data(&x, &mean.map(|y| y - 0.2), &mean.map(|y| y + 0.2))?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Lengths`](crate::Error::Lengths) for lines of different lengths.
    pub fn fill_between(
        &mut self,
        x: &(impl AxisData + ?Sized),
        y1: &(impl AxisData + ?Sized),
        y2: &(impl AxisData + ?Sized),
    ) -> Result<Handle<FillBetweenPolyCollection>> {
        self.fill_between_with(x, y1, y2, &FillBetweenOptions::default())
    }

    /// Fills the area between two lines as [`fill_between`](Self::fill_between) does, with options.
    ///
    /// # Errors
    /// [`Error::Lengths`](crate::Error::Lengths) for lines, or a mask, of different lengths.
    pub fn fill_between_with(
        &mut self,
        x: &(impl AxisData + ?Sized),
        y1: &(impl AxisData + ?Sized),
        y2: &(impl AxisData + ?Sized),
        options: &FillBetweenOptions,
    ) -> Result<Handle<FillBetweenPolyCollection>> {
        let (x, y1) = self.convert_units(x, y1)?;
        let lines = [x, y1, self.yaxis.convert_units(y2)?];
        let color = self.next_patch_color();
        self.add_between(false, lines, options, color)
    }

    /// Fills the area between the lines (x1, y) and (x2, y).
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let y = [0.0, 1.0, 2.0];
    /// let band = fig[ax].fill_betweenx(&y, &[0.0], &[1.0, 3.0, 2.0])?;
    /// // From frame to frame:
    /// fig[band].set_data(&y, &[0.0], &[2.0, 1.0, 3.0])?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`fill_between`](Self::fill_between).
    pub fn fill_betweenx(
        &mut self,
        y: &(impl AxisData + ?Sized),
        x1: &(impl AxisData + ?Sized),
        x2: &(impl AxisData + ?Sized),
    ) -> Result<Handle<FillBetweenPolyCollection>> {
        self.fill_betweenx_with(y, x1, x2, &FillBetweenOptions::default())
    }

    /// Fills the area between two lines as [`fill_betweenx`](Self::fill_betweenx) does, with options.
    ///
    /// # Errors
    /// As [`fill_between_with`](Self::fill_between_with).
    pub fn fill_betweenx_with(
        &mut self,
        y: &(impl AxisData + ?Sized),
        x1: &(impl AxisData + ?Sized),
        x2: &(impl AxisData + ?Sized),
        options: &FillBetweenOptions,
    ) -> Result<Handle<FillBetweenPolyCollection>> {
        let (x1, y) = self.convert_units(x1, y)?;
        let lines = [y, x1, self.xaxis.convert_units(x2)?];
        let color = self.next_patch_color();
        self.add_between(true, lines, options, color)
    }

    fn add_between(
        &mut self,
        upright: bool,
        lines: [Vec<f64>; 3],
        options: &FillBetweenOptions,
        color: ColorSpec,
    ) -> Result<Handle<FillBetweenPolyCollection>> {
        let [t, f1, f2] = &lines;
        let area = FillBetweenPolyCollection::new(upright, [t, f1, f2], options, color)?;
        Ok(self.add_artist(area))
    }

    /// Stacks layers, each with thickness y over the common x; they take the next colours of the cycle for lines.
    ///
    /// In a film, [`Baseline::stack`] computes the lines for `set_data` of the layers.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::axes::Baseline;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let x = [0, 1, 2];
    /// let layers = fig[ax].stackplot(&x, &[[1.0, 2.0, 3.0], [2.0, 1.0, 2.0]], Baseline::Zero)?;
    /// let lines = Baseline::Zero.stack(&[[1.0, 2.5, 3.0], [2.0, 1.0, 2.0]])?;
    /// for (layer, (lower, upper)) in layers.into_iter().zip(lines) {
    ///     fig[layer].set_data(&x, &lower, &upper)?;
    /// }
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Lengths`](crate::Error::Lengths) for layers whose number of points differs from that of x.
    pub fn stackplot<S: Series>(
        &mut self,
        x: &(impl AxisData + ?Sized),
        layers: &[S],
        baseline: Baseline,
    ) -> Result<Vec<Handle<FillBetweenPolyCollection>>> {
        let x = self.xaxis.convert_units(x)?;
        let lines = baseline.stack(layers)?;
        let mut handles = Vec::with_capacity(lines.len());
        for (i, (lower, upper)) in lines.iter().enumerate() {
            let color = self.next_color();
            let options = FillBetweenOptions::default();
            let mut area =
                FillBetweenPolyCollection::new(false, [&x, lower, upper], &options, color)?;
            if i == 0 {
                area.set_sticky(StickyEdges {
                    x: None,
                    y: Some((0.0, 0.0)),
                });
            }
            handles.push(self.add_artist(area));
        }
        Ok(handles)
    }

    /// Draws a step line, which changes y at the first of two points; see
    /// [`Line2D::set_drawstyle`] for `where="mid"` and `"post"`.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::artists::DrawStyle;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let line = fig[ax].step(&[0, 1, 2], &[3, 1, 2])?;
    /// fig[line].set_drawstyle(DrawStyle::StepsPost)?;
    /// // From frame to frame:
    /// fig[line].set_ydata(&[1, 2, 3])?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`plot`](Self::plot).
    pub fn step(
        &mut self,
        x: &(impl AxisData + ?Sized),
        y: &(impl AxisData + ?Sized),
    ) -> Result<Handle<Line2D>> {
        let handle = self.plot(x, y)?;
        if let Some(line) = self.artist_mut(handle) {
            line.set_drawstyle(DrawStyle::StepsPre)?;
        }
        Ok(handle)
    }

    /// Draws vertical lines at x, each from ymin to ymax: one number for all or one for each.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let events = fig[ax].vlines(&[0.5, 1.5], &[0.0], &[1.0, 2.0])?;
    /// fig[events].set_color("crimson")?;
    /// // From frame to frame:
    /// fig[events].set_segments([[(0.7, 0.0), (0.7, 1.5)]]);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Lengths`](crate::Error::Lengths) for incompatible lengths.
    pub fn vlines(
        &mut self,
        x: &(impl AxisData + ?Sized),
        ymin: &(impl AxisData + ?Sized),
        ymax: &(impl AxisData + ?Sized),
    ) -> Result<Handle<LineCollection>> {
        let (x, ymin) = self.convert_units(x, ymin)?;
        let ends = spread([x, ymin, self.yaxis.convert_units(ymax)?])?;
        let segments = ends.map(|[x, low, high]| vec![(x, low), (x, high)]);
        Ok(self.add_artist(LineCollection::new(segments)))
    }

    /// Draws horizontal lines at y, each from xmin to xmax: one number for all or one for each.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let levels = fig[ax].hlines(&[1.0, 2.0], &[0.0], &[5.0])?;
    /// // From frame to frame:
    /// fig[levels].set_segments([[(0.0, 1.5), (5.0, 1.5)]]);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`vlines`](Self::vlines).
    pub fn hlines(
        &mut self,
        y: &(impl AxisData + ?Sized),
        xmin: &(impl AxisData + ?Sized),
        xmax: &(impl AxisData + ?Sized),
    ) -> Result<Handle<LineCollection>> {
        let (xmin, y) = self.convert_units(xmin, y)?;
        let ends = spread([y, xmin, self.xaxis.convert_units(xmax)?])?;
        let segments = ends.map(|[y, low, high]| vec![(low, y), (high, y)]);
        Ok(self.add_artist(LineCollection::new(segments)))
    }
}

/// Where the lowest layer of a stack begins.
///
/// ```
/// use plotreel::axes::Baseline;
///
/// let lines = "sym".parse::<Baseline>()?.stack(&[[1.0], [3.0]])?;
/// assert_eq!(lines, [(vec![-2.0], vec![-1.0]), (vec![-1.0], vec![2.0])]);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Baseline {
    /// At 0.
    #[default]
    Zero,
    /// Symmetric about 0.
    Sym,
    /// Minimises the sum of the squared slopes.
    Wiggle,
    /// The same, weighted by the layers' thickness: a streamgraph.
    WeightedWiggle,
}

impl Baseline {
    /// The lower and the upper line of each layer.
    ///
    /// # Errors
    /// [`Error::Lengths`](crate::Error::Lengths) for layers of different lengths.
    pub fn stack<S: Series>(self, layers: &[S]) -> Result<Vec<(Vec<f64>, Vec<f64>)>> {
        let layers: Vec<Vec<f64>> = layers.iter().map(Field::values).collect();
        let len = layers.first().map_or(0, Vec::len);
        for layer in &layers {
            let first = (len, "values of the first");
            as_many((layer.len(), "values of a layer"), first)?;
        }
        let mut lower = self.first_line(&layers, len);
        let mut lines = Vec::with_capacity(layers.len());
        let first = lower.clone();
        let mut sum = vec![0.0; len];
        for layer in &layers {
            sum.iter_mut().zip(layer).for_each(|(sum, y)| *sum += y);
            let upper: Vec<f64> = sum.iter().zip(&first).map(|(s, f)| s + f).collect();
            lines.push((lower, upper.clone()));
            lower = upper;
        }
        Ok(lines)
    }

    fn first_line(self, layers: &[Vec<f64>], len: usize) -> Vec<f64> {
        let m = layers.len() as f64;
        let total = |i: usize| layers.iter().map(|layer| layer[i]).sum::<f64>();
        match self {
            Self::Zero => vec![0.0; len],
            Self::Sym => (0..len).map(|i| -0.5 * total(i)).collect(),
            Self::Wiggle => {
                let weighted = |i: usize| {
                    let layers = layers.iter().enumerate();
                    layers
                        .map(|(j, layer)| layer[i] * (m - 0.5 - j as f64))
                        .sum::<f64>()
                };
                (0..len).map(|i| weighted(i) / -m).collect()
            }
            Self::WeightedWiggle => weighted_wiggle(layers, len),
        }
    }
}

/// After Byron and Wattenberg, "Stacked Graphs – Geometry & Aesthetics".
fn weighted_wiggle(layers: &[Vec<f64>], len: usize) -> Vec<f64> {
    let mut center = 0.0;
    let line = |i: usize| {
        let total: f64 = layers.iter().map(|layer| layer[i]).sum();
        let inverse = if total > 0.0 { 1.0 / total } else { 0.0 };
        let mut below = 0.0;
        for layer in layers {
            below += layer[i];
            let increase = if i == 0 {
                layer[0]
            } else {
                layer[i] - layer[i - 1]
            };
            let up = match i {
                0 => 0.5,
                _ => (total - below + 0.5 * layer[i]) * inverse,
            };
            center += (up - 0.5) * increase;
        }
        center - 0.5 * total
    };
    (0..len).map(line).collect()
}

names! {
    Baseline, "baseline", "zero, sym, wiggle or weighted_wiggle";
    Zero: "zero",
    Sym: "sym",
    Wiggle: "wiggle",
    WeightedWiggle: "weighted_wiggle",
}

/// The numbers in rows, where a single one is repeated; rows with one that is not finite are omitted.
fn spread(columns: [Vec<f64>; 3]) -> Result<impl Iterator<Item = [f64; 3]>> {
    let len = columns.iter().map(Vec::len).find(|len| *len != 1);
    let len = len.unwrap_or(1);
    for column in columns.iter().filter(|column| column.len() != 1) {
        as_many((column.len(), "ends"), (len, "lines"))?;
    }
    let row = move |i: usize| [0, 1, 2].map(|c| columns[c][i % columns[c].len()]);
    Ok((0..len)
        .map(row)
        .filter(|row| row.iter().all(|v| v.is_finite())))
}
