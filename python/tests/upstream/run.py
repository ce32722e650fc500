"""Run matplotlib's own image tests with figures drawn by plotreel, and compare with what was reached before.

    python tests/upstream/run.py                      # all, two files at a time
    python tests/upstream/run.py test_axes.py -k bar  # some; -k and -x are those of pytest
    python tests/upstream/run.py --update             # write what is better into expected.tsv

matplotlib's sources, 33 MB, are fetched by pip once a machine; they and the pictures that the
tests draw are kept in the user's cache folder (XDG_CACHE_HOME, by default ~/.cache).
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tarfile
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

import results  # noqa: E402
import sources  # noqa: E402

MEMBERS = re.compile(r"[^/]+/lib/(?:mpl_toolkits/)?(\w+)/tests/((?:test_\w+\.py|baseline_images/.*\.png))")
IMAGE_TEST = re.compile(r"image_comparison|mpl_image_compare")
# Their pictures are not PNG files by Agg, or they need a program.
LEFT_OUT = re.compile(r"test_(backend_\w+|determinism|usetex|testing|compare_images)\.py")


def unpacked(version: str) -> Path:
    """Return the folder with the tests, which is made once."""
    folder = sources.cache() / f"upstream-{version}"
    if folder.exists():
        return folder
    archive = sources.archive(version)
    making = Path(tempfile.mkdtemp(dir=folder.parent))
    with tarfile.open(archive) as files:
        for member in files:
            if match := MEMBERS.fullmatch(member.name):
                content = files.extractfile(member)
                assert content is not None
                path = making / match[1] / match[2]
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content.read())
    making.rename(folder)
    return folder


def run(
    test: Path, engine: str, options: list[str], out: Path, ended: list[str]
) -> list[dict[str, object]]:
    """Run a file of tests in a process of its own; return what was noted, and add it to `ended` if it broke off."""
    noted = out / f"{test.parent.name}-{test.stem}.jsonl"
    noted.unlink(missing_ok=True)
    paths = [str(HERE), *filter(None, [os.environ.get("PYTHONPATH")])]
    variables = {
        "PLOTREEL_RESULTS": str(noted),
        "PLOTREEL_ENGINE": engine,
        "PYTHONPATH": os.pathsep.join(paths),
        "MPLBACKEND": "agg",
    }
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", "--import-mode=importlib", "--tb=short"),
            *("-p", "matplotlib.testing.conftest", "-p", "plugin", "-p", "no:cacheprovider"),
            *("--rootdir", test.parent.parent, test, *options),
        ],
        cwd=out,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    (out / f"{test.parent.name}-{test.stem}.log").write_text(done.stdout + done.stderr)
    lines = noted.read_text().splitlines() if noted.exists() else []
    if done.returncode not in (0, 1, 5):
        print(f"{test.name}: pytest ended with {done.returncode}: {done.stderr or done.stdout}")
        ended.append(test.name)
    return [json.loads(line) for line in lines]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("files", nargs="*", help="names of test files, all by default")
    parser.add_argument("-k", help="only tests with such names")
    parser.add_argument("-j", type=int, default=2, help="files at a time")
    parser.add_argument("--engine", choices=["native", "agg"], default="native")
    parser.add_argument("--update", action="store_true", help="write what is better into expected.tsv")
    args = parser.parse_args()
    try:
        import matplotlib

        folder = unpacked(matplotlib.__version__)
    except (ImportError, sources.Unavailable) as error:
        print(f"skipped: {error}", file=sys.stderr)
        return 1 if os.environ.get("PLOTREEL_REQUIRE_TOOLS") else 0
    out = folder.with_name(folder.name + "-out")
    out.mkdir(exist_ok=True)
    tests = [
        test
        for test in sorted(folder.glob("*/test_*.py"))
        if (test.name in args.files or not args.files)
        and not LEFT_OUT.fullmatch(test.name)
        and IMAGE_TEST.search(test.read_text())
    ]
    # The longest first.
    tests.sort(key=lambda test: -test.stat().st_size)
    options = ["-k", args.k] if args.k else []
    ended: list[str] = []
    with ThreadPoolExecutor(args.j) as pool:
        noted = pool.map(lambda test: run(test, args.engine, options, out, ended), tests)
    found = results.Results.of(line for lines in noted for line in lines)
    is_whole = not args.files and not args.k
    is_worse = found.report(HERE / "expected.tsv", is_whole=is_whole, update=args.update)
    return int(bool(is_worse or ended))


if __name__ == "__main__":
    sys.exit(main())
