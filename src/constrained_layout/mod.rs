//! `constrained_layout`: places for the axes of grids that leave room for their labels, titles and colorbars.

mod colorbars;
mod grid;
mod labels;
mod measured;
mod members;
mod nodes;

use crate::error::{Error, Result};
use crate::figure::{ConstrainedLayout, Figure, FigureBase};
use grid::Margin;
use measured::Measured;
use members::Member;
use nodes::Nodes;

/// The distance of a colorbar as a fraction of its axes, unless it was set.
const COLORBAR_PAD: f64 = 0.05;

/// Padding in fractions of the figure, and spaces.
#[derive(Debug, Clone, Copy)]
struct Pads {
    pad: [f64; 2],
    space: [f64; 2],
}

/// All axes of a figure that are in grids, and these.
struct Layout {
    nodes: Nodes,
    members: Vec<Member>,
    pads: Pads,
    /// Left, bottom, width and height.
    rect: [f64; 4],
    compress: bool,
}

impl Figure {
    /// Places the axes of grids so that titles, labels and colorbars have room, and columns and rows the widths and
    /// heights that they should have.
    ///
    /// As [`tight_layout`](Self::tight_layout) it is computed once, for the current labels; matplotlib's is computed for
    /// each frame. Axes that were placed by [`add_axes`](FigureBase::add_axes) stay. The next
    /// [`subplots_adjust`](FigureBase::subplots_adjust) or `tight_layout` ends it.
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
    /// ```
    /// use ndarray::Array2;
    /// use plotreel::Figure;
    /// use plotreel::layout::ConstrainedLayout;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// for ax in fig.subplots(2, 2)? {
    ///     fig[ax].imshow(&Array2::<f32>::zeros((8, 8)))?;
    /// }
    /// fig.constrained_layout_with(&ConstrainedLayout::new().with_compress(true))?; // layout="compressed"
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`constrained_layout`](Self::constrained_layout), and [`Error::Setting`] for lengths that are negative or not
    /// finite.
    pub fn constrained_layout_with(&mut self, padding: &ConstrainedLayout) -> Result<()> {
        padding.checked()?;
        let (width, height) = self.figsize();
        let pads = Pads {
            pad: [padding.w_pad / width, padding.h_pad / height],
            space: [padding.wspace, padding.hspace],
        };
        let (nodes, members) = Nodes::of(self);
        let mut layout = Layout {
            nodes,
            members,
            pads,
            rect: padding.rect,
            compress: padding.compress,
        };
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
}

impl FigureBase {
    /// Ends the layout.
    pub(crate) fn give_up_places(&mut self) {
        for axes in &mut self.axes {
            axes.laid_out = None;
        }
    }
}

impl Layout {
    /// Gives subfigures and axes the places that they have before the first layout.
    fn begin(&self, fig: &mut Figure) {
        fig.reset_subfigures();
        for member in &self.members {
            member.begin(self.nodes.base_mut(fig, member.part));
        }
        self.begin_colorbars(fig);
    }

    /// Measures the figure and places its axes.
    fn apply(&mut self, fig: &mut Figure) -> Result<()> {
        let pads = self.pads.pad;
        fig.move_labels(pads, [1.0, 1.0]);
        let measured = Measured::of(fig)?;
        self.nodes.reset();
        self.nodes.make_room_between_subfigures(self.pads);
        for member in &self.members {
            let [start, end] = self.margins(member, &measured);
            self.nodes.widen(member.node, &member.span, start, end);
        }
        for (part, margins) in fig.margins_of_parts(pads)?.into_iter().enumerate() {
            self.nodes.widen_part(part, margins);
        }
        self.match_submerged();
        self.nodes.place(self.rect)?;
        self.reposition(fig, false)?;
        if self.compress {
            self.compress(fig)?;
        }
        Ok(())
    }

    /// Moves subfigures, axes and colorbars to their places.
    fn reposition(&self, fig: &mut Figure, compressed: bool) -> Result<()> {
        self.nodes.place_subfigures(fig);
        for member in &self.members {
            let inner = self.nodes.inner(member.node, &member.span);
            let place = self.nodes.in_part(member.part, inner);
            let base = self.nodes.base_mut(fig, member.part);
            base.axes[member.axes].laid_out = Some(place);
        }
        let measured = Measured::of(fig)?;
        for member in &self.members {
            self.place_colorbars(member, &measured, compressed, fig);
        }
        Ok(())
    }

    /// Moves axes with a fixed aspect together.
    fn compress(&mut self, fig: &mut Figure) -> Result<()> {
        let [first, others @ ..] = &self.members[..] else {
            return Ok(());
        };
        if others.iter().any(|member| member.node != first.node) {
            return Err(Error::Layout {
                reason: "a compressed layout needs subplots that are all of one grid".into(),
            });
        }
        let measured = Measured::of(fig)?;
        let (node, part) = (first.node, first.part);
        let mut free = self.nodes.counts(node).map(|count| vec![0.0_f64; count]);
        for member in &self.members {
            let (place, shown) = (measured.places[member.index], measured.boxes[member.index]);
            for (along, free) in free.iter_mut().enumerate() {
                let rest = (place[2 + along] - place[along]) - (shown[2 + along] - shown[along]);
                for lane in &mut free[member.span[along].clone()] {
                    *lane = lane.max(rest);
                }
            }
        }
        let [across, down] = free.map(|free| free.iter().sum::<f64>() / 2.0);
        self.nodes.widen_part(part, [across, down, across, down]);
        self.nodes.place(self.rect)?;
        self.reposition(fig, true)?;
        let [.., top] = self.nodes.inner_of_part(part);
        fig.put_title(top + self.pads.pad[1]);
        Ok(())
    }

    /// The margins that axes need: at the left and at the bottom, at the right and at the top.
    fn margins(&self, member: &Member, measured: &Measured) -> [[Margin; 2]; 2] {
        let (place, around) = (measured.places[member.index], measured.around[member.index]);
        let padding = self.nodes.padding(member.node, &member.span, self.pads);
        let margin = |side: usize, along: usize| {
            let edge = 2 * side + along;
            let sign = if side == 0 { 1.0 } else { -1.0 };
            Margin {
                own: sign * (place[edge] - around[edge]),
                outer: padding[side][along].max(self.pads.pad[along]),
            }
        };
        let mut margins = [[margin(0, 0), margin(0, 1)], [margin(1, 0), margin(1, 1)]];
        for bar in &member.colorbars {
            self.add_colorbar(member, bar, measured, &mut margins);
        }
        margins
    }

    /// Makes the margins that are inside of axes over several columns or rows the same for all of these.
    fn match_submerged(&mut self) {
        for along in [0, 1] {
            for index in 0..self.members.len() {
                let member = &self.members[index];
                if member.span[along].len() < 2 {
                    continue;
                }
                let wide = self.members.iter();
                let wide = wide.filter(|other| other.part == member.part);
                let wide = wide.filter(|other| other.span[along].len() > 1);
                let inside =
                    wide.map(|other| self.nodes.submerged(other.node, along, &other.span[along]));
                let most = inside.fold((0.0_f64, 0.0_f64), |most, inside| {
                    (most.0.max(inside.0), most.1.max(inside.1))
                });
                let (node, span) = (member.node, member.span[along].clone());
                self.nodes.submerge(node, along, &span, most);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::SubfiguresOptions;
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

    #[test]
    fn another_layout_gives_subfigures_their_places_back() {
        let mut fig = Figure::new((6.4, 4.8), 100.0);
        let options = SubfiguresOptions::new().with_wspace(0.2);
        let halves = fig.subfigures_with(1, 2, &options).unwrap();
        let place = |fig: &Figure| fig[halves[[0, 1]]].place;
        let given = place(&fig);
        for half in &halves {
            fig[*half].add_subplot(1, 1, 1).unwrap();
        }
        fig.supylabel("label");
        fig.constrained_layout().unwrap();
        assert_ne!(place(&fig), given);
        fig.subplots_adjust(SubplotParams::new()).unwrap();
        assert_eq!(place(&fig), given);
    }
}
