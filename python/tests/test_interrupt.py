"""Ctrl-C while a film waits for its encoder."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import needs_program

# An ffmpeg that answers questions, and takes no frame.
STALLED = """#!/bin/sh
case "$*" in
*rawvideo*) echo $$ > running; exec sleep 60 ;;
*) exec ffmpeg "$@" ;;
esac
"""
# Shells have what they start in the background ignore Ctrl-C.
BEGIN = """
import signal, numpy as np, plotreel
signal.signal(signal.SIGINT, signal.default_int_handler)
"""
FRAMES = "(np.full((480, 640, 3), i % 256, np.uint8) for i in range(1000))"
WRITE = f"plotreel.write_animation({FRAMES}, 'film.mp4', writer='ffmpeg', program='./stalled')"
MOVIE = f"""
with plotreel.Movie('film.mp4', (640, 480), writer='ffmpeg', program='./stalled') as movie:
    for frame in {FRAMES}:
        movie.write_frame(frame)
"""
FINISH = """
movie = plotreel.Movie('film.mp4', (64, 48), writer='ffmpeg', program='./stalled')
movie.write_frame(np.zeros((48, 64, 3), np.uint8))
movie.finish()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the stalled encoder is a shell script")
@pytest.mark.parametrize("program", [WRITE, MOVIE, FINISH])
def test_it_ends_at_once_and_leaves_nothing(program: str, folder: Path) -> None:
    needs_program("ffmpeg")
    Path("stalled").write_text(STALLED)
    Path("stalled").chmod(0o755)
    words = [sys.executable, "-c", f"{BEGIN}\n{program}"]
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as child:
        begun = time.monotonic()
        while not Path("running").exists() and child.poll() is None:
            assert time.monotonic() - begun < 60
            time.sleep(0.05)
        # Until the queue of frames is full.
        time.sleep(1)
        child.send_signal(signal.SIGINT)
        sent = time.monotonic()
        _, said = child.communicate(timeout=30)
    assert time.monotonic() - sent < 10
    assert said.rstrip().endswith("KeyboardInterrupt"), said
    assert {path.name for path in folder.iterdir()} == {"running", "stalled"}
    assert not Path(f"/proc/{Path('running').read_text().strip()}").exists()
