//! The options of spectra.

use crate::error::{Error, Result};
use crate::properties::{Angle, Positive, names, options};
use crate::series::{Field, Series};

options! {
    /// Options of spectra.
    ///
    /// ```
    /// use plotreel::axes::{SpectralOptions, Window};
    ///
    /// let options = SpectralOptions::new()
    ///     .with_nfft(512_usize)
    ///     .with_fs(44_100.0)
    ///     .with_noverlap(256)
    ///     .with_window(Window::None)
    ///     .with_detrend("mean")?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq)]
    pub struct SpectralOptions;
    nfft / with_nfft: copied<usize> = 256, "the number of values of a segment (`NFFT`)";
    fs / with_fs: number<Positive> = 2.0, "how many values there are in a unit of time (`Fs`)";
    fc / with_fc: number<Angle> = 0.0, "the frequency that plots begin with, or have in their middle (`Fc`)";
    detrend / with_detrend: choice<Detrend> = Detrend::None, "what is taken away from segments";
    window / with_window: value<Window> = Window::Hanning, "what segments are multiplied by";
    noverlap / with_noverlap: maybe_count = None,
        "how many values segments have in common, by default none, and 128 of `specgram`";
    pad_to / with_pad_to: maybe_count = None, "the number of values that segments are padded to with zeros";
    sides / with_sides: choice<Sides> = Sides::OneSided, "which frequencies there are";
    scale_by_freq / with_scale_by_freq: flag = true, "whether densities are per unit of frequency";
}

/// What is taken away from a signal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Detrend {
    /// Nothing.
    #[default]
    None,
    /// The mean.
    Mean,
    /// The line that fits it best.
    Linear,
}

names! {
    Detrend, "detrend", "none, mean or linear";
    None: "none",
    Mean: "mean" | "constant",
    Linear: "linear",
}

impl Detrend {
    pub(super) fn apply(self, values: &mut [f64]) {
        let count = values.len() as f64;
        let mean = values.iter().sum::<f64>() / count;
        let middle = (count - 1.0) / 2.0;
        let slope = match self {
            Self::None => return,
            Self::Mean => 0.0,
            Self::Linear => {
                let at = |i: usize| i as f64 - middle;
                let products = values.iter().enumerate().map(|(i, v)| at(i) * (v - mean));
                let squares = (0..values.len()).map(|i| at(i) * at(i));
                let (products, squares) = (products.sum::<f64>(), squares.sum::<f64>());
                if squares > 0.0 {
                    products / squares
                } else {
                    0.0
                }
            }
        };
        for (i, value) in values.iter_mut().enumerate() {
            *value -= mean + slope * (i as f64 - middle);
        }
    }
}

/// What segments of a signal are multiplied by.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Window {
    /// A period of a cosine, from 0 to 1 and back.
    #[default]
    Hanning,
    /// Nothing.
    None,
    /// These numbers, as many as segments have values.
    Values(Vec<f64>),
}

impl Window {
    /// These numbers.
    pub fn of(values: &(impl Series + ?Sized)) -> Self {
        Self::Values(values.values())
    }

    pub(super) fn factors(&self, count: usize) -> Result<Vec<f64>> {
        let last = count as f64 - 1.0;
        let cosine = |i: usize| (std::f64::consts::PI * (2.0 * i as f64 - last) / last).cos();
        Ok(match self {
            Self::None => vec![1.0; count],
            Self::Hanning if count == 1 => vec![1.0],
            Self::Hanning => (0..count).map(|i| 0.5 + 0.5 * cosine(i)).collect(),
            Self::Values(values) if values.len() == count => values.clone(),
            Self::Values(values) => {
                return Err(Error::Setting {
                    name: "the window",
                    value: format!("of {} numbers for segments of {count} values", values.len()),
                    expected: "as many numbers as segments have values",
                });
            }
        })
    }
}

/// Which frequencies a spectrum has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Sides {
    /// Those from 0 on, whose densities are doubled.
    #[default]
    OneSided,
    /// Negative ones, too.
    TwoSided,
}

names! {
    Sides, "sides", "onesided or twosided";
    OneSided: "onesided" | "default",
    TwoSided: "twosided",
}

/// What a spectrum consists of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum SpectrumMode {
    /// Power spectral densities.
    #[default]
    Psd,
    /// Absolute values.
    Magnitude,
    /// Phases from -π to π.
    Angle,
    /// Phases that continue those of the frequency below.
    Phase,
}

names! {
    SpectrumMode, "mode", "psd, magnitude, angle or phase";
    Psd: "psd" | "default",
    Magnitude: "magnitude",
    Angle: "angle",
    Phase: "phase",
}
