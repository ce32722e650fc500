//! A race over ten kilometres: where the runners of four classes are, as violins with their quartiles.

mod support;

use std::time::Duration;

use plotreel::axes::ViolinOptions;
use plotreel::error::Result;
use plotreel::{Figure, FuncAnimation};

const RUNNERS: usize = 80;
/// Names, mean speeds in kilometres an hour, and their spread.
const CLASSES: [(&str, f64, f64); 4] = [
    ("walkers", 6.4, 0.5),
    ("beginners", 9.0, 1.1),
    ("club", 12.2, 1.0),
    ("elite", 16.5, 0.7),
];
const COLORS: [&str; 4] = ["tab:gray", "tab:green", "tab:blue", "tab:orange"];

pub(crate) fn main() -> Result<()> {
    let mut random = support::random(1896);
    // Each has a speed, a place at the start, and a rhythm.
    let runners = CLASSES.map(|(_, mean, spread)| {
        let mut runner = || {
            [
                mean + spread * random.normal(),
                0.15 * random.normal(),
                3.0 * random.normal(),
            ]
        };
        (0..RUNNERS).map(|_| runner()).collect::<Vec<_>>()
    });
    let places = |minutes: f64| {
        let place = |[speed, start, rhythm]: &[f64; 3]| {
            start + speed * minutes / 60.0 + 0.06 * (0.5 * minutes + rhythm).sin()
        };
        runners
            .each_ref()
            .map(|class| class.iter().map(place).collect::<Vec<f64>>())
    };

    let mut fig = Figure::new((6.4, 3.6), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    fig[ax].set_xlim(-0.5, 10.5)?;
    fig[ax].set_xlabel("distance / km");
    fig.subplots_adjust(fig.subplot_params().with_bottom(0.15).with_left(0.15))?;
    let options = ViolinOptions::new()
        .with_orientation("horizontal")?
        .with_widths([0.9])
        .with_showextrema(false)
        .with_quantiles([[0.25, 0.5, 0.75]; 4])
        .with_facecolors(COLORS)?
        .with_linecolors(["white"])?;
    let violins = fig[ax].violinplot_with(&places(0.0), &options)?;
    fig[ax].set_yticks(&[1, 2, 3, 4]);
    fig[ax].set_yticklabels(CLASSES.map(|(name, ..)| name))?;
    let finish = fig[ax].axvline(10.0);
    fig[finish].set_linestyle("--")?;
    fig[finish].set_color("black")?;

    let update = |fig: &mut Figure, i: i32| {
        let minutes = 0.3 * f64::from(i);
        fig[ax].set_title(format!("{minutes:.1} minutes"));
        violins.set_data(&mut fig[ax], &places(minutes))
    };
    let animation = FuncAnimation::new(update, 0..110).with_interval(Duration::from_millis(50));
    support::save("violin_race", fig, animation)
}
