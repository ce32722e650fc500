"""The frame of axes: axis, spines and titles, which plotreel lays out and draws if it has them all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from plotreel import _plotreel
from plotreel._errors import Error
from plotreel.matplotlib._memory import Memory
from plotreel.matplotlib.native import _axis, _titles
from plotreel.matplotlib.native._projection import Projection
from plotreel.matplotlib.native._table import Untranslatable
from plotreel.matplotlib.native._tickers import Ticker, asked, tickers

_GROUPS = (False, True)


class Frame:
    """The frame of axes in the figure of plotreel.

    Parameters
    ----------
    target : _plotreel.Figure
        The figure of plotreel.
    handle : int
        Its axes.
    axes : Axes
        The axes of matplotlib.
    projection : Projection
        Their projection.

    Attributes
    ----------
    reason : str or None
        Why it consists of artists instead, if it does.
    """

    def __init__(
        self, target: _plotreel.Figure, handle: int, axes: Any, projection: Projection
    ) -> None:
        self.reason: str | None = "it was not looked at yet"
        self._projection = projection
        self._target = target
        self._axes = axes
        self._handle = handle
        self._parts: dict[str, int] = {"": handle}
        self._properties: dict[str, dict[str, Any]] = {}
        self._tickers: dict[tuple[str, bool], tuple[Ticker, Ticker]] = {}
        self._asked: list[tuple[str, bool]] = []
        self._watched: list[Any] = []
        self._state: list[Any] = []
        self._memory: Memory | None = None
        self._titles: tuple[Any, ...] = ()
        self._title_state: tuple[Any, ...] = ()
        self._title_states: _titles.States = {}
        self._is_retitled = False

    def adopt(self, axes: Any) -> None:
        """Become the frame of other axes."""
        self._axes = axes
        self._memory = None
        self._watched, self._state = [], []
        self._titles, self._title_state = (), ()

    def forget_tickers(self) -> None:
        """Set locators and formatters again, which a new scale has replaced."""
        self._tickers.clear()
        self._memory = None

    def stays(self) -> bool:
        """Bring the words of titles up to date; return whether nothing else changed."""
        if self.reason is not None or self._is_changed():
            return False
        return not self._are_titles_changed() or (self._retitle() and self.reason is None)

    def elsewhere(self) -> set[int]:
        """Return the ids of the artists that it stands for."""
        if self.reason is not None:
            return set()
        return set(map(id, self._projection.covered(self._axes)))

    def update(self, is_moved: bool, has_data: bool) -> bool:
        """Bring it up to date; return whether it may stand for other artists than before."""
        was = self.reason is None
        if self._is_changed() or (self._are_titles_changed() and not was):
            self._try(lambda: self._translate(has_data))
            self._remember()
            self._remember_titles()
            return True
        if self._are_titles_changed():
            return self._retitle()
        if is_moved and was:
            self.ask()
        return False

    def ask(self) -> None:
        """Ask locators and formatters that plotreel has not for the ticks of the current limits."""
        for name, is_minor in self._asked:
            axis = self._axes._axis_map[name]
            self._put(name, is_minor, *asked(axis, is_minor))

    def _retitle(self) -> bool:
        """Bring the titles up to date, whose axes did not change."""
        self._try(lambda: self._set("", self._title_looks()))
        if self.reason is not None:
            self._remember()
        self._remember_titles()
        self._is_retitled = True
        return True

    def _title_looks(self) -> dict[str, Any]:
        axes = self._axes
        titles = (axes.title, axes._left_title, axes._right_title)
        is_same = titles == self._titles and self._title_state == self._title_now()
        words = _titles.new_words(axes, self._title_states) if is_same else None
        return _titles.looks(axes) if words is None else words

    def was_retitled(self) -> bool:
        """Return whether titles were brought up to date since the last call."""
        was, self._is_retitled = self._is_retitled, False
        return was

    def _try(self, translate: Callable[[], None]) -> None:
        try:
            translate()
            self.reason = None
        except (Untranslatable, Error) as error:
            self.reason = getattr(error, "reason", str(error))
            self._set("", {"axis_on": False, "title": "", "left_title": "", "right_title": ""})

    def _is_changed(self) -> bool:
        if self._memory is None or not self._memory.holds():
            return True
        if any(part._stale for part in self._watched):
            return True
        return self._now() != self._state

    def _are_titles_changed(self) -> bool:
        axes = self._axes
        titles = (axes.title, axes._left_title, axes._right_title)
        if titles != self._titles or any(title._stale for title in titles):
            return True
        return self._title_state != self._title_now()

    def _title_now(self) -> tuple[Any, ...]:
        return (self._axes._autotitlepos, self._axes.titleOffsetTrans._t)

    def _remember_titles(self) -> None:
        axes = self._axes
        self._titles = (axes.title, axes._left_title, axes._right_title)
        self._title_state = self._title_now()
        self._title_states = _titles.states(axes)
        if self.reason is None:
            for title in self._titles:
                title._stale = False

    def _now(self) -> list[Any]:
        axes = self._axes
        own = self._projection.state(axes)
        return [*own, *(_axis.state(axis) for axis in axes._axis_map.values())]

    def _remember(self) -> None:
        axes = self._axes
        both = list(axes._axis_map.values())
        groups = [group for axis in both for group in (axis.major, axis.minor)]
        makers = [maker for group in groups for maker in (group.locator, group.formatter)]
        self._memory = Memory([*groups, *makers], set(), is_open=False)
        self._watched = [
            *self._projection.watched(axes),
            *(part for axis in both for part in _axis.parts(axis)),
        ]
        if self.reason is None:
            # Flags of artists that nobody draws would stay set.
            for part in self._watched:
                part._stale = False
        self._state = self._now()

    def _translate(self, has_data: bool) -> None:
        axes = self._axes
        if not has_data:
            raise Untranslatable("a scale")
        if self._projection.is_on(axes):
            self._translate_axis()
        self._set("", _titles.looks(axes))
        for part, properties in self._projection.parts(axes).items():
            self._set(part, properties)

    def _translate_axis(self) -> None:
        self._asked = []
        for name, axis in self._axes._axis_map.items():
            _axis.check(axis)
            self._set(name, self._projection.axis(axis))
            looks = _axis.tick_looks(axis, self._projection.tick)
            for is_minor, look in zip(_GROUPS, looks, strict=True):
                group = "minor" if is_minor else "major"
                self._set(f"{name} {group}", look)
                locator, formatter, is_asked = tickers(axis, is_minor)
                if is_asked:
                    self._asked.append((name, is_minor))
                self._put(name, is_minor, locator, formatter)

    def _put(self, name: str, is_minor: bool, locator: Ticker, formatter: Ticker) -> None:
        """Set locator and formatter, if they are others."""
        were = self._tickers.get((name, is_minor))
        if were == (locator, formatter):
            return
        axis = (self._handle, name)
        self._target.set_locator(axis, is_minor, *locator)
        self._target.set_formatter(axis, is_minor, *formatter)
        self._tickers[name, is_minor] = (locator, formatter)

    def _set(self, part: str, properties: dict[str, Any]) -> None:
        """Set the properties of a part that are others."""
        were = self._properties.setdefault(part, {})
        changed = {
            name: value
            for name, value in properties.items()
            if name not in were or were[name] != value
        }
        if changed:
            if part not in self._parts:
                self._parts[part] = self._target.part(self._handle, part)
            self._target.set(self._parts[part], changed)
            were |= changed
