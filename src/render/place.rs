//! Laying out the ticks, labels and titles of axes, which make room for each other.

use std::collections::BTreeSet;

use crate::artists::DrawContext;
use crate::axes::{PlacedAxes, SharedAxis, TitleRoom, place_titles};
use crate::axis::Direction;
use crate::canvas::Canvas;
use crate::figure::FigureBase;
use crate::mapping::union;
use crate::redraw::{Drawn, FrameKey, LayerId};
use crate::render::Layer;
use crate::resolve::Scene;

/// What of an axes is to be laid out.
#[derive(Debug, Clone, Copy, Default)]
struct Needed {
    /// The ticks and labels of x and y.
    axis: [bool; 2],
    titles: bool,
}

impl Scene<'_> {
    /// Lays out those axes whose ticks are to be drawn, and titles that changed or moved.
    pub(super) fn place_needed(
        &self,
        drawing: &[Layer<'_>],
        frame: &FrameKey,
        drawn: &mut Drawn,
        canvas: &mut Canvas,
    ) -> Vec<Option<PlacedAxes<'_>>> {
        let mut placed = Vec::with_capacity(self.contexts.len());
        for part in &self.parts {
            let own = (part.first, self.contexts_of(part));
            placed.extend(part.base.place_needed(drawing, own, frame, drawn, canvas));
        }
        placed
    }

    /// Lays out ticks, labels and titles of all axes.
    pub(crate) fn place_all(&self, canvas: &mut Canvas) -> Vec<PlacedAxes<'_>> {
        let parts = self.parts.iter();
        let placed = parts.flat_map(|part| {
            let contexts = self.contexts_of(part).to_vec();
            part.base.place_all(contexts, canvas)
        });
        placed.collect()
    }
}

impl FigureBase {
    /// Lays out those axes whose ticks are to be drawn, and titles that changed or moved; `first` is the place of the
    /// first of its own axes among all.
    fn place_needed<'a>(
        &'a self,
        drawing: &[Layer<'_>],
        (first, contexts): (usize, &[DrawContext<'a>]),
        frame: &FrameKey,
        drawn: &mut Drawn,
        canvas: &mut Canvas,
    ) -> Vec<Option<PlacedAxes<'a>>> {
        let mut needed = self.needed(drawing, (first, contexts), frame, drawn, canvas);
        self.add_others(&mut needed);
        let mut placed: Vec<_> = (needed.iter().zip(contexts).enumerate())
            .map(|(index, (needed, ctx))| {
                let is_needed = needed.titles || needed.axis != [false; 2];
                is_needed.then(|| self.place(index, needed.axis, ctx.clone(), canvas))
            })
            .collect();
        self.align(&mut placed);
        for index in (0..placed.len()).filter(|index| needed[*index].titles) {
            let room = self.place_titles(index, &mut placed, canvas);
            if let Some(placed) = &mut placed[index] {
                drawn.set_titles(frame, first + index, room, placed.take_titles());
            }
        }
        placed
    }

    /// What of its axes is to be drawn; places titles for which nothing else is needed.
    fn needed(
        &self,
        drawing: &[Layer<'_>],
        (first, contexts): (usize, &[DrawContext<'_>]),
        frame: &FrameKey,
        drawn: &mut Drawn,
        canvas: &mut Canvas,
    ) -> Vec<Needed> {
        let mut needed = vec![Needed::default(); self.axes.len()];
        let own = first..first + self.axes.len();
        for layer in drawing {
            let Some(all) = layer.key.id.axes().filter(|axes| own.contains(axes)) else {
                continue;
            };
            let axes = all - first;
            match layer.key.id {
                LayerId::Axis(_, which) | LayerId::AxisLabel(_, which) => {
                    needed[axes].axis[which] = true;
                }
                LayerId::Cube(_) => needed[axes].axis = [true; 2],
                LayerId::Titles(_) if !drawn.has_titles(frame, all) => {
                    let Some(room) = drawn.title_room(frame, all).cloned() else {
                        needed[axes].titles = true;
                        continue;
                    };
                    let titles = self.axes[axes].titles();
                    let titles = place_titles(titles, &room, canvas, &contexts[axes]);
                    drawn.set_titles(frame, all, room, titles);
                }
                _ => (),
            }
        }
        needed
    }

    /// Lays out ticks, labels and titles of all axes of its own.
    fn place_all<'a>(
        &'a self,
        contexts: Vec<DrawContext<'a>>,
        canvas: &mut Canvas,
    ) -> Vec<PlacedAxes<'a>> {
        canvas.set_fonts(self.style.fonts(), &self.told);
        let contexts = contexts.into_iter().enumerate();
        let mut placed: Vec<_> = contexts
            .map(|(index, ctx)| Some(self.place(index, [true; 2], ctx, canvas)))
            .collect();
        self.align(&mut placed);
        for index in 0..placed.len() {
            self.place_titles(index, &mut placed, canvas);
        }
        placed.into_iter().flatten().collect()
    }

    /// Lays out the ticks and labels of one axes, along these of x and y.
    fn place<'a>(
        &'a self,
        index: usize,
        along: [bool; 2],
        ctx: DrawContext<'a>,
        canvas: &mut Canvas,
    ) -> PlacedAxes<'a> {
        let shared = [Direction::X, Direction::Y].map(|direction| {
            along[direction as usize].then(|| {
                let mut tickers = self.tickers(index, direction);
                tickers.room = self.tick_room(index, direction, &ctx.mappings);
                SharedAxis {
                    tickers,
                    data: self.data_range(index, direction),
                }
            })
        });
        PlacedAxes::new(&self.axes[index], ctx, shared, canvas)
    }

    /// Adds what makes room for those that are needed, or that these are aligned with.
    fn add_others(&self, needed: &mut [Needed]) {
        for index in 0..needed.len() {
            if needed[index].titles {
                for other in self.beside_titles(index) {
                    needed[other].axis = [true; 2];
                }
            }
        }
        for direction in [Direction::X, Direction::Y] {
            let which = direction as usize;
            let those = (0..needed.len()).filter(|index| needed[*index].axis[which]);
            let aligned = those.flat_map(|index| self.aligned(index, direction));
            for other in aligned.collect::<Vec<_>>() {
                needed[other].axis[which] = true;
            }
        }
    }

    /// The axes whose ticks the titles of one avoid: itself, its twins and its own parts, and those whose titles are
    /// aligned with them.
    pub(super) fn beside_titles(&self, index: usize) -> impl Iterator<Item = usize> {
        let parts = self.children(index).map(|(_, child)| child);
        let aligned = self.aligned_titles(index);
        self.twins(index).chain(parts).chain(aligned)
    }

    /// Axes, and those that share an axis with one of them.
    pub(super) fn sharing(&self, axes: impl IntoIterator<Item = usize>) -> BTreeSet<usize> {
        let both = [Direction::X, Direction::Y];
        let axes = axes.into_iter();
        let shared = axes.flat_map(|index| both.map(|direction| self.group(index, direction)));
        shared.flatten().collect()
    }

    /// The axes whose ticks and labels decide where the titles of one have room.
    pub(super) fn deciding_titles(&self, index: usize) -> BTreeSet<usize> {
        let mut deciding: BTreeSet<usize> = self.beside_titles(index).collect();
        let both = [Direction::X, Direction::Y];
        let aligned = deciding.iter().flat_map(|beside| {
            let aligned = both.map(|direction| self.aligned(*beside, direction));
            aligned.into_iter().flatten()
        });
        let aligned: Vec<usize> = aligned.collect();
        deciding.extend(aligned);
        self.sharing(deciding)
    }

    /// Moves labels of axes that are aligned beside the tick labels of all of them.
    fn align(&self, placed: &mut [Option<PlacedAxes<'_>>]) {
        for direction in [Direction::X, Direction::Y] {
            for index in 0..placed.len() {
                let Some(side) = placed[index]
                    .as_ref()
                    .map(|axes| axes.label_side(direction))
                else {
                    continue;
                };
                let others = self.aligned(index, direction);
                let others = others.filter_map(|other| placed[other].as_ref());
                let around = others.filter_map(|other| other.tick_labels(direction, side));
                let around = around.reduce(union);
                if let Some((axes, around)) = placed[index].as_mut().zip(around) {
                    axes.align_label(direction, around);
                }
            }
        }
    }

    /// Places the titles of one axes, away from the ticks beside them, and returns the area that they avoid.
    fn place_titles(
        &self,
        index: usize,
        placed: &mut [Option<PlacedAxes<'_>>],
        canvas: &mut Canvas,
    ) -> TitleRoom {
        let others = || {
            let others = self.beside_titles(index);
            others.filter_map(|other| placed[other].as_ref())
        };
        let top = others()
            .map(PlacedAxes::title_top)
            .fold(f64::NEG_INFINITY, f64::max);
        let offsets = others().filter_map(PlacedAxes::offset_extent).collect();
        let room = TitleRoom { top, offsets };
        if let Some(axes) = &mut placed[index] {
            axes.place_titles(&room, canvas);
        }
        room
    }
}
