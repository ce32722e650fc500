//! The scenes of tests/baseline/mplot3d.py.

use ndarray::{Array1, Array2, Axis};
use plotreel::axes::{ProjType, TitleLoc};
use plotreel::axis::TickParams;
use plotreel::collections::WireframeOptions;
use plotreel::error::Result;
use plotreel::scale::Scale;
use plotreel::text::{HorizontalAlignment, VerticalAlignment};
use plotreel::{Axes3D, Colormap, Figure, Handle};

pub(super) type Points = (Vec<f64>, Vec<f64>, Vec<f64>);

pub(super) fn helix(n: u32) -> Points {
    let t = || (0..n).map(|i| 0.15 * f64::from(i));
    (
        t().map(f64::cos).collect(),
        t().map(f64::sin).collect(),
        t().map(|t| 0.3 * t).collect(),
    )
}

/// A row, a column, and the heights over them.
pub(super) fn surface(phase: f64) -> (Array2<f64>, Array2<f64>, Array2<f64>) {
    let steps = || (0..31).map(|i| -3.0 + 0.2 * f64::from(i));
    let x = Array1::from_iter(steps()).insert_axis(Axis(0));
    let y = Array1::from_iter(steps()).insert_axis(Axis(1));
    let z = Array2::from_shape_fn((31, 31), |(r, c)| {
        (x[[0, c]] + phase).sin() * (0.7 * y[[r, 0]]).cos()
    });
    (x, y, z)
}

pub(super) fn cloud(n: u32) -> Points {
    let i = || (0..n).map(f64::from);
    (
        i().map(|i| (1.7 * i).sin()).collect(),
        i().map(|i| (2.9 * i).cos() * 2.0).collect(),
        i().map(|i| (0.37 * i).sin() * (1.1 * i).cos()).collect(),
    )
}

/// A walk of small steps in the unit box.
fn walk(number: u32) -> Points {
    let number = f64::from(number);
    let turn = |a: f64, b: f64| {
        let mut at = 0.5;
        let step = |i: f64| 0.09 * (a * (number + 1.0) * 1.37 + b * i * (1.0 + 0.1 * number)).sin();
        (0..30)
            .map(|i| {
                at += step(f64::from(i));
                at
            })
            .collect()
    };
    (turn(1.0, 2.3), turn(2.0, 1.1), turn(3.0, 3.7))
}

pub(super) fn axes(fig: &mut Figure) -> Handle<Axes3D> {
    fig.add_subplot_3d(1, 1, 1).unwrap()
}

/// Axes with a helix in them.
pub(super) fn with_helix(fig: &mut Figure) -> Handle<Axes3D> {
    let ax = axes(fig);
    let (x, y, z) = helix(81);
    fig[ax].plot(&x, &y, &z).unwrap();
    ax
}

pub(super) fn strides(rstride: usize, cstride: usize) -> WireframeOptions {
    WireframeOptions::new()
        .with_rstride(rstride)
        .with_cstride(cstride)
}

pub(super) fn empty(fig: &mut Figure) -> Result<()> {
    axes(fig);
    Ok(())
}

pub(super) fn line(fig: &mut Figure) -> Result<()> {
    with_helix(fig);
    Ok(())
}

pub(super) fn line_looks(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (x, y, z) = helix(31);
    fig[ax].plot_fmt(&x, &y, &z, "r--o")?;
    let mirrored: Vec<f64> = y.iter().map(|y| -y).collect();
    let thick = fig[ax].plot(&x, &mirrored, &z)?;
    fig[thick].set_linewidth(3.0)?;
    fig[thick].set_alpha(0.5)?;
    fig[thick].set_marker("s")?;
    fig[thick].set_markersize(4.0)?;
    fig[thick].set_markevery(5);
    fig[ax].plot_fmt(&[-1, 1], &[-1, 1], &[0, 1], "k:")?;
    Ok(())
}

pub(super) fn random_walk(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    for number in 0..40 {
        // As a film has them: empty at first.
        let line = fig[ax].plot(&[0.0; 0], &[0.0; 0], &[0.0; 0])?;
        let (x, y, z) = walk(number);
        fig[line].set_data_3d(&x, &y, &z)?;
    }
    fig[ax].set_xlim(0.0, 1.0)?;
    fig[ax].set_ylim(0.0, 1.0)?;
    fig[ax].set_zlim(0.0, 1.0)?;
    fig[ax].set_xlabel("X");
    fig[ax].set_ylabel("Y");
    fig[ax].set_zlabel("Z");
    Ok(())
}

pub(super) fn wireframe(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (x, y, z) = surface(0.0);
    fig[ax].plot_wireframe_with(&x, &y, &z, &strides(3, 3))?;
    Ok(())
}

pub(super) fn wireframe_rolled(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (x, y, z) = surface(0.0);
    let counts = WireframeOptions::new().with_rcount(8).with_ccount(12);
    let wires = fig[ax].plot_wireframe_with(&x, &y, &z, &counts)?;
    fig[wires].set_color("C1")?;
    fig[wires].set_linewidth(0.8)?;
    fig[ax].view_init(20.0, 130.0, 35.0)?;
    fig[ax].set_title("Elevation: 20°, Azimuth: 130°, Roll: 35°");
    fig[ax].set_title_size(10.0)?;
    Ok(())
}

pub(super) fn wireframe_below(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (x, y, z) = surface(0.0);
    let wires = fig[ax].plot_wireframe_with(&x, &y, &z, &strides(5, 2))?;
    let (x, y, z) = surface(0.5);
    fig[wires].set_data(&x, &y, &z)?;
    fig[ax].relim();
    fig[ax].view_init(-25.0, -160.0, 0.0)?;
    fig[ax].set_xlabel("x");
    fig[ax].set_ylabel("y axis");
    fig[ax].set_zlabel("height above");
    Ok(())
}

pub(super) fn upside_down(fig: &mut Figure) -> Result<()> {
    let ax = with_helix(fig);
    fig[ax].view_init(130.0, 40.0, -10.0)
}

pub(super) fn from_above(fig: &mut Figure) -> Result<()> {
    let ax = with_helix(fig);
    fig[ax].set_xlabel("x");
    fig[ax].set_ylabel("y label");
    fig[ax].view_init(90.0, -90.0, 0.0)
}

pub(super) fn from_the_front(fig: &mut Figure) -> Result<()> {
    let ax = with_helix(fig);
    fig[ax].set_proj_type(ProjType::Ortho)?;
    fig[ax].view_init(0.0, -90.0, 0.0)
}

pub(super) fn scatter(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (x, y, z) = cloud(60);
    fig[ax].scatter(&x, &y, &z)?;
    let below: Vec<f64> = z.iter().map(|z| z - 2.0).collect();
    let points = fig[ax].scatter(&x, &y, &below)?;
    fig[points].set_marker("^")?;
    fig[points].set_sizes(&[40])?;
    fig[points].set_color("C3")?;
    fig[points].set_depthshade(false);
    Ok(())
}

pub(super) fn scatter_values(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (x, y, z) = cloud(60);
    let sizes: Vec<f64> = (0..60)
        .map(|i| 20.0 + 80.0 * f64::from(i).sin().abs())
        .collect();
    let points = fig[ax].scatter_c(&x, &y, &z, &z)?;
    fig[points].set_sizes(&sizes)?;
    fig[points].set_cmap(Colormap::named("plasma")?);
    fig[points].set_clim(Some(-1.0), Some(1.0));
    fig[points].set_edgecolor("k")?;
    fig[points].set_linewidth(0.5)?;
    Ok(())
}

pub(super) fn scatter_alpha(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (x, y, mut z) = cloud(20);
    z[3] = f64::NAN;
    let points = fig[ax].scatter(&x, &y, &z)?;
    fig[points].set_sizes(&[150])?;
    fig[points].set_alpha(0.7)?;
    fig[points].set_facecolors(["C0", "C1", "C2", "C3"])?;
    Ok(())
}

pub(super) fn depths(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (x, y, z) = surface(0.0);
    let points = fig[ax].scatter(&[-3, 0, 3], &[-3, 0, 3], &[0, 0, 0])?;
    fig[points].set_sizes(&[300])?;
    let wires = fig[ax].plot_wireframe_with(&x, &y, &z, &strides(5, 5))?;
    fig[wires].set_color("gray")?;
    let points = fig[ax].scatter(&[3, 3], &[-3, -3], &[-1, 1])?;
    fig[points].set_sizes(&[300])?;
    let line = fig[ax].plot(&[-3, 3], &[-3, 3], &[0, 0])?;
    fig[line].set_linewidth(6.0)?;
    fig[ax].text(0.0, 0.0, 0.0, "in the middle");
    Ok(())
}

pub(super) fn texts(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    fig[ax].text(1.0, 1.0, 1.0, "flat");
    let directions = [
        [1.0, 0.0, 0.0],
        [0.0, 1.0, 0.0],
        [0.0, 0.0, 1.0],
        [1.0, 1.0, 0.0],
        [1.0, 1.0, 1.0],
    ];
    for (i, direction) in directions.into_iter().enumerate() {
        let at = i as f64;
        let text = fig[ax].text(2.0 * at, 8.0 - 2.0 * at, at, format!("along {i}"));
        fig[text].set_zdir(Some(direction));
    }
    fig[ax].text_2d(0.05, 0.95, "in the plane");
    let red = fig[ax].text(9.0, 0.0, 0.0, "red");
    fig[red].set_color("red")?;
    fig[red].set_ha(HorizontalAlignment::Right)?;
    fig[red].set_va(VerticalAlignment::Top)?;
    fig[red].set_fontsize(14.0)?;
    fig[ax].set_xlim(0.0, 10.0)?;
    fig[ax].set_ylim(0.0, 10.0)?;
    fig[ax].set_zlim(0.0, 10.0)?;
    fig[ax].set_xlabel("X axis");
    fig[ax].set_ylabel("Y axis");
    fig[ax].set_zlabel("Z axis");
    Ok(())
}

pub(super) fn ortho(fig: &mut Figure) -> Result<()> {
    let ax = with_helix(fig);
    fig[ax].set_proj_type(ProjType::Ortho)?;
    fig[ax].set_box_zoom(0.9)?;
    fig[ax].set_box_aspect([1.0, 2.0, 1.5])
}

pub(super) fn focal_length(fig: &mut Figure) -> Result<()> {
    let ax = with_helix(fig);
    fig[ax].set_focal_length(0.3)
}

pub(super) fn offsets(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    fig[ax].plot(&[0.0, 4e6], &[1e-5, 3e-5], &[100_000, 100_001])?;
    fig[ax].set_title("a title");
    Ok(())
}

pub(super) fn offsets_turned(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    fig[ax].plot(&[0.0, 4e6], &[1e-5, 3e-5], &[100_000, 100_001])?;
    fig[ax].view_init(-30.0, 120.0, 0.0)
}

pub(super) fn inverted(fig: &mut Figure) -> Result<()> {
    let ax = with_helix(fig);
    fig[ax].set_zlim(4.0, 0.0)?;
    fig[ax].set_xlim(1.5, -1.0)?;
    fig[ax].set_xlabel("falls");
    Ok(())
}

pub(super) fn as_flat_axes(fig: &mut Figure) -> Result<()> {
    let ax = with_helix(fig);
    fig[ax].set_title_at(TitleLoc::Left, "left");
    fig[ax].set_title_at(TitleLoc::Right, "right");
    fig[ax].minorticks_on();
    fig[ax].invert_xaxis();
    fig[ax].invert_zaxis();
    fig[ax].set_anchor(0.0, 0.5);
    Ok(())
}

pub(super) fn scaled(fig: &mut Figure) -> Result<()> {
    let (x, y, z) = helix(81);
    let z: Vec<f64> = z.iter().map(|v| 10f64.powf(*v)).collect();
    let ax = fig.add_subplot_3d(1, 1, 1)?;
    fig[ax].plot(&x, &y, &z)?;
    fig[ax].set_zscale(Scale::log())?;
    Ok(())
}

pub(super) fn beside(fig: &mut Figure) -> Result<()> {
    let (x, y, z) = helix(81);
    let ax = fig.add_subplot_3d(1, 2, 1)?;
    let line = fig[ax].plot(&x, &y, &z)?;
    fig[line].set_label("helix");
    let points = fig[ax].scatter(&[0, 0], &[0, 0], &[1, 3])?;
    fig[points].set_label("points");
    fig[ax].legend();
    fig[ax].set_title("solid");
    let ax = fig.add_subplot(1, 2, 2)?;
    fig[ax].plot(&x, &y)?;
    fig[ax].set_title("flat");
    Ok(())
}

pub(super) fn bare(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_axes_3d([0.0, 0.0, 1.0, 1.0])?;
    let (x, y, z) = helix(81);
    let line = fig[ax].plot(&x, &y, &z)?;
    fig[line].set_color("navy")?;
    fig[ax].set_facecolor("lightyellow")?;
    fig[ax].set_axis_off();
    Ok(())
}

pub(super) fn own_ticks(fig: &mut Figure) -> Result<()> {
    let ax = with_helix(fig);
    fig[ax].set_xticks(&[-2, 0, 1]);
    fig[ax].set_yticks(&[-1, 0, 1]);
    fig[ax].set_yticklabels(["low", "middle", "high"])?;
    fig[ax].set_zlim(0.0, 1.0)?;
    fig[ax].set_zticks(&[0.0, 0.5, 1.5]);
    Ok(())
}

pub(super) fn panes(fig: &mut Figure) -> Result<()> {
    let ax = with_helix(fig);
    fig[ax].grid(false);
    let colors = [
        (1.0, 0.8, 0.8, 1.0),
        (0.8, 1.0, 0.8, 0.5),
        (0.8, 0.8, 1.0, 0.3),
    ];
    fig[ax].set_pane_colors(colors)?;
    let small = TickParams::new()
        .with_labelsize(7.0)?
        .with_labelcolor("gray")?;
    fig[ax].tick_params(&small);
    Ok(())
}

pub(super) fn tight(fig: &mut Figure) -> Result<()> {
    let ax = with_helix(fig);
    fig[ax].set_zlabel("a long label of z");
    fig.tight_layout()
}

pub(super) fn colorbar(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig);
    let (x, y, z) = cloud(60);
    let points = fig[ax].scatter_c(&x, &y, &z, &x)?;
    fig[points].set_sizes(&[40])?;
    fig.colorbar(points, ax)?;
    Ok(())
}
