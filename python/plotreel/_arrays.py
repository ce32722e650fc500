"""Converts frames of all kinds to NumPy arrays that the library reads in place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]

_LAYOUTS = ("HWC", "CHW")


def as_array(frame: Any, layout: str | None = None) -> Array:
    """Return a frame as an array of (H, W) or (H, W, C), copied only if necessary.

    Parameters
    ----------
    frame : array_like
        Anything with ``__array__``, ``__array_interface__`` or ``__dlpack__``,
        or nested sequences.
    layout : {"HWC", "CHW"}, optional
        The order of a frame's axes.

    Raises
    ------
    TypeError
        For data that can't be read as numbers on the CPU.
    """
    if isinstance(frame, np.ma.MaskedArray):
        array = _masked(frame)
    elif isinstance(frame, np.ndarray):
        array = frame
    else:
        array = _foreign(frame)
    if layout == "CHW" and array.ndim == 3:
        array = array.transpose(1, 2, 0)
    return _native(array)


def _masked(frame: np.ma.MaskedArray[Any, Any]) -> Array:
    """Masked elements are bad values, as in matplotlib: NaN."""
    if not np.ma.is_masked(frame):
        return frame.data
    values: Array = frame.data.astype(np.result_type(frame.dtype, np.float32))
    values[np.ma.getmaskarray(frame)] = np.nan
    return values


def _foreign(frame: Any) -> Array:
    device = getattr(frame, "device", None)
    kind = getattr(device, "type", None)
    if isinstance(kind, str) and kind not in ("cpu", "meta"):
        raise TypeError(
            f"the frame is on the device {device}: move it to the CPU, as frame.cpu()"
        )
    if getattr(frame, "requires_grad", False):
        frame = frame.detach()
    if str(getattr(frame, "dtype", "")).endswith("bfloat16") and hasattr(frame, "float"):
        # NumPy has no such type.
        frame = frame.float()
    if hasattr(frame, "__dlpack__") and not hasattr(frame, "__array_interface__"):
        try:
            return np.from_dlpack(frame)
        except (BufferError, TypeError, RuntimeError):
            # Types and devices that DLPack does not support may have another way.
            pass
    return np.asarray(frame)


def _native(array: Array) -> Array:
    """Native byte order, and a type that the library supports."""
    kind, size = array.dtype.kind, array.dtype.itemsize
    if array.dtype.name in ("float16", "bfloat16"):
        return array.astype(np.float32)
    if kind == "f" and size > 8:
        return array.astype(np.float64)
    if kind not in "buif":
        raise TypeError(
            f"elements of type {array.dtype} can't be shown as numbers: give bool, "
            "integers or floats, such as array.astype(float)"
        )
    if not array.dtype.isnative:
        return array.astype(array.dtype.newbyteorder("="))
    return array


def frames(itr: Iterable[Any], layout: str | None = None) -> Iterator[Any]:
    """Yield arrays, or pairs of an array and seconds, from anything that contains frames."""
    if layout is not None and layout not in _LAYOUTS:
        raise ValueError(f"layout can't be {layout!r}: choose HWC or CHW")
    for frame in itr:
        if isinstance(frame, tuple) and len(frame) == 2 and np.ndim(frame[1]) == 0:
            yield as_array(frame[0], layout), float(frame[1])
        else:
            yield as_array(frame, layout)
