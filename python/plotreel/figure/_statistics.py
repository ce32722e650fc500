"""Histograms, error bars, box plots, pies and the like."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from plotreel.figure._data import number, numbers, series, sets, some, values
from plotreel.figure._lines import Lines
from plotreel.figure._names import unknown
from plotreel.figure._whole import whole


class Container(Sequence[Any]):
    """Artists that belong together, by place and by name.

    Attributes
    ----------
    parts : dict of str to list
        The artists by the names of the groups.
    """

    def __init__(self, items: Any, parts: dict[str, list[Any]]) -> None:
        self.lines: tuple[Any, ...] = tuple(items)
        self.parts = parts

    def __getitem__(self, index: Any) -> Any:
        return self.lines[index]

    def __len__(self) -> int:
        return len(self.lines)

    def __getattr__(self, name: str) -> Any:
        parts = self.__dict__.get("parts", {})
        if name in parts:
            found = parts[name]
            return found[0] if len(found) == 1 and name not in ("wedges", "texts") else found
        raise unknown("a container", name, parts)

    def _all(self) -> list[Any]:
        return [artist for group in self.parts.values() for artist in group]

    def remove(self) -> None:
        """Remove all artists."""
        for artist in self._all():
            artist.remove()


class Statistics(Lines):
    """The methods that draw statistics."""

    @whole
    def hist(
        self, x: Any, bins: Any = None, *, range: Any = None, density: bool = False, weights: Any = None,
        cumulative: Any = False, bottom: Any = None, histtype: str = "bar", align: str = "mid",
        orientation: str = "vertical", rwidth: float | None = None, log: bool = False, color: Any = None,
        label: Any = None, stacked: bool = False, **kwargs: Any,
    ) -> tuple[Any, Any, Any]:  # fmt: skip
        """Draw a histogram; return counts, edges and bars."""
        to_numbers = self.convert_xunits if orientation == "vertical" else self.convert_yunits
        data = sets(x, lambda row: numbers(row) if series(row)[0] == "numbers" else to_numbers(row))
        # As in matplotlib, a histogram with a face of its own takes a colour of the cycle, too.
        face: dict[str, Any] = {name: kwargs.pop(name) for name in ("facecolor", "fc", "fill") if name in kwargs}
        edges, given = _plain(10 if bins is None else bins), {**kwargs, "color": color}
        given["range"] = None if range is None else [number(limit) for limit in range]
        given |= {"rwidth": rwidth, "align": align, "orientation": orientation, "bottom": some(bottom)}
        if weights is not None:
            given["weights"] = [row.tolist() for row in sets(weights)]
        cumulative = float(cumulative) if cumulative is not True and cumulative < 0 else bool(cumulative)
        made = self._draw_all(
            "hist", given, x=data, bins=edges, density=density, cumulative=cumulative,
            histtype=histtype, stacked=stacked or histtype == "barstacked",
        )  # fmt: skip
        if log:
            (self.set_yscale if orientation == "vertical" else self.set_xscale)("log")
        patches, counts = made["patches"], [made[f"n{i}"] for i, _ in enumerate(data)]
        for artist in patches if histtype != "step" else ():
            artist.set(**_face(face, kwargs))
        labels = [label] if label is None or np.ndim(label) == 0 else label
        for artist, text in zip(patches, labels):
            if text is not None:
                artist.set_label(text)
        if len(data) == 1:
            return counts[0], made["bins"], patches[0]
        return counts, made["bins"], patches

    def convert_xunits(self, x: Any) -> Any:
        """Return the numbers of values along x, as `Axes` has it."""
        raise NotImplementedError

    def convert_yunits(self, y: Any) -> Any:
        """Return the numbers of values along y, as `Axes` has it."""
        raise NotImplementedError

    def hist2d(
        self, x: Any, y: Any, bins: Any = 10, *, range: Any = None, density: bool = False,
        weights: Any = None, cmin: float | None = None, cmax: float | None = None, **kwargs: Any,
    ) -> tuple[Any, Any, Any, Any]:  # fmt: skip
        """Draw a histogram of points in a plane; return counts, edges of x and y, and the mesh."""
        both = bins if isinstance(bins, (tuple, list)) and len(bins) == 2 else [bins, bins]
        given = {**kwargs, "range": range, "cmin": cmin, "cmax": cmax, "weights": some(weights)}
        edges = [_plain(one) for one in both]
        made = self._draw_all("hist2d", given, x=x, y=y, bins=edges, density=density)
        counts = made["counts"].reshape(len(made["xedges"]) - 1, -1)
        return counts, made["xedges"], made["yedges"], made["artist"]

    def hexbin(
        self, x: Any, y: Any, C: Any = None, *, gridsize: Any = 100, bins: Any = None, extent: Any = None,
        mincnt: int | None = None, xscale: str = "linear", yscale: str = "linear", **kwargs: Any,
    ) -> Any:  # fmt: skip
        """Draw counts of points in hexagons."""
        if C is not None:
            raise TypeError("hexbin of values C is not supported here; `python -m plotreel` draws it")
        given = {**kwargs, "bins": bins, "extent": extent, "mincnt": mincnt}
        scales = {"xscale": xscale, "yscale": yscale}
        return self._draw("hexbin", given, x=x, y=y, gridsize=gridsize, **scales)

    @whole
    def errorbar(
        self, x: Any, y: Any, yerr: Any = None, xerr: Any = None, fmt: str = "", **kwargs: Any
    ) -> Container:
        """Draw points with error bars."""
        given = {**limits_as_flags(kwargs), "xerr": error_lists(xerr), "yerr": error_lists(yerr)}
        if (width := given.get("linewidth", given.get("lw"))) is not None:
            given.setdefault("elinewidth", width)
        made = self._draw_all("errorbar", given, x=np.atleast_1d(x), y=np.atleast_1d(y), fmt=fmt)
        for artist in made["caplines"] + made["barlinecols"]:
            artist.set(**{name: kwargs[name] for name in ("alpha", "zorder") if name in kwargs})
        line = made["data_line"][0] if made["data_line"] else None
        return Container([line, tuple(made["caplines"]), tuple(made["barlinecols"])], made)

    def stem(self, *args: Any, linefmt: Any = None, markerfmt: Any = None, basefmt: Any = None,
             bottom: float = 0, label: Any = None, orientation: str = "vertical",
             data: Any = None) -> Container:  # fmt: skip
        """Draw stems with markers: ``stem(heads)`` or ``stem(locs, heads)``."""
        heads = values(args[-1])
        locs = args[0] if len(args) > 1 else np.arange(len(heads))
        given = {"linefmt": linefmt, "markerfmt": markerfmt, "basefmt": basefmt, "label": label}
        given |= {"bottom": float(bottom), "orientation": orientation}
        made = self._draw_all("stem", given, locs=locs, heads=heads)
        return Container([made[name][0] for name in ("markerline", "stemlines", "baseline")], made)

    @whole
    def eventplot(
        self, positions: Any, orientation: str = "horizontal", lineoffsets: Any = 1, linelengths: Any = 1,
        linewidths: Any = None, colors: Any = None, alpha: Any = None, linestyles: Any = "solid",
        **kwargs: Any,
    ) -> list[Any]:  # fmt: skip
        """Draw rows of events."""
        rows = sets(positions)
        offsets = numbers(lineoffsets)
        if len(rows) > 1 and len(offsets) == 1:
            offsets = np.arange(len(rows)) * offsets[0]
        if len(offsets) != len(rows):
            raise ValueError(f"there are {len(offsets)} lineoffsets for {len(rows)} rows: give one, or one for each")
        made = self._draw_all(
            "eventplot", kwargs, positions=rows, orientation=orientation,
            lineoffsets=offsets.tolist(), linelengths=some(linelengths),
        )  # fmt: skip
        for name, given in (("linewidth", linewidths), ("color", colors), ("linestyle", linestyles)):
            for i, row in enumerate(made["artists"]):
                if given is not None:
                    several = isinstance(given, (list, np.ndarray)) and len(given) == len(rows)
                    row.set(**{name: given[i] if several else given})
        return list(made["artists"])

    def stairs(
        self, values: Any, edges: Any = None, *, orientation: str = "vertical", baseline: Any = 0,
        fill: bool = False, **kwargs: Any,
    ) -> Any:  # fmt: skip
        """Draw steps of these values between edges."""
        heights = numbers(values)
        edges = np.arange(len(heights) + 1) if edges is None else edges
        base = [] if baseline is None else some(baseline)
        steps = {"orientation": orientation, "baseline": base, "fill": fill}
        return self._draw("stairs", kwargs, values=heights, edges=edges, **steps)

    def ecdf(self, x: Any, weights: Any = None, *, complementary: bool = False,
             orientation: str = "vertical", compress: bool = False, **kwargs: Any) -> Any:  # fmt: skip
        """Draw the share of values up to each."""
        given = {**kwargs, "weights": some(weights)}
        rule = {"complementary": complementary, "orientation": orientation, "compress": compress}
        return self._draw("ecdf", given, x=x, **rule)

    @whole
    def pie(
        self, x: Any, explode: Any = None, labels: Any = None, colors: Any = None, autopct: Any = None,
        *, wedgeprops: Any = None, textprops: Any = None, **kwargs: Any,
    ) -> tuple[Any, ...]:  # fmt: skip
        """Draw a pie; return wedges, their labels and, with autopct, the texts of their shares."""
        if callable(autopct):
            raise TypeError("autopct can't be a function here: give a format such as '%.1f%%'")
        if kwargs.pop("shadow", False):
            raise TypeError("shadow is not supported here; `python -m plotreel` draws it")
        given = {"explode": some(explode), "labels": labels, "colors": colors, "autopct": autopct}
        given |= kwargs
        if given["labels"] is not None:
            given["labels"] = [str(label) for label in given["labels"]]
        made = self._draw_all("pie", given, x=x)
        for wedge in made["wedges"]:
            wedge.set(**(wedgeprops or {}))
        for text in made["texts"] + made["autotexts"]:
            text.set(**(textprops or {}))
        result = (made["wedges"], made["texts"])
        return (*result, made["autotexts"]) if autopct is not None else result

    @whole
    def boxplot(self, x: Any, notch: bool | None = None, sym: str | None = None, vert: bool | None = None,
                orientation: str | None = None, whis: Any = 1.5, positions: Any = None, widths: Any = None,
                *, tick_labels: Any = None, **kwargs: Any) -> dict[str, list[Any]]:  # fmt: skip
        """Draw boxes from quartile to quartile; return their artists by name."""
        given = {**kwargs, "notch": notch, "positions": some(positions), "widths": some(widths)}
        given["tick_labels"] = tick_labels if tick_labels is not None else given.pop("labels", None)
        given["orientation"] = orientation or ("horizontal" if vert is False else None)
        props = {name: given.pop(name, None) for name in _PROPS}
        if sym == "":
            given["showfliers"] = False
        elif sym is not None:
            props["flierprops"] = {**_flier_look(sym), **(props["flierprops"] or {})}
        whis = float(whis) if np.ndim(whis) == 0 else [float(share) for share in whis]
        made = self._draw_all("boxplot", given, x=sets(x), whis=whis)
        for name, look in props.items():
            for artist in made[_PROPS[name]] if look else ():
                artist.set(**look)
        return made

    def violinplot(
        self, dataset: Any, positions: Any = None, *, vert: bool | None = None,
        orientation: str = "vertical", widths: Any = 0.5, **kwargs: Any,
    ) -> dict[str, Any]:  # fmt: skip
        """Draw the densities of data sets; return their artists by name."""
        given = {**kwargs, "positions": some(positions), "widths": some(widths)}
        turned = "horizontal" if vert is False else orientation
        if kwargs.get("quantiles") is not None and np.ndim(kwargs["quantiles"][0]) == 0:
            given["quantiles"] = [kwargs["quantiles"]]
        made = self._draw_all("violinplot", given, dataset=sets(dataset), orientation=turned)
        single = {name: found[0] for name, found in made.items() if name != "bodies" and found}
        return {"bodies": made["bodies"], **single}


_PROPS = {
    "boxprops": "boxes",
    "whiskerprops": "whiskers",
    "capprops": "caps",
    "medianprops": "medians",
    "meanprops": "means",
    "flierprops": "fliers",
}


def _flier_look(sym: str) -> dict[str, Any]:
    """Return the look of fliers by a format such as "r+"."""
    colors = [letter for letter in sym if letter in "bgrcmykw"]
    marker = "".join(letter for letter in sym if letter not in "bgrcmykw")
    look = {"markerfacecolor": colors[0], "markeredgecolor": colors[0]} if colors else {}
    return {**look, "marker": marker} if marker else look


def _plain(bins: Any) -> Any:
    return bins if isinstance(bins, (str, int, np.integer)) else numbers(bins).tolist()


def error_lists(given: Any) -> Any:
    """Return a number, a list, or two lists: below and above."""
    if given is None:
        return None
    array = np.asarray(values(given), float)
    return float(array) if array.ndim == 0 else array.tolist()


def limits_as_flags(given: dict[str, Any]) -> dict[str, Any]:
    """Return arguments whose upper and lower limits, numbers say, are true or false."""
    names = [name for name in given if name.endswith(("uplims", "lolims"))]
    return {**given, **{name: np.asarray(given[name], bool).tolist() for name in names}}


def _face(given: dict[str, Any], others: dict[str, Any]) -> dict[str, Any]:
    """Return the properties of bars that are filled or not; those that are not have black edges."""
    looks = {name: value for name, value in given.items() if name != "fill"}
    if given.get("fill", True):
        return looks
    edge = {} if {"edgecolor", "ec"} & others.keys() else {"edgecolor": "k"}
    return {**looks, **edge, "facecolor": "none"}
