//! The scenes of triangulations.

use plotreel::axes::Extend;
use plotreel::collections::ContourOptions;
use plotreel::error::Result;
use plotreel::tri::Triangulation;
use plotreel::{Colormap, Figure};

use super::{axes, bent, dots, waves};

/// Points without order, none four of them on a circle, and values there.
fn scattered(n: usize) -> (Triangulation, Vec<f64>) {
    let i = || (0..n).map(|i| i as f64);
    let x: Vec<f64> = i()
        .map(|i| 2.9 * (12.9898 * i).sin() + 0.1 * (3.1 * i).cos())
        .collect();
    let y: Vec<f64> = i().map(|i| 1.9 * (78.233 * i + 1.0).cos()).collect();
    let z = |(x, y): (&f64, &f64)| x.sin() * (1.3 * y).cos();
    let values = x.iter().zip(&y).map(z).collect();
    (Triangulation::new(&x, &y).unwrap(), values)
}

/// Points around a middle, and the triangles between them.
fn fan(dx: f64, dy: f64) -> Triangulation {
    let mut x = vec![0.1 + dx];
    let mut y = vec![0.2 + dy];
    for k in 0..9 {
        let angle = std::f64::consts::TAU * f64::from(k) / 9.0;
        let distance = 1.5 + 0.5 * (3.0 * angle).cos();
        x.push(distance * angle.cos() + dx);
        y.push(distance * angle.sin() + dy);
    }
    let triangles = (0..9).map(|k| [0, k + 1, (k + 1) % 9 + 1]);
    let net = Triangulation::new(&x, &y).unwrap();
    net.with_triangles(triangles).unwrap()
}

/// A bent grid with each cell cut in two.
fn woven() -> Triangulation {
    let (x, y) = bent(7, 9);
    let (x, y): (Vec<f64>, Vec<f64>) = x.into_iter().zip(y).unzip();
    let first = (0..6).flat_map(|r| (0..8).map(move |c| 9 * r + c));
    let triangles = first.flat_map(|i| [[i, i + 1, i + 9], [i + 1, i + 10, i + 9]]);
    let net = Triangulation::new(&x, &y).unwrap();
    net.with_triangles(triangles).unwrap()
}

fn without(k: &[usize]) -> Vec<bool> {
    (0..9).map(|i| k.contains(&i)).collect()
}

pub(super) fn tricontour(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (net, z) = scattered(60);
    let eight = ContourOptions::new().with_levels(8);
    let red = eight.clone().with_cmap(Colormap::named("RdBu_r")?);
    fig[ax].tricontourf_with(&net, &z, &red)?;
    let black = eight
        .with_colors(["k"])?
        .with_linewidths(&[0.5])
        .with_linestyles(["-"])?;
    fig[ax].tricontour_with(&net, &z, &black)?;
    Ok(())
}

pub(super) fn tricontour_looks(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let z: Vec<f64> = dots(7, 9).iter().map(|z| 2.0 * z).collect();
    let net = woven();
    let three = ContourOptions::new().with_levels([0.2, 0.6, 1.2]);
    let lines = fig[ax].tricontour_with(&net, &z, &three)?;
    fig.colorbar(lines, ax)?;
    let net = fan(1.0, 9.0).with_mask(without(&[2]))?;
    let z: Vec<f64> = (0..10).map(|i| f64::from(i % 4)).collect();
    let both = ContourOptions::new()
        .with_levels([0.5, 1.0, 2.0])
        .with_extend(Extend::Both)?;
    let areas = fig[ax].tricontourf_with(&net, &z, &both)?;
    fig[areas].set_edgecolor("r")
}

pub(super) fn tripcolor(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let c: Vec<usize> = (0..9).map(|k| k * 7 % 5).collect();
    fig[ax].tripcolor(&fan(0.0, 0.0), &c, "flat")?;
    let net = fan(4.0, 0.0).with_mask(without(&[1, 5]))?;
    let c: Vec<usize> = (0..10).map(|k| k * 3 % 7).collect();
    let mesh = fig[ax].tripcolor(&net, &c, "flat")?;
    fig[mesh].set_edgecolor("k")?;
    fig[mesh].set_antialiased(true);
    fig[mesh].set_cmap(Colormap::named("plasma")?);
    fig.colorbar(mesh, ax)?;
    Ok(())
}

pub(super) fn tripcolor_gouraud(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let z: Vec<f64> = waves(7, 9).into_iter().collect();
    fig[ax].tripcolor(&woven(), &z, "gouraud")?;
    Ok(())
}

pub(super) fn triplot(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (net, _) = scattered(40);
    let lines = fig[ax].triplot(&net, "g-o")?;
    for line in lines {
        fig[line].set_markersize(4.0)?;
    }
    fig[ax].triplot(&fan(5.0, 0.0), "")?;
    let line = fig[ax].plot(&[3, 6], &[-2, 2])?;
    fig[line].set_linewidth(3.0)
}
