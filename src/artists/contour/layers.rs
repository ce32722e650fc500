//! The levels of a contour set, and the areas between and beyond them.

use crate::artists::extend::Extend;

/// Beyond all values (`ContourSet._process_levels`).
const FAR: f64 = 1e250;

/// Which lines or areas there are: at levels, or between them and, if it is extended, beyond them.
#[derive(Debug, Clone)]
pub(super) struct Layers {
    /// They increase.
    pub(super) levels: Vec<f64>,
    pub(super) extend: Extend,
    pub(super) log: bool,
    pub(super) filled: bool,
}

impl Layers {
    /// The levels and, where values beyond them are filled, one beyond all values.
    pub(super) fn all_levels(&self) -> Vec<f64> {
        let filled = self.filled;
        let lowest = if self.log { 1.0 / FAR } else { -FAR };
        let mut levels = Vec::new();
        levels.extend((filled && self.extend.below()).then_some(lowest));
        levels.extend(&self.levels);
        levels.extend((filled && self.extend.above()).then_some(FAR));
        levels
    }

    /// The values that the colours are those of: levels, or middles between them.
    pub(super) fn values(&self) -> Vec<f64> {
        let levels = self.all_levels();
        if !self.filled {
            return levels;
        }
        let middle = |pair: &[f64]| match self.log {
            true => pair[0].sqrt() * pair[1].sqrt(),
            false => 0.5 * (pair[0] + pair[1]),
        };
        levels.windows(2).map(middle).collect()
    }

    /// The height of each line or area in space: its level, or the middle between its levels.
    pub(super) fn heights(&self) -> Vec<f64> {
        let levels = &self.levels;
        if !self.filled {
            return levels.clone();
        }
        let middle = |pair: &[f64]| 0.5 * (pair[0] + pair[1]);
        let mut heights: Vec<f64> = levels.windows(2).map(middle).collect();
        if let [first, second, ..] = levels[..]
            && self.extend.below()
        {
            heights.insert(0, first - 0.5 * (second - first));
        }
        if let [.., before, last] = levels[..]
            && self.extend.above()
        {
            heights.push(last + 0.5 * (last - before));
        }
        heights
    }
}
