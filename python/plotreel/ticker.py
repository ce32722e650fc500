"""Locators and formatters, by matplotlib's names.

They hold settings; the library finds ticks and writes their labels.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

_STEPS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]


class TickHelper:
    """What finds ticks, or writes their labels.

    Attributes
    ----------
    settings : dict
        Its settings by the library's names.
    """

    def __init__(self, **settings: Any) -> None:
        self.settings = settings


class Locator(TickHelper):
    """What finds ticks."""


class Formatter(TickHelper):
    """What writes the labels of ticks."""


class AutoLocator(Locator):
    """Round values, as many as there is room for."""

    def __init__(self) -> None:
        super().__init__()


class NullLocator(Locator):
    """No ticks."""

    def __init__(self) -> None:
        super().__init__()


class MultipleLocator(Locator):
    """Multiples of a number."""

    def __init__(self, base: float = 1.0, offset: float = 0.0) -> None:
        super().__init__(base=float(base), offset=float(offset))


class FixedLocator(Locator):
    """Ticks at fixed places."""

    def __init__(self, locs: Sequence[float], nbins: int | None = None) -> None:
        super().__init__(locs=[float(loc) for loc in locs], nbins=nbins)


class LinearLocator(Locator):
    """So many ticks from end to end."""

    def __init__(self, numticks: int = 11) -> None:
        super().__init__(numticks=numticks)


class IndexLocator(Locator):
    """Every so many from the first value on."""

    def __init__(self, base: float, offset: float) -> None:
        super().__init__(base=float(base), offset=float(offset))


class MaxNLocator(Locator):
    """Round values, at most so many intervals."""

    def __init__(
        self,
        nbins: int | str | None = 10,
        *,
        steps: Sequence[float] | None = None,
        integer: bool = False,
        symmetric: bool = False,
        prune: str | None = None,
        min_n_ticks: int = 2,
    ) -> None:
        super().__init__(
            nbins=None if nbins == "auto" else nbins,
            steps=[float(step) for step in steps or _STEPS],
            integer=integer,
            symmetric=symmetric,
            prune=prune,
            min_n_ticks=min_n_ticks,
        )


class AutoMinorLocator(Locator):
    """Minor ticks that divide the space between major ones."""

    def __init__(self, n: int | None = None) -> None:
        super().__init__(ndivs=n)


class LogLocator(Locator):
    """Powers of a base."""

    def __init__(
        self, base: float = 10.0, subs: Any = (1.0,), *, numticks: int | None = None
    ) -> None:
        subs = subs if isinstance(subs, str) else [float(sub) for sub in subs]
        super().__init__(base=float(base), subs=subs, numticks=numticks)


class NullFormatter(Formatter):
    """No labels."""

    def __init__(self) -> None:
        super().__init__()


class FixedFormatter(Formatter):
    """Fixed labels, in order."""

    def __init__(self, seq: Sequence[str]) -> None:
        super().__init__(seq=[str(label) for label in seq], offset_string="")


class StrMethodFormatter(Formatter):
    """A format such as ``"{x:.1f} m"``."""

    def __init__(self, fmt: str) -> None:
        super().__init__(fmt=fmt)


class FormatStrFormatter(Formatter):
    """An old format such as ``"%.1f"``."""

    def __init__(self, fmt: str) -> None:
        super().__init__(fmt=fmt)


class PercentFormatter(Formatter):
    """Shares in per cent."""

    def __init__(
        self, xmax: float = 100, decimals: int | None = None, symbol: str | None = "%"
    ) -> None:
        super().__init__(xmax=float(xmax), decimals=decimals, symbol=symbol or "")


class FuncFormatter(Formatter):
    """A function of the value and its position that returns the label."""

    def __init__(self, func: Callable[[float, int | None], str]) -> None:
        super().__init__(func=func)


def formatter_of(given: Any) -> Formatter:
    """Return a formatter: itself, that of a format, or that of a function."""
    if isinstance(given, str):
        return StrMethodFormatter(given)
    return given if isinstance(given, Formatter) else FuncFormatter(given)
