"""Locators and formatters of dates, by matplotlib's names.

Dates are days since 1970-01-01 UTC along an axis; `date2num` converts them.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from plotreel.figure._data import number, numbers, series, zone_name
from plotreel.ticker import Formatter, Locator

YEARLY, MONTHLY, WEEKLY, DAILY, HOURLY, MINUTELY, SECONDLY, MICROSECONDLY = range(8)
MO, TU, WE, TH, FR, SA, SU = range(7)
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)

# The units of AutoDateLocator: ticks at weeks are ticks at days.
_UNITS = (YEARLY, MONTHLY, DAILY, HOURLY, MINUTELY, SECONDLY, MICROSECONDLY)


class DateLocator(Locator):
    """What finds ticks at dates."""


class AutoDateLocator(DateLocator):
    """Round times, from microseconds to millennia, depending on the limits.

    Parameters
    ----------
    tz : str or tzinfo, optional
        The time zone; UTC by default.
    minticks : int, default: 5
        The number of ticks that the unit must have at least.
    maxticks : int or dict, optional
        The greatest number of ticks, of any unit or by unit: ``{YEARLY: 5}``.
    interval_multiples : bool, default: True
        Whether ticks are at multiples of their interval.
    """

    def __init__(
        self, tz: Any = None, minticks: int = 5, maxticks: Any = None, interval_multiples: bool = True
    ) -> None:
        given: Any = maxticks if isinstance(maxticks, Mapping) else dict.fromkeys(_UNITS, maxticks)
        counts = [(_UNITS.index(unit), int(count)) for unit, count in given.items() if count is not None]
        super().__init__(
            tz=zone_name(tz), minticks=int(minticks), maxticks=counts, interval_multiples=bool(interval_multiples)
        )


class YearLocator(DateLocator):
    """A day of each year that is a multiple of `base`."""

    def __init__(self, base: int = 1, month: int = 1, day: int = 1, tz: Any = None) -> None:
        super().__init__(base=int(base), month=int(month), day=int(day), tz=zone_name(tz))


class MonthLocator(DateLocator):
    """Certain days of certain months, by default the first of each."""

    def __init__(self, bymonth: Any = None, bymonthday: Any = 1, interval: int = 1, tz: Any = None) -> None:
        super().__init__(
            bymonth=_several(bymonth), bymonthday=_several(bymonthday), interval=int(interval), tz=zone_name(tz)
        )


class WeekdayLocator(DateLocator):
    """Certain days of the week, from 0 or `MO` to 6 or `SU`; Tuesdays by default."""

    def __init__(self, byweekday: Any = 1, interval: int = 1, tz: Any = None) -> None:
        super().__init__(byweekday=_several(byweekday), interval=int(interval), tz=zone_name(tz))


class DayLocator(DateLocator):
    """Certain days of each month, by default all."""

    def __init__(self, bymonthday: Any = None, interval: int = 1, tz: Any = None) -> None:
        super().__init__(bymonthday=_several(bymonthday), interval=int(interval), tz=zone_name(tz))


class HourLocator(DateLocator):
    """Certain hours of each day, by default all."""

    def __init__(self, byhour: Any = None, interval: int = 1, tz: Any = None) -> None:
        super().__init__(byhour=_several(byhour), interval=int(interval), tz=zone_name(tz))


class MinuteLocator(DateLocator):
    """Certain minutes of each hour, by default all."""

    def __init__(self, byminute: Any = None, interval: int = 1, tz: Any = None) -> None:
        super().__init__(byminute=_several(byminute), interval=int(interval), tz=zone_name(tz))


class SecondLocator(DateLocator):
    """Certain seconds of each minute, by default all."""

    def __init__(self, bysecond: Any = None, interval: int = 1, tz: Any = None) -> None:
        super().__init__(bysecond=_several(bysecond), interval=int(interval), tz=zone_name(tz))


class MicrosecondLocator(DateLocator):
    """Multiples of a number of microseconds."""

    def __init__(self, interval: int = 1, tz: Any = None) -> None:
        super().__init__(interval=int(interval), tz=zone_name(tz))


class DateFormatter(Formatter):
    """A format of `datetime.strftime`, such as ``"%d %b"``."""

    def __init__(self, fmt: str, tz: Any = None) -> None:
        super().__init__(fmt=fmt, tz=zone_name(tz))


class AutoDateFormatter(Formatter):
    """A format by the unit of the axis' locator.

    Parameters
    ----------
    locator : DateLocator, optional
        Not used: the formatter asks the locator that the axis has.
    tz : str or tzinfo, optional
        The time zone; UTC by default.
    """

    def __init__(self, locator: Any = None, tz: Any = None) -> None:
        super().__init__(tz=zone_name(tz))


class ConciseDateFormatter(Formatter):
    """The parts of dates in which ticks differ, and the others at the end of the axis.

    Parameters
    ----------
    locator : DateLocator, optional
        Not used: the formatter asks the locator that the axis has.
    tz : str or tzinfo, optional
        The time zone; UTC by default.
    formats, offset_formats, zero_formats : list of str, optional
        Six formats: of ticks at years, months, days, hours, minutes and
        seconds; of the text at the end of the axis; and of ticks at the first
        of each.
    show_offset : bool, default: True
        Whether there is a text at the end of the axis.
    """

    def __init__(
        self, locator: Any = None, tz: Any = None, formats: Any = None, offset_formats: Any = None,
        zero_formats: Any = None, show_offset: bool = True,
    ) -> None:  # fmt: skip
        given = {"formats": formats, "offset_formats": offset_formats, "zero_formats": zero_formats}
        for name, texts in given.items():
            if texts is not None and len(texts) != 6:
                raise ValueError(f"{name} must have 6 formats, from years to seconds, not {len(texts)}")
        super().__init__(tz=zone_name(tz), show_offset=bool(show_offset), **given)


def date2num(d: Any) -> Any:
    """Return days since 1970-01-01 UTC: a float for one date, an array for several."""
    kind, found = series(d)
    if kind == "names":
        raise ValueError(f"dates can't be texts: {d!r}; convert them by np.datetime64")
    return number(d) if np.ndim(d) == 0 and not isinstance(d, Sequence) else found


def num2date(x: Any, tz: Any = None) -> Any:
    """Return the `datetime` of days since 1970-01-01 UTC, or a list of them.

    Parameters
    ----------
    x : float or sequence of float
        The days.
    tz : tzinfo, optional
        The time zone; UTC by default.
    """
    zone = datetime.timezone.utc if tz is None else tz
    if np.ndim(x):
        return [num2date(one, tz) for one in numbers(x)]
    start = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
    return (start + datetime.timedelta(microseconds=round(float(x) * 86_400_000_000))).astimezone(zone)


def _several(given: Any) -> list[int] | None:
    """Return numbers of units; None is all, or those of the locator."""
    return None if given is None else [int(one) for one in np.atleast_1d(given)]
