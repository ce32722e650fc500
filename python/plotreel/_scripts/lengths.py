"""How long an animation is, and how fast: what a window shows for ever has an end in a film."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.animation import Animation
    from matplotlib.figure import Figure

# matplotlib's own number for animations without an end, as long as it had one.
ENDLESS_FRAMES = 100
# A generator's end is waited for, but not for ever.
_LONGEST = 1000
# What a window draws a second at most; shorter intervals mean "as fast as it goes".
MOST_FPS = 60.0

Say = Callable[[str], None]


def figure_of(animation: Animation) -> Figure:
    """Return the figure that an animation changes."""
    figure: Figure = vars(animation)["_fig"]
    return figure


def frame_count(animation: Animation) -> int | None:
    """Return how many frames an animation has, where that is known."""
    count: int | None = vars(animation).get("_save_count")
    if count is None:
        with contextlib.suppress(TypeError):
            return len(vars(animation)["_framedata"]) if "_framedata" in vars(animation) else None
    return count


def fps_of(animations: list[Animation], say: Say) -> float:
    """Return the frames per second of animations of one figure, by their interval."""
    intervals = [vars(animation).get("_interval", 200) for animation in animations]
    if len(set(intervals)) > 1:
        say(
            f"the animations of a figure have intervals of {' and '.join(map(str, intervals))} ms: "
            f"their frames are shown together, every {intervals[0]} ms"
        )
    interval = float(intervals[0])
    if interval < 1000 / MOST_FPS:
        say(f"an interval of {interval:g} ms is shown at {MOST_FPS:g} frames per second; --fps changes that")
        return MOST_FPS
    return 1000 / interval


@contextlib.contextmanager
def limited(animation: Animation, frames: int, say: Say | None = None) -> Iterator[None]:
    """Let an animation have no more frames than this while it is saved.

    Parameters
    ----------
    animation : matplotlib.animation.Animation
        It has all its frames again afterwards.
    frames : int
        How many it has at most.
    say : callable, optional
        Called with a line if frames were left out.
    """
    every = animation.new_saved_frame_seq

    def some() -> Iterator[Any]:
        sequence = iter(every())
        yield from itertools.islice(sequence, frames)
        if say is not None:
            say(f"the animation names no end: its film has the first {frames} frames; --frames changes that")

    vars(animation)["new_saved_frame_seq"] = some
    try:
        yield
    finally:
        del vars(animation)["new_saved_frame_seq"]


def end_of(animation: Animation) -> int | None:
    """Return after how many frames an animation that may have no end is ended, or None."""
    if frame_count(animation) is not None or "_iter_gen" not in vars(animation):
        return None
    is_count = vars(animation)["_iter_gen"] is itertools.count
    return ENDLESS_FRAMES if is_count else _LONGEST
