//! Rarer plots in space, in polar axes and of patches against the pictures of matplotlib that tests/baseline/uncommon.py
//! draws.

use std::f64::consts::{PI, TAU};

use ndarray::Array2;
use plotreel::artists::{MarkEvery, Marker};
use plotreel::axes::{BarOptions, Errorbar3DOptions, ErrorbarOptions};
use plotreel::collections::{
    ClabelOptions, ContourOptions, FillBetween3DOptions, PatchCollection, Poly3DCollection,
    PolyCollection,
};
use plotreel::error::Result;
use plotreel::patches::{
    Annulus, Circle, Ellipse, OutlinedPatch, Patch3D, Polygon, Rectangle, RegularPolygon, Wedge,
};
use plotreel::scale::Scale;
use plotreel::subplots::MosaicLayout;
use plotreel::{Axes, Axes3D, Colormap, Figure, Handle, PolarAxes, Style};

use crate::baseline::{Make, assert_figures};

/// Scenes, and how near they have to be: RMS and percentage.
const SCENES: &[(&str, Make, f64, f64)] = &[
    ("errorbar_limits", scenes::errorbar_limits, 0.1, 0.05),
    (
        "errorbar_limits_caps",
        scenes::errorbar_limits_caps,
        0.1,
        0.05,
    ),
    ("bars_in_planes", scenes::bars_in_planes, 0.1, 0.05),
    ("walls", scenes::walls, 0.1, 0.05),
    ("polygon_widths", scenes::polygon_widths, 0.1, 0.05),
    ("polar_errorbar", scenes::polar_errorbar, 0.5, 0.1),
    ("polar_rose", scenes::polar_rose, 0.1, 0.05),
    ("polar_rings", scenes::polar_rings, 0.2, 0.1),
    ("polar_cells", scenes::polar_cells, 0.1, 0.05),
    ("polar_cells_shaded", scenes::polar_cells_shaded, 0.1, 0.05),
    ("polar_wedge_order", scenes::polar_wedge_order, 0.1, 0.05),
    ("regular_polygons", scenes::regular_polygons, 0.1, 0.05),
    ("annuli", scenes::annuli, 0.1, 0.05),
    ("patch_collection", scenes::patch_collection, 0.1, 0.05),
    ("poly_collection", scenes::poly_collection, 0.1, 0.05),
    ("property_cycle", scenes::property_cycle, 0.1, 0.05),
    ("symlog_in_space", scenes::symlog_in_space, 0.2, 0.05),
    ("labels_turned", scenes::labels_turned, 0.1, 0.05),
    ("sized_polygons", scenes::sized_polygons, 0.2, 0.05),
    ("polar_labels", scenes::polar_labels, 0.1, 0.05),
    ("band_of_quads", scenes::band_of_quads, 0.1, 0.05),
    ("vertical_x", scenes::vertical_x, 0.1, 0.05),
    ("vertical_y", scenes::vertical_y, 0.1, 0.05),
    ("mosaic_projections", scenes::mosaic_projections, 0.1, 0.05),
];

#[test]
fn rarer_plots_are_drawn_as_by_matplotlib() {
    assert_figures("uncommon", (4.0, 3.0), SCENES);
}

fn steps(n: u32, step: f64) -> Vec<f64> {
    (0..n).map(|i| step * f64::from(i)).collect()
}

fn mapped(values: &[f64], f: impl Fn(f64) -> f64) -> Vec<f64> {
    values.iter().map(|v| f(*v)).collect()
}

fn path() -> [Vec<f64>; 3] {
    let t = steps(12, 0.4);
    [mapped(&t, f64::cos), mapped(&t, f64::sin), t]
}

fn every(n: usize, which: usize) -> Vec<bool> {
    (0..12).map(|i| i % n == which).collect()
}

fn solid(fig: &mut Figure) -> Result<Handle<Axes3D>> {
    fig.add_subplot_3d(1, 1, 1)
}

fn polar(fig: &mut Figure) -> Result<Handle<PolarAxes>> {
    fig.add_subplot_polar(1, 1, 1)
}

fn flat(fig: &mut Figure) -> Result<Handle<Axes>> {
    let ax = fig.add_subplot(1, 1, 1)?;
    fig[ax].set_xlim(0.0, 10.0)?;
    fig[ax].set_ylim(0.0, 8.0)?;
    Ok(ax)
}

/// Angles, radii and values; those of cells are without the last row and column.
fn field(cells: bool) -> (Vec<f64>, Vec<f64>, Array2<f64>) {
    let (theta, r) = (steps(25, TAU / 24.0), mapped(&steps(9, 0.125), |r| 0.2 + r));
    let shape = if cells { (8, 24) } else { (9, 25) };
    let z = Array2::from_shape_fn(shape, |(row, column)| {
        let theta = theta[column];
        r[row] * (2.0 * theta).cos() + 0.3 * theta.sin()
    });
    (theta, r, z)
}

mod scenes {
    use super::*;

    pub(super) fn errorbar_limits(fig: &mut Figure) -> Result<()> {
        let ax = solid(fig)?;
        let [x, y, z] = path();
        let options = Errorbar3DOptions::new().with_zerr(0.5).with_fmt("o");
        let options = options.with_zuplims(every(3, 0)).with_zlolims(every(3, 1));
        fig[ax].errorbar_with(&x, &y, &z, &options)?;
        Ok(())
    }

    pub(super) fn errorbar_limits_caps(fig: &mut Figure) -> Result<()> {
        let ax = solid(fig)?;
        let [x, y, z] = path();
        let options = Errorbar3DOptions::new()
            .with_xerr(0.2)
            .with_yerr(0.3)
            .with_zerr(0.4);
        let options = options.with_xuplims(true).with_ylolims(every(2, 0));
        let options = options
            .with_capsize(4.0)
            .with_ecolor("C3")?
            .with_errorevery(2);
        fig[ax].errorbar_with(&x, &y, &z, &options)?;
        let below = mapped(&z, |z| -z);
        let options = Errorbar3DOptions::new().with_zerr(0.4).with_fmt("none");
        let before = mapped(&z, |z| z + 1.0);
        let errors = fig[ax].errorbar_with(&x, &y, &below, &options.with_zlolims(true))?;
        let none = plotreel::axes::Errors::None;
        // In place, and back.
        for z in [&before, &below] {
            let zerr = [none.clone(), none.clone(), 0.4.into()];
            errors.set_data_3d(&mut fig[ax], &x, &y, z, zerr)?;
        }
        Ok(())
    }

    pub(super) fn bars_in_planes(fig: &mut Figure) -> Result<()> {
        let ax = solid(fig)?;
        let i = steps(6, 1.0);
        for (color, k) in [("r", 3.0), ("g", 2.0), ("b", 1.0)] {
            let heights = mapped(&i, |i| 1.0 + (k * i).sin().abs());
            let options = BarOptions::new().with_color(color)?;
            for bar in fig[ax].bar_with(&i, &heights, k, "y", &options)? {
                fig[bar].set_alpha(0.8)?;
            }
        }
        let options = BarOptions::new().with_width(0.5);
        fig[ax].bar_with(&[0, 2], &[1, 2], -1.0, "x", &options)?;
        fig[ax].set_yticks(&[1, 2, 3]);
        Ok(())
    }

    pub(super) fn walls(fig: &mut Figure) -> Result<()> {
        let ax = solid(fig)?;
        for (k, (zdir, z)) in [("x", 0.0), ("y", 1.0), ("z", 0.0)].into_iter().enumerate() {
            let mut disc = Circle::new((0.5, 0.5), 0.3);
            disc.set_color(format!("C{k}").as_str())?;
            disc.set_alpha(0.7)?;
            fig[ax].add_artist(Patch3D::new(&disc, z, zdir)?);
        }
        Ok(())
    }

    pub(super) fn polygon_widths(fig: &mut Figure) -> Result<()> {
        let ax = solid(fig)?;
        let verts: [&[[f64; 3]]; 3] = [
            &[[0.0, 0.0, 0.0], [1.0, 0.0, 0.0], [1.0, 1.0, 0.5]],
            &[[0.0, 0.0, 0.5], [0.0, 1.0, 0.5], [1.0, 1.0, 1.0]],
            &[
                [0.0, 1.0, 0.0],
                [1.0, 0.0, 1.0],
                [0.5, 0.5, 0.2],
                [0.0, 0.2, 0.9],
            ],
        ];
        let polygons = fig[ax].add_artist(Poly3DCollection::new(verts));
        fig[polygons].set_facecolors(["r", "g", "b"])?;
        fig[polygons].set_edgecolor("k")?;
        fig[polygons].set_linewidths(&[1, 2, 3])?;
        fig[ax].set_xlim(0.0, 1.0)?;
        fig[ax].set_ylim(0.0, 1.0)?;
        fig[ax].set_zlim(0.0, 1.0)
    }

    pub(super) fn polar_errorbar(fig: &mut Figure) -> Result<()> {
        let ax = polar(fig)?;
        let theta = mapped(&steps(10, TAU / 9.0), |theta| theta + 0.3);
        let options = ErrorbarOptions::new().with_xerr(0.2).with_yerr(0.3);
        let options = options.with_fmt("o").with_capsize(4.0).with_ecolor("r")?;
        fig[ax].errorbar_with(&theta, &mapped(&steps(10, 0.2), |r| 1.0 + r), &options)?;
        Ok(())
    }

    pub(super) fn polar_rose(fig: &mut Figure) -> Result<()> {
        let ax = polar(fig)?;
        let theta = steps(60, TAU / 59.0);
        let r = mapped(&theta, |theta| 1.0 + (3.0 * theta).cos());
        let line = fig[ax].plot_fmt(&theta, &r, "r--s")?;
        fig[line].set_linewidth(2.0)?;
        fig[line].set_markevery(MarkEvery::from(7));
        Ok(())
    }

    pub(super) fn polar_rings(fig: &mut Figure) -> Result<()> {
        let ax = polar(fig)?;
        let (theta, r, z) = field(false);
        let options = ContourOptions::new().with_levels(6);
        let colored = options.clone().with_cmap(Colormap::named("RdBu")?);
        fig[ax].contourf_with(&theta, &r, &z, &colored)?;
        let lines = options.with_colors(["k"])?.with_linewidths(&[0.5]);
        fig[ax].contour_with(&theta, &r, &z, &lines)?;
        Ok(())
    }

    pub(super) fn polar_cells(fig: &mut Figure) -> Result<()> {
        let ax = polar(fig)?;
        let (theta, r, z) = field(true);
        let mesh = fig[ax].pcolormesh(&theta, &r, &z)?;
        fig[mesh].set_edgecolor("k")?;
        fig[mesh].set_linewidth(0.3)?;
        fig[ax].plot_fmt(&theta, &mapped(&theta, |theta| r[0] + theta / 6.0), "w")?;
        fig[ax].set_rlabel_position(120.0)
    }

    pub(super) fn polar_cells_shaded(fig: &mut Figure) -> Result<()> {
        let ax = polar(fig)?;
        let (theta, r, z) = field(false);
        fig[ax].pcolormesh_with(&theta, &r, &z, "gouraud")?;
        fig[ax].set_rmax(1.0)
    }

    pub(super) fn polar_wedge_order(fig: &mut Figure) -> Result<()> {
        let ax = polar(fig)?;
        let theta = steps(60, TAU / 59.0);
        fig[ax].plot(&theta, &theta)?;
        fig[ax].set_thetamin(-30.0)?;
        fig[ax].set_thetamax(100.0)?;
        fig[ax].set_rlim(1.0, 5.0)
    }

    pub(super) fn regular_polygons(fig: &mut Figure) -> Result<()> {
        let ax = flat(fig)?;
        fig[ax].set_aspect("equal")?;
        for k in 3..8_u32 {
            let middle = (1.5 * (f64::from(k) - 2.0), 4.0);
            let mut polygon = RegularPolygon::new(middle, k as usize, 0.8);
            polygon.set_orientation(0.2 * f64::from(k))?;
            polygon.set_facecolor(format!("C{k}").as_str())?;
            polygon.set_edgecolor("k")?;
            fig[ax].add_patch(polygon);
        }
        Ok(())
    }

    pub(super) fn annuli(fig: &mut Figure) -> Result<()> {
        let ax = flat(fig)?;
        let mut ring = Annulus::new((3.0, 4.0), (2.0, 2.0), 0.5)?;
        ring.set_facecolor("C1")?;
        ring.set_edgecolor("k")?;
        fig[ax].add_patch(ring);
        let mut ring = Annulus::new((7.0, 4.0), (2.0, 1.0), 0.4)?;
        ring.set_angle(30.0)?;
        ring.set_alpha(0.5)?;
        ring.set_hatch("//")?;
        fig[ax].add_patch(ring);
        Ok(())
    }

    pub(super) fn patch_collection(fig: &mut Figure) -> Result<()> {
        let ax = flat(fig)?;
        let mut patches: Vec<Box<dyn OutlinedPatch>> = Vec::new();
        for k in 0..7_u32 {
            let center = (1.0 + 1.2 * f64::from(k), f64::from(3 + k % 3));
            patches.push(Box::new(Circle::new(center, 0.3 + 0.05 * f64::from(k))));
        }
        let mut wedge = Wedge::new((8.0, 6.0), 1.0, 0.0, 100.0);
        wedge.set_width(0.2)?;
        patches.push(Box::new(wedge));
        let triangle = Polygon::new(&[(1.0, 6.0), (3.0, 7.0), (2.0, 8.0)]);
        patches.push(Box::new(triangle));
        patches.push(Box::new(Rectangle::new((4.0, 6.0), 2.0, 1.0)));
        let collection = fig[ax].add_artist(PatchCollection::new(patches));
        fig[collection].set_cmap(Colormap::named("plasma")?);
        fig[collection].set_alpha(0.6)?;
        fig[collection].set_edgecolor("k")?;
        fig[collection].set_array(&steps(10, 1.0));
        fig.colorbar(collection, ax)?;
        let discs = [2.0, 4.0].map(|x| Circle::new((x, 1.0), 0.8));
        let hatched = fig[ax].add_artist(PatchCollection::new(discs));
        fig[hatched].set_hatch("//")?;
        fig[hatched].set_facecolor("w")
    }

    pub(super) fn poly_collection(fig: &mut Figure) -> Result<()> {
        let ax = flat(fig)?;
        let triangle = |k: u32| {
            let x = f64::from(k);
            [(x, 1.0), (x + 1.0, 1.0), (x + 0.5, f64::from(3 + k % 3))]
        };
        let polygons = fig[ax].add_artist(PolyCollection::new((0..8).map(triangle)));
        fig[polygons].set_array(&steps(8, 1.0));
        fig[polygons].set_cmap(Colormap::named("Set1")?);
        fig[polygons].set_edgecolor("k")?;
        fig[polygons].set_linewidths(&[1, 2])
    }

    pub(super) fn property_cycle(fig: &mut Figure) -> Result<()> {
        let cycle =
            "cycler(color='rgb') + cycler(linestyle=['-', '--', ':']) + cycler('marker', 'os^')";
        *fig = fig
            .clone()
            .with_style(Style::new().with_param("axes.prop_cycle", cycle)?)?;
        let ax = fig.add_subplot(1, 1, 1)?;
        for k in 0..5 {
            let format = if k == 1 { "k" } else { "" };
            fig[ax].plot_fmt(&[0, 1, 2], &[k, k + 1, k], format)?;
        }
        fig[ax].plot_fmt(&[0, 2], &[6, 5], "b-.x")?;
        fig[ax].errorbar(&[0, 1], &[7, 8], 0.3)?;
        fig[ax].plot(&[0, 2], &[8, 7])?;
        Ok(())
    }

    pub(super) fn symlog_in_space(fig: &mut Figure) -> Result<()> {
        let ax = solid(fig)?;
        let [x, y, z] = path();
        fig[ax].plot(&x, &y, &mapped(&z, f64::exp))?;
        fig[ax].set_zscale(Scale::sym_log(5.0))?;
        fig[ax].set_xscale(Scale::log())
    }

    pub(super) fn sized_polygons(fig: &mut Figure) -> Result<()> {
        let ax = flat(fig)?;
        let x = mapped(&steps(8, 1.0), |x| x + 1.0);
        // Their sizes are areas; those of scatter plots are squares around.
        let sizes = mapped(&x, |x| 4.0 / PI * (40.0 + 30.0 * x));
        let markers: [(Marker, f64); 3] = [
            (Marker::Circle, 1.5),
            ((5, 0).try_into()?, 3.0),
            ((6, 1).try_into()?, 4.5),
        ];
        for (marker, y) in markers {
            let points = fig[ax].scatter(&x, &[y; 8])?;
            fig[points].set_marker(marker)?;
            fig[points].set_sizes(&sizes)?;
            fig[points].set_facecolor("tan")?;
            fig[points].set_edgecolor("k")?;
            fig[points].set_linewidth(1.5)?;
        }
        let ellipses = x.iter().map(|x| {
            let mut ellipse = Ellipse::new((*x, 6.0), 0.1 * x, 0.8);
            ellipse.set_angle(15.0 * x)?;
            Ok(ellipse)
        });
        let ellipses = ellipses.collect::<Result<Vec<_>>>()?;
        let ellipses = fig[ax].add_artist(PatchCollection::new(ellipses));
        fig[ellipses].set_facecolor("tan")?;
        fig[ellipses].set_edgecolor("k")?;
        fig[ellipses].set_linewidth(1.5)
    }

    pub(super) fn polar_labels(fig: &mut Figure) -> Result<()> {
        let ax = polar(fig)?;
        let (theta, r, z) = field(false);
        let options = ContourOptions::new().with_levels(4);
        let lines = fig[ax].contour_with(&theta, &r, &z, &options)?;
        fig[ax].clabel(lines, &ClabelOptions::new().with_fontsize(7.0))
    }

    pub(super) fn band_of_quads(fig: &mut Figure) -> Result<()> {
        let ax = solid(fig)?;
        let [x, y, z] = path();
        fig[ax].fill_between(&x, &y, &z, &[0.0], &[0.0], &z)?;
        let [from, to] = [1.0, 2.0].map(|by| mapped(&z, |z| z + by));
        let options = FillBetween3DOptions::new().with_mode("polygon")?;
        let whole = fig[ax].fill_between_with((&x, &y, &from), (&x, &y, &to), &options)?;
        fig[whole].set_facecolor("tan")
    }

    fn tilted(fig: &mut Figure, axis: &str, aspect: Option<[f64; 3]>) -> Result<()> {
        let ax = solid(fig)?;
        let [x, y, z] = path();
        fig[ax].plot(&x, &y, &z)?;
        fig[ax].set_xlabel("x");
        fig[ax].set_ylabel("along y");
        fig[ax].set_zlabel("z");
        fig[ax].set_box_aspect(aspect)?;
        fig[ax].view_init(25.0, -50.0, 5.0)?;
        fig[ax].set_vertical_axis(axis)?;
        fig[ax].set_xlim(0.0, 2e-6)
    }

    pub(super) fn vertical_x(fig: &mut Figure) -> Result<()> {
        tilted(fig, "x", None)
    }

    pub(super) fn vertical_y(fig: &mut Figure) -> Result<()> {
        tilted(fig, "y", Some([1.0, 2.0, 3.0]))
    }

    pub(super) fn mosaic_projections(fig: &mut Figure) -> Result<()> {
        let layout = MosaicLayout::from("AB;CC;DD").with_projection("A", "polar")?;
        let axs = fig.subplot_mosaic(layout.with_projection("B", "3d")?)?;
        if let Some(rose) = axs.polar("A") {
            fig[rose].plot(&[0, 1, 2], &[1.0, 2.0, 1.5])?;
        }
        assert!(axs.space("B").is_some() && axs.get("B").is_none());
        fig[axs["C"]].plot(&[0, 1, 2], &[1, 3, 2])?;
        fig[axs["D"]].bar(&[0, 1], &[2, 1])?;
        Ok(())
    }

    pub(super) fn labels_turned(fig: &mut Figure) -> Result<()> {
        let ax = solid(fig)?;
        let [x, y, z] = path();
        fig[ax].plot(&x, &y, &z)?;
        fig[ax].set_zlabel("height above");
        fig[ax].zaxis.set_label_rotation(90.0)?;
        fig[ax].set_ylabel("along y");
        fig[ax].yaxis.set_label_rotation(0.0)?;
        fig[ax].yaxis.set_rotate_label(false);
        fig[ax].zaxis.set_rotate_label(false);
        Ok(())
    }
}
