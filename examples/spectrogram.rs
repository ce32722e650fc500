//! A scrolling spectrogram of a chirp, beside the current spectrum.

mod support;

use std::f64::consts::{LN_2, TAU};
use std::time::Duration;

use ndarray::Array2;
use plotreel::axes::Aspect;
use plotreel::axis::AxisSide;
use plotreel::error::Result;
use plotreel::image::Origin;
use plotreel::{Colormap, Figure, FuncAnimation};

const RATE: f64 = 4000.0;
/// Samples per spectrum, its number of frequencies, and samples from one spectrum to the next.
const WINDOW: usize = 256;
const BANDS: usize = WINDOW / 2;
const HOP: usize = 80;
/// The number of spectra in view: three seconds.
const COLUMNS: usize = 150;

/// A sweep over four octaves from 100 Hz every 2.5 seconds, and a weak octave below.
fn chirp(time: f64) -> f64 {
    let t = time % 2.5;
    let phase = TAU * 100.0 * ((1.6 * t).exp2() - 1.0) / (1.6 * LN_2);
    (phase.sin() + 0.1 * (0.5 * phase).sin()) * (TAU * t / 5.0).sin()
}

/// The power in each band in decibels, with a Hann window.
fn spectrum(samples: &[f64]) -> Vec<f64> {
    let turn = |i: usize| (TAU * (i % WINDOW) as f64 / WINDOW as f64).sin_cos();
    let power = |band: usize| {
        let (mut re, mut im) = (0.0, 0.0);
        for (i, sample) in samples.iter().enumerate() {
            let (sin, cos) = turn(i * band);
            let sample = sample * (1.0 - turn(i).1) / BANDS as f64;
            (re, im) = (re + sample * cos, im + sample * sin);
        }
        20.0 * re.hypot(im).log10()
    };
    (0..BANDS).map(power).collect()
}

pub(crate) fn main() -> Result<()> {
    let mut random = support::random(1946);
    let mut noisy = |i| chirp(i as f64 / RATE) + 0.02 * (random.uniform() - 0.5);
    let mut signal = Vec::new();
    let mut image = Array2::from_elem((BANDS, COLUMNS), -100.0);
    let frequencies: Vec<f64> = (0..BANDS)
        .map(|k| k as f64 * RATE / WINDOW as f64)
        .collect();

    let mut fig = Figure::new((8.0, 4.0), 100.0);
    let left = fig.add_axes([0.09, 0.14, 0.6, 0.76])?;
    let right = fig.add_axes([0.72, 0.14, 0.2, 0.76])?;
    let picture = fig[left].imshow(&image)?;
    fig[picture].set_origin(Origin::Lower);
    fig[picture].set_cmap(Colormap::named("magma")?);
    fig[picture].set_clim(Some(-80.0), Some(0.0));
    fig[left].set_aspect(Aspect::Auto)?;
    fig[left].set_title("Spectrogram of a chirp");
    fig[left].set_xlabel("time / s");
    fig[left].set_ylabel("frequency / Hz");
    let line = fig[right].plot_fmt(&[0.0; BANDS], &frequencies, "tab:purple")?;
    fig[right].set_xlim(-80.0, 0.0)?;
    fig[right].set_ylim(0.0, RATE / 2.0)?;
    fig[right].set_xlabel("power / dB");
    fig[right].yaxis.set_ticks_position(AxisSide::Second);
    fig[right].grid(true);

    let animate = |fig: &mut Figure, _| {
        for _ in 0..2 {
            signal.extend((signal.len()..signal.len() + HOP).map(&mut noisy));
            let start = signal.len().saturating_sub(WINDOW);
            let powers = spectrum(&signal[start..]);
            for (mut row, power) in image.rows_mut().into_iter().zip(&powers) {
                (1..COLUMNS).for_each(|x| row[x - 1] = row[x]);
                row[COLUMNS - 1] = *power;
            }
            fig[line].set_xdata(&powers)?;
        }
        let end = signal.len() as f64 / RATE;
        let start = end - (COLUMNS * HOP) as f64 / RATE;
        fig[picture].set_data(&image)?;
        fig[picture].set_extent([start, end, 0.0, RATE / 2.0])?;
        fig[left].set_xlim(start, end)
    };
    let animation = FuncAnimation::new(animate, 0..250).with_interval(Duration::from_millis(40));
    support::save("spectrogram", fig, animation)
}
