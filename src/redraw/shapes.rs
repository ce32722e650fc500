//! Collections of patches, patches in space and limits of error bars, which change in place, in frames that are drawn in
//! part.

use ndarray::Array2;

use crate::artists::patches::{Annulus, Circle, Patch3D, RegularPolygon};
use crate::artists::{PatchCollection, QuadMesh};
use crate::axes::{
    Axes3D, AxesBase, Errorbar3DContainer, Errorbar3DOptions, ErrorbarContainer, ErrorbarOptions,
    Errors, PolarAxes,
};
use crate::figure::Figure;
use crate::handle::Handle;
use crate::redraw::changes::{Changing, check_each, check_sequences};

struct Scene {
    fig: Figure,
    flat: Handle<AxesBase>,
    ring: Handle<Annulus>,
    polygon: Handle<RegularPolygon>,
    patches: Handle<PatchCollection>,
    polar: Handle<PolarAxes>,
    mesh: Handle<QuadMesh>,
    bent: ErrorbarContainer,
    space: Handle<Axes3D>,
    wall: Handle<Patch3D>,
    bars: Vec<Handle<Patch3D>>,
    errors: Errorbar3DContainer,
}

const X: [f64; 3] = [0.0, 1.0, 2.0];

impl Changing for Scene {
    const CHANGES: usize = 16;

    fn new() -> Self {
        let mut fig = Figure::new((3.0, 1.0), 100.0);
        let ax = fig.add_subplot(1, 3, 1).unwrap();
        let ring = fig[ax].add_patch(Annulus::new((0.5, 0.5), (0.4, 0.3), 0.1).unwrap());
        let polygon = fig[ax].add_patch(RegularPolygon::new((0.3, 0.4), 5, 0.2));
        let discs = X.map(|x| Circle::new((x / 3.0, 0.8), 0.1));
        let patches = fig[ax].add_artist(PatchCollection::new(discs));
        let polar = fig.add_subplot_polar(1, 3, 2).unwrap();
        let cells = Array2::from_shape_fn((2, 2), |(r, c)| (r + 2 * c) as f64);
        let mesh = fig[polar].pcolormesh(&X, &X, &cells).unwrap();
        let options = ErrorbarOptions::new().with_xerr(0.2).with_yerr(0.2);
        let options = options.with_capsize(2.0);
        let bent = fig[polar].errorbar_with(&X, &X, &options).unwrap();
        let space = fig.add_subplot_3d(1, 3, 3).unwrap();
        let disc = Circle::new((0.5, 0.5), 0.3);
        let wall = Patch3D::new(&disc, 0.0, "x").unwrap();
        let wall = fig[space].add_artist(wall);
        let bars = fig[space].bar(&X, &X, 1.0, "y").unwrap();
        let options = Errorbar3DOptions::new()
            .with_zerr(0.5)
            .with_zuplims([true, false, false]);
        let errors = fig[space].errorbar_with(&X, &X, &X, &options).unwrap();
        Self {
            flat: fig.axes()[0],
            fig,
            ring,
            polygon,
            patches,
            polar,
            mesh,
            bent,
            space,
            wall,
            bars,
            errors,
        }
    }

    fn fig(&self) -> &Figure {
        &self.fig
    }

    fn change(&mut self, what: usize, value: f64) {
        let fig = &mut self.fig;
        let size = value.abs() / 9.0;
        match what {
            0 => fig[self.ring].set_width(size).unwrap(),
            1 => fig[self.ring].set_center(value, 0.5),
            2 => fig[self.polygon].set_orientation(value).unwrap(),
            3 => fig[self.polygon].set_vertices(3 + (4.0 * size) as usize),
            4 => fig[self.patches].set_array(&[value, 1.0, 2.0]),
            5 => {
                let discs = X.map(|x| Circle::new((x / 3.0, value), 0.1));
                fig[self.patches].set_patches(discs);
            }
            6 => fig[self.mesh].set_visible(value > 0.0),
            7 => fig[self.mesh].set_zorder(value),
            8 => {
                let (x, y) = (Errors::from(size), Errors::from(0.1));
                self.bent
                    .set_data(&mut fig[self.polar], &X, &X, x, y)
                    .unwrap();
            }
            9 => fig[self.polar].set_theta_offset(value).unwrap(),
            10 => fig[self.wall].set_z(value),
            11 => fig[self.wall].set_patch(&Circle::new((0.5, 0.5), size)),
            12 => fig[self.bars[1]].set_visible(value > 0.0),
            13 => {
                let none = Errors::None;
                let errors = [none.clone(), none, Errors::from(size)];
                let ax = &mut fig[self.space];
                self.errors
                    .set_data_3d(ax, &X, &X, &[value; 3], errors)
                    .unwrap();
            }
            14 => {
                let width = 0.2 + 0.1 * size;
                let place = [0.7 - width / 2.0, 0.3, width, 0.1];
                fig[self.space].set_position(place).unwrap();
            }
            _ => fig[self.flat].set_xlim(value, 3.0).unwrap(),
        }
    }
}

#[test]
fn shapes_that_change_are_drawn() {
    check_each::<Scene>();
}

#[test]
fn changes_of_shapes_after_each_other_are_drawn() {
    check_sequences::<Scene>(12);
}
