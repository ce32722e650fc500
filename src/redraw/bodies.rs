//! Surfaces and other polygons in space, which change in place, in frames that are drawn in part.

use ndarray::Array2;

use crate::artists::quiver::Quiver3D;
use crate::artists::{
    ContourOptions, ContourSet3D, Poly3DCollection, SurfaceOptions, TrisurfOptions,
};
use crate::axes::Axes3D;
use crate::color::{Colormap, LightSource};
use crate::figure::Figure;
use crate::handle::Handle;
use crate::redraw::changes::{Changing, check_each, check_sequences};

/// Polygons with a colorbar, and a line in front of them.
struct Scene {
    fig: Figure,
    ax: Handle<Axes3D>,
    /// A shaded surface, one with a colormap, free polygons, bars, and triangles with a colormap.
    bodies: Vec<Handle<Poly3DCollection>>,
    arrows: Handle<Quiver3D>,
    contours: [Handle<ContourSet3D>; 2],
}

type Surface = [Array2<f64>; 3];

fn surface(value: f64) -> Surface {
    let x = Array2::from_shape_fn((5, 6), |(_, c)| c as f64);
    let y = Array2::from_shape_fn((5, 6), |(r, _)| r as f64);
    let z = (0.7 * &y + value).sin() + (0.9 * &x).cos();
    [x, y, z]
}

/// The x and the y of a surface of triangles.
const CORNERS: [[f64; 4]; 2] = [[0.0, 5.0, 5.0, 1.0], [0.0, 0.0, 4.0, 3.0]];

fn triangles(value: f64) -> [[[f64; 3]; 3]; 2] {
    let low = [[0.0, 0.0, value], [5.0, 0.0, value], [5.0, 4.0, 0.0]];
    [low, low.map(|[x, y, z]| [y, x, z + 1.0])]
}

impl Changing for Scene {
    const CHANGES: usize = 69;

    fn new() -> Self {
        let mut fig = Figure::new((1.6, 1.2), 100.0);
        let ax = fig.add_subplot_3d(1, 1, 1).unwrap();
        let [x, y, z] = surface(0.0);
        let coarse = TrisurfOptions::new().with_cmap(Colormap::default());
        let mapped = SurfaceOptions::new().with_cmap(Colormap::default());
        let bodies = vec![
            fig[ax].plot_surface(&x, &y, &z).unwrap(),
            fig[ax]
                .plot_surface_with(&x, &y, &(&z + 2.0), &mapped)
                .unwrap(),
            fig[ax].add_artist(Poly3DCollection::new(triangles(0.0))),
            fig[ax]
                .bar3d(&[1, 2], &[2], &[0], &[1], &[1], &[1, 2])
                .unwrap(),
            fig[ax]
                .plot_trisurf_with(&CORNERS[0], &CORNERS[1], &[3.0; 4], &coarse)
                .unwrap(),
        ];
        fig[ax].plot(&[0.0, 5.0], &[0.0, 4.0], &[0.0, 2.0]).unwrap();
        fig.colorbar(bodies[1], ax).unwrap();
        let options = ContourOptions::new();
        let contours = [
            fig[ax].contour_with(&x, &y, &z, "y", &options).unwrap(),
            fig[ax].contourf(&x, &y, &z).unwrap(),
        ];
        let arrows = fig[ax]
            .quiver(&[1, 3], &[2], &[1], &[1], &[0], &[2])
            .unwrap();
        Self {
            fig,
            ax,
            bodies,
            arrows,
            contours,
        }
    }

    fn fig(&self) -> &Figure {
        &self.fig
    }

    fn change(&mut self, what: usize, value: f64) {
        let (fig, ax, body) = (&mut self.fig, self.ax, self.bodies[what % 3]);
        let [x, y, z] = surface(value);
        let part = value.clamp(0.0, 1.0);
        match what / 3 {
            0 => fig[body].set_data(&x, &y, &z).unwrap(),
            1 => fig[ax].view_init(30.0 * value, 50.0 * value, 0.0).unwrap(),
            2 => fig[body].set_verts(triangles(value)),
            3 => fig[body].set_shade(value > 0.0),
            4 => fig[body].set_lightsource(LightSource::new(90.0 * value, 30.0).unwrap()),
            5 => fig[body]
                .set_zsort(["min", "max"][usize::from(value > 0.0)])
                .unwrap(),
            6 => fig[body].set_clim(Some(value - 1.0), Some(value + 2.0)),
            7 => fig[body].set_alpha(part).unwrap(),
            8 => fig[body].set_edgecolor((part, 0.0, 0.0)).unwrap(),
            9 => fig[body]
                .set_facecolors([(part, 0.0, 0.5), (0.0, part, 0.0)])
                .unwrap(),
            10 => fig[body].set_antialiased(value > 0.0),
            11 => fig[ax].set_zlim(value - 3.0, 5.0).unwrap(),
            12 => fig[body].set_facecolor_at(1, (0.0, part, 0.0)).unwrap(),
            13 => fig[self.bodies[3]]
                .set_bars(&[1.0, 2.0 + value], &[2], &[0], &[1], &[1], &[value, 2.0])
                .unwrap(),
            14 => fig[self.bodies[4]]
                .set_data_3d(&CORNERS[0], &CORNERS[1], &[3.0, value, 3.0, 3.0])
                .unwrap(),
            21 => fig[self.arrows]
                .set_uvw(&[1.0, value], &[value], &[2])
                .unwrap(),
            19 => fig[self.contours[what % 2]]
                .set_data_3d(&x, &y, &z)
                .unwrap(),
            20 => fig[self.contours[what % 2]]
                .set_offset(Some(value).filter(|value| *value < 1.0))
                .unwrap(),
            16 => fig[self.arrows]
                .set_offsets(&[value, 1.0], &[0.5], &[1])
                .unwrap(),
            17 => fig[self.arrows].set_length(value).unwrap(),
            18 => fig[self.arrows].set_normalize(value > 0.0),
            15 => fig[self.bodies[3]]
                .set_bar_colors([(part, 0.0, 0.5)])
                .unwrap(),
            _ => fig[body].set_visible(value > 0.0),
        }
    }
}

#[test]
fn what_changes_in_bodies_is_drawn() {
    check_each::<Scene>();
}

#[test]
fn changes_of_bodies_after_each_other_are_drawn() {
    check_sequences::<Scene>(20);
}
