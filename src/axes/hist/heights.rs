//! The heights of a histogram's bars.

use crate::axes::hist::{Cumulative, HistOptions};
use crate::error::{Error, Result};
use crate::histogram::{Bins, bin_edges, counted};
use crate::properties::Angle;
use crate::properties::options::all;
use crate::series::{Field, Series, as_many};

impl HistOptions {
    /// The heights of each set of data, and the edges of the bins.
    pub(super) fn tops<S: Series>(&self, sets: &[S]) -> Result<(Vec<Vec<f64>>, Vec<f64>)> {
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

    pub(super) fn bottoms(&self, bins: usize) -> Vec<f64> {
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
