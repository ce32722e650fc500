"""Animations of plotreel's own figures."""

from __future__ import annotations

import contextlib
import itertools
import os
import tempfile
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence, Sized
from numbers import Integral
from pathlib import Path
from typing import Any

from plotreel._errors import PlotreelWarning
from plotreel._film import Film, page_frame
from plotreel._movie import Movie
from plotreel._parts import frames_of_part
from plotreel.figure._bar import Bar
from plotreel.figure._figure import Figure
from plotreel.figure._looks import without_none
from plotreel.figure._style import rcParams

# matplotlib's limit for animations without an end, and that of `show` for a generator, which may have none.
_ENDLESS_FRAMES = 100
_LONGEST = 1000
_OF_WRITERS = ("fps", "codec", "bitrate", "extra_args", "metadata")


class MovieWriter:
    """A writer and its settings.

    Parameters
    ----------
    fps : float, default: 5
        Frames per second.
    codec : str, optional
        The codec, by ffmpeg's name.
    bitrate : int, optional
        Kilobits per second.
    extra_args : sequence of str, optional
        Output arguments for ffmpeg.
    metadata : mapping of str to str, optional
        The film's metadata.
    **settings
        Further settings of `plotreel.Movie`.

    Attributes
    ----------
    film : Film or None
        The film of `saving`, once it is written.
    """

    name = "auto"

    def __init__(
        self, fps: float = 5, codec: str | None = None, bitrate: int | None = None,
        extra_args: Sequence[str] | None = None, metadata: Any = None, **settings: Any,
    ) -> None:  # fmt: skip
        self.settings: dict[str, Any] = {"fps": fps, "codec": codec, "bitrate": bitrate, "extra_args": extra_args or ()}
        self.settings |= {"metadata": metadata, "writer": self.name, **settings}
        self.film: Film | None = None
        self._open: tuple[Figure, Movie] | None = None

    @contextlib.contextmanager
    def saving(self, fig: Figure, outfile: Any, dpi: float | None = None) -> Iterator[MovieWriter]:
        """Write a film frame by frame: ``with writer.saving(fig, "a.mp4"): writer.grab_frame()``."""
        own_dpi = fig.dpi
        try:
            fig.set_dpi(own_dpi if dpi is None else dpi)
            with Movie(outfile, fig.pixels, **self.settings) as movie:
                self._open = (fig, movie)
                yield self
            self.film = movie.film
        finally:
            self._open = None
            fig.set_dpi(own_dpi)

    def grab_frame(self, **savefig_kwargs: Any) -> None:
        """Write the figure as the next frame."""
        if self._open is None:
            raise RuntimeError("there is no film: call grab_frame in a block of writer.saving(fig, file)")
        if savefig_kwargs:
            warnings.warn(f"grab_frame takes no {', '.join(savefig_kwargs)} here", PlotreelWarning, 2)
        fig, movie = self._open
        movie.grab_frame(fig._ready())


class FFMpegWriter(MovieWriter):
    """Films by ffmpeg."""

    name = "ffmpeg"


class PillowWriter(MovieWriter):
    """GIF, animated PNG and WebP."""

    name = "pillow"


class HTMLWriter(MovieWriter):
    """A page with a player."""

    name = "html"


class Animation:
    """What changes a figure frame by frame.

    Attributes
    ----------
    film : Film or None
        The film, once it is saved.
    """

    def __init__(self, fig: Figure, interval: float = 200, repeat: bool = True) -> None:
        self._fig, self._interval, self._repeat = fig, float(interval) or 1000 / 60, repeat
        self.film: Film | None = None
        # The most frames of the next film, and whether the last one had more.
        self._limit: int | None = None
        self._is_cut = False
        fig.__dict__.setdefault("_animations", []).append(self)

    def _begin(self) -> None:
        """Prepare the figure for the first frame."""

    def _steps(self) -> tuple[Iterator[Callable[[], Any]], int | None]:
        """Return what makes each frame, and their number if it is known."""
        raise NotImplementedError

    def _end(self) -> int | None:
        """Return the limit of frames for an animation that may be endless."""
        return None

    def _save_limited(self, filename: Any, limit: int | None, animations: list[Animation], **settings: Any) -> Film:
        """Save animations of one figure together, with at most so many frames."""
        for animation in animations:
            animation._limit = limit
        try:
            film = self.save(filename, extra_anim=animations[1:], **settings)
        finally:
            for animation in animations:
                animation._limit = None
        for animation in animations:
            animation.film = film
        return film

    def save(
        self, filename: str | os.PathLike[str], writer: Any = None, fps: float | None = None,
        dpi: Any = None, codec: str | None = None, bitrate: int | None = None, extra_args: Any = None,
        metadata: Any = None, extra_anim: Sequence[Animation] | None = None, savefig_kwargs: Any = None,
        *, progress_callback: Callable[[int, int | None], Any] | None = None,
        part: tuple[int, int] | None = None, pure: bool = False, **settings: Any,
    ) -> Film:  # fmt: skip
        """Write the animation to a film, which appears complete or not at all.

        Parameters
        ----------
        filename : str or path_like
            The film; its suffix determines the container.
        writer : str or MovieWriter, optional
            As in `plotreel.write_animation`, or an object with settings.
        fps : float, optional
            Frames per second; by default those of the interval.
        dpi : float, optional
            Pixels per inch, instead of the figure's own.
        codec, bitrate, extra_args, metadata
            Settings of the writer.
        extra_anim : sequence of Animation, optional
            Other animations of the figure.
        savefig_kwargs : dict, optional
            facecolor, and transparent, of all frames.
        progress_callback : callable, optional
            Called with the number of a frame and their total after each.
        part : (int, int), optional
            Write part i, counted from 0, of n parts of about equal length,
            which `plotreel.concat` joins. Parts begin at multiples of
            `keyframes`, if that is given.
        pure : bool, default: False
            Whether a frame depends on its own value only, so that the function
            need not be called for the frames before a part.
        **settings
            Further settings of `plotreel.Movie`, such as `keyframes`.

        Returns
        -------
        Film
        """
        given = {"fps": fps, "codec": codec, "bitrate": bitrate, "extra_args": extra_args, "metadata": metadata}
        if isinstance(writer, MovieWriter):
            settings |= writer.settings
        else:
            settings["writer"] = writer or "auto"
        settings |= without_none(given)
        settings.setdefault("fps", 1000 / self._interval)
        looks = dict(savefig_kwargs or {})
        settings["transparent"] = bool(looks.pop("transparent", settings.get("transparent", False)))
        own_dpi = self._fig.dpi
        own_facecolor = None
        try:
            dpi = rcParams["savefig.dpi"] if dpi is None else dpi
            if dpi != "figure":
                self._fig.set_dpi(dpi)
            if (facecolor := looks.pop("facecolor", None)) is not None:
                own_facecolor = self._fig.get_facecolor()
                self._fig.set_facecolor(facecolor)
            if looks:
                warnings.warn(f"savefig_kwargs has no effect for {', '.join(looks)}", PlotreelWarning, 2)
            animations = [self, *(one for one in extra_anim or () if one._fig is self._fig)]
            self.film = self._write(filename, animations, settings, progress_callback, part, pure)
        finally:
            if self._fig.dpi != own_dpi:
                self._fig.set_dpi(own_dpi)
            if own_facecolor is not None:
                self._fig.set_facecolor(own_facecolor)
        return self.film

    def _write(
        self, filename: Any, animations: list[Animation], settings: dict[str, Any], progress: Any,
        part: tuple[int, int] | None, pure: bool,
    ) -> Film:  # fmt: skip
        for animation in animations:
            animation._begin()
        steps = [animation._steps() for animation in animations]
        total = self._total([count for _, count in steps])
        drawn: range | None = None
        if part is not None:
            drawn = frames_of_part(part, total, settings.get("keyframes"))
            settings["part"] = (drawn, total)
        self._is_cut = False
        with Movie(filename, self._fig.pixels, **settings) as movie:
            for number, together in enumerate(zip(*(each for each, _ in steps))):
                if number == self._limit:
                    self._is_cut = True
                    break
                if drawn is not None and number == drawn.stop:
                    break
                is_drawn = drawn is None or number in drawn
                if is_drawn or not pure:
                    for step in together:
                        step()
                if not is_drawn:
                    continue
                movie.grab_frame(self._fig._ready())
                if progress is not None:
                    progress(number, total)
        film = movie.film
        assert film is not None
        return film

    def _total(self, counts: list[int | None]) -> int | None:
        """Return the number of frames of animations together, if it is known."""
        if self._limit is not None:
            counts = [self._limit, *counts]
        known = [count for count in counts if count is not None]
        return min(known) if known and (len(known) == len(counts) or self._limit is not None) else None

    def to_jshtml(self, fps: float | None = None, embed_frames: bool = True, default_mode: str | None = None) -> str:
        """Return a page with a player, in an element of HTML."""
        mode = default_mode or ("loop" if self._repeat else "once")
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "animation.html")
            film = self.save(path, writer="html", fps=fps, default_mode=mode, embed_limit=1e9)
            return page_frame(path.read_text(encoding="utf-8"), film.size)

    def to_html5_video(self, embed_limit: float | None = None) -> str:
        """Return a video, in an element of HTML."""
        with tempfile.TemporaryDirectory() as folder:
            return self.save(Path(folder, "animation.mp4"))._repr_html_()

    def _repr_html_(self) -> str:
        return self.to_jshtml()

    def pause(self) -> None:
        """Do nothing: there is no window."""

    resume = pause


class FuncAnimation(Animation):
    """An animation by a function that is called for each frame, once and in order.

    Parameters
    ----------
    fig : Figure
        The figure.
    func : callable
        Called with each of `frames`, and `fargs`; what it returns is not used,
        as a film draws what changed.
    frames : iterable, int, callable or None
        What it is called with: values, a number of them, a function that
        returns an iterator, or 0, 1, 2, … without an end.
    init_func : callable, optional
        Called before the first frame.
    fargs : tuple, optional
        Further arguments.
    save_count : int, optional
        The number of frames of a film, where `frames` has no length.
    interval : float, default: 200
        Milliseconds per frame, where a film has no frame rate.
    repeat : bool, default: True
        Whether the player of a page begins again.
    **kwargs
        blit, cache_frame_data and repeat_delay have no effect.

    Examples
    --------
    >>> import numpy as np, plotreel
    >>> fig, ax = plotreel.subplots()
    >>> x = np.linspace(0, 6, 100)
    >>> (line,) = ax.plot(x, np.sin(x))
    >>> ani = plotreel.FuncAnimation(fig, lambda i: line.set_ydata(np.sin(x + i / 10)), 20)
    >>> ani.save("sine.gif", fps=20).frames
    20
    """

    def __init__(
        self, fig: Figure, func: Callable[..., Any], frames: Any = None,
        init_func: Callable[[], Any] | None = None, fargs: Any = None, save_count: int | None = None,
        *, interval: float = 200, repeat: bool = True, **kwargs: Any,
    ) -> None:  # fmt: skip
        unknown = set(kwargs) - {"blit", "cache_frame_data", "repeat_delay"}
        if unknown:
            raise TypeError(f"FuncAnimation has no {', '.join(sorted(unknown))}")
        if isinstance(frames, Integral) and int(frames) < 0:
            raise ValueError(f"frames can't be {frames}: give a number of frames, values, or a function that has them")
        super().__init__(fig, interval, repeat)
        self._func, self._frames, self._init_func = func, frames, init_func
        self._fargs, self._save_count = tuple(fargs or ()), save_count

    def _begin(self) -> None:
        if self._init_func is not None:
            self._init_func()

    def _steps(self) -> tuple[Iterator[Callable[[], Any]], int | None]:
        frames, count = self._frames, self._save_count
        values: Iterable[Any]
        if frames is None:
            count = _ENDLESS_FRAMES if count is None and self._limit is None else count
            values = itertools.count()
        elif callable(frames):
            values = frames()
        elif isinstance(frames, Iterable):
            values = frames
            if isinstance(frames, Sized):
                count = len(frames) if count is None else min(count, len(frames))
        else:
            values = range(frames)
            count = len(values)
        return (self._step(value) for value in itertools.islice(values, count)), count

    def _end(self) -> int | None:
        if self._save_count is not None or isinstance(self._frames, (Integral, Sized)):
            return None
        return _ENDLESS_FRAMES if self._frames is None else _LONGEST

    def _step(self, value: Any) -> Callable[[], Any]:
        return lambda: self._func(value, *self._fargs)


class ArtistAnimation(Animation):
    """An animation whose frames show different artists.

    Parameters
    ----------
    fig : Figure
        The figure.
    artists : list of list of Artist
        The artists that each frame shows; those of no other frame are hidden.
    interval : float, default: 200
        Milliseconds per frame, where a film has no frame rate.
    repeat : bool, default: True
        Whether the player of a page begins again.
    **kwargs
        blit and repeat_delay have no effect.
    """

    def __init__(
        self, fig: Figure, artists: Any, interval: float = 200, repeat: bool = True, **kwargs: Any
    ) -> None:
        unknown = set(kwargs) - {"blit", "repeat_delay"}
        if unknown:
            raise TypeError(f"ArtistAnimation has no {', '.join(sorted(unknown))}")
        super().__init__(fig, interval, repeat)
        self._framedata = [_flat(frame) for frame in artists]
        self._shown: list[Any] = []

    def _begin(self) -> None:
        for frame in self._framedata:
            for artist in frame:
                artist.set(visible=False)

    def _steps(self) -> tuple[Iterator[Callable[[], Any]], int | None]:
        return (self._step(frame) for frame in self._framedata), len(self._framedata)

    def _step(self, frame: list[Any]) -> Callable[[], Any]:
        def show() -> None:
            for artist in self._shown:
                if artist not in frame:
                    artist.set(visible=False)
            for artist in frame:
                artist.set(visible=True)
            self._shown = frame

        return show


def _flat(artists: Any) -> list[Any]:
    """Return the artists of a frame, also those in containers; a bar stands for all of its bars."""
    found: list[Any] = []
    for artist in artists if isinstance(artists, Sequence) else [artists]:
        if isinstance(artist, Sequence):
            found += _flat(artist)
        elif artist is not None:
            found.append(artist._bars if isinstance(artist, Bar) else artist)
    return found
