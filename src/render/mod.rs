//! Drawing a figure: the order of drawing, and which parts may be skipped.

mod laid_out;
mod layers;
mod place;
mod shown;

use std::any::Any;

use crate::artists::{Artist, AxesImage, Slot};
use crate::canvas::Canvas;
use crate::color::{Color, ColorSpec};
use crate::error::{Error, Result};
use crate::figure::{Figure, SubFigure};
use crate::paper::Paper;
use crate::redraw::{Drawn, FrameKey, LayerId, LayerKey, PartKey, Start};
use crate::resolve::{Scene, Sheet};
use crate::stamp::Stamp;

/// A part of a figure that is drawn on its own.
#[derive(Debug, Clone, Copy)]
struct Layer<'a> {
    key: LayerKey,
    /// The artist that is drawn, if it is one.
    artist: Option<&'a dyn Artist>,
}

/// What a figure draws in the order of zorders: an axes, an artist of the figure, or a subfigure.
enum Ordered<'a> {
    Axes(usize),
    Own(usize, &'a Slot),
    SubFigure(usize),
}

impl<'a> Layer<'a> {
    fn new(id: LayerId, stamp: Stamp) -> Self {
        Self {
            key: LayerKey {
                id,
                stamp,
                spans_axes: false,
                follows_limits: [true; 2],
            },
            artist: None,
        }
    }

    fn of(id: LayerId, slot: &'a Slot) -> Self {
        let mut layer = Self::new(id, slot.stamp);
        layer.key.spans_axes = slot.artist.spans_axes();
        layer.key.follows_limits = slot.artist.follows_limits();
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
        self.laid_out().redraw_as_it_is(canvas, drawn, paper)
    }

    fn redraw_as_it_is(&self, canvas: &mut Canvas, drawn: &mut Drawn, paper: Paper) -> Result<()> {
        let (width, height) = self.figsize();
        if !(width > 0.0 && height > 0.0 && width.is_finite() && height.is_finite()) {
            let (width, height) = (width * self.dpi(), height * self.dpi());
            return Err(Error::CanvasSize { width, height });
        }
        let sheet = self.sheet_on(canvas.size(), paper);
        let scene = self.scene(sheet);
        let in_order = self.layers(&scene, paper);
        let mut frame = self.frame_key(sheet, &in_order, &scene, drawn.last());
        drawn.look(&frame);
        loop {
            let layers = drawn.arrange(&in_order);
            frame.layers = layers.iter().map(|layer| layer.key).collect();
            let start = drawn.start(&frame, canvas, |layer| scene.hidden_by(layers.get(layer)));
            let result = self.draw_layers(&layers, start, &scene, &frame, drawn, canvas);
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
        let laid = self.laid_out();
        let scene = laid.scene(laid.sheet_on(canvas.size(), paper));
        let layers = laid.layers(&scene, paper);
        let mut shown = layers
            .iter()
            .filter(|layer| layer.key.id != LayerId::Background);
        let (Some(layer), None) = (shown.next(), shown.next()) else {
            return Ok(false);
        };
        match (layer.key.id, layer.artist.map(|artist| artist as &dyn Any)) {
            (LayerId::Artist(axes, _), Some(artist)) => match artist.downcast_ref::<AxesImage>() {
                Some(image) => image.draw_alone(canvas, &scene.contexts[axes]),
                None => Ok(false),
            },
            _ => Ok(false),
        }
    }

    fn draw_layers(
        &self,
        layers: &[Layer<'_>],
        start: Start,
        scene: &Scene<'_>,
        frame: &FrameKey,
        drawn: &mut Drawn,
        canvas: &mut Canvas,
    ) -> Result<()> {
        canvas.set_fonts(self.style.fonts(), &self.told);
        let placed = scene.place_needed(&layers[start.from..], frame, drawn, canvas);
        let parts = scene.parts.iter();
        let own: Vec<_> = parts.map(|part| scene.own_context(part)).collect();
        let mut from = start.from;
        while from < layers.len() {
            if start.keep == Some(from) {
                drawn.keep(from, frame, canvas);
            }
            let to = drawn.stop(start, from, layers.len());
            drawn.noting(layers[from].key, from..to, canvas, |drawn, canvas| {
                let mut layers = layers[from..to].iter();
                layers.try_for_each(|layer| match (layer.key.id, layer.artist) {
                    (LayerId::Background, _) => {
                        let paper = frame.sheet.paper;
                        canvas.fill(self.face(&paper).over(paper.below));
                        Ok(())
                    }
                    (LayerId::Own(part, _), Some(artist)) => artist.draw(canvas, &own[part]),
                    (LayerId::SubFigure(part), _) => {
                        if let Some(sub) = scene.parts[part].sub {
                            sub.draw_patch(canvas, &own[part]);
                        }
                        Ok(())
                    }
                    _ => scene.draw_layer(layer, &placed, drawn, canvas),
                })
            })?;
            from = to;
        }
        if start.keep == Some(layers.len()) {
            drawn.keep(layers.len(), frame, canvas);
        }
        Ok(())
    }

    /// The layers that are drawn, from below, without those that an opaque layer hides completely.
    fn layers<'a>(&self, scene: &Scene<'a>, paper: Paper) -> Vec<Layer<'a>> {
        let mut layers = vec![Layer::new(LayerId::Background, self.stamp)];
        scene.layers_of_part(0, &mut layers);
        if paper.is_bare {
            layers.retain(|layer| !matches!(layer.key.id, LayerId::Patch(_)));
        }
        layers
    }

    /// The content of a frame; looks equal to those of the `last` one are shared with it.
    fn frame_key(
        &self,
        sheet: Sheet,
        layers: &[Layer<'_>],
        scene: &Scene<'_>,
        last: Option<&FrameKey>,
    ) -> FrameKey {
        let signatures = scene.contexts.iter().enumerate();
        let signatures = signatures
            .map(|(index, _)| scene.signature(index, last.and_then(|last| last.axes.get(index))));
        let parts = scene.parts.iter();
        FrameKey {
            figure: parts.map(|part| part.base.id).fold(self.id, u64::max),
            stamp: self.stamp,
            sheet,
            layers: layers.iter().map(|layer| layer.key).collect(),
            axes: signatures.collect(),
            parts: (scene.parts.iter())
                .map(|part| PartKey {
                    place: part.sheet.place,
                    look: part.sub.map(SubFigure::look),
                    laid_labels: part.base.laid_labels,
                })
                .collect(),
        }
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
