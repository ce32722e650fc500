//! The order of drawing: what changes comes last, where that makes no difference.
//!
//! The kept pixels are those below the lowest change. Layers that share no pixel may be drawn in any order, so those
//! that change are drawn after the others, and all of these are kept.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use crate::canvas::{Canvas, InkBox};
use crate::marks::Marks;
use crate::redraw::{FrameKey, LayerId, LayerKey};

/// For so many frames a layer that changed is expected to change again.
const HOT: u32 = 8;
/// Layers drawn late are parted into so many groups, each with its own ink.
const GROUPS: usize = 8;
/// When more layers come or go at once, none takes the place of another.
const FEW: usize = 8;

/// What is known of the layers of a figure.
#[derive(Debug, Clone, Default)]
pub(super) struct Known {
    figure: u64,
    /// For how many more frames layers are expected to change.
    hot: HashMap<LayerId, u32>,
    /// Where the ink of layers is that were drawn each on their own.
    inks: HashMap<LayerId, InkBox>,
    /// For layers those below them that they share pixels with: they are drawn again when one of these is.
    ties: HashMap<LayerId, HashSet<LayerId>>,
}

impl Known {
    fn new(figure: u64) -> Self {
        Self {
            figure,
            ..Self::default()
        }
    }

    /// Ties to layers that are new what was tied to those of the same axes that have gone, in their place: where each
    /// frame has artists of its own, those of the next one have the same above them.
    fn succeed(&mut self, layers: &[LayerKey], before: &[LayerKey]) {
        let only_in = |these: &[LayerKey], those: &[LayerKey]| {
            let those: HashSet<LayerId> = those.iter().map(|layer| layer.id).collect();
            let ids = these.iter().map(|layer| layer.id);
            ids.filter(|id| !those.contains(id)).collect::<Vec<_>>()
        };
        let (new, gone) = (only_in(layers, before), only_in(before, layers));
        if new.len().max(gone.len()) > FEW {
            return;
        }
        for below in self.ties.values_mut() {
            let left: Vec<_> = gone.iter().filter(|gone| below.contains(gone)).collect();
            let is_heir = |new: &&LayerId| left.iter().any(|gone| gone.axes() == new.axes());
            let heirs: Vec<LayerId> = new.iter().filter(is_heir).copied().collect();
            if !heirs.is_empty() {
                // Else they would grow with the film.
                left.into_iter().for_each(|gone| _ = below.remove(gone));
                below.extend(heirs);
            }
        }
    }
}

/// Which layers are drawn after those that stay.
#[derive(Debug, Default, Clone)]
pub(super) struct Order {
    /// All layers as they lie over each other, in this frame and the last.
    layers: Vec<LayerKey>,
    before: Vec<LayerKey>,
    /// For each layer whether it is drawn late.
    late: Vec<bool>,
    /// How many are not.
    early: usize,
    /// Whether it is known where the others are.
    is_known: bool,
    known: Known,
    /// What other threads knew when they were asked last.
    others: Arc<Known>,
    /// The ink of each layer that was drawn late.
    late_inks: Vec<InkBox>,
    /// Marks of the layers drawn before a layer.
    marks: Marks,
}

impl Order {
    /// Learns from the changes since the last frame, and from other threads.
    pub(super) fn look(&mut self, frame: &FrameKey, last: Option<&FrameKey>, others: &Arc<Known>) {
        std::mem::swap(&mut self.layers, &mut self.before);
        self.layers.clone_from(&frame.layers);
        if let Some(last) = last.filter(|last| last.is_of_same_figure(frame)) {
            let is_other = self.learn(frame, last);
            if self.learn_from(others) || is_other {
                self.sort();
            }
            return;
        }
        self.known = match others.figure == frame.figure {
            true => Known::clone(others),
            false => Known::new(frame.figure),
        };
        self.sort();
    }

    /// Returns whether other layers are expected to change than before, or are there.
    fn learn(&mut self, frame: &FrameKey, last: &FrameKey) -> bool {
        let (changed, mut is_other) = changes(frame, last, &self.before);
        let known = &mut self.known;
        if is_other {
            known.succeed(&self.layers, &self.before);
        }
        let count = known.hot.len();
        known.hot.retain(|_, left| {
            *left -= 1;
            *left > 0
        });
        is_other |= known.hot.len() != count;
        if 2 * changed.len() > self.layers.len() {
            // There is nothing to gain.
            is_other |= !known.hot.is_empty();
            known.hot.clear();
        } else {
            for id in &changed {
                is_other |= known.hot.insert(*id, HOT).is_none();
            }
        }
        for id in changed {
            known.inks.remove(&id);
        }
        is_other || !self.is_known
    }

    /// Takes over what other threads have found since this one asked; returns whether there was something.
    fn learn_from(&mut self, others: &Arc<Known>) -> bool {
        if others.figure != self.known.figure || Arc::ptr_eq(others, &self.others) {
            return false;
        }
        self.others = others.clone();
        for (layer, below) in &others.ties {
            let own = self.known.ties.entry(*layer).or_default();
            own.extend(below);
        }
        true
    }

    /// Chooses which layers are drawn late: those that change, and those that lie over one of these.
    fn sort(&mut self) {
        let mut those = HashSet::new();
        let mut is_late = |layer: &LayerKey| {
            let below = self.known.ties.get(&layer.id);
            let is_tied = below.is_some_and(|below| !below.is_disjoint(&those));
            let is_late = is_tied || self.known.hot.contains_key(&layer.id);
            if is_late {
                those.insert(layer.id);
            }
            is_late
        };
        self.late.clear();
        self.late.extend(self.layers.iter().map(&mut is_late));
        let lowest = self.late.iter().position(|late| *late);
        let above = lowest.map_or(self.layers.len(), |lowest| lowest + 1);
        let mut stays = self.layers[above..].iter().zip(&self.late[above..]);
        // Where they are is found out first.
        self.is_known = stays.all(|(layer, late)| *late || self.known.inks.contains_key(&layer.id));
        if !self.is_known {
            self.late.fill(false);
        }
        self.early = self.late.iter().filter(|late| !**late).count();
    }

    /// Puts what belongs to layers in the order in which they are drawn.
    pub(super) fn arrange<T: Copy>(&self, things: &[T]) -> Vec<T> {
        let those = |late: bool| {
            let pairs = things.iter().zip(&self.late);
            pairs.filter(move |(_, is_late)| **is_late == late)
        };
        let all = those(false).chain(those(true));
        all.map(|(thing, _)| *thing).collect()
    }

    /// Whether it matters where ink is.
    pub(super) fn is_noted(&self) -> bool {
        !self.known.hot.is_empty()
    }

    /// How many layers are drawn before those that are late, if any is.
    pub(super) fn early(&self) -> Option<usize> {
        (self.early < self.late.len()).then_some(self.early)
    }

    /// Up to where layers are drawn whose ink is noted together: early ones each alone.
    pub(super) fn stop(&self, from: usize) -> usize {
        let late = self.late.len() - self.early;
        match from < self.early {
            true => from + 1,
            false => (from + late.div_ceil(GROUPS)).min(self.late.len()),
        }
    }

    /// Begins to note where ink is.
    pub(super) fn begin(&mut self, canvas: &mut Canvas) {
        canvas.raster_mut().begin_ink(&mut self.marks);
    }

    /// Ends what `begin` began: the ink is that of the layers drawn in these places, of which this is the first.
    pub(super) fn end(&mut self, layer: LayerId, places: Range<usize>, canvas: &mut Canvas) {
        let ink = canvas.raster_mut().end_ink(&self.marks);
        if places.start < self.early {
            self.known.inks.insert(layer, ink);
            return;
        }
        let late = places.start - self.early..places.end - self.early;
        self.late_inks
            .resize(self.late.len() - self.early, InkBox::default());
        self.late_inks[late].fill(ink);
    }

    /// Whether what was drawn is wrong, as something that was drawn late lies below something that was not; the two are
    /// tied from now on.
    pub(super) fn was_wrong(&mut self) -> bool {
        let mut inks = std::mem::take(&mut self.late_inks).into_iter();
        let mut below = Vec::new();
        let mut is_wrong = false;
        for (layer, late) in self.layers.iter().zip(&self.late) {
            if *late {
                below.push((layer.id, inks.next().unwrap_or_default()));
                continue;
            }
            let ink = self.known.inks.get(&layer.id);
            let met = below
                .iter()
                .filter(|(_, late)| ink.is_none_or(|ink| ink.meets(*late)));
            let met: Vec<LayerId> = met.map(|(id, _)| *id).collect();
            if !met.is_empty() {
                self.known.ties.entry(layer.id).or_default().extend(met);
                is_wrong = true;
            }
        }
        if is_wrong {
            self.sort();
        }
        is_wrong
    }

    pub(super) fn known(&self) -> &Known {
        &self.known
    }

    /// Takes over where the ink is of what another thread drew.
    pub(super) fn adopt(&mut self, others: &Known) {
        self.known.inks.extend(&others.inks);
    }
}

/// The layers that are new or show something else than in the last frame, of which these are all in order, and whether
/// there are other layers than in that.
fn changes(frame: &FrameKey, last: &FrameKey, before: &[LayerKey]) -> (Vec<LayerId>, bool) {
    let same = |new: &LayerKey, old: Option<&LayerKey>| {
        old == Some(new) && frame.has_same_layer(new, last)
    };
    let ids = frame.layers.iter().map(|layer| layer.id);
    if ids.eq(before.iter().map(|layer| layer.id)) {
        let pairs = frame.layers.iter().zip(before);
        let changed = pairs.filter(|(new, old)| !same(new, Some(old)));
        return (changed.map(|(new, _)| new.id).collect(), false);
    }
    let before: HashMap<LayerId, &LayerKey> = before.iter().map(|old| (old.id, old)).collect();
    let changed = (frame.layers.iter()).filter(|new| !same(new, before.get(&new.id).copied()));
    (changed.map(|new| new.id).collect(), true)
}
