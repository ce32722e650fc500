//! Pulses of a distant star: sixty-four white lines on black, stacked behind each other, that drift to the right.

mod support;

use std::time::Duration;

use ndarray::{Array1, aview1};
use plotreel::error::Result;
use plotreel::text::{HorizontalAlignment, VerticalAlignment};
use plotreel::{Figure, FuncAnimation};

pub(crate) fn main() -> Result<()> {
    let mut fig = Figure::new((8.0, 8.0), 100.0).with_facecolor("black")?;
    let ax = fig.add_subplot(1, 1, 1)?;
    fig[ax].set_frame_on(false);
    fig[ax].set_ylim(-1.0, 70.0)?;
    fig[ax].set_xticks(&[0.0; 0]);
    fig[ax].set_yticks(&[0.0; 0]);

    let mut random = support::random(1968);
    let mut data = random.array(64, 75);
    let x = Array1::linspace(-1.0, 1.0, 75);
    let bell = x.mapv(|x: f64| 1.5 * (-4.0 * x * x).exp());
    let mut lines = Vec::new();
    for (i, row) in data.outer_iter().enumerate() {
        // Lines further away are narrower and thinner.
        let (away, narrow) = (i as f64, 1.0 - i as f64 / 200.0);
        let line = fig[ax].plot_fmt(&(narrow * &x), &(away + &bell * &row), "w")?;
        fig[line].set_linewidth(1.5 - away / 100.0)?;
        lines.push(line);
    }
    for (word, ha, bold) in [
        ("PLOTREEL ", HorizontalAlignment::Right, false),
        ("UNCHAINED", HorizontalAlignment::Left, true),
    ] {
        let text = fig[ax].text(0.5, 1.0, word);
        fig[text].set_coordinates("axes fraction")?;
        fig[text].set_fontsize(16.0)?;
        fig[text].set_bold(bold);
        fig[text].set_ha(ha)?;
        fig[text].set_va(VerticalAlignment::Bottom)?;
        fig[text].set_color("white")?;
    }

    let update = |fig: &mut Figure, _| {
        for (i, (line, row)) in lines.iter().zip(data.outer_iter_mut()).enumerate() {
            let row = row.into_slice().unwrap_or_default();
            row.rotate_right(1);
            row[0] = random.uniform();
            fig[*line].set_ydata(&(i as f64 + &bell * &aview1(row)))?;
        }
        Ok::<_, plotreel::Error>(())
    };
    let animation = FuncAnimation::new(update, 0..100).with_interval(Duration::from_millis(10));
    support::save("unchained", fig, animation)
}
