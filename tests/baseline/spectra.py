"""Draw the scenes of tests/integration/spectra.rs with matplotlib.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python tests/baseline/spectra.py

Each function below is a scene: spectra/NAME.png. With names as arguments, only those are drawn.
"""

from scenes import draw, scene

import matplotlib.mlab as mlab
import matplotlib.pyplot as plt
import numpy as np


def wave(phase=0.0):
    i = np.arange(1000)
    return np.sin(0.5 * i + phase) + 0.5 * np.sin(1e-3 * i**2 + phase) + 0.3 * ((i * 0.618) % 1) + 0.01 * i


@scene
def psd(ax):
    ax.psd(wave())


@scene
def psd_options(ax):
    ax.psd(wave(), NFFT=100, Fs=50, Fc=10, noverlap=30, pad_to=150, sides="twosided", detrend="linear", scale_by_freq=False)


@scene
def psd_updated(ax):
    ax.psd(wave(), NFFT=128, detrend="mean")
    ax.lines[0].set_ydata(10 * np.log10(mlab.psd(wave(2.0), NFFT=128, detrend="mean")[0]))


@scene
def csd(ax):
    ax.csd(wave(), wave(1), NFFT=99, window=mlab.window_none)


@scene
def specgram(ax):
    ax.specgram(wave(), Fs=100)


@scene
def specgram_magnitude(ax):
    plt.colorbar(ax.specgram(wave(), NFFT=64, noverlap=10, mode="magnitude", scale="linear", cmap="magma")[3])


@scene
def specgram_phase(ax):
    ax.specgram(wave(), NFFT=51, noverlap=25, mode="phase", sides="twosided")


@scene
def xcorr(ax):
    ax.xcorr(wave(), wave(1), detrend=mlab.detrend_mean)


@scene
def xcorr_markers(ax):
    ax.xcorr(wave(), wave(1), usevlines=False, maxlags=30, normed=False)


@scene
def acorr(ax):
    ax.acorr(wave(), detrend=mlab.detrend_linear, maxlags=20, lw=2)


draw("spectra", projection="rectilinear")
