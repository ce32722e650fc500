//! Boxes, limits and ticks of axes, resolved for a drawing.

use std::sync::Arc;

use crate::artists::{DrawContext, Family, ScalarMappable, Shown};
use crate::axes::{Axes3D, AxesBase, Position, Shared, View, limits_of, range_of};
use crate::axis::{Axis, Direction, Tickers};
use crate::canvas::Canvas;
use crate::data_limits::{DataLimits, DataRange};
use crate::error::Result;
use crate::figure::Figure;
use crate::frame_size::FrameSize;
use crate::mapping::{AxesBox, Limits, Mapping, Projection};
use crate::paper::Paper;
use crate::scale::Scale;
use crate::stamp::Stamp;

/// Where the figure is on a canvas.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Sheet {
    pub(crate) size: FrameSize,
    pub(crate) dpi: f64,
    pub(crate) place: AxesBox,
    pub(crate) paper: Paper,
}

impl Sheet {
    /// The box of these fractions: left, bottom, right, top.
    ///
    /// Edges become pixels before they are subtracted, as in the reference: a rounding error decides the place of what
    /// is between two pixels.
    fn part(&self, [left, bottom, right, top]: [f64; 4]) -> AxesBox {
        let AxesBox {
            x0,
            y0,
            width,
            height,
        } = self.place;
        let (x, y) = (left * width + x0, bottom * height + y0);
        AxesBox {
            x0: x,
            y0: y,
            width: right * width + x0 - x,
            height: top * height + y0 - y,
        }
    }
}

impl Figure {
    /// Where the figure is on a canvas of this size.
    pub(crate) fn sheet(&self, size: FrameSize) -> Sheet {
        let (width, height) = self.figsize();
        let own = FrameSize::of_figure(self.figsize(), self.dpi());
        let (dpi, width, height) = if own.is_ok_and(|own| own == size) {
            (self.dpi(), width * self.dpi(), height * self.dpi())
        } else {
            let dpi = f64::from(size.width) / width;
            // Fonts are made for whole dots per inch; a rounding error must not cost one.
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
            paper: Paper::WHITE,
        }
    }

    /// Where the figure is on a canvas of this size with this paper.
    pub(crate) fn sheet_on(&self, size: FrameSize, paper: Paper) -> Sheet {
        match paper.place {
            None => Sheet {
                paper,
                ..self.sheet(size)
            },
            Some(place) => Sheet {
                size,
                dpi: self.dpi(),
                place,
                paper,
            },
        }
    }

    /// The context of the figure's own artists.
    /// The figure in its own size, and a canvas whose fonts measure its texts.
    pub(crate) fn measuring(&self) -> Result<(Sheet, Canvas)> {
        let size = FrameSize::of_figure(self.figsize(), self.dpi())?;
        Ok((self.sheet(size), Canvas::bare(size)))
    }

    pub(crate) fn own_context(&self, sheet: Sheet) -> DrawContext<'_> {
        let unit = Limits {
            x: (0.0, 1.0),
            y: (0.0, 1.0),
        };
        DrawContext {
            mapping: Mapping::new(
                Projection::Flat,
                (unit, (Scale::Linear, Scale::Linear)),
                sheet.place,
                sheet.size,
            ),
            mappings: [].into(),
            figure: sheet.place,
            size: sheet.size,
            dpi: sheet.dpi,
            style: &self.style,
            siblings: &[],
            families: [].into(),
            shown: None,
        }
    }

    /// Where the figure's own artists are drawn, with what they show of its axes.
    pub(crate) fn own_context_beside<'a>(
        &'a self,
        sheet: Sheet,
        contexts: &[DrawContext<'a>],
    ) -> DrawContext<'a> {
        let mut own = self.own_context(sheet);
        if let Some(ctx) = contexts.first() {
            own.mappings = ctx.mappings.clone();
            own.families = ctx.families.clone();
        }
        own
    }

    /// Where the artists of each axes are drawn.
    pub(crate) fn contexts(&self, sheet: Sheet) -> Vec<DrawContext<'_>> {
        let mut contexts = Vec::with_capacity(self.axes.len());
        for index in 0..self.axes.len() {
            let context = self.context_after(index, &contexts, sheet);
            contexts.push(context);
        }
        let mappings: Arc<[Mapping]> = contexts.iter().map(|ctx| ctx.mapping).collect();
        let family = |index| {
            self.present(index)
                .map_or(Family::EMPTY, |axes| axes.family())
        };
        let families: Arc<[Family<'_>]> = (0..self.axes.len()).map(family).collect();
        for ctx in &mut contexts {
            ctx.mappings = mappings.clone();
            ctx.families = families.clone();
        }
        contexts
    }

    pub(crate) fn context(&self, index: usize, sheet: Sheet) -> DrawContext<'_> {
        self.context_after(index, &[], sheet)
    }

    /// The box of fractions of the figure, left, bottom, right, top, that axes may take, if `contexts` are those of the
    /// first axes.
    pub(crate) fn extents(
        &self,
        index: usize,
        contexts: &[DrawContext<'_>],
        sheet: Sheet,
    ) -> [f64; 4] {
        let axes = &self.axes[index];
        if let Some(extents) = axes.laid_out {
            return extents;
        }
        match &axes.position {
            Position::Rect([left, bottom, width, height]) => {
                [*left, *bottom, left + width, bottom + height]
            }
            Position::Subplot(spec) => spec.extents(&self.params),
            Position::Inset(inset) => {
                let [left, bottom, right, top] = match contexts.get(inset.parent) {
                    Some(parent) => inset.extents(parent),
                    None => inset.extents(&self.context(inset.parent, sheet)),
                };
                let AxesBox {
                    x0,
                    y0,
                    width,
                    height,
                } = sheet.place;
                let (across, up) = (|x| (x - x0) / width, |y| (y - y0) / height);
                [across(left), up(bottom), across(right), up(top)]
            }
        }
    }

    /// The limits of the axes that a secondary axis shows, along that.
    fn followed_limits(
        &self,
        index: usize,
        direction: Direction,
        contexts: &[DrawContext<'_>],
        sheet: Sheet,
    ) -> Option<(f64, f64)> {
        let axes = &self.axes[index];
        axes.secondary().filter(|axis| axis.is_along(direction))?;
        let parent = axes.parent()?;
        let limits = match contexts.get(parent) {
            Some(context) => context.mapping.limits(),
            None => self.context(parent, sheet).mapping.limits(),
        };
        Some(match direction {
            Direction::X => limits.x,
            Direction::Y => limits.y,
        })
    }

    /// The context of axes, if `contexts` are those of the first axes.
    fn context_after(
        &self,
        index: usize,
        contexts: &[DrawContext<'_>],
        sheet: Sheet,
    ) -> DrawContext<'_> {
        let axes = &self.axes[index];
        let extents = self.extents(index, contexts, sheet);
        let place = sheet.part(match &axes.colorbar {
            Some(colorbar) => colorbar.without_ends(extents),
            None => extents,
        });
        let (projection, limits, scales) = self.plane(index, contexts, sheet);
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
            mapping: Mapping::new(projection, (limits, scales), place, sheet.size),
            mappings: [].into(),
            figure: sheet.place,
            size: sheet.size,
            dpi: sheet.dpi,
            style: axes.style(),
            siblings: axes.slots(),
            families: [].into(),
            shown: self.shown(index),
        }
    }

    /// The projection of axes, and the limits and scales of the plane that they are drawn on.
    fn plane(
        &self,
        index: usize,
        contexts: &[DrawContext<'_>],
        sheet: Sheet,
    ) -> (Projection, Limits, (Scale, Scale)) {
        let (axes, linear) = (&self.axes[index], (Scale::Linear, Scale::Linear));
        let (limits, scales) = match axes.space() {
            Some(_) => (Axes3D::PLANE, linear),
            None => {
                let limits = |direction| {
                    let followed = self.followed_limits(index, direction, contexts, sheet);
                    followed.unwrap_or_else(|| self.limits(index, direction))
                };
                let scale = |direction| self.tickers(index, direction).scale;
                let (x, y) = (Direction::X, Direction::Y);
                let limits = Limits {
                    x: limits(x),
                    y: limits(y),
                };
                (limits, (scale(x), scale(y)))
            }
        };
        let projection = axes.projection(limits, scales);
        match projection {
            Projection::Polar(polar) => (projection, polar.plane(), linear),
            _ => (projection, limits, scales),
        }
    }

    /// The axes that share this one's x or y axis, including itself.
    pub(crate) fn group(
        &self,
        index: usize,
        direction: Direction,
    ) -> impl Iterator<Item = usize> + Clone {
        let leader = self.leader(index, direction);
        (0..self.axes.len()).filter(move |other| self.leader(*other, direction) == leader)
    }

    /// The same with their axis.
    fn members(
        &self,
        index: usize,
        direction: Direction,
    ) -> impl Iterator<Item = (&AxesBase, &Axis)> + Clone {
        let group = self.group(index, direction);
        group.map(move |member| {
            let axes: &AxesBase = &self.axes[member];
            (axes, axes.axis(direction))
        })
    }

    /// The first of the axes that share an axis.
    fn leader(&self, index: usize, direction: Direction) -> usize {
        match self.axes[index].shared[direction as usize] {
            Some(other) if other != index => self.leader(other, direction),
            _ => index,
        }
    }

    /// The other axes with whose labels those of x or y are aligned.
    pub(crate) fn aligned(
        &self,
        index: usize,
        direction: Direction,
    ) -> impl Iterator<Item = usize> {
        self.aligned_by(index, direction as usize)
    }

    /// The other axes with whose titles those of axes are aligned.
    pub(crate) fn aligned_titles(&self, index: usize) -> impl Iterator<Item = usize> {
        self.aligned_by(index, 2)
    }

    fn aligned_by(&self, index: usize, which: usize) -> impl Iterator<Item = usize> {
        let first = self.axes[index].aligned[which];
        (0..self.axes.len()).filter(move |other| {
            *other != index && first.is_some() && self.axes[*other].aligned[which] == first
        })
    }

    /// The axes that are drawn as parts of these, with their zorders.
    pub(crate) fn children(&self, index: usize) -> impl Iterator<Item = (f64, usize)> {
        let parent = &self.axes[index];
        let axes = self.axes.iter().enumerate();
        let children = axes.filter(move |(_, axes)| {
            let inset = axes.position.inset();
            inset.is_some_and(|inset| inset.is_part_of(index, parent))
        });
        children.map(|(index, axes)| (axes.zorder(), index))
    }

    /// The axes that overlap as twins, including this one.
    pub(crate) fn twins(&self, index: usize) -> impl Iterator<Item = usize> {
        let original = |axes: usize| self.axes[axes].twin_of.unwrap_or(axes);
        let of = original(index);
        (0..self.axes.len()).filter(move |other| original(*other) == of)
    }

    /// Scale, locators and formatters, each from the axes of the group that it was set on last.
    pub(crate) fn tickers(&self, index: usize, direction: Direction) -> Tickers<'_> {
        if let Some(shown) = self.shown(index)
            && shown.is_along(direction)
        {
            return shown.tickers(self.axes[index].axis(direction));
        }
        let secondary = self.axes[index].secondary();
        let secondary = secondary.filter(|axis| axis.is_along(direction));
        if let Some((axis, parent)) = secondary.zip(self.axes[index].parent()) {
            return axis.tickers(self.tickers(parent, direction).scale);
        }
        let mut group = self
            .group(index, direction)
            .map(|member| self.axes[member].axis(direction));
        let first = group.next().unwrap_or(self.axes[index].axis(direction));
        Tickers::new(first, group)
    }

    /// The pixels and the size of labels along the axis that a group chooses its ticks for: that of which it has the
    /// locator, or the first.
    pub(crate) fn tick_room(
        &self,
        index: usize,
        direction: Direction,
        mappings: &[Mapping],
    ) -> Option<(f64, f64)> {
        let axis = |member: usize| self.axes[member].axis(direction);
        let group = self.group(index, direction);
        let owner = group.reduce(|a, b| {
            let stamp = |member| axis(member).tickers[0].locator.stamp;
            if stamp(b) > stamp(a) { b } else { a }
        });
        let owner = owner.filter(|owner| *owner != index)?;
        let place = mappings.get(owner)?.axes();
        let length = match direction {
            Direction::X => place.width,
            Direction::Y => place.height,
        };
        Some((length, self.style.points(axis(owner).looks[0].label_size)))
    }

    /// The limits that were set last in the group, or that fit all of its data.
    pub(crate) fn limits(&self, index: usize, direction: Direction) -> (f64, f64) {
        if let Some(shown) = self.shown(index)
            && shown.is_along(direction)
        {
            return shown.limits();
        }
        let shown = limits_of(self.members(index, direction));
        shown.map_or(self.axes[index].axis(direction).view, |shown| shown.limits)
    }

    /// The mapping of the colours that the axes shows, if it is a colorbar, and its last change.
    pub(crate) fn mappable(&self, index: usize) -> Option<(ScalarMappable<'_>, Stamp)> {
        let place = self.axes[index].colorbar.as_ref()?.mappable;
        self.axes.get(place.axes)?.mappable(place)
    }

    pub(crate) fn shown(&self, index: usize) -> Option<Shown<'_>> {
        let colorbar = self.axes[index].colorbar.as_ref()?;
        let mappable = self.mappable(index).map(|(mappable, _)| mappable);
        Some(Shown::new(colorbar.vertical, mappable?))
    }

    pub(crate) fn data_range(&self, index: usize, direction: Direction) -> Option<DataRange> {
        range_of(self.members(index, direction))
    }
}

/// The lengths of the data's range in the units of the scales.
fn spread(data: DataLimits, scales: (Scale, Scale)) -> (f64, f64) {
    let length = |range: Option<DataRange>, scale: Scale| {
        range.map_or(0.0, |r| scale.transform(r.high) - scale.transform(r.low))
    };
    (length(data.x, scales.0), length(data.y, scales.1))
}
