//! Labels and ticks of z, grid, panes and the order of drawing.

use crate::artists::ZDir;
use crate::axes::{Axes3D, AxesBase, ProjType};
use crate::axis::TickParams;
use crate::color::{Color, ColorSpec, IntoColor};
use crate::error::Result;
use crate::properties::{Length, properties};
use crate::scale::Scale;
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

properties! {
    impl[] Axes3D, in base: AxesBase;
    computed_zorder / set_computed_zorder: flag = computed_zorder,
        "whether collections are sorted by their distance; else by their zorder";
    proj_type / set_proj_type: choice<ProjType> = view.proj_type, "whether the projection has perspective";
    pane_linewidth / set_pane_linewidth: maybe<Length> = pane_linewidth,
        "the width of the panes' edges in points; that of patches in the style if `None`";
    @by name:
    grid: bool = |ax| ax.grid, |ax, visible| ax.grid(visible), "whether there are grid lines on the panes";
    pane_colors: [ColorSpec; 3] = |ax| ax.panes, |ax, colors| ax.set_pane_colors(colors),
        "the colours of the panes across x, y and z";
    pane_edgecolors: Option<[ColorSpec; 3]> = |ax| ax.pane_edges, |ax, colors| ax.pane_edges = colors,
        "the colours of the edges of the panes across x, y and z; `None` is those of the panes";
    box_zoom: f64 = |ax| ax.view.zoom, |ax, zoom| ax.set_box_zoom(zoom),
        "by how much the box is larger or smaller than usual";
    elev: f64 = |ax| ax.view.elev, |ax, elev| ax.view_init(elev, ax.view.azim, ax.view.roll),
        "the elevation of the camera above the x-y plane, in degrees";
    azim: f64 = |ax| ax.view.azim, |ax, azim| ax.view_init(ax.view.elev, azim, ax.view.roll),
        "the azimuth of the camera about the z axis, in degrees";
    roll: f64 = |ax| ax.view.roll, |ax, roll| ax.view_init(ax.view.elev, ax.view.azim, roll),
        "the clockwise rotation of the camera about its line of sight, in degrees";
    focal_length: f64 = |ax| ax.view.focal_length, |ax, length| ax.set_focal_length(length),
        "the focal length of the camera, 1 / tan(angle of view / 2)";
    vertical_axis: ZDir = |ax| ax.vertical_axis(), |ax, axis| ax.set_vertical_axis(axis),
        "the axis that points up: x, y or z";
    box_aspect: Option<[f64; 3]> = |ax| Some(ax.view.box_aspect()), |ax, aspect| ax.set_box_aspect(aspect),
        "the ratio of the box' sides along x, y and z";
    zlabel: String = |ax| ax.zaxis.label_text().to_owned(),
        |ax, label| ax.set_zlabel(label),
        "the label of the z axis";
    zscale: Scale = |ax| ax.zaxis.scale(), |ax, scale| ax.set_zscale(scale), "the scale of z";
    zmargin: f64 = |ax| ax.zaxis.margin, |ax, margin| ax.margins(ax.xaxis.margin, ax.yaxis.margin, margin),
        "the margin of autoscaled limits along z, as a fraction of the data's range";
    zlim: (f64, f64) = |ax| ax.zlim(), |ax, (low, high)| ax.set_zlim(low, high), "the limits along z";
    zticks: Option<Vec<f64>> = |ax| ax.zaxis.given_ticks(0), |ax, ticks| ax.zaxis.give_ticks(0, ticks),
        "the major ticks of z; `None` is those of the locator that the scale has";
    zticklabels: Option<Vec<String>> = |ax| ax.zaxis.given_labels(),
        |ax, labels| ax.zaxis.give_labels("zticklabels", labels),
        "the labels of the major ticks of z in order; `None` is those of the formatter that the scale has";
}

impl Axes3D {
    /// Sets the label of the z axis. Labels of more than four letters run along their axis; this applies to x and y,
    /// too.
    pub fn set_zlabel(&mut self, label: impl Into<String>) {
        self.zaxis.set_label_text(label);
    }

    /// Sets the major ticks of z; the limits are extended to contain them.
    pub fn set_zticks(&mut self, ticks: &(impl Series + ?Sized)) {
        self.zaxis.set_ticks(ticks);
    }

    /// Sets the labels of the major ticks of z, in order.
    ///
    /// # Errors
    /// As [`set_xticklabels`](crate::AxesBase::set_xticklabels).
    pub fn set_zticklabels<S: Into<String>>(
        &mut self,
        labels: impl IntoIterator<Item = S>,
    ) -> Result<()> {
        self.zaxis.set_tick_labels("zticklabels", labels)
    }

    /// Changes the look of ticks, labels and grid lines of all three axes. The length of ticks is a fraction of the
    /// box.
    pub fn tick_params(&mut self, params: &TickParams) {
        for axis in self.axes_mut() {
            axis.set_tick_params(params);
        }
    }

    /// Shows or hides the grid lines on the panes; they are shown by default.
    pub fn grid(&mut self, visible: bool) {
        self.grid = visible;
    }

    /// Sets the colours of the panes across x, y and z; `"none"` hides one.
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor).
    pub fn set_pane_colors<C: IntoColor>(&mut self, colors: [C; 3]) -> Result<()> {
        let [x, y, z] = colors;
        self.panes = [x.into_color()?, y.into_color()?, z.into_color()?];
        Ok(())
    }

    /// Sets the colours of the edges of the panes across x, y and z, which are those of the panes by default; `"none"`
    /// hides one.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot_3d(1, 1, 1)?;
    /// // Panes without a fill.
    /// fig[ax].set_pane_colors(["none"; 3])?;
    /// fig[ax].set_pane_edgecolors(["black"; 3])?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::UnknownColor`](crate::Error::UnknownColor).
    pub fn set_pane_edgecolors<C: IntoColor>(&mut self, colors: [C; 3]) -> Result<()> {
        let [x, y, z] = colors;
        self.pane_edges = Some([x.into_color()?, y.into_color()?, z.into_color()?]);
        Ok(())
    }
}
