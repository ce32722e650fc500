//! Drawing only what changed since the last frame.
//!
//! A figure is drawn as layers, from the background up. What was drawn is remembered as one key a layer, and the pixels
//! below the lowest layer that changed are kept: the next frame starts from there.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::axes::{PlacedTitle, Side};
use crate::canvas::{Canvas, FrameSize, Picture, Raster};
use crate::data_limits::DataRange;
use crate::projection::Projection;
use crate::resolve::Sheet;
use crate::scale::Scale;
use crate::stamp::Stamp;
use crate::transform::{AxesBox, Limits};

/// What a layer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LayerId {
    Background,
    /// Of axes, by index.
    Patch(usize),
    /// An artist of axes, by their indices.
    Artist(usize, usize),
    Spine(usize, Side),
    /// The x (0) or y (1) axis of axes.
    Axis(usize, usize),
    /// The panes, grid and axes of 3-D axes.
    Cube(usize),
    Titles(usize),
    /// An artist of the figure itself.
    Own(usize),
}

impl LayerId {
    /// The axes that it belongs to.
    fn axes(self) -> Option<usize> {
        match self {
            Self::Background | Self::Own(_) => None,
            Self::Patch(axes)
            | Self::Artist(axes, _)
            | Self::Spine(axes, _)
            | Self::Axis(axes, _)
            | Self::Cube(axes)
            | Self::Titles(axes) => Some(axes),
        }
    }
}

/// A layer and when what it shows was changed last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LayerKey {
    pub(crate) id: LayerId,
    pub(crate) stamp: Stamp,
    /// Whether it depends on where all axes are.
    pub(crate) spans_axes: bool,
}

/// Everything that an axes' layers depend on beside their own stamps.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Signature {
    /// When the axes, and those that share something with it, were changed last.
    pub(crate) stamps: Vec<Stamp>,
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

/// The layers of a frame.
#[derive(Debug, Clone, PartialEq)]
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
        if (last.figure, last.stamp) != (self.figure, self.stamp) || last.sheet != self.sheet {
            return 0;
        }
        let same = |(old, new): &(&LayerKey, &LayerKey)| {
            let axes = new.id.axes();
            old == new
                && axes.is_none_or(|i| last.axes.get(i) == self.axes.get(i))
                && (!new.spans_axes || last.axes == self.axes)
        };
        let pairs = last.layers.iter().zip(&self.layers);
        pairs.take_while(same).count()
    }
}

/// The pixels below a layer of a frame; they serve every frame that is the same up to there.
#[derive(Debug)]
struct Kept {
    frame: FrameKey,
    below: usize,
    picture: Picture,
}

impl Kept {
    /// Whether the frame is the same up to here.
    fn serves(&self, frame: &FrameKey) -> bool {
        frame.first_change(&self.frame) >= self.below
    }
}

/// What was kept last by any of the threads that draw a film.
type Common = Arc<Mutex<Option<Arc<Kept>>>>;

fn lock(common: &Common) -> MutexGuard<'_, Option<Arc<Kept>>> {
    common.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What is remembered from frame to frame.
#[derive(Debug, Default)]
pub(crate) struct Drawn {
    last: Option<FrameKey>,
    /// The titles of each axes, as they were placed last.
    titles: Vec<Vec<PlacedTitle>>,
    /// What the last frame has in common with a picture.
    kept: Option<Arc<Kept>>,
    common: Common,
    /// How often in a row the lowest change was above what is kept.
    higher: u32,
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

    /// Puts the pixels on the canvas that stay, and says where drawing starts.
    pub(crate) fn start(&mut self, frame: &FrameKey, canvas: &mut Canvas) -> Start {
        let last = self.last.as_ref();
        let changed = last.map_or(0, |last| frame.first_change(last));
        self.kept = self.nearest(frame, changed);
        let Some(kept) = &self.kept else {
            self.higher = 0;
            // Where nothing stays there is nothing to keep.
            let keep = (changed > 0).then_some(changed);
            return Start { from: 0, keep };
        };
        canvas.raster_mut().restore(&kept.picture);
        self.higher = if changed > kept.below {
            self.higher + 1
        } else {
            0
        };
        // Two artists that change in turn must not cost a new picture each time.
        let keep = (self.higher > 2).then_some(changed);
        Start {
            from: kept.below,
            keep,
        }
    }

    /// Of the pictures that are those of this frame the one with more layers.
    fn nearest(&self, frame: &FrameKey, changed: usize) -> Option<Arc<Kept>> {
        let own = self.kept.as_ref().filter(|own| changed >= own.below);
        let own_below = own.map_or(0, |own| own.below);
        let common = lock(&self.common).clone();
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
        // Whoever comes here meanwhile waits, and finds the picture that it would make.
        let mut common = lock(&self.common);
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

    /// Whether the titles of axes lie where they were placed last.
    pub(crate) fn has_titles(&self, frame: &FrameKey, axes: usize) -> bool {
        self.titles.len() > axes
            && self.last.as_ref().is_some_and(|last| {
                last.figure == frame.figure && last.axes.get(axes) == frame.axes.get(axes)
            })
    }

    /// The titles of axes as they were placed last.
    pub(crate) fn titles(&self, axes: usize) -> &[PlacedTitle] {
        self.titles.get(axes).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn set_titles(&mut self, axes: usize, titles: Vec<PlacedTitle>) {
        if self.titles.len() <= axes {
            self.titles.resize_with(axes + 1, Vec::new);
        }
        self.titles[axes] = titles;
    }
}

#[cfg(test)]
mod tests;
