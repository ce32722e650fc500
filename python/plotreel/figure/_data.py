"""Data of all kinds as the arrays that the library reads."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from plotreel._arrays import as_array

Numbers = npt.NDArray[np.float64]

_DAY = 86_400_000_000  # microseconds


def series(given: Any) -> tuple[str, Any]:
    """Return what the values are, "numbers", "dates" or "names", and the values."""
    if isinstance(given, (str, bytes)):
        return "names", [str(given)]
    array = values(given)
    kind = array.dtype.kind
    if kind in "US" or (kind == "O" and array.size and isinstance(array.ravel()[0], str)):
        return "names", [str(name) for name in array.ravel()]
    return "dates" if _are_dates(array) else "numbers", numbers(array)


def values(given: Any) -> npt.NDArray[Any]:
    """Return an array; masked elements of numbers are NaN."""
    if isinstance(given, np.ma.MaskedArray):
        return as_array(given)
    if hasattr(given, "to_numpy"):
        given = given.to_numpy()
    return np.asarray(listed(given))


def listed(given: Any) -> Any:
    """Return a list of what can only be iterated, such as ``d.keys()`` or ``map(f, x)``."""
    known = (Sequence, Mapping, np.ndarray)
    if isinstance(given, Iterable) and not isinstance(given, known) and not hasattr(given, "__array__"):
        return list(given)
    return given


def numbers(given: Any) -> Numbers:
    """Return one number or more as an array with one axis; dates are days since 1970, spans of time are days."""
    array = values(given)
    if array.dtype.kind == "m" or (array.dtype.kind == "O" and array.size and _is_span(array.ravel()[0])):
        array = array.astype("timedelta64[us]") / np.timedelta64(_DAY, "us")
    return days(array) if _are_dates(array) else np.ascontiguousarray(array, np.float64).ravel()


def _is_span(given: Any) -> bool:
    return isinstance(given, (datetime.timedelta, np.timedelta64))


def _are_dates(array: npt.NDArray[Any]) -> bool:
    if array.dtype.kind == "O" and array.size:
        return isinstance(array.ravel()[0], datetime.date)
    return array.dtype.kind == "M"


def some(given: Any) -> Any:
    """Return None, or a list of numbers."""
    return None if given is None else numbers(given).tolist()


def number(given: Any) -> float:
    """Return a single coordinate; a date is days since 1970."""
    if type(given) is float:
        return given
    array = numbers(given)
    if array.size != 1:
        raise ValueError(f"a single coordinate is needed, not {array.size}")
    return float(array[0])


def days(array: npt.NDArray[Any]) -> Numbers:
    """Return dates as days since 1970-01-01 UTC."""
    if array.dtype.kind == "O":
        array = np.array([_utc(date) for date in array.ravel()])
    stamps = array.astype("datetime64[us]").ravel()
    result = stamps.astype(np.int64) / _DAY
    result[np.isnat(stamps)] = np.nan
    return np.ascontiguousarray(result, np.float64)


def _utc(date: Any) -> Any:
    if isinstance(date, datetime.datetime) and date.tzinfo is not None:
        return np.datetime64(date.astimezone(datetime.timezone.utc).replace(tzinfo=None), "us")
    return np.datetime64(date, "us")


def field(given: Any) -> Numbers:
    """Return numbers along a line, or those of a grid."""
    array = values(given)
    return grid(array) if array.ndim == 2 else numbers(array)


def grid(given: Any) -> Numbers:
    """Return an array with rows and columns.

    Raises
    ------
    ValueError
        For an array with another number of axes.
    """
    array = np.ascontiguousarray(values(given), np.float64)
    if array.size == 0:
        return array.reshape(0, 2)
    if array.ndim != 2:
        raise ValueError(f"an array of shape {array.shape} is given where rows and columns are needed")
    return array


def image(given: Any) -> npt.NDArray[Any]:
    """Return an array of numbers or colours that can be shown."""
    if hasattr(given, "to_numpy"):
        given = given.to_numpy()
    return as_array(given)


def sets(given: Any, convert: Callable[[Any], Numbers] = numbers) -> list[Numbers]:
    """Return sets of data: a list of sequences, the columns of an array, or a single one."""
    given = given.to_numpy() if hasattr(given, "to_numpy") else listed(given)
    if isinstance(given, np.ndarray) and given.ndim == 2:
        return [convert(column) for column in given.T]
    if isinstance(given, Sequence) and not isinstance(given, str) and len(given) and np.ndim(given[0]) == 1:
        return [convert(one) for one in given]
    return [convert(given)]


def zone_name(tz: Any) -> str | None:
    """Return the name of a time zone, which is given as such or as a `tzinfo`; None is UTC."""
    if tz is None or isinstance(tz, str):
        return tz
    if tz is datetime.timezone.utc:
        return "UTC"
    # Those of zoneinfo, and those of pytz.
    name = getattr(tz, "key", None) or getattr(tz, "zone", None)
    if name is None:
        raise ValueError(f"tz can't be {tz!r}: give a name such as 'Europe/Berlin', or a zoneinfo.ZoneInfo")
    return str(name)
