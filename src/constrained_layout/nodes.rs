//! The grids of a figure and of its subfigures, each in its place in another.

use std::ops::Range;

use crate::constrained_layout::Pads;
use crate::constrained_layout::grid::{Lanes, Margin};
use crate::constrained_layout::members::Member;
use crate::error::{Error, Result};
use crate::figure::{Figure, FigureBase, SubFigure};
use crate::gridspec::GridSpec;
use crate::handle::Handle;

/// Columns and rows.
pub(super) type Span = [Range<usize>; 2];

/// The one cell of a figure or of a subfigure.
fn whole() -> Span {
    [0..1, 0..1]
}

/// What a node is placed in.
#[derive(Debug, Clone)]
enum Place {
    /// The figure.
    Figure,
    /// Cells of another node without their margins.
    Inside(usize, Span),
    /// Cells of another node with their margins.
    Over(usize, Span),
}

/// A grid, or a figure or subfigure as a grid of one cell.
#[derive(Debug)]
struct Node {
    place: Place,
    /// Columns, and rows from the top.
    lanes: [Lanes; 2],
    /// The grid, and the number of the figure or subfigure that it is of.
    grid: Option<(usize, GridSpec)>,
    /// Its own spaces.
    spaces: [Option<f64>; 2],
}

/// A figure or a subfigure.
#[derive(Debug)]
struct PartNode {
    node: usize,
    /// The number of its base.
    base: u64,
    /// The subfigure, and the number of what that is a part of.
    sub: Option<(Handle<SubFigure>, usize)>,
}

/// All grids, each after what it is placed in.
#[derive(Debug, Default)]
pub(super) struct Nodes {
    nodes: Vec<Node>,
    parts: Vec<PartNode>,
    /// The number of all axes.
    axes: usize,
    /// The grids and cells of subfigures.
    subfigures: Vec<(usize, Span)>,
}

impl Nodes {
    pub(super) fn of(fig: &Figure) -> (Self, Vec<Member>) {
        let (mut nodes, mut members) = (Self::default(), Vec::new());
        nodes.add_part(fig, None, &mut members);
        (nodes, members)
    }

    fn add_part(
        &mut self,
        base: &FigureBase,
        sub: Option<(&SubFigure, usize)>,
        members: &mut Vec<Member>,
    ) {
        let place = match sub {
            None => Place::Figure,
            Some((sub, parent)) => {
                let grid = self.node_of(parent, sub.spec.grid());
                let span = [sub.spec.columns.clone(), sub.spec.rows.clone()];
                self.subfigures.push((grid, span.clone()));
                Place::Inside(grid, span)
            }
        };
        let number = self.parts.len();
        self.parts.push(PartNode {
            node: self.nodes.len(),
            base: base.id,
            sub: sub.map(|(sub, parent)| (sub.handle(), parent)),
        });
        self.nodes.push(Node {
            place,
            lanes: [Lanes::new(&[1.0]), Lanes::new(&[1.0])],
            grid: None,
            spaces: [None; 2],
        });
        let own = Member::all_of(base, number, self.axes);
        self.axes += base.axes.len();
        for mut member in own {
            member.node = self.node_of(number, &member.grid);
            members.push(member);
        }
        for sub in &base.subfigs {
            self.add_part(sub, Some((sub, number)), members);
        }
    }

    /// The node of a grid of a figure or subfigure.
    fn node_of(&mut self, part: usize, grid: &GridSpec) -> usize {
        let is_known = |node: &Node| {
            let known = node.grid.as_ref();
            known.is_some_and(|(of, known)| *of == part && known == grid)
        };
        if let Some(known) = self.nodes.iter().position(is_known) {
            return known;
        }
        let place = match grid.within() {
            None => Place::Inside(self.parts[part].node, whole()),
            Some(spec) => {
                let span = [spec.columns.clone(), spec.rows.clone()];
                Place::Over(self.node_of(part, spec.grid()), span)
            }
        };
        let (widths, heights) = grid.ratios();
        self.nodes.push(Node {
            place,
            lanes: [Lanes::new(widths), Lanes::new(heights)],
            grid: Some((part, grid.clone())),
            spaces: grid.spaces(),
        });
        self.nodes.len() - 1
    }

    /// Sets all margins to 0.
    pub(super) fn reset(&mut self) {
        for node in &mut self.nodes {
            node.lanes.iter_mut().for_each(Lanes::reset);
        }
    }

    /// The number of columns and of rows.
    pub(super) fn counts(&self, node: usize) -> [usize; 2] {
        self.nodes[node].lanes.each_ref().map(Lanes::count)
    }

    /// The spaces before and after cells, along x and y, which there are none of at the edges of a grid.
    pub(super) fn padding(&self, node: usize, span: &Span, pads: Pads) -> [[f64; 2]; 2] {
        let counts = self.counts(node);
        let space = |side: usize, along: usize| {
            let (span, count) = (&span[along], counts[along]);
            // Rows are counted from the top.
            let is_first = (side == 0) == (along == 0);
            let is_inner = match is_first {
                true => span.start > 0,
                false => span.end < count,
            };
            let space = self.nodes[node].spaces[along].unwrap_or(pads.space[along]);
            match is_inner {
                true => space / 2.0 / count as f64,
                false => 0.0,
            }
        };
        [[space(0, 0), space(0, 1)], [space(1, 0), space(1, 1)]]
    }

    pub(super) fn make_room_between_subfigures(&mut self, pads: Pads) {
        for (node, span) in self.subfigures.clone() {
            let padding = self.padding(node, &span, pads);
            let margins = padding.map(|side| side.map(|outer| Margin { own: 0.0, outer }));
            self.widen(node, &span, margins[0], margins[1]);
        }
    }

    /// Makes the margins around cells at least as large as these: at the left and at the bottom, at the right and at the
    /// top.
    pub(super) fn widen(
        &mut self,
        node: usize,
        span: &Span,
        [left, bottom]: [Margin; 2],
        [right, top]: [Margin; 2],
    ) {
        let [columns, rows] = &mut self.nodes[node].lanes;
        columns.widen(&span[0], left, right);
        rows.widen(&span[1], top, bottom);
    }

    /// The same around a figure or a subfigure: left, bottom, right and top.
    pub(super) fn widen_part(&mut self, part: usize, margins: [f64; 4]) {
        let margin = |own| Margin { own, outer: 0.0 };
        let [left, bottom, right, top] = margins.map(margin);
        self.widen(
            self.parts[part].node,
            &whole(),
            [left, bottom],
            [right, top],
        );
    }

    pub(super) fn submerged(&self, node: usize, along: usize, span: &Range<usize>) -> (f64, f64) {
        self.nodes[node].lanes[along].submerged(span)
    }

    pub(super) fn submerge(
        &mut self,
        node: usize,
        along: usize,
        span: &Range<usize>,
        most: (f64, f64),
    ) {
        self.nodes[node].lanes[along].submerge(span, most);
    }

    /// Places all of them in a box of the figure: left, bottom, width and height.
    pub(super) fn place(&mut self, [left, bottom, width, height]: [f64; 4]) -> Result<()> {
        for index in 0..self.nodes.len() {
            let [x, y] = [0, 1].map(|along| match &self.nodes[index].place {
                Place::Figure if along == 0 => (left, left + width),
                // Rows are counted from the top.
                Place::Figure => (1.0 - bottom - height, 1.0 - bottom),
                Place::Inside(node, span) => self.nodes[*node].lanes[along].inner(&span[along]),
                Place::Over(node, span) => self.nodes[*node].lanes[along].outer(&span[along]),
            });
            let [columns, rows] = &mut self.nodes[index].lanes;
            let fits = columns.place(x.0, x.1);
            if !rows.place(y.0, y.1) || !fits {
                return Err(Error::Layout {
                    reason: "the labels leave no room for the subplots".into(),
                });
            }
        }
        Ok(())
    }

    /// Start and end of cells along an axis without margins.
    pub(super) fn inner_along(&self, node: usize, along: usize, span: &Range<usize>) -> (f64, f64) {
        self.nodes[node].lanes[along].inner(span)
    }

    /// The box of cells without margins, in fractions of the figure.
    pub(super) fn inner(&self, node: usize, span: &Span) -> [f64; 4] {
        self.cells(node, span, Lanes::inner)
    }

    /// The same with what belongs to the axes.
    pub(super) fn decorated(&self, node: usize, span: &Span) -> [f64; 4] {
        self.cells(node, span, Lanes::decorated)
    }

    pub(super) fn inner_of_part(&self, part: usize) -> [f64; 4] {
        self.inner(self.parts[part].node, &whole())
    }

    fn cells(
        &self,
        node: usize,
        span: &Span,
        of: fn(&Lanes, &Range<usize>) -> (f64, f64),
    ) -> [f64; 4] {
        let [columns, rows] = &self.nodes[node].lanes;
        let (left, right) = of(columns, &span[0]);
        let (top, bottom) = of(rows, &span[1]);
        [left, 1.0 - bottom, right, 1.0 - top]
    }

    /// The box of a subfigure, or of the figure, which is the whole of it.
    fn box_of(&self, part: usize) -> Option<[f64; 4]> {
        let part = &self.parts[part];
        part.sub?;
        Some(self.cells(part.node, &whole(), Lanes::outer))
    }

    /// A box of the figure in fractions of a subfigure.
    pub(super) fn in_part(&self, part: usize, place: [f64; 4]) -> [f64; 4] {
        let Some([left, bottom, right, top]) = self.box_of(part) else {
            return place;
        };
        let x = |x: f64| (x - left) / (right - left);
        let y = |y: f64| (y - bottom) / (top - bottom);
        [x(place[0]), y(place[1]), x(place[2]), y(place[3])]
    }

    pub(super) fn place_subfigures(&self, fig: &mut Figure) {
        for (number, part) in self.parts.iter().enumerate() {
            let Some(((handle, parent), place)) = part.sub.zip(self.box_of(number)) else {
                continue;
            };
            if let Some(sub) = fig.get_subfigure_mut(handle) {
                sub.place = self.in_part(parent, place);
            }
        }
    }

    /// The figure or subfigure of this number.
    pub(super) fn base_mut<'f>(&self, fig: &'f mut Figure, part: usize) -> &'f mut FigureBase {
        fig.home(self.parts[part].base)
    }
}
