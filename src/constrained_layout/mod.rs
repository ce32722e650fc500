//! `constrained_layout`: places for the axes of grids that leave room for their labels, titles and colorbars.

mod grid;
mod labels;

use std::ops::Range;

use crate::axes::{ColorbarRoom, PlacedAxes};
use crate::error::{Error, Result};
use crate::figure::Figure;
use crate::gridspec::GridSpec;
use crate::mapping::union;
use crate::properties::{Length, options};
use grid::{Lanes, Margin};

/// The distance of a colorbar as a fraction of its axes, unless it was set.
const COLORBAR_PAD: f64 = 0.05;

options! {
    /// Padding and spaces of `constrained_layout`.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::layout::ConstrainedLayout;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let axs = fig.subplots(2, 2)?;
    /// fig[axs[[0, 0]]].set_ylabel("left of all");
    /// fig.constrained_layout_with(&ConstrainedLayout::new().with_wspace(0.1))?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub struct ConstrainedLayout;
    h_pad / with_h_pad: number<Length> = 0.04167, "the padding above and below axes with their labels, in inches";
    w_pad / with_w_pad: number<Length> = 0.04167, "the padding at the left and at the right of axes with their labels, in inches";
    hspace / with_hspace: number<Length> = 0.02, "the least space between rows, as a fraction of the figure for all of them";
    wspace / with_wspace: number<Length> = 0.02, "the least space between columns, as a fraction of the figure for all of them";
}

/// Padding in fractions of the figure, and spaces.
#[derive(Debug, Clone, Copy)]
struct Pads {
    pad: [f64; 2],
    space: [f64; 2],
}

/// A grid of the figure: columns, and rows from the top.
struct Grid {
    spec: GridSpec,
    lanes: [Lanes; 2],
}

/// Axes in a grid.
struct Member {
    axes: usize,
    grid: usize,
    /// Its columns and rows.
    span: [Range<usize>; 2],
    /// The colorbars that take room of it, and their room.
    colorbars: Vec<(usize, ColorbarRoom)>,
}

/// All axes of a figure that are in grids.
struct Layout {
    grids: Vec<Grid>,
    members: Vec<Member>,
    pads: Pads,
}

/// Boxes in fractions of the figure: left, bottom, right, top.
struct Measured {
    /// The place of each axes, and the box around all that it shows.
    axes: Vec<([f64; 4], [f64; 4])>,
    /// The margins of the figure: left, bottom, right, top.
    figure: [f64; 4],
}

impl Figure {
    /// Places the axes of grids so that titles, labels and colorbars have room, and columns and rows the widths and
    /// heights that they should have.
    ///
    /// As [`tight_layout`](Self::tight_layout) it is computed once, for the current labels; matplotlib's is computed for
    /// each frame. Axes that were placed by [`add_axes`](Self::add_axes) stay. The next
    /// [`subplots_adjust`](Self::subplots_adjust) or `tight_layout` ends it.
    ///
    /// ```
    /// use ndarray::Array2;
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let axs = fig.subplots(1, 2)?;
    /// let im = fig[axs[[0, 0]]].imshow(&Array2::<f32>::zeros((8, 8)))?;
    /// fig.colorbar(im, axs[[0, 0]])?;
    /// fig.suptitle("two views");
    /// fig.constrained_layout()?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Layout`] if there is no room; the layout does not change.
    pub fn constrained_layout(&mut self) -> Result<()> {
        self.constrained_layout_with(&ConstrainedLayout::default())
    }

    /// As [`constrained_layout`](Self::constrained_layout), with other padding and spaces.
    ///
    /// # Errors
    /// As [`constrained_layout`](Self::constrained_layout), and [`Error::Setting`] for lengths that are negative or not
    /// finite.
    pub fn constrained_layout_with(&mut self, padding: &ConstrainedLayout) -> Result<()> {
        padding.check_options()?;
        let (width, height) = self.figsize();
        let pads = Pads {
            pad: [padding.w_pad / width, padding.h_pad / height],
            space: [padding.wspace, padding.hspace],
        };
        let mut layout = Layout::of(self, pads);
        let before = self.clone();
        layout.begin(self);
        // Ticks depend on the places, so that the second time is nearer.
        for _ in 0..2 {
            if let Err(error) = layout.apply(self) {
                *self = before;
                return Err(error);
            }
        }
        Ok(())
    }

    /// Ends the layout.
    pub(crate) fn give_up_places(&mut self) {
        for axes in &mut self.axes {
            axes.laid_out = None;
        }
    }

    /// The places of axes and labels, and the boxes around them.
    fn measured(&self, layout: &Layout) -> Result<Measured> {
        let (sheet, mut canvas) = self.measuring()?;
        let contexts = self.contexts(sheet);
        let places = (0..self.axes.len()).map(|index| self.extents(index, &contexts, sheet));
        let places: Vec<_> = places.collect();
        let placed = self.place_all(contexts, &mut canvas);
        let (width, height) = (sheet.place.width, sheet.place.height);
        let fractions =
            |[x0, y0, x1, y1]: [f64; 4]| [x0 / width, y0 / height, x1 / width, y1 / height];
        let mut around = |(index, place): (usize, [f64; 4])| {
            let members = self.with_children(index).into_iter();
            let boxes = members.map(|member: usize| -> [f64; 4] {
                let placed: &PlacedAxes<'_> = &placed[member];
                placed.extent(self.counted(member), &mut canvas)
            });
            match boxes.reduce(union).filter(|_| self.axes[index].visible()) {
                Some(around) => (place, fractions(around)),
                None => (place, place),
            }
        };
        let axes = places.into_iter().enumerate().map(&mut around).collect();
        Ok(Measured {
            axes,
            figure: self.margins(layout.pads.pad, sheet, &mut canvas),
        })
    }
}

impl Layout {
    fn of(fig: &Figure, pads: Pads) -> Self {
        let mut layout = Self {
            grids: Vec::new(),
            members: Vec::new(),
            pads,
        };
        for (index, axes) in fig.axes.iter().enumerate() {
            let room = axes.colorbar.as_ref().and_then(|colorbar| colorbar.room);
            if let Some((parent, room)) = room {
                let members = layout.members.iter_mut();
                for member in members.filter(|member| member.axes == parent) {
                    member.colorbars.push((index, room));
                }
                continue;
            }
            let Some(spec) = axes.position.cells() else {
                continue;
            };
            let grid = layout.grid_of(spec.grid());
            layout.members.push(Member {
                axes: index,
                grid,
                span: [spec.columns.clone(), spec.rows.clone()],
                colorbars: Vec::new(),
            });
        }
        layout
    }

    fn grid_of(&mut self, spec: &GridSpec) -> usize {
        if let Some(known) = self.grids.iter().position(|grid| grid.spec == *spec) {
            return known;
        }
        let (widths, heights) = spec.ratios();
        self.grids.push(Grid {
            spec: spec.clone(),
            lanes: [Lanes::new(widths), Lanes::new(heights)],
        });
        self.grids.len() - 1
    }

    /// Gives axes the places that they have before the first layout.
    fn begin(&self, fig: &mut Figure) {
        for member in &self.members {
            let axes = &fig.axes[member.axes];
            let cells = axes.position.cells().filter(|_| axes.laid_out.is_none());
            let Some([left, bottom, right, top]) = cells.map(|spec| spec.extents(&fig.params))
            else {
                continue;
            };
            let extents = |[x, y, width, height]: [f64; 4]| Some([x, y, x + width, y + height]);
            let mut rect = [left, bottom, right - left, top - bottom];
            for (index, room) in &member.colorbars {
                let (rest, bar) = room.padded(COLORBAR_PAD).rects(rect);
                fig.axes[*index].laid_out = extents(bar);
                rect = rest;
            }
            fig.axes[member.axes].laid_out = extents(rect);
        }
    }

    /// Measures the figure and places its axes.
    fn apply(&mut self, fig: &mut Figure) -> Result<()> {
        fig.move_labels(self.pads.pad);
        let measured = fig.measured(self)?;
        for grid in &mut self.grids {
            grid.lanes.iter_mut().for_each(Lanes::reset);
        }
        for member in &self.members {
            let sides = self.margins(member, &measured);
            let [[left, bottom], [right, top]] = sides;
            let [columns, rows] = &mut self.grids[member.grid].lanes;
            columns.widen(&member.span[0], left, right);
            rows.widen(&member.span[1], top, bottom);
        }
        self.match_submerged();
        let [left, bottom, right, top] = measured.figure;
        for grid in &mut self.grids {
            let [columns, rows] = &mut grid.lanes;
            // Rows are counted from the top.
            let fits = columns.place(left, 1.0 - right);
            if !rows.place(top, 1.0 - bottom) || !fits {
                return Err(Error::Layout {
                    reason: "the labels leave no room for the subplots".into(),
                });
            }
        }
        for member in &self.members {
            fig.axes[member.axes].laid_out = Some(self.inner(member));
            self.place_colorbars(member, &measured, fig);
        }
        Ok(())
    }

    /// The margins that axes need: at the left and at the bottom, at the right and at the top.
    fn margins(&self, member: &Member, measured: &Measured) -> [[Margin; 2]; 2] {
        let (place, around) = measured.axes[member.axes];
        let lanes = &self.grids[member.grid].lanes;
        let margin = |side: usize, along: usize| {
            let (span, count) = (&member.span[along], lanes[along].count());
            // Rows are counted from the top.
            let is_first = (side == 0) == (along == 0);
            let is_inner = if is_first {
                span.start > 0
            } else {
                span.end < count
            };
            let space = self.pads.space[along] / 2.0 / count as f64;
            let edge = 2 * side + along;
            let sign = if side == 0 { 1.0 } else { -1.0 };
            Margin {
                own: sign * (place[edge] - around[edge]),
                outer: match is_inner {
                    true => self.pads.pad[along].max(space),
                    false => self.pads.pad[along],
                },
            }
        };
        let mut margins = [[margin(0, 0), margin(0, 1)], [margin(1, 0), margin(1, 1)]];
        for (bar, room) in &member.colorbars {
            let (_, bar) = measured.axes[*bar];
            let (side, along) = (room.location.order(), usize::from(!room.vertical));
            let length = bar[2 + along] - bar[along];
            margins[side][along].outer += length + self.colorbar_pad(member, room);
            // Its labels may be beyond those of the axes.
            let across = 1 - along;
            margins[0][across].own += (around[across] - bar[across]).max(0.0);
            margins[1][across].own += (bar[2 + across] - around[2 + across]).max(0.0);
        }
        margins
    }

    fn colorbar_pad(&self, member: &Member, room: &ColorbarRoom) -> f64 {
        let along = usize::from(!room.vertical);
        let (from, to) = self.grids[member.grid].lanes[along].inner(&member.span[along]);
        room.own_pad.unwrap_or(COLORBAR_PAD) * (to - from)
    }

    /// Makes the margins that are inside of axes over several columns or rows the same for all of these.
    fn match_submerged(&mut self) {
        for along in [0, 1] {
            for index in 0..self.members.len() {
                if self.members[index].span[along].len() < 2 {
                    continue;
                }
                let wide = self
                    .members
                    .iter()
                    .filter(|other| other.span[along].len() > 1);
                let inside = wide
                    .map(|other| self.grids[other.grid].lanes[along].submerged(&other.span[along]));
                let most = inside.fold((0.0_f64, 0.0_f64), |most, inside| {
                    (most.0.max(inside.0), most.1.max(inside.1))
                });
                let member = &self.members[index];
                self.grids[member.grid].lanes[along].submerge(&member.span[along], most);
            }
        }
    }

    /// The box of the cells of axes without margins.
    fn inner(&self, member: &Member) -> [f64; 4] {
        self.cells(member, Lanes::inner)
    }

    fn cells(&self, member: &Member, of: fn(&Lanes, &Range<usize>) -> (f64, f64)) -> [f64; 4] {
        let [columns, rows] = &self.grids[member.grid].lanes;
        let (left, right) = of(columns, &member.span[0]);
        let (top, bottom) = of(rows, &member.span[1]);
        [left, 1.0 - bottom, right, 1.0 - top]
    }

    /// Places the colorbars of axes beside these, the last one next to them.
    fn place_colorbars(&self, member: &Member, measured: &Measured, fig: &mut Figure) {
        let inner = self.inner(member);
        let decorated = self.cells(member, Lanes::decorated);
        let mut taken = [[0.0; 2]; 2];
        for (bar, room) in member.colorbars.iter().rev() {
            let (place, around) = measured.axes[*bar];
            let (side, along) = (room.location.order(), usize::from(!room.vertical));
            let pad = self.colorbar_pad(member, room);
            let taken = &mut taken[side][along];
            let start = place[along] - around[along];
            let length = around[2 + along] - around[along];
            let at = match side {
                0 => decorated[along] - length - pad + start - *taken,
                _ => decorated[2 + along] + pad + start + *taken,
            };
            *taken += length + pad;
            fig.axes[*bar].laid_out = Some(room.beside(inner, at));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gridspec::SubplotParams;

    fn places(fig: &Figure) -> Vec<Option<[f64; 4]>> {
        fig.axes.iter().map(|axes| axes.laid_out).collect()
    }

    #[test]
    fn without_room_the_layout_stays() {
        let mut fig = Figure::new((2.0, 0.5), 100.0);
        let ax = fig.add_subplot(1, 1, 1).unwrap();
        fig[ax].set_ylabel("y");
        fig.constrained_layout().unwrap();
        let before = places(&fig);
        fig[ax].set_xlabel("x");
        fig[ax].set_title("title");
        assert!(fig.constrained_layout().is_err());
        assert!(before[0].is_some() && places(&fig) == before);
    }

    #[test]
    fn another_layout_ends_it() {
        let mut fig = Figure::new((6.4, 4.8), 100.0);
        let axs = fig.subplots(1, 2).unwrap();
        fig.constrained_layout().unwrap();
        assert!(places(&fig).iter().all(Option::is_some));
        fig.tight_layout().unwrap();
        assert_eq!(places(&fig), [None, None]);
        fig.constrained_layout().unwrap();
        fig[axs[[0, 0]]].set_position([0.1, 0.1, 0.2, 0.2]).unwrap();
        assert!(places(&fig)[0].is_none() && places(&fig)[1].is_some());
        fig.subplots_adjust(SubplotParams::new()).unwrap();
        assert_eq!(places(&fig), [None, None]);
    }
}
