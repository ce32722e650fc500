"""A piece of a figure, and whether it has changed."""

from __future__ import annotations

from typing import Any

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.offsetbox import AnnotationBbox
from matplotlib.patches import ConnectionPatch
from matplotlib.text import Annotation

from plotreel.matplotlib._boxes import Box, canvas_box, ink_box
from plotreel.matplotlib._memory import Memory
from plotreel.matplotlib._order import AxisView, is_foreign, parts

# The number of frames for which a changed piece is expected to change again.
HOT = 8


class Unit:
    """An artist that is drawn as a unit.

    Attributes
    ----------
    artist : Artist
        The artist.
    box : (int, int, int, int)
        The box of its ink at the last drawing; empty at first.
    is_measured : bool
        Whether the box was measured; otherwise it is the whole canvas.
    follows : bool
        Whether it looks different when limits or position of its axes change.
    minds_limits : bool
        Whether limits alone are enough for that.
    follows_all : bool
        Whether those of any axes may be.
    zorder : float
        Its place in the order of drawing at the last drawing.
    index : int
        Its place in the list of pieces.
    """

    def __init__(self, artist: Artist, axes: Axes | None, view: AxisView | None) -> None:
        self.artist = artist
        self.axes = axes
        self.view = view
        self.box: Box = (0, 0, 0, 0)
        self.is_measured = False
        self.follows = True
        self.minds_limits = True
        self.follows_all = False
        self.zorder = 0.0
        self.index = 0
        self.last_change = 0
        self._memory: Memory | None = None
        self._was_visible = True
        self._is_unseen = _depends_on_others(artist)

    def is_moved(self, moved: set[int]) -> bool:
        """Return whether it looks different because limits or positions of these axes, by their ids, changed."""
        return self.follows and (id(self.axes) in moved or (self.follows_all and bool(moved)))

    @property
    def is_best_legend(self) -> bool:
        """Whether the position of a legend depends on everything in its axes."""
        artist: Any = self.artist
        return bool(vars(artist)["_loc_real"] == 0)

    @property
    def is_watched(self) -> bool:
        """Whether it is checked in each frame; the axis' view tracks all of its ticks."""
        return self.view is None or self._is_unseen

    def changes(self) -> set[str] | None:
        """Return the names of its attributes that changed, if that is all."""
        return None if self._memory is None or not self._was_visible else self._memory.changes()

    def refresh(self, names: set[str]) -> None:
        """Record that these attributes changed, and nothing else."""
        if self._memory is not None:
            self._memory.refresh(names)

    def changed(self) -> bool:
        """Return whether it would look different if it were drawn now."""
        if not self.artist.get_visible():
            return self._was_visible
        return self._is_unseen or self._memory is None or not self._memory.holds()

    def remember(self, shared: set[int]) -> None:
        """Record its state, after it is drawn."""
        self._was_visible = self.artist.get_visible()
        self.zorder = self.artist.zorder
        if not self._was_visible:
            self._memory = None
        else:
            self._memory = Memory(parts(self.artist) if self.view is None else [], shared)
            self._is_unseen = _depends_on_others(self.artist)

    def measure(self, renderer: Any) -> None:
        """Measure the box of its ink."""
        self.box = ink_box(self.artist, renderer)
        self.is_measured = True

    def forget_box(self, renderer: Any) -> None:
        """Set its box to the whole canvas: measuring takes long, and may not be needed."""
        self.box = canvas_box(renderer)
        self.is_measured = False

    def is_hot(self, frame: int) -> bool:
        """Return whether it changed recently."""
        return frame - self.last_change < HOT


def _depends_on_others(artist: Artist) -> bool:
    """Return whether its appearance may change without a change of the artist itself."""
    # Indicators of insets are there since matplotlib 3.10.
    if is_foreign(artist) or isinstance(artist, ConnectionPatch) or type(artist).__name__ == "InsetIndicator":
        return True
    if isinstance(artist, Axes):
        # Other kinds of axes place their parts during drawing.
        return True
    if isinstance(artist, (Annotation, AnnotationBbox)):
        anchors: list[Any] = []
        for coords in (artist.xycoords, getattr(artist, "anncoords", None)):
            anchors += coords if isinstance(coords, tuple) else [coords]
        return not all(anchor is None or isinstance(anchor, str) for anchor in anchors)
    return False
