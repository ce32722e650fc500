"""Ask matplotlib for the limits of axes that share x, for the unit test of src/resolve.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python tests/baseline/shared_limits.py

Draws nothing. Writes shared_limits.tsv, one case a line: calls, separated by semicolons, and the limits of x after them.
A call is a word, the number of the axes, and values:

    plot 0 1.0,2.0      a line of these x
    scale 1 log         the scale of x
    margins 0 0.2       the margin of x
    limits 1 1.0,5.0    the limits of x
    invert 0            the direction of x
"""

import logging
import warnings
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np

logging.disable(logging.WARNING)
warnings.simplefilter("ignore")
np.seterr(all="ignore")
rng = np.random.default_rng(4)
SCALES = ["linear", "log", "symlog", "asinh"]


def plot(ax):
    low = rng.choice([-2.0, 0.0, 0.01, 0.3, 5.0])
    x = np.round(low + np.array([0.0, 0.1, rng.choice([0.2, 0.5, 30.0])]), 3)
    return f"plot {ax} " + ",".join(repr(float(v)) for v in x)


def random_calls():
    """The scale is set at most twice, on one of the axes; limits are set, or turned round at last."""
    scaled, is_turned = rng.integers(2), rng.random() < 0.5
    calls = [random_call(scaled, not is_turned) for _ in range(rng.integers(2, 8))]
    scales = [call for call in calls if call.startswith("scale")]
    if len(scales) > 2:
        return random_calls()
    last = [f"invert {rng.integers(2)}"] if is_turned else []
    return [plot(rng.integers(2)), *calls, *last]


def random_call(scaled, with_limits):
    ax = rng.integers(2)
    match rng.choice(["plot", "scale", "margins", "limits"], p=[0.4, 0.3, 0.2, 0.1] if with_limits else [0.5, 0.3, 0.2, 0]):
        case "plot":
            return plot(ax)
        case "scale":
            return f"scale {scaled} {rng.choice(SCALES)}"
        case "margins":
            return f"margins {ax} {rng.choice([0.0, 0.1, 0.3])}"
        case _:
            return f"limits {ax} {rng.choice(['0.2,0.7', '0.9,0.1', '0.001,0.5'])}"


def run(calls):
    fig, axs = plt.subplots(2, sharex=True)
    for call in calls:
        name, ax, *rest = call.split(" ")
        ax = axs[int(ax)]
        match name:
            case "plot":
                x = [float(v) for v in rest[0].split(",")]
                ax.plot(x, range(len(x)))
            case "scale":
                ax.set_xscale(rest[0])
            case "margins":
                ax.margins(x=float(rest[0]))
            case "limits":
                ax.set_xlim(*(float(v) for v in rest[0].split(",")))
            case "invert":
                ax.invert_xaxis()
    # As if it were drawn.
    found = axs[0].get_xlim()
    assert axs[1].get_xlim() == found
    plt.close(fig)
    return ",".join(repr(float(v)) for v in found)


rows = []
for _ in range(400):
    calls = random_calls()
    try:
        rows.append(f"{';'.join(calls)}\t{run(calls)}\n")
    except ValueError as error:
        print(calls, error)
(Path(__file__).parent / "shared_limits.tsv").write_text("".join(rows), newline="\n")
