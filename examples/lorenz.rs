//! The Lorenz attractor: its path grows, coloured by time, while the view rotates.

mod support;

use std::time::Duration;

use plotreel::collections::Line3DCollection;
use plotreel::error::Result;
use plotreel::{Color, Colormap, Figure, FuncAnimation, Style};

const STEP: f64 = 0.01;
const STEPS_A_FRAME: usize = 15;
const FRAMES: usize = 300;

fn flow([x, y, z]: [f64; 3]) -> [f64; 3] {
    [10.0 * (y - x), x * (28.0 - z) - y, x * y - 8.0 / 3.0 * z]
}

/// One Runge-Kutta step.
fn step(at: [f64; 3]) -> [f64; 3] {
    let ahead = |slope: [f64; 3], h: f64| std::array::from_fn(|k| at[k] + h * slope[k]);
    let k1 = flow(at);
    let k2 = flow(ahead(k1, STEP / 2.0));
    let k3 = flow(ahead(k2, STEP / 2.0));
    let k4 = flow(ahead(k3, STEP));
    std::array::from_fn(|k| at[k] + STEP / 6.0 * (k1[k] + 2.0 * k2[k] + 2.0 * k3[k] + k4[k]))
}

pub(crate) fn main() -> Result<()> {
    let path = std::iter::successors(Some([-8.0, 7.0, 27.0]), |at| Some(step(*at)));
    let path: Vec<_> = path
        .map(Into::into)
        .take(FRAMES * STEPS_A_FRAME + 1)
        .collect();
    let times: Vec<f64> = (0..path.len()).map(|i| i as f64 * STEP).collect();

    let mut fig = Figure::new((6.4, 6.0), 100.0)
        .with_style(Style::dark_background().with_grid_color(Color::rgb(80, 80, 80)))?;
    let ax = fig.add_axes_3d([0.0, 0.0, 1.0, 0.96])?;
    fig[ax].set_title("Lorenz attractor");
    fig[ax].set_pane_colors(["0.1"; 3])?;
    fig[ax].set_box_zoom(0.92)?;
    fig[ax].set_xlim(-20.0, 20.0)?;
    fig[ax].set_ylim(-25.0, 25.0)?;
    fig[ax].set_zlim(0.0, 50.0)?;
    fig[ax].set_xlabel("$x$");
    fig[ax].set_ylabel("$y$");
    fig[ax].set_zlabel("$z$");
    let trace = fig[ax].add_artist(Line3DCollection::new([[(0.0, 0.0, 0.0); 2]; 0]));
    fig[trace].set_cmap(Colormap::named("plasma")?);
    fig[trace].set_clim(Some(0.0), Some(STEP * path.len() as f64));
    fig[trace].set_linewidth(1.0)?;
    let ball = fig[ax].plot_fmt(&[0.0], &[0.0], &[0.0], "wo")?;
    let clock = fig[ax].text_2d(0.05, 0.92, "");

    let animate = |fig: &mut Figure, frame: usize| {
        let now = (frame + 1) * STEPS_A_FRAME;
        fig[trace].set_segments(path[..=now].windows(2));
        fig[trace].set_array(&times[..now]);
        let (x, y, z) = path[now];
        fig[ball].set_data_3d(&[x], &[y], &[z])?;
        fig[clock].set_text(format!("$t = {:.1}$", times[now]));
        fig[ax].view_init(20.0, -60.0 + 0.5 * frame as f64, 0.0)
    };
    let animation = FuncAnimation::new(animate, 0..FRAMES).with_interval(Duration::from_millis(33));
    support::save("lorenz", fig, animation)
}
