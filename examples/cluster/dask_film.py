"""The film of film.py by the workers of a Dask cluster.

    python dask_film.py tcp://scheduler:8786    # or without an address on all cores of this machine
"""

from __future__ import annotations

import sys

import cloudpickle
import film
from dask.distributed import Client

import plotreel.distributed

# Workers need plotreel, but not film.py.
cloudpickle.register_pickle_by_value(film)

if __name__ == "__main__":
    with Client(*sys.argv[1:]) as client:
        made = plotreel.distributed.save(film.make_animation, "film.mp4", client, pure=True, **film.SETTINGS)
    print(made)
