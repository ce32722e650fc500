//! The scenes of meshes.

use plotreel::error::Result;
use plotreel::scale::Scale;
use plotreel::{Color, Colormap, Figure, Norm};

use super::{axes, bent, count, dots, powers, steps, uneven, waves};

pub(super) fn mesh(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    fig[ax].pcolormesh_c(&dots(6, 8));
    Ok(())
}

pub(super) fn mesh_uneven(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let mesh = fig[ax].pcolormesh(&uneven(15, 1.5), &uneven(11, 0.7), &waves(10, 14))?;
    fig.colorbar(mesh, ax)?;
    Ok(())
}

pub(super) fn mesh_nearest(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let mesh = fig[ax].pcolormesh(&uneven(7, 1.5), &uneven(5, 1.5), &dots(5, 7))?;
    fig[mesh].set_cmap(Colormap::named("plasma")?);
    Ok(())
}

pub(super) fn mesh_nearest_bent(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (x, y) = bent(6, 8);
    fig[ax].pcolormesh(&x, &y, &dots(6, 8))?;
    Ok(())
}

pub(super) fn mesh_bent(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (x, y) = bent(11, 15);
    fig[ax].pcolormesh(&x, &y, &waves(10, 14))?;
    Ok(())
}

pub(super) fn mesh_bad(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let mut c = dots(8, 9);
    (c[[2, 3]], c[[2, 4]]) = (f64::NAN, f64::NAN);
    c[[6, 1]] = f64::INFINITY;
    let mesh = fig[ax].pcolormesh_c(&c);
    let cmap = Colormap::named("gray")?
        .with_bad(Color::named("lightgreen")?)
        .with_under(Color::named("blue")?)
        .with_over(Color::named("red")?);
    fig[mesh].set_cmap(cmap);
    fig[mesh].set_clim(Some(0.2), Some(0.7));
    fig.colorbar(mesh, ax)?;
    c.row_mut(3).fill(f64::NAN);
    let below = fig[ax].pcolormesh(&count(10, 0.5), &count(9, -2.5), &c)?;
    fig[below].set_zorder(0.9);
    Ok(())
}

pub(super) fn mesh_alpha(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let line = fig[ax].plot(&[0, 8], &[0, 6])?;
    fig[line].set_linewidth(10.0)?;
    fig[line].set_zorder(0.0);
    let mesh = fig[ax].pcolormesh_c(&dots(6, 8));
    fig[mesh].set_alpha(0.5)
}

pub(super) fn mesh_edges(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let mesh = fig[ax].pcolormesh_c(&dots(6, 8));
    fig[mesh].set_edgecolor("k")?;
    fig[mesh].set_linewidth(2.0)?;
    let x: Vec<f64> = uneven(9, 1.5).iter().map(|x| x + 9.0).collect();
    let mesh = fig[ax].pcolormesh(&x, &count(7, 0.0), &dots(6, 8))?;
    fig[mesh].set_edgecolor_face();
    fig[mesh].set_linewidth(0.5)?;
    fig[mesh].set_antialiased(true);
    let mesh = fig[ax].pcolormesh(&x, &count(7, 7.0), &dots(6, 8))?;
    fig[mesh].set_edgecolors(["r", "b", "w"])
}

pub(super) fn mesh_antialiased(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (x, y) = bent(7, 9);
    let mesh = fig[ax].pcolormesh(&x, &y, &dots(6, 8))?;
    fig[mesh].set_antialiased(true);
    Ok(())
}

pub(super) fn mesh_log(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let c = dots(6, 8).mapv(|v| 10f64.powf(2.0 * v));
    let mesh = fig[ax].pcolormesh(&powers(9, 0.0, 3.0), &powers(7, -1.0, 1.0), &c)?;
    fig[mesh].set_norm(Norm::log());
    fig[ax].set_xscale(Scale::log())?;
    fig[ax].set_yscale(Scale::log())?;
    fig.colorbar(mesh, ax)?;
    Ok(())
}

pub(super) fn mesh_inverted(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let mut x = uneven(9, 1.5);
    x.reverse();
    fig[ax].pcolormesh(&x, &count(7, 0.0), &dots(6, 8))?;
    fig[ax].set_xlim(15.3, -2.0)?;
    fig[ax].set_ylim(5.4, 1.3)
}

pub(super) fn mesh_fine(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let c = waves(200, 300) + dots(200, 300);
    fig[ax].pcolormesh(&steps(301, -1.0, 1.0), &steps(201, 0.0, 1.0), &c)?;
    Ok(())
}

pub(super) fn mesh_updated(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let mesh = fig[ax].pcolormesh_c(&dots(6, 8));
    let bar = fig.colorbar(mesh, ax)?;
    fig[mesh].set_array(&dots(6, 8).mapv(|v| 1.0 + 9.0 * v * v))?;
    fig[mesh].set_norm(Norm::log().with_vmin(1.0).with_vmax(8.0));
    fig[mesh].set_cmap(Colormap::named("magma")?);
    fig[mesh].set_clim(Some(1.5), Some(9.0));
    fig[bar].set_ylabel("value");
    Ok(())
}

pub(super) fn gouraud(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    fig[ax].pcolormesh_with(&uneven(9, 1.5), &count(7, 0.0), &dots(7, 9), "gouraud")?;
    let (_, right) = fig[ax].xlim();
    fig[ax].set_xlim(-1.0, right)
}

pub(super) fn gouraud_bent(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (x, y) = bent(7, 9);
    let mut c = dots(7, 9);
    c[[2, 3]] = f64::NAN;
    let mesh = fig[ax].pcolormesh_with(&x, &y, &c, "gouraud")?;
    fig[mesh].set_cmap(Colormap::named("jet")?);
    fig[mesh].set_alpha(0.7)
}

pub(super) fn gouraud_fine(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let c = waves(90, 120) + dots(90, 120);
    fig[ax].pcolormesh_with(&count(120, 0.0), &count(90, 0.0), &c, "gouraud")?;
    Ok(())
}

pub(super) fn gouraud_log(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let x = powers(9, 0.0, 3.0);
    let mesh = fig[ax].pcolormesh_with(&x, &count(7, 0.0), &waves(7, 9), "gouraud")?;
    fig[mesh].set_cmap(Colormap::named("RdBu")?);
    fig[ax].set_xscale(Scale::log())
}

pub(super) fn pcolor(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let mut c = dots(6, 8);
    (c[[2, 3]], c[[2, 4]]) = (f64::NAN, f64::NAN);
    fig[ax].pcolor(&uneven(9, 1.5), &uneven(7, 1.5), &c)?;
    Ok(())
}

pub(super) fn pcolor_edges(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (x, y) = bent(7, 9);
    let mesh = fig[ax].pcolor(&x, &y, &dots(6, 8))?;
    fig[mesh].set_edgecolor("k")?;
    fig[mesh].set_antialiased(true);
    fig[mesh].set_cmap(Colormap::named("coolwarm")?);
    fig.colorbar(mesh, ax)?;
    fig[mesh].set_array(&dots(6, 8).mapv(|v| v * v))
}
