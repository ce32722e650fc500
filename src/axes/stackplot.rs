//! Areas one above the other: `stackplot`.

use crate::artists::{FillBetweenOptions, FillBetweenPolyCollection};
use crate::axes::Axes;
use crate::data_limits::StickyEdges;
use crate::error::Result;
use crate::handle::Handle;
use crate::properties::names;
use crate::series::{Field, Series, as_many};
use crate::units::AxisData;

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

impl Axes {
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
                area.sticky = StickyEdges {
                    x: None,
                    y: Some((0.0, 0.0)),
                };
            }
            handles.push(self.add_artist(area));
        }
        Ok(handles)
    }
}
