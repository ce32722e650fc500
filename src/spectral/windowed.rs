//! Fourier transforms of the windowed segments of a signal.

use std::f64::consts::{PI, TAU};
use std::sync::Arc;

use rustfft::num_complex::Complex;
use rustfft::{Fft, FftPlanner};

use crate::error::{Error, Result};
use crate::spectral::{Sides, SpectralOptions, SpectrumMode};

type Spectrum = Vec<Complex<f64>>;

/// What transforms the segments of signals.
pub(super) struct Windowed<'a> {
    options: &'a SpectralOptions,
    window: Vec<f64>,
    step: usize,
    pad_to: usize,
    fft: Arc<dyn Fft<f64>>,
}

/// The longest segments that are transformed.
const MAX_SEGMENT: usize = 1 << 24;

impl<'a> Windowed<'a> {
    /// For these options, with this overlap unless they have one.
    pub(super) fn new(options: &'a SpectralOptions, overlap: usize) -> Result<Self> {
        options.check_options()?;
        let nfft = options.nfft;
        let pad_to = options.pad_to.unwrap_or(nfft);
        if nfft == 0 || pad_to < nfft || pad_to > MAX_SEGMENT {
            return Err(Error::Setting {
                name: "nfft and pad_to",
                value: format!("{nfft} and {pad_to}"),
                expected: "segments of 1 to 16777216 values, and at least as many to pad them to",
            });
        }
        let noverlap = options.noverlap.unwrap_or(overlap);
        let Some(step) = nfft.checked_sub(noverlap).filter(|step| *step > 0) else {
            return Err(Error::Setting {
                name: "noverlap",
                value: format!("{noverlap} for segments of {nfft} values"),
                expected: "less than the length of the segments",
            });
        };
        Ok(Self {
            options,
            window: options.window.factors(nfft)?,
            step,
            pad_to,
            fft: FftPlanner::new().plan_fft_forward(pad_to),
        })
    }

    /// How many frequencies there are.
    fn count(&self) -> usize {
        match self.options.sides {
            Sides::TwoSided => self.pad_to,
            Sides::OneSided if self.pad_to.is_multiple_of(2) => self.pad_to / 2 + 1,
            Sides::OneSided => self.pad_to.div_ceil(2),
        }
    }

    /// How many of the first are to be moved behind the others, so that 0 is in the middle.
    fn center(&self) -> usize {
        match self.options.sides {
            Sides::TwoSided => self.pad_to.div_ceil(2),
            Sides::OneSided => 0,
        }
    }

    /// The frequencies, from the least on.
    pub(super) fn frequencies(&self) -> Vec<f64> {
        let step = 1.0 / (self.pad_to as f64 * (1.0 / self.options.fs));
        let below = (self.count() - self.center()) as f64;
        let negative = if self.center() > 0 { below } else { 0.0 };
        let frequency = |i: usize| (i as f64 - negative) * step + self.options.fc;
        (0..self.count()).map(frequency).collect()
    }

    /// The times of the middles of segments.
    pub(super) fn times(&self, count: usize) -> Vec<f64> {
        let middle = self.options.nfft as f64 / 2.0;
        let time = |i: usize| (middle + (i * self.step) as f64) / self.options.fs;
        (0..count).map(time).collect()
    }

    /// The transforms of the segments of a signal, which is padded with zeros if it is shorter than one.
    pub(super) fn of(&self, signal: &[f64]) -> Vec<Spectrum> {
        let nfft = self.options.nfft;
        let mut signal = signal.to_vec();
        signal.resize(signal.len().max(nfft), 0.0);
        let segments = signal.windows(nfft).step_by(self.step);
        segments
            .map(|segment| self.transformed(segment.to_vec()))
            .collect()
    }

    fn transformed(&self, mut segment: Vec<f64>) -> Spectrum {
        self.options.detrend.apply(&mut segment);
        let values = segment.iter().zip(&self.window);
        let mut spectrum: Spectrum = values
            .map(|(value, factor)| Complex::from(value * factor))
            .collect();
        spectrum.resize(self.pad_to, Complex::default());
        self.fft.process(&mut spectrum);
        spectrum.truncate(self.count());
        spectrum
    }

    /// The product of two spectra as densities.
    pub(super) fn densities(&self, x: &Spectrum, y: &Spectrum) -> Spectrum {
        let options = self.options;
        let sum = |f: fn(f64) -> f64| self.window.iter().map(|w| f(*w)).sum::<f64>();
        let scale = match options.scale_by_freq {
            true => 1.0 / options.fs / sum(|w| w * w),
            false => 1.0 / sum(|w| w).powi(2),
        };
        // As in the reference the length of segments, not of what they are padded to, says whether the last is single.
        let last = self.count() - usize::from(options.nfft.is_multiple_of(2));
        let doubled = options.sides == Sides::OneSided;
        let pairs = x.iter().zip(y).enumerate();
        let mut densities: Spectrum = pairs
            .map(|(i, (x, y))| {
                let factor = if doubled && (1..last).contains(&i) {
                    2.0
                } else {
                    1.0
                };
                x.conj() * y * factor * scale
            })
            .collect();
        densities.rotate_left(self.center());
        densities
    }

    /// A spectrum as numbers.
    pub(super) fn column(&self, spectrum: &Spectrum, mode: SpectrumMode) -> Vec<f64> {
        let of = |f: &dyn Fn(&Complex<f64>) -> f64| {
            let mut values: Vec<f64> = spectrum.iter().map(f).collect();
            values.rotate_left(self.center());
            values
        };
        let sum: f64 = self.window.iter().sum();
        match mode {
            SpectrumMode::Psd => self
                .densities(spectrum, spectrum)
                .iter()
                .map(|p| p.re)
                .collect(),
            SpectrumMode::Magnitude => of(&|value| value.norm() / sum),
            SpectrumMode::Angle => of(&|value| value.arg()),
            SpectrumMode::Phase => unwrapped(of(&|value| value.arg())),
        }
    }
}

/// Phases without jumps of more than half a turn.
fn unwrapped(mut phases: Vec<f64>) -> Vec<f64> {
    let mut turned = 0.0;
    let mut before = phases.first().copied().unwrap_or_default();
    for phase in &mut phases {
        let step = *phase - before;
        before = *phase;
        let mut least = (step + PI).rem_euclid(TAU) - PI;
        if least == -PI && step > 0.0 {
            least = PI;
        }
        if step.abs() >= PI {
            turned += least - step;
        }
        *phase += turned;
    }
    phases
}
