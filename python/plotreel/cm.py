"""Colormaps by their names: ``cm.viridis(0.3)``."""

from __future__ import annotations

from plotreel.colors import Colormap

__all__ = ["Colormap", "ColormapRegistry", "colormaps", "get_cmap"]


class ColormapRegistry:
    """All colormaps by their names: ``colormaps["viridis"]``."""

    def __getitem__(self, name: str) -> Colormap:
        try:
            return Colormap(name)
        except ValueError as error:
            raise KeyError(str(error)) from None

    def get_cmap(self, cmap: str | Colormap | None = None) -> Colormap:
        """Return the colormap of a name."""
        return get_cmap(cmap)


colormaps = ColormapRegistry()


def get_cmap(name: str | Colormap | None = None) -> Colormap:
    """Return the colormap of a name; viridis by default."""
    return name if isinstance(name, Colormap) else Colormap(name or "viridis")


def __getattr__(name: str) -> Colormap:
    try:
        return Colormap(name)
    except ValueError as error:
        raise AttributeError(str(error), name=name) from None
