"""Boxes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np


class Bbox:
    """A box by two of its corners.

    Parameters
    ----------
    points : array_like
        The corners, of shape (2, 2): ((x0, y0), (x1, y1)).

    Attributes
    ----------
    x0, y0, x1, y1 : float
        The corners.
    """

    def __init__(self, points: Any) -> None:
        (self.x0, self.y0), (self.x1, self.y1) = np.asarray(points, float).tolist()

    @classmethod
    def from_bounds(cls, x0: float, y0: float, width: float, height: float) -> Bbox:
        """Return a box by its lower left corner, its width and its height."""
        return cls([[x0, y0], [x0 + width, y0 + height]])

    @classmethod
    def from_extents(cls, x0: float, y0: float, x1: float, y1: float) -> Bbox:
        """Return a box by its left, lower, right and upper edges."""
        return cls([[x0, y0], [x1, y1]])

    @property
    def width(self) -> float:
        """The width."""
        return float(self.x1 - self.x0)

    @property
    def height(self) -> float:
        """The height."""
        return float(self.y1 - self.y0)

    @property
    def xmin(self) -> float:
        """The left edge."""
        return float(min(self.x0, self.x1))

    @property
    def ymin(self) -> float:
        """The lower edge."""
        return float(min(self.y0, self.y1))

    @property
    def xmax(self) -> float:
        """The right edge."""
        return float(max(self.x0, self.x1))

    @property
    def ymax(self) -> float:
        """The upper edge."""
        return float(max(self.y0, self.y1))

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """The lower left corner, the width and the height."""
        return self.x0, self.y0, self.width, self.height

    @property
    def extents(self) -> tuple[float, float, float, float]:
        """The left, lower, right and upper edges."""
        return self.x0, self.y0, self.x1, self.y1

    def get_points(self) -> Any:
        """Return both corners."""
        return np.array([[self.x0, self.y0], [self.x1, self.y1]])

    def translated(self, tx: float, ty: float) -> Bbox:
        """Return a box moved by tx and ty."""
        return Bbox(self.get_points() + (tx, ty))

    def __iter__(self) -> Iterator[Any]:
        return iter(self.get_points())

    def __eq__(self, other: object) -> bool:
        """Whether both have the same corners."""
        return isinstance(other, Bbox) and self.extents == other.extents

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Bbox([[{self.x0}, {self.y0}], [{self.x1}, {self.y1}]])"
