"""Scenes of fields and statistics by matplotlib 3.11.2, for gallery.py."""

from datetime import date, timedelta

import matplotlib.dates as mdates
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import LightSource, ListedColormap, LogNorm
from matplotlib.tri import Triangulation

from gallery_random import Random


def weather_map():
    def weather(lon, lat, hours):
        depth, moved = 22 + 0.1 * hours, 0.6 * hours
        centers = [
            (-18 + moved, 58 - 0.05 * hours, -depth, 11, 8),
            (-26 + 0.5 * moved, 41, 16, 16, 8),
            (26 + 0.2 * moved, 50, 14, 12, 10),
        ]
        pressure, east, north = 1013.0, 0.0, 0.0
        for x, y, high, width, height in centers:
            dx, dy = (lon - x) / width, (lat - y) / height
            bell = high * np.exp(-dx * dx - dy * dy)
            pressure = pressure + bell
            east = east - 2 * dx / width * bell
            north = north - 2 * dy / height * bell
        return pressure, -9 * north - 3 * east, 9 * east - 3 * north

    lon, lat = np.linspace(-30, 30, 61), np.linspace(36, 68, 33)
    x, y = np.meshgrid(np.linspace(-27, 27, 13), np.linspace(38, 66, 8))
    fig, ax = plt.subplots(figsize=(6.4, 4.4))
    ax.set_xlabel("longitude / °E")
    ax.set_ylabel("latitude / °N")
    levels = np.arange(984, 1033, 4)
    _, u, v = weather(x, y, 0)
    barbs = ax.barbs(x, y, u, v, length=5, lw=0.7, zorder=1.5)
    pressure, _, _ = weather(lon, lat[:, None], 0)
    drawn = [ax.contourf(lon, lat, pressure, levels, cmap="RdYlBu_r", extend="both")]
    fig.colorbar(*drawn, ax=ax, label="pressure / hPa")

    def update(hours):
        for artist in drawn:
            artist.remove()
        pressure, _, _ = weather(lon, lat[:, None], hours)
        areas = ax.contourf(lon, lat, pressure, levels, cmap="RdYlBu_r", extend="both")
        isobars = ax.contour(lon, lat, pressure, levels, colors="0.25", linewidths=0.8)
        ax.clabel(isobars, fontsize=7)
        drawn[:] = [areas, isobars]
        _, u, v = weather(x, y, hours)
        barbs.set_UVC(u, v)
        ax.set_title(f"Day {1 + hours // 24}, {hours % 24:02}:00")

    return fig, 60, update


def radar_sweep():
    sectors, ranges = 90, 32
    theta, r = 2 * np.pi * np.arange(sectors + 1) / sectors, 100 * np.arange(ranges + 1) / ranges
    glow = np.zeros((ranges, sectors))

    def echo(x, y, minutes):
        total = 0
        for east, north, size in [(-60, 30, 14), (-10, -45, 20), (25, 50, 10)]:
            dx, dy = x - east - 0.5 * minutes, y - north - 0.1 * minutes
            rough = 1 + 0.35 * np.sin(0.31 * x) * np.cos(0.27 * y)
            total = total + rough * np.exp(-(dx**2 + dy**2) / size**2)
        return total

    with plt.style.context("dark_background"):
        fig, ax = plt.subplots(figsize=(4.8, 4.8), subplot_kw={"projection": "polar"})
        ax.set_theta_zero_location("N")
        ax.set_theta_direction("clockwise")
        ax.set_rgrids([25, 50, 75], ["25 km", "50 km", "75 km"])
        ax.set_rlabel_position(112)
        ax.tick_params(grid_color="darkgreen", labelcolor="lightgreen")
        phosphor = ListedColormap([(i // 3 / 255, i / 255, i // 2 / 255) for i in range(256)])
        mesh = ax.pcolormesh(theta, r, glow, cmap=phosphor, vmin=0, vmax=0.9)
        (beam,) = ax.plot([0, 0], [0, 100], color="palegreen")
        ax.set_rmax(100)

    def update(frame):
        sector = frame % sectors
        glow[:] *= 0.984
        middle, at = theta[sector] + theta[1] / 2, r[:-1] + r[1] / 2
        glow[:, sector] = 0.15 + echo(at * np.sin(middle), at * np.cos(middle), 0.2 * frame)
        mesh.set_array(glow)
        beam.set_xdata([theta[sector + 1]] * 2)

    return fig, 120, update


def ripples():
    x = -6 + 12 * np.arange(65) / 64
    y = x[:, None]

    def rings(x, y, time):
        distance = np.sqrt(x * x + y * y + 0.2)
        return np.cos(3 * distance - time) / (1 + 0.6 * distance)

    fig = plt.figure(figsize=(5.2, 4))
    ax = fig.add_axes((0, 0, 1, 1), projection="3d")
    ax.set_axis_off()
    ax.set_zlim(-2, 2)
    ax.set_box_aspect((4, 4, 1), zoom=1.2)
    style = {"rstride": 1, "cstride": 1, "color": "deepskyblue", "antialiased": False}
    style["lightsource"] = LightSource(120, 12)
    surface = None

    def update(i):
        nonlocal surface
        if surface:
            surface.remove()
        time = 2 * np.pi * i / 30
        water = rings(x + 2.5, y + 1.5, time) + rings(x - 2.5, y - 2, time)
        surface = ax.plot_surface(x[None], y, water, **style)
        ax.view_init(35, -50 + 0.5 * i)

    return fig, 60, update


def stock_candles():
    every_day = (date(2025, 1, 6) + timedelta(days=i) for i in range(300))
    days = [day for day in every_day if day.weekday() < 5][:180]
    random, shares, volume, price = Random(1929), [], [], 80.0
    for _ in days:
        first = price * (1 + 0.004 * random.normal())
        change = 0.018 * random.normal() + 0.001
        price = first * (1 + change)
        low = min(first, price) * (1 - 0.008 * abs(random.normal()))
        high = max(first, price) * (1 + 0.008 * abs(random.normal()))
        shares.append((first, price, low, high))
        volume.append(1.5 + 40 * abs(change) + 0.3 * abs(random.normal()))
    first, close, low, high = np.array(shares).T
    colors = np.where(close >= first, "tab:green", "tab:red")
    means = [np.mean(close[i : i + 20]) for i in range(161)]

    fig, (top, bottom) = plt.subplots(
        2, 1, sharex=True, figsize=(7.2, 4.4), height_ratios=[3, 1], gridspec_kw={"hspace": 0.08}
    )
    top.vlines(days, low, high, colors, lw=1)
    top.bar(days, close - first, 0.7, first, color=colors)
    top.plot(days[19:], means, "C0", label="mean of 20 days")
    last = top.axhline(price, ls=":", color="0.4", lw=1)
    top.legend(loc="upper left")
    top.set_ylabel("price / €")
    top.grid(True)
    top.set_axisbelow(True)
    bottom.bar(days, volume, 0.7, color=colors)
    bottom.set_ylabel("volume / M")
    bottom.xaxis.set_major_formatter(mdates.ConciseDateFormatter(bottom.xaxis.get_major_locator()))

    def update(i):
        day = i + 50
        top.set_xlim(mdates.date2num(days[i]) - 0.5, mdates.date2num(days[day]) + 0.5)
        top.set_ylim(min(low[i : day + 1]) - 2, max(high[i : day + 1]) + 2)
        last.set_ydata([close[day]] * 2)
        top.set_title(f"{days[day]}: {close[day]:.2f} €")

    return fig, 130, update


def galaxy():
    random, places = Random(1845), []

    def star():
        radius = -3 * np.log(1 - random.uniform())
        arm = np.pi * np.floor(2 * random.uniform())
        angle = arm + 2.2 * np.log(1 + radius) + 0.3 * random.normal()
        right = radius * np.cos(angle) + 0.3 * random.normal()
        return right, radius * np.sin(angle) + 0.3 * random.normal()

    with plt.style.context("dark_background"):
        fig, ax = plt.subplots(figsize=(6, 4.8))
        style = {"gridsize": 50, "extent": (-10, 10, -10, 10), "mincnt": 1, "cmap": "inferno"}
        style["norm"] = LogNorm(0.5, 500)
        hexagons = ax.hexbin([], [], **style)
        fig.colorbar(hexagons, ax=ax, label="stars")
        found = ax.scatter([], [], 1.5, "white", zorder=2)
        ax.set_xlim(-10, 10)
        ax.set_ylim(-10, 10)
        ax.set_aspect("equal")

    def update(_):
        nonlocal hexagons
        places.extend(star() for _ in range(400))
        hexagons.remove()
        hexagons = ax.hexbin(*np.transpose(places), **style)
        ax.set_xlim(-10, 10)
        ax.set_ylim(-10, 10)
        found.set_offsets(places[-400:])
        ax.set_title(f"{len(places)} stars")

    return fig, 70, update


def swinging_beam():
    columns, rows, wave, ratio = 41, 7, 1.875104, 0.734096
    x = np.repeat(np.arange(columns) / (columns - 1), rows)
    y = np.tile(np.arange(rows) / (rows - 1) - 0.5, columns) * (0.2 - 0.1 * x)
    sin, cos, sinh, cosh = (f(wave * x) for f in (np.sin, np.cos, np.sinh, np.cosh))
    bend = (cosh - cos - ratio * (sinh - sin)) / 2
    slope = (sinh + sin - ratio * (cosh - cos)) / 2 * wave
    curvature = (cosh + cos - ratio * (sinh + sin)) / 2
    corners = [column * rows + row for column in range(columns - 1) for row in range(rows - 1)]
    triangles = [t for a in corners for t in ((a, a + rows, a + rows + 1), (a, a + rows + 1, a + 1))]

    fig, ax = plt.subplots(figsize=(6.8, 3.2))
    ax.axvspan(-0.05, 0, color="0.6")
    ax.set_xlim(-0.05, 1.1)
    ax.set_ylim(-0.36, 0.36)
    ax.set_aspect("equal")
    drawn = []

    def update(i):
        for artist in drawn:
            artist.remove()
        swing = 0.25 * np.cos(2 * np.pi * i / 60)
        net = Triangulation(x - swing * slope * y, swing * bend + y, triangles)
        stress = -40 * swing * curvature * y
        mesh = ax.tripcolor(net, stress, shading="gouraud", cmap="coolwarm", vmin=-1, vmax=1)
        drawn[:] = [mesh, *ax.triplot(net, "k-", lw=0.3)]
        if i == 0:
            fig.colorbar(mesh, ax=ax, label="stress")

    return fig, 60, update


def turning_streams():
    x, y = np.linspace(-3, 3, 61), np.linspace(-2.4, 2.4, 49)

    def field(angle):
        u, v = 0, 0
        for charge in (1, -1):
            dx, dy = x - charge * np.cos(angle), y[:, None] - charge * np.sin(angle)
            distance = np.hypot(dx, dy)
            distance[distance < 0.12] = np.nan
            u = u + charge * dx / distance**3
            v = v + charge * dy / distance**3
        return u, v

    fig = plt.figure(figsize=(6, 4.8))
    ax = fig.add_axes((0.06, 0.06, 0.9, 0.9))
    ax.set_xlim(-3, 3)
    ax.set_ylim(-2.4, 2.4)
    ax.set_aspect("equal")
    style = {"broken_streamlines": False, "linewidth": 1.2, "cmap": "viridis_r", "norm": LogNorm(0.03, 10)}
    charges = ax.scatter([1, -1], [0, 0], 900, ["tab:red", "tab:blue"], zorder=3)
    around = 2 * np.pi * (np.arange(20) + 0.5) / 20
    drawn = []

    def update(i):
        for artist in drawn:
            artist.remove()
        angle = 0.3 + 2 * np.pi * i / 90
        (u, v), cos, sin = field(angle), np.cos(angle), np.sin(angle)
        starts = 0.28 * np.transpose([np.cos(angle + around), np.sin(angle + around)])
        starts = np.concatenate([starts + (cos, sin), -starts[-5:] - (cos, sin), -starts[:5] - (cos, sin)])
        before = set(ax.patches)
        streams = ax.streamplot(x, y, u, v, color=np.hypot(u, v), start_points=starts, **style)
        drawn[:] = [streams.lines, *(patch for patch in ax.patches if patch not in before)]
        charges.set_offsets([(cos, sin), (-cos, -sin)])

    return fig, 90, update


def violin_race():
    classes = [("walkers", 6.4, 0.5), ("beginners", 9, 1.1), ("club", 12.2, 1), ("elite", 16.5, 0.7)]
    colors = ["tab:gray", "tab:green", "tab:blue", "tab:orange"]
    random = Random(1896)
    runners = [random.normals(80, 3).T * [[spread], [0.15], [3]] + [[mean], [0], [0]] for _, mean, spread in classes]

    fig, ax = plt.subplots(figsize=(6.4, 3.6))
    ax.set_xlabel("distance / km")
    fig.subplots_adjust(bottom=0.15, left=0.15)
    style = {"orientation": "horizontal", "widths": 0.9, "showextrema": False}
    style |= {"quantiles": [[0.25, 0.5, 0.75]] * 4, "facecolor": colors, "linecolor": "white"}
    ax.axvline(10, ls="--", color="black")
    drawn = []

    def update(i):
        for artist in drawn:
            artist.remove()
        minutes = 0.3 * i
        places = [start + speed * minutes / 60 + 0.06 * np.sin(0.5 * minutes + rhythm) for speed, start, rhythm in runners]
        violins = ax.violinplot(places, **style)
        drawn[:] = [*violins["bodies"], violins["cquantiles"]]
        ax.set_xlim(-0.5, 10.5)
        ax.set_yticks([1, 2, 3, 4], [name for name, *_ in classes])
        ax.set_title(f"{minutes:.1f} minutes")

    return fig, 110, update


def wind_rose():
    classes = [("< 3 m/s", 0), ("3–6 m/s", 3), ("6–9 m/s", 6), ("> 9 m/s", 9)]
    sector = 2 * np.pi / 16
    theta, hours, random = sector * np.arange(16), np.zeros((4, 16)), Random(1805)
    fig = plt.figure(figsize=(5.6, 4.8))
    ax = fig.add_axes((0.22, 0.08, 0.72, 0.78), projection="polar")
    ax.set_theta_zero_location("N")
    ax.set_theta_direction("clockwise")
    ax.set_rlabel_position(22.5)
    ax.set_axisbelow(True)
    viridis = plt.get_cmap("viridis")
    bars = []
    for i, (name, _) in enumerate(classes):
        bars.append(ax.bar(theta, np.zeros(16), 0.9 * sector, color=viridis(i / 3), label=name))
    ax.set_xticks(np.arange(8) * np.pi / 4, ["N", "NE", "E", "SE", "S", "SW", "W", "NW"])
    ax.legend(loc="lower left", bbox_to_anchor=(-0.3, -0.08))

    def update(day):
        of_day = 225 + 70 * random.normal()
        strength = 6 + 2 * random.normal()
        for _ in range(24):
            direction = (of_day + 15 * random.normal()) / 360 * 16
            speed = strength + 1.5 * random.normal()
            place = max([k for k, (_, start) in enumerate(classes) if speed >= start], default=0)
            hours[place, int(np.floor(direction + 0.5)) % 16] += 1
        bottom = np.zeros(16)
        for row, container in zip(hours, bars):
            for bar, height, y in zip(container, row, bottom):
                bar.set_height(height)
                bar.set_y(y)
            bottom += row
        ax.set_rmax(1.1 * max(10, max(bottom)))
        ax.set_title(f"Hours of wind until day {day + 1}")

    return fig, 120, update


FIELDS = [galaxy, radar_sweep, ripples, stock_candles, swinging_beam, turning_streams, violin_race, weather_map, wind_rose]
