"""`PlotreelWriter`: matplotlib's animations, written by plotreel."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.animation import AbstractMovieWriter, writers
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure

from plotreel._errors import InvalidError
from plotreel._film import Film
from plotreel._movie import Movie
from plotreel.matplotlib._attributes import attributes
from plotreel.matplotlib._drawing import Statistics, has_alpha
from plotreel.matplotlib._engine import Drawing, checked
from plotreel.matplotlib._engine import drawing as drawing_by

_WITH_ALPHA = {".gif", ".apng", ".png", ".webp"}
_CONTROLLED = ("dpi", "bbox_inches", "format")


@writers.register("plotreel")
class PlotreelWriter(AbstractMovieWriter):
    """Write the films of matplotlib's figures, with or without ffmpeg.

    It is the writer "plotreel" of ``Animation.save``. Each frame shows what
    ``savefig`` shows, but only the artists that changed, and those over them,
    are drawn.

    Parameters
    ----------
    fps : float, default: 5
        Frames per second.
    codec : str, optional
        The codec, by ffmpeg's name; by default it depends on the suffix, and
        :rc:`animation.codec` is not used.
    bitrate : int, optional
        Kilobits per second; -1 or None for the encoder's default.
    extra_args : sequence of str, optional
        Output arguments for ffmpeg.
    metadata : mapping of str to str, optional
        The film's metadata.
    writer : str, default: "auto"
        plotreel's writer, as of `plotreel.write_animation`.
    engine : {"auto", "native", "agg"}, optional
        What draws the frames: "native" is plotreel itself, which is much
        faster and as near Agg's pixels as glyphs get; "agg" is matplotlib's
        Agg, with exactly the pixels of ``savefig``; "auto", the default of
        `set_engine`, is native if plotreel has all that the figure shows, else Agg.
    partial : bool, default: True
        Keep unchanged pixels; False draws every frame in full, with Agg
        unless the engine is "native".
    verify : int, default: 0
        Compare every n-th frame with a full drawing by Agg, and raise an
        `Error` if they differ; those of the native engine may have an RMS of
        1.0 and 1 % of pixels off by more than 8.
    format : str, optional
        The container, if the suffix does not determine it.
    transparent : bool, optional
        Whether the film keeps alpha; by default if its format has alpha and
        the figure's background is not opaque.
    loop_count, embed_frames, embed_limit, default_mode, frame_format, program, \
stall_timeout, on_error
        As in `plotreel.write_animation`.

    Attributes
    ----------
    film : Film or None
        The film, once it is finished.
    statistics : Statistics
        How much of the figure was drawn.
    """

    supported_formats = ["rgba"]

    def __init__(
        self,
        fps: float = 5,
        codec: str | None = None,
        bitrate: int | None = None,
        extra_args: Sequence[str] | None = None,
        metadata: Mapping[str, str] | None = None,
        *,
        writer: str = "auto",
        engine: str | None = None,
        partial: bool = True,
        verify: int = 0,
        format: str | None = None,
        transparent: bool | None = None,
        loop_count: int | None = None,
        embed_frames: bool | None = None,
        embed_limit: float | None = None,
        default_mode: str | None = None,
        frame_format: str | None = None,
        program: str | os.PathLike[str] | None = None,
        stall_timeout: float | None = None,
        on_error: str = "discard",
    ) -> None:
        settings: dict[str, Any] = {"fps": fps, "codec": codec, "bitrate": bitrate}
        super().__init__(metadata=dict(metadata or {}), **settings)
        self.extra_args = extra_args
        self.film: Film | None = None
        self.statistics = Statistics()
        self._engine = checked(engine)
        self._partial = partial
        self._verify = verify
        self._transparent = transparent
        self._settings: dict[str, Any] = {
            "fps": fps,
            "writer": writer,
            "codec": codec,
            "bitrate": None if bitrate is None or bitrate < 0 else bitrate,
            "extra_args": extra_args or (),
            "metadata": metadata,
            "format": format,
            "loop_count": loop_count,
            "embed_frames": embed_frames,
            "embed_limit": embed_limit,
            "default_mode": default_mode,
            "frame_format": frame_format,
            "program": program,
            "stall_timeout": stall_timeout,
            "on_error": on_error,
        }
        self._movie: Movie | None = None
        self._drawing: Drawing | None = None
        self._restore = ExitStack()

    @classmethod
    def isAvailable(cls) -> bool:
        """Return True: plotreel has built-in encoders."""
        return True

    @property
    def frames(self) -> int:
        """The number of frames so far."""
        return self._movie.frames if self._movie else 0

    def _supports_transparency(self) -> bool:
        if self._transparent is not None:
            return self._transparent
        suffix = self._settings["format"] or Path(self.outfile).suffix
        return f".{suffix.lstrip('.').lower()}" in _WITH_ALPHA

    def setup(
        self, fig: Figure, outfile: str | os.PathLike[str], dpi: float | None = None
    ) -> None:
        """Begin a film.

        Parameters
        ----------
        fig : Figure
            The figure to draw.
        outfile : str or path_like
            The film.
        dpi : float, optional
            Pixels per inch, which with the figure's size give the film's size;
            by default the figure's dpi.
        """
        super().setup(fig, outfile, dpi=dpi)  # type: ignore[arg-type]
        self._inches = fig.get_size_inches().tolist()
        self._movie = self._drawing = None
        self.film = None
        self.statistics = Statistics()
        canvas = fig.canvas
        # Animation.save requests a drawing of each frame, and then the frame: one drawing is enough.
        self._restore.enter_context(attributes(canvas, draw_idle=lambda *args, **kwargs: None))

    def grab_frame(self, **savefig_kwargs: Any) -> None:
        """Draw the current state of the figure, and write it.

        Parameters
        ----------
        **savefig_kwargs
            As in ``Figure.savefig``: facecolor, edgecolor and transparent;
            others have no effect on pixels.
        """
        self._grab(None, savefig_kwargs)

    def grab_frame_for(self, seconds: float, **savefig_kwargs: Any) -> None:
        """As `grab_frame`, with a duration in seconds."""
        self._grab(seconds, savefig_kwargs)

    def finish(self) -> None:
        """Complete the film."""
        self._restore.close()
        if self._movie is None:
            self._movie = self._begin(False)
        self.film = self._movie.finish()

    def abort(self) -> None:
        """Abort the film: no file is left behind."""
        self._restore.close()
        if self._movie is not None:
            self._movie.abort()

    @contextmanager
    def saving(
        self, fig: Figure, outfile: str | os.PathLike[str], dpi: float | None, *args: Any, **kwargs: Any
    ) -> Iterator[PlotreelWriter]:
        """Write a film in a block: it is complete at the end of the block, and aborted after an exception.

        Parameters
        ----------
        fig, outfile, dpi
            As in `setup`.
        *args, **kwargs
            Passed to `setup`.
        """
        self.setup(fig, outfile, dpi, *args, **kwargs)
        try:
            yield self
        except BaseException:
            self.abort()
            raise
        self.finish()

    def _grab(self, seconds: float | None, savefig_kwargs: dict[str, Any]) -> None:
        for name in _CONTROLLED:
            if name in savefig_kwargs:
                raise TypeError(f"grab_frame got an unexpected keyword argument {name!r}")
        fig: Any = self.fig
        if fig.get_size_inches().tolist() != self._inches:
            fig.set_size_inches(self._inches)
        with self._looks(savefig_kwargs):
            drawing = self._drawing
            if drawing is None or drawing.dpi != fig.dpi:
                size = fig.canvas.get_width_height(physical=True)
                drawing = drawing_by(
                    self._engine, fig, size, self._partial, self._verify, self.statistics
                )
                self._drawing = drawing
            drawing.draw()
            if self._movie is None:
                self._movie = self._begin(has_alpha(fig))
        drawing.write(self._movie, seconds)

    def _begin(self, has_glass: bool) -> Movie:
        with self._looks({}):
            size = self.fig.canvas.get_width_height(physical=True)
        transparent = self._transparent
        if transparent is None:
            transparent = has_glass and self._supports_transparency()
        return Movie(self.outfile, size, transparent=transparent, **self._settings)

    @contextmanager
    def _looks(self, savefig_kwargs: dict[str, Any]) -> Iterator[None]:
        """Set the dpi and colours of the frames, as in savefig."""
        fig: Any = self.fig
        rc: Any = mpl.rcParams
        wanted = dict(savefig_kwargs)
        transparent = wanted.pop("transparent", None)
        if transparent is None:
            transparent = rc["savefig.transparent"]
        colors = {}
        for name in ("facecolor", "edgecolor"):
            color = wanted.pop(name, None)
            color = rc[f"savefig.{name}"] if color is None else color
            colors[name] = "none" if transparent else color
        for name in ("metadata", "pil_kwargs", "orientation", "backend", "bbox_extra_artists", "pad_inches", "papertype"):
            wanted.pop(name, None)
        if wanted:
            raise InvalidError(
                f"savefig has no argument {next(iter(wanted))!r} that changes a frame",
                "give facecolor, edgecolor or transparent",
            )
        with ExitStack() as stack:
            stack.enter_context(
                attributes(fig.canvas, manager=None, _is_saving=True, _device_pixel_ratio=1)
            )
            if fig.dpi != self.dpi:
                stack.enter_context(attributes(fig, dpi=self.dpi))
            for name, color in colors.items():
                if isinstance(color, str) and color == "auto":
                    continue
                if not _is_same(color, getattr(fig, f"get_{name}")()):
                    stack.enter_context(fig._cm_set(**{name: color}))
            if transparent:
                for ax in fig.axes:
                    stack.enter_context(ax.patch._cm_set(facecolor="none", edgecolor="none"))
            yield


def _is_same(color: Any, other: Any) -> bool:
    """Return whether two colours are the same."""
    # `Animation.save` passes that of the figure back as an array, which matplotlib does not cache.
    parts = color.tolist() if isinstance(color, np.ndarray) else color
    is_it = isinstance(parts, (list, tuple)) and (*parts, 1.0)[:4] == other
    return is_it or to_rgba(color) == to_rgba(other)
