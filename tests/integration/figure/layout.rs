//! Axes in the figure, titles, spines and grids.

use plotreel::Figure;
use plotreel::axes::{Adjustable, Aspect, AxisBelow, Side, SpinePosition, TitleLoc};
use plotreel::axis::{AxisSide, TickParams, Which};
use plotreel::error::Result;
use plotreel::gridspec::{GridSpec, SubplotParams};
use plotreel::image::Origin;
use plotreel::scale::Scale;
use plotreel::subplots::{Share, SubplotsOptions};
use plotreel::text::{HorizontalAlignment, TextStyle};
use plotreel::ticker::MultipleLocator;

use super::{field, steps, wave, wave_of};

pub(super) fn autoscaled(fig: &mut Figure) -> Result<()> {
    let axs = fig.subplots(2, 2)?;
    let line = fig[axs[[0, 0]]].plot(&[0, 1], &[0, 1])?;
    fig[line].set_data(&[0, 30], &[-7, 3])?;
    fig[axs[[0, 0]]].relim();
    fig[axs[[0, 0]]].autoscale_view();
    fig[axs[[0, 1]]].plot(&[0, 10], &[0, 10])?;
    fig[axs[[0, 1]]].margins(0.0, 0.4)?;
    fig[axs[[1, 0]]].plot(&[0, 10], &[0, 10])?;
    fig[axs[[1, 0]]].autoscale(false, false);
    fig[axs[[1, 0]]].plot(&[0, 99], &[0, 99])?;
    fig[axs[[1, 1]]].set_xlim(2.0, 3.0)?;
    fig[axs[[1, 1]]].plot(&[0, 10], &[0, 10])?;
    Ok(())
}

pub(super) fn aspects(fig: &mut Figure) -> Result<()> {
    let axs = fig.subplots(2, 3)?;
    for ax in &axs {
        fig[*ax].plot_fmt(&[0, 10], &[0, 3], "-o")?;
    }
    fig[axs[[0, 0]]].set_aspect(Aspect::Equal)?;
    fig[axs[[0, 1]]].set_aspect(Aspect::Equal)?;
    fig[axs[[0, 1]]].set_adjustable(Adjustable::Datalim)?;
    fig[axs[[0, 2]]].set_aspect(5.0)?;
    fig[axs[[1, 0]]].set_aspect(2.0)?;
    fig[axs[[1, 0]]].set_adjustable(Adjustable::Datalim)?;
    fig[axs[[1, 1]]].set_box_aspect(1.0)?;
    fig[axs[[1, 2]]].set_aspect(Aspect::Equal)?;
    fig[axs[[1, 2]]].set_anchor(0.0, 1.0);
    fig[axs[[1, 2]]].set_xlim(0.0, 4.0)
}

pub(super) fn shared(fig: &mut Figure) -> Result<()> {
    let options = SubplotsOptions::new()
        .with_sharex(Share::Col)
        .unwrap()
        .with_sharey(Share::Row)
        .unwrap()
        .with_width_ratios([1.0, 2.0, 1.0])
        .with_height_ratios([3.0, 2.0]);
    let axs = fig.subplots_with(2, 3, &options)?;
    for (i, ax) in (0..).zip(&axs) {
        fig[*ax].plot(&[i, 2 * i + 1], &[i * i, -i])?;
    }
    fig[axs[[1, 1]]].set_xlabel("shared");
    fig[axs[[0, 0]]].set_ylabel("rows");
    fig[axs[[1, 2]]].set_xlim(-5.0, 25.0)
}

pub(super) fn shared_inverted(fig: &mut Figure) -> Result<()> {
    let options = SubplotsOptions::new().with_sharey(Share::Col).unwrap();
    let axs = fig.subplots_with(2, 3, &options)?;
    for column in 0..3 {
        fig[axs[[0, column]]].plot(&[0, 1], &[0, 2])?;
        fig[axs[[0, column]]].invert_yaxis();
    }
    fig[axs[[1, 0]]].plot(&[0, 1], &[1, 5])?;
    fig[axs[[1, 1]]].margins(0.2, 0.2)?;
    fig[axs[[1, 2]]].axhline(7.0);
    Ok(())
}

pub(super) fn shared_all(fig: &mut Figure) -> Result<()> {
    let options = SubplotsOptions::new()
        .with_sharex(Share::All)
        .unwrap()
        .with_sharey(Share::All)
        .unwrap();
    let axs = fig.subplots_with(2, 2, &options)?;
    for (i, ax) in (0..).zip(&axs) {
        fig[*ax].plot(&[0, i + 1], &[0, (-2_i32).pow(i as u32)])?;
    }
    fig[axs[[0, 1]]].set_xticks(&[0, 2, 3]);
    fig[axs[[1, 0]]].minorticks_on();
    Ok(())
}

pub(super) fn gridspec(fig: &mut Figure) -> Result<()> {
    let grid = GridSpec::new(3, 3)?
        .with_width_ratios([2.0, 1.0, 1.0])?
        .with_height_ratios([1.0, 1.0, 2.0])?;
    fig.subplots_adjust(
        SubplotParams::new()
            .with_left(0.08)
            .with_right(0.97)
            .with_bottom(0.1)
            .with_top(0.9)
            .with_wspace(0.4)
            .with_hspace(0.6),
    )?;
    let specs = [
        grid.span(0, ..)?,
        grid.span(1, ..2)?,
        grid.span(1.., 2)?,
        grid.span(2, 0)?,
        grid.span(2, 1)?,
    ];
    for spec in specs {
        let ax = fig.add_subplot_at(spec);
        fig[ax].plot(&[0, 1], &[0, 1])?;
    }
    fig.suptitle("Spans of a grid");
    let corner = fig.text(0.01, 0.01, "at the corner");
    fig[corner].set_fontsize(7.0)?;
    fig[corner].set_color("gray")
}

pub(super) fn twin_x(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    let x = steps(50, 0.0, 10.0);
    fig[ax].plot_fmt(&x, &wave(&x), "b-")?;
    fig[ax].set_ylabel("left");
    fig[ax].yaxis.set_label_color("b")?;
    let twin = fig.twinx(ax)?;
    fig[twin].plot_fmt(&x, &x.iter().map(|v| v.exp()).collect::<Vec<_>>(), "r--")?;
    fig[twin].set_ylabel("right");
    fig[twin].yaxis.set_label_color("r")?;
    fig[twin]
        .yaxis
        .set_tick_params(&TickParams::new().with_labelcolor("r")?);
    fig[ax].set_title("twins");
    Ok(())
}

pub(super) fn twin_y(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    fig[ax].plot(&[0, 10], &[0, 1])?;
    fig[ax].set_xlabel("x1");
    let twin = fig.twiny(ax)?;
    fig[twin].plot(&[0.0, -4000.0], &[0.2, 2.0])?;
    fig[twin].set_xlabel("x2");
    fig[ax].set_title("over the twin");
    Ok(())
}

pub(super) fn spines(fig: &mut Figure) -> Result<()> {
    let axs = fig.subplots(2, 2)?;
    for ax in &axs {
        fig[*ax].plot(&[-2, 2], &[-3, 3])?;
    }
    let axes = &mut fig[axs[[0, 0]]];
    axes.spine_mut(Side::Top).set_visible(false);
    axes.spine_mut(Side::Right).set_visible(false);
    let axes = &mut fig[axs[[0, 1]]];
    axes.spine_mut(Side::Left)
        .set_position(SpinePosition::Data(0.0))?;
    axes.spine_mut(Side::Bottom)
        .set_position(SpinePosition::Axes(0.25))?;
    axes.spine_mut(Side::Right).set_visible(false);
    let axes = &mut fig[axs[[1, 0]]];
    axes.spine_mut(Side::Left)
        .set_position(SpinePosition::Outward(8.0))?;
    axes.spine_mut(Side::Bottom)
        .set_position(SpinePosition::Outward(8.0))?;
    axes.spine_mut(Side::Bottom).set_bounds(-1.0, 2.0);
    axes.set_xlabel("moved");
    let axes = &mut fig[axs[[1, 1]]];
    axes.spine_mut(Side::Top).set_color("red")?;
    axes.spine_mut(Side::Right).set_linewidth(4.0)?;
    axes.spine_mut(Side::Left).set_color("none")
}

pub(super) fn grids(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    let line = fig[ax].plot(&[0, 10], &[0, 100])?;
    fig[line].set_linewidth(5.0)?;
    fig[ax].minorticks_on();
    let major = TickParams::new()
        .with_grid_color("tab:red")?
        .with_grid_linestyle("--")?
        .with_grid_linewidth(1.2)?;
    fig[ax].tick_params(&major);
    fig[ax].grid(true);
    let minor = TickParams::new()
        .with_which("minor")
        .unwrap()
        .with_grid_color("b")?
        .with_grid_alpha(0.3)?
        .with_grid_linestyle(":")?;
    fig[ax].xaxis.set_tick_params(&minor);
    fig[ax].xaxis.grid(true, Which::Minor);
    fig[ax].set_axisbelow(AxisBelow::Above)?;
    Ok(())
}

pub(super) fn titles(fig: &mut Figure) -> Result<()> {
    let axs = fig.subplots(1, 2)?;
    let axes = &mut fig[axs[[0, 0]]];
    axes.set_title_at(TitleLoc::Left, "left");
    axes.set_title("center");
    axes.set_title_at(TitleLoc::Right, "right");
    let axes = &mut fig[axs[[0, 1]]];
    axes.set_title("Two\nlines");
    axes.set_title_size(9.0)?;
    axes.set_title_color("g")?;
    axes.set_title_pad(15.0)?;
    axes.set_xlabel("an x label");
    axes.xaxis.set_label_size(14.0)?;
    axes.xaxis.set_label_color("purple")?;
    axes.xaxis.set_label_pad(10.0)?;
    axes.set_ylabel("y label\ntwice");
    axes.xaxis.set_ticks_position(AxisSide::Second);
    fig.suptitle("The figure's title");
    let text = fig.text(0.5, 0.01, "fig.text");
    fig[text].set_style(
        TextStyle::new()
            .with_oblique(true)
            .with_ha(HorizontalAlignment::Center)
            .unwrap(),
    )?;
    Ok(())
}

pub(super) fn log_plots(fig: &mut Figure) -> Result<()> {
    let axs = fig.subplots(1, 3)?;
    let x = [1, 20, 300];
    fig[axs[[0, 0]]].semilogx(&x, &[1, 2, 3])?;
    fig[axs[[0, 1]]].semilogy(&[1, 2, 3], &x)?;
    fig[axs[[0, 2]]].loglog(&x, &[1e3, 1e2, 1.0])?;
    fig.tight_layout()
}

pub(super) fn sup_labels(fig: &mut Figure) -> Result<()> {
    let options = SubplotsOptions::new()
        .with_sharex(Share::All)
        .unwrap()
        .with_sharey(Share::All)
        .unwrap();
    for ax in &fig.subplots_with(2, 2, &options)? {
        fig[*ax].plot(&[0, 1], &[0, 1])?;
    }
    fig.supxlabel("time / s");
    let label = fig.supylabel("height / m");
    fig[label].set_color("g")?;
    fig[label].set_fontsize(9.0)?;
    fig[label].set_bold(true);
    fig.tight_layout()
}

pub(super) fn off(fig: &mut Figure) -> Result<()> {
    fig.set_facecolor("#dde8ff")?;
    let axs = fig.subplots(2, 2)?;
    for ax in &axs {
        fig[*ax].plot(&[0, 1], &[0, 1])?;
        fig[*ax].set_title("title");
    }
    fig[axs[[0, 0]]].set_axis_off();
    fig[axs[[0, 1]]].set_frame_on(false);
    fig[axs[[1, 0]]].set_facecolor("none")?;
    fig[axs[[1, 1]]].xaxis.set_visible(false);
    Ok(())
}

pub(super) fn dark(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    let x = steps(50, 0.0, 10.0);
    for i in 0..5 {
        fig[ax].plot(&x, &wave_of(&x, 1.0, f64::from(i)))?;
    }
    fig[ax].grid(true);
    fig[ax].set_title("dark");
    fig[ax].set_xlabel("x");
    fig[ax].text(2.0, 0.0, "text");
    Ok(())
}

pub(super) fn cleared(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    fig[ax].plot(&[0, 1000], &[0, 5])?;
    fig[ax].set_yscale(Scale::log())?;
    fig[ax].set_title("gone");
    fig[ax].grid(true);
    fig[ax].clear();
    fig[ax].plot(&[1, 2], &[3, 4])?;
    Ok(())
}

pub(super) fn empty(fig: &mut Figure) -> Result<()> {
    let axs = fig.subplots(1, 3)?;
    let nothing: [f64; 0] = [];
    fig[axs[[0, 1]]].plot(&nothing, &nothing)?;
    fig[axs[[0, 2]]].axhline(0.3);
    Ok(())
}

pub(super) fn shared_log(fig: &mut Figure) -> Result<()> {
    let options = SubplotsOptions::new().with_sharex(Share::All).unwrap();
    let axs = fig.subplots_with(2, 1, &options)?;
    let (upper, lower) = (axs[[0, 0]], axs[[1, 0]]);
    let x = steps(20, 0.5, 900.0);
    fig[upper].plot(&x, &x)?;
    fig[upper].set_xscale(Scale::log())?;
    fig[upper].set_yscale(Scale::log())?;
    fig[lower].plot_fmt(&[2, 90000], &[1, 2], "o-")?;
    let line = fig[lower].axvline(100.0);
    fig[line].set_color("r")?;
    fig[lower].xaxis.grid(true, Which::Both);
    let unlabelled = TickParams::new()
        .with_which("both")
        .unwrap()
        .with_labels(false, false);
    for ax in [upper, lower] {
        fig[ax].tick_params(&unlabelled);
    }
    Ok(())
}

pub(super) fn shared_offsets(fig: &mut Figure) -> Result<()> {
    let options = SubplotsOptions::new()
        .with_sharex(Share::All)?
        .with_sharey(Share::All)?;
    let axs = fig.subplots_with(2, 2, &options)?;
    for ax in &axs {
        fig[*ax].plot(&[0.0, 3e-7], &[0.0, 4e8])?;
    }
    fig[axs[[1, 0]]].xaxis.set_offset_visible(false);
    fig[axs[[1, 1]]].clear();
    fig[axs[[1, 1]]].plot(&[3e-7, 0.0], &[0.0, 4e8])?;
    Ok(())
}

pub(super) fn twin_offsets(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    fig[ax].plot(&[0.0, 3e-7], &[0.0, 4e8])?;
    let twin = fig.twinx(ax)?;
    fig[twin].plot_fmt(&[0.0, 2e-7], &[1000.0001, 1000.0004], "C1")?;
    fig[twin]
        .spine_mut(Side::Right)
        .set_position(SpinePosition::Outward(15.0))?;
    fig[ax].set_title_at(TitleLoc::Left, "left");
    fig[ax].set_title_at(TitleLoc::Right, "right");
    fig[ax].set_title("middle");
    Ok(())
}

pub(super) fn back_and_forth(fig: &mut Figure) -> Result<()> {
    let axs = fig.subplots(2, 2)?;
    for ax in &axs {
        fig[*ax].plot(&[1, 5], &[2, 3])?;
    }
    fig[axs[[0, 0]]].set_xlim(0.0, 2.0)?;
    fig[axs[[0, 0]]].autoscale(true, true);
    fig[axs[[0, 1]]].set_xlim(8.0, 0.0)?;
    fig[axs[[0, 1]]].autoscale(true, true);
    fig[axs[[0, 1]]].invert_yaxis();
    fig[axs[[1, 0]]].set_xlim(3.0, 3.0)?;
    fig[axs[[1, 0]]].set_ylim(1e-20, 2e-20)?;
    let line = fig[axs[[1, 1]]].plot(&[7, 8], &[9, 10])?;
    fig[axs[[1, 1]]].remove(line);
    fig[axs[[1, 1]]].relim();
    fig[axs[[1, 1]]].autoscale_view();
    Ok(())
}

pub(super) fn top_rotation(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    let axes = &mut fig[ax];
    axes.plot(&[0, 1000], &[0, 1])?;
    axes.xaxis.set_ticks_position(AxisSide::Second);
    let turned = TickParams::new()
        .with_labelrotation(60.0)?
        .with_direction("in")
        .unwrap()
        .with_pad(1.0)?;
    axes.xaxis.set_tick_params(&turned);
    let upright = TickParams::new()
        .with_labelrotation(90.0)?
        .with_labelsize(14.0)?;
    axes.yaxis.set_tick_params(&upright);
    axes.set_title("over turned labels");
    axes.xaxis.set_minor_locator(MultipleLocator::new(100.0));
    axes.spine_mut(Side::Top)
        .set_position(SpinePosition::Axes(0.9))?;
    Ok(())
}

pub(super) fn aspects_shared(fig: &mut Figure) -> Result<()> {
    let options = SubplotsOptions::new()
        .with_sharex(Share::All)
        .unwrap()
        .with_sharey(Share::All)
        .unwrap();
    let axs = fig.subplots_with(1, 3, &options)?;
    for (i, ax) in (0..).zip(&axs) {
        fig[*ax].plot(&[0, 4 + i], &[0, 1 + i])?;
        fig[*ax].set_aspect(Aspect::Equal)?;
    }
    let other = fig.add_axes([0.1, 0.05, 0.3, 0.2])?;
    let image = fig[other].imshow(&field(3, 4))?;
    fig[image].set_origin(Origin::Lower);
    fig[image].set_extent([0.0, 8.0, 0.0, 1.0]).unwrap();
    fig[other].set_aspect(Aspect::Auto)?;
    fig[other].plot(&[2.0, 9.0], &[0.5, 2.0])?;
    Ok(())
}

pub(super) fn typical(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    let x = steps(80, 0.0, 10.0);
    fig[ax].plot(&x, &wave(&x))?;
    fig[ax].plot_fmt(&x, &wave_of(&x, 1.0, 1.0), "--")?;
    let some: Vec<f64> = x.iter().copied().step_by(8).collect();
    fig[ax].plot_fmt(&some, &wave_of(&some, 1.0, 2.0), "o")?;
    fig[ax].set_title("Typical");
    fig[ax].set_xlabel("time");
    fig[ax].set_ylabel("value");
    fig[ax].grid(true);
    Ok(())
}

pub(super) use typical as dpi_50;
pub(super) use typical as dpi_100;
pub(super) use typical as dpi_200;
pub(super) use typical as dpi_fraction;
