//! The scenes of tests/baseline/mplot3d.py with opacities, hatches, and artists that are clipped to the limits.

use plotreel::collections::Poly3DCollection;
use plotreel::error::Result;
use plotreel::{Axes3D, Figure, Handle};

use super::scenes::{axes, cloud, helix, strides, surface};

fn square(x: f64) -> Vec<[f64; 3]> {
    vec![[x, 0.0, 0.0], [x, 2.0, 0.0], [x, 2.0, 2.0], [x, 0.0, 2.0]]
}

pub(super) fn polygons_alphas(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let mut add = |x: f64| {
        let polygons = fig[ax].add_artist(Poly3DCollection::new([square(x)]));
        fig[polygons].set_linewidth(5.0).map(|()| polygons)
    };
    let (first, second, third) = (add(0.0)?, add(1.0)?, add(2.0)?);
    fig[first].set_edgecolor("k")?;
    fig[first].set_alpha(0.4)?;
    fig[second].set_alpha(0.4)?;
    fig[second].set_edgecolor("k")?;
    fig[third].set_alpha(0.2)?;
    fig[third].set_color("r")?;
    fig[third].set_alpha(0.7)?;
    fit(fig, ax)?;
    fig[ax].view_init(20.0, -50.0, 0.0)
}

fn fit(fig: &mut Figure, ax: Handle<Axes3D>) -> Result<()> {
    fig[ax].set_xlim(0.0, 2.0)?;
    fig[ax].set_ylim(0.0, 2.0)?;
    fig[ax].set_zlim(0.0, 2.0)
}

pub(super) fn polygons_hatched(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let floor = vec![[0.0; 3], [2.0, 0.0, 0.0], [2.0, 2.0, 0.0], [0.0, 2.0, 0.0]];
    let faces = fig[ax].add_artist(Poly3DCollection::new([floor, square(0.0)]));
    fig[faces].set_facecolors(["w", "C1"])?;
    fig[faces].set_edgecolors(["C0", "k"])?;
    fig[faces].set_hatch("//")?;
    let gable = [[0.0, 2.0, 0.0], [2.0, 2.0, 0.0], [1.0, 2.0, 2.0]];
    let gable = fig[ax].add_artist(Poly3DCollection::new([gable]));
    fig[gable].set_facecolor("0.9")?;
    fig[gable].set_hatch("xx")?;
    fig[gable].set_hatchcolor("C3")?;
    fit(fig, ax)
}

fn narrow(fig: &mut Figure, ax: Handle<Axes3D>) -> Result<()> {
    fig[ax].set_xlim(-2.0, 2.0)?;
    fig[ax].set_ylim(2.0, -1.5)?;
    fig[ax].set_zlim(-0.6, 0.8)
}

pub(super) fn axlim_clip(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (x, y, z) = helix(81);
    let line = fig[ax].plot(&x, &y, &z)?;
    fig[line].set_marker("o")?;
    fig[line].set_axlim_clip(true);
    let (x, y, z) = surface(0.0);
    let wires = fig[ax].plot_wireframe_with(&x, &y, &z, &strides(3, 3))?;
    fig[wires].set_color("gray")?;
    fig[wires].set_axlim_clip(true);
    let (x, y, z) = cloud(60);
    let points = fig[ax].scatter(&x, &y, &z)?;
    fig[points].set_sizes(&[40.0])?;
    fig[points].set_color("C1")?;
    fig[points].set_axlim_clip(true);
    let within = fig[ax].text(0.0, 0.0, 0.7, "within");
    fig[within].set_zdir(Some([0.0, 0.0, 1.0]));
    fig[within].set_axlim_clip(true);
    let beyond = fig[ax].text(0.0, 0.0, 0.9, "beyond");
    fig[beyond].set_axlim_clip(true);
    fig[ax].text(0.0, -1.0, 0.9, "not clipped");
    narrow(fig, ax)
}

pub(super) fn axlim_clip_faces(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (x, y, z) = surface(0.0);
    let surface = fig[ax].plot_surface(&x, &y, &z)?;
    fig[surface].set_axlim_clip(true);
    let (x, y, dz) = ([-1.0, 1.0], [-1.0, 0.5], [0.5, 1.0]);
    let bars = fig[ax].bar3d(&x, &y, &[0.0; 2], &[0.8; 2], &[0.8; 2], &dz)?;
    fig[bars].set_facecolors([["C1"; 6], ["C2"; 6]].concat())?;
    fig[bars].set_axlim_clip(true);
    narrow(fig, ax)
}
