//! Titles, labels, spines, grid and what is shown at all.

use crate::axes::{Adjustable, Aspect, Axes, AxesBase, AxisBelow, Position, Side, Spine, TitleLoc};
use crate::axis::{TickParams, Which};
use crate::color::IntoColor;
use crate::error::{Error, Result};

impl AxesBase {
    /// Sets the title over the middle of the axes.
    pub fn set_title(&mut self, title: impl Into<String>) {
        self.set_title_at(TitleLoc::Center, title);
    }

    /// Sets one of the three titles.
    pub fn set_title_at(&mut self, loc: TitleLoc, title: impl Into<String>) {
        self.titles[loc as usize].text = title.into();
    }

    /// The title at a place.
    pub fn title(&self, loc: TitleLoc) -> &str {
        &self.titles[loc as usize].text
    }

    /// Sets the size of the titles in points.
    pub fn set_title_size(&mut self, size: f64) {
        self.titles.iter_mut().for_each(|t| t.size = Some(size));
    }

    /// Sets the colour of the titles.
    ///
    /// # Errors
    /// [`Error::UnknownColor`].
    pub fn set_title_color(&mut self, color: impl IntoColor) -> Result<()> {
        let color = color.into_color()?;
        self.titles.iter_mut().for_each(|t| t.color = Some(color));
        Ok(())
    }

    /// Sets the distance of the titles from the axes in points.
    pub fn set_title_pad(&mut self, pad: f64) {
        self.titles.iter_mut().for_each(|t| t.pad = Some(pad));
    }

    /// Sets whether the titles are bold.
    pub fn set_title_bold(&mut self, bold: bool) {
        self.titles.iter_mut().for_each(|t| t.bold = bold);
    }

    /// Sets the label of the x axis.
    pub fn set_xlabel(&mut self, label: impl Into<String>) {
        self.xaxis.set_label_text(label);
    }

    /// Sets the label of the y axis.
    pub fn set_ylabel(&mut self, label: impl Into<String>) {
        self.yaxis.set_label_text(label);
    }

    /// Sets where in its place a box is that shrank to its aspect: (0, 0) is the lower left corner, (1, 1) the upper
    /// right one.
    pub fn set_anchor(&mut self, x: f64, y: f64) {
        self.rule.anchor = (x, y);
    }

    /// Moves the axes to \[left, bottom, width, height\] in fractions of the figure.
    ///
    /// # Errors
    /// [`Error::Setting`] for numbers that are not finite.
    pub fn set_position(&mut self, rect: [f64; 4]) -> Result<()> {
        self.position = Position::Rect(checked_rect(rect)?);
        Ok(())
    }

    /// Sets the colour of the background.
    ///
    /// # Errors
    /// [`Error::UnknownColor`].
    pub fn set_facecolor(&mut self, color: impl IntoColor) -> Result<()> {
        self.facecolor = Some(color.into_color()?);
        Ok(())
    }

    /// Hides ticks, labels, spines and the background (of 3-D axes the box, its grid and labels), so that artists and
    /// titles are left.
    pub fn set_axis_off(&mut self) {
        self.axis_on = false;
    }

    /// Shows them again.
    pub fn set_axis_on(&mut self) {
        self.axis_on = true;
    }

    /// Shows or hides the background.
    pub fn set_patch_visible(&mut self, visible: bool) {
        self.patch_on = visible;
    }

    /// Shows or hides the axes with all that is in it.
    pub fn set_visible(&mut self, visible: bool) {
        self.visible = visible;
    }

    /// Sets the place in the drawing order among the axes of the figure.
    pub fn set_zorder(&mut self, zorder: f64) {
        self.zorder = zorder;
    }

    /// Shows minor ticks on the x and the y axis; those of z are `zaxis`' own, as in the reference.
    pub fn minorticks_on(&mut self) {
        self.xaxis.minorticks_on();
        self.yaxis.minorticks_on();
    }
}

impl Axes {
    /// Shows or hides the grid lines of the major ticks of both axes.
    pub fn grid(&mut self, visible: bool) {
        self.xaxis.grid(visible, Which::Major);
        self.yaxis.grid(visible, Which::Major);
    }

    /// Changes the look of ticks, labels and grid lines of both axes.
    pub fn tick_params(&mut self, params: &TickParams) {
        self.xaxis.set_tick_params(params);
        self.yaxis.set_tick_params(params);
    }

    /// One of the four spines.
    pub fn spine(&self, side: Side) -> &Spine {
        self.spine_at(side)
    }

    /// One of the four spines, to be changed.
    pub fn spine_mut(&mut self, side: Side) -> &mut Spine {
        &mut self.spines[side as usize]
    }

    /// Sets the aspect of the data: the length of a unit of y over that of x.
    pub fn set_aspect(&mut self, aspect: impl Into<Aspect>) {
        self.rule.aspect = aspect.into();
    }

    /// Sets what gives way to a fixed aspect: the axes' box or its limits.
    pub fn set_adjustable(&mut self, adjustable: Adjustable) {
        self.rule.adjustable = adjustable;
    }

    /// Sets the ratio of the box's height to its width; the limits give way to a fixed aspect then.
    pub fn set_box_aspect(&mut self, ratio: impl Into<Option<f64>>) {
        self.rule.box_aspect = ratio.into();
        if self.rule.box_aspect.is_some() {
            self.rule.adjustable = Adjustable::Datalim;
        }
    }

    /// Shows or hides spines and background; ticks stay.
    pub fn set_frame_on(&mut self, on: bool) {
        self.frame_on = on;
    }

    /// Sets whether ticks and grid lines are below the artists.
    pub fn set_axisbelow(&mut self, below: AxisBelow) {
        self.axis_below = below;
    }
}

/// A rectangle of finite numbers.
pub(crate) fn checked_rect(rect: [f64; 4]) -> Result<[f64; 4]> {
    if rect.iter().all(|v| v.is_finite()) {
        Ok(rect)
    } else {
        Err(Error::Setting {
            name: "the position of axes",
            value: format!("{rect:?}"),
            expected: "finite left, bottom, width and height",
        })
    }
}
