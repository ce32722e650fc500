"""A renderer of matplotlib's that has plotreel draw: what artists draw through it becomes pieces of a drawing."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.backend_bases import RendererBase
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.colors import to_rgba
from matplotlib.font_manager import fontManager
from matplotlib.mathtext import MathTextParser
from matplotlib.transforms import Bbox

from plotreel._plotreel import Drawing
from plotreel.matplotlib.native._paths import alike, packed
from plotreel.matplotlib.native._table import Untranslatable

HATCHES = "/\\|-+xXoO.*"
IDENTITY = np.eye(3)
NO_COLORS = np.empty((0, 4))


class Recorder(RendererAgg):
    """Lays out as Agg does, with its text metrics, and draws nothing itself."""

    def __init__(self, width: int, height: int, dpi: float) -> None:
        RendererBase.__init__(self)
        self.width, self.height, self.dpi = width, height, dpi
        self.mathtext_parser = MathTextParser("path")
        self.bbox = Bbox.from_bounds(0, 0, width, height)
        self.drawing = Drawing(int(width), int(height), dpi)

    def draw_path(self, gc: Any, path: Any, transform: Any, rgbFace: Any = None) -> None:
        simplify = path.simplify_threshold if path.should_simplify else 0.0
        self.drawing.path(
            Context(gc), vertices(path), matrix(transform), face(gc, rgbFace), simplify
        )

    def draw_markers(
        self, gc: Any, marker_path: Any, marker_trans: Any, path: Any, trans: Any, rgbFace: Any = None
    ) -> None:
        self.drawing.markers(
            Context(gc),
            (vertices(marker_path), matrix(marker_trans)),
            (floats(path.vertices), matrix(trans)),
            face(gc, rgbFace),
        )

    def draw_path_collection(
        self,
        gc: Any,
        master_transform: Any,
        paths: Any,
        all_transforms: Any,
        offsets: Any,
        offset_trans: Any,
        facecolors: Any,
        edgecolors: Any,
        linewidths: Any,
        linestyles: Any,
        antialiaseds: Any,
        urls: Any,
        offset_position: Any,
        *,
        hatchcolors: Any = None,
    ) -> None:
        if not isinstance(all_transforms, np.ndarray):
            all_transforms = [matrix(transform) for transform in all_transforms]
        hatchcolors = colors(hatchcolors)
        if not (len(facecolors) or len(edgecolors) or (gc.get_hatch() and len(hatchcolors))):
            return
        self.drawing.collection(
            Context(gc),
            matrix(master_transform),
            packed(paths),
            floats(all_transforms).reshape(-1, 3, 3),
            (floats(offsets).reshape(-1, 2), matrix(offset_trans)),
            Looks(facecolors, edgecolors, hatchcolors, linewidths, linestyles, antialiaseds),
        )

    def draw_quad_mesh(
        self,
        gc: Any,
        master_transform: Any,
        meshWidth: int,
        meshHeight: int,
        coordinates: Any,
        offsets: Any,
        offsetTrans: Any,
        facecolors: Any,
        antialiased: bool,
        edgecolors: Any,
    ) -> None:
        points = floats(coordinates).reshape(meshHeight + 1, meshWidth + 1, 2)
        low, high = points[:-1], points[1:]
        corners = [low[:, :-1], high[:, :-1], high[:, 1:], low[:, 1:], low[:, :-1]]
        quads = alike(np.stack(corners, axis=2).reshape(-1, 5, 2))
        self.drawing.collection(
            Context(gc),
            matrix(master_transform),
            quads,
            np.empty((0, 3, 3)),
            (floats(offsets).reshape(-1, 2), matrix(offsetTrans)),
            Looks(facecolors, edgecolors, None, [gc.get_linewidth()], [], [bool(antialiased)]),
        )

    def draw_gouraud_triangles(
        self, gc: Any, triangles_array: Any, colors_array: Any, transform: Any
    ) -> None:
        triangles = floats(triangles_array).reshape(-1, 3, 2)
        of_corners = floats(colors_array).reshape(-1, 3, 4)
        self.drawing.triangles(Context(gc), triangles, of_corners, matrix(transform))

    def draw_image(self, gc: Any, x: float, y: float, im: Any, transform: Any = None) -> None:
        pixels = np.ascontiguousarray(im, np.uint8)
        self.drawing.image(Context(gc), float(x), float(y), pixels)

    def draw_text(
        self, gc: Any, x: float, y: float, s: str, prop: Any, angle: float, ismath: Any = False, mtext: Any = None
    ) -> None:
        if not gc.get_antialiased():
            raise Untranslatable("text without smooth edges")
        if mtext is not None and (mtext.get_fontfeatures() or mtext.get_language()):
            raise Untranslatable("features of fonts and languages")
        fonts = [str(path) for path in fontManager._find_fonts_by_props(prop)]
        font = (fonts, float(prop.get_size_in_points()), prop.get_math_fontfamily())
        place = (float(x), float(self.height - y))
        self.drawing.text(Context(gc), place, s, font, float(angle), bool(ismath))

    def draw_tex(
        self, gc: Any, x: float, y: float, s: str, prop: Any, angle: float, *, mtext: Any = None
    ) -> None:
        raise Untranslatable("usetex")

    def start_filter(self) -> None:
        raise Untranslatable("agg_filter")

    def buffer_rgba(self) -> Any:
        raise Untranslatable("an artist that reads pixels")

    def clear(self) -> None:
        self.drawing = Drawing(int(self.width), int(self.height), self.dpi)


class Looks:
    """What the elements of a collection look like."""

    def __init__(
        self, faces: Any, edges: Any, hatches: Any, linewidths: Any, dashes: Any, antialiased: Any
    ) -> None:
        self.faces, self.edges, self.hatches = colors(faces), colors(edges), colors(hatches)
        self.linewidths = [float(width) for width in linewidths]
        self.dashes = [dashed(*pattern) for pattern in dashes]
        self.antialiased = [bool(smooth) for smooth in antialiased]


class Context:
    """A graphics context as the drawing takes it."""

    def __init__(self, gc: Any) -> None:
        if gc.get_sketch_params() is not None:
            raise Untranslatable("sketch")
        red, green, blue, *own = gc.get_rgb()
        opacity = gc.get_alpha() if gc.get_forced_alpha() or not own else own[0]
        self.color = (red, green, blue, opacity)
        self.linewidth = float(gc.get_linewidth())
        self.dashes = dashed(*gc.get_dashes())
        self.cap, self.join = str(gc.get_capstyle()), str(gc.get_joinstyle())
        self.antialiased = bool(gc.get_antialiased())
        self.snap = gc.get_snap()
        box = gc.get_clip_rectangle()
        self.clip_box = None if box is None else [float(edge) for edge in box.extents]
        clip, transform = gc.get_clip_path()
        self.clip_path = None if clip is None else (vertices(clip), matrix(transform))
        self.hatch = None
        if pattern := "".join(c for c in gc.get_hatch() or "" if c in HATCHES):
            of_lines = to_rgba(gc.get_hatch_color() or self.color)
            self.hatch = (pattern, of_lines, float(gc.get_hatch_linewidth()))


def face(gc: Any, color: Any) -> tuple[float, float, float, float] | None:
    """The colour of a face with the context's opacity, as Agg takes it."""
    if color is None:
        return None
    red, green, blue, *own = color
    return red, green, blue, gc.get_alpha() if gc.get_forced_alpha() or not own else own[0]


def dashed(offset: Any, lengths: Any) -> tuple[float, list[float] | None]:
    return float(offset or 0), None if lengths is None else [float(length) for length in lengths]


def colors(of: Any) -> Any:
    return NO_COLORS if of is None or not len(of) else floats(of).reshape(-1, 4)


def floats(values: Any) -> Any:
    """An array of floats in order, masked ones as NaN."""
    if isinstance(values, np.ma.MaskedArray):
        values = np.ma.filled(values.astype(float), np.nan)
    return np.ascontiguousarray(values, float)


def vertices(path: Any) -> tuple[Any, Any]:
    codes = path.codes
    return floats(path.vertices), None if codes is None else np.ascontiguousarray(codes, np.uint8)


def matrix(transform: Any) -> Any:
    if isinstance(transform, np.ndarray):
        return np.ascontiguousarray(transform, float)
    return IDENTITY if transform is None else np.ascontiguousarray(transform.get_matrix(), float)
