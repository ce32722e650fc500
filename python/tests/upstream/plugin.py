"""A plugin of pytest: matplotlib's image tests, with figures drawn by plotreel.

Each test adds a line of JSON to the file of the environment variable PLOTREEL_RESULTS.
"""

from __future__ import annotations

import functools
import json
import os
import signal
from collections.abc import Iterator
from typing import Any

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.testing import decorators
from matplotlib.testing.compare import compare_images

from plotreel.matplotlib.native import Mirror

ENGINE = os.environ.get("PLOTREEL_ENGINE", "native")
SECONDS = 60
# Of all pictures of the test that runs.
differences: list[tuple[float, float]] = []
print_by_agg = FigureCanvasAgg.print_png


class TooSlow(BaseException):
    """A test exceeded its time."""


@functools.wraps(print_by_agg)
def print_png(canvas: Any, target: Any, *, metadata: Any = None, pil_kwargs: Any = None) -> None:
    """As of FigureCanvasAgg, with plotreel's pixels."""
    # With a draw of its own the figure only wants a renderer.
    if ENGINE == "agg" or "draw" in vars(canvas.figure):
        return print_by_agg(canvas, target, metadata=metadata, pil_kwargs=pil_kwargs)
    mpl.image.imsave(
        target, native(canvas), format="png", origin="upper", dpi=canvas.figure.dpi,
        metadata=metadata, pil_kwargs=pil_kwargs,
    )  # fmt: skip


def native(canvas: Any) -> Any:
    mirror = Mirror(canvas.figure, canvas.get_width_height(), fallback=False)
    mirror.update()
    return mirror.draw(transparent=canvas.figure.get_facecolor()[3] < 1)


def compare(expected: str, actual: str, tol: float) -> None:
    """Note how much two pictures differ, and fail if that is too much, as matplotlib does."""
    found = compare_images(expected, actual, 0, in_decorator=True)
    differences.append((found["rms"] if found else 0.0, tol))
    assert not found or found["rms"] <= tol, found


def pytest_configure() -> None:
    FigureCanvasAgg.print_png = print_png
    decorators._raise_on_image_difference = compare


def pytest_collection_modifyitems(config: Any, items: list[Any]) -> None:
    """Keep those that compare a PNG with a picture."""
    is_png = [is_image_test(item) for item in items]
    config.hook.pytest_deselected(items=[i for i, kept in zip(items, is_png, strict=True) if not kept])
    items[:] = [item for item, kept in zip(items, is_png, strict=True) if kept]


def is_image_test(item: Any) -> bool:
    parameters = getattr(item, "callspec", None)
    return parameters is not None and parameters.params.get("extension") == "png"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: Any) -> Iterator[None]:
    def stop(*_: Any) -> None:
        raise TooSlow(f"more than {SECONDS} seconds")

    differences.clear()
    was = signal.signal(signal.SIGALRM, stop)
    signal.alarm(SECONDS)
    reason = ""
    try:
        return (yield)
    except AssertionError as error:
        # The pictures differ, or there was none.
        reason = "" if differences else said(error)
        raise
    except pytest.skip.Exception as error:
        reason = f"skipped: {error}"
        raise
    except BaseException as error:
        reason = said(error)
        raise
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, was)
        note(item, reason)


def said(error: BaseException) -> str:
    text = str(error).strip() or "nothing said"
    return f"{type(error).__name__}: {text.splitlines()[0]}"


def note(item: Any, reason: str) -> None:
    name = f"{item.path.parent.name}/{item.path.name}::{item.name}"
    rms = max((float(rms) for rms, _ in differences), default=None)
    is_tolerated = bool(differences) and all(rms <= tol for rms, tol in differences)
    line = {"test": name, "rms": rms, "tolerated": is_tolerated, "reason": reason}
    with open(os.environ["PLOTREEL_RESULTS"], "a") as file:
        file.write(json.dumps(line) + "\n")
