"""Films drawn by the workers of a cluster of Dask or Ray: three processes of this machine."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from conftest import needs, shown

needs("distributed")
needs("ray")

import numpy as np  # noqa: E402
import ray  # noqa: E402
from dask.distributed import Client, LocalCluster  # noqa: E402
from ray.cluster_utils import Cluster  # noqa: E402

import plotreel  # noqa: E402
import plotreel.distributed  # noqa: E402

FRAMES = 60
_ray_clusters: list[Cluster] = []


@contextmanager
def dask_client(local: Path) -> Iterator[Client]:
    cluster = LocalCluster(
        n_workers=3, threads_per_worker=1, dashboard_address=None, local_directory=str(local)
    )
    with cluster, Client(cluster) as client:
        yield client


@contextmanager
def ray_client(local: Path) -> Iterator[Any]:
    # It starts once, as that takes some seconds.
    if not ray.is_initialized():
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("RAY_AUTH_MODE", "disabled")
            patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
            # Two nodes of this machine.
            cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 2})
            cluster.add_node(num_cpus=1)
            _ray_clusters.append(cluster)
            environment = {"env_vars": {"TMPDIR": str(local)}}
            ray.init(cluster.address, log_to_driver=False, runtime_env=environment)
    yield ray


@pytest.fixture(params=[dask_client, ray_client], ids=["dask", "ray"])
def client(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    local = tmp_path_factory.getbasetemp() / "workers"
    local.mkdir(exist_ok=True)
    with request.param(local) as client:
        yield client
    assert not [path for path in local.rglob("*.*") if path.suffix in (".apng", ".mp4")]


@pytest.fixture(scope="module", autouse=True)
def _ray_ends() -> Iterator[None]:
    yield
    ray.shutdown()
    for cluster in _ray_clusters:
        cluster.shutdown()


def maker(accident: Callable[[int], None] | None = None) -> Callable[[], plotreel.FuncAnimation]:
    """A function that makes an animation, whose frames may meet with an accident on a worker."""

    def make() -> plotreel.FuncAnimation:
        import plotreel as reel

        fig, ax = reel.subplots(figsize=(1.6, 1.2))
        (line,) = ax.plot([0, 1, 2], [0, 1, 0])
        ax.set_ylim(0, 10)

        def update(i: int) -> None:
            if accident is not None:
                accident(i)
            ax.set_title(f"frame {i}")
            line.set_ydata([0, i % 10, 0])

        return reel.FuncAnimation(fig, update, 60)

    return make


def once_at(frame: int, marker: Path, act: str) -> Callable[[int], None]:
    """An accident of the first worker that comes to this frame."""
    name = str(marker)

    def accident(i: int) -> None:
        import os
        import resource
        import signal
        import subprocess

        if i != frame:
            return
        try:
            os.close(os.open(name, os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            return
        if act == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        elif act == "stop":
            stop = f"kill -STOP {os.getpid()}; sleep 10; kill -CONT {os.getpid()}"
            subprocess.Popen(["sh", "-c", stop])
        elif act == "fill":
            # As on a disk that is full, no file of this process can grow beyond this.
            resource.setrlimit(resource.RLIMIT_FSIZE, (2000, resource.RLIM_INFINITY))

    return accident


def check(film: plotreel.Film, folder: Path) -> None:
    """The film is that which is made in one go, and nothing else is there."""
    assert film.frames == FRAMES
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["film.apng"]
    maker()().save(folder / "whole.apng", fps=20)
    whole, joined = shown(folder / "whole.apng"), shown(folder / "film.apng")
    assert len(whole) == len(joined) and all(map(np.array_equal, whole, joined))


def save(client: Any, make: Any, out: Path, **settings: Any) -> plotreel.Film:
    settings = {"fps": 20, "parts": 12, "pure": True, "progress": False} | settings
    return plotreel.distributed.save(make, out, client, **settings)


@pytest.mark.parametrize("shared", [False, True])
def test_workers_write_the_film(client: Any, tmp_path: Path, shared: bool, capfd: Any):
    out = tmp_path / "out"
    out.mkdir()
    film = save(client, maker(), out / "film.apng", folder=tmp_path if shared else None, progress=True)
    assert f"{FRAMES}/{FRAMES}" in capfd.readouterr().err
    check(film, out)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out"]


@pytest.mark.parametrize("shared", [False, True])
def test_a_worker_that_is_killed_in_the_middle_of_a_part_is_replaced(
    client: Any, tmp_path: Path, shared: bool
):
    out = tmp_path / "out"
    out.mkdir()
    make = maker(once_at(23, tmp_path / "killed", "kill"))
    film = save(client, make, out / "film.apng", folder=tmp_path if shared else None)
    check(film, out)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["killed", "out"]


class Weighed:
    """Data that note each time they are pickled, and unpickled."""

    def __init__(self, notes: Path) -> None:
        self.notes = str(notes)

    def __reduce__(self) -> Any:
        with open(self.notes, "a") as notes:
            notes.write("pickled\n")
        return eval, (f"open({self.notes!r}, 'a').write('unpickled\\n')",)


def test_the_function_is_sent_once_and_each_part_has_it_as_it_was_sent(client: Any, tmp_path: Path):
    (tmp_path / "out").mkdir()
    weighed, heights = Weighed(tmp_path / "notes"), np.zeros(60)
    inner = maker(lambda i: None)

    def make() -> plotreel.FuncAnimation:
        assert weighed is not None and not heights.any()
        heights[:] = 1
        return inner()

    film = save(client, make, tmp_path / "out" / "film.apng")
    check(film, tmp_path / "out")
    notes = (tmp_path / "notes").read_text().split()
    # A worker counts the frames, and 12 parts are written.
    assert notes == ["pickled"] + ["unpickled"] * 13


def test_what_can_not_be_sent_is_refused(client: Any, tmp_path: Path):
    notes = open(tmp_path / "notes", "w")
    with notes, pytest.raises(plotreel.InvalidError, match=r"can't be sent to workers: .*open inside it"):
        save(client, lambda: notes, tmp_path / "film.apng")
    assert [path.name for path in tmp_path.iterdir()] == ["notes"]


def test_the_only_worker_that_has_the_function_is_killed(tmp_path: Path):
    (tmp_path / "out").mkdir()
    local = {"dashboard_address": None, "local_directory": str(tmp_path / "workers")}
    with LocalCluster(n_workers=1, threads_per_worker=1, **local) as cluster, Client(cluster) as client:
        make = maker(once_at(23, tmp_path / "killed", "kill"))
        film = save(client, make, tmp_path / "out" / "film.apng")
    assert (tmp_path / "killed").exists()
    check(film, tmp_path / "out")


@pytest.mark.skipif(sys.platform != "linux", reason="the next film removes it on Linux only")
def test_the_parts_of_a_client_that_was_killed_are_removed_by_the_next_film(tmp_path: Path):
    script = f"""
import os, signal
from plotreel.distributed import _hidden_folder
with _hidden_folder({str(tmp_path)!r}) as folder:
    open(os.path.join(folder, "part000000.apng"), "w").close()
    os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", script])
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["part000000.apng"]
    maker()().save(tmp_path / "film.apng", fps=20)
    assert [path.name for path in tmp_path.iterdir()] == ["film.apng"]


def test_a_worker_that_is_stopped_for_ten_seconds_is_waited_for(client: Any, tmp_path: Path):
    out = tmp_path / "out"
    out.mkdir()
    begin = time.monotonic()
    film = save(client, maker(once_at(38, tmp_path / "stopped", "stop")), out / "film.apng")
    assert (tmp_path / "stopped").exists()
    assert time.monotonic() - begin > 9
    check(film, out)


@pytest.mark.parametrize("shared", [False, True])
def test_a_part_on_a_full_disk_is_written_by_another_worker(
    client: Any, tmp_path: Path, shared: bool
):
    out = tmp_path / "out"
    out.mkdir()
    make = maker(once_at(17, tmp_path / "full", "fill"))
    film = save(client, make, out / "film.apng", folder=tmp_path if shared else None)
    assert (tmp_path / "full").exists()
    check(film, out)


def test_an_error_of_a_frame_is_raised_and_leaves_nothing(client: Any, tmp_path: Path):
    def fail(i: int) -> None:
        if i == 41:
            raise ZeroDivisionError("frame 41")

    (tmp_path / "film.apng").write_text("old")
    with pytest.raises(ZeroDivisionError, match="frame 41"):
        save(client, maker(fail), tmp_path / "film.apng", retries=1)
    assert [path.name for path in tmp_path.iterdir()] == ["film.apng"]
    assert (tmp_path / "film.apng").read_text() == "old"


def test_parts_that_can_not_be_joined_are_kept(client: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: Any, **__: Any) -> None:
        raise plotreel.InvalidError("they can't be joined", "try again")

    monkeypatch.setattr(plotreel.distributed, "concat", refuse)
    with pytest.raises(plotreel.InvalidError, match=r"joined: try again; the parts are in .*parts-"):
        save(client, maker(), tmp_path / "film.apng", parts=2)
    (folder,) = tmp_path.iterdir()
    assert sorted(path.name for path in folder.iterdir()) == ["part000000.apng", "part000001.apng"]


def test_what_can_not_be_a_film_is_refused_before_anything_is_drawn(client: Any, tmp_path: Path):
    (tmp_path / "folder.gif").mkdir()
    for name in ("folder.gif", "film", "frame%04d.png"):
        with pytest.raises(plotreel.InvalidError, match="no film in one file"):
            save(client, maker(), tmp_path / name)
    with pytest.raises(plotreel.NotFoundError, match="make the folder"):
        save(client, maker(), tmp_path / "missing" / "film.gif")
    assert [path.name for path in tmp_path.iterdir()] == ["folder.gif"]


def test_parts_that_there_can_not_be_are_refused(client: Any, tmp_path: Path):
    with pytest.raises(ValueError, match="choose 1 to 60"):
        save(client, maker(), tmp_path / "film.apng", parts=61)
    with pytest.raises(ValueError, match="choose 1 to 6"):
        save(client, maker(), tmp_path / "film.apng", parts=7, keyframes=10)
    with pytest.raises(ValueError, match=r"make_animation returned a builtins.int"):
        save(client, lambda: 7, tmp_path / "film.apng")
    assert not list(tmp_path.iterdir())


def test_what_is_no_client_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for client in (None, "tcp://scheduler:8786", np, maker):
        with pytest.raises(plotreel.InvalidError, match="dask.distributed.Client, or the module ray"):
            save(client, maker(), tmp_path / "film.apng")
    monkeypatch.setattr(ray, "is_initialized", lambda: False)
    with pytest.raises(plotreel.InvalidError, match=r"call ray.init\(\) first"):
        save(ray, maker(), tmp_path / "film.apng")
    assert not list(tmp_path.iterdir())


def test_by_default_each_thread_gets_several_parts(client: Any, tmp_path: Path):
    film = save(client, maker(), tmp_path / "film.apng", parts=None)
    check(film, tmp_path)
