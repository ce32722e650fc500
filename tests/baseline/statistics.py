"""Draw the scenes of tests/integration/statistics.rs with matplotlib.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python tests/baseline/statistics.py

Each function below is a scene: statistics/NAME.png. With names as arguments, only those are drawn.
"""

from scenes import draw, scene

import numpy as np

x = np.linspace(0, 3, 9)
y = np.sin(2 * x)
e = 0.1 + 0.1 * x


@scene
def errorbar(ax):
    ax.errorbar(x, y, e)


@scene
def errorbar_options(ax):
    ax.errorbar(x, y, xerr=0.1, yerr=[e, 2 * e], fmt="o--", ecolor="C3", elinewidth=2, capsize=4, capthick=2)
    ax.errorbar(x, y + 1.5, yerr=e, fmt="none", color="C2", elinestyle=":")
    ax.plot(x, y)


@scene
def errorbar_limits(ax):
    some = np.arange(9) % 3 == 0
    ax.errorbar(x, y, 2 * e, fmt="s", lolims=some, uplims=np.roll(some, 1), capsize=3)
    ax.errorbar(x, y + 2, xerr=e, xlolims=True, barsabove=True, lw=3, color="C1", elinewidth=1)
    ax.errorbar(x, y + 3, e, xerr=e, xuplims=some, uplims=True, fmt=".", color="C2")
    ax.invert_yaxis()


@scene
def errorbar_every(ax):
    f = e.copy()
    f[4] = np.nan
    ax.errorbar(x, y, f, errorevery=2, label="every second")
    ax.errorbar(x, y + 1, e, errorevery=(1, 3), fmt="o", capsize=2, label="and so on")
    ax.errorbar(x, y + 2, xerr=e / 2, yerr=e, fmt="none", ecolor="C4", capsize=2, label="bars alone")
    ax.legend(loc="lower left", fontsize=8)


@scene
def errorbar_updated(ax):
    ax.errorbar(x + 0.1, 2 * y, 2 * e, xerr=[e, e / 2], fmt="o", capsize=3, uplims=True)
    ax.set(xlim=(-1, 4), ylim=(-3, 3))


@scene
def stem(ax):
    ax.stem(x, y, label="stems")
    ax.stem(x + 0.15, y / 2, linefmt="C2--", markerfmt="D", basefmt=" ", bottom=-0.5, label="more")
    ax.legend(loc="lower right", fontsize=8)


@scene
def stem_horizontal(ax):
    ax.stem(x, y, "k", markerfmt="", orientation="horizontal")
    m, s, b = ax.stem(x, y + 3, "C1", bottom=2)
    m.set_markersize(3)
    s.set_linewidth(4)
    b.set_color("C0")


@scene
def eventplot(ax):
    rows = ax.eventplot([x, x[::2] + 0.1, [0.5, 2.2]])
    rows[1].set(color="C1", linewidth=3)
    rows[2].set(linelength=0.4, linestyle="--", color="C2")


@scene
def eventplot_vertical(ax):
    ax.eventplot(x, orientation="vertical", lineoffsets=2, linelengths=0.5, colors="C3")
    ax.eventplot([x + 0.1, x[:4]], orientation="vertical", lineoffsets=[4, 5.5], linelengths=[1, 0.5])


@scene
def stairs(ax):
    edges = np.array([0, 1, 1.5, 2, 3, 4])
    ax.stairs([1, 3, np.nan, 2, 1.5], edges, lw=2, label="line")
    ax.stairs([2, 1, 2.5, 3, 2], edges + 5, fill=True, label="area")
    ax.stairs([2, 1, 2.5, 3, 2], edges + 5, baseline=None, color="k", ls=":")
    ax.stairs([2, 1, 2.5, 3, 2], edges + 10, baseline=[0, 0.5, 1, 0.5, 0], fill=True, color="C3", alpha=0.5)
    ax.legend(loc="upper right", fontsize=8)


@scene
def stairs_horizontal(ax):
    ax.stairs([1, 3, 2, 1.5], orientation="horizontal", baseline=0.5)


@scene
def broken_barh(ax):
    ax.broken_barh([(0, 2), (3, 1.5), (5, 1)], (10, 4))
    ax.broken_barh([(1, 1), (4, 2)], (16, 3), facecolors=("C1", "C2"), edgecolor="k", lw=2)


@scene
def ecdf(ax):
    ax.ecdf(np.sin(5 * x))
    ax.ecdf(y, weights=1 + x, complementary=True, color="C3", lw=2)


@scene
def ecdf_horizontal(ax):
    ax.ecdf([1, 2, 2, 3, 3, 3, 5], compress=True, orientation="horizontal")
    ax.ecdf([2, 2, 4], complementary=True, orientation="horizontal")


@scene
def bar_label(ax):
    bars = ax.bar(np.arange(5), [3, 1.25, -2, 0, np.nan])
    ax.bar_label(bars)
    bars = ax.bar(np.arange(5) + 5, [3, 1.5, -2, 4, 3.2], color="C1")
    ax.bar_label(bars, fmt="%.1f", label_type="center", color="w", fontsize=8)
    bars = ax.bar(np.arange(3) + 11, [2, -2, 3], color="C2")
    ax.bar_label(bars, ["a", "b", "c"], padding=3, fontweight="bold")
    ax.margins(y=0.15)


@scene
def bar_label_horizontal(ax):
    # Labels of matplotlib keep the sides that they have when they are made.
    ax.set_xlim(4, -4)
    bars = ax.barh(np.arange(4), [3, 1.25, -2, 0])
    ax.bar_label(bars, padding=2, fmt="%d m")
    bars = ax.barh(np.arange(3) + 5, [12, 2, -2], color="C1")
    ax.bar_label(bars, label_type="center")


@scene
def pie(ax):
    ax.pie([3, 2, 1, 4], labels=["a", "b", "c", "d"], autopct="%.1f%%", explode=[0, 0.1, 0, 0.2])


@scene
def pie_options(ax):
    p = ax.pie([0.3, 0.2, 0.1], normalize=False, colors=["C3", "gold"], startangle=60, counterclock=False, radius=0.9,
               labels=["one", "two", "three"], rotatelabels=True, labeldistance=0.7, center=(0.2, -0.1), frame=True)
    for wedge in p.wedges:
        wedge.set(edgecolor="w", linewidth=2, width=0.5)


def data(shift=0.0):
    i = np.arange(30)
    return [np.sin(1.7 * i) + 0.02 * i**1.5 + shift, 2 * np.cos(0.9 * i) * np.sin(0.37 * i), np.array([1.0, 1.5, 1.7, 1.8, 6.0])]


@scene
def boxplot(ax):
    ax.boxplot(data())


@scene
def boxplot_options(ax):
    b = ax.boxplot(data(), positions=[1, 2, 4], widths=[0.5, 0.5, 0.8], notch=True, patch_artist=True, showmeans=True,
                   whis=1, tick_labels=["a", "b", "c"], showcaps=False)
    b["boxes"][1].set_facecolor("gold")


@scene
def boxplot_horizontal(ax):
    ax.boxplot(data(), orientation="horizontal", showmeans=True, meanline=True, showfliers=False)


@scene
def boxplot_updated(ax):
    ax.boxplot(data(1.5))
    ax.set_ylim(-3, 8)


draw("statistics", projection="rectilinear")
