//! Arguments, updates and data that are seldom used, against the pictures of matplotlib that tests/baseline/less_used.py
//! draws.

use ndarray::{Array2, Array3};
use plotreel::array::ImageSource;
use plotreel::axes::{
    BarOptions, BoxplotOptions, ColorbarOptions, HexbinOptions, HistOptions, StairsOptions,
    StemOptions, StreamplotOptions,
};
use plotreel::collections::{ClabelOptions, ContourOptions};
use plotreel::dates::Datetime64;
use plotreel::error::Result;
use plotreel::image::{AxesImage, Interpolation};
use plotreel::patches::{Circle, Path, Rectangle};
use plotreel::scale::Scale;
use plotreel::ticker::EngFormatter;
use plotreel::{Axes, Colormap, Figure, Handle, Norm};

use crate::baseline::{Fill, assert_scenes};
use crate::support::draw;

/// Scenes, the largest root mean square over all channels, and the largest share in per cent of pixels that are not
/// background and off by more than 8.
const SCENES: &[(&str, Fill, f64, f64)] = &[
    ("overlapping_dates", overlapping_dates, 0.1, 0.0),
    ("bars_dashed", bars_dashed, 0.1, 0.0),
    ("closed_dashes", closed_dashes, 0.1, 0.0),
    ("mesh_on_log_axis", mesh_on_log_axis, 0.1, 0.0),
    ("mesh_dashes", mesh_dashes, 0.1, 0.0),
    ("pcolor_smooth", pcolor_smooth, 0.1, 0.0),
    ("stairs_gap", stairs_gap, 0.1, 0.0),
    ("colorbar_constant", colorbar_constant, 0.1, 0.0),
    ("colorbar_inverted", colorbar_inverted, 0.1, 0.0),
    ("colorbar_title", colorbar_title, 0.1, 0.0),
    ("colorbar_edges", colorbar_edges, 0.1, 0.0),
    ("centered_norm", centered_norm, 0.1, 0.0),
    ("clabel_above", clabel_above, 0.1, 0.0),
    ("clabel_log", clabel_log, 0.2, 0.0),
    ("contourf_single", contourf_single, 0.1, 0.0),
    ("quiver_keys", quiver_keys, 0.1, 0.0),
    ("streams_at_edges", streams_at_edges, 0.1, 0.1),
    ("legend_of_collections", legend_of_collections, 0.1, 0.0),
    ("legend_of_histogram", legend_of_histogram, 0.1, 0.0),
    ("polygon_gap", polygon_gap, 0.1, 0.0),
    ("boxplot_percentiles", boxplot_percentiles, 0.1, 0.0),
    ("hist_left", hist_left, 0.1, 0.0),
    ("hist_right", hist_right, 0.1, 0.0),
    ("engineering", engineering, 0.1, 0.0),
    ("image_in_path", image_in_path, 0.1, 0.0),
    ("image_smooth_in_path", image_smooth_in_path, 0.1, 0.0),
    ("image_of_colors_in_path", image_of_colors_in_path, 0.1, 0.0),
    ("image_in_box", image_in_box, 0.1, 0.0),
];

#[test]
fn what_is_seldom_used_is_drawn_as_by_matplotlib() {
    assert_scenes("less_used", SCENES);
}

fn waves(rows: usize, columns: usize) -> Array2<f64> {
    Array2::from_shape_fn((rows, columns), |(r, c)| {
        let (r, c) = (r as f64, c as f64);
        (0.5 * c).sin() * (0.4 * r).cos() + 0.1 * c
    })
}

fn wobble(count: i32, shift: f64) -> Vec<f64> {
    let value = |i: f64| (1.7 * i).sin() + 0.02 * i.powf(1.5) + shift;
    (0..count).map(|i| value(f64::from(i))).collect()
}

fn steps(low: f64, high: f64, count: usize) -> Vec<f64> {
    let step = (high - low) / (count - 1) as f64;
    (0..count).map(|i| low + step * i as f64).collect()
}

fn overlapping_dates(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let days: Vec<i64> = (0..10).map(|i| 19_700 + 50 * i).collect();
    let (days, y) = (Datetime64::new(days, "D")?, steps(0.0, 3.0, 10));
    let line = fig[ax].step(&days, &y)?;
    fig[line].set_color("r")?;
    fig[ax].bar_with(
        &days,
        &y,
        &BarOptions::new().with_width(20.0).with_color("k")?,
    )?;
    Ok(())
}

fn bars_dashed(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let options = BarOptions::new()
        .with_widths([0.5, 1.0, -0.7])
        .with_bottoms([0.5, 0.0, 1.0])
        .with_colors(["C0", "none"])?;
    let bars = fig[ax].bar_with(&[0.0, 1.0, 2.5], &[1.0, -2.0, f64::NAN], &options)?;
    fig[bars].set_edgecolors(["k", "r"])?;
    fig[bars].set_linewidth(1.5)?;
    fig[bars].set_linestyle("--")
}

fn closed_dashes(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let mut rectangle = Rectangle::new((0.1, 0.1), 0.5, 0.37);
    rectangle.set_linestyle("--")?;
    rectangle.set_linewidth(4.0)?;
    rectangle.set_fill(false);
    fig[ax].add_patch(rectangle);
    let mut circle = Circle::new((0.7, 0.7), 0.2);
    circle.set_linestyle("-.")?;
    circle.set_linewidth(3.0)?;
    circle.set_fill(false);
    fig[ax].add_patch(circle);
    Ok(())
}

fn mesh_on_log_axis(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let z = Array2::from_shape_fn((5, 7), |(r, c)| match (r + c) % 5 {
        0 => 0.0,
        _ => 10_f64.powf(r as f64 - 0.3 * c as f64),
    });
    fig[ax].set_xscale(Scale::log())?;
    let x: Vec<f64> = steps(0.0, 3.0, 7).iter().map(|x| 10_f64.powf(*x)).collect();
    let mesh = fig[ax].pcolormesh_with(&x, &steps(1.0, 5.0, 5), &z, "nearest")?;
    fig[mesh].set_norm(Norm::log().with_vmin(0.1));
    let options = ColorbarOptions::new()
        .with_extend("min")?
        .with_label("flux");
    fig.colorbar_with(mesh, ax, &options)?;
    Ok(())
}

fn mesh_dashes(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let mesh = fig[ax].pcolormesh_c(&waves(7, 9));
    fig[mesh].set_edgecolor(("r", 0.5))?;
    fig[mesh].set_linewidth(2.0)?;
    fig[mesh].set_linestyle("--")?;
    fig[mesh].set_alpha(0.5)
}

fn pcolor_smooth(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let mut z = waves(6, 7) + 1.0;
    z[[1, 1]] = f64::NAN;
    let mesh = fig[ax].pcolor(&steps(0.0, 7.0, 8), &steps(1.0, 7.0, 7), &z)?;
    fig[mesh].set_norm(Norm::log());
    fig[mesh].set_edgecolor("w")?;
    fig[mesh].set_linewidth(1.5)?;
    fig[mesh].set_alpha(0.8)?;
    fig[ax].set_yscale(Scale::log())
}

fn stairs_gap(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let options = StairsOptions::new()
        .with_fill(true)
        .with_baseline(&[0.5, 1.0, 0.0, 3.0, 1.0]);
    let (values, edges) = ([1.0, 3.0, f64::NAN, 2.0, 4.0], [0, 1, 2, 4, 5, 7]);
    let stairs = fig[ax].stairs_with(&values, &edges, &options)?;
    fig[stairs].set_hatch("x")?;
    fig[stairs].set_edgecolor("k")?;
    fig[stairs].set_alpha(0.5)
}

fn colorbar_constant(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let im = fig[ax].imshow(&Array2::<f64>::zeros((3, 4)))?;
    fig.colorbar(im, ax)?;
    assert_eq!(fig[im].clim(), (Some(-0.1), Some(0.1)));
    Ok(())
}

fn colorbar_inverted(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let im = fig[ax].imshow(&waves(4, 9))?;
    let options = ColorbarOptions::new()
        .with_location("bottom")?
        .with_extend("min")?;
    let bar = fig.colorbar_with(im, ax, &options)?;
    fig[bar].invert_xaxis();
    Ok(())
}

fn colorbar_title(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let im = fig[ax].imshow(&waves(5, 6))?;
    let bar = fig.colorbar_with(im, ax, &ColorbarOptions::new().with_extend("both")?)?;
    fig[bar].set_title("T");
    Ok(())
}

fn colorbar_edges(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let im = fig[ax].imshow(&waves(7, 9))?;
    fig[im].set_norm(Norm::boundary([-0.5, 0.0, 0.1, 0.5, 1.0]));
    fig[im].set_cmap(Colormap::named("RdBu")?);
    let options = ColorbarOptions::new().with_extend("max")?;
    fig.colorbar_with(im, ax, &options.with_drawedges(true))?;
    Ok(())
}

fn centered_norm(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let im = fig[ax].imshow(&waves(7, 9))?;
    fig[im].set_norm(Norm::centered(0.2));
    fig[im].set_cmap(Colormap::named("RdBu")?);
    fig.colorbar(im, ax)?;
    Ok(())
}

fn clabel_above(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let options = ContourOptions::new().with_levels([-0.5, 0.0, 0.5, 1.0, 1.5]);
    let lines = fig[ax].contour_z(&waves(20, 24), &options)?;
    let line = fig[ax].plot(&[0, 23], &[0, 19])?;
    fig[line].set_linewidth(6.0)?;
    fig[line].set_zorder(3.0);
    let labels = ClabelOptions::new()
        .with_levels([0.0, 1.0])
        .with_colors(["r", "b"])?;
    fig[ax].clabel(lines, &labels.with_fontsize(9.0))
}

fn clabel_log(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let options = ContourOptions::new().with_levels(12).with_colors(["k"])?;
    let (x, y) = (steps(-2.0, 2.0, 30), steps(1.0, 100.0, 25));
    let lines = fig[ax].contour_with(&x, &y, &waves(25, 30), &options)?;
    fig[ax].set_yscale(Scale::log())?;
    fig[ax].clabel(lines, &ClabelOptions::new().with_fontsize(6.0))
}

fn contourf_single(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let options = ContourOptions::new()
        .with_levels([0.2, 0.8])
        .with_colors(["r"])?;
    let area = fig[ax].contourf_z(&waves(15, 15), &options)?;
    fig[area].set_antialiased(true);
    fig[area].set_edgecolor("k")?;
    fig[area].set_linewidth(1.0)
}

fn quiver_keys(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let (x, y, u, v) = (
        [0.0, 1.0, 2.0],
        [0.0, 1.0, 0.5],
        [1.0, 1.0, -1.0],
        [0.0, 1.0, 0.1],
    );
    let q = fig[ax].quiver(&x, &y, &u, &v)?;
    fig[q].set_color("C2")?;
    fig[q].set_scale(8.0)?;
    let east = fig[ax].quiverkey(q, (0.2, 1.06), 1.0, "east");
    fig[east].set_labelpos("E")?;
    let west = fig[ax].quiverkey(q, (0.8, 1.06), 1.0, "west");
    fig[west].set_labelpos("W")?;
    fig[west].set_color("r")?;
    fig[west].set_labelcolor("b")
}

fn streams_at_edges(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let (x, y) = (steps(-3.0, 3.0, 20), steps(-2.0, 2.0, 15));
    let u = Array2::from_shape_fn((15, 20), |(r, c)| -1.0 - x[c] * x[c] + y[r]);
    let v = Array2::from_shape_fn((15, 20), |(r, c)| 1.0 + x[c] - y[r] * y[r]);
    let options = StreamplotOptions::new()
        .with_densities((0.5, 1.0))
        .with_color("C3")?
        .with_linewidth(2.0)
        .with_arrowstyle("->")?
        .with_arrowsize(1.5);
    fig[ax].streamplot_with(&x, &y, &u, &v, &options)?;
    Ok(())
}

fn legend_of_collections(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let lines = fig[ax].hlines(&[1.0, 2.0, 3.0], &[0.0, 0.5, 1.0], &[2.0, 3.0, 4.0])?;
    fig[lines].set_colors(["r", "g"])?;
    fig[lines].set_linewidths(&[3.0, 1.0])?;
    fig[lines].set_label("h");
    let options = StemOptions::new().with_linefmt("g:").with_bottom(0.5);
    let stems = fig[ax].stem_with(&[1, 2], &[1, 2], &options)?;
    fig[stems.stemlines].set_linewidth(3.0)?;
    stems.set_label(&mut fig[ax], "stems");
    fig[ax].legend();
    Ok(())
}

fn legend_of_histogram(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let three = BarOptions::new().with_colors(["r", "g", "b"])?;
    let bars = fig[ax].bar_with(&[0, 1, 2], &[3, 1, 2], &three)?;
    fig[bars].set_label("three");
    let (.., bars) = fig[ax].hist(&[0.1, 0.2, 0.9, 1.4])?;
    fig[bars].set_label("hist");
    fig[bars].set_alpha(0.5)?;
    fig[bars].set_hatches(["//"])?;
    let legend = fig[ax].legend();
    fig[legend].set_loc("upper right")
}

fn polygon_gap(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let lines = fig[ax].fill(&[0.0, 2.0, f64::NAN, 1.0], &[1, 2, 0, 3])?;
    fig[lines].set_edgecolor("k")?;
    let (x, y) = (
        [0.0, 1.0, 2.0, f64::NAN, 2.0, 1.0],
        [0.0, 0.0, 0.5, 0.0, 1.0, 1.0],
    );
    fig[ax].fill(&x, &y)?;
    Ok(())
}

fn boxplot_percentiles(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let options = BoxplotOptions::new()
        .with_whis((5.0, 95.0))
        .with_capwidths(&[0.1, 0.4]);
    fig[ax].boxplot_with(&[wobble(50, 0.0), wobble(70, 1.0)], &options)?;
    Ok(())
}

fn hist_left(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let options = HistOptions::new().with_align("left")?;
    fig[ax].hist_sets(&[wobble(50, 0.0), wobble(70, 1.0)], &options)?;
    Ok(())
}

fn hist_right(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let options = HistOptions::new().with_align("right")?;
    fig[ax].hist_step(&wobble(50, 0.0), true, &options)?;
    Ok(())
}

fn engineering(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    fig[ax].plot(&[-3e3, 2e6], &[0.0, 4.2e-5])?;
    fig[ax].xaxis.set_major_formatter(EngFormatter::new("Hz"));
    fig[ax]
        .yaxis
        .set_major_formatter(EngFormatter::new("").with_places(2));
    Ok(())
}

#[test]
fn hexagons_without_points_and_norms_of_equal_limits_are_drawn() -> Result<()> {
    let mut fig = Figure::new((3.2, 2.4), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    let none: [f64; 0] = [];
    let options = HexbinOptions::new().with_gridsize(5).with_bins("log")?;
    let hexagons = fig[ax].hexbin_with(&none, &none, &options)?;
    let empty = draw(&fig);
    // The limits are those of the first points that there are.
    hexagons.set_data(&mut fig[ax], &[0.2, 0.2, 0.9], &[0.5, 0.5, 0.5])?;
    assert_eq!(fig[hexagons.collection].clim(), (Some(1.0), Some(2.0)));
    assert!(draw(&fig) != empty);
    let im = fig[ax].imshow(&Array2::<f64>::zeros((2, 2)))?;
    fig[im].set_norm(Norm::two_slope(0.0));
    draw(&fig);
    Ok(())
}

#[test]
fn labels_of_contours_go_with_their_lines() -> Result<()> {
    let mut fig = Figure::new((3.2, 2.4), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    fig[ax].set_xlim(0, 8)?;
    fig[ax].set_ylim(0, 8)?;
    let bare = draw(&fig);
    let lines = fig[ax].contour_z(&waves(9, 9), &ContourOptions::new())?;
    fig[ax].clabel(lines, &ClabelOptions::new())?;
    fig[ax].clabel(lines, &ClabelOptions::new().with_zorder(9.0))?;
    assert!(draw(&fig) != bare);
    fig.remove(lines);
    assert!(draw(&fig) == bare);
    Ok(())
}

#[test]
fn wrong_whiskers_and_caps_are_refused() -> Result<()> {
    let mut fig = Figure::new((3.2, 2.4), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    let new = BoxplotOptions::new;
    for options in [
        new().with_whis(-1.0),
        new().with_whis((95.0, 5.0)),
        new().with_whis((0.0, f64::NAN)),
        new().with_capwidths(&[1.0, 2.0]),
    ] {
        assert!(fig[ax].boxplot_with(&[[1.0, 2.0]], &options).is_err());
    }
    Ok(())
}

fn diamond() -> Path {
    Path::from_vertices(&[(100.0, 20.0), (300.0, 130.0), (140.0, 230.0), (20.0, 90.0)])
}

/// A line, and an image of which a part is seen.
fn clip_image(
    fig: &mut Figure,
    ax: Handle<Axes>,
    data: &impl ImageSource,
) -> Result<Handle<AxesImage>> {
    let line = fig[ax].plot(&[-0.5, 3.0], &[-0.5, 2.0])?;
    fig[line].set_color("r")?;
    fig[line].set_zorder(-1.0);
    let im = fig[ax].imshow(data)?;
    fig[ax].set_aspect("auto")?;
    fig[im].set_clip_path(diamond());
    Ok(im)
}

fn image_in_path(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let im = clip_image(fig, ax, &waves(4, 5))?;
    fig[im].set_interpolation(Interpolation::Nearest)?;
    fig[ax].set_xlim(0.2, 6.0)
}

fn image_smooth_in_path(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let im = clip_image(fig, ax, &waves(9, 12))?;
    fig[im].set_interpolation(Interpolation::Bilinear)?;
    fig[im].set_alpha(0.6)
}

fn image_of_colors_in_path(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let waves = waves(6, 7);
    let colors = Array3::from_shape_fn((6, 7, 3), |(r, c, channel)| {
        let wave = waves[[r, c]];
        let value = [wave, 1.0 - wave, wave * wave][channel];
        (255.0 * value.clamp(0.0, 1.0)) as u8
    });
    clip_image(fig, ax, &colors).map(|_| ())
}

fn image_in_box(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let im = clip_image(fig, ax, &waves(4, 5))?;
    fig[im].set_clip_box([80.3, 20.5, 260.6, 150.4])
}
