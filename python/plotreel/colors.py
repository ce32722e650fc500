"""Norms and colormaps, by matplotlib's names, for ``norm=`` and ``cmap=``."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import numpy as np

from plotreel import _plotreel


class Normalize:
    """A linear norm.

    Parameters
    ----------
    vmin, vmax : float, optional
        The limits; by default those of the data.
    """

    def __init__(self, vmin: float | None = None, vmax: float | None = None) -> None:
        self.vmin, self.vmax = vmin, vmax


class LogNorm(Normalize):
    """A logarithmic norm."""


class SymLogNorm(Normalize):
    """A norm that is logarithmic on both sides of zero, and linear up to `linthresh`."""

    def __init__(
        self, linthresh: float, linscale: float = 1.0, vmin: float | None = None, vmax: float | None = None,
        *, base: float = 10,
    ) -> None:  # fmt: skip
        super().__init__(vmin, vmax)
        self.linthresh = float(linthresh)
        self._scale = SimpleNamespace(linscale=linscale, base=base)


class PowerNorm(Normalize):
    """The power of a linear norm."""

    def __init__(self, gamma: float, vmin: float | None = None, vmax: float | None = None) -> None:
        super().__init__(vmin, vmax)
        self.gamma = float(gamma)


class TwoSlopeNorm(Normalize):
    """A norm with a value in its middle."""

    def __init__(self, vcenter: float, vmin: float | None = None, vmax: float | None = None) -> None:
        super().__init__(vmin, vmax)
        self.vcenter = float(vcenter)


class BoundaryNorm(Normalize):
    """A norm with a colour for each interval."""

    def __init__(self, boundaries: Sequence[float], ncolors: int = 256) -> None:
        super().__init__(boundaries[0], boundaries[-1])
        self.boundaries = [float(boundary) for boundary in boundaries]
        self.Ncmap = ncolors


class Colormap:
    """A colormap by its name; called with numbers from 0 to 1 it returns their colours.

    Parameters
    ----------
    name : str
        Its name.

    Attributes
    ----------
    N : int
        The number of its colours.

    Raises
    ------
    plotreel.Error
        For a name that does not exist.
    """

    def __init__(self, name: str) -> None:
        self._colors = np.asarray(_plotreel.colormap_colors(name), float) / 255
        self.name = name
        self.N = len(self._colors)

    def __call__(self, X: Any) -> Any:
        """Return red, green, blue and opacity of a number, or of each; whole numbers are places of colours."""
        values = np.asarray(X)
        places = values if values.dtype.kind in "iu" else np.where(values == 1, self.N - 1, values * self.N)
        known = ~np.isnan(places)
        colors = self._colors[np.where(known, np.clip(places, 0, self.N - 1), 0).astype(int)]
        colors = np.where(known[..., np.newaxis], colors, 0.0)
        return tuple(colors.tolist()) if values.ndim == 0 else colors

    def __repr__(self) -> str:
        return f"Colormap({self.name!r})"
