"""Temporary attributes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def attributes(thing: Any, **values: Any) -> Iterator[None]:
    """Set attributes during a block."""
    own = {name: vars(thing)[name] for name in values if name in vars(thing)}
    were = {name: getattr(thing, name) for name in values}
    for name, value in values.items():
        setattr(thing, name, value)
    try:
        yield
    finally:
        for name in values:
            if name in own or isinstance(getattr(type(thing), name, None), property):
                setattr(thing, name, were[name])
            else:
                delattr(thing, name)
