//! Ticks, their labels and scales.

use plotreel::axis::{AxisSide, TickParams, Which};
use plotreel::error::Result;
use plotreel::gridspec::SubplotParams;
use plotreel::scale::Scale;
use plotreel::ticker::{
    AutoLocator, AutoMinorLocator, FixedFormatter, FixedLocator, FormatStrFormatter, Formatter,
    FuncFormatter, IndexLocator, LinearLocator, Locator, MaxNLocator, MultipleLocator,
    NullFormatter, NullLocator, PercentFormatter, Prune, ScalarFormatter, StrMethodFormatter,
};
use plotreel::{Axes, AxesBase, Figure, Handle};

use super::steps;

fn spread(fig: &mut Figure) -> Result<()> {
    fig.subplots_adjust(SubplotParams::new().with_wspace(0.5).with_hspace(0.5))
}

pub(super) fn offsets(fig: &mut Figure) -> Result<()> {
    let axs = fig.subplots(2, 2)?;
    fig[axs[[0, 0]]].plot(&[1e6, 5.5e6], &[2e-5, 9e-5])?;
    fig[axs[[0, 1]]].plot(&[100000.1, 100000.6], &[1e-12, 4e-12])?;
    fig[axs[[1, 0]]].plot(&[-3e9, 8e9], &[1.0000001, 1.0000009])?;
    fig[axs[[1, 1]]].plot(&[0.0001, 0.0009], &[123456.0, 123459.0])?;
    fig[axs[[0, 1]]].set_title("meets");
    spread(fig)
}

pub(super) fn ranges(fig: &mut Figure) -> Result<()> {
    let axs = fig.subplots(2, 2)?;
    fig[axs[[0, 0]]].plot(&[-1e300, 1e300], &[-1e-300, 1e-300])?;
    fig[axs[[0, 1]]].plot_fmt(&[1.0, 1.0], &[5.0, 5.0], "o")?;
    fig[axs[[1, 0]]].plot(&[0.0, 1e-15], &[1e15, 1e15 + 64.0])?;
    fig[axs[[1, 1]]].plot(
        &[-1234567.0, 98765.0],
        &[0.30000000000000004, 0.3000000000002],
    )?;
    spread(fig)
}

fn ruler(fig: &mut Figure, i: usize, n: usize, limits: (f64, f64)) -> Result<Handle<Axes>> {
    let bottom = 0.97 - (i + 1) as f64 * 0.93 / n as f64 + 0.05;
    let ax = fig.add_axes([0.05, bottom, 0.9, 0.02])?;
    fig[ax].set_xlim(limits.0, limits.1)?;
    fig[ax].yaxis.set_visible(false);
    Ok(ax)
}

/// Major and minor ticks between limits.
fn ruled(
    fig: &mut Figure,
    i: usize,
    (low, high): (f64, f64),
    major: impl Locator + 'static,
    minor: impl Locator + 'static,
) -> Result<()> {
    let ax = ruler(fig, i, 11, (low, high))?;
    let line = fig[ax].plot(&[low.min(high), low.max(high)], &[0, 1])?;
    fig[line].set_linewidth(0.0)?;
    fig[ax].set_xlim(low, high)?;
    fig[ax].xaxis.set_major_locator(major);
    fig[ax].xaxis.set_minor_locator(minor);
    Ok(())
}

pub(super) fn locators(fig: &mut Figure) -> Result<()> {
    let every = MultipleLocator::new;
    let whole = MaxNLocator::auto()
        .with_integer(true)
        .with_steps([1.0, 5.0, 10.0]);
    let symmetric = MaxNLocator::new(6)
        .with_symmetric(true)
        .with_prune(Prune::Both);
    let none = NullLocator;
    ruled(
        fig,
        0,
        (0.0, 5.0),
        AutoLocator::new(),
        AutoMinorLocator::new(),
    )?;
    ruled(fig, 1, (0.0, 5.0), every(0.75), every(0.25))?;
    ruled(fig, 2, (-2.0, 3.0), every(1.0).with_offset(0.3), none)?;
    let fixed = FixedLocator::new([0.0, 1.0, 4.0, 4.5]);
    ruled(
        fig,
        3,
        (0.0, 5.0),
        fixed,
        FixedLocator::new([0.2, 2.0, 3.0]),
    )?;
    let halves = AutoMinorLocator::new().with_ndivs(2);
    ruled(fig, 4, (0.0, 7.3), MaxNLocator::new(3), halves)?;
    ruled(fig, 5, (-0.7, 13.0), whole, none)?;
    ruled(fig, 6, (-3.0, 2.0), symmetric, none)?;
    ruled(
        fig,
        7,
        (0.0, 5.0),
        LinearLocator::new(4),
        LinearLocator::new(7),
    )?;
    ruled(fig, 8, (0.0, 20.0), IndexLocator::new(4.0, 1.5), none)?;
    ruled(fig, 9, (0.0, 5.0), none, every(1.0))?;
    ruled(
        fig,
        10,
        (7.0, -3.0),
        AutoLocator::new(),
        AutoMinorLocator::new(),
    )
}

/// Labels between limits.
fn written(
    fig: &mut Figure,
    i: usize,
    limits: (f64, f64),
    formatter: impl Formatter + 'static,
) -> Result<()> {
    let ax = ruler(fig, i, 9, limits)?;
    fig[ax].xaxis.set_major_formatter(formatter);
    Ok(())
}

pub(super) fn formatters(fig: &mut Figure) -> Result<()> {
    let tenths = PercentFormatter::new(100.0).with_decimals(1);
    let numbered = FuncFormatter::new(|x, i| format!("{x} at {i}"));
    let plain = ScalarFormatter::new().with_use_offset(false);
    let scientific = ScalarFormatter::new().with_powerlimits(-1, 1);
    written(fig, 0, (0.0, 1.0), PercentFormatter::new(1.0))?;
    written(fig, 1, (0.0, 50.0), tenths)?;
    written(fig, 2, (0.0, 5.0), numbered)?;
    written(
        fig,
        3,
        (0.0, 4.0),
        FixedFormatter::new(["a", "b", "c", "d"]),
    )?;
    written(fig, 4, (0.0, 5.0), FormatStrFormatter::new("%5.2f m")?)?;
    written(fig, 5, (-5.0, 5.0), StrMethodFormatter::new("{x:+.1f}")?)?;
    written(fig, 6, (1000000.0, 1000004.0), plain)?;
    written(fig, 7, (0.0, 300.0), scientific)?;
    written(fig, 8, (0.0, 5.0), NullFormatter)
}

pub(super) fn tick_params(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    let axes = &mut fig[ax];
    axes.plot(&[0, 10], &[-3, 3])?;
    axes.minorticks_on();
    let major = TickParams::new()
        .with_direction("in")
        .unwrap()
        .with_length(9.0)?
        .with_width(2.0)?
        .with_color("r")?
        .with_labelcolor("b")?
        .with_pad(8.0)?
        .with_ticks(true, true);
    axes.xaxis.set_tick_params(&major);
    let minor = TickParams::new()
        .with_which("minor")
        .unwrap()
        .with_direction("inout")
        .unwrap()
        .with_length(7.0)?
        .with_color("g")?
        .with_ticks(true, true);
    axes.xaxis.set_tick_params(&minor);
    let major = TickParams::new()
        .with_direction("inout")
        .unwrap()
        .with_length(10.0)?
        .with_labelsize(7.0)?
        .with_ticks(true, true)
        .with_labels(true, true);
    axes.yaxis.set_tick_params(&major);
    let minor = TickParams::new()
        .with_which("minor")
        .unwrap()
        .with_direction("in")
        .unwrap()
        .with_width(1.5)?;
    axes.yaxis.set_tick_params(&minor);
    axes.set_xlabel("below");
    axes.set_ylabel("beside");
    Ok(())
}

pub(super) fn tick_rotation(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    let axes = &mut fig[ax];
    axes.plot(&[0.0, 10000.0], &[-0.003, 0.003])?;
    axes.xaxis
        .set_tick_params(&TickParams::new().with_labelrotation(45.0)?);
    let turned = TickParams::new()
        .with_labelrotation(30.0)?
        .with_ticks(true, true)
        .with_labels(true, true);
    axes.yaxis.set_tick_params(&turned);
    axes.set_xlabel("pushed down");
    axes.set_ylabel("pushed left");
    Ok(())
}

pub(super) fn own_ticks(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    let axes = &mut fig[ax];
    axes.plot(&[0, 1, 2, 3], &[5, 7, 6, 8])?;
    axes.set_xticks(&[0, 1, 2, 4]);
    axes.set_xticklabels(["zero", "one\nline", "Two", "gap y"])?;
    axes.set_yticks(&[5.0, 6.5, 8.0]);
    axes.xaxis.set_minor_locator(FixedLocator::new([0.5, 3.5]));
    axes.xaxis
        .set_minor_formatter(FixedFormatter::new(["half", "more"]));
    Ok(())
}

pub(super) fn leaning_labels(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_axes([0.2, 0.35, 0.7, 0.55])?;
    let axes = &mut fig[ax];
    axes.plot(&[0, 1, 2, 3], &[5, 7, 6, 8])?;
    axes.set_xticks(&[0, 1, 2, 3]);
    axes.set_xticklabels(["2024-01-01", "2024-02-01", "March", "the\nend"])?;
    let leaning = TickParams::new()
        .with_labelrotation(30.0)?
        .with_labelha("right")
        .unwrap();
    axes.xaxis.set_tick_params(&leaning);
    let anchored = TickParams::new()
        .with_labelrotation(45.0)?
        .with_labelha("right")
        .unwrap()
        .with_labelrotation_mode("anchor")
        .unwrap();
    axes.yaxis.set_tick_params(&anchored);
    Ok(())
}

pub(super) fn top_right(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    let axes = &mut fig[ax];
    axes.plot(&[0.0, 1e-4], &[0.0, 3e7])?;
    let base: &mut AxesBase = axes;
    for axis in [&mut base.xaxis, &mut base.yaxis] {
        axis.set_ticks_position(AxisSide::Second);
        axis.set_label_position(AxisSide::Second)?;
    }
    axes.set_xlabel("above");
    axes.set_ylabel("right");
    axes.set_title("over everything");
    Ok(())
}

pub(super) fn inverted(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    fig[ax].plot(&[0, 10], &[-20, 20])?;
    fig[ax].invert_xaxis();
    fig[ax].set_ylim(25.0, -25.0)?;
    fig[ax].plot(&[3, 14], &[0, 0])?;
    Ok(())
}

fn unlabelled(fig: &mut Figure, ax: Handle<Axes>) {
    let none = TickParams::new()
        .with_which("both")
        .unwrap()
        .with_labels(false, false);
    fig[ax].tick_params(&none);
}

pub(super) fn log_unlabelled(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    let x = steps(50, 0.1, 50.0);
    let line = fig[ax].plot_fmt(&x, &x.iter().map(|v| v.powi(3)).collect::<Vec<_>>(), "-o")?;
    fig[line].set_markersize(3.0)?;
    fig[ax].plot(&x, &x.iter().map(|v| v - 5.0).collect::<Vec<_>>())?;
    fig[ax].set_xscale(Scale::log())?;
    fig[ax].set_yscale(Scale::log())?;
    fig[ax].grid(true);
    let dotted = TickParams::new()
        .with_which("minor")
        .unwrap()
        .with_grid_linestyle(":")?
        .with_grid_linewidth(0.5)?;
    fig[ax].tick_params(&dotted);
    fig[ax].xaxis.grid(true, Which::Minor);
    fig[ax].yaxis.grid(true, Which::Minor);
    unlabelled(fig, ax);
    let line = fig[ax].axline((1.0, 1.0), (10.0, 100.0));
    fig[line].set_color("r")?;
    let band = fig[ax].axhspan(1e-2, 1.0);
    fig[band].set_color("0.9")
}

fn cubes(fig: &mut Figure) -> Result<Handle<Axes>> {
    let ax = fig.add_subplot(1, 1, 1)?;
    let x = steps(81, -40.0, 40.0);
    fig[ax].plot(&x, &x.iter().map(|v| v.powi(3)).collect::<Vec<_>>())?;
    fig[ax].set_yscale(Scale::sym_log(10.0))?;
    Ok(ax)
}

pub(super) fn symlog_unlabelled(fig: &mut Figure) -> Result<()> {
    let ax = cubes(fig)?;
    let halves = Scale::sym_log(2.0).with_base(2.0).with_linscale(0.5);
    fig[ax].set_xscale(halves)?;
    fig[ax].grid(true);
    let line = fig[ax].axhline(0.0);
    fig[line].set_color("k")?;
    unlabelled(fig, ax);
    Ok(())
}

pub(super) fn math_log(fig: &mut Figure) -> Result<()> {
    logarithmic(fig, &[1.0, 2000.0], &[0.02, 5e6])
}

pub(super) fn math_log_minor(fig: &mut Figure) -> Result<()> {
    logarithmic(fig, &[2.0, 40.0], &[0.3, 0.9])
}

fn logarithmic(fig: &mut Figure, x: &[f64; 2], y: &[f64; 2]) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    fig[ax].plot(x, y)?;
    fig[ax].set_xscale(Scale::log())?;
    fig[ax].set_yscale(Scale::log())
}

pub(super) fn math_symlog(fig: &mut Figure) -> Result<()> {
    cubes(fig)?;
    Ok(())
}

pub(super) fn math_offset(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    fig[ax].plot(&[0.0, 5e7], &[1e-6, 4e-6])?;
    fig[ax]
        .xaxis
        .set_major_formatter(ScalarFormatter::new().with_use_math_text(true));
    Ok(())
}
