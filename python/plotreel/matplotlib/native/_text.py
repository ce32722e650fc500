"""Texts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.colors import to_rgba
from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.text import Annotation, Text

from plotreel.matplotlib.native._table import Piece, Untranslatable, translates
from plotreel.matplotlib.native._view import View

# matplotlib's own fonts, which plotreel contains: family, bold, italic.
_CONTAINED = {
    "DejaVuSans.ttf": ("DejaVu Sans", False, False),
    "DejaVuSans-Bold.ttf": ("DejaVu Sans", True, False),
    "DejaVuSans-Oblique.ttf": ("DejaVu Sans", False, True),
    "DejaVuSans-BoldOblique.ttf": ("DejaVu Sans", True, True),
}


@translates(Text)
def text(text: Any, view: View) -> list[Piece]:
    """Translate a text and the box behind it."""
    text._renderer = view.renderer
    words = text._get_wrapped_text() if text.get_wrap() else text.get_text()
    if not words:
        return []
    place = text.get_unitless_position()
    coordinates, at = view.points(text.get_transform(), place)
    if not np.isfinite(at).all():
        return []
    # A transform that turns it changes with the limits.
    view.follows |= text.get_transform_rotates_text()
    frame = text.get_bbox_patch()
    pieces: list[Piece] = []
    if frame is not None:
        text.update_bbox_position_size(view.renderer)
        pieces += view.translate(frame)
        view.follows = True
    pieces.append(letters(text, words, view, coordinates, at))
    return pieces


@translates(Annotation)
def annotation(annotation: Any, view: View) -> list[Piece]:
    """Translate an annotation: its arrow, and its text over that."""
    renderer = view.renderer
    annotation._renderer = renderer
    for coordinates in (annotation.xycoords, annotation.anncoords):
        view.follow(annotation._get_xy_transform(renderer, coordinates))
    if not annotation._check_xy(renderer):
        return []
    annotation.update_positions(renderer)
    arrow = annotation.arrow_patch
    pieces: list[Piece] = []
    if arrow is not None:
        annotation.update_bbox_position_size(renderer)
        if arrow.get_figure(root=False) is None:
            arrow.set_figure(annotation.get_figure(root=False))
        pieces += view.translate(arrow)
    return [*pieces, *text(annotation, view)]


def letters(text: Any, words: str, view: View, coordinates: Any, at: Any) -> Piece:
    """Return the letters of a text at a place."""
    if text.get_usetex():
        raise Untranslatable("a text with usetex")
    if not text.get_antialiased():
        raise Untranslatable("a text that is not antialiased")
    if text.get_fontfeatures() or text.get_language():
        raise Untranslatable("a text with font features or a language")
    family, bold, italic = font(text.get_fontproperties())
    return Piece(
        "Text",
        {
            **_clip(text, view),
            "coordinates": coordinates,
            "position": (float(at[0]), float(at[1])),
            "text": words if text.get_parse_math() else words.replace("$", r"\$"),
            "color": to_rgba(text.get_color(), text.get_alpha()),
            "fontsize": text.get_fontsize(),
            "family": family,
            "bold": bold,
            "italic": italic,
            "math_fontfamily": text.get_math_fontfamily(),
            "ha": text.get_horizontalalignment(),
            "va": text.get_verticalalignment(),
            "rotation": text.get_rotation(),
            "rotation_mode": text.get_rotation_mode() or "default",
            "linespacing": None if text._linespacing == "normal" else text._linespacing,
        },
    )


def _clip(text: Any, view: View) -> dict[str, Any]:
    """Return the properties of a text's clip; Agg cuts no letters along paths."""
    clip = view.clip(text)
    if "clip_path" not in clip:
        return clip
    box = text.get_clip_box()
    return {"clip_on": box is not None, "clip_box": None if box is None else tuple(box.extents.tolist())}


def font(properties: FontProperties) -> tuple[Any, bool, bool]:
    """Return family, bold and italic of the file that matplotlib's font manager finds."""
    rc: Any = mpl.rcParams
    generic = tuple(tuple(rc[f"font.{name}"]) for name in _GENERIC)
    key = (properties, generic)
    if key not in _FONTS:
        _FONTS[properties.copy(), generic] = _font(properties)
    return _FONTS[key]


_FONTS: dict[Any, tuple[Any, bool, bool]] = {}
_GENERIC = ("family", "serif", "sans-serif", "cursive", "fantasy", "monospace")


def _font(properties: FontProperties) -> tuple[Any, bool, bool]:
    manager: Any = fontManager
    files = [Path(str(file)) for file in manager._find_fonts_by_props(properties)]
    own = Path(mpl.get_data_path()) / "fonts" / "ttf"
    first = files[0]
    if first.parent == own and first.name in _CONTAINED:
        return _CONTAINED[first.name]
    return [str(file) for file in files], False, False
