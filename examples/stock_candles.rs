//! A year of a share, day by day: candles, their mean of 20 days, and the volume; the axis of dates scrolls.

mod support;

use std::time::Duration;

use plotreel::axes::{AxisBelow, BarOptions};
use plotreel::dates::jiff::ToSpan;
use plotreel::dates::jiff::civil::{Weekday, date};
use plotreel::dates::{ConciseDateFormatter, date2num};
use plotreel::error::Result;
use plotreel::subplots::SubplotsOptions;
use plotreel::{Figure, FuncAnimation};

const DAYS: usize = 180;
const SHOWN: usize = 50;
const MEAN: usize = 20;

pub(crate) fn main() -> Result<()> {
    let every_day = date(2025, 1, 6).series(1.day());
    let weekend = [Weekday::Saturday, Weekday::Sunday];
    let days: Vec<_> = every_day
        .filter(|day| !weekend.contains(&day.weekday()))
        .take(DAYS)
        .collect();
    let mut random = support::random(1929);
    let (mut open, mut close, mut low, mut high) = (vec![], vec![], vec![], vec![]);
    let (mut price, mut volume) = (80.0, vec![]);
    for _ in &days {
        let (first, change) = (
            price * (1.0 + 0.004 * random.normal()),
            0.018 * random.normal() + 0.001,
        );
        price = first * (1.0 + change);
        low.push(f64::min(first, price) * (1.0 - 0.008 * random.normal().abs()));
        high.push(f64::max(first, price) * (1.0 + 0.008 * random.normal().abs()));
        open.push(first);
        close.push(price);
        volume.push(1.5 + 40.0 * change.abs() + 0.3 * random.normal().abs());
    }
    let rises = |i: usize| close[i] >= open[i];
    let colors = || (0..DAYS).map(|i| if rises(i) { "tab:green" } else { "tab:red" });
    let bodies: Vec<f64> = open
        .iter()
        .zip(&close)
        .map(|(open, close)| close - open)
        .collect();
    let means = close
        .windows(MEAN)
        .map(|days| days.iter().sum::<f64>() / MEAN as f64);
    let means: Vec<f64> = means.collect();

    let mut fig = Figure::new((7.2, 4.4), 100.0);
    let layout = SubplotsOptions::new()
        .with_sharex("all")?
        .with_height_ratios([3.0, 1.0]);
    let axs = fig.subplots_with(2, 1, &layout)?;
    fig.subplots_adjust(fig.subplot_params().with_hspace(0.08))?;
    let (top, bottom) = (axs[[0, 0]], axs[[1, 0]]);
    let wicks = fig[top].vlines(&days, &low, &high)?;
    fig[wicks].set_colors(colors())?;
    fig[wicks].set_linewidth(1.0)?;
    let options = BarOptions::new().with_width(0.7).with_colors(colors())?;
    fig[top].bar_with(&days, &bodies, &options.clone().with_bottoms(open.clone()))?;
    let mean = fig[top].plot_fmt(&days[MEAN - 1..], &means, "C0")?;
    fig[mean].set_label("mean of 20 days");
    let last = fig[top].axhline(price);
    fig[last].set_linestyle(":")?;
    fig[last].set_color("0.4")?;
    fig[last].set_linewidth(1.0)?;
    let legend = fig[top].legend();
    fig[legend].set_loc("upper left")?;
    fig[top].set_ylabel("price / €");
    fig[top].grid(true);
    fig[top].set_axisbelow(AxisBelow::Below)?;
    fig[bottom].bar_with(&days, &volume, &options)?;
    fig[bottom].set_ylabel("volume / M");
    fig[bottom]
        .xaxis
        .set_major_formatter(ConciseDateFormatter::new());

    let update = |fig: &mut Figure, day: usize| {
        let shown = day - SHOWN..=day;
        fig[top].set_xlim(
            date2num(&days[day - SHOWN]) - 0.5,
            date2num(&days[day]) + 0.5,
        )?;
        let (lows, highs) = (low[shown.clone()].iter(), high[shown].iter());
        let [least, most] = [
            lows.copied().fold(f64::MAX, f64::min),
            highs.copied().fold(0.0, f64::max),
        ];
        fig[top].set_ylim(least - 2.0, most + 2.0)?;
        fig[last].set_ydata(&[close[day]; 2])?;
        fig[top].set_title(format!("{}: {:.2} €", days[day], close[day]));
        Ok::<_, plotreel::Error>(())
    };
    let animation =
        FuncAnimation::new(update, SHOWN..DAYS).with_interval(Duration::from_millis(80));
    support::save("stock_candles", fig, animation)
}
