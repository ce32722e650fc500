//! The setters of a legend.

use crate::artists::{Legend, LegendLoc};
use crate::color::IntoColor;
use crate::error::{Error, Result};

/// More markers side by side show nothing more.
const MOST_POINTS: usize = 1000;

impl Legend {
    /// Sets the place: [`LegendLoc`], its name, or fractions (x, y) for the lower left corner.
    ///
    /// # Errors
    /// [`Error::Setting`] for other names.
    pub fn set_loc<L: TryInto<LegendLoc>>(&mut self, loc: L) -> Result<()>
    where
        Error: From<L::Error>,
    {
        self.loc = loc.try_into()?;
        Ok(())
    }

    /// Sets the box that it is placed in: left, bottom, width and height in fractions of the axes, which may lie
    /// outside of it; with `None` the axes itself.
    pub fn set_bbox_to_anchor(&mut self, bounds: impl Into<Option<[f64; 4]>>) {
        self.anchor = bounds.into();
    }

    /// Sets the number of columns.
    pub fn set_ncols(&mut self, ncols: usize) {
        self.ncols = ncols.max(1);
    }

    /// Sets the title above the entries.
    pub fn set_title(&mut self, title: impl Into<String>) {
        self.title = title.into();
    }

    /// Sets whether there is a frame.
    pub fn set_frame_on(&mut self, on: bool) {
        self.frame_on = on;
    }

    /// Sets whether the corners of the frame are round.
    pub fn set_fancybox(&mut self, fancy: bool) {
        self.fancybox = fancy;
    }

    /// Sets the opacity of the frame, from 0 to 1.
    pub fn set_framealpha(&mut self, alpha: f64) {
        self.framealpha = alpha;
    }

    /// Sets the colour within the frame, until then that of the axes.
    ///
    /// # Errors
    /// [`Error::UnknownColor`].
    pub fn set_facecolor(&mut self, color: impl IntoColor) -> Result<()> {
        self.face = Some(color.into_color()?);
        Ok(())
    }

    /// Sets the colour of the frame's edge.
    ///
    /// # Errors
    /// [`Error::UnknownColor`].
    pub fn set_edgecolor(&mut self, color: impl IntoColor) -> Result<()> {
        self.edge = color.into_color()?;
        Ok(())
    }

    /// Sets the width of the frame's edge in points.
    pub fn set_linewidth(&mut self, width: f64) {
        self.linewidth = Some(width);
    }

    /// Sets the font size of the labels in points, which all lengths are multiples of.
    pub fn set_fontsize(&mut self, size: f64) {
        self.fontsize = Some(size);
    }

    /// Sets the font size of the title in points.
    pub fn set_title_fontsize(&mut self, size: f64) {
        self.title_fontsize = Some(size);
    }

    /// Sets the colour of the labels.
    ///
    /// # Errors
    /// [`Error::UnknownColor`].
    pub fn set_labelcolor(&mut self, color: impl IntoColor) -> Result<()> {
        self.labelcolor = Some(color.into_color()?);
        Ok(())
    }

    /// Sets how many markers a line shows, 1 to 1000.
    pub fn set_numpoints(&mut self, points: usize) {
        self.numpoints = points.clamp(1, MOST_POINTS);
    }

    /// Sets how many markers a scatter plot shows, 1 to 1000.
    pub fn set_scatterpoints(&mut self, points: usize) {
        self.scatterpoints = points.clamp(1, MOST_POINTS);
    }

    /// Sets the size of markers as a multiple of that in the axes.
    pub fn set_markerscale(&mut self, scale: f64) {
        self.markerscale = scale;
    }

    /// Sets the length of lines and rectangles.
    pub fn set_handlelength(&mut self, length: f64) {
        self.handlelength = length;
    }

    /// Sets the height of rectangles.
    pub fn set_handleheight(&mut self, height: f64) {
        self.handleheight = height;
    }

    /// Sets the distance of labels from lines and rectangles.
    pub fn set_handletextpad(&mut self, pad: f64) {
        self.handletextpad = pad;
    }

    /// Sets the distance of the frame from what is in it.
    pub fn set_borderpad(&mut self, pad: f64) {
        self.borderpad = pad;
    }

    /// Sets the distance of entries below each other.
    pub fn set_labelspacing(&mut self, spacing: f64) {
        self.labelspacing = spacing;
    }

    /// Sets the distance of columns.
    pub fn set_columnspacing(&mut self, spacing: f64) {
        self.columnspacing = spacing;
    }

    /// Sets the distance from the edges of the axes.
    pub fn set_borderaxespad(&mut self, pad: f64) {
        self.borderaxespad = pad;
    }

    /// Sets the place in the drawing order; legends have 5.
    pub fn set_zorder(&mut self, zorder: f64) {
        self.zorder = zorder;
    }

    /// Shows or hides it.
    pub fn set_visible(&mut self, visible: bool) {
        self.visible = visible;
    }
}
