//! The order of drawing: what changes comes last, where that makes no difference.
//!
//! A figure draws its axes one after the other, and what is kept lies below the lowest change. Parts that share no
//! pixel may be drawn in any order, so those that change are drawn after the others, and all of these stay.

use std::ops::Range;

use crate::canvas::{Canvas, Ink};
use crate::redraw::{FrameKey, LayerId, LayerKey};

/// For so many frames a part that changed is expected to change again.
const HOT: u32 = 8;

/// What a figure draws in one go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Background,
    Axes(usize),
    Own(usize),
}

impl LayerId {
    pub(super) fn part(self) -> Part {
        match (self.axes(), self) {
            (Some(axes), _) => Part::Axes(axes),
            (None, Self::Own(place)) => Part::Own(place),
            (None, _) => Part::Background,
        }
    }
}

/// Where the ink of parts lies, as far as it was drawn.
pub(super) type Inks = Vec<(Part, Ink)>;

/// What is known of the parts of a figure.
#[derive(Debug, Default)]
pub(super) struct Order {
    /// In the order in which they lie over each other.
    parts: Vec<Part>,
    /// For how many more frames parts are expected to change.
    hot: Vec<(Part, u32)>,
    inks: Inks,
    /// Parts of which the second lies over the first, so that it is drawn again when that one is.
    ties: Vec<(Part, Part)>,
    /// Whether any ink is where none was before.
    has_spread: bool,
    /// Marks of what was drawn before a part.
    marks: Vec<u8>,
}

impl Order {
    /// Learns from what has changed since the last frame.
    pub(super) fn look(&mut self, frame: &FrameKey, last: Option<&FrameKey>) {
        let runs = runs(&frame.layers);
        self.parts = runs.iter().map(|(part, _)| *part).collect();
        let last = last.filter(|last| last.is_of_same_figure(frame));
        let Some(last) = last.filter(|_| self.is_needed()) else {
            *self = Self {
                parts: std::mem::take(&mut self.parts),
                marks: std::mem::take(&mut self.marks),
                ..Self::default()
            };
            return;
        };
        let before = self::runs(&last.layers);
        for (_, left) in &mut self.hot {
            *left -= 1;
        }
        for (part, run) in runs {
            let old = before.iter().find(|(other, _)| *other == part);
            let is_same = old.is_some_and(|(_, old)| {
                frame.has_same_layers(&frame.layers[run], last, &last.layers[old.clone()])
            });
            if !is_same {
                self.hot.retain(|(other, _)| *other != part);
                self.hot.push((part, HOT));
            }
        }
        self.hot.retain(|(_, left)| *left > 0);
    }

    /// Whether parts can be drawn in another order.
    pub(super) fn is_needed(&self) -> bool {
        let axes = self.parts.iter();
        axes.filter(|part| matches!(part, Part::Axes(_))).count() > 1
    }

    /// By which parts are sorted.
    pub(super) fn rank(&self, part: Part) -> (bool, usize) {
        let place = self.parts.iter().position(|other| *other == part);
        (self.is_late(part), place.map_or(0, |place| place + 1))
    }

    /// Whether a part is drawn after those that stay: it changes, or lies over one that does.
    fn is_late(&self, part: Part) -> bool {
        let is_hot = |part: Part| self.hot.iter().any(|(hot, _)| *hot == part);
        let mut late = vec![part];
        let mut next = 0;
        while let Some(part) = late.get(next).copied() {
            if is_hot(part) {
                return true;
            }
            for (below, _) in self.ties.iter().filter(|(_, above)| *above == part) {
                if !late.contains(below) {
                    late.push(*below);
                }
            }
            next += 1;
        }
        false
    }

    /// Begins to note where a part's ink is; what there was of it is forgotten if it is drawn from its start.
    pub(super) fn begin(&mut self, part: Part, from_start: bool, canvas: &mut Canvas) {
        canvas.raster_mut().begin_ink(&mut self.marks);
        let ink = self.ink_mut(part);
        if from_start {
            ink.clear();
        }
    }

    /// Ends what `begin` began.
    pub(super) fn end(&mut self, part: Part, canvas: &mut Canvas) {
        let mut marks = std::mem::take(&mut self.marks);
        let has_spread = canvas.raster_mut().end_ink(&mut marks, self.ink_mut(part));
        self.marks = marks;
        self.has_spread |= has_spread;
    }

    fn ink_mut(&mut self, part: Part) -> &mut Ink {
        let place = self.inks.iter().position(|(other, _)| *other == part);
        let place = place.unwrap_or_else(|| {
            self.inks.push((part, Ink::default()));
            self.inks.len() - 1
        });
        &mut self.inks[place].1
    }

    /// Whether the last frame is wrong, as a part that was drawn late lies below one that was not; the next order ties
    /// the two.
    pub(super) fn was_wrong(&mut self) -> bool {
        if !std::mem::take(&mut self.has_spread) {
            return false;
        }
        let ink = |part: Part| self.inks.iter().find(|(other, _)| *other == part);
        let late: Vec<bool> = self.parts.iter().map(|part| self.is_late(*part)).collect();
        let mut ties = Vec::new();
        for (place, below) in self.parts.iter().enumerate().filter(|(i, _)| late[*i]) {
            for (_, above) in self
                .parts
                .iter()
                .enumerate()
                .skip(place)
                .filter(|(i, _)| !late[*i])
            {
                let meet = ink(*below).zip(ink(*above));
                if meet.is_none_or(|((_, a), (_, b))| a.meets(b)) {
                    ties.push((*below, *above));
                }
            }
        }
        self.ties.extend(&ties);
        !ties.is_empty()
    }

    /// The inks so far.
    pub(super) fn inks(&self) -> Inks {
        match self.is_needed() {
            true => self.inks.clone(),
            false => Inks::new(),
        }
    }

    /// Takes over the ink of what another thread drew.
    pub(super) fn adopt(&mut self, inks: &Inks) {
        for (part, ink) in inks {
            self.ink_mut(*part).add(ink);
        }
        self.has_spread |= !inks.is_empty();
    }
}

/// The parts of a frame, each with where its layers are.
fn runs(layers: &[LayerKey]) -> Vec<(Part, Range<usize>)> {
    let mut runs: Vec<(Part, Range<usize>)> = Vec::new();
    for (place, layer) in layers.iter().enumerate() {
        let part = layer.id.part();
        match runs.last_mut() {
            Some((last, run)) if *last == part => run.end = place + 1,
            _ if part == Part::Background => (),
            _ => runs.push((part, place..place + 1)),
        }
    }
    runs
}
