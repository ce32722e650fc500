//! Flat and 3-D axes with artists, and changes of them by number, for the tests of partial drawing.

use ndarray::Array2;

use crate::artists::{
    AxesImage, Coords, Line2D, Line3D, Line3DCollection, Marker, Path3DCollection, Rectangle, Text,
    Text3D,
};
use crate::axes::{Axes, Axes3D, ProjType, TitleLoc};
use crate::color::{Colormap, Norm};
use crate::figure::Figure;
use crate::handle::Handle;
use crate::scale::Scale;

pub(super) struct Scene {
    pub(super) fig: Figure,
    pub(super) axes: Vec<Handle<Axes>>,
    pub(super) lines: Vec<Handle<Line2D>>,
    pub(super) image: Handle<AxesImage>,
    span: Handle<Rectangle>,
    pub(super) texts: [Handle<Text>; 2],
    pub(super) solid: Solid,
}

/// 3-D axes and what is in them.
pub(super) struct Solid {
    pub(super) ax: Handle<Axes3D>,
    line: Handle<Line3D>,
    points: Handle<Path3DCollection>,
    pub(super) wires: Handle<Line3DCollection>,
    pub(super) text: Handle<Text3D>,
}

impl Scene {
    pub(super) fn new() -> Self {
        let mut fig = Figure::new((1.6, 1.2), 100.0);
        let mut axes: Vec<_> = fig.subplots(1, 2).unwrap().into_iter().collect();
        axes.push(fig.twinx(axes[0]).unwrap());
        let x = [0.0, 1.0, 2.0, 3.0];
        let mut lines = Vec::new();
        for ax in [axes[0], axes[0], axes[2]] {
            lines.push(fig[ax].plot(&x, &x).unwrap());
        }
        fig[lines[1]].set_alpha(0.4).unwrap();
        fig[lines[1]].set_marker(Marker::Circle).unwrap();
        fig[lines[0]].set_label("line");
        fig[axes[0]].legend();
        let image = fig[axes[1]].imshow(&Array2::<f64>::zeros((3, 4))).unwrap();
        let span = fig[axes[0]].axhspan(0.5, 1.5);
        let texts = [
            fig[axes[1]].text(1.0, 1.0, "in"),
            fig.text(0.5, 0.5, "over"),
        ];
        fig[axes[0]].set_title("title");
        fig.colorbar(image, axes[0]).unwrap();
        let ax = fig.add_axes_3d([0.5, 0.5, 0.5, 0.5]).unwrap();
        let heights = Array2::from_elem((3, 3), 1.0);
        let steps = Array2::from_shape_fn((3, 3), |(_, c)| c as f64);
        let across = steps.t().to_owned();
        let solid = Solid {
            ax,
            line: fig[ax].plot(&x, &x, &x).unwrap(),
            points: fig[ax].scatter(&x, &x, &[3.0, 2.0, 1.0, 0.0]).unwrap(),
            wires: fig[ax].plot_wireframe(&steps, &across, &heights).unwrap(),
            text: fig[ax].text(1.0, 1.0, 1.0, "there"),
        };
        Self {
            fig,
            axes,
            lines,
            image,
            span,
            texts,
            solid,
        }
    }

    /// One of the things that scripts do from frame to frame.
    pub(super) fn change(&mut self, what: usize, value: f64) {
        let (fig, ax) = (&mut self.fig, self.axes[what % 3]);
        let line = self.lines[what % 3];
        match what / 3 {
            0 => fig[line].set_ydata(&[value, 1.0, -value, 2.0]).unwrap(),
            1 => fig[line].set_visible(value > 0.0),
            2 => fig[line].set_zorder(value.abs()),
            3 => fig[ax].set_title(format!("{value:.1}")),
            4 => fig[ax].set_ylim(value, 5.0).unwrap(),
            5 => fig[ax].grid(value > 0.0),
            6 => fig[self.image]
                .set_data(&Array2::from_elem((3, 4), value))
                .unwrap(),
            7 => fig[self.image]
                .set_extent([0.0, 40.0 + value, 0.0, 3.0])
                .unwrap(),
            8 => fig[self.span].set_y(value),
            9 => fig[self.texts[what % 2]].set_text(format!("{value:.2}")),
            10 => fig.set_facecolor((value.abs() / 9.0, 0.5, 0.5)).unwrap(),
            11 => drop(fig[ax].axvline(value)),
            12 => fig[ax].relim(),
            13 => fig[ax].autoscale_view(),
            14 => fig[ax].set_axis_off(),
            15 => fig[ax].set_axis_on(),
            16 => fig[self.image].set_clim(Some(value), Some(value + 3.0)),
            17 => fig[self.image].set_norm(Norm::power(0.5)),
            18 => fig[self.image].set_cmap(Colormap::named(["gray", "tab10"][what % 2]).unwrap()),
            19 => self.change_solid(what % 3, value),
            20 => self.change_solid(3 + what % 3, value),
            21 => self.change_solid(6 + what % 3, value),
            22 => self.change_solid(9 + what % 3, value),
            23 => self.change_solid(12 + what % 3, value),
            24 => self.change_solid(15 + what % 3, value),
            25 => self.change_solid(18 + what % 3, value),
            26 => {
                let coords = [Coords::Data, Coords::AxesFraction][usize::from(value > 0.0)];
                fig[line].set_coordinates((coords, Coords::Data)).unwrap();
                fig[self.texts[what % 2]].set_coordinates(coords).unwrap();
            }
            27 => fig[ax].set_xlim(value, 5.0).unwrap(),
            _ => (),
        }
    }

    pub(super) fn change_solid(&mut self, what: usize, value: f64) {
        let (fig, solid) = (&mut self.fig, &self.solid);
        let ax = solid.ax;
        let moved = [value, 1.0, 2.0, 3.0];
        match what {
            0 => fig[ax].view_init(20.0 * value, 90.0 * value, 0.0).unwrap(),
            1 => fig[solid.line]
                .set_data_3d(&moved, &moved, &[1.0; 4])
                .unwrap(),
            2 => fig[solid.points]
                .set_offsets(&moved, &[1.0; 4], &moved)
                .unwrap(),
            3 => fig[solid.wires].set_segments([[(0.0, value, 0.0), (3.0, 3.0, value)]]),
            4 => fig[solid.text].set_position_3d(value, 1.0, 1.0),
            5 => fig[ax].set_zlim(value, 5.0).unwrap(),
            6 => fig[ax].relim(),
            7 => fig[ax].grid(value > 0.0),
            8 => fig[ax]
                .set_proj_type([ProjType::Persp, ProjType::Ortho][usize::from(value > 0.0)])
                .unwrap(),
            9 => fig[solid.points].set_visible(value > 0.0),
            10 => fig[ax].set_title(format!("{value:.1}")),
            11 => fig[ax].set_title_at(TitleLoc::Left, format!("{value:.1}")),
            12 => fig[ax].set_zscale(scale(value)).unwrap(),
            13 => fig[ax].set_xscale(scale(value)).unwrap(),
            14 => fig[ax].invert_zaxis(),
            15 => fig[ax].invert_xaxis(),
            16 => fig[ax].minorticks_on(),
            17 => fig[ax].set_anchor(value.clamp(0.0, 1.0), 0.5),
            18 => fig[ax].set_title_bold(value > 0.0),
            19 => fig[ax].set_xticks(&[value, 2.0]),
            20 => fig[ax]
                .set_pane_edgecolors([(value.abs() / 9.0, 0.5, 0.5); 3])
                .unwrap(),
            21 => fig[ax]
                .set_aspect(["auto", "equalxy"][usize::from(value > 0.0)])
                .unwrap(),
            _ => fig[ax].set_computed_zorder(value > 0.0),
        }
    }
}

/// A scale that shows all numbers, so that random limits can follow each other.
fn scale(value: f64) -> Scale {
    match value > 0.0 {
        true => Scale::sym_log(1.0),
        false => Scale::Linear,
    }
}
