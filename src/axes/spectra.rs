//! Spectra of signals as lines: `psd`, `csd`.

use crate::artists::Line2D;
use crate::axes::Axes;
use crate::error::Result;
use crate::handle::Handle;
use crate::series::Series;
use crate::spectral::{SpectralOptions, csd, psd};

/// The line of [`Axes::psd`] or [`Axes::csd`].
///
/// ```
/// use plotreel::Figure;
/// use plotreel::axes::SpectralOptions;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let wave = |t: f64| (0..512).map(|i| (f64::from(i) * t).sin() + 0.1).collect::<Vec<_>>();
/// let spectrum = fig[ax].psd(&wave(0.5), &SpectralOptions::new())?;
/// fig[spectrum.line].set_color("tab:red")?;
/// // From frame to frame:
/// spectrum.set_data(&mut fig[ax], &wave(0.6))?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct SpectrumContainer {
    /// The line through the densities in decibels.
    pub line: Handle<Line2D>,
    options: SpectralOptions,
}

impl SpectrumContainer {
    /// Shows the power spectral density of another signal. The axes' limits and ticks are not changed.
    ///
    /// # Errors
    /// As [`psd`]; nothing is changed then.
    ///
    /// # Panics
    /// If the line is not in these axes, or was removed.
    #[track_caller]
    pub fn set_data(&self, ax: &mut Axes, x: &(impl Series + ?Sized)) -> Result<()> {
        let line = ax.part_mut(self.line);
        let (power, frequencies) = psd(x, &self.options)?;
        line.set_data(&frequencies, &decibels(power))
    }

    /// Shows the cross spectral density of other signals. The axes' limits and ticks are not changed.
    ///
    /// # Errors
    /// As [`csd`]; nothing is changed then.
    ///
    /// # Panics
    /// If the line is not in these axes, or was removed.
    #[track_caller]
    pub fn set_data_xy(
        &self,
        ax: &mut Axes,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
    ) -> Result<()> {
        let line = ax.part_mut(self.line);
        let (power, frequencies) = csd(x, y, &self.options)?;
        line.set_data(&frequencies, &decibels(absolute(power)))
    }
}

fn absolute(power: Vec<(f64, f64)>) -> Vec<f64> {
    power.into_iter().map(|(re, im)| re.hypot(im)).collect()
}

fn decibels(power: Vec<f64>) -> Vec<f64> {
    power.into_iter().map(|p| 10.0 * p.log10()).collect()
}

impl Axes {
    /// Draws the power spectral density of a signal in decibels, by Welch's average of windowed segments.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::axes::SpectralOptions;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let wave: Vec<f64> = (0..512).map(|i| (f64::from(i) * 0.5).sin() + 0.1).collect();
    /// fig[ax].psd(&wave, &SpectralOptions::new().with_fs(100.0))?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`psd`].
    pub fn psd(
        &mut self,
        x: &(impl Series + ?Sized),
        options: &SpectralOptions,
    ) -> Result<SpectrumContainer> {
        let (power, frequencies) = psd(x, options)?;
        let unit = if options.scale_by_freq { "dB/Hz" } else { "dB" };
        let label = format!("Power Spectral Density ({unit})");
        self.add_spectrum(&frequencies, &decibels(power), label, options)
    }

    /// Draws the cross spectral density of two signals in decibels.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::axes::SpectralOptions;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let wave = |t: f64| (0..512).map(|i| (f64::from(i) * t).sin() + 0.1).collect::<Vec<_>>();
    /// let spectrum = fig[ax].csd(&wave(0.5), &wave(0.7), &SpectralOptions::new())?;
    /// // From frame to frame:
    /// spectrum.set_data_xy(&mut fig[ax], &wave(0.5), &wave(0.8))?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`csd`].
    pub fn csd(
        &mut self,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
        options: &SpectralOptions,
    ) -> Result<SpectrumContainer> {
        let (power, frequencies) = csd(x, y, options)?;
        let label = "Cross Spectrum Magnitude (dB)".to_owned();
        self.add_spectrum(&frequencies, &decibels(absolute(power)), label, options)
    }

    fn add_spectrum(
        &mut self,
        frequencies: &[f64],
        power: &[f64],
        label: String,
        options: &SpectralOptions,
    ) -> Result<SpectrumContainer> {
        let line = self.plot(frequencies, power)?;
        self.set_xlabel("Frequency");
        self.set_ylabel(label);
        self.grid(true);
        let (bottom, top) = self.ylim();
        let (low, high) = (bottom.min(top), bottom.max(top));
        let step = (10.0 * (high - low).log10().trunc()).max(1.0);
        let count = ((high.ceil() + 1.0 - low.floor()) / step).ceil();
        // As many as there are at most on an axis.
        let count = if count.is_finite() {
            count.min(10_000.0) as usize
        } else {
            0
        };
        let ticks: Vec<f64> = (0..count).map(|i| low.floor() + i as f64 * step).collect();
        self.set_yticks(&ticks);
        Ok(SpectrumContainer {
            line,
            options: options.clone(),
        })
    }
}
