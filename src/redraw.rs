//! Drawing only what changed since the last frame.
//!
//! A figure is drawn as layers, from the background up. What was drawn is remembered as one key a layer, and the pixels
//! below the lowest layer that changed are kept: the next frame starts from there.

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

/// What is remembered from frame to frame.
#[derive(Debug, Default)]
pub(crate) struct Drawn {
    last: Option<FrameKey>,
    /// The titles of each axes, as they were placed last.
    titles: Vec<Vec<PlacedTitle>>,
    /// The pixels below layer `below`; none if that is 0.
    snapshot: Picture,
    below: usize,
    /// How often in a row the lowest change was above the snapshot.
    higher: u32,
}

/// From which layer on a frame is drawn, and below which one its pixels are kept for the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Start {
    pub(crate) from: usize,
    pub(crate) keep: Option<usize>,
}

impl Drawn {
    /// Puts the pixels on the canvas that stay, and says where drawing starts.
    pub(crate) fn start(&mut self, frame: &FrameKey, canvas: &mut Canvas) -> Start {
        let changed = self.first_change(frame);
        if self.below == 0 || changed < self.below {
            // Where nothing stays there is nothing to keep.
            let keep = (changed > 0).then_some(changed);
            (self.below, self.higher) = (0, 0);
            return Start { from: 0, keep };
        }
        canvas.raster_mut().restore(&self.snapshot);
        self.higher = if changed > self.below {
            self.higher + 1
        } else {
            0
        };
        // Two artists that change in turn must not cost a new snapshot each time.
        let keep = (self.higher > 2).then_some(changed);
        Start {
            from: self.below,
            keep,
        }
    }

    /// Keeps the pixels that are drawn so far, which are those below `layer`.
    pub(crate) fn keep(&mut self, layer: usize, canvas: &mut Canvas) {
        canvas.raster_mut().keep(&mut self.snapshot);
        (self.below, self.higher) = (layer, 0);
    }

    /// Whether these pixels cost little to become those that stay.
    pub(crate) fn is_near(&self, raster: &Raster) -> bool {
        raster.is_near(&self.snapshot)
    }

    /// Remembers a frame that was drawn whole.
    pub(crate) fn finish(&mut self, frame: FrameKey) {
        self.last = Some(frame);
    }

    /// Forgets everything, because a frame could not be drawn.
    pub(crate) fn forget(&mut self) {
        *self = Self::default();
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

    /// The lowest layer that is not as it was.
    fn first_change(&self, frame: &FrameKey) -> usize {
        let Some(last) = &self.last else { return 0 };
        if (last.figure, last.stamp) != (frame.figure, frame.stamp) || last.sheet != frame.sheet {
            return 0;
        }
        let same = |(old, new): &(&LayerKey, &LayerKey)| {
            let axes = new.id.axes();
            old == new
                && axes.is_none_or(|i| last.axes.get(i) == frame.axes.get(i))
                && (!new.spans_axes || last.axes == frame.axes)
        };
        let pairs = last.layers.iter().zip(&frame.layers);
        pairs.take_while(same).count()
    }
}

#[cfg(test)]
mod tests;
