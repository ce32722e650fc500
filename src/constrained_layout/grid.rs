//! The columns and rows of a grid with margins, and how they share a length.

use std::ops::Range;

/// A margin at the start of a cell or at its end, in fractions of the figure.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Margin {
    /// For what belongs to the axes themselves.
    pub(super) own: f64,
    /// Outside of that: for colorbars and padding.
    pub(super) outer: f64,
}

impl Margin {
    fn sum(self) -> f64 {
        self.own + self.outer
    }

    fn at_least(&mut self, other: Self) {
        self.own = self.own.max(other.own);
        self.outer = self.outer.max(other.outer);
    }
}

/// The columns of a grid, or its rows from the top.
#[derive(Debug, Clone)]
pub(super) struct Lanes {
    ratios: Vec<f64>,
    starts: Vec<Margin>,
    ends: Vec<Margin>,
    /// Start and end of each with its margins, and these, as they were last placed.
    placed: Vec<Lane>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Lane {
    from: f64,
    to: f64,
    start: Margin,
    end: Margin,
}

impl Lanes {
    pub(super) fn new(ratios: &[f64]) -> Self {
        let none = vec![Margin::default(); ratios.len()];
        Self {
            ratios: ratios.to_vec(),
            starts: none.clone(),
            ends: none,
            placed: vec![Lane::default(); ratios.len()],
        }
    }

    pub(super) fn count(&self) -> usize {
        self.ratios.len()
    }

    /// Sets all margins to 0.
    pub(super) fn reset(&mut self) {
        self.starts.fill(Margin::default());
        self.ends.fill(Margin::default());
    }

    /// Makes the margins around a span at least as large as these.
    pub(super) fn widen(&mut self, span: &Range<usize>, start: Margin, end: Margin) {
        self.starts[span.start].at_least(start);
        self.ends[span.end - 1].at_least(end);
    }

    /// The largest margins within a span, at starts and at ends.
    pub(super) fn submerged(&self, span: &Range<usize>) -> (f64, f64) {
        let most = |margins: &[Margin]| margins.iter().map(|m| m.sum()).fold(0.0, f64::max);
        (
            most(&self.starts[span.start + 1..span.end]),
            most(&self.ends[span.start..span.end - 1]),
        )
    }

    /// Makes the margins within a span at least as large as these.
    pub(super) fn submerge(&mut self, span: &Range<usize>, (start, end): (f64, f64)) {
        let widen = |margin: &mut Margin, to: f64| margin.own = margin.own.max(to - margin.outer);
        for margin in &mut self.starts[span.start + 1..span.end] {
            widen(margin, start);
        }
        for margin in &mut self.ends[span.start..span.end - 1] {
            widen(margin, end);
        }
    }

    /// Places them one after the other from a start to an end; `false` if margins leave nothing of a cell.
    pub(super) fn place(&mut self, from: f64, to: f64) -> bool {
        let margins = self.starts.iter().chain(&self.ends);
        let free = to - from - margins.map(|margin| margin.sum()).sum::<f64>();
        let unit = free / self.ratios.iter().sum::<f64>();
        let mut at = from;
        for (lane, placed) in self.placed.iter_mut().enumerate() {
            let (start, end) = (self.starts[lane], self.ends[lane]);
            let next = at + start.sum() + unit * self.ratios[lane] + end.sum();
            *placed = Lane {
                from: at,
                to: next,
                start,
                end,
            };
            at = next;
        }
        if let Some(last) = self.placed.last_mut() {
            last.to = to;
        }
        free > 0.0
    }

    /// Start and end of a span with its margins.
    pub(super) fn outer(&self, span: &Range<usize>) -> (f64, f64) {
        (self.placed[span.start].from, self.placed[span.end - 1].to)
    }

    /// Start and end of a span without its margins.
    pub(super) fn inner(&self, span: &Range<usize>) -> (f64, f64) {
        let (first, last) = (self.placed[span.start], self.placed[span.end - 1]);
        (first.from + first.start.sum(), last.to - last.end.sum())
    }

    /// The same with what belongs to the axes.
    pub(super) fn decorated(&self, span: &Range<usize>) -> (f64, f64) {
        let (first, last) = (self.placed[span.start], self.placed[span.end - 1]);
        (first.from + first.start.outer, last.to - last.end.outer)
    }
}
