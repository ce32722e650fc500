"""The length and frame rate of animations: endless animations are limited in a film."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.animation import Animation
    from matplotlib.figure import Figure

# matplotlib's former limit for animations without an end.
ENDLESS_FRAMES = 100
# The limit for a generator, which may be endless.
_LONGEST = 1000
# The maximum frame rate of a window; shorter intervals mean "as fast as possible".
MOST_FPS = 60.0

Say = Callable[[str], None]


def figure_of(animation: Animation) -> Figure:
    """Return the figure that an animation changes."""
    figure: Figure = vars(animation)["_fig"]
    return figure


def frame_count(animation: Animation) -> int | None:
    """Return the number of frames of an animation, if it is known."""
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
        say(
            f"an interval of {interval:g} ms is shown at {MOST_FPS:g} frames per second; "
            "`plotreel run --fps N SCRIPT` changes that"
        )
        return MOST_FPS
    return 1000 / interval


@contextlib.contextmanager
def limited(animation: Animation, frames: int, say: Say | None = None) -> Iterator[None]:
    """Limit the frames of an animation while it is saved.

    Parameters
    ----------
    animation : matplotlib.animation.Animation
        The animation; afterwards it has all its frames again.
    frames : int
        The maximum number of frames.
    say : callable, optional
        Called with a message if frames were omitted.
    """
    every = animation.new_saved_frame_seq

    def some() -> Iterator[Any]:
        sequence = iter(every())
        yield from itertools.islice(sequence, frames)
        if say is not None:
            say(
                f"the animation has no end: its film has the first {frames} frames; "
                "`plotreel run --frames N SCRIPT` changes that"
            )

    vars(animation)["new_saved_frame_seq"] = some
    try:
        yield
    finally:
        del vars(animation)["new_saved_frame_seq"]


def end_of(animation: Animation) -> int | None:
    """Return the limit of frames for an animation that may be endless, or None."""
    if frame_count(animation) is not None or "_iter_gen" not in vars(animation):
        return None
    is_count = vars(animation)["_iter_gen"] is itertools.count
    return ENDLESS_FRAMES if is_count else _LONGEST
