"""The table of translations: one entry for each class of artists."""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from plotreel.matplotlib.native._view import View


class Untranslatable(Exception):
    """An artist, or its state, that plotreel has not; Agg draws it.

    Parameters
    ----------
    reason : str
        What it is, in a few words.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class WholeAxes(Exception):
    """Axes of which plotreel has not all, though it has to draw all of such axes or nothing.

    Parameters
    ----------
    axes : Axes
        The axes.
    reason : str
        What it has not, in a few words.
    """

    def __init__(self, axes: Any, reason: str) -> None:
        super().__init__(reason)
        self.axes = axes
        self.reason = reason


@dataclass(slots=True)
class Piece:
    """An artist of plotreel.

    Attributes
    ----------
    kind : str
        Its kind, such as "Line2D", by which `_plotreel.Figure.add` makes it.
    properties : dict
        The values of its properties by name, and of its arrays.
    """

    kind: str
    properties: dict[str, Any] = field(default_factory=dict)


Translator = Callable[[Any, "View"], "list[Piece]"]
"""Returns what an artist consists of, from below, or raises `Untranslatable`."""

_TABLE: dict[type, tuple[Translator, Any]] = {}
"""With the method that draws, which may be replaced later."""

_AnyArrays = TypeVar("_AnyArrays", bound="Callable[..., dict[str, Any]]")
_AnyTranslator = TypeVar("_AnyTranslator", bound="Callable[..., list[Piece]]")


def translates(*classes: type) -> Callable[[_AnyTranslator], _AnyTranslator]:
    """Enter a function into the table, for these classes and those that inherit their drawing."""

    def enter(translator: _AnyTranslator) -> _AnyTranslator:
        for kind in classes:
            _TABLE[kind] = translator, getattr(kind, "draw", None)
        _CACHE.clear()
        return translator

    return enter


@dataclass(frozen=True)
class Shortcut:
    """A short way to translate an artist whose data changed, and nothing else.

    Attributes
    ----------
    names : frozenset of str
        The attributes that data consist of.
    arrays : callable
        Returns the arrays of its only piece that depend on these attributes, or raises `Untranslatable` if the long way
        is needed.
    """

    names: frozenset[str]
    arrays: Callable[[Any, Set[str]], dict[str, Any]]


_SHORTCUTS: dict[type, Shortcut] = {}


def shortens(kind: type, *names: str) -> Callable[[_AnyArrays], _AnyArrays]:
    """Enter a function that returns an artist's arrays, for exactly this class."""

    def enter(arrays: _AnyArrays) -> _AnyArrays:
        _SHORTCUTS[kind] = Shortcut(frozenset(names) | {"_stale"}, arrays)
        return arrays

    return enter


def shortcut_of(artist: Any) -> Shortcut | None:
    """Return the short way for an artist, if there is one."""
    return _SHORTCUTS.get(type(artist))


_CACHE: dict[tuple[type, Any], Translator | str] = {}


def translator_of(artist: Any) -> Translator:
    """Return the table's function for an artist.

    The class and its bases are looked up in the order of inheritance; a class that draws in another way than its bases
    or than it did when it was entered, and is not in the table, ends the search.
    """
    kind = type(artist)
    key = kind, kind.draw
    if key not in _CACHE:
        _CACHE[key] = _find(*key)
    found = _CACHE[key]
    if isinstance(found, str):
        raise Untranslatable(found)
    if "draw" in vars(artist):
        raise Untranslatable(f"a {kind.__name__} with a method draw of its own")
    return found


def _find(kind: type, draw: Any) -> Translator | str:
    for base in kind.__mro__:
        translator, drawn_by = _TABLE.get(base, (None, None))
        if translator is not None and drawn_by is draw:
            return translator
        if "draw" in vars(base):
            break
    return f"a {kind.__name__}"
