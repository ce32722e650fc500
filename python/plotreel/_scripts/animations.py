"""matplotlib's animations, taken over: they are known, and saved by plotreel."""

from __future__ import annotations

import functools
import inspect
import logging
import math
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from matplotlib import animation, rcParams

from plotreel._film import page_frame
from plotreel._scripts import session
from plotreel._scripts.lengths import MOST_FPS, figure_of
from plotreel._scripts.writers import OWN, warn
from plotreel.matplotlib import PlotreelWriter

Method = Callable[..., Any]

# The logger to which matplotlib reports large pages.
_log = logging.getLogger(animation.__name__)

_OF_WRITERS = ("fps", "codec", "bitrate", "extra_args", "metadata")


def take_over() -> None:
    """Track animations from now on, and let plotreel save them and make their pages."""
    for name, wrap in {
        "__init__": _wrap_init,
        "save": _wrap_save,
        "to_html5_video": _wrap_to_html5_video,
        "to_jshtml": _wrap_to_jshtml,
    }.items():
        original = getattr(animation.Animation, name)
        setattr(animation.Animation, name, functools.wraps(original)(wrap(original)))


def _wrap_init(original: Method) -> Method:
    def init(self: Any, *args: Any, **kwargs: Any) -> None:
        original(self, *args, **kwargs)
        if getattr(self, "_interval", None) == 0:
            # "As fast as possible" is not a rate.
            self._interval = 1000 / MOST_FPS
        if getattr(figure_of(self).canvas, "is_recorded", False):
            session.current().register(self)

    return init


def _wrap_save(original: Method) -> Method:
    signature = inspect.signature(original)

    def save(self: Any, *args: Any, **kwargs: Any) -> None:
        given = signature.bind(self, *args, **kwargs).arguments
        _choose_writer(given)
        extra_anim = [a for a in given.get("extra_anim") or () if figure_of(a) is figure_of(self)]
        callback = given.get("progress_callback")
        running = session.current()
        with running.saving(given["filename"], [self, *extra_anim]) as progress:

            def count(frame: int, total: int) -> None:
                progress.step()
                if callback is not None:
                    callback(frame, total)

            given["progress_callback"] = count
            original(**given)
        writer = given["writer"]
        if isinstance(writer, PlotreelWriter) and writer.film is not None:
            running.report(writer.film)

    return save


def _choose_writer(given: dict[str, Any]) -> None:
    """Make a writer with a name that matplotlib does not know."""
    name = given.get("writer")
    if name is None:
        name = given["writer"] = rcParams["animation.writer"]
    known = animation.writers._registered  # type: ignore[attr-defined]
    if not isinstance(name, str) or name in known and name != "plotreel":
        return
    settings = {key: given.pop(key, None) for key in _OF_WRITERS}
    if settings["fps"] is None:
        settings["fps"] = 1000 / getattr(given["self"], "_interval", 200)
    if name not in (*OWN, "plotreel"):
        warn(f"unknown writer {name!r}: the film's suffix determines the writer")
    given["writer"] = PlotreelWriter(
        **settings,
        writer=name if name in OWN else "auto",
        on_error=session.current().on_error,
    )


def _wrap_to_html5_video(original: Method) -> Method:
    def to_html5_video(self: Any, *args: Any, **kwargs: Any) -> str:
        with session.current().quietly():
            video: str = original(self, *args, **kwargs)
            return video

    return to_html5_video


def _wrap_to_jshtml(_: Method) -> Method:
    def to_jshtml(
        self: Any, fps: float | None = None, embed_frames: bool = True, default_mode: str | None = None
    ) -> str:
        if not hasattr(self, "_html_representation"):
            if default_mode is None:
                default_mode = "loop" if getattr(self, "_repeat", False) else "once"
            if not embed_frames:
                warn("the frames are in the page itself: embed_frames=False has no effect")
            writer = animation.HTMLWriter(
                fps=fps or 1000 / getattr(self, "_interval", 200),  # type: ignore[arg-type]
                embed_frames=True,
                default_mode=default_mode,
                embed_limit=math.inf,
            )
            with tempfile.TemporaryDirectory() as folder, session.current().quietly():
                path = Path(folder, "animation.html")
                self.save(path, writer=writer)
                page = path.read_text(encoding="utf-8")
            _warn_of_size(page)
            self._html_representation = page_frame(page, writer.frame_size)
        html: str = self._html_representation
        return html

    return to_jshtml


def _warn_of_size(page: str) -> None:
    limit = rcParams["animation.embed_limit"] * 2**20
    if len(page) > limit:
        _log.warning(
            "the page of the animation has %s bytes, more than the %s of animation.embed_limit: it is complete, but "
            "slow to load; write fewer or smaller frames, save the film to a separate file, or raise the limit",
            len(page),
            round(limit),
        )
