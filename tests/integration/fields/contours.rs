//! The scenes of contours.

use ndarray::Array2;
use plotreel::axes::Extend;
use plotreel::collections::{ClabelOptions, ContourOptions};
use plotreel::error::Result;
use plotreel::scale::Scale;
use plotreel::ticker::{FormatStrFormatter, FuncFormatter};
use plotreel::{Colormap, Figure, Norm};

use super::{axes, bent, count, dots, powers, steps, waves};

fn masked() -> Array2<f64> {
    let mut z = waves(12, 16);
    for at in [[4, 5], [7, 10], [7, 11], [8, 10], [8, 11], [11, 3]] {
        z[at] = f64::NAN;
    }
    z[[0, 0]] = f64::INFINITY;
    z
}

/// Hills and hollows on [-3, 3] x [-2, 2].
fn bumps() -> (Vec<f64>, Vec<f64>, Array2<f64>) {
    let (x, y) = (steps(40, -3.0, 3.0), steps(40, -2.0, 2.0));
    let hill = |x: f64, y: f64| (-x * x - y * y).exp();
    let z = |(r, c)| 2.0 * (hill(x[c], y[r]) - hill(x[c] - 1.0, y[r] - 1.0));
    let z = Array2::from_shape_fn((40, 40), z);
    (x, y, z)
}

fn options() -> ContourOptions {
    ContourOptions::new()
}

pub(super) fn contour(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (x, y, z) = bumps();
    fig[ax].contour(&x, &y, &z)?;
    Ok(())
}

pub(super) fn contour_looks(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (x, y, z) = bumps();
    let options = options()
        .with_levels([-1.0, -0.5, 0.0, 0.5, 1.0])
        .with_linewidths(&[1, 2, 3])
        .with_linestyles(["-", "--", ":"])?
        .with_cmap(Colormap::named("jet")?);
    let lines = fig[ax].contour_with(&x, &y, &z, &options)?;
    fig.colorbar(lines, ax)?;
    Ok(())
}

pub(super) fn contour_negative(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (x, y, z) = bumps();
    let options = options()
        .with_levels(12)
        .with_colors(["k"])?
        .with_linewidths(&[0.8]);
    fig[ax].contour_with(&x, &y, &z, &options)?;
    let line = fig[ax].plot_fmt(&[-3, 3], &[-2, 2], "r")?;
    fig[line].set_zorder(1.0);
    Ok(())
}

pub(super) fn contour_bent(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (x, y) = bent(11, 15);
    let options = options().with_levels(9).with_colors(["C0", "C1", "C2"])?;
    fig[ax].contour_with(&x, &y, &waves(11, 15), &options)?;
    Ok(())
}

pub(super) fn contour_masked(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    fig[ax].contour_z(&masked(), &options().with_linestyles(["--"])?)?;
    Ok(())
}

pub(super) fn contour_dots(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let options = options().with_levels([0.2, 0.5, 0.8]);
    fig[ax].contour_z(&dots(12, 16), &options)?;
    Ok(())
}

pub(super) fn contour_log(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let mut z = waves(15, 20).mapv(|v| 10f64.powf(3.0 * v));
    z[[3, 4]] = -1.0;
    let options = options().with_norm(Norm::log());
    fig[ax].contour_with(&powers(20, 0.0, 2.0), &count(15, 0.0), &z, &options)?;
    fig[ax].set_xscale(Scale::log())
}

pub(super) fn contourf(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (x, y, z) = bumps();
    fig[ax].contourf(&x, &y, &z)?;
    Ok(())
}

pub(super) fn contourf_extend(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (x, y, z) = bumps();
    let options = options()
        .with_levels([-0.8, -0.5, 0.0, 0.1, 0.7])
        .with_extend(Extend::Both)?
        .with_cmap(Colormap::named("coolwarm")?);
    let areas = fig[ax].contourf_with(&x, &y, &z, &options)?;
    fig.colorbar(areas, ax)?;
    Ok(())
}

pub(super) fn contourf_colors(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (x, y, z) = bumps();
    let four = options()
        .with_levels([-0.8, -0.4, 0.4])
        .with_colors(["r", "C1", "C2", "b"])?
        .with_extend(Extend::Both)?;
    let areas = fig[ax].contourf_with(&x, &y, &z, &four)?;
    fig[areas].set_alpha(0.8)?;
    fig.colorbar(areas, ax)?;
    let x: Vec<f64> = x.iter().map(|x| x + 6.0).collect();
    let two = options()
        .with_levels([-0.8, -0.4, 0.0, 0.4])
        .with_colors(["y", "c"])?
        .with_extend(Extend::Max)?;
    fig[ax].contourf_with(&x, &y, &z, &two)?;
    Ok(())
}

pub(super) fn contourf_masked(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    fig[ax].contourf_z(&masked(), &options())?;
    Ok(())
}

pub(super) fn contourf_dots(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let areas = fig[ax].contourf_z(&dots(12, 16), &options().with_levels(4))?;
    fig.colorbar(areas, ax)?;
    Ok(())
}

pub(super) fn contourf_bent(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (x, y) = bent(11, 15);
    let options = options().with_levels(9);
    let areas = fig[ax].contourf_with(&x, &y, &waves(11, 15), &options)?;
    fig[areas].set_antialiased(true);
    fig[areas].set_edgecolor_face();
    Ok(())
}

pub(super) fn contourf_steps(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let z = Array2::from_shape_fn((4, 5), |(_, c)| [0.3, 1.6, 1.1, 2.4, 0.2][c]);
    fig[ax].contourf_z(&z, &options().with_levels([0.0, 1.0, 2.0, 3.0]))?;
    let red = options().with_levels([0.0, 2.0]).with_colors(["r"])?;
    fig[ax].contourf_with(&[0.3, 4.1], &[3.2, 5.0], &Array2::<f64>::ones((2, 2)), &red)?;
    Ok(())
}

pub(super) fn contourf_log(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let z = waves(15, 20).mapv(|v| 10f64.powf(2.0 * v));
    let areas = fig[ax].contourf_z(&z, &options().with_norm(Norm::log()))?;
    fig.colorbar(areas, ax)?;
    fig[ax].set_yscale(Scale::sym_log(2.0))
}

pub(super) fn contourf_updated(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let levels = options().with_levels([0.0, 0.5, 1.0, 2.0, 4.0]);
    let areas = fig[ax].contourf_z(&waves(12, 16), &levels)?;
    let white = levels.with_colors(["w"])?.with_linewidths(&[0.7]);
    let lines = fig[ax].contour_z(&dots(12, 16), &white)?;
    fig[areas].set_data(&masked().mapv(|z| z * z))?;
    fig[areas].set_cmap(Colormap::named("plasma")?);
    fig[areas].set_clim(Some(0.0), Some(3.0));
    fig[lines].set_data(&masked().mapv(|z| z * z))
}

pub(super) fn clabel(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (x, y, z) = bumps();
    let lines = fig[ax].contour(&x, &y, &z)?;
    fig[ax].clabel(lines, &ClabelOptions::new())
}

pub(super) fn clabel_looks(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    fig[ax].set_xlim(-3.0, 3.0)?;
    fig[ax].set_ylim(-2.0, 6.0)?;
    let (x, y, z) = bumps();
    let black = options().with_levels(12).with_colors(["k"])?;
    let lines = fig[ax].contour_with(&x, &y, &z, &black)?;
    let every_other: Vec<f64> = fig[lines].levels().iter().copied().step_by(2).collect();
    let labels = ClabelOptions::new()
        .with_levels(every_other)
        .with_fontsize(7.0)
        .with_fmt(FormatStrFormatter::new("%.2f")?)
        .with_colors(["r", "b"])?
        .with_inline_spacing(2.0);
    fig[ax].clabel(lines, &labels)?;
    let y: Vec<f64> = y.iter().map(|y| y + 4.0).collect();
    let lines = fig[ax].contour_with(&x, &y, &z, &options().with_levels(5))?;
    let levels = fig[lines].levels().to_vec();
    let number = move |level: f64, _| {
        let number = levels.iter().position(|l| *l == level);
        format!("L{}", number.unwrap_or_default())
    };
    let labels = ClabelOptions::new()
        .with_inline(false)
        .with_fontsize(8.0)
        .with_fmt(FuncFormatter::new(number));
    fig[ax].clabel(lines, &labels)
}

pub(super) fn clabel_bent(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (x, y) = bent(11, 15);
    let cool = options().with_cmap(Colormap::named("cool")?);
    let lines = fig[ax].contour_with(&x, &y, &waves(11, 15), &cool)?;
    fig[ax].clabel(lines, &ClabelOptions::new().with_fontsize(8.0))
}
