"""The style of new figures: rcParams and style sheets."""

from __future__ import annotations

import contextlib
import difflib
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from plotreel import _plotreel
from plotreel._errors import InvalidError
from plotreel.figure._color import color

_USUAL: dict[str, Any] = {"figure.figsize": (6.4, 4.8), "figure.dpi": 100.0, "savefig.dpi": "figure"}
_names: list[str] = []

available = [
    "Solarize_Light2", "bmh", "classic", "dark_background", "fast", "fivethirtyeight", "ggplot",
    "grayscale", "petroff10", "petroff6", "petroff8", "seaborn-v0_8", "seaborn-v0_8-bright",
    "seaborn-v0_8-colorblind", "seaborn-v0_8-dark", "seaborn-v0_8-dark-palette",
    "seaborn-v0_8-darkgrid", "seaborn-v0_8-deep", "seaborn-v0_8-muted", "seaborn-v0_8-notebook",
    "seaborn-v0_8-paper", "seaborn-v0_8-pastel", "seaborn-v0_8-poster", "seaborn-v0_8-talk",
    "seaborn-v0_8-ticks", "seaborn-v0_8-white", "seaborn-v0_8-whitegrid", "tableau-colorblind10",
]  # fmt: skip
# Short names of `rc`.
_SHORT = {
    "lw": "linewidth",
    "ls": "linestyle",
    "c": "color",
    "fc": "facecolor",
    "ec": "edgecolor",
    "mew": "markeredgewidth",
    "aa": "antialiased",
}


class RcParams(dict[str, Any]):
    """matplotlib's rcParams, as far as the library's style has them; new figures have what is set."""

    def __setitem__(self, name: str, value: Any) -> None:
        _check(name, value)
        super().__setitem__(name, value)

    def update(self, *args: Any, **kwargs: Any) -> None:
        """Set several, or none if one of them can't be set."""
        given = dict(*args, **kwargs)
        for name, value in given.items():
            _check(name, value)
        super().update(given)

    def setdefault(self, name: str, default: Any = None) -> Any:
        """Set one that is not set."""
        if name not in self:
            self[name] = default
        return self[name]

    def __ior__(self, other: Any) -> RcParams:  # type: ignore[override,misc]
        self.update(other)
        return self

    def __missing__(self, name: str) -> Any:
        raise KeyError(f"{name} is not set: it is that of the style")


def _check(name: str, value: Any) -> None:
    """Raise an error if an rcParam does not exist, or can't have this value."""
    given = name
    if name == "savefig.dpi":
        # The library leaves it to `savefig`; the values are those of figure.dpi.
        if isinstance(value, str) and value == "figure":
            return
        name = "figure.dpi"
    figure = _plotreel.Figure((1.0, 1.0), 100.0)
    params = {name: _text(name, value)}
    try:
        _plotreel.Part.figure().call(figure, "use_style", {"names": [], "params": params})
    except InvalidError as error:
        cause = error.cause.removeprefix("with_param: ").replace(name, given, 1)
        told = f"{cause}: {error.advice}" if error.advice else cause
        raise (KeyError if "is none of" in cause else ValueError)(told) from None


rcParams = RcParams(_USUAL)


def use(style: Any) -> None:
    """Use a style sheet, settings by name, or several of both, for new figures: ``style.use("ggplot")``."""
    styles = [style] if isinstance(style, (str, Mapping)) else list(style)
    for name in styles:
        if not isinstance(name, (str, Mapping)):
            raise TypeError(f"a style can't be {name!r}: give a name of plt.style.available, or settings by name")
        if isinstance(name, str) and name != "default" and name not in available:
            nearest = difflib.get_close_matches(name, available, 1, 0.4)
            hint = f"the nearest is {nearest[0]!r}" if nearest else "plt.style.available has all"
            raise OSError(f"{name!r} is none of matplotlib's style sheets: {hint}")
    for one in styles:
        if not isinstance(one, str):
            rcParams.update(one)
        elif one == "default":
            reset()
        else:
            _names.append(one)


def reset() -> None:
    """Give new figures the default style."""
    _names.clear()
    rcParams.clear()
    rcParams.update(_USUAL)


def rc(group: Any, **settings: Any) -> None:
    """Set the rcParams of a group, or of several: ``rc("lines", lw=2)``."""
    for one in [group] if isinstance(group, str) else group:
        rcParams.update({f"{one}.{_SHORT.get(name, name)}": value for name, value in settings.items()})


@contextlib.contextmanager
def rc_context(rc: Any = None) -> Iterator[None]:
    """Set rcParams in a block: ``with rc_context({"lines.linewidth": 2}):``."""
    names, params = list(_names), dict(rcParams)
    try:
        rcParams.update(rc or {})
        yield
    finally:
        _names[:] = names
        rcParams.clear()
        rcParams.update(params)


@contextlib.contextmanager
def context(style: Any, after_reset: bool = False) -> Iterator[None]:
    """Use styles in a block: ``with style.context("ggplot"):``."""
    with rc_context():
        if after_reset:
            reset()
        use(style)
        yield


def current_style() -> dict[str, Any]:
    """Return the "names" of style sheets, and "params", settings as texts."""
    own = {name: _text(name, value) for name, value in rcParams.items() if name not in _USUAL}
    return {"names": list(_names), "params": own}


def _text(name: str, value: Any) -> str:
    if name.endswith("color"):
        value = color(value)
    value = value.tolist() if isinstance(value, np.ndarray) else value
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value))
    return str(value)
