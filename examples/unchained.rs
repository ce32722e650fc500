//! Pulses of a far star: sixty-four white lines on black, one behind the other, that drift to the right.

mod support;

#[path = "support/random.rs"]
mod random;

use std::time::Duration;

use ndarray::{Array1, Array2, ArrayView1};
use plotreel::{
    Figure, FuncAnimation, HorizontalAlignment, Result, TextCoordinates, TextStyle,
    VerticalAlignment,
};

pub(crate) fn main() -> Result<()> {
    let mut fig = Figure::new((8.0, 8.0), 100.0).with_facecolor("black")?;
    let ax = fig.add_subplot(1, 1, 1)?;
    fig[ax].set_frame_on(false);
    fig[ax].set_ylim(-1.0, 70.0)?;
    fig[ax].set_xticks(&[0.0; 0]);
    fig[ax].set_yticks(&[0.0; 0]);

    let mut random = random::Random::new(1968);
    let mut data = Array2::from_shape_simple_fn((64, 75), || random.uniform());
    let x = Array1::linspace(-1.0, 1.0, 75);
    let bell = x.mapv(|x: f64| 1.5 * (-4.0 * x * x).exp());
    let heights = |i: usize, data: ArrayView1<f64>| i as f64 + &bell * &data;
    let mut lines = Vec::new();
    for (i, row) in data.outer_iter().enumerate() {
        // What is further away is narrower and thinner.
        let narrow = 1.0 - i as f64 / 200.0;
        let line = fig[ax].plot_fmt(&(narrow * &x), &heights(i, row), "w")?;
        fig[line].set_linewidth(1.5 - i as f64 / 100.0);
        lines.push(line);
    }
    for (word, ha, bold) in [
        ("PLOTREEL ", HorizontalAlignment::Right, false),
        ("UNCHAINED", HorizontalAlignment::Left, true),
    ] {
        let style = TextStyle {
            bold,
            ..TextStyle::default()
        };
        let text = fig[ax].text(0.5, 1.0, word);
        fig[text].set_coordinates(TextCoordinates::Axes);
        fig[text].set_style(style);
        fig[text].set_fontsize(16.0);
        fig[text].set_ha(ha);
        fig[text].set_va(VerticalAlignment::Bottom);
        fig[text].set_color("white")?;
    }

    let update = |fig: &mut Figure, _| {
        for (i, (line, mut row)) in lines.iter().zip(data.outer_iter_mut()).enumerate() {
            for x in (1..row.len()).rev() {
                row[x] = row[x - 1];
            }
            row[0] = random.uniform();
            fig[*line].set_ydata(&heights(i, row.view()))?;
        }
        Ok::<_, plotreel::Error>(())
    };
    let animation = FuncAnimation::new(update, 0..100).with_interval(Duration::from_millis(10));
    support::save("unchained", fig, animation)
}
