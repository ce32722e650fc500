"""write_animation: arrays of all kinds, and what goes wrong."""

from __future__ import annotations

import gc
import re
import tracemalloc
from pathlib import Path

import numpy as np
import pytest
from conftest import shown

import plotreel


def pictures(count: int = 4) -> np.ndarray:
    y, x, c = np.mgrid[:12, :16, :3]
    return np.array([(9 * x + 13 * y + 50 * c + 20 * t) % 256 for t in range(count)], np.uint8)


def film_of(itr, **options):
    plotreel.write_animation(itr, "film.apng", **options)
    return shown("film.apng")


def test_the_functions_own_signature_comes_first():
    film = plotreel.write_animation(iter(pictures()), "a.gif", 50, 30, "Animation", None, "auto")
    assert (film.path, film.frames, film.size, film.writer) == ("a.gif", 4, (16, 12), "gif")
    assert Path(film).is_file()


@pytest.mark.parametrize(
    "dtype", ["u1", "i1", "<u2", ">u2", "i4", ">i8", "u8", "f2", "f4", ">f8", "longdouble"]
)
def test_every_type_and_byte_order_shows_the_same_numbers(dtype):
    values = np.arange(12 * 16).reshape(12, 16) % 100
    expected = film_of([values.astype("f8")], vmin=0, vmax=100)
    assert np.array_equal(film_of([values.astype(dtype)], vmin=0, vmax=100), expected)


@pytest.mark.parametrize(
    "view",
    [
        lambda a: a,
        lambda a: np.asfortranarray(a),
        lambda a: np.repeat(np.repeat(a, 2, 0), 3, 1)[::2, ::3],
        lambda a: a[::-1, ::-1][::-1, ::-1],
        lambda a: a.transpose(1, 0, 2).copy().transpose(1, 0, 2),
    ],
)
def test_every_layout_shows_the_same_pixels(view):
    frames = pictures()
    found = film_of(view(frame) for frame in frames)
    assert np.array_equal(np.array(found)[..., :3], frames)


def test_a_whole_array_or_memmap_is_an_iterable_of_frames(folder):
    frames = pictures()
    np.save("film.npy", frames)
    for whole in (frames, np.load("film.npy", mmap_mode="r")):
        assert np.array_equal(np.array(film_of(whole))[..., :3], frames)


def test_channels_first_is_a_layout():
    frames = pictures()
    found = film_of(frames.transpose(0, 3, 1, 2), layout="CHW")
    assert np.array_equal(np.array(found)[..., :3], frames)
    with pytest.raises(ValueError, match="layout can't be 'WHC'"):
        film_of(frames, layout="WHC")


def test_what_is_masked_is_bad():
    values = np.arange(192.0).reshape(12, 16)
    masked = np.ma.masked_less(values, 50)
    expected = film_of([np.where(values < 50, np.nan, values)], vmin=0, vmax=191)
    assert np.array_equal(film_of([masked], vmin=0, vmax=191), expected)
    ints = np.ma.masked_less(values.astype(int), 50)
    assert np.array_equal(film_of([ints], vmin=0, vmax=191), expected)


class Tensor:
    """Like one of PyTorch."""

    requires_grad = True

    def __init__(self, array, device="cpu"):
        self.array = array
        self.device = type("device", (), {"type": device, "__str__": lambda _: f"{device}:0"})()

    def detach(self):
        leaf = Tensor(self.array, self.device.type)
        leaf.requires_grad = False
        return leaf

    def __dlpack__(self, **options):
        assert not self.requires_grad
        return self.array.__dlpack__(**options)

    def __dlpack_device__(self):
        return self.array.__dlpack_device__()


def test_tensors_come_by_dlpack_and_those_on_other_devices_say_how():
    frames = pictures()
    found = film_of(Tensor(frame) for frame in frames)
    assert np.array_equal(np.array(found)[..., :3], frames)
    with pytest.raises(TypeError, match=r"cuda:0: move it to the CPU, as frame.cpu\(\)"):
        film_of([Tensor(frames[0], "cuda")])


def test_images_of_pil_and_array_interfaces_are_frames():
    from PIL import Image

    frames = pictures()
    found = film_of(Image.fromarray(frame) for frame in frames)
    assert np.array_equal(np.array(found)[..., :3], frames)


def test_frames_have_times_of_their_own():
    from PIL import Image

    frames = pictures(3)
    plotreel.write_animation(zip(frames, [0.1, 0.5, 1.0]), "times.gif")
    with Image.open("times.gif") as film:
        times = []
        for index in range(film.n_frames):
            film.seek(index)
            times.append(film.info["duration"])
    assert times == [100, 500, 1000]


@pytest.mark.parametrize(
    ("frame", "words"),
    [
        (np.zeros(5), "(H, W)"),
        (np.zeros((2, 3, 5)), "(H, W)"),
        (np.zeros((0, 4)), "(H, W)"),
        (np.zeros((2, 2), complex), "complex128"),
        (np.array([["a", "b"]]), "<U1"),
        (np.zeros((2, 2), object), "object"),
        (None, "object"),
    ],
)
def test_what_is_no_picture_is_refused_and_nothing_is_left(frame, words, folder):
    with pytest.raises((TypeError, plotreel.InvalidError), match=re.escape(words)):
        plotreel.write_animation([pictures()[0], frame], "film.gif")
    assert not list(folder.iterdir())


def test_an_exception_of_the_iterator_comes_out_as_it_is(folder):
    (folder / "film.gif").write_text("old")
    told = LookupError("the detector was off")

    def frames():
        yield pictures()[0]
        raise told

    with pytest.raises(LookupError) as raised:
        plotreel.write_animation(frames(), "film.gif")
    assert raised.value is told
    assert "frames" in [entry.name for entry in raised.traceback]
    assert (folder / "film.gif").read_text() == "old"
    assert len(list(folder.iterdir())) == 1


def test_frames_so_far_can_be_kept(folder):
    def frames():
        yield from pictures()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        plotreel.write_animation(frames(), "film.apng", on_error="keep_partial")
    assert np.array_equal(np.array(shown("film.partial.apng"))[..., :3], pictures())


@pytest.mark.parametrize(
    ("out_file", "options", "kind"),
    [
        ("no/film.gif", {}, FileNotFoundError),
        ("film.gif", {"fps": 0}, ValueError),
        ("film.gif", {"cmap": "virids"}, ValueError),
        ("film.gif", {"codec": "ffv1"}, ValueError),
        ("film.gif", {"writer": "ffmpg"}, ValueError),
        ("film.gif", {"vmin": 2.0, "vmax": 1.0}, ValueError),
        ("film.gif", {"range": (1, 0)}, ValueError),
        ("film.gif", {"on_error": "ignore"}, ValueError),
    ],
)
def test_errors_are_those_that_python_expects(out_file, options, kind, folder):
    with pytest.raises(kind):
        plotreel.write_animation([np.zeros((4, 4))] * 2, out_file, **options)
    assert not list(folder.iterdir())


def test_an_error_has_cause_and_advice():
    with pytest.raises(plotreel.Error) as raised:
        plotreel.write_animation([np.zeros((4, 4))], "film.gif", cmap="virids")
    assert raised.value.cause == 'unknown colormap "virids"'
    assert "viridis" in raised.value.advice


def test_warnings_are_pythons():
    with pytest.warns(plotreel.PlotreelWarning, match="divide them by 255"):
        film_of([pictures()[0].astype(float)])


def test_frames_in_place_are_not_copied():
    frames = [np.full((1000, 1000, 3), shade, np.uint8) for shade in (0, 50, 99)]
    plotreel.write_animation(frames[:1], "film.null", writer="null")
    gc.collect()
    tracemalloc.start()
    plotreel.write_animation(frames, "film.null", writer="null")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < frames[0].nbytes / 10


def test_annotations_are_keyword_arguments(folder):
    (folder / "t.csv").write_text("p\n1\n2\n")
    film = plotreel.write_animation(
        [np.eye(64), np.ones((64, 64))],
        "film.png",
        dpi=100,
        scale=3,
        axes=True,
        colorbar="T / K",
        title_text="frame {frame} of {frames}",
        labels=["p = {p}"],
        table="t.csv",
        scale_bar=(10, "1 mm"),
        cmap="magma",
        norm="power:0.5",
    )
    assert film.frames == 2
    assert film.size[0] > 3 * 64


def test_progress_counts_frames(capfd, monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    plotreel.write_animation(pictures(), "film.gif", progress=True)
    assert "4/4 frames" in capfd.readouterr().err


def test_a_film_shows_itself(folder):
    for name, words in [("a.gif", '<img src="data:image/gif'), ("a.html", "<iframe")]:
        film = plotreel.write_animation(pictures(), name)
        assert film._repr_html_().startswith(words)
