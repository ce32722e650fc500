//! Pulses of a far star: sixty-four white lines on black, one behind the other, that drift to the right.

mod support;

#[path = "support/random.rs"]
mod random;

use std::time::Duration;

use plotreel::{
    Figure, FuncAnimation, HorizontalAlignment, Result, TextCoordinates, TextStyle,
    VerticalAlignment,
};

const LINES: usize = 64;
const POINTS: usize = 75;

pub(crate) fn main() -> Result<()> {
    let mut fig = Figure::new((8.0, 8.0), 100.0).with_facecolor("black")?;
    let ax = fig.add_subplot(1, 1, 1)?;
    fig[ax].set_frame_on(false);
    fig[ax].set_ylim(-1.0, 70.0)?;
    fig[ax].set_xticks(&[0.0; 0]);
    fig[ax].set_yticks(&[0.0; 0]);

    let mut random = random::Random::new(1968);
    let x: Vec<f64> = (0..POINTS)
        .map(|i| -1.0 + 2.0 * i as f64 / (POINTS - 1) as f64)
        .collect();
    let bell: Vec<f64> = x.iter().map(|x| 1.5 * (-4.0 * x * x).exp()).collect();
    let mut data: Vec<Vec<f64>> = (0..LINES)
        .map(|_| (0..POINTS).map(|_| random.uniform()).collect())
        .collect();
    let heights = |i: usize, data: &[f64]| -> Vec<f64> {
        bell.iter()
            .zip(data)
            .map(|(b, d)| i as f64 + b * d)
            .collect()
    };
    let mut lines = Vec::new();
    for (i, data) in data.iter().enumerate() {
        // What is further away is narrower and thinner.
        let narrow = 1.0 - i as f64 / 200.0;
        let x: Vec<f64> = x.iter().map(|x| narrow * x).collect();
        let line = fig[ax].plot_fmt(&x, &heights(i, data), "w")?;
        fig[line].set_linewidth(1.5 - i as f64 / 100.0);
        lines.push(line);
    }
    for (word, ha, bold) in [
        ("PLOTREEL ", HorizontalAlignment::Right, false),
        ("UNCHAINED", HorizontalAlignment::Left, true),
    ] {
        let text = fig[ax].text(0.5, 1.0, word);
        fig[text].set_coordinates(TextCoordinates::Axes);
        let va = VerticalAlignment::Bottom;
        fig[text].set_style(TextStyle {
            size: 16.0,
            bold,
            ha,
            va,
            ..TextStyle::default()
        });
        fig[text].set_color("white")?;
    }

    let update = |fig: &mut Figure, _| {
        for (i, (line, data)) in lines.iter().zip(&mut data).enumerate() {
            data.rotate_right(1);
            data[0] = random.uniform();
            fig[*line].set_ydata(&heights(i, data))?;
        }
        Ok::<_, plotreel::Error>(())
    };
    let animation = FuncAnimation::new(update, 0..100).with_interval(Duration::from_millis(10));
    support::save("unchained", fig, animation)
}
