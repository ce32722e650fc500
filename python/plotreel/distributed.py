"""Films drawn by the workers of a cluster, by ``dask.distributed`` or by Ray.

``pip install 'plotreel[distributed]'`` or ``'plotreel[ray]'`` installs what it needs.
"""

from __future__ import annotations

import os
import pickle
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plotreel import _plotreel
from plotreel._clusters import Cluster, Place, cluster_of
from plotreel._concat import concat
from plotreel._errors import Error, InvalidError, NotFoundError
from plotreel._film import Film
from plotreel._parts import whole
from plotreel._progress import Bar
from plotreel.animation import Animation

# So that the last parts of a film do not keep most workers waiting.
_PARTS_PER_THREAD = 4


def save(
    make_animation: Callable[[], Animation],
    out_file: str | os.PathLike[str],
    client: Any,
    parts: int | None = None,
    *,
    folder: str | os.PathLike[str] | None = None,
    pure: bool = False,
    retries: int = 3,
    progress: bool = True,
    **settings: Any,
) -> Film:
    """Write an animation to a film whose parts are drawn by the workers of a cluster.

    Each worker makes the animation, writes some of the parts and sends them
    back, or leaves them in a folder that all machines share. A part that fails,
    or whose worker is lost, is written again, by another worker where there is
    one. Then the parts are joined without encoding them again. The film appears
    complete or not at all. No part is left, unless they can't be joined: the
    error says where they are.

    Parameters
    ----------
    make_animation : callable
        A function without arguments that returns a `FuncAnimation` or an
        `ArtistAnimation`. It is called once for each part, by any worker, so
        that it must return the same animation each time. It is sent to the
        cluster once, with what it refers to, and each call gets it as it was
        sent.
    out_file : str or path_like
        The film, a single file on the machine of the client; its suffix
        determines the container.
    client : dask.distributed.Client or module
        The client of the cluster; the module `ray`, after ``ray.init()``, for
        one of Ray.
    parts : int, optional
        The number of parts; by default four for each thread of the workers, as
        far as there are frames.
    folder : path_like, optional
        A folder of the same name on all machines, for the parts; without it
        they are sent to the client, one at a time.
    pure : bool, default: False
        Whether a frame depends on its own value only, so that the function
        need not be called for the frames before a part.
    retries : int, default: 3
        How often a part that failed is written again before its error is
        raised. Parts of workers that were lost are not counted here, but by
        Dask (``distributed.scheduler.allowed-failures``) or Ray
        (``max_retries`` of tasks).
    progress : bool, default: True
        Show one progress bar of tqdm, or a line if tqdm is not installed.
    **settings
        Settings of `plotreel.FuncAnimation.save`, such as `fps`, `writer`,
        `codec` or `keyframes`. Name the writer where not all workers have an
        ffmpeg.

    Returns
    -------
    Film

    Raises
    ------
    Exception
        That of a part which failed too often.

    Examples
    --------
    >>> import dask.distributed  # doctest: +SKIP
    >>> client = dask.distributed.Client("tcp://scheduler:8786")  # doctest: +SKIP
    >>> plotreel.distributed.save(make_animation, "film.mp4", client, fps=30)  # doctest: +SKIP
    """
    suffix = _suffix_of(out_file)
    place = os.path.dirname(os.path.abspath(out_file)) if folder is None else os.fspath(folder)
    with _hidden_folder(place) as hidden:
        with closing(cluster_of(client)) as cluster:
            make = cluster.share(make_animation)
            total = cluster.call(_count, make)
            count = _number_of_parts(total, parts, settings.get("keyframes"), cluster.threads())
            job = _Job(count, pure, suffix, cluster.place, None if folder is None else hidden, settings)
            bar = Bar(total) if progress else None
            paths = []
            for index, written in job.run(cluster, make, retries):
                if bar is not None:
                    bar.advance(written.frames)
                path = Path(hidden, f"part{index:06}{suffix}")
                if written.data is not None:
                    path.write_bytes(written.data)
                paths.append(path)
            if bar is not None:
                bar.close()
        try:
            return concat(paths, out_file, program=settings.get("program"))
        except Error as error:
            kept = os.path.join(place, "parts" + os.path.basename(hidden).removeprefix(".plotreel"))
            os.rename(hidden, kept)
            raise type(error)(error.cause, f"{error.advice}; the parts are in {kept}") from error


@contextmanager
def _hidden_folder(place: str) -> Iterator[str]:
    """Make a folder for parts, which is removed in the end unless it got another name.

    If this process is killed, the next film that goes there removes it.
    """
    hidden = _plotreel.HiddenFolder(place)
    try:
        yield str(hidden.path)
    finally:
        hidden.remove()


def _number_of_parts(total: int, parts: int | None, keyframes: Any, threads: int) -> int:
    """Return the number of parts, each of which begins with a keyframe."""
    groups = -(-total // (1 if keyframes is None else whole(keyframes, "keyframes") or 1))
    if parts is None:
        parts = min(groups, _PARTS_PER_THREAD * max(1, threads))
    parts = whole(parts, "the number of parts")
    if not 1 <= parts <= groups:
        raise InvalidError(f"{total} frames can't be {parts} parts", f"choose 1 to {groups}")
    return parts


def _suffix_of(out_file: str | os.PathLike[str]) -> str:
    """Return the suffix of a film that can be written, with its dot."""
    path = Path(os.path.abspath(out_file))
    if not path.parent.is_dir():
        raise NotFoundError(f"{path.parent} is not there: make the folder of the film first")
    if path.is_dir() or path.suffix in ("", ".png"):
        raise InvalidError(f"{path.name} is no film in one file", "name it film.mp4, .mkv, .gif, .apng or .webp")
    return path.suffix


def _made(make_animation: bytes) -> Animation:
    """Return a new animation by a pickled function, whose data no other part has changed."""
    function: Callable[[], Animation] = pickle.loads(make_animation)
    return function()


def _count(make_animation: bytes) -> int:
    """Return the number of frames of an animation."""
    animation = _made(make_animation)
    if not isinstance(animation, Animation):
        kind = f"{type(animation).__module__}.{type(animation).__name__}"
        advice = "return a plotreel.FuncAnimation or plotreel.ArtistAnimation, not matplotlib's"
        raise InvalidError(f"make_animation returned a {kind}", advice)
    total = animation._total([animation._steps()[1]])
    if total is None:
        advice = "give FuncAnimation frames of a known number, or save_count"
        raise InvalidError("a film in parts needs to know its number of frames", advice)
    return total


@dataclass
class _Written:
    """A part that was written, or why it was not, and where."""

    place: str
    frames: int = 0
    data: bytes | None = None
    error: Exception | None = None


@dataclass
class _Job:
    """What a worker needs to know of a film."""

    parts: int
    pure: bool
    suffix: str
    place: Place
    folder: str | None
    settings: dict[str, Any]

    def run(self, cluster: Cluster, make: Any, retries: int) -> Iterator[tuple[int, _Written]]:
        """Yield the parts as they are written, each once."""
        failed: dict[int, list[str]] = {}
        for index in range(self.parts):
            cluster.submit(index, [], _write, self, make, index)
        for index, written in cluster.results():
            if written.error is None:
                yield index, written
                continue
            places = failed.setdefault(index, [])
            places.append(written.place)
            if len(places) > retries:
                raise written.error
            cluster.submit(index, places, _write, self, make, index)


def _write(job: _Job, make_animation: bytes, index: int) -> _Written:
    """Write a part, on a worker."""
    place = job.place.name()
    try:
        # What a killed worker leaves there is removed with the folder.
        folder = job.folder or job.place.folder()
        with tempfile.TemporaryDirectory(dir=folder) as private:
            path = Path(private, f"part{job.suffix}")
            film = _made(make_animation).save(path, part=(index, job.parts), pure=job.pure, **job.settings)
            if job.folder is None:
                return _Written(place, film.frames, path.read_bytes())
            path.replace(Path(job.folder, f"part{index:06}{job.suffix}"))
            return _Written(place, film.frames)
    except Exception as error:
        return _Written(place, error=error)
