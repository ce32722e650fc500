//! Labels and ticks of z, grid, panes and the order of drawing.

use crate::axes::Axes3D;
use crate::axis::TickParams;
use crate::color::{Color, ColorSpec, IntoColor};
use crate::error::Result;
use crate::series::Series;

/// The colours of the panes across x, y and z.
pub(super) const PANES: [ColorSpec; 3] = [pane(242), pane(230), pane(236)];

const fn pane(gray: u8) -> ColorSpec {
    ColorSpec::Rgba(Color {
        r: gray,
        g: gray,
        b: gray,
        a: 128,
    })
}

impl Axes3D {
    /// Sets the label of the z axis. Labels of more than four letters run along their axis, those of x and y too.
    pub fn set_zlabel(&mut self, label: impl Into<String>) {
        self.zaxis.set_label_text(label);
    }

    /// Sets the major ticks of z; limits grow to hold them.
    pub fn set_zticks(&mut self, ticks: &(impl Series + ?Sized)) {
        self.zaxis.set_ticks(ticks);
    }

    /// Sets the labels of the major ticks of z, one after the other.
    ///
    /// # Errors
    /// As [`set_xticklabels`](crate::AxesBase::set_xticklabels).
    pub fn set_zticklabels<S: Into<String>>(
        &mut self,
        labels: impl IntoIterator<Item = S>,
    ) -> Result<()> {
        self.zaxis.set_tick_labels("zticklabels", labels)
    }

    /// Changes the look of ticks, labels and grid lines of all three axes. The length of ticks is a part of the box.
    pub fn tick_params(&mut self, params: &TickParams) {
        for axis in self.axes_mut() {
            axis.set_tick_params(params);
        }
    }

    /// Shows or hides the grid lines on the panes; they are shown at first.
    pub fn grid(&mut self, visible: bool) {
        self.grid = visible;
    }

    /// Sets the colours of the panes across x, y and z; `"none"` leaves one out.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor).
    pub fn set_pane_colors<C: IntoColor>(&mut self, colors: [C; 3]) -> Result<()> {
        let [x, y, z] = colors;
        self.panes = [x.into_color()?, y.into_color()?, z.into_color()?];
        Ok(())
    }

    /// Sets whether collections are sorted by their distance; else their own zorder counts.
    pub fn set_computed_zorder(&mut self, computed: bool) {
        self.computed_zorder = computed;
    }
}
