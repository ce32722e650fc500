//! How points and values are distributed, against the pictures of matplotlib that tests/baseline/distributions.py draws.

use plotreel::artists::Orientation;
use plotreel::axes::{HexbinBins, HexbinOptions, Hist2dOptions, ViolinOptions, histogram2d};
use plotreel::error::Result;
use plotreel::{Axes, Colormap, Figure, Handle, Norm};

use crate::baseline::{Fill, assert_scenes};
use crate::support::draw;

/// Scenes, the largest root mean square over all channels, and the largest share in per cent of pixels that are not
/// background and off by more than 8.
const SCENES: &[(&str, Fill, f64, f64)] = &[
    ("hist2d", hist2d, 0.05, 0.0),
    ("hist2d_options", hist2d_options, 0.05, 0.0),
    ("hist2d_weights", hist2d_weights, 0.05, 0.0),
    ("hist2d_updated", hist2d_updated, 0.05, 0.0),
    ("hexbin", hexbin, 0.05, 0.0),
    ("hexbin_log", hexbin_log, 0.05, 0.0),
    ("hexbin_values", hexbin_values, 0.05, 0.0),
    ("hexbin_scales", hexbin_scales, 0.05, 0.0),
    ("hexbin_edges", hexbin_edges, 0.05, 0.0),
    ("hexbin_updated", hexbin_updated, 0.05, 0.0),
    ("violinplot", violinplot, 0.05, 0.0),
    ("violinplot_options", violinplot_options, 0.05, 0.0),
    ("violinplot_sides", violinplot_sides, 0.05, 0.0),
    ("violinplot_horizontal", violinplot_horizontal, 0.05, 0.0),
    ("violinplot_updated", violinplot_updated, 0.05, 0.0),
];

#[test]
fn distributions_are_drawn_as_by_matplotlib() {
    assert_scenes("distributions", SCENES);
}

/// 400 points, moved to the right.
fn points(shift: f64) -> (Vec<f64>, Vec<f64>) {
    let point = |i: i32| {
        let i = f64::from(i);
        let r = 2.0 * (-((i * 0.618 + 0.1) % 0.99 + 0.005).ln()).sqrt();
        let (sin, cos) = (i * 2.4).sin_cos();
        (r * cos + shift, r * sin / 2.0 + r * cos / 3.0)
    };
    (0..400).map(point).unzip()
}

fn hist2d(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let (x, y) = points(0.0);
    let (.., mesh) = fig[ax].hist2d(&x, &y)?;
    fig.colorbar(mesh, ax)?;
    Ok(())
}

fn hist2d_options(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let (x, y) = points(0.0);
    let options = Hist2dOptions::new()
        .with_bins_xy(20, [-2.0, -1.5, -1.0, 0.0, 1.0, 3.0])?
        .with_range([(-3.0, 3.0), (0.0, 1.0)])
        .with_density(true)
        .with_cmin(0.01);
    let (.., mesh) = fig[ax].hist2d_with(&x, &y, &options)?;
    fig[mesh].set_cmap(Colormap::named("magma")?);
    Ok(())
}

fn hist2d_weights(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let (x, y) = points(0.0);
    let weights: Vec<f64> = x.iter().map(|x| x.abs()).collect();
    let options = Hist2dOptions::new().with_bins(15)?;
    let options = options.with_weights(&weights).with_cmax(10.0);
    let (.., mesh) = fig[ax].hist2d_with(&x, &y, &options)?;
    fig[mesh].set_norm(Norm::power(0.5));
    let line = fig[ax].plot(&[-4, 6], &[-2, 3])?;
    fig[line].set_color("r")
}

fn hist2d_updated(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let (x, y) = points(0.0);
    let options = Hist2dOptions::new().with_bins(12)?;
    let options = options.with_range([(-4.0, 4.0), (-3.0, 3.0)]);
    let (.., mesh) = fig[ax].hist2d_with(&x, &y, &options)?;
    let (x, y) = points(0.5);
    let (counts, ..) = histogram2d(&x, &y, &options)?;
    fig[mesh].set_array(&counts.t())?;
    fig[mesh].set_clim(Some(0.0), Some(9.0));
    Ok(())
}

fn hexbin(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let (x, y) = points(0.0);
    let options = HexbinOptions::new().with_gridsize(20);
    let hexagons = fig[ax].hexbin_with(&x, &y, &options)?;
    fig.colorbar(hexagons.collection, ax)?;
    Ok(())
}

fn hexbin_log(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let (x, y) = points(0.0);
    let options = HexbinOptions::new().with_gridsize_xy(12, 8);
    let options = options.with_bins("log")?.with_mincnt(1);
    let hexagons = fig[ax].hexbin_with(&x, &y, &options)?.collection;
    fig[hexagons].set_cmap(Colormap::named("inferno")?);
    fig[hexagons].set_edgecolor("k")?;
    fig[hexagons].set_linewidth(0.5)
}

fn hexbin_values(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let (x, y) = points(0.0);
    let c: Vec<f64> = x.iter().zip(&y).map(|(x, y)| x * y).collect();
    let most = |values: &[f64]| values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let options = HexbinOptions::new()
        .with_gridsize(15)
        .with_reduce_c_function(most)
        .with_extent([-3.0, 3.0, -2.0, 2.0]);
    fig[ax].hexbin_c(&x, &y, &c, &options)?;
    Ok(())
}

fn hexbin_scales(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let (x, y) = points(0.0);
    let x: Vec<f64> = x.iter().map(|x| 10.0_f64.powf(x / 2.0)).collect();
    let y: Vec<f64> = y.iter().map(|y| y.exp()).collect();
    let options = HexbinOptions::new()
        .with_gridsize(14)
        .with_xscale("log")?
        .with_yscale("log")?
        .with_bins(4)?
        .with_mincnt(1);
    fig[ax].hexbin_with(&x, &y, &options)?;
    Ok(())
}

fn hexbin_edges(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let (x, y) = points(0.0);
    let y: Vec<f64> = y.iter().map(|y| y.exp()).collect();
    let options = HexbinOptions::new().with_gridsize(14).with_yscale("log")?;
    let options = options.with_bins([1.0, 2.0, 4.0, 7.0])?;
    fig[ax].hexbin_with(&x, &y, &options)?;
    Ok(())
}

fn hexbin_updated(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let (x, y) = points(0.0);
    let options = HexbinOptions::new().with_gridsize(12);
    let options = options.with_extent([-4.0, 4.0, -3.0, 3.0]);
    let hexagons = fig[ax].hexbin_with(&x, &y, &options)?;
    let (x, y) = points(0.5);
    hexagons.set_data(&mut fig[ax], &x, &y)?;
    fig[hexagons.collection].set_clim(Some(0.0), Some(12.0));
    Ok(())
}

fn data(shift: f64) -> [Vec<f64>; 3] {
    let values = |of: &dyn Fn(f64) -> f64| (0..60).map(|i| of(f64::from(i))).collect();
    [
        values(&|i| (1.7 * i).sin() + 0.02 * i.powf(1.5) + shift),
        values(&|i| 2.0 * (0.9 * i).cos() * (0.37 * i).sin()),
        vec![1.0, 1.5, 1.7, 1.8, 6.0],
    ]
}

fn violinplot(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    fig[ax].violinplot(&data(0.0))?;
    Ok(())
}

fn violinplot_options(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let options = ViolinOptions::new()
        .with_positions([1.0, 2.0, 4.0])
        .with_widths([0.5, 0.8, 1.5])
        .with_showmeans(true)
        .with_showmedians(true)
        .with_points(30_usize)
        .with_bw_method(0.2)?
        .with_quantiles([vec![0.25, 0.75], vec![], vec![0.1]]);
    fig[ax].violinplot_with(&data(0.0), &options)?;
    Ok(())
}

fn violinplot_sides(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let low = ViolinOptions::new()
        .with_side("low")?
        .with_showextrema(false)
        .with_showmedians(true)
        .with_bw_method("silverman")?;
    fig[ax].violinplot_with(&data(0.0), &low)?;
    let high = ViolinOptions::new().with_side("high")?;
    let violins = fig[ax].violinplot_with(&data(1.0), &high)?;
    let body = &mut fig[violins.bodies[0]];
    body.set_facecolor("C3")?;
    body.set_alpha(0.8)?;
    body.set_edgecolor("k")
}

fn violinplot_horizontal(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let [a, b, c] = data(0.0);
    let options = ViolinOptions::new()
        .with_orientation(Orientation::Horizontal)?
        .with_facecolors([("C1", 1.0), ("C2", 0.5)])?
        .with_linecolors(["k", "r"])?;
    fig[ax].violinplot_with(&[a, b, c, vec![2.0, 2.0]], &options)?;
    Ok(())
}

fn violinplot_updated(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let options = ViolinOptions::new()
        .with_showmeans(true)
        .with_quantiles([[0.3], [0.5], [0.9]]);
    let violins = fig[ax].violinplot_with(&data(0.0), &options)?;
    violins.set_data(&mut fig[ax], &data(1.5))?;
    fig[ax].set_ylim(-4.0, 14.0)
}

#[test]
fn wrong_points_and_options_are_refused_and_change_nothing() -> Result<()> {
    let mut fig = Figure::new((3.2, 2.4), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    let hexagons = fig[ax].hexbin(&[1, 2], &[1, 2])?;
    let violins = fig[ax].violinplot(&[[1.0, 2.0]])?;
    let before = draw(&fig);
    let ax = &mut fig[ax];
    assert!(ax.hist2d(&[0, 1], &[1]).is_err());
    let one = Hist2dOptions::new().with_weights(&[1.0]);
    assert!(ax.hist2d_with(&[0, 1], &[0, 1], &one).is_err());
    let many = Hist2dOptions::new().with_bins(2000)?;
    assert!(ax.hist2d_with(&[0, 1], &[0, 1], &many).is_err());
    assert!(hexagons.set_data(ax, &[1], &[1, 2]).is_err());
    assert!(hexagons.set_data_c(ax, &[1], &[1], &[1, 2]).is_err());
    let new = HexbinOptions::new;
    for options in [
        new().with_gridsize(1),
        new().with_gridsize(100_000),
        new().with_xscale("log")?,
        new().with_yscale("symlog")?,
        new().with_extent([1.0, 0.0, 0.0, 1.0]),
        new().with_bins(HexbinBins::Count(1))?,
    ] {
        assert!(
            ax.hexbin_with(&[-1, 2], &[1, 2], &options).is_err(),
            "{options:?}"
        );
    }
    assert!(new().with_bins("linear").is_err());
    assert!(violins.set_data(ax, &[[1.0], [2.0]]).is_err());
    let new = ViolinOptions::new;
    for options in [
        new().with_positions([1.0, 2.0]),
        new().with_widths([1.0, 2.0]),
        new().with_widths([]),
        new().with_quantiles([[1.5]]),
        new().with_quantiles([[0.5], [0.5]]),
        new().with_points(0_usize),
        new().with_bw_method(0.0)?,
    ] {
        assert!(
            ax.violinplot_with(&[[1.0, 2.0]], &options).is_err(),
            "{options:?}"
        );
    }
    assert!(draw(&fig) == before);
    Ok(())
}
