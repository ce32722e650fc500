"""Grids of subplots, by matplotlib's module."""

from plotreel.figure._gridspec import GridSpec, SubplotSpec

__all__ = ["GridSpec", "SubplotSpec"]
