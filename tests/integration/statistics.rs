//! Error bars and what summarises data, against the pictures of matplotlib that tests/baseline/statistics.py draws.

use plotreel::artists::{LabelType, Orientation};
use plotreel::axes::{
    self, BoxplotOptions, EcdfOptions, ErrorbarOptions, Errors, EventplotOptions, PieOptions,
    StairsOptions, StemOptions,
};
use plotreel::error::Result;
use plotreel::{Axes, Figure, Handle};

use crate::baseline::{Fill, assert_scenes};
use crate::support::draw;

/// Scenes, the largest root mean square over all channels, and the largest share in per cent of pixels that are not
/// background and off by more than 8.
const SCENES: &[(&str, Fill, f64, f64)] = &[
    ("errorbar", errorbar, 0.1, 0.05),
    ("errorbar_options", errorbar_options, 0.1, 0.05),
    ("errorbar_limits", errorbar_limits, 0.1, 0.05),
    ("errorbar_every", errorbar_every, 0.1, 0.05),
    ("errorbar_updated", errorbar_updated, 0.1, 0.05),
    ("stem", stem, 0.1, 0.05),
    ("stem_horizontal", stem_horizontal, 0.1, 0.05),
    ("eventplot", eventplot, 0.1, 0.05),
    ("eventplot_vertical", eventplot_vertical, 0.1, 0.05),
    ("stairs", stairs, 0.1, 0.05),
    ("stairs_horizontal", stairs_horizontal, 0.1, 0.05),
    ("broken_barh", broken_barh, 0.1, 0.05),
    ("ecdf", ecdf, 0.1, 0.05),
    ("ecdf_horizontal", ecdf_horizontal, 0.1, 0.05),
    ("bar_label", bar_label, 0.1, 0.05),
    ("bar_label_horizontal", bar_label_horizontal, 0.1, 0.05),
    ("pie", pie, 0.1, 0.05),
    ("pie_options", pie_options, 0.1, 0.05),
    ("boxplot", boxplot, 0.1, 0.05),
    ("boxplot_options", boxplot_options, 0.1, 0.05),
    ("boxplot_horizontal", boxplot_horizontal, 0.1, 0.05),
    ("boxplot_updated", boxplot_updated, 0.1, 0.05),
];

#[test]
fn statistics_are_drawn_as_by_matplotlib() {
    assert_scenes("statistics", SCENES);
}

fn x() -> Vec<f64> {
    (0..9).map(|i| 0.375 * f64::from(i)).collect()
}

fn of_x(f: impl Fn(f64) -> f64) -> Vec<f64> {
    x().into_iter().map(f).collect()
}

/// The sine, moved up.
fn y(up: f64) -> Vec<f64> {
    of_x(|x| (2.0 * x).sin() + up)
}

/// Errors, times a factor.
fn e(factor: f64) -> Vec<f64> {
    of_x(|x| factor * (0.1 + 0.1 * x))
}

/// Every third from this one on.
fn some(first: usize) -> Vec<bool> {
    (0..9).map(|i| i % 3 == first).collect()
}

fn errorbar(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    fig[ax].errorbar(&x(), &y(0.0), &e(1.0))?;
    Ok(())
}

fn errorbar_options(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let options = ErrorbarOptions::new()
        .with_xerr(0.1)
        .with_yerr((&e(1.0), &e(2.0)))
        .with_fmt("o--")
        .with_ecolor("C3")?
        .with_elinewidth(2.0)
        .with_capsize(4.0)
        .with_capthick(2.0);
    fig[ax].errorbar_with(&x(), &y(0.0), &options)?;
    let options = ErrorbarOptions::new()
        .with_yerr(&e(1.0))
        .with_fmt("none")
        .with_color("C2")?
        .with_elinestyle(":")?;
    fig[ax].errorbar_with(&x(), &y(1.5), &options)?;
    fig[ax].plot(&x(), &y(0.0))?;
    Ok(())
}

fn errorbar_limits(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let options = ErrorbarOptions::new()
        .with_yerr(&e(2.0))
        .with_fmt("s")
        .with_lolims(some(0))
        .with_uplims(some(1))
        .with_capsize(3.0);
    fig[ax].errorbar_with(&x(), &y(0.0), &options)?;
    let options = ErrorbarOptions::new()
        .with_xerr(&e(1.0))
        .with_xlolims(true)
        .with_barsabove(true)
        .with_color("C1")?
        .with_elinewidth(1.0);
    let bars = fig[ax].errorbar_with(&x(), &y(2.0), &options)?;
    if let Some(line) = bars.data_line {
        fig[line].set_linewidth(3.0)?;
    }
    let options = ErrorbarOptions::new()
        .with_xerr(&e(1.0))
        .with_yerr(&e(1.0))
        .with_xuplims(some(0))
        .with_uplims(true)
        .with_fmt(".")
        .with_color("C2")?;
    fig[ax].errorbar_with(&x(), &y(3.0), &options)?;
    fig[ax].invert_yaxis();
    Ok(())
}

fn errorbar_every(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let mut errors = e(1.0);
    errors[4] = f64::NAN;
    let options = ErrorbarOptions::new().with_yerr(&errors).with_errorevery(2);
    let bars = fig[ax].errorbar_with(&x(), &y(0.0), &options)?;
    bars.set_label(&mut fig[ax], "every second");
    let options = ErrorbarOptions::new()
        .with_yerr(&e(1.0))
        .with_errorevery((1, 3))
        .with_fmt("o")
        .with_capsize(2.0);
    let bars = fig[ax].errorbar_with(&x(), &y(1.0), &options)?;
    bars.set_label(&mut fig[ax], "and so on");
    let options = ErrorbarOptions::new()
        .with_xerr(&e(0.5))
        .with_yerr(&e(1.0))
        .with_fmt("none")
        .with_ecolor("C4")?
        .with_capsize(2.0);
    let bars = fig[ax].errorbar_with(&x(), &y(2.0), &options)?;
    bars.set_label(&mut fig[ax], "bars alone");
    let legend = fig[ax].legend();
    fig[legend].set_loc("lower left")?;
    fig[legend].set_fontsize(8.0)
}

fn errorbar_updated(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let options = ErrorbarOptions::new()
        .with_xerr(0.5)
        .with_yerr(1.0)
        .with_fmt("o")
        .with_capsize(3.0)
        .with_uplims(true);
    let bars = fig[ax].errorbar_with(&[0.0, 1.0], &[0.0, 1.0], &options)?;
    let (x, y) = (of_x(|x| x + 0.1), of_x(|x| 2.0 * (2.0 * x).sin()));
    bars.set_data(&mut fig[ax], &x, &y, (&e(1.0), &e(0.5)), &e(2.0))?;
    fig[ax].set_xlim(-1.0, 4.0)?;
    fig[ax].set_ylim(-3.0, 3.0)
}

fn stem(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let stems = fig[ax].stem(&x(), &y(0.0))?;
    stems.set_label(&mut fig[ax], "stems");
    let options = StemOptions::new()
        .with_linefmt("C2--")
        .with_markerfmt("D")
        .with_basefmt(" ")
        .with_bottom(-0.5);
    let half: Vec<f64> = y(0.0).iter().map(|y| y / 2.0).collect();
    let stems = fig[ax].stem_with(&of_x(|x| x + 0.15), &half, &options)?;
    stems.set_label(&mut fig[ax], "more");
    let legend = fig[ax].legend();
    fig[legend].set_loc("lower right")?;
    fig[legend].set_fontsize(8.0)
}

fn stem_horizontal(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let options = StemOptions::new()
        .with_linefmt("k")
        .with_markerfmt("")
        .with_orientation(Orientation::Horizontal)?;
    fig[ax].stem_with(&x(), &y(0.0), &options)?;
    let options = StemOptions::new().with_linefmt("C1").with_bottom(2.0);
    let stems = fig[ax].stem_with(&x(), &y(0.0), &options)?;
    stems.set_data(&mut fig[ax], &x(), &y(3.0))?;
    fig[stems.markerline].set_markersize(3.0)?;
    fig[stems.stemlines].set_linewidth(4.0)?;
    fig[stems.baseline].set_color("C0")?;
    fig[ax].relim();
    fig[ax].autoscale_view();
    Ok(())
}

fn eventplot(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let second = x().iter().step_by(2).map(|x| x + 0.1).collect();
    let rows = fig[ax].eventplot(&[x(), second, vec![0.5, 2.2]])?;
    fig[rows[1]].set_color("C1")?;
    fig[rows[1]].set_linewidth(3.0)?;
    fig[rows[2]].set_linelength(0.4);
    fig[rows[2]].set_linestyle("--")?;
    fig[rows[2]].set_color("C2")
}

fn eventplot_vertical(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let options = EventplotOptions::new().with_orientation(Orientation::Vertical)?;
    let one = options.clone().with_lineoffsets(&[2.0]);
    let rows = fig[ax].eventplot_with(&[x()], &one.with_linelengths(&[0.5]))?;
    fig[rows[0]].set_color("C3")?;
    let two = options.with_lineoffsets(&[4.0, 5.5]);
    let two = two.with_linelengths(&[1.0, 0.5]);
    fig[ax].eventplot_with(&[of_x(|x| x + 0.1), x()[..4].to_vec()], &two)?;
    Ok(())
}

fn stairs(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let edges = |from: f64| [0.0, 1.0, 1.5, 2.0, 3.0, 4.0].map(|edge| from + edge);
    let values = [2.0, 1.0, 2.5, 3.0, 2.0];
    let line = fig[ax].stairs(&[1.0, 3.0, f64::NAN, 2.0, 1.5], &edges(0.0))?;
    fig[line].set_linewidth(2.0)?;
    fig[line].set_label("line");
    let filled = StairsOptions::new().with_fill(true);
    let area = fig[ax].stairs_with(&values, &edges(5.0), &filled)?;
    fig[area].set_label("area");
    let open = StairsOptions::new().with_baseline(&[0.0; 0]);
    let line = fig[ax].stairs_with(&values, &edges(5.0), &open)?;
    fig[line].set_edgecolor("k")?;
    fig[line].set_linestyle(":")?;
    let between = filled.with_baseline(&[0.0, 0.5, 1.0, 0.5, 0.0]);
    let area = fig[ax].stairs_with(&values, &edges(10.0), &between)?;
    fig[area].set_color("C3")?;
    fig[area].set_alpha(0.5)?;
    let legend = fig[ax].legend();
    fig[legend].set_loc("upper right")?;
    fig[legend].set_fontsize(8.0)
}

fn stairs_horizontal(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let options = StairsOptions::new().with_orientation(Orientation::Horizontal)?;
    let options = options.with_baseline(&[0.5]);
    let edges = [0, 1, 2, 3, 4];
    let stairs = fig[ax].stairs_with(&[1.0, 3.0, 2.0, 3.0], &edges, &options)?;
    fig[stairs].set_values(&[1.0, 3.0, 2.0, 1.5])
}

fn broken_barh(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    fig[ax].broken_barh(&[(0.0, 2.0), (3.0, 1.5), (5.0, 1.0)], (10.0, 4.0));
    let bars = fig[ax].broken_barh(&[(1.0, 1.0), (4.0, 2.0)], (16.0, 3.0));
    fig[bars].set_facecolors(["C1", "C2"])?;
    fig[bars].set_edgecolor("k")?;
    fig[bars].set_linewidth(2.0)
}

fn ecdf(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let line = fig[ax].ecdf(&[0.0, 1.0])?;
    let (values, shares) = axes::ecdf(&of_x(|x| (5.0 * x).sin()), &EcdfOptions::new())?;
    fig[line].set_data(&values, &shares)?;
    let options = EcdfOptions::new().with_weights(&of_x(|x| 1.0 + x));
    let line = fig[ax].ecdf_with(&y(0.0), &options.with_complementary(true))?;
    fig[line].set_color("C3")?;
    fig[line].set_linewidth(2.0)?;
    fig[ax].relim();
    fig[ax].autoscale_view();
    Ok(())
}

fn ecdf_horizontal(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let options = EcdfOptions::new().with_orientation(Orientation::Horizontal)?;
    let compressed = options.clone().with_compress(true);
    fig[ax].ecdf_with(&[1, 2, 2, 3, 3, 3, 5], &compressed)?;
    fig[ax].ecdf_with(&[2, 2, 4], &options.with_complementary(true))?;
    Ok(())
}

fn bar_label(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let bars = fig[ax].bar(&[0, 1, 2, 3, 4], &[1.0, 1.0, 1.0, 1.0, 1.0])?;
    fig[ax].bar_label(bars);
    fig[bars].set_heights(&[3.0, 1.25, -2.0, 0.0, f64::NAN])?;
    let bars = fig[ax].bar(&[5, 6, 7, 8, 9], &[3.0, 1.5, -2.0, 4.0, 3.2])?;
    let labels = fig[ax].bar_label(bars);
    fig[labels].set_fmt("%.1f")?;
    fig[labels].set_label_type("center")?;
    fig[labels].set_color("w")?;
    fig[labels].set_fontsize(8.0)?;
    let bars = fig[ax].bar(&[11, 12, 13], &[2.0, -2.0, 3.0])?;
    let labels = fig[ax].bar_label(bars);
    fig[labels].set_labels(["a", "b", "c"]);
    fig[labels].set_padding(3.0)?;
    fig[labels].set_bold(true);
    fig[ax].relim();
    fig[ax].margins(0.05, 0.15)?;
    fig[ax].autoscale_view();
    Ok(())
}

fn bar_label_horizontal(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let bars = fig[ax].barh(&[0, 1, 2, 3], &[3.0, 1.25, -2.0, 0.0])?;
    let labels = fig[ax].bar_label(bars);
    fig[labels].set_padding(2.0)?;
    fig[labels].set_fmt("%d m")?;
    let bars = fig[ax].barh(&[5, 6, 7], &[12.0, 2.0, -2.0])?;
    let labels = fig[ax].bar_label(bars);
    fig[labels].set_label_type(LabelType::Center)?;
    fig[ax].set_xlim(4.0, -4.0)
}

fn pie(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let options = PieOptions::new()
        .with_labels(["a", "b", "c", "d"])
        .with_autopct("%.1f%%")?
        .with_explode(&[0.0, 0.1, 0.0, 0.2]);
    let pie = fig[ax].pie_with(&[1.0, 1.0, 1.0, 1.0], &options)?;
    pie.set_data(&mut fig[ax], &[3.0, 2.0, 1.0, 4.0])
}

fn pie_options(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let options = PieOptions::new()
        .with_normalize(false)
        .with_colors(["C3", "gold"])?
        .with_startangle(60.0)
        .with_counterclock(false)
        .with_radius(0.9)
        .with_labels(["one", "two", "three"])
        .with_rotatelabels(true)
        .with_labeldistance(0.7)
        .with_center((0.2, -0.1))
        .with_frame(true);
    let pie = fig[ax].pie_with(&[0.3, 0.2, 0.1], &options)?;
    for wedge in pie.wedges {
        fig[wedge].set_edgecolor("w")?;
        fig[wedge].set_linewidth(2.0)?;
        fig[wedge].set_width(0.5)?;
    }
    Ok(())
}

fn data(shift: f64) -> [Vec<f64>; 3] {
    let of = |f: fn(f64) -> f64| (0..30).map(move |i| f(f64::from(i)));
    [
        of(|i| (1.7 * i).sin() + 0.02 * i.powf(1.5))
            .map(|v| v + shift)
            .collect(),
        of(|i| 2.0 * (0.9 * i).cos() * (0.37 * i).sin()).collect(),
        vec![1.0, 1.5, 1.7, 1.8, 6.0],
    ]
}

fn boxplot(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    fig[ax].boxplot(&data(0.0))?;
    Ok(())
}

fn boxplot_options(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let options = BoxplotOptions::new()
        .with_positions(&[1, 2, 4])
        .with_widths(&[0.5, 0.5, 0.8])
        .with_notch(true)
        .with_patch_artist(true)
        .with_showmeans(true)
        .with_whis(1.0)
        .with_tick_labels(["a", "b", "c"])
        .with_showcaps(false);
    let boxes = fig[ax].boxplot_with(&data(0.0), &options)?;
    fig[boxes.patches[1]].set_facecolor("gold")
}

fn boxplot_horizontal(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let options = BoxplotOptions::new()
        .with_orientation(Orientation::Horizontal)?
        .with_showmeans(true)
        .with_meanline(true)
        .with_showfliers(false);
    fig[ax].boxplot_with(&data(0.0), &options)?;
    Ok(())
}

fn boxplot_updated(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let boxes = fig[ax].boxplot(&data(0.0))?;
    boxes.set_data(&mut fig[ax], &data(1.5))?;
    fig[ax].set_ylim(-3.0, 8.0)
}

#[test]
fn wrong_data_are_refused() -> Result<()> {
    let mut fig = Figure::new((3.2, 2.4), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    let ax = &mut fig[ax];
    assert!(ax.stem(&[0, 1], &[1]).is_err());
    assert!(
        ax.eventplot_with(&[[1.0]], &EventplotOptions::new().with_lineoffsets(&[1, 2]))
            .is_err()
    );
    assert!(ax.stairs(&[1, 2], &[0, 1]).is_err() && ax.stairs(&[1.0], &[0.0, f64::NAN]).is_err());
    assert!(ax.ecdf(&[1.0, f64::NAN]).is_err() && ax.ecdf(&[0.0; 0]).is_err());
    for values in [&[1.0, -1.0][..], &[0.0], &[f64::INFINITY]] {
        assert!(ax.pie(values).is_err());
    }
    let pie = ax.pie(&[1.0, 2.0])?;
    assert!(pie.set_data(ax, &[1.0]).is_err());
    let boxes = ax.boxplot(&[[1.0, 2.0]])?;
    assert!(boxes.set_data(ax, &[[1.0], [2.0]]).is_err());
    let two = BoxplotOptions::new().with_positions(&[1, 2]);
    assert!(ax.boxplot_with(&[[1.0]], &two).is_err());
    Ok(())
}

#[test]
fn wrong_errors_are_refused_and_change_nothing() -> Result<()> {
    let mut fig = Figure::new((3.2, 2.4), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    assert!(fig[ax].errorbar(&[0, 1], &[0, 1, 2], 1.0).is_err());
    assert!(fig[ax].errorbar(&[0, 1], &[0, 1], -1.0).is_err());
    let bars = fig[ax].errorbar(&[0, 1], &[0, 1], &[1.0, 2.0])?;
    let before = draw(&fig);
    let ax = &mut fig[ax];
    let none = Errors::None;
    assert!(bars.set_data(ax, &[0, 1], &[0, 2], none, &[1.0]).is_err());
    assert!(bars.set_data(ax, &[0, 1], &[0, 2], 1.0, 1.0).is_err());
    let none = Errors::None;
    assert!(
        bars.set_data(ax, &[0, 1], &[0, 2], none, Errors::None)
            .is_err()
    );
    let missing = ErrorbarOptions::new().with_yerr(1.0).with_errorevery([5]);
    assert!(ax.errorbar_with(&[0, 1], &[0, 1], &missing).is_err());
    let by_distance = ErrorbarOptions::new().with_errorevery(0.1);
    assert!(ax.errorbar_with(&[0, 1], &[0, 1], &by_distance).is_err());
    assert!(draw(&fig) == before);
    Ok(())
}
