"""matplotlib's source distribution, with its gallery and its tests, which pip fetches once a machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

# pip asks a source distribution for its metadata before it keeps it: this answers, and builds nothing.
BUILDER = """
from pathlib import Path

def get_requires_for_build_wheel(settings=None):
    return []

def prepare_metadata_for_build_wheel(folder, settings=None):
    name = "matplotlib-{version}.dist-info"
    Path(folder, name).mkdir()
    text = "Metadata-Version: 2.1\\nName: matplotlib\\nVersion: {version}\\n"
    Path(folder, name, "METADATA").write_text(text)
    return name
"""


class Unavailable(Exception):
    """pip can't fetch it; the text is what pip said."""


def cache() -> Path:
    """Return the folder in which what was fetched is kept."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "plotreel-tests")


def archive(version: str) -> Path:
    """Return the source distribution of this version, a .tar.gz."""
    kept = cache() / f"matplotlib-{version}.tar.gz"
    if not kept.exists():
        fetch(version, kept)
    return kept


def fetch(version: str, kept: Path) -> None:
    kept.parent.mkdir(parents=True, exist_ok=True)
    # Tests that run at the same time may fetch it, too.
    beside = Path(tempfile.mkdtemp(dir=kept.parent))
    (beside / "builder").mkdir()
    (beside / "builder" / "mesonpy.py").write_text(BUILDER.format(version=version))
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--no-build-isolation"),
            *("--no-binary", ":all:", "-d", beside, f"matplotlib=={version}"),
        ],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": os.fspath(beside / "builder")},
        check=False,
        timeout=600,
    )
    if done.returncode == 0:
        os.replace(beside / kept.name, kept)
    shutil.rmtree(beside)
    if done.returncode != 0:
        raise Unavailable(f"pip can't fetch matplotlib {version}: {done.stderr}")
