//! Spectra and correlations, against the pictures of matplotlib that tests/baseline/spectra.py draws.

use plotreel::axes::{
    Detrend, Sides, SpecgramOptions, SpectralOptions, SpectrumMode, Window, XcorrOptions, csd, psd,
    specgram, xcorr as correlations,
};
use plotreel::error::Result;
use plotreel::{Axes, Colormap, Figure, Handle};

use crate::baseline::{Fill, assert_scenes};

/// Scenes, the largest root mean square over all channels, and the largest share in per cent of pixels that are not
/// background and off by more than 8.
const SCENES: &[(&str, Fill, f64, f64)] = &[
    ("psd", psd_default, 0.07, 0.01),
    ("psd_options", psd_options, 0.07, 0.01),
    ("psd_updated", psd_updated, 0.07, 0.01),
    ("csd", csd_default, 0.07, 0.01),
    ("specgram", specgram_default, 0.31, 0.01),
    ("specgram_magnitude", specgram_magnitude, 0.07, 0.01),
    ("specgram_phase", specgram_phase, 0.07, 0.01),
    ("xcorr", xcorr, 0.07, 0.01),
    ("xcorr_markers", xcorr_markers, 0.07, 0.01),
    ("acorr", acorr, 0.07, 0.01),
];

#[test]
fn spectra_are_drawn_as_by_matplotlib() {
    assert_scenes("spectra", SCENES);
}

fn wave(phase: f64) -> Vec<f64> {
    let value = |i: i32| {
        let i = f64::from(i);
        let chirp = 0.5 * (1e-3 * (i * i) + phase).sin();
        (0.5 * i + phase).sin() + chirp + 0.3 * ((i * 0.618) % 1.0) + 0.01 * i
    };
    (0..1000).map(value).collect()
}

fn psd_default(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    fig[ax].psd(&wave(0.0), &SpectralOptions::new())?;
    Ok(())
}

fn psd_options(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let options = SpectralOptions::new()
        .with_nfft(100_usize)
        .with_fs(50.0)
        .with_fc(10.0)
        .with_noverlap(30)
        .with_pad_to(150)
        .with_sides("twosided")?
        .with_detrend("linear")?
        .with_scale_by_freq(false);
    fig[ax].psd(&wave(0.0), &options)?;
    Ok(())
}

fn psd_updated(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let options = SpectralOptions::new().with_nfft(128_usize);
    let options = options.with_detrend("mean")?;
    let spectrum = fig[ax].psd(&wave(0.0), &options)?;
    spectrum.set_data(&mut fig[ax], &wave(2.0))
}

fn csd_default(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let options = SpectralOptions::new()
        .with_nfft(99_usize)
        .with_window(Window::None);
    fig[ax].csd(&wave(0.0), &wave(1.0), &options)?;
    Ok(())
}

fn specgram_default(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let options = SpectralOptions::new().with_fs(100.0);
    fig[ax].specgram(&wave(0.0), &SpecgramOptions::new().with_spectral(options))?;
    Ok(())
}

fn specgram_magnitude(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let options = SpectralOptions::new().with_nfft(64_usize).with_noverlap(10);
    let options = SpecgramOptions::new()
        .with_spectral(options)
        .with_mode("magnitude")?
        .with_scale("linear")?;
    let spectra = fig[ax].specgram(&wave(0.0), &options)?;
    fig[spectra.image].set_cmap(Colormap::named("magma")?);
    fig.colorbar(spectra.image, ax)?;
    Ok(())
}

fn specgram_phase(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let options = SpectralOptions::new().with_nfft(51_usize).with_noverlap(25);
    let options = options.with_sides(Sides::TwoSided)?;
    let options = SpecgramOptions::new().with_spectral(options);
    fig[ax].specgram(&wave(0.0), &options.with_mode(SpectrumMode::Phase)?)?;
    Ok(())
}

fn xcorr(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let options = XcorrOptions::new().with_detrend("mean")?;
    let lines = fig[ax].xcorr_with(&wave(0.0), &wave(0.0), &options)?;
    lines.set_data(&mut fig[ax], &wave(0.0), &wave(1.0))?;
    fig[ax].relim();
    fig[ax].autoscale_view();
    Ok(())
}

fn xcorr_markers(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let options = XcorrOptions::new().with_usevlines(false);
    let options = options.with_maxlags(30).with_normed(false);
    fig[ax].xcorr_with(&wave(0.0), &wave(1.0), &options)?;
    Ok(())
}

fn acorr(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let options = XcorrOptions::new().with_detrend(Detrend::Linear)?;
    let lines = fig[ax].xcorr_with(&wave(0.0), &wave(0.0), &options.with_maxlags(20))?;
    let (Some(lines), Some(base)) = (lines.lines, lines.baseline) else {
        unreachable!("there are lines");
    };
    fig[lines].set_linewidth(2.0)?;
    fig[base].set_linewidth(2.0)
}

#[test]
fn spectra_have_the_power_of_their_signal() -> Result<()> {
    let tone: Vec<f64> = (0..1024).map(|i| (f64::from(i) * 0.25).sin()).collect();
    let options = SpectralOptions::new();
    let (power, frequencies) = psd(&tone, &options)?;
    let step = frequencies[1] - frequencies[0];
    let total: f64 = power.iter().map(|p| p * step).sum();
    assert!((total - 0.5).abs() < 0.01, "{total}");
    let (cross, _) = csd(&tone, &tone, &options)?;
    assert!(
        cross
            .iter()
            .zip(&power)
            .all(|((re, im), p)| (re - p).abs() < 1e-12 && im.abs() < 1e-12)
    );
    let (spectra, _, times) = specgram(&tone, &options, SpectrumMode::Psd)?;
    assert_eq!((spectra.dim(), times[0]), ((129, 7), 64.0));
    Ok(())
}

#[test]
fn wrong_signals_and_options_are_refused() -> Result<()> {
    let mut fig = Figure::new((3.2, 2.4), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    let ax = &mut fig[ax];
    let new = SpectralOptions::new;
    for options in [
        new().with_nfft(0_usize),
        new().with_noverlap(256),
        new().with_pad_to(100),
        new().with_fs(0.0),
        new().with_window(Window::of(&[1.0])),
    ] {
        assert!(ax.psd(&[1.0], &options).is_err(), "{options:?}");
    }
    assert!(ax.csd(&[1.0], &[1.0, 2.0], &new()).is_err());
    let phases = SpecgramOptions::new()
        .with_mode("phase")?
        .with_scale("dB")?;
    assert!(ax.specgram(&[1.0], &phases).is_err());
    assert!(ax.acorr(&[1.0, 2.0]).is_err());
    assert!(correlations(&[1.0, 2.0], &[1.0], 1, true, Detrend::None).is_err());
    Ok(())
}
