//! A figure and its subfigures on a canvas.

use std::ops::Range;
use std::sync::Arc;

use crate::artists::{DrawContext, Neighbor};
use crate::axes::AnyAxes;
use crate::figure::{Figure, FigureBase, SubFigure};
use crate::resolve::Sheet;

/// A figure or a subfigure on a canvas.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part<'a> {
    pub(crate) base: &'a FigureBase,
    /// The subfigure, if it is one.
    pub(crate) sub: Option<&'a SubFigure>,
    pub(crate) sheet: Sheet,
    /// The place of its first axes among all.
    pub(crate) first: usize,
}

impl Part<'_> {
    /// The places of its axes among all.
    pub(crate) fn range(&self) -> Range<usize> {
        self.first..self.first + self.base.axes.len()
    }
}

/// A figure and its subfigures on a canvas, and where the artists of each axes are drawn.
#[derive(Debug)]
pub(crate) struct Scene<'a> {
    /// The figure, and each subfigure before its own.
    pub(crate) parts: Vec<Part<'a>>,
    pub(crate) contexts: Vec<DrawContext<'a>>,
}

impl Figure {
    /// The figure and its subfigures where this sheet is.
    pub(crate) fn scene(&self, sheet: Sheet) -> Scene<'_> {
        let mut parts = Vec::with_capacity(1 + self.subfigs.len());
        add_part(self, None, sheet, &mut parts);
        let contexts = parts.iter().flat_map(|part| part.base.contexts(part.sheet));
        let mut contexts: Vec<_> = contexts.collect();
        let axes = parts.iter().flat_map(|part| {
            let present = part.base.present_axes();
            present.map(|(index, axes)| (part.first + index, axes))
        });
        let mut axes: Vec<(usize, &AnyAxes)> = axes.collect();
        axes.sort_by_key(|(_, axes)| axes.added);
        let neighbors = axes.into_iter().map(|(index, axes)| Neighbor {
            family: axes.family(),
            mapping: contexts[index].mapping.clone(),
        });
        let neighbors: Arc<[Neighbor<'_>]> = neighbors.collect();
        for ctx in &mut contexts {
            ctx.neighbors = neighbors.clone();
        }
        Scene { parts, contexts }
    }
}

fn add_part<'a>(
    base: &'a FigureBase,
    sub: Option<&'a SubFigure>,
    sheet: Sheet,
    parts: &mut Vec<Part<'a>>,
) {
    let first = parts.last().map_or(0, |last| last.range().end);
    parts.push(Part {
        base,
        sub,
        sheet,
        first,
    });
    for sub in &base.subfigs {
        let place = sheet.part(sub.place);
        add_part(sub, Some(sub), Sheet { place, ..sheet }, parts);
    }
}

impl<'a> Scene<'a> {
    /// The contexts of the axes of a part.
    pub(crate) fn contexts_of(&self, part: &Part<'_>) -> &[DrawContext<'a>] {
        &self.contexts[part.range()]
    }

    /// The part that axes belong to, by their place among all, and their place in that.
    pub(crate) fn part_of(&self, axes: usize) -> (&Part<'a>, usize) {
        let before = self.parts.partition_point(|part| part.first <= axes);
        // Those without axes begin where the next does.
        let part = &self.parts[before - 1];
        (part, axes - part.first)
    }

    /// The axes at a place among all.
    pub(crate) fn axes(&self, index: usize) -> &'a AnyAxes {
        let (part, own) = self.part_of(index);
        &part.base.axes[own]
    }

    /// Where a part's own artists are drawn, with what they show of axes.
    pub(crate) fn own_context(&self, part: &Part<'a>) -> DrawContext<'a> {
        let mut own = part.base.own_context(part.sheet);
        if let Some(ctx) = self.contexts_of(part).first() {
            own.mappings = ctx.mappings.clone();
        }
        if let Some(ctx) = self.contexts.first() {
            own.neighbors = ctx.neighbors.clone();
        }
        own
    }
}
