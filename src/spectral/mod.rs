//! Spectra and correlations of signals, as in `matplotlib.mlab`.

mod options;
mod windowed;

pub use options::{Detrend, Sides, SpectralOptions, SpectrumMode, Window};

use ndarray::Array2;
use rustfft::num_complex::Complex;

use crate::error::{Error, Result};
use crate::series::{Field, Series, as_long};
use windowed::Windowed;

/// How many values segments of `specgram` share by default.
pub(crate) const SPECGRAM_OVERLAP: usize = 128;

/// The power spectral density of a signal by Welch's average of windowed segments: (densities, frequencies), as
/// [`Axes::psd`](crate::Axes::psd) shows them.
///
/// ```
/// use plotreel::axes::{SpectralOptions, psd};
///
/// let wave: Vec<f64> = (0..512).map(|i| (f64::from(i) * 0.5).sin()).collect();
/// let (power, frequencies) = psd(&wave, &SpectralOptions::new().with_fs(100.0))?;
/// assert_eq!((power.len(), frequencies[128]), (129, 50.0));
/// # Ok::<(), plotreel::Error>(())
/// ```
///
/// # Errors
/// [`Error::Setting`] for options out of range, and for a window of another length than the segments.
pub fn psd(x: &(impl Series + ?Sized), options: &SpectralOptions) -> Result<(Vec<f64>, Vec<f64>)> {
    let spectra = Windowed::new(options, 0)?;
    let segments = spectra.of(&x.values());
    let power = segments
        .iter()
        .map(|segment| spectra.densities(segment, segment));
    let power = averaged(power).into_iter().map(|p| p.re).collect();
    Ok((power, spectra.frequencies()))
}

/// Densities as real and imaginary parts, and frequencies.
type CrossSpectrum = (Vec<(f64, f64)>, Vec<f64>);

/// The cross spectral density of two signals: (densities, frequencies), each density as real and imaginary part.
///
/// ```
/// use plotreel::axes::{SpectralOptions, csd};
///
/// let wave = |phase: f64| (0..512).map(|i| (f64::from(i) * 0.5 + phase).sin()).collect::<Vec<_>>();
/// let (power, _) = csd(&wave(0.0), &wave(1.0), &SpectralOptions::new())?;
/// assert_eq!(power.len(), 129);
/// # Ok::<(), plotreel::Error>(())
/// ```
///
/// # Errors
/// As [`psd`], and [`Error::LineData`] for signals of different lengths.
pub fn csd(
    x: &(impl Series + ?Sized),
    y: &(impl Series + ?Sized),
    options: &SpectralOptions,
) -> Result<CrossSpectrum> {
    as_long(x.len(), y.len())?;
    let spectra = Windowed::new(options, 0)?;
    let (x, y) = (spectra.of(&x.values()), spectra.of(&y.values()));
    let power = x.iter().zip(&y).map(|(x, y)| spectra.densities(x, y));
    let power = averaged(power).into_iter().map(|p| (p.re, p.im)).collect();
    Ok((power, spectra.frequencies()))
}

/// The spectra of segments of a signal, one column each: (spectra, frequencies, times of the segments' middles).
///
/// ```
/// use plotreel::axes::{SpectralOptions, SpectrumMode, specgram};
///
/// let wave: Vec<f64> = (0..1024).map(|i| (f64::from(i) * 0.5).sin()).collect();
/// let (spectra, frequencies, times) = specgram(&wave, &SpectralOptions::new(), SpectrumMode::Psd)?;
/// assert_eq!(spectra.dim(), (frequencies.len(), times.len()));
/// # Ok::<(), plotreel::Error>(())
/// ```
///
/// # Errors
/// As [`psd`].
pub fn specgram(
    x: &(impl Series + ?Sized),
    options: &SpectralOptions,
    mode: SpectrumMode,
) -> Result<(Array2<f64>, Vec<f64>, Vec<f64>)> {
    let spectra = Windowed::new(options, SPECGRAM_OVERLAP)?;
    let segments = spectra.of(&x.values());
    let columns: Vec<Vec<f64>> = segments
        .iter()
        .map(|segment| spectra.column(segment, mode))
        .collect();
    let frequencies = spectra.frequencies();
    let shape = (frequencies.len(), columns.len());
    let values = Array2::from_shape_fn(shape, |(row, column)| columns[column][row]);
    Ok((values, frequencies, spectra.times(columns.len())))
}

/// The mean of several rows.
fn averaged(rows: impl ExactSizeIterator<Item = Vec<Complex<f64>>>) -> Vec<Complex<f64>> {
    let count = rows.len() as f64;
    let add = |mut sum: Vec<Complex<f64>>, row: Vec<Complex<f64>>| {
        sum.iter_mut()
            .zip(row)
            .for_each(|(sum, value)| *sum += value);
        sum
    };
    let sum = rows.reduce(add).unwrap_or_default();
    sum.into_iter().map(|sum| sum / count).collect()
}

/// The correlation of two signals at lags from -`maxlags` to `maxlags`: (lags, correlations). They are divided by the
/// norms of both signals if `normed`.
///
/// ```
/// use plotreel::axes::{Detrend, xcorr};
///
/// let (lags, found) = xcorr(&[1.0, 2.0, 3.0], &[0.0, 1.0, 0.0], 1, false, Detrend::None)?;
/// assert_eq!((lags, found), (vec![-1.0, 0.0, 1.0], vec![1.0, 2.0, 3.0]));
/// # Ok::<(), plotreel::Error>(())
/// ```
///
/// # Errors
/// [`Error::LineData`] for signals of different lengths, [`Error::Setting`] for lags that are 0 or not below the length.
pub fn xcorr(
    x: &(impl Series + ?Sized),
    y: &(impl Series + ?Sized),
    maxlags: usize,
    normed: bool,
    detrend: Detrend,
) -> Result<(Vec<f64>, Vec<f64>)> {
    as_long(x.len(), y.len())?;
    let (mut x, mut y) = (x.values(), y.values());
    detrend.apply(&mut x);
    detrend.apply(&mut y);
    if maxlags == 0 || maxlags >= x.len() {
        return Err(Error::Setting {
            name: "maxlags",
            value: format!("{maxlags} for signals of {} values", x.len()),
            expected: "at least 1, and less than the length of the signals",
        });
    }
    let product = |x: &[f64], y: &[f64]| x.iter().zip(y).map(|(x, y)| x * y).sum::<f64>();
    let norm = match normed {
        true => (product(&x, &x) * product(&y, &y)).sqrt(),
        false => 1.0,
    };
    let backward = (1..=maxlags).rev().map(|lag| product(&x, &y[lag..]));
    let forward = (0..=maxlags).map(|lag| product(&x[lag..], &y));
    let found = backward.chain(forward).map(|sum| sum / norm).collect();
    let most = maxlags as f64;
    let lags = (0..2 * maxlags + 1).map(|i| i as f64 - most).collect();
    Ok((lags, found))
}
