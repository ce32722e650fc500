//! Drawing a figure: the one place that knows the order and what may be left out.

use std::sync::Arc;

use crate::artists::{Artist, DrawContext};
use crate::axes::{PlacedAxes, Position, Shared, SharedAxis, View};
use crate::axis::{Axis, Direction};
use crate::canvas::{Canvas, FrameSize};
use crate::color::{Color, ColorSpec};
use crate::data_limits::{DataLimits, DataRange};
use crate::error::Result;
use crate::figure::Figure;
use crate::scale::Scale;
use crate::transform::{AxesBox, Limits, Transform};

/// Where the figure is on a canvas.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sheet {
    size: FrameSize,
    dpi: f64,
    pub(crate) place: AxesBox,
}

/// What a figure draws, from below.
enum Element<'a> {
    Artist(&'a dyn Artist),
    Axes(&'a PlacedAxes<'a>),
}

impl Figure {
    /// Draws the figure over the whole canvas, whatever its size; points follow the canvas' width.
    ///
    /// # Errors
    /// What an artist can't draw.
    pub fn draw(&self, canvas: &mut Canvas) -> Result<()> {
        let sheet = self.sheet(canvas.size());
        let contexts = self.contexts(sheet);
        let covered = self
            .axes
            .iter()
            .zip(&contexts)
            .any(|(axes, ctx)| axes.covers(ctx));
        if !covered {
            canvas.fill(self.background());
        }
        let mut ctx = self.own_context(sheet);
        ctx.transforms = contexts.iter().map(|ctx| ctx.transform).collect();
        let placed = self.place_all(contexts, canvas);
        let axes = self.axes.iter().zip(&placed);
        let axes = axes
            .filter(|(axes, _)| axes.is_visible())
            .map(|(axes, placed)| (axes.zorder(), Element::Axes(placed)));
        let artists = self.artists.iter().filter(|artist| artist.visible());
        let mut order: Vec<_> = artists
            .map(|artist| (artist.zorder(), Element::Artist(&**artist)))
            .chain(axes)
            .collect();
        order.sort_by(|a, b| a.0.total_cmp(&b.0));
        for (_, element) in order {
            match element {
                Element::Axes(axes) => axes.draw(canvas)?,
                Element::Artist(artist) => artist.draw(canvas, &ctx)?,
            }
        }
        canvas.flush();
        Ok(())
    }

    /// What is not opaque lies on white, as frames have no alpha.
    fn background(&self) -> Color {
        let color = self
            .facecolor
            .unwrap_or(ColorSpec::Rgba(self.style.figure_facecolor));
        color.resolve(&self.style.prop_cycle).over_white()
    }

    /// Where the figure is on a canvas of this size.
    pub(crate) fn sheet(&self, size: FrameSize) -> Sheet {
        let (width, height) = self.figsize();
        let own = FrameSize::of_figure(self.figsize(), self.dpi());
        let (dpi, width, height) = if own.is_ok_and(|own| own == size) {
            (self.dpi(), width * self.dpi(), height * self.dpi())
        } else {
            let dpi = f64::from(size.width) / width;
            // Fonts are made for whole dots an inch; a rounding error must not cost one.
            let whole = dpi.round();
            let dpi = if (dpi - whole).abs() < 1e-6 {
                whole
            } else {
                dpi
            };
            (dpi, f64::from(size.width), f64::from(size.height))
        };
        Sheet {
            size,
            dpi,
            place: AxesBox {
                x0: 0.0,
                y0: 0.0,
                width,
                height,
            },
        }
    }

    /// The context of the figure's own artists.
    pub(crate) fn own_context(&self, sheet: Sheet) -> DrawContext<'_> {
        let unit = Limits {
            x: (0.0, 1.0),
            y: (0.0, 1.0),
        };
        DrawContext {
            transform: Transform::new(unit, (Scale::Linear, Scale::Linear), sheet.place),
            transforms: [].into(),
            figure: sheet.place,
            size: sheet.size,
            dpi: sheet.dpi,
            style: &self.style,
        }
    }

    /// Where the artists of each axes are drawn.
    pub(crate) fn contexts(&self, sheet: Sheet) -> Vec<DrawContext<'_>> {
        let mut contexts: Vec<_> = (0..self.axes.len())
            .map(|index| self.context(index, sheet))
            .collect();
        let transforms: Arc<[Transform]> = contexts.iter().map(|ctx| ctx.transform).collect();
        for ctx in &mut contexts {
            ctx.transforms = transforms.clone();
        }
        contexts
    }

    /// Lays out ticks, labels and titles of all axes.
    pub(crate) fn place_all<'a>(
        &'a self,
        contexts: Vec<DrawContext<'a>>,
        canvas: &mut Canvas,
    ) -> Vec<PlacedAxes<'a>> {
        let mut placed: Vec<_> = contexts
            .into_iter()
            .enumerate()
            .map(|(index, ctx)| {
                let shared = [Direction::X, Direction::Y].map(|direction| SharedAxis {
                    ticker: self.ticker(index, direction),
                    data: self.data_range(index, direction),
                });
                PlacedAxes::new(&self.axes[index], ctx, shared, canvas)
            })
            .collect();
        for index in 0..placed.len() {
            let twins = || self.twins(index).map(|twin| &placed[twin]);
            let top = twins()
                .map(PlacedAxes::title_top)
                .fold(f64::NEG_INFINITY, f64::max);
            let offsets: Vec<_> = twins().filter_map(PlacedAxes::offset_extent).collect();
            placed[index].place_titles(top, &offsets, canvas);
        }
        placed
    }

    fn context(&self, index: usize, sheet: Sheet) -> DrawContext<'_> {
        let axes = &self.axes[index];
        let rect = match &axes.position {
            Position::Rect(rect) => *rect,
            Position::Subplot(spec) => spec.rect(&self.params),
        };
        let [left, bottom, width, height] = rect;
        let place = AxesBox {
            x0: left * sheet.place.width,
            y0: bottom * sheet.place.height,
            width: width * sheet.place.width,
            height: height * sheet.place.height,
        };
        let limits = Limits {
            x: self.limits(index, Direction::X),
            y: self.limits(index, Direction::Y),
        };
        let scales = (
            self.ticker(index, Direction::X).scale,
            self.ticker(index, Direction::Y).scale,
        );
        let view = View {
            limits,
            scales,
            data: spread(axes.data_limits(), scales),
        };
        let shared = Shared {
            x: self.group(index, Direction::X).count() > 1,
            y: self.group(index, Direction::Y).count() > 1,
        };
        let (place, limits) = axes.rule.apply(place, view, shared);
        DrawContext {
            transform: Transform::new(limits, scales, place),
            transforms: [].into(),
            figure: sheet.place,
            size: sheet.size,
            dpi: sheet.dpi,
            style: axes.style(),
        }
    }

    /// The axes that share this one's x or y axis, itself among them.
    fn group(&self, index: usize, direction: Direction) -> impl Iterator<Item = usize> {
        let leader = self.leader(index, direction);
        (0..self.axes.len()).filter(move |other| self.leader(*other, direction) == leader)
    }

    /// The first of the axes that share an axis.
    fn leader(&self, index: usize, direction: Direction) -> usize {
        match self.axes[index].shared[direction as usize] {
            Some(other) if other != index => self.leader(other, direction),
            _ => index,
        }
    }

    /// The axes that lie over each other, this one among them.
    fn twins(&self, index: usize) -> impl Iterator<Item = usize> {
        let original = |axes: usize| self.axes[axes].twin_of.unwrap_or(axes);
        let of = original(index);
        (0..self.axes.len()).filter(move |other| original(*other) == of)
    }

    /// The axis of the group on which scale or ticks were set last.
    fn ticker(&self, index: usize, direction: Direction) -> &Axis {
        let axis = |member: usize| self.axes[member].axis(direction);
        let latest = self.group(index, direction).max_by_key(|member| {
            // Of equals the first: all begin alike.
            (axis(*member).ticker_stamp, std::cmp::Reverse(*member))
        });
        axis(latest.unwrap_or(index))
    }

    /// The limits that were set last in the group, or that fit all of its data.
    fn limits(&self, index: usize, direction: Direction) -> (f64, f64) {
        let view = |member: usize| self.axes[member].view(direction);
        let latest = self
            .group(index, direction)
            .max_by_key(|member| (view(*member).stamp, std::cmp::Reverse(*member)))
            .unwrap_or(index);
        let present = view(latest);
        if !present.stale {
            return present.limits;
        }
        let sticky: Vec<f64> = self
            .group(index, direction)
            .flat_map(|member| self.axes[member].sticky_edges(direction))
            .collect();
        let axis = self.axes[latest].axis(direction);
        axis.autoscaled(self.data_range(index, direction), &sticky, present.limits)
    }

    fn data_range(&self, index: usize, direction: Direction) -> Option<DataRange> {
        let data = self
            .group(index, direction)
            .map(|member| self.axes[member].data_limits());
        let data = data.fold(DataLimits::default(), DataLimits::union);
        match direction {
            Direction::X => data.x,
            Direction::Y => data.y,
        }
    }
}

/// The lengths of the data's range in the units of the scales.
fn spread(data: DataLimits, scales: (Scale, Scale)) -> (f64, f64) {
    let length = |range: Option<DataRange>, scale: Scale| {
        range.map_or(0.0, |r| scale.transform(r.high) - scale.transform(r.low))
    };
    (length(data.x, scales.0), length(data.y, scales.1))
}
