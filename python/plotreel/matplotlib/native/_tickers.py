"""Locators and formatters of ticks: those that plotreel has, with their settings, or the ticks themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib import ticker

Ticker = tuple[str, dict[str, Any]]
"""The name of a locator or formatter of plotreel, and its settings."""


def tickers(axis: Any, is_minor: bool) -> tuple[Ticker, Ticker, bool]:
    """Return locator and formatter of an axis.

    Returns
    -------
    locator, formatter : Ticker
        What plotreel has; those of other classes are asked for the ticks of the current limits.
    is_asked : bool
        Whether they were asked, so that they depend on limits and position.
    """
    if has_none(axis, is_minor):
        return ("NullLocator", {}), ("NullFormatter", {}), False
    group = axis.minor if is_minor else axis.major
    locator = _LOCATORS.get(type(group.locator), _none)(group.locator)
    formatter = _FORMATTERS.get(type(group.formatter), _none)(group.formatter)
    if locator is not None and formatter is not None and _has_own_room(axis, group.locator):
        return locator, formatter, False
    return (*asked(axis, is_minor), True)


def has_none(axis: Any, is_minor: bool) -> bool:
    """Return whether an axis can't have major or minor ticks."""
    locator = (axis.minor if is_minor else axis.major).locator
    if isinstance(locator, ticker.NullLocator):
        return True
    if type(locator) is ticker.FixedLocator:
        fixed: Any = locator
        return len(fixed.locs) == 0
    # It divides the distances of major ticks.
    return is_minor and type(locator) is ticker.AutoMinorLocator and has_none(axis, False)


def asked(axis: Any, is_minor: bool) -> tuple[Ticker, Ticker]:
    """Return the ticks of the current limits, and their labels."""
    group = axis.minor if is_minor else axis.major
    places = axis.get_minorticklocs() if is_minor else axis.get_majorticklocs()
    labels = group.formatter.format_ticks(places)
    locator = ("FixedLocator", {"locs": np.asarray(places, dtype=float).tolist()})
    texts = {"seq": [str(label) for label in labels], "offset_string": group.formatter.get_offset()}
    return locator, ("FixedFormatter", texts)


def _has_own_room(axis: Any, locator: Any) -> bool:
    """Return whether a locator counts the ticks that this axis has room for; axes may share another one's."""
    owner = getattr(locator, "axis", None)
    if owner is axis or owner is None:
        return True
    # The room in which a locator places ticks is that of the axis that it was made for.
    return bool(owner.get_tick_space() == axis.get_tick_space())


def _none(_: Any) -> None:
    return None


def _max_n(locator: Any) -> Ticker:
    settings = {
        "nbins": None if locator._nbins == "auto" else locator._nbins,
        "steps": list(map(float, locator._steps)),
        "integer": bool(locator._integer),
        "symmetric": bool(locator._symmetric),
        "prune": locator._prune,
        "min_n_ticks": locator._min_n_ticks,
    }
    return "MaxNLocator", settings


def _fixed(locator: Any) -> Ticker:
    locs = np.asarray(locator.locs, dtype=float).tolist()
    return "FixedLocator", {"locs": locs, "nbins": locator.nbins}


def _linear(locator: Any) -> Ticker | None:
    if locator.presets:
        return None
    return "LinearLocator", {"numticks": locator.numticks}


def _log(locator: Any) -> Ticker:
    subs = locator._subs if isinstance(locator._subs, str) else list(map(float, locator._subs))
    numticks = locator.numticks if isinstance(locator.numticks, int) else None
    return "LogLocator", {"base": float(locator._base), "subs": subs, "numticks": numticks}


def _auto_minor(locator: Any) -> Ticker | None:
    ndivs = locator.ndivs
    if ndivs is None:
        axis = "y" if getattr(locator.axis, "axis_name", "x") == "y" else "x"
        rc: Any = mpl.rcParams
        ndivs = rc[f"{axis}tick.minor.ndivs"]
    return "AutoMinorLocator", {"ndivs": None if ndivs == "auto" else int(ndivs)}


def _scalar(formatter: Any) -> Ticker | None:
    rc: Any = mpl.rcParams
    if formatter._usetex or formatter._useLocale or not rc["axes.unicode_minus"]:
        return None
    settings = {
        "offset_threshold": formatter._offset_threshold,
        "scientific": bool(formatter._scientific),
        "powerlimits": tuple(map(int, formatter._powerlimits)),
        "use_math_text": bool(formatter._useMathText),
        # That of automatic ones is a result.
        "offset": None if formatter._useOffset else float(formatter.offset),
    }
    return "ScalarFormatter", settings


def _logarithmic(formatter: Any) -> Ticker:
    settings = {
        "base": formatter._base,
        "label_only_base": bool(formatter.labelOnlyBase),
        "minor_thresholds": tuple(map(float, formatter.minor_thresholds)),
        "linthresh": formatter._linthresh,
    }
    return type(formatter).__name__, settings


def _percent(formatter: Any) -> Ticker | None:
    if formatter._is_latex:
        return None
    settings = {
        "xmax": float(formatter.xmax),
        "decimals": formatter.decimals,
        "symbol": formatter._symbol or "",
    }
    return "PercentFormatter", settings


_LOCATORS: dict[type, Callable[[Any], Ticker | None]] = {
    ticker.AutoLocator: _max_n,
    ticker.MaxNLocator: _max_n,
    ticker.MultipleLocator: lambda own: (
        "MultipleLocator",
        {"base": float(own._edge.step), "offset": float(own._offset)},
    ),
    ticker.FixedLocator: _fixed,
    ticker.NullLocator: lambda _: ("NullLocator", {}),
    ticker.LinearLocator: _linear,
    ticker.LogLocator: _log,
    ticker.AutoMinorLocator: _auto_minor,
}

_FORMATTERS: dict[type, Callable[[Any], Ticker | None]] = {
    ticker.ScalarFormatter: _scalar,
    ticker.NullFormatter: lambda _: ("NullFormatter", {}),
    ticker.FixedFormatter: lambda own: (
        "FixedFormatter",
        {"seq": [str(label) for label in own.seq], "offset_string": own.offset_string},
    ),
    ticker.StrMethodFormatter: lambda own: ("StrMethodFormatter", {"fmt": own.fmt}),
    ticker.FormatStrFormatter: lambda own: ("FormatStrFormatter", {"fmt": own.fmt}),
    ticker.PercentFormatter: _percent,
    ticker.LogFormatter: _logarithmic,
    ticker.LogFormatterExponent: _logarithmic,
    ticker.LogFormatterMathtext: _logarithmic,
    ticker.LogFormatterSciNotation: _logarithmic,
}
