"""Draw the scenes of tests/integration/interpolation.rs with matplotlib.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python tests/baseline/interpolation.py

The arrays that the scenes share become interpolation/ARRAY.npy, the pictures interpolation/SCENE.png.
"""

from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from PIL import Image

HERE = Path(__file__).parent / "interpolation"
DPI = 100
rng = np.random.default_rng(31)

ROWS, COLUMNS = 16, 20
scalar = rng.random((ROWS, COLUMNS))
holes = rng.normal(size=(ROWS, COLUMNS))
holes[rng.random(holes.shape) < 0.06] = np.nan
ARRAYS = {
    "scalar": scalar,
    "single": scalar.astype(np.float32),
    "holes": holes,
    "counts": rng.integers(0, 1000, (ROWS, COLUMNS)).astype(np.int32),
    "rgb": rng.integers(0, 256, (ROWS, COLUMNS, 3)).astype(np.uint8),
    "rgba": rng.integers(0, 256, (ROWS, COLUMNS, 4)).astype(np.uint8),
    "floats": rng.random((ROWS, COLUMNS, 3)),
    "large": rng.integers(0, 256, (60, 80, 3)).astype(np.uint8),
    "field": np.add.outer(np.sin(np.arange(60) / 7), np.cos(np.arange(80) / 5)),
}
SMALL, TRIPLE, ODD, HALF, REDUCED = (30, 24), (60, 48), (94, 75), (47, 37), (32, 24)


def scene(name, array, size, *, xlim=None, ylim=None, below=None, **kwargs):
    """Draw an array on axes that fill a figure of `size` pixels, over an image of another array if `below` is one."""
    fig = plt.figure(figsize=(size[0] / DPI, size[1] / DPI), dpi=DPI)
    ax = fig.add_axes((0, 0, 1, 1))
    ax.axis("off")
    if below is not None:
        ax.imshow(ARRAYS[below], interpolation="nearest").set_visible(False)
        xlim, ylim = ax.get_xlim(), ax.get_ylim()
    ax.imshow(ARRAYS[array], **kwargs)
    if xlim:
        ax.set_xlim(*xlim)
    if ylim:
        ax.set_ylim(*ylim)
    fig.canvas.draw()
    rgb = np.asarray(fig.canvas.buffer_rgba())[..., :3]
    Image.fromarray(rgb).save(HERE / f"{name}.png", optimize=True)
    plt.close(fig)


HERE.mkdir(exist_ok=True)
for name, array in ARRAYS.items():
    np.save(HERE / f"{name}.npy", array)

FILTERS = (
    "auto none nearest bilinear bicubic spline16 spline36 hanning hamming hermite kaiser quadric catrom gaussian "
    "bessel mitchell sinc lanczos blackman"
).split()
for interpolation in FILTERS:
    scene(f"odd_{interpolation}", "rgb", HALF, interpolation=interpolation)
for interpolation in ("auto", "none", "nearest", "bilinear", "bicubic", "lanczos"):
    scene(f"small_{interpolation}", "rgb", SMALL, interpolation=interpolation)
for interpolation in ("auto", "nearest", "none", "bilinear", "lanczos"):
    scene(f"reduced_{interpolation}", "large", REDUCED, interpolation=interpolation)
scene("triple_auto", "rgb", TRIPLE)
scene("double_auto", "rgb", (40, 32))
scene("same_lanczos", "rgb", (20, 16), interpolation="lanczos")

scene("data_bilinear", "scalar", ODD, interpolation="bilinear")
scene("data_triple", "scalar", TRIPLE, interpolation="hanning")
scene("data_single", "single", ODD, interpolation="bicubic")
scene("data_lanczos", "single", ODD, interpolation="lanczos")
scene("data_counts", "counts", ODD, interpolation="bilinear")
scene("data_holes", "holes", ODD, interpolation="bilinear")
scene("data_holes_nearest", "holes", ODD, interpolation="nearest")
scene("data_small", "scalar", SMALL, interpolation="bilinear", interpolation_stage="data")
scene("data_reduced", "field", REDUCED, interpolation_stage="data")
scene("data_alpha", "scalar", ODD, interpolation="bilinear", alpha=0.5)
scene("rgba_small", "scalar", SMALL)
scene("rgba_gray", "scalar", SMALL, interpolation="bicubic", cmap="gray")
scene("rgba_stage", "scalar", ODD, interpolation="bilinear", interpolation_stage="rgba")
scene("rgba_holes", "holes", ODD, interpolation="bilinear", interpolation_stage="rgba")
scene("rgba_reduced", "field", REDUCED)
scene("rgba_alpha", "scalar", SMALL, alpha=0.3)

scene("color_alpha", "rgb", SMALL, alpha=0.5)
scene("color_alpha_same", "rgb", (20, 16), alpha=0.8)
scene("color_rgba", "rgba", ODD, interpolation="bilinear")
scene("color_rgba_reduced", "rgba", (8, 6))
scene("color_rgba_alpha", "rgba", SMALL, interpolation="hanning", alpha=0.5)
scene("color_rgba_alpha_nearest", "rgba", ODD, interpolation="nearest", alpha=0.5)
scene("color_floats", "floats", SMALL)
scene("scalar_alpha_nearest", "scalar", SMALL, interpolation="nearest", alpha=0.7)
scene("scalar_alpha_nearest_data", "scalar", ODD, interpolation="nearest", alpha=0.7)

scene("lower_nearest", "rgb", SMALL, origin="lower", interpolation="nearest")
scene("lower_none", "rgb", SMALL, origin="lower", interpolation="none")
scene("lower_bilinear", "scalar", ODD, origin="lower", interpolation="bilinear")
scene("extent_nearest", "rgb", (50, 47), extent=(0, 3, -1, 2), interpolation="nearest")
scene("extent_bicubic", "rgb", (50, 47), extent=(0, 3, -1, 2), interpolation="bicubic")
scene("extent_inside", "rgb", ODD, below="scalar", extent=(1.3, 12.1, 9.4, 2.2), interpolation="bilinear")
scene("extent_inside_nearest", "rgb", ODD, below="scalar", extent=(1.3, 12.1, 9.4, 2.2), interpolation="nearest")
scene("flipped_bilinear", "rgb", ODD, below="scalar", extent=(17.2, 2.1, 1.3, 12.4), interpolation="bilinear")
scene("flipped_nearest", "rgb", ODD, below="scalar", extent=(17.2, 2.1, 1.3, 12.4), interpolation="nearest")

# Limits of their own: tested in src/artists/image.rs.
scene("limits_nearest", "rgb", (64, 48), xlim=(3.2, 11.2), ylim=(9.1, 3.1), interpolation="nearest")
scene("limits_lanczos", "rgb", (64, 48), xlim=(3.2, 11.2), ylim=(9.1, 3.1), interpolation="lanczos")
scene("limits_flipped", "rgb", (64, 48), xlim=(30.0, -2.0), ylim=(-3.0, 21.0), interpolation="bilinear")
