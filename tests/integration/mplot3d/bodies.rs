//! The scenes of tests/baseline/mplot3d.py with surfaces and other polygons.

use std::f64::consts::PI;

use ndarray::{Array1, Array2, Axis};
use plotreel::axes::{ColorbarOptions, Extend, ProjType};
use plotreel::collections::{
    ContourOptions, Poly3DCollection, SurfaceOptions, TrisurfOptions, WireframeOptions, ZSort,
};
use plotreel::colors::LightSource;
use plotreel::error::Result;
use plotreel::scale::Scale;
use plotreel::{Colormap, Figure, Norm};

use super::scenes::{axes, surface, with_helix};

type Face = Vec<[f64; 3]>;

/// The faces of a house, in no order.
fn house() -> Vec<Face> {
    let floor = vec![[0.0; 3], [2.0, 0.0, 0.0], [2.0, 3.0, 0.0], [0.0, 3.0, 0.0]];
    let corners = [(0.0, 0.0), (2.0, 0.0), (2.0, 1.0), (1.0, 2.0), (0.0, 1.0)];
    let wall = |y: f64| corners.iter().map(|(x, z)| [*x, y, *z]).collect();
    let side = |x: f64| vec![[x, 0.0, 0.0], [x, 3.0, 0.0], [x, 3.0, 1.0], [x, 0.0, 1.0]];
    let roof = |x: f64| {
        vec![
            [x, 0.0, 1.0],
            [1.0, 0.0, 2.0],
            [1.0, 3.0, 2.0],
            [x, 3.0, 1.0],
        ]
    };
    vec![
        floor,
        wall(0.0),
        wall(3.0),
        side(0.0),
        side(2.0),
        roof(0.0),
        roof(2.0),
    ]
}

fn ball() -> [Array2<f64>; 3] {
    let n = 19;
    let (u, v) = (
        Array1::linspace(0.0, 2.0 * PI, n),
        Array1::linspace(0.0, PI, n),
    );
    let (u, v) = (u.insert_axis(Axis(0)), v.insert_axis(Axis(1)));
    let of =
        |f: fn(f64, f64) -> f64| Array2::from_shape_fn((n, n), |(r, c)| f(u[[0, c]], v[[r, 0]]));
    [
        of(|u, v| u.cos() * v.sin()),
        of(|u, v| u.sin() * v.sin()),
        of(|_, v| v.cos()),
    ]
}

pub(super) fn polygons(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let faces = fig[ax].add_artist(Poly3DCollection::new(house()));
    fig[faces].set_facecolors([
        "gray",
        "tan",
        "tan",
        "wheat",
        "wheat",
        "firebrick",
        "firebrick",
    ])?;
    fig[faces].set_edgecolor("k")?;
    fig[faces].set_linewidth(0.7)?;
    fig[ax].set_xlim(0.0, 3.0)?;
    fig[ax].set_ylim(0.0, 3.0)?;
    fig[ax].set_zlim(0.0, 2.0)
}

pub(super) fn polygons_translucent(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let faces = fig[ax].add_artist(Poly3DCollection::new(&house()[1..]));
    fig[faces].set_zsort(ZSort::Min)?;
    fig[faces].set_linestyle("--")?;
    fig[faces].set_edgecolor("C1")?;
    fig[faces].set_alpha(0.5)?;
    let mut floor = house().swap_remove(0);
    for [_, _, z] in &mut floor {
        *z -= 0.2;
    }
    let floor = fig[ax].add_artist(Poly3DCollection::new([floor]));
    fig[floor].set_facecolor("gold")?;
    fig[floor].set_edgecolor("navy")?;
    fig[floor].set_linewidth(2.0)?;
    fig[ax].set_xlim(0.0, 3.0)?;
    fig[ax].set_ylim(0.0, 3.0)?;
    fig[ax].set_zlim(-1.0, 2.0)?;
    fig[ax].view_init(15.0, 20.0, 5.0)
}

pub(super) fn polygons_shaded(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let faces = fig[ax].add_artist(Poly3DCollection::new(&house()[..6]));
    fig[faces].set_facecolor("C2")?;
    fig[faces].set_edgecolor("w")?;
    fig[faces].set_shade(true);
    fig[faces].set_lightsource(LightSource::new(45.0, 60.0)?);
    fig[ax].set_xlim(0.0, 3.0)?;
    fig[ax].set_ylim(0.0, 3.0)?;
    fig[ax].set_zlim(0.0, 2.0)?;
    fig[ax].view_init(30.0, 70.0, 0.0)
}

pub(super) fn plot_surface(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (x, y, z) = surface(0.0);
    // As a film has it.
    let drawn = fig[ax].plot_surface(&x, &y, &surface(1.0).2)?;
    fig[drawn].set_data(&x, &y, &z)
}

pub(super) fn surface_map(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (x, y, z) = surface(0.3);
    let options = SurfaceOptions::new().with_cmap(Colormap::named("coolwarm")?);
    let drawn = fig[ax].plot_surface_with(&x, &y, &z, &options)?;
    fig[drawn].set_linewidth(0.0)?;
    fig[drawn].set_antialiased(false);
    fig[ax].set_zlim(-1.01, 1.01)?;
    let options = ColorbarOptions::new().with_shrink(0.5).with_aspect(5.0);
    fig.colorbar_with(drawn, ax, &options)?;
    Ok(())
}

pub(super) fn surface_limits(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (x, y, z) = surface(1.0);
    let options = SurfaceOptions::new().with_cmap(Colormap::named("plasma")?);
    let options = options.with_rstride(2).with_cstride(3);
    let drawn = fig[ax].plot_surface_with(&x, &y, &z, &options)?;
    fig[drawn].set_clim(Some(-0.5), Some(0.7));
    fig[drawn].set_alpha(0.8)?;
    fig[drawn].set_edgecolor_face();
    fig[ax].view_init(50.0, 10.0, 20.0)
}

pub(super) fn surface_strides(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (x, y, z) = surface(0.0);
    let options = SurfaceOptions::new().with_rstride(8).with_cstride(4);
    let drawn = fig[ax].plot_surface_with(&x, &y, &z, &options.with_color("C1")?)?;
    fig[drawn].set_edgecolor("royalblue")?;
    fig[drawn].set_linewidth(0.5)?;
    fig[drawn].set_alpha(0.3)?;
    fig[ax].view_init(20.0, 200.0, 0.0)
}

pub(super) fn surface_counts(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (x, y, z) = surface(2.0);
    let options = SurfaceOptions::new().with_rcount(7).with_ccount(20);
    let drawn = fig[ax].plot_surface_with(&x, &y, &z, &options.with_color("0.8")?)?;
    fig[drawn].set_lightsource(LightSource::new(0.0, 30.0)?);
    Ok(())
}

fn checkered() -> Result<SurfaceOptions> {
    let color = |r: usize, c: usize| if (r / 3 + c / 3) % 2 == 1 { "y" } else { "b" };
    SurfaceOptions::new().with_facecolors((0..31).map(|r| (0..31).map(move |c| color(r, c))))
}

pub(super) fn surface_faces(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (x, y, z) = surface(0.0);
    let drawn = fig[ax].plot_surface_with(&x, &y, &z, &checkered()?)?;
    fig[drawn].set_linewidth(0.0)
}

pub(super) fn surface_faces_flat(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (x, y, z) = surface(0.0);
    let options = checkered()?.with_rstride(2).with_cstride(2);
    let drawn = fig[ax].plot_surface_with(&x, &y, &z, &options)?;
    fig[drawn].set_shade(false);
    fig[ax].view_init(-20.0, 50.0, 0.0)
}

pub(super) fn surface_ball(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let [x, y, z] = ball();
    fig[ax].plot_surface(&x, &y, &z)?;
    fig[ax].set_box_aspect([1.0, 1.0, 1.0])
}

pub(super) fn surface_holes(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (x, y, mut z) = surface(0.0);
    for ((r, c), z) in z.indexed_iter_mut() {
        if x[[0, c]].powi(2) + y[[r, 0]].powi(2) < 1.0 {
            *z = f64::NAN;
        }
    }
    z[[3, 4]] = f64::INFINITY;
    let options = SurfaceOptions::new().with_cmap(Colormap::default());
    fig[ax].plot_surface_with(&x, &y, &z, &options)?;
    fig[ax].set_proj_type(ProjType::Ortho)
}

pub(super) fn surface_log(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (x, y, z) = surface(0.0);
    let z = z.mapv(|z| 10.0_f64.powf(2.0 * z) - 0.02);
    let options = SurfaceOptions::new().with_color("C3")?;
    fig[ax].plot_surface_with(&x, &y, &z, &options)?;
    fig[ax].set_zscale(Scale::log())?;
    fig[ax].set_zlim(0.01, 100.0)
}

pub(super) fn surface_parts(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot_3d(1, 2, 1)?;
    let (x, y, z) = surface(0.0);
    let waves = fig[ax].plot_surface(&x, &y, &z)?;
    fig[waves].set_label("waves");
    let counts = SurfaceOptions::new().with_rcount(3).with_ccount(3);
    let below = fig[ax].plot_surface_with(&x, &y, &(0.0 * &z - 1.5), &counts)?;
    fig[below].set_label("below");
    let point = fig[ax].scatter(&[0.0], &[0.0], &[1.5])?;
    fig[point].set_sizes(&[60.0])?;
    fig[point].set_color("k")?;
    fig[ax].legend();
    let ax = fig.add_subplot_3d(1, 2, 2)?;
    let options = SurfaceOptions::new().with_cmap(Colormap::named("RdBu")?);
    let drawn = fig[ax].plot_surface_with(&x, &y, &z, &options)?;
    fig[drawn].set_norm(Norm::sym_log(0.1).with_vmin(-1.0).with_vmax(1.0));
    fig[drawn].set_zsort("max")?;
    let counts = WireframeOptions::new().with_rcount(5).with_ccount(5);
    let wires = fig[ax].plot_wireframe_with(&x, &y, &(&z + 1.0), &counts)?;
    fig[wires].set_color("k")?;
    fig[wires].set_linewidth(0.5)
}

type Points = [Vec<f64>; 3];

/// Points in a spiral, without two at the same distance, and heights.
fn hilly() -> Points {
    let points = (0..60).map(|i| {
        let (r, a) = ((f64::from(i) + 0.3).sqrt() / 4.0, 2.399963 * f64::from(i));
        let (x, y) = (r * a.cos(), r * a.sin());
        [x, y, (-3.0 * x * y).sin()]
    });
    columns(points)
}

fn columns(points: impl Iterator<Item = [f64; 3]>) -> Points {
    let points: Vec<[f64; 3]> = points.collect();
    [0, 1, 2].map(|i| points.iter().map(|point| point[i]).collect())
}

/// Points of a band that turns once, and its triangles.
fn ring() -> (Points, Vec<[usize; 3]>) {
    let (n, m) = (12, 4);
    let points = (0..m * n).map(|i| {
        let (u, v) = ((i % n) as f64 * 2.0 * PI / 11.0, (i / n) as f64 / 3.0 - 0.5);
        let width = 1.0 + 0.5 * v * (u / 2.0).cos();
        [width * u.cos(), width * u.sin(), 0.5 * v * (u / 2.0).sin()]
    });
    let triangles = (0..(m - 1) * (n - 1)).flat_map(|i| {
        let a = i / (n - 1) * n + i % (n - 1);
        [[a, a + 1, a + n], [a + 1, a + n + 1, a + n]]
    });
    (columns(points), triangles.collect())
}

/// Positions and heights of bars.
fn towers() -> (Vec<f64>, Vec<f64>, Vec<f64>) {
    let x: Vec<f64> = (0..12).map(|i| f64::from(i % 4)).collect();
    let y: Vec<f64> = (0..12).map(|i| f64::from(i / 4)).collect();
    let heights = x.iter().zip(&y).map(|(x, y)| 1.0 + x + 0.5 * y).collect();
    (x, y, heights)
}

pub(super) fn trisurf(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let [x, y, z] = hilly();
    // As a film has it.
    let flat = vec![0.0; z.len()];
    let drawn = fig[ax].plot_trisurf(&x, &y, &flat)?;
    fig[drawn].set_data_3d(&x, &y, &z)?;
    fig[drawn].set_linewidth(0.2)?;
    fig[ax].relim();
    fig[ax].autoscale_view();
    Ok(())
}

pub(super) fn trisurf_map(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let [x, y, z] = hilly();
    let options = TrisurfOptions::new().with_cmap(Colormap::named("Spectral")?);
    let drawn = fig[ax].plot_trisurf_with(&x, &y, &z, &options)?;
    fig[drawn].set_edgecolor("gray")?;
    fig[drawn].set_linewidth(0.3)?;
    fig.colorbar(drawn, ax)?;
    fig[ax].view_init(40.0, 100.0, 0.0)
}

pub(super) fn trisurf_ring(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let ([x, y, z], triangles) = ring();
    let options = TrisurfOptions::new().with_triangles(triangles);
    let drawn = fig[ax].plot_trisurf_with(&x, &y, &z, &options.with_color("C1")?)?;
    fig[drawn].set_lightsource(LightSource::new(90.0, 45.0)?);
    fig[ax].set_zlim(-1.0, 1.0)
}

pub(super) fn bar3d(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (x, y, heights) = towers();
    fig[ax].bar3d(&x, &y, &[0], &[0.8], &[0.6], &heights)?;
    Ok(())
}

pub(super) fn bar3d_colors(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (x, y, heights) = towers();
    let x: Vec<f64> = x.iter().map(|x| x + 0.25).collect();
    let bars = fig[ax].bar3d(&x, &y, &[0.5], &[0.5], &[0.5], &heights)?;
    fig[bars].set_bar_colors(["C0", "C1", "C2", "C3"])?;
    fig[bars].set_shade(false);
    fig[bars].set_edgecolor("k")?;
    fig[bars].set_alpha(0.6)?;
    fig[bars].set_linewidth(0.5)?;
    fig[ax].view_init(25.0, 130.0, 0.0)
}

pub(super) fn bar3d_faces(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let bars = fig[ax].bar3d(&[0, 2], &[0, 1], &[0], &[1], &[1], &[2, 3])?;
    fig[bars].set_facecolors(["r", "g", "b", "c", "m", "y"])?;
    fig[bars].set_zsort("max")?;
    let bar = fig[ax].bar3d(&[0], &[2], &[0], &[1], &[1], &[1])?;
    fig[bar].set_facecolor("w")?;
    fig[bar].set_edgecolor("C4")?;
    fig[bar].set_linewidth(2.0)
}

pub(super) fn aspect_equal(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let [x, y, z] = ball();
    fig[ax].plot_surface(&(3.0 * x), &y, &(2.0 * z))?;
    fig[ax].set_aspect("equal")
}

pub(super) fn aspect_of_two(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let [x, y, z] = ball();
    let gray = SurfaceOptions::new().with_color("gray")?;
    fig[ax].plot_surface_with(&(3.0 * x), &y, &(2.0 * z), &gray)?;
    fig[ax].set_aspect("equalxz")
}

pub(super) fn pane_edges(fig: &mut Figure) -> Result<()> {
    let ax = with_helix(fig);
    fig[ax].set_pane_colors(["none"; 3])?;
    fig[ax].set_pane_edgecolors(["r", "g", "b"])?;
    fig[ax].grid(false);
    Ok(())
}

/// Positions and vectors.
fn swirl() -> [Points; 2] {
    let at = |i: i32| -0.8 + 0.4 * f64::from(i);
    let places = (0..75).map(|i| (at(i / 3 % 5), at(i / 15), at(2 * (i % 3))));
    let (mut points, mut vectors) = (Vec::new(), Vec::new());
    for (x, y, z) in places {
        points.push([x, y, z]);
        let [(sx, cx), (sy, cy), (sz, cz)] = [x, y, z].map(|v| (PI * v).sin_cos());
        vectors.push([
            sx * cy * cz,
            -cx * sy * cz,
            (2.0_f64 / 3.0).sqrt() * cx * cy * sz,
        ]);
    }
    [columns(points.into_iter()), columns(vectors.into_iter())]
}

pub(super) fn quiver(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let [[x, y, z], [u, v, w]] = swirl();
    // As a film has it.
    let arrows = fig[ax].quiver(&x, &y, &z, &[1], &[0], &[0])?;
    fig[arrows].set_length(0.2)?;
    fig[arrows].set_normalize(true);
    fig[arrows].set_uvw(&u, &v, &w)
}

pub(super) fn quiver_looks(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let [[x, y, z], [u, v, w]] = swirl();
    let arrows = fig[ax].quiver(&x, &y, &z, &u, &v, &w)?;
    fig[arrows].set_length(0.3)?;
    fig[arrows].set_pivot("middle")?;
    fig[arrows].set_arrow_length_ratio(0.5)?;
    fig[arrows].set_colors(["C1", "C2", "C3"])?;
    fig[arrows].set_linewidth(0.8)?;
    let axis = fig[ax].quiver(&[0], &[0], &[0], &[1, 0, 0], &[0, 1, 0], &[0, 0, 1])?;
    fig[axis].set_color("k")?;
    fig[axis].set_pivot("tip")?;
    fig[ax].view_init(20.0, 30.0, 0.0)
}

pub(super) fn contour(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (x, y, z) = surface(0.0);
    fig[ax].contour(&x, &y, &z)?;
    Ok(())
}

pub(super) fn contour_sides(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (x, y, z) = surface(0.0);
    let steps = SurfaceOptions::new().with_rstride(8).with_cstride(8);
    let drawn = fig[ax].plot_surface_with(&x, &y, &z, &steps)?;
    fig[drawn].set_edgecolor("royalblue")?;
    fig[drawn].set_linewidth(0.5)?;
    fig[drawn].set_alpha(0.3)?;
    let options = ContourOptions::new().with_cmap(Colormap::named("coolwarm")?);
    let below = fig[ax].contourf_with(&x, &y, &z, "z", &options)?;
    fig[below].set_offset(-2.0)?;
    let beside = fig[ax].contourf_with(&x, &y, &z, "x", &options)?;
    fig[beside].set_offset(-4.0)?;
    let options = ContourOptions::new().with_colors(["k"])?.with_levels(5);
    let behind = fig[ax].contour_with(&x, &y, &z, "y", &options.with_linewidths(&[0.8]))?;
    fig[behind].set_offset(4.0)?;
    fig[ax].set_xlim(-4.0, 4.0)?;
    fig[ax].set_ylim(-4.0, 4.0)?;
    fig[ax].set_zlim(-2.0, 1.0)
}

pub(super) fn contourf_steps(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (x, y, z) = surface(0.0);
    let options = ContourOptions::new()
        .with_levels([-0.6, -0.2, 0.2, 0.6])
        .with_extend(Extend::Both)?
        .with_cmap(Colormap::named("plasma")?);
    // As a film has it.
    let drawn = fig[ax].contourf_with(&x, &y, &surface(1.0).2, "z", &options)?;
    fig[drawn].set_data_3d(&x, &y, &z)?;
    fig[ax].view_init(50.0, 20.0, 0.0)
}
