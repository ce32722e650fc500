//! Series of plotters on the axes of a figure: sums of dice, and a price as candlesticks.

mod support;

use std::time::Duration;

use plotreel::canvas::PX;
use plotreel::error::Result;
use plotreel::plotters::prelude::*;
use plotreel::{Figure, FuncAnimation};

pub(crate) fn main() -> Result<()> {
    let mut fig = Figure::new((8.0, 3.6), 100.0);
    let axs = fig.subplots(1, 2)?;
    let (left, right) = (axs[[0, 0]], axs[[0, 1]]);
    fig[left].set_title("Rectangle by plotters");
    fig[left].set_xlabel("sum of two dice");
    fig[left].set_ylabel("throws");
    fig[left].set_xlim(1.5, 12.5)?;
    fig[left].set_ylim(0.0, 100.0)?;
    let dice = fig[left].draw_with(|_| Ok(()));
    fig[right].set_title("CandleStick over a line of ours");
    fig[right].set_xlabel("day");
    fig[right].set_ylim(5.0, 15.0)?;
    let average = fig[right].plot_fmt(&[0.0; 0], &[0.0; 0], "k--")?;
    let candles = fig[right].draw_with(|_| Ok(()));
    // Below the line.
    fig[candles].set_zorder(1.5);
    fig.tight_layout()?;

    let mut random = support::random(1654);
    let mut counts = [0.0; 13];
    let (mut days, mut prices) = (vec![], vec![10.0]);
    let animate = |fig: &mut Figure, day: u32| {
        for _ in 0..4 {
            let mut throw = || 1 + (6.0 * random.uniform()) as usize;
            counts[throw() + throw()] += 1.0;
        }
        fig[dice].set_draw(move |chart| {
            chart.draw_series((2..=12).map(|sum| {
                let (x, count) = (sum as f64, counts[sum]);
                Rectangle::new([(x - 0.4, 0.0), (x + 0.4, count)], BLUE.mix(0.5).filled())
            }))?;
            Ok(())
        });

        days.push(f64::from(day));
        let last = prices[prices.len() - 1];
        prices.push(last + 0.05 * (10.0 - last) + 1.6 * (random.uniform() - 0.5));
        let shown = prices.clone();
        fig[candles].set_draw(move |chart| {
            chart.draw_series(shown.windows(2).zip(0..).map(|(pair, day)| {
                let (open, close) = (pair[0], pair[1]);
                let (high, low) = (open.max(close) + 0.3, open.min(close) - 0.3);
                let [gain, loss] =
                    [RGBColor(44, 160, 44), RGBColor(214, 39, 40)].map(|c| c.filled());
                CandleStick::new(f64::from(day), open, high, low, close, gain, loss, 8 * PX)
            }))?;
            Ok(())
        });
        let mean = |i: usize| {
            let last_ten = &prices[(i + 1).saturating_sub(9)..i + 2];
            last_ten.iter().sum::<f64>() / last_ten.len() as f64
        };
        let means: Vec<f64> = (0..days.len()).map(mean).collect();
        fig[right].set_xlim(f64::from(day) - 22.5, f64::from(day) + 1.5)?;
        fig[average].set_data(&days, &means)
    };
    let animation = FuncAnimation::new(animate, 0..125).with_interval(Duration::from_millis(50));
    support::save("plotters_chart", fig, animation)
}
