//! Spectra and correlations of signals that change, in frames that are drawn in part.

use crate::axes::{
    Axes, SpecgramContainer, SpecgramOptions, SpectralOptions, SpectrumContainer, XcorrContainer,
    XcorrOptions,
};
use crate::figure::Figure;
use crate::handle::Handle;
use crate::redraw::changes::{Changing, check_each, check_sequences};

/// Small axes with a spectrum each, a spectrogram with a colorbar, and correlations.
struct Scene {
    fig: Figure,
    axes: Vec<Handle<Axes>>,
    power: SpectrumContainer,
    cross: SpectrumContainer,
    image: SpecgramContainer,
    lines: XcorrContainer,
    markers: XcorrContainer,
    auto: XcorrContainer,
}

/// So many values of a wave.
fn wave(value: f64, count: u32) -> Vec<f64> {
    let at = |i: u32| (f64::from(i) * (0.5 + 0.1 * value)).sin() + 0.1 * (f64::from(i) * 2.3).cos();
    (0..count).map(at).collect()
}

impl Changing for Scene {
    const CHANGES: usize = 14;

    fn new() -> Self {
        let mut fig = Figure::new((1.6, 1.2), 100.0);
        let axes: Vec<_> = fig.subplots(2, 3).unwrap().into_iter().collect();
        let (first, second) = (wave(0.0, 96), wave(1.0, 96));
        let options = SpectralOptions::new().with_nfft(32_usize).with_noverlap(8);
        let power = fig[axes[0]].psd(&first, &options).unwrap();
        let cross = fig[axes[1]].csd(&first, &second, &options).unwrap();
        let spectra = SpecgramOptions::new().with_spectral(options);
        let image = fig[axes[2]].specgram(&first, &spectra).unwrap();
        fig.colorbar(image.image, axes[2]).unwrap();
        let lines = fig[axes[3]].xcorr(&first, &second).unwrap();
        let options = XcorrOptions::new().with_usevlines(false).with_maxlags(20);
        let markers = fig[axes[4]].xcorr_with(&first, &second, &options).unwrap();
        let auto = fig[axes[5]].acorr(&first).unwrap();
        fig[axes[0]].plot(&[0.0, 1.0], &[-20.0, 0.0]).unwrap();
        Self {
            fig,
            axes,
            power,
            cross,
            image,
            lines,
            markers,
            auto,
        }
    }

    fn fig(&self) -> &Figure {
        &self.fig
    }

    fn change(&mut self, what: usize, value: f64) {
        let (fig, axes) = (&mut self.fig, &self.axes);
        let (x, y) = (wave(value, 96), wave(-value, 96));
        // Longer or shorter than the first signal, which moves the ends of a spectrogram.
        let other = wave(value, 80 + 32 * u32::from(value > 0.0));
        match what {
            0 => self.power.set_data(&mut fig[axes[0]], &x).unwrap(),
            1 => self.power.set_data(&mut fig[axes[0]], &other).unwrap(),
            2 => self.cross.set_data_xy(&mut fig[axes[1]], &x, &y).unwrap(),
            3 => self.image.set_data(&mut fig[axes[2]], &x).unwrap(),
            4 => self.image.set_data(&mut fig[axes[2]], &other).unwrap(),
            5 => self.lines.set_data(&mut fig[axes[3]], &x, &y).unwrap(),
            6 => self
                .lines
                .set_data(&mut fig[axes[3]], &other, &other)
                .unwrap(),
            7 => self.markers.set_data(&mut fig[axes[4]], &x, &y).unwrap(),
            8 => self.auto.set_data(&mut fig[axes[5]], &x, &x).unwrap(),
            9 => fig[self.image.image].set_clim(Some(value - 60.0), Some(value)),
            10 => fig[self.power.line].set_visible(value > 0.0),
            11 => fig[axes[what % 6]].relim(),
            12 => fig[axes[0]].set_ylim(value - 50.0, 0.0).unwrap(),
            _ => fig[self.image.image].set_alpha(value.abs() / 9.0).unwrap(),
        }
    }
}

#[test]
fn spectra_that_change_are_drawn() {
    check_each::<Scene>();
}

#[test]
fn changes_of_spectra_after_each_other_are_drawn() {
    check_sequences::<Scene>(16);
}
