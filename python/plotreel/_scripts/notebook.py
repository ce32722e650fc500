"""``%load_ext plotreel``: animations and loops of matplotlib as films in a notebook."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path
from typing import Any

import matplotlib as mpl
from IPython.display import HTML, Image, display
from matplotlib._pylab_helpers import Gcf
from matplotlib.animation import Animation

from plotreel import backend
from plotreel._film import Film
from plotreel._scripts import session
from plotreel._scripts.lengths import figure_of
from plotreel._scripts.settings import Settings
from plotreel._scripts.takeover import take_over

_BACKEND = "module://plotreel.backend"


class NotebookSession(session.Session):
    """The session of a notebook: films and pictures are shown below the cell."""

    def __init__(self, folder: Path) -> None:
        super().__init__(Settings.from_environment(os.environ), "figure", folder)
        self._folder = folder

    def report(self, film: Film) -> None:
        """Show a film of the cell, unless it was saved to a file."""
        if Path(film.path).parent == self._folder:
            display(HTML(film._repr_html_()))  # type: ignore[no-untyped-call]

    def _written(self, path: Path, what: str) -> None:
        display(Image(filename=os.fspath(path)))  # type: ignore[no-untyped-call]


class Extension:
    """The changes of the extension, and how to undo them."""

    def __init__(self, ipython: Any) -> None:
        self._ipython = ipython
        self._stack = contextlib.ExitStack()
        folder = self._stack.enter_context(tempfile.TemporaryDirectory(prefix="plotreel-"))
        take_over()
        session.begin(NotebookSession(Path(folder)))
        before = mpl.get_backend()
        was_interactive = mpl.is_interactive()
        # Figures are shown at the end of a cell, not when they are created.
        mpl.use(_BACKEND)
        mpl.interactive(False)
        self._stack.callback(mpl.interactive, was_interactive)
        self._stack.callback(mpl.use, before)
        pages = ipython.display_formatter.formatters["text/html"]
        pages.for_type(Animation, _player)
        self._stack.callback(pages.pop, Animation)
        ipython.events.register("post_execute", _show_all)
        self._stack.callback(ipython.events.unregister, "post_execute", _show_all)

    def close(self) -> None:
        """Undo all changes except the writers, which stay plotreel's."""
        self._stack.close()


def load(ipython: Any) -> None:
    """Begin to show films; a second call has no effect."""
    global _extension
    if _extension is None:
        _extension = Extension(ipython)


def unload(ipython: Any) -> None:
    """Show figures as before."""
    global _extension
    if _extension is not None:
        _extension.close()
        _extension = None


_extension: Extension | None = None


def _player(animation: Animation) -> str:
    """Return a player for an animation that is a cell's value, instead of its figure."""
    if mpl.rcParams["animation.html"] == "html5":
        page = animation.to_html5_video()
    else:
        page = animation.to_jshtml()
    Gcf.destroy_fig(figure_of(animation))
    return page


def _show_all() -> None:
    """Show what a cell has drawn, except animations that were not requested."""
    running = session.current()
    for manager in Gcf.get_all_fig_managers():
        if not isinstance(manager, backend.FigureManager):
            continue
        if manager.is_visible or not running.has_animation(manager.canvas.figure):
            manager.write()
        # It must not be written again when it is closed.
        manager.is_visible = False
        Gcf.destroy(manager)
