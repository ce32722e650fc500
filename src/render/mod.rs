//! Drawing a figure: the order of drawing, and which parts may be skipped.

mod place;

use std::any::Any;
use std::sync::Arc;

use crate::artists::{Artist, AxesImage, DrawContext, Legend, Slot};
use crate::axes::{AxesBase, AxesLook, Element, PlacedAxes};
use crate::axis::{AxesTicks, AxisTicks, Direction};
use crate::canvas::Canvas;
use crate::color::{Color, ColorSpec};
use crate::error::{Error, Result};
use crate::figure::Figure;
use crate::frame_size::FrameSize;
use crate::handle::Handle;
use crate::paper::Paper;
use crate::redraw::{AxesView, Drawn, FrameKey, LayerId, LayerKey, Signature, Start};
use crate::resolve::Sheet;
use crate::stamp::Stamp;

/// A part of a figure that is drawn on its own.
#[derive(Debug, Clone, Copy)]
struct Layer<'a> {
    key: LayerKey,
    /// The artist that is drawn, if it is one.
    artist: Option<&'a dyn Artist>,
}

/// A part that a figure draws in the order of zorders: an axes, or an artist of the figure.
enum FigurePart<'a> {
    Axes(usize),
    Own(usize, &'a Slot),
}

impl<'a> Layer<'a> {
    fn new(id: LayerId, stamp: Stamp) -> Self {
        let spans_axes = false;
        Self {
            key: LayerKey {
                id,
                stamp,
                spans_axes,
            },
            artist: None,
        }
    }

    fn of(id: LayerId, slot: &'a Slot) -> Self {
        let mut layer = Self::new(id, slot.stamp);
        layer.key.spans_axes = slot.artist.spans_axes();
        layer.artist = Some(&*slot.artist);
        layer
    }
}

impl Figure {
    /// Draws the figure over the whole canvas, whatever its size; the size of a point scales with the canvas' width.
    ///
    /// # Errors
    /// An error of an artist.
    pub fn draw(&self, canvas: &mut Canvas) -> Result<()> {
        self.redraw(canvas, &mut Drawn::default(), Paper::WHITE)
    }

    /// Draws the figure, starting from the unchanged part of the frame that was drawn last with the same memory.
    pub(crate) fn redraw(
        &self,
        canvas: &mut Canvas,
        drawn: &mut Drawn,
        paper: Paper,
    ) -> Result<()> {
        let (width, height) = self.figsize();
        if !(width > 0.0 && height > 0.0 && width.is_finite() && height.is_finite()) {
            let (width, height) = (width * self.dpi(), height * self.dpi());
            return Err(Error::CanvasSize { width, height });
        }
        let sheet = self.sheet_on(canvas.size(), paper);
        let contexts = self.contexts(sheet);
        let in_order = self.layers(&contexts, paper);
        let mut frame = self.frame_key(sheet, &in_order, &contexts, drawn.last());
        drawn.look(&frame);
        loop {
            let layers = drawn.arrange(&in_order);
            frame.layers = layers.iter().map(|layer| layer.key).collect();
            let start = drawn.start(&frame, canvas);
            let result =
                self.draw_layers(&layers, start, (sheet, &contexts), &frame, drawn, canvas);
            if let Err(error) = result {
                drawn.forget();
                return Err(error);
            }
            if !drawn.was_wrong() {
                drawn.finish(frame);
                return Ok(());
            }
        }
    }

    /// Draws a figure that shows only one image, without blending; `false` if it shows more.
    pub(crate) fn draw_lone_image(&self, canvas: &mut Canvas, paper: Paper) -> Result<bool> {
        if self.face(&paper).a > 0 {
            return Ok(false);
        }
        let sheet = self.sheet_on(canvas.size(), paper);
        let contexts = self.contexts(sheet);
        let layers = self.layers(&contexts, paper);
        let mut shown = layers
            .iter()
            .filter(|layer| layer.key.id != LayerId::Background);
        let (Some(layer), None) = (shown.next(), shown.next()) else {
            return Ok(false);
        };
        match (layer.key.id, layer.artist.map(|artist| artist as &dyn Any)) {
            (LayerId::Artist(axes, _), Some(artist)) => match artist.downcast_ref::<AxesImage>() {
                Some(image) => image.draw_alone(canvas, &contexts[axes]),
                None => Ok(false),
            },
            _ => Ok(false),
        }
    }

    fn draw_layers(
        &self,
        layers: &[Layer<'_>],
        start: Start,
        (sheet, contexts): (Sheet, &[DrawContext<'_>]),
        frame: &FrameKey,
        drawn: &mut Drawn,
        canvas: &mut Canvas,
    ) -> Result<()> {
        canvas.set_fonts(self.style.fonts(), &self.told);
        let placed = self.place_needed(&layers[start.from..], contexts, frame, drawn, canvas);
        let own = self.own_context_beside(sheet, contexts);
        let mut from = start.from;
        while from < layers.len() {
            if start.keep == Some(from) {
                drawn.keep(from, frame, canvas);
            }
            let to = drawn.stop(start, from, layers.len());
            drawn.noting(layers[from].key, from, canvas, |drawn, canvas| {
                let mut layers = layers[from..to].iter();
                layers.try_for_each(|layer| match (layer.key.id.axes(), layer.artist) {
                    (Some(axes), _) => {
                        let (ctx, placed) = (&contexts[axes], placed[axes].as_ref());
                        self.draw_layer(layer, ctx, placed, drawn, canvas)
                    }
                    (None, Some(artist)) => artist.draw(canvas, &own),
                    (None, None) => {
                        canvas.fill(self.face(&sheet.paper).over(sheet.paper.below));
                        Ok(())
                    }
                })
            })?;
            from = to;
        }
        if start.keep == Some(layers.len()) {
            drawn.keep(layers.len(), frame, canvas);
        }
        Ok(())
    }

    /// Draws a layer of axes.
    fn draw_layer(
        &self,
        layer: &Layer<'_>,
        ctx: &DrawContext<'_>,
        placed: Option<&PlacedAxes<'_>>,
        drawn: &Drawn,
        canvas: &mut Canvas,
    ) -> Result<()> {
        match (layer.key.id, placed) {
            (LayerId::Patch(index), _) => self.axes[index].draw_patch(canvas, ctx),
            (LayerId::Spine(index, side), _) => {
                self.axes[index].spine_at(side).draw(side, canvas, ctx);
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
                    return artist.draw(canvas, ctx);
                }
            }
        }
        Ok(())
    }

    /// The layers that are drawn, from below, without those that an opaque layer hides completely.
    fn layers(&self, contexts: &[DrawContext<'_>], paper: Paper) -> Vec<Layer<'_>> {
        let mut layers = vec![Layer::new(LayerId::Background, self.stamp)];
        let axes = self.axes.iter().enumerate();
        let axes = axes.filter(|(_, axes)| axes.visible() && axes.parent().is_none());
        let axes = axes.map(|(index, axes)| (axes.zorder(), FigurePart::Axes(index)));
        let own = self.artists.iter().enumerate();
        let own = own.filter_map(|(place, slot)| Some((place, slot.as_ref()?)));
        let own = own.filter(|(_, slot)| slot.visible());
        let own = own.map(|(place, slot)| (slot.artist.zorder(), FigurePart::Own(place, slot)));
        let mut parts: Vec<_> = own.chain(axes).collect();
        parts.sort_by(|a, b| a.0.total_cmp(&b.0));
        for (_, part) in parts {
            match part {
                FigurePart::Axes(index) => self.layers_of(index, contexts, &mut layers),
                FigurePart::Own(place, slot) => {
                    let mut layer = Layer::of(LayerId::Own(place), slot);
                    if slot.artist.follows_artists() {
                        // A figure's legend shows all axes.
                        let all = self.axes.iter();
                        let all = all.flat_map(|axes| stamps_in(axes).chain([axes.stamp]));
                        layer.key.stamp = all.fold(slot.stamp, Stamp::max);
                    }
                    layers.push(layer);
                }
            }
        }
        if paper.is_bare {
            layers.retain(|layer| !matches!(layer.key.id, LayerId::Patch(_)));
        }
        layers
    }

    fn layers_of<'a>(
        &'a self,
        index: usize,
        contexts: &[DrawContext<'_>],
        layers: &mut Vec<Layer<'a>>,
    ) {
        let (axes, ctx) = (&self.axes[index], &contexts[index]);
        let children = self.children(index);
        let children: Vec<_> = children
            .filter(|(_, child)| self.axes[*child].visible())
            .collect();
        for element in axes.elements(&children, ctx) {
            let id = match element {
                Element::Child(child) => {
                    self.layers_of(child, contexts, layers);
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
                        layer.key.stamp = self.followed(index, slot);
                    }
                    layers.push(layer);
                    continue;
                }
            };
            layers.push(Layer::new(id, Stamp::default()));
        }
    }

    /// The last change of an artist that follows those of its axes, or of one of these.
    fn followed(&self, index: usize, slot: &Slot) -> Stamp {
        let artist: &dyn Any = &*slot.artist;
        let legend = artist.downcast_ref::<Legend>();
        let others = legend.into_iter().flat_map(Legend::named_axes);
        let others = others.filter(|other| *other != index);
        let others = others.filter_map(|other| self.axes.get(other));
        // An artist that was removed from other axes has no stamp any more.
        let others = others.flat_map(|axes| stamps_in(axes).chain([axes.stamp]));
        stamps_in(&self.axes[index])
            .chain(others)
            .fold(slot.stamp, Stamp::max)
    }

    /// The content of a frame; looks equal to those of the `last` one are shared with it.
    fn frame_key(
        &self,
        sheet: Sheet,
        layers: &[Layer<'_>],
        contexts: &[DrawContext<'_>],
        last: Option<&FrameKey>,
    ) -> FrameKey {
        let signature = |(index, ctx): (usize, &DrawContext<'_>)| {
            let old = last.and_then(|last| last.axes.get(index));
            let x = self.group(index, Direction::X);
            let related = x
                .chain(self.group(index, Direction::Y))
                .chain(self.beside_titles(index))
                .chain(self.aligned(index, Direction::X));
            Signature {
                view: AxesView {
                    mappable: self.mappable(index).map(|(_, stamp)| stamp),
                    data: [Direction::X, Direction::Y].map(|d| self.data_range(index, d)),
                    mapping: ctx.mapping,
                    rooms: [Direction::X, Direction::Y]
                        .map(|direction| self.tick_room(index, direction, &ctx.mappings)),
                    figure: ctx.figure,
                    dpi: ctx.dpi,
                },
                look: self.look(index, old),
                stamp: self.axes[index].stamp,
                related: related.collect(),
                aligned: [Direction::X, Direction::Y]
                    .map(|which| self.aligned(index, which).collect()),
            }
        };
        FrameKey {
            figure: self.id,
            stamp: self.stamp,
            sheet,
            layers: layers.iter().map(|layer| layer.key).collect(),
            axes: contexts.iter().enumerate().map(signature).collect(),
        }
    }

    /// The look of an axes; the previous one if it is equal.
    fn look(&self, index: usize, old: Option<&Signature>) -> Arc<AxesLook> {
        let axes = &self.axes[index];
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

    /// The ticks of an axes, at the figure's own dpi: values and labels as drawn.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// fig[ax].set_xlim(0.0, 4e6)?;
    /// let ticks = fig.ticks(ax)?;
    /// assert_eq!((ticks.x.major[1].value, ticks.x.major[1].label.as_str()), (5e5, "0.5"));
    /// assert_eq!(ticks.x.offset, "1e6");
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// An invalid size.
    ///
    /// # Panics
    /// For a handle of another figure, like indexing.
    pub fn ticks(&self, ax: impl Into<Handle<AxesBase>>) -> Result<AxesTicks> {
        let ax = ax.into();
        let _ = &self[ax];
        let sheet = self.sheet(FrameSize::of_figure(self.figsize(), self.dpi())?);
        let contexts = self.contexts(sheet);
        let ctx = &contexts[ax.axes];
        let [x, y] = [Direction::X, Direction::Y].map(|direction| {
            let mut tickers = self.tickers(ax.axes, direction);
            tickers.room = self.tick_room(ax.axes, direction, &ctx.mappings);
            let data = self.data_range(ax.axes, direction);
            let axis = self.axes[ax.axes].axis(direction);
            let ticks = AxisTicks::new(axis, tickers, data, ctx);
            match (&ctx.shown, self.axes[ax.axes].secondary()) {
                (Some(shown), _) if shown.is_along(direction) => shown.in_data(ticks),
                (_, Some(axis)) if axis.is_along(direction) => axis.in_own_unit(ticks),
                _ => ticks,
            }
        });
        Ok(AxesTicks { x, y })
    }

    /// The colour of the figure's background.
    pub(crate) fn face(&self, paper: &Paper) -> Color {
        let color = paper
            .facecolor
            .or(self.style.savefig_facecolor)
            .or(self.facecolor)
            .unwrap_or(ColorSpec::Rgba(self.style.figure_facecolor));
        color.resolve(&self.style.prop_cycle)
    }
}

/// When the artists of axes were changed.
fn stamps_in(axes: &AxesBase) -> impl Iterator<Item = Stamp> {
    axes.slots().iter().flatten().map(|slot| slot.stamp)
}
