"""matplotlib's figures as figures of plotreel, which Rust draws."""

from plotreel.matplotlib.native import _axes, _lines, _patches, _text  # noqa: F401 (they fill the table)
from plotreel.matplotlib.native._drawing import NativeDrawing
from plotreel.matplotlib.native._mirror import Mirror
from plotreel.matplotlib.native._table import Piece, Untranslatable, translates

__all__ = ["Mirror", "NativeDrawing", "Piece", "Untranslatable", "translates"]
