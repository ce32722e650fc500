"""matplotlib's own tests of animations, with plotreel in the place of its writers."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree

from conftest import needs

needs("matplotlib")

CONFTEST = """
from matplotlib.testing import conftest as theirs
from matplotlib.testing.conftest import *


def pytest_configure(config):
    theirs.pytest_configure(config)
    # Theirs makes every warning an error; ours tell of settings that a writer has no use for.
    config.addinivalue_line("filterwarnings", "default::plotreel.PlotreelWarning")
"""

# What fails, and why it is meant to. One that passes is no longer listed: it fails this test, too.
FAILING = {
    "test_movie_writer_registry": "the writer 'ffmpeg' is there without an ffmpeg: the built-in encoder writes",
    "test_failing_ffmpeg": "a plotreel.Error with ffmpeg's last words, where matplotlib has a CalledProcessError",
    "test_animation_with_transparency": "looks into PillowWriter._frames, a list of all frames that nobody keeps",
}


def test_matplotlib_s_tests_of_animations_pass() -> None:
    spec = find_spec("matplotlib")
    assert spec is not None and spec.origin is not None
    # The package of tests can't be imported without its pictures, which are not installed.
    shutil.copy(Path(spec.origin).with_name("tests") / "test_animation.py", ".")
    Path("conftest.py").write_text(CONFTEST, encoding="utf-8")
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", "-p", "plotreel.backend", "-p", "no:cacheprovider"),
            *("--rootdir=.", "--basetemp=temporary", "--junitxml=results.xml", "test_animation.py"),
        ],
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert done.returncode in (0, 1), done.stdout + done.stderr
    cases = {case.get("name"): case for case in ElementTree.parse("results.xml").iter("testcase")}
    failed = {name for name, case in cases.items() if any(each.tag in ("failure", "error") for each in case)}
    skipped = {name for name, case in cases.items() if case.find("skipped") is not None}
    assert failed == FAILING.keys() & cases.keys(), done.stdout
    assert not skipped and len(cases) > 80
