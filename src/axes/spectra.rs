//! Spectra and correlations of signals: `psd`, `csd`, `specgram`, `xcorr`, `acorr`.

use ndarray::Array2;

use crate::artists::{AxesImage, Line2D, LineCollection, LineStyle, Marker};
use crate::axes::{Aspect, Axes};
use crate::error::{Error, Result};
use crate::handle::Handle;
use crate::properties::{names, options};
use crate::series::{Field, Series};
use crate::spectral::{
    Detrend, SPECGRAM_OVERLAP, SpectralOptions, SpectrumMode, csd, psd, specgram, xcorr,
};

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

options! {
    /// Options of [`Axes::specgram`].
    ///
    /// ```
    /// use plotreel::axes::{SpecgramOptions, SpectralOptions};
    ///
    /// let options = SpecgramOptions::new()
    ///     .with_spectral(SpectralOptions::new().with_fs(100.0))
    ///     .with_mode("magnitude")?
    ///     .with_scale("linear")?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq)]
    pub struct SpecgramOptions;
    spectral / with_spectral: value<SpectralOptions> = SpectralOptions::new(), "how spectra are computed";
    mode / with_mode: choice<SpectrumMode> = SpectrumMode::Psd, "what spectra consist of";
    scale / with_scale: maybe_choice<SpectrumScale> = None,
        "the scale of the values; by default decibels, and linear for phases";
    xextent / with_xextent: copied<Option<(f64, f64)>> = None,
        "the limits of the image along x, by default the times from the first to the last value";
}

/// The scale of the values of a spectrogram.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SpectrumScale {
    /// As they are.
    Linear,
    /// In decibels.
    Decibel,
}

names! {
    SpectrumScale, "scale", "linear or dB";
    Linear: "linear",
    Decibel: "dB",
}

/// The image of [`Axes::specgram`].
///
/// ```
/// use plotreel::Figure;
/// use plotreel::axes::SpecgramOptions;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let chirp = |t: f64| (0..2048).map(|i| (f64::from(i * i) * t).sin() + 0.1).collect::<Vec<_>>();
/// let spectra = fig[ax].specgram(&chirp(1e-4), &SpecgramOptions::new())?;
/// fig.colorbar(spectra.image, ax)?;
/// // From frame to frame:
/// spectra.set_data(&mut fig[ax], &chirp(2e-4))?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct SpecgramContainer {
    /// The image.
    pub image: Handle<AxesImage>,
    extent: [f64; 4],
    options: SpecgramOptions,
}

impl SpecgramContainer {
    /// Shows the spectra of another signal. Colours are not changed; limits of the axes that were not set follow the
    /// times if the signal has another length than the first one.
    ///
    /// # Errors
    /// As [`Axes::specgram`]; nothing is changed then.
    ///
    /// # Panics
    /// If the image is not in these axes, or was removed.
    #[track_caller]
    pub fn set_data(&self, ax: &mut Axes, x: &(impl Series + ?Sized)) -> Result<()> {
        let image = ax.part_mut(self.image);
        let (values, extent) = self.options.image(x)?;
        image.set_data(&values)?;
        match extent == self.extent {
            true => Ok(()),
            false => image.set_extent(extent),
        }
    }
}

impl SpecgramOptions {
    /// The values from the greatest frequency down, and their extent.
    fn image(&self, x: &(impl Series + ?Sized)) -> Result<(Array2<f64>, [f64; 4])> {
        let phases = matches!(self.mode, SpectrumMode::Angle | SpectrumMode::Phase);
        let scale = match (self.scale, phases) {
            (Some(SpectrumScale::Decibel), true) => {
                return Err(Error::Setting {
                    name: "the scale of phases",
                    value: "dB".into(),
                    expected: "the linear one, or another mode",
                });
            }
            (None, true) => SpectrumScale::Linear,
            (scale, _) => scale.unwrap_or(SpectrumScale::Decibel),
        };
        let factor = match self.mode {
            SpectrumMode::Psd => 10.0,
            _ => 20.0,
        };
        let options = &self.spectral;
        let (mut values, frequencies, times) = specgram(x, options, self.mode)?;
        if scale == SpectrumScale::Decibel {
            values.mapv_inplace(|value| factor * value.log10());
        }
        values.invert_axis(ndarray::Axis(0));
        let ends = [
            times.first(),
            times.last(),
            frequencies.first(),
            frequencies.last(),
        ];
        let [first, last, bottom, top] = ends.map(|end| end.copied().unwrap_or_default());
        let step = options.nfft - options.noverlap.unwrap_or(SPECGRAM_OVERLAP);
        let beside = step as f64 / options.fs / 2.0;
        let (left, right) = self.xextent.unwrap_or((first - beside, last + beside));
        Ok((values, [left, right, bottom, top]))
    }
}

options! {
    /// Options of [`Axes::xcorr_with`].
    ///
    /// ```
    /// use plotreel::axes::XcorrOptions;
    ///
    /// let options = XcorrOptions::new().with_maxlags(50).with_detrend("mean")?.with_usevlines(false);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq)]
    pub struct XcorrOptions;
    normed / with_normed: flag = true, "whether correlations are divided by the norms of the signals";
    detrend / with_detrend: choice<Detrend> = Detrend::None, "what is taken away from the signals";
    usevlines / with_usevlines: flag = true, "whether there are lines from 0, rather than markers";
    maxlags / with_maxlags: maybe_count = Some(10), "the greatest lag; `None` is the greatest that there is";
}

/// The artists of [`Axes::xcorr`] and [`Axes::acorr`].
///
/// ```
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let ax = fig.add_subplot(1, 1, 1)?;
/// let wave = |t: f64| (0..100).map(|i| (f64::from(i) * 0.5 + t).sin()).collect::<Vec<_>>();
/// let lines = fig[ax].xcorr(&wave(0.0), &wave(0.1))?;
/// // From frame to frame:
/// lines.set_data(&mut fig[ax], &wave(0.0), &wave(0.2))?;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct XcorrContainer {
    /// The lines from 0, if there are any.
    pub lines: Option<Handle<LineCollection>>,
    /// The markers, if there are any.
    pub markers: Option<Handle<Line2D>>,
    /// The line at 0, if there are lines from it.
    pub baseline: Option<Handle<Line2D>>,
    options: XcorrOptions,
}

impl XcorrContainer {
    /// Shows the correlations of other signals. The axes' limits are not changed.
    ///
    /// # Errors
    /// As [`xcorr`]; nothing is changed then.
    ///
    /// # Panics
    /// If one of the artists is not in these axes, or was removed.
    #[track_caller]
    pub fn set_data(
        &self,
        ax: &mut Axes,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
    ) -> Result<()> {
        let (lags, found) = self.options.found(x, y)?;
        if let Some(lines) = self.lines {
            ax.part_mut(lines).set_segments(stems(&lags, &found));
        }
        match self.markers {
            Some(markers) => ax.part_mut(markers).set_data(&lags, &found),
            None => Ok(()),
        }
    }
}

impl XcorrOptions {
    fn found(
        &self,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
    ) -> Result<(Vec<f64>, Vec<f64>)> {
        self.check_options()?;
        let maxlags = self.maxlags.unwrap_or(x.len().saturating_sub(1));
        xcorr(x, y, maxlags, self.normed, self.detrend)
    }
}

fn stems(lags: &[f64], found: &[f64]) -> Vec<[(f64, f64); 2]> {
    let ends = lags.iter().zip(found);
    ends.map(|(lag, value)| [(*lag, 0.0), (*lag, *value)])
        .collect()
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

    /// Shows the spectra of segments of a signal as an image: times along x, frequencies along y.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::axes::SpecgramOptions;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let chirp: Vec<f64> = (0..2048).map(|i| (f64::from(i * i) * 1e-4).sin() + 0.1).collect();
    /// fig[ax].specgram(&chirp, &SpecgramOptions::new())?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`specgram`], and [`Error::Setting`] for phases in decibels.
    pub fn specgram(
        &mut self,
        x: &(impl Series + ?Sized),
        options: &SpecgramOptions,
    ) -> Result<SpecgramContainer> {
        options.check_options()?;
        let (values, extent) = options.image(x)?;
        let image = self.imshow(&values)?;
        self.part_mut(image).set_extent(extent)?;
        self.set_aspect(Aspect::Auto)?;
        Ok(SpecgramContainer {
            image,
            extent,
            options: options.clone(),
        })
    }

    /// Draws the correlations of two signals at lags from -10 to 10, as lines from 0.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let wave = |t: f64| (0..100).map(|i| (f64::from(i) * 0.5 + t).sin()).collect::<Vec<_>>();
    /// fig[ax].xcorr(&wave(0.0), &wave(1.0))?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`xcorr`].
    pub fn xcorr(
        &mut self,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
    ) -> Result<XcorrContainer> {
        self.xcorr_with(x, y, &XcorrOptions::default())
    }

    /// Draws correlations as [`xcorr`](Self::xcorr) does, with options.
    ///
    /// # Errors
    /// As [`xcorr`].
    pub fn xcorr_with(
        &mut self,
        x: &(impl Series + ?Sized),
        y: &(impl Series + ?Sized),
        options: &XcorrOptions,
    ) -> Result<XcorrContainer> {
        let (lags, found) = options.found(x, y)?;
        let mut container = XcorrContainer {
            lines: None,
            markers: None,
            baseline: None,
            options: options.clone(),
        };
        if options.usevlines {
            container.lines = Some(self.add_artist(LineCollection::new(stems(&lags, &found))));
            container.baseline = Some(self.axhline(0.0));
        } else {
            let markers = self.plot(&lags, &found)?;
            let line = self.part_mut(markers);
            line.set_marker(Marker::Circle)?;
            line.set_linestyle(LineStyle::None)?;
            container.markers = Some(markers);
        }
        Ok(container)
    }

    /// Draws the correlations of a signal with itself at lags from -10 to 10, as lines from 0.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// let wave: Vec<f64> = (0..100).map(|i| (f64::from(i) * 0.5).sin()).collect();
    /// let lines = fig[ax].acorr(&wave)?;
    /// // From frame to frame:
    /// lines.set_data(&mut fig[ax], &wave[1..], &wave[1..])?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`xcorr`].
    pub fn acorr(&mut self, x: &(impl Series + ?Sized)) -> Result<XcorrContainer> {
        let x = x.values();
        self.xcorr(&x, &x)
    }
}
