//! The data of meshes, contours, distributions and units, which change in place, in frames that are drawn in part.

use ndarray::Array2;

use crate::artists::{ClabelOptions, ContourOptions, ContourSet, PolyQuadMesh, QuadMesh, TriMesh};
use crate::axes::{HexbinOptions, Hist2dOptions, histogram2d};
use crate::color::{Colormap, Norm};
use crate::dates::{ConciseDateFormatter, Datetime64};
use crate::figure::Figure;
use crate::handle::Handle;
use crate::redraw::changes::{Changing, check_each, check_sequences};
use crate::redraw::tests::Pair;
use crate::subplots::SubplotsOptions;
use crate::triangulation::Triangulation;

/// Meshes and contours with colorbars, and a line in front of them.
struct Scene {
    fig: Figure,
    meshes: [Handle<QuadMesh>; 2],
    polygons: Handle<PolyQuadMesh>,
    contours: [Handle<ContourSet>; 2],
    triangles: [Handle<TriMesh>; 2],
    tricontours: Handle<ContourSet>,
}

fn heights(value: f64) -> Array2<f64> {
    Array2::from_shape_fn((5, 6), |(r, c)| {
        (0.7 * r as f64 + value).sin() + (0.9 * c as f64).cos()
    })
}

impl Changing for Scene {
    const CHANGES: usize = 34;

    fn new() -> Self {
        let mut fig = Figure::new((1.6, 1.2), 100.0);
        let ax = fig.add_subplot(1, 1, 1).unwrap();
        let at = |from: usize, n: usize| (from..from + n).collect::<Vec<_>>();
        let mesh = fig[ax].pcolormesh(&at(0, 7), &at(0, 6), &heights(0.0));
        let shaded = fig[ax].pcolormesh_with(&at(7, 6), &at(0, 5), &heights(0.0), "gouraud");
        let polygons = fig[ax].pcolor(&at(3, 7), &at(7, 6), &heights(0.0)).unwrap();
        let meshes = [mesh.unwrap(), shaded.unwrap()];
        let levels = ContourOptions::new().with_levels([-1.0, 0.0, 0.5, 1.0]);
        let contours = [
            fig[ax].contourf_z(&heights(0.0), &levels).unwrap(),
            fig[ax].contour_z(&heights(0.0), &levels).unwrap(),
        ];
        fig.colorbar(contours[1], ax).unwrap();
        let net = Triangulation::new(&[0, 3, 3, 0, 1], &[7, 7, 9, 9, 8]).unwrap();
        let triangles = ["flat", "gouraud"].map(|shading| {
            fig[ax]
                .tripcolor(&net, &[1.0, 0.0, 2.0, 1.0, 0.5], shading)
                .unwrap()
        });
        let tricontours = fig[ax].tricontourf_with(&net, &[1.0, 0.0, 2.0, 1.0, 0.5], &levels);
        fig.colorbar(meshes[0], ax).unwrap();
        fig[ax].plot(&[0.0, 9.0], &[0.0, 9.0]).unwrap();
        Self {
            fig,
            meshes,
            polygons,
            contours,
            triangles,
            tricontours: tricontours.unwrap(),
        }
    }

    fn fig(&self) -> &Figure {
        &self.fig
    }

    fn change(&mut self, what: usize, value: f64) {
        let (fig, mesh) = (&mut self.fig, self.meshes[what % 2]);
        let contours = self.contours[what % 2];
        match what / 2 {
            0 => fig[mesh].set_array(&heights(value)).unwrap(),
            1 => fig[mesh].set_clim(Some(value - 1.0), Some(value + 1.0)),
            2 => fig[mesh].set_norm(Norm::power(1.5).with_vmin(-2.0).with_vmax(3.0)),
            3 => fig[mesh]
                .set_cmap(Colormap::named(["gray", "jet"][(value > 0.0) as usize]).unwrap()),
            4 => fig[mesh].set_alpha(value.clamp(0.0, 1.0)).unwrap(),
            5 => fig[mesh].set_antialiased(value > 0.0),
            6 => fig[self.polygons].set_array(&heights(value)).unwrap(),
            7 => fig[contours].set_data(&heights(value)).unwrap(),
            8 => fig[contours].set_clim(Some(value - 1.0), Some(value + 1.0)),
            9 => fig[contours].set_norm(Norm::linear().with_vmin(value).with_vmax(value + 2.0)),
            10 => fig[contours].set_visible(value > 0.0),
            11 => fig[contours]
                .set_edgecolor((value.clamp(0.0, 1.0), 0.0, 0.0))
                .unwrap(),
            12 => {
                let labels = ClabelOptions::new().with_fontsize(6.0 + value);
                let labels = Some(labels).filter(|_| value > 0.0);
                fig[self.contours[1]].set_labels(labels).unwrap();
            }
            13 => fig[self.triangles[what % 2]]
                .set_array(&[value, 0.0, 1.0, 1.0, 0.5])
                .unwrap(),
            14 => fig[self.triangles[what % 2]]
                .set_points(&[0.0, 3.0, 3.0, 0.0, 1.0 + value / 3.0], &[7, 7, 9, 9, 8])
                .unwrap(),
            15 => fig[self.tricontours]
                .set_data(&[value, 0.0, 1.0, 1.0, 0.5])
                .unwrap(),
            _ => fig[self.polygons]
                .set_edgecolor((value.clamp(0.0, 1.0), 0.0, 0.0))
                .unwrap(),
        }
    }
}

#[test]
fn what_changes_in_meshes_is_drawn() {
    check_each::<Scene>();
}

#[test]
fn changes_after_each_other_are_drawn() {
    check_sequences::<Scene>(20);
}

#[test]
fn a_fine_mesh_is_the_same_the_first_and_the_next_times() {
    let mut fig = Figure::new((1.6, 1.2), 100.0);
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    let wave =
        |t: usize| Array2::from_shape_fn((30, 40), |(r, c)| ((r * 7 + c * 5 + 3 * t) % 13) as f64);
    let at = |n: usize| (0..n).collect::<Vec<_>>();
    let mesh = fig[ax].pcolormesh_with(&at(40), &at(30), &wave(0), "gouraud");
    let mesh = mesh.unwrap();
    let mut pair = Pair::new();
    for t in 0..8 {
        fig[mesh].set_array(&wave(t)).unwrap();
        if t % 4 == 3 {
            fig[ax].set_xlim(0.3 * t as f64, 30.0).unwrap();
        }
        pair.check(&fig, &format!("frame {t}"));
    }
}

/// Distributions, an axis of dates, and two that share categories.
#[test]
fn what_changes_in_distributions_and_units_is_drawn() {
    let mut fig = Figure::new((2.4, 1.8), 100.0);
    let options = SubplotsOptions::new().with_sharex("row").unwrap();
    let axs = fig.subplots_with(2, 2, &options).unwrap();
    let [bars, line, binned, dates] = [[0, 0], [0, 1], [1, 0], [1, 1]].map(|at| axs[at]);
    fig[bars].bar(&["a", "b"], &[1, 2]).unwrap();
    let line = fig[line].plot(&["b", "a"], &[1, 2]).unwrap();
    let binned = fig
        .add_axes([0.1, 0.1, 0.3, 0.3])
        .map(|ax| [binned, ax])
        .unwrap();
    let values = |t: usize| -> Vec<f64> { (0..40).map(|i| ((i * (7 + t)) % 13) as f64).collect() };
    let hexes = HexbinOptions::new().with_gridsize(5);
    let hexes = fig[binned[0]]
        .hexbin_with(&values(0), &values(1), &hexes)
        .unwrap();
    let violins = fig[binned[0]].violinplot(&[values(0), values(2)]).unwrap();
    let bins = Hist2dOptions::new().with_bins(4).unwrap();
    let (.., mesh) = fig[binned[1]]
        .hist2d_with(&values(0), &values(1), &bins)
        .unwrap();
    let days = |t: usize| Datetime64::new([0, 3, t as i64 * 40 + 5], "D").unwrap();
    let times = fig[dates].plot(&days(0), &[0, 2, 1]).unwrap();
    fig[dates]
        .xaxis
        .set_major_formatter(ConciseDateFormatter::new());
    let mut pair = Pair::new();
    for t in 1..15 {
        let set = fig.axes_2d()[1];
        match t % 7 {
            0 => {
                let name = format!("new {t}");
                let x = fig[set]
                    .xaxis
                    .convert_units(&["b".to_owned(), name])
                    .unwrap();
                fig[line].set_xdata(&x).unwrap();
            }
            1 => fig[times].set_xdata(&days(t)).unwrap(),
            2 => fig[dates].set_xlim(t as f64, t as f64 + 30.0).unwrap(),
            3 => hexes
                .set_data(&mut fig[binned[0]], &values(t), &values(t + 1))
                .unwrap(),
            4 => violins
                .set_data(&mut fig[binned[0]], &[values(t), values(t + 2)])
                .unwrap(),
            5 => {
                let (counts, ..) = histogram2d(&values(t), &values(t + 1), &bins).unwrap();
                fig[mesh].set_array(&counts.t()).unwrap();
            }
            _ => drop(fig[bars].scatter(&[format!("other {t}")], &[t]).unwrap()),
        }
        for repeat in 0..2 {
            pair.check(&fig, &format!("{t}, {repeat}"));
        }
    }
}
