//! The axes that a layout places.

use std::ops::Range;

use crate::axes::ColorbarRoom;
use crate::constrained_layout::nodes::Span;
use crate::figure::FigureBase;
use crate::gridspec::{GridSpec, SubplotSpec};

/// Axes in a grid.
#[derive(Debug)]
pub(super) struct Member {
    /// Their place in their figure or subfigure, and among all axes.
    pub(super) axes: usize,
    pub(super) index: usize,
    /// The number of their figure or subfigure.
    pub(super) part: usize,
    pub(super) grid: GridSpec,
    pub(super) node: usize,
    /// Its columns and rows.
    pub(super) span: Span,
    /// The colorbars that take room of it.
    pub(super) colorbars: Vec<Bar>,
}

/// A colorbar that takes room of axes.
#[derive(Debug, Clone)]
pub(super) struct Bar {
    /// Its place in the figure or subfigure, and among all axes.
    pub(super) axes: usize,
    pub(super) index: usize,
    pub(super) room: ColorbarRoom,
    /// The columns and rows of all axes that it takes room of.
    pub(super) span: Span,
    /// The first of these.
    pub(super) parent: usize,
    pub(super) is_of_one: bool,
}

impl Member {
    /// The axes of a figure or subfigure that are in grids, of which the first axes has this place among all.
    pub(super) fn all_of(base: &FigureBase, part: usize, first: usize) -> Vec<Self> {
        let axes = base.axes.iter().enumerate();
        let members = axes.filter_map(|(axes, any)| {
            let spec = any.position.subplot_spec()?.with_colorbars();
            Some(Self {
                axes,
                index: first + axes,
                part,
                grid: spec.grid().clone(),
                node: 0,
                span: [spec.columns.clone(), spec.rows.clone()],
                colorbars: Vec::new(),
            })
        });
        let mut members: Vec<Self> = members
            .filter(|member| base.axes[member.axes].room_taken().is_none())
            .collect();
        for (axes, any) in base.axes.iter().enumerate() {
            let Some((room, parents)) = any.room_taken() else {
                continue;
            };
            let is_parent = |member: &&mut Self| parents.contains(&member.axes);
            let spans = members
                .iter_mut()
                .filter(is_parent)
                .map(|member| member.span.clone());
            let Some(span) = spans.reduce(around) else {
                continue;
            };
            let bar = Bar {
                axes,
                index: first + axes,
                room: *room,
                span,
                parent: parents.first().copied().unwrap_or_default(),
                is_of_one: parents.len() == 1,
            };
            for member in members.iter_mut().filter(is_parent) {
                member.colorbars.push(bar.clone());
            }
        }
        members
    }

    /// The box that it has before a layout, and those of its colorbars.
    pub(super) fn begin(&self, base: &mut FigureBase) {
        let params = base.params;
        let axes = &mut base.axes[self.axes];
        let spec = axes
            .position
            .subplot_spec()
            .map(SubplotSpec::with_colorbars);
        axes.laid_out = spec.map(|spec| spec.extents(&params));
    }
}

/// The cells around both.
fn around([columns, rows]: Span, [others, other_rows]: Span) -> Span {
    let both = |a: Range<usize>, b: Range<usize>| a.start.min(b.start)..a.end.max(b.end);
    [both(columns, others), both(rows, other_rows)]
}
