//! Spectra of a signal over time, as images: `specgram`.

use ndarray::Array2;

use crate::artists::AxesImage;
use crate::axes::{Aspect, Axes};
use crate::error::{Error, Result};
use crate::handle::Handle;
use crate::properties::{names, options};
use crate::series::Series;
use crate::spectral::{SPECGRAM_OVERLAP, SpectralOptions, SpectrumMode, specgram};

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

impl Axes {
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
}
