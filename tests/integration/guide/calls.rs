//! The calls of docs/from_matplotlib.md, as they stand in its tables.

use std::f64::consts::PI;
use std::time::Duration;

use ndarray::{Array2, Array3};
use plotreel::error::Result;
use plotreel::patheffects::{PathEffect, SimpleLineShadow, Stroke};
use plotreel::prelude::*;
use plotreel::table::TableOptions;
use plotreel::writers::{Destination, MemoryFile, MovieWriterRegistry};

fn axes() -> Result<(Figure, Handle<Axes>)> {
    let mut fig = Figure::new((3.2, 2.4), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    Ok((fig, ax))
}

/// What was set can be drawn and is seen.
fn draw(fig: &Figure) -> Result<()> {
    let film = MemoryFile::new();
    fig.savefig(Destination::memory(&film, "png"))?;
    assert!(is_seen(fig));
    Ok(())
}

/// Whether a figure shows more than its background.
fn is_seen(fig: &Figure) -> bool {
    let rgb = crate::support::draw(fig);
    rgb.chunks(3).any(|pixel| pixel != &rgb[..3])
}

#[test]
fn figures() -> Result<()> {
    let mut fig = Figure::new((8.0, 6.0), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    let ax2 = fig.add_subplot(2, 1, 2)?;
    fig.sharex(ax2, ax)?;
    let axs = fig.subplots(2, 3)?;
    let _ = axs[[0, 1]];
    fig.subplots_with(
        2,
        1,
        &SubplotsOptions::new()
            .with_sharex("all")?
            .with_height_ratios([2.0, 1.0]),
    )?;
    let gs = GridSpec::new(2, 3)?.with_width_ratios([2.0, 1.0, 1.0])?;
    fig.add_subplot_at(gs.span(0, ..)?);
    fig.add_subplot_at(gs.span(1, 1..)?);
    fig.add_axes([0.1, 0.1, 0.8, 0.8])?;
    fig.twinx(ax)?;
    fig.twiny(ax)?;
    let inset = fig.inset_axes(ax, [0.6, 0.6, 0.35, 0.35])?;
    fig.inset_axes_with(
        ax,
        [0.1, 0.2, 0.3, 0.2],
        &InsetAxesOptions::new().with_coordinates("data")?,
    )?;
    let marked = fig[ax].indicate_inset_zoom(inset)?;
    fig[marked].set_edgecolor("k")?;
    let (f, g) = (|x: f64| 2.0 * x, |x: f64| x / 2.0);
    let top = fig.secondary_xaxis(ax, "top")?;
    fig[top].set_functions(f, g);
    fig.secondary_yaxis(ax, 1.2)?;
    assert_eq!(fig.child_axes(ax).len(), 4);
    mosaics(&mut Figure::new((8.0, 6.0), 100.0))?;
    subfigures(&mut Figure::new((8.0, 6.0), 100.0))?;
    let title = fig.suptitle("Run 7");
    fig[title].set_bold(true);
    fig.supxlabel("t / s");
    fig.supylabel("U / V");
    fig.text(0.5, 0.02, "source");
    fig.constrained_layout()?;
    fig.constrained_layout_with(&ConstrainedLayout::new().with_wspace(0.1))?;
    fig.align_labels();
    fig.align_titles();
    fig.tight_layout()?;
    fig.subplots_adjust(fig.subplot_params().with_hspace(0.4))?;
    fig.set_size_inches(8.0, 6.0)?;
    fig.set_facecolor("lightyellow")?;
    let _dark = Figure::new((8.0, 6.0), 100.0).with_style(Style::dark_background())?;
    let style = Style::named(["ggplot", "seaborn-v0_8-talk"])?;
    let _large = Figure::new(style.figure_figsize(), style.figure_dpi());
    let read = || -> Result<()> {
        let _style = Style::from_file("./mine.mplstyle")?;
        Ok(())
    };
    assert!(read().is_err());
    assert_eq!(Style::available().len(), 29);
    let bare = Style::new().with_axes_spines_top(false);
    assert_eq!(bare, Style::new().with_param("axes.spines.top", "False")?);
    let cycled = Style::new().with_param(
        "axes.prop_cycle",
        "cycler(color='rg') + cycler(ls=['-', '--'])",
    )?;
    assert_eq!(cycled.prop_cycle_props().len(), 2);
    let fig = fig.with_style(style)?;
    let fig = fig.with_style(Style::new().with_font_family(["Noto Sans CJK JP", "sans-serif"])?)?;
    let mut fig = fig.with_style(Style::new().with_font_size(8.0))?;
    let ax = fig.add_subplot(1, 1, 1)?;
    assert!(fig.axes().len() > 10);
    assert_eq!(fig.axes_2d().len() + fig.axes_3d().len(), fig.axes().len());
    assert!(fig.axes_polar().is_empty());
    fig[ax].clear();
    let line = fig[ax].plot(&[0, 1], &[0, 1])?;
    assert!(fig.remove(line).is_some() && fig.get(line).is_none());
    fig[ax].add_patch(Circle::new((0.5, 0.5), 0.2));
    for p in fig[ax].patches() {
        fig[p].set_color("r")?;
    }
    assert_eq!(fig[ax].artists_of::<ArtistBase>().len(), 1);
    assert!(fig[ax].lines().is_empty() && fig[ax].artists_of::<Line2D>().is_empty());
    assert!(fig[ax].texts().is_empty() && fig[ax].images().is_empty());
    assert!(fig[ax].containers().is_empty() && fig[ax].collections().is_empty());
    draw(&fig)?;
    fig.clear();
    assert!(fig.axes().is_empty());
    Ok(())
}

fn subfigures(fig: &mut Figure) -> Result<()> {
    let gs = GridSpec::new(2, 2)?;
    let inner = gs.span(0, 1)?.subgridspec(3, 1)?.with_hspace(0.0)?;
    fig.add_subplot_at(inner.span(0, 0)?);
    let subfigs = fig.subfigures(1, 2)?;
    let left = subfigs[[0, 0]];
    fig[left].suptitle("left");
    fig.subfigures_with(
        2,
        1,
        &SubfiguresOptions::new()
            .with_hspace(0.1)
            .with_height_ratios([1.0, 2.0]),
    )?;
    let sub = fig.add_subfigure(gs.span(0, ..)?);
    fig[sub].set_facecolor("0.9")?;
    fig[sub].suptitle("a");
    let axs = fig[sub].subplots(2, 1)?;
    let ax = axs[[0, 0]];
    fig[ax].plot(&[0, 1], &[0, 1])?;
    fig[sub].legend();
    fig[sub].clear();
    let axs = fig[sub].subplots(2, 1)?;
    let (a, b) = (axs[[0, 0]], axs[[1, 0]]);
    let im = fig[a].imshow(&Array2::<f32>::zeros((2, 2)))?;
    fig.colorbar(im, &axs)?;
    fig.colorbar(im, axs.row(0))?;
    fig.colorbar(im, [a, b])?;
    fig.set_layout_engine("constrained")?;
    fig.set_layout_engine("compressed")?;
    fig.set_layout_engine("none")?;
    fig.tight_layout_with(
        &TightLayout::new()
            .with_pad(0.5)
            .with_rect([0.0, 0.0, 1.0, 0.9]),
    )?;
    draw(fig)
}

fn mosaics(fig: &mut Figure) -> Result<()> {
    fig.subplot_mosaic(MosaicLayout::from("AB").with_nested("B", "xy;zz"))?;
    let axs = fig.subplot_mosaic(MosaicLayout::from("AB;CC").with_projection("A", "polar")?)?;
    assert!(axs.polar("A").is_some());
    drop(MosaicLayout::from("A").with_projection("A", "3d")?);
    assert!(axs.space("A").is_none());
    let axs = fig.subplot_mosaic("AB;CC")?;
    let _ = axs["A"];
    fig.subplot_mosaic_with(
        [["map", "bar"]],
        &SubplotsOptions::new().with_width_ratios([2.0, 1.0]),
    )?;
    draw(fig)
}

#[test]
fn labels_and_limits() -> Result<()> {
    let (mut fig, ax) = axes()?;
    fig[ax].set_title("t = 0");
    fig[ax].set_title_at(TitleLoc::Left, "a");
    fig[ax].set_title("t = 0");
    fig[ax].set_title_color("C1")?;
    fig[ax].set_title_pad(8.0)?;
    fig[ax].set_title_size(10.0)?;
    fig[ax].set_title_bold(true);
    fig[ax].set_title_weight("light")?;
    fig[ax].xaxis.set_label_weight("light")?;
    fig[ax].set_xlabel("x");
    fig[ax].set_ylabel("y");
    fig[ax].set_ylabel("y");
    fig[ax].yaxis.set_label_rotation(0.0)?;
    fig[ax].yaxis.set_label_ha("right")?;
    fig[ax].xaxis.set_label_loc("right")?;
    fig[ax].yaxis.set_label_color("C1")?;
    fig[ax].yaxis.set_label_size(8.0)?;
    fig[ax].yaxis.set_offset_visible(false);
    fig[ax].set_xlim(0.0, 1.0)?;
    let (bottom, _) = fig[ax].ylim();
    fig[ax].set_ylim(bottom, 1.0)?;
    assert_eq!((fig[ax].xlim(), fig[ax].ylim()), ((0.0, 1.0), (0.0, 1.0)));
    assert_eq!(
        (fig.xlim(ax), fig.ylim(ax)),
        (fig[ax].xlim(), fig[ax].ylim())
    );
    assert_eq!(fig.position(ax)?, fig.original_position(ax)?);
    fig[ax].invert_yaxis();
    fig[ax].margins(0.0, 0.05)?;
    fig[ax].relim();
    fig[ax].autoscale_view();
    fig[ax].autoscale(false, false);
    fig[ax].set_aspect(Aspect::Equal)?;
    fig[ax].set_aspect(Aspect::Equal)?;
    fig[ax].set_adjustable(Adjustable::Datalim)?;
    fig[ax].set_box_aspect(1.0)?;
    fig[ax].set_axis_off();
    fig[ax].grid(true);
    fig[ax].grid(true);
    fig[ax].tick_params(
        &TickParams::new()
            .with_grid_alpha(0.3)?
            .with_grid_linestyle(":")?,
    );
    fig[ax].set_axisbelow(AxisBelow::Below)?;
    fig[ax].set_facecolor("0.95")?;
    fig[ax].spine_mut(Side::Top).set_visible(false);
    for side in [Side::Top, Side::Right] {
        fig[ax].spine_mut(side).set_visible(false);
    }
    fig[ax]
        .spine_mut(Side::Left)
        .set_position(SpinePosition::Data(0.0))?;
    fig[ax].set_position([0.1, 0.1, 0.8, 0.8])?;
    draw(&fig)?;
    fig[ax].set_visible(false);
    assert!(!is_seen(&fig));
    Ok(())
}

fn square(x: f64) -> f64 {
    x * x
}

#[test]
fn scales_and_ticks() -> Result<()> {
    let (mut fig, ax) = axes()?;
    let (x, y) = ([1.0, 2.0, 3.0], [1.0, 10.0, 100.0]);
    let f = |x: f64, _: usize| format!("{x} m");
    fig[ax].set_yscale(Scale::log())?;
    fig[ax].set_xscale(Scale::log().with_base(2.0))?;
    fig[ax].set_yscale(
        Scale::log()
            .with_subs([2.0, 5.0])
            .with_nonpositive(NonPositive::Mask),
    )?;
    fig[ax].set_yscale(Scale::sym_log(0.1))?;
    fig[ax].set_yscale(
        Scale::sym_log(1.0)
            .with_linscale(0.5)
            .with_base(2.0)
            .with_subs([1.5]),
    )?;
    fig[ax].set_yscale(Scale::asinh(0.5))?;
    fig[ax].set_yscale(Scale::logit().with_one_half("1/2").with_use_overline(true))?;
    fig[ax].set_xscale(Scale::func(f64::sqrt, square))?;
    let (double, half) = (|x| 2.0 * x, |y| y / 2.0);
    fig[ax].set_xscale(Scale::func_log(double, half))?;
    fig[ax].semilogy(&x, &y)?;
    fig[ax].semilogx(&x, &y)?;
    fig[ax].loglog(&x, &y)?;
    fig[ax].set_xticks(&[0, 1, 2]);
    fig[ax].set_xticks(&[0, 1, 2]);
    fig[ax].set_xticklabels(["a", "b", "c"])?;
    fig[ax]
        .xaxis
        .set_minor_locator(FixedLocator::new([0.5, 1.5]));
    fig[ax].xaxis.set_tick_params(
        &TickParams::new()
            .with_labelrotation(30.0)?
            .with_labelha("right")?,
    );
    fig[ax].set_yticks(&[0.0; 0]);
    fig[ax].xaxis.set_tick_params(
        &TickParams::new()
            .with_labelrotation(45.0)?
            .with_labelsize(8.0)?,
    );
    fig[ax]
        .yaxis
        .set_tick_params(&TickParams::new().with_color("C1")?.with_labelcolor("C1")?);
    fig[ax].yaxis.set_tick_params(
        &TickParams::new()
            .with_ticks(false, false)
            .with_labels(false, false),
    );
    fig[ax].tick_params(&TickParams::new().with_direction("in")?.with_length(6.0)?);
    fig[ax].tick_params(&TickParams::new().with_which("both")?.with_ticks(true, true));
    fig[ax].minorticks_on();
    fig[ax]
        .xaxis
        .set_minor_locator(AutoMinorLocator::new().with_ndivs(4));
    fig[ax].yaxis.set_ticks_position(AxisSide::Second);
    fig[ax].yaxis.set_visible(false);
    fig[ax].xaxis.set_major_locator(MultipleLocator::new(0.5));
    fig[ax]
        .xaxis
        .set_major_locator(MaxNLocator::new(5).with_integer(true));
    fig[ax]
        .yaxis
        .set_major_formatter(PercentFormatter::new(1.0));
    fig[ax]
        .yaxis
        .set_major_formatter(StrMethodFormatter::new("{x:.1f} m")?);
    fig[ax].yaxis.set_major_formatter(EngFormatter::new("Hz"));
    fig[ax].yaxis.set_major_formatter(FuncFormatter::new(f));

    fig[ax]
        .yaxis
        .set_major_formatter(ScalarFormatter::new().with_powerlimits(0, 0));
    draw(&fig)
}

#[test]
fn lines() -> Result<()> {
    let (mut fig, ax) = axes()?;
    let (x, y) = ([1.0, 2.0, 3.0], [1.0, 10.0, 100.0]);
    let image = Array2::<f64>::zeros((3, 2));
    let line = fig[ax].plot(&x, &y)?;
    fig[ax].plot_fmt(&[0.0; 0], &[0.0; 0], "r--o")?;
    fig[ax].plot_columns(&x, &image, "-")?;
    fig[line].set_data(&x, &y)?;
    fig[line].set_ydata(&y)?;
    assert_eq!((fig[line].xdata(), fig[line].ydata()), (&x[..], &y[..]));
    fig[line].set_color("C1")?;
    fig[line].set_color((0.7, 0.2, 0.0))?;
    fig[line].set_color(("red", 0.3))?;
    fig[line].set_linewidth(2.0)?;
    fig[line].set_linestyle("--")?;
    fig.set(line, "lw", 2.0)?;
    fig.set(ax.spine(Side::Top), "lw", 2.0)?;
    fig.set(ax.xaxis().major_ticks(), "length", 5.0)?;
    assert_eq!(fig.property(line, "lw")?, Value::Number(2.0));
    fig[line].set_alpha(0.5)?;
    fig[line].set_zorder(3.0);
    fig[line].set_marker("o")?;
    fig[line].set_markersize(4.0)?;
    fig[line].set_markerfacecolor("none")?;
    fig[line].set_markeredgecolor("k")?;
    fig[line].set_markevery(5);
    fig[line].set_drawstyle(DrawStyle::StepsPost)?;
    fig[line].set_label("measured");
    fig[line].set_visible(false);
    fig[ax].step(&x, &y)?;
    let now = fig[ax].axvline(0.0);
    fig[now].set_xdata(&[2, 2])?;
    fig[ax].axhline(0.0);
    fig[ax].axline_slope((0.0, 0.0), 1.0);
    fig[ax].axhspan(0.0, 1.0);
    let span = fig[ax].axvspan(0.0, 1.0);
    fig[span].set_x(2.0);
    let stems = fig[ax].vlines(&x, &vec![0.0; x.len()], &y)?;
    fig[stems].set_segments([[(0.0, 0.0), (0.0, 1.0)]]);
    let path = [(0.0, 0.0), (1.0, 0.5), (2.0, 2.0)];
    let (n, z) = (path.len() - 1, [0.2, 0.9]);
    let trail = fig[ax].add_artist(LineCollection::new(path.windows(2)));
    fig[trail].set_linewidth(2.0)?;
    fig[trail].set_segments(path.windows(2));
    fig[trail].set_array(&z);
    fig[trail].set_cmap(Colormap::named("magma")?);
    let fading: Vec<f64> = (1..=n).map(|i| i as f64 / n as f64).collect();
    fig[trail].set_alpha(&fading)?;
    draw(&fig)
}

#[test]
fn scatter_bars_areas() -> Result<()> {
    let (mut fig, ax) = axes()?;
    let (x, y) = (vec![1.0, 2.0], vec![1.0, 10.0]);
    let (z, sizes) = ([0.1, 0.7], [5.0, 9.0]);
    let (low, high) = (vec![0.5, 9.0], vec![1.5, 11.0]);
    let above = vec![true, false];
    let points = fig[ax].scatter(&x, &y)?;
    fig[points].set_sizes(&[20.0])?;
    fig[points].set_sizes(&sizes)?;
    fig[points].set_facecolor("C1")?;
    fig[points].set_edgecolor("k")?;
    fig[points].set_linewidth(0.5)?;
    fig[points].set_marker("^")?;
    fig[points].set_alpha(0.5)?;
    let points = fig[ax].scatter_c(&x, &y, &z)?;
    fig[points].set_cmap(Colormap::named("magma")?);
    fig[points].set_clim(Some(0.0), Some(1.0));
    fig[points].set_offsets(&x, &y)?;
    fig[points].set_array(&z);
    fig[points].set_facecolors(["r", "g"])?;
    fig[points].set_alpha([0.2, 0.9])?;
    let bars = fig[ax].bar(&x, &y)?;
    fig[ax].barh(&x, &y)?;
    fig[ax].bar_with(&x, &y, &BarOptions::new().with_width(0.4).with_color("C2")?)?;
    fig[ax].barh_with(&x, &y, &BarOptions::new().with_width(0.7))?;
    fig[bars].set_edgecolors(["k"])?;
    fig[bars].set_linewidth(0.5)?;
    fig[bars].set_heights(&y)?;
    fig[bars].set_color_at(0, "r")?;
    fig[bars].set_facecolors(["r", "g"])?;
    fig[bars].set_hatches(["/", "o"])?;
    fig[bars].set_hatchcolor("C1")?;
    fig[ax].bar(&["a", "b"], &y)?;
    let (n, edges, bars) = fig[ax].hist_with(&z, &HistOptions::new().with_bins(30)?)?;
    assert_eq!((n.len(), edges.len()), (30, 31));
    let (n, _) = histogram(&z, &Bins::Edges(edges), None)?;
    assert_eq!(n.iter().sum::<f64>(), 2.0);
    fig[bars].set_heights(&n)?;
    let edges = vec![0.0, 0.5, 1.0];
    fig[ax].hist_with(&z, &HistOptions::new().with_align("left")?)?;
    fig[ax].hist_with(&z, &HistOptions::new().with_bins(edges)?.with_color("C2")?)?;
    fig[ax].set_yscale(Scale::log())?;
    fig[ax].hist_step(&z, false, &HistOptions::default())?;
    let band = fig[ax].fill_between(&x, &low, &high)?;
    fig[band].set_hatch("//")?;
    fig[band].set_data(&x, &low, &high)?;
    fig[band].set_color("C0")?;
    fig[band].set_alpha(0.2)?;
    fig[band].set_linewidth(0.0)?;
    fig.remove(band);
    fig[ax].fill_between_with(
        &x,
        &y,
        &vec![0.0; x.len()],
        &FillBetweenOptions::new().with_where(above),
    )?;
    fig[ax].stackplot(&x, &[low.clone(), high.clone()], Baseline::Zero)?;
    draw(&fig)
}

#[test]
fn meshes_and_contours() -> Result<()> {
    let (mut fig, ax) = axes()?;
    let (x, y) = ([1.0, 2.0, 4.0], [0.0, 1.0]);
    let c = Array2::<f64>::ones((2, 3));
    let mesh = fig[ax].pcolormesh(&x, &y, &c)?;
    fig[ax].pcolormesh_c(&c);
    fig[ax].pcolormesh_with(&x, &y, &c, "gouraud")?;
    fig[mesh].set_cmap(Colormap::named("RdBu_r")?);
    fig[mesh].set_norm(Norm::log());
    fig[mesh].set_edgecolor("k")?;
    fig[mesh].set_array(&c)?;
    fig[mesh].set_norm(Norm::linear());
    fig[mesh].set_clim(Some(0.0), Some(1.0));
    fig.colorbar(mesh, ax)?;
    fig[ax].pcolor(&x, &y, &c)?;
    let z = Array2::from_shape_fn((2, 3), |(r, c)| (r + c) as f64);
    let lines = fig[ax].contour(&x, &y, &z)?;
    let areas = fig[ax].contourf(&x, &y, &z)?;
    fig[areas].set_hatches(["/", ""])?;
    fig[ax].contour_z(
        &z,
        &ContourOptions::new()
            .with_levels([0.0, 1.0])
            .with_colors(["k"])?,
    )?;
    let options = ContourOptions::new()
        .with_levels(10)
        .with_cmap(Colormap::named("jet")?)
        .with_extend(Extend::Both)?;
    fig[ax].contourf_with(&x, &y, &z, &options)?;
    fig[ax].contourf_with(&x, &y, &z, &ContourOptions::new().with_hatches(["/", ""])?)?;
    fig[areas].set_data(&z)?;
    fig[ax].clabel(
        lines,
        &ClabelOptions::new()
            .with_fontsize(8.0)
            .with_fmt(FormatStrFormatter::new("%.1f")?),
    )?;
    draw(&fig)
}

#[test]
fn vector_fields() -> Result<()> {
    let (mut fig, ax) = axes()?;
    let (x, y) = ([0.0, 1.0, 2.0], [0.0, 1.0]);
    let u = Array2::from_shape_fn((2, 3), |(r, c)| (r + c) as f64);
    let v = Array2::from_shape_fn((2, 3), |(r, c)| r as f64 - c as f64);
    let z = [0.0, 1.0, 2.0, 3.0, 4.0, 5.0];
    let q = fig[ax].quiver(&x, &y, &u, &v)?;
    fig[q].set_array(&z);
    fig[q].set_cmap(Colormap::named("magma")?);
    fig[q].set_facecolor("C1")?;
    fig[q].set_angles("xy")?;
    fig[q].set_scale_units("xy")?;
    fig[q].set_scale(1.0)?;
    fig[q].set_pivot("middle")?;
    fig[q].set_width(0.004)?;
    fig[q].set_headwidth(4.0)?;
    fig[q].set_uvc(&u, &v)?;
    fig[q].set_offsets(&[0, 1, 2, 0, 1, 2], &[0, 0, 0, 1, 1, 1])?;
    let key = fig[ax].quiverkey(q, (0.9, 1.05), 2.0, "2 m/s");
    fig[key].set_labelpos("E")?;
    let wind = fig[ax].barbs(&x, &y, &u, &v)?;
    fig[wind].set_length(6.0)?;
    fig[wind].set_pivot("middle")?;
    fig[wind].set_fill_empty(true);
    fig[wind].set_barbcolor("k")?;
    fig[wind].set_flagcolor("r")?;
    fig[wind].set_half(2.5)?;
    fig[wind].set_full(5.0)?;
    fig[wind].set_flag(25.0)?;
    fig[wind].set_height(0.5)?;
    fig[wind].set_uvc(&u, &v)?;
    let streams = fig[ax].streamplot(&x, &y, &u, &v)?;
    let options = StreamplotOptions::new()
        .with_density(0.6)
        .with_color_values(&u)
        .with_linewidths(&u);
    let _arrows = StreamplotOptions::new()
        .with_arrowstyle("->")?
        .with_arrowsize(1.5)
        .with_linewidth(2.0);
    let coloured = fig[ax].streamplot_with(&x, &y, &u, &v, &options)?;
    fig.colorbar(coloured.lines, ax)?;
    fig[streams.lines].set_color("C1")?;
    fig[streams.arrows].set_color("C1")?;
    fig[streams.arrows].set_arrowstyle("->")?;
    fig[streams.arrows].set_mutation_scale(15.0)?;
    streams.set_uv(&mut fig[ax], &u, &v)?;
    coloured.set_uv_with(&mut fig[ax], &u, &v, &options)?;
    let arrow = fig[ax].arrow(0.0, 0.0, 1.0, 0.5);
    fig[arrow].set_width(0.1)?;
    fig[arrow].set_head_width(0.3)?;
    fig[arrow].set_xy(0.5, 0.0);
    fig[arrow].set_delta(1.0, 1.0);
    draw(&fig)
}

#[test]
fn triangulations() -> Result<()> {
    let (mut fig, ax) = axes()?;
    let (x, y, z) = ([0.0, 1.0, 0.0, 1.1], [0.0, 0.0, 1.0, 1.0], [1, 2, 3, 4]);
    let net = Triangulation::new(&x, &y)?;
    let (triangles, mask) = ([[0, 1, 2], [1, 2, 3]], [false, true]);
    Triangulation::new(&x, &y)?
        .with_triangles(triangles)?
        .with_mask(mask)?;
    fig[ax].tricontour(&net, &z)?;
    fig[ax].tricontourf(&net, &z)?;
    fig[ax].tripcolor(&net, &z, "gouraud")?;
    fig[ax].triplot(&net, "k-o")?;
    draw(&fig)
}

#[test]
fn statistics() -> Result<()> {
    let (mut fig, ax) = axes()?;
    let (x, y, e) = ([0.0, 1.0, 2.0], [1.0, 3.0, 2.0], [0.5, 0.3, 0.4]);
    let (low, high) = ([0.1, 0.2, 0.3], [0.4, 0.5, 0.6]);
    let bars = fig[ax].errorbar(&x, &y, &e)?;
    let options = ErrorbarOptions::new()
        .with_xerr(0.1)
        .with_yerr((&low, &high))
        .with_fmt("o")
        .with_ecolor("gray")?
        .with_capsize(3.0);
    let both = fig[ax].errorbar_with(&x, &y, &options)?;
    ErrorbarOptions::new()
        .with_uplims([true, false, false])
        .with_errorevery(2);
    bars.set_label(&mut fig[ax], "measured");
    if let Some(line) = bars.data_line {
        fig[line].set_linewidth(2.0)?;
    }
    bars.set_data(&mut fig[ax], &x, &y, ErrorbarOptions::NO_ERRORS, &e)?;
    both.set_data(&mut fig[ax], &x, &y, 0.2, (&low, &high))?;
    draw(&fig)
}

#[test]
fn stems_steps_and_events() -> Result<()> {
    let (mut fig, ax) = axes()?;
    let (x, y, e) = ([0.0, 1.0, 2.0], [1.0, 3.0, 2.0], [0.5, 0.3, 0.4]);
    let stems = fig[ax].stem_with(
        &x,
        &y,
        &StemOptions::new().with_linefmt("C1--").with_markerfmt("D"),
    )?;
    fig[stems.markerline].set_markersize(3.0)?;
    stems.set_data(&mut fig[ax], &x, &y)?;
    let rows = fig[ax].eventplot_with(
        &[x, e],
        &EventplotOptions::new()
            .with_lineoffsets(&[1, 3])
            .with_linelengths(&[0.5]),
    )?;
    fig[rows[0]].set_positions(&e);
    fig[rows[0]].set_color("C3")?;
    let steps = fig[ax].stairs(&y, &[0, 1, 2, 4])?;
    let open = StairsOptions::new()
        .with_fill(true)
        .with_baseline(&[0.0; 0]);
    fig[ax].stairs_with(&y, &[0, 1, 2, 4], &open)?;
    fig[steps].set_values(&e)?;
    fig[steps].set_data(&y, &[0, 1, 3, 4])?;
    let runs = fig[ax].broken_barh(&[(0.0, 2.0), (3.0, 1.0)], (10.0, 4.0));
    fig[runs].set_verts([[(0.0, 10.0), (0.0, 14.0), (1.0, 14.0), (1.0, 10.0)]]);
    let line = fig[ax].ecdf(&x)?;
    let falling = EcdfOptions::new().with_complementary(true);
    fig[ax].ecdf_with(&x, &falling)?;
    let (values, shares) = ecdf(&e, &EcdfOptions::new())?;
    fig[line].set_data(&values, &shares)?;
    draw(&fig)
}

#[test]
fn pies_boxes_and_labels() -> Result<()> {
    let (mut fig, ax) = axes()?;
    let (x, y, e) = ([0.0, 1.0, 2.0], [1.0, 3.0, 2.0], [0.5, 0.3, 0.4]);
    let slices = fig[ax].pie_with(
        &y,
        &PieOptions::new()
            .with_labels(["a", "b", "c"])
            .with_autopct("%.0f%%")?
            .with_startangle(90.0),
    )?;
    slices.set_data(&mut fig[ax], &e)?;
    let columns = fig[ax].bar(&x, &y)?;
    let labels = fig[ax].bar_label(columns);
    fig[labels].set_fmt("%.1f")?;
    fig[labels].set_padding(3.0)?;
    fig[labels].set_label_type("center")?;
    fig[labels].set_labels(["a", "b", "c"]);
    let boxes = fig[ax].boxplot_with(
        &[x, e],
        &BoxplotOptions::new()
            .with_notch(true)
            .with_showmeans(true)
            .with_tick_labels(["a", "b"]),
    )?;
    let _wide = BoxplotOptions::new()
        .with_whis((5.0, 95.0))
        .with_capwidths(&[0.2]);
    fig[boxes.medians[0]].set_color("r")?;
    boxes.set_data(&mut fig[ax], &[e, x])?;
    draw(&fig)
}

#[test]
fn distributions() -> Result<()> {
    let (mut fig, ax) = axes()?;
    let (x, y, e) = ([0.0, 1.0, 2.0], [1.0, 3.0, 2.0], [0.5, 0.3, 0.4]);
    let violins = fig[ax].violinplot_with(
        &[x, e],
        &ViolinOptions::new()
            .with_showmedians(true)
            .with_side("low")?
            .with_bw_method(0.3)?,
    )?;
    for body in &violins.bodies {
        fig[*body].set_facecolor("r")?;
    }
    assert!(violins.cmedians.is_some());
    violins.set_data(&mut fig[ax], &[e, x])?;
    let plane = Hist2dOptions::new()
        .with_bins(20)?
        .with_range([(0.0, 2.0), (0.0, 3.0)])
        .with_cmin(1.0);
    let (h, xedges, yedges, mesh) = fig[ax].hist2d_with(&x, &y, &plane)?;
    assert_eq!((h.dim(), xedges.len(), yedges.len()), ((20, 20), 21, 21));
    let (h, ..) = histogram2d(&x, &e, &plane)?;
    fig[mesh].set_array(&h.t())?;
    let hexagons = fig[ax].hexbin_with(
        &x,
        &y,
        &HexbinOptions::new()
            .with_gridsize(20)
            .with_bins("log")?
            .with_mincnt(1),
    )?;
    fig.colorbar(hexagons.collection, ax)?;
    let sum = |values: &[f64]| values.iter().sum();
    let sums = fig[ax].hexbin_c(
        &x,
        &y,
        &e,
        &HexbinOptions::new()
            .with_reduce_c_function(sum)
            .with_extent([0.0, 2.0, 0.0, 3.0]),
    )?;
    hexagons.set_data(&mut fig[ax], &x, &e)?;
    sums.set_data_c(&mut fig[ax], &x, &e, &y)?;
    draw(&fig)
}

#[test]
fn dates_and_categories() -> std::result::Result<(), Box<dyn std::error::Error>> {
    use plotreel::dates::jiff::civil::date;
    use plotreel::dates::jiff::tz::TimeZone;
    let (mut fig, ax) = axes()?;
    let (y, days) = ([1.0, 3.0], [date(2024, 3, 1), date(2024, 3, 20)]);
    let line = fig[ax].plot(&days, &y)?;
    fig[ax].scatter(&[date(2024, 3, 1).at(12, 30, 0, 0)], &[2])?;
    fig[ax].scatter(
        &[date(2024, 3, 1).at(12, 0, 0, 0).in_tz("Europe/Berlin")?],
        &[2],
    )?;
    let seconds = [1_709_251_200, 1_710_892_800];
    fig[ax].plot(&Datetime64::new(seconds, "s")?, &y)?;
    fig[line].set_data(&days, &y)?;
    fig[ax].axvline(date2num(&date(2024, 3, 1)));
    fig[ax].set_xlim(date(2024, 3, 1), date(2024, 4, 1))?;
    fig.autofmt_xdate()?;
    fig[ax].xaxis.axis_date(Some(TimeZone::UTC))?;
    fig[ax]
        .xaxis
        .set_major_locator(MonthLocator::new().with_bymonth([1, 7]));
    fig[ax].xaxis.set_minor_locator(YearLocator::new(5));
    fig[ax].xaxis.set_minor_locator(WeekdayLocator::new());
    fig[ax]
        .xaxis
        .set_minor_locator(HourLocator::new().with_byhour([12]));
    fig[ax]
        .xaxis
        .set_minor_locator(MinuteLocator::new().with_interval(60));
    fig[ax]
        .xaxis
        .set_minor_locator(SecondLocator::new().with_interval(3600));
    fig[ax]
        .xaxis
        .set_minor_locator(MicrosecondLocator::new(4_000_000_000));
    fig[ax].xaxis.set_minor_locator(DayLocator::new());
    fig[ax]
        .xaxis
        .set_major_locator(AutoDateLocator::new().with_maxticks(6));
    fig[ax]
        .xaxis
        .set_major_formatter(DateFormatter::new("%d %b")?);
    fig[ax]
        .xaxis
        .set_major_formatter(ConciseDateFormatter::new());
    draw(&fig)?;
    let (mut fig, ax) = axes()?;
    let names = ["a", "b"];
    fig[ax].bar(&names, &y)?;
    let points = fig[ax].scatter(&names, &y)?;
    let places = fig[ax].xaxis.convert_units(&names)?;
    fig[points].set_offsets(&places, &y)?;
    let place = fig[ax].xaxis.convert_units(&["a"])?;
    fig[ax].axvline(place[0]);
    draw(&fig)?;
    let (mut fig, ax) = axes()?;
    fig[ax].barh(&names, &y)?;
    Ok(draw(&fig)?)
}

#[test]
fn spectra() -> Result<()> {
    use plotreel::axes::{SpecgramOptions, SpectralOptions, XcorrOptions, psd};
    let (mut fig, ax) = axes()?;
    let x: Vec<f64> = (0..500).map(|i| (f64::from(i) * 0.3).sin() + 0.1).collect();
    let y: Vec<f64> = (0..500).map(|i| (f64::from(i) * 0.4).cos() + 0.1).collect();
    let options = SpectralOptions::new()
        .with_nfft(128_usize)
        .with_fs(50.0)
        .with_noverlap(64);
    let spectrum = fig[ax].psd(&x, &options)?;
    spectrum.set_data(&mut fig[ax], &x)?;
    let (pxx, freqs) = psd(&x, &options)?;
    assert_eq!(pxx.len(), freqs.len());
    let cross = fig[ax].csd(
        &x,
        &y,
        &SpectralOptions::new()
            .with_detrend("mean")?
            .with_sides("twosided")?,
    )?;
    cross.set_data_xy(&mut fig[ax], &x, &y)?;
    let spectra = fig[ax].specgram(
        &x,
        &SpecgramOptions::new()
            .with_spectral(options)
            .with_mode("magnitude")?
            .with_scale("linear")?,
    )?;
    fig[spectra.image].set_cmap(Colormap::named("magma")?);
    spectra.set_data(&mut fig[ax], &y)?;
    let lines = fig[ax].xcorr(&x, &y)?;
    fig[ax].acorr(&x)?;
    fig[ax].xcorr_with(
        &x,
        &y,
        &XcorrOptions::new().with_maxlags(50).with_usevlines(false),
    )?;
    lines.set_data(&mut fig[ax], &y, &x)?;
    draw(&fig)
}

#[test]
fn images_and_colours() -> Result<()> {
    let (mut fig, ax) = axes()?;
    let image = Array2::<f64>::ones((3, 4));
    let points = fig[ax].scatter_c(&[0, 1], &[0, 1], &[0, 1])?;
    let im = fig[ax].imshow(&image)?;
    fig[im].set_cmap(Colormap::named("magma")?);
    fig[im].set_clim(Some(0.0), Some(1.0));
    fig[im].set_norm(Norm::log().with_vmin(0.01).with_vmax(1.0));
    let _norms = [
        Norm::centered(0.0),
        Norm::sym_log(0.1).with_linscale(0.5).with_base(2.0),
        Norm::asinh(0.5),
        Norm::func(f64::sqrt, square).with_vmin(0.0),
        Norm::two_slope(0.0),
        Norm::boundary([0.0, 1.0, 2.0]),
    ];
    fig[im].set_origin(Origin::Lower);
    fig[im].set_extent([0.0, 4.0, 0.0, 3.0])?;
    fig[im].set_interpolation(Interpolation::Nearest)?;
    fig[ax].set_aspect(Aspect::Auto)?;
    fig[im].set_alpha(0.7)?;
    let weights = Array2::from_elem((3, 4), 0.5);
    fig[im].set_alpha(&weights)?;
    fig[im].set_zorder(0.0);
    fig[im].set_data(&image)?;
    fig[im].autoscale();
    assert_eq!(fig[im].clim(), (Some(1.0), Some(1.0)));
    let bar = fig.colorbar_with(im, ax, &ColorbarOptions::new().with_label("T / K"))?;
    fig[bar].set_title("hot");
    fig.colorbar_with(im, ax, &ColorbarOptions::new().with_drawedges(true))?;
    let bar = fig.colorbar(im, ax)?;
    fig[bar].set_yticks(&[0, 1]);
    fig[bar].set_ylabel("T / K");
    fig.colorbar_with(
        points,
        ax,
        &ColorbarOptions::new()
            .with_location("bottom")?
            .with_shrink(0.8),
    )?;
    fig.colorbar_with(
        im,
        ax,
        &ColorbarOptions::new().with_pad(0.02).with_extend("both")?,
    )?;
    let cmap = Colormap::named("viridis")?;
    let _low = cmap.at(0.3);
    let _two = Colormap::from_colors("two", &[Color::named("#000")?, Color::named("#fff")?])?;
    let _gaps = Colormap::named("viridis")?.with_bad(Color::named("0.5")?);
    draw(&fig)
}

#[test]
fn texts_and_legends() -> Result<()> {
    let (mut fig, ax) = axes()?;
    let (line, band) = (fig[ax].plot(&[0, 1], &[0, 1])?, fig[ax].axhspan(0.0, 0.2));
    let t = 0.5;
    let text = fig[ax].text(1.0, 2.0, "peak");
    assert_eq!(fig[text].text(), "peak");
    let text = fig[ax].text(0.05, 0.9, "");
    fig[text].set_coordinates("axes fraction")?;
    fig[line].set_coordinates(("data", "axes fraction"))?;
    fig[text].set_text(format!("t = {t:.2}"));
    fig[text].set_position(1.0, 2.0);
    fig[text].set_color("navy")?;
    fig[text].set_fontsize(12.0)?;
    fig[text].set_rotation(30.0)?;
    fig[text].set_ha(HorizontalAlignment::Center)?;
    fig[text].set_va(VerticalAlignment::Top)?;
    fig[text].set_bold(true);
    fig[text].set_weight("semibold")?;
    fig[text].set_weight(350)?;
    fig[text].set_fontsize("small")?;
    let _small = TickParams::new().with_labelsize("x-small")?;
    fig[text].set_multialignment("center")?;
    fig[text].set_parse_math(false);
    assert!(Style::new().with_font_weight("bold")? != Style::new());
    fig[text].set_family("monospace")?;
    let mut own = || -> Result<()> {
        fig[text].set_font("fonts/own.ttf")?;
        Ok(())
    };
    assert!(own().is_err());
    fig[text].set_family(["Arial", "serif"])?;
    assert!(Style::new().with_mathtext_fontset("cm")? != Style::new());
    fig[text].set_math_fontfamily("stix")?;
    assert!(Style::new().with_mathtext_default("regular")? != Style::new());
    assert!(Style::new().with_text_hinting("none")? != Style::new());
    fig[ax].set_title_family("serif")?;
    fig[ax].xaxis.set_label_family("serif")?;
    let legend = fig[ax].legend();
    fig[legend].set_family("serif")?;
    let mut ticks = TickParams::new();
    ticks.set_labelfontfamily("serif")?;
    fig[ax].yaxis.set_tick_params(&ticks);
    fig[text].set_italic(true);
    fig[text].set_linespacing(1.5)?;
    fig[text].set_bbox(
        TextBox::new()
            .with_boxstyle("round")?
            .with_facecolor("wheat")?
            .with_alpha(0.5),
    )?;
    fig[text].set_bbox(TextBox::new().with_linestyle("--")?.with_hatch("//")?)?;
    let white = Stroke::new().with_linewidth(3.0).with_foreground("w")?;
    let leg = fig[ax].legend();
    fig[ax].xaxis.set_label_path_effects([white.clone()])?;
    fig[ax].xaxis.set_ticklabel_path_effects([white.clone()])?;
    fig[leg].set_text_path_effects([white.clone()])?;
    fig[leg].set_frame_path_effects([white.clone()])?;
    let slope = Array2::from_shape_fn((3, 3), |(r, c)| (r + c) as f64);
    let contours = fig[ax].contour_z(&slope, &ContourOptions::new())?;
    fig[contours].set_label_path_effects([white.clone()])?;
    fig[ax].set_title_path_effects([white])?;
    fig[text].set_path_effects([Stroke::new()
        .with_linewidth(3.0)
        .with_foreground("w")?
        .with_normal(true)])?;
    fig[line].set_path_effects([SimpleLineShadow::new().into(), PathEffect::Normal])?;
    let note = fig[ax].annotate("peak", (1.0, 2.0), (2.0, 3.0));
    fig[note].set_arrowprops(ArrowProps::new().with_arrowstyle("->")?)?;
    fig[note].set_arrowprops(
        ArrowProps::new()
            .with_arrowstyle("->")?
            .with_connectionstyle("arc3,rad=0.2")?,
    )?;
    fig[note].set_position(5.0, 5.0);
    fig[note].set_textcoords("offset points")?;
    fig[note].set_xy(1.0, 3.0);
    fig[ax].legend();
    let leg = fig[ax].legend();
    fig[leg].set_family("serif")?;
    fig[leg].set_loc("upper left")?;
    fig[leg].set_ncols(2)?;
    fig[leg].set_fontsize(8.0)?;
    fig[leg].set_title("runs");
    fig[ax].legend_with([
        LegendEntry::new(line, "mean"),
        LegendEntry::new(band, "spread"),
    ]);
    let (a, b) = (line, band);
    fig.legend_with([LegendEntry::new(a, "left"), LegendEntry::new(b, "right")]);
    let leg = fig.legend();
    fig[leg].set_loc("outside right upper")?;
    fig[leg].set_mode("expand")?;
    let leg = fig[ax].legend();
    fig[leg].set_bbox_to_anchor([1.0, 1.0, 0.0, 0.0]);
    fig[leg].set_frame_on(false);
    fig[leg].set_framealpha(0.9)?;
    fig[leg].set_facecolor("w")?;
    fig[leg].set_edgecolor("k")?;
    fig[leg].set_labelcolor("C1")?;
    fig[leg].set_linestyle("--")?;
    let cells = [["1", "2"]];
    let table = fig[ax].table(
        &cells,
        &TableOptions::new()
            .with_col_labels(["a", "b"])
            .with_loc("top")?,
    )?;
    fig[table].scale(1.0, 1.5)?;
    fig[table].cell_mut(0, 1)?.set_facecolor("r")?;
    fig[table].cell_mut(1, 0)?.set_text("2");
    fig[table].set_cell_text(&cells)?;
    let mut circle = Circle::new((0.0, 0.0), 1.0);
    circle.set_fill(false);
    let circle = fig[ax].add_patch(circle);
    fig[circle].set_center(1.0, 0.0);
    fig[circle].set_radius(2.0);
    let rect = fig[ax].add_patch(Rectangle::new((0.0, 0.0), 2.0, 1.0));
    fig[rect].set_facecolor("C1")?;
    fig[rect].set_edgecolor("k")?;
    fig[rect].set_xy(1.0, 1.0);
    fig[rect].set_height(2.0);
    let (x, y) = ([1.0, 2.0], [1.0, 2.0]);
    let dots = fig[ax].scatter(&x, &y)?;
    fig[dots].set_sizes(&[4.0 / PI * 30.0])?;
    fig[dots].set_marker((5, 0))?;
    fig[dots].set_marker((6, 1))?;
    let mut ellipse = Ellipse::new((0.0, 0.0), 2.0, 1.0);
    ellipse.set_angle(30.0)?;
    fig[ax].add_artist(PatchCollection::new([ellipse]));
    let discs = PatchCollection::new([Circle::new((0.0, 0.0), 1.0), Circle::new((2.0, 0.0), 1.0)]);
    let discs = fig[ax].add_artist(discs);
    fig[discs].set_cmap(Colormap::named("magma")?);
    fig[discs].set_array(&[1, 2]);
    fig[ax].add_artist(PolyCollection::new([[(0.0, 0.0), (1.0, 0.0), (0.0, 1.0)]]));
    let arrow = fig[ax].add_patch(FancyArrowPatch::new((0.0, 0.0), (1.0, 1.0)));
    fig[arrow].set_arrowstyle("->")?;
    fig[arrow].set_positions((0.0, 0.0), (2.0, 1.0));
    fig[arrow].set_mutation_scale(20.0)?;
    fig[arrow].set_shrink(0.0, 0.0)?;
    draw(&fig)
}

#[test]
fn space() -> Result<()> {
    let mut fig = Figure::new((3.2, 2.4), 100.0);
    let (x, y, z) = ([0, 1], [0, 1], [0, 1]);
    let xs = Array2::from_shape_fn((4, 4), |(_, x)| x as f64);
    let ys = xs.t().to_owned();
    let zs = &xs * &ys;
    let ax = fig.add_subplot_3d(1, 1, 1)?;
    let line = fig[ax].plot(&x, &y, &z)?;
    fig[line].set_data_3d(&x, &y, &z)?;
    let points = fig[ax].scatter(&x, &y, &z)?;
    fig[points].set_offsets(&x, &y, &z)?;
    let points = fig[ax].scatter_c(&x, &y, &z, &z)?;
    fig[points].set_depthshade(false);
    let wires =
        fig[ax].plot_wireframe_with(&xs, &ys, &zs, &WireframeOptions::new().with_rstride(2))?;
    fig[wires].set_data(&xs, &ys, &zs)?;
    let surf = fig[ax].plot_surface(&xs, &ys, &zs)?;
    fig[surf].set_data(&xs, &ys, &zs)?;
    let options = SurfaceOptions::new()
        .with_rstride(1)
        .with_cstride(1)
        .with_cmap(Colormap::named("coolwarm")?);
    let surf = fig[ax].plot_surface_with(&xs, &ys, &zs, &options)?;
    fig[surf].set_linewidth(0.0)?;
    fig[surf].set_antialiased(false);
    fig[surf].set_clim(Some(0.0), Some(4.0));
    fig.colorbar(surf, ax)?;
    drop([
        SurfaceOptions::new().with_color("tan")?,
        SurfaceOptions::new().with_facecolors([["red", "blue"], ["gold", "tan"]])?,
    ]);
    let options = ShadeOptions::new()
        .with_vert_exag(0.1)
        .with_blend_mode("soft")?;
    let rgb =
        LightSource::new(270.0, 45.0)?.shade(&zs, &Colormap::named("gist_earth")?, &options)?;
    SurfaceOptions::new().with_facecolors(rgb)?;
    fig[surf].set_lightsource(LightSource::new(270.0, 45.0)?);
    fig[surf].set_shade(false);
    let (x, y, z, height) = ([0, 1, 0, 1], [0, 0, 1, 1], [0, 1, 1, 2], [1, 2, 3, 4]);
    let net = Triangulation::new(&x, &y)?;
    let surf = fig[ax].plot_trisurf(&x, &y, &z)?;
    let options = TrisurfOptions::new()
        .with_triangulation(&net)
        .with_cmap(Colormap::named("plasma")?);
    fig[ax].plot_trisurf_with(&x, &y, &z, &options)?;
    fig[surf].set_data_3d(&x, &y, &z)?;
    let bars = fig[ax].bar3d(&x, &y, &[0], &[0.8], &[0.8], &height)?;
    fig[bars].set_bar_colors(["C0", "C1"])?;
    let flat_bars = fig[ax].bar(&x, &y, 1.0, "y")?;
    fig[flat_bars[0]].set_alpha(0.5)?;
    let disc = fig[ax].add_artist(Patch3D::new(&Circle::new((0.0, 0.0), 1.0), 0.0, "x")?);
    fig[disc].set_z(1.0);
    fig[bars].set_shade(false);
    fig[bars].set_bars(&x, &y, &[0], &[0.8], &[0.8], &height)?;
    fig[ax].contour(&xs, &ys, &zs)?;
    fig[ax].contourf(&xs, &ys, &zs)?;
    let options = ContourOptions::new().with_cmap(Colormap::named("coolwarm")?);
    let shadow = fig[ax].contourf_with(&xs, &ys, &zs, "x", &options)?;
    fig[shadow].set_offset(-1.0)?;
    fig[shadow].set_data_3d(&xs, &ys, &zs)?;
    let (u, v, w) = ([1, 0, 1, 0], [0, 1, 0, 1], [1, 1, 1, 1]);
    let arrows = fig[ax].quiver(&x, &y, &z, &u, &v, &w)?;
    fig[arrows].set_length(0.5)?;
    fig[arrows].set_normalize(true);
    fig[arrows].set_uvw(&u, &v, &w)?;
    fig[arrows].set_offsets(&x, &y, &z)?;
    let options = Stem3DOptions::new()
        .with_bottom(-1.0)
        .with_orientation("x")?;
    let stems = fig[ax].stem_with(&x, &y, &z, &options)?;
    stems.set_data_3d(&mut fig[ax], &x, &y, &z)?;
    let options = Errorbar3DOptions::new()
        .with_xerr(0.1)
        .with_zerr(0.2)
        .with_fmt("o")
        .with_capsize(3.0);
    let errors = fig[ax].errorbar_with(&x, &y, &z, &options)?;
    let limits = Errorbar3DOptions::new()
        .with_zuplims(true)
        .with_xlolims([true, false, false]);
    assert!(
        fig[ax]
            .errorbar_with(&[0; 3], &[0; 3], &[0; 3], &limits)
            .is_ok()
    );
    errors.set_data_3d(
        &mut fig[ax],
        &x,
        &y,
        &z,
        [0.2.into(), Errors::None, 0.3.into()],
    )?;
    assert!(errors.limmarks.is_empty());
    let filled = Array3::from_elem((2, 2, 2), true);
    let options = VoxelOptions::new()
        .with_facecolors(["gold"])?
        .with_edgecolors(["k"])?;
    let mut voxels = fig[ax].voxels_with(&filled, &options)?;
    if let Some(voxel) = voxels.get([0, 0, 0]) {
        fig[voxel].set_facecolor("red")?;
    }
    let corners = &Array3::from_shape_fn((3, 3, 3), |(x, _, _)| x as f64);
    drop(VoxelOptions::new().with_corners(corners, corners, corners));
    voxels.set_filled(&mut fig[ax], &filled)?;
    let verts = [[(0.0, 0.0, 0.0), (1.0, 0.0, 0.0), (0.0, 1.0, 1.0)]];
    let faces = fig[ax].add_artist(Poly3DCollection::new(verts));
    fig[faces].set_facecolor("tan")?;
    fig[faces].set_edgecolor("k")?;
    fig[faces].set_zsort("min")?;
    fig[faces].set_verts(verts);
    fig[faces].set_hatch("//")?;
    fig[line].set_axlim_clip(true);
    fig[ax].text(0.0, 0.0, 1.0, "top");
    fig[ax].text_2d(0.05, 0.9, "t");
    fig[ax].view_init(30.0, 45.0, 0.0)?;
    fig[ax].set_vertical_axis("y")?;
    let band = fig[ax].fill_between(&x, &y, &z, &x, &y, &[0.0])?;
    let options = FillBetween3DOptions::new().with_mode("quad")?;
    fig[band].set_band((&x, &y, &z), (&x, &y, &[1.0]), &options)?;
    fig[ax].invert_xaxis();
    fig[ax].set_zscale(Scale::log())?;
    fig[ax].set_zscale(Scale::Linear)?;
    fig[ax].minorticks_on();
    fig[ax].set_title_at(TitleLoc::Left, "a");
    fig[ax].set_zlim(0.0, 1.0)?;
    fig[ax].set_zlabel("z");
    fig[ax].zaxis.set_rotate_label(false);
    fig[ax].zaxis.set_label_rotation(90.0)?;
    fig[ax].set_zticks(&[0, 1]);
    fig[ax].set_zticklabels(["low", "high"])?;
    fig[ax].set_pane_colors(["0.9", "0.9", "0.9"])?;
    fig[ax].set_pane_colors(["none"; 3])?;
    fig[ax].set_pane_edgecolors(["k"; 3])?;
    fig[ax].set_aspect("equal")?;
    fig[ax].set_proj_type(ProjType::Ortho)?;
    fig[ax].set_box_aspect([1.0, 1.0, 1.0])?;
    draw(&fig)
}

#[test]
fn polar() -> Result<()> {
    let mut fig = Figure::new((3.2, 2.4), 100.0);
    let (theta, r) = ([0.0, 1.0, 2.0], [1.0, 2.0, 1.5]);
    let z = Array2::from_shape_fn((3, 3), |(r, c)| (r + c) as f64);
    fig.add_axes_polar([0.1, 0.1, 0.8, 0.8])?;
    let ax = fig.add_subplot_polar(1, 1, 1)?;
    let line = fig[ax].plot(&theta, &r)?;
    fig[line].set_data(&theta, &r)?;
    fig[ax].scatter(&theta, &r)?;
    fig[ax].bar_with(&theta, &r, &BarOptions::new().with_width(0.3))?;
    fig[ax].fill(&theta, &r)?;
    fig[ax].fill_between(&theta, &r, &[2.0])?;
    fig[ax].pcolormesh(&theta, &r, &z)?;
    fig[ax].contourf(&theta, &r, &z)?;
    fig[ax].text(PI / 2.0, 1.0, "up");
    fig[ax].annotate("here", (1.0, 1.0), (2.0, 2.0));
    fig[ax].axhline(1.0);
    fig[ax].axvspan(0.0, 0.5);
    fig[ax].set_theta_zero_location("N")?;
    fig[ax].set_theta_offset(PI / 2.0)?;
    fig[ax].set_theta_direction(-1)?;
    fig[ax].set_theta_direction("clockwise")?;
    fig[ax].set_rlim(0.0, 2.0)?;
    fig[ax].set_rmax(2.0)?;
    fig[ax].set_rmin(0.0)?;
    fig[ax].set_rorigin(-1.0)?;
    fig[ax].set_rscale(Scale::log())?;
    fig[ax].set_rscale(Scale::Linear)?;
    fig[ax].set_rgrids(&[1, 2])?;
    fig[ax].set_yticklabels(["near", "far"])?;
    fig[ax].set_rlabel_position(45.0)?;
    fig[ax].set_thetagrids(&[0, 90])?;
    fig[ax].set_xticklabels(["E", "N"])?;
    fig[ax].set_thetamin(0.0)?;
    fig[ax].set_thetamax(90.0)?;
    fig[ax].set_thetalim(0.0, PI)?;
    fig[ax].tick_params(&TickParams::new().with_labelrotation("auto")?);
    let _across = TickParams::new().with_labelrotation(("auto", 90.0))?;
    fig[ax].spine_mut(Side::Top).set_visible(false);
    draw(&fig)
}

/// They write files: it is enough that they compile.
#[allow(dead_code)]
fn animations(mut fig: Figure, a: Handle<Line2D>, b: Handle<Line2D>) -> Result<()> {
    let update = |fig: &mut Figure, i: i32| {
        fig.suptitle(format!("{i}"));
    };
    let show = |fig: &mut Figure, value: f64| {
        fig.suptitle(format!("{value}"));
    };
    let init = |fig: &mut Figure| {
        fig.suptitle("begin");
    };
    let f = |done: u64, all: Option<u64>| log::info!("{done} of {all:?}");
    let values = vec![0.1, 0.2];
    let other = FuncAnimation::new(show, values.clone());
    let ani = FuncAnimation::new(update, 0..200);
    ani.save(&mut fig, "film.gif", &GifWriter::new(30))?;
    let ani = FuncAnimation::new(show, values);
    ani.save_with(&mut fig, "film.mp4", &SaveOptions::new().with_fps(30))?;
    let ani = FuncAnimation::new(update, 0..).with_frame_count(100);
    let ani = ani.with_interval(Duration::from_millis(40));
    let ani = ani.with_init(init);
    let ani = ani.with_extra_anim(other);
    let ani = ani.with_progress(f);
    ani.to_jshtml(&mut fig)?;
    let options = [
        SaveOptions::new()
            .with_writer("ffmpeg")
            .with_dpi(150.0)
            .with_codec("libx265")
            .with_bitrate(1800)
            .with_title("Wave"),
        SaveOptions::new()
            .with_extra_args(["-crf", "20"])
            .with_facecolor("w")?,
        SaveOptions::new()
            .with_default_mode(PlayMode::Reflect)
            .with_embed_frames(false),
    ];
    let ani = ArtistAnimation::new([[a], [b]]);
    let ani = ani.with_workers(0);
    ani.to_html5_video(&mut fig)?;
    FuncAnimation::new_pure(update, 0..200).save_parallel(&fig, "film.gif", &GifWriter::new(30))?;
    drop(options);
    #[cfg(feature = "show")]
    {
        let ani = FuncAnimation::new(update, 0..200);
        ani.show(&mut fig)?;
    }
    Ok(())
}

/// They write files: it is enough that they compile.
#[allow(dead_code)]
fn writers(fig: Figure) -> Result<()> {
    let writer = FFMpegWriter::new(15)
        .with_metadata(Metadata::new().with("artist", "Me"))
        .with_bitrate(1800);
    let mut movie = writer.saving(&fig, "film.mp4", 100.0)?;
    movie.grab_frame(&fig)?;
    movie.finish()?;
    let _others = (
        GifWriter::new(30),
        HTMLWriter::new(30),
        FFMpegFileWriter::new(30),
    );
    assert!(MovieWriterRegistry::default().list().contains(&"ffmpeg"));
    assert!(MovieWriterRegistry::default().is_available("ffmpeg"));
    fig.savefig("last.png")?;
    fig.savefig_with(
        "last.png",
        &SavefigOptions::new()
            .with_bbox_inches("tight")?
            .with_pad_inches(0.0),
    )?;
    fig.savefig_with(
        "last.png",
        &SavefigOptions::new().with_dpi(300.0).with_transparent(true),
    )?;
    Ok(())
}
