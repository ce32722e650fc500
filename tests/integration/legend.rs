//! Legends against matplotlib's pictures (`tests/baseline/legend.py`).

use plotreel::artists::MarkEvery;
use plotreel::legend::{Legend, LegendEntry, LegendLoc};
use plotreel::patches::{Circle, Wedge};
use plotreel::{Axes, Colormap, Figure, Handle};

use crate::baseline;
use crate::support::{draw, full_figure};

fn assert_near(name: &str, fig: &Figure, rms: f64, percent: f64) {
    baseline::assert_near(&format!("legend/{name}"), fig, rms, percent);
}

fn framed() -> (Figure, Handle<Axes>) {
    let mut fig = Figure::new((3.2, 2.4), 100.0);
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    (fig, ax)
}

fn full() -> (Figure, Handle<Axes>) {
    let (mut fig, ax) = full_figure(320, 240);
    fig[ax].set_xlim(0.0, 4.0).unwrap();
    fig[ax].set_ylim(0.0, 3.0).unwrap();
    (fig, ax)
}

fn xs(y: impl Fn(f64) -> f64) -> Vec<f64> {
    (0..21).map(|i| y(f64::from(i) / 4.0)).collect()
}

/// A labelled line over `xs`.
fn plot(
    fig: &mut Figure,
    ax: Handle<Axes>,
    y: impl Fn(f64) -> f64,
    fmt: &str,
    label: &str,
) -> Handle<plotreel::artists::Line2D> {
    let line = fig[ax].plot_fmt(&xs(|x| x), &xs(y), fmt).unwrap();
    fig[line].set_label(label);
    line
}

#[test]
fn lines() {
    let (mut fig, ax) = framed();
    plot(&mut fig, ax, |x| x, "", "plain");
    let dashed = plot(&mut fig, ax, |x| x * x / 5.0, "o--", "dashes, gypsum");
    fig[dashed].set_markevery(MarkEvery::Every(3));
    let markers = plot(&mut fig, ax, |x| 3.0 - x, "s", "markers");
    fig[markers].set_color("tab:red").unwrap();
    fig[markers].set_markerfacecolor("w").unwrap();
    plot(&mut fig, ax, |x| 4.0 - x, "k:", "_hidden");
    let wide = plot(&mut fig, ax, |x| 4.0 - x, "g-.", r"$\alpha_1^2$");
    fig[wide].set_linewidth(3.0).unwrap();
    fig[wide].set_alpha(0.5).unwrap();
    let level = fig[ax].axhline(1.0);
    fig[level].set_color("C4").unwrap();
    fig[level].set_label("level");
    fig[ax].legend();
    assert_near("lines", &fig, 0.1, 0.05);
}

#[test]
fn rectangles() {
    let (mut fig, ax) = framed();
    let x = xs(|x| x);
    let bars = fig[ax].bar(&[0, 1, 2], &[3, 5, 4]).unwrap();
    fig[bars].set_edgecolors(["k"]).unwrap();
    fig[bars].set_label("bars");
    let area = fig[ax].fill_between(&x, &x, &xs(|x| x / 2.0)).unwrap();
    fig[area].set_color("C2").unwrap();
    fig[area].set_alpha(0.4).unwrap();
    fig[area].set_label("area");
    let plain = fig[ax].fill_between(&x, &xs(|x| x + 1.0), &x).unwrap();
    fig[plain].set_label("plain area");
    // The reference's cycle does not go on where a colour is given.
    fig[plain].set_facecolor("C1").unwrap();
    let span = fig[ax].axvspan(1.5, 2.5);
    fig[span].set_color("C3").unwrap();
    fig[span].set_alpha(0.3).unwrap();
    fig[span].set_label("span");
    let mut circle = Circle::new((3.0, 3.0), 0.5);
    circle.set_facecolor("gold").unwrap();
    circle.set_edgecolor("C4").unwrap();
    circle.set_linewidth(2.0).unwrap();
    circle.set_linestyle("--").unwrap();
    circle.set_label("circle");
    fig[ax].add_patch(circle);
    let fill = fig[ax].fill(&[3, 4, 4], &[0, 0, 2]).unwrap();
    fig[fill].set_facecolor("c").unwrap();
    fig[fill].set_label("fill");
    let legend = fig[ax].legend();
    fig[legend].set_loc("upper left").unwrap();
    assert_near("rectangles", &fig, 0.6, 0.05);
}

#[test]
fn points() {
    let (mut fig, ax) = framed();
    let x = xs(|x| x);
    let first = fig[ax].scatter(&x, &x).unwrap();
    fig[first].set_label("default");
    let mapped = fig[ax].scatter(&x, &xs(|x| 5.0 - x)).unwrap();
    fig[mapped].set_sizes(&xs(|x| 10.0 + 16.0 * x)).unwrap();
    fig[mapped].set_array(&x);
    fig[mapped].set_cmap(Colormap::named("plasma").unwrap());
    fig[mapped].set_label("mapped");
    let triangles = fig[ax].scatter(&x, &xs(|x| x / 2.0)).unwrap();
    fig[triangles].set_sizes(&[60.0]).unwrap();
    fig[triangles].set_marker("^").unwrap();
    fig[triangles].set_facecolor("C3").unwrap();
    fig[triangles].set_edgecolor("k").unwrap();
    fig[triangles].set_label("triangles");
    let lines = fig[ax].vlines(&[1.0, 2.0], &[0.0], &[5.0]).unwrap();
    fig[lines].set_color("C4").unwrap();
    fig[lines].set_linestyle("--").unwrap();
    fig[lines].set_label("lines");
    let legend = fig[ax].legend();
    fig[legend].set_loc("center right").unwrap();
    fig[legend].set_scatterpoints(3).unwrap();
    assert_near("points", &fig, 0.35, 0.05);
}

#[test]
fn title_and_columns() {
    let (mut fig, ax) = framed();
    for i in 0..5 {
        plot(&mut fig, ax, |x| x * f64::from(i), "", &format!("line {i}"));
    }
    let legend = fig[ax].legend();
    fig[legend].set_ncols(2).unwrap();
    fig[legend].set_title("A title");
    fig[legend].set_fontsize(8.0).unwrap();
    fig[legend].set_loc("upper center").unwrap();
    assert_near("title_and_columns", &fig, 0.1, 0.05);
}

#[test]
fn lengths() {
    let (mut fig, ax) = full();
    plot(&mut fig, ax, |x| x, "o-", "first");
    let bar = fig[ax].bar(&[3], &[1]).unwrap();
    fig[bar].set_label("second");
    let legend = fig[ax].legend();
    let legend = &mut fig[legend];
    legend.set_loc((0.1, 0.3)).unwrap();
    legend.set_numpoints(3).unwrap();
    legend.set_handlelength(4.0).unwrap();
    legend.set_handleheight(1.4).unwrap();
    legend.set_handletextpad(0.2).unwrap();
    legend.set_borderpad(1.0).unwrap();
    legend.set_labelspacing(1.5).unwrap();
    legend.set_markerscale(1.5).unwrap();
    legend.set_fancybox(false);
    legend.set_framealpha(1.0).unwrap();
    legend.set_edgecolor("k").unwrap();
    legend.set_facecolor("wheat").unwrap();
    assert_near("lengths", &fig, 0.1, 0.05);
}

#[test]
fn frameless() {
    let (mut fig, ax) = framed();
    plot(&mut fig, ax, |x| x, "", "a");
    plot(&mut fig, ax, |x| 5.0 - x, "", "longer name");
    let legend = fig[ax].legend();
    let legend = &mut fig[legend];
    legend.set_frame_on(false);
    legend.set_loc("lower center").unwrap();
    legend.set_ncols(2).unwrap();
    legend.set_columnspacing(1.0).unwrap();
    legend.set_labelcolor("C3").unwrap();
    assert_near("frameless", &fig, 0.1, 0.05);
}

#[test]
fn anchored() {
    let (mut fig, ax) = full();
    plot(&mut fig, ax, |x| x, "", "one");
    plot(&mut fig, ax, |x| 3.0 - x, "", "two\nlines");
    let legend = fig[ax].legend();
    fig[legend].set_bbox_to_anchor([0.25, 0.2, 0.5, 0.5]);
    fig[legend].set_loc("lower right").unwrap();
    fig[legend].set_borderaxespad(0.0).unwrap();
    assert_near("anchored", &fig, 0.1, 0.05);
}

#[test]
fn best_of_lines() {
    let (mut fig, ax) = framed();
    plot(&mut fig, ax, |x| 5.0 - x, "", "falls");
    plot(&mut fig, ax, |x| 4.0 - x, "o", "points");
    fig[ax].text(0.2, 0.2, "some text here");
    fig[ax].legend();
    assert_near("best_of_lines", &fig, 0.1, 0.05);
}

#[test]
fn best_of_rest() {
    let (mut fig, ax) = framed();
    let bars = fig[ax].bar(&[0, 1, 2, 3], &[5, 1, 2, 5]).unwrap();
    fig[bars].set_label("bars");
    let points = fig[ax].scatter(&[1.5, 2.0], &[4.8, 4.5]).unwrap();
    fig[points].set_color("k").unwrap();
    fig[points].set_label("points");
    fig[ax].legend();
    assert_near("best_of_rest", &fig, 0.1, 0.05);
}

#[test]
fn best_of_none() {
    let (mut fig, ax) = full();
    let across: Vec<f64> = (0..9).map(|i| f64::from(i) / 2.0).collect();
    for i in 0..8 {
        let line = fig[ax].plot(&across, &vec![0.1 + 0.4 * f64::from(i); 9]);
        fig[line.unwrap()].set_color("C0").unwrap();
    }
    let steep = fig[ax].plot(&[2.0, 4.0], &[0.5, 3.0]).unwrap();
    fig[steep].set_color("C0").unwrap();
    fig[steep].set_label("steep");
    let mut wedge = Wedge::new((1.0, 2.5), 0.8, 0.0, 200.0);
    wedge.set_facecolor("C2").unwrap();
    wedge.set_label("wedge");
    fig[ax].add_patch(wedge);
    fig[ax].legend();
    assert_near("best_of_none", &fig, 0.1, 0.05);
}

#[test]
fn given() {
    let (mut fig, ax) = framed();
    let line = plot(&mut fig, ax, |x| x, "r-", "not this");
    let band = fig[ax].axhspan(1.0, 2.0);
    fig[band].set_facecolor("C1").unwrap();
    fig[ax].legend_with([
        LegendEntry::new(band, "band"),
        LegendEntry::new(line, "line"),
    ]);
    assert_near("given", &fig, 0.1, 0.05);
}

#[test]
fn twins() {
    let (mut fig, ax) = framed();
    let other = fig.twinx(ax).unwrap();
    let speed = plot(&mut fig, ax, |x| x, "-", "");
    let force = plot(&mut fig, other, |x| 9.0 - x, "C1--", "");
    fig[force].set_linewidth(2.0).unwrap();
    let points = fig[other].scatter(&xs(|x| x), &xs(|x| 9.0 - x / 2.0));
    let points = points.unwrap();
    fig[points].set_color("C3").unwrap();
    let legend = fig[ax].legend_with([
        LegendEntry::new(force, "force"),
        LegendEntry::new(speed, "speed"),
        LegendEntry::new(points, "points"),
    ]);
    fig[legend].set_loc("lower right").unwrap();
    assert_near("twins", &fig, 0.1, 0.05);
}

#[test]
fn artists_of_another_figure_are_not_named() {
    let ((mut fig, ax), (mut other, its)) = (framed(), framed());
    let mine = plot(&mut fig, ax, |x| x, "r", "");
    let foreign = plot(&mut other, its, |x| x, "b", "");
    let mut picture = |entries: Vec<LegendEntry>| {
        fig[ax].legend_with(entries);
        draw(&fig)
    };
    let alone = picture(vec![LegendEntry::new(mine, "mine")]);
    let both = [
        LegendEntry::new(mine, "mine"),
        LegendEntry::new(foreign, "other"),
    ];
    assert!(picture(both.into()) == alone);
}

#[test]
fn tight() {
    let (mut fig, ax) = framed();
    plot(&mut fig, ax, |x| x, "", "beside");
    let legend = fig[ax].legend();
    fig[legend].set_bbox_to_anchor([1.05, 0.0, 0.0, 1.0]);
    fig[legend].set_loc("upper left").unwrap();
    fig[legend].set_borderaxespad(0.0).unwrap();
    fig.tight_layout().unwrap();
    assert_near("tight", &fig, 0.1, 0.05);
}

#[test]
fn a_legend_follows_its_artists() {
    let scene = |change: bool| {
        let (mut fig, ax) = framed();
        let line = plot(&mut fig, ax, |x| x, "", "line");
        if change {
            fig[ax].legend();
        }
        fig[line].set_color("tab:red").unwrap();
        fig[line].set_label("other");
        if !change {
            fig[ax].legend();
        }
        draw(&fig)
    };
    assert!(scene(true) == scene(false));
}

#[test]
fn a_second_legend_takes_the_place_of_the_first() {
    let scene = |times: usize| {
        let (mut fig, ax) = framed();
        plot(&mut fig, ax, |x| x, "", "line");
        for _ in 0..times {
            fig[ax].legend();
        }
        draw(&fig)
    };
    assert!(scene(1) == scene(2));
    assert!(scene(0) != scene(1));
}

#[test]
fn unknown_places_are_refused_and_odd_numbers_harm_nothing() {
    assert!("upper".parse::<LegendLoc>().is_err());
    for bad in [f64::NAN, f64::INFINITY, -1.0, 0.0] {
        let (mut fig, ax) = framed();
        plot(&mut fig, ax, |x| x, "o-", "line");
        let legend: Handle<Legend> = fig[ax].legend();
        let legend = &mut fig[legend];
        assert!(legend.set_ncols(0).is_err() && legend.set_numpoints(0).is_err());
        let usable = bad == 0.0;
        assert_eq!(legend.set_handlelength(bad).is_ok(), usable);
        assert_eq!(legend.set_borderpad(bad).is_ok(), usable);
        assert_eq!(legend.set_markerscale(bad).is_ok(), usable);
        legend.set_loc((bad, 0.5)).unwrap();
        draw(&fig);
    }
    let (mut fig, ax) = framed();
    fig[ax].legend();
    draw(&fig);
}

#[test]
fn columns_take_the_whole_width() {
    let (mut fig, ax) = framed();
    for i in 0..5 {
        plot(&mut fig, ax, |x| f64::from(i) * x, "", &format!("line {i}"));
    }
    let legend = fig[ax].legend();
    fig[legend].set_loc("upper left").unwrap();
    fig[legend].set_ncols(3).unwrap();
    fig[legend].set_mode("expand").unwrap();
    fig[legend].set_title("All");
    fig[legend].set_fontsize(7.0).unwrap();
    assert_near("expanded", &fig, 0.1, 0.05);
}

#[test]
fn columns_take_the_width_of_the_box_that_the_legend_is_placed_in() {
    let (mut fig, ax) = framed();
    for i in 0..2 {
        plot(&mut fig, ax, |x| f64::from(i) * x, "", &format!("line {i}"));
    }
    let legend = fig[ax].legend();
    fig[legend].set_loc("lower left").unwrap();
    fig[legend].set_bbox_to_anchor([0.1, 1.02, 0.8, 0.0]);
    fig[legend].set_ncols(2).unwrap();
    fig[legend].set_mode("expand").unwrap();
    fig[legend].set_borderaxespad(0.0).unwrap();
    assert_near("expanded_box", &fig, 0.1, 0.05);
}

#[test]
fn a_figure_has_a_legend_of_all_axes() {
    let mut fig = Figure::new((3.2, 2.4), 100.0);
    let axs = fig.subplots(1, 2).unwrap();
    let (left, right) = (axs[[0, 0]], axs[[0, 1]]);
    let bars = fig[left].bar(&[0, 1], &[3, 2]).unwrap();
    fig[bars].set_label("bars");
    let a = plot(&mut fig, left, |x| x, "", "left");
    let b = plot(&mut fig, right, |x| 9.0 - x, "C3--", "right");
    let points = fig[right].scatter(&xs(|x| x), &xs(|x| x / 2.0)).unwrap();
    fig[points].set_label("points");
    fig.legend();
    let below = fig.legend_with([LegendEntry::new(b, "a"), LegendEntry::new(a, "b")]);
    fig[below].set_loc("lower center").unwrap();
    fig[below].set_ncols(2).unwrap();
    fig[below].set_mode("expand").unwrap();
    assert_near("of_figure", &fig, 0.1, 0.05);
}
