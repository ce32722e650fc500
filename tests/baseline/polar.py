"""Draw the scenes of tests/integration/polar.rs with matplotlib.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python tests/baseline/polar.py

Each function below is a scene: polar/NAME.png. With names as arguments, only those are drawn.
"""

from scenes import draw, scene

import matplotlib.pyplot as plt
import numpy as np

t = np.arange(101) * 0.1


@scene
def polar_empty(ax):
    pass


@scene
def polar_plot(ax):
    ax.plot(t, 0.2 * t)
    ax.plot(2 * t, 1 + np.sin(3 * t), "C1--o", markevery=10)
    ax.set_title("A spiral")


@scene
def polar_scatter(ax):
    ax.scatter(t, t**1.5 / 20, c=t, s=20 + 4 * t, alpha=0.7, cmap="hsv")
    ax.set_xlabel("theta")
    ax.set_ylabel("radius")


@scene
def polar_outside(ax):
    ax.plot(t, t - 2, lw=3)
    ax.set_rlim(1, 6)
    ax.grid(True, ls="--", color="C3", alpha=0.5)


@scene
def polar_inverted(ax):
    ax.plot(t, t)
    ax.set_rlim(12, 0)


@scene
def polar_negative(ax):
    ax.plot(t, np.cos(t) * 3)


@scene
def polar_log(ax):
    ax.plot(t, 10 ** (t / 4))
    ax.set_rscale("log")
    ax.set_rlim(1, 1000)


@scene
def polar_styled(ax):
    ax.plot(t, t)
    ax.set_facecolor("lightyellow")
    ax.spines["polar"].set(color="C2", linewidth=3)
    ax.tick_params(labelsize=7, labelcolor="C0", pad=0)
    ax.xaxis.grid(False)
    ax.tick_params(axis="x", top=True, direction="inout", length=8)
    ax.tick_params(axis="y", left=True, labelrotation=30)


@scene
def polar_bar(ax):
    theta = np.arange(8) * np.pi / 4
    radii = np.array([1, 3, 2, 4, 2.5, 3.5, 1.5, 3])
    ax.bar(theta, radii, width=0.6, bottom=0.5, color=[f"C{i}" for i in range(8)], alpha=0.5, edgecolor="k")
    ax.barh([4.5], [5], height=0.3, color="C1")


@scene
def polar_fill(ax):
    ax.fill(t, 1 + 0.5 * np.sin(5 * t), color="C2", alpha=0.4)
    ax.fill_between(t, 1.2 + 0.2 * np.cos(t), 2, facecolor="C1", alpha=0.6)
    ax.set_rmax(2)


@scene
def polar_compass(ax):
    ax.plot(t[:60], 1 + t[:60])
    ax.set_theta_zero_location("N")
    ax.set_theta_direction(-1)
    ax.set_rlabel_position(-110)
    ax.set_rgrids([2, 4, 6], labels=["two", "four", "six"])
    ax.set_thetagrids([0, 60, 120, 180, 240, 300])


@scene
def polar_offset(ax):
    ax.plot(t, t)
    ax.set_theta_offset(0.7)
    ax.set_thetagrids([0, 90, 180, 270], labels=["E", "N", "W", "S"])
    ax.set_rorigin(-5)
    ax.set_rticks([2, 6, 10])


@scene
def polar_wedge(ax):
    ax.plot(t / 10, t)
    ax.set_thetamin(0)
    ax.set_thetamax(60)
    ax.set_title("Wedge")


@scene
def polar_wedge_ring(ax):
    ax.plot(t / 4 - 1.2, 3 + t / 5, "C3")
    ax.set_thetalim(-np.pi / 3, np.pi / 3)
    ax.set_rlim(2, 5)
    ax.set_rorigin(0.5)
    ax.set_theta_zero_location("N")
    ax.set_theta_direction("clockwise")


@scene
def polar_wedge_wide(ax):
    ax.bar([1, 2, 4], [2, 3, 1])
    ax.set_thetamin(20)
    ax.set_thetamax(310)


@scene
def polar_mesh(ax):
    theta = np.linspace(0, 2 * np.pi, 25)
    r = np.linspace(0.5, 3, 9)
    z = np.add.outer(np.cos(np.arange(8)), np.sin(np.arange(24) / 3))
    ax.pcolormesh(theta, r, z)


@scene
def polar_mesh_gouraud(ax):
    theta = np.linspace(0, 1.5 * np.pi, 10)
    r = np.linspace(1, 3, 5)
    z = np.add.outer(np.cos(np.arange(5)), np.sin(np.arange(10)))
    mesh = ax.pcolormesh(theta, r, z, shading="gouraud", cmap="plasma")
    ax.figure.colorbar(mesh, ax=ax)


@scene
def polar_contours(ax):
    theta = np.linspace(0, 2 * np.pi, 41)
    r = np.linspace(0, 2, 21)
    z = np.add.outer(np.cos(2 * r), 0 * theta) * np.cos(3 * theta)
    ax.contourf(theta, r, z)
    ax.contour(theta, r, z, colors="k", linewidths=0.5)
    ax.grid(False)


@scene
def polar_notes(ax):
    ax.plot(t, t, label="spiral")
    ax.plot(t, 10 - t, "C3--", label="back")
    ax.text(np.pi / 2, 6, "up", ha="center")
    ax.annotate("here", (3, 3), (4.2, 8), arrowprops={"arrowstyle": "->"})
    ax.legend(loc="lower right", fontsize=7)


@scene
def polar_spans(ax):
    ax.plot(t, t / 5)
    ax.axhline(1.2, color="C1")
    ax.axvline(2.5, color="C2", lw=3)
    ax.axhspan(0.4, 0.8, color="C3", alpha=0.4)
    ax.axvspan(3.5, 4.5, color="C4", alpha=0.4)


@scene
def polar_wind_rose(ax):
    theta = np.arange(16) * np.pi / 8
    below = np.zeros(16)
    for i, speed in enumerate(["0-5", "5-10", "over 10"]):
        part = 2 + np.cos(theta * (i + 1)) - 0.4 * i
        ax.bar(theta, part, width=0.35, bottom=below, color=plt.cm.viridis(i / 2), label=speed)
        below = below + part
    ax.set_theta_zero_location("N")
    ax.set_theta_direction(-1)
    ax.set_thetagrids(range(0, 360, 45), labels=["N", "NE", "E", "SE", "S", "SW", "W", "NW"])
    ax.set_rmax(9)
    ax.legend(bbox_to_anchor=(0.2, 0.2), fontsize=6)


@scene
def polar_updated(ax):
    ax.plot(t, 2 + np.sin(4 * t), lw=2)
    ax.set_rmin(0.5)
    ax.set_rmax(4)


@scene
def polar_turned(ax):
    ax.plot(t, t)
    ax.tick_params(rotation="auto", labelsize=8)
    ax.set_rlabel_position(200)


@scene
def polar_turned_wedge(ax):
    ax.plot(t, t)
    ax.set_thetalim(np.deg2rad(20), np.deg2rad(130))
    ax.tick_params(rotation="auto", labelsize=8, labelright=True)


@scene
def polar_turned_back(ax):
    ax.plot(t, t)
    ax.set_theta_zero_location("N")
    ax.set_theta_direction(-1)
    ax.set_thetalim(np.deg2rad(-45), np.deg2rad(180))
    ax.tick_params(axis="x", labelrotation=("auto", 90), labelsize=8)
    ax.tick_params(axis="y", labelrotation="auto", labelsize=7)


draw("polar", (2.6, 2.4), projection="polar")
