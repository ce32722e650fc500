"""Grids of subplots, by matplotlib's module."""

from typing import Any

from plotreel.figure._gridspec import GridSpec, SubplotSpec

__all__ = ["GridSpec", "GridSpecFromSubplotSpec", "SubplotSpec"]


def GridSpecFromSubplotSpec(nrows: int, ncols: int, subplot_spec: SubplotSpec, **settings: Any) -> GridSpec:
    """Return a grid in cells of another one."""
    return subplot_spec.subgridspec(nrows, ncols, **settings)
