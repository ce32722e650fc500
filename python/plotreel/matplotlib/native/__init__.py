"""matplotlib's figures as figures of plotreel, which Rust draws."""

from plotreel.matplotlib.native import (  # noqa: F401 (they fill the table)
    _axes,
    _collections,
    _images,
    _legends,
    _lines,
    _meshes,
    _patches,
    _text,
)
from plotreel.matplotlib.native._drawing import NativeDrawing
from plotreel.matplotlib.native._mirror import Mirror
from plotreel.matplotlib.native._table import Piece, Untranslatable, translates

__all__ = ["Mirror", "NativeDrawing", "Piece", "Untranslatable", "translates"]
