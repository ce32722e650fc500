//! A weather radar: its beam turns, lights the rain that it meets, and what it lit fades.

mod support;

use std::f64::consts::TAU;
use std::time::Duration;

use ndarray::Array2;
use plotreel::axis::TickParams;
use plotreel::error::Result;
use plotreel::{Color, Colormap, Figure, FuncAnimation, Style};

const SECTORS: usize = 90;
const RANGES: usize = 32;

/// What comes back from x km east and y km north: three showers that drift to the east.
fn echo(x: f64, y: f64, minutes: f64) -> f64 {
    let showers = [
        (-60.0, 30.0, 14.0),
        (-10.0, -45.0, 20.0),
        (25.0, 50.0, 10.0),
    ];
    let shower = |(east, north, size): (f64, f64, f64)| {
        let (dx, dy) = (x - east - 0.5 * minutes, y - north - 0.1 * minutes);
        let rough = 1.0 + 0.35 * (0.31 * x).sin() * (0.27 * y).cos();
        rough * (-(dx * dx + dy * dy) / (size * size)).exp()
    };
    showers.map(shower).iter().sum::<f64>()
}

pub(crate) fn main() -> Result<()> {
    let angle = |sector: usize| TAU * sector as f64 / SECTORS as f64;
    let range = |i: usize| 100.0 * i as f64 / RANGES as f64;
    let theta: Vec<f64> = (0..=SECTORS).map(angle).collect();
    let r: Vec<f64> = (0..=RANGES).map(range).collect();
    let mut glow = Array2::zeros((RANGES, SECTORS));
    let phosphor: Vec<_> = (0..=255).map(|i| Color::rgb(i / 3, i, i / 2)).collect();

    let mut fig = Figure::new((4.8, 4.8), 100.0).with_style(Style::dark_background())?;
    let ax = fig.add_subplot_polar(1, 1, 1)?;
    fig[ax].set_theta_zero_location("N")?;
    fig[ax].set_theta_direction("clockwise")?;
    fig[ax].set_rgrids(&[25, 50, 75])?;
    fig[ax].set_yticklabels(["25 km", "50 km", "75 km"])?;
    fig[ax].set_rlabel_position(112.0)?;
    fig[ax].tick_params(
        &TickParams::new()
            .with_grid_color("darkgreen")?
            .with_labelcolor("lightgreen")?,
    );
    let mesh = fig[ax].pcolormesh(&theta, &r, &glow)?;
    fig[mesh].set_cmap(Colormap::from_colors("phosphor", &phosphor)?);
    fig[mesh].set_clim(Some(0.0), Some(0.9));
    let beam = fig[ax].plot_fmt(&[0, 0], &[0, 100], "-")?;
    fig[beam].set_color("palegreen")?;
    fig[ax].set_rmax(100.0)?;

    let update = |fig: &mut Figure, frame: usize| {
        let sector = frame % SECTORS;
        glow *= 0.984;
        let (sin, cos) = (angle(sector) + 0.5 * angle(1)).sin_cos();
        for (i, cell) in glow.column_mut(sector).iter_mut().enumerate() {
            let r = range(i) + 0.5 * range(1);
            *cell = 0.15 + echo(r * sin, r * cos, 0.2 * frame as f64);
        }
        fig[mesh].set_array(&glow)?;
        fig[beam].set_xdata(&[angle(sector + 1); 2])
    };
    let animation = FuncAnimation::new(update, 0..120).with_interval(Duration::from_millis(40));
    support::save("radar_sweep", fig, animation)
}
