"""Errors for names that do not exist, which say what is near."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

ALL_OF_IT = "`python -m plotreel SCRIPT` draws all of matplotlib"


def unknown(owner: str, name: str, known: Iterable[str]) -> AttributeError:
    """Return the error for an attribute that does not exist."""
    nearest = difflib.get_close_matches(name, [other for other in known if not other.startswith("_")], 1)
    hint = f": the nearest is {nearest[0]!r}" if nearest else ""
    return AttributeError(f"{owner} has no {name!r}{hint}; {ALL_OF_IT}", name=name)
