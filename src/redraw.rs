//! Drawing only what changed since the last frame.
//!
//! A figure is drawn as layers, from the background up. The frame is remembered as one key per layer, and the pixels
//! below the lowest layer that changed are kept: the next frame starts from there.

mod key;
mod order;

use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::axes::{PlacedTitle, TitleRoom};
use crate::canvas::{Canvas, KeptPixels, Raster};
use crate::mapping::PixelRect;
use key::leave_same_room;
pub(crate) use key::{AxesView, ColorbarKey, FrameKey, LayerId, LayerKey, PartKey, Signature};
use order::{Known, Order};

/// The titles of an axes, and the state that they were placed for.
#[derive(Debug, Clone)]
struct Titled {
    figure: u64,
    /// The previous state of all axes.
    axes: Arc<[Signature]>,
    room: TitleRoom,
    titles: Vec<PlacedTitle>,
}

impl Titled {
    fn has_room(&self, frame: &FrameKey, index: usize) -> bool {
        self.figure == frame.figure && leave_same_room(index, &frame.axes, &self.axes)
    }

    fn holds(&self, frame: &FrameKey, index: usize) -> bool {
        self.has_room(frame, index) && frame.axes[index].look.titles == self.axes[index].look.titles
    }
}

/// The pixels below a layer of a frame; they are valid for every frame that is the same up to there.
#[derive(Debug)]
struct Kept {
    frame: FrameKey,
    below: usize,
    picture: KeptPixels,
    /// The knowledge at that time.
    known: Arc<Known>,
}

impl Kept {
    /// Whether the frame is the same up to here.
    fn serves(&self, frame: &FrameKey) -> bool {
        frame.first_change(&self.frame) >= self.below
    }
}

/// The state shared by the threads that draw a film.
#[derive(Debug, Default)]
struct Common {
    /// The pixels last kept by any of them.
    kept: Mutex<Option<Arc<Kept>>>,
    known: Mutex<Arc<Known>>,
}

fn lock<T>(common: &Mutex<T>) -> MutexGuard<'_, T> {
    common.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The state kept from frame to frame. A clone is for drawing the same film on another thread: with one picture for all,
/// any returned pixels are near.
#[derive(Debug, Default, Clone)]
pub(crate) struct Drawn {
    last: Option<FrameKey>,
    /// The titles of each axes, as they were placed last.
    titles: Vec<Option<Titled>>,
    /// What the last frame has in common with a picture.
    kept: Option<Arc<Kept>>,
    common: Arc<Common>,
    /// The layer that the last frame was drawn from.
    from: usize,
    /// How many times in a row the lowest change was above the kept layers.
    higher: u32,
    order: Order,
}

/// From which layer on a frame is drawn, and below which one its pixels are kept for the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Start {
    pub(crate) from: usize,
    pub(crate) keep: Option<usize>,
}

impl Drawn {
    /// Learns what changes, before a frame is arranged and drawn.
    pub(crate) fn look(&mut self, frame: &FrameKey) {
        let others = &lock(&self.common.known);
        self.order.look(frame, self.last.as_ref(), others);
    }

    /// Puts layers in the order in which they are drawn.
    pub(crate) fn arrange<T: Copy>(&self, layers: &[T]) -> Vec<T> {
        self.order.arrange(layers)
    }

    /// Whether the drawing order since then is visible, so that the frame has to be drawn in another order.
    pub(crate) fn was_wrong(&mut self) -> bool {
        let was_wrong = self.order.was_wrong();
        if was_wrong {
            self.tell();
            // What was kept meanwhile is not below the last frame.
            self.kept = None;
        }
        was_wrong
    }

    /// Shares this thread's knowledge with the others, and returns it.
    fn tell(&self) -> Arc<Known> {
        let known = Arc::new(self.order.known().clone());
        lock(&self.common.known).clone_from(&known);
        known
    }

    /// Up to where layers are drawn in one go: to the end, or where the pixels are kept, or as long as their ink may be
    /// noted together.
    pub(crate) fn stop(&self, start: Start, from: usize, end: usize) -> usize {
        let stop = start.keep.filter(|keep| *keep > from).unwrap_or(end);
        match self.order.is_noted() {
            true => stop.min(self.order.stop(from)),
            false => stop,
        }
    }

    /// Draws the layers in these places, of which this is the first, and records their ink.
    pub(crate) fn noting<R>(
        &mut self,
        layer: LayerKey,
        places: Range<usize>,
        canvas: &mut Canvas,
        draw: impl FnOnce(&Self, &mut Canvas) -> R,
    ) -> R {
        if !self.order.is_noted() {
            return draw(self, canvas);
        }
        self.order.begin(canvas);
        let result = draw(self, canvas);
        self.order.end(layer.id, places, canvas);
        result
    }

    /// Puts the unchanged pixels on the canvas, and returns where drawing starts; `hides` gives the pixels that a layer
    /// hides completely.
    pub(crate) fn start(
        &mut self,
        frame: &FrameKey,
        canvas: &mut Canvas,
        hides: impl Fn(usize) -> PixelRect,
    ) -> Start {
        let last = self.last.as_ref();
        let changed = last.map_or(0, |last| frame.first_change(last));
        let kept = self.nearest(frame, changed);
        let is_own =
            |kept: &Arc<Kept>| self.kept.as_ref().is_some_and(|own| Arc::ptr_eq(own, kept));
        if let Some(kept) = kept.as_ref().filter(|kept| !is_own(kept)) {
            self.order.adopt(&kept.known);
        }
        self.kept = kept;
        let early = self.order.early().filter(|early| changed < *early);
        self.from = self.kept.as_ref().map_or(0, |kept| kept.below);
        let Some(kept) = &self.kept else {
            self.higher = 0;
            // Where nothing stays there is nothing to keep.
            let keep = (changed > 0).then_some(early.unwrap_or(changed));
            return Start { from: 0, keep };
        };
        self.higher = if changed > kept.below {
            self.higher + 1
        } else {
            0
        };
        // Two artists that change in turn must not cost a new picture each time.
        let higher = (self.higher > 2).then_some(changed);
        let keep = early.or(higher);
        // What is kept again has to be whole.
        let hidden = match keep == Some(self.from) {
            true => PixelRect::EMPTY,
            false => hides(self.from),
        };
        canvas.raster_mut().restore(&kept.picture, hidden);
        Start {
            from: self.from,
            keep,
        }
    }

    /// The picture with the most layers among those valid for this frame.
    fn nearest(&self, frame: &FrameKey, changed: usize) -> Option<Arc<Kept>> {
        let own = self.kept.as_ref().filter(|own| changed >= own.below);
        let own_below = own.map_or(0, |own| own.below);
        let common = lock(&self.common.kept).clone();
        let common = common.filter(|common| {
            let is_own = own.is_some_and(|own| Arc::ptr_eq(own, common));
            !is_own && common.below >= own_below && common.serves(frame)
        });
        common.or_else(|| own.cloned())
    }

    /// Keeps the pixels of a frame that are drawn so far, which are those below `layer`.
    pub(crate) fn keep(&mut self, layer: usize, frame: &FrameKey, canvas: &mut Canvas) {
        let raster = canvas.raster_mut();
        (self.kept, self.higher) = (None, 0);
        let known = self.tell();
        // Another thread that arrives meanwhile waits, and finds the picture that it would make.
        let mut common = lock(&self.common.kept);
        let kept = match &*common {
            Some(same) if same.below == layer && same.serves(frame) => {
                raster.restore(&same.picture, PixelRect::EMPTY);
                same.clone()
            }
            _ => {
                // Memory that is no longer needed is reused.
                let old = common.take().and_then(Arc::into_inner);
                let mut picture = old.map(|old| old.picture).unwrap_or_default();
                raster.keep(&mut picture);
                let kept = Kept {
                    frame: frame.clone(),
                    below: layer,
                    picture,
                    known,
                };
                common.insert(Arc::new(kept)).clone()
            }
        };
        self.kept = Some(kept);
    }

    /// Whether these pixels can cheaply become the kept ones.
    pub(crate) fn is_near(&self, raster: &Raster) -> bool {
        let kept = self.kept.as_ref();
        kept.is_some_and(|kept| raster.is_near(&kept.picture))
    }

    /// Remembers a frame that was drawn completely.
    pub(crate) fn finish(&mut self, frame: FrameKey) {
        self.last = Some(frame);
    }

    /// Forgets everything, because a frame could not be drawn.
    pub(crate) fn forget(&mut self) {
        *self = Self {
            common: self.common.clone(),
            ..Self::default()
        };
    }

    /// How many layers of the frame drawn last were kept, and how many there are.
    pub(crate) fn parts(&self) -> (usize, usize) {
        let layers = self.last.as_ref().map_or(0, |last| last.layers.len());
        (self.from.min(layers), layers)
    }

    /// The frame that was drawn last.
    pub(crate) fn last(&self) -> Option<&FrameKey> {
        self.last.as_ref()
    }

    fn titled(&self, axes: usize) -> Option<&Titled> {
        self.titles.get(axes)?.as_ref()
    }

    /// Whether the titles of axes lie where they were placed last.
    pub(crate) fn has_titles(&self, frame: &FrameKey, axes: usize) -> bool {
        self.titled(axes)
            .is_some_and(|titled| titled.holds(frame, axes))
    }

    /// The area that the titles of axes avoid, if it is unchanged since they were placed last.
    pub(crate) fn title_room(&self, frame: &FrameKey, axes: usize) -> Option<&TitleRoom> {
        let titled = self.titled(axes)?;
        titled.has_room(frame, axes).then_some(&titled.room)
    }

    /// The titles of axes as they were placed last.
    pub(crate) fn titles(&self, axes: usize) -> &[PlacedTitle] {
        self.titled(axes).map_or(&[], |titled| &titled.titles)
    }

    pub(crate) fn set_titles(
        &mut self,
        frame: &FrameKey,
        axes: usize,
        room: TitleRoom,
        titles: Vec<PlacedTitle>,
    ) {
        if self.titles.len() <= axes {
            self.titles.resize_with(axes + 1, || None);
        }
        self.titles[axes] = Some(Titled {
            figure: frame.figure,
            axes: frame.axes.clone(),
            room,
            titles,
        });
    }
}

#[cfg(test)]
mod bodies;
#[cfg(test)]
mod changes;
#[cfg(test)]
mod effects;
#[cfg(test)]
mod insets;
#[cfg(test)]
mod kept;
#[cfg(test)]
mod legend_setters;
#[cfg(test)]
mod polar;
#[cfg(test)]
mod setters;
#[cfg(test)]
mod shapes;
#[cfg(test)]
mod solids;
#[cfg(test)]
mod spectra;
#[cfg(test)]
mod subfigures;
#[cfg(test)]
mod test_scene;
#[cfg(test)]
pub(crate) mod tests;
#[cfg(test)]
mod updates;
