"""Draw the imshow scenes of tests/integration/imshow.rs with matplotlib.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python tests/baseline/imshow.py

For each scene NAME: its arrays as NAME.0.npy, NAME.1.npy, … (each shown by set_data after the one before) and the
last picture as NAME.png.
"""

import logging
import warnings
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from matplotlib import colors
from PIL import Image

HERE = Path(__file__).parent
DPI = 100
rng = np.random.default_rng(20)


def scene(name, arrays, size=None, cmap=None, **kwargs):
    """Draw one scene of `size` (width, height) pixels, by default that of its first array."""
    arrays = arrays if isinstance(arrays, list) else [arrays]
    width, height = size or (arrays[0].shape[1], arrays[0].shape[0])
    fig = plt.figure(figsize=(width / DPI, height / DPI), dpi=DPI)
    ax = fig.add_axes((0, 0, 1, 1))
    ax.axis("off")
    im = ax.imshow(arrays[0], interpolation="nearest", cmap=cmap, **kwargs)
    for array in arrays[1:]:
        im.set_data(array)
    fig.canvas.draw()
    rgb = np.asarray(fig.canvas.buffer_rgba())[..., :3]
    assert rgb.shape == (height, width, 3), rgb.shape
    Image.fromarray(rgb).save(HERE / f"{name}.png")
    for i, array in enumerate(arrays):
        np.save(HERE / f"{name}.{i}.npy", array)
    plt.close(fig)


def rgb(dtype, low, high, channels=3):
    return rng.integers(low, high, (17, 23, channels)).astype(dtype)


logging.disable(logging.WARNING)
warnings.simplefilter("ignore")

scene("rgb_u8", rgb(np.uint8, 0, 256))
scene("rgb_u16", rgb(np.uint16, 0, 700))
scene("rgb_i32", rgb(np.int32, -300, 600))
scene("rgb_bool", rgb(bool, 0, 2))
scene("rgb_f32", rng.uniform(-0.2, 1.2, (17, 23, 3)).astype(np.float32))
scene("rgb_f64", rng.uniform(-0.2, 1.2, (17, 23, 3)))
with_nan = rng.uniform(0, 1, (17, 23, 3))
with_nan[rng.random((17, 23, 3)) < 0.1] = np.nan
scene("rgb_nan", with_nan)
scene("rgba_f32", rng.uniform(0, 1, (17, 23, 4)).astype(np.float32))
scene("rgba_f64", rng.uniform(0, 1, (17, 23, 4)))
scene("rgba_u8", rgb(np.uint8, 0, 256, 4))
scene("rgb_fortran", np.asfortranarray(rgb(np.uint8, 0, 256)))

scene("scalar_u8", rng.integers(0, 256, (16, 16)).astype(np.uint8))
ramp = np.arange(256, dtype=np.uint8).reshape(16, 16)
scene("scalar_u8_gray", ramp, cmap="gray", vmin=0, vmax=255)
scene("scalar_i16", rng.integers(-999, 999, (17, 23)).astype(np.int16))
scene("scalar_i64", rng.integers(-(10**12), 10**12, (17, 23)))
scene("scalar_bool", rng.random((17, 23)) < 0.5)
scene("scalar_f32", rng.normal(size=(17, 23)).astype(np.float32))
scene("scalar_f64", rng.normal(size=(17, 23)))
scene("scalar_3d", rng.normal(size=(17, 23, 1)))
scene("scalar_tab10", rng.random((17, 23)), cmap="tab10")
scene("scalar_twilight", rng.random((17, 23)).astype(np.float32), cmap="twilight_r")
bad = rng.normal(size=(17, 23))
bad[rng.random(bad.shape) < 0.1] = np.nan
bad[rng.random(bad.shape) < 0.1] = np.inf
scene("scalar_nan", bad)
extremes = matplotlib.colormaps["plasma"].with_extremes(under="#00ff00", over="#0000ff", bad="#808080")
scene("scalar_extremes", bad, cmap=extremes, vmin=-1, vmax=1)
scene("scalar_constant", np.zeros((5, 7)))
scene("limits_stay", [rng.random((17, 23)), 3 * rng.random((17, 23)) - 1])

positive = 10 ** rng.uniform(-2, 3, (17, 23))
positive[0, :5] = [0, -1, -5, np.nan, np.inf]
scene("norm_log", positive, norm=colors.LogNorm())
scene("norm_log_limits", positive.astype(np.float32), norm=colors.LogNorm(vmin=0.1, vmax=100))
wide = rng.normal(size=(17, 23)) * 10 ** rng.uniform(-3, 3, (17, 23))
scene("norm_symlog", wide, norm=colors.SymLogNorm(0.1, base=10))
scene("norm_power", rng.uniform(-1, 4, (17, 23)), norm=colors.PowerNorm(0.5))
scene("norm_power_under", rng.uniform(-1, 4, (17, 23)), norm=colors.PowerNorm(2.0, vmin=0))
scene("norm_twoslope", rng.uniform(-1, 4, (17, 23)), norm=colors.TwoSlopeNorm(0.5))
scene("norm_boundary", rng.uniform(-1, 5, (17, 23)), norm=colors.BoundaryNorm([0, 1, 2, 4], 256))

scene("other_shape", [rgb(np.uint8, 0, 256), rng.integers(0, 256, (31, 11, 3)).astype(np.uint8)])
scene("enlarged", rgb(np.uint8, 0, 256), size=(69, 51))
scene("letterbox_wide", rgb(np.uint8, 0, 256), size=(100, 40))
scene("letterbox_tall", rng.random((30, 50)), size=(41, 90))
scene("reduced", rng.integers(0, 256, (64, 96, 3)).astype(np.uint8), size=(37, 25))
