//! Stems, error bars and voxels in space against the pictures of matplotlib that tests/baseline/solids.py draws.

use std::f64::consts::TAU;

use ndarray::Array3;
use plotreel::axes::{Errorbar3DOptions, Errors, Stem3DOptions, VoxelOptions};
use plotreel::error::Result;
use plotreel::scale::Scale;
use plotreel::{Axes3D, Error, Figure, Handle};

use crate::baseline::{Make, assert_figures};

/// Scenes, and how near they have to be: RMS and percentage.
const SCENES: &[(&str, Make, f64, f64)] = &[
    ("stem", scenes::stem, 0.1, 0.05),
    ("stem_formats", scenes::stem_formats, 0.1, 0.05),
    ("stem_sideways", scenes::stem_sideways, 0.1, 0.05),
    ("errorbar", scenes::errorbar, 0.1, 0.05),
    ("errorbar_all", scenes::errorbar_all, 0.1, 0.05),
    ("errorbar_looks", scenes::errorbar_looks, 0.1, 0.05),
    ("voxels", scenes::voxels, 0.1, 0.05),
    ("voxels_edges", scenes::voxels_edges, 0.1, 0.05),
    ("voxels_colors", scenes::voxels_colors, 0.1, 0.05),
    ("voxels_flat", scenes::voxels_flat, 0.1, 0.05),
    ("voxels_torus", scenes::voxels_torus, 0.1, 0.05),
    ("voxels_alpha", scenes::voxels_alpha, 0.1, 0.05),
    ("scales", scenes::scales, 0.1, 0.05),
];

#[test]
fn solids_are_drawn_as_by_matplotlib() {
    assert_figures("solids", (4.0, 3.0), SCENES);
}

type Points = [Vec<f64>; 3];

fn ring(n: u32) -> Points {
    let t: Vec<f64> = (0..n).map(|i| TAU * f64::from(i) / f64::from(n)).collect();
    let column = |f: fn(&f64) -> f64| t.iter().map(f).collect();
    [
        column(|t| t.cos()),
        column(|t| t.sin()),
        column(|t| 1.0 + (3.0 * t).cos()),
    ]
}

fn path(n: u32) -> Points {
    let t: Vec<f64> = (0..n).map(|i| 0.3 * f64::from(i)).collect();
    let column = |f: fn(&f64) -> f64| t.iter().map(f).collect();
    [
        column(|t| t.cos()),
        column(|t| t.sin()),
        column(|t| 0.2 * t),
    ]
}

fn cubes() -> Array3<bool> {
    Array3::from_shape_fn((4, 4, 4), |(x, y, z)| {
        let near = x.abs_diff(y) + y.abs_diff(z) + z.abs_diff(x) <= 2;
        (x < 2 && y < 2 && z < 2) || (x >= 3 && y >= 2) || near
    })
}

fn solid(fig: &mut Figure) -> Result<Handle<Axes3D>> {
    fig.add_subplot_3d(1, 1, 1)
}

mod scenes {
    use super::*;

    pub(super) fn stem(fig: &mut Figure) -> Result<()> {
        let ax = solid(fig)?;
        let [x, y, z] = ring(24);
        fig[ax].stem(&x, &y, &z)?;
        Ok(())
    }

    pub(super) fn stem_formats(fig: &mut Figure) -> Result<()> {
        let ax = solid(fig)?;
        let options = Stem3DOptions::new()
            .with_linefmt("C1--")
            .with_markerfmt("C2D");
        let options = options.with_basefmt("k-").with_bottom(-1.0);
        let [x, y, z] = ring(12);
        let stems = fig[ax].stem_with(&x, &y, &z, &options)?;
        stems.set_label(&mut fig[ax], "samples");
        fig[ax].legend();
        fig[ax].view_init(40.0, 20.0, 0.0)
    }

    pub(super) fn stem_sideways(fig: &mut Figure) -> Result<()> {
        let ax = solid(fig)?;
        let [x, y, z] = ring(16);
        let options = Stem3DOptions::new()
            .with_bottom(-2.0)
            .with_orientation("x")?;
        fig[ax].stem_with(&x, &y, &z, &options)?;
        let options = Stem3DOptions::new()
            .with_bottom(2.0)
            .with_orientation("y")?;
        let options = options
            .with_linefmt("C4-")
            .with_markerfmt("C5s")
            .with_basefmt(" ");
        fig[ax].stem_with(&x, &y, &z, &options)?;
        Ok(())
    }

    pub(super) fn errorbar(fig: &mut Figure) -> Result<()> {
        let ax = solid(fig)?;
        let [x, y, z] = path(20);
        let errors: Vec<f64> = (0..20).map(|i| 0.1 + 0.02 * f64::from(i)).collect();
        fig[ax].errorbar(&x, &y, &z, &errors)?;
        Ok(())
    }

    pub(super) fn errorbar_all(fig: &mut Figure) -> Result<()> {
        let ax = solid(fig)?;
        let [x, y, z] = path(12);
        let low: Vec<f64> = (0..12).map(|i| 0.05 * f64::from(i)).collect();
        let options = Errorbar3DOptions::new().with_zerr((&low, &[0.2; 12]));
        let options = options
            .with_yerr(0.2)
            .with_xerr(0.1)
            .with_fmt("o--")
            .with_capsize(3.0);
        let errors = fig[ax].errorbar_with(&x, &y, &z, &options)?;
        errors.set_label(&mut fig[ax], "measured");
        fig[ax].legend();
        Ok(())
    }

    pub(super) fn errorbar_looks(fig: &mut Figure) -> Result<()> {
        let ax = solid(fig)?;
        let [x, y, z] = path(20);
        let options = Errorbar3DOptions::new()
            .with_zerr(0.3)
            .with_fmt("C2s")
            .with_ecolor("gray")?;
        let options = options
            .with_elinewidth(3.0)
            .with_capsize(4.0)
            .with_capthick(2.0);
        fig[ax].errorbar_with(&x, &y, &z, &options.with_errorevery((1, 3)))?;
        let below = |values: &[f64]| -> Vec<f64> { values.iter().map(|v| -v).collect() };
        let options = Errorbar3DOptions::new().with_xerr(0.2).with_fmt("none");
        fig[ax].errorbar_with(&x, &y, &below(&z), &options.with_barsabove(true))?;
        let options = Errorbar3DOptions::new()
            .with_yerr(0.2)
            .with_color("purple")?;
        let options = options.with_barsabove(true).with_capsize(2.0);
        fig[ax].errorbar_with(&below(&x), &below(&y), &below(&z), &options)?;
        Ok(())
    }

    pub(super) fn voxels(fig: &mut Figure) -> Result<()> {
        let ax = solid(fig)?;
        fig[ax].voxels(&cubes())?;
        Ok(())
    }

    pub(super) fn voxels_edges(fig: &mut Figure) -> Result<()> {
        let ax = solid(fig)?;
        let options = VoxelOptions::new().with_facecolors(["gold"])?;
        fig[ax].voxels_with(&cubes(), &options.with_edgecolors(["k"])?)?;
        Ok(())
    }

    pub(super) fn voxels_colors(fig: &mut Figure) -> Result<()> {
        let ax = solid(fig)?;
        let names = ["red", "tab:blue", "#1FA02080"];
        let places = || {
            cubes()
                .indexed_iter()
                .map(|(place, _)| place)
                .collect::<Vec<_>>()
        };
        let faces = places()
            .into_iter()
            .map(|(x, y, z)| names[(x + 2 * y + z) % 3]);
        let edges = places().into_iter().map(|(x, y, z)| names[(x + y + z) % 2]);
        let options = VoxelOptions::new().with_facecolors(faces)?;
        fig[ax].voxels_with(&cubes(), &options.with_edgecolors(edges)?)?;
        Ok(())
    }

    pub(super) fn voxels_flat(fig: &mut Figure) -> Result<()> {
        let ax = solid(fig)?;
        let options = VoxelOptions::new()
            .with_facecolors(["tan"])?
            .with_shade(false);
        fig[ax].voxels_with(&cubes(), &options.with_edgecolors(["gray"])?)?;
        fig[ax].view_init(-20.0, 110.0, 0.0)
    }

    pub(super) fn voxels_torus(fig: &mut Figure) -> Result<()> {
        let ax = solid(fig)?;
        let polar =
            |place: (usize, usize, usize)| (place.0 as f64 / 4.0, TAU * place.1 as f64 / 12.0);
        let shape = (5, 13, 5);
        let x = Array3::from_shape_fn(shape, |place| polar(place).0 * polar(place).1.cos());
        let y = Array3::from_shape_fn(shape, |place| polar(place).0 * polar(place).1.sin());
        let z = Array3::from_shape_fn((1, 1, 5), |(_, _, k)| k as f64 / 4.0 - 0.5);
        let filled = Array3::from_shape_fn((4, 12, 4), |(r, _, z)| {
            (r as f64 - 2.0).powi(2) + (z as f64 - 1.5).powi(2) < 3.0
        });
        let options = VoxelOptions::new().with_facecolors(["lightgreen"])?;
        let options = options
            .with_edgecolors(["darkgreen"])?
            .with_corners(&x, &y, &z);
        let voxels = fig[ax].voxels_with(&filled, &options)?;
        for (_, voxel) in voxels.iter() {
            fig[voxel].set_linewidth(0.5)?;
        }
        Ok(())
    }

    pub(super) fn voxels_alpha(fig: &mut Figure) -> Result<()> {
        let ax = solid(fig)?;
        let full = [(0, 1, 0), (1, 1, 0), (2, 3, 1)];
        let filled = Array3::from_shape_fn((3, 4, 2), |place| full.contains(&place));
        let options = VoxelOptions::new().with_facecolors(["C1"])?;
        let voxels = fig[ax].voxels_with(&filled, &options)?;
        for (_, voxel) in voxels.iter() {
            fig[voxel].set_alpha(0.4)?;
        }
        fig[ax].plot_fmt(&[0, 3], &[0, 4], &[0, 2], "k")?;
        Ok(())
    }

    pub(super) fn scales(fig: &mut Figure) -> Result<()> {
        let ax = solid(fig)?;
        let x: Vec<f64> = (0..6).map(|i| 10f64.powi(i)).collect();
        let z: Vec<f64> = x.iter().map(|x| x.sqrt()).collect();
        fig[ax].plot_fmt(&x, &[0, 1, 2, 3, 4, 5], &z, "o-")?;
        fig[ax].set_xscale(Scale::log())?;
        fig[ax].set_zscale(Scale::log())
    }
}

#[test]
fn settings_that_do_not_suit_are_refused() {
    let mut fig = Figure::new((4.0, 3.0), 100.0);
    let ax = solid(&mut fig).unwrap();
    let ax = &mut fig[ax];
    assert!(matches!(
        ax.stem(&[0, 1], &[0, 1], &[0]),
        Err(Error::LineData3D { .. })
    ));
    assert!(matches!(
        ax.errorbar(&[0, 1], &[0, 1], &[0, 1], &[1]),
        Err(Error::Lengths { .. })
    ));
    assert!(ax.errorbar(&[0], &[0], &[0], -1.0).is_err());
    let options = VoxelOptions::new().with_facecolors(["r", "g"]).unwrap();
    assert!(matches!(
        ax.voxels_with(&cubes(), &options),
        Err(Error::Lengths { .. })
    ));
    let corners = Array3::<f64>::zeros((4, 4, 4));
    let options = VoxelOptions::new().with_corners(&corners, &corners, &corners);
    assert!(ax.voxels_with(&cubes(), &options).is_err());
    let mut voxels = ax.voxels(&cubes()).unwrap();
    let other = Array3::from_elem((2, 4, 4), true);
    assert!(voxels.set_filled(ax, &other).is_err());
    let errors = ax.errorbar(&[0], &[0], &[0], 1.0).unwrap();
    let none = Errors::None;
    let all = [1.0.into(), none, 1.0.into()];
    assert!(errors.set_data_3d(ax, &[0], &[0], &[0], all).is_err());
}
