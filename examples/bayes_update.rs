//! Coin tosses, and the beta distribution of the estimated bias, which narrows with each update.

mod support;

use std::time::Duration;

use plotreel::error::Result;
use plotreel::{Figure, FuncAnimation};

const BIAS: f64 = 0.7;

/// ln (n!)
fn ln_factorial(n: u32) -> f64 {
    (1..=n).map(|k| f64::from(k).ln()).sum()
}

/// The density of a beta distribution after a number of successes and failures.
fn density(x: f64, successes: u32, failures: u32) -> f64 {
    let all = ln_factorial(successes + failures + 1);
    let scale = (all - ln_factorial(successes) - ln_factorial(failures)).exp();
    x.powf(f64::from(successes)) * (1.0 - x).powf(f64::from(failures)) * scale
}

pub(crate) fn main() -> Result<()> {
    let mut fig = Figure::new((6.4, 4.8), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    let line = fig[ax].plot_fmt(&[0.0; 0], &[0.0; 0], "k-")?;
    fig[ax].set_xlim(0.0, 1.0)?;
    fig[ax].set_ylim(0.0, 10.0)?;
    fig[ax].grid(true);
    let truth = fig[ax].axvline(BIAS);
    fig[truth].set_linestyle("--")?;
    fig[truth].set_color("black")?;

    let x: Vec<f64> = (0..200).map(|i| f64::from(i) / 199.0).collect();
    let mut random = support::random(1968);
    let mut successes = 0;
    let update = |fig: &mut Figure, tosses: u32| {
        if tosses == 0 {
            return Ok(());
        }
        successes += u32::from(random.uniform() < BIAS);
        let y: Vec<f64> = x
            .iter()
            .map(|x| density(*x, successes, tosses - successes))
            .collect();
        fig[line].set_data(&x, &y)
    };
    let animation = FuncAnimation::new(update, 0..100).with_interval(Duration::from_millis(100));
    support::save("bayes_update", fig, animation)
}
