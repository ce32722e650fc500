"""Patches, which `Axes.add_patch` takes."""

from __future__ import annotations

from typing import Any

from plotreel.figure import _artists
from plotreel.figure._later import Later, pair


class Rectangle(Later, _artists.Rectangle):
    """A rectangle at its lower left corner."""

    def __init__(self, xy: Any, width: float, height: float, **looks: Any) -> None:
        made_of = {"xy": pair(xy), "width": float(width), "height": float(height)}
        super().__init__("Rectangle", made_of, looks)


class Circle(Later, _artists.Circle):
    """A circle."""

    def __init__(self, xy: Any, radius: float = 5, **looks: Any) -> None:
        super().__init__("Circle", {"center": pair(xy), "radius": float(radius)}, looks)


class Ellipse(Later, _artists.Ellipse):
    """An ellipse."""

    def __init__(self, xy: Any, width: float, height: float, **looks: Any) -> None:
        super().__init__("Ellipse", {"center": pair(xy), "width": float(width), "height": float(height)}, looks)


class Arc(Later, _artists.Arc):
    """A part of an ellipse' line."""

    def __init__(self, xy: Any, width: float, height: float, **looks: Any) -> None:
        super().__init__("Arc", {"center": pair(xy), "width": float(width), "height": float(height)}, looks)


class Annulus(Later, _artists.Annulus):
    """A ring."""

    def __init__(self, xy: Any, r: Any, width: float, angle: float = 0.0, **looks: Any) -> None:
        radii = pair(r) if isinstance(r, (tuple, list)) else (float(r), float(r))
        made_of = {"center": pair(xy), "radii": radii, "width": float(width)}
        super().__init__("Annulus", made_of, {**looks, "angle": float(angle)})


class Wedge(Later, _artists.Wedge):
    """A sector of a circle, between two angles in degrees."""

    def __init__(self, center: Any, r: float, theta1: float, theta2: float, **looks: Any) -> None:
        made_of = {"center": pair(center), "radius": float(r)}
        made_of |= {"theta1": float(theta1), "theta2": float(theta2)}
        super().__init__("Wedge", made_of, looks)


class Polygon(Later, _artists.Polygon):
    """A polygon."""

    def __init__(self, xy: Any, **looks: Any) -> None:
        super().__init__("Polygon", {"points": xy}, looks)

    def set_xy(self, xy: Any) -> None:
        """Set the corners, of shape (n, 2)."""
        if self._is_placed:
            super().set_xy(xy)
        else:
            self.made_of["points"] = xy


class RegularPolygon(Later, _artists.RegularPolygon):
    """A polygon with equal sides."""

    def __init__(self, xy: Any, numVertices: int, *, radius: float = 5, **looks: Any) -> None:
        made_of = {"center": pair(xy), "corners": numVertices, "radius": float(radius)}
        super().__init__("RegularPolygon", made_of, looks)


class FancyBboxPatch(Later, _artists.FancyBboxPatch):
    """A box with a style."""

    def __init__(self, xy: Any, width: float, height: float, **looks: Any) -> None:
        made_of = {"start": pair(xy), "width": float(width), "height": float(height)}
        super().__init__("FancyBboxPatch", made_of, looks)


class FancyArrowPatch(Later, _artists.FancyArrowPatch):
    """An arrow from point to point."""

    def __init__(self, posA: Any, posB: Any, **looks: Any) -> None:
        super().__init__("FancyArrowPatch", {"start": pair(posA), "end": pair(posB)}, looks)
