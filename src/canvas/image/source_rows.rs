//! The source rows that a resampler has at hand.

use crate::canvas::image::taps::{AxisTaps, reflect};
use crate::frame_size::FrameSize;

/// The source rows within reach of a filter, whose columns are laid out as it asks for them.
#[derive(Debug)]
pub(super) struct SourceRows<S> {
    source: FrameSize,
    /// Columns from the first to the one after the last; both may be outside.
    columns: (i64, i64),
    /// Row y of the source is in slot y % len.
    slots: Vec<Slot<S>>,
    loaded: Vec<S>,
}

#[derive(Debug)]
struct Slot<S> {
    y: Option<usize>,
    samples: Vec<S>,
}

impl<S: Copy + Default> SourceRows<S> {
    /// For a filter with these taps down and columns.
    pub(super) fn new(source: FrameSize, rows: &AxisTaps, columns: (i64, i64)) -> Self {
        let empty = || Slot {
            y: None,
            samples: Vec::new(),
        };
        Self {
            source,
            columns,
            slots: std::iter::repeat_with(empty).take(rows.reach()).collect(),
            loaded: Vec::new(),
        }
    }

    /// Forgets all rows, for another source of this size.
    pub(super) fn forget(&mut self) {
        for slot in &mut self.slots {
            slot.y = None;
        }
    }

    /// The rows that row `y` of the target needs, with their weights; `load` writes a row of the source.
    pub(super) fn of<'s>(
        &'s mut self,
        rows: &'s AxisTaps,
        y: usize,
        load: &mut impl FnMut(usize, &mut [S]),
    ) -> impl Iterator<Item = (&'s [S], i32)> {
        let height = self.source.height;
        for (from, _) in rows.taps(y) {
            self.fill(reflect(from, height), load);
        }
        let slots = &self.slots;
        rows.taps(y).map(move |(from, weight)| {
            let slot = &slots[reflect(from, height) % slots.len()];
            (slot.samples.as_slice(), weight)
        })
    }

    /// Loads a row unless it is there.
    fn fill(&mut self, y: usize, load: &mut impl FnMut(usize, &mut [S])) {
        let len = self.slots.len();
        let slot = &mut self.slots[y % len];
        if slot.y == Some(y) {
            return;
        }
        slot.y = Some(y);
        let width = self.source.width;
        self.loaded.resize(width as usize, S::default());
        load(y, &mut self.loaded);
        let (low, high) = self.columns;
        let inside = low.max(0)..high.min(i64::from(width));
        let mirrored = |x: i64| self.loaded[reflect(x, width)];
        slot.samples.clear();
        if inside.is_empty() {
            return slot.samples.extend((low..high).map(mirrored));
        }
        let there = inside.start as usize..inside.end as usize;
        slot.samples.extend((low..inside.start).map(mirrored));
        slot.samples.extend_from_slice(&self.loaded[there]);
        slot.samples.extend((inside.end..high).map(mirrored));
    }
}
