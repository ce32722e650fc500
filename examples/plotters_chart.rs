//! plotters' own series on an axes of a figure: a histogram and a candlestick chart under matplotlib's axes.
//!
//! Writes plotters_chart.png.

use plotreel::plotters::prelude::*;
use plotreel::{Figure, PX, Result};

fn main() -> Result<()> {
    let mut fig = Figure::new((8.0, 3.6), 100.0);
    let axs = fig.subplots(1, 2)?;

    // The sum of two dice, thrown many times by a fixed rule.
    let throws = (0..400u32).map(|i| (i * 7 % 6 + 1) + (i * i / 5 % 6 + 1));
    let mut counts = [0u32; 13];
    throws.for_each(|sum| counts[sum as usize] += 1);
    let left = axs[[0, 0]];
    fig[left].set_title("Rectangle by plotters");
    fig[left].set_xlim(1.5, 12.5)?;
    fig[left].set_ylim(
        0.0,
        f64::from(counts.iter().copied().max().unwrap_or(1)) * 1.1,
    )?;
    fig[left].draw_with(move |chart| {
        chart.draw_series((2..=12).map(|sum| {
            let (x, count) = (sum as f64, f64::from(counts[sum]));
            Rectangle::new([(x - 0.4, 0.0), (x + 0.4, count)], BLUE.mix(0.5).filled())
        }))?;
        Ok(())
    });

    let right = axs[[0, 1]];
    fig[right].set_title("CandleStick over a line of ours");
    fig[right].set_xlim(-1.0, 20.0)?;
    let days: Vec<f64> = (0..20).map(f64::from).collect();
    let trend: Vec<f64> = days
        .iter()
        .map(|day| (day / 4.0).sin() * 3.0 + 10.0)
        .collect();
    fig[right].plot_fmt(&days, &trend, "k--")?;
    let candles = fig[right].draw_with(move |chart| {
        chart.draw_series(days.iter().zip(&trend).map(|(day, price)| {
            let (open, close) = (price - 0.6, price + 0.8 * (day * 2.0).cos());
            let (high, low) = (open.max(close) + 0.5, open.min(close) - 0.4);
            let (gain, loss) = (GREEN.filled(), RED.filled());
            CandleStick::new(*day, open, high, low, close, gain, loss, 8 * PX)
        }))?;
        Ok(())
    });
    // Below the line.
    fig[candles].set_zorder(1.5);
    fig.tight_layout()?;
    fig.savefig("plotters_chart.png")?;
    Ok(())
}
