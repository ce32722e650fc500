//! Lines, markers and spans.

use ndarray::Array2;
use plotreel::Figure;
use plotreel::artists::{CapStyle, DrawStyle, FillStyle, JoinStyle, LineStyle, MarkEvery, Marker};
use plotreel::error::Result;

use super::{raised, steps, wave, wave_of};

pub(super) fn line_default(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    let x = steps(101, 0.0, 10.0);
    fig[ax].plot(&x, &wave(&x))?;
    fig[ax].set_title("A wave");
    fig[ax].set_xlabel("time (s)");
    fig[ax].set_ylabel("height (m)");
    Ok(())
}

pub(super) fn line_formats(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    let x = steps(9, 0.0, 8.0);
    let formats = [
        "k--", "r:", "g-.", "C3-o", "b^", "s--", "m+", "-.d", ",y", "c", "*k:", "x-C8",
    ];
    for (i, fmt) in formats.into_iter().enumerate() {
        fig[ax].plot_fmt(&x, &raised(&wave_of(&x, 0.8, 0.0), i as f64), fmt)?;
    }
    Ok(())
}

pub(super) fn line_columns(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    let y = |(i, k): (usize, usize)| k as f64 + 0.2 * i as f64 * (k % 3) as f64;
    fig[ax].plot_columns(&steps(6, 0.0, 5.0), &Array2::from_shape_fn((6, 12), y), "-")?;
    Ok(())
}

fn all_markers() -> Vec<Marker> {
    let named = ".,ov^<>12348spP*hH+xXDd|_".chars();
    let named = named.map(|c| c.to_string().parse().unwrap());
    named
        .chain((0..12).map(|n| Marker::try_from(n).unwrap()))
        .collect()
}

pub(super) fn markers_all(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    for (i, marker) in all_markers().into_iter().enumerate() {
        let (column, row) = ((i % 8) as f64, (i / 8) as f64);
        let line = fig[ax].plot(&[column + 0.13, column + 0.5], &[row, row + 0.37])?;
        fig[line].set_marker(marker)?;
        fig[line].set_linestyle("")?;
        fig[line].set_markersize(14.0)?;
        fig[line].set_color(format!("C{i}"))?;
    }
    Ok(())
}

pub(super) fn markers_default(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    for (i, marker) in all_markers().into_iter().enumerate() {
        let (column, row) = ((i % 8) as f64, (i / 8) as f64);
        let line = fig[ax].plot(&steps(5, column, column + 0.7), &steps(5, row, row + 0.6))?;
        fig[line].set_marker(marker)?;
        fig[line].set_linewidth(0.5)?;
    }
    Ok(())
}

pub(super) fn markers_fill(fig: &mut Figure) -> Result<()> {
    use FillStyle::{Bottom, Full, Left, None, Right, Top};
    let ax = fig.add_subplot(1, 1, 1)?;
    for (row, style) in [Full, Left, Right, Bottom, Top, None]
        .into_iter()
        .enumerate()
    {
        for (column, marker) in "ov^<>8spPhHDdX*".chars().enumerate() {
            let line = fig[ax].plot_fmt(&[column], &[row], &marker.to_string())?;
            fig[line].set_fillstyle(style)?;
            fig[line].set_markersize(13.0)?;
            fig[line].set_markerfacecolor("gold")?;
            fig[line].set_markerfacecoloralt("lightblue")?;
            fig[line].set_markeredgecolor("k")?;
            fig[line].set_markeredgewidth(0.7)?;
        }
    }
    Ok(())
}

pub(super) fn markers_tuples(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    let forms = [
        (3, 0.0),
        (4, 15.0),
        (5, 0.0),
        (5, 30.0),
        (6, 10.0),
        (9, 45.0),
    ];
    for style in 0..3 {
        for (column, (sides, angle)) in forms.into_iter().enumerate() {
            let line = fig[ax].plot(&[column], &[style])?;
            fig[line].set_marker((sides, style, angle))?;
            fig[line].set_markersize(20.0)?;
            fig[line].set_color(format!("C{column}"))?;
            fig[line].set_markeredgecolor("k")?;
        }
    }
    Ok(())
}

pub(super) fn dashes(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    let own = |offset: f64, pattern: &[f64]| LineStyle::try_from((offset, pattern)).unwrap();
    let styles = [
        LineStyle::Dashed,
        LineStyle::DashDot,
        LineStyle::Dotted,
        own(0.0, &[10.0, 5.0]),
        own(5.0, &[10.0, 3.0]),
        own(0.0, &[3.0, 5.0, 1.0, 5.0, 1.0, 5.0]),
        own(0.0, &[5.0]),
        own(2.0, &[1.0, 1.0]),
    ];
    for (i, style) in styles.into_iter().enumerate() {
        for (j, width) in [0.5, 1.0, 2.0, 4.0].into_iter().enumerate() {
            let (x, y) = (j as f64, i as f64);
            let line = fig[ax].plot(&[x, x + 0.9], &[y, y + 0.4])?;
            fig[line].set_linestyle(style.clone())?;
            fig[line].set_linewidth(width)?;
            fig[line].set_color(format!("C{i}"))?;
        }
    }
    Ok(())
}

const CAPS: [CapStyle; 3] = [CapStyle::Butt, CapStyle::Round, CapStyle::Projecting];
const JOINS: [JoinStyle; 3] = [JoinStyle::Miter, JoinStyle::Round, JoinStyle::Bevel];

pub(super) fn dash_caps(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    let x = steps(60, 0.0, 6.0);
    for (i, cap) in CAPS.into_iter().enumerate() {
        for (j, join) in JOINS.into_iter().enumerate() {
            let y = raised(&wave_of(&x, 3.0, 0.0), (3 * i + j) as f64);
            let line = fig[ax].plot_fmt(&x, &y, "--")?;
            fig[line].set_linewidth(5.0)?;
            fig[line].set_dash_capstyle(cap)?;
            fig[line].set_dash_joinstyle(join)?;
        }
    }
    Ok(())
}

pub(super) fn draw_styles(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    let x = steps(8, 0.0, 7.0);
    let styles = ["default", "steps", "steps-pre", "steps-mid", "steps-post"];
    for (i, style) in styles.into_iter().enumerate() {
        let y = raised(&wave_of(&x, 1.3, 0.0), 2.0 * i as f64);
        let line = fig[ax].plot_fmt(&x, &y, "o-")?;
        fig[line].set_drawstyle(style)?;
        fig[line].set_markersize(3.0)?;
    }
    Ok(())
}

pub(super) fn mark_every(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    let x = steps(60, 0.0, 10.0);
    let every: [MarkEvery; 6] = [
        7.into(),
        (3, 10).into(),
        [1, 5, 30, 55].into(),
        0.1.into(),
        (0.05, 0.15).into(),
        (0..60).map(|i| i % 9 == 0).collect::<Vec<_>>().into(),
    ];
    for (i, which) in every.into_iter().enumerate() {
        let line = fig[ax].plot_fmt(&x, &raised(&wave(&x), 2.5 * i as f64), "-o")?;
        fig[line].set_markevery(which);
        fig[line].set_markersize(5.0)?;
    }
    Ok(())
}

pub(super) fn joins_caps(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    for (i, cap) in CAPS.into_iter().enumerate() {
        for (j, join) in JOINS.into_iter().enumerate() {
            let (x, y) = (4.0 * i as f64, 3.0 * j as f64);
            let line = fig[ax].plot(&[x, x + 1.5, x + 2.0, x + 3.0], &[y, y + 2.0, y, y + 0.3])?;
            fig[line].set_linewidth(9.0)?;
            fig[line].set_solid_capstyle(cap)?;
            fig[line].set_solid_joinstyle(join)?;
        }
    }
    fig[ax].set_xlim(-1.0, 12.0)
}

pub(super) fn nan_gaps(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    let x = steps(40, 0.0, 10.0);
    let mut y = wave(&x);
    for i in [0, 7, 8, 15, 17, 30, 39] {
        y[i] = f64::NAN;
    }
    y[22] = f64::INFINITY;
    fig[ax].plot(&x, &y)?;
    let dashed = fig[ax].plot_fmt(&x, &raised(&y, 2.5), "o--")?;
    fig[dashed].set_markersize(4.0)?;
    let stepped = fig[ax].plot(&x, &raised(&y, 5.0))?;
    fig[stepped].set_drawstyle(DrawStyle::StepsPost)?;
    fig[stepped].set_linewidth(3.0)?;
    fig[ax].relim();
    fig[ax].autoscale_view();
    Ok(())
}

pub(super) fn clipped(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    let x = steps(200, -20.0, 20.0);
    let high: Vec<f64> = wave(&x).iter().map(|v| 3.0 * v).collect();
    let line = fig[ax].plot(&x, &high)?;
    fig[line].set_linewidth(4.0)?;
    let dots = fig[ax].plot_fmt(&x, &wave_of(&x, 0.7, 0.0), "o")?;
    fig[dots].set_markersize(9.0)?;
    let far = fig[ax].plot_fmt(&[-1e6, 1e6], &[-1.1e6, 1e6], "--")?;
    fig[far].set_linewidth(3.0)?;
    let over = fig[ax].plot_fmt(&[0.0, 1.3], &[0.2, 2.9], "r-s")?;
    fig[over].set_linewidth(6.0)?;
    fig[over].set_clip_on(false);
    fig[ax].set_xlim(-1.0, 1.0)?;
    fig[ax].set_ylim(-1.5, 2.0)
}

pub(super) fn alphas(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    let wide = fig[ax].plot(&[0, 1, 0, 1], &[0, 1, 1, 0])?;
    fig[wide].set_linewidth(12.0)?;
    fig[wide].set_alpha(0.4)?;
    let dots = fig[ax].plot_fmt(&[0.0, 1.0], &[0.3, 0.4], "o-")?;
    fig[dots].set_markersize(15.0)?;
    fig[dots].set_alpha(0.5)?;
    fig[dots].set_color("tab:red")?;
    fig[dots].set_markeredgecolor("k")?;
    let squares = fig[ax].plot_fmt(&[0.0, 1.0], &[0.7, 0.6], "s--")?;
    fig[squares].set_markersize(12.0)?;
    fig[squares].set_color(("green", 0.3))?;
    fig[squares].set_markerfacecolor((0.0, 0.0, 1.0, 0.6))?;
    fig[squares].set_linewidth(4.0)?;
    let band = fig[ax].axvspan(0.2, 0.35);
    fig[band].set_alpha(0.3)?;
    Ok(())
}

pub(super) fn setters(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    let x = steps(11, 0.0, 10.0);
    let handle = fig[ax].plot(&x, &wave(&x))?;
    let line = &mut fig[handle];
    line.set_data(&x, &wave_of(&x, 0.5, 0.0))?;
    line.set_color("purple")?;
    line.set_linewidth(2.5)?;
    line.set_linestyle("-.")?;
    line.set_marker("D")?;
    line.set_markersize(7.0)?;
    line.set_markerfacecolor("yellow")?;
    line.set_markeredgecolor("navy")?;
    line.set_markeredgewidth(1.5)?;
    line.set_fillstyle(FillStyle::Left)?;
    line.set_markerfacecoloralt("white")?;
    line.set_drawstyle(DrawStyle::StepsMid)?;
    line.set_markevery(2);
    line.set_alpha(0.8)?;
    let hidden = fig[ax].plot(&x, &[2.0; 11])?;
    fig[hidden].set_visible(false);
    Ok(())
}

pub(super) fn zorders(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    let lines = [
        ([0.0, 1.0], Some(3.0)),
        ([1.0, 0.0], Some(1.2)),
        ([0.5, 0.5], None),
    ];
    for (y, zorder) in lines {
        let line = fig[ax].plot(&[0, 1], &y)?;
        fig[line].set_linewidth(14.0)?;
        if let Some(zorder) = zorder {
            fig[line].set_zorder(zorder);
        }
    }
    let band = fig[ax].axvspan(0.4, 0.6);
    fig[band].set_color("gray")?;
    fig[band].set_zorder(2.7);
    let text = fig[ax].text(0.1, 0.45, "below");
    fig[text].set_fontsize(24.0)?;
    fig[text].set_zorder(1.9);
    let across = fig[ax].axhline(0.8);
    fig[across].set_linewidth(8.0)?;
    fig[across].set_color("k")?;
    fig[across].set_zorder(-1.0);
    fig[ax].grid(true);
    Ok(())
}

pub(super) fn colors(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    let named = [
        "r",
        "red",
        "tab:olive",
        "C7",
        "#ff8800",
        "#f80",
        "#12345680",
        "#1234",
        "0.4",
        "xkcd:sea green",
    ];
    for i in 0..15 {
        let line = fig[ax].plot(&[0.0, 1.0], &[i as f64, i as f64 + 0.5])?;
        let line = &mut fig[line];
        line.set_linewidth(7.0)?;
        match i {
            10 => line.set_color((0.1, 0.7, 0.3))?,
            11 => line.set_color((0.9, 0.2, 0.5, 0.5))?,
            12 => line.set_color(("blue", 0.25))?,
            13 => line.set_color("RebeccaPurple")?,
            14 => line.set_color("aquamarine")?,
            i => line.set_color(named[i])?,
        }
    }
    fig.set_facecolor("lavender")?;
    fig[ax].set_facecolor("#fffff0")
}

pub(super) fn dense(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    let x = steps(5000, 0.0, 10.0);
    let (slow, fast) = (wave_of(&x, 3.0, 0.0), wave_of(&x, 211.0, 0.0));
    let sum: Vec<f64> = slow.iter().zip(&fast).map(|(a, b)| a + 0.5 * b).collect();
    let thin = fig[ax].plot(&x, &sum)?;
    fig[thin].set_linewidth(0.8)?;
    fig[ax].plot(&x, &raised(&wave_of(&x, 2.0, 0.0), 2.5))?;
    let comb: Vec<f64> = (0..3000)
        .map(|i| 4.5 + 0.3 * if i % 2 == 0 { 1.0 } else { -1.0 })
        .collect();
    fig[ax].plot(&steps(3000, 0.0, 10.0), &comb)?;
    Ok(())
}

pub(super) fn slices(fig: &mut Figure) -> Result<()> {
    let axs = fig.subplots(2, 2)?;
    let x = steps(5000, 0.0, 10.0);
    let (slow, fast) = (wave_of(&x, 3.0, 0.0), wave_of(&x, 211.0, 0.0));
    let y: Vec<f64> = slow.iter().zip(&fast).map(|(a, b)| a + 0.5 * b).collect();
    let gaps: Vec<f64> = (x.iter().enumerate())
        .map(|(i, x)| {
            if i >= 1000 && (i - 1000) % 7 == 0 {
                f64::NAN
            } else {
                *x
            }
        })
        .collect();
    let falling: Vec<f64> = x.iter().map(|x| -x).collect();
    for (i, (ax, x)) in axs.iter().zip([&x, &x, &gaps, &falling]).enumerate() {
        let line = fig[*ax].plot(x, &y)?;
        fig[line].set_linewidth(0.8)?;
        match i {
            1 => fig[line].set_drawstyle("steps-mid")?,
            2 => fig[line].set_marker(",")?,
            _ => (),
        }
        match i {
            3 => fig[*ax].set_xlim(-3.3, -2.9)?,
            _ => fig[*ax].set_xlim(2.9, 3.3)?,
        }
    }
    Ok(())
}

pub(super) fn spans(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    fig[ax].plot(&[0, 4], &[0, 4])?;
    let line = fig[ax].axhline(1.5);
    fig[line].set_color("r")?;
    fig[line].set_linestyle("--")?;
    let line = fig[ax].axvline(2.5);
    fig[line].set_color("g")?;
    fig[line].set_linewidth(3.0)?;
    let line = fig[ax].axhline(6.0);
    fig[line].set_color("k")?;
    fig[line].set_linestyle(":")?;
    let band = fig[ax].axhspan(3.0, 3.6);
    fig[band].set_alpha(0.4)?;
    let band = fig[ax].axvspan(0.5, 1.0);
    fig[band].set_y(0.25);
    fig[band].set_height(0.5);
    fig[band].set_facecolor("orange")?;
    fig[band].set_edgecolor("k")?;
    fig[band].set_linewidth(2.0)?;
    let line = fig[ax].axline((0.0, 5.0), (1.0, 4.5));
    fig[line].set_color("purple")?;
    let line = fig[ax].axline_slope((2.0, 2.0), 3.0);
    fig[line].set_color("brown")?;
    fig[line].set_linestyle("-.")?;
    let band = fig[ax].axvspan(3.2, 3.4);
    fig[band].set_color("C4")
}
