//! Laying out the ticks, labels and titles of axes, which make room for each other.

use crate::artists::DrawContext;
use crate::axes::{PlacedAxes, SharedAxis, TitleRoom, place_titles};
use crate::axis::Direction;
use crate::canvas::Canvas;
use crate::figure::Figure;
use crate::mapping::union;
use crate::redraw::{Drawn, FrameKey, LayerId};
use crate::render::Layer;

impl Figure {
    /// Lays out those axes whose ticks are to be drawn, and titles that changed or moved.
    pub(super) fn place_needed<'a>(
        &'a self,
        drawing: &[Layer<'_>],
        contexts: &[DrawContext<'a>],
        frame: &FrameKey,
        drawn: &mut Drawn,
        canvas: &mut Canvas,
    ) -> Vec<Option<PlacedAxes<'a>>> {
        let mut needed = vec![false; self.axes.len()];
        for layer in drawing {
            match layer.key.id {
                LayerId::Axis(axes, _) | LayerId::AxisLabel(axes, _) | LayerId::Cube(axes) => {
                    needed[axes] = true;
                }
                LayerId::Titles(axes) if !drawn.has_titles(frame, axes) => {
                    let Some(room) = drawn.title_room(frame, axes).cloned() else {
                        needed[axes] = true;
                        continue;
                    };
                    let titles = self.axes[axes].titles();
                    let titles = place_titles(titles, &room, canvas, &contexts[axes]);
                    drawn.set_titles(frame, axes, room, titles);
                }
                _ => (),
            }
        }
        let beside = self.with_others(&needed);
        let mut placed: Vec<_> = beside
            .iter()
            .enumerate()
            .map(|(index, needed)| {
                needed.then(|| self.place(index, contexts[index].clone(), canvas))
            })
            .collect();
        self.align(&mut placed);
        for index in 0..placed.len() {
            // Others were laid out for those that are needed; their own titles stay where they are.
            if !self
                .beside_titles(index)
                .all(|other| placed[other].is_some())
            {
                continue;
            }
            let room = self.place_titles(index, &mut placed, canvas);
            if let Some(placed) = &mut placed[index] {
                drawn.set_titles(frame, index, room, placed.take_titles());
            }
        }
        placed
    }

    /// Lays out ticks, labels and titles of all axes.
    pub(crate) fn place_all<'a>(
        &'a self,
        contexts: Vec<DrawContext<'a>>,
        canvas: &mut Canvas,
    ) -> Vec<PlacedAxes<'a>> {
        canvas.set_fonts(self.style.fonts(), &self.told);
        let contexts = contexts.into_iter().enumerate();
        let mut placed: Vec<_> = contexts
            .map(|(index, ctx)| Some(self.place(index, ctx, canvas)))
            .collect();
        self.align(&mut placed);
        for index in 0..placed.len() {
            self.place_titles(index, &mut placed, canvas);
        }
        placed.into_iter().flatten().collect()
    }

    /// Lays out the ticks and labels of one axes.
    fn place<'a>(
        &'a self,
        index: usize,
        ctx: DrawContext<'a>,
        canvas: &mut Canvas,
    ) -> PlacedAxes<'a> {
        let shared = [Direction::X, Direction::Y].map(|direction| {
            let mut tickers = self.tickers(index, direction);
            tickers.room = self.tick_room(index, direction, &ctx.mappings);
            SharedAxis {
                tickers,
                data: self.data_range(index, direction),
            }
        });
        PlacedAxes::new(&self.axes[index], ctx, shared, canvas)
    }

    /// The axes that are needed, and those that make room for these or that these are aligned with.
    fn with_others(&self, needed: &[bool]) -> Vec<bool> {
        let mut beside = needed.to_vec();
        let those = |needed: &[bool]| -> Vec<usize> {
            (0..needed.len()).filter(|index| needed[*index]).collect()
        };
        for index in those(needed) {
            for other in self.beside_titles(index) {
                beside[other] = true;
            }
        }
        for index in those(&beside) {
            for direction in [Direction::X, Direction::Y] {
                for other in self.aligned(index, direction) {
                    beside[other] = true;
                }
            }
        }
        beside
    }

    /// The axes whose ticks the titles of one avoid: itself, its twins and its own parts, and those whose titles are
    /// aligned with them.
    pub(super) fn beside_titles(&self, index: usize) -> impl Iterator<Item = usize> {
        let parts = self.children(index).map(|(_, child)| child);
        let aligned = self.aligned_titles(index);
        self.twins(index).chain(parts).chain(aligned)
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
