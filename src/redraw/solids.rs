//! Stems, error bars and voxels in space, which change in place, in frames that are drawn in part.

use ndarray::Array3;

use crate::axes::{
    Axes3D, Errorbar3DContainer, Errorbar3DOptions, Errors, Stem3DContainer, VoxelOptions, Voxels,
};
use crate::figure::Figure;
use crate::handle::Handle;
use crate::redraw::changes::{Changing, check_each, check_sequences};

struct Scene {
    fig: Figure,
    ax: Handle<Axes3D>,
    stems: Stem3DContainer,
    errors: Errorbar3DContainer,
    voxels: Voxels,
}

const X: [f64; 3] = [0.0, 1.0, 2.0];
const Y: [f64; 3] = [2.0, 0.0, 1.0];

fn filled(value: f64) -> Array3<bool> {
    Array3::from_shape_fn((2, 2, 2), |(x, y, z)| {
        ((x + 2 * y + 3 * z) as f64) < 3.0 + value
    })
}

impl Changing for Scene {
    const CHANGES: usize = 15;

    fn new() -> Self {
        let mut fig = Figure::new((1.6, 1.2), 100.0);
        let ax = fig.add_subplot_3d(1, 1, 1).unwrap();
        let options = VoxelOptions::new().with_edgecolors(["k"]).unwrap();
        let voxels = fig[ax].voxels_with(&filled(0.0), &options).unwrap();
        let stems = fig[ax].stem(&X, &Y, &X).unwrap();
        let options = Errorbar3DOptions::new().with_zerr(0.5).with_capsize(2.0);
        let errors = fig[ax].errorbar_with(&Y, &X, &X, &options).unwrap();
        stems.set_label(&mut fig[ax], "stems");
        errors.set_label(&mut fig[ax], "errors");
        fig[ax].legend();
        Self {
            fig,
            ax,
            stems,
            errors,
            voxels,
        }
    }

    fn fig(&self) -> &Figure {
        &self.fig
    }

    fn change(&mut self, what: usize, value: f64) {
        let (fig, ax) = (&mut self.fig, self.ax);
        let moved = [value, 1.0, 2.0];
        match what {
            0 => self
                .stems
                .set_data_3d(&mut fig[ax], &X, &Y, &moved)
                .unwrap(),
            1 => self.stems.set_label(&mut fig[ax], format!("{value:.1}")),
            2 => fig[self.stems.stemlines]
                .set_linewidth(value.abs())
                .unwrap(),
            3 => fig[self.stems.markerline].set_visible(value > 0.0),
            4 => fig[self.stems.baseline]
                .set_color((value.abs() / 9.0, 0.5, 0.5))
                .unwrap(),
            5 => {
                let none = Errors::None;
                let errors = [none.clone(), none, value.abs().into()];
                self.errors
                    .set_data_3d(&mut fig[ax], &moved, &X, &Y, errors)
                    .unwrap();
            }
            6 => self.errors.set_label(&mut fig[ax], format!("{value:.1}")),
            7 => fig[self.errors.caplines[0]]
                .set_markersize(value.abs())
                .unwrap(),
            8 => fig[self.errors.barlinecols[0]].set_visible(value > 0.0),
            9 => self
                .voxels
                .set_filled(&mut fig[ax], &filled(value))
                .unwrap(),
            10 => {
                let first = self.voxels.get([0, 0, 0]).unwrap();
                fig[first].set_alpha(value.abs() / 9.0).unwrap();
            }
            11 => fig[ax].set_pane_linewidth(value.abs()).unwrap(),
            12 => (fig[ax].xaxis)
                .set_line_color((0.5, value.abs() / 9.0, 0.5))
                .unwrap(),
            13 => fig[ax].zaxis.set_linewidth(value.abs()).unwrap(),
            _ => fig[ax].view_init(20.0 * value, 90.0 * value, 0.0).unwrap(),
        }
    }
}

#[test]
fn stems_and_voxels_that_change_are_drawn() {
    check_each::<Scene>();
}

#[test]
fn changes_of_stems_and_voxels_after_each_other_are_drawn() {
    check_sequences::<Scene>(12);
}
