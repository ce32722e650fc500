//! Labels and titles of subplots that are aligned with each other.

use crate::axis::{AxisSide, Direction};
use crate::figure::FigureBase;
use crate::gridspec::SubplotSpec;
use crate::stamp::Stamp;

impl FigureBase {
    /// Aligns the labels of x of the subplots in a row, and those of y of the subplots in a column, beside the widest
    /// of their tick labels: [`align_xlabels`](Self::align_xlabels) and [`align_ylabels`](Self::align_ylabels).
    ///
    /// It applies to the present subplots, in all frames.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let axs = fig.subplots(2, 1)?;
    /// fig[axs[[0, 0]]].set_ylim(0.0, 1e4)?;
    /// for ax in axs {
    ///     fig[ax].set_ylabel("height");
    /// }
    /// fig.align_labels();
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn align_labels(&mut self) {
        self.align_xlabels();
        self.align_ylabels();
    }

    /// Aligns the labels of x of subplots that end in the same row; labels at the top those that begin in the same one.
    pub fn align_xlabels(&mut self) {
        self.align_axis(Direction::X, |spec, side| match side {
            AxisSide::First => spec.rows.end,
            AxisSide::Second => spec.rows.start,
        });
    }

    /// Aligns the labels of y of subplots that begin in the same column; labels at the right those that end in the same
    /// one.
    pub fn align_ylabels(&mut self) {
        self.align_axis(Direction::Y, |spec, side| match side {
            AxisSide::First => spec.columns.start,
            AxisSide::Second => spec.columns.end,
        });
    }

    /// Aligns the titles of subplots that begin in the same row.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let axs = fig.subplots(1, 2)?;
    /// fig[axs[[0, 0]]].set_aspect("equal")?;
    /// for ax in axs {
    ///     fig[ax].set_title("title");
    /// }
    /// fig.align_titles();
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn align_titles(&mut self) {
        self.align_by(2, |index, fig| Some(fig.spec(index)?.rows.start));
    }

    fn align_axis(&mut self, direction: Direction, line: fn(&SubplotSpec, AxisSide) -> usize) {
        self.align_by(direction as usize, |index, fig| {
            let side = fig.axes[index].axis(direction).label.side;
            Some((side == AxisSide::First, line(fig.spec(index)?, side)))
        });
    }

    /// The cells of a grid that axes are in.
    fn spec(&self, index: usize) -> Option<&SubplotSpec> {
        self.axes[index].position.subplot_spec()
    }

    /// Aligns what has the same key.
    fn align_by<K: PartialEq>(&mut self, which: usize, key: impl Fn(usize, &Self) -> Option<K>) {
        let keys: Vec<Option<K>> = (0..self.axes.len()).map(|index| key(index, self)).collect();
        for (axes, key) in self.axes.iter_mut().zip(&keys) {
            if key.is_some() {
                axes.aligned[which] = keys.iter().position(|first| first == key);
                axes.stamp = Stamp::next();
            }
        }
    }
}
