"""Colormaps by their names: ``cm.viridis(0.3)``."""

from __future__ import annotations

from plotreel.colors import Colormap

__all__ = ["Colormap", "get_cmap"]


def get_cmap(name: str | Colormap = "viridis") -> Colormap:
    """Return the colormap of a name."""
    return name if isinstance(name, Colormap) else Colormap(name)


def __getattr__(name: str) -> Colormap:
    try:
        return Colormap(name)
    except ValueError as error:
        raise AttributeError(str(error), name=name) from None
