//! A wind rose: the hours of wind from sixteen directions, in classes of its speed, measured day by day.

mod support;

use std::f64::consts::TAU;
use std::time::Duration;

use plotreel::axes::{AxisBelow, BarOptions};
use plotreel::error::Result;
use plotreel::{Colormap, Figure, FuncAnimation};

const DIRECTIONS: usize = 16;
/// Classes of speed in metres per second, and where each begins.
const CLASSES: [(&str, f64); 4] = [
    ("< 3 m/s", 0.0),
    ("3–6 m/s", 3.0),
    ("6–9 m/s", 6.0),
    ("> 9 m/s", 9.0),
];

pub(crate) fn main() -> Result<()> {
    let sector = TAU / DIRECTIONS as f64;
    let theta: Vec<f64> = (0..DIRECTIONS).map(|i| sector * i as f64).collect();
    let mut fig = Figure::new((5.6, 4.8), 100.0);
    let ax = fig.add_axes_polar([0.22, 0.08, 0.72, 0.78])?;
    fig[ax].set_theta_zero_location("N")?;
    fig[ax].set_theta_direction("clockwise")?;
    fig[ax].set_xticklabels(["N", "NE", "E", "SE", "S", "SW", "W", "NW"])?;
    fig[ax].set_rlabel_position(22.5)?;
    fig[ax].set_axisbelow(AxisBelow::Below)?;
    let colors = Colormap::named("viridis")?;
    let mut bars = Vec::new();
    for (i, (name, _)) in CLASSES.iter().enumerate() {
        let options = BarOptions::new()
            .with_width(0.9 * sector)
            .with_color(colors.at(i as f64 / 3.0))?;
        let class = fig[ax].bar_with(&theta, &[0.0; DIRECTIONS], &options)?;
        fig[class].set_label(*name);
        bars.push(class);
    }
    let legend = fig[ax].legend();
    fig[legend].set_loc("lower left")?;
    fig[legend].set_bbox_to_anchor([-0.3, -0.08, 0.0, 0.0]);

    let mut random = support::random(1805);
    let mut hours = [[0.0; DIRECTIONS]; CLASSES.len()];
    let update = |fig: &mut Figure, day: usize| {
        // A direction of the day, mostly southwest, which changes from hour to hour.
        let of_day = 225.0 + 70.0 * random.normal();
        let strength = 6.0 + 2.0 * random.normal();
        for _ in 0..24 {
            let direction = (of_day + 15.0 * random.normal()) / 360.0 * DIRECTIONS as f64;
            let speed = strength + 1.5 * random.normal();
            let class = CLASSES
                .iter()
                .rposition(|(_, from)| speed >= *from)
                .unwrap_or(0);
            hours[class][direction.round().rem_euclid(DIRECTIONS as f64) as usize] += 1.0;
        }
        let mut bottom = [0.0; DIRECTIONS];
        for (class, hours) in bars.iter().zip(&hours) {
            fig[*class].set_ys(&bottom)?;
            fig[*class].set_heights(hours)?;
            for (bottom, hours) in bottom.iter_mut().zip(hours) {
                *bottom += hours;
            }
        }
        fig[ax].set_rmax(1.1 * bottom.iter().copied().fold(10.0, f64::max))?;
        fig[ax].set_title(format!("Hours of wind until day {}", day + 1));
        Ok::<_, plotreel::Error>(())
    };
    let animation = FuncAnimation::new(update, 0..120).with_interval(Duration::from_millis(60));
    support::save("wind_rose", fig, animation)
}
