"""Parts of films, as users name them."""

from __future__ import annotations

import operator
from typing import Any

from plotreel import _plotreel
from plotreel._errors import InvalidError


def whole(value: Any, what: str) -> int:
    """Return a number of things, or the number of one, as an int."""
    try:
        number = operator.index(value)
    except TypeError:
        raise TypeError(f"{what} must be an int, not {value!r}") from None
    if not 0 <= number < 2**64:
        raise InvalidError(f"{what} can't be {number}", "give a number from 0 on, below 2**64")
    return number


def frames_of_part(part: Any, total: int | None, keyframes: Any) -> range:
    """Return the frames of part (i, n) of a film of so many frames."""
    pair = _items(part)
    if len(pair) != 2:
        raise TypeError(f"part must be (i, n), the number of a part, from 0, and that of all parts, not {part!r}")
    if total is None:
        advice = "give FuncAnimation frames of a known number, or save_count"
        raise InvalidError("a film in parts needs to know its number of frames", advice)
    index, count = whole(pair[0], "the number of a part"), whole(pair[1], "the number of all parts")
    every = 1 if keyframes is None else whole(keyframes, "keyframes")
    return range(*_plotreel.frames_of_part(index, count, whole(total, "the number of frames"), every))


def part_of_movie(part: Any) -> tuple[int, int, int, float | None]:
    """Return the first frame of (frames, film_frames[, begin]), its end, the frames of the film, and when it begins."""
    items = _items(part)
    if len(items) not in (2, 3) or not isinstance(items[0], range):
        example = "(range(50, 100), 200)"
        raise TypeError(f"part must be its frames and their number in the whole film, as {example}, not {part!r}")
    frames: range = items[0]
    if frames.step != 1:
        raise InvalidError(f"the frames of a part can't be {frames}", "give a range without a step")
    first, end = whole(frames.start, "the first frame of a part"), whole(frames.stop, "the end of a part")
    return first, end, whole(items[1], "the number of frames"), items[2] if len(items) == 3 else None


def _items(part: Any) -> tuple[Any, ...]:
    """Return the items of a sequence; none of a text, whose letters are not meant."""
    try:
        return () if isinstance(part, str) else tuple(part)
    except TypeError:
        return ()
