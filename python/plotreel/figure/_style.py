"""The style of new figures: rcParams and style sheets."""

from __future__ import annotations

from typing import Any

_USUAL: dict[str, Any] = {"figure.figsize": (6.4, 4.8), "figure.dpi": 100.0, "savefig.dpi": "figure"}
_names: list[str] = []


class RcParams(dict[str, Any]):
    """matplotlib's rcParams, as far as the library's style has them; new figures have what is set."""

    def __setitem__(self, name: str, value: Any) -> None:
        super().__setitem__(name, value)

    def __missing__(self, name: str) -> Any:
        raise KeyError(f"{name} is not set: it is that of the style")


rcParams = RcParams(_USUAL)


def use(style: Any) -> None:
    """Use a style sheet, or several, for new figures: ``style.use("ggplot")``."""
    names = [style] if isinstance(style, str) else list(style)
    if "default" in names:
        names = names[names.index("default") + 1 :]
        reset()
    _names.extend(names)


def reset() -> None:
    """Give new figures the default style."""
    _names.clear()
    rcParams.clear()
    rcParams.update(_USUAL)


def current_style() -> tuple[list[str], dict[str, str]]:
    """Return the names of style sheets, and settings as texts."""
    own = {name: _text(value) for name, value in rcParams.items() if name not in _USUAL}
    return list(_names), own


def _text(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value))
    return str(value)
