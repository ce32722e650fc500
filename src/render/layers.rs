//! The layers of a figure and its subfigures.

use std::any::Any;
use std::sync::Arc;

use crate::artists::{Legend, Slot};
use crate::axes::{AnyAxes, AxesBase, AxesLook, Element, PlacedAxes};
use crate::axis::Direction;
use crate::canvas::Canvas;
use crate::error::Result;
use crate::mapping::PixelRect;
use crate::redraw::{AxesView, ColorbarKey, Drawn, LayerId, Signature};
use crate::render::{Layer, Ordered};
use crate::resolve::{Part, Scene};
use crate::stamp::Stamp;

impl<'a> Scene<'a> {
    /// Adds the layers of a figure or a subfigure.
    pub(super) fn layers_of_part(&self, number: usize, layers: &mut Vec<Layer<'a>>) {
        let part = self.parts[number];
        let axes = part.base.axes.iter().enumerate();
        let axes = axes.filter(|(_, axes)| axes.visible() && axes.parent().is_none());
        let axes = axes.map(|(index, axes)| (axes.zorder(), Ordered::Axes(part.first + index)));
        let own = part.base.artists.iter().enumerate();
        let own = own.filter_map(|(place, slot)| Some((place, slot.as_ref()?)));
        let own = own.filter(|(_, slot)| slot.visible());
        let own = own.map(|(place, slot)| (slot.artist.zorder(), Ordered::Own(place, slot)));
        let subfigs = self.subfigs_of(&part);
        let subfigs = subfigs.filter_map(|other| Some((other, self.parts[other].sub?)));
        let subfigs = subfigs.filter(|(_, sub)| sub.visible());
        let subfigs = subfigs.map(|(other, sub)| (sub.zorder(), Ordered::SubFigure(other)));
        let mut drawn: Vec<_> = own.chain(axes).chain(subfigs).collect();
        drawn.sort_by(|a, b| a.0.total_cmp(&b.0));
        for (_, drawn) in drawn {
            match drawn {
                Ordered::Axes(index) => self.layers_of(index, layers),
                Ordered::SubFigure(other) => {
                    if self.parts[other].sub.is_some_and(|sub| sub.frameon()) {
                        layers.push(Layer::new(LayerId::SubFigure(other), Stamp::default()));
                    }
                    self.layers_of_part(other, layers);
                }
                Ordered::Own(place, slot) => {
                    let mut layer = Layer::of(LayerId::Own(number, place), slot);
                    if slot.artist.follows_artists() {
                        // A figure's legend shows all axes.
                        let all = self.parts.iter().flat_map(|part| &part.base.axes);
                        let all = all.flat_map(|axes| stamps_in(axes).chain([axes.stamp]));
                        layer.key.stamp = all.fold(slot.stamp, Stamp::max);
                    }
                    layers.push(layer);
                }
            }
        }
    }

    /// The subfigures that are directly in a part, by their numbers.
    fn subfigs_of(&self, part: &Part<'a>) -> impl Iterator<Item = usize> {
        let subfigs = &part.base.subfigs;
        let parts = self.parts.iter().enumerate();
        let parts = parts.filter(move |(_, other)| {
            let sub = other.sub;
            sub.is_some_and(|sub| subfigs.iter().any(|own| own.id == sub.id))
        });
        parts.map(|(number, _)| number)
    }

    fn layers_of(&self, index: usize, layers: &mut Vec<Layer<'a>>) {
        let ((part, own), ctx) = (self.part_of(index), &self.contexts[index]);
        let axes = &part.base.axes[own];
        let children = part.base.children(own);
        let children: Vec<_> = children
            .filter(|(_, child)| part.base.axes[*child].visible())
            .map(|(zorder, child)| (zorder, part.first + child))
            .collect();
        for element in axes.elements(&children, ctx) {
            let id = match element {
                Element::Child(child) => {
                    self.layers_of(child, layers);
                    continue;
                }
                Element::Patch => LayerId::Patch(index),
                Element::Spine(side) => LayerId::Spine(index, side),
                Element::Axis(which) => LayerId::Axis(index, which),
                Element::AxisLabel(which) => LayerId::AxisLabel(index, which),
                Element::Cube => LayerId::Cube(index),
                Element::Titles => LayerId::Titles(index),
                Element::Artist(place, slot) => {
                    let hides = slot.artist.hides(ctx.size, ctx);
                    if hides.is_some_and(|area| area.covers(ctx.size)) {
                        layers.clear();
                    }
                    let mut layer = Layer::of(LayerId::Artist(index, place), slot);
                    if slot.artist.follows_artists() {
                        layer.key.stamp = self.followed(axes, slot);
                    }
                    layers.push(layer);
                    continue;
                }
            };
            layers.push(Layer::new(id, Stamp::default()));
        }
    }

    /// The pixels that a layer hides completely.
    pub(super) fn hidden_by(&self, layer: Option<&Layer<'_>>) -> PixelRect {
        let hides = |layer: &Layer<'_>| {
            let ctx = &self.contexts[layer.key.id.axes()?];
            layer.artist?.hides(ctx.size, ctx)
        };
        layer.and_then(hides).unwrap_or(PixelRect::EMPTY)
    }

    /// The last change of an artist that follows those of its axes, or of one of these.
    fn followed(&self, axes: &AxesBase, slot: &Slot) -> Stamp {
        let artist: &dyn Any = &*slot.artist;
        let legend = artist.downcast_ref::<Legend>();
        let others = legend.into_iter().flat_map(Legend::named_axes);
        let others = others.filter(|owner| *owner != axes.family().owner);
        let others = others.filter_map(|(figure, index)| {
            let part = self.parts.iter().find(|part| part.base.id == figure);
            part?.base.axes.get(index)
        });
        // An artist that was removed from other axes has no stamp any more.
        let others = others.flat_map(|axes| stamps_in(axes).chain([axes.stamp]));
        stamps_in(axes).chain(others).fold(slot.stamp, Stamp::max)
    }

    /// What the layers of axes depend on; looks equal to the `last` one are shared with it.
    pub(super) fn signature(&self, index: usize, last: Option<&Signature>) -> Signature {
        let ((part, own), ctx) = (self.part_of(index), &self.contexts[index]);
        let base = part.base;
        let both = [Direction::X, Direction::Y];
        let related = base.sharing([own]);
        Signature {
            view: AxesView {
                present: base.present(own).is_some(),
                colorbar: base
                    .mappable(own)
                    .map(|(mappable, stamp)| ColorbarKey::new(&mappable, stamp)),
                data: both.map(|direction| base.data_range(own, direction)),
                mapping: ctx.mapping.clone(),
                place: ctx.place,
                rooms: both.map(|direction| base.tick_room(own, direction, &ctx.mappings)),
                figure: ctx.figure,
                subfigure: ctx.subfigure,
                snaps_clip: ctx.snaps_clip,
                dpi: ctx.dpi,
            },
            look: look(&base.axes[own], last),
            stamp: base.axes[own].stamp,
            related: related
                .into_iter()
                .map(|other| part.first + other)
                .collect(),
            beside_titles: (base.deciding_titles(own).into_iter())
                .map(|other| part.first + other)
                .collect(),
            aligned: both.map(|which| {
                let others = base.aligned(own, which);
                others.map(|other| part.first + other).collect()
            }),
        }
    }

    /// Draws a layer of axes.
    pub(super) fn draw_layer(
        &self,
        layer: &Layer<'_>,
        placed: &[Option<PlacedAxes<'_>>],
        drawn: &Drawn,
        canvas: &mut Canvas,
    ) -> Result<()> {
        let Some(axes) = layer.key.id.axes() else {
            return Ok(());
        };
        let (ctx, placed) = (&self.contexts[axes], placed[axes].as_ref());
        match (layer.key.id, placed) {
            (LayerId::Patch(index), _) => self.axes(index).draw_patch(canvas, ctx),
            (LayerId::Spine(index, side), _) => {
                self.axes(index).spine_at(side).draw(side, canvas, ctx);
            }
            (LayerId::Axis(_, which), Some(placed)) => placed.draw_axis(which, canvas),
            (LayerId::AxisLabel(_, which), Some(placed)) => placed.draw_label(which, canvas, ctx),
            (LayerId::Cube(_), Some(placed)) => placed.draw_cube(canvas),
            (LayerId::Titles(index), _) => {
                for title in drawn.titles(index) {
                    title.draw(canvas, ctx);
                }
            }
            _ => {
                if let Some(artist) = layer.artist {
                    return artist.draw(canvas, &ctx.for_artist(artist));
                }
            }
        }
        Ok(())
    }
}

/// The look of an axes; the previous one if it is equal.
fn look(axes: &AnyAxes, old: Option<&Signature>) -> Arc<AxesLook> {
    let same = old.filter(|old| old.stamp == axes.stamp);
    if let Some(same) = same {
        return same.look.clone();
    }
    let look = AxesLook::of(axes);
    match old.filter(|old| *old.look == look) {
        Some(equal) => equal.look.clone(),
        None => Arc::new(look),
    }
}

/// When the artists of axes were changed.
fn stamps_in(axes: &AxesBase) -> impl Iterator<Item = Stamp> {
    axes.slots().iter().flatten().map(|slot| slot.stamp)
}
