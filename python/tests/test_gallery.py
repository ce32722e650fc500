"""The scripts of matplotlib's gallery, unchanged, and each frame of theirs as Agg draws it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import sources
from conftest import needs, shown

needs("matplotlib")

HERE = Path(__file__).parent
# Enough for a partial drawing to have kept something, given it up and begun anew.
FRAMES = 12

ANIMATIONS = [
    "animation/animate_decay.py",
    "animation/animated_histogram.py",
    "animation/animation_demo.py",
    "animation/bayes_update.py",
    "animation/double_pendulum.py",
    "animation/dynamic_image.py",
    "animation/frame_grabbing_sgskip.py",
    "animation/multiple_axes.py",
    "animation/pause_resume.py",
    "animation/rain.py",
    "animation/random_walk.py",
    "animation/simple_anim.py",
    "animation/simple_scatter.py",
    "animation/strip_chart.py",
    "animation/unchained.py",
    "mplot3d/rotate_axes3d_sgskip.py",
    "mplot3d/wire3d_animation.py",
]
LEFT_OUT = {"event_handling/pong_sgskip.py": "a game that a window's timer drives and its player ends"}

STILLS = [
    "axes_grid1/inset_locator_demo.py",
    "axisartist/demo_floating_axes.py",
    "color/colorbar_basics.py",
    "images_contours_and_fields/barb_demo.py",
    "images_contours_and_fields/contour_demo.py",
    "images_contours_and_fields/contourf_hatching.py",
    "images_contours_and_fields/image_annotated_heatmap.py",
    "images_contours_and_fields/pcolormesh_grids.py",
    "images_contours_and_fields/quiver_demo.py",
    "images_contours_and_fields/tricontour_smooth_user.py",
    "lines_bars_and_markers/bar_stacked.py",
    "lines_bars_and_markers/fill_between_alpha.py",
    "lines_bars_and_markers/gradient_bar.py",
    "lines_bars_and_markers/marker_reference.py",
    "lines_bars_and_markers/multicolored_line.py",
    "lines_bars_and_markers/scatter_with_legend.py",
    "lines_bars_and_markers/stackplot_demo.py",
    "misc/demo_agg_filter.py",
    "misc/table_demo.py",
    "mplot3d/bars3d.py",
    "mplot3d/mixed_subplots.py",
    "mplot3d/surface3d.py",
    "pie_and_polar_charts/nested_pie.py",
    "pie_and_polar_charts/polar_scatter.py",
    "scales/symlog_demo.py",
    "shapes_and_collections/artist_reference.py",
    "shapes_and_collections/hatch_demo.py",
    "showcase/xkcd.py",
    "specialty_plots/radar_chart.py",
    "specialty_plots/skewt.py",
    "spines/spine_placement_demo.py",
    "statistics/boxplot_demo.py",
    "statistics/hexbin_demo.py",
    "statistics/violinplot.py",
    "style_sheets/fivethirtyeight.py",
    "subplots_axes_and_figures/demo_constrained_layout.py",
    "subplots_axes_and_figures/two_scales.py",
    "text_labels_and_annotations/annotation_demo.py",
    "text_labels_and_annotations/mathtext_demo.py",
    "ticks/date_concise_formatter.py",
]

# Both runs have the same random numbers, and what ours hands to a film can be seen before a codec does.
BEFORE_THE_SCRIPT = """
import os, random
import numpy as np

random.seed(16)
np.random.seed(16)
seeded = np.random.default_rng
np.random.default_rng = lambda seed=None: seeded(16 if seed is None else seed)
if handed := os.environ.get("HANDED"):
    from plotreel import Movie
    frames = []
    write, finish = Movie.write_frame, Movie.finish
    def write_frame(self, frame, duration=None):
        frames.append(np.array(frame))
        write(self, frame, duration)
    def finish_film(self):
        np.savez(handed, np.array(frames))
        return finish(self)
    Movie.write_frame, Movie.finish = write_frame, finish_film
"""


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The gallery's folder, of the installed matplotlib; it is fetched once a machine."""
    import matplotlib

    try:
        archive = sources.archive(matplotlib.__version__)
    except sources.Unavailable as error:
        if os.environ.get("PLOTREEL_REQUIRE_TOOLS"):
            pytest.fail(str(error))
        os.write(2, b"skipped: pip can't fetch matplotlib's gallery\n")
        pytest.skip("pip can't fetch the gallery")
    folder = tmp_path_factory.mktemp("gallery")
    with tarfile.open(archive) as files:
        for member in files:
            if match := re.fullmatch(r"[^/]+/galleries/examples/(\w+/\w+\.py)", member.name):
                script = files.extractfile(member)
                assert script is not None
                (folder / match[1]).parent.mkdir(exist_ok=True)
                (folder / match[1]).write_bytes(script.read())
    yield folder


def run_both(script: Path, *options: str, **variables: str) -> tuple[dict[str, Any], str]:
    """Run a script by plotreel and, at the same time, by Agg; return Agg's pictures and what plotreel said."""
    if not script.exists():
        pytest.skip("not in the gallery of this matplotlib")
    for name in ("site", "ours", "theirs"):
        Path(name).mkdir()
    Path("site/sitecustomize.py").write_text(BEFORE_THE_SCRIPT)
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "MPLBACKEND")
    # Agg's pixels are what is compared.
    variables.setdefault("PLOTREEL_ENGINE", "agg")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    paths = [str(Path("site").absolute()), environment.get("PYTHONPATH", "")]
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, paths))

    def start(folder: str, *words: Any, **variables: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, *map(str, words)],
            cwd=folder,
            env={**environment, **variables},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )

    limit = ("--frames", FRAMES)
    theirs = start("theirs", HERE / "as_matplotlib.py", *limit, script, "expected.npz")
    ours = start("ours", "-m", "plotreel", "run", *limit, *options, script, **variables)
    told = [process.communicate(timeout=300)[1] for process in (ours, theirs)]
    assert [ours.returncode, theirs.returncode] == [0, 0], told
    with np.load("theirs/expected.npz") as kept:
        return dict(kept), told[0]


def once(frames: Any) -> list[Any]:
    """Return frames without those that equal the one before: a film shows that one longer."""
    return [each for index, each in enumerate(frames) if index == 0 or not np.array_equal(each, frames[index - 1])]


def assert_same(found: Any, expected: Any, what: str) -> None:
    assert len(found) == len(expected), what
    for index, (one, other) in enumerate(zip(found, expected, strict=True)):
        assert np.array_equal(one, other), f"frame {index} of {what}"


@pytest.mark.parametrize("name", ANIMATIONS)
def test_an_animation_of_the_gallery_is_a_film_of_agg_s_frames(gallery: Path, name: str) -> None:
    if name == "animation/frame_grabbing_sgskip.py":
        # It saves an MP4 film itself, whose pixels are not those that were drawn.
        expected, _ = run_both(gallery / name, HANDED="handed.npz")
        assert Path("ours/writer_test.mp4").exists()
        with np.load("ours/handed.npz") as handed:
            assert_same(handed["arr_0"], expected["writer_test.mp4"], name)
        return
    expected, told = run_both(gallery / name, "-o", "film.apng")
    frames = expected.pop("shown-1")
    assert len(frames) == FRAMES and not expected
    assert f"film.apng: {FRAMES} frames" in told
    assert_same(shown("ours/film.apng"), once(frames), name)


@pytest.mark.parametrize("name", STILLS)
def test_a_figure_of_the_gallery_is_agg_s_picture(gallery: Path, name: str) -> None:
    expected, _ = run_both(gallery / name, "-o", "still.png")
    found = {f"still-{number}": path for number, path in enumerate(sorted(Path("ours").iterdir(), key=numbered), 1)}
    assert found.keys() == expected.keys() and found
    for key, path in found.items():
        assert np.array_equal(shown(path)[0], expected[key]), f"{key} of {name}"


def numbered(path: Path) -> int:
    """Return the number of a picture: still.png, still-2.png, …"""
    return int(path.stem.rpartition("-")[2]) if "-" in path.stem else 1


def test_no_animation_of_the_gallery_is_forgotten(gallery: Path) -> None:
    moving = re.compile(r"\banimation\.\w|FuncAnimation|\bplt\.pause\(")
    scripts = {path.relative_to(gallery).as_posix(): path for path in gallery.glob("*/*.py")}
    found = {name for name, path in scripts.items() if moving.search(path.read_text(encoding="utf-8"))}
    assert found - {*ANIMATIONS, *LEFT_OUT} == set()
    assert len(STILLS) == 40 and not set(STILLS) & found
