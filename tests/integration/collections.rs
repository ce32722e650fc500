//! Scatter plots, bars, histograms and areas against the pictures of matplotlib that
//! tests/baseline/path_collections.py draws.

use plotreel::artists::{DrawStyle, Orientation};
use plotreel::axes::{
    BarAlign, BarOptions, Baseline, BinRule, Bins, Cumulative, HistOptions, histogram,
};
use plotreel::collections::FillBetweenOptions;
use plotreel::colors::{ColorSpec, IntoColor};
use plotreel::scale::Scale;
use plotreel::{Axes, Colormap, Figure, Handle, Norm};

use crate::baseline::{Fill, assert_scenes, baseline};
use crate::support::draw;

/// Scenes, the largest root mean square over all channels, and the largest share in per cent of pixels that are not
/// background and off by more than 8.
const SCENES: [(&str, Fill, f64, f64); 32] = [
    ("scatter", scatter, 0.1, 0.05),
    ("scatter_sizes", scatter_sizes, 0.45, 0.05),
    ("scatter_tiny", scatter_tiny, 0.3, 0.05),
    ("scatter_values", scatter_values, 0.45, 0.05),
    ("scatter_edges", scatter_edges, 0.25, 0.05),
    ("scatter_markers", scatter_markers, 0.3, 0.05),
    ("scatter_marker_alike", scatter_marker_alike, 0.1, 0.05),
    ("scatter_hollow", scatter_hollow, 0.65, 0.5),
    ("scatter_updated", scatter_updated, 0.6, 0.4),
    ("scatter_log", scatter_log, 0.35, 0.05),
    ("bar", bar, 0.1, 0.05),
    ("bar_updated", bar_updated, 0.1, 0.05),
    ("barh", barh, 0.1, 0.05),
    ("bar_dashed", bar_dashed, 0.1, 0.05),
    ("bar_log", bar_log, 0.1, 0.05),
    ("hist", hist, 0.1, 0.05),
    ("hist_sets", hist_sets, 0.1, 0.05),
    ("hist_stacked", hist_stacked, 0.1, 0.05),
    ("hist_step", hist_step, 0.1, 0.05),
    ("hist_step_stacked", hist_step_stacked, 0.1, 0.05),
    ("fill_between", fill_between, 0.1, 0.05),
    ("fill_between_where", fill_between_where, 0.1, 0.05),
    ("fill_between_one", fill_between_one, 0.1, 0.05),
    ("fill_between_log", fill_between_log, 0.1, 0.05),
    ("fill_betweenx", fill_betweenx, 0.1, 0.05),
    ("fill", fill, 0.1, 0.05),
    ("stackplot", stackplot, 0.1, 0.05),
    ("stackplot_stream", stackplot_stream, 0.1, 0.05),
    ("step", step, 0.1, 0.05),
    ("lines", lines, 0.1, 0.05),
    ("line_array", line_array, 0.1, 0.05),
    ("bar_edges_meet", bar_edges_meet, 0.1, 0.05),
];

fn i() -> Vec<f64> {
    (0..40).map(f64::from).collect()
}

fn of_i(f: impl Fn(f64) -> f64) -> Vec<f64> {
    i().into_iter().map(f).collect()
}

fn wave() -> Vec<f64> {
    of_i(|i| (0.37 * i).sin())
}

fn slow() -> Vec<f64> {
    of_i(|i| (0.21 * i).cos())
}

fn sizes() -> Vec<f64> {
    of_i(|i| 10.0 + 200.0 * (0.5 + 0.5 * (1.3 * i).sin()).powi(2))
}

fn many() -> Vec<f64> {
    let value = |i: f64| (0.7 * i).sin() * 3.0 + (1.3 * i).cos() * (0.11 * i).sin();
    (0..400).map(|i| value(f64::from(i))).collect()
}

fn other() -> Vec<f64> {
    let value = |i: f64| 1.0 + 2.0 * (0.9 * i).cos() * (0.37 * i).sin();
    (0..300).map(|i| value(f64::from(i))).collect()
}

fn every(n: usize, values: Vec<f64>) -> Vec<f64> {
    values.into_iter().step_by(n).collect()
}

fn color(text: &str) -> ColorSpec {
    text.into_color().unwrap()
}

fn scatter(fig: &mut Figure, ax: Handle<Axes>) -> plotreel::error::Result<()> {
    fig[ax].scatter(&i(), &wave())?;
    fig[ax].scatter(&i(), &slow())?;
    Ok(())
}

fn scatter_sizes(fig: &mut Figure, ax: Handle<Axes>) -> plotreel::error::Result<()> {
    let points = fig[ax].scatter(&i(), &wave())?;
    fig[points].set_sizes(&sizes())?;
    Ok(())
}

fn scatter_tiny(fig: &mut Figure, ax: Handle<Axes>) -> plotreel::error::Result<()> {
    let points = fig[ax].scatter(&i(), &wave())?;
    fig[points].set_sizes(&of_i(|i| 0.5 + 0.3 * i))?;
    let points = fig[ax].scatter(&i(), &slow())?;
    fig[points].set_sizes(&[4])?;
    fig[points].set_linewidth(0.0)?;
    Ok(())
}

fn scatter_values(fig: &mut Figure, ax: Handle<Axes>) -> plotreel::error::Result<()> {
    let mut c = slow();
    c[3] = f64::NAN;
    let points = fig[ax].scatter_c(&i(), &wave(), &c)?;
    fig[points].set_sizes(&[60])?;
    fig[points].set_cmap(Colormap::named("plasma")?);
    Ok(())
}

fn scatter_edges(fig: &mut Figure, ax: Handle<Axes>) -> plotreel::error::Result<()> {
    let points = fig[ax].scatter_c(&i(), &wave(), &of_i(|i| 1.0 + i * i))?;
    fig[points].set_sizes(&sizes())?;
    fig[points].set_norm(Norm::log());
    fig[points].set_edgecolor("black")?;
    fig[points].set_linewidth(0.5)?;
    fig[points].set_alpha(0.6)?;
    Ok(())
}

fn scatter_markers(fig: &mut Figure, ax: Handle<Axes>) -> plotreel::error::Result<()> {
    for (k, marker) in ["s", "^", "x", "+", "*", "D", "P", "1", "h"]
        .into_iter()
        .enumerate()
    {
        let y: Vec<f64> = wave().iter().map(|y| y + k as f64).collect();
        let points = fig[ax].scatter(&every(4, i()), &every(4, y))?;
        fig[points].set_sizes(&every(4, sizes()))?;
        fig[points].set_marker(marker)?;
    }
    Ok(())
}

fn scatter_marker_alike(fig: &mut Figure, ax: Handle<Axes>) -> plotreel::error::Result<()> {
    for (k, marker) in ["s", "^", "x", ".", "8", "|"].into_iter().enumerate() {
        let y: Vec<f64> = wave().iter().map(|y| y + k as f64).collect();
        let points = fig[ax].scatter(&every(2, i()), &every(2, y))?;
        fig[points].set_sizes(&[49])?;
        fig[points].set_marker(marker)?;
    }
    Ok(())
}

fn scatter_hollow(fig: &mut Figure, ax: Handle<Axes>) -> plotreel::error::Result<()> {
    let points = fig[ax].scatter(&i(), &wave())?;
    fig[points].set_sizes(&sizes())?;
    fig[points].set_facecolor("none")?;
    fig[points].set_edgecolor("C3")?;
    fig[points].set_linewidth(2.0)?;
    Ok(())
}

fn scatter_updated(fig: &mut Figure, ax: Handle<Axes>) -> plotreel::error::Result<()> {
    let points = fig[ax].scatter_c(&i(), &wave(), &slow())?;
    fig[points].set_offsets(&i(), &of_i(|i| -0.8 * (0.37 * i).sin()))?;
    fig[points].set_sizes(&sizes().iter().map(|s| s / 2.0).collect::<Vec<_>>())?;
    fig[points].set_array(&wave());
    fig[points].set_clim(Some(-2.0), Some(1.0));
    fig[points].set_cmap(Colormap::named("coolwarm")?);
    let edges = [color("k"), color("C1"), (0.0, 1.0, 0.0, 0.5).into_color()?];
    fig[points].set_edgecolors(edges)?;
    fig[points].set_linewidths(&[1, 3])?;
    fig[points].set_alpha(0.7)?;
    Ok(())
}

#[test]
fn colours_scale_to_the_present_values_when_they_are_asked_to() {
    let mut fig = Figure::new((1.0, 1.0), 100.0);
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    let points = fig[ax].scatter_c(&[0, 1], &[0, 1], &[0, 1]).unwrap();
    fig[points].set_array(&[3.0, 8.0, f64::NAN]);
    assert_eq!(fig[points].clim(), (Some(0.0), Some(1.0)));
    fig[points].autoscale();
    assert_eq!(fig[points].clim(), (Some(3.0), Some(8.0)));
}

fn scatter_log(fig: &mut Figure, ax: Handle<Axes>) -> plotreel::error::Result<()> {
    fig[ax].set_xscale(Scale::log())?;
    fig[ax].set_yscale(Scale::log())?;
    let (x, y) = (of_i(|i| 1.0 + i * i), of_i(|i| 0.1 + (0.2 * i).exp()));
    let points = fig[ax].scatter_c(&x, &y, &i())?;
    fig[points].set_sizes(&sizes())?;
    Ok(())
}

fn bar(fig: &mut Figure, ax: Handle<Axes>) -> plotreel::error::Result<()> {
    fig[ax].bar(&[0, 1, 2, 3], &[3.0, -1.0, 4.5, 2.0])?;
    let options = BarOptions::new()
        .with_bottoms([3.0, 0.0, 4.5, 2.0])
        .with_width(0.5);
    fig[ax].bar_with(&[0, 1, 2, 3], &[1.0, 1.0, 1.0, 0.5], &options)?;
    Ok(())
}

fn bar_updated(fig: &mut Figure, ax: Handle<Axes>) -> plotreel::error::Result<()> {
    let options = BarOptions::new()
        .with_widths([0.3, 0.5, 0.7, 0.9])
        .with_align(BarAlign::Edge)
        .unwrap();
    let bars = fig[ax].bar_with(&[0, 1, 2, 3], &[3.0, 1.0, 4.5, 2.0], &options)?;
    fig[bars].set_heights(&[2.0, 4.0, 1.0, 3.0])?;
    fig[bars].set_height_at(3, 3.3)?;
    fig[bars].set_color_at(1, "tab:red")?;
    fig[bars].set_width_at(2, 0.2)?;
    fig[bars].set_linewidth(2.0)?;
    Ok(())
}

fn barh(fig: &mut Figure, ax: Handle<Axes>) -> plotreel::error::Result<()> {
    let options = BarOptions::new().with_bottoms([0.5, 1.0, 0.0, -1.0]);
    let bars = fig[ax].barh_with(&[1, 2, 3, 4], &[3.0, 1.2, 4.5, 2.0], &options)?;
    fig[bars].set_alpha(0.5)?;
    fig[bars].set_edgecolors(["black"])?;
    Ok(())
}

fn bar_dashed(fig: &mut Figure, ax: Handle<Axes>) -> plotreel::error::Result<()> {
    let bars = fig[ax].bar(&[0, 1, 2], &[3, 1, 2])?;
    fig[bars].set_facecolors(["none"])?;
    fig[bars].set_edgecolors(["C2"])?;
    fig[bars].set_linewidth(3.0)?;
    fig[bars].set_linestyle("--")
}

fn bar_log(fig: &mut Figure, ax: Handle<Axes>) -> plotreel::error::Result<()> {
    fig[ax].bar(&[0, 1, 2], &[3, 100, 2000])?;
    fig[ax].set_yscale(Scale::log())
}

fn bar_edges_meet(fig: &mut Figure, ax: Handle<Axes>) -> plotreel::error::Result<()> {
    let bars = fig[ax].bar(&i(), &wave())?;
    fig[bars].set_edgecolors(["white", "black"])?;
    Ok(())
}

fn hist(fig: &mut Figure, ax: Handle<Axes>) -> plotreel::error::Result<()> {
    let options = HistOptions::new().with_bins(Bins::Count(25)).unwrap();
    fig[ax].hist_with(&many(), &options)?;
    Ok(())
}

fn hist_sets(fig: &mut Figure, ax: Handle<Axes>) -> plotreel::error::Result<()> {
    let options = HistOptions::new()
        .with_bins(Bins::Count(12))
        .unwrap()
        .with_density(true);
    fig[ax].hist_sets(&[many(), other()], &options)?;
    Ok(())
}

fn hist_stacked(fig: &mut Figure, ax: Handle<Axes>) -> plotreel::error::Result<()> {
    let options = HistOptions::new()
        .with_bins([-4.0, -2.0, -1.0, 0.0, 0.5, 1.0, 3.0])
        .unwrap()
        .with_stacked(true)
        .with_orientation(Orientation::Horizontal)
        .unwrap();
    fig[ax].hist_sets(&[many(), other()], &options)?;
    Ok(())
}

fn hist_step(fig: &mut Figure, ax: Handle<Axes>) -> plotreel::error::Result<()> {
    let options = HistOptions::new().with_bins(Bins::Count(30)).unwrap();
    fig[ax].hist_step(&many(), false, &options)?;
    let options = HistOptions::new()
        .with_bins(BinRule::Auto)
        .unwrap()
        .with_bottom(5.0);
    let (_, _, steps) = fig[ax].hist_step(&other(), true, &options)?;
    fig[steps].set_alpha(0.5)?;
    Ok(())
}

fn hist_step_stacked(fig: &mut Figure, ax: Handle<Axes>) -> plotreel::error::Result<()> {
    let options = HistOptions::new()
        .with_bins(Bins::Count(15))
        .unwrap()
        .with_stacked(true)
        .with_density(true)
        .with_cumulative(Cumulative::Rising);
    fig[ax].hist_step_sets(&[many(), other()], true, &options)?;
    Ok(())
}

fn fill_between(fig: &mut Figure, ax: Handle<Axes>) -> plotreel::error::Result<()> {
    fig[ax].fill_between(&i(), &wave(), &[0.2])?;
    let mut y = slow();
    y[10] = f64::NAN;
    let upper: Vec<f64> = y.iter().map(|y| y + 0.4).collect();
    let band = fig[ax].fill_between(&i(), &y, &upper)?;
    fig[band].set_alpha(0.4)?;
    fig[band].set_edgecolor("k")
}

fn fill_between_where(fig: &mut Figure, ax: Handle<Axes>) -> plotreel::error::Result<()> {
    let above: Vec<bool> = wave().iter().zip(slow()).map(|(w, s)| *w > s).collect();
    let mut options = FillBetweenOptions::new()
        .with_where(above.clone())
        .with_interpolate(true);
    fig[ax].fill_between_with(&i(), &wave(), &slow(), &options)?;
    options = options.with_where(above.into_iter().map(|above| !above).collect::<Vec<_>>());
    let area = fig[ax].fill_between_with(&i(), &wave(), &slow(), &options)?;
    fig[area].set_color("0.7")?;
    fig[area].set_linewidth(2.0)?;
    Ok(())
}

fn fill_between_one(fig: &mut Figure, ax: Handle<Axes>) -> plotreel::error::Result<()> {
    let area = fig[ax].fill_between(&i(), &wave(), &slow())?;
    fig[area].set_facecolor("C1")?;
    fig[area].set_edgecolor("C0")?;
    fig[area].set_linewidth(1.5)?;
    Ok(())
}

fn fill_between_log(fig: &mut Figure, ax: Handle<Axes>) -> plotreel::error::Result<()> {
    fig[ax].set_yscale(Scale::log())?;
    let y = of_i(|i| (0.1 * i + (0.37 * i).sin()).exp());
    fig[ax].fill_between(&i(), &y, &[0.0])?;
    fig[ax].set_ylim(0.3, 100.0)
}

fn fill_betweenx(fig: &mut Figure, ax: Handle<Axes>) -> plotreel::error::Result<()> {
    let step = |step| FillBetweenOptions::new().with_step(step).unwrap();
    let (y, wave, slow) = (&i()[..12], &wave()[..12], &slow()[..12]);
    let shifted = |by: f64| slow.iter().map(|s| s + by).collect::<Vec<_>>();
    fig[ax].fill_betweenx_with(y, wave, &[0.0], &step(DrawStyle::StepsMid))?;
    let area = fig[ax].fill_betweenx_with(y, &[1.0], &shifted(1.0), &step(DrawStyle::StepsPre))?;
    fig[area].set_alpha(0.5)?;
    fig[ax].fill_betweenx_with(y, &[2.5], &shifted(2.5), &step(DrawStyle::StepsPost))?;
    Ok(())
}

fn fill(fig: &mut Figure, ax: Handle<Axes>) -> plotreel::error::Result<()> {
    fig[ax].fill(&[0.0, 1.0, 0.5, 0.2], &[0.0, 0.2, 1.0, 0.3])?;
    let area = fig[ax].fill(&[1, 2, 2, 1], &[0.0, 0.5, 1.0, 1.0])?;
    fig[area].set_alpha(0.5)?;
    fig[area].set_edgecolor("k")?;
    fig[area].set_linewidth(3.0)?;
    Ok(())
}

fn layers() -> [Vec<f64>; 3] {
    [
        wave().iter().map(|w| 1.0 + w).collect(),
        slow().iter().map(|s| 1.5 + s).collect(),
        wave()
            .iter()
            .zip(slow())
            .map(|(w, s)| (w * s).abs())
            .collect(),
    ]
}

fn stackplot(fig: &mut Figure, ax: Handle<Axes>) -> plotreel::error::Result<()> {
    fig[ax].stackplot(&i(), &layers(), Baseline::Zero)?;
    Ok(())
}

fn stackplot_stream(fig: &mut Figure, ax: Handle<Axes>) -> plotreel::error::Result<()> {
    fig[ax].stackplot(&i(), &layers(), Baseline::WeightedWiggle)?;
    let squares: Vec<f64> = wave().iter().map(|w| 0.1 + w * w).collect();
    let first: Vec<f64> = slow().iter().map(|s| 1.0 + s).collect();
    for layer in fig[ax].stackplot(&i(), &[first, squares], Baseline::Wiggle)? {
        fig[layer].set_alpha(0.5)?;
    }
    let first: Vec<f64> = slow().iter().map(|s| 0.2 * (1.0 + s)).collect();
    let squares: Vec<f64> = wave().iter().map(|w| 0.1 + 0.1 * w * w).collect();
    fig[ax].stackplot(&i(), &[first, squares], Baseline::Sym)?;
    Ok(())
}

fn step(fig: &mut Figure, ax: Handle<Axes>) -> plotreel::error::Result<()> {
    fig[ax].step(&i()[..10], &wave()[..10])?;
    let line = fig[ax].step(&i()[..10], &slow()[..10])?;
    fig[line].set_drawstyle(DrawStyle::StepsPost)?;
    fig[ax].bar(&[2], &[0.5])?;
    Ok(())
}

fn lines(fig: &mut Figure, ax: Handle<Axes>) -> plotreel::error::Result<()> {
    fig[ax].vlines(&i(), &[0], &wave())?;
    let lines = fig[ax].hlines(&[0.1, 0.35, 0.6], &[2, 4, 6], &[30])?;
    fig[lines].set_colors(["C1", "C2", "k"])?;
    fig[lines].set_linewidths(&[1, 2, 3])?;
    fig[lines].set_linestyle("--")
}

fn line_array(fig: &mut Figure, ax: Handle<Axes>) -> plotreel::error::Result<()> {
    let lines = fig[ax].vlines(&i(), &[0], &wave())?;
    let ends = i().into_iter().zip(slow());
    fig[lines].set_segments(ends.map(|(x, y)| [(x, 0.0), (x + 3.0, y)]));
    fig[lines].set_array(&wave());
    fig[lines].set_linewidths(&[1, 4])?;
    fig[lines].set_alpha(0.8)?;
    Ok(())
}

#[test]
fn scenes_are_those_of_matplotlib() {
    assert_scenes("collections", &SCENES);
}

#[test]
fn histograms_are_those_of_numpy() {
    let numbers = |text: &str| -> Vec<f64> {
        text.split_whitespace()
            .map(|n| n.parse().unwrap())
            .collect()
    };
    let table = std::fs::read_to_string(baseline("collections/histograms.tsv")).unwrap();
    for line in table.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let [data, bins, range, density, weights, counts, edges] = cells[..] else {
            panic!("{line}");
        };
        let edges_given = bins.trim_matches(['[', ']']).replace(',', " ");
        let bins_given = match bins.parse() {
            _ if bins.starts_with('[') => Bins::Edges(numbers(&edges_given)),
            Ok(count) => Bins::Count(count),
            Err(_) => Bins::try_from(bins).unwrap(),
        };
        let mut options = HistOptions::new()
            .with_bins(bins_given)
            .unwrap()
            .with_range((range != "-").then(|| (numbers(range)[0], numbers(range)[1])))
            .with_density(density == "true");
        if weights != "-" {
            options = options.with_weights([numbers(weights)]);
        }
        let data = numbers(data);
        let mut fig = Figure::new((3.2, 2.4), 100.0);
        let ax = fig.add_subplot(1, 1, 1).unwrap();
        let (ours, our_edges, bars) = fig[ax].hist_with(&data, &options).unwrap();
        assert_eq!(fig[bars].heights(), ours);
        let what = format!("{bins} {range} {density} of {data:?}");
        assert_eq!(our_edges, numbers(edges), "{what}");
        let theirs = numbers(counts);
        assert_eq!(ours.len(), theirs.len(), "{what}");
        for (ours, theirs) in ours.iter().zip(theirs) {
            let same = (ours - theirs).abs() <= 1e-14 * theirs.abs().max(1.0);
            assert!(
                same || ours.is_nan() && theirs.is_nan(),
                "{what}: {ours}, not {theirs}"
            );
        }
        if !options.density() && options.weights().is_none() {
            let counted = histogram(&data, &options.bins(), options.range());
            assert_eq!(counted.unwrap().0, ours);
        }
    }
}

/// Limits that matplotlib 3.11.2 finds for the same data.
#[test]
fn limits_stop_at_the_base_of_bars_and_hold_the_points_of_markers() {
    let limits = |scene: Fill| {
        let mut fig = Figure::new((3.2, 2.4), 100.0);
        let ax = fig.add_subplot(1, 1, 1).unwrap();
        scene(&mut fig, ax).unwrap();
        (fig[ax].xlim(), fig[ax].ylim())
    };
    let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
    let same = |a: (f64, f64), b: (f64, f64)| near(a.0, b.0) && near(a.1, b.1);
    let (x, y) = limits(|fig, ax| fig[ax].bar(&[1, 2], &[3, 4]).map(drop));
    assert!(same(x, (0.51, 2.49)) && same(y, (0.0, 4.2)), "{x:?} {y:?}");
    let (x, y) = limits(|fig, ax| fig[ax].barh(&[1, 2], &[3, 4]).map(drop));
    assert!(same(x, (0.0, 4.2)) && same(y, (0.51, 2.49)), "{x:?} {y:?}");
    let (x, y) = limits(|fig, ax| {
        let nan = f64::NAN;
        fig[ax]
            .scatter_c(&[0, 1, 9], &[0, 2, 9], &[1.0, 2.0, nan])
            .map(drop)
    });
    assert!(
        same(x, (-0.05, 1.05)) && same(y, (-0.1, 2.1)),
        "{x:?} {y:?}"
    );
    let (_, y) = limits(|fig, ax| {
        fig[ax]
            .stackplot(&[0, 1], &[[1.0, 2.0]], Baseline::Zero)
            .map(drop)
    });
    assert!(same(y, (0.0, 2.1)), "{y:?}");
}

#[test]
fn areas_and_lines_go_through_the_cycle_by_themselves() {
    let mut fig = Figure::new((3.2, 2.4), 100.0);
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    fig[ax].set_axis_off();
    fig[ax].plot(&[0, 1], &[0, 1]).unwrap();
    fig[ax].hist(&[0.0, 1.0]).unwrap();
    fig[ax].clear();
    fig[ax].set_axis_off();
    fig[ax].plot(&[0, 1], &[5, 5]).unwrap();
    fig[ax].bar(&[0], &[1]).unwrap();
    fig[ax].scatter_c(&[0], &[3], &[1]).unwrap();
    let second = fig[ax].bar(&[1], &[1]).unwrap();
    fig[second].set_alpha(1.0).unwrap();
    let rgb = draw(&fig);
    let shown = |color: [u8; 3]| rgb.chunks(3).any(|pixel| pixel == color);
    assert!(shown([31, 119, 180]) && shown([255, 127, 14]) && !shown([44, 160, 44]));
}

#[test]
fn what_does_not_fit_together_is_refused_and_changes_nothing() {
    let mut fig = Figure::new((3.2, 2.4), 100.0);
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    assert!(fig[ax].scatter(&[1, 2], &[1]).is_err());
    assert!(fig[ax].bar(&[1, 2], &[1, 2, 3]).is_err());
    assert!(fig[ax].vlines(&[1, 2], &[0], &[1, 2, 3]).is_err());
    assert!(
        fig[ax]
            .stackplot(&[0, 1], &[vec![1.0], vec![1.0, 2.0]], Baseline::Sym)
            .is_err()
    );
    let bars = fig[ax].bar(&[1, 2], &[1, 2]).unwrap();
    assert!(fig[bars].set_heights(&[1]).is_err());
    assert!(fig[bars].set_height_at(2, 1.0).is_err());
    assert!(fig[bars].set_color_at(5, "red").is_err());
    assert!(fig[bars].set_color_at(0, "rde").is_err());
    assert_eq!(fig[bars].heights(), [1.0, 2.0]);
    let points = fig[ax].scatter(&[1, 2], &[1, 2]).unwrap();
    assert!(fig[points].set_offsets(&[1], &[1, 2]).is_err());
    assert!(fig[points].set_marker("oo").is_err());
    assert_eq!(fig[points].offsets().0, [1.0, 2.0]);
}
