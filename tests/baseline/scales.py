"""Draw the scenes of tests/integration/scales.rs with matplotlib: scales of axes, and norms by scales.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python tests/baseline/scales.py

For each scene its picture as scales/SCENE.png. With names as arguments, only those are drawn.
"""

from scenes import draw, scene

import numpy as np
from matplotlib import colors


def values(count):
    i = np.arange(count)
    return np.sin(1.7 * i) * 10.0 ** (0.1 * (i % 40))


def shares(count):
    i = np.arange(count)
    return 1 / (1 + np.exp(-0.2 * (i - count / 2)))


def waves(rows, columns):
    r, c = np.mgrid[:rows, :columns].astype(float)
    return (np.sin(0.5 * c) * np.cos(0.4 * r)) ** 3 * (1 + c * r)


@scene
def asinh(fig):
    ax = fig.add_subplot()
    ax.plot(values(80))
    ax.set_yscale("asinh")
    ax.grid(True)


@scene
def asinh_bases(fig):
    ax = fig.add_subplot()
    ax.plot(values(80), 300 * values(80), ".")
    ax.set_xscale("asinh", linear_width=0.2, base=2)
    ax.set_yscale("asinh", linear_width=10, base=0)


@scene
def logit(fig):
    ax = fig.add_subplot()
    ax.plot(shares(60))
    ax.scatter([10, 20, 30], [0.2, 0.03, 0.97])
    ax.set_yscale("logit")
    ax.grid(True)


@scene
def logit_near(fig):
    ax = fig.add_subplot()
    ax.plot(shares(8), "o-")
    ax.set_yscale("logit", one_half="1/2", use_overline=True)
    ax.axhspan(0.3, 0.6, alpha=0.3)


@scene
def logit_beyond(fig):
    left, right = fig.subplots(1, 2, sharey=True)
    x, y = np.arange(6), [-0.5, 0.2, 0.6, 1, 1.4, 0.7]
    left.plot(x, y)
    right.plot(x, y)
    left.fill_between(x, y, alpha=0.3)
    left.set_yscale("logit", nonpositive="mask")
    left.set_ylim(0.01, 0.99)


@scene
def logit_clipped(fig):
    ax = fig.add_subplot()
    ax.plot([-0.5, 0.2, 0.6, 1, 1.4, 0.7])
    ax.set_yscale("logit", nonpositive="clip")
    ax.set_ylim(0.01, 0.99)


@scene
def roots(fig):
    ax = fig.add_subplot()
    x = np.linspace(0, 9, 50)
    ax.plot(x, x**2)
    ax.bar([1, 4, 7], [10, 30, 60], alpha=0.4)
    ax.set_xscale("function", functions=(lambda x: x**0.5, lambda y: y**2))
    ax.set_yscale("function", functions=(lambda x: x ** (1 / 3), lambda y: y**3))
    ax.minorticks_on()


@scene
def mercator(fig):
    ax = fig.add_subplot()
    ax.plot(np.linspace(0, 10, 60), np.linspace(-60, 80, 60))

    def forward(a):
        return np.rad2deg(np.log(np.abs(np.tan(np.deg2rad(a)) + 1 / np.cos(np.deg2rad(a)))))

    ax.set_yscale("function", functions=(forward, lambda a: np.rad2deg(np.arctan(np.sinh(np.deg2rad(a))))))
    ax.set_ylim(-60, 80)
    ax.grid(True)


@scene
def inverted_function(fig):
    ax = fig.add_subplot()
    ax.plot([1, 2, 5, 10], [1, 3, 2, 4], "o-")
    ax.set_xscale("function", functions=(lambda x: 1 / x, lambda y: 1 / y))


@scene
def function_log(fig):
    ax = fig.add_subplot()
    ax.plot(np.linspace(1, 1000, 60), np.linspace(0, 1, 60))
    ax.set_xscale("functionlog", functions=(lambda x: 3 * x + 20, lambda y: (y - 20) / 3), base=2)


@scene
def log_subs(fig):
    ax = fig.add_subplot()
    ax.plot([1, 10, 100], [1, 30, 400])
    ax.set_xscale("log", base=2, subs=[1.5])
    ax.set_yscale("log", subs=[2, 5])


@scene
def log_masked(fig):
    left, right = fig.subplots(1, 2)
    for ax, how in ((left, "mask"), (right, "clip")):
        ax.plot([3, 1, -1, 2, 0, 5, 4], "o-")
        ax.set_yscale("log", nonpositive=how)


@scene
def symlog_subs(fig):
    ax = fig.add_subplot()
    ax.plot(values(80))
    ax.set_yscale("symlog", base=10, linthresh=0.5, linscale=0.4, subs=[2, 3, 4, 5, 6, 7, 8, 9])


@scene
def mesh(fig):
    ax = fig.add_subplot()
    ax.pcolormesh(np.linspace(-20, 20, 13), np.linspace(0.05, 0.95, 9), waves(8, 12))
    ax.set_xscale("asinh")
    ax.set_yscale("logit")


@scene
def radii(fig):
    ax = fig.add_subplot(projection="polar")
    theta = np.linspace(0, 2 * np.pi, 50)
    ax.plot(theta, 20 * (1 + np.sin(3 * theta)))
    ax.set_rscale("asinh", linear_width=2)


@scene
def space(fig):
    ax = fig.add_subplot(projection="3d")
    t = np.linspace(0, 6, 50)
    ax.plot(np.cos(t), t**2, 20 * np.sin(t))
    ax.set_zscale("asinh")
    ax.set_yscale("function", functions=(np.sqrt, np.square))


@scene
def norm_asinh(fig):
    ax = fig.add_subplot()
    fig.colorbar(ax.imshow(waves(9, 12), norm=colors.AsinhNorm(0.5)), ax=ax)


@scene
def norm_function(fig):
    ax = fig.add_subplot()
    norm = colors.FuncNorm((lambda x: np.sqrt(x + 60), lambda y: y**2 - 60), vmin=-50, vmax=60)
    fig.colorbar(ax.imshow(waves(9, 12), norm=norm), ax=ax, orientation="horizontal", extend="max")


@scene
def norm_symlog(fig):
    ax = fig.add_subplot()
    fig.colorbar(ax.imshow(waves(9, 12), norm=colors.SymLogNorm(0.3, linscale=0.2, base=2)), ax=ax)


draw("scales")
