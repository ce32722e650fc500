//! The content of a frame, compared with that of another: its layers, and what those depend on.

use std::sync::Arc;

use crate::artists::ScalarMappable;
use crate::axes::{AxesLook, Side, Spine};
use crate::axis::Direction;
use crate::color::{Colormap, Norm};
use crate::data_limits::DataRange;
use crate::figure::SubFigureLook;
use crate::mapping::{AxesBox, Mapping};
use crate::resolve::Sheet;
use crate::stamp::Stamp;

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
    /// The background of a subfigure, by its place among all.
    SubFigure(usize),
    /// An artist of the figure or of a subfigure itself, by the places of both.
    Own(usize, usize),
}

impl LayerId {
    /// The axes that it belongs to.
    pub(crate) fn axes(self) -> Option<usize> {
        match self {
            Self::Background | Self::SubFigure(_) | Self::Own(..) => None,
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
    /// Whether an artist depends on the limits of x and of y.
    pub(crate) follows_limits: [bool; 2],
}

/// What a colorbar shows.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum ColorbarKey {
    /// A norm, colours and the opacity of all: other data do not change it.
    Colors(Norm, Colormap, Option<f64>),
    /// Contours that were last changed then.
    Contours(Stamp),
}

impl ColorbarKey {
    /// Of an artist that was last changed then.
    pub(crate) fn new(mappable: &ScalarMappable<'_>, stamp: Stamp) -> Self {
        match mappable.contours {
            Some(_) => Self::Contours(stamp),
            None => Self::Colors(mappable.norm.clone(), mappable.cmap.clone(), mappable.alpha),
        }
    }
}

/// What all layers of an axes depend on.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct AxesView {
    /// Whether they have not gone with others that they were a part of.
    pub(crate) present: bool,
    pub(crate) colorbar: Option<ColorbarKey>,
    /// The range of the data along x and y, which some ticks depend on.
    pub(crate) data: [Option<DataRange>; 2],
    pub(crate) mapping: Mapping,
    /// The place of the axes before it is shrunk to their aspect.
    pub(crate) place: AxesBox,
    /// What ticks along x and y are chosen for, if that is another axis.
    pub(crate) rooms: [Option<(f64, f64)>; 2],
    pub(crate) figure: AxesBox,
    pub(crate) subfigure: AxesBox,
    /// Whether the edge of the area of curved axes is rounded to whole pixels.
    pub(crate) snaps_clip: bool,
    pub(crate) dpi: f64,
}

impl AxesView {
    /// Whether it is as another one, for what depends on limits and data along these of x and y only.
    fn is_same_along(&self, other: &Self, along: [bool; 2]) -> bool {
        let Self {
            present,
            colorbar,
            data,
            mapping,
            place,
            rooms,
            figure,
            subfigure,
            snaps_clip,
            dpi,
        } = self;
        let is_same = |which: usize| {
            !along[which] || (data[which], rooms[which]) == (other.data[which], other.rooms[which])
        };
        mapping.is_same_along(&other.mapping, along)
            && is_same(0)
            && is_same(1)
            && (present, colorbar, place) == (&other.present, &other.colorbar, &other.place)
            && (figure, subfigure) == (&other.figure, &other.subfigure)
            && (snaps_clip, dpi) == (&other.snaps_clip, &other.dpi)
    }

    /// The same for a spine: its ends are the limits, but whole pixels.
    fn has_same_spine(&self, other: &Self, spine: &Spine) -> bool {
        let is_free = !spine.follows_limits()
            && self.mapping.snapped_corners() == other.mapping.snapped_corners();
        self.is_same_along(other, [!is_free; 2])
    }
}

/// Everything that an axes' layers depend on beside the stamps of artists.
#[derive(Debug, Clone)]
pub(crate) struct Signature {
    pub(crate) view: AxesView,
    pub(crate) look: Arc<AxesLook>,
    /// When the axes with this look were last borrowed mutably.
    pub(crate) stamp: Stamp,
    /// Those that share an axis with it, itself included.
    pub(crate) related: Vec<usize>,
    /// Those that decide where its titles have room, itself included.
    pub(crate) beside_titles: Vec<usize>,
    /// The others whose labels of x and y are aligned with its own.
    pub(crate) aligned: [Vec<usize>; 2],
}

impl Signature {
    /// Whether titles keep off the same here.
    fn leaves_same_room(&self, other: &Self) -> bool {
        let (a, b) = (&*self.look, &*other.look);
        self.view.is_same_along(&other.view, a.deciding_titles())
            && (Arc::ptr_eq(&self.look, &other.look)
                || (a.axis_on, &a.axis, &a.labels, &a.spines)
                    == (b.axis_on, &b.axis, &b.labels, &b.spines)
                    && (a.functions, a.rlabel_position) == (b.functions, b.rlabel_position))
    }
}

/// What the artists of a figure or of a subfigure depend on beside their stamps.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PartKey {
    pub(crate) place: AxesBox,
    /// The background of a subfigure.
    pub(crate) look: Option<SubFigureLook>,
    /// Where a layout has title and labels.
    pub(crate) laid_labels: [Option<(f64, f64)>; 3],
}

/// The layers of a frame.
#[derive(Debug, Clone)]
pub(crate) struct FrameKey {
    /// Which figure it is, in which state of what was cleared, and when its own settings were changed last.
    pub(crate) figure: u64,
    pub(crate) stamp: Stamp,
    pub(crate) sheet: Sheet,
    pub(crate) layers: Vec<LayerKey>,
    /// One for each axes.
    pub(crate) axes: Arc<[Signature]>,
    pub(crate) parts: Arc<[PartKey]>,
}

impl FrameKey {
    /// The lowest layer that is not as it was.
    pub(super) fn first_change(&self, last: &Self) -> usize {
        if !self.is_of_same_figure(last) {
            return 0;
        }
        let pairs = last.layers.iter().zip(&self.layers);
        pairs
            .take_while(|(old, new)| old == new && self.has_same_layer(new, last))
            .count()
    }

    pub(super) fn is_of_same_figure(&self, last: &Self) -> bool {
        (last.figure, last.stamp) == (self.figure, self.stamp) && last.sheet == self.sheet
    }

    /// Whether a layer shows the same, its stamp aside.
    pub(super) fn has_same_layer(&self, layer: &LayerKey, last: &Self) -> bool {
        self.has_same(layer.id, layer.follows_limits, last)
            && (!layer.spans_axes || self.has_same_views(last))
    }

    fn has_same_views(&self, last: &Self) -> bool {
        let views = self.axes.iter().map(|axes| &axes.view);
        views.eq(last.axes.iter().map(|axes| &axes.view))
    }

    /// Whether a layer of axes shows the same, its stamp aside; `along` is what an artist depends on.
    fn has_same(&self, layer: LayerId, along: [bool; 2], last: &Self) -> bool {
        if let LayerId::SubFigure(part) | LayerId::Own(part, _) = layer {
            return self.parts.get(part) == last.parts.get(part);
        }
        let Some(index) = layer.axes() else {
            return true;
        };
        let Some((new, old)) = self.axes.get(index).zip(last.axes.get(index)) else {
            return false;
        };
        let (a, b) = (&*new.look, &*old.look);
        let is_same_along = |along| new.view.is_same_along(&old.view, along);
        match layer {
            LayerId::Patch(_) => is_same_along([false; 2]) && a.patch == b.patch,
            LayerId::Spine(_, side) => {
                let (spine, was) = (&a.spines[side as usize], &b.spines[side as usize]);
                spine == was && new.view.has_same_spine(&old.view, spine)
            }
            LayerId::Axis(_, which) => {
                is_same_along(a.deciding_ticks(which)) && self.has_same_ticks(index, which, last)
            }
            LayerId::AxisLabel(_, which) => {
                let sides = Side::of([Direction::X, Direction::Y][which]);
                let side = sides[a.labels[which].side as usize] as usize;
                is_same_along(a.deciding_ticks(which))
                    && (&a.labels[which], &a.spines[side]) == (&b.labels[which], &b.spines[side])
                    && self.has_same_ticks(index, which, last)
                    && new.aligned[which] == old.aligned[which]
                    && (new.aligned[which].iter())
                        .all(|other| self.has_same(LayerId::Axis(*other, which), along, last))
            }
            LayerId::Cube(_) => new.view == old.view && a.space == b.space,
            LayerId::Titles(_) => {
                is_same_along([false; 2])
                    && a.titles == b.titles
                    && leave_same_room(index, &self.axes, &last.axes)
            }
            LayerId::Artist(..) => is_same_along(along),
            LayerId::Background | LayerId::SubFigure(_) | LayerId::Own(..) => true,
        }
    }

    /// Whether an axis' ticks are the same: those who share it have a say in where they are.
    fn has_same_ticks(&self, index: usize, which: usize, last: &Self) -> bool {
        let looks = |axes: usize| {
            let pair = self.axes.get(axes).zip(last.axes.get(axes));
            pair.map(|(new, old)| (&new.look, &old.look))
        };
        let has_same_places = |(new, old): (&Arc<AxesLook>, &Arc<AxesLook>)| {
            let places = |look: &AxesLook| {
                (
                    look.spines.each_ref().map(Spine::position),
                    look.rlabel_position,
                    look.functions,
                )
            };
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

/// Whether the titles of an axes keep off the same, of itself and of those related to it.
pub(super) fn leave_same_room(index: usize, new: &[Signature], old: &[Signature]) -> bool {
    let pair = |axes: usize| new.get(axes).zip(old.get(axes));
    pair(index).is_some_and(|(new, old)| {
        new.beside_titles == old.beside_titles
            && (new.beside_titles.iter())
                .all(|axes| pair(*axes).is_some_and(|(new, old)| new.leaves_same_room(old)))
    })
}
