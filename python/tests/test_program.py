"""The command line that comes with the package."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
from pathlib import Path

import numpy as np

PROGRAM = Path(sysconfig.get_path("scripts")) / "plotreel"


def test_it_renders_and_fails_as_the_program_does(folder):
    np.save("film.npy", np.random.default_rng(0).random((3, 6, 8)))
    done = subprocess.run([PROGRAM, "render", "film.npy", "-o", "a.gif"], capture_output=True, text=True)
    assert done.returncode == 0 and done.stderr.startswith("a.gif: 3 frames of 8x6 by gif\n")
    failed = subprocess.run([PROGRAM, "render", "no.npy", "-o", "b.gif"], capture_output=True, text=True)
    assert failed.returncode == 1 and "no.npy" in failed.stderr
    assert subprocess.run([PROGRAM, "rendre"], capture_output=True).returncode == 2


def test_the_module_is_imported_without_it():
    done = subprocess.run([sys.executable, "-c", "import plotreel; print(plotreel.__all__)"], capture_output=True)
    assert done.returncode == 0
