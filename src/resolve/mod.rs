//! Boxes, limits and ticks of axes, resolved for a drawing.

mod groups;
mod scene;
mod sheet;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use crate::artists::{ColorbarContent, DrawContext, ScalarMappable};
use crate::axes::{AnyAxes, Axes3D, Position, Shared, View, limits_of, range_of};
use crate::axis::{Direction, Tickers};
use crate::data_limits::{DataLimits, DataRange};
use crate::figure::FigureBase;
use crate::mapping::{AxesBox, Limits, Mapping, Projection};
use crate::scale::Scale;
use crate::stamp::Stamp;
pub(crate) use scene::{Part, Scene};
pub(crate) use sheet::Sheet;

impl FigureBase {
    /// The axes that have not gone with others that they were a part of.
    pub(crate) fn present_axes(&self) -> impl Iterator<Item = (usize, &AnyAxes)> {
        (0..self.axes.len()).filter_map(|index| Some((index, self.present(index)?)))
    }

    /// The context of the figure's own artists.
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
            place: sheet.place,
            mappings: [].into(),
            figure: sheet.figure,
            subfigure: sheet.place,
            snaps_clip: false,
            size: sheet.size,
            dpi: sheet.dpi,
            style: &self.style,
            siblings: &[],
            neighbors: [].into(),
            colorbar: None,
        }
    }

    /// Where the artists of each of its axes are drawn.
    pub(crate) fn contexts(&self, sheet: Sheet) -> Vec<DrawContext<'_>> {
        let mut contexts = Vec::with_capacity(self.axes.len());
        for index in 0..self.axes.len() {
            let context = self.context_after(index, &contexts, sheet);
            contexts.push(context);
        }
        let mappings: Arc<[Mapping]> = contexts.iter().map(|ctx| ctx.mapping.clone()).collect();
        for ctx in &mut contexts {
            ctx.mappings = mappings.clone();
        }
        contexts
    }

    pub(crate) fn context(&self, index: usize, sheet: Sheet) -> DrawContext<'_> {
        self.context_after(index, &[], sheet)
    }

    /// The box of fractions of the figure, left, bottom, right, top, that axes may take that are no part of others.
    pub(crate) fn own_extents(&self, index: usize) -> Option<[f64; 4]> {
        let axes = &self.axes[index];
        let own = axes.position.extents(&self.params)?;
        Some(axes.laid_out.unwrap_or(own))
    }

    /// The box of fractions of the figure, left, bottom, right, top, that axes may take, if `contexts` are those of the
    /// first axes.
    pub(crate) fn extents(
        &self,
        index: usize,
        contexts: &[DrawContext<'_>],
        sheet: Sheet,
    ) -> [f64; 4] {
        let Position::Inset(inset) = &self.axes[index].position else {
            return self.own_extents(index).unwrap_or_default();
        };
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
            Some(colorbar) => colorbar.without_ends(extents, self.is_inverted_bar(index)),
            None => extents,
        });
        let (projection, limits, scales) = self.plane(index, contexts, sheet);
        let view = View {
            limits,
            data: spread(axes.data_limits(), &scales),
            scales: scales.clone(),
        };
        let shared = Shared {
            x: self.group(index, Direction::X).count() > 1,
            y: self.group(index, Direction::Y).count() > 1,
        };
        let given = place;
        let (place, limits) = axes.rule.apply(given, view, shared);
        DrawContext {
            mapping: Mapping::new(projection, (limits, scales), place, sheet.size),
            place: given,
            mappings: [].into(),
            figure: sheet.figure,
            subfigure: sheet.place,
            snaps_clip: axes.snaps_clip(),
            size: sheet.size,
            dpi: sheet.dpi,
            style: axes.style(),
            siblings: axes.slots(),
            neighbors: [].into(),
            colorbar: self.colorbar_content(index),
        }
    }

    /// The projection of axes, and the limits and scales of the plane that they are drawn on.
    fn plane(
        &self,
        index: usize,
        contexts: &[DrawContext<'_>],
        sheet: Sheet,
    ) -> (Projection, Limits, (Scale, Scale)) {
        let (axes, linear) = (&self.axes[index], || (Scale::Linear, Scale::Linear));
        let (limits, scales) = match axes.space() {
            Some(_) => (Axes3D::PLANE, linear()),
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
        let projection = axes.projection(limits, &scales);
        match &projection {
            Projection::Polar(polar) => {
                let plane = polar.plane();
                (projection, plane, linear())
            }
            _ => (projection, limits, scales),
        }
    }

    /// Scale, locators and formatters, each from the axes of the group that it was set on last.
    pub(crate) fn tickers(&self, index: usize, direction: Direction) -> Tickers<'_> {
        if let Some(content) = self.colorbar_content(index)
            && content.is_along(direction)
        {
            return content.tickers(self.axes[index].axis(direction));
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
        if let Some(content) = self.colorbar_content(index)
            && content.is_along(direction)
        {
            let (low, high) = content.limits();
            return match self.is_inverted_bar(index) {
                true => (high, low),
                false => (low, high),
            };
        }
        let shown = limits_of(self.members(index, direction));
        shown.map_or(self.axes[index].axis(direction).view, |shown| shown.limits)
    }

    /// The mapping of the colours that the axes shows, if it is a colorbar, and its last change.
    pub(crate) fn mappable(&self, index: usize) -> Option<(ScalarMappable<'_>, Stamp)> {
        let place = self.axes[index].colorbar.as_ref()?.mappable;
        self.axes.get(place.axes)?.mappable(place)
    }

    /// Whether the long axis of a colorbar is inverted.
    fn is_inverted_bar(&self, index: usize) -> bool {
        let axes = &self.axes[index];
        axes.colorbar.as_ref().is_some_and(|colorbar| {
            let (from, to) = match colorbar.vertical {
                true => axes.yaxis.view,
                false => axes.xaxis.view,
            };
            from > to
        })
    }

    pub(crate) fn colorbar_content(&self, index: usize) -> Option<ColorbarContent<'_>> {
        let colorbar = self.axes[index].colorbar.as_ref()?;
        let mappable = self.mappable(index).map(|(mappable, _)| mappable);
        Some(ColorbarContent::new(colorbar.vertical, mappable?))
    }

    pub(crate) fn data_range(&self, index: usize, direction: Direction) -> Option<DataRange> {
        range_of(self.members(index, direction))
    }
}

/// The lengths of the data's range in the units of the scales.
fn spread(data: DataLimits, scales: &(Scale, Scale)) -> (f64, f64) {
    let length = |range: Option<DataRange>, scale: &Scale| {
        range.map_or(0.0, |r| scale.transform(r.high) - scale.transform(r.low))
    };
    (length(data.x, &scales.0), length(data.y, &scales.1))
}
