"""The clusters that draw the parts of a film: those of Dask and of Ray."""

from __future__ import annotations

import importlib
import os
import shutil
import sys
import tempfile
import uuid
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any, Protocol

from plotreel._errors import InvalidError

# Seconds.
_LONGEST_WAIT = 60
# Dask's setting for the size of tasks that it warns about.
_LARGE = "distributed.admin.large-graph-warning-threshold"


class Place(Protocol):
    """A machine of a cluster, asked there."""

    def name(self) -> str:
        """Return what `Cluster.submit` can avoid."""

    def folder(self) -> str:
        """Return a folder that is removed in the end, even if its worker is lost."""


class Cluster(Protocol):
    """What a film in parts needs of a cluster."""

    place: Place

    def threads(self) -> int:
        """Return how many functions run at a time."""

    def call(self, function: Callable[..., Any], *args: Any) -> Any:
        """Return the value of a function that runs on a worker."""

    def share(self, function: Callable[..., Any]) -> Any:
        """Send a function once, and return what functions get as its pickled bytes."""

    def submit(self, key: int, avoided: Collection[str], function: Callable[..., Any], *args: Any) -> None:
        """Have a function run, at places that are not to be avoided if there are others."""

    def results(self) -> Iterator[tuple[int, Any]]:
        """Yield keys and values of the functions as they end, until none is left."""

    def close(self) -> None:
        """Have functions that are left not run, and remove the folders."""


def cluster_of(client: Any) -> Cluster:
    """Return the cluster of a client of Dask or of the module `ray`."""
    if isinstance(client, ModuleType) and client.__name__ == "ray":
        if not client.is_initialized():
            raise InvalidError("Ray is not connected to a cluster", "call ray.init() first")
        return _Ray(client)
    if hasattr(client, "submit") and hasattr(client, "nthreads"):
        return _Dask(client)
    advice = "give a dask.distributed.Client, or the module ray after ray.init()"
    raise InvalidError(f"{client!r} is no client of a cluster", advice)


def _pickled(pickler: ModuleType, function: Callable[..., Any]) -> bytes:
    """Return a function with what it refers to."""
    try:
        return bytes(pickler.dumps(function))
    except Exception as error:
        advice = "make or open inside it what can't be pickled"
        raise InvalidError(f"make_animation can't be sent to workers: {error}", advice) from error


def _itself(value: Any) -> Any:
    return value


@dataclass(frozen=True)
class _DaskPlace:
    def name(self) -> str:
        return str(_dask().get_worker().address)

    def folder(self) -> str:
        return str(_dask().get_worker().local_directory)


def _dask() -> Any:
    return importlib.import_module("dask.distributed")


class _Dask:
    """By a `dask.distributed.Client`."""

    place: Place = _DaskPlace()

    def __init__(self, client: Any) -> None:
        self.client = client
        self.keys: dict[Any, int] = {}
        self.running = _dask().as_completed(loop=client.loop)
        self.shared: Any = None

    def threads(self) -> int:
        return sum(self.client.nthreads().values())

    def share(self, function: Callable[..., Any]) -> Any:
        # The value of a task: it goes from worker to worker, and if all that have it are lost, the scheduler makes it
        # again. Data that are scattered would be lost.
        pickled = _pickled(importlib.import_module("cloudpickle"), function)
        # It is sent once, which is what a warning about large tasks would advise.
        with importlib.import_module("dask").config.set({_LARGE: sys.maxsize}):
            self.shared = self.client.submit(_itself, pickled, pure=False)
        return self.shared

    def call(self, function: Callable[..., Any], *args: Any) -> Any:
        return self.client.submit(function, *args, pure=False).result()

    def submit(self, key: int, avoided: Collection[str], function: Callable[..., Any], *args: Any) -> None:
        others = [worker for worker in self.client.nthreads() if worker not in avoided] if avoided else []
        where = {"workers": others, "allow_other_workers": True} if others else {}
        future = self.client.submit(function, *args, pure=False, **where)
        self.keys[future] = key
        self.running.add(future)

    def results(self) -> Iterator[tuple[int, Any]]:
        for future in self.running:
            value = future.result()
            future.release()
            yield self.keys.pop(future), value

    def close(self) -> None:
        self.client.cancel(list(self.keys))
        self.shared = None


@dataclass(frozen=True)
class _RayPlace:
    """A machine, of whose processes Ray does not tell."""

    folder_name: str = field(default_factory=lambda: f"plotreel-{uuid.uuid4().hex}")

    def name(self) -> str:
        return str(importlib.import_module("ray").get_runtime_context().get_node_id())

    def folder(self) -> str:
        folder = os.path.join(tempfile.gettempdir(), self.folder_name)
        os.makedirs(folder, exist_ok=True)
        return folder

    def sweep(self) -> None:
        """Remove the folder of this machine."""
        shutil.rmtree(os.path.join(tempfile.gettempdir(), self.folder_name), ignore_errors=True)


class _Ray:
    """By the module `ray`."""

    def __init__(self, ray: Any) -> None:
        self.ray = ray
        self.place: Place = _RayPlace()
        self.keys: dict[Any, int] = {}
        self.functions: dict[Callable[..., Any], Any] = {}

    def threads(self) -> int:
        return int(self.ray.cluster_resources().get("CPU", 1))

    def share(self, function: Callable[..., Any]) -> Any:
        return self.ray.put(_pickled(importlib.import_module("ray.cloudpickle"), function))

    def call(self, function: Callable[..., Any], *args: Any) -> Any:
        return self._value(self.ray.remote(function).remote(*args))

    def submit(self, key: int, avoided: Collection[str], function: Callable[..., Any], *args: Any) -> None:
        if function not in self.functions:
            self.functions[function] = self.ray.remote(function)
        options: dict[str, Any] = {}
        if avoided:
            # A process of its own, as what failed may be the fault of the last one.
            options["runtime_env"] = {"env_vars": {"PLOTREEL_TRY": f"{key}.{len(avoided)}"}}
            others = [node for node in self._nodes() if node not in avoided]
            if others:
                options["scheduling_strategy"] = self._at(others[key % len(others)], soft=True)
        self.keys[self.functions[function].options(**options).remote(*args)] = key

    def results(self) -> Iterator[tuple[int, Any]]:
        while self.keys:
            (done,), _ = self.ray.wait(list(self.keys))
            yield self.keys.pop(done), self._value(done)

    def close(self) -> None:
        for task in self.keys:
            self.ray.cancel(task, force=True)
        self._wait(list(self.keys))
        sweep = self.ray.remote(num_cpus=0)(_RayPlace.sweep)
        self._wait([sweep.options(scheduling_strategy=self._at(node)).remote(self.place) for node in self._nodes()])

    def _wait(self, tasks: list[Any]) -> None:
        """Wait for tasks, but not for ever: machines can be lost."""
        if tasks:
            self.ray.wait(tasks, num_returns=len(tasks), timeout=_LONGEST_WAIT)

    def _value(self, task: Any) -> Any:
        try:
            return self.ray.get(task)
        except self.ray.exceptions.RayTaskError as error:
            raise error.cause from None

    def _nodes(self) -> list[str]:
        return [node["NodeID"] for node in self.ray.nodes() if node["Alive"] and node["Resources"].get("CPU")]

    def _at(self, node: str, soft: bool = False) -> Any:
        strategies = importlib.import_module("ray.util.scheduling_strategies")
        return strategies.NodeAffinitySchedulingStrategy(node, soft=soft)
