//! Drawing only what changed since the last frame.
//!
//! A figure is drawn as layers, from the background up. What was drawn is remembered as one key a layer, and the pixels
//! below the lowest layer that changed are kept: the next frame starts from there.

mod order;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::axes::{AxesLook, PlacedTitle, Side, Spine, TitleRoom};
use crate::canvas::{Canvas, FrameSize, Picture, Raster};
use crate::data_limits::DataRange;
use crate::projection::Projection;
use crate::redraw::order::{Inks, Known, Order};
use crate::resolve::Sheet;
use crate::scale::Scale;
use crate::stamp::Stamp;
use crate::transform::{AxesBox, Limits};

/// What a layer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum LayerId {
    Background,
    /// Of axes, by index.
    Patch(usize),
    /// An artist of axes, by their indices.
    Artist(usize, usize),
    Spine(usize, Side),
    /// The ticks of the x (0) or y (1) axis of axes.
    Axis(usize, usize),
    /// The label and the offset text of such an axis.
    AxisLabel(usize, usize),
    /// The panes, grid and axes of 3-D axes.
    Cube(usize),
    Titles(usize),
    /// An artist of the figure itself.
    Own(usize),
}

impl LayerId {
    /// The axes that it belongs to.
    pub(crate) fn axes(self) -> Option<usize> {
        match self {
            Self::Background | Self::Own(_) => None,
            Self::Patch(axes)
            | Self::Artist(axes, _)
            | Self::Spine(axes, _)
            | Self::Axis(axes, _)
            | Self::AxisLabel(axes, _)
            | Self::Cube(axes)
            | Self::Titles(axes) => Some(axes),
        }
    }
}

/// A layer and, if it is an artist, when that was changed last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LayerKey {
    pub(crate) id: LayerId,
    pub(crate) stamp: Stamp,
    /// Whether it depends on where all axes are.
    pub(crate) spans_axes: bool,
}

/// What all layers of an axes depend on.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct AxesView {
    /// When what a colorbar shows was changed last.
    pub(crate) mappable: Option<Stamp>,
    /// The range of the data along x and y, which some ticks depend on.
    pub(crate) data: [Option<DataRange>; 2],
    pub(crate) limits: Limits,
    pub(crate) scales: (Scale, Scale),
    pub(crate) place: AxesBox,
    pub(crate) figure: AxesBox,
    pub(crate) size: FrameSize,
    pub(crate) dpi: f64,
    pub(crate) projection: Option<Projection>,
}

/// Everything that an axes' layers depend on beside the stamps of artists.
#[derive(Debug, Clone)]
pub(crate) struct Signature {
    pub(crate) view: AxesView,
    pub(crate) look: Arc<AxesLook>,
    /// When the axes that look like this were handed out last.
    pub(crate) stamp: Stamp,
    /// Those that share an axis or a place with it, itself included.
    pub(crate) related: Vec<usize>,
}

impl Signature {
    /// Whether titles keep off the same.
    fn leaves_same_room(&self, other: &Self) -> bool {
        let (a, b) = (&*self.look, &*other.look);
        self.view == other.view
            && (Arc::ptr_eq(&self.look, &other.look)
                || (a.axis_on, &a.axis, &a.labels, &a.spines)
                    == (b.axis_on, &b.axis, &b.labels, &b.spines))
    }
}

/// The layers of a frame.
#[derive(Debug, Clone)]
pub(crate) struct FrameKey {
    /// Which figure it is, and when its own settings were changed last.
    pub(crate) figure: u64,
    pub(crate) stamp: Stamp,
    pub(crate) sheet: Sheet,
    pub(crate) layers: Vec<LayerKey>,
    /// One for each axes.
    pub(crate) axes: Vec<Signature>,
}

impl FrameKey {
    /// The lowest layer that is not as it was.
    fn first_change(&self, last: &Self) -> usize {
        if !self.is_of_same_figure(last) {
            return 0;
        }
        let pairs = last.layers.iter().zip(&self.layers);
        pairs
            .take_while(|(old, new)| old == new && self.has_same_layer(new, last))
            .count()
    }

    fn is_of_same_figure(&self, last: &Self) -> bool {
        (last.figure, last.stamp) == (self.figure, self.stamp) && last.sheet == self.sheet
    }

    /// Whether a layer shows the same, its stamp aside.
    fn has_same_layer(&self, layer: &LayerKey, last: &Self) -> bool {
        self.has_same(layer.id, last) && (!layer.spans_axes || self.has_same_views(last))
    }

    fn has_same_views(&self, last: &Self) -> bool {
        let views = self.axes.iter().map(|axes| &axes.view);
        views.eq(last.axes.iter().map(|axes| &axes.view))
    }

    /// Whether a layer of axes shows the same, its stamp aside.
    fn has_same(&self, layer: LayerId, last: &Self) -> bool {
        let Some(index) = layer.axes() else {
            return true;
        };
        let Some((new, old)) = self.axes.get(index).zip(last.axes.get(index)) else {
            return false;
        };
        let looks = (&*new.look, &*old.look);
        new.view == old.view
            && match (layer, looks) {
                (LayerId::Patch(_), (a, b)) => a.patch == b.patch,
                (LayerId::Spine(_, side), (a, b)) => {
                    a.spines[side as usize] == b.spines[side as usize]
                }
                (LayerId::Axis(_, which), _) => self.has_same_ticks(index, which, last),
                (LayerId::AxisLabel(_, which), (a, b)) => {
                    let side = Side::along(which, a.labels[which].side) as usize;
                    (&a.labels[which], &a.spines[side]) == (&b.labels[which], &b.spines[side])
                        && self.has_same_ticks(index, which, last)
                }
                (LayerId::Cube(_), (a, b)) => a.space == b.space,
                (LayerId::Titles(_), (a, b)) => {
                    a.titles == b.titles
                        && new.related.iter().all(|other| {
                            let pair = self.axes.get(*other).zip(last.axes.get(*other));
                            pair.is_some_and(|(new, old)| new.leaves_same_room(old))
                        })
                }
                (LayerId::Background | LayerId::Artist(..) | LayerId::Own(_), _) => true,
            }
    }

    /// Whether an axis' ticks are the same: those who share it have a say in where they are.
    fn has_same_ticks(&self, index: usize, which: usize, last: &Self) -> bool {
        let looks = |axes: usize| {
            let pair = self.axes.get(axes).zip(last.axes.get(axes));
            pair.map(|(new, old)| (&new.look, &old.look))
        };
        let has_same_places = |(new, old): (&Arc<AxesLook>, &Arc<AxesLook>)| {
            let places = |look: &AxesLook| look.spines.each_ref().map(Spine::position);
            places(new) == places(old)
        };
        let mut related = self.axes[index].related.iter();
        looks(index).is_some_and(has_same_places)
            && related.all(|other| {
                looks(*other).is_some_and(|(new, old)| {
                    Arc::ptr_eq(new, old) || new.axis[which] == old.axis[which]
                })
            })
    }
}

/// The titles of an axes, and what they were placed for.
#[derive(Debug)]
struct Titled {
    figure: u64,
    /// The axes itself, and then those related.
    own: Signature,
    related: Vec<Option<Signature>>,
    room: TitleRoom,
    titles: Vec<PlacedTitle>,
}

impl Titled {
    fn has_room(&self, frame: &FrameKey, index: usize) -> bool {
        let same = |old: &Signature, new: &Signature| new.leaves_same_room(old);
        self.figure == frame.figure
            && frame.axes.get(index).is_some_and(|own| {
                let now = own.related.iter().map(|other| frame.axes.get(*other));
                same(&self.own, own)
                    && own.related == self.own.related
                    && now
                        .zip(&self.related)
                        .all(|(new, old)| new.zip(old.as_ref()).is_some_and(|(n, o)| same(o, n)))
            })
    }

    fn holds(&self, frame: &FrameKey, index: usize) -> bool {
        self.has_room(frame, index) && frame.axes[index].look.titles == self.own.look.titles
    }
}

/// The pixels below a layer of a frame; they serve every frame that is the same up to there.
#[derive(Debug)]
struct Kept {
    frame: FrameKey,
    below: usize,
    picture: Picture,
    inks: Inks,
}

impl Kept {
    /// Whether the frame is the same up to here.
    fn serves(&self, frame: &FrameKey) -> bool {
        frame.first_change(&self.frame) >= self.below
    }
}

/// What the threads that draw a film have in common.
#[derive(Debug, Default)]
struct Common {
    /// What was kept last by any of them.
    kept: Mutex<Option<Arc<Kept>>>,
    known: Mutex<Arc<Known>>,
}

fn lock<T>(common: &Mutex<T>) -> MutexGuard<'_, T> {
    common.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What is remembered from frame to frame.
#[derive(Debug, Default)]
pub(crate) struct Drawn {
    last: Option<FrameKey>,
    /// The titles of each axes, as they were placed last.
    titles: Vec<Option<Titled>>,
    /// What the last frame has in common with a picture.
    kept: Option<Arc<Kept>>,
    common: Arc<Common>,
    /// How often in a row the lowest change was above what is kept.
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
    /// For drawing the same film on another thread: with one picture for all, whatever pixels come back are near.
    pub(crate) fn beside(&self) -> Self {
        Self {
            common: self.common.clone(),
            ..Self::default()
        }
    }

    /// Learns what changes, before a frame is arranged and drawn.
    pub(crate) fn look(&mut self, frame: &FrameKey) {
        let others = &lock(&self.common.known);
        self.order.look(frame, self.last.as_ref(), others);
    }

    /// Puts layers in the order in which they are drawn.
    pub(crate) fn arrange<T>(&self, layers: Vec<T>) -> Vec<T> {
        self.order.arrange(layers)
    }

    /// Whether the order of what was drawn since shows, so that the frame has to be drawn in another one.
    pub(crate) fn was_wrong(&mut self) -> bool {
        let was_wrong = self.order.was_wrong();
        if was_wrong {
            self.tell();
            // What was kept meanwhile is not below the last frame.
            self.kept = None;
        }
        was_wrong
    }

    /// Has other threads know what is known here.
    fn tell(&self) {
        *lock(&self.common.known) = Arc::new(self.order.known().clone());
    }

    /// Up to where layers are drawn in one go: to the end, or where the pixels are kept, or each alone where it may
    /// matter later where its ink is.
    pub(crate) fn stop(&self, start: Start, from: usize, end: usize) -> usize {
        if self.order.is_noted() && self.order.is_early(from) {
            return from + 1;
        }
        start.keep.filter(|keep| *keep > from).unwrap_or(end)
    }

    /// Draws what comes in one go from a layer on, and notes where its ink is.
    pub(crate) fn noting<R>(
        &mut self,
        layer: LayerKey,
        place: usize,
        canvas: &mut Canvas,
        draw: impl FnOnce(&Self, &mut Canvas) -> R,
    ) -> R {
        if !self.order.is_noted() {
            return draw(self, canvas);
        }
        self.order.begin(canvas);
        let result = draw(self, canvas);
        let is_early = self.order.is_early(place);
        self.order.end(is_early.then_some(layer.id), canvas);
        result
    }

    /// Puts the pixels on the canvas that stay, and says where drawing starts.
    pub(crate) fn start(&mut self, frame: &FrameKey, canvas: &mut Canvas) -> Start {
        let last = self.last.as_ref();
        let changed = last.map_or(0, |last| frame.first_change(last));
        let kept = self.nearest(frame, changed);
        let is_own =
            |kept: &Arc<Kept>| self.kept.as_ref().is_some_and(|own| Arc::ptr_eq(own, kept));
        if let Some(kept) = kept.as_ref().filter(|kept| !is_own(kept)) {
            self.order.adopt(&kept.inks);
        }
        self.kept = kept;
        let early = self.order.early().filter(|early| changed < *early);
        let Some(kept) = &self.kept else {
            self.higher = 0;
            // Where nothing stays there is nothing to keep.
            let keep = (changed > 0).then_some(early.unwrap_or(changed));
            return Start { from: 0, keep };
        };
        canvas.raster_mut().restore(&kept.picture);
        self.higher = if changed > kept.below {
            self.higher + 1
        } else {
            0
        };
        // Two artists that change in turn must not cost a new picture each time.
        let higher = (self.higher > 2).then_some(changed);
        Start {
            from: kept.below,
            keep: early.or(higher),
        }
    }

    /// Of the pictures that are those of this frame the one with more layers.
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
        self.tell();
        // Whoever comes here meanwhile waits, and finds the picture that it would make.
        let mut common = lock(&self.common.kept);
        let kept = match &*common {
            Some(same) if same.below == layer && same.serves(frame) => {
                raster.restore(&same.picture);
                same.clone()
            }
            _ => {
                // The memory of what nobody needs any more serves again.
                let old = common.take().and_then(Arc::into_inner);
                let mut picture = old.map(|old| old.picture).unwrap_or_default();
                raster.keep(&mut picture);
                let kept = Kept {
                    frame: frame.clone(),
                    below: layer,
                    picture,
                    inks: self.order.inks().clone(),
                };
                common.insert(Arc::new(kept)).clone()
            }
        };
        self.kept = Some(kept);
    }

    /// Whether these pixels cost little to become those that stay.
    pub(crate) fn is_near(&self, raster: &Raster) -> bool {
        let kept = self.kept.as_ref();
        kept.is_some_and(|kept| raster.is_near(&kept.picture))
    }

    /// Remembers a frame that was drawn whole.
    pub(crate) fn finish(&mut self, frame: FrameKey) {
        self.last = Some(frame);
    }

    /// Forgets everything, because a frame could not be drawn.
    pub(crate) fn forget(&mut self) {
        *self = self.beside();
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

    /// What the titles of axes keep off, if that is as it was when they were placed last.
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
        let own = frame.axes[axes].clone();
        let related = own
            .related
            .iter()
            .map(|other| frame.axes.get(*other).cloned());
        self.titles[axes] = Some(Titled {
            figure: frame.figure,
            related: related.collect(),
            own,
            room,
            titles,
        });
    }
}

#[cfg(test)]
mod setters;
#[cfg(test)]
mod tests;
