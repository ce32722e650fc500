//! Titles, labels, grid, panes and what is shown at all.

use crate::axes::{Axes3D, Position, TitleLoc, checked_rect};
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
    /// Sets the title over the middle of the axes.
    pub fn set_title(&mut self, title: impl Into<String>) {
        self.plane.set_title(title);
    }

    /// The title.
    pub fn title(&self) -> &str {
        self.plane.title(TitleLoc::Center)
    }

    /// Sets the size of the title in points.
    pub fn set_title_size(&mut self, size: f64) {
        self.plane.set_title_size(size);
    }

    /// Sets the colour of the title.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor).
    pub fn set_title_color(&mut self, color: impl IntoColor) -> Result<()> {
        self.plane.set_title_color(color)
    }

    /// Sets the distance of the title from the axes' square in points.
    pub fn set_title_pad(&mut self, pad: f64) {
        self.plane.set_title_pad(pad);
    }

    /// Sets the label of the x axis. Labels of more than four letters run along their axis.
    pub fn set_xlabel(&mut self, label: impl Into<String>) {
        self.xaxis.set_label_text(label);
    }

    /// Sets the label of the y axis.
    pub fn set_ylabel(&mut self, label: impl Into<String>) {
        self.yaxis.set_label_text(label);
    }

    /// Sets the label of the z axis.
    pub fn set_zlabel(&mut self, label: impl Into<String>) {
        self.zaxis.set_label_text(label);
    }

    /// Sets the major ticks of x; limits grow to hold them.
    pub fn set_xticks(&mut self, ticks: &(impl Series + ?Sized)) {
        self.xaxis.set_ticks(ticks);
    }

    /// Sets the major ticks of y; limits grow to hold them.
    pub fn set_yticks(&mut self, ticks: &(impl Series + ?Sized)) {
        self.yaxis.set_ticks(ticks);
    }

    /// Sets the major ticks of z; limits grow to hold them.
    pub fn set_zticks(&mut self, ticks: &(impl Series + ?Sized)) {
        self.zaxis.set_ticks(ticks);
    }

    /// Sets the labels of the major ticks of x, one after the other; none at all hide them.
    ///
    /// # Errors
    /// [`Error::Lengths`](crate::Error::Lengths) for another number of labels than [`set_xticks`](Self::set_xticks)
    /// made ticks.
    pub fn set_xticklabels<S: Into<String>>(
        &mut self,
        labels: impl IntoIterator<Item = S>,
    ) -> Result<()> {
        self.xaxis.set_tick_labels("xticklabels", labels)
    }

    /// Sets the labels of the major ticks of y, one after the other.
    ///
    /// # Errors
    /// As [`set_xticklabels`](Self::set_xticklabels).
    pub fn set_yticklabels<S: Into<String>>(
        &mut self,
        labels: impl IntoIterator<Item = S>,
    ) -> Result<()> {
        self.yaxis.set_tick_labels("yticklabels", labels)
    }

    /// Sets the labels of the major ticks of z, one after the other.
    ///
    /// # Errors
    /// As [`set_xticklabels`](Self::set_xticklabels).
    pub fn set_zticklabels<S: Into<String>>(
        &mut self,
        labels: impl IntoIterator<Item = S>,
    ) -> Result<()> {
        self.zaxis.set_tick_labels("zticklabels", labels)
    }

    /// Changes the look of ticks, labels and grid lines of all three axes. The length of ticks is a part of the box.
    pub fn tick_params(&mut self, params: &TickParams) {
        for axis in [&mut self.xaxis, &mut self.yaxis, &mut self.zaxis] {
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

    /// Hides panes, grid, axes and labels, so that artists and the title are left.
    pub fn set_axis_off(&mut self) {
        self.axis_on = false;
    }

    /// Shows them again.
    pub fn set_axis_on(&mut self) {
        self.axis_on = true;
    }

    /// Moves the axes to \[left, bottom, width, height\] in fractions of the figure; they are the largest square in it.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for numbers that are not finite.
    pub fn set_position(&mut self, rect: [f64; 4]) -> Result<()> {
        self.plane.position = Position::Rect(checked_rect(rect)?);
        Ok(())
    }

    /// Sets the colour of the background.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor).
    pub fn set_facecolor(&mut self, color: impl IntoColor) -> Result<()> {
        self.plane.set_facecolor(color)
    }

    /// Shows or hides the background.
    pub fn set_patch_visible(&mut self, visible: bool) {
        self.plane.set_patch_visible(visible);
    }

    /// Shows or hides the axes with all that is in it.
    pub fn set_visible(&mut self, visible: bool) {
        self.plane.set_visible(visible);
    }

    /// Sets the place in the drawing order among the axes of the figure.
    pub fn set_zorder(&mut self, zorder: f64) {
        self.plane.set_zorder(zorder);
    }
}
