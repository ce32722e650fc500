"""matplotlib's figures as figures of plotreel, which Rust draws."""

from matplotlib.projections import get_projection_names

from plotreel.matplotlib.native import (  # noqa: F401 (they fill the tables)
    _axes,
    _collections,
    _images,
    _legends,
    _lines,
    _meshes,
    _patches,
    _polar,
    _text,
)
from plotreel.matplotlib.native._drawing import NativeDrawing
from plotreel.matplotlib.native._mirror import Mirror
from plotreel.matplotlib.native._table import Piece, Untranslatable, translates

if "3d" in get_projection_names():
    # matplotlib does without if mpl_toolkits is of another version.
    from plotreel.matplotlib.native import _solids, _space  # noqa: F401

__all__ = ["Mirror", "NativeDrawing", "Piece", "Untranslatable", "translates"]
