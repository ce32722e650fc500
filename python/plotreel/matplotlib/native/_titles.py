"""The titles of axes as properties of plotreel's."""

from __future__ import annotations

from typing import Any

from matplotlib.colors import to_rgba

from plotreel.matplotlib.native._axis import check_text
from plotreel.matplotlib.native._table import Untranslatable
from plotreel.matplotlib.native._text import font

# What plotreel's properties are called, with the place of each along the axes and its alignment.
_TITLES = {"left_title": (0.0, "left"), "title": (0.5, "center"), "right_title": (1.0, "right")}

# Attributes that each call of `set_title` changes, and that look the same.
_LOOSE = ("_text", "_stale", "_transform", "_transformSet")

States = dict[str, list[Any]]
"""The attributes of titles, by the names of their texts."""


def looks(axes: Any) -> dict[str, Any]:
    """Return the properties of all three titles.

    Raises
    ------
    Untranslatable
        If plotreel has not one of them, or would place it otherwise.
    """
    texts = _texts(axes)
    words = _words(texts)
    shown = [name for name in words if words[name]]
    if not shown:
        return dict(words)
    if not axes._autotitlepos and axes._autotitlepos is not None:
        raise Untranslatable("a title with a place of its own")
    _check_neighbours(axes)
    own = [_look(texts[name], *_TITLES[name]) for name in shown]
    if any(look != own[0] for look in own):
        raise Untranslatable("titles that differ")
    pad = axes.titleOffsetTrans._t[1] * 72
    return {**words, **own[0], "title_pad": pad}


def new_words(axes: Any, states: States) -> dict[str, Any] | None:
    """Return the words of all three titles, None if their look may be another one than in these `states`.

    Raises
    ------
    Untranslatable
        As by `looks`.
    """
    texts = _texts(axes)
    words = _words(texts)
    shown = [name for name in words if words[name]]
    if any(_state(texts[name]) != states.get(name) for name in shown):
        return None
    if shown:
        _check_neighbours(axes)
    return dict(words)


def states(axes: Any) -> States:
    """Return the attributes of the titles that are shown."""
    texts = _texts(axes)
    words = _words(texts)
    return {name: _state(text) for name, text in texts.items() if words[name]}


def _state(text: Any) -> list[Any]:
    own = dict(vars(text))
    for name in _LOOSE:
        own.pop(name, None)
    return [own, dict(vars(text.get_fontproperties()))]


def _texts(axes: Any) -> dict[str, Any]:
    return dict(zip(_TITLES, (axes._left_title, axes.title, axes._right_title), strict=True))


def _words(texts: dict[str, Any]) -> dict[str, str]:
    return {name: text.get_text() if text.get_visible() else "" for name, text in texts.items()}


def _look(text: Any, along: float, alignment: str) -> dict[str, Any]:
    check_text(text)
    family, bold, italic = font(text.get_fontproperties())
    is_plain = (
        text.get_position()[0] == along
        and text.get_horizontalalignment() == alignment
        and text.get_verticalalignment() == "baseline"
        and text.get_rotation() == 0
        and text.zorder == 3
        and not italic
    )
    if not is_plain:
        raise Untranslatable("a title that is placed or turned otherwise")
    return {
        "title_family": family,
        "title_bold": bold,
        "title_size": text.get_fontsize(),
        "title_color": to_rgba(text.get_color(), text.get_alpha()),
    }


def _check_neighbours(axes: Any) -> None:
    """Check that a title depends on its own axes only."""
    figure = axes.get_figure(root=False)
    twins = list(axes._twinned_axes.get_siblings(axes))
    aligned = list(figure._align_label_groups["title"].get_siblings(axes))
    is_alone = len(aligned) == 1 and not axes.child_axes
    if not is_alone or any(_reaches_top(twin) for twin in twins if twin is not axes):
        raise Untranslatable("a title that avoids other axes")


def _reaches_top(axes: Any) -> bool:
    axis = axes.xaxis
    return axis.get_ticks_position() in ("top", "unknown") or axis.get_label_position() == "top"
