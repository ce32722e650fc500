"""``plotreel run``: runs an unmodified matplotlib script without a screen."""

from __future__ import annotations

import argparse
import builtins
import importlib.util
import io
import os
import signal
import sys
import tempfile
from collections.abc import Callable
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

import numpy as np

from plotreel._errors import Error
from plotreel._movie import Movie
from plotreel._scripts.recorder import FPS
from plotreel._scripts.settings import ENGINES, Settings, count, positive

_BACKEND = "module://plotreel.backend"
_DESCRIPTION = """\
Runs an unmodified Python script without a screen, and writes the films that it
makes or shows with matplotlib: films that it saves, with any writer; animations
at plt.show(); loops around plt.pause() or flush_events(). Figures without
animation are written as pictures."""
_EPILOG = """\
Without -o the files are SCRIPT.mp4, SCRIPT-2.mp4, … and SCRIPT.png in the
current folder. A file of that name that plotreel did not write is kept.
Names, fps and writers that the script itself passes to save() are not changed."""
_USUAL = {".mp4", ".m4v", ".mov", ".mkv", ".webm", ".avi", ".gif", ".apng", ".webp", ".html"}
_INTERRUPTED = "interrupted: --keep-partial keeps the frames so far, --frames N ends an endless film"


def main(words: list[str]) -> int:
    """Run the script given on the command line, and return the exit code.

    Raises
    ------
    SystemExit
        From the script, or for wrong usage.
    """
    options = _parser().parse_args(words)
    script = Path(options.script)
    if importlib.util.find_spec("matplotlib") is None:
        print("plotreel run: matplotlib is not installed: pip install matplotlib", file=sys.stderr)
        return 1
    try:
        code = _compile(script)
    except OSError as error:
        print(f"plotreel run: {script} can't be read: {error.strerror}", file=sys.stderr)
        return 2
    except (SyntaxError, ValueError) as error:
        return _show(error.with_traceback(None))
    settings = Settings(
        output=options.output,
        fps=options.fps,
        frames=options.frames,
        dpi=options.dpi,
        writer=options.writer,
        engine=options.engine,
        open=options.open,
        keep_partial=options.keep_partial,
    )
    try:
        _check_output(settings)
    except Error as error:
        print(f"plotreel run: {error}", file=sys.stderr)
        return 1
    return _run(script, [options.script, *options.args], code, settings)


def _check_output(settings: Settings) -> None:
    """Reject an output that can't be written, before the script runs."""
    output = settings.output
    if output is None or output.is_dir() or output.suffix.lower() == ".png":
        return
    how = ((64, 64), settings.fps or FPS, settings.writer)
    Movie(output, *how).abort()
    if output.suffix.lower() not in _USUAL:
        # ffmpeg reports errors only after the first frame.
        try:
            with (
                tempfile.TemporaryDirectory() as folder,
                Movie(Path(folder, output.name), *how) as movie,
            ):
                movie.write_frame(np.zeros((64, 64, 3), np.uint8))
        except Error as error:
            advice = error.advice or error.cause
            raise Error(f"no film can be written to {output}", advice) from None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="plotreel run",
        usage="plotreel run [options] SCRIPT.py [its arguments]",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    add = parser.add_argument
    add("script", metavar="SCRIPT.py", help="the script")
    words = add("args", metavar="its arguments", nargs=argparse.REMAINDER, help="arguments of the script")
    words.required = False
    add(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        help="the film, whose suffix determines the format (.mp4, .gif, .webp, .html, …), or a folder",
    )
    add("--fps", type=_as(positive), help="frames per second of what is shown; by default from the interval")
    add("--frames", type=_as(count), metavar="N", help="end every film after N frames, and with it an endless loop")
    add("--dpi", type=_as(positive), help="pixels per inch of all figures")
    add("--writer", default="auto", metavar="NAME", help="the writer of what is shown; see plotreel writers")
    add(
        "--engine",
        default=os.environ.get("PLOTREEL_ENGINE") or "auto",
        choices=ENGINES,
        help="what draws figures: plotreel (native), matplotlib's Agg (agg), or plotreel if it has all that is shown (auto)",
    )
    add("--open", action="store_true", help="open the written files; without -o films are pages with a player")
    add(
        "--keep-partial",
        action="store_true",
        help="keep the frames so far of a film that fails, as FILE.partial.mp4",
    )
    return parser


def _as(read: Callable[[str], float]) -> Callable[[str], float]:
    def value(text: str) -> float:
        try:
            return read(text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(str(error)) from None

    return value


def _compile(script: Path) -> CodeType:
    with io.open_code(os.fspath(script)) as file:
        return compile(file.read(), os.fspath(script), "exec", dont_inherit=True)


def _run(script: Path, argv: list[str], code: CodeType, settings: Settings) -> int:
    import matplotlib

    from plotreel._scripts import session

    session.begin(session.Session(settings, script.stem))
    matplotlib.use(_BACKEND)
    from plotreel import backend

    _replace_interactive_backends()
    try:
        return _execute(code, _as_main(script, argv), backend.finish)
    except Error as error:
        # Errors in files that are written after the end of the script.
        print(f"plotreel run: {error}", file=sys.stderr)
        return 1


def _execute(code: CodeType, main: ModuleType, finish: Callable[..., None]) -> int:
    failed = True
    try:
        exec(code, main.__dict__)  # noqa: S102
        failed = False
    except SystemExit as end:
        failed = end.code not in (None, 0)
        raise
    except KeyboardInterrupt:
        print(_INTERRUPTED, file=sys.stderr)
        return 128 + signal.SIGINT
    except BaseException as error:
        traceback = error.__traceback__
        # Omit the frame of this function.
        return _show(error.with_traceback(traceback and traceback.tb_next))
    finally:
        finish(failed=failed)
    return 0


def _show(error: BaseException) -> int:
    """Show an exception as Python does, and return its exit code."""
    sys.excepthook(type(error), error, error.__traceback__)
    return 1


def _replace_interactive_backends() -> None:
    """Use this backend for scripts that select an interactive one."""
    from matplotlib.backends import registry

    backends: Any = registry.backend_registry
    load = backends.load_backend_module
    interactive = backends.list_builtin(registry.BackendFilter.INTERACTIVE)

    def load_ours(backend: str) -> ModuleType:
        module: ModuleType = load(_BACKEND if backend.lower() in interactive else backend)
        return module

    backends.load_backend_module = load_ours


def _as_main(script: Path, argv: list[str]) -> ModuleType:
    """Return the module that Python would create for a script."""
    main = ModuleType("__main__")
    main.__dict__.update(
        __file__=os.fspath(script),
        __builtins__=builtins,
        __cached__=None,
        __loader__=SourceFileLoader("__main__", os.fspath(script)),
    )
    sys.modules["__main__"] = main
    sys.argv = argv
    if not getattr(sys.flags, "safe_path", False):
        sys.path[0] = os.fspath(script.resolve().parent)
    return main
