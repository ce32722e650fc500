"""Calls that take several steps, and are taken back as a whole if one of them is refused."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def whole(method: Callable[P, R]) -> Callable[P, R]:
    """Return a method of a figure or of axes that leaves nothing behind if it raises an exception."""

    @functools.wraps(method)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        owner: Any = args[0]
        root = owner._root
        if root._is_kept:
            return method(*args, **kwargs)
        kept = Kept(root)
        root._is_kept = True
        try:
            return method(*args, **kwargs)
        except BaseException:
            kept.restore()
            raise
        finally:
            root._is_kept = False

    return call


class Kept:
    """What a figure contained at a time, in the library and in Python; artists are shared.

    Parameters
    ----------
    root : Figure
        The figure, which is none of another's parts.
    """

    def __init__(self, root: Any) -> None:
        self._root = root
        self._saved = root._figure.save()
        self._states = [(part, part._state()) for part in _parts(root)]

    def restore(self) -> None:
        """Give the figure what it contained."""
        self._root._figure.restore(self._saved)
        for part, state in self._states:
            part._take_state(state)


def _parts(figure: Any) -> list[Any]:
    """Return a figure, its axes and its subfigures with theirs."""
    return [figure, *figure._axes, *(part for sub in figure.subfigs for part in _parts(sub))]
